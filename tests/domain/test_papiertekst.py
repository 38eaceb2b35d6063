"""What a note tells of its paper to readers of one version: what stands in that version, and nothing else."""

from tests.notenbouwers import een_aantekening, een_anker, een_plaats
from tk_desktop.domain.aantekening import Inktpunt, Lijn, Oordeel, Soort, Vlak
from tk_desktop.domain.papiertekst import Papiertekst, only_here

OUD, NIEUW = "1" * 64, "2" * 64
BLAD = "De gemeente ziet dat de oevers verzakken bij hoog water."
PAPIER = Papiertekst(versies=frozenset({NIEUW}), paginas=(BLAD, "Tweede blad."))


def test_only_the_place_in_this_version_goes_along_with_the_words_that_stand_there() -> None:
    oud = een_anker(versie=OUD, voor="het bod is 3 miljoen", na="zegt de makelaar")
    hier = een_anker(versie=NIEUW, begin=20, eind=39, citaat="het geheim", voor="het bod is 3 miljoen", na="weg")
    (plaats,) = only_here(een_aantekening(oud, hier), PAPIER).plaatsen
    assert plaats.anker.versie == NIEUW
    assert (plaats.anker.voor, plaats.anker.citaat, plaats.anker.na) == (BLAD[:20], BLAD[20:39], BLAD[39:])


def test_a_passage_over_two_pages_is_read_from_both() -> None:
    hier = een_anker(versie=NIEUW, begin=50, eindpagina=2, eind=6, citaat="anders")
    (plaats,) = only_here(een_aantekening(hier), PAPIER).plaatsen
    assert plaats.anker.citaat == f"{BLAD[50:]}Tweede"
    assert plaats.anker.na == " blad."


def test_a_note_without_a_place_in_this_version_keeps_its_own_words_alone() -> None:
    kwijt = een_plaats(een_anker(versie=NIEUW), oordeel=Oordeel.NIET_GEVONDEN)
    te_ver = een_anker(versie=NIEUW, pagina=3)
    inkt = (Lijn(1, (Inktpunt(10, 10), Inktpunt(20, 20))),)
    for een in (
        een_aantekening(een_anker(versie=OUD), tekst="Klopt dit?", lijnen=inkt),
        een_aantekening(plaatsen=(een_plaats(een_anker(versie=OUD)), kwijt), tekst="Klopt dit?"),
        een_aantekening(te_ver, tekst="Klopt dit?"),
    ):
        uit = only_here(een, PAPIER)
        assert (uit.tekst, uit.plaatsen, uit.lijnen) == ("Klopt dit?", (), ())


def test_ink_goes_along_where_it_stands_in_this_version() -> None:
    lijn = Lijn(1, (Inktpunt(10, 10), Inktpunt(30, 20)))
    toen = een_anker(versie=OUD, vlakken=(Vlak(1, 10, 10, 30, 20),))
    nu = een_anker(versie=NIEUW, pagina=2, vlakken=(Vlak(2, 10, 110, 30, 120),), begin=0, eind=0)
    uit = only_here(een_aantekening(toen, nu, soort=Soort.INKT, lijnen=(lijn,)), PAPIER)
    assert uit.lijnen == (Lijn(2, (Inktpunt(10, 110), Inktpunt(30, 120))),)
    assert uit.lijnen_in(NIEUW) == uit.lijnen
