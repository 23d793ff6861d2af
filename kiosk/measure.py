"""What `kiosk check` must draw to know: lays the slides out unseen and measures them in millimetres.

The stage has the proportions of the screen that the show names; `kiosk.content.rules` judges what is found.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QRectF, QSize, QTimer, QUrl
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge import fonts
from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.bridge.slides import picture_url, slide_view_model
from kiosk.bridge.stage import Stage, StageError, draw_unseen
from kiosk.content import rules
from kiosk.content.contrast import least_contrast
from kiosk.content.model import Screen, SectionSlide, Show, Slide
from kiosk.content.reading_time import reading_time
from kiosk.content.rules import Contrast, Design, Finding, Layout, Target
from kiosk.content.values import Text
from kiosk.paths import PACKAGE
from kiosk.show.events import Event

LONGER_SIDE = 1920
"""Pixels. How many there are matters little, since every length is turned into millimetres."""

PATIENCE = 20_000
"""Milliseconds for the stage to show a slide, its pictures decoded."""

LARGEST_TEXT = len(rules.TEXT_SIZES) - 1

ALIGN_RIGHT = 2


def measure(show: Show, characters: Iterable[str] = ()) -> list[Finding]:
    """What slides and controls of a show break on its screen, which is known. Raises StageError if nothing is drawn.

    `characters` are all that stand in the content, so that the typefaces are there that they need.
    """
    screen = show.screen
    assert screen is not None and screen.is_measured
    draw_unseen()
    fonts.use_typeface(show, characters)
    pixels = LONGER_SIDE / max(screen.width, screen.height)
    size = QSize(round(screen.width * pixels), round(screen.height * pixels))
    with closing(_Studio(show, size, pixels)) as studio:
        findings = list(_of_slides(show, screen, studio))
    targets, lowered = _targets(show, size, pixels)
    return [*findings, *rules.of_targets(targets, lowered, screen)]


def _of_slides(show: Show, screen: Screen, studio: "_Studio") -> Iterator[Finding]:
    """What slides break as they are laid out and drawn."""
    design = studio.design()
    yield from rules.of_screen(design, screen)
    plain: set[Contrast] = set()
    section: Text | None = None
    for slide in show.slides:
        section = slide.title if isinstance(slide, SectionSlide) else section
        on_picture: set[Contrast] = set()
        for language in show.languages:
            studio.show(slide, section, language)
            (on_picture if studio.is_on_picture else plain).update(studio.contrasts(language))
            layout = studio.layout(slide, language)
            # What has room is divided where large type needs more; what is full already may do worse.
            if layout.does_fit and studio.is_full:
                yield from rules.of_layout(studio.layout(slide, language, LARGEST_TEXT), design, screen)
            yield from rules.of_layout(layout, design, screen)
        yield from rules.of_contrast(slide.id, on_picture)
    yield from rules.of_contrast("", plain)


class _Studio:
    """One place for slides, as the stage has them, in a window that nobody sees."""

    def __init__(self, show: Show, size: QSize, pixels: float) -> None:
        """`pixels` are those of a millimetre. Raises StageError."""
        self._content = show
        self._pixels = pixels
        self._engine = QQmlEngine()
        self._engine.addImportPath(str(PACKAGE / "qml"))
        motion = self._engine.singletonInstance("Kiosk.Theme", "Motion")
        theme = self._engine.singletonInstance("Kiosk.Theme", "Theme")
        assert isinstance(motion, QObject) and isinstance(theme, QObject)
        motion.setProperty("isStill", True)
        view_model = ShowViewModel()
        view_model.replace(show, "check")
        theme.setProperty("viewport", size)
        theme.setProperty("pixelsPerMillimetre", pixels)
        theme.setProperty("letterHeight", view_model.property("letterHeight"))
        for name in ("Ground", "Ink", "Accent", "AccentInk"):
            theme.setProperty(f"own{name}", QColor(view_model.property(name[0].lower() + name[1:])))
        self._theme = theme
        component = QQmlComponent(self._engine)
        component.loadFromModule("Kiosk.App", "SlideSlot")
        logo, background = show.theme.logo, show.theme.background
        slot = component.createWithInitialProperties({
            "background": picture_url(background) if background else QUrl(),
            "logo": picture_url(logo) if logo else QUrl(),
            "isWide": True,
            "band": QRectF(0, 0, size.width(), size.height()),
            "visible": True,
        })  # fmt: skip
        if not isinstance(slot, QQuickItem):
            raise StageError(component.errorString())
        self._slot = slot
        self._window = QQuickWindow()
        self._window.resize(size)
        self._window.show()
        # The one parent draws it, the other keeps it from QML's garbage collector.
        slot.setParentItem(self._window.contentItem())
        slot.setParent(self._window)
        self._holder = QObject()
        self._background: QImage | None = None

    def close(self) -> None:
        """Take it down in an order in which no binding looks at what is gone."""
        self._clear()
        self._window.hide()
        del self._slot, self._window, self._theme, self._engine

    def design(self) -> Design:
        """What the screen allows."""
        font = QGuiApplication.font()
        font.setPixelSize(100)
        capital = QFontMetricsF(font).capHeight() / 100 / self._pixels
        return Design(self._theme.property("floor") * capital, self._theme.property("title") * capital)

    def show(self, slide: Slide, section: Text | None, language: str) -> None:
        """Lay a slide out."""
        self._clear()
        self._theme.setProperty("textSize", 0)
        self._holder = QObject()
        titles = self._content.title, section
        self._slot.setProperty("slide", slide_view_model(slide, titles, language, self._holder))

    def _clear(self) -> None:
        """Let go of the slide, before its view model goes."""
        self._slot.setProperty("slide", None)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def _item(self) -> QQuickItem:
        """The slide itself."""
        for loader in self._slot.childItems():
            for item in loader.childItems():
                if item.property("isBelowFloor") is not None:
                    return item
        raise StageError("a slide cannot be loaded")

    @property
    def is_on_picture(self) -> bool:
        """Whether its text stands on a picture of its own."""
        return bool(self._item.property("isBehind"))

    @property
    def is_full(self) -> bool:
        """Whether type had to get smaller for all to fit."""
        return bool(self._item.property("fit") < 1)

    def layout(self, slide: Slide, language: str, text_size: int = 0) -> Layout:
        """How large the text of the slide that is shown is, in a text size."""
        self._theme.setProperty("textSize", text_size)
        item = self._item
        # A long name of a section is small in the header of each of its slides: its title slide is to blame.
        place = self._slot if isinstance(slide, SectionSlide) else item
        heights = [(text, _capital(text) / self._pixels) for text in texts(place)]
        display = [height for text, height in heights if _is_display(text)]
        smallest = min((height for _, height in heights), default=self.design().letters)
        fits = not item.property("isBelowFloor")
        return Layout(slide.id, language, text_size, smallest, min(display, default=None), fits)

    def contrasts(self, language: str) -> set[Contrast]:
        """How well its texts stand out from what is drawn behind them."""
        written = list(texts(self._slot))
        behind = self._behind(written)
        ground = self._theme.property("accent" if self._item.property("isDark") else "ground").rgb() & 0xFFFFFF
        large = rules.LARGE * self._theme.property("floor") * self._theme.property("capHeight")
        found = set()
        for text in written:
            grounds = _pixels(behind, _place(text, self._slot)) if behind else {ground}
            colour = text.property("color").rgb() & 0xFFFFFF
            ratio = least_contrast(colour, grounds or {ground}, text.opacity())
            found.add(Contrast(ratio, _said(text), _capital(text) >= large, language))
        return found

    def _behind(self, texts: list[QQuickItem]) -> QImage | None:
        """What is drawn behind the texts, None if it is one colour."""
        if self.is_on_picture:
            return self._grab(texts)
        if self._content.theme.background and not self._item.property("isDark"):
            self._background = self._background or self._grab([self._item, *texts])
            return self._background
        return None

    def _grab(self, without: list[QQuickItem]) -> QImage:
        """The picture of the slide without some of it."""
        loop = QEventLoop()
        looking = QTimer(interval=5)
        looking.timeout.connect(lambda: loop.quit() if self._slot.property("isReady") else None)
        looking.start()
        QTimer.singleShot(PATIENCE, loop, loop.quit)
        if not self._slot.property("isReady"):
            loop.exec()
        before = [item.opacity() for item in without]
        for item in without:
            item.setOpacity(0)
        picture = self._window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
        for item, opacity in zip(without, before, strict=True):
            item.setOpacity(opacity)
        return picture


def _seen(item: QQuickItem) -> Iterator[QQuickItem]:
    """What is visible of an item: itself and all within."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from _seen(child)


def texts(item: QQuickItem) -> Iterator[QQuickItem]:
    """What is written within an item and can be seen."""
    return (each for each in _seen(item) if each.inherits("QQuickText") and each.property("text"))


def _said(text: QQuickItem) -> str:
    return str(text.property("plain") or text.property("text"))


def _is_display(text: QQuickItem) -> bool:
    """Whether it is meant to be read from afar."""
    # Types are told by what only they have: Python keeps an item's QMetaObject too long, and crashes.
    return text.property("largest") is not None or text.property("steps") is not None


def _capital(text: QQuickItem) -> float:
    """How high a capital is, in pixels."""
    font = text.property("font")
    # Text may be told to get smaller than its font until it fits.
    font.setPixelSize(round(_evaluated(text, "fontInfo.pixelSize")))
    return QFontMetricsF(font).capHeight()


def _evaluated(item: QQuickItem, expression: str) -> float:
    """A number that QML knows and Python cannot read: of an enumeration, or of a group of properties."""
    value, _ = QQmlExpression(QQmlEngine.contextForObject(item), item, f"Number({expression})").evaluate()
    return float(value)


def _place(text: QQuickItem, on: QQuickItem) -> QRectF:
    """Where the lines of a text stand on another item."""
    width, height = text.property("contentWidth"), text.property("contentHeight")
    is_right = _evaluated(text, "effectiveHorizontalAlignment") == ALIGN_RIGHT
    left = text.width() - text.property("rightPadding") - width if is_right else text.property("leftPadding")
    return text.mapRectToItem(on, QRectF(left, text.property("topPadding"), width, height))


def _pixels(picture: QImage, place: QRectF) -> set[int]:
    """The colours of a part of a picture."""
    part = place.toAlignedRect().intersected(picture.rect())
    pixels = memoryview(picture.constBits()).cast("I")
    stride = picture.bytesPerLine() // 4
    found: set[int] = set()
    for row in range(part.top(), part.top() + part.height()):
        found.update(pixels[row * stride + part.left() : row * stride + part.left() + part.width()])
    return {pixel & 0xFFFFFF for pixel in found}


# Controls


def _targets(show: Show, size: QSize, pixels: float) -> tuple[list[Target], list[Target]]:
    """All that a visitor can press: as it stands, and brought down. Raises StageError."""
    # It begins with the slide that has the least text: what the others have is told of them elsewhere.
    shortest = min(show.slides, key=lambda slide: reading_time(slide, show.languages[0]))
    view_model = ShowViewModel(slide_id=shortest.id)
    stage = Stage(view_model, size, is_still=True)
    try:
        stage.window.show()
        loop = QEventLoop()

        def heard(event: Event) -> None:
            if event.event == "shown":
                loop.quit()

        view_model.happened.connect(heard)
        QTimer.singleShot(0, loop, lambda: view_model.replace(show, "check"))
        QTimer.singleShot(PATIENCE, loop, loop.quit)
        loop.exec()
        view_model.touched()
        targets = list(_of_stage(view_model, stage.window, pixels))
        view_model.setLow(True)
        return targets, list(_of_stage(view_model, stage.window, pixels))
    finally:
        stage.close()


def _of_stage(show: ShowViewModel, window: QQuickWindow, pixels: float) -> Iterator[Target]:
    """What can be pressed beside a slide and in each panel."""
    yield from _of_window(window, pixels)
    for open_panel in (show.openOverview, show.openSearch, show.openComfort):
        open_panel()
        yield from _of_window(window, pixels)
        show.closePanel()


def _in_scene(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _clipping(item: QQuickItem) -> QRectF:
    """The part of the window that an item can be seen in."""
    parent = item.parentItem()
    if parent is None:
        return _in_scene(item)
    return _in_scene(parent).intersected(_clipping(parent)) if parent.clip() else _clipping(parent)


def _of_window(window: QQuickWindow, pixels: float) -> Iterator[Target]:
    window.grabWindow()  # Only what is drawn has its place.
    whole = QRectF(0, 0, window.width(), window.height())
    for item in _seen(window.contentItem()):
        if item.property("isPressed") is None or not item.property("name"):
            continue
        place = _in_scene(item)
        # What is scrolled out of sight is pressed once it is back.
        if _clipping(item).intersected(whole).contains(place):
            low, high = ((window.height() - edge) / pixels for edge in (place.bottom(), place.top()))
            yield Target(item.property("name"), place.width() / pixels, place.height() / pixels, low, high)
