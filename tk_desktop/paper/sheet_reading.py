"""Rows of a workbook (.xlsx) as texts: what its cells show as they were kept, without computing anything."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from tk_desktop.paper.office_package import check_package
from tk_desktop.paper.sheet_formats import Vorm, formats, shown
from tk_desktop.paper.word_package import ZIPFOUTEN, BoundedFile, WordBeschadigd, WordPackage
from tk_desktop.paper.word_xml import Element

T = TypeVar("T")

MEESTE_RIJEN, MEESTE_KOLOMMEN = 5_000, 100
"""Rows and columns of a sheet that are read; a budget of a board has fewer."""
_BOEK, _GEDEELD = "xl/workbook.xml", "xl/sharedStrings.xml"
_PLEK = re.compile(r"([A-Z]{1,3})(\d+)")
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Werkblad(NamedTuple):
    """A sheet by name with its rows from the first on; every row is as long as its last filled cell."""

    naam: str
    rijen: tuple[tuple[str, ...], ...]


class _Inhoud(NamedTuple):
    """What the cells of a workbook point to: the texts they share, and the form of each style."""

    gedeeld: Sequence[str]
    vormen: Sequence[Vorm]


def read_sheets(bron: Path) -> tuple[Werkblad, ...]:
    """Return the sheets of a workbook in their order; raises what ``check_package`` raises, or ``WordBeschadigd``."""
    check_package(bron)
    try:
        with BoundedFile(bron) as stroom, zipfile.ZipFile(stroom) as archief:
            pak = WordPackage(archief, bron.name)
            inhoud = _Inhoud(_shared(pak), formats(pak, _BOEK))
            return tuple(Werkblad(naam, tuple(_rows(pak, deel, inhoud))) for naam, deel in _sheets(pak))
    except ZIPFOUTEN as fout:
        raise WordBeschadigd(bestand=bron.name) from fout


def _shared(pak: WordPackage) -> list[str]:
    boom = pak.xml(_GEDEELD)
    return [] if boom is None else [_text(een) for een in boom.iterfind("{*}si")]


def _text(element: Element) -> str:
    return "".join(een.text or "" for een in element.iter("{*}t"))


def _sheets(pak: WordPackage) -> Iterator[tuple[str, str]]:
    """Yield each sheet by name and the part of the package that it stands in."""
    boek = pak.xml(_BOEK)
    relaties = pak.relations(_BOEK)
    for blad in boek.iter("{*}sheet") if boek is not None else ():
        relatie = relaties.get(blad.get(_REL, ""))
        if relatie is not None and not relatie.buiten:
            yield blad.get("name", ""), relatie.doel


def _rows(pak: WordPackage, deel: str, inhoud: _Inhoud) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a sheet; one in which nothing stands need not be in the file, and is empty here."""
    boom = pak.xml(deel)
    aantal = 0
    for rij in boom.iter("{*}row") if boom is not None else ():
        nummer = int(rij.get("r", "")) if rij.get("r", "").isdigit() else aantal + 1
        while aantal + 1 < min(nummer, MEESTE_RIJEN):
            aantal += 1
            yield ()
        if aantal >= MEESTE_RIJEN:
            return
        aantal += 1
        cellen: dict[int, str] = {}
        for volgend, cel in enumerate(rij.iterfind("{*}c")):
            plek = _PLEK.fullmatch(cel.get("r", ""))
            kolom = _column(plek[1]) if plek else volgend
            tekst = _cell(cel, inhoud)
            if tekst and kolom < MEESTE_KOLOMMEN:
                cellen[kolom] = tekst
        yield tuple(cellen.get(kolom, "") for kolom in range(max(cellen, default=-1) + 1))


def _cell(cel: Element, inhoud: _Inhoud) -> str:
    """Return what a cell shows: its text, its yes or no, or its number in the form of its style."""
    soort = cel.get("t", "n")
    if soort == "inlineStr":
        return _text(cel).strip()
    waarde = (cel.findtext("{*}v") or "").strip()
    if soort == "s":
        return _at(inhoud.gedeeld, waarde, "").strip()
    if soort == "n":
        vorm = _at(inhoud.vormen, cel.get("s", "0"), Vorm())
        return shown(waarde, vorm.code, vanaf_1904=vorm.vanaf_1904)
    if soort == "b":
        return "WAAR" if waarde == "1" else "ONWAAR"
    return waarde


def _at(rij: Sequence[T], plek: str, anders: T) -> T:
    """Return what a cell points to, or ``anders`` where it points nowhere."""
    return rij[int(plek)] if plek.isdigit() and int(plek) < len(rij) else anders


def _column(letters: str) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer - 1
