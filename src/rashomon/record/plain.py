"""Records to plain JSON values and back: one converter for the ledger, the export and the engines.

Rule: lossless. `from_plain(type(r), to_plain(r)) == r` for every record; bytes are not carried (pages are kept
as files).
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
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
    builders = _builders(cast(Any, cls))
    given = {key: _built(builders[key], value) for key, value in data.items() if key in builders}
    return cls(**given)


_PAIRED = ("roles", "meta")


def _field_to_plain(name: str, value: Any) -> Any:
    if name in _PAIRED and all(isinstance(item, tuple) and len(item) == 2 for item in value):
        return {key: to_plain(item) for key, item in value}
    return to_plain(value)


Builder = Callable[[Any], Any] | None
"""Makes a field's value out of a plain one; None = it is the plain one itself."""


def _built(builder: Builder, value: Any) -> Any:
    return value if builder is None or value is None else builder(value)


@cache
def _builders(cls: Any) -> dict[str, Builder]:
    """Field -> builder, worked out once a class: a million records are built by it."""
    hints = typing.get_type_hints(cls)
    return {field.name: _builder(hints[field.name], field.name) for field in dataclasses.fields(cls) if field.init}


def _builder(hint: Any, name: str = "") -> Builder:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _builder(next(arg for arg in typing.get_args(hint) if arg is not type(None)), name)
    if origin is tuple:
        return _tuple_builder(typing.get_args(hint), name)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return lambda value: from_plain(cast(type[Any], hint), value)
    return None


def _tuple_builder(args: tuple[Any, ...], name: str) -> Builder:
    if name in _PAIRED:
        inner, pairs = _builder(typing.get_args(args[0])[1]), _items_builder(args)
        return lambda value: _paired(value, inner) if isinstance(value, Mapping) else pairs(value)
    return _items_builder(args)


def _items_builder(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _builder(args[0])
        return tuple if item is None else lambda value: tuple([_built(item, one) for one in value])
    builders = tuple(_builder(arg) for arg in args)
    return lambda value: tuple(_built(item, one) for item, one in zip(builders, value, strict=True))


def _paired(value: Mapping[str, Any], inner: Builder) -> tuple[Any, ...]:
    return tuple((key, _built(inner, item)) for key, item in value.items())
