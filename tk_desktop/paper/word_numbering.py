"""The styles and numbering of a received Word file, as far as they say what a paragraph is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tk_desktop.paper.word_numbers import NIVEAUS, Niveau, Nummering
from tk_desktop.paper.word_xml import Element, q

_KOP = re.compile(r"(?:heading|kop)\s*([1-9])", re.I)


def child_value(element: Element | None, naam: str) -> str | None:
    """Return the ``w:val`` of a child, or None when there is no such child."""
    kind = None if element is None else element.find(q(naam))
    return None if kind is None else kind.get(q("w:val"), "")


def switched_on(element: Element | None, naam: str) -> bool | None:
    """Return whether an on/off property is on, or None when it is not set."""
    waarde = child_value(element, naam)
    return None if waarde is None else waarde not in ("0", "false", "off", "none")


def whole(tekst: str | None, anders: int) -> int:
    """Return a number of the file, or ``anders`` when it is missing or cannot be one."""
    if tekst is None or not re.fullmatch(r"-?[0-9]{1,9}", tekst):
        return anders
    return int(tekst)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alineastijl:
    """What a paragraph style says: its name, whether it is a heading, its numbering and its letters."""

    naam: str
    kop: int | None = None
    nummer: int | None = None
    niveau: int | None = None
    vet: bool = False
    cursief: bool = False


class Styles:
    """The styles of one document."""

    def __init__(self, wortel: Element | None) -> None:
        stijlen = [] if wortel is None else list(wortel.iter(q("w:style")))
        self._elementen = {stijl.get(q("w:styleId"), ""): stijl for stijl in stijlen}
        self._gewoon = next(
            (
                stijl.get(q("w:styleId"), "")
                for stijl in stijlen
                if stijl.get(q("w:type")) == "paragraph" and stijl.get(q("w:default")) in ("1", "true", "on")
            ),
            "",
        )
        self._alineas: dict[str, Alineastijl] = {}

    def paragraph(self, id_: str | None) -> Alineastijl:
        """Return a paragraph style; an unknown one bears its id as name."""
        id_ = self._gewoon if id_ is None else id_
        if id_ not in self._alineas:
            self._alineas[id_] = self._resolve(id_)
        return self._alineas[id_]

    def character(self, id_: str, naam: str) -> bool | None:
        """Return whether a character style switches a property on or off."""
        for stijl in self._chain(id_):
            waarde = switched_on(stijl.find(q("w:rPr")), naam)
            if waarde is not None:
                return waarde
        return None

    def numbering(self, id_: str) -> int:
        """Return the list a numbering style names, or 0."""
        for stijl in self._chain(id_):
            if (nummer := child_value(stijl.find(f"{q('w:pPr')}/{q('w:numPr')}"), "w:numId")) is not None:
                return whole(nummer, 0)
        return 0

    def _chain(self, id_: str) -> list[Element]:
        """Return a style and those it is based on; a circle ends where it closes."""
        keten: list[Element] = []
        while (stijl := self._elementen.get(id_)) is not None and stijl not in keten and len(keten) < 50:
            keten.append(stijl)
            id_ = child_value(stijl, "w:basedOn") or ""
        return keten

    def _resolve(self, id_: str) -> Alineastijl:
        keten = self._chain(id_)
        nummer = niveau = None
        aan: dict[str, bool] = {}
        for stijl in keten:
            nummering = stijl.find(f"{q('w:pPr')}/{q('w:numPr')}")
            if nummering is not None:
                nummer = nummer if nummer is not None else _optional(child_value(nummering, "w:numId"))
                niveau = niveau if niveau is not None else _optional(child_value(nummering, "w:ilvl"))
            for naam in ("w:b", "w:i"):
                waarde = switched_on(stijl.find(q("w:rPr")), naam)
                if waarde is not None:
                    aan.setdefault(naam, waarde)
        return Alineastijl(
            naam=(child_value(keten[0], "w:name") or id_) if keten else id_ or "Normal",
            kop=_heading(keten),
            nummer=nummer,
            niveau=niveau,
            vet=aan.get("w:b", False),
            cursief=aan.get("w:i", False),
        )


def read_numbering(wortel: Element | None, styles: Styles) -> Mapping[int, Nummering]:
    """Return the lists of ``numbering.xml`` by their number."""
    if wortel is None:
        return {}
    bases = {whole(basis.get(q("w:abstractNumId")), -1): basis for basis in wortel.iter(q("w:abstractNum"))}
    nummers = {whole(num.get(q("w:numId")), 0): num for num in wortel.iter(q("w:num"))}
    uit = {}
    for id_, num in nummers.items():
        basis = whole(child_value(num, "w:abstractNumId"), -1)
        anders = child_value(bases.get(basis), "w:numStyleLink")
        if anders:
            basis = whole(child_value(nummers.get(styles.numbering(anders)), "w:abstractNumId"), basis)
        niveaus, starts = _levels(bases.get(basis)), {}
        for afwijking in num.iter(q("w:lvlOverride")):
            niveau = whole(afwijking.get(q("w:ilvl")), -1)
            if not 0 <= niveau < NIVEAUS:
                continue
            if (eigen := afwijking.find(q("w:lvl"))) is not None:
                niveaus[niveau] = _level(eigen)
            if (start := child_value(afwijking, "w:startOverride")) is not None:
                starts[niveau] = whole(start, 1)
        uit[id_] = Nummering(id=id_, basis=basis, niveaus=tuple(niveaus), starts=starts)
    return uit


def _optional(tekst: str | None) -> int | None:
    return None if tekst is None else whole(tekst, 0)


def _heading(keten: list[Element]) -> int | None:
    """Return the heading level of a style: 0 for the title, None for running text."""
    for stijl in keten:
        overzicht = child_value(stijl.find(q("w:pPr")), "w:outlineLvl")
        naam = (child_value(stijl, "w:name") or "").strip()
        if naam.lower() in ("title", "titel"):
            return 0
        if treffer := _KOP.fullmatch(naam):
            return int(treffer[1])
        if overzicht is not None:
            niveau = whole(overzicht, 9)
            return niveau + 1 if 0 <= niveau < 9 else None
    return None


def _levels(basis: Element | None) -> list[Niveau]:
    niveaus = [Niveau()] * NIVEAUS
    for element in () if basis is None else basis.iter(q("w:lvl")):
        nummer = whole(element.get(q("w:ilvl")), -1)
        if 0 <= nummer < NIVEAUS:
            niveaus[nummer] = _level(element)
    return niveaus


def _level(element: Element) -> Niveau:
    herstart = child_value(element, "w:lvlRestart")
    return Niveau(
        soort=child_value(element, "w:numFmt") or "decimal",
        tekst=child_value(element, "w:lvlText") or "",
        start=whole(child_value(element, "w:start"), 1),
        herstart=None if herstart is None else whole(herstart, 0),
        decimaal=bool(switched_on(element, "w:isLgl")),
    )
