"""Notes of the user on the sample meeting, for the tasks that need some."""

from pathlib import Path

from tests.notenbouwers import een_aantekening, een_anker
from tk_desktop.desktop.voorkeuren import Voorkeuren
from tk_desktop.domain.aantekening import Soort
from tk_desktop.domain.notenwijze import Notenwijze
from tk_desktop.store.werkmap import Store

VRAAG = "Wie betaalt de gymzaal?"


def leg_noten_neer(werkmap: Path) -> None:
    """Put a question on bijlage 3 of item 2a, by who works here, who chose to print notes in the margin before.

    That bijlage is the A3 sheet: the last that comes out of the printer, and the only one that the test queue keeps.
    """
    voorkeuren = Voorkeuren(werkmap)
    voorkeuren.noten = Notenwijze.MARGE
    voorkeuren.leg_vast()
    with Store.open(werkmap) as store:
        opname = store.opname(store.vergaderingen.all()[0].id)
        stuk = next(stuk for stuk in opname.stukken if opname.label(stuk) == "2a bijl. 3")
        noot = een_aantekening(
            een_anker(versie=opname.versies[stuk.id].paginabestand, pagina=1),
            vergadering_id=opname.vergadering.id,
            papier=stuk.id,
            agendapunt_id=opname.punt_van(stuk),
            eigenaar=voorkeuren.lezer,
            soort=Soort.VRAAG,
            tekst=VRAAG,
        )
        with store.transaction():
            store.aantekeningen.save(noot)
