"""Typography by language, so that an editor may type plain quotes, hyphens and spaces.

French sets a thin space before `;`, `!` and `?` and a full one before `:` and inside guillemets, none
of them breaking. The Office québécois de la langue française and the Imprimerie nationale agree on
this wherever a thin space can be set, so France and Québec need no settings of their own.
"""

import re

NO_BREAK = "\u00a0"
THIN = "\u202f"

_SPACE = f"[ {NO_BREAK}{THIN}]"

# Addresses and escaped signs mean themselves: they are set aside, and put back untouched.
_ASIDE = "\ufffc"
_KEPT = re.compile(
    rf"""
      \\.
    | (?<!\w) (?: https?:// | www\. | mailto: | tel: | geo: ) \S* [^\s.,;:!?…»”"')\]*]
    | (?<![\w.+-]) [\w.+-]+ @ \w[\w-]* (?: \.\w[\w-]* )+
    | (?<![\w.-]) \w[\w-]* (?: \.\w[\w-]* )+ /\S* [^\s.,;:!?…»”"')\]*]
    | {_ASIDE}
    """,
    re.VERBOSE,
)

_QUOTES = {
    "ar": ("«", "»"),
    "de": ("„", "“"),
    "en": ("“", "”"),
    "es": ("«", "»"),
    "fr": ("«", "»"),
    "ja": ("「", "」"),
}
_SPACED_SIGNS = ("de", "es", "fr")
"""The languages that write a space before % and a currency sign."""

_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'|'(?=[^\W\d_])")
# Within a word a quotation mark is none, but Japanese sets no spaces between words.
_IN_WORD = r"(?:[^\W\u3040-\u9fff]|\")"
_QUOTED = re.compile(rf'(?<!{_IN_WORD})"(?=\S)([^"«»„“”「」]+)(?<=\S)"(?!{_IN_WORD})')
_SPACED_DASH = re.compile(rf"(?<=\S){_SPACE}(-{{1,3}}|[–—])(?= \S)")
_JOINED_HYPHENS = re.compile(r"(?<=\w)---?(?=\w)")
_TIMES = re.compile(r"(?<=:[0-9]{2})-(?=[0-9])")
_RANGE = re.compile(r"(?<![\w.,:/+–-])([1-9][0-9]{0,3})-([1-9][0-9]{0,3})(?![\w–-]|[.,:/][0-9])")
_BEFORE_UNIT = re.compile(
    r"(?<=[0-9]) (?=[%‰€$£]|(?:°[CF]?|km²|m²|m³|pi²|km|cm|mm|m|ha|kg|g|t|[kMGT][oB]|k?Wh?|MW|min|h|s|[ap]m)(?!\w))"
)
_BEFORE_SIGN = re.compile(rf"(?<=[0-9]){_SPACE}?(?=[%‰€$£])")

_OPENING_GUILLEMET = re.compile(rf"«{_SPACE}*(?=\S)")
_CLOSING_GUILLEMET = re.compile(rf"(?<=\S){_SPACE}*»")
# The stars of an emphasis that ends belong to the word before the sign.
_HIGH_SIGN = re.compile(rf"([^\s(\[*¿¡]\**){_SPACE}*([;!?]+)(?=[\s*»”’\")\]…,.]|$)")
_COLON = re.compile(rf"([^\s(\[*:]\**){_SPACE}*:(?=[\s*»”;!?]|$)")
_MINUTES = re.compile(rf"(?<=[0-9]{_SPACE}h) (?=[0-9])")
_GROUPED_NUMBER = re.compile(rf"(?<![0-9.,])[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+(?![0-9-]|{_SPACE}[0-9])")


def typeset(text: str, language: str) -> str:
    """The text with the quotes, apostrophes, dashes and no-break spaces of its language.

    Never changes an address, a telephone number, a date in digits or a sign after a backslash, and
    changes nothing in a text it has set before. Markup may stand in the text. Of a language it does not
    know it sets the ellipsis and the apostrophe.
    """
    kept = _KEPT.findall(text)
    text = _KEPT.sub(_ASIDE, text)
    text = _ELLIPSIS.sub("…", text)
    text = _APOSTROPHE.sub("’", text)
    base = language.partition("-")[0].lower()
    if base in _QUOTES:
        opening, closing = _QUOTES[base]
        text = _QUOTED.sub(rf"{opening}\1{closing}", text)
    if base == "fr":
        text = _OPENING_GUILLEMET.sub(f"«{NO_BREAK}", text)
        text = _CLOSING_GUILLEMET.sub(f"{NO_BREAK}»", text)
        text = _COLON.sub(rf"\1{NO_BREAK}:", text)
        text = _HIGH_SIGN.sub(rf"\1{THIN}\2", text)
        text = _MINUTES.sub(NO_BREAK, text)
        text = _GROUPED_NUMBER.sub(lambda number: re.sub(_SPACE, THIN, number[0]), text)
    if base in _SPACED_SIGNS:
        text = _BEFORE_SIGN.sub(NO_BREAK, text)
    if base in _QUOTES:
        text = _SPACED_DASH.sub(lambda dash: NO_BREAK + ("—" if dash[1] == "—" else "–"), text)
        text = _JOINED_HYPHENS.sub("—", text)
        text = _TIMES.sub("–", text)
        text = _RANGE.sub(_range, text)
        text = _BEFORE_UNIT.sub(NO_BREAK, text)
    parts = iter(kept)
    return re.sub(_ASIDE, lambda _: next(parts), text)


def _range(match: re.Match[str]) -> str:
    """Two numbers with an en dash between them, if they read as from … to."""
    first, last = match.groups()
    is_telephone = len(first) == 3 and len(last) == 4
    is_short_year = len(first) == 4 and len(last) == 2 and int(last) > max(12, int(first[2:]))  # up to 12: a month
    return f"{first}–{last}" if is_short_year or (int(first) < int(last) and not is_telephone) else match[0]
