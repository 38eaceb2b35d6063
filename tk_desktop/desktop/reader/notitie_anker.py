"""Where a new note is put: at words, at a spot, at a page, or round a stroke of the pen."""

from collections.abc import Callable

from tk_desktop.desktop.parts.tekstselectie import Selectie
from tk_desktop.domain.aantekening import Anker, Lijn, Vlak
from tk_desktop.paper.bladtekst import Bladtekst

_CONTEXT = 200
"""Characters of the text before and after a passage that are kept with it."""


def anker_van_selectie(selectie: Selectie, versie: str, teksten: Callable[[int], Bladtekst | None]) -> Anker:
    """Return the place of words that are selected; ``teksten`` gives the words of a page (from 1)."""
    eerste, laatste = teksten(selectie.pagina), teksten(selectie.eindpagina)
    voor = eerste.tekst[: selectie.begin][-_CONTEXT:] if eerste is not None else ""
    na = laatste.tekst[selectie.eind :][:_CONTEXT] if laatste is not None else ""
    return Anker(
        versie=versie,
        pagina=selectie.pagina,
        begin=selectie.begin,
        eindpagina=selectie.eindpagina,
        eind=selectie.eind,
        citaat=selectie.tekst,
        voor=voor,
        na=na,
        vlakken=selectie.vlakken,
    )


def anker_op_plek(versie: str, pagina: int, plek: int, tekst: Bladtekst) -> Anker:
    """Return the place of a note between two characters of a page, where one clicked or the cursor is."""
    streepje = tekst.streepje(plek)
    vlak = Vlak(pagina, *streepje) if streepje is not None else _bovenaan(pagina)
    voor, na = tekst.tekst[:plek][-_CONTEXT:], tekst.tekst[plek:][:_CONTEXT]
    return Anker(versie=versie, pagina=pagina, begin=plek, eind=plek, voor=voor, na=na, vlakken=(vlak,))


def anker_op_blad(versie: str, pagina: int, tekst: Bladtekst | None) -> Anker:
    """Return the place of a note at a whole page: at its top, with the first words to know the page by."""
    kaders = [regel.kader for regel in tekst.regels if regel.kader is not None] if tekst is not None else []
    kader = max(kaders, key=lambda kader: kader.y1, default=None)  # read first may be what stands at the foot
    vlak = Vlak(pagina, *kader) if kader is not None else _bovenaan(pagina)
    na = tekst.tekst[:_CONTEXT] if tekst is not None else ""
    return Anker(versie=versie, pagina=pagina, na=na, vlakken=(vlak,))


def anker_van_lijn(versie: str, lijn: Lijn, tekst: Bladtekst | None) -> Anker:
    """Return the place of a stroke: the box round it, and the words it is nearest to."""
    xen, yen = [punt.x for punt in lijn.punten], [punt.y for punt in lijn.punten]
    vlak = Vlak(lijn.pagina, min(xen), min(yen), max(xen), max(yen))
    plek = tekst.plek_bij((vlak.x0 + vlak.x1) / 2, (vlak.y0 + vlak.y1) / 2) if tekst is not None and tekst.regels else 0
    voor = tekst.tekst[:plek][-_CONTEXT:] if tekst is not None else ""
    na = tekst.tekst[plek:][:_CONTEXT] if tekst is not None else ""
    return Anker(versie=versie, pagina=lijn.pagina, begin=plek, eind=plek, voor=voor, na=na, vlakken=(vlak,))


def _bovenaan(pagina: int) -> Vlak:
    """Return where a note stands on a page without words: at the top of a sheet of A4."""
    return Vlak(pagina, 40, 780, 200, 800)
