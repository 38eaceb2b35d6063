"""Every file of a site: what it is made of, and what makes it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tk_desktop import __version__
from tk_desktop.base.files import fetch, read_bytes, sha256
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.paths import resources
from tk_desktop.base.progress import Progress
from tk_desktop.domain.dashboard import dashboard
from tk_desktop.domain.termijnen import Kalenderregel
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.begrotingsblad import write_begroting_xlsx
from tk_desktop.export.dashboard import schrijf_dashboard, write_dashboard
from tk_desktop.export.delen import Delenmaker
from tk_desktop.export.gegevens import agenda_json
from tk_desktop.export.halfjaar import schrijf_halfjaarbericht, write_halfjaarbericht
from tk_desktop.export.ics import write_ics
from tk_desktop.export.pdf import Bestand, is_los, write_pdf
from tk_desktop.export.per_punt import stuknaam
from tk_desktop.export.programmagegevens import stand_json
from tk_desktop.export.verslag import schrijf_besluitenlijst, schrijf_verslag, write_besluitenlijst, write_verslag
from tk_desktop.export.vingerafdruk import Vingerafdruk
from tk_desktop.export.vorm import Vorm
from tk_desktop.extranet.bladen import LEESBAAR, heeft_besluiten, heeft_verslag, pages
from tk_desktop.extranet.ori_a import Vertaling, make_ori_a
from tk_desktop.extranet.popolo import make_popolo
from tk_desktop.extranet.programmas import Programmablad
from tk_desktop.extranet.stof import Site, Vergaderblad
from tk_desktop.extranet.voeding import write_diwoo, write_nieuws, write_sitemap
from tk_desktop.extranet.zoekindex import search_files
from tk_desktop.extranet.zoekplaatsen import Paginateksten, search_places
from tk_desktop.paper.huisstijl import Huisstijl

_OPMAAK = (("opmaak/stijl.css", "stijl.css"), ("zoek/zoek.js", "zoek.js"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitebestand:
    """A file of a site: its place from the top of the folder, with ``/``.

    ``sleutel`` is a digest of all that it is made of: with the same one it need not be made again. ``maak`` writes it
    whole to a path.
    """

    pad: str
    sleutel: str
    maak: Callable[[Path], object]


def site_files(
    site: Site,
    *,
    bestand: Bestand,
    cache: Pad,
    teksten: Paginateksten,
    vertaling: Vertaling,
    progress: Progress | None = None,
) -> tuple[Sitebestand, ...]:
    """Return every file of a site; parts of papers are taken from the cache or made, the files themselves are not yet.

    ``bestand`` finds received files, ``teksten`` the words of their pages, ``vertaling`` those of ORI-A. Raises the
    ``TkError`` of a part that cannot be read.
    """
    uit: list[Sitebestand] = []
    paginas: dict[str, int] = {}
    for blad in (progress or Progress()).each(site.bladen, "Vergaderingen"):
        uit.extend(_papieren(blad, bestand, cache, paginas))
        uit.extend(_uitkomsten(blad))
        uit.append(_van_bytes(f"{blad.map}/vergadering.json", agenda_json(blad.opname)))
        uit.append(_van_bytes(f"{blad.map}/ori-a.xml", make_ori_a(blad, vertaling)))
        uit.append(_ics(f"{blad.map}/vergadering.ics", [blad]))
    for rapport in site.programmas:
        uit.extend(_rapporten(rapport))
    html = dict(pages(site, paginas))
    uit.extend(_van_bytes(pad, tekst.encode()) for pad, tekst in html.items())
    zoek = search_files(search_places(site, html, teksten))
    uit.extend(_van_bytes(f"zoek/{naam}", tekst.encode("ascii")) for naam, tekst in zoek)
    uit.extend(_van_bytes(pad, read_bytes(resources() / "extranet" / naam)) for pad, naam in _OPMAAK)
    uit.append(_ics("kalender.ics", site.bladen))
    uit.append(_van_bytes("popolo.json", make_popolo(site)))
    if site.basis:
        uit.append(_van_bytes("nieuws.xml", write_nieuws(site)))
        uit.append(_van_bytes("sitemap.xml", write_sitemap(site, [een.pad for een in uit])))
        uit.append(_van_bytes("sitemap-diwoo.xml", write_diwoo(site)))
    return tuple(uit)


def _van_bytes(pad: str, inhoud: bytes) -> Sitebestand:
    return Sitebestand(pad=pad, sleutel=hashlib.sha256(inhoud).hexdigest(), maak=lambda doel: doel.write_bytes(inhoud))


def _ics(pad: str, bladen: list[Vergaderblad] | tuple[Vergaderblad, ...]) -> Sitebestand:
    regels = [
        Kalenderregel(
            gremium=blad.opname.gremium, vergadering=blad.opname.vergadering, termijnen=(), gewijzigd=blad.gewijzigd
        )
        for blad in bladen
    ]
    return Sitebestand(pad=pad, sleutel=_som(*map(repr, regels)), maak=partial(write_ics, regels))


def _papieren(blad: Vergaderblad, bestand: Bestand, cache: Pad, paginas: dict[str, int]) -> Iterator[Sitebestand]:
    """Yield the files of the papers of a meeting, and of all of them in one; count their pages in ``paginas``."""
    huisstijl = Huisstijl.load(blad.opname.gremium.huisstijl)
    sleutels: list[str] = []
    for deel in blad.plan.onderdelen:
        if deel.soort not in LEESBAAR:
            continue
        pad = f"{blad.map}/{blad.bestand(deel)}"
        plan = blad.plan.met_alleen((deel,))
        if is_los(plan, deel):
            som = blad.opname.versies[deel.stuk_id or ""].sha256
            sleutels.append(som)
            yield Sitebestand(pad=pad, sleutel=som, maak=partial(fetch, bestand(som)))
            continue
        gereed = Delenmaker(plan, huisstijl, cache, bestand).maak(deel)
        sleutels.append(_som(sha256(gereed.pdf), _opdruk(plan, deel, gereed.paginas)))
        if deel.soort is not Onderdeelsoort.NAGEZONDEN:
            paginas[pad] = gereed.paginas
            maak = partial(_schrijf_pdf, plan, bestand, cache, stuknaam(deel))
            yield Sitebestand(pad=pad, sleutel=sleutels[-1], maak=maak)
    geheel = f"{blad.map}/vergaderset.pdf"
    sleutel = _som(*sleutels, *map(repr, blad.plan.onderdelen), agenda_json(blad.opname).decode(), blad.plan.titel)
    paginas[geheel] = sum(aantal for pad, aantal in paginas.items() if pad.startswith(f"{blad.map}/"))
    yield Sitebestand(pad=geheel, sleutel=sleutel, maak=partial(_schrijf_pdf, blad.plan, bestand, cache, ""))


def _opdruk(plan: Vergaderset, deel: Onderdeel, aantal: int) -> str:
    """Return what joining puts on a part and in its file, besides the part itself."""
    stempels = (plan.stempel(deel, "1", aantal), *plan.merken(deel))
    return _som(__version__, stuknaam(deel), plan.opname.vergadering.datum.isoformat(), *stempels)


def _schrijf_pdf(plan: Vergaderset, bestand: Bestand, cache: Pad, titel: str, doel: Path) -> None:
    write_pdf(plan, doel, bestand=bestand, cache=cache, titel=titel)


def _uitkomsten(blad: Vergaderblad) -> Iterator[Sitebestand]:
    """Yield the list of besluiten and the approved verslag of a meeting as PDF."""
    if blad.stof is None:
        return
    zitting, volgende = blad.stof.zitting, blad.stof.volgende
    grond = (__version__, blad.opname.gremium.huisstijl)
    if heeft_besluiten(blad):
        vinger = Vingerafdruk(*grond)
        schrijf_besluitenlijst(vinger, zitting)
        yield Sitebestand(
            pad=f"{blad.map}/besluitenlijst.pdf",
            sleutel=vinger.som,
            maak=lambda doel: write_besluitenlijst(zitting, doel, Vorm.PDF),
        )
    if heeft_verslag(blad):
        vinger = Vingerafdruk(*grond)
        schrijf_verslag(vinger, zitting, volgende)
        yield Sitebestand(
            pad=f"{blad.map}/verslag.pdf",
            sleutel=vinger.som,
            maak=lambda doel: write_verslag(zitting, doel, Vorm.PDF, volgende=volgende),
        )


def _rapporten(blad: Programmablad) -> Iterator[Sitebestand]:
    """Yield the forms of the report of a programme: on paper, on one page, as a workbook and as open data."""
    stand, periode = blad.stand, blad.periode
    rapport, overzicht = Vingerafdruk(__version__), Vingerafdruk(__version__)
    schrijf_halfjaarbericht(rapport, stand, periode)
    schrijf_dashboard(overzicht, dashboard(stand, periode))
    gegevens = stand_json(stand, periode)
    yield Sitebestand(
        pad=f"{blad.map}/rapportage.pdf",
        sleutel=rapport.som,
        maak=lambda doel: write_halfjaarbericht(stand, periode, doel, Vorm.PDF),
    )
    yield Sitebestand(
        pad=f"{blad.map}/overzicht.pdf",
        sleutel=_som(overzicht.som, blad.titel),
        maak=lambda doel: write_dashboard(stand, periode, doel, Vorm.PDF),
    )
    yield Sitebestand(
        pad=f"{blad.map}/begroting.xlsx",
        sleutel=_som(__version__, gegevens.decode()),
        maak=lambda doel: write_begroting_xlsx(stand, periode, doel, op=periode.tot),
    )
    yield _van_bytes(f"{blad.map}/programma.json", gegevens)


def _som(*delen: str) -> str:
    return hashlib.sha256("\n".join(delen).encode()).hexdigest()
