"""A report in Word comes in with its tables of amounts, as one on pages does."""

from pathlib import Path

import docx
import pytest

from tests.intake.test_cijferblad import KOPPEN, LEZING, RIJEN
from tk_desktop.domain.cijfertabel import Eenheid
from tk_desktop.intake.bestanden import NietsGevonden, lees_bestanden
from tk_desktop.intake.tabelopname import read_tabellen


def een_rapport(doel: Path, *boven: str, rijen: tuple[tuple[str, ...], ...] = (*KOPPEN, *RIJEN)) -> Path:
    """Write a report with a table of amounts under these lines."""
    document = docx.Document()
    for regel in boven:
        document.add_paragraph(regel)
    tabel = document.add_table(rows=0, cols=4)
    for rij in rijen:
        for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
            cel.text = tekst
    document.save(str(doel))
    return doel


def test_a_table_in_word_is_read_with_its_title_columns_and_lines(tmp_path: Path) -> None:
    bron = een_rapport(tmp_path / "rapport.docx", "Hoe het gaat, staat hieronder.", "Financiën haven")
    (bestand,) = lees_bestanden([bron])
    (tabel,) = bestand.tabellen
    assert (tabel.titel, tabel.kop, tabel.eenheid) == ("Financiën haven", "Onderdeel", Eenheid.EURO)
    assert [kolom.naam for kolom in tabel.kolommen] == ["Begroting (dec '25)", "Gewijzigde begroting", "Saldo"]
    assert {rij.naam: [cel.bedrag for cel in rij.cellen] for rij in tabel.rijen} == LEZING
    assert tabel.totaal is not None
    assert bestand.is_los
    assert "Roeiboten" in bestand.tekst
    gelezen = read_tabellen(bron, bestand.media, "Rapport")
    assert [gelezen.regels[rij.regel - 1] for rij in tabel.rijen][-1] == "Totaal"


def test_money_that_is_no_whole_amount_is_asked_and_never_guessed(tmp_path: Path) -> None:
    rijen = (*KOPPEN, RIJEN[0], ("Sluis", "€ 1.2oo", "€ 12,50", "n.v.t."), RIJEN[2])
    (bestand,) = lees_bestanden([een_rapport(tmp_path / "d.docx", "Haven", rijen=rijen)])
    vragen = [(vraag.rij, vraag.kolom) for vraag in bestand.tabellen[0].vraagplekken()]
    assert vragen == [(1, 0), (1, 1)]
    assert [cel.bedrag for cel in bestand.tabellen[0].rijen[1].cellen] == [None, None, None]


def test_amounts_by_the_thousand_say_so_and_a_table_without_money_is_none(tmp_path: Path) -> None:
    duizend = (("Onderdeel", "Lasten", "Baten", "Saldo"), ("Kade", "12", "4", "-8"), ("Sluis", "1.204", "4", "-1.200"))
    bron = een_rapport(tmp_path / "b.docx", "Begroting", "bedragen x € 1.000", rijen=duizend)
    (bestand,) = lees_bestanden([bron])
    assert bestand.tabellen[0].eenheid is Eenheid.DUIZEND
    leden = (("Naam", "Leeftijd", "Lengte", "Maat"), ("Roos", "40", "170", "38"), ("Jan", "41", "180", "44"))
    with pytest.raises(NietsGevonden):
        lees_bestanden([een_rapport(tmp_path / "c.docx", "Leden", rijen=leden)])
