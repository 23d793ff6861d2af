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
    assert all(job["timeout-minutes"] <= 90 for job in workflow["jobs"].values())


def test_what_others_made_is_named_by_its_hash(workflow: Any) -> None:
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", name)] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_what_they_run_is_there(file: Path) -> None:
    text = file.read_text("utf-8")
    files = re.findall(r"(?<![\w/])((?:\.ci|packaging|tests)/[\w./-]*\w)", text)
    assert [name for name in files if not (ROOT / name).exists()] == []
    jobs = yaml.safe_load(text)["jobs"].values()
    commands = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    commands += [command for job in jobs for command in job.get("strategy", {}).get("matrix", {}).get("run", ())]
    made = {word for command in commands if command.startswith("make ") for word in command.split()[1:]}
    assert files or made
    (targets,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {word for word in made if "=" not in word} <= set(targets.split())
