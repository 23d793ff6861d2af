"""What the environment may bring into a show that fills a screen."""

import pytest

from kiosk.bridge.lock_down import shut_doors

OURS = "/opt/kiosk/current/_internal/PySide6/Qt/plugins"


@pytest.mark.parametrize(("is_bundled", "left"), [(False, {}), (True, {"QT_PLUGIN_PATH": OURS})])
def test_what_loads_code_is_taken_away_but_for_the_programs_own(is_bundled: bool, left: dict[str, str]) -> None:
    wanted = {"QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "2", "DISPLAY": ":0"}
    environment = wanted | {"QT_PLUGIN_PATH": OURS, "QML_IMPORT_PATH": "/tmp", "QT_IM_MODULE": "ibus"}
    shut_doors(environment, is_bundled=is_bundled)
    assert environment == wanted | left
