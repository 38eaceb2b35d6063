"""Printed with notes: each beside its line or numbered, the sheets counted beforehand, and only one's own."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.notenbouwers import ROOS, WIES, een_aantekening, een_anker
from tests.verpakt import Verpakt, paginateksten
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Aantekening, Soort, Zicht
from tk_desktop.domain.notenstijl import Notenwijze
from tk_desktop.domain.vergaderset import Doelgroep, Vergaderset
from tk_desktop.export.afdruk import Drukbron, Drukkeuze, plan_print, prepare_print, write_afdruk
from tk_desktop.export.afdruknoten import Druknoten, in_words, own_notes
from tk_desktop.export.annotaties import known_versions
from tk_desktop.pack.samenstellen import Keuze, assemble
from tk_desktop.store.werkmap import Store


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


@pytest.fixture
def plan(gevuld: Store, verpakt: Verpakt) -> Vergaderset:
    return assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(rechts=True))


@pytest.fixture
def noten(plan: Vergaderset, gevuld: Store) -> Mapping[str, Aantekening]:
    versies = known_versions(plan, bestand=gevuld.bestanden.open, cache=gevuld.map / "cache")
    nota = next(deel for deel in plan.onderdelen if deel.label == "2a")
    bijlage = next(deel for deel in plan.onderdelen if deel.label == "2a bijl. 1")
    in_bijlage = een_anker(versie=max(versies[bijlage.sleutel]), pagina=2)
    punt = plan.punt_van(nota)

    def op(anker: Any, papier: str, **anders: Any) -> Aantekening:
        return een_aantekening(anker, papier=papier, agendapunt_id=punt, **anders)

    return {
        "vraag": op(in_bijlage, bijlage.sleutel, soort=Soort.VRAAG, tekst="Wie betaalt de gymzaal?"),
        "kaal": op(in_bijlage, bijlage.sleutel),
        "oud": op(een_anker(versie="0" * 64), bijlage.sleutel, tekst="Klopt dit jaartal?"),
        "punt": een_aantekening(soort=Soort.PUNTNOTITIE, agendapunt_id=punt, tekst="Eerst het college horen"),
        "wies": op(in_bijlage, bijlage.sleutel, eigenaar=WIES, zicht=Zicht.ALLEN, tekst="Van Wies"),
    }


def _bron(plan: Vergaderset, store: Store, map_: Path, druknoten: Druknoten) -> Drukbron:
    return prepare_print(plan, map_, bestand=store.bestanden.open, cache=store.map / "cache", noten=druknoten)


def _punt(plan: Vergaderset) -> str:
    return next(punt.id for punt in plan.opname.agendapunten if str(plan.opname.nummers[punt.id]) == "2a")


def test_in_the_margin_notes_stand_on_their_pages_and_what_was_not_found_behind(
    plan: Vergaderset, gevuld: Store, noten: Mapping[str, Aantekening], tmp_path: Path
) -> None:
    druk = Druknoten(wijze=Notenwijze.MARGE, aantekeningen=tuple(noten.values()), lezer=ROOS)
    bron = _bron(plan, gevuld, tmp_path / "bron", druk)
    keuze = Drukkeuze(punt=_punt(plan), dubbelzijdig=False)
    vooraf = plan_print(bron, keuze)
    write_afdruk(bron, keuze, tmp_path / "druk.pdf")
    teksten = paginateksten(tmp_path / "druk.pdf")
    assert len(teksten) == vooraf.vellen.samen
    (bij_vraag,) = [tekst for tekst in teksten if "gymzaal?" in tekst]
    assert "2a bijl. 1 · blz." in bij_vraag
    assert "Bij het punt: Eerst het college horen" in teksten[0]
    (lijst,) = [tekst for tekst in teksten if "Klopt dit jaartal?" in tekst]
    assert "niet teruggevonden" in lijst
    assert re.search(r"Aantekening\s+1\s", lijst), "the question in the margin has no number, so this list begins at 1"
    assert not any("Van Wies" in tekst for tekst in teksten)
    zonder = plan_print(_bron(plan, gevuld, tmp_path / "kaal", Druknoten()), keuze)
    assert vooraf.vellen.samen == zonder.vellen.samen + 1


def test_numbered_notes_have_their_words_behind_the_paper_with_the_page_of_the_set(
    plan: Vergaderset, gevuld: Store, noten: Mapping[str, Aantekening], tmp_path: Path
) -> None:
    druk = Druknoten(wijze=Notenwijze.ACHTERAAN, aantekeningen=tuple(noten.values()), lezer=ROOS)
    bron = _bron(plan, gevuld, tmp_path / "bron", druk)
    write_afdruk(bron, Drukkeuze(punt=_punt(plan), dubbelzijdig=False), tmp_path / "druk.pdf")
    teksten = paginateksten(tmp_path / "druk.pdf")
    (lijst,) = [tekst for tekst in teksten if "Wie betaalt de gymzaal?" in tekst]
    plaats = teksten.index(lijst)
    _, bijlage = (deel for deel in bron.delen if deel.noten)
    assert "2a bijl. 1 · blz." in teksten[plaats - 1]
    assert f" {bijlage.van + 2} ‘de oevers verzakken’" in lijst
    assert "Klopt dit jaartal?" in lijst
    assert "Eerst het college horen" in next(tekst for tekst in teksten if "Bij 2a" in tekst)


def test_the_same_print_with_notes_gives_the_same_bytes(
    plan: Vergaderset, gevuld: Store, noten: Mapping[str, Aantekening], tmp_path: Path
) -> None:
    for wijze in (Notenwijze.MARGE, Notenwijze.ACHTERAAN):
        druk = Druknoten(wijze=wijze, aantekeningen=tuple(noten.values()), lezer=ROOS)
        for naam in ("een", "twee"):
            bron = _bron(plan, gevuld, tmp_path / naam, druk)
            write_afdruk(bron, Drukkeuze(punt=_punt(plan)), tmp_path / f"{naam}.pdf")
        assert sha256(tmp_path / "een.pdf") == sha256(tmp_path / "twee.pdf")


def test_without_notes_the_print_is_as_it_was(plan: Vergaderset, gevuld: Store, tmp_path: Path) -> None:
    kaal = prepare_print(plan, tmp_path / "a", bestand=gevuld.bestanden.open, cache=gevuld.map / "cache")
    leeg = _bron(plan, gevuld, tmp_path / "b", Druknoten(wijze=Notenwijze.MARGE, lezer=ROOS))
    assert [deel.noten for deel in leeg.delen] == [None] * len(leeg.delen)
    assert paginateksten(kaal.pdf) == paginateksten(leeg.pdf)


def test_only_own_notes_are_printed() -> None:
    eigen, gedeeld = een_aantekening(), een_aantekening(eigenaar=WIES, zicht=Zicht.ALLEN)
    assert own_notes([gedeeld, eigen], ROOS) == (eigen,)


def test_what_has_no_words_is_only_drawn() -> None:
    assert in_words(een_aantekening()) == ""
    assert in_words(een_aantekening(soort=Soort.VRAAG, tekst="Zo?\nEcht?", antwoord="Ja.")) == (
        "Vraag: Zo? Echt? Antwoord: Ja."
    )


def test_a_note_at_a_main_item_is_printed_with_the_first_paper_under_it(
    plan: Vergaderset, gevuld: Store, tmp_path: Path
) -> None:
    hoofd = plan.opname.hoofdpunt(plan.opname.punt(_punt(plan))).id
    noot = een_aantekening(soort=Soort.PUNTNOTITIE, agendapunt_id=hoofd, tekst="Eerst het college horen")
    druk = Druknoten(wijze=Notenwijze.MARGE, aantekeningen=(noot,), lezer=ROOS)
    bron = _bron(plan, gevuld, tmp_path / "bron", druk)
    write_afdruk(bron, Drukkeuze(punt=_punt(plan)), tmp_path / "druk.pdf")
    assert "Bij het punt: Eerst het college horen" in paginateksten(tmp_path / "druk.pdf")[0]
