"""The tree of the agenda says of an item what one must know before reading it."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from pytestqt.qtbot import QtBot

from tests.bouwers import een_agendapunt, een_nota, een_opname, een_stuk, een_stukversie
from tests.desktop.venster import toon_venster
from tk_desktop.desktop.agenda.agenda_lijst import AgendaLijst
from tk_desktop.desktop.agenda.agenda_model import PUNTEN, AgendaModel, _ids, agendaregels
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.theme import Toon
from tk_desktop.meeting.agenda import add_punt
from tk_desktop.meeting.agendaversies import approve_agenda, set_akkoord

NU = datetime(2026, 5, 21, 9, 30)


@pytest.mark.parametrize(
    ("besloten", "spoed", "staat"),
    [
        (False, "", "Kade"),
        (True, "", "Besloten: Kade"),
        (False, "Het water stijgt.", "Nagekomen: Kade"),
        (True, "Het water stijgt.", "Besloten, nagekomen: Kade"),
    ],
)
def test_an_item_that_came_late_says_so_with_its_reason(qapp: object, besloten: bool, spoed: str, staat: str) -> None:
    model = AgendaModel()
    punt = een_agendapunt(titel="Kade", besloten=besloten, spoed=spoed)
    model.show(agendaregels(een_opname(agendapunten=[punt])))
    cel = model.index(0, AgendaModel.TITEL)
    assert cel.data() == staat
    assert cel.data(Qt.ItemDataRole.EditRole) == "Kade"
    assert (cel.data(Qt.ItemDataRole.DecorationRole) is not None) == (staat != "Kade")
    assert cel.data(Qt.ItemDataRole.ToolTipRole) == (f"{staat}\nReden: {spoed}" if spoed else staat)


def test_a_title_that_says_nagekomen_itself_is_not_told_so_twice(qapp: object) -> None:
    model = AgendaModel()
    punt = een_agendapunt(titel="Nagekomen: Kade", spoed="Het water stijgt.", besloten=True)
    model.show(agendaregels(een_opname(agendapunten=[punt])))
    assert model.index(0, AgendaModel.TITEL).data() == "Besloten: Nagekomen: Kade"


@pytest.mark.parametrize("fout", ["vijf", "-5", "99999999999999999999"])
def test_a_duration_that_cannot_be_is_told_and_stays_to_be_mended(qtbot: QtBot, werkmap: Path, fout: str) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        store = bediening.sessie.store
        id_ = store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_))
        punt, veld = bediening.werkblad.lijst.huidig_id(), bediening.werkblad.agenda.paneel.duur
        voor = store.agendapunten.get(punt).duur
        veld.setText(fout)
        veld.leg_vast()
        assert f"‘{fout}’ is dat niet" in bediening.sessie.balk.tekst
        assert veld.text() == fout
        assert bediening.venster.status.tekst.endswith("niet opgeslagen")
        bediening.werkblad.lijst.kies(store.opname(id_).agendapunten[2].id)
        assert bediening.venster.status.tekst == "Alle wijzigingen opgeslagen"
        bediening.sessie.balk.hide()
        model = bediening.werkblad.lijst.agenda
        model.setData(model.index_van(punt).siblingAtColumn(AgendaModel.DUUR), fout)
        assert f"‘{fout}’ is dat niet" in bediening.sessie.balk.tekst
        assert store.agendapunten.get(punt).duur == voor


def test_a_refused_command_leaves_nothing_that_is_not_kept(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.ga_naar(
            Adres(
                scherm=Scherm.VERGADERINGEN,
                vergadering=bediening.sessie.store.vergaderingen.all()[0].id,
                punt="punt-projectplan",
            )
        )
        bediening.opdrachten.acties["punt.verwijderen"].trigger()
        assert "(TK-V11)" in bediening.sessie.balk.tekst
        assert bediening.venster.status.tekst == "Alle wijzigingen opgeslagen"


def test_what_is_added_after_the_agenda_was_approved_is_shown_as_late(
    qtbot: QtBot, qapp: object, werkmap: Path
) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        store = bediening.sessie.store
        id_ = store.vergaderingen.all()[0].id
        for punt in store.opname(id_).agendapunten:
            set_akkoord(store, punt.id, True)
        approve_agenda(store, id_, NU)
        add_punt(store, id_, "Spoedbrug")
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_))
        model = bediening.werkblad.lijst.agenda
        titels = [model.index(rij, AgendaModel.TITEL).data() for rij in range(model.rowCount())]
        assert [titel for titel in titels if titel.startswith("Nagekomen")] == ["Nagekomen: Spoedbrug"]


def test_what_hangs_at_the_mouse_while_dragging_leaves_the_rows_in_sight(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begonnen: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda sleep, *_: begonnen.append(sleep))
    punten = [een_agendapunt(titel="De kade " * 20), een_agendapunt(titel="Het water")]
    lijst = AgendaLijst(lambda: agendaregels(een_opname(agendapunten=punten)))
    qtbot.addWidget(lijst)
    lijst.reload()
    lijst.startDrag(Qt.DropAction.MoveAction)
    lijst.selectAll()
    lijst.startDrag(Qt.DropAction.MoveAction)
    for sleep in begonnen:
        assert sleep.pixmap().height() < 2 * lijst.fontMetrics().height()
        assert (sleep.hotSpot().x(), sleep.hotSpot().y()) < (0, 0)
    assert [len(_ids(sleep.mimeData(), PUNTEN)) for sleep in begonnen] == [1, 2]


def test_files_that_are_there_have_a_tick_and_a_form_has_none_for_the_checklist_judges_it() -> None:
    punten = [een_agendapunt(id="a", volgorde="a"), een_agendapunt(id="b", volgorde="b")]
    nota, brief = een_stuk(agendapunt_id="a"), een_stuk(agendapunt_id="b")
    opname = een_opname(
        agendapunten=punten,
        stukken=[nota, brief],
        notas={nota.id: een_nota(stuk_id=nota.id)},
        versies={brief.id: een_stukversie(stuk_id=brief.id)},
    )
    assert [(regel.stukken, regel.toon) for regel in agendaregels(opname)] == [
        ("1 stuk", Toon.BLAUW),
        ("1 stuk", Toon.GROEN),
    ]
