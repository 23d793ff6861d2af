"""Numbers, dates and the program's own words in a language, for what is made without Qt."""

from functools import partial

from kiosk.bridge import formats
from kiosk.bridge.translations import say
from kiosk.show.narration import Wording


def wording(language: str) -> Wording:
    """How a language writes them."""
    return Wording(
        number=partial(formats.number, language=language),
        date=partial(formats.date, language=language),
        say=partial(say, language),
    )
