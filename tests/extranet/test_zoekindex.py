"""Searching without a server finds what was asked, however it is written."""

import json
import re
from dataclasses import replace

import pytest

from tk_desktop.extranet.zoekindex import Zoekplaats, fold, search_files


def een_plaats(tekst: str, titel: str = "Nota") -> Zoekplaats:
    return Zoekplaats(titel=titel, adres="a.html", waar="BC WK", tekst=tekst)


def woorden(*plaatsen: Zoekplaats) -> dict[str, dict[str, list[int]]]:
    """Return what each file of words holds, read as a browser would."""
    uit = {}
    for naam, script in search_files(plaatsen):
        gelezen = re.fullmatch(r'tkWoorden\("(\w+)",(.*)\);\n', script)
        if gelezen:
            assert naam == f"{gelezen[1]}.js"
            uit[gelezen[1]] = json.loads(gelezen[2])
    return uit


@pytest.mark.parametrize(
    ("tekst", "gevouwen"), [("Coördinatie", "coordinatie"), ("ENERGIE", "energie"), ("ﬁnanciën", "financien")]
)
def test_accents_capitals_and_ligatures_make_no_difference(tekst: str, gevouwen: str) -> None:
    assert fold(tekst) == gevouwen


def test_a_word_stands_in_the_file_of_its_first_letters_with_the_places_that_hold_it() -> None:
    gevonden = woorden(een_plaats("de oever"), een_plaats("de oevers van 2026"))
    assert gevonden["oe"] == {"oever": [0], "oevers": [1]}
    assert gevonden["2"] == {"2026": [1]}
    assert gevonden["no"] == {"nota": [0, 1]}, "the title is found too"


def test_the_long_words_are_listed_to_seek_within() -> None:
    lijst = dict(search_files([een_plaats("de jeugdgezondheidszorg in zaal 2026a"), een_plaats("Coördinatie")]))
    assert lijst["woorden.js"] == 'tkLangeWoorden("coordinatie jeugdgezondheidszorg");\n'


def test_the_texts_of_a_paper_stand_together_under_a_name_that_stays_while_other_papers_change() -> None:
    nota = Zoekplaats(titel="Nota", adres="n.html", waar="BC", tekst="De  oever\nis hoog.", gremium="BC", jaar=2026)
    bladen = [replace(een_plaats(f"blad {nr}"), adres=f"b.pdf#page={nr}", soort="bijlage") for nr in range(1, 23)]
    bestanden = dict(search_files([nota, *bladen]))
    rijen = json.loads(bestanden["stukken.js"].removeprefix("window.tkStukken=").removesuffix(";\n"))
    assert rijen[0][:6] == ["Nota", "n.html", "BC", "BC", 2026, ""]
    assert [rij[7] for rij in rijen] == [0, *range(20), 0, 1]

    def tekst(rij: list[str]) -> str:
        gelezen = re.fullmatch(r'tkTeksten\("(tekst-\w+)",(.*)\);\n', bestanden[f"{rij[6]}.js"])
        assert gelezen is not None
        assert gelezen[1] == rij[6]
        return str(json.loads(gelezen[2])[int(rij[7])])

    assert [tekst(rij) for rij in rijen] == ["De oever is hoog.", *(f"blad {nr}" for nr in range(1, 23))]
    anders = {naam for naam, _ in search_files([replace(nota, tekst="Anders."), *bladen]) if naam.startswith("tekst-")}
    assert anders - set(bestanden) != set()
    assert len(anders & set(bestanden)) == 2


def test_no_title_or_text_can_end_the_script_that_holds_it() -> None:
    slecht = "</script><script>alert(1)"
    assert all("</script" not in script for _, script in search_files([een_plaats(slecht, titel=slecht)]))
