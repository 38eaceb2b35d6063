"""Pages that readers marked, when the paper is replaced: each gets its place, or is named as not found (F15, F17)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from tk_desktop.domain.aantekening import Anker
from tk_desktop.domain.bladplek import Bladplek, Bladregister
from tk_desktop.domain.paginaverwijzing import Verwijzing, verwijzingen_uit
from tk_desktop.reading.versiezoeker import Versielezer, Versiezoeker
from tk_desktop.store.werkmap import Store


def load_bladregister(store: Store, papieren: Iterable[str], versies: Mapping[str, str]) -> Bladregister:
    """Return where marked pages of these papers (by key) stand now.

    ``versies`` tells which version of a paper is read; of a received paper that is not among them it is the last.
    """
    nu = {papier: versies.get(papier) or _laatste(store, papier) for papier in set(papieren)}
    return Bladregister(nu=nu, plekken=store.bladplekken.all())


def pages_to_place(store: Store, vergadering_id: str, versies: Mapping[str, str]) -> dict[str, tuple[Verwijzing, ...]]:
    """Return by paper the pages that readers marked in other versions than these, as far as not looked up yet."""
    register = Bladregister(nu=versies, plekken=store.bladplekken.all())
    uit: dict[str, set[Verwijzing]] = defaultdict(set)
    for pagina in _gemerkt(store, vergadering_id):
        if pagina.papier in versies and register.plek(pagina) is None:
            uit[pagina.papier].add(pagina)
    return {papier: tuple(sorted(paginas)) for papier, paginas in uit.items()}


def place_bladen(store: Store, vergadering_id: str, papier: str, versie: str, lezer: Versielezer) -> int:
    """Look up where the pages that readers marked stand in this version of a paper, and return how many were new.

    Raises the ``TkError`` of a file that cannot be read.
    """
    te_doen = pages_to_place(store, vergadering_id, {papier: versie}).get(papier, ())
    if not te_doen:
        return 0
    zoeker = Versiezoeker(store, versie, lezer)
    gevonden = []
    for oud, groep in groupby(sorted(te_doen, key=lambda een: een.versie), key=lambda een: een.versie):
        ankers = [Anker(versie=oud, pagina=een.pagina) for een in groep]
        for anker, plaatsing in zip(ankers, zoeker.verplaats(oud, ankers), strict=True):
            plek = Bladplek(
                versie=oud,
                pagina=anker.pagina,
                in_versie=versie,
                blad=plaatsing.anker.pagina,
                oordeel=plaatsing.oordeel,
            )
            gevonden.append(plek)
    with store.transaction():
        store.bladplekken.bewaar(gevonden)
    return len(gevonden)


def _gemerkt(store: Store, vergadering_id: str) -> Iterator[Verwijzing]:
    for wijzer in store.bladwijzers.van_vergadering(vergadering_id):
        yield wijzer.verwijzing
    for voorbereiding in store.voorbereidingen.van_vergadering(vergadering_id):
        yield from verwijzingen_uit(voorbereiding.verwijzing)


def _laatste(store: Store, papier: str) -> str:
    versies = store.versies.van_stuk(papier)
    return versies[-1].paginabestand if versies and versies[-1].is_pdf else ""
