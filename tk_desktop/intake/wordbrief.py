"""Reads the letter that invites to a meeting in a Word file: its fields in cells, its body as rich text."""

from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.opmaak import Stukje
from tk_desktop.intake.brief import NAMENS, is_aanhef, is_afsluiting, lees_uitnodiging
from tk_desktop.intake.indeling import Indeling
from tk_desktop.intake.lezing import GelezenUitnodiging
from tk_desktop.intake.wordblokken import als_regels, celtekst, opmaak, regels_van, velden, woorden
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop, WordTabel


def lees_word_brief(
    blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool
) -> tuple[GelezenUitnodiging, tuple[Twijfel, ...]]:
    """Return the invitation in these blocks and what is doubtful in it.

    What the sentences of the letter tell (day, time, place, absence) is read from its lines; its fields and its text
    come from the file as it is built.
    """
    etiketten = indeling.brief.velden
    genoemd = "onderwerp" in velden(blokken, etiketten, eigen=eigen)
    regels = als_regels(blokken if genoemd else [_met_etiket(blok) for blok in blokken], etiketten.namen)
    brief, twijfels = lees_uitnodiging(regels, indeling)
    slot = _slot(blokken, indeling)
    begin = _na_aanhef(blokken[:slot], indeling)
    kop = {naam: celtekst(waarde) for naam, waarde in velden(blokken[:begin], etiketten, eigen=eigen).items()}
    titel = next((woorden(blok) for blok in blokken[:begin] if isinstance(blok, WordKop)), "")
    ondertekening = _ondertekening(blokken[slot + 1 :])
    mail = kop.get("email", "")
    brief = replace(
        brief,
        aan=_aan(blokken[:begin]) or brief.aan,
        uw_kenmerk=kop.get("uw_kenmerk", ""),
        ons_kenmerk=kop.get("ons_kenmerk", ""),
        datum=lees_datum(kop.get("datum", "")) or brief.datum,
        behandeld_door=kop.get("behandeld_door", ""),
        email=mail or brief.email,
        doorkiesnummer=kop.get("telefoon", ""),
        onderwerp=kop.get("onderwerp", "") or titel or brief.onderwerp,
        tekst=opmaak(blokken[begin:slot], eigen=eigen),
        ondertekenaar=ondertekening[0],
        functie=ondertekening[1],
    )
    return brief, twijfels


def _met_etiket(blok: WordBlok) -> WordBlok:
    """Return the title of a letter as the line of its subject."""
    if isinstance(blok, WordKop) and _is_titel(blok):
        return WordAlinea(stukjes=(Stukje(tekst=f"ONDERWERP: {woorden(blok)}"),), stijl=blok.stijl)
    return blok


def _slot(blokken: Sequence[WordBlok], indeling: Indeling) -> int:
    """Return the place of the closing words: the last line that holds them and nothing else."""
    plaatsen = [plaats for plaats, blok in enumerate(blokken) if is_afsluiting(woorden(blok), indeling)]
    return plaatsen[-1] if plaatsen else len(blokken)


def _na_aanhef(blokken: Sequence[WordBlok], indeling: Indeling) -> int:
    """Return where the body begins: behind the salutation, else behind the subject and the fields."""
    for plaats, blok in enumerate(blokken):
        if isinstance(blok, WordAlinea) and is_aanhef(woorden(blok), indeling):
            return plaats + 1
    hoofd = [plaats for plaats, blok in enumerate(blokken) if isinstance(blok, WordTabel) or _is_titel(blok)]
    return hoofd[-1] + 1 if hoofd else 0


def _ondertekening(blokken: Sequence[WordBlok]) -> tuple[str, str]:
    """Return name and function under a letter; that it is sent for the chair too is neither."""
    namen = [regel.rstrip(" ,") for regel in regels_van(blokken) if regel and not NAMENS.search(regel)]
    naam, functie, *_ = [*namen, "", ""]
    return naam, functie


def _is_titel(blok: WordBlok) -> bool:
    return isinstance(blok, WordKop) and blok.niveau == 0


def _aan(blokken: Sequence[WordBlok]) -> str:
    """Return whom the letter is for, without the word ``Aan``."""
    for blok in blokken:
        eerste, _, rest = woorden(blok).partition(" ")
        if eerste.rstrip(":").casefold() == "aan" and rest:
            return rest
    return ""
