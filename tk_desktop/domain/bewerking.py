"""Operations: what one laptop tells the others, a field of a row at a time.

The state of a werkmap is a pure function of the *set* of operations it knows: the order in which they come, and how
often, changes nothing. An operation names the operations that its writer saw and replaced; a value that nobody replaced
is still there, whatever the clocks say.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

from tk_desktop.domain.klok import HOOGST

RIJ = "_rij"
"""The field that says that a row was made; its value is 1."""
WEG = "_weg"
"""The field that says that a row was taken away. Its value is a JSON list of the ids of all values of the row that were
seen then, and ``None`` when the row came back. Taking away holds only while the row has no value outside that list."""

Waarde = str | int | float | None
Veldsleutel = tuple[str, str, str, str]

_ID = re.compile(r"[0-9a-f]{20}")
_NAAM = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_LANGSTE_RIJ = 300
_GROOTSTE = 1 << 63


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewerking:
    """One field of one row was set.

    ``id`` is 20 hexadecimal digits; ``hlc`` a moment (``domain.klok``); ``bereik`` a scope as text; ``tabel`` and
    ``veld`` are names of the schema of its writer, which may be newer than ours; ``vervangt`` holds ids.
    ``apparaat`` is who wrote it, empty for this laptop; that stands in the segment, not in the line.
    """

    id: str
    hlc: int
    bereik: str
    tabel: str
    rij: str
    veld: str
    waarde: Waarde
    vervangt: tuple[str, ...] = ()
    apparaat: str = ""

    @property
    def sleutel(self) -> Veldsleutel:
        """Which field of which row, in which scope: operations with another key have nothing to do with each other."""
        return (self.bereik, self.tabel, self.rij, self.veld)


def schrijf_regel(bewerking: Bewerking) -> bytes:
    """Return an operation as one line of a segment, without its scope and without the end of the line."""
    kern = [
        bewerking.id,
        bewerking.hlc,
        bewerking.tabel,
        bewerking.rij,
        bewerking.veld,
        bewerking.waarde,
    ]
    return b"\t".join(_als_json(deel) for deel in (kern, bewerking.vervangt))


def lees_regel(bereik: str, regel: bytes, apparaat: str = "") -> Bewerking:
    """Return the operation that a line of a segment holds; the inverse of ``schrijf_regel``.

    The line is of a stranger: raises ``ValueError`` at anything that ``schrijf_regel`` could not have written.
    """
    tekst = regel.decode()
    delen, tab = _json_vanaf(tekst, 0)
    vervangt, einde = _json_vanaf(tekst, tab + 1)
    if tekst[tab : tab + 1] != "\t" or einde != len(tekst):
        raise ValueError("een bewerking heeft twee delen, met een tab ertussen")
    if not isinstance(delen, list) or len(delen) != 6:
        raise ValueError("een bewerking heeft zes waarden")
    id_, hlc, tabel, rij, veld, waarde = delen
    return Bewerking(
        id=_id(id_),
        hlc=_moment(hlc),
        bereik=bereik,
        tabel=_naam(tabel),
        rij=_rij(rij),
        veld=_naam(veld),
        waarde=_gewist(waarde) if veld == WEG else _waarde(waarde),
        vervangt=_ids(vervangt),
        apparaat=apparaat,
    )


def gezien(waarde: Waarde) -> frozenset[str]:
    """Return the ids of the values that a ``_weg`` had seen."""
    return frozenset(json.loads(waarde)) if isinstance(waarde, str) else frozenset()


def _als_json(waarde: object) -> bytes:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _geen_getal(naam: str) -> None:
    raise ValueError(f"{naam} is geen getal")


_LEZER = json.JSONDecoder(parse_constant=_geen_getal)
"""Made once: a decoder of its own for each line takes longer than reading the line."""


def _json_vanaf(tekst: str, begin: int) -> tuple[object, int]:
    """Return the value that begins there, and where it ends."""
    try:
        return _LEZER.raw_decode(tekst, begin)
    except RecursionError as fout:
        raise ValueError("te diep") from fout


def _id(waarde: object) -> str:
    if not isinstance(waarde, str) or not _ID.fullmatch(waarde):
        raise ValueError("geen id van een bewerking")
    return waarde


def _ids(waarde: object) -> tuple[str, ...]:
    if not isinstance(waarde, list):
        raise ValueError("geen lijst van ids")
    return tuple([_id(een) for een in waarde]) if waarde else ()


def _moment(waarde: object) -> int:
    if not isinstance(waarde, int) or isinstance(waarde, bool) or not 0 <= waarde <= HOOGST:
        raise ValueError("geen moment")
    return waarde


def _naam(waarde: object) -> str:
    if not isinstance(waarde, str):
        raise ValueError("geen naam van een tabel of veld")
    return _bekende_naam(waarde)


@lru_cache(maxsize=4096)
def _bekende_naam(naam: str) -> str:
    """Return a name that may be one; each of the few there are is looked at once, and kept once for all operations."""
    if not _NAAM.fullmatch(naam):
        raise ValueError("geen naam van een tabel of veld")
    return naam


def _rij(waarde: object) -> str:
    if not isinstance(waarde, str) or not 0 < len(waarde) <= _LANGSTE_RIJ:
        raise ValueError("geen id van een rij")
    return _leesbaar(waarde)


def _waarde(waarde: object) -> Waarde:
    if isinstance(waarde, str):
        return _leesbaar(waarde)
    if isinstance(waarde, bool) or (isinstance(waarde, int) and not -_GROOTSTE <= waarde < _GROOTSTE):
        raise ValueError("geen waarde")
    if waarde is None or (isinstance(waarde, int | float) and isfinite(waarde)):
        return waarde
    raise ValueError("geen waarde")


def _gewist(waarde: object) -> Waarde:
    if waarde is None:
        return None
    if not isinstance(waarde, str):
        raise ValueError("geen lijst van wat gezien was")
    gelezen, einde = _json_vanaf(waarde, 0)
    if einde != len(waarde):
        raise ValueError("geen lijst van wat gezien was")
    lijst: Sequence[str] = _ids(gelezen)
    return _als_json(lijst).decode()


def _leesbaar(tekst: str) -> str:
    if not tekst.isascii():
        tekst.encode()  # half a pair of surrogates has no place in a file or a database
    return tekst
