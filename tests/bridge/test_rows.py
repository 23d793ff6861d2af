from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.bridge.rows import RowModel, camel_case


@dataclass(frozen=True)
class Row:
    name: str
    as_of: list[str]


ROWS = (Row("first", ["1", "2"]), Row("second", []))


@pytest.mark.parametrize("rows", [(), ROWS])
def test_it_keeps_the_contract_of_qt(rows: tuple[Row, ...], qapp: object) -> None:
    model = RowModel(rows)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == len(rows)


def test_every_field_is_a_role() -> None:
    model = RowModel(ROWS)
    roles = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    assert list(roles) == ["name", "asOf"]
    second = model.index(1, 0)
    assert (model.data(second, roles["name"]), model.data(second, roles["asOf"])) == ("second", [])
    assert model.data(second, Qt.ItemDataRole.DisplayRole) is None
    assert model.data(QModelIndex(), roles["name"]) is None


def test_a_row_has_no_rows() -> None:
    model = RowModel(ROWS)
    assert model.rowCount(model.index(0, 0)) == 0


@pytest.mark.parametrize(("field", "role"), [("text", "text"), ("is_item", "isItem"), ("as_of", "asOf")])
def test_a_role_is_named_as_qml_writes_it(field: str, role: str) -> None:
    assert camel_case(field) == role
