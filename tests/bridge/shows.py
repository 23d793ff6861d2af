"""Shows to put on the stage, made of values."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer

from kiosk.bridge.show_view_model import ShowViewModel
from kiosk.content.model import SectionSlide, Show, Slide, StatementSlide
from kiosk.content.values import Text
from kiosk.show.events import Event


def text(words: str, **by_language: str) -> Text:
    """The same words in every language, or those of each."""
    return Text(by_language or {"": words})


def section(slide_id: str, title: str = "Section") -> Slide:
    return SectionSlide(id=slide_id, title=text(title), duration=10.0)


def statement(slide_id: str, words: str = "Words", **more: Any) -> Slide:
    return StatementSlide(id=slide_id, text=text(words), duration=10.0, **more)


ABC = Show(
    version=1,
    title=text("Lantern House"),
    languages=("fr", "en"),
    slides=(section("a", "Arrivals"), statement("b"), section("c", "Crafts"), statement("d")),
    idle=60.0,
)


def show_of(*slides: Slide, languages: tuple[str, ...] = ("fr", "en"), **changes: Any) -> Show:
    return replace(ABC, slides=slides or ABC.slides, languages=languages, **changes)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Lobby:
    """A show with a clock of ours, everything it announces, and a stage that presents each slide at once."""

    def __init__(self, show: Show | None = ABC, **options: Any) -> None:
        self.clock = Clock()
        # The type checker takes a Qt property for the property itself, not for its value.
        self.show: Any = ShowViewModel(clock=self.clock, **options)
        self.signals: list[str] = []
        self.events: list[Event] = []
        self.show.currentChanged.connect(lambda: self.signals.append("current"))
        self.show.stageChanged.connect(lambda: self.signals.append("stage"))
        self.show.showChanged.connect(lambda: self.signals.append("show"))
        self.show.happened.connect(self.events.append)
        if show:
            self.show.replace(show, "1")
            self.present()
            self.forget()

    @property
    def slide(self) -> str:
        return str(self.show.current.slideId)

    @property
    def alarm(self) -> QTimer:
        timer: QTimer = self.show.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return timer

    def present(self) -> None:
        self.show.presented(self.show.current)

    def wait(self, seconds: float) -> None:
        """Let time pass, and the alarm ring if it is set for then."""
        is_due = self.alarm.isActive() and self.alarm.interval() <= round(seconds * 1000)
        self.clock.now += seconds
        if is_due:
            self.alarm.timeout.emit()

    def forget(self) -> None:
        self.signals.clear()
        self.events.clear()
