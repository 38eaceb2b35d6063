"""A vergaderset: the plan of what one kind of reader gets, in the order of the paper."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import kort
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import opsomming


class BeslotenInOpenbareSet(TkError):
    """A set for readers who may see nothing besloten was to hold something that is behind closed doors."""

    code = "TK-S01"
    melding = "De {set} zou besloten stukken bevatten ({aantal})."
    veilig = "De set is niet gemaakt."
    advies = "Kijk met `tk check` wat besloten is, en maak de set opnieuw."


class NogNietGelakt(TkError):
    """A set for officials or everybody was to hold a paper of which the redacted file is still to be made."""

    code = "TK-S15"
    melding = "De {set} is niet gemaakt: van {stukken} is er geen gelakte versie die bij de weglakkingen past."
    veilig = "Uw vergadering is niet veranderd."
    advies = (
        "Open het stuk en kies ‘Weglakken’, of geef `tk lak --maak`. Kijk bij een nieuwe versie eerst wat er weg moet."
    )


class OnbekendLid(TkError):
    """A set was asked for somebody who is not a member of the body."""

    code = "TK-S02"
    melding = "{naam} is geen lid van {gremium} op de dag van deze vergadering."
    veilig = "Er is niets gemaakt."
    advies = "Controleer de naam of voeg het lid toe aan het gremium."


class Doelgroep(StrEnum):
    """Kinds of readers of a set, in the order in which a set goes out (D12, E1, E3): members first, everybody last."""

    LEDEN = "leden"
    AMBTENAREN = "ambtenaren"
    OPENBAAR = "openbaar"
    LID = "lid"

    @property
    def zonder_besloten(self) -> bool:
        """Whether these readers see nothing that is besloten: officials and everybody."""
        return self in (Doelgroep.AMBTENAREN, Doelgroep.OPENBAAR)

    @property
    def setnaam(self) -> str:
        """What a sentence calls the set of these readers: ``openbare set``."""
        return {
            Doelgroep.LEDEN: "set voor de leden",
            Doelgroep.AMBTENAREN: "set voor de ambtenaren",
            Doelgroep.OPENBAAR: "openbare set",
            Doelgroep.LID: "set voor één lid",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """For whom a set is: all members, the officials, everybody, or one member (``persoon_id``)."""

    doelgroep: Doelgroep
    persoon_id: str | None = None
    naam: str = ""

    def __post_init__(self) -> None:
        if (self.doelgroep is Doelgroep.LID) != (self.persoon_id is not None):
            raise ValueError("een set voor één lid noemt dat lid, en alleen die")

    def __str__(self) -> str:
        return f"{self.doelgroep.value} {self.naam}".strip()


class Onderdeelsoort(StrEnum):
    """What a part of a set is."""

    BRIEF = "brief"
    INHOUD = "inhoud"
    AGENDA = "agenda"
    SCHUTBLAD = "schutblad"
    NOTA = "nota"
    BESTAND = "bestand"
    NAGEZONDEN = "nagezonden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeel:
    """A part of a set that starts on a page of its own.

    ``anker`` names its first page for links, ``label`` stands in the stamp (``2a bijl. 1``); both follow the agenda
    and may change. ``sleutel`` stays the same wherever the part stands. ``rechts`` starts it on a right-hand page.
    """

    soort: Onderdeelsoort
    anker: str
    titel: str
    label: str = ""
    punt_id: str | None = None
    stuk_id: str | None = None
    rechts: bool = False

    @property
    def sleutel(self) -> str:
        """What this part is known by from one set to the next, whatever its number or place."""
        if self.stuk_id is not None:
            return self.stuk_id
        return f"{self.soort.value} {self.punt_id}" if self.punt_id is not None else self.soort.value

    @property
    def naam(self) -> str:
        """What a list calls it: ``2a bijl. 1 Projectplan``; our own sheets go by their title alone."""
        return f"{self.label} {self.titel}".strip() if self.punt_id or self.stuk_id else self.titel


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergaderset:
    """The plan of one set: the meeting as this reader may see it, and its parts in order.

    Rule: a set for everybody or for the officials holds no item and no paper that is besloten, and nothing that hangs
    below what was left out; whoever builds one that does gets ``BeslotenInOpenbareSet``.
    ``weggelaten`` are the papers that the secretaris left out of this set by choice; ``genummerd`` prints a line with
    item and page number on each page; ``exemplaar`` says on each page of what is besloten whose copy it is (J13).
    """

    opname: Momentopname
    variant: Variant
    onderdelen: tuple[Onderdeel, ...]
    weggelaten: frozenset[str] = frozenset()
    genummerd: bool = True
    exemplaar: str = ""

    def __post_init__(self) -> None:
        if not self.variant.doelgroep.zonder_besloten:
            return
        if self.opname.ongelakt:
            raise NogNietGelakt(set=self.variant.doelgroep.setnaam, stukken=opsomming(self.opname.ongelakt))
        geheim = sum(self.opname.is_besloten(punt) for punt in self.opname.agendapunten)
        geheim += sum(self.opname.stuk_is_besloten(stuk) for stuk in self.opname.stukken)
        geheim += sum(nota.heeft_besloten for nota in self.opname.notas.values())
        geheim += sum(punt.open_variant() != punt for punt in self.opname.agendapunten)
        geheim += sum(actie.is_dicht for actie in self.opname.acties)
        geheim += len(self._genoemd() - self._aanwezig())
        if geheim:
            raise BeslotenInOpenbareSet(set=self.variant.doelgroep.setnaam, aantal=geheim)

    def _aanwezig(self) -> set[str]:
        return {punt.id for punt in self.opname.agendapunten} | {stuk.id for stuk in self.opname.stukken}

    def _genoemd(self) -> set[str]:
        """Return the ids of items and papers that anything in this set hangs on."""
        opname = self.opname
        ids = {punt.ouder_id for punt in opname.agendapunten}
        ids |= {id_ for stuk in opname.stukken for id_ in (stuk.agendapunt_id, stuk.hoort_bij)}
        ids |= {id_ for deel in self.onderdelen for id_ in (deel.punt_id, deel.stuk_id)}
        return {id_ for id_ in (*ids, *opname.notas, *opname.versies, *opname.nummers) if id_ is not None}

    def anker_van(self, stuk_id: str) -> str:
        """Return the name of the first page of a paper, or nothing when it is not in this set."""
        return next((deel.anker for deel in self.onderdelen if deel.stuk_id == stuk_id), "")

    def punt_van(self, deel: Onderdeel) -> str | None:
        """Return the id of the item a part belongs to; none for letter, contents, agenda and loose papers."""
        if deel.punt_id is not None:
            return deel.punt_id
        return next((self.opname.punt_van(stuk) for stuk in self.opname.stukken if stuk.id == deel.stuk_id), None)

    def met_alleen(self, onderdelen: tuple[Onderdeel, ...]) -> Self:
        """Return the same set with some of its parts."""
        return replace(self, onderdelen=onderdelen)

    @property
    def niet_mee(self) -> tuple[str, ...]:
        """The papers that are there and yet stay out by no choice: files without pages, in a set without besloten."""
        mee = {deel.stuk_id for deel in self.onderdelen} | self.weggelaten
        buiten = (stuk for stuk in self.opname.stukken if stuk.id in self.opname.versies and stuk.id not in mee)
        return tuple(f"{self.opname.label(stuk)} {stuk.titel}".strip() for stuk in buiten)

    @property
    def titel(self) -> str:
        """The title of the set, on its first page and in its properties."""
        soort = f" ({self.variant.doelgroep.value})" if self.variant.doelgroep.zonder_besloten else ""
        return f"Vergaderset {self.opname.gremium.naam} {kort(self.opname.vergadering.datum)}{soort}"

    def merken(self, deel: Onderdeel) -> tuple[str, ...]:
        """Return what else stands on each page: a line for each duty of secrecy on exactly this paper or item (J8).

        Letter, contents and agenda are not covered themselves and bear none.
        """
        opname = self.opname
        stuk = next((stuk for stuk in opname.stukken if stuk.id == deel.stuk_id), None)
        if stuk is not None:
            plichten = opname.stempels_op_stuk(stuk)
            return self._met_exemplaar(plichten, besloten=opname.stuk_is_besloten(stuk))
        punt = next((punt for punt in opname.agendapunten if punt.id == deel.punt_id), None)
        if punt is None:
            return ()
        return self._met_exemplaar(opname.stempels_op_punt(punt), besloten=opname.is_besloten(punt))

    def _met_exemplaar(self, plichten: tuple[str, ...], *, besloten: bool) -> tuple[str, ...]:
        return (*plichten, self.exemplaar) if self.exemplaar and (plichten or besloten) else plichten

    def stempel(self, deel: Onderdeel, nummer: str, totaal: int) -> str:
        """Return the line on each page: ``BC PG 4-3-2020 · 2a bijl. 1 · blz. 37/212`` (D7); none when it has none."""
        if not self.genummerd:
            return ""
        return " · ".join(stuk for stuk in (self.opname.kort, deel.label, f"blz. {nummer}/{totaal}") if stuk)


def zichtbaar_voor(opname: Momentopname, variant: Variant) -> Momentopname:
    """Return the meeting as one kind of reader may see it.

    Everybody sees no item, paper or passage of a nota (J9) that is besloten, of an item its number, and no contact data
    of officials (A16); the officials do see that data, but no more of what is besloten than everybody does (E3); the
    members see all; a member who is excluded from an item has a variant of their own without it, and without the
    actions that were agreed there.
    """
    match variant.doelgroep:
        case Doelgroep.OPENBAAR:
            return _zonder_contactgegevens(_zonder_besloten(opname))
        case Doelgroep.AMBTENAREN:
            return _zonder_besloten(opname)
        case Doelgroep.LEDEN:
            return opname
        case Doelgroep.LID:
            eigen = {punt for punt, persoon in opname.uitgesloten if persoon == variant.persoon_id}
            acties = tuple(actie for actie in opname.acties if actie.agendapunt_id not in eigen)
            return replace(opname.zonder(frozenset(eigen), frozenset()), acties=acties)


def variant_voor_lid(opname: Momentopname, naam: str) -> Variant:
    """Return the variant for the member of that name, or raise ``OnbekendLid``."""
    dag = opname.vergadering.datum
    leden = {lid.persoon_id for lid in opname.leden if lid.geldt_op(dag)}
    for persoon in opname.personen.values():
        if persoon.id in leden and persoon.naam.casefold() == naam.strip().casefold():
            return Variant(doelgroep=Doelgroep.LID, persoon_id=persoon.id, naam=persoon.naam)
    raise OnbekendLid(naam=naam, gremium=opname.gremium.naam)


def _met_gelakt(opname: Momentopname) -> Momentopname:
    """Return a meeting in which each paper that was marked has the file that everybody may read, or none.

    The nota of such a paper goes: its words stand there too, and were not marked.
    """
    versies = dict(opname.versies)
    mist: list[str] = []
    for stuk in opname.stukken:
        som = opname.gelakt.get(stuk.id)
        if som is None or stuk.id not in versies:
            continue
        if som:
            versies[stuk.id] = versies[stuk.id].gelakt(som)
        else:
            del versies[stuk.id]
            mist.append(f"{opname.label(stuk)} {stuk.titel}".strip())
    notas = {stuk_id: nota for stuk_id, nota in opname.notas.items() if stuk_id not in opname.gelakt}
    return replace(opname, versies=versies, notas=notas, gelakt={}, ongelakt=tuple(mist))


def _zonder_besloten(opname: Momentopname) -> Momentopname:
    punten = {punt.id for punt in opname.agendapunten if opname.is_besloten(punt)}
    stukken = {stuk.id for stuk in opname.stukken if opname.stuk_is_besloten(stuk)}
    acties = tuple(actie for actie in opname.acties if not actie.is_dicht)
    boven = (punt for punt in opname.agendapunten if punt.id in punten and punt.ouder_id not in punten)
    over = _met_gelakt(opname.zonder(frozenset(punten), frozenset(stukken)))
    return replace(
        over,
        agendapunten=tuple(punt.open_variant() for punt in over.agendapunten),
        notas={id_: nota.open_variant() for id_, nota in over.notas.items()},
        uitgesloten=frozenset(),
        acties=acties,
        geheim=(),
        dichte=tuple(sorted({*opname.dichte, *(opname.nummers[punt.id] for punt in boven)})),
    )


def _zonder_contactgegevens(opname: Momentopname) -> Momentopname:
    notas = {
        id_: replace(nota, behandelaars=tuple(replace(b, telefoon="") for b in nota.behandelaars))
        for id_, nota in opname.notas.items()
    }
    personen = {id_: replace(persoon, telefoon="", email="") for id_, persoon in opname.personen.items()}
    brief = opname.brief and replace(
        opname.brief, email="", doorkiesnummer="", verhindering_telefoon="", verhindering_email=""
    )
    return replace(opname, notas=notas, personen=personen, brief=brief)
