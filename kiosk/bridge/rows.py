"""A read-only list of frozen rows for QML: one role per field, named in camelCase."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex

# Qt.ItemDataRole, by number: making Qt's namespace takes 15 ms, which the first slide need not wait for.
DISPLAY_ROLE, USER_ROLE = 0, 0x100

Index = QModelIndex | QPersistentModelIndex


def camel_case(name: str) -> str:
    """`as_of` as QML writes it: `asOf`."""
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)


class RowModel(QAbstractListModel):
    """Frozen dataclass values, all of one class, as a list model that never changes."""

    def __init__(self, rows: Sequence[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        names = [field.name for field in fields(self._rows[0])] if self._rows else []
        self._names = {USER_ROLE + number: name for number, name in enumerate(names)}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = DISPLAY_ROLE) -> Any:
        if not index.isValid() or role not in self._names:
            return None
        return getattr(self._rows[index.row()], self._names[role])

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(camel_case(name).encode()) for role, name in self._names.items()}
