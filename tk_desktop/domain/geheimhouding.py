"""The register of geheimhouding: what is secret, on which ground, by whom, since when and until when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import kort
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.volgorde import tussen

_RANG = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde")
_LID = re.compile(
    rf"\bartikel(?:en)?\s+(\d+(?:\.\d+)*)\s*,?\s*(?:({'|'.join(_RANG)})\s+lid|lid\s+(\d))"
    r"(?:\s*,?\s*(?:aanhef\s+en\s+)?(?:onder(?:deel)?|sub)\s+([a-z])\b)?",
    re.I,
)


class AlOpgeheven(TkError):
    """Geheimhouding was to be ratified or lifted while it does not hold any more."""

    code = "TK-B15"
    melding = "De geheimhouding op ‘{onderwerp}’ is al opgeheven."
    veilig = "Er is niets gewijzigd."
    advies = "Leg zo nodig opnieuw geheimhouding op."


class StapTeVroeg(TkError):
    """A step was to be taken before the one it follows."""

    code = "TK-B16"
    melding = "‘{onderwerp}’ kan op {datum} niet zijn {stap}: de stap ervoor was op {eerder}."
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter de datum."


class EindeVoorOpleggen(TkError):
    """Lifting was to be proposed on a day before the duty was imposed."""

    code = "TK-B47"
    melding = "De einddatum {einde} ligt vóór de dag van opleggen, {opgelegd}."
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter de einddatum; let op het jaar."


class Geheimstap(StrEnum):
    """What happens to a duty of secrecy (J4; Gemeentewet 87-89, Wgr 23)."""

    OPGELEGD = "opgelegd"
    BEKRACHTIGD = "bekrachtigd"
    OPGEHEVEN = "opgeheven"


class Inzagewijze(StrEnum):
    """What somebody did with a secret paper (J13)."""

    GELEZEN = ""
    BUITEN = "buiten"
    AFGEDRUKT = "afgedrukt"
    BESTAND = "bestand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grond:
    """A ground on which something may be kept secret: the interest in words, and where the law names it.

    ``woorden`` are beginnings of words by which a text names the interest without its article (catalogue 105).
    """

    sleutel: str
    naam: str
    artikel: str
    woorden: tuple[str, ...] = ()

    def staat_in(self, tekst: str) -> bool:
        """Tell whether a text names this interest in words."""
        laag = tekst.casefold()
        return any(re.search(rf"\b{re.escape(woord)}", laag) for woord in (self.naam, *self.woorden))


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheimregels:
    """What the data of this program says of geheimhouding: grounds, organs and the words of the stamp (J4, J8)."""

    gronden: tuple[Grond, ...] = ()
    organen: tuple[str, ...] = ()
    stempel: str = ""

    def grond(self, sleutel: str) -> Grond:
        """Return a ground by its key; one that is not known (any more) is called by its key."""
        onbekend = Grond(sleutel=sleutel, naam=sleutel, artikel=sleutel)
        return next((grond for grond in self.gronden if grond.sleutel == sleutel), onbekend)

    def gronden_in(self, tekst: str) -> tuple[Grond, ...]:
        """Return the grounds that a text names: by their article when it names one, else by their words."""
        leden = set(_leden(tekst))
        op_artikel = tuple(grond for grond in self.gronden if leden.intersection(_leden(grond.artikel)))
        return op_artikel or tuple(grond for grond in self.gronden if grond.staat_in(tekst))

    def stempel_voor(self, geheim: "Geheimhouding") -> str:
        """Return what stands on each page of what is covered; nothing when the duty was never imposed (J8)."""
        opgelegd = geheim.opgelegd
        if opgelegd is None:
            return ""
        return self.stempel.format(
            orgaan=opgelegd.orgaan,
            datum=kort(opgelegd.datum),
            artikel=self.grond(geheim.grond).artikel,
            opheffer=geheim.opheffer,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheimgebeurtenis:
    """One step: what was done on which day, by which organ, at which item (catalogue 107)."""

    id: str
    volgorde: str
    stap: Geheimstap
    datum: date
    orgaan: str
    agendapunt_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheimhouding:
    """A duty of secrecy, as the register holds it (J4).

    ``grond`` is the key of a ground in the data of this program (``resources/geheimhouding``), ``omvang`` says what is
    covered in words, ``stukken`` and ``agendapunten`` are the ids of what is, ``einddatum`` the day on which lifting it
    is proposed (J5): it does not end by itself. ``al_besloten`` are those of them that were besloten on
    other grounds before the duty came: lifting it leaves these closed (J6).
    """

    id: str
    gremium_id: str
    onderwerp: str
    grond: str
    omvang: str = ""
    einddatum: date | None = None
    stukken: tuple[str, ...] = ()
    agendapunten: tuple[str, ...] = ()
    al_besloten: frozenset[str] = frozenset()
    gebeurtenissen: tuple[Geheimgebeurtenis, ...] = ()

    def __post_init__(self) -> None:
        if not self.onderwerp.strip():
            raise ValueError("een geheimhouding heeft een onderwerp")

    def met_stap(self, stap: Geheimgebeurtenis) -> Self:
        """Return this with a next step; raises ``AlOpgeheven``, or ``StapTeVroeg`` for one before what it follows.

        What was lifted can only be imposed anew.
        """
        if self.is_opgeheven and stap.stap is not Geheimstap.OPGELEGD:
            raise AlOpgeheven(onderwerp=self.onderwerp)
        laatste = max(self.gebeurtenissen, key=lambda een: een.datum, default=None)
        if laatste is not None and stap.datum < laatste.datum:
            raise StapTeVroeg(
                onderwerp=self.onderwerp, datum=kort(stap.datum), stap=stap.stap.value, eerder=kort(laatste.datum)
            )
        volgorde = tussen(max((een.volgorde for een in self.gebeurtenissen), default=""), "")
        return replace(self, gebeurtenissen=(*self.gebeurtenissen, replace(stap, volgorde=volgorde)))

    def tot(self, einddatum: date | None) -> Self:
        """Return this with the day on which lifting is proposed; raises ``EindeVoorOpleggen``."""
        opgelegd = self.opgelegd
        if opgelegd is not None and einddatum is not None and einddatum < opgelegd.datum:
            raise EindeVoorOpleggen(einde=kort(einddatum), opgelegd=kort(opgelegd.datum))
        return replace(self, einddatum=einddatum)

    @property
    def is_opgeheven(self) -> bool:
        """Whether it was lifted, and not imposed again after that."""
        laatste = self._laatste((Geheimstap.OPGELEGD, Geheimstap.OPGEHEVEN))
        return laatste is not None and laatste.stap is Geheimstap.OPGEHEVEN

    @property
    def is_bekrachtigd(self) -> bool:
        """Whether the organ that must ratify it did, after it was last imposed."""
        laatste = self._laatste(tuple(Geheimstap))
        return laatste is not None and laatste.stap is Geheimstap.BEKRACHTIGD

    @property
    def opgelegd(self) -> Geheimgebeurtenis | None:
        """By whom and when it was last imposed."""
        return self._laatste((Geheimstap.OPGELEGD,))

    def stand(self, nog_besloten: bool) -> str:
        """Return how it stands now as a sentence; empty when no step was written down.

        ``nog_besloten``: what it is on is besloten. Lifting leaves closed what was so before.
        """
        laatste = self._laatste(tuple(Geheimstap))
        if laatste is None:
            return ""
        door = f" door {laatste.orgaan}" if laatste.orgaan else ""
        zin = f"Geheimhouding op ‘{self.onderwerp}’ {laatste.stap.value} op {kort(laatste.datum)}{door}"
        return f"{zin}; nog wel besloten." if self.is_opgeheven and nog_besloten else f"{zin}."

    def moet_worden_opgeheven(self, vandaag: date) -> bool:
        """Tell whether its day has come, so that lifting it belongs on the next agenda (J5)."""
        return not self.is_opgeheven and self.einddatum is not None and self.einddatum <= vandaag

    def geldt_voor(self, *, stuk_id: str | None = None, agendapunt_id: str | None = None) -> bool:
        """Tell whether a paper or an item is covered and the duty still holds."""
        return not self.is_opgeheven and (stuk_id in self.stukken or agendapunt_id in self.agendapunten)

    @property
    def opheffer(self) -> str:
        """The organ that may lift it: the one that imposed it; empty when it was never imposed."""
        return self.opgelegd.orgaan if self.opgelegd else ""

    def _laatste(self, stappen: Iterable[Geheimstap]) -> Geheimgebeurtenis | None:
        gezocht = frozenset(stappen)
        rij = [een for een in self.gebeurtenissen if een.stap in gezocht]
        return max(rij, key=lambda een: (een.datum, een.volgorde, een.id), default=None)


def bevoegd_gremium(geheim: Geheimhouding, gremia: Iterable[Gremium]) -> str:
    """Return the id of the body on whose agenda lifting belongs: that of the organ that may lift it (J5).

    An organ is named as a sentence does (``het algemeen bestuur``); a body may have more words (``Algemeen bestuur
    Waterkant``). What fits the body that keeps the register, fits several or fits none is of that body.
    """
    woorden = geheim.opheffer.casefold().removeprefix("de ").removeprefix("het ").strip()
    passend = [een.id for een in gremia if woorden and een.naam.casefold().startswith(woorden)]
    return passend[0] if len(passend) == 1 else geheim.gremium_id


def orgaan_van(gremium: Gremium, organen: Iterable[str]) -> str:
    """Return a body as a sentence names it, with the article of its kind: ``de bestuurscommissie Waterkant``."""
    for orgaan in organen:
        lidwoord, _, soort = orgaan.partition(" ")
        if soort and gremium.naam.casefold().startswith(soort.casefold()):
            return f"{lidwoord} {gremium.naam[0].lower()}{gremium.naam[1:]}"
    return gremium.naam


def _leden(tekst: str) -> list[tuple[str, int, str]]:
    """Return the places in the law that a text names: article, paragraph and letter."""
    return [
        (een[1], int(een[3]) if een[3] else _RANG.index(een[2].casefold()) + 1, (een[4] or "").casefold())
        for een in _LID.finditer(tekst)
    ]
