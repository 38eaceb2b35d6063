"""The sample meeting in a werkmap and as sets, made once for all tests of a run; and what can be read in such a set."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Pdf

from tests.bouwers import bewaar
from tests.voorbeeld.inhoud import voorbeeld
from tests.voorbeeld.ontvangst import met_bestanden
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.base.paths import resources
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import Doelgroep, Vergaderset
from tk_desktop.export.pdf import write_pdf
from tk_desktop.pack.samenstellen import Keuze, assemble
from tk_desktop.paper.hidden import hidden_words
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

VOORBEELD = resources() / "sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gepakt:
    """A set that was made: its plan, its file, its pages as text and what its maker told."""

    plan: Vergaderset
    pdf: Path
    gemaakt: GemaakteSet
    paginas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verpakt:
    """The sample meeting in a werkmap, with a set for members, one for officials and a public one."""

    werkmap: Path
    opname: Momentopname
    leden: Gepakt
    openbaar: Gepakt
    ambtenaren: Gepakt


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezet:
    """The sample meeting in a werkmap, with one set for members as it is made without choices."""

    werkmap: Path
    opname: Momentopname
    leden: Gepakt


def vul_werkmap(store: Store, opname: Momentopname | None = None) -> Momentopname:
    """Put a meeting (the sample) with the files of the sample into a werkmap, and return it as it stands there."""
    bewaard = bewaar(store, met_bestanden(opname or voorbeeld(), VOORBEELD))
    with store.transaction():
        for versie in bewaard.versies.values():
            bron = VOORBEELD / versie.bestandsnaam
            store.bestanden.bewaar(bron)
            store.zoekregister.neem_op(Zoeksoort.PAGINA, versie.sha256, lees_pdf(bron).paginas)
            store.zoekregister.neem_op(Zoeksoort.VERBORGEN, versie.sha256, hidden_words(bron))
    return bewaard


def pak(store: Store, vergadering_id: str, doel: Path, soort: Doelgroep = Doelgroep.LEDEN, **anders: Any) -> Gepakt:
    """Make one set of a meeting."""
    lid = anders.pop("lid", "")
    cache = anders.pop("cache", store.map / "cache")
    plan = assemble(store, vergadering_id, soort, lid=lid, keuze=Keuze(**anders))
    gemaakt = write_pdf(plan, doel, bestand=store.bestanden.open, cache=cache)
    return Gepakt(plan=plan, pdf=doel, gemaakt=gemaakt, paginas=paginateksten(doel))


def verpak(map_: Path) -> Verpakt:
    """Make the werkmap and the sets of the sample."""
    with Store.open(map_ / "werkmap", maken=True) as store:
        opname = vul_werkmap(store)
        leden, openbaar, ambtenaren = (
            pak(store, opname.vergadering.id, map_ / f"{soort.value}.pdf", soort, schutbladen=True, rechts=True)
            for soort in (Doelgroep.LEDEN, Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN)
        )
    return Verpakt(werkmap=map_ / "werkmap", opname=opname, leden=leden, openbaar=openbaar, ambtenaren=ambtenaren)


def zet_klaar(map_: Path) -> Gezet:
    """Make the werkmap of the sample and its set for members."""
    with Store.open(map_ / "werkmap", maken=True) as store:
        opname = vul_werkmap(store)
        leden = pak(store, opname.vergadering.id, map_ / "leden.pdf")
    return Gezet(werkmap=map_ / "werkmap", opname=opname, leden=leden)


def paginateksten(pdf: Pad) -> tuple[str, ...]:
    """Return what stands on every page, white space as single spaces."""
    with pypdfium2.PdfDocument(leesbron(pdf)) as document:
        return tuple(
            " ".join(pagina.get_textpage().get_text_bounded().replace("\ufffe", "-").split()) for pagina in document
        )


def bladwijzers(pdf: Pdf) -> list[tuple[int, str, int]]:
    """Return (depth, title, page from 1) of every bookmark, in order."""
    nummers = {pagina.obj.objgen: nummer for nummer, pagina in enumerate(pdf.pages, 1)}
    uit: list[tuple[int, str, int]] = []

    def loop(regel: Any, diepte: int) -> None:
        while regel is not None:
            doel = regel.get("/Dest", None)
            if doel is None:
                doel = regel.A.D
            if isinstance(doel, pikepdf.String):
                uit.append((diepte, str(regel.Title), genoemde_plaatsen(pdf)[str(doel)]))
            else:
                uit.append((diepte, str(regel.Title), nummers[doel[0].objgen]))
            loop(regel.get("/First"), diepte + 1)
            regel = regel.get("/Next")

    loop(pdf.Root.Outlines.get("/First"), 0)
    return uit


def genoemde_plaatsen(pdf: Pdf) -> dict[str, int]:
    """Return the page (from 1) of every named place."""
    nummers = {pagina.obj.objgen: nummer for nummer, pagina in enumerate(pdf.pages, 1)}
    namen = pikepdf.NameTree(pdf.Root.Names.Dests)
    uit = {}
    for naam, doel in namen.items():
        rij = doel.D if isinstance(doel, Dictionary) else doel
        uit[str(naam)] = nummers[rij[0].objgen]
    return uit


def links(pdf: Pdf, pagina: int) -> list[tuple[str, str]]:
    """Return (words, named place) of every link to a named place on a page (from 1)."""
    gevonden = []
    for teken in pdf.pages[pagina - 1].get("/Annots", []):
        doel = teken.get("/Dest", None) if "/Dest" in teken else teken.get("/A", Dictionary()).get("/D", None)
        if teken.Subtype == "/Link" and isinstance(doel, pikepdf.String):
            gevonden.append((str(teken.get("/Contents", "")), str(doel)))
    return gevonden


def alle_bytes(pdf: Path, is_nieuw: Callable[[bytes], bool] = lambda _: True) -> Iterator[bytes]:
    """Yield everything a PDF holds: every string and name of every object, every stream unpacked, and the raw file.

    A stream is unpacked when ``is_nieuw`` says so of the digest of how it is packed and as what.
    """
    yield pdf.read_bytes()
    with pikepdf.open(pdf) as document:
        for ding in [*document.objects, document.trailer]:
            if isinstance(ding, pikepdf.Stream) and is_nieuw(_gepakt(ding)):
                yield _uitgepakt(ding)
            yield from _woorden(ding)


def _gepakt(stroom: pikepdf.Stream) -> bytes:
    """Return a digest of a stream as it is packed and of what unpacks it: what is the same holds the same."""
    hoe = [repr(stroom.get(sleutel)) for sleutel in ("/Filter", "/DecodeParms")]
    return sha256(repr(hoe).encode() + stroom.read_raw_bytes()).digest()


def _uitgepakt(stroom: pikepdf.Stream) -> bytes:
    """Return what a stream holds; a picture that cannot be unpacked further as it stands."""
    try:
        return stroom.read_bytes()
    except pikepdf.PdfError:
        return stroom.read_raw_bytes()


def _woorden(ding: Any) -> Iterator[bytes]:
    if isinstance(ding, pikepdf.String):
        yield bytes(ding)
        yield str(ding).encode()
    elif isinstance(ding, pikepdf.Name):
        yield str(ding).encode()
    elif isinstance(ding, pikepdf.Array):
        for deel in ding:
            if not getattr(deel, "is_indirect", False):
                yield from _woorden(deel)
    elif isinstance(ding, (Dictionary, pikepdf.Stream)):
        for naam, deel in ding.items():
            yield str(naam).encode()
            if not getattr(deel, "is_indirect", False):
                yield from _woorden(deel)


def inhoud_van_map(map_: Path) -> Mapping[str, bytes | None]:
    """Return every file (and folder) below a folder with its bytes; empty when the folder is not there."""
    return {str(pad.relative_to(map_)): pad.read_bytes() if pad.is_file() else None for pad in sorted(map_.rglob("*"))}
