"""Ink round words on version 2 of real texts stands round the same word, to the eye too, or in the tray.

The versions are those of ``test_verankering_seed``: once in the same lines with few words rewritten, once in other
lines with one word in ten, so that nearly all ink is elsewhere on its line and is to be looked at.
"""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tests.papier import passage_op
from tests.real.versies import Opmaak, Versie, Wijziging, hoofdstukken, zet
from tk_desktop.domain.aantekening import Anker, Inktpunt, Lijn, Oordeel, Soort, Vlak
from tk_desktop.paper.version_pages import Versiebladen
from tk_desktop.reading.aantekeningen import Leesplek, add_aantekening
from tk_desktop.reading.plaatsen import place_aantekeningen
from tk_desktop.store.werkmap import Store

INKT = 100
NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
DEZELFDE, ANDERE = Opmaak(afbreken=0.0), Opmaak(breedte=72)
"""How the first version is set and may be set again; and lines of another length, with words that break."""


class Anders(NamedTuple):
    """How the second version differs: by which throw, how many words are rewritten, and how it is set."""

    worp: int
    herschrijf: float
    nieuw: Opmaak


SPELING = 2.0
"""Points that ink may be off its word."""


@pytest.mark.parametrize("anders", [Anders(101, 0.01, DEZELFDE), Anders(102, 0.1, ANDERE)])
@pytest.mark.parametrize("bronnen", ["003 001", "000 004"])
def test_ink_stands_round_the_same_word_or_is_in_the_tray(
    zaden: Path, tmp_path: Path, toon: Callable[[str], None], bronnen: str, anders: Anders
) -> None:
    toeval = Random(anders.worp)
    een, twee = _versies(zaden, tmp_path, bronnen, anders, toeval)
    with (
        Store.open(tmp_path / "werkmap", maken=True) as store,
        Versiebladen({"een": tmp_path / "een.pdf", "twee": tmp_path / "twee.pdf"}.get) as bladen,
    ):
        punt = een_agendapunt(id="oever", titel="Oever")
        bewaar(store, een_opname(agendapunten=[punt], stukken=[een_stuk(id="stuk", agendapunt_id="oever")]))
        plek = Leesplek(vergadering_id=store.vergaderingen.all()[0].id, papier="stuk", agendapunt_id="oever")
        woorden = toeval.sample(een.volgorde, INKT)
        ids = [_teken(store, bladen, plek, een, woord) for woord in woorden]
        telling = place_aantekeningen(store, plek.vergadering_id, "stuk", "twee", bladen)
        uitslag = Counter(_uitslag(store, bladen, twee, id_, woord) for id_, woord in zip(ids, woorden, strict=True))
    toon(f"{bronnen} {anders.worp}: {', '.join(f'{naam} {aantal}' for naam, aantal in sorted(uitslag.items()))}")
    assert telling.totaal == INKT
    assert uitslag["fout, zeker"] == 0
    assert uitslag["fout, waarschijnlijk"] <= 0.02 * INKT
    assert uitslag["in het bakje"] <= 0.12 * INKT
    assert uitslag["goed, zeker"] >= 0.2 * INKT or anders.nieuw is ANDERE


def _versies(zaden: Path, doel: Path, bronnen: str, anders: Anders, toeval: Random) -> tuple[Versie, Versie]:
    eigen_bron, vreemd_bron = (next(zaden.glob(f"{nummer}_*.txt")) for nummer in bronnen.split())
    oud = hoofdstukken([eigen_bron])
    eigen = [woord.tekst for hoofdstuk in oud for alinea in hoofdstuk for woord in alinea if woord.tekst[0].isalnum()]
    vreemd = toeval.sample(hoofdstukken([vreemd_bron]), 4)
    wijziging = Wijziging(toeval=toeval, eigen=eigen, vreemd=vreemd, herschrijf=anders.herschrijf)
    een = zet(oud, DEZELFDE, toeval, doel / "een.pdf")
    return een, zet(wijziging(oud), anders.nieuw, toeval, doel / "twee.pdf")


def _kader(bladen: Versiebladen, versie: str, anker: Anker) -> Vlak:
    (kader, *_) = passage_op(bladen, versie, anker.pagina, anker.begin, anker.begin + len(anker.citaat))
    return kader


def _teken(store: Store, bladen: Versiebladen, plek: Leesplek, een: Versie, woord: int) -> str:
    """Draw a stroke over a word and return the id of the note."""
    op = een.anker(*een.woorden[woord])
    kader = _kader(bladen, "een", op)
    lijn = Lijn(op.pagina, (Inktpunt(kader.x0, kader.y0), Inktpunt(kader.x1, kader.y1)))
    anker = Anker(versie="een", pagina=op.pagina, begin=op.begin, eind=op.begin, vlakken=(kader,))
    noot = add_aantekening(
        store, plek, anker, Soort.INKT, eigenaar="Roos", moment=NU, lijnen=(lijn,), paginas=een.tekst.paginas
    )
    return noot.id


def _uitslag(store: Store, bladen: Versiebladen, twee: Versie, id_: str, woord: int) -> str:
    """Hold where ink stands against where its word went."""
    plaats = store.aantekeningen.get(id_).plaats
    assert plaats is not None
    if plaats.oordeel is Oordeel.NIET_GEVONDEN:
        return "in het bakje"
    goed = False
    if woord in twee.woorden:
        hoort, (staat, *_) = _kader(bladen, "twee", twee.anker(*twee.woorden[woord])), plaats.anker.vlakken
        verder = max(abs(hoort.x0 - staat.x0), abs(hoort.y0 - staat.y0))
        goed = hoort.pagina == staat.pagina and verder <= SPELING
    return f"{'goed' if goed else 'fout'}, {plaats.oordeel.value}"
