"""Who gets what: the parts of a meeting beside each kind of reader, to look at before a set is sent."""

from dataclasses import dataclass, field

from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.pack.overzicht import Overzicht, Overzichtdeel, Reden, describe_set
from tk_desktop.pack.samenstellen import Keuze
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True)
class Lezer:
    """A kind of reader, or one member by name; ``functie`` says what that member is in this meeting."""

    doelgroep: Doelgroep
    lid: str = ""
    functie: str = field(default="", compare=False)

    @property
    def naam(self) -> str:
        """What lists call them: ``Leden``, ``R. van Dalen (voorzitter)``."""
        wie = self.lid or self.doelgroep.value.capitalize()
        return f"{wie} ({self.functie})" if self.functie else wie


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One part, and for each reader why they do not get it; ``None`` for who does."""

    deel: Overzichtdeel
    redenen: tuple[Reden | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdeling:
    """The table of parts and readers."""

    lezers: tuple[Lezer, ...]
    rijen: tuple[Rij, ...]


def readers_of(opname: Momentopname) -> tuple[Lezer, ...]:
    """Return who can be looked as: the kinds of readers, then every member of that day by name."""
    dag = opname.vergadering.datum
    namen = sorted({opname.naam(lid.persoon_id) for lid in opname.leden if lid.geldt_op(dag)})
    soorten = (Doelgroep.LEDEN, Doelgroep.AMBTENAREN, Doelgroep.OPENBAAR)
    voorzitter = opname.naam(opname.vergadering.voorzitter_id)
    leden = (Lezer(Doelgroep.LID, naam, "voorzitter" if naam == voorzitter else "") for naam in namen if naam)
    return (*map(Lezer, soorten), *leden)


def who_gets_what(store: Store, vergadering_id: str, *, keuze: Keuze | None = None) -> Verdeling:
    """Return for each part who gets it and who not, and why.

    A member stands in it by name only where that member gets less than the others; raises ``NietGevonden``.
    """
    opname = store.opname(vergadering_id)
    uitgesloten = {opname.naam(persoon) for _, persoon in opname.uitgesloten}
    lezers = tuple(
        lezer for lezer in readers_of(opname) if lezer.doelgroep is not Doelgroep.LID or lezer.lid in uitgesloten
    )
    kijk = [_als(store, vergadering_id, lezer, keuze) for lezer in lezers]
    per_lezer = [{deel.sleutel: deel.reden for deel in overzicht.delen} for overzicht in kijk]
    rijen = tuple(
        Rij(deel=deel, redenen=tuple(redenen.get(deel.sleutel, Reden.BESLOTEN) for redenen in per_lezer))
        for deel in kijk[0].delen
    )
    return Verdeling(lezers=lezers, rijen=rijen)


def _als(store: Store, vergadering_id: str, lezer: Lezer, keuze: Keuze | None) -> Overzicht:
    return describe_set(store, vergadering_id, lezer.doelgroep, lid=lezer.lid, keuze=keuze)
