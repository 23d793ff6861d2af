"""Fingers on the stage: Qt's own touch events, which a virtual screen cannot make."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from pytestqt.qtbot import QtBot

from tests.bridge.shows import show_of, statement
from tests.bridge.theatre import HEIGHT, MIDDLE, NEXT, WIDTH, PanelClock, Theatre

BESIDE_NEXT = NEXT - QPoint(0, 154)

Open = Callable[..., Theatre]

# Slowly at the end, so that the finger is at rest when it leaves.
FAR = (-40, -400, -796, -798, -799, -800)
NEAR = (-40, -200, -296, -298, -299, -300)


def mirrored(distances: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(-distance for distance in distances)


def test_the_tap_that_wakes_presses_nothing(theatre: Open) -> None:
    it = theatre()
    it.tap(NEXT)
    assert (it.lobby.slide, it.lobby.show.isVisit) == ("a", True)


def test_a_control_acts_when_the_finger_leaves_it(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    it.press(NEXT)
    assert it.lobby.slide == "a"
    it.release(NEXT)
    assert it.lobby.slide == "b"


def test_a_finger_that_slides_off_a_control_presses_nothing(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    it.press(NEXT)
    it.move(BESIDE_NEXT)
    it.release(BESIDE_NEXT)
    assert it.lobby.slide == "a"


def test_the_slide_follows_the_finger_and_the_next_one_follows_it(theatre: Open) -> None:
    it = theatre()
    it.drag(*NEAR)
    assert it.slides == [-300, WIDTH - 300]
    assert it.lobby.slide == "a"


@pytest.mark.parametrize(("distances", "slide"), [(FAR, "b"), (mirrored(FAR), "d"), (NEAR, "a"), (mirrored(NEAR), "a")])
def test_a_finger_that_went_far_turns_the_slide(theatre: Open, distances: tuple[int, ...], slide: str) -> None:
    it = theatre()
    it.release(it.drag(*distances))
    assert (it.lobby.slide, it.lobby.show.isVisit, it.slides) == (slide, True, [0])


def test_a_quick_finger_need_not_go_far(theatre: Open) -> None:
    it = theatre()
    it.throw(-40, -600)
    assert (it.lobby.slide, it.slides) == ("b", [0])


@pytest.mark.parametrize(("way", "slide"), [(-800, "b"), (800, "d")])
def test_a_swipe_that_is_heard_in_one_piece_turns_its_own_way(theatre: Open, way: int, slide: str) -> None:
    it = theatre()
    it.release(it.drag(*(FAR if way > 0 else mirrored(FAR))))
    it.lobby.show.home()
    assert (it.lobby.slide, it.slides) == ("a", [0])
    it.throw(way, rest=1000)
    assert (it.lobby.slide, it.slides) == (slide, [0])


def test_a_quick_finger_is_quick_though_it_is_heard_in_one_piece(theatre: Open) -> None:
    it = theatre()
    it.throw(-400)
    assert (it.lobby.slide, it.slides) == ("b", [0])


def test_a_finger_that_came_to_rest_is_not_quick(theatre: Open) -> None:
    it = theatre()
    it.throw(-40, -400, rest=100)
    assert (it.lobby.slide, it.slides) == ("a", [0])


def test_a_tap_that_slips_turns_nothing(theatre: Open) -> None:
    it = theatre()
    it.throw(-20, -40)
    assert (it.lobby.slide, it.slides) == ("a", [0])


def test_where_people_read_from_the_right_the_next_slide_is_on_the_left(theatre: Open) -> None:
    it = theatre(show_of(languages=("ar",)))
    it.release(it.drag(*mirrored(FAR)))
    assert it.lobby.slide == "b"


def test_a_second_finger_changes_nothing(theatre: Open) -> None:
    it = theatre()
    first = it.drag(*NEAR)
    it.second_finger()
    assert it.slides == [-300, WIDTH - 300]
    it.release(first)
    assert (it.lobby.slide, it.slides) == ("a", [0])
    it.tap(NEXT)
    assert it.lobby.slide == "b"


@pytest.mark.parametrize("distances", [NEAR, FAR])
def test_after_a_cancelled_touch_all_is_as_before(theatre: Open, distances: tuple[int, ...]) -> None:
    it = theatre()
    it.drag(*distances)
    it.cancel()
    assert (it.lobby.slide, it.slides) == ("a", [0])
    it.tap(NEXT)
    assert it.lobby.slide == "b"


def test_a_swipe_that_is_taken_back_turns_nothing(theatre: Open) -> None:
    it = theatre()
    it.throw(-400, -1500, -700)
    assert (it.lobby.slide, it.slides) == ("a", [0])


def test_a_tap_counts_from_the_slide_that_is_still_coming(theatre: Open, qtbot: QtBot) -> None:
    it = theatre(is_still=False)
    it.tap(MIDDLE)
    qtbot.waitUntil(lambda: it.ready == 3)
    it.release(it.drag(*FAR))
    assert (it.lobby.slide, len(it.slides)) == ("b", 2)
    it.tap(NEXT)
    assert it.lobby.slide == "c"
    qtbot.waitUntil(lambda: it.slides == [0])
    assert it.lobby.slide == "c"


def test_with_nothing_to_come_the_slide_gives_way_and_comes_back(theatre: Open) -> None:
    it = theatre(show_of(statement("only")))
    it.drag(-40)
    ways = []
    for distance in (-100, -400, -900):
        it.move(MIDDLE + QPoint(distance, 0))
        (slide,) = it.slides
        ways.append(-slide)
    assert 0 < ways[0] < ways[1] < ways[2] < WIDTH / 3
    assert ways[2] - ways[1] < 500 / 4
    it.release(MIDDLE + QPoint(-900, 0))
    assert it.slides == [0]


def test_a_list_does_not_let_a_swipe_through(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    it.lobby.show.openOverview()
    it.release(it.drag(*FAR))
    assert (it.lobby.slide, it.lobby.show.panel) == ("a", "overview")


def test_a_touch_anywhere_answers_the_question_and_does_no_more(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    it.lobby.wait(60)
    assert it.lobby.show.isWarning
    it.tap(NEXT)
    assert (it.lobby.slide, it.lobby.show.isVisit, it.lobby.show.isWarning) == ("a", True, False)


def test_a_cloth_on_the_glass_freezes_the_screen_for_a_while(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    places = [MIDDLE + QPoint(90 * number, 0) for number in range(6)]
    it.hand("press", places)
    it.lobby.clock.now += 0.6
    it.hand("move", [place + QPoint(0, 50) for place in places])
    assert (it.lobby.show.isCleaning, it.lobby.show.secondsLeft) == (True, 20)
    it.hand("release", places)
    it.tap(NEXT)
    it.click(NEXT)
    it.key("PageDown")
    assert (it.lobby.slide, it.slides) == ("a", [0])
    it.lobby.wait(20)
    assert not it.lobby.show.isCleaning
    it.tap(NEXT)
    assert it.lobby.slide == "b"


def test_a_control_presses_once_for_a_finger_that_trembles(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    clock = PanelClock(it.window)
    it.tap(NEXT)
    clock.now += 190
    it.tap(NEXT)
    assert it.lobby.slide == "b"
    clock.now += 20
    it.tap(NEXT)
    assert it.lobby.slide == "c"


def test_a_finger_held_for_minutes_is_let_go(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    it.press(NEXT)
    assert it.pressed == ["Suivant"]
    it.lobby.clock.now += 200
    it.ring_guard()
    assert it.pressed == []
    it.release(NEXT)
    assert it.lobby.slide == "a"
    it.tap(NEXT)
    assert it.lobby.slide == "b"


def test_a_drop_on_a_control_leaves_the_others_to_the_fingers(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    previous = it.control("Précédent")
    it.press(previous)
    it.lobby.clock.now += 2
    it.touch().stationary(0).press(1, NEXT, it.window).commit()
    assert it.pressed == ["Suivant"]
    it.touch().stationary(0).release(1, NEXT, it.window).commit()
    assert it.lobby.slide == "b"
    it.release(previous)
    assert it.lobby.slide == "b"


def test_a_swipe_whose_finger_vanished_goes_back_with_the_next_touch(theatre: Open) -> None:
    it = theatre()
    it.drag(*NEAR)
    it.tap(NEXT, finger=1)
    assert (it.lobby.slide, it.slides) == ("b", [0])


def test_a_panel_that_is_unplugged_in_a_swipe_takes_it_along(theatre: Open) -> None:
    it = theatre()
    it.drag(*FAR)
    it.replug()
    assert (it.lobby.slide, it.slides) == ("a", [0])
    it.tap(NEXT)
    assert it.lobby.slide == "b"


def test_a_panel_that_is_unplugged_between_two_frames_is_missed_by_nobody(theatre: Open) -> None:
    it = theatre()
    for way in FAR:
        it.press(MIDDLE)
        it.touch().move(0, MIDDLE + QPoint(way, 0), it.window).commit()
        it.replug()
        it.draw()
    assert (it.lobby.slide, it.slides) == ("a", [0])
    it.lobby.clock.now += 10
    it.tap(NEXT)
    assert it.lobby.slide == "b"


def test_ten_fingers_are_one(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    everywhere = [NEXT, *(QPoint(150 * number, 600) for number in range(1, 10))]
    it.hand("press", everywhere)
    it.hand("release", everywhere)
    assert (it.lobby.slide, it.pressed, it.slides) == ("b", [], [0])


def test_a_touch_is_answered_where_nothing_else_does(theatre: Open) -> None:
    it = theatre()
    it.tap(MIDDLE)
    assert it.echo == MIDDLE
    it.press(NEXT)
    assert it.echo == MIDDLE
    it.release(NEXT)
    it.lobby.show.openOverview()
    it.press(QPoint(20, 20))
    assert it.echo == QPoint(20, 20)


def test_a_panel_that_touches_itself_keeps_nobody_from_the_slides(theatre: Open) -> None:
    """Twenty touches a second: the visit that the first of them began ends, and no other one begins."""
    it = theatre()
    random = Random(3)
    for number in range(2000):
        it.tap(QPoint(random.randrange(WIDTH), random.randrange(HEIGHT)), number % 5)
        it.lobby.clock.now += 0.05
        it.lobby.show.catch_up()
    assert [event.event for event in it.lobby.events if event.event in ("touched", "reset")] == ["touched", "reset"]


def test_after_a_storm_of_touches_all_is_sane(theatre: Open, qtbot: QtBot) -> None:
    it = theatre(is_still=False)
    random = Random(5)
    down: dict[int, QPoint] = {}
    for number in range(3000):
        finger = random.randrange(5)
        place = QPoint(random.randrange(WIDTH), random.randrange(HEIGHT))
        touch = it.touch()
        for other in down.keys() - {finger}:
            touch.stationary(other)
        if finger not in down:
            touch.press(finger, place, it.window)
            down[finger] = place
        elif random.random() < 0.7:
            touch.move(finger, place, it.window)
        else:
            touch.release(finger, down.pop(finger), it.window)
        touch.commit()
        it.lobby.clock.now += random.choice([0, 0, 0.02, 0.3])
        if number % 40 == 0:
            it.lobby.present()
            QCoreApplication.processEvents()
        if random.random() < 0.002:
            it.cancel()
            down.clear()
    touch = it.touch()
    for finger, place in down.items():
        touch.release(finger, place, it.window)
    touch.commit()
    it.lobby.wait(20)
    if it.lobby.show.isCleaning:
        it.lobby.wait(20)
    it.tap(MIDDLE)
    it.lobby.show.closePanel()
    it.lobby.show.chooseLanguage(0)
    it.lobby.show.home()
    qtbot.waitUntil(lambda: it.slides == [0])
    assert (it.pressed, it.lobby.show.isVisit, it.lobby.slide) == ([], True, "a")
    it.tap(it.control("Suivant"))
    assert it.lobby.slide == "b"
