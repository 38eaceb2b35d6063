"""Reads who was there and who was not from the head of a verslag (catalogue 87-92)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.intake.lezing import GelezenAanwezige
from tk_desktop.intake.namen import zonder_aanspreking

_BUITEN_HAAKJES = re.compile(r"(?:,\s*|\s+en\s+|;\s*)(?![^()]*\))")
_NAAM = re.compile(r"(?P<naam>[^()]+?)\s*(?:\((?P<achter>[^()]*)\))?")
_BERICHT = re.compile(r"met (?:bericht|kennisgeving)", re.I)
_VOLMACHT = re.compile(r"\s*\bvolmacht aan (?P<naam>.+)", re.I)
_DICHT_EN_OPEN = re.compile(r"\)\s*\(")
_VAN_TOT = re.compile(r"(?:agenda)?punt\s+(?P<van>\d{1,2}[A-Z]?[a-z]?)\s+t/m\s+(?P<tot>\d{1,2}[A-Z]?[a-z]?)$", re.I)
_BINNEN = re.compile(r"\s*[;,]\s*")
_GRENS = re.compile(r"(?P<soort>t/m|tot en met|vanaf|bij|tot)\s+(?:agenda)?punt\s+(?P<punt>\d{1,2}[A-Z]?[a-z]?)$", re.I)
_PUNT = re.compile(r"(\d{1,2})([A-Z]?)([a-z]?)")
_KLEIN = frozenset({"van", "de", "den", "der", "aan", "op", "ten", "ter", "en", "het"})
_ROLWOORDEN = frozenset({"voorzitter", "secretaris", "verslag", "als vervanger"})
_EEN_LIJST = 3
"""So many names are who was there; one or two may be a remark."""
_LANGSTE_PLAATS = 5
"""No gemeente has more words in its name."""


def lees_namen(tekst: str, *, eigen: bool = False) -> tuple[GelezenAanwezige, ...]:
    """Return who a line of names tells: with gemeente, function, role and the items they were there at.

    Our own verslag (``eigen``) says of who was absent whether they had told, and who voted for them.
    """
    delen = (" ".join(deel.split()) for deel in _BUITEN_HAAKJES.split(tekst.strip(" .")))
    personen = tuple(_persoon(deel, eigen=eigen) for deel in delen if deel)
    if eigen or len(personen) < _EEN_LIJST or any(persoon.namens for persoon in personen):
        return personen
    return tuple(_als_lid(persoon) for persoon in personen)


def lees_nummer(tekst: str) -> Nummer | None:
    """Return the number of an item as it is printed: 2, 1A, 2a."""
    treffer = _PUNT.fullmatch(tekst.strip(". "))
    return Nummer(int(treffer[1]), treffer[2], treffer[3]) if treffer else None


def _als_lid(persoon: GelezenAanwezige) -> GelezenAanwezige:
    """Return somebody as a member where nobody's gemeente is told: then not having one makes nobody a guest."""
    is_lid = persoon.hoedanigheid is Hoedanigheid.GENODIGDE and not persoon.functie
    return replace(persoon, hoedanigheid=Hoedanigheid.LID) if is_lid else persoon


def _persoon(tekst: str, *, eigen: bool) -> GelezenAanwezige:
    treffer = _NAAM.fullmatch(_DICHT_EN_OPEN.sub("; ", tekst))
    naam, achter = (treffer["naam"], treffer["achter"] or "") if treffer else (tekst, "")
    van: Nummer | None = None
    tot: Nummer | None = None
    delen: list[str] = []
    met_bericht, volmacht_aan = not eigen, ""
    for deel in filter(None, _BINNEN.split(achter.strip())):
        if _BERICHT.fullmatch(deel):
            met_bericht = True
            continue
        volmacht = _VOLMACHT.search(deel)
        volmacht_aan = volmacht["naam"] if volmacht else volmacht_aan
        rest, begin, einde = _bij_punten(deel[: volmacht.start()] if volmacht else deel)
        van, tot = begin or van, einde or tot
        delen += [rest] if rest else []
    hoedanigheid, namens, functie = _rol(delen)
    return GelezenAanwezige(
        naam=zonder_aanspreking(naam),
        hoedanigheid=hoedanigheid,
        namens=namens,
        functie=functie,
        van_punt=van,
        tot_punt=tot,
        met_bericht=met_bericht,
        volmacht_aan=volmacht_aan,
    )


def _bij_punten(tekst: str) -> tuple[str, Nummer | None, Nummer | None]:
    """Return words without the items that they end in, with the first and the last of those."""
    if (beide := _VAN_TOT.search(tekst)) is not None:
        return tekst[: beide.start()].strip(), lees_nummer(beide["van"]), lees_nummer(beide["tot"])
    grens = _GRENS.search(tekst)
    if grens is None:
        return tekst, None, None
    punt, soort = lees_nummer(grens["punt"]), grens["soort"].lower()
    van = punt if soort in {"vanaf", "bij"} else None
    return tekst[: grens.start()].strip(), van, punt if soort != "vanaf" else None


def _rol(delen: Sequence[str]) -> tuple[Hoedanigheid, str, str]:
    """Return as what somebody was there, for which gemeente, and what else stands behind the name."""
    woorden = {woord for deel in delen for woord in deel.casefold().split()}
    rest = [deel for deel in delen if deel.casefold() not in _ROLWOORDEN]
    plaats = next((deel for deel in rest if _is_plaats(deel)), "")
    functie = ", ".join(deel for deel in rest if deel != plaats)
    if "voorzitter" in woorden:
        return Hoedanigheid.VOORZITTER, plaats, functie
    if "secretaris" in woorden:
        return Hoedanigheid.SECRETARIS, plaats, functie
    if "vervanger" in woorden:
        return Hoedanigheid.VERVANGER, plaats, functie
    if "verslag" in woorden or "notulist" in woorden:
        return Hoedanigheid.NOTULIST, plaats, functie.removesuffix("verslag").strip()
    return (Hoedanigheid.LID if plaats else Hoedanigheid.GENODIGDE), plaats, functie


def _is_plaats(tekst: str) -> bool:
    """Tell whether words are the name of a gemeente: capitals, but no abbreviation of an organisation or role."""
    woorden = tekst.split()
    groot = all(woord in _KLEIN or woord[0].isupper() for woord in woorden)
    return groot and woorden[0][0].isupper() and not tekst.isupper() and len(woorden) <= _LANGSTE_PLAATS
