"""Records to plain JSON values and back: one converter for the ledger, the export and the engines.

Rule: lossless. `from_plain(type(r), to_plain(r)) == r` for every record; bytes are not carried (pages are kept
as files).
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, cast

R = TypeVar("R")


def to_plain(value: object) -> Any:
    """Dicts, lists, strings, numbers and None, in the order of the fields; pairs fields stay lists of pairs, except
    `roles` and `meta`, which become objects."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _field_to_plain(field.name, getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.name != "raw"
        }
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(cls: type[R], data: Mapping[str, Any]) -> R:
    """The record of class `cls` that `to_plain` wrote; unknown keys are left aside, missing ones take defaults."""
    hints = _hints(cast(Any, cls))
    given = {key: _build(hints[key], value, key) for key, value in data.items() if key in hints}
    return cls(**given)


_PAIRED = ("roles", "meta")


def _field_to_plain(name: str, value: Any) -> Any:
    if name in _PAIRED and all(isinstance(item, tuple) and len(item) == 2 for item in value):
        return {key: to_plain(item) for key, item in value}
    return to_plain(value)


@cache
def _hints(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {field.name: hints[field.name] for field in dataclasses.fields(cls) if field.init}


def _build(hint: Any, value: Any, name: str = "") -> Any:
    if value is None:
        return None
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _build(next(arg for arg in typing.get_args(hint) if arg is not type(None)), value, name)
    if origin is tuple:
        return _build_tuple(typing.get_args(hint), value, name)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return from_plain(cast(type[Any], hint), value)
    return value


def _build_tuple(args: tuple[Any, ...], value: Any, name: str) -> tuple[Any, ...]:
    if name in _PAIRED and isinstance(value, Mapping):
        inner = typing.get_args(args[0])[1]
        return tuple((key, _build(inner, item)) for key, item in value.items())
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_build(args[0], item) for item in value)
    return tuple(_build(arg, item) for arg, item in zip(args, value, strict=True))
