"""Verslag, besluitenlijst and uittreksel say what was done, and the open ones nothing of what was besloten."""

import zipfile
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.bouwers import een_agendapunt, een_opname, een_persoon, een_vergadering, een_voorstelpunt
from tests.zittingbouwers import een_actie, een_besluit, een_presentie, een_stem, een_stemming, een_zitting
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.presentie import Belang
from tk_desktop.domain.ronde import Antwoord, Reactie, Ronde
from tk_desktop.domain.stemming import Keuze, Stemwijze
from tk_desktop.domain.verslag import Correctie, Puntverslag, Schorsing, Verslag, Verslagstaat
from tk_desktop.domain.zitting import BeslotenInOpenbaarVerslag, Zitting
from tk_desktop.export.verslag import write_besluitenlijst, write_uittreksel, write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.paper.reading import lees_pdf

APRIL = date(2026, 4, 8)
GEHEIM = "Oesterbank"


def _zitting() -> Zitting:
    vergadering = een_vergadering(
        voorzitter_id="guus", secretaris_id="femke", begonnen=time(9, 3), geeindigd=time(10, 20)
    )
    besluitvorming = frozenset({Behandeling.BESLUITVORMING})
    punten = [
        een_agendapunt(id="opening", volgorde="1", titel="Opening"),
        een_agendapunt(
            id="oever",
            volgorde="2",
            titel="Veilige oevers",
            behandeling=besluitvorming,
            voorstel=(een_voorstelpunt(tekst="De oever te herstellen."),),
        ),
        een_agendapunt(id="koop", volgorde="3", titel=GEHEIM, besloten=True, behandeling=besluitvorming),
    ]
    bram = een_presentie(id="bram", naam="Bram Sluiter", namens="Kadijk", tot_punt_id="oever", vertrokken=time(9, 40))
    return een_zitting(
        opname=een_opname(
            vergadering=vergadering,
            agendapunten=punten,
            personen=[een_persoon(id="guus", naam="Guus Meerdink"), een_persoon(id="femke", naam="Femke Aalders")],
        ),
        presentie=(bram, een_presentie(), een_presentie(naam="Wim Tol", namens="", aanwezig=False, met_bericht=True)),
        belangen=(Belang(id="b", agendapunt_id="oever", presentie_id="bram"),),
        verslagen={
            "oever": Puntverslag(
                id="t", agendapunt_id="oever", besproken="Er zijn **vragen**.", besloten_deel=f"{GEHEIM} is duur."
            ),
            "koop": Puntverslag(id="k", agendapunt_id="koop", besproken=f"{GEHEIM} wordt gekocht."),
        },
        besluiten=(
            een_besluit(
                id="een",
                agendapunt_id="oever",
                nummer="BC WK 2026-001",
                tekst="1. De oever te herstellen.",
                voorgesteld="1. De oever te herstellen.",
                minderheid="Kadijk was tegen.",
            ),
            een_besluit(agendapunt_id="koop", nummer="BC WK 2026-002", tekst=f"{GEHEIM} te kopen.", besloten=True),
        ),
        stemmingen=(
            een_stemming(
                agendapunt_id="oever",
                wijze=Stemwijze.HOOFDELIJK,
                stemmen=(
                    een_stem(naam="Bram Sluiter", namens="Kadijk", keuze=Keuze.TEGEN),
                    een_stem(keuze=Keuze.VOOR),
                    een_stem(naam="Wies Boon", keuze=Keuze.VOOR),
                    een_stem(naam="Joop Vos", keuze=Keuze.ONTHOUDING),
                ),
            ),
        ),
        acties=(
            een_actie(agendapunt_id="oever", tekst="Belt de aannemer.", door="WK/directie", voor=date(2026, 4, 1)),
            een_actie(agendapunt_id="koop", tekst=f"{GEHEIM} bellen", besloten=True),
        ),
    )


def _woorden(bestand: Path) -> str:
    return " ".join(" ".join(lees_pdf(bestand).paginas).split())


def _verslag(zitting: Zitting, tmp_path: Path) -> str:
    return _woorden(write_verslag(zitting, tmp_path / "verslag.pdf", Vorm.PDF))


def test_the_verslag_tells_who_was_there_what_was_decided_and_who_does_what(tmp_path: Path) -> None:
    tekst = _verslag(_zitting(), tmp_path)
    for zin in (
        "NR. ONDERWERP VOORSTEL/ADVIES BESLISSING",
        "09.03 – 10.20 uur",
        "Bram Sluiter (Kadijk; t/m punt 2) en Roos van Dalen (Veenhoek)",
        "Wim Tol (met bericht)",
        "Bram Sluiter (Kadijk) neemt vanwege een belang geen deel aan dit punt.",
        "Stemming (hoofdelijk): 2 voor, 1 tegen en 1 onthouden; aangenomen.",
        "Voor: Roos van Dalen en Wies Boon. Tegen: Bram Sluiter (Kadijk). Onthouden: Joop Vos.",
        "BC WK-besluit: Conform advies",
        "Minderheidsstandpunt: Kadijk was tegen.",
        "Actie: Belt de aannemer (vóór 1-4-2026).",
        "verlaat om 09.40 uur de vergadering.",
        "Concept: nog niet vastgesteld.",
    ):
        assert zin in tekst


def test_what_was_decided_as_proposed_is_not_told_twice_and_other_words_are(tmp_path: Path) -> None:
    zitting = _zitting()
    assert _verslag(zitting, tmp_path).count("De oever te herstellen.") == 1
    anders = replace(zitting.besluiten[0], uitkomst=Uitkomst.GEWIJZIGD, tekst="1. De oever te vernieuwen.")
    tekst = _verslag(replace(zitting, besluiten=(anders,)), tmp_path)
    assert "Gewijzigd 1. De oever te vernieuwen." in tekst


@pytest.mark.parametrize("vorm", Vorm)
def test_the_open_papers_hold_no_word_of_what_was_besloten(tmp_path: Path, vorm: Vorm) -> None:
    openbaar = _zitting().voor_iedereen()
    bestanden = (
        write_verslag(openbaar, tmp_path / f"verslag{vorm.value}", vorm),
        write_besluitenlijst(openbaar, tmp_path / f"lijst{vorm.value}", vorm),
        write_uittreksel(openbaar, openbaar.besluiten[0], tmp_path / f"uittreksel{vorm.value}", vorm),
    )
    for bestand in bestanden:
        tekst = _woorden(bestand) if vorm is Vorm.PDF else _woordtekst(bestand)
        assert "Conform advies" in tekst
        assert GEHEIM not in tekst
        assert "2026-002" not in tekst
        assert "(besloten)" not in tekst


def _woordtekst(bestand: Path) -> str:
    with zipfile.ZipFile(bestand) as pakket:
        return " ".join(pakket.read(naam).decode("utf-8", "replace") for naam in pakket.namelist())


def test_the_closed_verslag_says_that_it_is_and_holds_all(tmp_path: Path) -> None:
    tekst = _verslag(_zitting(), tmp_path)
    assert f"{GEHEIM} is duur." in tekst
    assert "achter gesloten deuren" in tekst


def test_the_same_meeting_gives_the_same_bytes(tmp_path: Path) -> None:
    for vorm in Vorm:
        twee = [write_verslag(_zitting_vast(), tmp_path / f"{naam}{vorm.value}", vorm) for naam in ("een", "twee")]
        assert twee[0].read_bytes() == twee[1].read_bytes()


def _zitting_vast() -> Zitting:
    return replace(_zitting(), verslag=Verslag(id="v", vergadering_id="vergadering"))


def test_an_approved_verslag_has_room_to_sign_and_shows_what_was_set_right(tmp_path: Path) -> None:
    correctie = Correctie(id="c", volgorde="1", agendapunt_id="oever", was="drie", wordt="vier", datum=APRIL)
    verslag = Verslag(
        id="v", vergadering_id="x", staat=Verslagstaat.VASTGESTELD, vastgesteld_op=APRIL, correcties=(correctie,)
    )
    tekst = _verslag(replace(_zitting(), verslag=verslag), tmp_path)
    assert "Vastgesteld op 8 april 2026." in tekst
    assert "ER STOND ER STAAT" in tekst
    assert "De voorzitter, Guus Meerdink De secretaris, Femke Aalders" in tekst


def test_open_actions_and_the_next_meeting_stand_at_the_end(tmp_path: Path) -> None:
    volgende = een_vergadering(datum=APRIL, begin=time(9, 30), plaats="Kadehuis")
    zitting = _zitting()
    met_actie = replace(zitting, opname=replace(zitting.opname, acties=(een_actie(tekst="Mailt de gemeente"),)))
    bestand = write_verslag(met_actie, tmp_path / "v.pdf", Vorm.PDF, volgende=volgende)
    tekst = _woorden(bestand)
    assert "Openstaande acties uit eerdere vergaderingen Actie Door Voor Stand Mailt de gemeente" in tekst
    assert "Woensdag 8 april 2026, 09.30 uur, Kadehuis." in tekst


def test_a_meeting_without_besluiten_says_so(tmp_path: Path) -> None:
    zitting = replace(_zitting(), besluiten=())
    assert "geen besluiten genomen" in _woorden(write_besluitenlijst(zitting, tmp_path / "l.pdf", Vorm.PDF))


def test_a_besluit_that_sets_another_right_says_which(tmp_path: Path) -> None:
    zitting = _zitting()
    herstel = replace(
        zitting.besluiten[0], id="drie", nummer="BC WK 2026-003", datum=date(2026, 4, 15), herstelt_id="een"
    )
    zitting = replace(zitting, besluiten=(*zitting.besluiten, herstel))
    assert "Dit besluit van 15 april 2026 komt in de plaats van besluit BC WK 2026-001." in _woorden(
        write_besluitenlijst(zitting, tmp_path / "l.pdf", Vorm.PDF)
    )


def test_the_uittreksel_does_not_name_who_withdrew_as_present(tmp_path: Path) -> None:
    zitting = _zitting()
    bestand = write_uittreksel(zitting, zitting.besluiten[0], tmp_path / "uittreksel.pdf", Vorm.PDF)
    tekst = _woorden(bestand)
    assert "Bram Sluiter (Kadijk) neemt vanwege een belang geen deel aan dit punt." in tekst
    aanwezig, _, _ = tekst.partition("neemt vanwege")
    assert aanwezig.count("Bram Sluiter") == 1
    assert "Roos van Dalen (Veenhoek)" in aanwezig


def test_the_uittreksel_tells_the_vote_where_it_can_only_be_on_that_besluit(tmp_path: Path) -> None:
    zitting = _zitting()
    (besluit,) = (een for een in zitting.besluiten if een.agendapunt_id == "oever")
    stemming = een_stemming(agendapunt_id="oever", wijze=Stemwijze.HANDOPSTEKEN, voor=7, tegen=2, onthouden=0)
    met = replace(zitting, stemmingen=(stemming,))
    tekst = _woorden(write_uittreksel(met, besluit, tmp_path / "een.pdf", Vorm.PDF))
    assert "Stemming: 7 voor en 2 tegen; aangenomen." in tekst
    tweede = replace(met, besluiten=(*zitting.besluiten, replace(besluit, id="tweede")))
    assert "Stemming" not in _woorden(write_uittreksel(tweede, besluit, tmp_path / "twee.pdf", Vorm.PDF))


def test_the_uittreksel_of_a_closed_besluit_on_an_open_item_says_that_it_is_closed(tmp_path: Path) -> None:
    zitting = _zitting()
    for besloten in (True, False):
        besluit = replace(zitting.besluiten[0], besloten=besloten)
        tekst = _woorden(write_uittreksel(zitting, besluit, tmp_path / "uittreksel.pdf", Vorm.PDF))
        assert ("achter gesloten deuren" in tekst) is besloten


def test_a_passage_is_marked_in_the_closed_verslag_wherever_it_was_typed_and_never_by_its_signs(tmp_path: Path) -> None:
    zitting = _zitting()
    besluit = replace(zitting.besluiten[0], minderheid="Bram was tegen ~~twee ton~~.")
    actie = een_actie(agendapunt_id=besluit.agendapunt_id, tekst="Biedt ~~twee ton~~")
    correctie = Correctie(
        id="c", volgorde="c", agendapunt_id=None, was="~~drie ton~~", wordt="~~twee ton~~", datum=date(2026, 4, 8)
    )
    dicht = replace(
        zitting, besluiten=(besluit,), acties=(actie,), verslag=replace(zitting.verslag, correcties=(correctie,))
    )
    tekst = _woorden(write_verslag(dicht, tmp_path / "verslag.pdf", Vorm.PDF))
    assert "~~" not in tekst
    assert "Minderheidsstandpunt: Bram was tegen twee ton." in tekst
    assert "twee ton 8-4-2026 (besloten)" in tekst
    assert "twee ton" not in _woorden(write_verslag(dicht.voor_iedereen(), tmp_path / "open.pdf", Vorm.PDF))


def _in_ronde(*, besloten: bool = False) -> Zitting:
    zitting = _zitting()
    besluit = replace(zitting.besluiten[0], datum=date(2026, 3, 30), besloten=besloten)
    mensen = ((("Roos van Dalen", "Veenhoek"), Antwoord.AKKOORD), (("Wies Boon", ""), None))
    reacties = tuple(
        Reactie(id=naam, volgorde=naam, naam=naam, namens=namens, antwoord=antwoord)
        for (naam, namens), antwoord in mensen
    )
    ronde = Ronde(
        id="ronde",
        agendapunt_id="oever",
        verzonden=date(2026, 3, 20),
        uiterlijk=date(2026, 3, 27),
        besluit_id="een",
        reacties=reacties,
    )
    return replace(zitting, besluiten=(besluit, *zitting.besluiten[1:]), rondes=(ronde,))


def test_every_paper_tells_that_a_besluit_came_of_a_round_of_letters(tmp_path: Path) -> None:
    zitting = _in_ronde()
    papieren = {
        "verslag": _verslag(zitting.voor_iedereen(), tmp_path),
        "lijst": _woorden(write_besluitenlijst(zitting.voor_iedereen(), tmp_path / "lijst.pdf", Vorm.PDF)),
        "uittreksel": _woorden(write_uittreksel(zitting, zitting.besluiten[0], tmp_path / "u.pdf", Vorm.PDF)),
    }
    for naam, tekst in papieren.items():
        for zin in (
            "Genomen in een schriftelijke ronde, op 30 maart 2026.",
            "verzonden op 20-3-2026, te beantwoorden tot en met 27-3-2026: 1 akkoord en 1 nog geen antwoord.",
            "Akkoord: Roos van Dalen (Veenhoek).",
            "Nog geen antwoord: Wies Boon.",
        ):
            assert zin in tekst, naam
    assert "Aanwezig bij dit punt" not in papieren["uittreksel"]


def test_a_round_without_a_besluit_is_told_at_its_item(tmp_path: Path) -> None:
    zitting = _in_ronde()
    tekst = _verslag(replace(zitting, rondes=(replace(zitting.rondes[0], besluit_id=None),)), tmp_path)
    assert "Akkoord: Roos van Dalen (Veenhoek)." in tekst
    assert "Genomen in een schriftelijke ronde" not in tekst


def test_a_round_that_ended_in_a_closed_besluit_is_in_no_open_paper(tmp_path: Path) -> None:
    zitting = _in_ronde(besloten=True)
    assert "chriftelijke ronde" not in _verslag(zitting.voor_iedereen(), tmp_path)
    with pytest.raises(BeslotenInOpenbaarVerslag):
        replace(zitting.voor_iedereen(), besluiten=zitting.besluiten[:1], rondes=zitting.rondes)


def test_a_break_stands_with_the_times_in_every_paper(tmp_path: Path) -> None:
    pauze = Schorsing(id="s", vergadering_id="vergadering", begonnen=time(9, 30), hervat=time(9, 45))
    zitting = replace(_zitting(), schorsingen=(pauze,))
    for tekst in (
        _verslag(zitting, tmp_path),
        _woorden(write_besluitenlijst(zitting, tmp_path / "lijst.pdf", Vorm.PDF)),
        _woorden(write_uittreksel(zitting, zitting.besluiten[0], tmp_path / "u.pdf", Vorm.PDF)),
    ):
        assert "09.03 – 10.20 uur; geschorst van 09.30 tot 09.45 uur" in tekst


def test_a_roll_call_that_was_not_ended_has_no_outcome_on_paper(tmp_path: Path) -> None:
    stemmen = (een_stem(naam="Roos van Dalen", keuze=Keuze.TEGEN), een_stem(naam="Wies Boon", keuze=None))
    stemming = een_stemming(agendapunt_id="oever", wijze=Stemwijze.HOOFDELIJK, stemmen=stemmen)
    tekst = _verslag(replace(_zitting(), stemmingen=(stemming,)), tmp_path)
    assert "Stemming (hoofdelijk): 1 tegen; niet afgerond, 1 niet gestemd." in tekst
    assert "verworpen" not in tekst
