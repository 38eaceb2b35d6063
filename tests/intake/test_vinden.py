"""Which paper of a meeting a received nota or file is."""

from pathlib import Path
from typing import Any

import pytest

from tests.bouwers import een_agendapunt, een_nota, een_opname, een_stuk, een_stukversie
from tests.intake.lezingen import een_nota as een_gelezen_nota
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Vorm
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort, Stuk
from tk_desktop.intake.plaats import plaats_van
from tk_desktop.intake.vinden import find_bestand, find_genoemd, find_nota, find_punt, main_of, past


def _opname(**anders: Any) -> Momentopname:
    """Return a meeting: 1 opening with two promised nota's, 2 ingekomen with a letter; bijlagen under the first."""
    punten = [een_agendapunt(id="een", volgorde="c"), een_agendapunt(id="twee", volgorde="d")]
    stukken = [
        een_stuk(id="oevers", agendapunt_id="een", volgorde="c", titel="Veilige oevers"),
        een_stuk(id="dijken", agendapunt_id="een", volgorde="d", titel="Dijken", soort=Soort.INFORMATIENOTA),
        een_stuk(id="kaart", agendapunt_id="een", hoort_bij="oevers", volgorde="e", titel="Kaart", soort=Soort.BIJLAGE),
        een_stuk(id="brief", agendapunt_id="twee", volgorde="c", titel="Brief van de zwemclub", soort=Soort.BRIEF),
    ]
    return een_opname(**{"agendapunten": punten, "stukken": stukken, **anders})


def _id(stuk: Stuk | None) -> str | None:
    return stuk.id if stuk else None


def _bestand(opname: Momentopname, naam: str) -> str | None:
    plaats = plaats_van(Path(naam))
    assert plaats is not None
    return _id(find_bestand(opname, plaats, naam))


def test_an_item_is_found_by_its_number() -> None:
    opname = _opname()
    assert [p and p.id for p in (find_punt(opname, n) for n in (Nummer(1), Nummer(3), None))] == ["een", None, None]


@pytest.mark.parametrize(
    ("onderwerp", "vorm", "stuk"),
    [
        ("Veilige oevers", Vorm.ADVIESNOTA, "oevers"),
        ("DIJKEN", Vorm.ADVIESNOTA, "dijken"),
        ("Iets anders", Vorm.INFORMATIENOTA_KERN, "dijken"),
        ("Iets anders", Vorm.ADVIESNOTA, "oevers"),
    ],
)
def test_a_nota_takes_the_promised_paper_of_its_title_else_of_its_kind(onderwerp: str, vorm: Vorm, stuk: str) -> None:
    gelezen = een_gelezen_nota("1", onderwerp=onderwerp, vorm=vorm)
    assert _id(find_nota(_opname(), gelezen, Nummer(1))) == stuk


def test_a_nota_without_a_number_takes_the_paper_of_its_title_only() -> None:
    opname = _opname()
    assert _id(find_nota(opname, een_gelezen_nota(None), None)) == "oevers"
    assert find_nota(opname, een_gelezen_nota(None, onderwerp="Iets anders"), None) is None


def test_a_nota_that_came_in_before_is_found_though_its_item_moved() -> None:
    opname = _opname(notas={"oevers": een_nota(registratienummer="2026-000001")})
    assert _id(find_nota(opname, een_gelezen_nota("7"), Nummer(7))) == "oevers"
    assert find_nota(opname, een_gelezen_nota("7", registratienummer="2026-000002"), Nummer(7)) is None


@pytest.mark.parametrize(
    ("naam", "stuk"),
    [
        ("2 brief - Brief van de zwemclub.pdf", "brief"),
        ("2 brief.pdf", "brief"),
        ("2 brief - Roeivereniging.pdf", "brief"),
        ("2 verslag - Zwemclub.pdf", None),
        ("1 bijlage 1 - Plattegrond.pdf", "kaart"),
        ("1 bijlage - Kaart.pdf", "kaart"),
        ("1 bijlage 2 - Foto.pdf", None),
        ("9 brief - Zwemclub.pdf", None),
    ],
)
def test_a_file_is_the_promised_paper_of_its_name(naam: str, stuk: str | None) -> None:
    assert _bestand(_opname(), naam) == stuk


def test_a_paper_that_is_there_takes_only_files_of_its_own_name_title_or_number() -> None:
    versies = {
        "brief": een_stukversie(bestandsnaam="2 brief - Zwemclub aan het bestuur.pdf"),
        "kaart": een_stukversie(bestandsnaam="1 bijlage 1 - Kaart.pdf"),
    }
    opname = _opname(versies=versies)
    assert _bestand(opname, "2 brief - Roeivereniging.pdf") is None
    assert _bestand(opname, "2 brief - Zwemclub aan het bestuur.pdf") == "brief"
    assert _bestand(opname, "1 bijlage 1 - Kaart, nieuwe versie.pdf") == "kaart"


def test_a_listed_bijlage_is_the_one_of_its_title_else_of_its_number() -> None:
    bijlagen = [
        een_stuk(id=naam, hoort_bij="n", titel=titel, volgorde=naam, soort=Soort.BIJLAGE)
        for naam, titel in (("c", "Bijlage 2"), ("d", "Projectplan Fit"), ("e", "Begroting"))
    ]
    versies = {"c": een_stukversie(bestandsnaam="2a bijlage 2.pdf")}
    opname = een_opname(stukken=[een_stuk(id="n"), *bijlagen], versies=versies)
    assert [
        _id(find_genoemd(opname, bijlagen, rang, titel))
        for rang, titel in ((1, "begroting"), (2, "Foto"), (3, "Projectplan Fit de klas in"), (4, "Brief"))
    ] == ["e", "c", "d", None]


def test_bijlagen_belong_to_the_nota_of_an_item() -> None:
    brief, nota = een_stuk(soort=Soort.BRIEF), een_stuk()
    assert main_of([brief, nota]) == nota
    assert main_of([brief]) == brief
    assert main_of([]) is None


def test_short_titles_must_be_equal_and_long_ones_may_be_part_of_each_other() -> None:
    assert past("Kaart!", "kaart")
    assert not past("Kaart", "Kaart van de oevers")
    assert past("Projectplan Fit", "Bijlage: projectplan fit de klas")
