"""The uittreksel of a besluit as a file; loaded when it is asked for."""

from pathlib import Path

from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.verslag import write_uittreksel
from tk_desktop.export.vorm import Vorm
from tk_desktop.minutes.register import Registerregel
from tk_desktop.store.werkmap import Store


def uittrekselnaam(store: Store, regel: Registerregel) -> str:
    """Return the name of the file, without its ending; it says when the besluit is besloten."""
    dicht = " (besloten)" if regel.besloten else ""
    return bestandsnaam(store.opname(regel.vergadering_id), f"uittreksel {regel.besluit.nummer}{dicht}")


def write_uittreksel_van(store: Store, regel: Registerregel, doel: Path, exemplaar: str = "") -> Path:
    """Write one besluit, an open one of the meeting as everybody may know it, and return the file.

    ``exemplaar`` stands on a closed one.

    The ending of ``doel`` says in which form. Raises ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    zitting = store.zitting(regel.vergadering_id).zoals_vastgesteld()
    gezien = zitting if regel.besloten else zitting.voor_iedereen()
    (besluit,) = (een for een in gezien.besluiten if een.id == regel.besluit.id)
    return write_uittreksel(gezien, besluit, doel, Vorm(doel.suffix), exemplaar=exemplaar)
