"""How the window speaks of versions of a paper: the bar above it, why a note is in the tray, what became of a page."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tk_desktop.domain.aantekening import Oordeel, Plaats, Soort
from tk_desktop.domain.datum import lang
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.plaatstelling import Plaatstelling
from tk_desktop.domain.verankering.oordelen import Reden
from tk_desktop.domain.verankering.verschil import Bladstand, Bladverschil, Deelsoort, Tekstdeel
from tk_desktop.reading.versiezoeker import AFGEWEZEN

_REDENEN = {
    Reden.WEG: "De passage staat niet meer in deze versie.",
    AFGEWEZEN: "U gaf aan dat de gevonden plek niet klopt.",
    Reden.HERSCHREVEN: "De tekst is herschreven.",
    Reden.VERPLAATST: "De tekst staat nu op een andere plek.",
    Reden.ALLEEN_PLEK: "De woorden zijn anders of niet leesbaar; alleen de plek op de bladzijde is bekend.",
    Reden.OMGEVING: "De woorden bij deze plek zijn veranderd.",
    Reden.BEELD: "De bladzijde ziet er op deze plek anders uit, of de vorige versie is er niet meer om te vergelijken.",
    Reden.UITEEN: "De woorden bij deze tekening staan niet meer bij elkaar, of niet meer in deze versie.",
    Reden.CONTEXT: "Deze woorden staan er vaker; dit is de plek die het best past.",
    Reden.EXACT: "De woorden zijn gelijk, maar de tekst eromheen is veranderd.",
}

_ZONDER_WOORDEN: Mapping[str, str] = {
    Reden.WEG: "stond bij tekst die niet meer in deze versie staat.",
    Reden.OMGEVING: "staat bij tekst waarvan woorden zijn veranderd.",
    Reden.ALLEEN_PLEK: "staat waar op deze bladzijde dezelfde plek is; de tekst ernaast is niet te vergelijken.",
    Reden.BEELD: "staat op een plek die er anders uitziet, of niet meer met de vorige versie te vergelijken is.",
    Reden.UITEEN: "stond bij woorden die niet meer bij elkaar staan, of niet meer in deze versie.",
    Reden.HERSCHREVEN: "stond bij tekst die is herschreven.",
    Reden.VERPLAATST: "ging mee met de tekst eronder, die nu op een andere plek staat.",
    Reden.CONTEXT: "stond bij tekst die hier vaker staat; dit is de plek die het best past.",
    Reden.EXACT: "ging mee met de tekst eronder; wat daaromheen staat is veranderd.",
}
"""The same of what has no words of its own."""


def vervangen_zin(soort: str, dag: date | None, was: int, wordt: int) -> str:
    """Return what happened to a paper: ``Dit stuk is op 2 maart 2026 vervangen: v1 werd v2``."""
    if dag is None or not wordt:
        return f"{soort} is veranderd sinds u er het laatst in las."
    versies = f"v{was} werd v{wordt}" if was else f"het is nu v{wordt}"
    return f"{soort} is op {lang(dag)} vervangen: {versies}."


def telling_zin(telling: Plaatstelling) -> str:
    """Return how the notes of the reader stand that came along; empty without any (SCREENS 2.5)."""
    alle = telling.totaal
    if not alle:
        return ""
    if telling.wacht:
        return "Uw aantekeningen worden in deze versie gezocht…"
    if telling.op_plaats == alle:
        return "Uw aantekening staat op haar plaats." if alle == 1 else f"Uw {alle} aantekeningen staan op hun plaats."
    if alle == 1:
        return _een_zin(telling)
    werkwoord = "staat" if telling.op_plaats < 2 else "staan"
    eerst = f"{telling.op_plaats or 'Geen'} van uw {alle} aantekeningen {werkwoord}"
    eerst += " op haar plaats" if telling.op_plaats < 2 else " op hun plaats"
    return f"{eerst}; {opsomming(_rest(telling))}."


def _een_zin(telling: Plaatstelling) -> str:
    if telling.gewijzigd:
        return "Bij uw aantekening is de tekst gewijzigd."
    return "Van uw aantekening is de plek onzeker." if telling.onzeker else "Uw aantekening is niet teruggevonden."


def _rest(telling: Plaatstelling) -> list[str]:
    """Return of those that are not on their place how many there are of each kind."""
    rest = []
    if telling.gewijzigd:
        rest.append(f"bij {telling.gewijzigd} is de tekst gewijzigd")
    if telling.onzeker:
        rest.append(f"van {telling.onzeker} is de plek onzeker")
    if weg := telling.niet_gevonden:
        rest.append("1 is niet teruggevonden" if weg == 1 else f"{weg} zijn niet teruggevonden")
    return rest


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
        case Bladstand.ONBEKEND if blad.is_beeld:
            return f"blz. {blad.pagina} scan in één van beide versies, niet vergeleken"
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


def als_beeld_zin(paginas: Sequence[int]) -> str:
    """Return which pages are a scan in one of both versions; empty when none is."""
    if not paginas:
        return ""
    if len(paginas) == 1:
        wat = f"Blz. {paginas[0]} is in een van beide versies een scan zonder woorden."
    else:
        wat = f"De bladzijden {', '.join(_reeksen(paginas))} zijn in een van beide versies een scan zonder woorden."
    return f"{wat} Of daar een woord veranderde, is zo niet te zeggen: leg beide versies naast elkaar."


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
    elders = all(deel.soort is Deelsoort.VERPLAATST for deel in delen)
    erbij = f"{'verplaatst' if elders else 'erbij'}: {wordt}"
    wat = f"{was}  →  {wordt}" if was and wordt else erbij if wordt else f"weg: {was}"
    return f"blz. {delen[0].nieuw}:  {wat}"


_KORT = 48


def _kort(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= _KORT else f"{plat[: _KORT - 1].rstrip()}…"
