"""A werkmap behind a passphrase: the keys of the device open it, and the passphrase opens those (F3, J12)."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from tk_desktop.base.errors import NietSchrijfbaar, TkError
from tk_desktop.base.files import read_bytes, replacing
from tk_desktop.base.progress import Progress
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.exchange.fouten import WachtwoordOnjuist
from tk_desktop.exchange.sleutels import Kosten, Sleutelbestand, Sleutelbos, nieuwe_bereiksleutel
from tk_desktop.exchange.woorden import als_woorden, uit_woorden
from tk_desktop.store.kluis import Kluis, bescherm, ontneem_bescherming

_POGINGEN = "pogingen.json"
_VRIJ = 3
"""Wrong passphrases after which one has to wait."""
_EERST = timedelta(seconds=5)
_LANGST = timedelta(minutes=5)


class EvenWachten(TkError):
    """A wrong passphrase was given so often that the next one has to wait."""

    code = "TK-U40"
    melding = "Het wachtwoord was {keer} keer onjuist. Over {wacht} kunt u het opnieuw proberen."
    veilig = "Aan de werkmap is niets veranderd."
    advies = "Kijk intussen waar u het wachtwoord hebt opgeschreven."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pogingen:
    """How often in a row the passphrase was wrong, and the last time."""

    mis: int = 0
    laatst: datetime | None = None

    def wacht(self, nu: datetime) -> timedelta:
        """Return how long the next try has to wait; a clock that was set back makes that no longer."""
        if self.laatst is None or self.mis < _VRIJ:
            return timedelta()
        lang: timedelta = min(_EERST * 2 ** min(self.mis - _VRIJ, 10), _LANGST)
        return max(timedelta(), min(lang, self.laatst + lang - nu))


class Doosslot:
    """Locks blocks of files with one key, each in a box of its own (XSalsa20-Poly1305; ``Blokslot``)."""

    erbij = SecretBox.MACBYTES

    def __init__(self, sleutel: bytes) -> None:
        self._doos = SecretBox(sleutel)

    def sluit(self, blok: bytes, plaats: bytes) -> bytes:
        """Return a block as it lies on the disk."""
        return self._doos.encrypt(blok, plaats).ciphertext

    def ontsluit(self, blok: bytes, plaats: bytes) -> bytes:
        """Return a block as it was, or raise ``ValueError``."""
        try:
            return self._doos.decrypt(blok, plaats)
        except CryptoError as fout:
            raise ValueError("het blok is veranderd of van een andere sleutel") from fout


def kluis_met(sleutel: bytes) -> Kluis:
    """Return the lock of a werkmap by the 32 bytes that the keys of the device hold for it."""
    return Kluis(Doosslot(_afgeleid(sleutel, b"tk-bestanden")), _afgeleid(sleutel, b"tk-database"))


def protect_werkmap(
    map_: Path, wachtwoord: str, *, kosten: Kosten | None = None, progress: Progress | None = None
) -> Kluis:
    """Encrypt a whole werkmap that nobody has open, with the keys of this device, and return what opens it.

    Keys that are there already must open with the passphrase; else they are made. Raises ``WachtwoordTeKort``,
    ``WachtwoordOnjuist``, or what ``store.kluis.bescherm`` raises; the werkmap is as it was then.
    """
    sleutels = Sleutelbestand(map_)
    if sleutels.bestaat():
        bos = sleutels.open(wachtwoord)
    else:
        bos = Sleutelbos.maak()
        sleutels.maak(bos, wachtwoord=wachtwoord, kosten=kosten)
    kluis = kluis_met(bos.kluissleutel)
    bescherm(map_, kluis, progress)
    return kluis


def unlock_werkmap(map_: Path, wachtwoord: str, *, nu: datetime) -> Kluis:
    """Return what opens a protected werkmap; raises as ``unlock_sleutels``."""
    return kluis_met(unlock_sleutels(map_, wachtwoord, nu=nu).kluissleutel)


def unlock_sleutels(map_: Path, wachtwoord: str, *, nu: datetime) -> Sleutelbos:
    """Return the keys of this laptop, opened by the passphrase, or by the 24 words of a sheet where there is one.

    Raises ``WachtwoordOnjuist``, ``SleutelsBeschadigd``, or ``EvenWachten`` without looking at the passphrase when it
    was wrong often; closing the program does not shorten that.
    """
    pogingen = _gelezen(map_)
    wacht = pogingen.wacht(nu)
    if wacht > timedelta():
        raise EvenWachten(keer=pogingen.mis, wacht=meervoud(-(-wacht // timedelta(seconds=1)), "seconde", "seconden"))
    try:
        bos = _geopend(Sleutelbestand(map_), wachtwoord)
    except WachtwoordOnjuist:
        _schrijf(map_, _Pogingen(mis=pogingen.mis + 1, laatst=nu))
        raise
    if pogingen.mis:
        _schrijf(map_, _Pogingen())
    return bos


def unprotect_werkmap(map_: Path, wachtwoord: str, *, nu: datetime, progress: Progress | None = None) -> None:
    """Make a protected werkmap that nobody has open an ordinary one; raises as ``unlock_werkmap``."""
    ontneem_bescherming(map_, unlock_werkmap(map_, wachtwoord, nu=nu), progress)


def change_wachtwoord(map_: Path, oud: str, nieuw: str, *, nu: datetime, kosten: Kosten | None = None) -> None:
    """Put another passphrase on the keys of this device; raises as ``unlock_werkmap``, or ``WachtwoordTeKort``.

    What lies in the werkmap stays as it is: its key is another one, that the passphrase opens.
    """
    Sleutelbestand(map_).geef_wachtwoord(unlock_sleutels(map_, oud, nu=nu), nieuw, kosten=kosten)


def recovery_words() -> tuple[str, ...]:
    """Return the words of a new sheet, to be written down and taken into use by ``use_recovery_words``."""
    return als_woorden(nieuwe_bereiksleutel())


def use_recovery_words(map_: Path, bos: Sleutelbos, woorden: Sequence[str]) -> None:
    """Let these words open the keys of this laptop when the passphrase is forgotten; those of before no longer do."""
    zaad = uit_woorden(woorden)
    if zaad is None:
        raise ValueError("woorden die niet van een herstelblad zijn")
    Sleutelbestand(map_).leg_op_papier(bos, zaad)


def _geopend(bestand: Sleutelbestand, wachtwoord: str) -> Sleutelbos:
    zaad = uit_woorden(wachtwoord.split()) if bestand.heeft_papier() else None
    return bestand.open(wachtwoord) if zaad is None else bestand.open_met_papier(zaad)


def _afgeleid(sleutel: bytes, waarvoor: bytes) -> bytes:
    return blake2b(key=sleutel, person=waarvoor, digest_size=32).digest()


def _gelezen(map_: Path) -> _Pogingen:
    pad = map_ / _POGINGEN
    if not pad.is_file():
        return _Pogingen()
    try:
        waarden = json.loads(read_bytes(pad))
        return _Pogingen(mis=int(waarden["mis"]), laatst=datetime.fromisoformat(waarden["laatst"]))
    except (ValueError, KeyError, TypeError):
        return _Pogingen()


def _schrijf(map_: Path, pogingen: _Pogingen) -> None:
    pad = map_ / _POGINGEN
    if pogingen.laatst is None:
        pad.unlink(missing_ok=True)
        return
    with suppress(NietSchrijfbaar), replacing(pad) as deel:  # where nothing can be kept, nothing is counted
        deel.write_text(json.dumps({"mis": pogingen.mis, "laatst": pogingen.laatst.isoformat()}), "utf-8")
