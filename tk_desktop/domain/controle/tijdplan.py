"""Does the time plan fit: the end of the meeting, the sub-items within their parent, a minute for each (B4, B5)."""

from collections.abc import Iterator

from tk_desktop.domain.agenda import Agendapunt, hoofdpunt
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.zicht import VERGADERING, Vondst, Zicht, vondst
from tk_desktop.domain.datum import minuten, na_minuten, uur
from tk_desktop.domain.opsomming import meervoud, opsomming

CODES = {
    "TP01": "Het tijdplan loopt door na het einde van de vergadering.",
    "TP02": "Er is minder dan een minuut voor elk subpunt.",
    "TP03": "De subpunten duren samen langer dan hun agendapunt.",
    "TP04": "De vergadering eindigt voordat zij begint.",
}


def controleer_tijdplan(zicht: Zicht) -> Iterator[Vondst]:
    """Find what does not fit in the time there is; an item without a time is not judged."""
    hoofdpunten = _hoofdpunten(zicht)
    yield from _einde(zicht, hoofdpunten)
    for i, punt in enumerate(hoofdpunten):
        if punt.duur is None:
            continue
        te_lang = list(_subpunten_te_lang(zicht, punt))
        yield from te_lang or _dringen(zicht, punt, hoofdpunten[i + 1 :])


def _hoofdpunten(zicht: Zicht) -> list[Agendapunt]:
    alle = {punt.id: punt for punt in zicht.opname.agendapunten}
    return [punt for punt in alle.values() if hoofdpunt(punt, alle) is punt]


def _einde(zicht: Zicht, hoofdpunten: list[Agendapunt]) -> Iterator[Vondst]:
    begin, einde = zicht.opname.vergadering.begin, zicht.opname.vergadering.einde
    if begin is None or einde is None:
        return
    if einde < begin:
        yield vondst(
            "TP04",
            Ernst.FOUT,
            VERGADERING,
            f"De vergadering eindigt om {uur(einde)}, voordat zij om {uur(begin)} begint.",
            waarom="Zo staat een onmogelijke tijd op de uitnodiging en de agenda.",
            herstel="Pas de begin- of eindtijd aan.",
        )
        return
    som = sum(punt.duur or 0 for punt in hoofdpunten)
    over = minuten(begin) + som - minuten(einde)
    if over > 0:
        yield vondst(
            "TP01",
            Ernst.WAARSCHUWING,
            VERGADERING,
            f"De vergadering loopt volgens de agenda uit tot {uur(na_minuten(begin, som))}; gepland is {uur(einde)}.",
            waarom=f"De agendapunten vragen {meervoud(over, 'minuut', 'minuten')} meer dan er is.",
            herstel="Kort agendapunten in, haal er een van de agenda of verzet de eindtijd.",
        )


def _subpunten_te_lang(zicht: Zicht, punt: Agendapunt) -> Iterator[Vondst]:
    som = sum(sub.duur or 0 for sub in zicht.subpunten(punt))
    if punt.duur is not None and som > punt.duur:
        plek = zicht.plek_van[punt.id]
        yield vondst(
            "TP03",
            Ernst.WAARSCHUWING,
            plek,
            f"De subpunten van {plek.kort} duren samen {meervoud(som, 'minuut', 'minuten')}; "
            f"voor {plek.kort} zelf staat {meervoud(punt.duur, 'minuut', 'minuten')}.",
            waarom="De tijden van de volgende agendapunten kloppen zo niet.",
            herstel="Verleng het agendapunt of kort de subpunten in.",
        )


def _dringen(zicht: Zicht, punt: Agendapunt, volgende: list[Agendapunt]) -> Iterator[Vondst]:
    """Compare the minutes of an item with its sub-items.

    Collecting items without a time of their own (8 Ingekomen stukken, 9 Verslagen) share the time of the one before
    them, up to the next item that has a time.
    """
    subpunten = len(zicht.subpunten(punt))
    if punt.duur is None or not subpunten:
        return
    samen = [punt]
    duren = [ander.duur is not None for ander in volgende]
    if True in duren:
        mee = [ander for ander in volgende[: duren.index(True)] if zicht.subpunten(ander)]
        samen += mee
        subpunten += sum(len(zicht.subpunten(ander)) for ander in mee)
    if punt.duur < subpunten:
        plek = zicht.plek_van[punt.id]
        nummers = opsomming(zicht.plek_van[ander.id].kort for ander in samen)
        yield vondst(
            "TP02",
            Ernst.WAARSCHUWING,
            plek,
            f"Bij {nummers} staan {meervoud(subpunten, 'subpunt', 'subpunten')} in "
            f"{meervoud(punt.duur, 'minuut', 'minuten')}.",
            waarom="Er is zo minder dan een minuut per subpunt.",
            herstel="Trek meer tijd uit, of handel een deel van de subpunten buiten de vergadering af.",
        )
