"""After a withdrawal: what a laptop wrote past the cut no longer counts, also where it had come in already (R14).

Otherwise two laptops that heard of the withdrawal at different moments would differ for good. Operations are known by
the segments they stand in, so those of the scope are forgotten and read again without what was cut off.
"""

from tk_desktop.domain.bereik import Bereik
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.rooster import Rooster
from tk_desktop.exchange.maken import seal
from tk_desktop.exchange.segment import lees_kop, lees_segment, open_inhoud
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.exchange.stand import lees_stand, together
from tk_desktop.store.werkmap import Store


def drop_cut_off(store: Store, bos: Sleutelbos, kast: Sleutelkast, rooster: Rooster) -> int:
    """Forget the segments that the roster cut off, and return how many; inside a transaction of the caller."""
    weg = _afgesneden(store, rooster)
    if not weg:
        return 0
    seal(store, bos, kast)  # what was written here stands in a segment then, and is read again with the rest
    aantal = 0
    for bereik, namen in sorted(weg.items()):
        if store.bewerkingen.openstaand(Bereik.lees(bereik)) or bereik in store.segmenten.verwacht().values():
            continue  # a key or a segment is still to come, and until then what it tells stands nowhere else
        aantal += len(namen)
        store.segmenten.verwijder(namen)
        read_again(store, bos, kast, bereik)
    store.herbouw()
    return aantal


def read_again(store: Store, bos: Sleutelbos, kast: Sleutelkast, bereik: str) -> None:
    """Let what is known of a scope be what its segments say; rows are not touched."""
    bewerkingen = _gelezen(store, bos, kast, bereik)
    store.segmenten.vergeet_bewerkingen(bereik)
    store.bewerkingen.neem_aan(bewerkingen)


def _afgesneden(store: Store, rooster: Rooster) -> dict[str, set[str]]:
    """Return the segments past a cut, by scope; where the last one that holds is not here yet, nothing can be told."""
    weg: dict[str, set[str]] = {}
    for apparaat in rooster.apparaten:
        if not (apparaat.ingetrokken or apparaat.gesloten):
            continue
        for bereik, namen in store.segmenten.van_apparaat(apparaat.id).items():
            tot = apparaat.tot(bereik)
            if tot is not None and all(store.segmenten.kent(sha) for sha in tot):
                over = namen - store.segmenten.tot_en_met(tot)
                if over:
                    weg.setdefault(bereik, set()).update(over)
    return weg


def _gelezen(store: Store, bos: Sleutelbos, kast: Sleutelkast, bereik: str) -> list[Bewerking]:
    """Return the operations of the segments of a scope; of those without bytes as they stand in a stand."""
    segmenten: dict[str, tuple[Bewerking, ...]] = {}
    for segment in store.segmenten.van_bereik(bereik):
        segmenten[segment.sha] = ()
        if segment.gegevens:
            kop = lees_kop(segment.gegevens)
            inhoud = open_inhoud(kop, segment.gegevens, kast.sleutel(bereik, kop.kid))
            segmenten[segment.sha] = lees_segment(kop, inhoud, eigen=bos.id)
    standen = []
    for gegevens in store.segmenten.standen(bereik):
        kop = lees_kop(gegevens)
        standen.append(lees_stand(kop, gegevens, kast.sleutel(bereik, kop.kid), eigen=bos.id))
    return [een for _, een in together(segmenten, standen)]
