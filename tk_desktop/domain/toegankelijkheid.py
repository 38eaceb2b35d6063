"""Whether everybody can read a paper that came in, and what to ask its sender (L7; EN 301 549, WCAG 2.1 AA).

A program can see much of it: that a file says what is a heading, in which language it is, that a scan has no words. It
cannot see whether a description of a picture is a good one: that stays for who reads it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tk_desktop.domain.opsomming import opsomming

_MEESTE = 8
"""Pages named in a sentence; the others are counted."""


class Leespunt(StrEnum):
    """What is looked at, in the words of a list."""

    OPBOUW = "opbouw"
    TITEL = "titel"
    TAAL = "taal"
    TEKST = "tekst"
    BEELD = "beschrijving van beelden"
    VOLGORDE = "leesvolgorde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesbaarheid:
    """What a file says of itself; pages count from 1.

    ``zonder_tekst`` are pages with something on them and no words; ``zonder_beschrijving`` those with a picture that
    nothing is said of, in a file that says what its parts are. ``springt`` are pages on which the words do not follow
    each other from above to below, ``sprong`` tells of the first heading that leaves out a level.
    """

    paginas: int
    getagd: bool
    titel: str = ""
    taal: str = ""
    zonder_tekst: tuple[int, ...] = ()
    zonder_beschrijving: tuple[int, ...] = ()
    springt: tuple[int, ...] = ()
    sprong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesregel:
    """One point of the report: whether it is right, what was seen, and what to ask the sender (empty when right)."""

    punt: Leespunt
    goed: bool
    gezien: str
    vraag: str = ""


def leesregels(van: Leesbaarheid) -> tuple[Leesregel, ...]:
    """Return the report of a file, each point once, always in the same order."""
    return tuple(_regels(van))


def letter_to_sender(titel: str, regels: Sequence[Leesregel]) -> str:
    """Return a text to send to who made a paper: what to mend, point by point; empty when there is nothing to ask."""
    vragen = [regel.vraag for regel in regels if regel.vraag]
    if not vragen:
        return ""
    punten = "\n".join(f"{nummer}. {vraag}" for nummer, vraag in enumerate(vragen, 1))
    return (
        f"Beste collega,\n\nWij publiceren ‘{titel}’. Iedereen moet een openbaar stuk kunnen lezen, ook met een "
        "schermlezer, vergroot of op een telefoon. Dat is met dit bestand nog niet zo. Wilt u een nieuwe pdf sturen "
        f"waarin dit is verbeterd?\n\n{punten}\n\nIn Word controleert u het met Controleren › Toegankelijkheid "
        "controleren. Bewaar daarna met Opslaan als › PDF, en laat bij Opties ‘Codes voor documentstructuur’ aan "
        "staan. Print niet naar pdf en stuur geen scan.\n\nAlvast dank."
    )


def _regels(van: Leesbaarheid) -> Iterator[Leesregel]:
    yield _opbouw(van)
    titel = van.titel.strip()
    yield _regel(
        Leespunt.TITEL,
        f"Het bestand heet ‘{titel}’." if titel else "Het bestand zegt niet hoe het heet.",
        "" if titel else "Geef het bestand een titel (Bestand › Info › Titel).",
    )
    yield _regel(
        Leespunt.TAAL,
        f"De taal staat erin: {van.taal}." if van.taal else "De taal van de tekst staat er niet in.",
        "" if van.taal else "Stel de taal van het document in op Nederlands.",
    )
    yield _tekst(van)
    yield _beeld(van)
    yield _volgorde(van)


def _regel(punt: Leespunt, gezien: str, vraag: str = "") -> Leesregel:
    return Leesregel(punt=punt, goed=not vraag, gezien=gezien, vraag=vraag)


def _opbouw(van: Leesbaarheid) -> Leesregel:
    if not van.getagd:
        return _regel(
            Leespunt.OPBOUW,
            "Het bestand zegt niet wat een kop, een alinea of een tabel is.",
            "Maak koppen, lijsten en tabellen met de stijlen van Word en bewaar de pdf met documentstructuur.",
        )
    if van.sprong:
        vraag = f"Gebruik koppen op volgorde, zonder een niveau over te slaan ({van.sprong})."
        return _regel(Leespunt.OPBOUW, f"Koppen slaan een niveau over: {van.sprong}.", vraag)
    return _regel(Leespunt.OPBOUW, "Koppen, alinea’s en tabellen zijn als zodanig aangegeven.")


def _tekst(van: Leesbaarheid) -> Leesregel:
    if not van.zonder_tekst:
        return _regel(Leespunt.TEKST, "Elke bladzijde heeft tekst die kan worden voorgelezen.")
    bladen = _bladen(van.zonder_tekst)
    vraag = f"Stuur het document zelf in plaats van een scan; tekst ontbreekt op {bladen}."
    return _regel(Leespunt.TEKST, f"Zonder tekst: {bladen}.", vraag)


def _beeld(van: Leesbaarheid) -> Leesregel:
    if not van.getagd:
        gezien = "Zonder opbouw kan een beeld geen beschrijving hebben."
        return Leesregel(punt=Leespunt.BEELD, goed=False, gezien=gezien)
    if not van.zonder_beschrijving:
        return _regel(Leespunt.BEELD, "Elk beeld heeft een beschrijving.")
    bladen = _bladen(van.zonder_beschrijving)
    vraag = f"Beschrijf elk beeld dat iets vertelt in een of twee zinnen (alternatieve tekst): {bladen}."
    return _regel(Leespunt.BEELD, f"Een beeld zonder beschrijving staat op {bladen}.", vraag)


def _volgorde(van: Leesbaarheid) -> Leesregel:
    if not van.springt:
        return _regel(Leespunt.VOLGORDE, "Niets wijst op een verkeerde volgorde.")
    bladen = _bladen(van.springt)
    return _regel(
        Leespunt.VOLGORDE,
        f"De tekst verspringt op {bladen}; een schermlezer kan die in een verkeerde volgorde lezen.",
        f"Kijk na in welke volgorde de tekst wordt gelezen op {bladen}; gebruik kolommen in plaats van tekstvakken en "
        "tabs.",
    )


def _bladen(paginas: Sequence[int]) -> str:
    rest = f" en nog {len(paginas) - _MEESTE}" if len(paginas) > _MEESTE else ""
    return f"blz. {opsomming(map(str, paginas[:_MEESTE]))}{rest}"
