"""A nota in Word whose head says little: the subject is its first line, its kind stands in the name of the file."""

import re
from collections.abc import Sequence

from tk_desktop.domain.opmaak import Stukje
from tk_desktop.intake.indeling import Indeling
from tk_desktop.intake.regels import sleutel
from tk_desktop.intake.wordblokken import woorden
from tk_desktop.intake.wordnota import is_notatitel, kopvelden, telt_secties
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop

_BLIK = 12
"""How many blocks from the begin of a file its head is looked for."""
_LANGSTE = 120
"""A longer line is a sentence, no subject."""
_NOTA = re.compile(r"nota\b", re.I)
_BIJLAGE = re.compile(r"\bbijl(?:age)?\b", re.I)


def met_notakop(blokken: Sequence[WordBlok], naam: str, indeling: Indeling) -> tuple[tuple[WordBlok, ...], str] | None:
    """Return blocks under the head that a nota should have, with a question about it; ``None`` when nothing tells it.

    ``naam`` is that of the file.
    """
    plaats, eerste = next(
        ((nr, tekst) for nr, blok in enumerate(blokken[:_BLIK]) if (tekst := _onderwerp(blok, indeling))), (-1, "")
    )
    heeft_titel = any(is_notatitel(blok, indeling) for blok in blokken[:_BLIK])
    soort = "" if heeft_titel else _soort(naam, indeling)
    if not eerste:
        return None
    label = next(woord for woord, rol in indeling.nota.velden.paren if rol == "onderwerp")
    kop = [_alinea(soort)] if soort else []
    nieuw = (*kop, *blokken[:plaats], _alinea(f"{label}: {eerste}"), *blokken[plaats + 1 :])
    uit_naam = f" De naam van het bestand zegt dat dit een {soort.lower()} is." if soort else ""
    return nieuw, f"Het onderwerp is de eerste regel, ‘{eerste}’.{uit_naam} Klopt dat?"


def _onderwerp(blok: WordBlok, indeling: Indeling) -> str:
    """Return a line that may be a subject: short, alone, and nothing else of a nota."""
    tekst = woorden(blok).strip() if isinstance(blok, WordAlinea | WordKop) else ""
    anders = (
        not tekst
        or len(tekst) > _LANGSTE
        or ":" in tekst
        or tekst.endswith(".")
        or is_notatitel(blok, indeling)
        or telt_secties([blok], indeling, eigen=False)
        or kopvelden(blok, indeling, eigen=False)
    )
    return "" if anders else tekst


def _soort(naam: str, indeling: Indeling) -> str:
    """Return the title of the nota that the name of a file says it is; nothing when it says none."""
    stam = naam.rsplit(".", 1)[0]
    if not _NOTA.search(stam) or _BIJLAGE.search(stam):
        return ""
    titels = [titel for titel, _ in indeling.nota.titels]
    return next((titel for titel in titels if sleutel(titel) in sleutel(stam)), titels[0])


def _alinea(tekst: str) -> WordAlinea:
    return WordAlinea(stukjes=(Stukje(tekst=tekst),), stijl="")
