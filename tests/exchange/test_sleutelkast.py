"""Keys of scopes: opened where they were sealed, handed out to readers, and the first there is stays."""

from dataclasses import replace
from pathlib import Path

from tests.bundelbouwers import een_apparaat, een_rooster
from tk_desktop.domain.bereik import gedeeld, prive
from tk_desktop.domain.rooster import Roosters
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos, nieuwe_bereiksleutel, verzegel
from tk_desktop.store.werkmap import Store


def test_a_key_that_came_first_stays(tmp_path: Path) -> None:
    bos, een, ander = Sleutelbos.maak(), nieuwe_bereiksleutel(), nieuwe_bereiksleutel()
    with Store.open(tmp_path, maken=True) as store:
        Sleutelkast(store, bos).neem("bes:zaak", 1, een)
        kast = Sleutelkast(store, bos)
        kast.neem("bes:zaak", 1, ander)
        assert kast.sleutel("bes:zaak", 1) == een
        assert Sleutelkast(store, bos).sleutel("bes:zaak", 1) == een
        assert Sleutelkast(store, Sleutelbos.maak()).sleutel("bes:zaak", 1) is None


def test_the_database_never_holds_a_key_in_the_clear(tmp_path: Path) -> None:
    bos, sleutel = Sleutelbos.maak(), nieuwe_bereiksleutel()
    with Store.open(tmp_path, maken=True) as store:
        Sleutelkast(store, bos).neem("bes:zaak", 1, sleutel)
    assert sleutel not in (tmp_path / "tk.db").read_bytes()


def test_the_key_in_use_is_that_of_the_roster_and_of_what_is_private_the_latest(tmp_path: Path) -> None:
    bos = Sleutelbos.maak()
    rooster = een_rooster(apparaten=(een_apparaat(bos, "wies"),), kids={"bes:zaak": 1})
    with Store.open(tmp_path, maken=True) as store:
        kast = Sleutelkast(store, bos)
        assert kast.in_gebruik("alg", rooster) == (0, None)
        assert kast.in_gebruik("bes:zaak", rooster) is None
        een, twee = nieuwe_bereiksleutel(), nieuwe_bereiksleutel()
        kast.neem("bes:zaak", 1, een)
        kast.neem("bes:zaak", 2, twee)
        assert kast.in_gebruik("bes:zaak", rooster) == (1, een)
        assert kast.in_gebruik("prive:wies", rooster) is None
        kast.zorg_voor_eigen(prive("wies"), Roosters((rooster,)), een_apparaat(bos, "wies"))
        gemaakt = kast.in_gebruik("prive:wies", rooster)
        assert gemaakt is not None
        assert gemaakt[0] == rooster.versie
        kast.zorg_voor_eigen(prive("wies"), Roosters((rooster,)), een_apparaat(bos, "wies"))
        assert kast.in_gebruik("prive:wies", rooster) == gemaakt


def test_only_the_first_laptop_of_somebody_makes_the_private_key(tmp_path: Path) -> None:
    een, twee = Sleutelbos.maak(), Sleutelbos.maak()
    rooster = een_rooster(apparaten=(een_apparaat(een, "wies"), een_apparaat(twee, "wies")))
    with Store.open(tmp_path, maken=True) as store:
        kast = Sleutelkast(store, twee)
        kast.zorg_voor_eigen(prive("wies"), Roosters((rooster,)), een_apparaat(twee, "wies"))
        assert kast.kids("prive:wies") == ()
        nummers = set()
        for bos in (een, twee):  # of what is shared each may make one, and no two have the same number
            los = Sleutelkast(store, bos)
            los.zorg_voor_eigen(gedeeld("wies", "roos"), Roosters((rooster,)), een_apparaat(bos, "wies"))
            nummers |= {los.in_gebruik("deel:wies~roos", rooster)[0]}  # type: ignore[index]
            store._db.execute("DELETE FROM uitwisseling_sleutel")
        assert len(nummers) == 2


def test_keys_go_to_readers_only_and_the_proof_tells_whether_they_are_the_same(tmp_path: Path) -> None:
    bos, ander = Sleutelbos.maak(), Sleutelbos.maak()
    sleutels = {"bes:zaak": nieuwe_bereiksleutel(), "sec": nieuwe_bereiksleutel()}
    with Store.open(tmp_path / "a", maken=True) as een, Store.open(tmp_path / "b", maken=True) as twee:
        kast = Sleutelkast(een, bos)
        for bereik, sleutel in sleutels.items():
            kast.neem(bereik, 1, sleutel)
        een.uitwisseling.bewaar_sleutel("bes:dicht", 1, verzegel(sleutels["sec"], ander.openbaar.box))
        posten = Sleutelkast(een, bos).voor(een_apparaat(ander, "wies"), lambda bereik: bereik.startswith("bes:"))
        assert [(post.bereik, post.kid) for post in posten] == [("bes:zaak", 1)]
        assert ander.open_bereiksleutel(posten[0].verzegeld) == sleutels["bes:zaak"]
        daar = Sleutelkast(twee, ander)
        assert daar.proef(lambda bereik: True) != kast.proef(lambda bereik: bereik == "bes:zaak")
        daar.neem("bes:zaak", 1, sleutels["bes:zaak"])
        assert daar.proef(lambda bereik: True) == kast.proef(lambda bereik: bereik == "bes:zaak")


def test_a_withdrawn_laptop_of_either_of_two_people_does_not_have_the_next_key(tmp_path: Path) -> None:
    een, tweede, lezer = Sleutelbos.maak(), Sleutelbos.maak(), Sleutelbos.maak()
    eigen = een_apparaat(een, "wies")
    begin = een_rooster(apparaten=(eigen, een_apparaat(tweede, "wies"), een_apparaat(lezer, "roos")))
    zonder = [replace(apparaat, ingetrokken=apparaat.id == lezer.id) for apparaat in begin.apparaten]
    later = replace(begin, versie=begin.versie + 1, vorige="a" * 64, apparaten=tuple(zonder))
    met_roos, eigen_plek = gedeeld("wies", "roos"), prive("wies")
    with Store.open(tmp_path, maken=True) as store:
        kast = Sleutelkast(store, een)
        for versies in ((begin,), (begin, later), (begin, later)):
            for plek in (met_roos, eigen_plek):
                kast.zorg_voor_eigen(plek, Roosters(versies), eigen)
        assert [kid >> 32 for kid in kast.kids(str(met_roos))] == [begin.versie, later.versie]
        assert kast.kids(str(eigen_plek)) == (begin.versie,)
        verloren = replace(later, apparaten=(eigen, *(replace(een, ingetrokken=True) for een in later.apparaten[1:])))
        volgend = replace(verloren, versie=later.versie + 1)
        kast.zorg_voor_eigen(eigen_plek, Roosters((begin, later, volgend)), eigen)
        assert kast.kids(str(eigen_plek)) == (begin.versie, volgend.versie)
        kast.zorg_voor_eigen(gedeeld("roos", "wies"), Roosters((begin,)), eigen)
        assert kast.kids("deel:roos~wies") == ()
