"""Whole paragraphs from lines: where a file tells which line ends were the writer's and which only the layout's.

A PDF with a text of its own keeps the space behind a word that was pushed to the next line, and has none behind the
last word of a paragraph. Where that holds throughout, each paragraph becomes one line with an empty line behind it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from tk_desktop.intake.agendaregels import is_kolomkop
from tk_desktop.intake.alineas import lees_merk
from tk_desktop.intake.indeling import Indeling
from tk_desktop.intake.notasecties import lees_kop
from tk_desktop.intake.regels import Regel, is_voet, samen, zin_af

_GENOEG = 2
_MEESTAL = 0.6
_ZELDEN = 0.15
_BUURT = 6
_HALF_ADRES = re.compile(r"\S*@[\w.-]*$")
_KORTSTE_KOPREGEL = 12


def hele_alineas(regels: Sequence[Regel], indeling: Indeling) -> tuple[Regel, ...]:
    """Return one line for each paragraph with an empty line behind it; the lines themselves where that is not told.

    Behind a small heading no empty line comes, for it belongs to the text under it.
    """
    if not vertelt_alineas(regels, indeling):
        return tuple(regels)
    gevuld = _zonder_lopende_koppen([regel for regel in regels if not regel.leeg], indeling)
    alineas: list[list[Regel]] = []
    for plaats, regel in enumerate(gevuld):
        if alineas and _loopt_over(gevuld, plaats, indeling):
            alineas[-1].append(regel)
        else:
            alineas.append([regel])
    uit: list[Regel] = []
    for plaats, alinea in enumerate(alineas):
        uit.append(_samen(alinea))
        if not _is_tussenkop(alineas, plaats, indeling):
            uit.append(Regel(alinea[-1].nr, " "))
    return tuple(uit)


def _is_zacht(regel: Regel) -> bool:
    """Tell whether a space stands behind the last word: the layout ended this line."""
    return regel.tekst[-1:].isspace()


def vertelt_alineas(regels: Sequence[Regel], indeling: Indeling) -> bool:
    """Tell whether the space behind a line means something here: nearly always within a sentence, nearly never else."""
    binnen: list[bool] = []
    buiten: list[bool] = []
    gevuld = [regel for regel in regels if not regel.leeg]
    for plaats, (regel, volgende) in enumerate(pairwise(gevuld), start=1):
        if volgende.kaal[0].islower() and not lees_merk(volgende.kaal) and not zin_af(regel.kaal):
            binnen.extend([_is_zacht(regel)] if _is_zacht(regel) or _is_vol(gevuld, plaats) else [])
        elif lees_merk(volgende.kaal) or lees_kop(regel.kaal, indeling) or is_kolomkop(regel.kaal, indeling):
            buiten.append(_is_zacht(regel))
    hard = sum(not _is_zacht(regel) for regel in gevuld)
    return (
        len(binnen) >= _GENOEG
        and hard >= _GENOEG
        and sum(binnen) >= _MEESTAL * len(binnen)
        and sum(buiten) <= max(1, _ZELDEN * len(buiten))
        and not (len(buiten) == 1 and buiten[0])
    )


def _zonder_lopende_koppen(regels: Sequence[Regel], indeling: Indeling) -> list[Regel]:
    """Return lines without the running heads of pages: the first line of a page that stood in this paper before."""
    uit: list[Regel] = []
    eerder: set[str] = set()
    for regel in regels:
        kaal = regel.kaal
        herhaald = regel.opent_blad and kaal in eerder and len(kaal) >= _KORTSTE_KOPREGEL
        if not herhaald or lees_kop(kaal, indeling) or is_kolomkop(kaal, indeling):
            uit.append(regel)
        eerder.add(kaal)
    return uit


def _loopt_over(regels: Sequence[Regel], plaats: int, indeling: Indeling) -> bool:
    """Tell whether a line goes on with the paragraph of the line above it."""
    vorige, regel = regels[plaats - 1], regels[plaats]
    if is_kolomkop(regel.kaal, indeling) or is_kolomkop(vorige.kaal, indeling) or is_voet(regel.tekst, indeling.voet):
        return False
    if _is_zacht(vorige):
        return not (lees_kop(regel.kaal, indeling) and zin_af(vorige.kaal))
    if _HALF_ADRES.search(vorige.kaal) and "." in regel.kaal.split()[0]:
        return True
    if vorige.kaal.endswith("-") and _is_vol(regels, plaats):
        return True
    return regel.kaal[0].islower() and not lees_merk(regel.kaal) and _is_vol(regels, plaats)


def _is_vol(regels: Sequence[Regel], plaats: int) -> bool:
    """Tell whether the first word of a line would not have fitted on the line above, by the full lines around it."""
    buurt = regels[max(0, plaats - 1 - _BUURT) : plaats + _BUURT]
    vol = max((len(regel.kaal) for regel in buurt if _is_zacht(regel)), default=0)
    woord = regels[plaats].kaal.split(maxsplit=1)[0]
    return 0 < vol < len(regels[plaats - 1].kaal) + 1 + len(woord)


def _samen(alinea: Sequence[Regel]) -> Regel:
    tekst = alinea[0].kaal
    for regel in alinea[1:]:
        aaneen = _HALF_ADRES.search(tekst) and "." in regel.kaal.split()[0]
        tekst = f"{tekst}{regel.kaal}" if aaneen else samen([tekst, regel.kaal])
    return Regel(
        alinea[0].nr,
        f" {tekst}" if alinea[0].opent_blad else tekst,
        sum(regel.verloren for regel in alinea),
        sum(regel.aangenomen for regel in alinea),
    )


def _is_tussenkop(alineas: Sequence[Sequence[Regel]], plaats: int, indeling: Indeling) -> bool:
    """Tell whether a paragraph is a small heading: a few words without an end, between sentences."""
    if not 0 < plaats < len(alineas) - 1 or len(alineas[plaats]) > 1:
        return False
    kaal, boven, onder = alineas[plaats][0].kaal, alineas[plaats - 1][-1].kaal, alineas[plaats + 1]
    los = len(kaal) < 70 and kaal[0].isupper() and kaal[-1] not in ".,:;" and not any(teken.isdigit() for teken in kaal)
    is_zin = zin_af(onder[-1].kaal)
    return los and zin_af(boven) and is_zin and lees_kop(kaal, indeling) is None
