"""A programme as it stands now, read from its tables."""

from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.programme.gevolgen import read_gevolgen
from tk_desktop.store.werkmap import Store


def read_stand(store: Store, programma_id: str) -> Programmastand:
    """Return all of a programme; raises ``NietGevonden``."""
    tafels = store.programma
    return Programmastand(
        programma=tafels.programmas.get(programma_id),
        perioden=tafels.perioden.van(programma_id),
        themalijnen=tafels.themalijnen.van(programma_id),
        fasen=tafels.fasen.van(programma_id),
        projecten=tafels.projecten.van(programma_id),
        stappen=tafels.stappen.van_programma(programma_id),
        zorgen=tafels.zorgen.van_programma(programma_id),
        berichten=tafels.berichten.van_programma(programma_id),
        rollen=tafels.rollen.van(programma_id),
        afkortingen=tafels.afkortingen.van(programma_id),
        bronnen=tafels.bronnen.van(programma_id),
        regels=tafels.regels.van(programma_id),
        totalen=tafels.totalen.van(programma_id),
        meenemen=tafels.meenemen.van(programma_id),
        gevolgen=read_gevolgen(store, programma_id),
    )
