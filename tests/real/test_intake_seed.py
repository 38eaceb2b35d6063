"""The readers on a real vergaderset, against the reading that was made by hand."""

import json
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tk_desktop.domain.agenda import behandelwijze
from tk_desktop.domain.nota import FORMULIEREN, Aard, Sectiesoort, Vorm
from tk_desktop.domain.opmaak import Lijst, Tussenkop, lees, platte_tekst
from tk_desktop.intake.herstel import herstel
from tk_desktop.intake.lezing import GelezenAgenda, GelezenNota, GelezenPunt, GelezenVoorstelpunt, Lezing
from tk_desktop.intake.tekst import lees_tekst


@cache
def _lezing(zaden: Path) -> Lezing:
    (bestand,) = zaden.glob("000_*.txt")
    return lees_tekst(bestand.read_text(encoding="utf-8"))


@cache
def _waarheid(gedeeld: Path) -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads((gedeeld / "truth/truth_agenda_2020-03-04.json").read_text(encoding="utf-8"))
    return gelezen


def _items(gedeeld: Path) -> list[dict[str, Any]]:
    return [item for hoofd in _waarheid(gedeeld)["items"] for item in (hoofd, *hoofd["sub_items"])]


def _agenda(zaden: Path) -> GelezenAgenda:
    agenda = _lezing(zaden).agenda
    assert agenda is not None
    return agenda


def _beloofd(claim: dict[str, int | None]) -> int:
    if claim.get("bijlagen_to"):
        return (claim["bijlagen_to"] or 0) - (claim["bijlagen_from"] or 0) + 1
    return claim.get("bijlagen_count") or 0


def _voorstel(punten: tuple[GelezenVoorstelpunt, ...]) -> list[dict[str, Any]]:
    uit = []
    for rang, punt in enumerate(punten):
        als_waarheid: dict[str, Any] = {"mark": punt.merk.geschreven(rang), "text": platte_tekst(punt.tekst)}
        if punt.onder:
            als_waarheid["sub"] = _voorstel(punt.onder)
        uit.append(als_waarheid)
    return uit


def _naast(zaden: Path, gedeeld: Path) -> list[tuple[GelezenPunt, dict[str, Any]]]:
    return list(zip(_agenda(zaden).punten, _items(gedeeld), strict=True))


def test_the_header_of_the_agenda_reads_as_by_hand(zaden: Path, gedeeld: Path) -> None:
    agenda, kop = _agenda(zaden), _waarheid(gedeeld)["header"]
    assert f"Agenda {agenda.gremium}" == _waarheid(gedeeld)["title"]
    assert (agenda.datum, agenda.plaats) == (date.fromisoformat(kop["datum"]), kop["plaats"])
    assert (agenda.begin, agenda.einde) == (time.fromisoformat(kop["van"]), time.fromisoformat(kop["tot"]))
    assert (agenda.voorzitter, agenda.secretaris) == (kop["voorzitter"], kop["secretaris"])
    assert agenda.nieuw_tijdstip


def test_every_item_has_its_number_title_time_and_place(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        assert str(punt.nummer) == item["nr"]
        assert punt.titel == item["title"].rstrip(":")
        assert punt.tijd == (time.fromisoformat(item["time"]) if item["time"] else None)
        assert punt.regel == item["lines"][0]
        assert punt.mondeling == ("mondeling" in (item["note"] or ""))
        assert not punt.besloten


def test_every_item_is_treated_as_by_hand(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        assert behandelwijze(punt.behandeling).lower() == (item["kind"] or ""), item["nr"]


def test_every_announced_paper_has_its_kind_and_number_of_bijlagen(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        gelezen = [(stuk.soort.value, stuk.titel, stuk.bijlagen_beloofd, stuk.letterlijk) for stuk in punt.stukken]
        assert gelezen == [
            (stuk["type"], stuk["title"], _beloofd(stuk["claim"]), stuk["literal"] or "")
            for stuk in item["pieces_claimed"]
        ], item["nr"]


def test_every_presenter_has_a_role_or_organisation(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        assert list(punt.inleiders) == [(wie["name"], wie["role"] or "") for wie in item["presenters"]], item["nr"]


def test_every_proposal_keeps_its_marks_its_nesting_and_its_lost_digits(zaden: Path, gedeeld: Path) -> None:
    for punt, item in _naast(zaden, gedeeld):
        assert _voorstel(punt.voorstel) == item["proposal_points"], item["nr"]


@pytest.mark.parametrize("regel", [114, 117, 120, 148])
def test_every_amount_with_lost_digits_is_on_the_list_of_doubts(zaden: Path, regel: int) -> None:
    (twijfel,) = [twijfel for twijfel in _lezing(zaden).twijfels if twijfel.waar.startswith(f"regel {regel},")]
    assert "agendapunt 2b" in twijfel.waar
    assert "7 tekens verloren in een bedrag" in twijfel.wat


def test_the_invitation_reads_as_by_hand(zaden: Path, gedeeld: Path) -> None:
    brief, hand = _lezing(zaden).uitnodiging, _waarheid(gedeeld)["invitation"]
    assert brief is not None
    assert brief.aan == hand["aan"]
    assert (brief.uw_kenmerk, brief.ons_kenmerk) == (hand["uw_kenmerk"] or "", hand["ons_kenmerk"])
    assert brief.datum == date.fromisoformat(hand["datum"])
    assert (brief.behandeld_door, brief.email) == (hand["behandeld_door"], hand["e_mail"])
    assert (brief.doorkiesnummer, brief.onderwerp) == (hand["doorkiesnummer"], hand["onderwerp"])
    assert (brief.aanhef, brief.afsluiting) == (hand["aanhef"], hand["afsluiting"])
    assert (brief.ondertekenaar, brief.functie) == (hand["ondertekenaar"], hand["functie"])
    assert brief.mede_namens_voorzitter == (hand["namens"] == "mede namens de voorzitter")


def test_the_invitation_names_the_meeting_and_how_to_tell_absence(zaden: Path, gedeeld: Path) -> None:
    brief, hand = _lezing(zaden).uitnodiging, _waarheid(gedeeld)["invitation"]
    assert brief is not None
    waar = hand["vergadering"]
    assert (brief.vergaderdatum, brief.plaats) == (date.fromisoformat(waar["datum"]), waar["locatie"])
    assert (brief.begin, brief.einde) == (time.fromisoformat(waar["van"]), time.fromisoformat(waar["tot"]))
    assert (brief.gelegenheid, brief.nieuw_tijdstip) == (waar["gelegenheid"], True)
    weg = hand["verhindering"]
    assert brief.verhindering_uiterlijk == date.fromisoformat(weg["uiterlijk"])
    assert (brief.verhindering_telefoon, brief.verhindering_email) == (weg["telefoon"], weg["e_mail"])
    alineas = platte_tekst(brief.tekst).splitlines()
    assert alineas[1] == f"{hand['extranet']} {hand['extranet_openbaar']}"
    assert alineas[2].startswith(weg["literal"])
    assert len(alineas) == 3


NOTAS: dict[str, tuple[int, int, Vorm]] = {
    "2a": (245, 379, Vorm.ADVIESNOTA),
    "2b": (4498, 4666, Vorm.ADVIESNOTA),
    "3": (4667, 4789, Vorm.OPINIERENDE_NOTA),
    "4": (5967, 6038, Vorm.INFORMATIENOTA_DOEL),
    "8a": (6277, 6382, Vorm.INFORMATIENOTA_KERN),
    "8b": (6508, 6615, Vorm.INFORMATIENOTA_KORT),
}
"""First and last line with text of each nota; the checked reading counts the empty lines behind it too."""

KOPPEN: dict[str, str] = {
    "2a": "Voorstel|Inleiding|Beoogd effect|Argumenten|Kanttekening|Kosten, baten, dekking|Communicatie|Vervolg|"
    "Bijlage(n)|Besluit",
    "2b": "Voorstel|Inleiding|Beoogd effect|Argumenten|Kanttekening|Kosten, baten, dekking|Communicatie|Vervolg|"
    "Bijlage(n)|Besluit",
    "3": "Inleiding|Beoogd effect|Discussiepunten|Vervolgstappen|Voordelen|Aandachtpunten|Communicatie|Vervolg|"
    "Bijlage(n)|Besluit",
    "4": "Doel|Inleiding|Hoe nu verder?|Bijlage(n)|Besluit",
    "8a": "Kennisnemen van|Inleiding|Beoogd effect|Kernboodschap|Communicatie|Vervolg|Bijlage(n)|Besluit",
    "8b": "Kennisnemen van|Inleiding|Beoogd effect|Kernboodschap|Communicatie (proces)",
}


def _nota(zaden: Path, punt: str) -> GelezenNota:
    notas = _lezing(zaden).notas
    assert len(notas) == len(NOTAS)
    return notas[list(NOTAS).index(punt)]


@pytest.mark.parametrize("punt", NOTAS)
def test_every_nota_is_found_where_it_stands_in_its_own_form(zaden: Path, gedeeld: Path, punt: str) -> None:
    nota = _nota(zaden, punt)
    assert (nota.regel, nota.regel_tot, nota.vorm) == NOTAS[punt]
    hand = next(
        stuk
        for stuk in _waarheid(gedeeld)["pack_really_contains"]
        if stuk["item"] == punt and "nota" in stuk["piece"] and "bijlage" not in stuk["piece"]
    )
    assert nota.regel == hand["lines"][0]
    assert nota.regel_tot <= hand["lines"][1]


@pytest.mark.parametrize("punt", NOTAS)
def test_every_nota_has_exactly_the_sections_that_stand_there(zaden: Path, punt: str) -> None:
    assert [sectie.kop for sectie in _nota(zaden, punt).secties] == KOPPEN[punt].split("|")


@pytest.mark.parametrize("punt", NOTAS)
def test_no_text_of_a_nota_holds_a_page_footer_or_a_bare_heading(zaden: Path, punt: str) -> None:
    nota = _nota(zaden, punt)
    teksten = [*(sectie.tekst for sectie in nota.secties), *(reden.tekst for reden in nota.argumenten)]
    koppen = {kop for koppen in KOPPEN.values() for kop in koppen.split("|")}
    for regel in (regel for tekst in teksten for regel in platte_tekst(tekst).splitlines()):
        assert "Pagina" not in regel
        assert regel not in koppen


@pytest.mark.parametrize("punt", ["2a", "4", "8a", "8b"])
def test_a_whole_header_gives_number_body_date_and_item(zaden: Path, gedeeld: Path, punt: str) -> None:
    nota = _nota(zaden, punt)
    assert (str(nota.agendapunt), nota.openbaar, nota.registratienummer) == (punt, True, "2020-000132")
    assert (nota.gremium, nota.datum) == (
        "BC Publieke Gezondheid",
        date.fromisoformat(_waarheid(gedeeld)["header"]["datum"]),
    )


@pytest.mark.parametrize("punt", ["2b", "3"])
def test_a_lost_header_is_told_and_not_filled_in(zaden: Path, punt: str) -> None:
    nota = _nota(zaden, punt)
    assert (nota.agendapunt, nota.openbaar, nota.registratienummer, nota.datum) == (None, None, "", None)
    twijfels = [twijfel.wat for twijfel in _lezing(zaden).twijfels if twijfel.waar.startswith(f"regel {nota.regel},")]
    assert any("agendapunt" in wat for wat in twijfels)
    assert any(FORMULIEREN[nota.vorm].soort.value in wat for wat in twijfels)


def test_the_subject_of_a_nota_without_item_is_that_of_its_item(zaden: Path) -> None:
    titels = {str(punt.nummer): punt.titel for punt in _agenda(zaden).punten}
    for punt in ("2b", "3"):
        assert _nota(zaden, punt).onderwerp.casefold() == titels[punt].casefold()


@pytest.mark.parametrize(("punt", "aantal"), {"2a": 2, "2b": 0, "3": 1, "4": 1, "8a": 1, "8b": 2}.items())
def test_every_official_has_a_name_and_a_function(zaden: Path, punt: str, aantal: int) -> None:
    personen = _nota(zaden, punt).behandelaars
    assert len(personen) == aantal
    for naam, functie, telefoon in personen:
        assert 1 <= naam.count(" ") <= 3
        assert functie
        assert not set(functie) & set("0123456789()")
        assert not telefoon or sum(teken.isdigit() for teken in telefoon) == 10
    assert sum(not telefoon for *_, telefoon in personen) == (1 if punt == "8b" else 0)
    assert _nota(zaden, punt).domein == ("GGD" if punt == "8a" else "")


REDENEN = {
    "2a": (["1.1", "1.2", "1.3", "2.1"], ["2.1"]),
    "2b": (["1.1", "1.2", "1.3", "2.1"], ["1.1", "1.2", "2.1", "2.2"]),
}
KOPREGELS = {
    "2a": ([(297, 297), (304, 305), (310, 310), (322, 324)], [(355, 355)]),
    "2b": (
        [(4546, 4549), (4556, 4557), (4562, 4563), (4617, 4618)],
        [(4621, 4622), (4628, 4629), (4636, 4637), (4641, 4643)],
    ),
}
"""The lines that each heading takes, read by hand."""


@pytest.mark.parametrize("punt", REDENEN)
def test_every_reason_has_its_number_and_its_whole_heading(zaden: Path, punt: str) -> None:
    nota = _nota(zaden, punt)
    (bestand,) = zaden.glob("000_*.txt")
    regels = [regel.tekst for regel in herstel(bestand.read_text(encoding="utf-8"))]
    for aard, nummers, plaatsen in zip(Aard, REDENEN[punt], KOPREGELS[punt], strict=True):
        redenen = [reden for reden in nota.argumenten if reden.aard is aard]
        assert [reden.nummer for reden in redenen] == nummers
        op_papier = [" ".join(" ".join(regels[van - 1 : tot]).split()) for van, tot in plaatsen]
        assert [reden.kop for reden in redenen] == [kop.split(" ", 1)[1] for kop in op_papier]


@pytest.mark.parametrize(("punt", "aantal"), {"2a": 2, "2b": 0, "3": 3, "4": 2, "8a": 1, "8b": 0}.items())
def test_every_nota_lists_its_bijlagen(zaden: Path, punt: str, aantal: int) -> None:
    assert len(_nota(zaden, punt).bijlagen) == aantal


def test_the_proposals_of_a_nota_have_the_shape_of_those_on_the_agenda(zaden: Path) -> None:
    agenda = {str(punt.nummer): punt.voorstel for punt in _agenda(zaden).punten}
    for punt in ("2a", "2b"):
        assert _voorstel(_nota(zaden, punt).voorstel) == _voorstel(agenda[punt])


def test_small_headings_stay_inside_their_section(zaden: Path) -> None:
    tussenkoppen = {
        punt: sum(isinstance(blok, Tussenkop) for sectie in _nota(zaden, punt).secties for blok in lees(sectie.tekst))
        for punt in NOTAS
    }
    assert tussenkoppen == {"2a": 0, "2b": 0, "3": 0, "4": 0, "8a": 2, "8b": 0}


def test_a_list_of_ten_points_is_one_list_of_ten(zaden: Path) -> None:
    kern = next(deel for deel in _nota(zaden, "8b").secties if deel.soort is Sectiesoort.KERNBOODSCHAP)
    lijsten = [blok for blok in lees(kern.tekst) if isinstance(blok, Lijst)]
    assert [len(lijst.punten) for lijst in lijsten] == [10, 5, 2]


def test_every_line_of_a_nota_that_lost_characters_is_on_the_list(zaden: Path) -> None:
    lezing = _lezing(zaden)
    (bestand,) = zaden.glob("000_*.txt")
    regels = herstel(bestand.read_text(encoding="utf-8"))
    bereiken = []
    for twijfel in lezing.twijfels:
        nummers = [int(deel) for deel in twijfel.waar.split(",")[0].removeprefix("regel ").split("-")]
        bereiken.append(range(nummers[0], nummers[-1] + 1))
    for nota in lezing.notas:
        for nr in range(nota.regel, nota.regel_tot + 1):
            if regels[nr - 1].verloren:
                assert any(nr in bereik for bereik in bereiken), nr


@pytest.mark.parametrize("nummer", ["001", "002", "003", "004"])
def test_a_report_without_agenda_holds_none(zaden: Path, nummer: str) -> None:
    (bestand,) = zaden.glob(f"{nummer}_*.txt")
    lezing = lees_tekst(bestand.read_text(encoding="utf-8"))
    assert (lezing.uitnodiging, lezing.agenda, lezing.notas) == (None, None, ())
