"""Text from the clipboard of Word, Excel or a browser, as the rich text that the house layout prints (C10).

Kept are paragraphs, headings, bold, italics, links, lists with their numbering and tables. Fonts, colours, pictures,
comments, hidden text and scripts go. The markup is read with an expression that looks at every character once, so that
a hostile clipboard costs no more time than a long one.
"""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Stukje, Tabel, gewoon, nest
from tk_desktop.intake.plakbouw import LANGSTE_TEKST, Bouwer, lijstmerk

MEESTE_TEKENS = 1_000_000
"""A clipboard with more markup is read as plain text."""
DIEPST = 200
"""Elements that stand deeper are read as if their tags were not there."""

_TEKEN = re.compile(r"<(/?)([a-zA-Z][\w:.-]*)([^<>]*)>|<!\[[^<>]*>|<[!?][^<>]*>|[^<]+|<")
_ATTRIBUUT = re.compile(r"([a-zA-Z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LANG_GETAL = re.compile(r"&#x?[0-9a-f]{8,};?", re.I)
_OVERGESLAGEN = {"head", "style", "script", "xml", "title", "template", "svg", "math", "object", "iframe", "textarea"}
_LEEG = {"br", "img", "hr", "meta", "link", "col", "input", "wbr", "base", "area", "embed", "source", "param"}
_VERBORGEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.I)
_GEWICHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(\w+)", re.I)
_HELLING = re.compile(r"(?<![\w-])font-style\s*:\s*(\w+)", re.I)
_PUNTREGEL = re.compile(r"([ \t]*)((?:\d+(?:\.\d+)*|[a-z])[.)]|\d+(?:\.\d+)+|[-•·*–▪o])[ \t]+(\S.*)")


def lees_html(tekst: str) -> tuple[Blok, ...]:
    """Return what a clipboard in HTML holds, as blocks; nothing when it holds no text. Never raises."""
    bouwer = Bouwer()
    if len(tekst) > MEESTE_TEKENS:
        return ()
    for soort, delen in groupby(_onderdelen(tekst), itemgetter(0)):
        if soort == "tekst":
            bouwer.tekst("".join(_ontcijferd(waarde) for _, _, waarde in delen))
            continue
        for _, naam, waarde in delen:
            if soort == "dicht":
                bouwer.sluit(naam)
            else:
                _open(bouwer, naam, waarde)
    return bouwer.klaar()


def lees_platte_tekst(tekst: str) -> tuple[Blok, ...]:
    """Return what a clipboard in plain text holds: tabs make a table, marks at the start of lines a list."""
    regels = [regel.rstrip() for regel in tekst[:LANGSTE_TEKST].replace("\0", "").splitlines()]
    gevuld = [regel for regel in regels if regel]
    if gevuld and all("\t" in regel.strip() or regel.count("\t") == gevuld[0].count("\t") > 0 for regel in gevuld):
        return _als_tabel(gevuld)
    return tuple(_regelblokken(regels))


def lees_kaal(tekst: str) -> tuple[Blok, ...]:
    """Return a plain text with every line a paragraph and nothing read into it (paste without layout)."""
    regels = tekst[:LANGSTE_TEKST].replace("\0", "").splitlines()
    return tuple(Alinea(gewoon(regel)) for regel in regels if regel.strip())


def _onderdelen(tekst: str) -> Iterator[tuple[str, str, str]]:
    """Yield texts, opening and closing tags, without comments and without elements that hold no text."""
    plek = 0
    while plek < len(tekst):
        if tekst.startswith("<!--", plek):
            einde = tekst.find("-->", plek)
            if einde < 0:
                return
            plek = einde + 3
            continue
        treffer = _TEKEN.match(tekst, plek)
        if treffer is None:
            return
        plek = treffer.end()
        naam = (treffer[2] or "").lower()
        if naam in _OVERGESLAGEN and not treffer[1] and not treffer[3].rstrip().endswith("/"):
            slot = re.compile(rf"</{re.escape(naam)}\b[^<>]*>", re.I).search(tekst, plek)
            if slot is None:
                return
            plek = slot.end()
        elif naam:
            yield ("dicht" if treffer[1] else "open"), naam, treffer[3]
        elif not treffer[0].startswith(("<!", "<?")):
            yield "tekst", "", treffer[0]


def _open(bouwer: Bouwer, naam: str, ruw: str) -> None:
    eigen = {deel[1].lower(): deel[2] or deel[3] or deel[4] or "" for deel in _ATTRIBUUT.finditer(ruw)}
    eigen = {sleutel: _ontcijferd(waarde) for sleutel, waarde in eigen.items()}
    stijl = eigen.get("style", "")
    if naam in _LEEG:
        bouwer.leeg(naam)
    elif bouwer.diepte < DIEPST:
        bouwer.open(
            naam,
            eigen,
            vet=_vet(naam, stijl),
            cursief=_cursief(naam, stijl),
            verborgen=bool(_VERBORGEN.search(stijl)),
        )
        if ruw.rstrip().endswith("/"):
            bouwer.sluit(naam)


def _vet(naam: str, stijl: str) -> bool | None:
    gewicht = _GEWICHT.search(stijl)
    if gewicht:
        return gewicht[1].lower() in {"bold", "bolder", "600", "700", "800", "900"}
    return True if naam in {"b", "strong"} else None


def _cursief(naam: str, stijl: str) -> bool | None:
    helling = _HELLING.search(stijl)
    if helling:
        return helling[1].lower() in {"italic", "oblique"}
    return True if naam in {"i", "em", "cite"} else None


def _ontcijferd(tekst: str) -> str:
    """Return a text with its entities read; a number no character has is nothing."""
    return html.unescape(_LANG_GETAL.sub("", tekst)) if "&" in tekst else tekst


def _als_tabel(regels: Sequence[str]) -> tuple[Blok, ...]:
    rijen = [[gewoon(cel) for cel in regel.split("\t")] for regel in regels]
    breedte = max(map(len, rijen))
    return (Tabel(tuple(tuple(rij + [()] * (breedte - len(rij))) for rij in rijen)),)


def _regelblokken(regels: Sequence[str]) -> Iterator[Blok]:
    punten: list[tuple[int, str, tuple[Stukje, ...]]] = []
    for regel in (*regels, ""):
        treffer = _PUNTREGEL.fullmatch(regel)
        if treffer and not re.match(r"\d+\.\d+ uur\b", regel.strip()):
            diepte = len(treffer[1].replace("\t", "    ")) // 2
            punten.append((diepte, lijstmerk(treffer[2]), gewoon(treffer[3])))
            continue
        if punten:
            yield Lijst(nest(punten))
            punten = []
        if regel.strip():
            yield Alinea(gewoon(regel))
