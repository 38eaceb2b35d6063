"""Whether a werkmap is as it was before a step or after it, and nothing in it half."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pikepdf

from tests.storing.reizen import Reis, geopend
from tk_desktop.exchange.inzien import verify_bundel
from tk_desktop.exchange.nazien import examine
from tk_desktop.store.driver import Databasefout, verbind
from tk_desktop.store.kluis import Kluis, sleutel_van
from tk_desktop.store.werkmap import Store

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.+]*")
_VERWIJZING = re.compile(r"[0-9a-f]{20,}")
"""An id in a text that refers to something."""
_BEKEND = re.compile(
    r"tk\.db|sleutels\.json|teller\.json|kluis\.json|kopieen/\w[\w-]*\.db|stukken/../[0-9a-f]{64}|cache/.*|(.*/)?\.tk-.*"
)
"""What may lie in a werkmap that was opened and closed; ``.tk-…`` is a beginning that is swept within the hour."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a werkmap stands: a digest of all rows and choices, and which files that rows name are not here yet.

    The digest is the same whatever ids and moments were given out.
    """

    rijen: str
    mist: frozenset[str]


def stand(store: Store) -> Stand:
    """Return how a werkmap stands."""
    rijen = store.rijen()
    ids = {id_ for _, id_ in rijen}
    regels = sorted(
        tabel + repr([(veld, _zonder_toeval(waarde, ids)) for veld, waarde in sorted(rij.items())])
        for (tabel, _), rij in rijen.items()
    )
    conflicten = sorted((een.tabel, een.rij, een.veld) for een in store.conflicten())
    genoemd = {versie.sha256 for versie in store.versies.all()}
    return Stand(
        sha256(repr((regels, conflicten)).encode()).hexdigest(),
        frozenset(som for som in genoemd if not store.bestanden.plek(som).is_file()),
    )


def _zonder_toeval(waarde: object, ids: set[str]) -> object:
    if not isinstance(waarde, str):
        return waarde
    return "id" if waarde in ids else _VERWIJZING.sub("id", _MOMENT.sub("moment", waarde))


def stand_van(map_: Path) -> Stand:
    """Return how the werkmap of a journey stands."""
    with geopend(map_) as (store, _):
        return stand(store)


def staten(reis: Reis, begin: Path, werk: Path) -> tuple[Stand, ...]:
    """Return how the werkmap stands before the first step of a journey that nothing disturbs, and after each."""
    map_ = werk / "ongestoord"
    shutil.copytree(begin, map_)
    uit = [stand_van(map_)]
    for stap in reis.stappen:
        stap(map_)
        uit.append(stand_van(map_))
    shutil.rmtree(map_)
    return tuple(uit)


def klachten(reis: Reis, map_: Path, erkend: int, hoort: tuple[Stand, ...], *, verder: bool = True) -> Iterator[str]:
    """Yield what is wrong with a werkmap that was disturbed when so many steps had been acknowledged.

    With ``verder`` the journey is finished from there, as its user would.
    """
    yield from _nu(map_, hoort[erkend : erkend + 2])
    if verder:
        for stap in reis.stappen[erkend:]:
            stap(map_)
        yield from (f"na afmaken: {klacht}" for klacht in _nu(map_, hoort[-1:]))


def _nu(map_: Path, mag: tuple[Stand, ...]) -> Iterator[str]:
    with geopend(map_) as (store, bos):
        is_ = stand(store)
        if is_.rijen not in {een.rijen for een in mag}:
            yield "de rijen zijn niet die van voor of na de stap"
        if is_.mist - frozenset().union(*(een.mist for een in mag)):
            yield "een bestand dat rijen noemen is weg"
        nazicht = examine(store, bos)
        if not replace(nazicht, gezondheid=replace(nazicht.gezondheid, ontbreekt=())).goed:
            yield f"tk doctor: {nazicht}"
        yield from _kopieen(map_ / "werkmap", store)
        yield from _halve(map_ / "uit", store)
    for pad in (map_ / "werkmap").rglob("*"):
        naam = pad.relative_to(map_ / "werkmap").as_posix()
        if pad.is_file() and not _BEKEND.fullmatch(naam):
            yield f"een vreemd bestand: {naam}"


def _kopieen(werkmap: Path, store: Store) -> Iterator[str]:
    kluis: Kluis | None = store._kluis
    for pad in (werkmap / "kopieen").glob("*.db"):
        try:
            with closing(verbind(pad, sleutel_van(kluis), alleen_lezen=True)) as db:
                if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    yield f"kopie {pad.name} is niet heel"
        except Databasefout as fout:
            yield f"kopie {pad.name}: {fout}"


def _halve(map_: Path, store: Store) -> Iterator[str]:
    """Yield what was made for others and is not whole."""
    for pad in map_.rglob("*"):
        if pad.name.startswith(".tk-") or pad.is_dir():
            continue
        try:
            _lees(pad, store)
        except Exception as fout:  # noqa: BLE001  whatever it is, it is not whole
            yield f"half bestand {pad.name}: {fout}"


def _lees(pad: Path, store: Store) -> None:
    if pad.suffix == ".tkb":
        verify_bundel(pad, store)
    elif pad.suffix == ".pdf":
        pikepdf.open(pad).close()
    else:
        with zipfile.ZipFile(pad) as pak:
            assert pak.testzip() is None
