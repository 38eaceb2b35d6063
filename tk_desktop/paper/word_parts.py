"""The parts around the text of a Word document: page, header, footer, settings and properties."""

import datetime
from dataclasses import dataclass

from lxml import etree

from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.styles import ROOD
from tk_desktop.paper.word_styles import styles_part, word_colour
from tk_desktop.paper.word_xml import (
    RELATIE,
    Element,
    Relations,
    el,
    package_root,
    picture,
    picture_file,
    q,
    root,
    run,
    serialize,
    simple_field,
    tab,
    twips,
    zuiver,
)

_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KERN = {
    "cp": f"{_PAKKET}/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_RANDEN = (("header", "first", 1), ("header", "default", 2), ("footer", "first", 1), ("footer", "default", 2))
_KORT, _LANG = 11906, 16838
"""The sides of A4 in twentieths of a point."""
_RAND_MM = 12.5
"""From the edge of the paper to the header and the footer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFrame:
    """What holds for a whole document."""

    titel: str
    huisstijl: Huisstijl
    taal: str
    auteur: str
    datum: datetime.date
    voettekst: str
    merken: tuple[str, ...] = ()
    liggend: bool = False


def frame_parts(kader: PartFrame, relaties: Relations) -> tuple[list[tuple[str, bytes]], Element]:
    """Return the parts that stand before the text in the package, and the section that ends the text."""
    huisstijl = kader.huisstijl
    eerste = Relations()
    delen = [
        ("[Content_Types].xml", _content_types()),
        ("_rels/.rels", _package_relations()),
        ("docProps/core.xml", _core(kader)),
        ("docProps/app.xml", _app(kader)),
        ("word/styles.xml", serialize(styles_part(huisstijl, kader.taal, liggend=kader.liggend))),
        ("word/settings.xml", serialize(_settings(kader.taal))),
        ("word/header1.xml", serialize(root("w:hdr", _letterhead(huisstijl, eerste)))),
        ("word/header2.xml", serialize(root("w:hdr", _running_title(kader.titel)))),
        ("word/footer1.xml", serialize(root("w:ftr", _footer(kader.voettekst), *map(_mark, kader.merken)))),
        ("word/footer2.xml", serialize(root("w:ftr", _footer(kader.voettekst), *map(_mark, kader.merken)))),
    ]
    if huisstijl.logo:
        delen.append(("word/_rels/header1.xml.rels", eerste.part()))
        delen.append((f"word/{_logo_name(huisstijl)}", picture_file(huisstijl.logo)[0]))
    relaties.add(f"{RELATIE}/styles", "styles.xml")
    relaties.add(f"{RELATIE}/numbering", "numbering.xml")
    relaties.add(f"{RELATIE}/settings", "settings.xml")
    return delen, _section(kader, relaties)


def _section(kader: PartFrame, relaties: Relations) -> Element:
    huisstijl, sectie = kader.huisstijl, el("w:sectPr")
    for deel, soort, nummer in _RANDEN:
        verwijzing = el(f"w:{deel}Reference", type=soort)
        verwijzing.set(q("r:id"), relaties.add(f"{RELATIE}/{deel}", f"{deel}{nummer}.xml"))
        sectie.append(verwijzing)
    sectie.extend(
        [
            el("w:pgSz", w=_LANG, h=_KORT, orient="landscape") if kader.liggend else el("w:pgSz", w=_KORT, h=_LANG),
            el(
                "w:pgMar",
                top=twips(huisstijl.marge_boven),
                right=twips(huisstijl.marge_rechts),
                bottom=twips(huisstijl.marge_onder),
                left=twips(huisstijl.marge_links),
                header=twips(_RAND_MM),
                footer=twips(_RAND_MM),
                gutter=0,
            ),
            el("w:cols", space=708),
            el("w:titlePg"),
        ]
    )
    return sectie


def _letterhead(huisstijl: Huisstijl, relaties: Relations) -> Element:
    """Make the header of the first page: the logo at the right, or else the name of the organisation."""
    alinea = el("w:p", el("w:pPr", el("w:pStyle", val="Header")))
    if huisstijl.logo:
        _, _, vorm = picture_file(huisstijl.logo)
        maat = (huisstijl.logo_breedte, huisstijl.logo_breedte * vorm)
        relatie = relaties.add(f"{RELATIE}/image", _logo_name(huisstijl))
        alinea.append(picture(relatie, 1, maat, huisstijl.logo_tekst))
    elif huisstijl.organisatie:
        alinea.append(run(huisstijl.organisatie, el("w:b"), el("w:color", val=word_colour(huisstijl.kleur_accent))))
    return alinea


def _logo_name(huisstijl: Huisstijl) -> str:
    return f"media/logo.{picture_file(huisstijl.logo)[1] if huisstijl.logo else 'png'}"


def _running_title(titel: str) -> Element:
    return el("w:p", el("w:pPr", el("w:pStyle", val="Header")), simple_field("TITLE", titel) if titel else None)


def _footer(voettekst: str) -> Element:
    return el(
        "w:p",
        el("w:pPr", el("w:pStyle", val="Footer")),
        run(voettekst),
        tab(),
        run("Pagina "),
        simple_field("PAGE", "1"),
        run(" van "),
        simple_field("NUMPAGES", "1"),
    )


def _mark(merk: str) -> Element:
    """Make a line that every page must bear, in the red of ``paper.marks``."""
    alinea = el("w:p", el("w:pPr", el("w:pStyle", val="Footer"), el("w:jc", val="center")))
    alinea.append(run(merk, el("w:color", val="".join(f"{round(deel * 255):02X}" for deel in ROOD))))
    return alinea


def _settings(taal: str) -> Element:
    office = "http://schemas.microsoft.com/office/word"
    return root(
        "w:settings",
        el("w:zoom", percent=100),
        el("w:defaultTabStop", val=twips(10)),
        el("w:characterSpacingControl", val="doNotCompress"),
        el("w:compat", el("w:compatSetting", name="compatibilityMode", uri=office, val=15)),
        el("w:themeFontLang", val=taal, eastAsia=taal),
        el("w:decimalSymbol", val=","),
        el("w:listSeparator", val=";"),
    )


def _content_types() -> bytes:
    ns = f"{_PAKKET}/content-types"
    wortel = package_root("Types", ns)
    vast = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
    }
    for achtervoegsel, soort in vast.items():
        etree.SubElement(wortel, f"{{{ns}}}Default", {"Extension": achtervoegsel, "ContentType": soort})
    delen = {
        "/word/document.xml": f"{_SOORT}.document.main+xml",
        "/word/styles.xml": f"{_SOORT}.styles+xml",
        "/word/numbering.xml": f"{_SOORT}.numbering+xml",
        "/word/settings.xml": f"{_SOORT}.settings+xml",
        "/word/header1.xml": f"{_SOORT}.header+xml",
        "/word/header2.xml": f"{_SOORT}.header+xml",
        "/word/footer1.xml": f"{_SOORT}.footer+xml",
        "/word/footer2.xml": f"{_SOORT}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    for naam, soort in delen.items():
        etree.SubElement(wortel, f"{{{ns}}}Override", {"PartName": naam, "ContentType": soort})
    return serialize(wortel)


def _package_relations() -> bytes:
    relaties = Relations()
    relaties.add(f"{RELATIE}/officeDocument", "word/document.xml")
    relaties.add(f"{_PAKKET}/relationships/metadata/core-properties", "docProps/core.xml")
    relaties.add(f"{RELATIE}/extended-properties", "docProps/app.xml")
    return relaties.part()


def _core(kader: PartFrame) -> bytes:
    wortel = etree.Element(f"{{{_KERN['cp']}}}coreProperties", nsmap=_KERN)

    def zet(prefix: str, naam: str, waarde: str) -> Element:
        kind = etree.SubElement(wortel, f"{{{_KERN[prefix]}}}{naam}")
        kind.text = zuiver(waarde)
        return kind

    zet("dc", "title", kader.titel)
    zet("dc", "creator", kader.auteur)
    zet("cp", "lastModifiedBy", kader.auteur)
    zet("dc", "language", kader.taal)
    for naam in ("created", "modified"):
        moment = zet("dcterms", naam, f"{kader.datum.isoformat()}T00:00:00Z")
        moment.set(f"{{{_KERN['xsi']}}}type", "dcterms:W3CDTF")
    return serialize(wortel)


def _app(kader: PartFrame) -> bytes:
    ns = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    wortel = package_root("Properties", ns)
    etree.SubElement(wortel, f"{{{ns}}}Company").text = zuiver(kader.huisstijl.organisatie)
    return serialize(wortel)
