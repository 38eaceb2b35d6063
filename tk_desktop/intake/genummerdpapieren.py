"""An agenda or verslag on pages without a table, numbered by hand: read as such a file of Word is, and asked about.

A PDF tells no more than where its lines stand, so more is asked of it: the paper opens its page with its title, tells
its day above its first item, and its items count on from 1.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.opmaak import Stukje
from tk_desktop.intake.alineas import lees_merk
from tk_desktop.intake.bronregels import Bronregels, Vindplaats
from tk_desktop.intake.indeling import Etiketten, Indeling
from tk_desktop.intake.lezing import GelezenAgenda, GelezenVerslag, Lezing
from tk_desktop.intake.regels import is_voet, samen, zin_af
from tk_desktop.intake.woordvormen import opent_met, zinnen, zonder_concept
from tk_desktop.intake.wordagenda import lees_word_agenda
from tk_desktop.intake.wordblokken import genummerd
from tk_desktop.intake.wordherbouw import herbouw, is_punt
from tk_desktop.intake.wordverslag import lees_word_verslag, vind_word_verslagen
from tk_desktop.paper.pakbladen import Pakblad
from tk_desktop.paper.word_reading import WordAlinea

_MINSTE_PUNTEN = 3
_EERSTE_BLADEN = 2
"""An agenda of the meeting stands before its papers, behind a letter at most; one further on is of another meeting."""
_BLADNUMMER = re.compile(r"\d{1,3}(?:\s*(?:/|van)\s*\d{1,3})?")
_REGEL = re.compile(r"^regel \d+(?:, )?")


@dataclass(frozen=True, slots=True)
class _Alinea:
    tekst: str
    plek: Vindplaats


@dataclass(frozen=True, slots=True)
class _Papier:
    """The paragraphs of one paper, with the places of its items and its last page."""

    alineas: tuple[_Alinea, ...]
    punten: tuple[_Alinea, ...]
    laatste_blad: int

    def regels(self, bron: Bronregels) -> dict[int, int]:
        """Return by the number of each item the line of the source on which it stands."""
        return {nummer: bron.regel_op(punt.plek) for nummer, punt in enumerate(self.punten, 1)}


def lees_genummerd(bladen: Sequence[Pakblad], bron: Bronregels, lezing: Lezing, indeling: Indeling) -> Lezing:
    """Return a reading with the agenda and the verslagen that are numbered by hand, where none was found otherwise."""
    if lezing.agenda is None and not lezing.notas:
        lezing = _met_agenda(bladen, bron, lezing, indeling)
    if not lezing.verslagen:
        lezing = _met_verslagen(bladen, bron, lezing, indeling)
    return lezing


def _met_agenda(bladen: Sequence[Pakblad], bron: Bronregels, lezing: Lezing, indeling: Indeling) -> Lezing:
    for plaats, _ in enumerate(bladen[:_EERSTE_BLADEN]):
        papier = _papier(bladen[plaats:], indeling.agenda.titels, indeling)
        herbouwd = herbouw(_blokken(papier), indeling) if papier else None
        if papier is None or herbouwd is None:
            continue
        agenda, vragen = lees_word_agenda(herbouwd.blokken, genummerd(herbouwd.blokken), indeling, eigen=False)
        if agenda is None or len(agenda.punten) < _MINSTE_PUNTEN:
            continue
        agenda = _agenda_op_plek(agenda, papier, bron)
        twijfels = [Twijfel(waar="agenda", wat=herbouwd.vraag), *(_zonder_regel(een) for een in vragen)]
        return replace(lezing, agenda=agenda, twijfels=(*lezing.twijfels, *twijfels))
    return lezing


def _agenda_op_plek(agenda: GelezenAgenda, papier: _Papier, bron: Bronregels) -> GelezenAgenda:
    """Return an agenda whose items tell on which line of the source they stand."""
    regels = papier.regels(bron)
    punten = tuple(replace(punt, regel=regels.get(punt.nummer.hoofd, regels[1])) for punt in agenda.punten)
    return replace(agenda, punten=punten)


def _met_verslagen(bladen: Sequence[Pakblad], bron: Bronregels, lezing: Lezing, indeling: Indeling) -> Lezing:
    verslagen: list[GelezenVerslag] = []
    twijfels: list[Twijfel] = []
    tot = 0
    for plaats, blad in enumerate(bladen):
        papier = _papier(bladen[plaats:], indeling.verslag.titels, indeling) if blad.nummer > tot else None
        if papier is None or not _noemt_wie(papier, indeling):
            continue
        herbouwd = herbouw(_blokken(papier), indeling)
        plekken = vind_word_verslagen(herbouwd.blokken, (), indeling, eigen=False) if herbouwd else ()
        if herbouwd is None or len(plekken) != 1:
            continue
        verslag, vragen = lees_word_verslag(
            herbouwd.blokken, genummerd(herbouwd.blokken), plekken[0], indeling, eigen=False
        )
        if verslag.datum is None:
            continue
        tot = papier.laatste_blad
        begin, regels = bron.regel_op(papier.alineas[0].plek), papier.regels(bron)
        einde = max(nr for nr, plek in enumerate(bron.plekken, 1) if plek.pagina == tot)
        rijen = tuple(replace(rij, regel=regels.get(rij.nummer.hoofd, begin)) for rij in verslag.rijen)
        verslagen.append(replace(verslag, rijen=rijen, regel=begin, regel_tot=einde))
        twijfels.append(Twijfel(waar=f"regel {begin}, verslag", wat=herbouwd.vraag))
        twijfels += [_zonder_regel(een) for een in vragen]
    return replace(lezing, verslagen=tuple(verslagen), twijfels=(*lezing.twijfels, *twijfels))


def _papier(bladen: Sequence[Pakblad], titels: Sequence[str], indeling: Indeling) -> _Papier | None:
    """Return the paper that opens on the first of these pages under one of these titles; ``None`` when none does."""
    alineas = list(_alineas(bladen[0], indeling))
    if not alineas or not opent_met(zonder_concept(alineas[0].tekst), titels):
        return None
    punten: list[_Alinea] = []
    alle: list[_Alinea] = []
    gesloten = False
    laatste = bladen[0].nummer
    for blad in bladen:
        if gesloten or blad.nummer > laatste + 1:
            break
        nieuw = list(_alineas(blad, indeling)) if blad is not bladen[0] else alineas
        for alinea in nieuw:
            if is_punt(alinea.tekst, len(punten) + 1):
                punten.append(alinea)
                laatste = blad.nummer
                gesloten = bool(zinnen(indeling.agenda.sluiting).search(alinea.tekst))
        alle += nieuw
    binnen = tuple(een for een in alle if een.plek.pagina <= laatste)
    kop = binnen[: binnen.index(punten[0])] if punten else ()
    dag = any(lees_datum(een.tekst) for een in kop)
    return _Papier(binnen, tuple(punten), laatste) if len(punten) >= _MINSTE_PUNTEN and dag else None


def _noemt_wie(papier: _Papier, indeling: Indeling) -> bool:
    """Tell whether a paper says who was there."""
    return any("aanwezig" in indeling.verslag.velden.op_regel(een.tekst) for een in papier.alineas)


def _alineas(blad: Pakblad, indeling: Indeling) -> Iterator[_Alinea]:
    """Yield the paragraphs of a page: lines that the layout alone broke are one."""
    open_: list[str] = []
    plek = Vindplaats(blad.nummer)
    etiketten = indeling.agenda.velden.met(indeling.verslag.velden)
    zien = [regel for regel in blad.regels if regel.kader is not None and regel.tekst.strip()]
    for regel, volgende in zip(zien, (*zien[1:], None), strict=False):
        if is_voet(regel.tekst, indeling.voet) or _BLADNUMMER.fullmatch(regel.tekst.strip()):
            continue
        plek = plek if open_ else Vindplaats(blad.nummer, regel.kader)
        open_.append(regel.tekst.strip())
        verder = volgende.tekst.strip() if volgende is not None and regel.loopt_door and not regel.sluit else ""
        if not verder or not _goes_on(open_, verder, etiketten):
            yield _Alinea(samen(open_), plek)
            open_ = []
    if open_:
        yield _Alinea(samen(open_), plek)


def _goes_on(regels: Sequence[str], verder: str, etiketten: Etiketten) -> bool:
    """Tell whether a line that had no room left goes on: a value does, a title in the next small letter alone."""
    if lees_merk(verder) or etiketten.op_regel(verder):
        return False
    if etiketten.op_regel(regels[0]) or not verder[0].isupper():
        return True
    return lees_merk(regels[0]) is None and not zin_af(regels[-1])


def _blokken(papier: _Papier) -> list[WordAlinea]:
    return [WordAlinea(stukjes=(Stukje(tekst=een.tekst),), stijl="") for een in papier.alineas]


def _zonder_regel(twijfel: Twijfel) -> Twijfel:
    """Return a doubt without its line: that is not one of the source."""
    return replace(twijfel, waar=_REGEL.sub("", twijfel.waar) or "verslag")
