"""Teaching a layout: what somebody points at is written as a file, and papers are read by it."""

from pathlib import Path

import docx
import pytest

from tests.intake.pakbouwers import AGENDA, NOTA, een_pak
from tk_desktop.intake.bestanden import NietsGevonden, lees_bestanden
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.intake.indeling import gewone_indeling, indelingen
from tk_desktop.intake.indelingles import leer_indeling
from tk_desktop.intake.indelingvorm import IndelingOnjuist
from tk_desktop.intake.pak import lees_pak

AANGEWEZEN = {
    "agenda.titels": ["Bespreeklijst"],
    "agenda.koppen": ["NR. ZAAK WAT VRAGEN WIJ"],
    "nota.titels.adviesnota": ["Zaakblad"],
    "nota.secties.voorstel": ["Wat vragen wij"],
    "behandeling.voorzetsel": ["ter"],
}


def test_a_taught_layout_reads_what_ours_does_not(tmp_path: Path) -> None:
    anders = {"Agenda bestuurscommissie Waterkant": "Bespreeklijst bestuurscommissie Waterkant"}
    anders |= {"NR. ONDERWERP VOORSTEL/ADVIES": "NR. ZAAK WAT VRAGEN WIJ", "Adviesnota": "Zaakblad"}
    anders |= {"Voorstel": "Wat vragen wij"}
    bladen = [[anders.get(regel, regel) for regel in blad] for blad in (AGENDA, NOTA)]
    bron = een_pak(tmp_path / "set.pdf", bladen)
    leer_indeling("zaakhuis", "Het zaakhuis", AANGEWEZEN, tmp_path)
    voorstel = lees_pak(bron, map_=tmp_path, indeling="zaakhuis")
    assert voorstel.lezing.agenda is not None
    assert voorstel.lezing.agenda.gremium == "bestuurscommissie Waterkant"
    assert [sectie.kop for sectie in voorstel.lezing.notas[0].secties][:2] == ["Wat vragen wij", "Inleiding"]


def test_a_taught_layout_reads_word_too(tmp_path: Path) -> None:
    document = docx.Document()
    for regel in (
        "Zaakblad",
        "Onderwerp: De oude kade",
        "Wat vragen wij",
        "De kade te herstellen.",
        "Waarom",
        "Zij lekt.",
    ):
        document.add_paragraph(regel)
    document.save(str(tmp_path / "zaak.docx"))
    with pytest.raises(NietsGevonden):
        lees_bestanden([tmp_path / "zaak.docx"])
    woorden = {**AANGEWEZEN, "nota.secties.inleiding": ["Waarom"]}
    leer_indeling("zaakhuis", "Het zaakhuis", woorden, tmp_path)
    for indeling in ("", "zaakhuis"):
        (bestand,) = lees_bestanden([tmp_path / "zaak.docx"], wijze=Leeswijze(map=tmp_path, indeling=indeling))
        assert bestand.lezing is not None
        (nota,) = bestand.lezing.notas
        assert (nota.onderwerp, [sectie.kop for sectie in nota.secties]) == (
            "De oude kade", ["Wat vragen wij", "Waarom"],
        )  # fmt: skip


def test_what_was_not_pointed_at_stays_and_the_file_reads_back(tmp_path: Path) -> None:
    geleerd = leer_indeling("huis", 'Ons ‘eigen’ "huis"', {}, tmp_path)
    assert geleerd.titel == 'Ons ‘eigen’ "huis"'
    assert geleerd.agenda == gewone_indeling().agenda
    assert geleerd.nota == gewone_indeling().nota
    assert [een.naam for een in indelingen(tmp_path)][-2:] == ["huis", "algemeen"]


@pytest.mark.parametrize("pad", ["agenda.velden.zaal", "agenda.zaal.datum", "zomaar"])
def test_a_place_that_no_layout_has_is_refused_and_nothing_is_written(tmp_path: Path, pad: str) -> None:
    with pytest.raises(IndelingOnjuist):
        leer_indeling("huis", "Huis", {pad: ["ZAAL"]}, tmp_path)
    assert not (tmp_path / "layouts").exists()


def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndelingOnjuist):
        leer_indeling("../huis", "Huis", {}, tmp_path)
