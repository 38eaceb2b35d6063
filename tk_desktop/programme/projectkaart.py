"""Keeping what a project card tells besides its fields: steps, risks, and what was done period by period."""

from dataclasses import replace

from tk_desktop.base.ids import only_id
from tk_desktop.domain.programma import Aanpakstap, Periodebericht, Projectzorg, Zorgsoort
from tk_desktop.domain.programmalezing import Gelezenproject
from tk_desktop.domain.volgorde import reeks
from tk_desktop.store.werkmap import Store


def keep_kaart(store: Store, project_id: str, kaart: Gelezenproject) -> None:
    """Make the steps, risks and reports of a card those of the project; what a card does not name stays as it is.

    Two laptops that take over the same card have the same rows.
    """
    with store.transaction():
        for stap, plek in zip(kaart.stappen, reeks(len(kaart.stappen)), strict=True):
            store.programma.stappen.save(
                Aanpakstap(
                    id=only_id("aanpakstap", project_id, stap.wat),
                    project_id=project_id,
                    volgorde=plek,
                    wat=stap.wat,
                    gereed=stap.gereed,
                    status=stap.status,
                    opmerking=stap.opmerking,
                )
            )
        for tekst, plek in zip(kaart.zorgen, reeks(len(kaart.zorgen)), strict=True):
            store.programma.zorgen.save(
                Projectzorg(
                    id=only_id("projectzorg", project_id, tekst),
                    project_id=project_id,
                    volgorde=plek,
                    soort=Zorgsoort.RISICO,
                    tekst=tekst,
                )
            )
        for een in kaart.berichten:
            id_ = only_id("periodebericht", project_id, een.periode)
            staat = next((bericht for bericht in store.programma.berichten.van(project_id) if bericht.id == id_), None)
            bericht = staat or Periodebericht(id=id_, project_id=project_id, periode=een.periode)
            store.programma.berichten.save(
                replace(
                    bericht,
                    gedaan=een.gedaan or bericht.gedaan,
                    te_doen=een.te_doen or bericht.te_doen,
                    toelichting=een.toelichting or bericht.toelichting,
                )
            )
