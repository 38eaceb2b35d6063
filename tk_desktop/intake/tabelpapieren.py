"""The agenda and the verslagen of a pack whose tables stand on its pages, where those tell more than the lines do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.intake.bladtabel import kopregels, tabelbladen, tabelblokken, visual_lines
from tk_desktop.intake.bronregels import Bronregels
from tk_desktop.intake.indeling import GEWOON, Indeling
from tk_desktop.intake.lezing import GelezenAgenda, GelezenVerslag, Lezing
from tk_desktop.intake.regels import sleutel
from tk_desktop.intake.woordvormen import opent_met, zinnen, zonder_concept
from tk_desktop.intake.wordagenda import lees_word_agenda
from tk_desktop.intake.wordblokken import genummerd
from tk_desktop.intake.wordherbouw import herbouw
from tk_desktop.intake.wordverslag import lees_word_verslag, vind_word_verslagen
from tk_desktop.paper.pakbladen import Pakblad
from tk_desktop.paper.word_reading import WordBlok

_REGEL = re.compile(r"^regel (?P<nummer>\d+)(?:, )?")
_EERSTE_BLADEN = 3
"""The agenda of the meeting stands before its papers, behind a letter at most."""
_KOP = "kop van de agenda"
_KOPVELDEN = ("gremium", "datum", "begin", "plaats")
_VAN_AGENDA = re.compile(r"(?:^|, )(?:kop van de agenda|agenda)$")
"""Where a doubt about an agenda as a whole says to be."""
_VAN_VERSLAG = re.compile(r"(?:^|, )verslag, punt ")
_Verslagen = tuple[tuple[GelezenVerslag, ...], tuple[Twijfel, ...]]


def lees_tabellen(bladen: Sequence[Pakblad], bron: Bronregels, lezing: Lezing, indeling: Indeling) -> Lezing:
    """Return a reading whose agenda and verslagen come from their tables, where those tell more than the lines did.

    The agenda of the usual layout is read by its lines where those give it, for they tell its paragraphs.
    """
    if indeling.naam != GEWOON or lezing.agenda is None:
        lezing = _met_agenda(bladen, bron, lezing, indeling)
    verslagen, vragen = _tabelverslagen(bladen, bron, indeling)
    if _zegt(verslagen) <= _zegt(lezing.verslagen):
        return lezing
    oud = lezing.verslagen
    blijft = (een for een in lezing.twijfels if not _van_verslag(een, oud))
    return replace(lezing, verslagen=verslagen, twijfels=(*blijft, *vragen))


def _met_agenda(bladen: Sequence[Pakblad], bron: Bronregels, lezing: Lezing, indeling: Indeling) -> Lezing:
    woorden, notas = indeling.agenda, [titel for titel, _ in indeling.nota.titels]
    gezien = kopregels(bladen[:_EERSTE_BLADEN], woorden.titels, woorden.kolommen, {"onderwerp"})
    koppen = (*woorden.koppen, *gezien)
    eigen = tabelbladen(bladen, koppen, [*notas, *indeling.verslag.titels])
    eigen = _tot_de_sluiting(eigen, indeling) if gezien else eigen
    agenda, vragen = _tabelagenda(eigen, koppen, bron, indeling)
    if agenda is None or _vol(agenda) < _vol(lezing.agenda):
        return lezing
    blijft = (een for een in lezing.twijfels if not _VAN_AGENDA.search(een.waar))
    return replace(lezing, agenda=agenda, twijfels=(*blijft, *vragen))


def _tot_de_sluiting(bladen: Sequence[Pakblad], indeling: Indeling) -> tuple[Pakblad, ...]:
    """Return the pages up to the one that names the last item, or before the one that opens another paper."""
    sluit, titels = zinnen(indeling.agenda.sluiting), [titel for titel, _ in indeling.nota.titels]
    uit: list[Pakblad] = []
    for blad in bladen:
        regels = [" ".join(woord.tekst for woord in regel) for regel in visual_lines(blad.woorden)]
        anders = (*titels, *indeling.verslag.titels, *indeling.stukken.bijlage)
        if uit and regels and opent_met(zonder_concept(regels[0]), anders):
            break
        uit.append(blad)
        if any(sluit.search(regel) for regel in regels):
            break
    return tuple(uit)


def _tabelagenda(
    bladen: Sequence[Pakblad], koppen: Sequence[str], bron: Bronregels, indeling: Indeling
) -> tuple[GelezenAgenda | None, tuple[Twijfel, ...]]:
    """Return the agenda whose table stands on these pages with its doubts; none when no heading row of it does.

    What stands above the table without labels is looked through as in a file of Word.
    """
    tabel = tabelblokken(bladen, koppen, indeling.agenda.kolommen, indeling.agenda.velden, indeling)
    if tabel is None:
        return None, ()
    regels = tabel.regels(bron)
    agenda, twijfels = lees_word_agenda(tabel.blokken, genummerd(tabel.blokken), indeling, eigen=False)
    if agenda is not None:
        agenda, twijfels = _met_kop(agenda, twijfels, tabel.blokken, indeling)
        punten = tuple(replace(punt, regel=regels.get(punt.regel, punt.regel)) for punt in agenda.punten)
        agenda = replace(agenda, punten=punten)
    return agenda, tuple(_op_regel(een, regels) for een in twijfels)


def _met_kop(
    agenda: GelezenAgenda, twijfels: Sequence[Twijfel], blokken: Sequence[WordBlok], indeling: Indeling
) -> tuple[GelezenAgenda, tuple[Twijfel, ...]]:
    """Return an agenda with what stands above its table without a label, where more of its head is found so."""
    anders = None if _kopwaarden(agenda) == len(_KOPVELDEN) else herbouw(blokken, indeling)
    if anders is None:
        return agenda, tuple(twijfels)
    kop, vragen = lees_word_agenda(anders.blokken, genummerd(anders.blokken), indeling, eigen=False)
    if kop is None or len(kop.punten) != len(agenda.punten) or _kopwaarden(kop) <= _kopwaarden(agenda):
        return agenda, tuple(twijfels)
    geraden = (Twijfel(waar="agenda", wat=anders.vraag),) if anders.vraag else ()
    over_kop = (een for een in vragen if een.waar == _KOP)
    rest = (een for een in twijfels if een.waar != _KOP)
    return replace(kop, punten=agenda.punten), (*geraden, *over_kop, *rest)


def _kopwaarden(agenda: GelezenAgenda) -> int:
    """Return how much of the head of an agenda was found."""
    return sum(bool(getattr(agenda, naam)) for naam in _KOPVELDEN)


def _tabelverslagen(bladen: Sequence[Pakblad], bron: Bronregels, indeling: Indeling) -> _Verslagen:
    """Return each verslag whose table stands on these pages, with what in it is not certain."""
    woorden = indeling.verslag
    verslagen: list[GelezenVerslag] = []
    vragen: list[Twijfel] = []
    for deel in _verslagbladen(bladen, indeling):
        tabel = tabelblokken(deel, woorden.koppen, woorden.kolommen, woorden.velden, indeling)
        if tabel is None:
            continue
        regels, nummers = tabel.regels(bron), genummerd(tabel.blokken)
        laatste = max(nr for nr, plek in enumerate(bron.plekken, 1) if plek.pagina == deel[-1].nummer)
        for plek in vind_word_verslagen(tabel.blokken, (), indeling, eigen=False):
            verslag, bij = lees_word_verslag(tabel.blokken, nummers, plek, indeling, eigen=False)
            rijen = tuple(replace(rij, regel=regels.get(rij.regel, rij.regel)) for rij in verslag.rijen)
            begin = regels.get(verslag.regel, rijen[0].regel if rijen else 0)
            verslagen.append(replace(verslag, rijen=rijen, regel=begin, regel_tot=laatste))
            vragen += [_op_regel(een, regels) for een in bij]
    return tuple(verslagen), tuple(vragen)


def _verslagbladen(bladen: Sequence[Pakblad], indeling: Indeling) -> Iterator[tuple[Pakblad, ...]]:
    """Yield the pages of each verslag: a heading row with the title of a verslag above it opens another.

    Where the heading row is repeated on its second page, a page without it is of what follows.
    """
    koppen = {sleutel(kop) for kop in indeling.verslag.koppen}
    notas = {sleutel(titel) for titel, _ in indeling.nota.titels}
    open_: list[Pakblad] = []
    herhaald: bool | None = None
    for blad in bladen:
        regels = [" ".join(woord.tekst for woord in regel) for regel in visual_lines(blad.woorden)]
        kop = next((nr for nr, regel in enumerate(regels) if sleutel(regel) in koppen), None)
        opent = kop is not None and (not open_ or _heeft_titel(regels[:kop], indeling))
        hoort_erbij = (kop is not None or not herhaald) and not any(sleutel(regel) in notas for regel in regels[:3])
        if open_ and (opent or not hoort_erbij):
            yield tuple(open_)
            open_, herhaald = [], None
        elif open_ and herhaald is None:
            herhaald = kop is not None
        if opent or open_:
            open_.append(blad)
    if open_:
        yield tuple(open_)


def _heeft_titel(regels: Sequence[str], indeling: Indeling) -> bool:
    """Tell whether a verslag opens on these lines: its title stands there, with a label of its head."""
    titel = any(opent_met(zonder_concept(regel), indeling.verslag.titels) for regel in regels)
    return titel and any("datum" in indeling.verslag.velden.op_regel(regel) for regel in regels)


def _op_regel(twijfel: Twijfel, regels: Mapping[int, int]) -> Twijfel:
    """Return a doubt at the line of the source; where that is not known it names no line."""
    treffer = _REGEL.match(twijfel.waar)
    if treffer is None:
        return twijfel
    rest, regel = twijfel.waar[treffer.end() :] or "verslag", regels.get(int(treffer["nummer"]))
    return replace(twijfel, waar=f"regel {regel}, {rest}" if regel else rest)


def _van_verslag(twijfel: Twijfel, verslagen: Sequence[GelezenVerslag]) -> bool:
    """Tell whether a doubt is about one of these verslagen, by its words or its line."""
    treffer = _REGEL.match(twijfel.waar)
    regel = int(treffer["nummer"]) if treffer else 0
    return bool(_VAN_VERSLAG.search(twijfel.waar)) or any(een.regel <= regel <= een.regel_tot for een in verslagen)


def _zegt(verslagen: Sequence[GelezenVerslag]) -> tuple[int, int]:
    """Return how many verslagen can be kept as such; where that is none, how many there are."""
    heel = sum(een.datum is not None and bool(een.rijen) for een in verslagen)
    return heel, 0 if heel else len(verslagen)


def _vol(agenda: GelezenAgenda | None) -> int:
    """Return how much an agenda tells."""
    if agenda is None:
        return 0
    kop = (agenda.datum, agenda.begin, agenda.plaats, agenda.voorzitter)
    per_punt = sum(2 + bool(punt.behandeling) + bool(punt.tijd) + bool(punt.inleiders) for punt in agenda.punten)
    return per_punt + sum(map(bool, kop))
