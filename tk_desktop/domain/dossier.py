"""The dossier of a meeting: whether it can be closed, who closed it, and how long it is kept (K8, K10)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from tk_desktop.base.errors import TkError
from tk_desktop.domain.besluit import Uitkomst, besluittekst
from tk_desktop.domain.datum import kort
from tk_desktop.domain.geheimhouding import Geheimhouding
from tk_desktop.domain.gewijzigd import na_vaststelling
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.ronde import Rondestand
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.volgorde import tussen
from tk_desktop.domain.zitting import Zitting


class DossierNietKlaar(TkError):
    """A dossier was to be closed while something in it is not settled; every reason is told at once."""

    code = "TK-F01"
    melding = "Nog niet af: {redenen} Het dossier van {datum} kan daarom nog niet dicht."
    veilig = "Er is niets gewijzigd."
    advies = "Handel dit eerst af, en sluit het dossier daarna."


class DossierAlGesloten(TkError):
    """A dossier was to be closed that is closed."""

    code = "TK-F02"
    melding = "Dit dossier is al gesloten, op {datum}."
    veilig = "Er is niets gewijzigd."
    advies = "Heropen het eerst als er iets in moet worden gewijzigd."


class DossierNietGesloten(TkError):
    """A dossier was to be reopened that is open."""

    code = "TK-F03"
    melding = "Dit dossier is niet gesloten."
    veilig = "Er is niets gewijzigd."
    advies = "U kunt de vergadering gewoon wijzigen."


class HeropenredenOntbreekt(TkError):
    """A dossier was to be reopened without saying why."""

    code = "TK-F04"
    melding = "Bij het heropenen van een dossier hoort een reden."
    veilig = "Er is niets gewijzigd."
    advies = "Schrijf in een zin waarom het dossier weer open moet."


class DossierstapTeVroeg(TkError):
    """A dossier was to be closed or reopened on a day before what was done with it last."""

    code = "TK-F05"
    melding = "Op {datum} kan het dossier niet zijn {stap}: de vorige stap was op {eerder}."
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter de datum, of kijk of de klok van de computer goed staat."


class Dossierstap(StrEnum):
    """What was done with a dossier."""

    GESLOTEN = "gesloten"
    HEROPEND = "heropend"


class Waardering(StrEnum):
    """Whether a dossier is kept for good (MDTO: waardering)."""

    BEWAREN = "bewaren"
    VERNIETIGEN = "vernietigen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierregel:
    """One time that a dossier was closed or reopened: when, by whom, and why it was opened again."""

    id: str
    volgorde: str
    stap: Dossierstap
    datum: date
    wie: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The dossier of one meeting: what was done with it, and how long it is kept where that is not as usual.

    ``categorie`` is the key of a category of the selectielijst; empty: that of its kind. ``waardering`` and ``termijn``
    (years) take the place of what the category says; ``toelichting`` tells why.

    Rules:
        * it is closed when the last thing that was done was closing it; what belongs to its meeting does not change
          then (K8): the database itself refuses that, whoever asks (``db/migrations``);
        * it is reopened with a reason, and both stay to be read.
    """

    id: str
    vergadering_id: str
    categorie: str = ""
    waardering: Waardering | None = None
    termijn: int | None = None
    toelichting: str = ""
    regels: tuple[Dossierregel, ...] = ()

    @property
    def laatste(self) -> Dossierregel | None:
        """What was done with it last."""
        return self.regels[-1] if self.regels else None

    @property
    def gesloten_op(self) -> date | None:
        """The day on which it was closed; ``None`` while it is open."""
        laatste = self.laatste
        return laatste.datum if laatste is not None and laatste.stap is Dossierstap.GESLOTEN else None

    def sluit(self, regel_id: str, op: date, wie: str) -> Self:
        """Return this closed; raises ``DossierAlGesloten`` or ``DossierstapTeVroeg``."""
        if self.gesloten_op is not None:
            raise DossierAlGesloten(datum=kort(self.gesloten_op))
        return self._met(regel_id, Dossierstap.GESLOTEN, op, wie, "")

    def heropen(self, regel_id: str, op: date, wie: str, reden: str) -> Self:
        """Return this open again; raises as ``sluit``, ``DossierNietGesloten`` or ``HeropenredenOntbreekt``."""
        if self.gesloten_op is None:
            raise DossierNietGesloten
        if not reden.strip():
            raise HeropenredenOntbreekt
        return self._met(regel_id, Dossierstap.HEROPEND, op, wie, reden)

    def _met(self, regel_id: str, stap: Dossierstap, op: date, wie: str, reden: str) -> Self:
        laatste = self.laatste
        if laatste is not None and op < laatste.datum:
            raise DossierstapTeVroeg(datum=kort(op), stap=stap.value, eerder=kort(laatste.datum))
        regel = Dossierregel(
            id=regel_id,
            volgorde=tussen(laatste.volgorde if laatste is not None else "", ""),
            stap=stap,
            datum=op,
            wie=" ".join(wie.split()),
            reden=" ".join(reden.split()),
        )
        return replace(self, regels=(*self.regels, regel))


_MET_TEKST = frozenset({Uitkomst.CONFORM, Uitkomst.GEWIJZIGD, Uitkomst.VERWORPEN})
"""Outcomes that are nothing without the words of what was decided."""


def belemmeringen(zitting: Zitting, geheim: Iterable[Geheimhouding], vandaag: date) -> tuple[str, ...]:
    """Return why the dossier of a meeting cannot be closed, each reason a sentence; nothing when it can (K8).

    ``geheim`` are the duties of secrecy on its items and papers. Of a meeting that was called off only the papers that
    are missing do not matter: nothing was said or decided in it.
    """
    if zitting.opname.vergadering.status is Status.GEANNULEERD:
        return tuple(_van_geheim(geheim, vandaag))
    return (
        *_van_verslag(zitting),
        *_van_besluiten(zitting, vandaag),
        *_van_stukken(zitting),
        *_van_geheim(geheim, vandaag),
    )


def _van_verslag(zitting: Zitting) -> Iterator[str]:
    vergadering = zitting.opname.vergadering
    if vergadering.loopt:
        yield "De vergadering is nog niet geëindigd."
    elif vergadering.begonnen is None and vergadering.status is not Status.GEHOUDEN:
        yield "De vergadering is nog niet gehouden."
    if not zitting.verslag.is_vastgesteld:
        yield "Het verslag is niet vastgesteld."
    elif na_vaststelling(zitting):
        yield "Na de vaststelling van het verslag is er iets gewijzigd."
    if zitting.keuzes:
        yield f"Bij {zitting.waar_gekozen_wordt()} wacht een keuze tussen twee versies."


def _van_besluiten(zitting: Zitting, vandaag: date) -> Iterator[str]:
    if zitting.zonder_besluit:
        yield f"Zonder besluit: {_punten(zitting, (punt.id for punt in zitting.zonder_besluit))}."
    hersteld = {een.herstelt_id for een in zitting.besluiten}
    telt = [een for een in zitting.besluiten if not een.mist_woorden or een.id not in hersteld]
    zonder_nummer = [een.agendapunt_id for een in telt if not een.nummer.strip()]
    if zonder_nummer:
        yield f"Een besluit zonder nummer: {_punten(zitting, zonder_nummer)}."
    zonder_tekst = [
        een.agendapunt_id
        for een in telt
        if een.uitkomst in _MET_TEKST and not besluittekst(een.uitkomst, een.tekst, een.voorgesteld).strip()
    ]
    if zonder_tekst:
        yield f"Een besluit zonder tekst: {_punten(zitting, zonder_tekst)}."
    wacht = (Rondestand.LOOPT, Rondestand.AKKOORD)
    open_ = [een.agendapunt_id for een in zitting.rondes if een.besluit_id is None and een.stand(vandaag) in wacht]
    if open_:
        yield f"Een schriftelijke ronde zonder besluit: {_punten(zitting, open_)}."


def _van_stukken(zitting: Zitting) -> Iterator[str]:
    opname = zitting.opname
    weg = [stuk.titel for stuk in opname.stukken if stuk.id not in opname.versies and stuk.id not in opname.notas]
    if weg:
        yield f"Aangekondigd en niet ontvangen: {opsomming(f'‘{titel}’' for titel in weg)}."


def _van_geheim(geheim: Iterable[Geheimhouding], vandaag: date) -> Iterator[str]:
    for een in geheim:
        if een.is_opgeheven:
            continue
        if een.moet_worden_opgeheven(vandaag):
            yield f"De geheimhouding op ‘{een.onderwerp}’ is over haar einddatum, en er is niets over besloten."
        elif not een.is_bekrachtigd and een.einddatum is None:
            yield f"De geheimhouding op ‘{een.onderwerp}’ is niet bekrachtigd of opgeheven, en heeft geen einddatum."


def _punten(zitting: Zitting, ids: Iterable[str]) -> str:
    nummers = {id_: str(zitting.opname.nummers[id_]) for id_ in ids if id_ in zitting.opname.nummers}
    in_orde = [nummers[id_] for id_ in zitting.rij if id_ in nummers]
    return f"punt {opsomming(in_orde)}" if in_orde else "een punt dat van de agenda is"
