"""What a run leaves behind for the next one."""

from pathlib import Path

import pytest

from kiosk.safety import showing
from kiosk.safety.ladder import Stage
from kiosk.safety.showing import Showing

ALPHA = Showing("this boot", Stage.DRAWN, "alpha", "fr", "Lantern House", "#5b2a86", "#ffffff")


def test_the_next_run_of_this_boot_goes_on_with_it(tmp_path: Path) -> None:
    showing.write(tmp_path, ALPHA)
    assert showing.read(tmp_path, "this boot") == ALPHA
    assert showing.read(tmp_path, "the next boot") == Showing("the next boot")


def test_a_title_of_any_length_is_kept_as_far_as_it_can_be(tmp_path: Path) -> None:
    showing.write(tmp_path, Showing("this boot", title="x" * 10_000))
    assert showing.read(tmp_path, "this boot").title == "x" * showing.LONGEST


@pytest.mark.parametrize(
    "broken",
    ["", "{}", "[1]", '{"boot": "this boot", "slide": 3}', '{"boot": "this boot", "stage": "x"}', '{"other": 1}'],
)
def test_what_is_not_ours_says_nothing(tmp_path: Path, broken: str) -> None:
    (tmp_path / showing.FILE).write_text(broken)
    assert showing.read(tmp_path, "this boot") == Showing("this boot")
    assert showing.read(None, "this boot") == Showing("this boot")
