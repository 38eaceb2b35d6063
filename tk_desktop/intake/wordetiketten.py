"""The day, the time and the place above an agenda that somebody wrote without labels, given the labels of a layout."""

import re
from collections.abc import Iterator, Sequence

from tk_desktop.domain.datum import DAGEN, MAANDEN, lees_datum
from tk_desktop.domain.opmaak import Stukje
from tk_desktop.intake.indeling import Indeling
from tk_desktop.intake.wordblokken import velden, woorden
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop

_LANGSTE = 160
"""A longer paragraph is a sentence, no line above an agenda."""
_UUR = r"\d{1,2}[.:]\d{2}"
_TIJD = re.compile(
    rf"(?:(?:van|om|vanaf|aanvang)\s+)?{_UUR}(?:\s*(?:uur|u\.?))?"
    rf"(?:\s*(?:[-–]|tot|t/m)\s*{_UUR})?(?:\s*(?:uur|u\.?))?",
    re.I,
)
_DATUM = re.compile(
    rf"(?:(?:van|op)\s+)?(?:(?:{'|'.join(DAGEN)})\s+)?"
    rf"(?:\d{{1,2}}\s+(?:{'|'.join(MAANDEN)})(?:\s+\d{{4}})?|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}})",
    re.I,
)
_ZAAL = r"(?:\w*(?:kamer|zaal|huis|kantoor)\b|digitaal\b|online\b)"
_PLAATS = re.compile(rf"(?:(?:in|te|op|locatie)\s+)?(?:(?:het|de)\s+)?(?P<naam>(?:[A-Z]|{_ZAAL}).*)")
_IN = re.compile(r"(?:^|[\s,;(])(?:in|op locatie)\s+(?=(?:(?:het|de)\s+)?[A-Z])")
_GERADEN = "Dag, tijd en plaats boven de agenda hebben geen etiket en zijn uit die regels gehaald. Klopt dat?"


def met_etiketten(blokken: Sequence[WordBlok], indeling: Indeling) -> tuple[tuple[WordBlok, ...], str]:
    """Return what stands above an agenda, followed by what was found there under its label, and then a question.

    What has a label of its own is not looked for.
    """
    namen = {rol: label for label, rol in reversed(indeling.agenda.velden.paren)}
    bekend = set(velden(blokken, indeling.agenda.velden, eigen=False))
    uit: dict[str, str] = {}
    for blok in blokken:
        tekst = woorden(blok).strip() if isinstance(blok, WordAlinea | WordKop) else ""
        if tekst and len(tekst) <= _LANGSTE and not indeling.agenda.velden.op_regel(tekst):
            for rol, waarde in _op_regel(tekst, na=bool(uit)):
                if rol not in bekend and rol in namen:
                    uit.setdefault(rol, waarde)
    nieuw = tuple(
        WordAlinea(stukjes=(Stukje(tekst=f"{namen[rol]}: {waarde}"),), stijl="") for rol, waarde in uit.items()
    )
    return (*blokken, *nieuw), _GERADEN if set(uit) & {"tijd", "plaats"} else ""


def _op_regel(tekst: str, *, na: bool) -> Iterator[tuple[str, str]]:
    """Yield what a line tells; ``na`` says that a line before it told something, so that this may be the place."""
    dag = _DATUM.search(tekst)
    dag = dag if dag and lees_datum(dag[0]) else None
    rest = tekst
    if dag:
        yield "datum", dag[0]
        rest = rest.replace(dag[0], " ", 1)
    tijd = _TIJD.search(rest)
    if tijd:
        yield "tijd", tijd[0]
        rest = rest.replace(tijd[0], " ", 1)
    rest = rest.strip(" ,;:–-()|")
    voor = _IN.search(rest)
    naam = _PLAATS.fullmatch(rest[voor.start() :].strip(" ,;(")) if voor and (dag or tijd or na) else None
    naam = naam or (_PLAATS.fullmatch(rest) if na or dag or tijd else None)
    if naam and not re.search(r"bestuur|commissie|overleg|stuurgroep|vergadering|agenda", rest, re.I):
        yield "plaats", naam["naam"].strip(" ,;)")
