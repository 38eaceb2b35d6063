"""When the dossier of a meeting is closed, every row under it stays as it is, but for what is named with a reason."""

from contextlib import suppress

import pytest

from tests.laptops import Laptop
from tk_desktop.store.bevriezen import BLIJFT_OPEN, VRIJ, bevroren, pad
from tk_desktop.store.fouten import DossierGesloten
from tk_desktop.store.reizend import REIZEND, Vanwie
from tk_desktop.store.vormen import Vorm, vormen

STAP = "INSERT INTO dossier_stap (id, dossier_id, volgorde, stap, datum) VALUES (?, 'dossier', ?, ?, '2026-05-01')"


@pytest.fixture
def laptop() -> Laptop:
    """A closed dossier with a row of every table that travels: each is called as its table."""
    laptop = Laptop()
    laptop._db.execute("PRAGMA ignore_check_constraints = ON")
    laptop._db.execute("PRAGMA foreign_keys = OFF")
    for vorm in _vormen(laptop).values():
        _voeg_toe(laptop, vorm, vorm.tabel)
    laptop.sql("DELETE FROM dossier_stap")
    laptop.sql(STAP, "dossier_stap", "c", "gesloten")
    return laptop


def _vormen(laptop: Laptop) -> dict[str, Vorm]:
    return vormen(laptop.store._db)


def _voeg_toe(laptop: Laptop, vorm: Vorm, id_: str) -> None:
    soort = {naam: str(type_) for _, naam, type_, *_ in laptop.sql(f"PRAGMA table_info({vorm.tabel})")}
    waarden: list[object] = [id_]
    for kolom in vorm.kolommen:
        verwijzing = vorm.verwijzingen.get(kolom)
        waarden.append(1 if soort[kolom] == "INTEGER" else verwijzing.naar if verwijzing else vorm.tabel)
    laptop.sql(
        f"INSERT INTO {vorm.tabel} (id, {', '.join(vorm.kolommen)}) VALUES ({', '.join('?' * len(waarden))})", *waarden
    )


def _mag(laptop: Laptop, opdracht: str) -> bool:
    with suppress(DossierGesloten), laptop.store.transaction():
        laptop._db.execute(opdracht)
        return True
    return False


def _tabellen(laptop: Laptop, *, vast: bool) -> list[Vorm]:
    """The tables under a meeting, those deepest first, so that none is in the way of another."""
    alle = _vormen(laptop)
    return [vorm for naam, vorm in reversed(alle.items()) if pad(alle, naam, "new") and bevroren(alle, naam) is vast]


def test_every_table_under_a_meeting_is_frozen_or_named_with_a_reason(laptop: Laptop) -> None:
    open_ = {vorm.tabel for vorm in _tabellen(laptop, vast=False)}
    eigen = {een.tabel for een in REIZEND if een.vanwie is Vanwie.EIGEN}
    assert open_ - eigen == BLIJFT_OPEN.keys()
    alle = _vormen(laptop)
    assert all(kolom in alle[tabel].kolommen and bevroren(alle, tabel) for tabel, kolom in VRIJ)
    assert all((*BLIJFT_OPEN.values(), *VRIJ.values()))


def test_no_row_is_made_changed_or_taken_away_while_it_is_closed(laptop: Laptop) -> None:
    vast = _tabellen(laptop, vast=True)
    assert len(vast) > 35
    voor = laptop.inhoud()
    for vorm in vast:
        for kolom in vorm.kolommen:
            anders = f"UPDATE {vorm.tabel} SET {kolom} = coalesce({kolom}, '') || '1'"
            vrij = (vorm.tabel, kolom) in VRIJ or kolom in (*vorm.reizend.streng, "geheimhouding_id")
            assert _mag(laptop, anders) is vrij, anders
            assert _mag(laptop, f"UPDATE {vorm.tabel} SET {kolom} = {kolom}")
        assert not _mag(laptop, f"DELETE FROM {vorm.tabel}"), vorm.tabel
    laptop.sql(STAP, "weer", "m", "heropend")
    assert all(_mag(laptop, f"DELETE FROM {vorm.tabel}") for vorm in vast)
    assert {naam for naam, rijen in laptop.inhoud().items() if not rijen} == {vorm.tabel for vorm in vast}
    assert voor.keys() == laptop.inhoud().keys()
