"""The verslag: what was said and done at each item, from draft to approval in the next meeting."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import Self

from tk_desktop.base.errors import TkError
from tk_desktop.domain.actieregel import is_actieregel
from tk_desktop.domain.datum import klok, kort, verstreken
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import heeft_besloten, platte_tekst
from tk_desktop.domain.vergadering import Status, Vergadering


class Verslagstaat(StrEnum):
    """How far a verslag is (H6)."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"


class VerslagVastgesteld(TkError):
    """What an approved verslag says was to be changed without a trace."""

    code = "TK-B09"
    melding = "Het verslag is vastgesteld op {datum} en wordt niet meer gewijzigd."
    veilig = "Er is niets gewijzigd."
    advies = "Leg een correctie vast; die blijft zichtbaar bij wat er stond."


class VaststellenTeVroeg(TkError):
    """A verslag was to be approved no later than the meeting it is of, or in a meeting of another body."""

    code = "TK-B12"
    melding = (
        "Een verslag wordt vastgesteld in een vergadering van hetzelfde gremium, na de dag waarvan het is ({datum})."
    )
    veilig = "Er is niets gewijzigd."
    advies = "Kies de vergadering waarin het verslag op de agenda staat."


class VaststellenVooruit(TkError):
    """A verslag was to be approved in a meeting that still lies ahead."""

    code = "TK-B93"
    melding = "De vergadering van {datum} moet nog komen; het verslag is nog niet vastgesteld."
    veilig = "Er is niets gewijzigd."
    advies = "Leg correcties nu al vast, en stel het verslag vast op de dag van de vergadering of daarna."


class NogNietGehouden(TkError):
    """A verslag was to be approved of a meeting that was never opened."""

    code = "TK-B75"
    melding = "De vergadering van {datum} is niet gehouden; haar verslag kan niet worden vastgesteld."
    veilig = "Er is niets gewijzigd."
    advies = "Open de vergadering eerst, of neem haar verslag in."


class AlConcept(TkError):
    """A verslag was to be reopened that is a draft."""

    code = "TK-B86"
    melding = "Dit verslag is nog een concept."
    veilig = "Er is niets gewijzigd."
    advies = "U kunt het gewoon wijzigen."


class CorrectieLeeg(TkError):
    """A correction was to be kept that corrects nothing."""

    code = "TK-B13"
    melding = "Een correctie zegt wat er stond en wat er moet staan."
    veilig = "Er is niets gewijzigd."
    advies = "Vul beide in; laat het tweede leeg als de zin vervalt."


class SchorsingTerug(TkError):
    """A break was to end before it began."""

    code = "TK-B76"
    melding = "De schorsing begon om {begin} en kan niet om {einde} zijn geëindigd."
    veilig = "Er is niets gewijzigd."
    advies = "Kijk of de klok van de computer goed staat, en probeer het opnieuw."


class PuntEindeVoorBegin(TkError):
    """An item was to end before it began, or to end without having begun."""

    code = "TK-B58"
    melding = "Punt {nummer} kan niet om {einde} zijn geëindigd: het begon {begin}."
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter het begin of het einde van het punt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntverslag:
    """What the verslag says of one item, with when it was really dealt with (G7, H2).

    ``besproken`` and ``besloten_deel`` are rich text; the latter stands in the closed verslag alone, as everything of
    an item behind closed doors does (H9). ``besloten``: the item was closed when ``besproken`` was written. So it stays
    closed where the item was opened meanwhile on another laptop.
    """

    id: str
    agendapunt_id: str
    besproken: str = ""
    besloten_deel: str = ""
    begonnen: time | None = None
    geeindigd: time | None = None
    besloten: bool = False

    def zoekteksten(self) -> tuple[str, ...]:
        """Return the words by which it is found (K1): what was discussed, and then the closed part."""
        teksten = (platte_tekst(self.besproken), platte_tekst(self.besloten_deel))
        return teksten if teksten[1] else teksten[:1] if teksten[0] else ()

    @property
    def losse_actieregels(self) -> tuple[str, ...]:
        """The lines that begin as an action does and became none: no Enter was given (G9)."""
        regels = (*platte_tekst(self.besproken).splitlines(), *platte_tekst(self.besloten_deel).splitlines())
        return tuple(filter(is_actieregel, regels))

    def achter_deuren(self) -> Self:
        """Return this with all that it says in the closed part: the item was closed when it was said (H9)."""
        delen = (deel for deel in (self.besproken, self.besloten_deel) if deel.strip())
        return replace(self, besproken="", besloten_deel="\n\n".join(delen), besloten=False)

    def op_tijd(self, begonnen: time | None, geeindigd: time | None, nummer: object) -> Self:
        """Return this with when the item of that number began and ended; raises ``PuntEindeVoorBegin`` (G7)."""
        if geeindigd is not None and (begonnen is None or verstreken(begonnen, geeindigd) is None):
            begin = f"om {klok(begonnen)}" if begonnen is not None else "nog niet"
            raise PuntEindeVoorBegin(nummer=str(nummer), begin=begin, einde=klok(geeindigd))
        return replace(self, begonnen=begonnen, geeindigd=geeindigd)


def gezegd_bij(opname: Momentopname, verslagen: Iterable[Puntverslag]) -> tuple[Puntverslag, ...]:
    """Return what is written of items as it stands at them now: what was said at a closed item that is open, is closed.

    An item can be opened on one laptop while another, that did not hear of it, writes on.
    """
    punten = (*opname.agendapunten, *opname.afgevoerd.agendapunten)
    open_ = {punt.id for punt in punten if not opname.is_besloten(punt)}
    return tuple(een.achter_deuren() if een.besloten and een.agendapunt_id in open_ else een for een in verslagen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schorsing:
    """A break in a meeting; ``hervat`` is ``None`` while it lasts (G7)."""

    id: str
    vergadering_id: str
    begonnen: time
    hervat: time | None = None

    def tot(self, om: time) -> Self:
        """Return this break as it ended; raises ``SchorsingTerug`` when that is before it began."""
        if verstreken(self.begonnen, om) is None:
            raise SchorsingTerug(begin=klok(self.begonnen), einde=klok(om))
        return replace(self, hervat=om)

    def minuten_in(self, begonnen: time, geheel: int) -> int:
        """Return how many minutes of this break fall within so many (``geheel``) from a begin on."""
        na = verstreken(begonnen, self.begonnen)
        begin = na if na is not None else -(verstreken(self.begonnen, begonnen) or 0)
        einde = geheel if self.hervat is None else begin + (verstreken(self.begonnen, self.hervat) or 0)
        return max(0, min(geheel, einde) - max(0, begin))


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctie:
    """A change of a verslag at or after its approval: what it said, what it says now, and why (H6, H10).

    ``wordt`` is empty when what it said goes.
    """

    id: str
    volgorde: str
    agendapunt_id: str | None
    was: str
    wordt: str
    datum: date
    reden: str = ""
    besloten: bool = False

    @property
    def is_dicht(self) -> bool:
        """Whether it is for the closed verslag alone: said so, or because a passage of it is besloten (J9)."""
        return self.besloten or any(map(heeft_besloten, (self.was, self.wordt, self.reden)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heropening:
    """One time that an approved verslag became a draft again: which approval that undid, when and by whom (H6)."""

    id: str
    volgorde: str
    vastgesteld_op: date | None
    datum: date
    wie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """The verslag of a meeting as a record: how far it is, and what was set right (H6, H7).

    ``vastgesteld_in`` is the id of the meeting that approved it. What it says stands with the items (``Puntverslag``,
    ``Besluit``, ``Actie``) and the list of names (``Presentie``): there is one source for all that is printed. What
    that was on the day of approval is kept (``Vastgesteld``); ``heropeningen`` are the times that it was a draft again.
    """

    id: str
    vergadering_id: str
    staat: Verslagstaat = Verslagstaat.CONCEPT
    vastgesteld_op: date | None = None
    vastgesteld_in: str | None = None
    correcties: tuple[Correctie, ...] = ()
    heropeningen: tuple[Heropening, ...] = ()

    @property
    def is_vastgesteld(self) -> bool:
        """Whether it was approved."""
        return self.staat is Verslagstaat.VASTGESTELD

    def vastgesteld(self, van: Vergadering, op: date, later: Vergadering | None = None) -> Self:
        """Return this as it was approved, in a later meeting of the body on the day of that, or by itself (H6).

        ``van`` is the meeting that it is of, ``op`` the day on which it is told. Raises ``VaststellenTeVroeg``,
        ``VaststellenVooruit`` or ``NogNietGehouden``.
        """
        dag = later.datum if later else op
        if dag <= van.datum or (later and later.gremium_id != van.gremium_id):
            raise VaststellenTeVroeg(datum=kort(van.datum))
        if van.begonnen is None and van.status is not Status.GEHOUDEN:
            raise NogNietGehouden(datum=kort(van.datum))
        if dag > op:
            raise VaststellenVooruit(datum=kort(dag))
        return replace(
            self,
            staat=Verslagstaat.VASTGESTELD,
            vastgesteld_op=dag,
            vastgesteld_in=later.id if later else None,
        )

    def gecorrigeerd(self, correctie: Correctie) -> Self:
        """Return this with one more correction; raises ``CorrectieLeeg`` when it corrects nothing (H6, H10)."""
        if not correctie.was.strip() or correctie.was.split() == correctie.wordt.split():
            raise CorrectieLeeg
        schoon = replace(
            correctie,
            was=correctie.was.strip(),
            wordt=correctie.wordt.strip(),
            reden=correctie.reden.strip(),
            besloten=correctie.is_dicht,
        )
        return replace(self, correcties=(*self.correcties, schoon))

    def open_variant(self, punten: Collection[str]) -> Self:
        """Return it as who knows of these items alone may know it; who reopened it is for the secretariat (H9, H6)."""
        correcties = (een for een in self.correcties if een.agendapunt_id is None or een.agendapunt_id in punten)
        return replace(
            self,
            correcties=tuple(een for een in correcties if not een.is_dicht),
            heropeningen=tuple(replace(een, wie="") for een in self.heropeningen),
        )

    def heropend(self, heropening: Heropening) -> Self:
        """Return this as a draft again, with what keeps that it was approved before; raises ``AlConcept``."""
        if not self.is_vastgesteld:
            raise AlConcept
        regel = replace(heropening, vastgesteld_op=self.vastgesteld_op)
        return replace(
            self,
            staat=Verslagstaat.CONCEPT,
            vastgesteld_op=None,
            vastgesteld_in=None,
            heropeningen=(*self.heropeningen, regel),
        )

    def require_concept(self) -> None:
        """Raise ``VerslagVastgesteld`` when this was approved: it is set right from then on, never rewritten (H6)."""
        if self.staat is Verslagstaat.VASTGESTELD:
            raise VerslagVastgesteld(datum=kort(self.vastgesteld_op) if self.vastgesteld_op else "een eerdere dag")
