"""Remembering a set that was sent, so that a nazending can be made later."""

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.uitgave import Uitgave, Uitgavedeel
from tk_desktop.domain.vergaderset import Variant
from tk_desktop.domain.volgorde import reeks, tussen
from tk_desktop.store.werkmap import Store


class NooitVerzonden(TkError):
    """A nazending was asked for while no set was sent to these readers."""

    code = "TK-S06"
    melding = "Voor ‘{variant}’ is nog geen set als verzonden vastgelegd; een nazending kan nog niet."
    advies = "Maak de set met --verzonden op het moment dat u haar verstuurt."


def record_uitgave(store: Store, vergadering_id: str, gemaakt: GemaakteSet, vingerafdruk: str) -> Uitgave:
    """Keep which pages held what in a set that was sent; ``vingerafdruk`` is the SHA-256 of the file.

    A set that was sent before, byte for byte, is not kept twice.
    """
    with store.transaction():
        eerder = store.uitgaven.van_variant(vergadering_id, gemaakt.variant)
        if eerder and eerder[-1].vingerafdruk == vingerafdruk:
            return eerder[-1]
        uitgave = Uitgave(
            id=new_id(),
            vergadering_id=vergadering_id,
            volgorde=tussen(eerder[-1].volgorde if eerder else ""),
            doelgroep=gemaakt.variant.doelgroep,
            persoon_id=gemaakt.variant.persoon_id,
            vingerafdruk=vingerafdruk,
            totaal=gemaakt.paginas,
            delen=_delen(gemaakt),
        )
        store.uitgaven.save(uitgave)
    return uitgave


def latest_uitgave(store: Store, vergadering_id: str, variant: Variant) -> Uitgave:
    """Return the set last sent to these readers, or raise ``NooitVerzonden``."""
    eerder = store.uitgaven.van_variant(vergadering_id, variant)
    if not eerder:
        raise NooitVerzonden(variant=variant)
    return eerder[-1]


def _delen(gemaakt: GemaakteSet) -> tuple[Uitgavedeel, ...]:
    """Return the parts of a set as they are remembered, the files without pages last."""
    delen = [(deel.sleutel, deel.naam, deel.inhoud, deel.van, deel.tot) for deel in gemaakt.delen]
    delen += [(los.sleutel, los.naam, los.inhoud, 0, 0) for los in gemaakt.los]
    return tuple(
        Uitgavedeel(id=new_id(), volgorde=plek, sleutel=sleutel, titel=naam, inhoud=inhoud, van=van, tot=tot)
        for (sleutel, naam, inhoud, van, tot), plek in zip(delen, reeks(len(delen)), strict=True)
    )
