"""The manifest: the first part of a bundle, which names all the rest and is signed by who made the bundle."""

import base64
import binascii
import re
from dataclasses import dataclass

from tk_desktop.domain.bereik import Bereik
from tk_desktop.domain.uitwisseling import Logstand
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
from tk_desktop.exchange.koppen import AFDRUKLENGTE, Koppenlijst
from tk_desktop.exchange.segment import GROOTSTE

FMT = 3
"""The format that is written."""
LEZER, LEZER_VAN_STUKKEN, LEZER_VAN_GEDEELD = 1, 2, 3
"""The first format whose readers read what we write, that knows how pieces of files are signed, and what is shared."""
_ONTHOUDT = 2
"""The first format whose writers remember the lists that were told (``koppen``)."""
GROOTSTE_MANIFEST = 8 << 20
_KOPLENGTE = 24
_LEESBARE_NAAM = re.compile(r"[a-z0-9][a-z0-9._-]{0,100}\.(?:html|pdf)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """Part ``deel`` of ``delen`` that were made at once, ``reeks`` being what they share; each is a whole bundle."""

    deel: int
    delen: int
    reeks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutelpost:
    """The key of a scope, sealed to the device that the bundle is for."""

    bereik: str
    kid: int
    verzegeld: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Gewenst:
    """A file that the sender still misses: its name in a scope, and which pieces (none named: all)."""

    naam: str
    delen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesbaar:
    """A part that is read without this program: ``lees-mij.html`` or a PDF, by its name, SHA-256 and size."""

    naam: str
    sha256: str
    lengte: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a bundle holds, from whom and for whom; ``naar`` empty: for everybody, and then all of it is open.

    ``heeft`` are the last segments of all whole chains the sender has, as the first 24 digits of their names: what the
    reader need not send. With a ``basis`` they come in place of what stands at ``zonder`` in a list the reader told.
    ``bekend`` digests the keys of scopes the sender has, among those both may read. ``log`` is for the secretariat: the
    sender's log as it ends now, and at the rows at which it ended when that was told before (R16).
    """

    app: str
    van: str
    inc: str
    ctr: int
    naar: str = ""
    rooster: int
    heeft: tuple[str, ...] = ()
    basis: str = ""
    zonder: tuple[int, ...] = ()
    bekend: str = ""
    wil: tuple[Gewenst, ...] = ()
    volume: Volume | None = None
    sleutels: tuple[Sleutelpost, ...] = ()
    objecten: tuple[tuple[str, int], ...] = ()
    leesbaar: tuple[Leesbaar, ...] = ()
    log: tuple[Logstand, ...] = ()
    fmt: int = FMT
    min_lezer: int = LEZER

    def bytes(self) -> bytes:
        """Return the manifest as it stands in a bundle; what is empty is left out."""
        velden: dict[str, object] = {
            "fmt": self.fmt,
            "min_reader": self.min_lezer,
            "app": self.app,
            "from": self.van,
            "inc": self.inc,
            "ctr": self.ctr,
            "to": [self.naar] if self.naar else [],
            "roster_version": self.rooster,
            "have": list(self.heeft),
            "objs": [list(een) for een in self.objecten],
        }
        if self.basis:
            velden["base"] = self.basis
        if self.zonder:
            velden["less"] = list(self.zonder)
        if self.bekend:
            velden["known"] = self.bekend
        if self.wil:
            velden["want"] = [[een.naam, list(een.delen)] for een in self.wil]
        if self.volume:
            velden["volume"] = {"k": self.volume.deel, "n": self.volume.delen, "set": self.volume.reeks}
        if self.sleutels:
            velden["keys"] = [[een.bereik, een.kid, base64.b64encode(een.verzegeld).decode()] for een in self.sleutels]
        if self.leesbaar:
            velden["readable"] = [[een.naam, een.sha256, een.lengte] for een in self.leesbaar]
        if self.log:
            velden["log"] = [[een.aantal, een.afdruk] for een in self.log]
        return canoniek(velden)

    @property
    def koppen(self) -> Koppenlijst:
        """What the sender has, as it was told."""
        return Koppenlijst(heeft=self.heeft, basis=self.basis, zonder=self.zonder)


class FormaatTeNieuw(Vormfout):
    """A manifest says that a reader of this format cannot read it."""


def kort(sha: str) -> str:
    """Return how a manifest names a segment in ``have``."""
    return sha[:_KOPLENGTE]


def lees_manifest(gegevens: bytes) -> Manifest:
    """Return what the bytes of a manifest say; raises ``FormaatTeNieuw`` or ``Vormfout``."""
    velden = Veld(lees_json(gegevens, "manifest"), "manifest")
    if velden.getal("min_reader") > FMT:
        raise FormaatTeNieuw("manifest: een nieuwer formaat")
    fmt = velden.getal("fmt", vanaf=1)
    naar = velden.lijst("to", hoogstens=1)
    manifest = Manifest(
        app=velden.tekst("app", hoogstens=40),
        van=velden.hex("from", 16),
        inc=velden.hex("inc", 12),
        ctr=velden.getal("ctr"),
        naar=als_hex(naar[0], "manifest: to", 16) if naar else "",
        rooster=velden.getal("roster_version"),
        heeft=tuple(als_hex(een, "manifest: have", _KOPLENGTE) for een in velden.lijst("have")),
        basis=velden.hex("base", AFDRUKLENGTE) if velden.heeft("base") else "",
        zonder=tuple(als_getal(een, "manifest: less") for een in velden.lijst("less")) if velden.heeft("less") else (),
        bekend=velden.hex("known", 16) if velden.heeft("known") else "",
        wil=tuple(_gewenst(een) for een in velden.lijst("want")) if velden.heeft("want") else (),
        volume=_volume(velden.object("volume")) if velden.heeft("volume") else None,
        sleutels=tuple(_post(een) for een in velden.lijst("keys")) if velden.heeft("keys") else (),
        objecten=tuple(_object(een) for een in velden.lijst("objs")),
        leesbaar=tuple(_leesbaar(een) for een in velden.lijst("readable")) if velden.heeft("readable") else (),
        log=tuple(_logstand(een) for een in velden.lijst("log")) if velden.heeft("log") else (),
        fmt=fmt,
    )
    velden.klaar(vrij=fmt > FMT)
    if manifest.basis and fmt < _ONTHOUDT:
        raise Vormfout("manifest: base")
    if list(manifest.zonder) != sorted(set(manifest.zonder)) or (manifest.zonder and not manifest.basis):
        raise Vormfout("manifest: less")
    namen = [naam for naam, _ in manifest.objecten]
    leesbaar = [een.naam for een in manifest.leesbaar]
    if len(set(namen)) < len(namen) or len(set(leesbaar)) < len(leesbaar):
        raise Vormfout("manifest: een onderdeel staat er twee keer in")
    return manifest


def _gewenst(waarde: Waarde) -> Gewenst:
    naam, delen = als_lijst(waarde, "manifest: want", precies=2)
    nummers = als_lijst(delen, "manifest: want")
    return Gewenst(
        naam=als_hex(naam, "manifest: want", 16),
        delen=tuple(als_getal(een, "manifest: want", vanaf=1, tot=100_001) for een in nummers),
    )


def _volume(waarde: dict[str, Waarde]) -> Volume:
    velden = Veld(waarde, "manifest: volume")
    delen = velden.getal("n", vanaf=1, tot=100_001)
    volume = Volume(deel=velden.getal("k", vanaf=1, tot=delen + 1), delen=delen, reeks=velden.hex("set", 12))
    velden.klaar()
    return volume


def _post(waarde: Waarde) -> Sleutelpost:
    bereik, kid, verzegeld = als_lijst(waarde, "manifest: keys", precies=3)
    try:
        naam = str(Bereik.lees(als_tekst(bereik, "manifest: keys")))
        gegevens = base64.b64decode(als_tekst(verzegeld, "manifest: keys").encode(), validate=True)
    except (ValueError, binascii.Error) as fout:
        raise Vormfout("manifest: keys") from fout
    return Sleutelpost(bereik=naam, kid=als_getal(kid, "manifest: keys", vanaf=1), verzegeld=gegevens)


def _object(waarde: Waarde) -> tuple[str, int]:
    naam, lengte = als_lijst(waarde, "manifest: objs", precies=2)
    return als_hex(naam, "manifest: objs", 64), als_getal(lengte, "manifest: objs", vanaf=66, tot=GROOTSTE + 1)


def _logstand(waarde: Waarde) -> Logstand:
    aantal, afdruk = als_lijst(waarde, "manifest: log", precies=2)
    return Logstand(aantal=als_getal(aantal, "manifest: log", vanaf=1), afdruk=als_hex(afdruk, "manifest: log", 64))


def _leesbaar(waarde: Waarde) -> Leesbaar:
    naam, som, lengte = als_lijst(waarde, "manifest: readable", precies=3)
    tekst = als_tekst(naam, "manifest: readable")
    if not _LEESBARE_NAAM.fullmatch(tekst):
        raise Vormfout("manifest: een naam die hier niet past")
    return Leesbaar(
        naam=tekst,
        sha256=als_hex(som, "manifest: readable", 64),
        lengte=als_getal(lengte, "manifest: readable", tot=1 << 31),
    )
