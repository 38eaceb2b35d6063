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
