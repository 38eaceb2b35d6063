"""What a meeting tells otherwise now than on the day that its verslag was approved (H6, H10)."""

from collections.abc import Iterator
from dataclasses import dataclass

from tk_desktop.domain.agenda import Agendapunt, behandelwijze
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.datum import kort, spanne
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.presentiewoorden import afwezige, korte_naam, namenlijst
from tk_desktop.domain.rondewoorden import ronderegels
from tk_desktop.domain.stemming import Keuze, Stemming
from tk_desktop.domain.stemwoorden import ingediend, kanten
from tk_desktop.domain.voorstel import zinnen
from tk_desktop.domain.zitting import Zitting

_Deel = tuple[str | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One part of an approved verslag that says something else now; ``punt_id`` is the item, ``None`` for the head.

    ``was`` and ``nu`` are plain words; empty when the part was not there, or is not any more.
    """

    punt_id: str | None
    wat: str
    was: str
    nu: str


def na_vaststelling(zitting: Zitting) -> tuple[Wijziging, ...]:
    """Return what of a meeting differs from what was approved, in the order of the paper; nothing of a draft.

    A besluit that sets an earlier one right, how far an action is and who does it when, and whether something is
    behind closed doors may change: that is no other text.
    """
    if zitting.vast is None:
        return ()
    was, nu = dict(_delen(zitting.zoals_vastgesteld())), dict(_delen(zitting))
    return tuple(
        Wijziging(punt_id=punt_id, wat=wat, was=was.get((punt_id, wat), ""), nu=nu.get((punt_id, wat), ""))
        for punt_id, wat in {**was, **nu}
        if was.get((punt_id, wat), "") != nu.get((punt_id, wat), "")
    )


def _delen(zitting: Zitting) -> Iterator[tuple[_Deel, str]]:
    """Go through what a verslag tells, part by part, in plain words."""
    opname = zitting.opname
    vergadering = opname.vergadering
    begin, einde = vergadering.begonnen or vergadering.begin, vergadering.geeindigd or vergadering.einde
    pauzes = [spanne(een.begonnen, een.hervat or een.begonnen) for een in zitting.schorsingen]
    yield (None, "de dag"), kort(vergadering.datum)
    yield (None, "de tijd"), " ".join([spanne(begin, einde) if begin and einde else str(begin or ""), *pauzes]).strip()
    yield (None, "de plaats"), vergadering.plaats
    yield (None, "de voorzitter"), opname.naam(vergadering.voorzitter_id)
    yield (None, "de secretaris"), opname.naam(vergadering.secretaris_id)
    yield (None, "wie er waren"), namenlijst(zitting.aanwezigen(), opname.nummers)
    afwezig = [wie for wie in zitting.presentie if not wie.aanwezig]
    yield (None, "wie er niet waren"), opsomming([afwezige(wie, zitting.presentie, opname.nummers) for wie in afwezig])
    for punt in opname.agendapunten:
        for wat, tekst in _van_punt(zitting, punt):
            yield (punt.id, wat), " ".join(tekst.split())


def _van_punt(zitting: Zitting, punt: Agendapunt) -> Iterator[tuple[str, str]]:
    opname = zitting.opname
    verslag = zitting.verslag_van(punt)
    yield "het onderwerp", f"{opname.nummers[punt.id]} {punt.titel}"
    yield "de behandeling", behandelwijze(opname.behandeling(punt))
    yield "het voorstel", " ".join(map(opname.gevuld, zinnen(opname.voorstel(punt))))
    yield "wat er is besproken", f"{platte_tekst(verslag.besproken)}\n{platte_tekst(verslag.besloten_deel)}"
    for rang, besluit in enumerate(zitting.besluiten_bij(punt), 1):
        yield f"besluit {besluit.nummer or rang}", _besluit(besluit)
    yield "de stemming", "; ".join(map(_stemming, zitting.stemmingen_bij(punt)))
    yield "de acties", "; ".join(f"{een.soort.value}: {een.tekst}" for een in zitting.acties_bij(punt))
    buiten = zitting.met_belang(punt)
    namen = dict.fromkeys(korte_naam(wie) for wie in zitting.presentie if wie.id in buiten)
    yield "wie niet meedeed om een belang", opsomming(list(namen))
    yield "de schriftelijke ronde", " ".join(regel for een in zitting.rondes_bij(punt) for regel in ronderegels(een))


def _besluit(besluit: Besluit) -> str:
    anders = f"Minderheidsstandpunt: {besluit.minderheid}" if besluit.minderheid.strip() else ""
    return platte_tekst(f"{besluit.uitkomst.value}: {besluit.tekst}\n{anders}")


def _stemming(stemming: Stemming) -> str:
    telling = ", ".join(f"{stemming.tel(keuze)} {keuze.value}" for keuze in Keuze)
    return " ".join((ingediend(stemming) or stemming.onderwerp, telling, *kanten(stemming)))
