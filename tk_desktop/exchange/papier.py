"""The key of the secretariat on paper in use: named on the roster, and signing where a second signature is needed (M3).

Of three keys or more, two sign each next version: two laptops of the secretariat and a paper outlive any one of them.
With one laptop and a paper both would be needed for everything, and losing either would end it: that is refused.
"""

from tk_desktop.base.errors import TkError
from tk_desktop.domain.rooster import Rooster
from tk_desktop.exchange.rooster import PapierenSleutel, name_keys, neem_aan, onderteken, roosters
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.werkmap import Store

_MINSTENS = 2


class TeWeinigLaptops(TkError):
    """A key on paper was asked for while the secretariat has one laptop."""

    code = "TK-U22"
    melding = "Voor een sleutel op papier zijn twee laptops van het secretariaat nodig; er doet er {aantal} mee."
    veilig = "Er is niets gewijzigd."
    advies = "Laat eerst een tweede laptop van een secretaris toe. Bewaar tot die tijd een kopie van de werkmap."


def secretariat_keys(rooster: Rooster) -> tuple[str, ...]:
    """Return the public keys of the laptops of the secretariat that take part; raises ``TeWeinigLaptops``."""
    sleutels = tuple(
        een.verify for een in rooster.apparaten if not een.ingetrokken and rooster.is_secretaris(een.persoon_id)
    )
    if len(sleutels) < _MINSTENS:
        raise TeWeinigLaptops(aantal=len(sleutels))
    return sleutels


def has_paper(rooster: Rooster) -> bool:
    """Whether a key that is of no laptop signs the roster."""
    return bool(set(rooster.sleutels) - {een.verify for een in rooster.apparaten})


def use_paper(store: Store, bos: Sleutelbos, papier: PapierenSleutel) -> Rooster:
    """Let a new paper and all laptops of the secretariat sign from the next version on; an older paper no longer does.

    Raises ``TeWeinigLaptops``, or ``HandtekeningOntbreekt`` where two had to sign already.
    """
    sleutels = secretariat_keys(roosters(store).huidig)
    return name_keys(store, bos, [*sleutels, papier.openbaar.verify])


def sign_with_paper(store: Store, bos: Sleutelbos, document: bytes, woorden: str) -> Rooster:
    """Put the second signature under a version of the roster and keep it.

    ``document`` is that of ``HandtekeningOntbreekt``. Raises ``PapierOnleesbaar``, or that same fault when the paper is
    none of those on the roster.
    """
    return neem_aan(store, bos, onderteken(document, PapierenSleutel.lees(woorden)))
