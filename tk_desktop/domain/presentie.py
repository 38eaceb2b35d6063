"""Who was there, and at what: presence at a meeting and at each of its items, quorum and declared interest."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum
from typing import Self

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import klok, verstreken

PLV_VOORZITTER = "plv. voorzitter"
"""The function of who presides when the chair does not (catalogue 87)."""


class PresentieOnmogelijk(TkError):
    """Somebody was to leave before they came, or to come after they left."""

    code = "TK-B03"
    melding = "{naam} kan niet weggaan vóór het komen: aanwezig van punt {van} t/m punt {tot}."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een later punt voor het vertrek, of een eerder punt voor de komst."


class TijdenOnmogelijk(TkError):
    """Somebody was to leave at a time before that at which they came."""

    code = "TK-B46"
    melding = "{naam} kan niet om {tot} zijn weggegaan en om {van} zijn gekomen."
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter een van de twee tijden; wie wegging en terugkwam, komt opnieuw binnen."


class ZetelDubbel(TkError):
    """A seat was to be taken by two people at one item: by a member and a substitute."""

    code = "TK-B59"
    melding = "{een} en {ander} zouden bij punt {nummer} op dezelfde zetel zitten."
    veilig = "Er is niets gewijzigd."
    advies = "Meld een van beiden eerst afwezig, of laat die vóór dit punt weggaan."


class StemZonderZetel(TkError):
    """Votes were to be given to who has no seat in the body."""

    code = "TK-B81"
    melding = "{naam} ({hoedanigheid}) heeft geen zetel en dus geen stem."
    veilig = "Er is niets gewijzigd."
    advies = "Zet een vervanger op de zetel van een lid met ‘Vervanger’ bij de naam van dat lid."


class Hoedanigheid(StrEnum):
    """As what somebody is at the table, in the order in which they are named (catalogue 87-91)."""

    VOORZITTER = "voorzitter"
    LID = "lid"
    VERVANGER = "vervanger"
    SECRETARIS = "secretaris"
    GENODIGDE = "genodigde"
    NOTULIST = "notulist"

    @property
    def is_bestuurder(self) -> bool:
        """Whether somebody takes part in deciding, as against those who help or tell."""
        return self in (Hoedanigheid.VOORZITTER, Hoedanigheid.LID, Hoedanigheid.VERVANGER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentie:
    """One name on the list of those present and absent at a meeting (G1; Popolo: Event attendee).

    ``namens`` is the gemeente or body, ``functie`` what else stands behind the name, ``lid_id`` the seat that is taken
    (of the member when a substitute sits there). Without ``van_punt_id`` somebody is there from the start, without
    ``tot_punt_id`` until the end; both are counted in: ‘t/m punt 2’ is ``tot_punt_id``, ‘bij punt 1’ both (catalogue
    88, 89). ``volmacht_id`` is the row of who votes for one that is absent (G5); on such a row the items are those at
    which that holds, so who leaves and gives a volmacht has a row for each. ``gekomen`` and ``vertrokken`` are clock
    times, for the line in the verslag.

    Names are kept as they were said that day: a verslag does not change when a person marries or a seat passes on.
    An end before the begin means nobody saw them at any item: ``require_mogelijk`` refuses that where it is told, and
    what two laptops told apart is read as it is.
    """

    id: str
    vergadering_id: str
    volgorde: str
    naam: str
    hoedanigheid: Hoedanigheid = Hoedanigheid.LID
    namens: str = ""
    functie: str = ""
    lid_id: str | None = None
    aanwezig: bool = True
    met_bericht: bool = False
    van_punt_id: str | None = None
    tot_punt_id: str | None = None
    gekomen: time | None = None
    vertrokken: time | None = None
    stemgewicht: int = 0
    volmacht_id: str | None = None

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise ValueError("wie aanwezig of afwezig is heeft een naam")
        if self.stemgewicht < 0:
            raise ValueError("een stemgewicht is niet negatief")

    def is_bij(self, punt_id: str, rij: Sequence[str]) -> bool:
        """Tell whether somebody is there at an item; ``rij`` are the ids of the items in the order of treatment."""
        return self.aanwezig and self.geldt_bij(punt_id, rij)

    def geldt_bij(self, punt_id: str, rij: Sequence[str]) -> bool:
        """Tell whether this row is about an item: that somebody is there, or absent with a volmacht.

        A bound that is not among the items (any more) bounds nothing.
        """
        if punt_id not in rij:
            return False
        van, tot = self.grenzen(rij)
        return van <= rij.index(punt_id) <= tot

    def grenzen(self, rij: Sequence[str]) -> tuple[int, int]:
        """Return the first and the last of the items that this row is about, by their places."""
        van = rij.index(self.van_punt_id) if self.van_punt_id in rij else 0
        return van, rij.index(self.tot_punt_id) if self.tot_punt_id in rij else len(rij) - 1

    def require_mogelijk(self, rij: Sequence[str], nummers: Mapping[str, object]) -> None:
        """Raise ``PresentieOnmogelijk`` or ``TijdenOnmogelijk`` when somebody leaves before they come (G1).

        ``nummers`` are those of the items by id.
        """
        if self.aanwezig and rij and not any(self.is_bij(id_, rij) for id_ in rij):
            van, tot = (str(nummers[id_ or ""]) for id_ in (self.van_punt_id, self.tot_punt_id))
            raise PresentieOnmogelijk(naam=self.naam, van=van, tot=tot)
        if self.gekomen and self.vertrokken and verstreken(self.gekomen, self.vertrokken) is None:
            raise TijdenOnmogelijk(naam=self.naam, van=klok(self.gekomen), tot=klok(self.vertrokken))

    def require_stem(self) -> None:
        """Raise ``StemZonderZetel`` when somebody has votes who has no seat to vote for (G4)."""
        if self.stemgewicht and not (self.lid_id and self.hoedanigheid.is_bestuurder):
            raise StemZonderZetel(naam=self.naam, hoedanigheid=self.hoedanigheid.value)

    def was_er_niet(self) -> Self:
        """Return this as of who was at no item."""
        return replace(
            self,
            aanwezig=False,
            van_punt_id=None,
            tot_punt_id=None,
            gekomen=None,
            vertrokken=None,
            volmacht_id=None,
        )

    @property
    def heeft_stem(self) -> bool:
        """Whether somebody votes; a guest does not, whatever a list says."""
        return self.stemgewicht > 0 and self.hoedanigheid.is_bestuurder

    @property
    def zetel(self) -> str:
        """Whose vote this is: that of the seat, of the member or who is there in their place, or else their own."""
        return self.lid_id or self.id

    @property
    def persoon(self) -> tuple[str, str, str]:
        """Who this is: who left and came back has a row for each time, and is one person."""
        return (self.lid_id or "", self.naam, self.namens)

    @property
    def is_deels(self) -> bool:
        """Whether somebody was there, but not at every item."""
        return self.aanwezig and self.is_begrensd

    @property
    def is_begrensd(self) -> bool:
        """Whether this row is not about every item."""
        return self.van_punt_id is not None or self.tot_punt_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Belang:
    """An interest that somebody declared in one item; who has one does not take part in it (G11; Awb 2:4).

    It is that of the person, not of the row: who leaves and comes back has it still (``met_belang``).
    """

    id: str
    agendapunt_id: str
    presentie_id: str
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """How many who may vote are there, and how many must be (G2; Gemeentewet 20, through Wgr 22).

    ``zetels`` counts the seats with a vote, ``nodig`` how many of them must be taken, ``aanwezig`` how many are.
    """

    zetels: int
    nodig: int
    aanwezig: int

    @property
    def is_er(self) -> bool:
        """Whether the body may decide."""
        return self.aanwezig >= self.nodig


def nodig_voor_quorum(zetels: int, eigen: int | None = None) -> int:
    """Return how many must be there: what the body itself rules, else more than half of the seats."""
    return eigen if eigen is not None else zetels // 2 + 1


def deelnemers(
    lijst: Iterable[Presentie], belangen: Iterable[Belang], punt_id: str, rij: Sequence[str]
) -> tuple[Presentie, ...]:
    """Return who takes part in deciding on an item: there at it, with a vote, and without an interest in it.

    Who is absent takes part by volmacht when who has it does (G5). A seat has one vote: where the lists of two laptops
    have a member and a substitute there at once, the member has it.
    """
    lijst = tuple(lijst)
    buiten = met_belang(lijst, belangen, punt_id)
    mee = [
        wie
        for wie in sorted(lijst, key=lambda wie: (wie.volgorde, wie.id))
        if wie.heeft_stem and wie.id not in buiten and wie.is_bij(punt_id, rij)
    ]
    per_zetel = {wie.zetel: wie for wie in sorted(mee, key=_lid_het_laatst)}
    zelf = tuple(wie for wie in mee if per_zetel[wie.zetel] is wie)
    geven = [wie for wie in lijst if not wie.aanwezig and wie.geldt_bij(punt_id, rij) and wie.id not in buiten]
    return (*zelf, *_bij_volmacht(lijst, zelf, geven))


def _bij_volmacht(
    lijst: Iterable[Presentie], zelf: Sequence[Presentie], geven: Iterable[Presentie]
) -> Iterator[Presentie]:
    """Yield who is absent and whose vote one of those who take part has, named with who casts it; a seat once."""
    lijst = tuple(lijst)
    zetels = {wie.zetel for wie in zelf}
    for wie in geven:
        houder = next((een for een in lijst if een.id == wie.volmacht_id), None)
        if houder is None or not wie.heeft_stem or wie.zetel in zetels:
            continue
        if any(een.persoon == houder.persoon for een in zelf):
            zetels.add(wie.zetel)
            door = f"bij volmacht door {houder.naam}"
            yield replace(wie, namens=f"{wie.namens}, {door}" if wie.namens else door)


def met_belang(lijst: Iterable[Presentie], belangen: Iterable[Belang], punt_id: str) -> frozenset[str]:
    """Return the ids of all rows of the people who declared an interest in an item."""
    lijst = tuple(lijst)
    genoemd = {belang.presentie_id for belang in belangen if belang.agendapunt_id == punt_id}
    mensen = {wie.persoon for wie in lijst if wie.id in genoemd}
    return frozenset(wie.id for wie in lijst if wie.persoon in mensen)


def dubbel_bezet(lijst: Iterable[Presentie], rij: Sequence[str]) -> tuple[str, Presentie, Presentie] | None:
    """Return the first item at which two rows take one seat, with both, or ``None`` where none is (A15)."""
    zetels = [wie for wie in sorted(lijst, key=lambda wie: (wie.volgorde, wie.id)) if wie.lid_id is not None]
    for punt_id in rij:
        er: dict[str, Presentie] = {}
        for wie in zetels:
            if wie.is_bij(punt_id, rij) and er.setdefault(wie.zetel, wie) is not wie:
                return punt_id, er[wie.zetel], wie
    return None


def zonder_punten(
    lijst: Iterable[Presentie], rij: Sequence[str], weg: Collection[str]
) -> Iterator[tuple[Presentie, Presentie | None]]:
    """Yield the rows that are bounded by items that leave the agenda, with what they become without these (G1).

    Who came in at such an item came in at the next, who left after it left after the one before. Of a row that was
    about these items alone nothing remains (``None``); a member without another row is absent.
    """
    namen = tuple(lijst)
    rijen = Counter(wie.persoon for wie in namen)
    for wie in namen:
        if wie.van_punt_id not in weg and wie.tot_punt_id not in weg:
            continue
        van, tot = wie.grenzen(rij)
        blijft = [id_ for id_ in rij[van : tot + 1] if id_ not in weg]
        if not blijft:
            rijen[wie.persoon] -= 1
            yield wie, wie.was_er_niet() if wie.hoedanigheid.is_bestuurder and not rijen[wie.persoon] else None
            continue
        begin = blijft[0] if wie.van_punt_id in weg else wie.van_punt_id
        yield (
            wie,
            replace(wie, van_punt_id=begin, tot_punt_id=blijft[-1] if wie.tot_punt_id in weg else wie.tot_punt_id),
        )


def require_own_seat(
    lijst: Iterable[Presentie], wie: Presentie, rij: Sequence[str], nummers: Mapping[str, object]
) -> None:
    """Raise ``ZetelDubbel`` when somebody on the list shares a seat with another at an item (A15)."""
    dubbel = dubbel_bezet([een for een in lijst if een.zetel == wie.zetel], rij)
    if dubbel is not None:
        punt_id, een, ander = dubbel
        raise ZetelDubbel(een=een.naam, ander=ander.naam, nummer=str(nummers[punt_id]))


def _lid_het_laatst(wie: Presentie) -> bool:
    return wie.hoedanigheid is not Hoedanigheid.VERVANGER
