"""Core tasks in a paper: each part of an organisation has a table of bouwstenen, with own columns (catalogue 191-201).

The text of such a table runs cell after cell, over pages, with its headings again on each. A row begins with the number
that is next; its cells are told apart by ``bouwsteencellen``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tk_desktop.domain.kerntaken import Categorie
from tk_desktop.domain.programmalezing import Gelezenbouwsteen, Gelezenkerndeel
from tk_desktop.intake.bouwsteencellen import AFWEGING, FINANCIERING, PLEK, TOELICHTING, lees_cellen
from tk_desktop.intake.regels import Regel

AANVULLEND = "Aanvullend, geen kerntaak"
"""The group of tasks that a paper sets apart from the core tasks."""
ZONDER = "Kerntaken"
"""The part of bouwstenen that stand under no heading."""
_GENOEMD = re.compile(r"^\s*(?:#\s*)?Bouwsteen\s*(?:$|Inhoudelijke|Opmerking)", re.I | re.M)
_NAAM = re.compile(r"(?:bouwsteen|geen kerntaak(?: basispakket \(vrijwillig\))?)", re.I)
_KOLOMMEN = (
    ("Opmerking", re.compile(r"opmerking", re.I)),
    (TOELICHTING, re.compile(r"inhoudelijke duiding(?:/.*)?", re.I)),
    (AFWEGING, re.compile(r"afwegingskader", re.I)),
    (FINANCIERING, re.compile(r"(?:wijze van )?financiering", re.I)),
    ("Uitvoering door", re.compile(r"uitvoering door", re.I)),
    (PLEK, re.compile(r"regionaal/lokaal", re.I)),
)
_OPEEN = re.compile(r"#?\s*(?P<naam>bouwsteen) (?P<rest>(?:inhoudelijke duiding|opmerking).*)", re.I)
_KOPWOORD = re.compile(r"#|basispakket \(vrijwillig\)|uitvoering|door", re.I)
_PARAGRAAF = re.compile(r"(\d{1,2})\.(?:\d\s|\s)\s*\S")
_BEGIN = re.compile(r"1\.\s+(?:[A-Z]\.\s+)?(?:De wettelijke basis|Wettelijk|Introductie|Inleiding|Context)", re.I)
_NOOTREGEL = re.compile(r"\s*\d{1,2}\s+[A-ZÀ-Ý]")
_RIJ = re.compile(r"(\d{1,2})(\.)?(?:\s+(.*))?")
_BLADNUMMER = re.compile(r"\d{1,3}|https?://\S+")
_DEELWOORDEN = 4
_REGIONAAL = re.compile(
    r"verplicht(?:e taak)? voor (?:de )?gemeenten?,? (?:die|en) verplicht regionaal (?:moet worden belegd|beleggen)"
    r"|(?<!niet )verplicht (?:regionaal )?aan de \w+ zijn toegewezen|verplicht regionaal moeten uitvoeren",
    re.I,
)
_GEMEENTE = re.compile(
    r"verplichte taak voor (?:de )?gemeenten?(?!\S*,? van)|wettelijke taak voor gemeenten"
    r"|gemeenten? (?:in opdracht van het rijk )?verplicht moet(?:en)? \(laten\)",
    re.I,
)
_OPDRACHT = re.compile(
    r"gemeenten (?:\(collectief\) |maatwerk |specifieke )?opdracht (?:voor )?hebben gegeven"
    r"|\(collectief\) opdracht",
    re.I,
)
_GEEN = re.compile(r"gemeenten geen (?:expliciete )?opdracht", re.I)
_GEENPLICHT = re.compile(r"geen wettelijk verplichte taak[^.]*", re.I)


@dataclass(slots=True)
class _Rij:
    """The lines of one row, by page, as they are gathered."""

    nummer: str
    aanvullend: bool
    groep: str
    regel: int
    bladen: list[list[str]] = field(default_factory=lambda: [[]])


@dataclass(slots=True)
class _Tabel:
    """A table of a part: the headings of its columns and its rows."""

    aanvullend: bool
    kolommen: tuple[str, ...]
    met_punt: bool | None = None
    kop: str = ""
    rijen: list[_Rij] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelblad:
    """A part of an organisation as it stands in a paper: from which line to which."""

    deel: Gelezenkerndeel
    van: int
    tot: int


def noemt_bouwstenen(tekst: str) -> bool:
    """Tell whether a text has the headings of a table of bouwstenen."""
    return bool(_GENOEMD.search(tekst))


def vind_kerndelen(regels: Sequence[Regel]) -> tuple[Deelblad, ...]:
    """Return the parts of an organisation with their bouwstenen, in the order of the paper."""
    delen: dict[str, list[_Tabel]] = {}
    begin: dict[str, int] = {}
    plaats, naam, paragraaf = 0, "", 0
    while plaats < len(regels):
        nieuw = _part(regels, plaats)
        if nieuw:
            naam, begin[nieuw] = nieuw, plaats
        kop = _heading(regels, plaats)
        if kop is None:
            paragraaf = _section(regels[plaats]) or paragraaf
            plaats += 1
            continue
        plaats = _read_tables(regels, plaats, delen.setdefault(naam, []), paragraaf)
    grenzen = sorted(begin.values())
    uit = []
    for deel, gevonden in delen.items():
        van = begin.get(deel, 0)
        tot = next((grens for grens in grenzen if grens > van), len(regels))
        if any(tabel.rijen for tabel in gevonden):
            uit.append(Deelblad(deel=_deel(deel or ZONDER, gevonden), van=regels[van].nr, tot=regels[tot - 1].nr))
    return tuple(uit)


def _part(regels: Sequence[Regel], plaats: int) -> str:
    """Return the name of a part: the few words on a new page right above its first paragraph."""
    regel = regels[plaats]
    if not regel.opent_blad or len(regel.kaal.split()) > _DEELWOORDEN or _PARAGRAAF.match(regel.kaal):
        return ""
    volgende = next((een for een in regels[plaats + 1 : plaats + 6] if not een.leeg), None)
    return regel.kaal if volgende is not None and _BEGIN.match(volgende.kaal) else ""


def _section(regel: Regel) -> int:
    treffer = _PARAGRAAF.match(regel.kaal)
    return int(treffer[1]) if treffer else 0


def _heading(regels: Sequence[Regel], plaats: int) -> tuple[_Tabel, int] | None:
    """Return the table of which the headings begin here, and the first line behind them."""
    ineens = _OPEEN.fullmatch(regels[plaats].kaal)
    if ineens:
        kolommen = _columns(ineens["rest"])
        return _Tabel(aanvullend=False, kolommen=kolommen), plaats + 1
    woorden: list[str] = []
    naam = ""
    tot = plaats
    for hier in range(plaats, min(len(regels), plaats + 30)):
        kaal = regels[hier].kaal
        if not kaal:
            continue
        if _NAAM.fullmatch(kaal) and not naam:
            naam = kaal
        elif _KOPWOORD.fullmatch(kaal) or (naam and any(vorm.fullmatch(kaal) for _, vorm in _KOLOMMEN)):
            woorden.append(kaal)
        else:
            break
        tot = hier + 1
    kolommen = _columns(" ".join(woorden))
    if not naam or not kolommen:
        return None
    return _Tabel(aanvullend=naam.casefold().startswith("geen"), kolommen=kolommen), tot


def _columns(tekst: str) -> tuple[str, ...]:
    gevonden = [(treffer.start(), naam) for naam, vorm in _KOLOMMEN if (treffer := vorm.search(tekst))]
    return tuple(naam for _, naam in sorted(gevonden))


def _read_tables(regels: Sequence[Regel], plaats: int, tabellen: list[_Tabel], paragraaf: int) -> int:
    """Read the rows of the tables that follow each other in one paragraph, and return where they end."""
    hier: _Tabel | None = None
    while plaats < len(regels):
        kop = _heading(regels, plaats)
        if kop is not None:
            hier = _same(tabellen, kop[0])
            plaats = kop[1]
            _new_page(hier)
            continue
        regel = regels[plaats]
        assert hier is not None  # it begins at a heading
        begin = _RIJ.fullmatch(regel.kaal)
        if begin and _begins_row(hier, begin):
            hier.met_punt = hier.met_punt or bool(begin[2])
            rij = _Rij(nummer=begin[1], aanvullend=hier.aanvullend, groep=_group(hier), regel=regel.nr)
            rij.bladen[0].append(begin[3] or "")
            hier.rijen.append(rij)
        elif _ends(regel, paragraaf) or _part(regels, plaats):
            return plaats
        elif not _BLADNUMMER.fullmatch(regel.kaal):
            _add(hier, regel)
        plaats += 1
    return plaats


def _same(tabellen: list[_Tabel], gevonden: _Tabel) -> _Tabel:
    for tabel in tabellen:
        if tabel.aanvullend == gevonden.aanvullend:
            return tabel
    tabellen.append(gevonden)
    return gevonden


def _new_page(tabel: _Tabel) -> None:
    """Begin a page of the row that is being read; what stands above the headings there is a footnote."""
    if not tabel.rijen:
        return
    bladen = tabel.rijen[-1].bladen
    if len(bladen) > 1 and bladen[-1] and _NOOTREGEL.match(bladen[-1][0]):
        bladen.pop()
    if bladen[-1]:
        bladen.append([])


def _begins_row(tabel: _Tabel, begin: re.Match[str]) -> bool:
    verwacht = len(tabel.rijen) + 1
    return (
        int(begin[1]) == verwacht
        and (bool(begin[3]) or bool(begin[2]))
        and bool(tabel.met_punt or not begin[2] or not tabel.rijen)
    )


def _ends(regel: Regel, paragraaf: int) -> bool:
    kop = _PARAGRAAF.match(regel.kaal)
    onder = re.match(rf"{paragraaf}\.\d\s", regel.kaal)
    return bool(kop and int(kop[1]) == paragraaf + 1) or bool(onder and regel.kaal[2:3] != "1")


def _add(tabel: _Tabel, regel: Regel) -> None:
    if not tabel.rijen:
        tabel.kop = regel.kaal or tabel.kop
        return
    bladen = tabel.rijen[-1].bladen
    if regel.opent_blad and bladen[-1]:
        bladen.append([])
    bladen[-1].append(regel.tekst)


def _group(tabel: _Tabel) -> str:
    """Return the group of the row that begins now, and take its heading from the row before it.

    Only a table of which the first row has such a heading has groups.
    """
    if not tabel.rijen:
        return tabel.kop
    vorige = tabel.rijen[-1]
    if not tabel.rijen[0].groep:
        return ""
    blad = next((een for een in reversed(vorige.bladen) if any(regel.strip() for regel in een)), [])
    stukken = _chunks(blad)
    los = len(stukken) == 1 and blad is not vorige.bladen[0]
    achter = len(stukken) > 2 and not any(regel.startswith("•") for stuk in stukken[-2:] for regel in stuk)
    if (los or achter) and len(stukken[-1]) == 1 and not stukken[-1][0].endswith("."):
        for plaats in range(len(blad) - 1, -1, -1):
            if blad[plaats].strip():
                return " ".join(blad.pop(plaats).split())
    return vorige.groep


def _chunks(regels: Sequence[str]) -> list[list[str]]:
    uit: list[list[str]] = [[]]
    for regel in regels:
        if regel.strip():
            uit[-1].append(regel.strip())
        elif uit[-1]:
            uit.append([])
    return [stuk for stuk in uit if stuk]


def _deel(naam: str, gevonden: Sequence[_Tabel]) -> Gelezenkerndeel:
    kolommen = tuple(dict.fromkeys(kolom for tabel in gevonden for kolom in tabel.kolommen))
    stenen: list[Gelezenbouwsteen] = []
    for tabel in sorted(gevonden, key=lambda een: een.aanvullend):
        for rij, cellen in zip(
            tabel.rijen, lees_cellen([rij.bladen for rij in tabel.rijen], tabel.kolommen), strict=True
        ):
            categorie, twijfel = _category(dict(cellen.velden).get(AFWEGING, ""))
            if tabel.aanvullend and not categorie:
                categorie, twijfel = (
                    ("D", "") if _GEEN.search(" ".join(tekst for _, tekst in cellen.velden)) else ("C", "")
                )
            stenen.append(
                Gelezenbouwsteen(
                    nummer=rij.nummer,
                    naam=cellen.naam,
                    groep=AANVULLEND if rij.aanvullend else rij.groep,
                    categorie=categorie,
                    velden=cellen.velden,
                    regel=rij.regel,
                    twijfels=tuple(een for een in (cellen.twijfel, twijfel) if een),
                )
            )
    kolommen = tuple(dict.fromkeys((*kolommen, *(kolom for steen in stenen for kolom, _ in steen.velden))))
    return Gelezenkerndeel(naam=naam, kolommen=kolommen, bouwstenen=tuple(stenen))


def _category(tekst: str) -> tuple[str, str]:
    """Return on what ground a task is done as a paper says it; nothing, with the reason, where it says two or none."""
    if not tekst:
        return "", ""
    gronden = []
    over = _GEENPLICHT.sub("", tekst)
    for letter, vorm in (
        (Categorie.A, _REGIONAAL),
        (Categorie.B, _GEMEENTE),
        (Categorie.D, _GEEN),
        (Categorie.C, _OPDRACHT),
    ):
        if vorm.search(over):
            gronden.append(letter.value)
            over = vorm.sub("", over)
    if len(gronden) == 1:
        return gronden[0], ""
    if not gronden:
        return "", "het afwegingskader noemt geen van de vier gronden."
    return "", f"het afwegingskader noemt meer dan een grond ({' en '.join(sorted(gronden))})."
