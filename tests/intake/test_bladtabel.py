"""Packs of other organisations: their house style is a file, and their tables are read with and without rules."""

from datetime import time
from pathlib import Path

import pytest

from tests.intake.huisstijlpakken import DAG, GILDELES, regels, rij, schrijf, stichting, waterschap
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.nota import Sectiesoort, Vorm
from tk_desktop.intake.aanwijzing import Aanwijzing, Les
from tk_desktop.intake.indelingles import proef_les
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakvoorstel import Deelsoort
from tk_desktop.paper.pakbladen import read_pak


def test_a_water_board_without_rules_and_with_its_own_words_is_read(tmp_path: Path) -> None:
    voorstel = lees_pak(waterschap(tmp_path))
    assert voorstel.indeling == "waterschap"
    agenda = voorstel.lezing.agenda
    assert agenda is not None
    assert (agenda.gremium, agenda.datum, agenda.begin, agenda.plaats) == (
        "dagelijks bestuur Oeverland",
        DAG,
        time(13, 0),
        "Gemaal De Kolk",
    )
    assert (agenda.voorzitter, agenda.secretaris) == ("Berend Vaart", "Tine Sluis")
    assert [(str(punt.nummer), punt.titel) for punt in agenda.punten] == [
        ("1", "Opening en vaststelling van de vergaderlijst"),
        ("2", "Herstel van de noorderkade"),
        ("3", "Mededelingen"),
        ("3a", "Brief van de vissers"),
        ("3b", "Muskusratten in het riet"),
        ("4", "Rondvraag en einde"),
    ]
    assert [set(punt.behandeling) for punt in agenda.punten][:2] == [
        {Behandeling.VASTSTELLING},
        {Behandeling.BESLUITVORMING},
    ]
    assert agenda.punten[1].inleiders == (("Joris Polder", ""),)
    assert [stuk.bijlagen_beloofd for stuk in agenda.punten[1].stukken] == [2]
    (nota,) = voorstel.lezing.notas
    assert (nota.vorm, str(nota.agendapunt), nota.openbaar, nota.datum) == (Vorm.ADVIESNOTA, "2", True, DAG)
    assert [sectie.soort for sectie in nota.secties][:3] == [
        Sectiesoort.VOORSTEL,
        Sectiesoort.INLEIDING,
        Sectiesoort.KOSTEN,
    ]
    assert [(deel.soort, deel.van) for deel in voorstel.delen] == [
        (Deelsoort.AGENDA, 1),
        (Deelsoort.NOTA, 2),
        (Deelsoort.BIJLAGE, 3),
        (Deelsoort.BIJLAGE, 4),
    ]


def test_a_foundation_with_ruled_lines_and_other_numbers_is_read(tmp_path: Path) -> None:
    voorstel = lees_pak(stichting(tmp_path))
    assert voorstel.indeling == "stichting"
    agenda = voorstel.lezing.agenda
    assert agenda is not None
    assert [(str(punt.nummer), punt.titel, set(punt.behandeling)) for punt in agenda.punten] == [
        ("1", "Welkom", {Behandeling.INFORMATIE}),
        ("2", "Nieuw schoolplein", {Behandeling.BESLUITVORMING}),
        ("3", "Rondje en afsluiting", set()),
    ]
    assert agenda.datum == DAG
    (nota,) = voorstel.lezing.notas
    assert (nota.onderwerp, str(nota.agendapunt), nota.openbaar) == ("Nieuw schoolplein", "2", False)


@pytest.mark.parametrize("layout", ["regio", "stichting"])
def test_another_layout_reads_less_of_it(tmp_path: Path, layout: str) -> None:
    goed = lees_pak(waterschap(tmp_path)).lezing
    anders = lees_pak(waterschap(tmp_path), indeling=layout).lezing
    assert len(anders.agenda.punten if anders.agenda else ()) < len(goed.agenda.punten if goed.agenda else ())


def _twee_bladen(map_: Path) -> Path:
    """Return an agenda of which a row goes on over the page, with a column that says nothing of an item."""
    k = (50.0, 90.0, 140.0, 330.0, 450.0)
    koppen = rij(170, (k[0], "Volg"), (k[1], "Klok"), (k[2], "Kwestie"), (k[3], "Waartoe"), (k[4], "Archiefdoos"))
    boven = regels(50, 30, "Gilde van Duinrand, werkblad")
    eerste = [
        *boven,
        *regels(50, 60, "Werklijst gildebestuur Duinrand", "Dagtekening: donderdag 17 september 2026"),
        *regels(50, 88, "Zaal: De Kombuis te Duinrand", "Klokke: 20.00 uur"),
        *koppen,
        *rij(200, (k[0], "1"), (k[1], "20.00"), (k[2], "Welkom"), (k[3], "Tot weet"), (k[4], "Doos 12")),
        *rij(700, (k[0], "2"), (k[1], "20.10"), (k[2], "Nieuwe lichtboei voor de\nnoordelijke haven"),
            (k[3], "Tot beslechting"), (k[4], "Doos 14")),
        (50.0, 800.0, "Vel 1"),
    ]  # fmt: skip
    tweede = [
        *boven,
        *rij(60, *((x, tekst) for x, _, tekst in koppen)),
        *rij(90, (k[2], "(beslisblad bijgevoegd)"), (k[3], "De boei te kopen."), (k[4], "en 15")),
        *rij(140, (k[0], "3"), (k[1], "21.00"), (k[2], "Afmeren")),
        (50.0, 800.0, "Vel 2"),
    ]
    return schrijf(map_ / "gilde.pdf", [eerste, tweede])


def test_a_row_goes_on_over_the_page_and_a_column_of_something_else_stays_out(tmp_path: Path) -> None:
    bladen = read_pak(_twee_bladen(tmp_path))
    rollen = ("nummer", "tijd", "onderwerp", "voorstel", "")
    koppen = ("Volg", "Klok", "Kwestie", "Waartoe", "Archiefdoos")
    aangewezen = tuple(
        Aanwijzing(rol, woord, tuple(zip(koppen, rollen, strict=True)) if rol == "agenda.koppen" else ())
        for rol, woord in (*(een for een in GILDELES if een[0] != "agenda.koppen"), ("agenda.koppen", " ".join(koppen)))
        if rol not in {"voet", "agenda.hoofdnummer"}
    )
    les = Les(naam="gilde", titel="Gilde", aanwijzingen=(*aangewezen, Aanwijzing("agenda.hoofdnummer", "1")))
    agenda = proef_les(tmp_path / "gilde.pdf", bladen, les, tmp_path).lezing.agenda
    assert agenda is not None
    assert [(str(punt.nummer), punt.titel) for punt in agenda.punten] == [
        ("1", "Welkom"),
        ("2", "Nieuwe lichtboei voor de noordelijke haven"),
        ("3", "Afmeren"),
    ]
    assert [set(punt.behandeling) for punt in agenda.punten] == [
        {Behandeling.INFORMATIE},
        {Behandeling.BESLUITVORMING},
        set(),
    ]
    assert [een.tekst for een in agenda.punten[1].voorstel] == ["De boei te kopen."]
    assert len(agenda.punten[1].stukken) == 1


_K = (50.0, 90.0, 140.0, 330.0, 430.0)
_KOP = ((_K[0], "Punt"), (_K[1], "Tijd"), (_K[2], "Agendapunt"), (_K[3], "Aard"), (_K[4], "Portefeuillehouder"))


def _punt(y: float, nummer: str, titel: str) -> list[tuple[float, float, str]]:
    return rij(y, (_K[0], nummer), (_K[2], titel), (_K[3], "Informerend"))


def _titels(map_: Path, *bladen: list[tuple[float, float, str]]) -> list[tuple[str, str]]:
    """Return the items of an agenda on these pages, of which the first has the head of the meeting and item 1."""
    boven = [
        *regels(50, 60, "Vergaderlijst van het dagelijks bestuur Oeverland", "Wanneer: donderdag 17 september 2026"),
        *regels(50, 88, "Waar: Gemaal De Kolk", "Aanvang: 13.00 uur", "Dijkgraaf: Berend Vaart"),
        *rij(160, *_KOP),
        *_punt(190, "1", "Opening"),
    ]
    agenda = lees_pak(schrijf(map_ / "a.pdf", [[*boven, *bladen[0]], *bladen[1:]])).lezing.agenda
    return [(str(punt.nummer), punt.titel) for punt in agenda.punten] if agenda else []


def test_items_that_differ_in_their_numbers_alone_are_kept_where_they_stand_equally_high(tmp_path: Path) -> None:
    bladen = (
        _punt(700, "2", "Begroting 2026, wijziging 1"),
        [*_punt(60, "3", "Kades"), *_punt(300, "4", "Dijken"), *_punt(700, "5", "Begroting 2027, wijziging 2")],
        _punt(60, "6", "Rondvraag"),
    )
    assert _titels(tmp_path, *bladen) == [
        ("1", "Opening"),
        ("2", "Begroting 2026, wijziging 1"),
        ("3", "Kades"),
        ("4", "Dijken"),
        ("5", "Begroting 2027, wijziging 2"),
        ("6", "Rondvraag"),
    ]


def test_the_same_words_in_a_cell_at_the_foot_of_two_pages_are_of_both_items(tmp_path: Path) -> None:
    bladen = (
        [*_punt(700, "2", "Begroting van"), *rij(713, (_K[2], "de waterlijn")), (300.0, 800.0, "1")],
        [*_punt(700, "3", "Rekening van"), *rij(713, (_K[2], "de waterlijn")), (300.0, 800.0, "2")],
    )
    assert _titels(tmp_path, *bladen) == [
        ("1", "Opening"),
        ("2", "Begroting van de waterlijn"),
        ("3", "Rekening van de waterlijn"),
    ]


def test_the_rest_of_a_cell_is_kept_above_a_heading_row_and_the_head_of_the_page_is_not(tmp_path: Path) -> None:
    bladen = (
        _punt(760, "2", "Begroting van het"),
        [
            *regels(50, 30, "Vervolg van de lijst voor het dagelijks bestuur"),
            *rij(60, (_K[2], "waterschap en de noorderkade")),
            *rij(75, (_K[2], "met wijziging")),
            *rij(200, *_KOP),
            *_punt(230, "3", "Dijken"),
        ],
    )
    assert _titels(tmp_path, *bladen) == [
        ("1", "Opening"),
        ("2", "Begroting van het waterschap en de noorderkade met wijziging"),
        ("3", "Dijken"),
    ]
