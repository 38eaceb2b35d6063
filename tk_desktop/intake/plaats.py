"""What the name of a received file tells: ``2a bijlage 1 - Projectplan.pdf``."""

import re
from dataclasses import dataclass
from pathlib import Path

from tk_desktop.domain.datum import MAANDEN
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort

_NAAM = re.compile(
    r"(?P<nummer>\d{1,2}[A-Z]?[a-z]?)[ _.-]+"
    r"(?:(?P<bijlage>[Bb]ijlagen?|[Bb]ijl\.?)[ _]*(?P<rang>\d{1,2})?)?"
    r"(?P<rest>.*)"
)
_GEEN_PLAATS = re.compile(rf"\d{{1,2}}([-.]\d{{1,2}}[-.]\d{{2,4}}|e |(?i:de |ste | ({'|'.join(MAANDEN)})\b)|[A-Z]-\S)")
"""Dates (04-03-2020, 4 maart), ordinals (1e) and words (3D-model): no number of an item."""

_ANTWOORD = re.compile(r"^(?:\s*(?:re|fw|fwd|antw|doorst|betreft|tr|aw|wg)\s*:)+", re.I)
_PUNT = re.compile(r"\b(?:agenda)?punt\s*(?:nr\.?\s*|nummer\s*)?(?P<nummer>\d{1,2}[A-Z]?[a-z]?)\b", re.I)
"""‘Bijlage bij agendapunt 2a’, in the subject of a message."""

_KOP = re.compile(r"\d{1,2}[A-Z]?[a-z]?[ .-]+")
_BIJLAGE = re.compile(r"(?:bijlagen?|bijl\.?)(?:\s*(?:nr\.?\s*)?\d{1,2}\b|\s+[A-H]\b)?\s*[-–:.]?\s*", re.I)

_SOORTEN = {
    "adviesnota": Soort.ADVIESNOTA,
    "opiniërende nota": Soort.OPINIERENDE_NOTA,
    "opinierende nota": Soort.OPINIERENDE_NOTA,
    "informatienota": Soort.INFORMATIENOTA,
    "tussentijdse rapportage": Soort.RAPPORTAGE,
    "infografic": Soort.INFOGRAPHIC,
    **{soort.value: soort for soort in Soort},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """Where a file belongs, by its name: the item, whether it is a bijlage and which one, its kind and title."""

    nummer: Nummer
    is_bijlage: bool
    rang: int | None
    soort: Soort
    titel: str

    @property
    def is_naamloos(self) -> bool:
        """Whether the name of the file held no title of its own: ``9a verslag.pdf``."""
        return self.titel == self.soort.value.capitalize()

    @property
    def volgorde(self) -> tuple[Nummer, bool, int]:
        """Where a file stands among others that came in with it: papers before their bijlagen, bijlage 2 before 10."""
        return self.nummer, self.is_bijlage, self.rang or 0


def plaats_van(bestand: Path) -> Plaats | None:
    """Return where a file belongs, or ``None`` when its name names no item."""
    treffer = _NAAM.fullmatch(bestand.stem)
    if treffer is None or _GEEN_PLAATS.match(bestand.stem):
        return None
    try:
        nummer = Nummer.lees(treffer["nummer"])
    except ValueError:
        return None
    is_bijlage = treffer["bijlage"] is not None
    rest = treffer["rest"].strip(" _-–.:")
    soort, titel = _soort_en_titel(rest)
    zonder_streep = re.match(r"\d+\w?\s*[-–_]", bestand.stem) is None
    if soort is None and not is_bijlage and not nummer.sub and zonder_streep and rest[:1].islower():
        return None  # ‘10 jaar samen’ is a title, ‘10 Samen’ and ‘10 brief - Samen’ are papers of item 10
    if soort is None:
        soort = Soort.BIJLAGE if is_bijlage else Soort.STUK
    standaard = f"Bijlage {treffer['rang']}" if treffer["rang"] else soort.value.capitalize()
    return Plaats(
        nummer=nummer,
        is_bijlage=is_bijlage,
        rang=int(treffer["rang"]) if treffer["rang"] else None,
        soort=soort,
        titel=titel or standaard,
    )


def plaats_bij(onderwerp: str, bestand: Path) -> Plaats | None:
    """Return where a file belongs by the subject of the message it came with: ‘Stukken agendapunt 2a’, or ‘2a Plan’."""
    kaal = _ANTWOORD.sub("", onderwerp).strip()
    treffer = _PUNT.search(kaal)
    vooraan = None if treffer else plaats_van(Path(f"{kaal.replace('/', ' ')}.pdf"))
    try:
        nummer = Nummer.lees(treffer["nummer"]) if treffer else vooraan.nummer if vooraan else None
    except ValueError:
        return None
    if nummer is None:
        return None
    soort, titel = naam_van(bestand)
    is_bijlage = re.match(r"bijl", bestand.stem.strip(), re.I) is not None
    soort = soort or (Soort.BIJLAGE if is_bijlage else Soort.STUK)
    rang = re.match(r"bijl(?:age)?[ ._]*(\d{1,2})\b", bestand.stem.strip(), re.I)
    return Plaats(nummer=nummer, is_bijlage=is_bijlage, rang=int(rang[1]) if rang else None, soort=soort, titel=titel)


def naam_van(bestand: Path) -> tuple[Soort | None, str]:
    """Return the kind and the title that the name of a file tells, whatever place stands in it.

    ``2a bijlage 1 - Begroting 2027.pdf`` is the begroting ‘Begroting 2027’; ``Brief - Zwembad.pdf`` the brief
    ‘Zwembad’. A name that is no more than a number or ‘bijlage 2’ stays as it is.
    """
    naam = " ".join(bestand.stem.replace("_", " ").split()) or bestand.name
    kaal = _KOP.sub("", naam, count=1) if plaats_van(bestand) is not None else naam
    kaal = _BIJLAGE.sub("", kaal, count=1).strip(" -–.:")
    soort, rest = _soort_en_titel(kaal)
    voor = kaal[: len(kaal) - len(rest)].rstrip() if soort is not None and rest else ""
    titel = rest if voor.endswith(("-", "–", ":")) else kaal
    return soort, _met_hoofdletter(titel or naam)


def _met_hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _soort_en_titel(rest: str) -> tuple[Soort | None, str]:
    tekst = " ".join(rest.replace("_", " ").split())
    klein = tekst.casefold()
    for woord, soort in sorted(_SOORTEN.items(), key=lambda paar: -len(paar[0])):
        if klein == woord:
            return soort, ""
        if klein.startswith(woord) and not klein[len(woord)].isalnum():
            rest = tekst[len(woord) :]
            return soort, rest.strip(" -–:") if _staat_los(rest) else _met_hoofdletter(tekst)
    return None, tekst


def _staat_los(rest: str) -> bool:
    """Tell whether what follows a kind is a title by itself: behind a dash, or with a capital of its own.

    ‘Brief van de minister’ and ‘Begroting 2027’ are titles as a whole.
    """
    kaal = rest.strip(" _-–:")
    return rest.lstrip().startswith(("-", "–", ":")) or kaal[:1].isupper() or not kaal[:1].isalnum()
