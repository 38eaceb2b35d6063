"""Messages: what somebody put in a postbus, told in one signed line to who reads the channel.

A message is 64 bytes of signature and JSON in the one form, as a manifest is. Each names the digest of the one before
it, so that who read another one under that number sees that they part.
"""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar

from tk_desktop.domain.bereik import Bereik
from tk_desktop.exchange.canoniek import (
    Veld,
    Vormfout,
    Waarde,
    als_getal,
    als_hex,
    als_lijst,
    als_tekst,
    canoniek,
    lees_json,
)
from tk_desktop.exchange.manifest import Sleutelpost
from tk_desktop.exchange.postbus.indeling import MEESTE_DINGEN
from tk_desktop.exchange.segment import GROOTSTE
from tk_desktop.exchange.sleutels import Sleutelbos, klopt

FMT = 1
_HANDTEKENING = 64
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ding:
    """An object in a postbus: its name, size and scope.

    Of a version of the roster its number counts, of a stand the last segments that it stands for (``koppen``).
    """

    sha: str
    lengte: int
    bereik: str = ""
    versie: int = 0
    koppen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Melding:
    """What device ``van`` put in a postbus under version ``rooster`` of the roster.

    ``dag`` is when, by its own calendar; ``sleutels`` are keys by the device they are sealed to; ``mist`` paths of
    which the sender found nothing whole.
    """

    van: str
    rooster: int
    dag: str = ""
    vorige: str = ""
    roosters: tuple[Ding, ...] = ()
    segmenten: tuple[Ding, ...] = ()
    standen: tuple[Ding, ...] = ()
    sleutels: tuple[tuple[str, Sleutelpost], ...] = ()
    mist: tuple[str, ...] = ()

    def bytes(self, bos: Sleutelbos) -> bytes:
        """Return the message as it stands in a postbus; what is empty is left out."""
        velden: dict[str, object] = {"fmt": FMT, "from": self.van, "roster_version": self.rooster, "prev": self.vorige}
        if self.dag:
            velden["day"] = self.dag
        if self.roosters:
            velden["rosters"] = [[een.versie, een.sha, een.lengte] for een in self.roosters]
        if self.segmenten:
            velden["segs"] = [[een.bereik, een.sha, een.lengte] for een in self.segmenten]
        if self.standen:
            velden["states"] = [[een.bereik, een.sha, een.lengte, list(een.koppen)] for een in self.standen]
        if self.sleutels:
            velden["keys"] = [
                [wie, een.bereik, een.kid, base64.b64encode(een.verzegeld).decode()] for wie, een in self.sleutels
            ]
        if self.mist:
            velden["missing"] = list(self.mist)
        tekst = canoniek(velden)
        return bos.teken(tekst) + tekst


@dataclass(frozen=True, slots=True)
class Gelezenmelding:
    """A message as it was read: under which number of a channel, its bytes and what they say."""

    kanaal: str
    nummer: int
    gegevens: bytes = field(repr=False)
    melding: Melding

    def ondertekend_door(self, verify: str) -> bool:
        """Whether the owner of that public key signed it."""
        return klopt(verify, self.gegevens[_HANDTEKENING:], self.gegevens[:_HANDTEKENING])


def digest(gegevens: bytes) -> str:
    """Return how the next message names this one."""
    return sha256(gegevens).hexdigest()


def lees_melding(gegevens: bytes) -> Melding:
    """Return what a message says, or raise ``Vormfout``; its signature is not looked at yet."""
    velden = Veld(lees_json(gegevens[_HANDTEKENING:], "melding"), "melding")
    velden.getal("fmt", vanaf=FMT, tot=FMT + 1)
    melding = Melding(
        van=velden.hex("from", 16),
        rooster=velden.getal("roster_version", vanaf=1),
        dag=velden.tekst("day", hoogstens=10) if velden.heeft("day") else "",
        vorige=velden.hex("prev", 64, leeg=True),
        roosters=_elk(velden, "rosters", _rooster),
        segmenten=_elk(velden, "segs", _ding),
        standen=_elk(velden, "states", _stand),
        sleutels=_elk(velden, "keys", _sleutel),
        mist=_elk(velden, "missing", _pad),
    )
    velden.klaar()
    return melding


def _elk(velden: Veld, naam: str, lees: Callable[[Waarde], T]) -> tuple[T, ...]:
    if not velden.heeft(naam):
        return ()
    return tuple(lees(een) for een in velden.lijst(naam, hoogstens=MEESTE_DINGEN))


def _rooster(waarde: Waarde) -> Ding:
    versie, sha, lengte = als_lijst(waarde, "melding: rosters", precies=3)
    return Ding(
        versie=als_getal(versie, "melding: rosters", vanaf=1),
        sha=als_hex(sha, "melding: rosters", 64),
        lengte=_lengte(lengte),
    )


def _ding(waarde: Waarde) -> Ding:
    bereik, sha, lengte = als_lijst(waarde, "melding: segs", precies=3)
    return Ding(bereik=_bereik(bereik), sha=als_hex(sha, "melding: segs", 64), lengte=_lengte(lengte))


def _stand(waarde: Waarde) -> Ding:
    bereik, sha, lengte, koppen = als_lijst(waarde, "melding: states", precies=4)
    namen = als_lijst(koppen, "melding: states", hoogstens=MEESTE_DINGEN)
    return Ding(
        bereik=_bereik(bereik),
        sha=als_hex(sha, "melding: states", 64),
        lengte=_lengte(lengte),
        koppen=tuple(als_hex(een, "melding: states", 64) for een in namen),
    )


def _sleutel(waarde: Waarde) -> tuple[str, Sleutelpost]:
    wie, bereik, kid, verzegeld = als_lijst(waarde, "melding: keys", precies=4)
    try:
        gegevens = base64.b64decode(als_tekst(verzegeld, "melding: keys").encode(), validate=True)
    except binascii.Error as fout:
        raise Vormfout("melding: keys") from fout
    nummer = als_getal(kid, "melding: keys", vanaf=1)
    return als_hex(wie, "melding: keys", 16), Sleutelpost(bereik=_bereik(bereik), kid=nummer, verzegeld=gegevens)


def _pad(waarde: Waarde) -> str:
    return als_tekst(waarde, "melding: missing", hoogstens=120)


def _bereik(waarde: Waarde) -> str:
    try:
        return str(Bereik.lees(als_tekst(waarde, "melding: scope")))
    except ValueError as fout:
        raise Vormfout("melding: scope") from fout


def _lengte(waarde: Waarde) -> int:
    return als_getal(waarde, "melding: lengte", vanaf=66, tot=GROOTSTE + 1)
