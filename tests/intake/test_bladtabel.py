"""Packs of other organisations: their house style is a file, and their tables are read with and without rules."""

from datetime import time
from pathlib import Path

import pytest

from tests.intake.huisstijlpakken import DAG, stichting, waterschap
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.nota import Sectiesoort, Vorm
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakvoorstel import Deelsoort


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
