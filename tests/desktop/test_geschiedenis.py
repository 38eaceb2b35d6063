"""What the user does can be undone by name."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.parts.tekstveld import Bewaring
from tk_desktop.desktop.session.geschiedenis import NIEUW, Geschiedenis
from tk_desktop.meeting.agenda import TitelOntbreekt, add_punt
from tk_desktop.store.werkmap import Store


@pytest.fixture
def geschiedenis(qtbot: QtBot, store: Store) -> Geschiedenis:
    return Geschiedenis(store)


def _titels(store: Store, id_: str) -> list[str]:
    return [punt.titel for punt in store.opname(id_).agendapunten]


def test_an_action_is_undone_and_done_again(geschiedenis: Geschiedenis, store: Store, vergadering_id: str) -> None:
    begin = _titels(store, vergadering_id)
    geschiedenis.doe("Agendapunt toevoegen", lambda: add_punt(store, vergadering_id, "Kade"))
    assert _titels(store, vergadering_id) == ["Kade", *begin]
    stap = geschiedenis.maak_ongedaan()
    assert stap is not None
    assert stap.naam == "Agendapunt toevoegen"
    assert _titels(store, vergadering_id) == begin
    assert geschiedenis.terug is None
    assert geschiedenis.doe_opnieuw() is stap
    assert _titels(store, vergadering_id) == ["Kade", *begin]


def test_typing_in_one_field_is_one_action(geschiedenis: Geschiedenis, store: Store, vergadering_id: str) -> None:
    begin = _titels(store, vergadering_id)
    for titel in ("K", "Ka", "Kade"):
        geschiedenis.doe("Typen", lambda titel=titel: add_punt(store, vergadering_id, titel), samen="titel")  # type: ignore[misc]
    geschiedenis.doe("Typen", lambda: add_punt(store, vergadering_id, "Anders"), samen="ander veld")
    geschiedenis.maak_ongedaan()
    assert len(_titels(store, vergadering_id)) == len(begin) + 3
    geschiedenis.maak_ongedaan()
    assert _titels(store, vergadering_id) == begin
    assert geschiedenis.terug is None


@pytest.mark.parametrize(
    ("momenten", "samen", "acties"),
    [((0, 1.5, 3), "titel", 1), ((0, 2.5), "titel", 2), ((0, 1.5, 3, 4.5, 6, 7.5), "titel", 2), ((0, 60), NIEUW, 1)],
    ids=["typing on", "a pause", "typing on for long", "something new gets its name"],
)
def test_an_action_of_typing_ends_at_a_pause_and_does_not_grow_for_ever(
    store: Store, vergadering_id: str, momenten: tuple[float, ...], samen: str, acties: int
) -> None:
    nu = iter(momenten)
    geschiedenis = Geschiedenis(store, lambda: next(nu))
    for moment in momenten:
        geschiedenis.doe("Typen", lambda titel=f"Punt {moment}": add_punt(store, vergadering_id, titel), samen=samen)  # type: ignore[misc]
    assert geschiedenis.diepte == acties


def test_typing_on_in_a_field_is_cut_between_words_and_never_in_one(qtbot: QtBot) -> None:
    nu, tekst, afgerond = 0.0, "", []
    ouder = QObject()
    veld = Bewaring(ouder, lambda: tekst, lambda _: None, lambda: nu)
    veld.afgerond.connect(lambda: afgerond.append(tekst))
    for teken in "Een zin van iemand die doortypt, zonder te rusten, tot het einde":
        nu, tekst = nu + 0.25, tekst + teken
        veld.tik(tekst)
    stukken = [tekst[len(vorige) :] for vorige, tekst in zip(["", *afgerond], afgerond, strict=False)]
    assert stukken == ["Een zin van iemand ", "die doortypt, ", "zonder te rusten, "]


def test_something_new_makes_what_was_undone_unreachable(
    geschiedenis: Geschiedenis, store: Store, vergadering_id: str
) -> None:
    geschiedenis.doe("Eerste", lambda: add_punt(store, vergadering_id, "Kade"))
    geschiedenis.maak_ongedaan()
    geschiedenis.doe("Tweede", lambda: add_punt(store, vergadering_id, "Sluis"))
    assert geschiedenis.doe_opnieuw() is None


def test_what_is_refused_or_changes_nothing_is_no_action(
    geschiedenis: Geschiedenis, store: Store, vergadering_id: str
) -> None:
    with pytest.raises(TitelOntbreekt):
        geschiedenis.doe("Leeg", lambda: add_punt(store, vergadering_id, " "))
    geschiedenis.doe("Kijken", lambda: store.opname(vergadering_id))
    assert geschiedenis.terug is None
    assert geschiedenis.maak_ongedaan() is None
