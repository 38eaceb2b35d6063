"""Notes of the user on the sample meeting, for the tasks that need some."""

from pathlib import Path

from tests.notenbouwers import een_aantekening, een_anker
from tk_desktop.desktop.voorkeuren import Voorkeuren
from tk_desktop.domain.aantekening import Soort, Vlak
from tk_desktop.domain.notenwijze import Notenwijze
from tk_desktop.store.werkmap import Store

VRAAG = "Wie betaalt de gymzaal?"
PAPIEREN = 7


def leg_noten_neer(werkmap: Path, aantal: int) -> None:
    """Put notes of who works here on the sample, who chose to print them in the margin before.

    One is a question on bijlage 3 of item 2a: that is the A3 sheet, the last that comes out of the printer, and the
    only one that the test queue keeps. More than one are spread over seven papers, from the first to the last.
    """
    voorkeuren = Voorkeuren(werkmap)
    voorkeuren.noten = Notenwijze.MARGE
    voorkeuren.leg_vast()
    with Store.open(werkmap) as store:
        opname = store.opname(store.vergaderingen.all()[0].id)
        papieren = {opname.label(stuk): stuk for stuk in opname.stukken if stuk.id in opname.versies}
        labels = sorted(papieren)[:PAPIEREN] if aantal > 1 else ["2a bijl. 3"]
        with store.transaction():
            for nummer in range(aantal):
                stuk = papieren[labels[nummer % len(labels)]]
                hoog = 700 - 30 * (nummer // len(labels))
                anker = een_anker(
                    versie=opname.versies[stuk.id].paginabestand, pagina=1, vlakken=(Vlak(1, 80, hoog, 240, hoog + 12),)
                )
                noot = een_aantekening(
                    anker,
                    vergadering_id=opname.vergadering.id,
                    papier=stuk.id,
                    agendapunt_id=opname.punt_van(stuk),
                    eigenaar=voorkeuren.lezer,
                    soort=Soort.VRAAG if aantal == 1 else Soort.NOTITIE,
                    tekst=VRAAG if aantal == 1 else f"Noot {nummer + 1}",
                )
                store.aantekeningen.save(noot)
