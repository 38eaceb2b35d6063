"""Reads what was decided on an item in a Word file: what was said, the besluiten, and who does what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.opmaak import Stukje, samenvoegen
from tk_desktop.intake.lezing import GelezenActie, GelezenBesluit
from tk_desktop.intake.verslagzinnen import dag_in, splits_zinnen, uitkomst_van
from tk_desktop.intake.wordblokken import opmaak, regels_van, woorden
from tk_desktop.paper.word_reading import WordAlinea, WordBlok

_BESLUIT = re.compile(r"(?:[A-Z][\w.& ]{0,60}-\s*)?besluit\s*:\s*(?P<tekst>.*)", re.I | re.S)
_EIGEN_BESLUIT = re.compile(r"\S.*-besluit:\s*", re.S)
_ACTIE = re.compile(
    r"(?P<soort>actie|toezegging)(?:punt)?\s*:\s*(?P<tekst>.+?)(?:\s*\(vóór (?P<voor>\d{1,2}-\d{1,2}-\d{4})\))?"
    r"(?P<dicht>\s*\(besloten\))?\.?",
    re.I | re.S,
)
_DICHT = re.compile(r"\s*\(besloten\)\s*$", re.I)
_DEEL = re.compile(r"besloten(?: deel| gedeelte)?\s*:", re.I)
_MINDERHEID = re.compile(r"minderheidsstandpunt\s*:\s*(.*)", re.I | re.S)
_NA_BESLUIT = re.compile(
    r".{1,200} verlaat(?: om \d{1,2}[.:]\d{2} uur)? de vergadering\.|Dit besluit komt in de plaats van besluit.*", re.S
)
_MET_DAG = re.compile(r"(?P<naam>[^,]+),\s*(?:(?:vóór|voor|uiterlijk|op|per)\s+)?(?P<dag>[^,]*\d{4})")
_NIEMAND = frozenset({"", "-", "–", "—"})


@dataclass(slots=True)
class Beslissing:
    """A cell of what was decided, taken apart; ``vragen`` are what a person should look at."""

    besproken: list[WordBlok] = field(default_factory=list)
    besloten_deel: list[WordBlok] = field(default_factory=list)
    besluiten: tuple[GelezenBesluit, ...] = ()
    acties: tuple[GelezenActie, ...] = ()
    vragen: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Besluit:
    """A besluit while the blocks under it are gathered."""

    woorden: str
    besloten: bool
    blokken: list[WordBlok] = field(default_factory=list)
    minderheid: str = ""


def lees_beslissing(
    cel: Sequence[WordBlok], actiecel: Sequence[WordBlok], datum: date | None, *, eigen: bool
) -> Beslissing:
    """Return what a cell tells, with the cell of who does something beside it.

    What stands under ‘Besloten:’ and is no action or besluit stays closed: too much rather than too little.
    """
    uit = Beslissing()
    besluiten: list[_Besluit] = []
    regels: list[GelezenActie] = []
    doel = uit.besproken
    for blok in cel:
        tekst = woorden(blok)
        if (nieuw := _opent_besluit(blok, eigen=eigen)) is not None:
            besluiten.append(nieuw)
            doel = nieuw.blokken
        elif (actie := _ACTIE.fullmatch(tekst)) is not None:
            regels.append(_actie(actie))
        elif besluiten and (minder := _MINDERHEID.fullmatch(tekst)) is not None:
            besluiten[-1].minderheid = minder[1].strip()
        elif _DEEL.fullmatch(tekst):
            doel = uit.besloten_deel
        else:
            doel = uit.besproken if besluiten and _NA_BESLUIT.fullmatch(tekst) else doel
            doel.append(blok)
    uit.besluiten = tuple(_gelezen(besluit, eigen=eigen) for besluit in besluiten)
    uit.acties = _met_eigenaars(uit, regels, actiecel, datum)
    return uit


def _opent_besluit(blok: WordBlok, *, eigen: bool) -> _Besluit | None:
    """Return the besluit that a paragraph opens; our own has its label in bold, others have it by its words."""
    if not isinstance(blok, WordAlinea):
        return None
    tekst = woorden(blok)
    if eigen:
        label, *rest = blok.stukjes or (Stukje(tekst=""),)
        if not (label.vet and _EIGEN_BESLUIT.fullmatch(label.tekst)):
            return None
        tekst = samenvoegen(rest).strip()
    elif (treffer := _BESLUIT.fullmatch(tekst)) is not None:
        tekst = treffer["tekst"]
    else:
        return None
    return _Besluit(woorden=_DICHT.sub("", tekst).strip(), besloten=_DICHT.search(tekst) is not None)


def _gelezen(besluit: _Besluit, *, eigen: bool) -> GelezenBesluit:
    """Return a besluit with its words: those under the label where our own paper has them, else all of them."""
    onder = opmaak(besluit.blokken, eigen=eigen)
    plat = " ".join(regels_van(besluit.blokken))
    uitkomst = uitkomst_van(besluit.woorden or plat)
    woorden_ = onder if eigen and onder else "\n\n".join(filter(None, [besluit.woorden, onder]))
    return GelezenBesluit(uitkomst=uitkomst, tekst=woorden_, minderheid=besluit.minderheid, besloten=besluit.besloten)


def _actie(treffer: re.Match[str]) -> GelezenActie:
    return GelezenActie(
        door="",
        tekst=treffer["tekst"].strip(),
        voor=lees_datum(treffer["voor"] or ""),
        toezegging=treffer["soort"].lower() == "toezegging",
        besloten=treffer["dicht"] is not None,
    )


def _met_eigenaars(
    uit: Beslissing, regels: Sequence[GelezenActie], cel: Sequence[WordBlok], datum: date | None
) -> tuple[GelezenActie, ...]:
    """Put who does something with what is to be done.

    The last names go with the lines that say it, the others with the sentence that names them, else the last one.
    """
    namen = ["" if naam.strip() in _NIEMAND else naam.strip() for naam in regels_van(cel)]
    vrij, bij_regels = namen[: len(namen) - len(regels)], namen[max(len(namen) - len(regels), 0) :]
    uit_tekst = []
    zinnen = [zin for regel in regels_van(uit.besproken) for zin in splits_zinnen(regel)]
    for tekst in vrij:
        naam, voor = _naam_en_dag(tekst)
        zin = next((zin for zin in reversed(zinnen) if naam and naam.casefold() in zin.casefold()), "")
        zin = zin or (zinnen[-1] if zinnen else "")
        uit_tekst.append(GelezenActie(door=naam, tekst=zin, voor=voor or dag_in(zin, datum)))
        if naam:
            uit.vragen.append(f"Bij ‘{naam}’ is als actie gelezen: ‘{zin}’ Klopt dat?")
    leeg = [""] * (len(regels) - len(bij_regels))
    return (
        *uit_tekst,
        *(_van(regel, naam) for regel, naam in zip(regels, [*bij_regels, *leeg], strict=True)),
    )


def _naam_en_dag(tekst: str) -> tuple[str, date | None]:
    """Return who does something, and by which day where that stands behind the name."""
    treffer = _MET_DAG.fullmatch(tekst)
    dag = lees_datum(treffer["dag"]) if treffer else None
    return (treffer["naam"].strip(), dag) if treffer and dag else (tekst, None)


def _van(actie: GelezenActie, tekst: str) -> GelezenActie:
    naam, voor = _naam_en_dag(tekst)
    return replace(actie, door=naam, voor=actie.voor or voor)
