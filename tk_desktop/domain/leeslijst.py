"""What a reader sees of a set: how far each paper is read, which notes there are, and in which order (F8, F9, F15)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Anker, Oordeel, Soort, Zicht
from tk_desktop.domain.leesstand import Leesstand
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.domain.vergaderset import Onderdeelsoort, Vergaderset


class Leesmerk(StrEnum):
    """How far a reader is with a paper."""

    ONGELEZEN = "ongelezen"
    BEGONNEN = "begonnen"
    GELEZEN = "gelezen"
    GEWIJZIGD = "gewijzigd"


def leesmerk(stand: Leesstand | None, versie: str, paginas: int) -> Leesmerk:
    """Return how far a reader is with a paper of so many pages; an empty ``versie`` or 0 pages is not known yet."""
    if stand is None:
        return Leesmerk.ONGELEZEN
    if versie and stand.versie != versie:
        return Leesmerk.GEWIJZIGD
    alles = stand.bladen.issuperset(range(1, paginas + 1))
    return Leesmerk.GELEZEN if alles else Leesmerk.BEGONNEN


def mag_lezen(aantekening: Aantekening, lezer: str, *, secretaris: bool = False) -> bool:
    """Tell whether somebody may read a note: its writer, with whom it is shared, the secretaris what is for them."""
    return aantekening.leesbaar_voor(lezer) or (secretaris and is_voor_secretariaat(aantekening))


def is_voor_secretariaat(een: Aantekening) -> bool:
    """Tell whether a note is for whoever is secretaris: shared with the secretariat or with all, or a question put.

    A question that its writer shared with anybody reaches the secretariat (F18); one that is private is nobody else's.
    """
    return een.leesbaar_voor(SECRETARIAAT) or is_gesteld(een)


def op_volgorde(aantekeningen: Iterable[Aantekening], plan: Vergaderset) -> tuple[Aantekening, ...]:
    """Return notes in the order of the set: by item, by paper, by place; those on what is gone come last."""
    punten = {punt.id: rang for rang, punt in enumerate(plan.opname.agendapunten, 1)}
    papieren = {deel.sleutel: rang for rang, deel in enumerate(plan.onderdelen, 1)}
    na = len(papieren) + len(punten) + 1
    bij = {
        deel.sleutel: punten.get(plan.punt_van(deel) or "", _zonder_punt(deel.soort, na)) for deel in plan.onderdelen
    }

    def plek(een: Aantekening) -> tuple[object, ...]:
        if een.soort is Soort.PUNTNOTITIE:
            return punten.get(een.agendapunt_id or "", na), 0, 0, 0.0, 0.0, een.gemaakt, een.id
        rang = papieren.get(een.papier, na)
        return bij.get(een.papier, na), rang, *bladorde(een, een.plaats.anker if een.plaats else None)

    return tuple(sorted(aantekeningen, key=plek))


def bladorde(een: Aantekening, anker: Anker | None) -> tuple[int, float, float, datetime, str]:
    """Return what sorts the notes of one paper as they are read: by page, from above, from the left.

    A note at a page has its sign above all lines; ``anker`` is where the note stands, nothing for one without a place.
    """
    if anker is None:
        return 0, 0.0, 0.0, een.gemaakt, een.id
    punten = [(p.x, p.y) for lijn in een.lijnen_in(anker.versie) if lijn.pagina == anker.pagina for p in lijn.punten]
    hoeken = [(vlak.x0, vlak.y1) for vlak in anker.vlakken if vlak.pagina == anker.pagina] or punten
    boven = max((y for _, y in hoeken), default=float("inf"))
    links = min((x for x, _ in hoeken), default=0.0)
    is_bij_blad = een.soort is Soort.BLADNOTITIE
    return anker.pagina, float("-inf") if is_bij_blad else -boven, links, een.gemaakt, een.id


def _zonder_punt(soort: Onderdeelsoort, na: int) -> int:
    """Letter and agenda stand before the items, loose papers after them."""
    return 0 if soort in (Onderdeelsoort.BRIEF, Onderdeelsoort.AGENDA, Onderdeelsoort.INHOUD) else na


class Vanwie(StrEnum):
    """Whose notes a list shows (F8)."""

    MIJ = "van mij"
    GEDEELD = "door mij gedeeld"
    ANDEREN = "van anderen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantekenkeuze:
    """Which notes a list shows: all, until something is chosen (F9).

    ``punt_id`` is the item they were written at, ``van`` whose they are, seen by ``lezer``; ``open_vraag`` are
    questions without answer, ``ongeplaatst`` notes whose passage was not found in the new version, ``nakijken`` those
    whose place is likely.
    """

    soort: Soort | None = None
    kleur: Kleur | None = None
    punt_id: str = ""
    label: str = ""
    van: Vanwie | None = None
    lezer: str = ""
    open_vraag: bool = False
    ongeplaatst: bool = False
    nakijken: bool = False
    woord: str = ""

    def toont(self, een: Aantekening) -> bool:
        """Tell whether a note is shown."""
        return (
            (self.soort is None or een.soort is self.soort)
            and (self.kleur is None or een.kleur is self.kleur)
            and (not self.punt_id or een.agendapunt_id == self.punt_id)
            and (not self.label or self.label in een.labels)
            and (self.van is None or _is_van(een, self.van, self.lezer))
            and (not self.open_vraag or is_open_vraag(een))
            and (not self.ongeplaatst or is_ongeplaatst(een))
            and (not self.nakijken or is_na_te_kijken(een))
            and (not self.woord or self.woord.casefold() in een.zoektekst().casefold())
        )


def _is_van(een: Aantekening, van: Vanwie, lezer: str) -> bool:
    match van:
        case Vanwie.MIJ:
            return een.eigenaar == lezer
        case Vanwie.GEDEELD:
            return een.eigenaar == lezer and een.zicht is not Zicht.PRIVE
        case Vanwie.ANDEREN:
            return een.eigenaar != lezer


def is_open_vraag(een: Aantekening) -> bool:
    """Tell whether a note is a question that nobody answered."""
    return een.soort is Soort.VRAAG and not een.antwoord


def is_gesteld(een: Aantekening) -> bool:
    """Tell whether a note is a question that its writer put to others: one that is private waits for that."""
    return een.soort is Soort.VRAAG and een.zicht is not Zicht.PRIVE


def is_ongeplaatst(een: Aantekening) -> bool:
    """Tell whether a note lost its passage in the newest version (F12)."""
    return een.plaats is not None and een.plaats.oordeel is Oordeel.NIET_GEVONDEN


def is_na_te_kijken(een: Aantekening) -> bool:
    """Tell whether the program put a note where it probably belongs, which its writer has to look at."""
    return een.plaats is not None and een.plaats.oordeel is Oordeel.WAARSCHIJNLIJK


def per_papier(aantekeningen: Iterable[Aantekening]) -> Mapping[str, int]:
    """Return how many notes there are on each paper; those on an item count for ``""``."""
    uit: dict[str, int] = {}
    for een in aantekeningen:
        uit[een.papier] = uit.get(een.papier, 0) + 1
    return uit


def papiernaam(plan: Vergaderset, sleutel: str) -> str:
    """Return what a list calls a paper of the set: ``2a bijl. 1 Projectplan``; empty when it is not in it."""
    return next((deel.naam for deel in plan.onderdelen if deel.sleutel == sleutel), "")


def puntnummer(opname: Momentopname, punt_id: str | None) -> str:
    """Return the number of an item, empty when it is no longer on the agenda."""
    nummer = opname.nummers.get(punt_id or "")
    return str(nummer) if nummer is not None else ""
