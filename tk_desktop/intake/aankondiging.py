"""How an agenda announces papers: ``Adviesnota ‘…’ (adviesnota met bijlagen 1 t/m 3 bijgevoegd)``."""

import re

from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.lezing import GelezenStuk
from tk_desktop.intake.regels import sleutel

SOORTWOORDEN: tuple[tuple[str, Soort], ...] = (
    ("opiniërende nota", Soort.OPINIERENDE_NOTA),
    ("opinierende nota", Soort.OPINIERENDE_NOTA),
    ("opinienota", Soort.OPINIERENDE_NOTA),
    ("adviesnota", Soort.ADVIESNOTA),
    ("advies nota", Soort.ADVIESNOTA),
    ("informatienota", Soort.INFORMATIENOTA),
    ("informatie nota", Soort.INFORMATIENOTA),
    ("informatiekaart", Soort.INFORMATIEKAART),
    ("notitie", Soort.NOTITIE),
    ("memo", Soort.NOTITIE),
    ("projectplan", Soort.PROJECTPLAN),
    ("jaaroverzicht", Soort.JAAROVERZICHT),
    ("tussentijdse rapportage", Soort.RAPPORTAGE),
    ("halfjaarrapportage", Soort.RAPPORTAGE),
    ("voortgangsrapportage", Soort.RAPPORTAGE),
    ("rapport", Soort.RAPPORT),
    ("brief", Soort.BRIEF),
    ("infographic", Soort.INFOGRAPHIC),
    ("infografic", Soort.INFOGRAPHIC),
    ("infografiek", Soort.INFOGRAPHIC),
    ("presentatie", Soort.PRESENTATIE),
    ("conceptverslag", Soort.VERSLAG),
    ("verslag", Soort.VERSLAG),
    ("notulen", Soort.VERSLAG),
    ("werkplan", Soort.WERKPLAN),
    ("begrotingswijziging", Soort.BEGROTINGSWIJZIGING),
    ("begroting", Soort.BEGROTING),
)
"""The words for kinds of papers; of two that fit the longer one counts."""

KOPPEN_VERSLAGEN = ("verslagen", "notulen", "verslag")
BELOFTEN = ("bijgevoegd", "bijlage", "bijlagen", "nagezonden", "nazending", "volgt", "ter inzage")
GETALLEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")

_OP_LENGTE = sorted(SOORTWOORDEN, key=lambda paar: -len(paar[0]))
_KEUS = "|".join(re.escape(woord).replace(r"\ ", r"\s+") for woord, _ in _OP_LENGTE)
_VOORAAN = re.compile(rf"({_KEUS})\b[\s:]*", re.I)
_ERGENS = re.compile(rf"\b({_KEUS})\b", re.I)
_HAAKJES = re.compile(r"\(([^()]*)\)?")
_BELOFTE = re.compile(rf"\b(?:{'|'.join(BELOFTEN)})\b", re.I)
_ALGEMEEN = re.compile(r"^\s*(?:nota|stuk)\b", re.I)
_AANHALING = re.compile(r"[‘’'“\"](?P<titel>.+?)[’'”\"]?\s*[:;,.]?")
_OPMERKING = re.compile(r"(?<=[’'”\"])(?:\s*\((?:besloten|mondeling|nagekomen)\))+$")
_REEKS = re.compile(r"\bbijlagen?\s+(\d+)\s*(?:t/m|tot\s+en\s+met|[-–])\s*(\d+)", re.I)
_OPSOMMING = re.compile(r"\bbijlagen?\s+(\d+(?:\s*(?:,|en)\s*\d+)*)", re.I)
_TELLING = re.compile(rf"\b(\d+|{'|'.join(GETALLEN)})\s+bijlagen?\b", re.I)


def ontleed(onderwerp: str, *, verslag: bool = False) -> tuple[str, tuple[GelezenStuk, ...], tuple[str, ...]]:
    """Return the title in the words of an item, the papers it announces, and questions about them.

    The kind before a quoted title and the announcements between brackets are not part of the title.
    ``verslag`` tells that the item stands under ‘Verslagen’, where each title is that of a verslag.
    """
    beloften = [treffer for treffer in _HAAKJES.finditer(onderwerp) if _is_belofte(treffer[1])]
    kaal = onderwerp
    for treffer in reversed(beloften):
        kaal = f"{kaal[: treffer.start()]} {kaal[treffer.end() :]}"
    kaal = " ".join(kaal.split())
    titel, voor = _titel(kaal)
    vragen: list[str] = []
    stukken = []
    for treffer in beloften:
        soort = _soort(treffer[1], voor)
        aantal, vraag = _bijlagen(treffer[1])
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


def is_aankondiging(tekst: str) -> bool:
    """Tell whether a text announces a paper between brackets; the closing bracket may be on the next line."""
    return any(_is_belofte(treffer[1]) for treffer in _HAAKJES.finditer(tekst))


def is_alleen_soort(tekst: str) -> bool:
    """Tell whether a text is only the kind of a paper: its title is still to come."""
    return sleutel(tekst) in {sleutel(woord) for woord, soort in SOORTWOORDEN if soort.is_nota}


def is_verslagen(titel: str) -> bool:
    """Tell whether an item gathers minutes."""
    return sleutel(titel).startswith(KOPPEN_VERSLAGEN)


def _is_belofte(tekst: str) -> bool:
    return bool(_BELOFTE.search(tekst) or _VOORAAN.match(tekst.strip()) or _ALGEMEEN.match(tekst))


def _titel(kaal: str) -> tuple[str, Soort | None]:
    """Return the title without the kind of a nota before it, and the kind that was named there."""
    vooraan = _VOORAAN.match(kaal)
    soort = _soort_van(vooraan[1]) if vooraan else None
    titel = kaal
    if vooraan and soort and kaal[vooraan.end() :].strip():
        rest = kaal[vooraan.end() :].strip()
        titel = rest if soort.is_nota or _AANHALING.fullmatch(rest) else kaal
    aanhaling = _AANHALING.fullmatch(_OPMERKING.sub("", titel))
    if aanhaling and not re.search(r"[‘’“”]\s", aanhaling["titel"]):
        titel = aanhaling["titel"]
    return titel.strip().rstrip(":;").strip(), soort


def _soort_van(woord: str) -> Soort | None:
    gezocht = sleutel(woord)
    return next((soort for naam, soort in SOORTWOORDEN if sleutel(naam) == gezocht), None)


def _soort(belofte: str, voor: Soort | None) -> Soort:
    """Return the kind an announcement names, else the kind before the title."""
    genoemd = _VOORAAN.match(belofte.strip()) or _ERGENS.search(belofte)
    return (_soort_van(genoemd[1]) if genoemd else None) or voor or Soort.STUK


def _bijlagen(belofte: str) -> tuple[int, str]:
    """Return how many bijlagen an announcement promises, and a question when it does not say."""
    if reeks := _REEKS.search(belofte):
        return max(0, int(reeks[2]) - int(reeks[1]) + 1), ""
    if opsomming := _OPSOMMING.search(belofte):
        return len(re.findall(r"\d+", opsomming[1])), ""
    if telling := _TELLING.search(belofte):
        woord = telling[1].lower()
        return (int(woord) if woord.isdigit() else GETALLEN.index(woord) + 1), ""
    if re.search(r"\bbijlagen\b", belofte, re.I):
        return 1, "De agenda belooft bijlagen zonder aantal; wij houden er één aan. Hoeveel zijn het?"
    return (1, "") if re.search(r"\bbijlage\b", belofte, re.I) else (0, "")
