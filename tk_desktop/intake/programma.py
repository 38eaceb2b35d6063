"""A report on a programme read whole: its themalijnen with their projects, phases, abbreviations and budget."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.domain.datum import MAANDEN
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.programmalezing import Gelezenlijn, Gelezenperiode, Gelezenproject, Programmalezing
from tk_desktop.domain.projectnaam import zoek_naam
from tk_desktop.intake.programmageld import Geldlezing, momenten, vind_meenames
from tk_desktop.intake.projectlijst import Projectlijst, vind_projectlijsten
from tk_desktop.intake.projectpagina import Projectpagina, vind_afkortingen, vind_fasen, vind_projectpaginas
from tk_desktop.intake.regels import Regel, samen, tekst_van

_THEMA = re.compile(r"Themalijn:?", re.I)
_AANTAL = re.compile(r"aan dit thema met (\d+|[a-z]+) project(?:en)?(?: en (\d+|[a-z]+) subproject(?:en)?)?", re.I)
_ALLE = re.compile(r"(\d+|[a-z]+) themalijnen,? (?:met|en) (\d+|[a-z]+) projecten", re.I)
_GENOEMD = re.compile(r"\b[Vv]oor de themalijn ([a-zà-ÿ]+)")
_MAAND = "|".join(MAANDEN)
_PERIODE = re.compile(rf"\b({_MAAND})\s+t/m\s+({_MAAND})\s+(\d{{4}})", re.I)
_NAAM = re.compile(
    r"(?:werkagenda van|medewerkers van|programma|manager|[Vv]anuit)\s+((?:[A-Z][a-zà-ÿ]+)(?: [A-Z][a-zà-ÿ]+)+)"
)
_BESLUIT = re.compile(rf"\bin (?P<wanneer>(?:{_MAAND}) \d{{4}}),? met het vaststellen van de begrotingswijziging", re.I)
_RESULTATEN = re.compile(r"Gerealiseerde resultaten", re.I)
_TELWOORDEN = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_HALF = 6


def lees_programma(regels: Sequence[Regel], tabellen: Sequence[Cijfertabel]) -> Programmalezing | None:
    """Return what a report tells of a programme, or nothing where it holds no list of projects."""
    lijsten = vind_projectlijsten(regels)
    if not lijsten:
        return None
    afkortingen, twijfel = vind_afkortingen(regels)
    paginas = vind_projectpaginas(regels)
    tekst = tekst_van(regels)
    lijnen = list(_lines(regels, lijsten, paginas))
    alle = _ALLE.search(tekst)
    gesteld = (_count(alle[1]), _count(alle[2])) if alle else (None, None)
    extra = list(_only_named(tekst, lijnen, gesteld[0]))
    geld = Geldlezing(lijnen, dict(afkortingen))
    geld.lees(tabellen)
    meenames, scheef = vind_meenames(regels)
    namen = Counter(_NAAM.findall(tekst)).most_common(1)
    twijfels = [*(een for een in (twijfel, scheef) if een), *geld.twijfels]
    twijfels += [f"Themalijn ‘{een.naam}’ wordt genoemd, maar heeft in dit stuk geen projecten." for een in extra]
    twijfels += [
        f"Subproject ‘{een.naam}’: nergens staat van welk project."
        for lijn in lijnen
        for een in lijn.projecten
        if een.is_sub and not een.ouder
    ]
    resultaten = sum(_RESULTATEN.fullmatch(regel.kaal) is not None for regel in regels)
    if resultaten:
        bij = meervoud(resultaten, "project", "projecten")
        twijfels.append(
            f"Bij {bij} staan gerealiseerde resultaten; welke bij welk project horen, is niet zeker. "
            "Neem ze over van papier."
        )
    return Programmalezing(
        naam=namen[0][0] if namen else "",
        periode=_period(tekst, tabellen),
        themalijnen=(*lijnen, *extra),
        fasen=vind_fasen(regels),
        afkortingen=afkortingen,
        regels=tuple(geld.regels),
        totalen=tuple(geld.totalen),
        meenemen=meenames,
        gesteld=gesteld,
        twijfels=tuple(twijfels),
    )


def _lines(
    regels: Sequence[Regel], lijsten: Sequence[Projectlijst], paginas: Sequence[Projectpagina]
) -> Iterator[Gelezenlijn]:
    """Yield the themalijn of each list; one without a heading above it has no name."""
    namen = [project.naam for lijst in lijsten for project in lijst.projecten]
    op_pagina = {zoek_naam(pagina.naam, namen): pagina for pagina in paginas}
    vorige = 0
    for rang, lijst in enumerate(lijsten):
        kop = next((p for p in range(lijst.kop, vorige, -1) if _THEMA.fullmatch(regels[p].kaal)), None)
        naam, begin = _title(regels, kop) if kop is not None else ("", lijst.kop)
        tot = lijsten[rang + 1].kop if rang + 1 < len(lijsten) else len(regels)
        aantal = _AANTAL.search(tekst_van(regels[begin:tot]))
        yield Gelezenlijn(
            naam=naam,
            ambitie=_first_paragraph(regels[kop + 1 : lijst.kop]) if kop is not None else "",
            projecten=tuple(_with_page(project, op_pagina.get(project.naam), namen) for project in lijst.projecten),
            gesteld=_count(aantal[1]) if aantal else None,
            gesteld_sub=(_count(aantal[2]) or 0) if aantal and aantal[2] else 0,
            regel=regels[begin].nr,
        )
        vorige = lijst.einde


def _title(regels: Sequence[Regel], kop: int) -> tuple[str, int]:
    boven = kop
    while boven and not regels[boven - 1].leeg and kop - boven < 2 and not regels[boven].opent_blad:
        boven -= 1
    return samen(regel.tekst for regel in regels[boven:kop]), boven


def _first_paragraph(regels: Sequence[Regel]) -> str:
    delen: list[str] = []
    for regel in regels:
        if regel.leeg and delen:
            break
        if not regel.leeg:
            delen.append(regel.tekst)
    return samen(delen)


def _with_page(project: Gelezenproject, pagina: Projectpagina | None, namen: Sequence[str]) -> Gelezenproject:
    besluit = _BESLUIT.search(project.naamnoot)
    uit = replace(project, besluit=f"Begrotingswijziging {besluit['wanneer']}") if besluit else project
    if pagina is None:
        return uit
    return replace(uit, is_sub=pagina.is_sub, ouder=zoek_naam(pagina.ouder, namen), doel=pagina.doel)


def _only_named(tekst: str, lijnen: Sequence[Gelezenlijn], gesteld: int | None) -> Iterator[Gelezenlijn]:
    """Yield the themalijnen that a report only names, as long as there are fewer than it says there are."""
    over = (gesteld or 0) - len(lijnen)
    namen = dict.fromkeys(naam.capitalize() for naam in _GENOEMD.findall(tekst))
    bekend = [lijn.naam for lijn in lijnen]
    for naam in [een for een in namen if not zoek_naam(een, bekend)][: max(0, over)]:
        yield Gelezenlijn(naam=naam)


def _count(woord: str) -> int | None:
    if woord.isdigit():
        return int(woord)
    return _TELWOORDEN.index(woord.lower()) if woord.lower() in _TELWOORDEN else None


def _period(tekst: str, tabellen: Sequence[Cijfertabel]) -> Gelezenperiode | None:
    """Return the period that is named most: ``januari t/m juni 2024`` is 2024-1."""
    gevonden = Counter(tuple(deel.lower() for deel in delen) for delen in _PERIODE.findall(tekst)).most_common(1)
    if not gevonden:
        return None
    eerst, laatst, jaar = gevonden[0][0]
    van, tot, jaartal = MAANDEN.index(eerst) + 1, MAANDEN.index(laatst) + 1, int(jaar)
    if tot < van:
        return None
    halven = {(1, _HALF): f"{jaar}-1", (_HALF + 1, 12): f"{jaar}-2", (1, 12): jaar}
    begroot, gewijzigd = momenten(tabellen)
    return Gelezenperiode(
        naam=halven.get((van, tot), f"{jaar} {eerst} t/m {laatst}"),
        van=date(jaartal, van, 1),
        tot=date(jaartal, tot, monthrange(jaartal, tot)[1]),
        begroot=begroot,
        gewijzigd=gewijzigd,
    )
