"""Values of the domain as one text and back: what is kept whole and never changed, such as an approved verslag."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache, partial
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def als_tekst(waarden: Mapping[str, object]) -> str:
    """Return values by name as JSON, the same for the same values."""
    return json.dumps(_kaal(waarden), ensure_ascii=False, sort_keys=True)


def uit_tekst(klasse: type[T], tekst: str, **meer: object) -> T:
    """Return a value whose fields stand in a text; ``meer`` are those that do not.

    A field that a later program adds has its default; one that it does not know any more is left out.
    """
    soort: object = klasse
    waarde: T = _lezer(soort)({**json.loads(tekst), **meer})
    return waarde


def _kaal(waarde: object) -> object:
    if is_dataclass(waarde):
        return {veld.name: _kaal(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, Mapping):
        return {str(naam): _kaal(een) for naam, een in waarde.items()}
    if isinstance(waarde, frozenset):
        return sorted(map(str, waarde))
    if isinstance(waarde, tuple):
        return [_kaal(een) for een in waarde]
    return waarde.isoformat() if isinstance(waarde, date | time) else waarde


@cache
def _lezer(soort: object) -> Callable[[Any], Any]:
    """Return what makes a value of a plain one, by the type of its field."""
    if isinstance(soort, UnionType):
        (kern,) = [deel for deel in get_args(soort) if deel is not type(None)]
        lees = _lezer(kern)
        return lambda ruw: None if ruw is None else lees(ruw)
    if (reeks := get_origin(soort)) in (tuple, frozenset):
        deel = get_args(soort)[0]
        return lambda ruw: reeks(map(_lezer(deel), ruw))
    if isinstance(soort, type) and is_dataclass(soort):
        return partial(_gemaakt, soort)
    if isinstance(soort, type) and issubclass(soort, date | time):
        return soort.fromisoformat
    if isinstance(soort, type) and issubclass(soort, str | int):
        return soort
    raise TypeError(f"geen tekst voor {soort!r}")


def _gemaakt(klasse: type, velden: Mapping[str, Any]) -> object:
    lezers = _velden(klasse)
    return klasse(**{naam: lezers[naam](ruw) for naam, ruw in velden.items() if naam in lezers})


@cache
def _velden(klasse: type) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(klasse)
    return {veld.name: _lezer(hints[veld.name]) for veld in fields(klasse)}
