"""One round through a postbus: fetch what waits, put what is new there, and now and then clear up (M8)."""

from dataclasses import dataclass
from datetime import date

from tk_desktop.base.progress import Progress
from tk_desktop.exchange.ontvangen import Rondom
from tk_desktop.exchange.postbus.fouten import NietInPostbus
from tk_desktop.exchange.postbus.ophalen import Opgehaald, fetch
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.postbus.sturen import Verstuurd, send
from tk_desktop.exchange.postbus.verdichten import compact
from tk_desktop.exchange.rooster import GeenRooster
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.werkmap import Store
from tk_desktop.store.wijzigingen import Wijziging

_NIETS = Opgehaald(ontvangsten=(), geweigerd=(), beschadigd=0, volgt_nog=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ronde:
    """What came out of a postbus and what went in; ``wijziging`` takes all that came back at once."""

    opgehaald: Opgehaald
    verstuurd: Verstuurd

    @property
    def wijziging(self) -> Wijziging:
        """What changed in the rows of this werkmap."""
        samen = Wijziging()
        for een in self.opgehaald.ontvangsten:
            samen = samen.samen_met(een.wijziging)
        return samen

    @property
    def niets_nieuws(self) -> bool:
        """Whether nothing came and nothing went."""
        return self.opgehaald.niets_nieuws and self.verstuurd.niets_nieuws


def exchange_once(
    store: Store,
    bos: Sleutelbos,
    opslag: Opslag,
    *,
    vandaag: date,
    rondom: Rondom | None = None,
    progress: Progress | None = None,
) -> Ronde:
    """Fetch, then send; the first time on a day clear up too. An empty place becomes a postbus for who may begin one.

    Raises what ``fetch`` and ``send`` raise; what came and went by then stays, and is not asked or sent again.
    """
    vers = store.postbussen.get(opslag.adres).nagekeken != vandaag.isoformat()
    try:
        opgehaald = fetch(store, bos, opslag, vandaag=vandaag, rondom=rondom, progress=progress)
    except NietInPostbus:
        if not store.uitwisseling.roosters():
            raise
        opgehaald = _NIETS
    if not store.uitwisseling.roosters():
        raise GeenRooster
    verstuurd = send(store, bos, opslag, vandaag=vandaag, progress=progress)
    if vers and opgehaald is not _NIETS:
        compact(store, bos, opslag, vandaag=vandaag, progress=progress)
    return Ronde(opgehaald=opgehaald, verstuurd=verstuurd)
