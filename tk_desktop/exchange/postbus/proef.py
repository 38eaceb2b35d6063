"""What a postbus would bring, seen before anything changes: fetching is tried out and taken back (M1).

A trial asks nothing of the store while it holds the werkmap: what it lacks is got between two trials. Nothing is put
or taken away there, and files stay where they are: rows tell what they are about.
"""

from datetime import date

from tk_desktop.base.progress import Progress
from tk_desktop.exchange.ontvangen import keep_copy
from tk_desktop.exchange.postbus.indeling import LOG, MERK, log_pad, nummers
from tk_desktop.exchange.postbus.ophalen import Opgehaald, fetch
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.werkmap import Store

_RONDEN = 8
_STUKKEN = "stukken"


class Proefopslag:
    """What came out of a store so far; what is asked besides is noted in ``mist`` and answered as if it were not there.

    Putting and taking away do nothing.
    """

    def __init__(self, opslag: Opslag) -> None:
        self.adres = opslag.adres
        self._opslag = opslag
        self._gehaald: dict[str, bytes | None] = {}
        self._lijsten: dict[str, tuple[str, ...]] = {}
        self.mist: dict[str, int] = {}
        self.mist_lijst: set[str] = set()

    def plaats(self, pad: str, gegevens: bytes) -> bool:
        """Put nothing, and say that it went well."""
        return True

    def haal(self, pad: str, hoogstens: int) -> bytes | None:
        """Return what was got under a path."""
        if pad not in self._gehaald and not pad.startswith(f"{_STUKKEN}/"):
            self.mist[pad] = hoogstens
        return self._gehaald.get(pad)

    def staat_er(self, pad: str) -> bool:
        """Whether something was got under a path."""
        return self._gehaald.get(pad) is not None

    def lijst(self, map_: str) -> tuple[str, ...]:
        """Return the names that were got of a folder."""
        if map_ not in self._lijsten and map_.startswith(f"{LOG}/"):
            self.mist_lijst.add(map_)
        return self._lijsten.get(map_, ())

    def verwijder(self, pad: str) -> None:
        """Take nothing away."""

    def sluit(self) -> None:
        """Leave the connection to who opened it."""

    def vul_aan(self, progress: Progress) -> bool:
        """Get what was asked in vain; answers whether there was anything to get."""
        paden, lijsten = self.mist, self.mist_lijst
        self.mist, self.mist_lijst = {}, set()
        for map_ in sorted(lijsten):
            self._lijsten[map_] = self._opslag.lijst(map_)
        for pad, hoogstens in progress.each(list(paden.items()), "Kijken wat er is"):
            self._gehaald[pad] = self._opslag.haal(pad, hoogstens)
            self._ga_langs(pad, hoogstens)
        return bool(paden or lijsten)

    def _ga_langs(self, pad: str, hoogstens: int) -> None:
        """Get the messages after one too: they are asked one by one."""
        map_, _, naam = pad.rpartition("/")
        if not map_.startswith(f"{LOG}/") or not nummers([naam]):
            return
        kanaal, nummer = map_.removeprefix(f"{LOG}/"), int(naam)
        while self._gehaald.get(log_pad(kanaal, nummer)) is not None:
            nummer += 1
            if log_pad(kanaal, nummer) not in self._gehaald:
                self._gehaald[log_pad(kanaal, nummer)] = self._opslag.haal(log_pad(kanaal, nummer), hoogstens)


def try_fetch(
    store: Store, bos: Sleutelbos, opslag: Opslag, *, vandaag: date, progress: Progress | None = None
) -> Opgehaald:
    """Return what ``fetch`` would bring, without its files; the werkmap and the postbus stay as they are.

    Raises as ``fetch`` does.
    """
    proef, stappen = Proefopslag(opslag), progress or Progress()
    proef.mist[MERK] = 1000
    keep_copy(store, vandaag)  # what fetching makes first; it cannot be made inside a trial
    gezien = Opgehaald(ontvangsten=(), geweigerd=(), beschadigd=0, volgt_nog=0)
    for _ in range(_RONDEN):
        if not proef.vul_aan(stappen):
            break
        gezien, _wijziging = store.try_out(lambda: fetch(store, bos, proef, vandaag=vandaag))
    return gezien
