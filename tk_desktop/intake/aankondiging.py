"""How an agenda announces papers: ``Adviesnota ‘…’ (adviesnota met bijlagen 1 t/m 3 bijgevoegd)``."""

import re
from dataclasses import dataclass
from functools import cache

from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.indeling import Indeling, Stukwoorden, gewone_indeling, op_lengte
from tk_desktop.intake.lezing import GelezenStuk
from tk_desktop.intake.regels import sleutel

GETALLEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")

_HAAKJES = re.compile(r"\(([^()]*)\)?")
_ALGEMEEN = re.compile(r"^\s*(?:nota|stuk)\b", re.I)
_AANHALING = re.compile(r"[‘’'“\"](?P<titel>.+?)[’'”\"]?\s*[:;,.]?")
_OPMERKING = re.compile(r"(?<=[’'”\"])(?:\s*\((?:besloten|mondeling|nagekomen)\))+$")


@dataclass(frozen=True, slots=True)
class _Vormen:
    """What the words of a layout look like."""

    vooraan: re.Pattern[str]
    ergens: re.Pattern[str]
    belofte: re.Pattern[str]
    reeks: re.Pattern[str]
    opsomming: re.Pattern[str]
    telling: re.Pattern[str]
    meervoud: re.Pattern[str]
    enkelvoud: re.Pattern[str]


@cache
def _vormen(woorden: Stukwoorden) -> _Vormen:
    keus = "|".join(re.escape(woord).replace(r"\ ", r"\s+") for woord in op_lengte(naam for naam, _ in woorden.woorden))
    bijlage = "|".join(map(re.escape, woorden.bijlage))
    return _Vormen(
        vooraan=re.compile(rf"({keus})\b[\s:]*", re.I),
        ergens=re.compile(rf"\b({keus})\b", re.I),
        belofte=re.compile(rf"\b(?:{'|'.join(map(re.escape, woorden.beloften))})\b", re.I),
        reeks=re.compile(rf"\b(?:{bijlage})n?\s+(\d+)\s*(?:t/m|tot\s+en\s+met|[-–])\s*(\d+)", re.I),
        opsomming=re.compile(rf"\b(?:{bijlage})n?\s+(\d+(?:\s*(?:,|en)\s*\d+)*)", re.I),
        telling=re.compile(rf"\b(\d+|{'|'.join(GETALLEN)})\s+(?:{bijlage})n?\b", re.I),
        meervoud=re.compile(rf"\b(?:{bijlage})n\b", re.I),
        enkelvoud=re.compile(rf"\b(?:{bijlage})\b", re.I),
    )


def ontleed(
    onderwerp: str, indeling: Indeling | None = None, *, verslag: bool = False
) -> tuple[str, tuple[GelezenStuk, ...], tuple[str, ...]]:
    """Return the title in the words of an item, the papers it announces, and questions about them.

    The kind before a quoted title and the announcements between brackets are not part of the title.
    ``verslag`` tells that the item stands under ‘Verslagen’, where each title is that of a verslag.
    """
    woorden = (indeling or gewone_indeling()).stukken
    beloften = [treffer for treffer in _HAAKJES.finditer(onderwerp) if _is_belofte(treffer[1], woorden)]
    kaal = onderwerp
    for treffer in reversed(beloften):
        kaal = f"{kaal[: treffer.start()]} {kaal[treffer.end() :]}"
    kaal = " ".join(kaal.split())
    titel, voor = _titel(kaal, woorden)
    vragen: list[str] = []
    stukken = []
    for treffer in beloften:
        soort = _soort(treffer[1], voor, woorden)
        aantal, vraag = _bijlagen(treffer[1], woorden)
        vragen.extend([vraag] if vraag else [])
        if soort is Soort.STUK and _ALGEMEEN.match(treffer[1]):
            vragen.append("De agenda belooft een nota, maar noemt de soort niet. Kies de soort zelf.")
        if soort is Soort.STUK and verslag:
            soort = Soort.VERSLAG
        letterlijk = f"({' '.join(treffer[1].split())})"
        stukken.append(GelezenStuk(soort=soort, titel=titel, bijlagen_beloofd=aantal, letterlijk=letterlijk))
    if not beloften and titel and (verslag or (voor and (voor.is_nota or voor is Soort.VERSLAG))):
        stukken.append(GelezenStuk(soort=Soort.VERSLAG if verslag else voor or Soort.STUK, titel=titel))
    if kaal.count("‘") > kaal.count("’"):
        vragen.append("De titel begint met een aanhalingsteken dat nergens sluit. Loopt de titel hier goed af?")
    return titel, tuple(stukken) if titel else (), tuple(vragen)


def is_aankondiging(tekst: str, indeling: Indeling | None = None) -> bool:
    """Tell whether a text announces a paper between brackets; the closing bracket may be on the next line."""
    woorden = (indeling or gewone_indeling()).stukken
    return any(_is_belofte(treffer[1], woorden) for treffer in _HAAKJES.finditer(tekst))


def is_alleen_soort(tekst: str, indeling: Indeling | None = None) -> bool:
    """Tell whether a text is only the kind of a paper: its title is still to come."""
    woorden = (indeling or gewone_indeling()).stukken.woorden
    return sleutel(tekst) in {sleutel(woord) for woord, soort in woorden if soort.is_nota}


def is_verslagen(titel: str, indeling: Indeling | None = None) -> bool:
    """Tell whether an item gathers minutes."""
    koppen = (indeling or gewone_indeling()).stukken.verslagen
    return sleutel(titel).startswith(tuple(map(sleutel, koppen)))


def _is_belofte(tekst: str, woorden: Stukwoorden) -> bool:
    vormen = _vormen(woorden)
    return bool(vormen.belofte.search(tekst) or vormen.vooraan.match(tekst.strip()) or _ALGEMEEN.match(tekst))


def _titel(kaal: str, woorden: Stukwoorden) -> tuple[str, Soort | None]:
    """Return the title without the kind of a nota before it, and the kind that was named there."""
    vooraan = _vormen(woorden).vooraan.match(kaal)
    soort = _soort_van(vooraan[1], woorden) if vooraan else None
    titel = kaal
    if vooraan and soort and kaal[vooraan.end() :].strip():
        rest = kaal[vooraan.end() :].strip()
        titel = rest if soort.is_nota or _AANHALING.fullmatch(rest) else kaal
    aanhaling = _AANHALING.fullmatch(_OPMERKING.sub("", titel))
    if aanhaling and not re.search(r"[‘’“”]\s", aanhaling["titel"]):
        titel = aanhaling["titel"]
    return titel.strip().rstrip(":;").strip(), soort


def _soort_van(woord: str, woorden: Stukwoorden) -> Soort | None:
    gezocht = sleutel(woord)
    return next((soort for naam, soort in woorden.woorden if sleutel(naam) == gezocht), None)


def _soort(belofte: str, voor: Soort | None, woorden: Stukwoorden) -> Soort:
    """Return the kind an announcement names, else the kind before the title."""
    vormen = _vormen(woorden)
    genoemd = vormen.vooraan.match(belofte.strip()) or vormen.ergens.search(belofte)
    return (_soort_van(genoemd[1], woorden) if genoemd else None) or voor or Soort.STUK


def _bijlagen(belofte: str, woorden: Stukwoorden) -> tuple[int, str]:
    """Return how many bijlagen an announcement promises, and a question when it does not say."""
    vormen = _vormen(woorden)
    if reeks := vormen.reeks.search(belofte):
        return max(0, int(reeks[2]) - int(reeks[1]) + 1), ""
    if opsomming := vormen.opsomming.search(belofte):
        return len(re.findall(r"\d+", opsomming[1])), ""
    if telling := vormen.telling.search(belofte):
        woord = telling[1].lower()
        return (int(woord) if woord.isdigit() else GETALLEN.index(woord) + 1), ""
    if vormen.meervoud.search(belofte):
        return 1, "De agenda belooft bijlagen zonder aantal; wij houden er één aan. Hoeveel zijn het?"
    return (1, "") if vormen.enkelvoud.search(belofte) else (0, "")
