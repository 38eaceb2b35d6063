"""Words that stand for bytes, to be read aloud: two laptops are the right ones when both show the same six."""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b

from tk_desktop.base.paths import resources
from tk_desktop.exchange.sleutels import Apparaatsleutels

_BITS = 11
_AANTAL = 6


@cache
def woordenlijst() -> tuple[str, ...]:
    """Return the 2 048 words: three to eight letters each, in order of the alphabet."""
    return tuple((resources() / "woorden" / "woorden.txt").read_text(encoding="utf-8").split())


def zes_woorden(een: Apparaatsleutels, ander: Apparaatsleutels) -> tuple[str, ...]:
    """Return what both owners read to each other: the same six words, whichever laptop asks.

    They follow from all four public keys. Who stands in between with keys of his own would have to try some 2⁶⁶ of
    them.
    """
    samen = b"".join(sorted(bytes.fromhex(wie.verify + wie.box) for wie in (een, ander)))
    getal = int.from_bytes(blake2b(samen, digest_size=32, person=b"tk-zes-woorden").digest(), "big")
    return _woorden(getal, _AANTAL)


def woorden_van(gegevens: bytes) -> tuple[str, ...]:
    """Return six words for the key of a server: whoever connects to it sees the same."""
    getal = int.from_bytes(blake2b(gegevens, digest_size=32, person=b"tk-server").digest(), "big")
    return _woorden(getal, _AANTAL)


def eigen_woorden(wie: Apparaatsleutels) -> tuple[str, ...]:
    """Return the six words of one laptop: its owner reads them aloud, before the other has sent anything.

    They follow from both public keys, so that who admits a laptop knows that its request is the one that was sent.
    """
    sleutels = bytes.fromhex(wie.verify + wie.box)
    getal = int.from_bytes(blake2b(sleutels, digest_size=32, person=b"tk-eigen-woorden").digest(), "big")
    return _woorden(getal, _AANTAL)


def als_woorden(sleutel: bytes) -> tuple[str, ...]:
    """Return 32 bytes as 24 words, to be written down: 256 bits of the key and eight that catch a slip of the pen."""
    getal = int.from_bytes(sleutel + _toets(sleutel), "big")
    return _woorden(getal, 24)


def uit_woorden(woorden: Sequence[str]) -> bytes | None:
    """Return the 32 bytes that were written down as words, ``None`` when a word is wrong, missing or misplaced."""
    plek = {woord: nummer for nummer, woord in enumerate(woordenlijst())}
    getal = 0
    for woord in woorden:
        if woord.casefold() not in plek:
            return None
        getal = getal << _BITS | plek[woord.casefold()]
    if len(woorden) != 24:
        return None
    gegevens = getal.to_bytes(33, "big")
    return gegevens[:32] if _toets(gegevens[:32]) == gegevens[32:] else None


def _toets(sleutel: bytes) -> bytes:
    return blake2b(sleutel, digest_size=1, person=b"tk-papier").digest()


def _woorden(getal: int, aantal: int) -> tuple[str, ...]:
    lijst = woordenlijst()
    return tuple(lijst[getal >> _BITS * nummer & 0x7FF] for nummer in reversed(range(aantal)))
