"""Work on versions of papers for the worker thread: notes placed, words compared, words kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.reader.wijzigingenlijst import Wijzigingsregel
from tk_desktop.domain.bundelstand import Papierstand
from tk_desktop.domain.verankering.tekst import Bladbeeld, Documenttekst
from tk_desktop.domain.verankering.verschil import Versieverschil, vergelijk
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.bundelstand import GEEN_STUK, papers_of
from tk_desktop.export.leesbestand import Leesbestand
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.version_pages import Versiebladen
from tk_desktop.reading.bladplekken import pages_to_place, place_bladen
from tk_desktop.reading.plaatsen import needs_places, place_aantekeningen
from tk_desktop.store.werkmap import Store

Paar = tuple[str, str]
"""An older version and a newer one, by their SHA-256."""

Paden = Mapping[str, Pad]
"""Where the PDF of a version is that is not among the received files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsvraag:
    """Notes and marked pages of a paper are to be placed in a version of it."""

    vergadering_id: str
    papier: str
    versie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """A paper that is not as it was: its version then and now, empty where none is known.

    ``bestond`` tells whether it was there at all.
    """

    deel: Onderdeel
    oud: str = ""
    nieuw: str = ""
    bestond: bool = True

    @property
    def paar(self) -> Paar | None:
        """Both versions, to compare their pages."""
        return (self.oud, self.nieuw) if self.oud and self.nieuw else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Veranderingen:
    """All papers of a set that are not as they were, and the names of those that went.

    ``door`` says in words what brought it; ``paden`` is where pages of before are that are no received files.
    """

    anders: tuple[Verandering, ...] = ()
    vervallen: tuple[str, ...] = ()
    door: str = ""
    paden: Paden = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sinds:
    """The papers of a set as they stood at some moment, to compare with (E9)."""

    papieren: tuple[Papierstand, ...]
    door: str = ""

    def vergelijk(self, store: Store, plan: Vergaderset, bestanden: Mapping[str, Leesbestand]) -> Veranderingen:
        """Return what is otherwise now. What a paper holds counts, not its number in the set or how it looks."""
        toen, maker, anders = {een.papier: een for een in self.papieren}, papers_of(store, plan), []
        for deel in plan.onderdelen:
            stond = toen.get(deel.sleutel)
            if deel.soort in GEEN_STUK or (stond is not None and maker.inhoud(deel) == stond.inhoud):
                continue
            bestand, oud = bestanden.get(deel.sleutel), stond.versie if stond is not None else ""
            if stond is not None and not oud and deel.soort is Onderdeelsoort.BESTAND:
                oud = stond.inhoud  # of a received file that is its SHA-256
            nieuw = bestand.versie if bestand is not None else ""
            anders.append(Verandering(deel=deel, oud=oud, nieuw=nieuw, bestond=stond is not None))
        er = {deel.sleutel for deel in plan.onderdelen}
        eigen = {een.oud for een in anders if een.oud and een.deel.soort is not Onderdeelsoort.BESTAND}
        return Veranderingen(
            anders=tuple(anders),
            vervallen=tuple(een.naam for een in self.papieren if een.papier not in er),
            door=self.door,
            paden=vind_eerdere(store, eigen) if eigen else {},
        )


def te_plaatsen(store: Store, vergadering_id: str, versies: Mapping[str, str]) -> tuple[Plaatsvraag, ...]:
    """Return which papers, by key with the version of now, hold notes or marked pages that have no place in it."""
    noten = store.aantekeningen.van_vergadering(vergadering_id)
    bladen = pages_to_place(store, vergadering_id, versies)
    return tuple(
        Plaatsvraag(vergadering_id=vergadering_id, papier=papier, versie=versie)
        for papier, versie in versies.items()
        if papier in bladen or needs_places([een for een in noten if een.papier == papier], versie)
    )


def vind_eerdere(store: Store, versies: Collection[str]) -> dict[str, Pad]:
    """Return where earlier versions of our own papers still are among the parts of sets."""
    return Bladcache(store.cache).find(versies)


def plaats_noten(store: Store, progress: Progress, vragen: Sequence[Plaatsvraag], paden: Paden) -> None:
    """Place the notes on these papers, and the pages that readers marked."""
    with Versiebladen(lambda versie: pad_van(store, versie, paden), progress) as bladen:
        for vraag in progress.each(vragen, "Aantekeningen plaatsen"):
            place_aantekeningen(store, vraag.vergadering_id, vraag.papier, vraag.versie, bladen)
            place_bladen(store, vraag.vergadering_id, vraag.papier, vraag.versie, bladen)


def vergelijk_versies(
    store: Store, progress: Progress, paren: Sequence[Paar], paden: Paden
) -> dict[Paar, Versieverschil | None]:
    """Return what differs in each pair; nothing where the words of the older version are not known any more."""
    with Versiebladen(lambda versie: pad_van(store, versie, paden), progress) as bladen:
        return {paar: _vergeleken(store, bladen, paar) for paar in progress.each(paren, "Versies vergelijken")}


def bewaar_woorden(store: Store, progress: Progress, versies: Sequence[str], paden: Paden) -> None:
    """Keep the words of versions of our own papers, which are made anew when they change."""
    with Versiebladen(lambda versie: pad_van(store, versie, paden), progress) as bladen:
        for versie in versies:
            paginas = bladen.paginas(versie)
            with store.transaction():
                store.leesteksten.bewaar(versie, paginas)


def regel_van(een: Verandering, verschil: Versieverschil | None) -> Wijzigingsregel:
    """Return the line of a paper that changed."""
    deel, uitleg = een.deel, "gewijzigd ▲" if een.bestond else "nieuw ▲"
    if verschil is None:
        return Wijzigingsregel(sleutel=deel.sleutel, naam=deel.naam, uitleg=uitleg)
    aantal = len(verschil.gewijzigd)
    niets = "tekst gelijk" if verschil.is_gelijk else "niet alles te vergelijken"
    bladen = {0: niets, 1: "1 bladzijde"}.get(aantal, f"{aantal} bladzijden")
    return Wijzigingsregel(
        sleutel=deel.sleutel,
        naam=deel.naam,
        uitleg=f"{uitleg} · {bladen}",
        bladen=verschil.bladen,
        vervallen=verschil.vervallen,
        vergeleken=True,
    )


def vervallen_regel(naam: str) -> Wijzigingsregel:
    """Return the line of a paper that is in the set no more."""
    return Wijzigingsregel(sleutel="", naam=naam, uitleg="staat niet meer in de set")


def pad_van(store: Store, versie: str, paden: Paden) -> Pad | None:
    """Return where the PDF of a version is; nothing when it is not there any more."""
    pad = paden.get(versie) or store.bestanden.plek(versie)
    return pad if pad.is_file() else None


def _vergeleken(store: Store, bladen: Versiebladen, paar: Paar) -> Versieverschil | None:
    oud, nieuw = paar
    links = store.leesteksten.van(oud) or bladen.paginas(oud)
    rechts = bladen.paginas(nieuw)
    if not links or not rechts:
        return None
    beelden_oud: tuple[Bladbeeld, ...] = ()
    beelden_nieuw: tuple[Bladbeeld, ...] = ()
    if any(not pagina.strip() for pagina in (*links, *rechts)):
        beelden_oud, beelden_nieuw = bladen.beelden(oud, nieuw), bladen.beelden(nieuw, oud)
    return vergelijk(
        Documenttekst(paginas=links, beelden=beelden_oud if len(beelden_oud) == len(links) else ()),
        Documenttekst(paginas=rechts, beelden=beelden_nieuw if len(beelden_nieuw) == len(rechts) else ()),
    )
