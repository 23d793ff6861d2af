"""The JSON Schema of the content file, for editors that complete and explain its keys."""

import dataclasses
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from kiosk.content.model import KINDS, Show, Slide
from kiosk.content.own_words import as_typed, english_words
from kiosk.content.values import LANGUAGE_PATTERN, File, Length, OwnWords, Text, Words, Written, format_duration

ONE_TEXT = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""YAML makes numbers and truth values of some texts; this program takes them as they are written."""

TEXT = {
    "title": "Text",
    "description": "A text that is the same in all languages, or a map of languages.",
    "anyOf": [
        ONE_TEXT,
        {
            "type": "object",
            "patternProperties": {f"^{LANGUAGE_PATTERN}$": ONE_TEXT},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ],
    "examples": ["The library", {"fr": "La bibliothèque", "en": "The library"}],
}


def schema() -> dict[str, Any]:
    """The JSON Schema, draft 2020-12, made from `kiosk.content.model`."""
    definitions: dict[str, Any] = {"Text": TEXT}
    show = _object(Show, definitions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **show, "$defs": definitions}


def _object(cls: type, definitions: dict[str, Any], **also: Any) -> dict[str, Any]:
    hints = get_type_hints(cls, include_extras=True)
    fields = dataclasses.fields(cls)
    return {
        "title": cls.__name__,
        "description": cls.__doc__,
        "type": "object",
        "properties": also | {part.name: _key(part, hints[part.name], definitions) for part in fields},
        "required": [*also, *(part.name for part in fields if part.default is dataclasses.MISSING)],
        "additionalProperties": False,
    }


def _key(part: "dataclasses.Field[Any]", hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"description": part.metadata["help"], **_value(hint, part.metadata, definitions)}
    if part.metadata["example"] not in ([], {}):
        found["examples"] = [part.metadata["example"]]
    default = _as_written(part.name, part.default, hint)
    return found if default is None else found | {"default": default}


def _as_written(name: str, default: Any, hint: Any) -> Any:
    """A default as an editor would write it; None if there is none worth telling."""
    if name == "duration":
        return "auto"
    if hint == Length:
        return f"{default:g}mm" if default else None
    if isinstance(default, float):
        return format_duration(default)
    return default if isinstance(default, str) else None


def _value(hint: Any, bounds: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    arguments = get_args(hint)
    match get_origin(hint):
        case origin if origin is Annotated:
            return _form(hint.__metadata__[0])
        case origin if origin in (Union, UnionType):
            (only,) = (argument for argument in arguments if argument is not type(None))
            return _value(only, bounds, definitions)
        case origin if origin is Literal:
            return {"enum": list(arguments)}
        case origin if origin is tuple:
            items = _value(arguments[0], bounds, definitions)
            return {"type": "array", "items": items, "minItems": bounds["at_least"], "maxItems": bounds["at_most"]}
    if hint is Text:
        return {"$ref": "#/$defs/Text"}
    if hint is OwnWords:
        words = {as_typed(words): {"description": words, **ONE_TEXT} for words in english_words()}
        named = {"type": "object", "properties": words, "additionalProperties": False}
        return {"type": "object", "patternProperties": {f"^{LANGUAGE_PATTERN}$": named}, "additionalProperties": False}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        definitions[hint.__name__] = _slide(definitions) if hint is Slide else _object(hint, definitions)
    reference = {"$ref": f"#/$defs/{hint.__name__}"}
    return {"anyOf": [{"type": "string"}, reference]} if hasattr(hint, "shorthand") else reference


def _form(form: Written | Words | File) -> dict[str, Any]:
    return {"type": "string", "minLength": 1} if isinstance(form, File) else dict(form.schema)


def _slide(definitions: dict[str, Any]) -> dict[str, Any]:
    """A slide is what its kind says, so that an editor completes the keys of that kind alone."""
    choices = []
    for kind, cls in KINDS.items():
        definitions[cls.__name__] = _object(cls, definitions, kind={"const": kind, "description": cls.__doc__})
        condition = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
        choices.append({"if": condition, "then": {"$ref": f"#/$defs/{cls.__name__}"}})
    return {
        "title": "Slide",
        "description": Slide.__doc__,
        "type": "object",
        "properties": {"kind": {"description": "What sort of slide it is.", "enum": list(KINDS)}},
        "required": ["kind", "id"],
        "allOf": choices,
    }
