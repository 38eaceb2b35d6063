"""The register of besluiten, and the course of one subject through the bodies."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tk_desktop.domain.actie import Actie
from tk_desktop.domain.agenda import Agendapunt, Puntstaat
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.ronde import Ronde
from tk_desktop.domain.stemming import Stemming
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.verslag import Verslag
from tk_desktop.domain.zitting import Zitting
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Registerregel:
    """A besluit in the register, with all that belongs to it in one place (H11, H12).

    ``vervangen_door`` is the number of the besluit that set it right, empty when none did (H10). ``besproken`` is what
    the verslag says of the item, as rich text, and ``verslag`` that verslag. ``besloten`` says that it is not for
    everybody, ``deels`` that a passage of what is told here is not (J9).
    """

    besluit: Besluit
    vergadering_id: str
    gremium: str
    datum: date
    nummer: str
    onderwerp: str
    verslag: Verslag
    besproken: str = ""
    stukken: tuple[Stuk, ...] = ()
    stemmingen: tuple[Stemming, ...] = ()
    rondes: tuple[Ronde, ...] = ()
    acties: tuple[Actie, ...] = ()
    vervangen_door: str = ""
    besloten: bool = False
    deels: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierstap:
    """Where and when a subject was dealt with, and what came of it (B15, B20; catalogue 126)."""

    punt_id: str
    vergadering_id: str
    gremium: str
    datum: date
    nummer: str
    titel: str
    staat: Puntstaat
    besluiten: tuple[Besluit, ...] = ()
    besloten: bool = False


def register(store: Store, *, gremium_id: str | None = None, openbaar: bool = False) -> tuple[Registerregel, ...]:
    """Return the register of besluiten of a body, or of all, the latest first (H11).

    ``openbaar`` is the register as everybody may know it: without what is besloten and all that hangs on it. Of an
    approved verslag it holds what was approved.
    """
    regels = []
    for zitting in store.besluitzittingen():
        if gremium_id in (None, zitting.opname.gremium.id):
            heel = zitting.zoals_vastgesteld()
            gezien = heel.voor_iedereen() if openbaar else heel
            punten = {punt.id: punt for punt in (*heel.opname.agendapunten, *heel.opname.afgevoerd.agendapunten)}
            regels += [_regel(gezien, punten[besluit.agendapunt_id], besluit) for besluit in gezien.besluiten]
    regels.sort(key=lambda regel: (regel.besluit.datum, regel.besluit.nummer, regel.besluit.volgorde), reverse=True)
    return tuple(regels)


def find_besluiten(regels: Iterable[Registerregel], woorden: str) -> tuple[Registerregel, ...]:
    """Return the lines that hold all of these words, in number, subject or text, whatever their case."""
    gezocht = woorden.casefold().split()

    def tekst(regel: Registerregel) -> str:
        besluit = regel.besluit
        return f"{besluit.nummer} {regel.onderwerp} {besluit.tekst} {besluit.uitkomst.value} {regel.gremium}".casefold()

    return tuple(regel for regel in regels if all(woord in tekst(regel) for woord in gezocht))


def dossier(store: Store, punt_id: str, *, openbaar: bool = False) -> tuple[Dossierstap, ...]:
    """Return the whole course of a subject through the meetings of all bodies, the earliest first (H11, B15).

    ``openbaar`` leaves out the steps and the besluiten that are not for everybody.
    """
    eerste = punt_id
    gehad = {punt_id}
    while (eerder := store.agendapunten.get(eerste).herkomst_id) is not None and eerder not in gehad:
        gehad.add(eerder)
        eerste = eerder
    ids, rij = {eerste}, [eerste]
    while rij:
        verder = [punt.id for punt in store.agendapunten.vervolg_van(rij.pop()) if punt.id not in ids]
        ids.update(verder)
        rij += verder
    stappen = [_dossierstap(store, id_) for id_ in ids]
    if openbaar:
        stappen = [_voor_iedereen(stap) for stap in stappen if not stap.besloten]
    return tuple(sorted(stappen, key=lambda stap: (stap.datum, stap.vergadering_id, stap.punt_id)))


def _regel(zitting: Zitting, punt: Agendapunt, besluit: Besluit) -> Registerregel:
    opname = zitting.opname
    nummer, tekst = opname.nummers.get(punt.id), zitting.verslag_van(punt)
    return Registerregel(
        besluit=besluit,
        vergadering_id=opname.vergadering.id,
        gremium=opname.gremium.kort,
        datum=opname.vergadering.datum,
        nummer=str(nummer) if nummer else "",
        onderwerp=punt.titel,
        verslag=zitting.verslag,
        besproken="\n\n".join(deel for deel in (tekst.besproken, tekst.besloten_deel) if deel.strip()),
        stukken=opname.stukken_bij(punt),
        stemmingen=zitting.stemmingen_bij(punt),
        rondes=zitting.rondes_bij(punt),
        acties=zitting.acties_bij(punt),
        vervangen_door=next((een.nummer for een in zitting.besluiten if een.herstelt_id == besluit.id), ""),
        besloten=besluit.besloten or opname.is_besloten(punt),
        deels=besluit.open_variant() != besluit or zitting.heeft_passage(punt) or bool(tekst.besloten_deel.strip()),
    )


def _voor_iedereen(stap: Dossierstap) -> Dossierstap:
    return replace(stap, besluiten=tuple(een.open_variant() for een in stap.besluiten if not een.besloten))


def _dossierstap(store: Store, punt_id: str) -> Dossierstap:
    punt = store.agendapunten.get(punt_id)
    opname = store.opname(punt.vergadering_id)
    nummer = opname.nummers.get(punt_id)
    return Dossierstap(
        punt_id=punt_id,
        vergadering_id=punt.vergadering_id,
        gremium=opname.gremium.kort,
        datum=opname.vergadering.datum,
        nummer=str(nummer) if nummer else "",
        titel=punt.titel,
        staat=punt.staat,
        besluiten=store.besluiten.van_punt(punt_id),
        besloten=opname.is_besloten(punt),
    )
