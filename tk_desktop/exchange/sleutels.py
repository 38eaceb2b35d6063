"""The keys of one device: made at first start, kept wrapped, never in a bundle.

``sleutels.json`` in the werkmap holds the public keys in the clear and the private ones inside a box. The key of that
box lies in a lock of a passphrase (Argon2id), which can be made anew without the private keys changing. Not in the
keyring of the system: that opens for whoever sits at the laptop, and these keys open what is besloten (BUNDLES,
Besloten stukken at rest). Who wrote down the words of a sheet has another way in, which needs no passphrase: the
private keys are sealed to it.
"""

import json
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey
from nacl.utils import random

from tk_desktop.base.files import read_bytes, replacing
from tk_desktop.exchange.canoniek import Veld, Vormfout, als_hex, canoniek, lees_json
from tk_desktop.exchange.fouten import SleutelsBeschadigd, WachtwoordOnjuist, WachtwoordTeKort

BESTAND = "sleutels.json"
_KORTST = 12
_FMT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kosten:
    """What one guess of a passphrase costs: passes over that many bytes of memory."""

    rondes: int = 3
    geheugen: int = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparaatsleutels:
    """The public keys of a device, in hexadecimal digits; ``id`` follows from them."""

    verify: str
    box: str

    @property
    def id(self) -> str:
        """The id of the device: the first 16 digits of the digest of both keys, so that no two devices share one."""
        return sha256(bytes.fromhex(self.verify) + bytes.fromhex(self.box)).hexdigest()[:16]


class Sleutelbos:
    """The private keys of a device while they are open: they sign, and open what was sealed to it."""

    def __init__(self, teken: bytes, box: bytes, kluissleutel: bytes) -> None:
        self._teken = SigningKey(teken)
        self._box = PrivateKey(box)
        self._bereiksleutels: dict[bytes, bytes] = {}
        self.kluissleutel = kluissleutel
        """32 bytes from which keys for data at rest on this device are derived."""
        verify, box_ = bytes(self._teken.verify_key).hex(), bytes(self._box.public_key).hex()
        self.openbaar = Apparaatsleutels(verify=verify, box=box_)
        """The public keys."""
        self.id = self.openbaar.id
        """The id of the device."""

    @classmethod
    def maak(cls) -> "Sleutelbos":
        """Return new keys, for a device that has none."""
        return cls(random(32), random(32), random(32))

    def teken(self, gegevens: bytes) -> bytes:
        """Return the 64 bytes of the signature of this device under these bytes."""
        return self._teken.sign(gegevens).signature

    def open_bereiksleutel(self, verzegeld: bytes) -> bytes | None:
        """Return the key of a scope that was sealed to this device; ``None`` when it was not. Each is opened once."""
        sleutel = self._bereiksleutels.get(verzegeld)
        if sleutel is None:
            try:
                sleutel = SealedBox(self._box).decrypt(verzegeld)
            except (CryptoError, ValueError):
                return None
            if len(sleutel) != SecretBox.KEY_SIZE:
                return None
            self._bereiksleutels[verzegeld] = sleutel
        return sleutel

    @classmethod
    def uit_geheim(cls, inhoud: bytes) -> "Sleutelbos":
        """Return the keys that a box held, or raise ``Vormfout``."""
        velden = Veld(lees_json(inhoud, BESTAND), BESTAND)
        return cls(*(bytes.fromhex(velden.hex(naam, 64)) for naam in ("teken", "box", "kluis")))

    def _geheim(self) -> bytes:
        return canoniek(
            {"box": bytes(self._box).hex(), "kluis": self.kluissleutel.hex(), "teken": bytes(self._teken).hex()}
        )


def verzegel(sleutel: bytes, box: str) -> bytes:
    """Return a key that only the device with that public key can open."""
    return SealedBox(PublicKey(bytes.fromhex(box))).encrypt(sleutel)


def klopt(verify: str, gegevens: bytes, handtekening: bytes) -> bool:
    """Whether a signature under these bytes is of the owner of that public key."""
    try:
        VerifyKey(bytes.fromhex(verify)).verify(gegevens, handtekening)
    except (CryptoError, ValueError):
        return False
    return True


def nieuwe_bereiksleutel() -> bytes:
    """Return a new key for a scope."""
    return random(SecretBox.KEY_SIZE)


def versleutel(sleutel: bytes, gegevens: bytes) -> bytes:
    """Return the bytes in a box; the same bytes under the same key are the same box.

    The nonce is a keyed digest of the contents, so it never serves two texts, and a file needs to be kept only once:
    its box can be made again.
    """
    nonce = blake2b(gegevens, key=sleutel, digest_size=SecretBox.NONCE_SIZE).digest()
    return bytes(SecretBox(sleutel).encrypt(gegevens, nonce))


def ontsleutel(sleutel: bytes, gegevens: bytes) -> bytes | None:
    """Return what is in a box, ``None`` when the key is another or the box was changed."""
    try:
        return SecretBox(sleutel).decrypt(gegevens)
    except (CryptoError, ValueError):
        return None


class Sleutelbestand:
    """The file with the keys of a device."""

    def __init__(self, map_: Path) -> None:
        self.pad = map_ / BESTAND

    def bestaat(self) -> bool:
        """Whether this werkmap has keys."""
        return self.pad.is_file()

    def openbaar(self) -> Apparaatsleutels:
        """Return the public keys without opening anything; raises ``SleutelsBeschadigd``."""
        return self._lees()[0]

    def maak(self, bos: Sleutelbos, *, wachtwoord: str, kosten: Kosten | None = None) -> None:
        """Keep keys behind a passphrase; raises ``WachtwoordTeKort``."""
        hoofd = random(SecretBox.KEY_SIZE)
        self._schrijf(bos, hoofd, {"wachtwoord": _wachtwoordslot(hoofd, wachtwoord, kosten or Kosten())})

    def open(self, wachtwoord: str) -> Sleutelbos:
        """Open the keys with the passphrase; raises ``WachtwoordOnjuist`` or ``SleutelsBeschadigd``."""
        _, sloten, doos = self._lees()
        slot = sloten.get("wachtwoord")
        hoofd = self._open_wachtwoordslot(slot, wachtwoord) if slot else None
        if hoofd is None:
            raise WachtwoordOnjuist
        return self._bos(hoofd, doos)

    def geef_wachtwoord(self, bos: Sleutelbos, nieuw: str, *, kosten: Kosten | None = None) -> None:
        """Put another passphrase on keys that are open already; raises ``WachtwoordTeKort``."""
        sloten = self._lees()[1]
        hoofd = random(SecretBox.KEY_SIZE)  # a copy of the old file with the old passphrase opens nothing made later
        nieuwe = {"wachtwoord": _wachtwoordslot(hoofd, nieuw, kosten or Kosten())}
        if "papier" in sloten:
            nieuwe["papier"] = sloten["papier"]  # what it holds is no part of the box
        self._schrijf(bos, hoofd, nieuwe)

    def heeft_papier(self) -> bool:
        """Whether a sheet with words opens the keys too, as far as they can be read."""
        try:
            return self.bestaat() and "papier" in self._lees()[1]
        except SleutelsBeschadigd:
            return False

    def leg_op_papier(self, bos: Sleutelbos, zaad: bytes) -> None:
        """Let 32 bytes that are written down as words open the keys too; those of an older sheet no longer do."""
        openbaar, sloten, doos = self._lees()
        dicht = SealedBox(PrivateKey(zaad).public_key).encrypt(bos._geheim())
        self._bewaar(openbaar, {**sloten, "papier": {"doos": dicht.hex()}}, doos)

    def open_met_papier(self, zaad: bytes) -> Sleutelbos:
        """Open the keys with what was written down; raises ``WachtwoordOnjuist`` or ``SleutelsBeschadigd``."""
        slot = self._lees()[1].get("papier")
        try:
            inhoud = SealedBox(PrivateKey(zaad)).decrypt(bytes.fromhex(slot["doos"])) if slot else b""
        except CryptoError as fout:
            raise WachtwoordOnjuist from fout
        if not slot:
            raise WachtwoordOnjuist
        return Sleutelbos.uit_geheim(inhoud)

    def _open_wachtwoordslot(self, slot: dict[str, str], wachtwoord: str) -> bytes | None:
        sleutel = _afgeleid(
            wachtwoord, bytes.fromhex(slot["zout"]), Kosten(rondes=int(slot["rondes"]), geheugen=int(slot["geheugen"]))
        )
        return ontsleutel(sleutel, bytes.fromhex(slot["doos"]))

    def _bos(self, hoofd: bytes, doos: bytes) -> Sleutelbos:
        inhoud = ontsleutel(hoofd, doos)
        if inhoud is None:
            raise SleutelsBeschadigd(bestand=self.pad.name)
        return Sleutelbos.uit_geheim(inhoud)

    def _schrijf(self, bos: Sleutelbos, hoofd: bytes, sloten: dict[str, dict[str, str]]) -> None:
        self._bewaar(bos.openbaar, sloten, versleutel(hoofd, bos._geheim()))

    def _bewaar(self, openbaar: Apparaatsleutels, sloten: dict[str, dict[str, str]], doos: bytes) -> None:
        tekst = {"fmt": _FMT, "verify": openbaar.verify, "box": openbaar.box, "sloten": sloten, "doos": doos.hex()}
        with replacing(self.pad) as deel:
            deel.write_text(json.dumps(tekst, indent=1), encoding="utf-8")
        with suppress(OSError):
            self.pad.chmod(0o600)

    def _lees(self) -> tuple[Apparaatsleutels, dict[str, dict[str, str]], bytes]:
        try:
            velden = Veld(json.loads(read_bytes(self.pad)), BESTAND)
            velden.getal("fmt", vanaf=_FMT, tot=_FMT + 1)
            openbaar = Apparaatsleutels(verify=velden.hex("verify", 64), box=velden.hex("box", 64))
            sloten = {naam: _gelezen_slot(naam, slot) for naam, slot in velden.object("sloten").items()}
            doos = bytes.fromhex(velden.tekst("doos", hoogstens=4000))
            velden.klaar()
        except ValueError as fout:  # also Vormfout, and JSON that is none
            raise SleutelsBeschadigd(bestand=self.pad.name) from fout
        return openbaar, sloten, doos


def _gelezen_slot(naam: str, waarde: object) -> dict[str, str]:
    if naam not in ("wachtwoord", "papier") or not isinstance(waarde, dict):
        raise Vormfout("een onbekend slot")
    velden = ("doos", "zout", "rondes", "geheugen") if naam == "wachtwoord" else ("doos",)
    slot = {veld: str(waarde[veld]) if isinstance(waarde.get(veld), str) else "" for veld in velden}
    als_hex(slot["doos"], "doos", len(slot["doos"]) if naam == "papier" else 144)
    if naam == "wachtwoord":
        als_hex(slot["zout"], "zout", 2 * argon2id.SALTBYTES)
        if not (1 <= int(slot["rondes"]) <= 64 and argon2id.MEMLIMIT_MIN <= int(slot["geheugen"]) <= 1 << 32):
            raise Vormfout("kosten die hier niet passen")
    return slot


def _wachtwoordslot(hoofd: bytes, wachtwoord: str, kosten: Kosten) -> dict[str, str]:
    if len(wachtwoord) < _KORTST:
        raise WachtwoordTeKort(minstens=_KORTST)
    zout = random(argon2id.SALTBYTES)
    doos = versleutel(_afgeleid(wachtwoord, zout, kosten), hoofd)
    return {"doos": doos.hex(), "zout": zout.hex(), "rondes": str(kosten.rondes), "geheugen": str(kosten.geheugen)}


def _afgeleid(wachtwoord: str, zout: bytes, kosten: Kosten) -> bytes:
    """Return the key of a passphrase; typed on another keyboard, the same letters are the same passphrase (NFC)."""
    tekst = unicodedata.normalize("NFC", wachtwoord).encode()
    return argon2id.kdf(SecretBox.KEY_SIZE, tekst, zout, opslimit=kosten.rondes, memlimit=kosten.geheugen)
