"""The sheet of a reader takes one page, whatever was prepared, and says what it leaves out."""

from pathlib import Path

import pytest

from tests.bouwers import een_agendapunt, een_opname, een_stuk
from tk_desktop.domain.bladplek import Bladregister
from tk_desktop.domain.leesstand import Voorbereiding
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.voorbereidingsregel import voorbereidingsregels
from tk_desktop.export.voorbereidingsblad import NietsVoorbereid, write_voorbereidingsblad
from tk_desktop.paper.rendering import open_pages

ROOS = "Roos van Dalen"


def _opname(aantal: int) -> Momentopname:
    punten = [een_agendapunt(id=f"p{nr}", titel=f"Oever {nr}") for nr in range(1, aantal + 1)]
    return een_opname(agendapunten=punten, stukken=[een_stuk(id="nota", agendapunt_id="p2")])


def _blad(tmp_path: Path, aantal: int, tekst: str, *, leeg: frozenset[int] = frozenset()) -> tuple[int, str]:
    """Return how many pages the sheet takes and what stands on it."""
    opname = _opname(aantal)
    eigen = {
        punt.id: Voorbereiding(
            id=punt.id,
            agendapunt_id=punt.id,
            eigenaar=ROOS,
            standpunt=f"{tekst} ({nr})",
            vraag="Wie betaalt?",
            verwijzing="nota#3\nnota#14",
        )
        for nr, punt in enumerate(opname.agendapunten, 1)
        if nr not in leeg
    }
    doel = write_voorbereidingsblad(
        opname, voorbereidingsregels(opname, eigen, ROOS, Bladregister()), tmp_path / "v.pdf", lezer=ROOS
    )
    with open_pages(doel) as bladen:
        return bladen.aantal, " ".join(bladen.tekst(0).tekst.split())


def test_what_is_prepared_stands_on_one_page_with_its_pages_at_hand(tmp_path: Path) -> None:
    aantal, tekst = _blad(tmp_path, 4, "Voor, mits gedekt", leeg=frozenset({1, 3}))
    assert aantal == 1
    for woorden in ("2 Oever 2", "Voor, mits gedekt (4)", "Wie betaalt?", "2 blz. 3, 14", "Niet voorbereid: 1, 3."):
        assert woorden in tekst
    assert f"alleen voor {ROOS}" in tekst
    assert "Ingekort" not in tekst


def test_forty_items_still_fit_whole(tmp_path: Path) -> None:
    aantal, tekst = _blad(tmp_path, 40, "Voor, mits de dekking over drie jaar vaststaat")
    assert aantal == 1
    assert "vaststaat (40)" in tekst
    assert "Ingekort" not in tekst


def test_long_texts_are_cut_and_the_sheet_says_where(tmp_path: Path) -> None:
    aantal, tekst = _blad(tmp_path, 40, "De oevers verzakken al jaren. " * 40)
    assert aantal == 1
    assert "Ingekort: het standpunt bij 1, 2, 3," in tekst
    assert "De hele tekst staat in TK Desktop, bij het lezen op het tabblad Voorbereiding." in tekst
    assert "40 Oever 40" in tekst


def test_no_more_is_cut_than_the_page_asks(tmp_path: Path) -> None:
    """Columns in which nothing stands take no room, and the page is full to its foot."""
    lang = "De oevers verzakken al jaren. " * 40
    opname = _opname(40)
    eigen = {
        punt.id: Voorbereiding(id=punt.id, agendapunt_id=punt.id, eigenaar=ROOS, standpunt=lang)
        for punt in opname.agendapunten
    }
    regels = voorbereidingsregels(opname, eigen, ROOS, Bladregister())
    write_voorbereidingsblad(opname, regels, tmp_path / "v.pdf", lezer=ROOS)
    with open_pages(tmp_path / "v.pdf") as bladen:
        assert bladen.aantal == 1
        blad = bladen.tekst(0)
    onderaan = min(kader.y0 for kader in blad.kaders if not kader.leeg and kader.y0 > 50)
    assert onderaan < 75
    assert "Vraag" not in blad.tekst


def test_a_cut_title_and_cut_pages_are_told_too(tmp_path: Path) -> None:
    assert "de bladzijden bij 1" not in _blad(tmp_path, 40, "Voor. " * 60)[1]
    punten = [een_agendapunt(id=f"p{nr}", titel=f"{nr} Oever {'en kade ' * 40}") for nr in range(60)]
    opname = een_opname(agendapunten=punten)
    eigen = {p.id: Voorbereiding(id=p.id, agendapunt_id=p.id, eigenaar=ROOS, vraag="Wie?") for p in punten}
    regels = voorbereidingsregels(opname, eigen, ROOS, Bladregister())
    write_voorbereidingsblad(opname, regels, tmp_path / "v.pdf", lezer=ROOS)
    with open_pages(tmp_path / "v.pdf") as bladen:
        assert bladen.aantal == 1
        assert "Ingekort: het onderwerp bij 1, 2," in " ".join(bladen.tekst(0).tekst.split())


def test_short_answers_do_not_cost_a_long_one_its_line(tmp_path: Path) -> None:
    """Columns are as wide as what is cut needs on one line: forty items of three fields all stay."""
    opname = _opname(40)
    eigen = {
        punt.id: Voorbereiding(
            id=punt.id,
            agendapunt_id=punt.id,
            eigenaar=ROOS,
            standpunt="Voor."
            if nr % 2
            else "Instemmen, mits de kosten binnen de begroting blijven en het college tekent.",
            vraag="" if nr % 2 else "Wie betaalt dit later, en wat gebeurt er als de provincie niet meedoet?",
            actie="Navragen bij de wethouder",
        )
        for nr, punt in enumerate(opname.agendapunten)
    }
    regels = voorbereidingsregels(opname, eigen, ROOS, Bladregister())
    write_voorbereidingsblad(opname, regels, tmp_path / "v.pdf", lezer=ROOS)
    with open_pages(tmp_path / "v.pdf") as bladen:
        assert bladen.aantal == 1
        assert "Niet op dit blad" not in bladen.tekst(0).tekst


def test_items_that_do_not_fit_at_all_are_named(tmp_path: Path) -> None:
    aantal, tekst = _blad(tmp_path, 150, "Voor")
    assert aantal == 1
    assert "Niet op dit blad:" in tekst
    assert "Wat u daarbij voorbereidde staat in TK Desktop" in tekst
    assert "150" in tekst


def test_a_text_that_looks_like_mark_up_is_printed_as_it_stands(tmp_path: Path) -> None:
    assert "<b>&amp; 100% ‘voor’" in _blad(tmp_path, 1, "<b>&amp; 100% ‘voor’")[1]


def test_the_same_preparation_gives_the_same_bytes(tmp_path: Path) -> None:
    _blad(tmp_path, 3, "Voor")
    eerste = (tmp_path / "v.pdf").read_bytes()
    _blad(tmp_path, 3, "Voor")
    assert (tmp_path / "v.pdf").read_bytes() == eerste


def test_an_empty_sheet_is_not_made(tmp_path: Path) -> None:
    opname = _opname(2)
    with pytest.raises(NietsVoorbereid):
        write_voorbereidingsblad(
            opname, voorbereidingsregels(opname, {}, ROOS, Bladregister()), tmp_path / "v.pdf", lezer=ROOS
        )
    assert not list(tmp_path.iterdir())
