"""A kind of slide is whole: what an editor writes, what QML sees, how it looks, and how it is explained."""

from pathlib import Path

import pytest

from kiosk.bridge.slides import VIEW_MODELS
from kiosk.content.model import KINDS, Slide

ROOT = Path(__file__).resolve().parents[1]
SLIDES = ROOT / "kiosk" / "qml" / "Kiosk" / "Slides"


@pytest.mark.parametrize("slide", KINDS.values(), ids=KINDS)
def test_a_kind_is_whole(slide: type[Slide]) -> None:
    name = f"{slide.kind.capitalize()}Slide"
    assert slide.__name__ == name
    assert VIEW_MODELS[slide].__name__ == name
    assert f"required property Bridge.{name} slide" in (SLIDES / f"{name}.qml").read_text("utf-8")
    assert f"{name} 1.0 {name}.qml" in (SLIDES / "qmldir").read_text("utf-8").splitlines()
    assert f"kind: {slide.kind}" in (ROOT / "docs" / "content.md").read_text("utf-8")


def test_nothing_is_left_over() -> None:
    assert set(VIEW_MODELS) == set(KINDS.values())
    drawn = {file.stem for file in SLIDES.glob("*Slide.qml")} - {"Slide"}
    assert drawn == {f"{kind.capitalize()}Slide" for kind in KINDS}
