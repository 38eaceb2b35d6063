"""Notes in lists stand in the order of the meeting, each with its item, paper and page."""

from tests.bouwers import een_agendapunt, een_opname, een_stuk
from tests.notenbouwers import ROOS, WIES, een_aantekening, een_anker, een_plaats
from tk_desktop.domain.aantekening import Oordeel, Soort, Vlak
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Soort as Stuksoort
from tk_desktop.export.notitieregels import in_order, paper_names


def _vergadering() -> Momentopname:
    punten = [
        een_agendapunt(id="oever", titel="Oever", volgorde="a"),
        een_agendapunt(id="brug", titel="Brug", volgorde="b"),
    ]
    stukken = [
        een_stuk(id="nota", agendapunt_id="oever", titel="Oever", soort=Stuksoort.ADVIESNOTA, volgorde="a"),
        een_stuk(id="plan", agendapunt_id=None, hoort_bij="nota", titel="Plan", soort=Stuksoort.BIJLAGE, volgorde="b"),
        een_stuk(id="brief", agendapunt_id="brug", titel="Brief van de buren", volgorde="c"),
    ]
    return een_opname(agendapunten=punten, stukken=stukken)


def test_notes_stand_by_item_paper_and_page() -> None:
    noten = [
        een_aantekening(papier="brief", agendapunt_id="brug"),
        een_aantekening(een_anker(pagina=3), papier="plan"),
        een_aantekening(een_anker(pagina=2, begin=5, vlakken=(Vlak(2, 80, 300, 200, 312),)), papier="nota"),
        een_aantekening(een_anker(pagina=2, begin=50, vlakken=(Vlak(2, 80, 600, 200, 612),)), papier="nota"),
        een_aantekening(soort=Soort.PUNTNOTITIE, agendapunt_id="oever"),
        een_aantekening(papier="weg", agendapunt_id=None),
    ]
    regels = in_order(_vergadering(), noten, ROOS)
    assert [regel.aantekening for regel in regels] == [noten[4], noten[3], noten[2], noten[1], noten[0], noten[5]]
    assert [(regel.punt, regel.papier, regel.pagina) for regel in regels] == [
        ("1 Oever", "", ""),
        ("1 Oever", "1 Adviesnota", "2"),
        ("1 Oever", "1 Adviesnota", "2"),
        ("1 Oever", "1 bijl. 1 Plan", "3"),
        ("2 Brug", "2 Brief van de buren", "1"),
        ("", "Stuk dat er niet meer is", "1"),
    ]


def test_a_note_follows_its_paper_to_another_item() -> None:
    (regel,) = in_order(_vergadering(), [een_aantekening(papier="brief", agendapunt_id="oever")], ROOS)
    assert regel.punt == "2 Brug"


def test_a_passage_that_was_not_found_keeps_its_words_and_has_no_page() -> None:
    kwijt = een_aantekening(plaatsen=(een_plaats(een_anker(citaat="de\noever"), oordeel=Oordeel.NIET_GEVONDEN),))
    (regel,) = in_order(_vergadering(), [kwijt], ROOS)
    assert (regel.kwijt, regel.pagina, regel.passage) == (True, "", "de oever")


def test_private_notes_of_others_stay_out() -> None:
    assert in_order(_vergadering(), [een_aantekening(eigenaar=WIES)], ROOS) == ()


def test_own_sheets_have_a_name_too() -> None:
    namen = paper_names(_vergadering())
    assert namen["agenda"] == "Agenda"
    assert namen["schutblad oever"] == "1 Oever"
