"""What stands on the papers of a meeting."""

from datetime import date, time
from pathlib import Path

import pytest

from tests.bouwers import een_agendapunt, een_brief, een_opname, een_stuk, een_vergadering
from tests.verpakt import paginateksten
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.uitgave import Handeling, Wijziging
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.export.bladen import (
    Inhoudsregel,
    aankondiging,
    bestandsnaam,
    geen_ankers,
    schrijf_agenda,
    schrijf_brief,
    schrijf_inhoud,
    schrijf_nagezonden,
    schrijf_nazendlijst,
    schrijf_nota,
    schrijf_schutblad,
)
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument


@pytest.fixture
def blad() -> TaggedDocument:
    return TaggedDocument(
        titel="Proef", huisstijl=Huisstijl.load("neutraal"), datum=een_vergadering().datum, auteur="Proef"
    )


def _tekst(blad: TaggedDocument, map_: Path) -> str:
    blad.write(map_ / "proef.pdf")
    return " ".join(paginateksten(map_ / "proef.pdf"))


def test_the_letter_holds_its_header_subject_and_closing(blad: TaggedDocument, tmp_path: Path) -> None:
    schrijf_brief(blad, voorbeeld())
    tekst = _tekst(blad, tmp_path)
    for woorden in (
        "RV/JG/2026-0173",
        "21 mei 2026",
        "Geachte leden,",
        "Willemijn Hartkoorn",
        "Met vriendelijke groet,",
    ):
        assert woorden in tekst


def test_a_bare_letter_takes_its_subject_from_the_meeting(blad: TaggedDocument, tmp_path: Path) -> None:
    opname = een_opname(brief=een_brief(), vergadering=een_vergadering(nieuw_tijdstip=True))
    schrijf_brief(blad, opname)
    tekst = _tekst(blad, tmp_path)
    assert "BC WK 11 maart 2026 op nieuw vergadertijdstip, 09.00 – 10.30 uur" in tekst
    assert "Aan de leden van Bestuurscommissie Waterkant" in tekst


def test_a_letter_prints_no_label_without_a_value(blad: TaggedDocument, tmp_path: Path) -> None:
    brief = een_brief(ons_kenmerk="RV/1", datum=date(2026, 2, 20), behandeld_door="F. Roelink")
    schrijf_brief(blad, een_opname(brief=brief))
    tekst = _tekst(blad, tmp_path)
    assert "Ons kenmerk RV/1 Datum 20 februari 2026 Behandeld door F. Roelink BC WK" in tekst
    assert not [label for label in ("Uw kenmerk", "Doorkiesnr.", "E-mail") if label in tekst]


def test_the_sheet_of_a_missing_bijlage_says_to_which_nota_it_belongs(blad: TaggedDocument, tmp_path: Path) -> None:
    punt = een_agendapunt()
    nota = een_stuk(agendapunt_id=punt.id, titel="Oevers van de vaart")
    bijlagen = [
        een_stuk(agendapunt_id=punt.id, hoort_bij=nota.id, soort=Soort.BIJLAGE, titel=f"Kaart {n}") for n in "AB"
    ]
    opname = een_opname(agendapunten=[punt], stukken=[nota, *bijlagen])
    schrijf_nagezonden(blad, opname, bijlagen[1], "bijlage-2")
    assert "Kaart B Bijlage 2 bij 1 Oevers van de vaart Dit stuk" in _tekst(blad, tmp_path)


def test_the_agenda_tells_number_time_title_treatment_and_proposal(blad: TaggedDocument, tmp_path: Path) -> None:
    schrijf_agenda(blad, voorbeeld(), geen_ankers)
    tekst = _tekst(blad, tmp_path)
    for woorden in (
        "Donderdag 4 juni 2026", "09.30 – 11.30 uur", "NR. ONDERWERP VOORSTEL/ADVIES", "09.50 uur",
        "Ter informatie en bespreking", "Marjolein Terweel", "bijlagen 1 t/m 3", "(besloten)", "(mondeling)",
        "Noor Wijnbergen (programmaleider) en Jurre Feenstra (schoolbestuur De Vlonder)",
    ):  # fmt: skip
        assert woorden in tekst, woorden


def test_the_public_agenda_counts_on_past_what_is_besloten_and_tells_that_something_is(
    blad: TaggedDocument, tmp_path: Path
) -> None:
    opname = een_opname(
        agendapunten=[
            een_agendapunt(volgorde="a", titel="Opening"),
            een_agendapunt(id="dicht", volgorde="b", titel="Schikking", besloten=True),
            een_agendapunt(volgorde="a", ouder_id="dicht", titel="Het bod"),
            een_agendapunt(id="open", volgorde="c", titel="Begroting"),
            een_agendapunt(volgorde="a", ouder_id="open", titel="Raming"),
            een_agendapunt(volgorde="b", ouder_id="open", titel="Claim", besloten=True),
            een_agendapunt(volgorde="d", titel="Sluiting", besloten=True),
        ]
    )
    open_ = zichtbaar_voor(opname, Variant(doelgroep=Doelgroep.OPENBAAR))
    assert [str(nummer) for nummer in open_.dichte] == ["2", "3b", "4"]
    assert zichtbaar_voor(open_, Variant(doelgroep=Doelgroep.OPENBAAR)) == open_
    schrijf_agenda(blad, open_, geen_ankers)
    tekst = _tekst(blad, tmp_path)
    plekken = [
        tekst.index(regel)
        for regel in (
            "1. Opening", "2. Besloten agendapunt", "3. Begroting", "3a Raming", "3b Besloten agendapunt",
            "4. Besloten agendapunt",
        )
    ]  # fmt: skip
    assert plekken == sorted(plekken)
    assert not any(woord in tekst for woord in ("Schikking", "bod", "Claim", "Sluiting"))


def test_an_agenda_of_which_little_is_known_prints(blad: TaggedDocument, tmp_path: Path) -> None:
    punt = een_agendapunt(volgorde="c", titel="Los", behandeling=frozenset({Behandeling.KENNISNAME}))
    schrijf_agenda(
        blad,
        een_opname(vergadering=een_vergadering(begin=time(9), einde=None, plaats=""), agendapunten=[punt]),
        geen_ankers,
    )
    assert "Los Ter kennisname" in _tekst(blad, tmp_path)


def test_an_item_with_a_reason_of_urgency_is_marked_on_paper(blad: TaggedDocument, tmp_path: Path) -> None:
    punten = [een_agendapunt(titel="Kade", spoed="Het water stijgt."), een_agendapunt(volgorde="z", titel="Oever")]
    schrijf_agenda(blad, een_opname(agendapunten=punten), geen_ankers)
    tekst = _tekst(blad, tmp_path)
    assert "Kade (nagekomen)" in tekst
    assert tekst.count("(nagekomen)") == 1


@pytest.mark.parametrize("naam", ["1A", "2a", "2b", "3", "4", "8a"])
def test_every_nota_prints_its_header_and_all_its_sections(blad: TaggedDocument, tmp_path: Path, naam: str) -> None:
    opname = voorbeeld()
    stuk = next(stuk for stuk in opname.stukken if stuk.id == f"stuk-{naam}")
    schrijf_nota(blad, opname, stuk, geen_ankers)
    tekst = _tekst(blad, tmp_path)
    nota = opname.notas[stuk.id]
    for woorden in (nota.registratienummer, nota.onderwerp, naam, *(sectie.kop for sectie in nota.secties)):
        assert woorden in tekst, woorden
    assert f"Openbaar {'Nee' if naam == '1A' else 'Ja'}" in tekst


def test_a_form_has_no_writing_aids_on_paper(blad: TaggedDocument, tmp_path: Path) -> None:
    opname = voorbeeld()
    stuk = next(stuk for stuk in opname.stukken if stuk.id == "stuk-2a")
    schrijf_nota(blad, opname, stuk, geen_ankers)
    tekst = _tekst(blad, tmp_path)
    assert not [
        sectie.hulp for sectie in opname.notas["stuk-2a"].formulier.secties if sectie.hulp and sectie.hulp in tekst
    ]


def test_contents_divider_missing_sheet_and_list_say_what_they_are(blad: TaggedDocument, tmp_path: Path) -> None:
    opname = voorbeeld()
    regels = [
        Inhoudsregel(nummer="2a", titel="Projectplan", soort="Adviesnota", anker="stuk-2a", pagina="18"),
        Inhoudsregel(
            nummer="2a bijl. 1", titel="Projectplan", soort="Bijlage", anker="bijlage", pagina="21", onder=True
        ),
        Inhoudsregel(titel="Begroting", soort="los bestand"),
    ]
    schrijf_inhoud(blad, "Vergaderset", regels)
    blad.page_break()
    schrijf_schutblad(blad, opname, opname.punt("punt-bewegen"), "punt-2")
    blad.page_break()
    schrijf_nagezonden(blad, opname, opname.stukken[-1], "stuk-9b")
    blad.page_break()
    wijziging = Wijziging(
        handeling=Handeling.VERVANG, sleutel="a", titel="9b Verslag", van=4, tot=5, nummers=("4", "5")
    )
    schrijf_nazendlijst(blad, "Vergaderset", [wijziging])
    tekst = _tekst(blad, tmp_path)
    for woorden in (
        "2a Projectplan Adviesnota 18", "Projectplan Bijlage 21", "Begroting los bestand",
        "2. Bewegen en zwemmen Ter besluitvorming", "9b · verslag", "wordt nagezonden",
        "Vervang blz. 4-5 9b Verslag",
    ):  # fmt: skip
        assert woorden in tekst, woorden


@pytest.mark.parametrize(
    ("soort", "aantal", "tekst"),
    [
        (Soort.ADVIESNOTA, 0, "(adviesnota bijgevoegd)"),
        (Soort.BRIEF, 0, "(brief bijgevoegd)"),
        (Soort.ADVIESNOTA, 1, "(adviesnota met bijlage bijgevoegd)"),
        (Soort.OPINIERENDE_NOTA, 3, "(opiniërende nota met bijlagen 1 t/m 3 bijgevoegd)"),
    ],
)
def test_the_agenda_announces_papers_as_the_field_does(soort: Soort, aantal: int, tekst: str) -> None:
    assert aankondiging(een_stuk(soort=soort, bijlagen_beloofd=aantal)) == tekst


def test_a_file_name_holds_nothing_that_a_system_forbids() -> None:
    assert bestandsnaam(een_opname(), 'Wie/wat: "zo"?') == "BC WK 2026-03-11 Wie-wat- -zo--"
    assert len(bestandsnaam(een_opname(), "x" * 300)) <= 120
    assert not bestandsnaam(een_opname(), "een punt.").endswith(".")
