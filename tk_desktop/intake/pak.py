"""Reads a received PDF whole: what it is proposed to be, by the layout that reads most of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.stuk import Tekstlaag
from tk_desktop.intake.bronregels import Bronregels, Vindplaats, van_bladen
from tk_desktop.intake.eigenset import eigen_delen, vul_aan
from tk_desktop.intake.genummerdpapieren import lees_genummerd
from tk_desktop.intake.indeling import ALGEMEEN, Indeling, indeling_van, indelingen
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.pakdelen import vind_delen
from tk_desktop.intake.pakrubrieken import kopwaarden
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakdeel, Pakveld, Pakvoorstel
from tk_desktop.intake.regels import sleutel
from tk_desktop.intake.tabelpapieren import lees_tabellen
from tk_desktop.intake.tekst import lees_regels
from tk_desktop.paper.pakbladen import Pakbladen, read_pak

_MINSTE_SECTIES = 3
_REGEL = re.compile(r"regel (?P<regel>\d+)(?:-\d+)?(?=,|$)")
_VAN_NOTA = re.compile(r"(?:^|, )nota (\d\w*)(?:,|$)")
_VAN_PUNT = re.compile(r"(?:^|, )agendapunt (\d\w*)")
_VAN_RIJ = re.compile(r"verslag, punt (\d\w*)")


def lees_pak(bron: Pad, *, indeling: str = "", map_: Path | None = None) -> Pakvoorstel:
    """Return what a PDF is proposed to hold; ``indeling`` is the layout to read it by, else the one that reads most.

    ``map_`` is the werkmap with layouts of its own. Raises ``IndelingOnbekend``, ``IndelingOnjuist`` or the fault of
    the PDF; nothing is stored.
    """
    return lees_bladen(bron, read_pak(bron), (indeling_van(indeling, map_),) if indeling else indelingen(map_))


def lees_bladen(bron: Pad, bladen: Pakbladen, keuzes: Sequence[Indeling]) -> Pakvoorstel:
    """Return what pages that were read are proposed to hold, by the one of these layouts that reads most."""
    gekozen, regels, lezing = _beste(bladen, keuzes)
    lezing = vul_aan(lezing, bladen)
    delen = eigen_delen(bladen, vind_delen(bladen, regels, lezing, gekozen), lezing)
    op_bladen = tuple(_op_bladzijde(twijfel, regels) for twijfel in lezing.twijfels)
    return Pakvoorstel(
        bron=bron,
        indeling=gekozen.naam,
        lezing=replace(lezing, twijfels=op_bladen),
        paginas=len(bladen.bladen),
        delen=delen,
        velden=tuple(velden_van(lezing, regels, _kopplek(delen))),
        scan=bladen.tekstlaag is Tekstlaag.GEEN,
    )


def _op_bladzijde(twijfel: Twijfel, regels: Bronregels) -> Twijfel:
    """Return a doubt at its page: nobody sees the lines of a PDF counted."""
    treffer = _REGEL.match(twijfel.waar)
    pagina = regels.pagina(int(treffer["regel"])) if treffer else 0
    if treffer is None or not pagina:
        return twijfel
    return replace(twijfel, waar=f"bladzijde {pagina}{twijfel.waar[treffer.end() :]}")


def is_pak(voorstel: Pakvoorstel) -> bool:
    """Tell whether a file holds more papers than letter and agenda, or than one nota."""
    eigen = [deel for deel in voorstel.delen if deel.soort not in {Deelsoort.UITNODIGING, Deelsoort.AGENDA}]
    return bool(eigen) and len(voorstel.delen) > 1


def gewicht(lezing: Lezing) -> int:
    """Return how much was read: papers, items, fields and sections, less what is doubtful."""
    agenda, brief = lezing.agenda, lezing.uitnodiging
    uit = 0
    if agenda is not None:
        kop = (agenda.gremium, agenda.datum, agenda.begin, agenda.plaats, agenda.voorzitter, agenda.secretaris)
        punten = sum(3 + bool(punt.behandeling) + bool(punt.tijd) + bool(punt.voorstel) for punt in agenda.punten)
        uit += 10 + 2 * sum(map(bool, kop)) + punten
    if brief is not None:
        uit += 5 + sum(map(bool, (brief.vergaderdatum, brief.begin, brief.plaats, brief.onderwerp)))
    for nota in lezing.notas:
        uit += 10 + 3 * len(nota.secties) + sum(map(bool, (nota.agendapunt, nota.datum, nota.registratienummer)))
    for verslag in lezing.verslagen:
        uit += 10 + 4 * len(verslag.rijen) + len(verslag.aanwezig) + bool(verslag.datum)
    return 4 * uit - len(lezing.twijfels)


def _beste(bladen: Pakbladen, keuzes: Sequence[Indeling]) -> tuple[Indeling, Bronregels, Lezing]:
    """Return the layout that reads most, the lines as it takes them and what it read; the first of equals."""
    beste: tuple[Indeling, Bronregels, Lezing] | None = None
    eigen = [keuze for keuze in keuzes if keuze.naam != ALGEMEEN]
    rest = [keuze for keuze in keuzes if keuze.naam == ALGEMEEN]
    for keuze in (*(_kansrijk(bladen, eigen) if eigen else ()), *rest):
        if beste is not None and keuze.naam == ALGEMEEN and not _leest_weinig(bladen, *beste):
            continue
        for regels in van_bladen(bladen.bladen, keuze):
            lezing = lees_tabellen(bladen.bladen, regels, lees_regels(regels.regels, keuze), keuze)
            lezing = lees_genummerd(bladen.bladen, regels, lezing, keuze)
            if beste is None or gewicht(lezing) > gewicht(beste[2]):
                beste = (keuze, regels, lezing)
    if beste is None:
        raise ValueError("er is minstens één indeling")
    return beste


def _leest_weinig(bladen: Pakbladen, indeling: Indeling, _: Bronregels, lezing: Lezing) -> bool:
    """Tell whether papers stay unread by a layout that has none of the heading rows on these pages.

    They do where nothing was found, an agenda without nota's, or a nota without its item or most of its sections.
    """
    if _koppen(indeling) & _regelsleutels(bladen):
        return False
    heel = (nota.agendapunt is not None and len(nota.secties) >= _MINSTE_SECTIES for nota in lezing.notas)
    return not lezing.notas or not all(heel)


def _regelsleutels(bladen: Pakbladen) -> set[str]:
    return {sleutel(regel.tekst) for blad in bladen.bladen for regel in blad.regels if regel.tekst.strip()}


def _kansrijk(bladen: Pakbladen, keuzes: Sequence[Indeling]) -> Sequence[Indeling]:
    """Return the layouts worth reading by: those whose titles, headings and labels stand in the pages, the most first.

    One that has less than half the words of the best is not tried: reading a pack of hundreds of pages takes a while.
    """
    regels = _regelsleutels(bladen)
    telling = {keuze.naam: len(_bekend(keuze) & regels) + 3 * len(_koppen(keuze) & regels) for keuze in keuzes}
    meeste = max(telling.values())
    return sorted(
        (keuze for keuze in keuzes if telling[keuze.naam] * 2 >= meeste), key=lambda keuze: -telling[keuze.naam]
    )


def _bekend(keuze: Indeling) -> set[str]:
    """Return what stands alone on a line in papers of this layout."""
    titels = [titel for titel, _ in keuze.nota.titels]
    koppen = [kop for kop, _ in keuze.nota.secties]
    labels = [*keuze.agenda.velden.namen, *keuze.verslag.velden.namen, *keuze.nota.velden.namen]
    return {sleutel(woord) for woord in (*titels, *koppen, *labels, *keuze.brief.afsluitingen)}


def _koppen(keuze: Indeling) -> set[str]:
    """Return the heading rows of its tables."""
    return {sleutel(kop) for kop in (*keuze.agenda.koppen, *keuze.verslag.koppen)}


def _kopplek(delen: Sequence[Pakdeel]) -> Vindplaats | None:
    """Return where the agenda begins."""
    return next((deel.plek or Vindplaats(deel.van) for deel in delen if deel.soort is Deelsoort.AGENDA), None)


def velden_van(lezing: Lezing, regels: Bronregels, kopplek: Vindplaats | None) -> list[Pakveld]:
    """Return what was read, field by field, each with its place and what is doubtful there."""
    uit: list[Pakveld] = []
    agenda = lezing.agenda
    if agenda is not None:
        kop = kopwaarden(agenda)
        uit += [
            Pakveld(id=f"agenda.{naam}", naam=naam.capitalize(), waarde=waarde, plek=kopplek)
            for naam, waarde in kop.items()
        ]
        uit += [
            Pakveld(
                id=f"punt.{punt.nummer}",
                naam=f"Punt {punt.nummer}",
                waarde=punt.titel,
                plek=regels.plek(punt.regel, punt.regel + 1),
                regel=punt.regel,
            )
            for punt in agenda.punten
        ]
    uit += [
        Pakveld(
            id=f"nota.{rang}", naam=f"Nota {nota.agendapunt or ''}".strip(), waarde=nota.onderwerp,
            plek=regels.plek(nota.regel), regel=nota.regel,
        )
        for rang, nota in enumerate(lezing.notas)
    ]  # fmt: skip
    for rang, twijfel in enumerate(lezing.twijfels):
        nummers = [int(deel) for deel in twijfel.waar.split(",")[0].removeprefix("regel ").split("-") if deel.isdigit()]
        plek = regels.plek(nummers[0], nummers[-1]) if nummers else None
        rest = twijfel.waar.partition(", ")[2]
        naam = f"Blad {plek.pagina}, {rest}" if plek is not None and rest else twijfel.waar
        over = _over(twijfel.waar, nummers[0] if nummers else 0, lezing)
        regel = nummers[0] if nummers else 0
        uit.append(
            Pakveld(id=f"twijfel.{rang}", naam=naam, waarde="", plek=plek, twijfel=twijfel.wat, over=over, regel=regel)
        )
    return uit


def _over(waar: str, regel: int, lezing: Lezing) -> str:
    """Return which thing a doubt is about, by the words and the line of its place; nothing where neither tells it."""
    if lezing.uitnodiging is not None and "uitnodiging" in waar:
        return "brief"
    if lezing.agenda is not None:
        if waar == "agenda" or waar.endswith((", agenda", "kop van de agenda")):
            return "agenda"
        punt = _VAN_PUNT.search(waar)
        if punt and any(str(een.nummer) == punt[1] for een in lezing.agenda.punten):
            return f"punt.{punt[1]}"
    return _over_regel(waar, regel, lezing)


def _over_regel(waar: str, regel: int, lezing: Lezing) -> str:
    """Return in which action, nota or verslag a line stands, or which nota the words name; else nothing."""
    genoemd = _VAN_NOTA.search(waar)
    for rang, nota in enumerate(lezing.notas if genoemd and not regel else ()):
        if genoemd and str(nota.agendapunt) == genoemd[1]:
            return f"nota.{rang}"
    for rang, actie in enumerate(lezing.actielijst.acties if lezing.actielijst else ()):
        if actie.regel == regel and actie.vraag:
            return f"actie.{rang}"
    for rang, nota in enumerate(lezing.notas):
        if nota.regel <= regel <= nota.regel_tot:
            return f"nota.{rang}"
    for rang, verslag in enumerate(lezing.verslagen):
        if verslag.regel <= regel <= verslag.regel_tot:
            rij = _VAN_RIJ.search(waar)
            return f"verslag.{rang}.{rij[1]}" if rij else f"verslag.{rang}"
    return ""
