"""The keys of scopes that this device has, opened while its own keys are."""

from collections.abc import Callable, Collection
from hashlib import blake2b
from secrets import randbelow

from tk_desktop.domain.bereik import Bereik, Bereiksoort
from tk_desktop.domain.rooster import Apparaat, Rooster, Roosters
from tk_desktop.exchange.canoniek import canoniek
from tk_desktop.exchange.manifest import Sleutelpost
from tk_desktop.exchange.segment import is_open
from tk_desktop.exchange.sleutels import Sleutelbos, nieuwe_bereiksleutel, verzegel
from tk_desktop.store.werkmap import Store

_EIGEN = (Bereiksoort.PRIVE, Bereiksoort.GEDEELD)
"""Scopes in which one person writes, and whose keys that person makes."""
_KANSEN = 1 << 32
"""Room for chance within the number of a key."""


class Sleutelkast:
    """Keys by scope and number; one that was not opened yet is opened when it is first asked for."""

    def __init__(self, store: Store, bos: Sleutelbos) -> None:
        self._store = store
        self._bos = bos
        self._dicht = store.uitwisseling.sleutels()
        self._open: dict[tuple[str, int], bytes] = {}

    def sleutel(self, bereik: str, kid: int) -> bytes | None:
        """Return a key, ``None`` when this device does not have it."""
        plek = (bereik, kid)
        if plek not in self._open and plek in self._dicht:
            geopend = self._bos.open_bereiksleutel(self._dicht[plek])
            if geopend is not None:
                self._open[plek] = geopend
        return self._open.get(plek)

    def kids(self, bereik: str) -> tuple[int, ...]:
        """Return the numbers of the keys of a scope that are here, lowest first; 0 for what is open."""
        return (0,) if is_open(bereik) else tuple(kid for van, kid in self._dicht if van == bereik)

    def in_gebruik(self, bereik: str, rooster: Rooster) -> tuple[int, bytes | None] | None:
        """Return number and key with which something new is written in a scope, ``None`` when that cannot be done here.

        Who is alone to write in a scope renews its key without the roster: the highest number is in use.
        """
        if is_open(bereik):
            return 0, None
        eigen = Bereik.lees(bereik).soort in _EIGEN
        kid = max(self.kids(bereik), default=0) if eigen else rooster.kids.get(bereik, 0)
        sleutel = self.sleutel(bereik, kid)
        return None if sleutel is None else (kid, sleutel)

    def neem(self, bereik: str, kid: int, sleutel: bytes) -> None:
        """Keep a key that came in; one that is there stays."""
        if (bereik, kid) not in self._dicht:
            verzegeld = verzegel(sleutel, self._bos.openbaar.box)
            self._store.uitwisseling.bewaar_sleutel(bereik, kid, verzegeld)
            self._dicht[bereik, kid] = verzegeld
            self._open[bereik, kid] = sleutel

    def zorg_voor_eigen(self, bereik: Bereik, roosters: Roosters, eigen: Apparaat) -> None:
        """Make the key of a scope in which somebody alone writes, and another once a laptop that had it is withdrawn.

        What is private has its key from the first laptop that its person uses; others get it there. Its number is the
        version of the roster, so that a laptop that must begin anew never takes a number that was used. What is shared
        with one other waits for no other laptop, and its key may be lost when an old copy is put back: part of the
        number is chance, so that no two keys bear the same.
        """
        gedeeld = bereik.soort is Bereiksoort.GEDEELD
        if bereik.soort not in _EIGEN or eigen.persoon_id != (bereik.schrijver or bereik.van):
            return
        rooster, naam = roosters.huidig, str(bereik)
        mensen = {bereik.schrijver, bereik.lezer} if gedeeld else {bereik.van}
        weg = [een.id for een in rooster.apparaten if een.ingetrokken and een.persoon_id in mensen]
        sinds = max((roosters.ingetrokken_sinds(id_) for id_ in weg), default=0)
        eerste = next(iter(rooster.apparaten_van(eigen.persoon_id)), eigen)
        stap = _KANSEN if gedeeld else 1
        if (gedeeld or eerste.id == eigen.id) and max(self.kids(naam), default=-1) < sinds * stap:
            self.neem(naam, rooster.versie * stap + randbelow(stap), nieuwe_bereiksleutel())

    def voor(
        self, naar: Apparaat, leest: Callable[[str], bool], zonder: Collection[tuple[str, int]] = ()
    ) -> tuple[Sleutelpost, ...]:
        """Return the keys of the scopes that ``leest`` answers true for, but ``zonder``, sealed to another device."""
        posten = []
        for bereik, kid in self._dicht:
            sleutel = self.sleutel(bereik, kid) if (bereik, kid) not in zonder and leest(bereik) else None
            if sleutel is not None:
                posten.append(Sleutelpost(bereik=bereik, kid=kid, verzegeld=verzegel(sleutel, naar.box)))
        return tuple(posten)

    def proef(self, leest: Callable[[str], bool]) -> str:
        """Return 16 digits that are the same where the same keys are, of the scopes that ``leest`` answers true for."""
        lijst = [
            [bereik, kid, blake2b(sleutel, digest_size=8).hexdigest()]
            for bereik, kid in self._dicht
            if leest(bereik) and (sleutel := self.sleutel(bereik, kid)) is not None
        ]
        return blake2b(canoniek(lijst), digest_size=8).hexdigest()
