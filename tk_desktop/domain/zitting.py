"""A meeting as it was held: the snapshot of its papers with all that was said, voted and decided at the table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from typing import Self, TypeVar

from tk_desktop.base.errors import TkError
from tk_desktop.domain.actie import Actie
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.besluit import Besluit, VerslagMistWoorden, is_ter_besluitvorming
from tk_desktop.domain.conflict import Openkeuze
from tk_desktop.domain.datum import verstreken
from tk_desktop.domain.momentopname import BESLOTEN_VARIANT, Momentopname
from tk_desktop.domain.opmaak import heeft_besloten, open_tekst, platte_tekst
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.presentie import (
    PLV_VOORZITTER,
    Belang,
    Hoedanigheid,
    Presentie,
    Quorum,
    deelnemers,
    met_belang,
    nodig_voor_quorum,
)
from tk_desktop.domain.presentiezicht import presentie_voor_iedereen
from tk_desktop.domain.ronde import Ronde
from tk_desktop.domain.stemming import Stemming
from tk_desktop.domain.vastgesteld import Vastgesteld
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.domain.verslag import Puntverslag, Schorsing, Verslag
from tk_desktop.domain.voorstel import open_punten, zinnen

_T = TypeVar("_T", Besluit, Actie, Stemming)


class BeslotenInOpenbaarVerslag(TkError):
    """A verslag for everybody was to hold something that was said behind closed doors."""

    code = "TK-B01"
    melding = "Het openbare verslag zou besloten tekst bevatten ({aantal})."
    veilig = "Er is niets gemaakt."
    advies = "Kijk bij de punten wat besloten is, en maak het verslag opnieuw."


@dataclass(frozen=True, slots=True, kw_only=True)
class Zitting:
    """One meeting with what was done in it, whole: what verslag, lists and registers are made from (H1-H3, H9).

    Everything stands in the order of the paper. ``verslagen`` hold what is written of an item, by the id of the item;
    ``dubbel`` are the rows of items that have one in ``verslagen`` already: what they say is in no paper.
    ``acties`` are those that were made here, ``keuzes`` what waits for a choice between two versions. ``openbaar``
    marks the meeting as everybody may know it.
    ``naamloos`` says that names of guests and minute takers were left out (J11).
    ``vast`` is what was approved, as long as this is what stands in the werkmap now (``zoals_vastgesteld``).

    Rule: what is ``openbaar`` holds nothing that is besloten; whoever builds one that does gets
    ``BeslotenInOpenbaarVerslag``.
    """

    opname: Momentopname
    verslag: Verslag
    presentie: tuple[Presentie, ...] = ()
    belangen: tuple[Belang, ...] = ()
    verslagen: Mapping[str, Puntverslag] = field(default_factory=dict)
    dubbel: tuple[Puntverslag, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    stemmingen: tuple[Stemming, ...] = ()
    acties: tuple[Actie, ...] = ()
    schorsingen: tuple[Schorsing, ...] = ()
    rondes: tuple[Ronde, ...] = ()
    keuzes: tuple[Openkeuze, ...] = ()
    openbaar: bool = False
    naamloos: bool = False
    vast: Vastgesteld | None = None

    def __post_init__(self) -> None:
        geheim = self._geheimen() if self.openbaar else 0
        if geheim:
            raise BeslotenInOpenbaarVerslag(aantal=geheim)

    def zoals_vastgesteld(self) -> Self:
        """Return the meeting as its verslag was approved; while that is a draft, and in a copy for readers, as it is.

        Papers are made of this: what was merged or changed later is no part of what was approved (H6).
        """
        vast = self.vast
        if vast is None:
            return self
        opname = vast.agenda(self.opname)
        open_ = (punt.id for punt in opname.agendapunten if not opname.is_besloten(punt))
        return replace(
            self,
            opname=opname,
            presentie=vast.presentie,
            belangen=vast.belangen,
            verslagen=vast.gezegd(self.verslagen.values(), open_),
            dubbel=(),
            besluiten=op_papier(opname, vast.besloten_is(self.besluiten)),
            stemmingen=op_papier(opname, vast.gestemd(self.stemmingen)),
            acties=vast.te_doen(self.acties),
            schorsingen=vast.schorsingen,
            rondes=vast.rondes,
            keuzes=(),
            vast=None,
        )

    def vastgelegd(self, id_: str) -> Vastgesteld:
        """Return all that this tells, to be kept under an id as what was approved."""
        opname = self.opname
        wie = (opname.vergadering.voorzitter_id, opname.vergadering.secretaris_id)
        return Vastgesteld(
            id=id_,
            verslag_id=self.verslag.id,
            vergadering=opname.vergadering,
            personen=tuple(
                replace(een, telefoon="", email="")
                for id_ in wie
                if (een := opname.personen.get(id_ or "")) is not None
            ),
            punten=tuple(replace(een, voorstel=opname.voorstel(een)) for een in opname.agendapunten),
            dicht=frozenset(een.id for een in opname.agendapunten if opname.is_besloten(een)),
            presentie=self.presentie,
            belangen=self.belangen,
            verslagen=tuple(self.verslagen.values()),
            besluiten=self.besluiten,
            stemmingen=self.stemmingen,
            acties=self.acties,
            schorsingen=self.schorsingen,
            rondes=self.rondes,
            eerdere=opname.acties,
        )

    def voor_iedereen(self) -> Self:
        """Return the meeting as everybody may know it: without what is besloten and all that hangs on it (H9, A16).

        Of an approved verslag that is of what was approved. What may have gone behind closed doors on another laptop is
        left out as long as nobody chose.
        """
        if self.vast is not None:
            return self.zoals_vastgesteld().voor_iedereen()
        opname = zichtbaar_voor(_met_plicht_dicht(self.opname), Variant(doelgroep=Doelgroep.OPENBAAR))
        punten = {punt.id for punt in opname.agendapunten}
        besluiten = (een for een in self.besluiten if een.agendapunt_id in punten and not een.besloten)
        leeg_elders = {een.agendapunt_id for een in self.keuzes if een.leeg_elders}
        presentie, belangen = presentie_voor_iedereen(self.presentie, self.belangen, self.rij, punten)
        return replace(
            self,
            opname=opname,
            presentie=presentie,
            belangen=belangen,
            verslagen={
                id_: replace(een, besproken="" if id_ in leeg_elders else open_tekst(een.besproken), besloten_deel="")
                for id_, een in self.verslagen.items()
                if een.agendapunt_id in punten
            },
            dubbel=(),
            keuzes=(),
            besluiten=tuple(een.open_variant() for een in besluiten),
            stemmingen=tuple(een for een in self.stemmingen if een.agendapunt_id in punten and not een.besloten),
            rondes=tuple(een for een in self.rondes if een.agendapunt_id in punten and not self._is_dicht(een)),
            acties=tuple(een for een in self.acties if not een.is_dicht and _hoort_bij(een.agendapunt_id, punten)),
            verslag=self.verslag.open_variant(punten),
            openbaar=True,
        )

    @property
    def rij(self) -> tuple[str, ...]:
        """The ids of the items in the order of treatment."""
        return tuple(punt.id for punt in self.opname.agendapunten)

    @property
    def in_behandeling(self) -> Agendapunt | None:
        """The item that is dealt with now, if any."""
        if not self.opname.vergadering.loopt:
            return None
        for punt in self.opname.agendapunten:
            verslag = self.verslag_van(punt)
            if verslag.begonnen is not None and verslag.geeindigd is None:
                return punt
        return None

    @property
    def zonder_besluit(self) -> tuple[Agendapunt, ...]:
        """The items that were tabled to be decided on and have no besluit; with sub-items it is those that count."""
        boven = {punt.ouder_id for punt in self.opname.agendapunten}
        besloten = {besluit.agendapunt_id for besluit in self.besluiten}
        open_ = (punt for punt in self.opname.agendapunten if punt.id not in boven | besloten)
        return tuple(punt for punt in open_ if is_ter_besluitvorming(self.opname.behandeling(punt)))

    @property
    def met_open_stemming(self) -> tuple[Agendapunt, ...]:
        """The items at which a vote was opened and not finished."""
        open_ = {een.agendapunt_id for een in self.stemmingen if not een.is_af}
        return tuple(punt for punt in self.opname.agendapunten if punt.id in open_)

    def waar_gekozen_wordt(self) -> str:
        """Return where something waits for a choice between two versions: ``punt 2 en 3``; empty where nothing does."""
        return self._waar(een.agendapunt_id for een in self.keuzes)

    @property
    def zonder_woorden(self) -> tuple[Besluit, ...]:
        """The besluiten that do not say what was decided and were not set right since."""
        hersteld = {een.herstelt_id for een in self.besluiten}
        return tuple(een for een in self.besluiten if een.mist_woorden and een.id not in hersteld)

    def require_woorden(self) -> None:
        """Raise ``VerslagMistWoorden`` while a besluit does not say what was decided (H6)."""
        if self.zonder_woorden:
            raise VerslagMistWoorden(waar=self._waar(een.agendapunt_id for een in self.zonder_woorden))

    def _waar(self, punten: Iterable[str | None]) -> str:
        ids = set(punten)
        nummers = [str(self.opname.nummers[punt.id]) for punt in self.opname.agendapunten if punt.id in ids]
        delen = [f"punt {opsomming(nummers)}"] if nummers else []
        delen += ["de vergadering"] if ids.difference(self.rij) else []
        return opsomming(delen)

    def besluiten_bij(self, punt: Agendapunt) -> tuple[Besluit, ...]:
        """Return what was decided on an item, in order."""
        return _bij(self.besluiten, punt)

    def acties_bij(self, punt: Agendapunt) -> tuple[Actie, ...]:
        """Return what was agreed to be done at an item, in order."""
        return _bij(self.acties, punt)

    def stemmingen_bij(self, punt: Agendapunt) -> tuple[Stemming, ...]:
        """Return the votes on an item, in order."""
        return _bij(self.stemmingen, punt)

    def rondes_bij(self, punt: Agendapunt) -> tuple[Ronde, ...]:
        """Return the rounds of letters on an item, in order."""
        return tuple(een for een in self.rondes if een.agendapunt_id == punt.id)

    def verslag_van(self, punt: Agendapunt) -> Puntverslag:
        """Return what is written of an item; nothing when nothing is."""
        return self.verslagen.get(punt.id) or Puntverslag(id="", agendapunt_id=punt.id)

    def duur(self, punt: Agendapunt, nu: time) -> int:
        """Return how many minutes an item was dealt with, until now when it still is; a break does not count (G7)."""
        verslag = self.verslag_van(punt)
        if verslag.begonnen is None:
            return 0
        einde = verslag.geeindigd or nu
        geheel = verstreken(verslag.begonnen, einde) or 0
        return geheel - sum(een.minuten_in(verslag.begonnen, geheel) for een in self.schorsingen)

    def aanwezigen(self, punt: Agendapunt | None = None) -> tuple[Presentie, ...]:
        """Return who was there, at an item or at all."""
        rij = self.rij
        return tuple(wie for wie in self.presentie if (wie.aanwezig if punt is None else wie.is_bij(punt.id, rij)))

    def deelnemers(self, punt: Agendapunt) -> tuple[Presentie, ...]:
        """Return who takes part in deciding on an item (G11)."""
        return deelnemers(self.presentie, self.belangen, punt.id, self.rij)

    def kunnen_voorzitten(self, punt: Agendapunt) -> tuple[Presentie, ...]:
        """Return who may take the chair at an item: members who are there, the substitute chair first."""
        leden = (wie for wie in self.aanwezigen(punt) if wie.hoedanigheid is Hoedanigheid.LID and wie.lid_id)
        return tuple(sorted(leden, key=lambda wie: wie.functie != PLV_VOORZITTER))

    def volmacht_vanaf(self, wie: Presentie, punt: Agendapunt) -> str:
        """Return from which item on somebody gives a volmacht at an item, when nobody says otherwise (G5).

        From the item on; who leaves after it, from the next. Empty for the whole meeting: they were at none before.
        """
        rij = self.rij
        plek = rij.index(punt.id)
        was_er = any(
            een.persoon == wie.persoon and een.is_bij(id_, rij) for een in self.presentie for id_ in rij[:plek]
        )
        if wie.aanwezig and wie.tot_punt_id in rij[plek:-1]:
            return rij[rij.index(wie.tot_punt_id) + 1]
        return punt.id if was_er or wie.volmacht_id is not None else ""

    def met_belang(self, punt: Agendapunt) -> frozenset[str]:
        """Return the ids on the list of names of all who declared an interest in an item (G11)."""
        return met_belang(self.presentie, self.belangen, punt.id)

    def quorum(self, punt: Agendapunt) -> Quorum:
        """Return how many with a vote are there at an item, and how many must be (G2)."""
        dag = self.opname.vergadering.datum
        zetels = sum(zetel.stemt and zetel.vervangt is None and zetel.geldt_op(dag) for zetel in self.opname.leden)
        rij = self.rij
        er = {wie.zetel for wie in self.presentie if wie.heeft_stem and wie.is_bij(punt.id, rij)}
        return Quorum(zetels=zetels, nodig=nodig_voor_quorum(zetels, self.opname.gremium.quorum), aanwezig=len(er))

    def heeft_besloten(self, punt: Agendapunt | None = None) -> bool:
        """Tell whether anything of an item, or of the whole meeting, is not for everybody."""
        if punt is None:
            losse = [een.is_dicht for een in self.acties] + [een.is_dicht for een in self.verslag.correcties]
            return any(losse) or any(self.heeft_besloten(een) for een in self.opname.agendapunten)
        dicht = [self.opname.is_besloten(punt), bool(self.verslag_van(punt).besloten_deel.strip())]
        dicht += [self.heeft_passage(punt)]
        dicht += [een.besloten for een in self.besluiten_bij(punt)]
        dicht += [een.besloten for een in self.stemmingen_bij(punt)]
        dicht += [een.is_dicht for een in self.acties_bij(punt)]
        dicht += [een.besloten for een in self.rondes_bij(punt)]
        return any(dicht)

    def heeft_passage(self, punt: Agendapunt) -> bool:
        """Tell whether a passage of what was proposed, said or decided at an item is besloten (J9)."""
        voorstel = self.opname.voorstel(punt)
        return (
            heeft_besloten(self.verslag_van(punt).besproken)
            or open_punten(voorstel) != voorstel
            or any(een.open_variant() != een for een in self.besluiten_bij(punt))
        )

    def hoort_dicht(self, was: str, punt: Agendapunt | None = None) -> bool:
        """Tell whether a correction is besloten unless somebody says otherwise: nobody has looked at it yet (H9).

        It is when something was closed at its item, or anywhere when it names none, and when what it corrects stands in
        what was said behind closed doors at whatever item.
        """
        gezocht = _kaal(was)
        return self.heeft_besloten(punt) or (bool(gezocht) and gezocht in _kaal(self._gesloten_tekst()))

    def _is_dicht(self, ronde: Ronde) -> bool:
        """Tell whether a round of letters, or what came of it, is not for everybody; then how it went is not either."""
        besluit = ronde.besluit(self.besluiten)
        return ronde.besloten or (besluit is not None and besluit.besloten)

    def _gesloten_tekst(self) -> str:
        """Return all that is said and decided here behind closed doors, and each text with a besloten passage whole.

        What is quoted of such a text may begin before the passage or end in it.
        """
        punten = self.opname.agendapunten
        dicht = {punt.id for punt in punten if self.opname.is_besloten(punt)}
        voorstellen = ((een,) for punt in punten for een in self.opname.voorstel(punt))
        uit = [zin for voorstel in voorstellen if open_punten(voorstel) != voorstel for zin in zinnen(voorstel)]
        for verslag in self.verslagen.values():
            if verslag.agendapunt_id in dicht or heeft_besloten(verslag.besproken):
                uit.append(verslag.besproken)
            uit.append(verslag.besloten_deel)
        for besluit in self.besluiten:
            if besluit.besloten or besluit.agendapunt_id in dicht or besluit.open_variant() != besluit:
                uit += [besluit.tekst, besluit.voorgesteld, besluit.minderheid]
        uit += [een.tekst for een in self.acties if een.is_dicht or een.agendapunt_id in dicht]
        return "\n".join(platte_tekst(tekst) for tekst in uit)

    def stempels(self, punten: Iterable[Agendapunt] | None = None) -> tuple[str, ...]:
        """Return what stands on each page that tells of items, or of the whole meeting: a line for each duty (J8).

        What is secret of an item is the item itself, or the nota that its proposal comes from. With a besloten passage
        of what was proposed, said or decided they tell that it is that variant (J9).
        """
        opname = self.opname
        uit: list[str] = []
        for punt in opname.agendapunten if punten is None else punten:
            uit.extend(opname.stempels_op_punt(punt))
            uit.extend((BESLOTEN_VARIANT,) if self.heeft_passage(punt) else ())
            for stuk in opname.stukken_bij(punt):
                uit.extend(opname.stempels_op_stuk(stuk) if stuk.id in opname.notas else ())
        return tuple(dict.fromkeys(uit))

    def _geheimen(self) -> int:
        """Count what is here and may not be known to everybody."""
        punten = {punt.id for punt in self.opname.agendapunten}
        geheim = sum(self.opname.is_besloten(punt) for punt in self.opname.agendapunten)
        geheim += sum(nota.heeft_besloten for nota in self.opname.notas.values())
        gesloten = [een.besloten or een.open_variant() != een for een in self.besluiten]
        gesloten += [een.is_dicht for een in self.acties]
        gesloten += [een.besloten for een in self.stemmingen]
        gesloten += [een.is_dicht for een in self.verslag.correcties]
        gesloten += [bool(een.besloten_deel) or heeft_besloten(een.besproken) for een in self.verslagen.values()]
        gesloten += [self._is_dicht(een) for een in self.rondes]
        gesloten += [True for _ in (*self.dubbel, *self.keuzes)]
        return geheim + sum(gesloten) + len(self._genoemd() - punten)

    def _genoemd(self) -> set[str]:
        """Return the ids of the items that anything here hangs on."""
        ids: list[str | None] = [een.agendapunt_id for een in self.besluiten]
        ids += [een.agendapunt_id for een in self.stemmingen]
        ids += [een.agendapunt_id for een in self.belangen]
        ids += [een.agendapunt_id for een in self.rondes]
        ids += [een.agendapunt_id for een in self.verslagen.values()]
        ids += [een.agendapunt_id for een in self.acties]
        ids += [een.agendapunt_id for een in self.verslag.correcties]
        ids += [id_ for wie in self.presentie for id_ in (wie.van_punt_id, wie.tot_punt_id)]
        return {id_ for id_ in ids if id_ is not None}


def op_papier(opname: Momentopname, rijen: Iterable[_T]) -> tuple[_T, ...]:
    """Return what belongs to items in the order of the paper, and at one item in its own order."""
    plek = {punt.id: rang for rang, punt in enumerate(opname.agendapunten)}
    return tuple(sorted(rijen, key=lambda een: (plek.get(een.agendapunt_id or "", len(plek)), een.volgorde, een.id)))


def _met_plicht_dicht(opname: Momentopname) -> Momentopname:
    """Return a meeting with what a duty of secrecy covers behind closed doors, however it is marked (J7)."""
    punten = {id_ for een in opname.geheim for id_ in een.agendapunten if een.geldt_voor(agendapunt_id=id_)}
    stukken = {id_ for een in opname.geheim for id_ in een.stukken if een.geldt_voor(stuk_id=id_)}
    return replace(
        opname,
        agendapunten=tuple(replace(een, besloten=een.besloten or een.id in punten) for een in opname.agendapunten),
        stukken=tuple(replace(een, besloten=een.besloten or een.id in stukken) for een in opname.stukken),
    )


def _bij(alle: Iterable[_T], punt: Agendapunt) -> tuple[_T, ...]:
    return tuple(een for een in alle if een.agendapunt_id == punt.id)


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


def _hoort_bij(punt_id: str | None, punten: set[str]) -> bool:
    return punt_id is None or punt_id in punten
