"""What Prometheus is told of a show, and that it understands it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from kiosk.safety import metrics
from kiosk.safety.health import Health, Measured, Record
from tests.safety.test_health import WELL, written

ILL = replace(
    WELL, content='/srv/"x"\\\n\udcff', clock="the clock says 1970-01-01", errors=3, rung=2, mode="visit",
    last_visit=4.5, lost_messages=7, measured=asdict(Measured()),
)  # fmt: skip

NAME = r"kiosk(?:_[a-z]+)+"
SAMPLE = re.compile(
    rf'(?P<name>{NAME})(?:\{{[a-z]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z]+="(?:[^"\\\n]|\\["\\n])*")*\}})? (?P<value>\S+)'
)


def samples(text: str) -> Iterator[tuple[str, float]]:
    """The names and values of a text, each line of which must be as the format asks for."""
    assert text.endswith("\n")
    lines = iter(text.removesuffix("\n").split("\n"))
    for helping, typed, sample in zip(lines, lines, lines, strict=True):
        found = SAMPLE.fullmatch(sample)
        assert found, sample
        name, kind = found["name"], "counter" if found["name"].endswith("_total") else "gauge"
        assert re.fullmatch(rf"# HELP {name} [A-Z0-9].+\.", helping)
        assert typed == f"# TYPE {name} {kind}"
        yield name, float(found["value"])


@pytest.mark.parametrize("health", [WELL, ILL], ids=["well", "ill"])
def test_the_format_is_kept(health: Health) -> None:
    names = [name for name, _ in samples(metrics.text(health))]
    assert len(names) == len(set(names)) > 10


@pytest.mark.parametrize("health", [WELL, ILL], ids=["well", "ill"])
def test_prometheus_finds_nothing_wrong(health: Health) -> None:
    promtool = shutil.which("promtool")
    if not promtool:
        pytest.skip("promtool is not installed: Debian's package prometheus has it")
    text = metrics.text(health)
    done = subprocess.run([promtool, "check", "metrics"], input=text, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_it_says_what_the_record_says() -> None:
    told = dict(samples(metrics.text(WELL)))
    assert told["kiosk_info"] == told["kiosk_displays"] == told["kiosk_clock_trusted"] == 1
    assert told["kiosk_complaints"] == told["kiosk_visit"] == told["kiosk_rung"] == 0
    assert (told["kiosk_frames_total"], told["kiosk_uptime_seconds"]) == (12, 90)
    assert (told["kiosk_proportional_memory_bytes"], told["kiosk_state_disk_free_bytes"]) == (2**26, 2**33)


def test_it_says_what_is_wrong() -> None:
    told = dict(samples(metrics.text(ILL)))
    assert told["kiosk_complaints"] == 4
    assert (told["kiosk_rung"], told["kiosk_content_errors"], told["kiosk_lost_messages_total"]) == (2, 3, 7)
    assert (told["kiosk_visit"], told["kiosk_last_visit_age_seconds"], told["kiosk_clock_trusted"]) == (1, 4.5, 0)


def test_what_is_not_known_is_left_out() -> None:
    assert "kiosk_last_visit_age_seconds" not in metrics.text(WELL)
    assert "_bytes" not in metrics.text(ILL)


def test_a_label_that_cannot_be_read_spoils_nothing() -> None:
    assert r'content="/srv/\"x\"\\\n?"' in metrics.text(ILL)


def test_it_is_written_with_each_record_and_gone_at_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "textfile"
    folder.mkdir()
    record = Record(tmp_path, tmp_path, str(folder))
    record.write(asdict(WELL))
    written(record)
    (file,) = folder.iterdir()
    assert (file.name, file.stat().st_mode & 0o777) == ("kiosk.prom", 0o644)
    assert dict(samples(file.read_text("utf-8")))["kiosk_frames_total"] == 12
    record.close()
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    record = Record(tmp_path, tmp_path, str(tmp_path / "gone"))
    record.write(asdict(WELL))
    written(record)
    assert f"{tmp_path / 'gone'}: no metrics are written: No such file" in caplog.text
    assert (tmp_path / "status.json").exists()
    record.close()
    assert not (tmp_path / "status.json").exists()


def test_operators_are_told_of_each() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")
    assert [name for name, _ in samples(metrics.text(ILL)) if f"`{name}`" not in manual] == []
    assert [name for name, _ in samples(metrics.text(WELL)) if f"`{name}`" not in manual] == []
