"""Objects: what a bundle carries, each signed by the device that made it and shut to whom it is not for.

An object is 64 bytes of signature, a header of one line of JSON, and a body. The signature of Ed25519 is that of the
device where the object was made, whoever passes it on, under header and body. There are three kinds: ``seg`` operations
in one scope, ``blob`` a piece of a file, ``roster`` a version of the roster. The body of all that is not open is a box
under the key of its scope (docs/bundle-format.md).
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b, sha256

from tk_desktop.domain.bereik import Bereik, Bereiksoort
from tk_desktop.domain.bewerking import Bewerking, lees_regel, schrijf_regel
from tk_desktop.exchange.canoniek import Veld, Vormfout, canoniek, lees_json
from tk_desktop.exchange.sleutels import Sleutelbos, klopt, ontsleutel, versleutel

GROOTSTE = 16 << 20
"""The largest object in bytes."""
GROOTST_UITGEPAKT = 64 << 20
"""The most that the operations of one segment are when inflated."""
MEESTE_BEWERKINGEN = 20_000
STUKDEEL = 1_900_000
"""How many bytes of a file travel in one object: four of them fit in a part for mail."""

_HANDTEKENING = 64
_LANGSTE_KOP = 4096
_SAMENVATTING = b"tk-object-sha256\n"
"""What stands before the digest that is signed: no header begins so, and neither does anything else that is signed."""
_DOOS = 40  # what a box is longer than its contents


class Soort(StrEnum):
    """What an object holds."""

    SEGMENT = "seg"
    STUKDEEL = "blob"
    ROOSTER = "roster"
    STAND = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """The header of an object: what may be known of it without a key.

    ``apparaat`` signed it, under version ``rooster`` of the roster. A segment names its feed, the segment before it
    (``vorige``, empty for the first), how many operations it holds and the schema of its writer. ``samengevat``: signed
    is the SHA-256 of header and body; Ed25519 itself reads all that it signs twice, which takes long of large papers.
    """

    soort: Soort
    apparaat: str
    bereik: str
    kid: int
    rooster: int
    vorige: str = ""
    aantal: int = 0
    schema: int = 0
    samengevat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukdeel:
    """A piece of a file: number ``deel`` of ``delen``, of the file with that SHA-256 and size."""

    inhoud: str
    grootte: int
    deel: int
    delen: int
    gegevens: bytes


def is_open(bereik: str) -> bool:
    """Whether everybody may read a scope, so that nothing in it is shut."""
    return bereik == Bereiksoort.ALGEMEEN


def feed(apparaat: str, bereik: str) -> str:
    """Return the name of the chain of segments of a device in a scope."""
    return sha256(f"{apparaat}|{bereik}".encode()).hexdigest()[:16]


def digest(gegevens: bytes) -> str:
    """Return the name of an object: the SHA-256 of all its bytes."""
    return sha256(gegevens).hexdigest()


def stuknaam(sleutel: bytes | None, inhoud: str) -> str:
    """Return by which name a file is asked for in a scope: 16 digits that tell nothing to who lacks the key."""
    return blake2b(inhoud.encode(), key=sleutel or b"", digest_size=8, person=b"tk-stuk").hexdigest()


def schrijf_segment(bos: Sleutelbos, sleutel: bytes | None, kop: Kop, bewerkingen: Sequence[Bewerking]) -> bytes:
    """Return operations of one scope as an object; the same operations are the same bytes."""
    tekst = b"\n".join(schrijf_regel(bewerking) for bewerking in bewerkingen)
    return _onderteken(bos, kop, _dicht(kop, sleutel, zlib.compress(tekst, 6)))


def schrijf_stukdeel(bos: Sleutelbos, sleutel: bytes | None, kop: Kop, stukdeel: Stukdeel) -> bytes:
    """Return a piece of a file as an object."""
    return _onderteken(bos, kop, _dicht(kop, sleutel, _deelkop(stukdeel) + b"\n" + stukdeel.gegevens))


def lengte_stukdeel(kop: Kop, stukdeel: Stukdeel, lengte: int) -> int:
    """Return how long the object of a piece of that many bytes will be, without making it."""
    binnen = len(_deelkop(stukdeel)) + 1 + lengte
    return _HANDTEKENING + len(_kopregel(kop)) + 1 + binnen + (0 if is_open(kop.bereik) else _DOOS)


def schrijf_rooster(bos: Sleutelbos, kop: Kop, document: bytes) -> bytes:
    """Return a version of the roster, with its own signatures, as an object; it is open to all."""
    return _onderteken(bos, kop, zlib.compress(document, 9))


def lees_kop(gegevens: bytes) -> Kop:
    """Return the header of an object, or raise ``Vormfout``; the signature is not looked at yet."""
    einde = gegevens.find(b"\n", _HANDTEKENING, _HANDTEKENING + _LANGSTE_KOP)
    if einde < 0:
        raise Vormfout("een object zonder kop")
    velden = Veld(lees_json(gegevens[_HANDTEKENING:einde], "kop"), "kop")
    try:
        soort = Soort(velden.tekst("kind"))
        bereik = str(Bereik.lees(velden.tekst("scope")))
    except ValueError as fout:
        raise Vormfout("een object van een onbekende soort of in een onbekend bereik") from fout
    segment, stand = soort is Soort.SEGMENT, soort is Soort.STAND
    kop = Kop(
        soort=soort,
        apparaat=velden.hex("from", 16),
        bereik=bereik,
        kid=velden.getal("kid"),
        rooster=velden.getal("roster"),
        vorige=velden.hex("prev", 64, leeg=True) if segment else "",
        aantal=velden.getal("n", vanaf=1, tot=MEESTE_BEWERKINGEN + 1) if segment else 0,
        schema=velden.getal("schema") if segment or stand else 0,
        samengevat=soort is Soort.STUKDEEL and velden.heeft("sig"),
    )
    if kop.samengevat and velden.tekst("sig") != "sha256":
        raise Vormfout("een handtekening van een onbekende vorm")
    if segment and velden.hex("feed", 16) != feed(kop.apparaat, bereik):
        raise Vormfout("een segment in de rij van een ander")
    velden.klaar()
    if (kop.kid == 0) != is_open(bereik):
        raise Vormfout("een sleutel die niet bij het bereik past")
    return kop


def ondertekend(gegevens: bytes, verify: str) -> bool:
    """Whether an object was signed with the private half of that public key."""
    try:
        te_tekenen = _te_tekenen(lees_kop(gegevens), gegevens[_HANDTEKENING:])
    except Vormfout:
        return False
    return klopt(verify, te_tekenen, gegevens[:_HANDTEKENING])


def open_inhoud(kop: Kop, gegevens: bytes, sleutel: bytes | None) -> bytes:
    """Return the body of an object, opened; raises ``Vormfout`` when the key does not fit."""
    inhoud = gegevens[gegevens.index(b"\n", _HANDTEKENING) + 1 :]
    if kop.soort is Soort.ROOSTER or is_open(kop.bereik):
        return inhoud
    geopend = None if sleutel is None else ontsleutel(sleutel, inhoud)
    if geopend is None:
        raise Vormfout("een inhoud die niet met de sleutel van het bereik opengaat")
    return geopend


def lees_segment(kop: Kop, inhoud: bytes, *, eigen: str = "") -> tuple[Bewerking, ...]:
    """Return the operations of a segment, or raise ``Vormfout``; those of device ``eigen`` bear no device."""
    tekst = pak_uit(inhoud, GROOTST_UITGEPAKT)
    regels = tekst.split(b"\n")
    if len(regels) != kop.aantal:
        raise Vormfout(f"{len(regels)} bewerkingen waar er {kop.aantal} horen")
    try:
        apparaat = "" if kop.apparaat == eigen else kop.apparaat
        return tuple(lees_regel(kop.bereik, regel, apparaat) for regel in regels)
    except (ValueError, TypeError) as fout:
        raise Vormfout(f"een bewerking die niet klopt: {fout}") from fout


def lees_stukdeel(inhoud: bytes) -> Stukdeel:
    """Return a piece of a file, or raise ``Vormfout``."""
    regel, scheiding, gegevens = inhoud.partition(b"\n")
    if not scheiding or len(regel) > _LANGSTE_KOP:
        raise Vormfout("een stuk zonder kop")
    velden = Veld(lees_json(regel, "stuk"), "stuk")
    delen = velden.getal("parts", vanaf=1, tot=100_000)
    stukdeel = Stukdeel(
        inhoud=velden.hex("sha256", 64),
        grootte=velden.getal("size"),
        deel=velden.getal("part", vanaf=1, tot=delen + 1),
        delen=delen,
        gegevens=gegevens,
    )
    velden.klaar()
    if delen != aantal_delen(stukdeel.grootte) or len(gegevens) != lengte_deel(stukdeel.grootte, stukdeel.deel):
        raise Vormfout("een stuk dat anders is verdeeld dan het zegt")
    return stukdeel


def lees_roosterdocument(inhoud: bytes) -> bytes:
    """Return the roster document of an object, or raise ``Vormfout``."""
    return pak_uit(inhoud, GROOTST_UITGEPAKT)


def aantal_delen(grootte: int) -> int:
    """Return in how many pieces a file of that many bytes travels."""
    return max(1, -(-grootte // STUKDEEL))


def lengte_deel(grootte: int, deel: int) -> int:
    """Return how many bytes that piece of a file holds; the first has number 1."""
    return min(STUKDEEL, grootte - (deel - 1) * STUKDEEL)


def pak_uit(inhoud: bytes, hoogstens: int) -> bytes:
    """Inflate, never to more than that many bytes; raises ``Vormfout`` at anything that is not one whole stream."""
    uitpakker = zlib.decompressobj()
    try:
        tekst = uitpakker.decompress(inhoud, hoogstens)
    except zlib.error as fout:
        raise Vormfout("een inhoud die niet is uit te pakken") from fout
    if not uitpakker.eof or uitpakker.unconsumed_tail or uitpakker.unused_data:
        raise Vormfout("een inhoud die te groot is of niet ophoudt waar hij hoort")
    return tekst


def schrijf_dicht(bos: Sleutelbos, sleutel: bytes | None, kop: Kop, inhoud: bytes) -> bytes:
    """Return bytes as an object, shut with the key of its scope unless that is open, and signed."""
    return _onderteken(bos, kop, _dicht(kop, sleutel, inhoud))


def _onderteken(bos: Sleutelbos, kop: Kop, inhoud: bytes) -> bytes:
    if kop.apparaat != bos.id:
        raise ValueError("een apparaat ondertekent wat het zelf maakte")
    gegevens = _kopregel(kop) + b"\n" + inhoud
    return bos.teken(_te_tekenen(kop, gegevens)) + gegevens


def _te_tekenen(kop: Kop, gegevens: bytes) -> bytes:
    """Return what is signed of header and body."""
    return _SAMENVATTING + sha256(gegevens).digest() if kop.samengevat else gegevens


def _dicht(kop: Kop, sleutel: bytes | None, inhoud: bytes) -> bytes:
    if is_open(kop.bereik):
        return inhoud
    if sleutel is None:
        raise ValueError("wat niet open is, gaat in een doos")
    return versleutel(sleutel, inhoud)


def _kopregel(kop: Kop) -> bytes:
    velden: dict[str, str | int] = {
        "kind": kop.soort.value,
        "from": kop.apparaat,
        "scope": kop.bereik,
        "kid": kop.kid,
        "roster": kop.rooster,
    }
    if kop.soort is Soort.SEGMENT:
        velden |= {
            "feed": feed(kop.apparaat, kop.bereik),
            "prev": kop.vorige,
            "n": kop.aantal,
            "schema": kop.schema,
        }
    if kop.soort is Soort.STAND:
        velden["schema"] = kop.schema
    if kop.samengevat:
        velden["sig"] = "sha256"
    return canoniek(velden)


def _deelkop(stukdeel: Stukdeel) -> bytes:
    velden: Mapping[str, object] = {
        "sha256": stukdeel.inhoud,
        "size": stukdeel.grootte,
        "part": stukdeel.deel,
        "parts": stukdeel.delen,
    }
    return canoniek(velden)


def bestandssommen(bewerkingen: Iterable[Bewerking]) -> frozenset[str]:
    """Return the SHA-256 of all files that operations name."""
    return frozenset(
        een.waarde
        for een in bewerkingen
        if een.veld in _BESTANDSVELDEN and isinstance(een.waarde, str) and len(een.waarde) == 64
    )


_BESTANDSVELDEN = frozenset({"sha256", "pdf_sha256"})
