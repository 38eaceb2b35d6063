"""Besluiten: what was decided on an item, in which words, and how these differ from what was proposed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from tk_desktop.base.errors import TkError
from tk_desktop.domain.agenda import Behandeling, behandelwijze
from tk_desktop.domain.opmaak import Alinea, Lijst, Lijstpunt, Tussenkop, lees, open_tekst, platte_tekst, samenvoegen


class NietTerBesluitvorming(TkError):
    """A besluit was to be recorded on an item that was not tabled for one."""

    code = "TK-B07"
    melding = "Punt {nummer} staat {behandeling} op de agenda, niet ter besluitvorming."
    veilig = "Er is niets vastgelegd."
    advies = "Leg het toch vast als de vergadering hiermee heeft ingestemd, of wijzig de behandeling van het punt."


class BesluitZonderTekst(TkError):
    """A besluit that is not that of the proposal was to be recorded without its words."""

    code = "TK-B08"
    melding = "Bij ‘{uitkomst}’ hoort de tekst van wat is besloten."
    veilig = "Er is niets gewijzigd."
    advies = "Typ de tekst van het besluit, of kies een andere uitkomst."


class VerslagMistWoorden(TkError):
    """A verslag was to be approved with besluiten that do not say what was decided."""

    code = "TK-B92"
    melding = "Het verslag kan nog niet worden vastgesteld: bij {waar} staat niet wat er is besloten."
    veilig = "Er is niets gewijzigd."
    advies = "Typ daar de tekst van het besluit, of kies een andere uitkomst, en stel het verslag dan vast."


class UittrekselZonderTekst(TkError):
    """An extract was to be made of a besluit that does not say what was decided."""

    code = "TK-B90"
    melding = "Bij punt {nummer} staat ‘{uitkomst}’, en nog niet wat is besloten."
    veilig = "Er is geen uittreksel gemaakt."
    advies = "Typ bij dat punt de tekst van het besluit; dan krijgt het een nummer en kan het uittreksel."


class Uitkomst(StrEnum):
    """What a body did with an item, in the words of the field (H4; catalogue 95)."""

    CONFORM = "conform advies"
    GEWIJZIGD = "gewijzigd"
    AANGEHOUDEN = "aangehouden"
    INGETROKKEN = "ingetrokken"
    VERWORPEN = "verworpen"
    KENNISGENOMEN = "kennisgenomen"
    VASTGESTELD = "vastgesteld"

    @property
    def laat_voorstel_open(self) -> bool:
        """Whether the proposal is as open after this as it was: its words are no besluit."""
        return self in (Uitkomst.AANGEHOUDEN, Uitkomst.INGETROKKEN)

    @property
    def vraagt_woorden(self) -> bool:
        """Whether this says nothing without what it is about; an item is adopted or taken note of by its title."""
        return self in (Uitkomst.CONFORM, Uitkomst.GEWIJZIGD, Uitkomst.VERWORPEN)


_BESLUITEND = frozenset({Behandeling.BESLUITVORMING, Behandeling.VASTSTELLING})
_ZONDER_BESLUIT = frozenset({Uitkomst.KENNISGENOMEN, Uitkomst.AANGEHOUDEN, Uitkomst.INGETROKKEN})
"""What can come of an item on which nothing is to be decided."""
_JA = frozenset({Uitkomst.CONFORM, Uitkomst.GEWIJZIGD, Uitkomst.VASTGESTELD})
_NEE = frozenset({Uitkomst.VERWORPEN, Uitkomst.AANGEHOUDEN, Uitkomst.INGETROKKEN})


def past_bij(uitkomst: Uitkomst, behandeling: frozenset[Behandeling]) -> bool:
    """Tell whether an item that is treated so was tabled for such an outcome; one that names no way was for any."""
    return uitkomst in _ZONDER_BESLUIT or not behandeling or is_ter_besluitvorming(behandeling)


def is_ter_besluitvorming(behandeling: frozenset[Behandeling]) -> bool:
    """Tell whether an item that is treated so is on the agenda to be decided on or adopted."""
    return bool(behandeling & _BESLUITEND)


def require_tabled(uitkomst: Uitkomst, behandeling: frozenset[Behandeling], nummer: object) -> None:
    """Raise ``NietTerBesluitvorming`` when the item of that number was not tabled for such an outcome."""
    if not past_bij(uitkomst, behandeling):
        raise NietTerBesluitvorming(nummer=str(nummer), behandeling=behandelwijze(behandeling).casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """What was decided on an item (ORI-A: besluit).

    ``nummer`` is that of the register (``BC WK 2026-014``), ``tekst`` what was decided and ``voorgesteld`` what was
    proposed when it was (H5), both as rich text; ``minderheid`` the view of who was outvoted (H14).
    ``herstelt_id`` is the besluit that this one sets right: the earlier one stays, and shows that it was (H10).
    ``besloten`` says that it was taken behind closed doors, also when the item itself is not (H9).
    """

    id: str
    agendapunt_id: str
    volgorde: str
    uitkomst: Uitkomst
    datum: date
    nummer: str = ""
    tekst: str = ""
    voorgesteld: str = ""
    minderheid: str = ""
    besloten: bool = False
    herstelt_id: str | None = None

    def zoektekst(self) -> str:
        """Return the words by which it is found (K1)."""
        return "\n".join(filter(None, (self.nummer, platte_tekst(self.tekst), platte_tekst(self.minderheid))))

    def open_variant(self) -> Self:
        """Return this besluit as everybody may read it: without besloten passages of the proposal (J9)."""
        return replace(
            self,
            tekst=open_tekst(self.tekst),
            voorgesteld=open_tekst(self.voorgesteld),
            minderheid=open_tekst(self.minderheid),
        )

    @property
    def mist_woorden(self) -> bool:
        """Whether it does not say what was decided: it has no number yet, and no extract is made of it (H8, H11)."""
        return self.uitkomst.vraagt_woorden and not self.tekst.strip()

    def require_woorden(self, nummer: object) -> None:
        """Raise ``UittrekselZonderTekst`` when this, on the item of that number, does not say what was decided."""
        if self.mist_woorden:
            raise UittrekselZonderTekst(nummer=str(nummer), uitkomst=self.uitkomst.value)

    @property
    def aanduiding(self) -> str:
        """How a sentence begins with it: ``Besluit BC WK 2026-014``, ``Het besluit`` while it has no number."""
        return f"Besluit {self.nummer}" if self.nummer else "Het besluit"

    @property
    def wijkt_af(self) -> bool:
        """Whether other words were decided than proposed."""
        gesteld = bool(self.voorgesteld.strip() and self.tekst.strip())
        return gesteld and _woorden(self.tekst) != _woorden(self.voorgesteld)

    def naar_woorden(self) -> Self:
        """Return this with the outcome that its words are; raises ``BesluitZonderTekst`` when it needs other ones."""
        zelfde = bool(self.voorgesteld.strip()) and not self.wijkt_af
        if self.uitkomst is Uitkomst.GEWIJZIGD and (zelfde or not self.tekst.strip()):
            raise BesluitZonderTekst(uitkomst=self.uitkomst.value)
        return replace(self, uitkomst=passende_uitkomst(self.uitkomst, self.tekst, self.voorgesteld))


def spreken_tegen(een: Besluit, ander: Besluit) -> bool:
    """Tell whether two besluiten on one item say yes and no to the same words.

    One that sets another right does not, and neither do besluiten that each tell over which part they are.
    """
    if een.agendapunt_id != ander.agendapunt_id or een.herstelt_id == ander.id or ander.herstelt_id == een.id:
        return False
    (eerst, tweede) = ((deel.uitkomst in _JA, deel.uitkomst in _NEE) for deel in (een, ander))
    woorden = [_woorden(deel.tekst) or _woorden(deel.voorgesteld) for deel in (een, ander)]
    return {eerst, tweede} == {(True, False), (False, True)} and woorden[0] == woorden[1]


def besluittekst(uitkomst: Uitkomst, tekst: str, voorgesteld: str) -> str:
    """Return the words of a besluit: its own, else those of the proposal.

    Of an item that was held over or withdrawn the words of the proposal were not decided; own words tell why or until
    when.
    """
    if uitkomst.laat_voorstel_open:
        return "" if _woorden(tekst) == _woorden(voorgesteld) else tekst.strip()
    return tekst.strip() or voorgesteld


def passende_uitkomst(uitkomst: Uitkomst, tekst: str, voorgesteld: str) -> Uitkomst:
    """Return the outcome that these words are: other words than the proposed ones are no besluit that conforms (H5).

    Where nothing was proposed there is nothing to conform to, and every outcome is as it was said.
    """
    if uitkomst not in (Uitkomst.CONFORM, Uitkomst.GEWIJZIGD) or not voorgesteld.strip():
        return uitkomst
    return Uitkomst.GEWIJZIGD if _woorden(tekst) != _woorden(voorgesteld) else Uitkomst.CONFORM


def volgend_besluitnummer(kort: str, jaar: int, gebruikt: Iterable[str]) -> str:
    """Return the next number in the register of a body: ``BC WK 2026-014`` after ``BC WK 2026-013`` (H11)."""
    begin = f"{kort} {jaar:04}-"
    vorm = re.compile(re.escape(begin) + r"(\d+)")
    nummers = (gevonden[1] for gevonden in map(vorm.fullmatch, gebruikt) if gevonden)
    return f"{begin}{max(map(int, nummers), default=0) + 1:03}"


def _woorden(tekst: str) -> list[str]:
    """Return the words of a text without the marks of its lists."""
    uit: list[str] = []
    for blok in lees(tekst):
        match blok:
            case Alinea(stukjes) | Tussenkop(stukjes):
                uit += samenvoegen(stukjes).split()
            case Lijst(punten):
                uit += _woorden_van(punten)
            case _:
                uit += [samenvoegen(cel) for rij in blok.rijen for cel in rij]
    return uit


def _woorden_van(punten: Iterable[Lijstpunt]) -> list[str]:
    return [woord for punt in punten for woord in (*samenvoegen(punt.stukjes).split(), *_woorden_van(punt.onder))]
