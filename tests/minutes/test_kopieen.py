"""A copy of what is secret is written down before it is made, with its number, and says whose it is."""

from datetime import UTC, datetime

from tests.bouwers import een_stuk, een_stukversie
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.minutes.kopieen import Kopiemaker, log_kopie, secret_in
from tk_desktop.store.werkmap import Store

_SOM = {"nota": "1" * 64, "bod": "2" * 64, "taxatie": "3" * 64}
ROOS = Kopiemaker(wie="Roos van Dalen", nu=datetime(2026, 3, 11, 9, tzinfo=UTC), reden="set voor de leden")


def _met_stukken(store: Store) -> None:
    for id_, punt in (("nota", "oever"), ("bod", "koop"), ("taxatie", "koop")):
        store.stukken.save(een_stuk(id=id_, vergadering_id="maart", agendapunt_id=punt, volgorde=id_))
        store.versies.save(een_stukversie(id=f"v-{id_}", stuk_id=id_, sha256=_SOM[id_]))


def test_of_the_papers_of_a_meeting_those_at_a_besloten_item_are_secret(store: Store) -> None:
    _met_stukken(store)
    opname = store.opname("maart")
    assert set(secret_in(opname)) == {"bod", "taxatie"}
    assert secret_in(opname, ["nota", "bod"]) == {"bod": _SOM["bod"]}


def test_all_papers_of_a_copy_are_written_down_under_one_number(store: Store) -> None:
    _met_stukken(store)
    geheim = secret_in(store.opname("maart"))
    merk = log_kopie(store, "maart", geheim, ROOS, wat=Inzagewijze.BESTAND)
    assert merk == "Exemplaar 1 · gemaakt door Roos van Dalen · 11-3-2026 · set voor de leden"
    voor = log_kopie(store, "maart", {"bod": ""}, ROOS, wat=Inzagewijze.AFGEDRUKT, voor="Bram Sluiter")
    assert voor.startswith("Exemplaar 2 · voor Bram Sluiter")
    log = store.inzagen.all()
    assert [(een.papier, een.exemplaar, een.wat) for een in log] == [
        ("bod", 1, Inzagewijze.BESTAND),
        ("taxatie", 1, Inzagewijze.BESTAND),
        ("bod", 2, Inzagewijze.AFGEDRUKT),
    ]
    assert {een.reden for een in log} == {"set voor de leden"}


def test_of_what_is_open_nothing_is_written_down(store: Store) -> None:
    assert log_kopie(store, "maart", {}, ROOS, wat=Inzagewijze.BESTAND) == ""
    assert store.inzagen.all() == ()
