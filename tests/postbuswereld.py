"""Laptops that exchange through a postbus alone: a secretary publishes a meeting, others fetch it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.bouwers import (
    bewaar_bytes,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.base.progress import Progress
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.lezen import NogNietVertrouwd
from tk_desktop.exchange.postbus.mapopslag import Mapopslag
from tk_desktop.exchange.postbus.nieuws import Nieuws, look_for_news
from tk_desktop.exchange.postbus.ophalen import Opgehaald, fetch
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.postbus.sturen import Verstuurd, send
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.exchange.rooster import admit, lees_aanmelding, schrijf_aanmelding

LEDEN = ("roos", "wies", "joop")


class Postwereld(Wereld):
    """The world of bundles, with a folder as postbus; ``opslag`` gives each laptop another one when a test wants so."""

    def __init__(self, map_: Path) -> None:
        super().__init__(map_)
        self.bus = map_ / "postbus"
        self.bus.mkdir()
        self.opslag: Callable[[], Opslag] = lambda: Mapopslag(self.bus)

    def vergadering(self, open_: bytes = b"%PDF-open", geheim: bytes = b"%PDF-geheim") -> None:
        """Give the secretary a meeting with an open item, one that is besloten, and one that Joop is kept from."""
        store = self["s1"].store
        with store.transaction():
            store.gremia.save(een_gremium(id="g1"))
            for wie in LEDEN:
                store.leden.save(een_lidmaatschap(id=f"lid-{wie}", gremium_id="g1", persoon_id=wie))
            store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
            for id_, titel in (("open", "Haven"), ("dicht", "Aankoop kade 7"), ("zaak", "Benoeming")):
                store.agendapunten.save(
                    een_agendapunt(id=id_, vergadering_id="v1", volgorde=id_, titel=titel, besloten=id_ != "open")
                )
            for id_, inhoud in (("open", open_), ("dicht", geheim), ("zaak", geheim + b"-zaak")):
                store.stukken.save(
                    een_stuk(id=f"stuk-{id_}", vergadering_id="v1", agendapunt_id=id_, titel=f"Nota {id_}")
                )
                som = bewaar_bytes(store, inhoud)
                store.versies.save(een_stukversie(id=f"versie-{id_}", stuk_id=f"stuk-{id_}", sha256=som))
            store.agendapunten.uitsluitingen.sluit_uit("zaak", "joop")

    def publiceer(self) -> None:
        """Let the secretary publish the meeting."""
        publish_vergadering(self["s1"].store, self["s1"].bos, "v1")

    def meld_aan(self, naam: str, persoon_id: str, rol: Rol = Rol.BESTUURDER) -> Laptop:
        """Admit a laptop that trusts the secretary by the six words; its first bundle comes through the postbus."""
        secretaris, nieuw = self["s1"], self._laptop(naam, persoon_id)
        aanmelding = self.map / f"{naam}.json"
        aanmelding.write_bytes(schrijf_aanmelding(nieuw.bos, persoon_id.capitalize(), naam))
        admit(secretaris.store, secretaris.bos, lees_aanmelding(aanmelding), persoon_id, rol)
        return nieuw

    def stuur(self, naam: str, progress: Progress | None = None, vandaag: date = VANDAAG) -> Verstuurd:
        """Let a laptop put what is new into the postbus."""
        opslag = self.opslag()
        try:
            return send(self[naam].store, self[naam].bos, opslag, vandaag=vandaag, progress=progress)
        finally:
            opslag.sluit()

    def haal(self, naam: str, *, heel: bool = False, progress: Progress | None = None) -> Opgehaald:
        """Let a laptop fetch; the first time it compares words, as people do."""
        laptop, opslag = self[naam], self.opslag()
        try:
            return fetch(laptop.store, laptop.bos, opslag, vandaag=VANDAAG, heel=heel, progress=progress)
        except NogNietVertrouwd as fout:
            laptop.store.uitwisseling.vertrouw(str(fout.details["verify"]))
            return fetch(laptop.store, laptop.bos, opslag, vandaag=VANDAAG, heel=heel, progress=progress)
        finally:
            opslag.sluit()

    def nieuws(self, naam: str) -> Nieuws:
        """Let a laptop look for news."""
        opslag = self.opslag()
        try:
            return look_for_news(self[naam].store, self[naam].id, opslag)
        finally:
            opslag.sluit()

    def bestanden(self) -> dict[str, bytes]:
        """Return all that stands in the postbus, by path."""
        return {
            pad.relative_to(self.bus).as_posix(): pad.read_bytes()
            for pad in sorted(self.bus.rglob("*"))
            if pad.is_file()
        }


def titels(laptop: Laptop) -> set[str]:
    """The titles of the items that a laptop sees."""
    return {punt.titel for punt in laptop.store.agendapunten.van_vergadering("v1")}


def stukken(laptop: Laptop) -> set[bytes]:
    """The contents of the files that a laptop has."""
    map_ = laptop.store.map / "stukken"
    return {pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}
