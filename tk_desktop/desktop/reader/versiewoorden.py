"""How the window speaks of versions of a paper: the bar above it, why a note is in the tray, what became of a page."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tk_desktop.domain.aantekening import Oordeel, Plaats, Soort
from tk_desktop.domain.datum import lang
from tk_desktop.domain.plaatstelling import Plaatstelling
from tk_desktop.domain.verankering.oordelen import Reden
from tk_desktop.domain.verankering.verschil import Bladstand, Bladverschil, Tekstdeel
from tk_desktop.reading.versiezoeker import AFGEWEZEN

_REDENEN = {
    Reden.WEG: "De passage staat niet meer in deze versie.",
    AFGEWEZEN: "U gaf aan dat de gevonden plek niet klopt.",
    Reden.HERSCHREVEN: "De tekst is herschreven.",
    Reden.VERPLAATST: "De tekst staat nu op een andere plek.",
    Reden.ALLEEN_PLEK: "De woorden zijn anders of niet leesbaar; alleen de plek op de bladzijde is bekend.",
    Reden.OMGEVING: "De woorden bij deze plek zijn veranderd.",
    Reden.BEELD: "De bladzijde ziet er op deze plek anders uit, of de vorige versie is er niet meer om te vergelijken.",
    Reden.CONTEXT: "Deze woorden staan er vaker; dit is de plek die het best past.",
    Reden.EXACT: "De woorden zijn gelijk, maar de tekst eromheen is veranderd.",
}

_ZONDER_WOORDEN: Mapping[str, str] = {
    Reden.WEG: "stond bij tekst die niet meer in deze versie staat.",
    Reden.HERSCHREVEN: "stond bij tekst die is herschreven.",
    Reden.VERPLAATST: "ging mee met de tekst eronder, die nu op een andere plek staat.",
    Reden.CONTEXT: "stond bij tekst die hier vaker staat; dit is de plek die het best past.",
    Reden.EXACT: "ging mee met de tekst eronder; wat daaromheen staat is veranderd.",
}
"""The same of what has no words of its own."""


def vervangen_zin(soort: str, dag: date | None, nummer: int) -> str:
    """Return what happened to a paper: ``Dit stuk is vervangen op 2 maart 2026 (v2)``."""
    if dag is None or not nummer:
        return f"{soort} is veranderd."
    return f"{soort} is vervangen op {lang(dag)} (v{nummer})."


def telling_zin(telling: Plaatstelling) -> str:
    """Return how the notes of the reader stand; empty without notes (SCREENS 2.5)."""
    alle = telling.totaal
    if not alle:
        return ""
    if telling.wacht:
        return "Uw aantekeningen worden in deze versie gezocht…"
    if telling.op_plaats == alle:
        return "Uw aantekening staat op haar plaats." if alle == 1 else f"Uw {alle} aantekeningen staan op hun plaats."
    if alle == 1:
        anders = "bij uw aantekening is de tekst gewijzigd" if telling.gewijzigd else "uw aantekening is niet gevonden"
        return f"{anders[0].upper()}{anders[1:]}."
    werkwoord = "staat" if telling.op_plaats == 1 else "staan"
    eerst = f"{telling.op_plaats or 'Geen'} van uw {alle} aantekeningen {werkwoord if telling.op_plaats else 'staat'}"
    rest = []
    if telling.gewijzigd:
        rest.append("1 tekst is gewijzigd" if telling.gewijzigd == 1 else f"{telling.gewijzigd} teksten zijn gewijzigd")
    if telling.niet_gevonden:
        weg = telling.niet_gevonden
        rest.append("1 is niet teruggevonden" if weg == 1 else f"{weg} zijn niet teruggevonden")
    return f"{eerst} {'op haar plaats' if telling.op_plaats < 2 else 'op hun plaats'}; {' en '.join(rest)}."


def reden_zin(plaats: Plaats, soort: Soort = Soort.MARKERING) -> str:
    """Return why a note is to be looked at; empty for one that stands where it belongs."""
    if plaats.oordeel not in (Oordeel.WAARSCHIJNLIJK, Oordeel.NIET_GEVONDEN):
        return ""
    if soort in (Soort.INKT, Soort.BLADNOTITIE) and plaats.reden in _ZONDER_WOORDEN:
        wat = "De tekening" if soort is Soort.INKT else "De notitie bij de bladzijde"
        return f"{wat} {_ZONDER_WOORDEN[plaats.reden]}"
    return _REDENEN.get(plaats.reden, "")


def blad_zin(blad: Bladverschil) -> str:
    """Return what a list says of a page: ``blz. 3 gewijzigd (was blz. 2)``."""
    was = f" (was blz. {blad.was})" if blad.was and blad.was != blad.pagina else ""
    match blad.stand:
        case Bladstand.NIEUW:
            return f"blz. {blad.pagina} nieuw"
        case Bladstand.ONBEKEND:
            return f"blz. {blad.pagina} zonder tekst, niet vergeleken"
        case _:
            return f"blz. {blad.pagina} {blad.stand.value}{was}"


def vervallen_zin(paginas: tuple[int, ...]) -> str:
    """Return which old pages went; empty when none did."""
    if not paginas:
        return ""
    if len(paginas) == 1:
        return f"oude blz. {paginas[0]} vervallen"
    return f"{len(paginas)} oude bladzijden vervallen: {', '.join(_reeksen(paginas))}"


def _reeksen(paginas: Sequence[int]) -> Iterator[str]:
    """Yield pages in a row as ``3–12``, and others by themselves."""
    begin = vorige = paginas[0]
    for pagina in (*paginas[1:], 0):
        if pagina != vorige + 1:
            yield str(begin) if begin == vorige else f"{begin}–{vorige}"
            begin = pagina
        vorige = pagina


def deel_zin(delen: tuple[Tekstdeel, ...], oud: str, nieuw: str) -> str:
    """Return what a list says of one change: its page and the words before and after."""
    was, wordt = _kort(oud), _kort(nieuw)
    wat = f"{was}  →  {wordt}" if was and wordt else f"erbij: {wordt}" if wordt else f"weg: {was}"
    return f"blz. {delen[0].nieuw}:  {wat}"


_KORT = 48


def _kort(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= _KORT else f"{plat[: _KORT - 1].rstrip()}…"
