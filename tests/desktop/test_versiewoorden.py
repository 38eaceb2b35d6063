"""What the window says of a paper of which another version came, and of the notes on it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.notenbouwers import een_plaats
from tk_desktop.desktop.reader.versieverschil import Plekverschil
from tk_desktop.desktop.reader.versiewoorden import als_beeld_zin, blad_zin, reden_zin, telling_zin, vervangen_zin
from tk_desktop.domain.aantekening import Oordeel, Soort
from tk_desktop.domain.plaatstelling import Plaatstelling
from tk_desktop.domain.verankering.oordelen import Reden
from tk_desktop.domain.verankering.verschil import Bladstand, Bladverschil, Deelsoort, Tekstdeel
from tk_desktop.reading.versiezoeker import AFGEWEZEN


@pytest.mark.parametrize("soort", [Soort.MARKERING, Soort.INKT, Soort.BLADNOTITIE])
@pytest.mark.parametrize("reden", [*Reden, AFGEWEZEN])
def test_every_reason_to_look_at_a_note_has_its_words(reden: str, soort: Soort) -> None:
    zin = reden_zin(een_plaats(oordeel=Oordeel.WAARSCHIJNLIJK, reden=reden), soort)
    assert zin.endswith(".")
    zonder_woorden = soort is not Soort.MARKERING and reden != AFGEWEZEN
    begin = {Soort.INKT: "De tekening ", Soort.BLADNOTITIE: "De notitie bij de bladzijde "}.get(soort, "")
    assert zin.startswith(begin) == (zonder_woorden or not begin)


@pytest.mark.parametrize(
    ("telling", "zin"),
    [
        (Plaatstelling(nieuw=2), ""),
        (Plaatstelling(op_plaats=1, nieuw=2), "Uw aantekening staat op haar plaats."),
        (Plaatstelling(op_plaats=3), "Uw 3 aantekeningen staan op hun plaats."),
        (Plaatstelling(gewijzigd=1), "Bij uw aantekening is de tekst gewijzigd."),
        (Plaatstelling(onzeker=1), "Van uw aantekening is de plek onzeker."),
        (Plaatstelling(niet_gevonden=1), "Uw aantekening is niet teruggevonden."),
        (
            Plaatstelling(niet_gevonden=2),
            "Geen van uw 2 aantekeningen staat op haar plaats; 2 zijn niet teruggevonden.",
        ),
        (
            Plaatstelling(op_plaats=4, gewijzigd=2, onzeker=1, niet_gevonden=1, nieuw=5),
            "4 van uw 8 aantekeningen staan op hun plaats; "
            "bij 2 is de tekst gewijzigd, van 1 is de plek onzeker en 1 is niet teruggevonden.",
        ),
    ],
)
def test_the_bar_counts_what_came_along_and_nothing_else(telling: Plaatstelling, zin: str) -> None:
    assert telling_zin(telling) == zin


def test_the_bar_says_which_version_became_which_and_when() -> None:
    dag = date(2026, 3, 2)
    assert vervangen_zin("Dit stuk", dag, 1, 2) == "Dit stuk is op 2 maart 2026 vervangen: v1 werd v2."
    assert vervangen_zin("Dit stuk", dag, 0, 2) == "Dit stuk is op 2 maart 2026 vervangen: het is nu v2."
    assert vervangen_zin("De agenda", None, 0, 0) == "De agenda is veranderd sinds u er het laatst in las."


def test_what_stands_elsewhere_is_moved_and_not_new() -> None:
    verplaatst = Tekstdeel(soort=Deelsoort.VERPLAATST, tekst="Aanpak op school", oud=6, nieuw=2)
    nieuw = Tekstdeel(soort=Deelsoort.ERBIJ, tekst="Nog iets", oud=0, nieuw=2)
    regels = [Plekverschil(delen=delen, begin=0, eind=0).regel for delen in ((verplaatst,), (nieuw,))]
    assert regels == ["blz. 2:  verplaatst: Aanpak op school (stond op blz. 6)", "blz. 2:  erbij: Nog iets"]


def test_the_pages_that_are_a_scan_in_one_version_are_named() -> None:
    blad = Bladverschil(pagina=3, stand=Bladstand.ONBEKEND, was=3, is_beeld=True)
    assert blad_zin(blad) == "blz. 3 scan in één van beide versies, niet vergeleken"
    assert blad_zin(replace(blad, is_beeld=False)) == "blz. 3 zonder tekst, niet vergeleken"
    assert als_beeld_zin([]) == ""
    assert als_beeld_zin([3]).startswith("Blz. 3 is in een van beide versies een scan zonder woorden.")
    assert als_beeld_zin([1, 2, 3, 7]).startswith("De bladzijden 1–3, 7 zijn in een van beide versies een scan")
