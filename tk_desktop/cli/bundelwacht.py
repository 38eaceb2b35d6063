"""How papers stood before a bundle came: kept by every command that takes bundles in (E9)."""

from datetime import date

from tk_desktop.export.bundelstand import Bundelwacht
from tk_desktop.pack.samenstellen import assemble_for_reader
from tk_desktop.store.werkmap import Store


def bundelwacht(store: Store, vandaag: date) -> Bundelwacht:
    """Return who stands round what comes in, with the papers as whoever has this laptop reads them."""
    wie = store.bewerkingen.persoon
    naam = next((persoon.naam for persoon in store.personen.all() if persoon.id == wie), "")
    return Bundelwacht(store, lambda id_: assemble_for_reader(store, id_, naam), vandaag)
