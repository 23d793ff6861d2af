"""What GitHub's machines are told to do. That they do it, only they can tell."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.fixture(params=WORKFLOWS, ids=lambda file: file.stem)
def workflow(request: pytest.FixtureRequest) -> Any:
    return yaml.safe_load(request.param.read_text("utf-8"))


def test_they_may_read_and_nothing_else(workflow: Any) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert not [job for job in workflow["jobs"].values() if "permissions" in job]


def test_no_job_runs_for_ever(workflow: Any) -> None:
    assert all(job["timeout-minutes"] <= 45 for job in workflow["jobs"].values())


def test_what_others_made_is_named_by_its_hash(workflow: Any) -> None:
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", name)] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_what_they_run_is_there(file: Path) -> None:
    named = re.findall(r"(?<![\w/])((?:\.ci|packaging|tests)/[\w./-]*\w)", file.read_text("utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
