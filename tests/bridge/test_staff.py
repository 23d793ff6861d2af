"""The way to the staff screen, by finger, mouse and keys: who comes in, who does not, and what happens there."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.content.reader import Reading, read
from kiosk.safety.door import HINT, HOLD, OPEN, PAD
from kiosk.safety.health import Health
from tests.bridge.shows import show_of
from tests.bridge.staff import PIN, Staff, keep_pin
from tests.bridge.theatre import MIDDLE, NEXT, Theatre
from tests.qml import audit
from tests.safety.test_health import WELL

CORNER = QPoint(50, 50)
BESIDE = QPoint(300, 50)

Open = Callable[..., Theatre]

BROKEN = Path(__file__).parents[1] / "data" / "broken" / "duplicate-id.yaml"


@pytest.fixture
def has_pin(state: Path) -> None:
    """The PIN of the machine, stretched so little that no test waits for it."""
    keep_pin(state / "pin.json")


def staffed(it: Theatre, reading: Reading | None = None, health: Health | None = None) -> Staff:
    staff = Staff(it.lobby, reading, health)
    it.window.setProperty("staff", staff.model)
    return staff


def give(it: Theatre, digits: str) -> None:
    for digit in digits:
        it.key(digit)
    it.key("Return")


def come_in(it: Theatre, staff: Staff, qtbot: QtBot) -> None:
    it.press(CORNER)
    staff.hold()
    it.release(CORNER)
    give(it, PIN)
    qtbot.waitUntil(lambda: staff.stand == "open")


@pytest.mark.usefixtures("has_pin")
def test_a_finger_comes_in(theatre: Open, qtbot: QtBot) -> None:
    it = theatre()
    staff = staffed(it)
    it.press(CORNER)
    assert staff.stand == "held"
    staff.wait(HINT)
    assert staff.stand == "hinted"
    staff.wait(HOLD - HINT)
    it.release(CORNER)
    assert (staff.stand, it.lobby.show.isServed) == ("pad", True)
    for digit in PIN:
        it.tap(it.control(digit))
    assert staff.model.digits == len(PIN)
    it.tap(it.control("Valider"))
    qtbot.waitUntil(lambda: staff.stand == "open")
    it.tap(it.control("Fermer"))
    assert (staff.stand, it.lobby.show.isServed, it.lobby.show.isVisit) == ("shut", False, False)


@pytest.mark.usefixtures("has_pin")
def test_a_mouse_comes_in_too(theatre: Open) -> None:
    it = theatre()
    staff = staffed(it)
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(it.window, button, none, CORNER)
    staff.hold()
    QTest.mouseRelease(it.window, button, none, CORNER)
    assert staff.stand == "pad"


@pytest.mark.usefixtures("has_pin")
def test_keys_give_the_pin_and_lead_out(theatre: Open, qtbot: QtBot) -> None:
    it = theatre()
    staff = staffed(it)
    come_in(it, staff, qtbot)
    it.key("Escape")
    assert (staff.stand, it.lobby.show.isVisit) == ("shut", False)


@pytest.mark.usefixtures("has_pin")
def test_keys_take_digits_back(theatre: Open) -> None:
    it = theatre()
    staff = staffed(it)
    it.press(CORNER)
    staff.hold()
    it.key("4")
    it.key("0")
    it.key("Backspace")
    assert staff.model.digits == 1
    it.key("A")
    assert staff.model.digits == 1


def test_without_a_pin_nothing_opens(theatre: Open) -> None:
    it = theatre()
    staff = staffed(it)
    it.press(CORNER)
    staff.hold()
    it.release(CORNER)
    assert (staff.stand, it.lobby.show.isServed, it.lobby.show.isVisit) == ("shut", False, True)


def test_a_file_that_holds_no_pin_is_told_of(theatre: Open, state: Path, caplog: pytest.LogCaptureFixture) -> None:
    (state / "pin.json").write_text("40718")
    it = theatre()
    staff = staffed(it)
    it.tap(CORNER)
    assert staff.stand == "shut"
    assert "holds no PIN" in caplog.text


@pytest.mark.usefixtures("has_pin")
def test_a_tap_in_the_corner_only_wakes(theatre: Open) -> None:
    it = theatre()
    staff = staffed(it)
    it.tap(CORNER)
    staff.wait(HOLD)
    assert (staff.stand, it.lobby.show.isVisit) == ("shut", True)


@pytest.mark.usefixtures("has_pin")
def test_a_finger_that_leaves_the_corner_does_not_come_in(theatre: Open) -> None:
    it = theatre()
    staff = staffed(it)
    it.press(CORNER)
    staff.wait(HINT)
    it.move(BESIDE)
    assert staff.stand == "shut"
    staff.wait(HOLD)
    it.release(BESIDE)
    assert staff.stand == "shut"


@pytest.mark.usefixtures("has_pin")
def test_a_finger_elsewhere_does_not_come_in(theatre: Open) -> None:
    it = theatre()
    staff = staffed(it)
    for place in (MIDDLE, BESIDE, QPoint(1900, 20), QPoint(20, 1060)):
        it.press(place)
        assert staff.stand == "shut"
        it.release(place)


@pytest.mark.usefixtures("has_pin")
def test_a_second_finger_ends_the_hold(theatre: Open) -> None:
    it = theatre()
    staff = staffed(it)
    it.press(CORNER)
    staff.wait(HINT)
    it.touch().stationary(0).press(1, MIDDLE, it.window).commit()
    assert staff.stand == "shut"


@pytest.mark.usefixtures("has_pin")
@pytest.mark.parametrize("seconds", [HINT, HOLD - HINT, PAD])
def test_nobody_there_shuts_the_pad(theatre: Open, seconds: float) -> None:
    it = theatre()
    staff = staffed(it)
    it.press(CORNER)
    staff.hold()
    it.release(CORNER)
    staff.wait(seconds)
    assert (staff.stand, it.lobby.show.isVisit) == (("shut", False) if seconds == PAD else ("pad", True))


@pytest.mark.usefixtures("has_pin")
def test_all_rests_while_staff_are_there_and_goes_on_afterwards(theatre: Open, qtbot: QtBot) -> None:
    it = theatre()
    staff = staffed(it)
    come_in(it, staff, qtbot)
    staff.wait(OPEN - 1)
    it.tap(QPoint(400, 500))
    staff.wait(OPEN - 1)
    assert (staff.stand, it.lobby.slide, it.lobby.show.isWarning) == ("open", "a", False)
    staff.wait(1)
    assert (staff.stand, it.lobby.slide, it.lobby.show.isVisit) == ("shut", "a", False)


@pytest.mark.usefixtures("has_pin")
def test_what_lies_below_hears_nothing(theatre: Open, qtbot: QtBot) -> None:
    it = theatre()
    staff = staffed(it)
    it.tap(MIDDLE)
    come_in(it, staff, qtbot)
    for place in (NEXT, QPoint(600, 700)):
        it.tap(place)
    for key in ("PageDown", "Right", "Home", "Menu", "Space", "F5", "Q"):
        it.key(key)
    assert (it.lobby.slide, it.lobby.show.panel, it.lobby.show.query) == ("a", "", "")


@pytest.mark.usefixtures("has_pin")
def test_wrong_pins_make_everybody_wait_also_after_a_restart(
    theatre: Open, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    it = theatre()
    staff = staffed(it)
    it.press(CORNER)
    staff.hold()
    it.release(CORNER)
    for number in range(3):
        give(it, "99999")
        qtbot.waitUntil(lambda: staff.model.isWrong)
        assert f"in a row: {number + 1}" in caplog.text
        assert "99999" not in caplog.text
    assert staff.model.secondsToWait == 30
    # Nobody types meanwhile, and nobody looks at it.
    give(it, PIN)
    assert (staff.model.digits, staff.stand) == (0, "pad")
    it.key("Escape")
    staff.lobby.clock.now += 10
    again = staffed(it)
    it.press(CORNER)
    again.hold()
    it.release(CORNER)
    assert again.model.secondsToWait == 16
    again.wait(PAD - 1)
    it.tap(MIDDLE)
    again.wait(3)
    give(it, PIN)
    qtbot.waitUntil(lambda: again.stand == "open")
    assert again.model.secondsToWait == 0


@pytest.mark.usefixtures("has_pin")
def test_staff_come_in_where_no_slide_can_be_shown(theatre: Open, qtbot: QtBot) -> None:
    it = theatre()
    broken = read(BROKEN)
    staff = staffed(it, replace(broken, show=None))
    for _ in it.lobby.show._state.deck.slides:
        it.lobby.show.failed(it.lobby.show.current)
    assert it.lobby.show.current is None
    come_in(it, staff, qtbot)
    facts = staff.facts()
    assert facts["On the screen"] == "No slide can be shown"
    assert str(broken.problems[0]) in facts["Content file"]
    it.key("Escape")
    assert staff.stand == "shut"


@pytest.mark.usefixtures("has_pin")
def test_what_is_asked_for_is_done(theatre: Open, qtbot: QtBot) -> None:
    it = theatre(show_of(languages=("en",)))
    staff = staffed(it)
    for ask in (staff.model.reload, staff.model.restart, staff.model.quit, staff.model.turnOff, staff.model.clean):
        ask()
    assert (staff.asked, it.lobby.show.isCleaning) == ([], False)
    come_in(it, staff, qtbot)
    it.tap(it.control("Read the content again"))
    it.tap(it.control("Restart"))
    it.tap(it.control("Quit"))
    assert staff.asked == ["reload", "restart"]
    it.tap(it.control("Tap again to quit"))
    assert staff.asked == ["reload", "restart"]
    it.lobby.clock.now += 1
    it.key("Escape")
    come_in(it, staff, qtbot)
    it.tap(it.control("Turn the screen off"))
    assert (staff.stand, staff.asked[2:]) == ("shut", ["screenOff"])
    it.lobby.clock.now += 1
    come_in(it, staff, qtbot)
    it.tap(it.control("Clean the screen"))
    assert (staff.stand, it.lobby.show.isCleaning) == ("shut", True)


@pytest.mark.usefixtures("has_pin")
def test_what_it_tells(theatre: Open, qtbot: QtBot) -> None:
    it = theatre(show_of(languages=("en", "fr")))
    it.lobby.show.replace(it.lobby.show._show, "1")
    reading = read(BROKEN)
    staff = staffed(it, replace(reading, revision="2"))
    at = datetime(2026, 11, 23, 2, 30).astimezone().timestamp()
    staff.messages.handle(logging.makeLogRecord({"msg": "slide 'a' is gone", "created": at}))
    come_in(it, staff, qtbot)
    facts = staff.facts()
    assert facts["On the screen"] == ("a · 1 of 4 · Arrivals\nThe last good content: the file is not fit to be shown")
    assert facts["Content file"].startswith("lobby.yaml\nRevision 1\n")
    assert facts["Languages"].startswith("English ")
    assert facts["Program"].startswith("Version 1.2.3, running since ")
    assert facts["Last messages"] == "11-23 02:30  slide 'a' is gone"


@pytest.mark.usefixtures("has_pin")
def test_french_staff_see_a_space_before_the_sign(theatre: Open, qtbot: QtBot) -> None:
    it = theatre(show_of(languages=("fr",)))
    staff = staffed(it)
    come_in(it, staff, qtbot)
    assert staff.facts()["Langues"] == "Français 100\u00a0%"


@pytest.mark.usefixtures("has_pin")
def test_it_tells_how_the_machine_is(theatre: Open, qtbot: QtBot) -> None:
    it = theatre(show_of(languages=("en",)))
    staff = staffed(it, health=WELL)
    come_in(it, staff, qtbot)
    assert staff.facts()["Health"].splitlines() == [
        "All is well",
        "Free on the disk: 8 GiB",
        "Slowest frame of the last hour: 20 ms",
        "Displays: HDMI-1 1920 × 1080",
        "Touch screens: 1",
    ]


@pytest.mark.usefixtures("has_pin")
def test_it_tells_what_is_wrong_with_the_machine_first(theatre: Open, qtbot: QtBot) -> None:
    it = theatre(show_of(languages=("en",)))
    end = {"age": 60.0, "stage": "drawn", "showing": "the content"}
    measured = WELL.measured | {"disk_free": 2**20, "can_keep": False}
    ill = replace(WELL, clock="the clock says 1970", unclean_ends=[end, end], lost_messages=1200, measured=measured)
    staff = staffed(it, health=ill)
    come_in(it, staff, qtbot)
    assert staff.facts()["Health"].splitlines()[:5] == [
        "Unexpected ends of late: 2",
        "The clock of the machine is wrong",
        "The disk is nearly full",
        "Nothing can be written to the disk",
        "Messages that were lost: 1,200",
    ]


@pytest.mark.usefixtures("has_pin")
def test_people_see_read_and_reach_all_of_it(theatre: Open, qtbot: QtBot) -> None:
    it = theatre(show_of(languages=("en",)))
    staff = staffed(it, read(BROKEN), WELL)
    it.press(CORNER)
    staff.hold()
    it.release(CORNER)
    it.draw()
    found = [*audit.tree_faults(it.window), *audit.contrast_faults(it.window)]
    it.key("Escape")
    come_in(it, staff, qtbot)
    it.draw()
    found += [*audit.tree_faults(it.window), *audit.contrast_faults(it.window)]
    assert not found, "\n".join(found)
