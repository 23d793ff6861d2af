import pytest
from PySide6.QtCore import Qt

from kiosk.bridge.keys import MOVES, move_of
from kiosk.show import state as moves
from tests.bridge.shows import Lobby


@pytest.mark.parametrize(("is_right_to_left", "on"), [(False, Qt.Key.Key_Right), (True, Qt.Key.Key_Left)])
def test_the_sideways_arrows_follow_the_script(is_right_to_left: bool, on: Qt.Key) -> None:
    assert move_of(on, is_right_to_left=is_right_to_left) is moves.next_slide
    assert move_of(on, is_right_to_left=not is_right_to_left) is moves.previous_slide


def test_the_other_keys_do_the_same_in_every_script() -> None:
    for key, move in MOVES.items():
        assert move_of(key, is_right_to_left=False) is move_of(key, is_right_to_left=True) is move


def test_other_keys_have_no_move() -> None:
    assert move_of(Qt.Key.Key_A, is_right_to_left=False) is None


def test_the_key_that_wakes_does_only_that(qapp: object) -> None:
    lobby = Lobby()
    assert lobby.show.pressed(Qt.Key.Key_Right)
    assert (lobby.slide, lobby.show.isVisit) == ("a", True)
    assert lobby.show.pressed(Qt.Key.Key_Right)
    assert lobby.slide == "b"


def test_the_key_that_answers_the_question_does_only_that(qapp: object) -> None:
    lobby = Lobby()
    lobby.show.touched()
    lobby.wait(60)
    assert lobby.show.isWarning
    assert lobby.show.pressed(Qt.Key.Key_Right)
    assert (lobby.slide, lobby.show.isWarning) == ("a", False)


def test_a_key_without_a_meaning_is_still_somebody_there(qapp: object) -> None:
    lobby = Lobby()
    lobby.show.touched()
    lobby.wait(50)
    assert not lobby.show.pressed(Qt.Key.Key_A)
    lobby.wait(50)
    assert not lobby.show.isWarning
