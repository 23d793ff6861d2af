from kiosk.bridge.binding_gate import miscounted, moved


def test_calls_emits_and_slots_leave_every_count_as_it_was() -> None:
    assert miscounted() == []


def test_references_that_are_kept_or_lost_are_noticed() -> None:
    payload, other = object(), object()
    kept: list[object] = []
    assert moved((other, payload), lambda: kept.append(payload)) == [payload]
    assert moved((other, payload), lambda: kept.remove(payload)) == [payload]
