"""Which items, nota's, notes, besluiten, verslagen and acties are found by other words when rows change."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlite_utils import Database

from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.tafels import Tafels
from tk_desktop.store.zoeken import Zoeksoort

_SOORTEN = {
    "agendapunt": Zoeksoort.AGENDAPUNT,
    "nota": Zoeksoort.NOTA,
    "aantekening": Zoeksoort.AANTEKENING,
    "besluit": Zoeksoort.BESLUIT,
    "puntverslag": Zoeksoort.VERSLAG,
    "actie": Zoeksoort.ACTIE,
}
_DELEN: Mapping[str, Collection[str]] = {
    "agendapunt": ("agendapunt_inleider", "voorstelpunt"),
    "nota": ("nota_sectie", "nota_argument", "voorstelpunt"),
    "aantekening": ("aantekening_plaats", "aantekening_label"),
    "actie": ("actie_stand",),
}
"""The tables with words of each."""


def maak_vindbaar(tafels: Tafels, rijen: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Derive anew by which words what stands in changed rows (table, columns) is found."""
    ids: dict[str, set[str]] = {tabel: set() for tabel in _SOORTEN}
    for naam, rij in rijen:
        for tabel in _SOORTEN:
            if naam == tabel:
                ids[tabel].add(str(rij["id"]))
            elif naam in _DELEN.get(tabel, ()):
                ids[tabel].add(str(rij.get(f"{tabel}_id") or ""))
    teksten: dict[str, Callable[[str], Sequence[str]]] = {
        "agendapunt": lambda id_: [tafels.agendapunten.get(id_).zoektekst()],
        "nota": lambda id_: [tafels.notas.get(id_).zoektekst()],
        "aantekening": lambda id_: [tafels.aantekeningen.get(id_).zoektekst()],
        "besluit": lambda id_: [tafels.besluiten.get(id_).zoektekst()],
        "puntverslag": lambda id_: tafels.puntverslagen.get(id_).zoekteksten(),
        "actie": lambda id_: [tafels.acties.get(id_).zoektekst()],
    }
    for tabel, soort in _SOORTEN.items():
        for id_ in sorted(ids[tabel]):
            with suppress(NietGevonden):
                tafels.zoekregister.neem_op(soort, id_, teksten[tabel](id_))


def eigenaars(db: Database, rijen: Iterable[tuple[str, str]]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Yield of changed rows (table, id), gone ones too, the columns by which they belong to what can be found."""
    per_deel = {deel: tabel for tabel, delen in _DELEN.items() for deel in delen}
    for tabel, id_ in rijen:
        if tabel in _SOORTEN:
            yield tabel, {"id": id_}
        elif tabel in per_deel:
            koppen = db.query(
                """SELECT veld, waarde FROM kop
                   WHERE tabel = :tabel AND rij = :rij AND veld GLOB '*_id' ORDER BY hlc, id""",
                {"tabel": tabel, "rij": id_},
            )
            yield tabel, {kop["veld"]: kop["waarde"] for kop in koppen}
