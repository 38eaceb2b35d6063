"""The notes of a reader as a list: on paper (PDF and Word) and as a workbook (F10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from itertools import groupby
from pathlib import Path

import xlsxwriter

from tk_desktop.base.files import replacing
from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import Alinea, Blok, Stukje, gewoon
from tk_desktop.export.lijstrekenblad import write_sheet
from tk_desktop.export.notitieregels import Notitieregel, in_order
from tk_desktop.paper.blad import Blad, Cel, Toon
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument
from tk_desktop.paper.word import WordDocument

KOLOMMEN = (
    ("Agendapunt", 28),
    ("Stuk", 32),
    ("Blz.", 14),
    ("Soort", 14),
    ("Passage", 48),
    ("Aantekening", 48),
    ("Antwoord", 32),
    ("Labels", 18),
    ("Kleur", 8),
    ("Wie", 18),
    ("Datum", 12),
)
"""The columns of the workbook, with their widths in characters."""

_TITEL = "Aantekeningen"
_LANGST = 240
_BESLOTEN = "BESLOTEN · aantekeningen bij stukken die niet openbaar zijn"
_KWIJT = "niet teruggevonden in de nieuwste versie"
"""A cell of a workbook holds 32.767 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Genummerd:
    """A note in the list behind a printed paper: the number that stands at its passage."""

    nummer: int
    regel: Notitieregel


def write_lijst_pdf(opname: Momentopname, aantekeningen: Iterable[Aantekening], target: Path, *, lezer: str) -> Path:
    """Write the list as a tagged PDF and return it; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    regels = in_order(opname, aantekeningen, lezer)
    document = TaggedDocument(
        titel=_titel(opname),
        huisstijl=Huisstijl.load(opname.gremium.huisstijl),
        datum=opname.vergadering.datum,
        auteur=lezer,
        voettekst=_titel(opname),
        merken=_merken(opname, regels),
    )
    schrijf_notities(document, opname, regels, lezer)
    return document.write(target)


def write_lijst_word(opname: Momentopname, aantekeningen: Iterable[Aantekening], target: Path, *, lezer: str) -> Path:
    """Write the list as a Word document and return it; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    regels = in_order(opname, aantekeningen, lezer)
    document = WordDocument(
        titel=_titel(opname),
        huisstijl=Huisstijl.load(opname.gremium.huisstijl),
        datum=opname.vergadering.datum,
        auteur=lezer,
        voettekst=_titel(opname),
        merken=_merken(opname, regels),
    )
    schrijf_notities(document, opname, regels, lezer)
    return document.write(target)


def write_lijst_xlsx(opname: Momentopname, aantekeningen: Iterable[Aantekening], target: Path, *, lezer: str) -> Path:
    """Write the list as a workbook with a row for each note, and return it; no text in it is ever a formula."""
    stroom = BytesIO()
    with xlsxwriter.Workbook(stroom, {"in_memory": True}) as boek:
        dag = datetime.combine(opname.vergadering.datum, time())
        boek.set_properties({"title": _titel(opname), "author": lezer, "created": dag})
        write_sheet(boek, _TITEL, KOLOMMEN, [_cellen(een) for een in in_order(opname, aantekeningen, lezer)])
    with replacing(target) as half:
        half.write_bytes(stroom.getvalue())
    return target


def _merken(opname: Momentopname, regels: Sequence[Notitieregel]) -> tuple[str, ...]:
    """Return what each page bears: the stamps of the papers that notes are on, or that these are besloten (J8)."""
    papieren = {regel.aantekening.papier for regel in regels}
    stukken = [stuk for stuk in opname.stukken if stuk.id in papieren]
    stempels = tuple(dict.fromkeys(merk for stuk in stukken for merk in opname.stempels_op_stuk(stuk)))
    dicht = any(opname.stuk_is_besloten(stuk) for stuk in stukken)
    return stempels or ((_BESLOTEN,) if dicht else ())


def schrijf_notities(blad: Blad, opname: Momentopname, regels: Sequence[Notitieregel], lezer: str) -> None:
    """Write the list: a heading for each item, one for each paper, and a table of its notes."""
    blad.title(_TITEL)
    van = f"{opname.gremium.naam}, {lang(opname.vergadering.datum)}"
    blad.paragraph(f"{van} · {lezer}" if lezer else van, Toon.KLEIN)
    if not regels:
        blad.paragraph("Bij deze vergadering staan geen aantekeningen.")
    for punt, bij_punt in groupby(regels, key=lambda regel: regel.punt):
        blad.heading(2, punt or "Bij geen agendapunt")
        for papier, bij_papier in groupby(bij_punt, key=lambda regel: regel.papier):
            blad.heading(3, papier or "Bij het punt zelf")
            rijen = [_rij(regel, lezer) for regel in bij_papier]
            if papier:
                blad.table(("Blz.", "Passage", "Aantekening", "Kleur en datum"), rijen, (8, 35, 39, 18))
            else:
                blad.table(("Aantekening", "Kleur en datum"), [rij[2:] for rij in rijen], (82, 18))


def schrijf_bij_stuk(blad: Blad, papier: str, regels: Sequence[Genummerd], *, lezer: str) -> None:
    """Write the list that is printed behind a paper, by the numbers on its pages."""
    blad.title(_TITEL)
    blad.paragraph(papier, Toon.KLEIN)
    rijen = []
    for genummerd in regels:
        blz, passage, tekst, _ = _rij(genummerd.regel, lezer)
        rijen.append((_cel(str(genummerd.nummer)), blz, passage, tekst))
    blad.table(("Nr.", "Blz.", "Passage", "Aantekening"), rijen, (8, 8, 38, 46))


def _rij(regel: Notitieregel, lezer: str) -> tuple[Cel, Cel, Cel, Cel]:
    aantekening = regel.aantekening
    kenmerken = (*_regels(aantekening.kleur.value), *_regels(kort(aantekening.gewijzigd.date())))
    return _cel(regel.pagina or "–"), _passage(regel), _tekst(regel, lezer), kenmerken


def _passage(regel: Notitieregel) -> Cel:
    delen: list[Blok] = []
    if regel.passage:
        delen.append(Alinea((Stukje(tekst=f"‘{shortened(regel.passage)}’"),)))
    if regel.kwijt:
        delen.append(Alinea((Stukje(tekst=_KWIJT, cursief=True),)))
    return tuple(delen)


def _tekst(regel: Notitieregel, lezer: str) -> Cel:
    aantekening = regel.aantekening
    eerste, *rest = aantekening.tekst.splitlines() or [""]
    kop = f"{regel.soort.capitalize()}: " if eerste.strip() else regel.soort.capitalize()
    delen: list[Blok] = [Alinea((Stukje(tekst=kop, vet=True), *gewoon(eerste)))]
    delen += [alinea for ander in rest for alinea in _regels(ander)]
    if aantekening.antwoord.strip():
        delen.append(Alinea((Stukje(tekst="Antwoord: ", vet=True), *gewoon(aantekening.antwoord))))
    if aantekening.labels:
        delen.append(Alinea((Stukje(tekst="Labels: " + ", ".join(aantekening.labels), cursief=True),)))
    if aantekening.eigenaar != lezer:
        delen.append(Alinea((Stukje(tekst=f"Van {aantekening.eigenaar}", cursief=True),)))
    return tuple(delen)


def _cellen(regel: Notitieregel) -> tuple[str | int | datetime, ...]:
    aantekening = regel.aantekening
    return (
        regel.punt,
        regel.papier,
        int(regel.pagina) if regel.pagina else ("niet teruggevonden" if regel.kwijt else ""),
        regel.soort,
        regel.passage,
        aantekening.tekst,
        aantekening.antwoord,
        ", ".join(aantekening.labels),
        aantekening.kleur.value,
        aantekening.eigenaar,
        datetime.combine(aantekening.gewijzigd.date(), time()),
    )


def shortened(tekst: str) -> str:
    """Return a passage short enough for a list: its begin and its end."""
    if len(tekst) <= _LANGST:
        return tekst
    begin, eind = tekst[: _LANGST * 2 // 3], tekst[-_LANGST // 3 :]
    return f"{begin.rpartition(' ')[0] or begin} … {eind.partition(' ')[2] or eind}"


def _titel(opname: Momentopname) -> str:
    return f"{_TITEL} {opname.gremium.kort} {kort(opname.vergadering.datum)}"


def _cel(tekst: str) -> Cel:
    return tuple(_regels(tekst))


def _regels(tekst: str) -> tuple[Blok, ...]:
    stukjes = gewoon(tekst)
    return (Alinea(stukjes),) if stukjes else ()
