"""Questions to the secretariat: private until they are put, answered once, and the answer comes back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_stuk, een_vergadering
from tk_desktop.domain.aantekening import SECRETARIAAT, Anker, Soort, Zicht
from tk_desktop.reading.aantekeningen import Leesplek, add_aantekening, answer_vraag, share_aantekeningen
from tk_desktop.reading.vragen import LegeVraag, Vraagstand, load_vragen, put_vraag
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
ROOS, WIES, ILSE = "Roos van Dalen", "Wies Aalders", "Ilse Brink"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        gremium = een_gremium(id="gremium")
        for jaar in (2025, 2026):
            vergadering = een_vergadering(id=f"v{jaar}", gremium_id="gremium", datum=date(jaar, 3, 11))
            punten = [een_agendapunt(id=f"punt{jaar}", titel="Oever")]
            stukken = [een_stuk(id=f"nota{jaar}", agendapunt_id=f"punt{jaar}")]
            bewaar(geopend, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten, stukken=stukken))
        yield geopend


def _vraag(store: Store, jaar: int = 2026, tekst: str = "Wie betaalt dit?", soort: Soort = Soort.VRAAG) -> str:
    plek = Leesplek(vergadering_id=f"v{jaar}", papier=f"nota{jaar}", agendapunt_id=f"punt{jaar}")
    anker = Anker(versie="a" * 64, pagina=14)
    return add_aantekening(store, plek, anker, soort, eigenaar=ROOS, moment=NU, tekst=tekst).id


def _stand(store: Store, lezer: str, *, secretaris: bool = False) -> list[Vraagstand]:
    return [vraag.stand for vraag in load_vragen(store, lezer=lezer, secretaris=secretaris)]


def test_a_question_is_its_writers_until_it_is_put(store: Store) -> None:
    id_ = _vraag(store)
    assert _stand(store, ROOS) == [Vraagstand.NIET_GESTELD]
    assert _stand(store, ILSE, secretaris=True) == []
    gesteld = put_vraag(store, id_, NU)
    assert (gesteld.zicht, gesteld.gedeeld_met) == (Zicht.GEDEELD, (SECRETARIAAT,))
    assert _stand(store, ROOS) == [Vraagstand.WACHT]
    assert _stand(store, ILSE, secretaris=True) == [Vraagstand.WACHT]
    assert _stand(store, WIES) == []


def test_the_reader_sees_the_answer_and_so_does_whoever_may_read_the_question(store: Store) -> None:
    id_ = _vraag(store)
    share_aantekeningen(store, [id_], Zicht.ALLEN, NU)
    answer_vraag(store, id_, " Het zwemfonds. ", NU)
    for lezer in (ROOS, WIES):
        (vraag,) = load_vragen(store, lezer=lezer)
        assert (vraag.stand, vraag.aantekening.antwoord) == (Vraagstand.BEANTWOORD, "Het zwemfonds.")
        assert vraag.is_eigen == (lezer == ROOS)
        assert (vraag.waar, vraag.pagina) == ("BC WK 11-3-2026 1", 14)


def test_putting_a_question_keeps_with_whom_it_was_shared(store: Store) -> None:
    id_ = _vraag(store)
    share_aantekeningen(store, [id_], Zicht.GEDEELD, NU, met=[WIES])
    assert put_vraag(store, id_, NU).gedeeld_met == (SECRETARIAAT, WIES)
    share_aantekeningen(store, [id_], Zicht.ALLEN, NU)
    assert put_vraag(store, id_, NU).zicht is Zicht.ALLEN


def test_the_latest_meeting_comes_first_and_other_notes_are_no_questions(store: Store) -> None:
    for jaar in (2025, 2026):
        _vraag(store, jaar)
        _vraag(store, jaar, soort=Soort.NOTITIE)
    vragen = load_vragen(store, lezer=ROOS)
    assert [vraag.aantekening.vergadering_id for vraag in vragen] == ["v2026", "v2025"]


def test_a_question_without_words_is_not_put(store: Store) -> None:
    id_ = _vraag(store, tekst=" ")
    with pytest.raises(LegeVraag):
        put_vraag(store, id_, NU)
    assert store.aantekeningen.get(id_).zicht is Zicht.PRIVE
