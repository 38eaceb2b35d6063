"""Notes of the user on the sample meeting, for the tasks that need some."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.notenbouwers import een_aantekening, een_anker
from tests.papier import passage_op
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.domain.aantekening import Anker, Soort, Vlak
from tk_desktop.paper.version_pages import Versiebladen
from tk_desktop.store.werkmap import Store

VRAAG = "Wie betaalt de gymzaal?"
PAPIEREN = 7
_ZIN = re.compile(r"[A-Z][a-z]+(?: [a-z]+){3,6}")


def leg_noten_neer(werkmap: Path, aantal: int, op: str = "") -> None:
    """Put so many notes on the sample: on the words of one paper, or anywhere."""
    if op:
        leg_op_woorden(werkmap, aantal, op)
    elif aantal:
        _leg_ergens(werkmap, aantal)


def _leg_ergens(werkmap: Path, aantal: int) -> None:
    """Put notes of who works here on the sample.

    One is a question on bijlage 3 of item 2a: that is the A3 sheet, the last that comes out of the printer, and the
    only one that the test queue keeps. More than one are spread over seven papers, from the first to the last.
    """
    lezer = Voorkeuren(werkmap).lezer
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
                    eigenaar=lezer,
                    soort=Soort.VRAAG if aantal == 1 else Soort.NOTITIE,
                    tekst=VRAAG if aantal == 1 else f"Noot {nummer + 1}",
                )
                store.aantekeningen.save(noot)


def leg_op_woorden(werkmap: Path, aantal: int, label: str) -> None:
    """Mark the first words of so many sentences of one paper."""
    lezer = Voorkeuren(werkmap).lezer
    with Store.open(werkmap) as store, Versiebladen(store.bestanden.open) as bladen:
        opname = store.opname(store.vergaderingen.all()[0].id)
        stuk = next(stuk for stuk in opname.stukken if opname.label(stuk) == label)
        ankers = list(islice(_zinnen(bladen, opname.versies[stuk.id].paginabestand), aantal))
        assert len(ankers) == aantal
        with store.transaction():
            for anker in ankers:
                store.aantekeningen.save(
                    een_aantekening(
                        anker,
                        vergadering_id=opname.vergadering.id,
                        papier=stuk.id,
                        agendapunt_id=opname.punt_van(stuk),
                        eigenaar=lezer,
                    )
                )


def _zinnen(bladen: Versiebladen, versie: str) -> Iterator[Anker]:
    """Yield the places of the begins of sentences of a version."""
    for pagina, tekst in enumerate(bladen.paginas(versie), 1):
        for zin in _ZIN.finditer(tekst):
            begin, eind = zin.span()
            yield een_anker(
                versie=versie,
                pagina=pagina,
                begin=begin,
                eind=eind,
                citaat=zin[0],
                voor=tekst[max(0, begin - 200) : begin],
                na=tekst[eind : eind + 200],
                vlakken=passage_op(bladen, versie, pagina, begin, eind),
            )
