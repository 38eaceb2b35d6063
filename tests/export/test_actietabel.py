"""Open actions stand unasked under the next agenda; what is besloten only where all may be read."""

from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import een_agendapunt, een_opname
from tests.verpakt import paginateksten
from tests.zittingbouwers import een_actie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import BeslotenInOpenbareSet, Doelgroep, Variant, Vergaderset, zichtbaar_voor
from tk_desktop.export.bladen import geen_ankers, schrijf_agenda
from tk_desktop.export.vorm import Vorm, new_document


def _opname() -> Momentopname:
    acties = [
        een_actie(tekst="Zoekt uit wanneer de oever klaar is.", voor=date(2026, 4, 1)),
        een_actie(tekst="Tekent de koop van de sluis.", besloten=True),
    ]
    return een_opname(agendapunten=[een_agendapunt(titel="Opening")], acties=acties)


def _agenda(opname: Momentopname, doel: Path) -> str:
    document = new_document(Vorm.PDF, opname, "Agenda")
    schrijf_agenda(document, opname, geen_ankers)
    return " ".join(paginateksten(document.write(doel)))


def test_the_agenda_shows_what_is_still_to_be_done_with_who_and_when(tmp_path: Path) -> None:
    tekst = _agenda(_opname(), tmp_path / "agenda.pdf")
    assert "Openstaande acties" in tekst
    assert "Zoekt uit wanneer de oever klaar is." in tekst
    assert "Waterkant/directie" in tekst
    assert "1-4-2026" in tekst
    assert "Tekent de koop van de sluis. Waterkant/directie open (besloten)" in tekst
    assert tekst.count("(besloten)") == 1


@pytest.mark.parametrize("doelgroep", [Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN])
def test_an_agenda_without_what_is_besloten_leaves_out_besloten_actions(tmp_path: Path, doelgroep: Doelgroep) -> None:
    gezien = zichtbaar_voor(_opname(), Variant(doelgroep=doelgroep))
    tekst = _agenda(gezien, tmp_path / "agenda.pdf")
    assert "oever" in tekst
    assert "koop" not in tekst
    assert "besloten" not in tekst


def test_a_public_set_with_a_besloten_action_cannot_exist() -> None:
    with pytest.raises(BeslotenInOpenbareSet):
        Vergaderset(opname=_opname(), variant=Variant(doelgroep=Doelgroep.OPENBAAR), onderdelen=())


def test_an_agenda_without_open_actions_has_no_heading_for_them(tmp_path: Path) -> None:
    opname = een_opname(agendapunten=[een_agendapunt(titel="Opening")])
    assert "Openstaande acties" not in _agenda(opname, tmp_path / "agenda.pdf")
