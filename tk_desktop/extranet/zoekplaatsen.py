"""What can be found on a site: its pages, the pages of received PDFs, and the actions that are open."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape

from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort
from tk_desktop.export.per_punt import stuknaam
from tk_desktop.extranet.bladen import open_acties
from tk_desktop.extranet.stof import Site, Vergaderblad
from tk_desktop.extranet.zoekindex import Zoekplaats

Paginateksten = Callable[[str], tuple[str, ...]]
"""Gives the words of each page of a received file by its SHA-256."""

_LABEL = re.compile(r"<[^>]*>")
_VASTE_SOORTEN = {"index.html": "agenda", "besluitenlijst.html": "besluitenlijst", "verslag.html": "verslag"}
"""What the pages of a meeting are that are no paper of it."""


def search_places(site: Site, html: Mapping[str, str], teksten: Paginateksten) -> Iterator[Zoekplaats]:
    """Yield what can be found; ``html`` are the pages of the site by their place, ``teksten`` the words of PDFs."""
    for rapport in site.programmas:
        pad = f"{rapport.map}/index.html"
        woorden = _woorden(html[pad])[1]
        jaar = rapport.periode.tot.year
        yield Zoekplaats(
            titel=rapport.titel, adres=pad, waar="Rapportage", tekst=woorden, jaar=jaar, soort="rapportage"
        )
    for blad in site.bladen:
        yield from _bladen(blad, html)
        yield from _bestanden(blad, teksten)
    per_vergadering = {blad.opname.vergadering.id: blad for blad in site.bladen}
    for post in open_acties(site):
        blad = per_vergadering[post.actie.vergadering_id or ""]
        yield _plaats(
            blad,
            post.actie.soort.value,
            titel=platte_tekst(post.actie.tekst),
            adres="acties.html",
            waar=post.uit,
            tekst=f"{platte_tekst(post.actie.tekst)} {platte_tekst(post.actie.door)}",
        )


def _bladen(blad: Vergaderblad, html: Mapping[str, str]) -> Iterator[Zoekplaats]:
    """Yield the pages of a meeting."""
    waar = blad.opname.kort
    soorten = _VASTE_SOORTEN | {blad.adres(deel): _soort(blad, deel) for deel in blad.plan.onderdelen if deel.stuk_id}
    for pad, pagina in html.items():
        if pad.startswith(f"{blad.map}/"):
            kop, tekst = _woorden(pagina)
            soort = soorten.get(pad.removeprefix(f"{blad.map}/"), "brief")
            yield _plaats(blad, soort, titel=kop.removesuffix(waar).strip(), adres=pad, waar=waar, tekst=tekst)


def _bestanden(blad: Vergaderblad, teksten: Paginateksten) -> Iterator[Zoekplaats]:
    """Yield each page of each received PDF of a meeting."""
    for deel in blad.plan.onderdelen:
        versie = blad.opname.versies.get(deel.stuk_id or "")
        if deel.soort is not Onderdeelsoort.BESTAND or versie is None or not versie.is_pdf:
            continue
        for nummer, tekst in enumerate(teksten(versie.sha256), 1):
            yield _plaats(
                blad,
                _soort(blad, deel),
                titel=stuknaam(deel),
                adres=f"{blad.map}/{blad.bestand(deel)}#page={nummer}",
                waar=f"{blad.opname.kort}, blz. {nummer}",
                tekst=tekst,
            )


def _plaats(blad: Vergaderblad, soort: str, *, titel: str, adres: str, waar: str, tekst: str) -> Zoekplaats:
    return Zoekplaats(
        titel=titel,
        adres=adres,
        waar=waar,
        tekst=tekst,
        gremium=blad.opname.gremium.naam,
        jaar=blad.opname.vergadering.datum.year,
        soort=soort,
    )


def _soort(blad: Vergaderblad, deel: Onderdeel) -> str:
    return next(stuk.soort.value for stuk in blad.opname.stukken if stuk.id == deel.stuk_id)


def _woorden(pagina: str) -> tuple[str, str]:
    """Return what a page is called in its tab, without the name of the site, and the words in it without its frame."""
    inhoud = pagina[pagina.index("<main") : pagina.index("</main>")]
    titel = pagina[pagina.index("<title>") + len("<title>") : pagina.index("</title>")]
    return unescape(titel.rpartition(" · ")[0]), unescape(_LABEL.sub(" ", inhoud))
