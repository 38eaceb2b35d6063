"""Files out of a postbus, piece by piece; each is looked at before the next one comes."""

from tk_desktop.base.progress import Progress
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.postbus.bus import Bus
from tk_desktop.exchange.postbus.indeling import stuk_pad
from tk_desktop.exchange.postbus.zending import Wachtkamer
from tk_desktop.exchange.segment import GROOTSTE, Stukdeel, is_open, lees_kop, lees_stukdeel, open_inhoud, stuknaam
from tk_desktop.exchange.sleutelkast import Sleutelkast


def get_stuk(
    bus: Bus,
    kamer: Wachtkamer,
    kast: Sleutelkast,
    *,
    bereik: str,
    som: str,
    gezocht: list[str],
    progress: Progress,
) -> dict[str, int]:
    """Return the objects of a file that lie here now, empty when they do not stand there whole.

    ``gezocht`` gets the paths under which it was looked for, the newest key first.
    """
    for kid in reversed(kast.kids(bereik)):
        sleutel = None if is_open(bereik) else kast.sleutel(bereik, kid)
        naam = stuknaam(sleutel, som)
        gezocht.append(stuk_pad(naam, 1))
        uit: dict[str, int] = {}
        deel = delen = 1
        while deel <= delen:
            gegevens = bus.opslag.haal(stuk_pad(naam, deel), GROOTSTE)
            stuk = _stukdeel(gegevens, sleutel) if gegevens is not None else None
            if stuk is None or (stuk.inhoud, stuk.deel) != (som, deel) or gegevens is None:
                if gegevens is not None or deel > 1:
                    _ruim_stuk(bus, naam, deel)
                break
            delen = stuk.delen
            progress.step("Stukken ophalen", deel, delen)
            uit[kamer.leg(gegevens)] = len(gegevens)
            deel += 1
        else:
            return uit
    return {}


def _ruim_stuk(bus: Bus, naam: str, deel: int) -> None:
    """Take away a piece that is not what it should be, and the first one, by which others see that all is there."""
    for pad in {stuk_pad(naam, deel), stuk_pad(naam, 1)}:
        bus.opslag.verwijder(pad)


def _stukdeel(gegevens: bytes, sleutel: bytes | None) -> Stukdeel | None:
    try:
        return lees_stukdeel(open_inhoud(lees_kop(gegevens), gegevens, sleutel))
    except (Vormfout, ValueError):
        return None
