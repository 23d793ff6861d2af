"""What a person who cannot see well, reach far or aim finely would complain of, measured on a window (norms, part i).

The tree is what assistive programs are told; the text, its size and its contrast are what is drawn.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QFont, QFontMetricsF, QImage
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

from tests.items import class_name, drawn

Role = QAccessible.Role
CONTROLS = {Role.Button, Role.CheckBox, Role.RadioButton, Role.Link, Role.Slider, Role.PageTab}
# What stands in the tree for what is read. Others are not told of by AT-SPI, or as unknown.
READ = {Role.StaticText, Role.Heading, Role.Graphic, Role.AlertMessage, Role.Dialog, Role.Grouping, Role.EditableText}
FRAMES = {Role.Window, Role.Client, Role.Application}

ALIGN_RIGHT = 2
ALIGN_CENTRE = 4

TARGET = 20.0
"""Millimetres (norms, row 2)."""
CAPITAL = 7.3
"""Millimetres, for who touches the screen from 600 mm (norms, row 4)."""
CAPITAL_ON_A_KEY = 4.8
"""Millimetres: words on keys, which are as wide as two fingers, have the least of all (norms, row 4)."""
CONTRAST = 7.0
"""The least for any text, over pictures too (norms, row 6)."""
NOTICED = 1.2
"""What is drawn with this contrast is another colour in any picture of it."""


@dataclass(frozen=True)
class Node:
    """An item of the accessibility tree."""

    role: QAccessible.Role
    name: str
    item: QQuickItem | None
    is_checkable: bool
    is_checked: bool


def tree(window: QQuickWindow) -> list[Node]:
    """All that assistive programs are told of, but for what is flagged as invisible."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None and root.isValid()
    return [node_of(interface) for interface in below(root)]


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            if not child.state().invisible:
                yield child
            yield from below(child)


def node_of(interface: QAccessibleInterface) -> Node:
    state: Any = interface.state()
    item = interface.object()
    name = interface.text(QAccessible.Text.Name)
    return Node(
        interface.role(),
        name,
        item if isinstance(item, QQuickItem) else None,
        bool(state.checkable),
        bool(state.checked),
    )


def texts(window: QQuickWindow) -> list[QQuickItem]:
    """Every text that is drawn within the window, not scrolled out of what shows it and not under a panel."""
    found = [item for item in drawn(window.contentItem()) if item.inherits("QQuickText") and words(item)]
    return [item for item in found if item.isEnabled() and not in_sight(item, window).isEmpty()]


def words(item: QQuickItem) -> str:
    """A text as people read it."""
    plain = re.sub(r"<br ?/?>", "\n", str(item.property("text")))
    return flat(unescape(re.sub(r"<[^>]*>", "", plain)))


def flat(text: str) -> str:
    """A text without what only its lines need."""
    return re.sub(r"[\s\u00ad\u200b]+", " ", text).strip()


def parents(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def in_sight(item: QQuickItem, window: QQuickWindow) -> QRectF:
    """What is seen of an item, in pixels of the window."""
    seen = place(item).intersected(QRectF(0, 0, window.width(), window.height()))
    for parent in parents(item):
        if parent.clip():
            seen = seen.intersected(place(parent))
    return seen


# The tree


def tree_faults(window: QQuickWindow) -> Iterator[str]:
    """Roles nobody knows, items without a name, text that is not told of, and what is told of though it is covered."""
    nodes = tree(window)
    for node in nodes:
        if node.role not in CONTROLS | READ | FRAMES:
            yield f"'{node.name}' has the role {node.role.name}"
        if node.role in CONTROLS | READ and not node.name.strip():
            yield f"{described(node.item)} of role {node.role.name} has no name"
        if node.item is not None and node.role in CONTROLS | READ and not node.item.isEnabled():
            yield f"'{node.name}' is told of though it is covered"
    names = {node.item: flat(node.name) for node in nodes if node.item is not None}
    for text in texts(window):
        said = [names[item] for item in (text, *parents(text)) if item in names]
        if not any(words(text).casefold() in name.casefold() for name in said):
            yield f"'{words(text)}' is drawn but not told of, only {said}"


def described(item: QQuickItem | None) -> str:
    return (item and class_name(item)) or "something"


def controls(window: QQuickWindow) -> list[Node]:
    return [node for node in tree(window) if node.role in CONTROLS]


# Sizes


def size_faults(window: QQuickWindow, pixels_per_millimetre: float) -> Iterator[str]:
    """Targets that are too small for a finger, letters that are too small to read."""
    for node in controls(window):
        assert node.item is not None
        box = place(node.item)
        side = min(box.width(), box.height()) / pixels_per_millimetre
        if side < TARGET - 0.3:
            yield f"'{node.name}' is {side:.1f} mm small"
    for text in texts(window):
        scale = place(text).height() / max(1.0, text.height())
        font = QFont(text.property("font"))
        # What a text shrinks to that must fit its place is known to QML alone.
        font.setPixelSize(int(evaluated(text, "Number(fontSizeMode) === 0 ? font.pixelSize : fontInfo.pixelSize")))
        height = QFontMetricsF(font).capHeight() * scale / pixels_per_millimetre
        is_on_key = any(described(parent).startswith("Keyboard") for parent in parents(text))
        if height < (CAPITAL_ON_A_KEY if is_on_key else CAPITAL) - 0.15:
            yield f"'{words(text)}' has capitals of {height:.1f} mm"


# Contrast


def contrast_faults(window: QQuickWindow) -> Iterator[str]:
    """Texts that do not stand out from what is drawn behind them, wherever that is worst."""
    found = texts(window)
    opacities = [text.opacity() for text in found]
    whole = window.grabWindow()
    for text in found:
        text.setOpacity(0)
    ground = window.grabWindow()
    for text, opacity in zip(found, opacities, strict=True):
        text.setOpacity(opacity)
    for text in found:
        box = in_sight(text, window)
        ratio = least_contrast(text, ground, box)
        area = letters(text).intersected(box).toAlignedRect()
        # A view may keep a row that it made in vain. It does not draw it, and so nothing goes when it is hidden.
        is_drawn = ratio < NOTICED or whole.copy(area) != ground.copy(area)
        if ratio < CONTRAST and is_drawn:
            yield f"'{words(text)}' has a contrast of {ratio:.1f}"


def least_contrast(text: QQuickItem, ground: QImage, box: QRectF) -> float:
    """The contrast of a text with the ground behind its letters, where it is least."""
    share = text.opacity()
    for parent in parents(text):
        share *= parent.opacity()
    ink: QColor = text.property("color")
    area = letters(text).intersected(box)
    steps = 24
    across, down = area.width() / steps, area.height() / steps
    points = (QPointF(area.x() + x * across, area.y() + y * down) for x in range(steps) for y in range(steps))
    behind = {ground.pixel(point) for each in points if ground.rect().contains(point := each.toPoint())}
    grounds = [QColor(pixel) for pixel in behind]
    return min(contrast(mixed(ink, each, ink.alphaF() * share), each) for each in grounds)


def letters(text: QQuickItem) -> QRectF:
    """Where the letters are: a text may have more room than it fills, at either side of it."""
    width = text.property("contentWidth")
    alignment = evaluated(text, "Number(effectiveHorizontalAlignment)")
    room = text.width() - width
    left = {ALIGN_RIGHT: room, ALIGN_CENTRE: room / 2}.get(int(alignment), text.property("leftPadding"))
    return text.mapRectToScene(QRectF(left, 0, width, text.height()))


def evaluated(item: QQuickItem, expression: str) -> float:
    """A number that QML knows; Python cannot read properties of an enumeration, for one."""
    value, is_undefined = QQmlExpression(QQmlEngine.contextForObject(item), item, expression).evaluate()
    assert not is_undefined
    return float(value)


def mixed(ink: QColor, ground: QColor, share: float) -> QColor:
    parts = zip(parts_of(ink), parts_of(ground), strict=True)
    return QColor.fromRgbF(*(a * share + b * (1 - share) for a, b in parts))


def parts_of(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def luminance(colour: QColor) -> float:
    """Relative luminance, from 0 to 1 (WCAG 2.2)."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts_of(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
