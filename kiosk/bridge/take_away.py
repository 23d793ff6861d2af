"""What a page offers to take away, and its code. Imported after the start: the first slide needs none of it."""

from kiosk.bridge.slides import qr_code, qr_text
from kiosk.bridge.wording import wording
from kiosk.content.model import Show, Slide
from kiosk.show import take_away
from kiosk.show.take_away import Offer


def offer(slide: Slide, show: Show, language: str) -> Offer | None:
    """What a slide of a show offers in a language."""
    return take_away.offer(slide, show.title, language, wording(language), show.screen)


def code(offer: Offer) -> str:
    """The code of an offer, as a picture in a data address."""
    return (qr_code if offer.kind in ("address", "map") else qr_text)(offer.payload)
