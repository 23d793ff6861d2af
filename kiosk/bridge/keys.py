"""What each key does to the show. Keys that lead from control to control have done so before (`Navigation.qml`)."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.show import state as moves
from kiosk.show.state import Panel, ShowState

Move = Callable[..., ShowState]


def open_overview(state: ShowState, now: float) -> ShowState:
    """The overview of all slides."""
    return moves.open_panel(state, now, Panel.OVERVIEW)


ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Back)

MOVES: dict[int, Move] = {
    Qt.Key.Key_PageDown: moves.next_slide,
    Qt.Key.Key_MediaNext: moves.next_slide,
    Qt.Key.Key_PageUp: moves.previous_slide,
    Qt.Key.Key_Backspace: moves.previous_slide,
    Qt.Key.Key_MediaPrevious: moves.previous_slide,
    Qt.Key.Key_Home: moves.home,
    Qt.Key.Key_Return: open_overview,
    Qt.Key.Key_Enter: open_overview,
    Qt.Key.Key_Menu: open_overview,
    Qt.Key.Key_Escape: moves.escape,
    Qt.Key.Key_Back: moves.escape,
    Qt.Key.Key_Space: moves.resume,
    Qt.Key.Key_MediaPlay: moves.resume,
    Qt.Key.Key_MediaTogglePlayPause: moves.resume,
}


def move_of(key: int, *, is_right_to_left: bool) -> Move | None:
    """The move of a key, None when it has none. Left and Right follow the script."""
    back, on = (Qt.Key.Key_Right, Qt.Key.Key_Left) if is_right_to_left else (Qt.Key.Key_Left, Qt.Key.Key_Right)
    return {back: moves.previous_slide, on: moves.next_slide, **MOVES}.get(key)
