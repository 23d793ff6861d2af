"""When the screen is to be on, by the clock on the wall."""

from collections.abc import Iterable
from datetime import datetime

from kiosk.content.values import DAY, Hours


def is_within(hours: Iterable[Hours], now: datetime) -> bool:
    """Whether a local time is within any of the hours.

    What the clock says counts, and nothing else does: so it is right at each moment whatever the clock did before it.
    """
    minute = 60 * now.hour + now.minute
    today, yesterday = now.weekday(), (now.weekday() - 1) % 7
    return any(
        (today in each.days and each.start <= minute < each.end) or (yesterday in each.days and minute < each.end - DAY)
        for each in hours
    )
