"""How well one colour stands out from another."""

from collections.abc import Iterable

_LINEAR = [
    part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (n / 255 for n in range(256))
]
"""The light of each of the 256 steps of a colour's part."""


def _luminance(colour: int) -> float:
    return 0.2126 * _LINEAR[colour >> 16 & 255] + 0.7152 * _LINEAR[colour >> 8 & 255] + 0.0722 * _LINEAR[colour & 255]


def _ratio(a: float, b: float) -> float:
    darker, lighter = (a, b) if a < b else (b, a)
    return (lighter + 0.05) / (darker + 0.05)


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours `#rrggbb`, from 1 (the same) to 21 (black on white). Source: WCAG 2.2."""
    return _ratio(_luminance(int(a[1:], 16)), _luminance(int(b[1:], 16)))


def least_contrast(colour: int, grounds: Iterable[int], opacity: float = 1.0) -> float:
    """The least contrast ratio of a colour `0xrrggbb`, so opaque, drawn on each of some grounds."""
    if opacity >= 1:
        own = _luminance(colour)
        return min(_ratio(own, _luminance(ground)) for ground in grounds)
    return min(_ratio(_luminance(_drawn(colour, ground, opacity)), _luminance(ground)) for ground in grounds)


def _drawn(colour: int, ground: int, opacity: float) -> int:
    mixed = 0
    for shift in (16, 8, 0):
        part = (colour >> shift & 255) * opacity + (ground >> shift & 255) * (1 - opacity)
        mixed |= round(part) << shift
    return mixed
