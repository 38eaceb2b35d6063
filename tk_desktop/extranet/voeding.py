"""What other programs follow: the news of a site (RSS 2.0), and its pages for search engines (sitemaps.org, DiWoo)."""

from collections.abc import Iterable
from datetime import UTC
from email.utils import format_datetime
from urllib.parse import quote
from xml.etree import ElementTree as ET

from tk_desktop.domain.datum import lang
from tk_desktop.domain.vergaderset import Onderdeel
from tk_desktop.extranet.stof import Site, Vergaderblad

_MEESTE = 50
"""Items in the feed; who follows it has the earlier ones."""
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
_CATEGORIE = ("https://identifier.overheid.nl/tooi/def/thes/kern/c_db4862c3", "Vergaderstukken decentrale overheden")
_ONTVANGST = ("https://identifier.overheid.nl/tooi/def/thes/kern/c_dfcee535", "ontvangst")
_PDF = ("http://publications.europa.eu/resource/authority/file-type/PDF", "pdf")


def address(site: Site, pad: str) -> str:
    """Return the whole address of a file on the site."""
    return f"{site.basis.rstrip('/')}/{quote(pad)}"


def write_nieuws(site: Site) -> bytes:
    """Return the feed: a message for each meeting, with the moment at which it was put on the site first."""
    rss = ET.Element("rss", version="2.0")
    kanaal = ET.SubElement(rss, "channel")
    ET.SubElement(kanaal, "title").text = site.naam
    ET.SubElement(kanaal, "link").text = address(site, "index.html")
    ET.SubElement(kanaal, "description").text = f"Nieuwe vergaderingen op {site.naam}"
    ET.SubElement(kanaal, "language").text = "nl"
    for blad in site.bladen[:_MEESTE]:
        bericht = ET.SubElement(kanaal, "item")
        opname = blad.opname
        ET.SubElement(bericht, "title").text = f"{opname.gremium.naam}, {lang(opname.vergadering.datum)}"
        ET.SubElement(bericht, "link").text = address(site, f"{blad.map}/index.html")
        ET.SubElement(bericht, "guid", isPermaLink="false").text = opname.vergadering.id
        ET.SubElement(bericht, "pubDate").text = format_datetime(blad.geplaatst.astimezone(UTC))
    return _bytes(rss)


def write_sitemap(site: Site, paden: Iterable[str]) -> bytes:
    """Return the list of pages and papers of the site."""
    ET.register_namespace("", _SITEMAP)
    lijst = ET.Element(f"{{{_SITEMAP}}}urlset")
    for pad in sorted(pad for pad in paden if pad.endswith((".html", ".pdf"))):
        ET.SubElement(ET.SubElement(lijst, f"{{{_SITEMAP}}}url"), f"{{{_SITEMAP}}}loc").text = address(site, pad)
    return _bytes(lijst)


def write_diwoo(site: Site) -> bytes:
    """Return the list of papers with what the law on open government asks to tell of each (L5; Woo 3.3, 2c).

    Source: DiWoo metadata 0.9.8. The address of the publisher in TOOI is not known here, and stays out.
    """
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("diwoo", _DIWOO)
    lijst = ET.Element(f"{{{_SITEMAP}}}urlset")
    for blad in site.bladen:
        for deel in blad.plan.onderdelen:
            if deel.stuk_id is not None and blad.adres(deel) and blad.bestand(deel).endswith(".pdf"):
                url = ET.SubElement(lijst, f"{{{_SITEMAP}}}url")
                ET.SubElement(url, f"{{{_SITEMAP}}}loc").text = address(site, f"{blad.map}/{blad.bestand(deel)}")
                _diwoo(url, blad, deel)
    return _bytes(lijst)


def _diwoo(url: ET.Element, blad: Vergaderblad, deel: Onderdeel) -> None:
    versie = blad.opname.versies.get(deel.stuk_id or "")
    moment = versie.ontvangen if versie is not None else blad.geplaatst
    document = ET.SubElement(ET.SubElement(url, f"{{{_DIWOO}}}Document"), f"{{{_DIWOO}}}DiWoo")
    _zet(document, "creatiedatum", moment.date().isoformat())
    _zet(document, "publisher", blad.opname.gremium.naam)
    _zet(document, "format", _PDF[1], _PDF[0])
    collectie = _zet(_zet(document, "classificatiecollectie"), "informatiecategorieen")
    _zet(collectie, "informatiecategorie", _CATEGORIE[1], _CATEGORIE[0])
    handeling = _zet(_zet(document, "documenthandelingen"), "documenthandeling")
    _zet(handeling, "soortHandeling", _ONTVANGST[1], _ONTVANGST[0])
    _zet(handeling, "atTime", moment.isoformat(timespec="seconds"))
    _zet(_zet(document, "titelcollectie"), "officieleTitel", deel.titel)


def _zet(ouder: ET.Element, naam: str, tekst: str = "", bron: str = "") -> ET.Element:
    """Put an element of DiWoo, with the address of its term where there is one."""
    el = ET.SubElement(ouder, f"{{{_DIWOO}}}{naam}", {"resource": bron} if bron else {})
    el.text = tekst or None
    return el


def _bytes(wortel: ET.Element) -> bytes:
    ET.indent(wortel)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(wortel, encoding="unicode")}\n'.encode()
