"""The items on a stage, for tests that look at what is drawn."""

from collections.abc import Iterator

from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem


def class_name(item: QQuickItem) -> str:
    """The type of an item, such as `Label_QMLTYPE_7`; empty for what no QML file made.

    Not read from its QMetaObject: Python keeps that as long as the item, takes what later lies at the same address
    for it, and crashes.
    """
    context = QQmlEngine.contextForObject(item)
    if context is None:
        return ""
    described, _ = QQmlExpression(context, item, "String(this)").evaluate()
    return str(described).partition("(")[0]


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    """All items within an item."""
    for child in item.childItems():
        yield child
        yield from below(child)


def drawn(item: QQuickItem) -> Iterator[QQuickItem]:
    """What is visible of an item: itself and all within."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from drawn(child)
