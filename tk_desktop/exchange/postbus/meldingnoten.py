"""What messages in a postbus say of what stands there and what does not, as a werkmap notes it."""

from collections.abc import Collection, Iterable, Iterator

from tk_desktop.exchange.postbus.indeling import SLEUTELS, daar_van_pad, rooster_daar, sleutel_daar
from tk_desktop.exchange.postbus.melding import Gelezenmelding


def named_in(meldingen: Iterable[Gelezenmelding]) -> Iterator[str]:
    """Yield what messages say to stand there."""
    for een in meldingen:
        yield from (ding.sha for ding in een.melding.segmenten)
        yield from (rooster_daar(ding.versie) for ding in een.melding.roosters)
        yield from (sleutel_daar(wie, post.bereik, post.kid) for wie, post in een.melding.sleutels)


def missed_by_others(meldingen: Iterable[Gelezenmelding], daar: Collection[str]) -> list[str]:
    """Return what others found missing, of what is noted: it is put there again when this laptop has it."""
    uit = []
    for een in meldingen:
        uit += [naam for pad in een.melding.mist for naam in (daar_van_pad(pad), f"mist {pad}")]
        if SLEUTELS in een.melding.mist:
            uit += [naam for naam in daar if naam.startswith(f"sleutel {een.melding.van} ")]
    return uit
