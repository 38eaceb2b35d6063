"""One postbus as this laptop knows it: the store, what was kept of it, and its messages in their order."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tk_desktop.exchange.canoniek import Veld, Vormfout, canoniek, lees_json
from tk_desktop.exchange.postbus.fouten import GeenPostbus, NietInPostbus
from tk_desktop.exchange.postbus.indeling import GEZIEN, GROOTSTE_MELDING, LOG, MERK, begin_van, log_pad, nummers
from tk_desktop.exchange.postbus.melding import Melding, digest
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.werkmap import Store

_FMT = 1


def read_kenmerk(gegevens: bytes, adres: str) -> str:
    """Return what tells a postbus from another by the bytes of its mark; raises ``GeenPostbus``."""
    try:
        velden = Veld(lees_json(gegevens, MERK), MERK)
        formaat = velden.getal("fmt", vanaf=1)
        kenmerk = velden.hex("postbus", 24)
    except Vormfout as fout:
        raise GeenPostbus(adres=adres, oorzaak="er staan andere bestanden") from fout
    if formaat > _FMT:
        raise GeenPostbus(adres=adres, oorzaak="hij is van een nieuwere versie van TK Desktop")
    return kenmerk


class Bus:
    """A postbus that is open; what is kept of it stands in the werkmap, under its address."""

    def __init__(self, store: Store, opslag: Opslag, *, maken: bool) -> None:
        """Look whether it is a postbus; with ``maken`` an empty place becomes one.

        Raises ``GeenPostbus`` or ``NietInPostbus``. When it is not the one that was read before, it is read anew.
        """
        self.store = store
        self.opslag = opslag
        self.adres = opslag.adres
        kenmerk = self._kenmerk(maken=maken)
        bekend = store.postbussen.get(self.adres)
        if bekend.kenmerk != kenmerk:
            with store.transaction():
                store.postbussen.bewaar(replace(bekend, kenmerk=kenmerk, nagekeken=""))
        self.nagekeken = store.postbussen.get(self.adres).nagekeken

    def _kenmerk(self, *, maken: bool) -> str:
        gegevens = self.opslag.haal(MERK, 1000)
        if gegevens is None:
            if not maken:
                raise NietInPostbus(adres=self.adres)
            self.opslag.plaats(MERK, canoniek({"fmt": _FMT, "postbus": secrets.token_hex(12)}))
            gegevens = self.opslag.haal(MERK, 1000)
        return read_kenmerk(gegevens or b"", self.adres)

    def daar(self) -> frozenset[str]:
        """Return what was noted to stand there."""
        return self.store.postbussen.daar(self.adres)

    def gelezen(self, kanaal: str) -> tuple[int, str]:
        """Return how far a channel was read."""
        return self.store.postbussen.gelezen(self.adres, kanaal)

    def melding(self, kanaal: str, nummer: int) -> bytes | None:
        """Return the bytes of a message, ``None`` when it is not there."""
        return self.opslag.haal(log_pad(kanaal, nummer), GROOTSTE_MELDING)

    def nummers(self, kanaal: str) -> tuple[int, ...]:
        """Return the numbers of all messages that stand in a channel."""
        return self.lijst(kanaal)[1]

    def lijst(self, kanaal: str) -> tuple[int, tuple[int, ...]]:
        """Return with which number a channel begins, and the numbers of all messages that stand in it from there."""
        namen = self.opslag.lijst(f"{LOG}/{kanaal}")
        begin = begin_van(namen)
        return begin, tuple(een for een in nummers(namen) if een >= begin)

    def na(self, kanaal: str, nummer: int) -> Iterator[tuple[int, bytes]]:
        """Yield the messages after one, up to the first number under which nothing stands."""
        while (gegevens := self.melding(kanaal, nummer + 1)) is not None:
            nummer += 1
            yield nummer, gegevens

    def meld(self, bos: Sleutelbos, kanaal: str, meldingen: Sequence[Melding]) -> None:
        """Put messages behind the last one of a channel; when another laptop is first, behind those of that one."""
        nummer, vorige = self.gelezen(kanaal)
        begin, er_zijn = self.lijst(kanaal)
        laatste = er_zijn[-1] if er_zijn else begin - 1
        if nummer < laatste:
            nummer = laatste - 1
        for melding in meldingen:
            while True:
                for later, gegevens in self.na(kanaal, nummer):
                    nummer, vorige = later, digest(gegevens)
                eigen = replace(melding, vorige=vorige).bytes(bos)
                nieuw = self.opslag.plaats(log_pad(kanaal, nummer + 1), eigen)
                if nieuw and not self.opslag.staat_er(log_pad(kanaal, nummer + 2)):
                    break  # it is the last one; in a hole that the store made, nobody would look for it
                if not nieuw and self.melding(kanaal, nummer + 1) is None:
                    nummer, vorige = nummer + 1, ""  # something that is no message takes the number

    def gezien(self, apparaat: str, kanaal: str, nummer: int) -> None:
        """Let who clears up know how far this laptop read a channel."""
        map_ = f"{GEZIEN}/{apparaat}"
        for naam in self.opslag.lijst(map_):
            if naam.rpartition("-")[0] == kanaal and naam != f"{kanaal}-{nummer:08d}":
                self.opslag.verwijder(f"{map_}/{naam}")
        self.opslag.plaats(f"{map_}/{kanaal}-{nummer:08d}", b"")
