"""Which segments a laptop has, told in a bundle as what differs from the list that its reader told (R5).

Twenty laptops make twenty chains, and the names of their heads would weigh more than a small change. Both sides of an
exchange mostly have the same heads; so the maker names the list that the reader told last, by its digest, and only what
is not in it any more and what came. Each laptop keeps the lists it told (docs/bundle-format.md, § 6).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256

from tk_desktop.domain.uitwisseling import Peer
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.store.uitwisseling import Uitwisseling

AFDRUKLENGTE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppenlijst:
    """The heads of a laptop: those of the list ``basis`` but for the ones at the places ``zonder``, and ``heeft``."""

    heeft: tuple[str, ...]
    basis: str = ""
    zonder: tuple[int, ...] = ()


def digest_of(koppen: Iterable[str]) -> str:
    """Return how a list of heads is named."""
    return sha256("\n".join(sorted(koppen)).encode("ascii")).hexdigest()[:AFDRUKLENGTE]


def tell_heads(uitwisseling: Uitwisseling, apparaat: str, koppen: Collection[str], peer: Peer | None) -> Koppenlijst:
    """Return these heads as that device can read them, and remember what it is told; inside a transaction."""
    uitwisseling.vertel(apparaat, digest_of(koppen), tuple(sorted(koppen)))
    if peer is None or not (peer.onthoudt and peer.heeft):
        return Koppenlijst(heeft=tuple(sorted(koppen)))
    toen = sorted(peer.heeft)
    return Koppenlijst(
        heeft=tuple(sorted(set(koppen) - set(toen))),
        basis=digest_of(toen),
        zonder=tuple(plaats for plaats, kop in enumerate(toen) if kop not in koppen),
    )


def hear_heads(uitwisseling: Uitwisseling, apparaat: str, lijst: Koppenlijst) -> tuple[str, ...] | None:
    """Return all heads that a device told; ``None`` when it names a list that this laptop does not know (any more).

    It does not know it after an old copy was put back. Raises ``Vormfout`` at a place that is not in the list.
    """
    if not lijst.basis:
        return lijst.heeft
    toen = uitwisseling.verteld(apparaat, lijst.basis)
    if toen is None:
        return None
    if any(plaats >= len(toen) for plaats in lijst.zonder):
        raise Vormfout("manifest: less")
    weg = set(lijst.zonder)
    return tuple(sorted({kop for plaats, kop in enumerate(toen) if plaats not in weg} | set(lijst.heeft)))
