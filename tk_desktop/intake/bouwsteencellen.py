"""The cells of a row of bouwstenen, told apart in a text that gives them one after another.

Empty lines stand between cells, and between paragraphs too; so a name ends where a sentence begins, the weighing of a
task begins with words of its own, and the last columns are the last blocks. What is not certain is told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tk_desktop.intake.regels import samen

TOELICHTING = "Inhoudelijke duiding"
AFWEGING = "Afwegingskader"
FINANCIERING = "Financiering"
PLEK = "Regionaal of lokaal"
_PLEKKEN = ("Regionaal", "Lokaal")
_OMSCHRIJVINGEN = (TOELICHTING, "Opmerking")
_NAAMBREED = 40
"""Letters that a line of a name has at most: a longer line has the next cell in it."""
_BREEDSTE = 32
"""Letters of a line in the columns behind the description."""
_MEESTE_WOORDEN = 16
_WEEGT = re.compile(
    r"(?:Het (?:gaat|betreft)|Verplichte taak|Wettelijke taak|Dit (?:zijn taken|is geen|betreft een \w*opdracht)"
    r"|Een deel van de taken)\b"
)
_OPENT = re.compile(
    r"(?:De|Het|Een|In|Op|Dit|Deze|Er|Voor|Via|Vanaf|Om|We|Wij|Is|Doel|Door|Bij|Uit|Met|Als|Naast|Ook|Deelname|Inzet"
    r"|Uitvoeren|Zet|Betreft|Financiering:?|Ter|Functioneert|VTT)\b"
)
_PUNT = re.compile(r"\s*(?:[•\-–]|\d+\.\d+)\s")
_NOOT = re.compile(r"(?<=[a-z)])\d$")
_KOPPEL = re.compile(r"(?<=\w )- (?=[a-zà-ÿ])")
_HOOFDLETTER = re.compile(r"(?<=\s)(?=[A-ZÀ-Ý])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijcellen:
    """The cells of a row: its name, what stands in the other columns, and what is not certain."""

    naam: str
    velden: tuple[tuple[str, str], ...]
    twijfel: str = ""


def lees_cellen(rijen: Sequence[Sequence[Sequence[str]]], kolommen: Sequence[str]) -> list[Rijcellen]:
    """Return the cells of rows, each given as its lines by page.

    A value of the last column that one row tells apart is known in the others too.
    """
    eerste = [_row(bladen, kolommen, ()) for bladen in rijen]
    bekend = {dict(een.velden).get(kolommen[-1], "") for een in eerste if not een.twijfel} - {""}
    bekend |= set(_PLEKKEN) if kolommen[-1] == PLEK else set()
    waarden = sorted((een for een in bekend if len(een.split()) <= 4), key=len, reverse=True)
    return [_row(bladen, kolommen, waarden) for bladen in rijen]


def _row(bladen: Sequence[Sequence[str]], kolommen: Sequence[str], waarden: Sequence[str]) -> Rijcellen:
    vol = kolommen[0] not in _OMSCHRIJVINGEN
    naam, rest, twijfel = _name(bladen[0], vol=vol)
    blokken = _blocks(rest)
    naast = [blokken.pop(0)] if vol and blokken and rest[0] else []
    achter = [kolom for kolom in kolommen if kolom not in (*_OMSCHRIJVINGEN, AFWEGING)]
    omschrijving = next((kolom for kolom in kolommen if kolom in _OMSCHRIJVINGEN), "Toelichting")
    weging: list[str] = []
    begin = next((plek for plek, blok in enumerate(blokken) if _WEEGT.match(blok[0])), None)
    if begin is not None and AFWEGING in kolommen:
        staart = blokken[begin + 1 :] if achter else []
        weging = blokken[begin] if achter else [regel for blok in blokken[begin:] for regel in blok]
        blokken = blokken[:begin]
        while staart and len(staart) > len(achter) and samen(weging) and not staart[0][0][:1].isupper():
            weging = [*weging, *staart.pop(0)]
    else:
        staart = _tail(blokken, len(achter), vol=vol)
        blokken = blokken[: len(blokken) - len(staart)]
    verder = []
    for blad in bladen[1:]:
        hier = _blocks(blad)
        if weging and samen(weging)[-1:] != "." and hier and _is_narrow(hier[-1]) and hier[-1][0][:1].islower():
            weging = [*weging, *hier.pop()]
        verder += hier
    achteraan, vraag = _last_columns(staart, achter, waarden)
    if not staart and len(achter) > 1 and blokken:
        blokken[-1], achteraan = _cut_value(blokken[-1], achter, waarden)
        vraag = f"‘{achter[0]}’ is niet los van de toelichting te lezen."
    velden = {omschrijving: _text([*naast, *blokken, *verder]), AFWEGING: samen(weging), **achteraan}
    if AFWEGING in kolommen and not weging:
        vraag = "het afwegingskader is niet los van de toelichting te lezen."
    return Rijcellen(
        naam=naam,
        velden=tuple((kolom, velden[kolom]) for kolom in (*kolommen, "Toelichting") if velden.get(kolom)),
        twijfel=twijfel or vraag,
    )


def _cut_value(blok: list[str], kolommen: Sequence[str], waarden: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Take a known value of the last column from the end of a block, where it stands there."""
    for waarde in waarden:
        if blok[-1].endswith(f" {waarde}"):
            return [*blok[:-1], blok[-1].removesuffix(waarde).strip()], {kolommen[-1]: waarde}
    return blok, {}


def _name(regels: Sequence[str], *, vol: bool) -> tuple[str, list[str], str]:
    """Return the name, the lines behind it, and what is uncertain; ``vol``: the first cell tells all there is."""
    delen: list[str] = []
    plek = 0
    while plek < len(regels):
        regel = regels[plek].strip()
        if not regel:
            if delen and (regels[plek] or plek + 1 >= len(regels) or not _goes_on(delen, regels[plek + 1 :])):
                break
            plek += 1
            continue
        if delen and (_OPENT.match(regel) or _PUNT.match(regel) or (len(regel) > _NAAMBREED and not vol)):
            break
        if _PUNT.search(regel) and not vol and "•" in regel:
            voor, _, na = regel.partition("•")
            return _clean([*delen, voor]), [f"• {na.strip()}", *regels[plek + 1 :]], ""
        if len(regel) > _NAAMBREED + 5 and not vol:
            voor, na, zeker = _split(regel)
            return _clean([*delen, voor]), [na, *regels[plek + 1 :]], "" if zeker else _EEN_REGEL
        if "  " in regel and not vol:
            voor, _, na = regel.partition("  ")
            return _clean([*delen, voor]), [na.strip(), *regels[plek + 1 :]], ""
        delen.append(regel)
        plek += 1
        if regel.endswith("."):
            break
    heel = samen(delen)
    kort, punt, rest = heel.partition("; " if vol and "; " in heel else ". ")
    if punt and len(kort.split()) <= _MEESTE_WOORDEN:
        return _clean([kort]), [rest, *regels[plek:]], ""
    return _clean([heel]), list(regels[plek:]), ""


_EEN_REGEL = "de naam en de toelichting staan op één regel."


def _goes_on(delen: Sequence[str], verder: Sequence[str]) -> bool:
    """Tell whether a name goes on behind an empty line: with a short line, and the description behind that."""
    if len(delen) > 1 or not verder:
        return False
    regel = verder[0].strip()
    if delen[0].endswith((" en", ",")) and regel:
        return True
    if not regel or len(regel) > _NAAMBREED / 2 or _OPENT.match(regel) or _PUNT.match(regel):
        return False
    return (
        regel[:1].islower()
        or regel[:1] == "("
        or (len(verder) > 1 and bool(_OPENT.match(verder[1].strip())))
        or not delen[0].strip()
    )


def _split(regel: str) -> tuple[str, str, bool]:
    """Split a line that holds a name and the first words of a sentence; tell whether the place is certain."""
    plekken = [treffer.start() for treffer in _HOOFDLETTER.finditer(regel) if treffer.start() <= _NAAMBREED]
    for plek in plekken:
        woord, vorige = regel[plek:].split(maxsplit=1)[0], regel[:plek].rsplit(maxsplit=1)[-1]
        if _OPENT.match(regel[plek:]) or woord.strip("()") == vorige.strip("()"):
            return regel[:plek].strip(), regel[plek:], True
    gevolgd = [plek for plek in plekken if regel[plek:].split()[1:2] and regel[plek:].split()[1][:1].islower()]
    if gevolgd:
        return regel[: gevolgd[-1]].strip(), regel[gevolgd[-1] :], False
    return regel, "", False


def _clean(delen: Sequence[str]) -> str:
    return _NOOT.sub("", _KOPPEL.sub("-", samen(delen)).strip().rstrip(".:;").strip())


def _blocks(regels: Sequence[str]) -> list[list[str]]:
    """Return the lines between empty ones; a line of one space is an empty paragraph in a cell and parts nothing."""
    uit: list[list[str]] = [[]]
    for regel in regels:
        if regel.strip():
            uit[-1].append(regel.strip())
        elif not regel and uit[-1]:
            uit.append([])
    return [blok for blok in uit if blok]


def _tail(blokken: Sequence[list[str]], aantal: int, *, vol: bool) -> list[list[str]]:
    """Return the blocks of the last columns, none part of a list; one stays for the description (not ``vol``)."""
    uit: list[list[str]] = []
    for blok in reversed(blokken):
        if len(uit) == aantal or any(_PUNT.match(regel) for regel in blok):
            break
        uit.insert(0, blok)
    return uit if vol or len(uit) < len(blokken) else uit[1:]


def _is_narrow(blok: Sequence[str]) -> bool:
    return len(blok) > 1 and all(len(regel) <= _BREEDSTE and not _PUNT.match(regel) for regel in blok)


def _last_columns(
    blokken: Sequence[list[str]], kolommen: Sequence[str], waarden: Sequence[str]
) -> tuple[dict[str, str], str]:
    """Return what stands in the columns behind the weighing, and what is not certain of it."""
    if not kolommen or not blokken:
        return {}, ""
    if len(kolommen) == 1:
        return {kolommen[0]: _text(blokken)}, ""
    if len(blokken) >= len(kolommen):
        return {kolommen[0]: _text(blokken[:-1]), kolommen[-1]: samen(blokken[-1])}, ""
    heel = _text(blokken)
    for waarde in waarden:
        if heel.endswith(waarde):
            over = heel.removesuffix(waarde).strip()
            return {kolommen[0]: over, kolommen[-1]: waarde}, ""
    return {kolommen[0]: heel}, f"‘{kolommen[0]}’ en ‘{kolommen[-1]}’ zijn niet uit elkaar te lezen."


def _text(blokken: Sequence[Sequence[str]]) -> str:
    """Return blocks as text: the points of a list each on a line."""
    uit: list[list[str]] = []
    for blok in blokken:
        for regel in blok:
            if _PUNT.match(regel) or not uit:
                uit.append([])
            uit[-1].append(regel)
    return "\n".join(samen(deel) for deel in uit)
