"""What other programs follow: the news of a site (RSS 2.0), and its pages for search engines (sitemaps.org)."""

from collections.abc import Iterable
from datetime import UTC
from email.utils import format_datetime
from urllib.parse import quote
from xml.etree import ElementTree as ET

from tk_desktop.domain.datum import lang
from tk_desktop.extranet.stof import Site

_MEESTE = 50
"""Items in the feed; who follows it has the earlier ones."""
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


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


def _bytes(wortel: ET.Element) -> bytes:
    ET.indent(wortel)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(wortel, encoding="unicode")}\n'.encode()
