"""Remembering a set that was sent, so that a nazending can be made later."""

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.uitgave import Uitgave, Uitgavedeel
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
            variant=gemaakt.variant,
            vingerafdruk=vingerafdruk,
            totaal=gemaakt.paginas,
            delen=tuple(
                Uitgavedeel(
                    id=new_id(),
                    volgorde=plek,
                    anker=deel.anker,
                    titel=f"{deel.label} {deel.titel}".strip(),
                    inhoud=deel.inhoud,
                    van=deel.van,
                    tot=deel.tot,
                )
                for deel, plek in zip(gemaakt.delen, reeks(len(gemaakt.delen)), strict=True)
            ),
        )
        store.uitgaven.save(uitgave)
    return uitgave


def latest_uitgave(store: Store, vergadering_id: str, variant: str) -> Uitgave:
    """Return the set last sent to these readers, or raise ``NooitVerzonden``."""
    eerder = store.uitgaven.van_variant(vergadering_id, variant)
    if not eerder:
        raise NooitVerzonden(variant=variant)
    return eerder[-1]
