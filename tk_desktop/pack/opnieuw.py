"""The sets that are not what they were any more: which were sent, and how each is made again (J6)."""

from collections.abc import Iterable
from dataclasses import dataclass

from tk_desktop.domain.vergaderset import Doelgroep, Variant, Vergaderset
from tk_desktop.pack.samenstellen import Keuze, assemble, like_sent
from tk_desktop.pack.uitgeven import laatste_set
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Opnieuw:
    """A set that readers have and that is to be made again, as it was made then."""

    vergadering_id: str
    vergadering: str
    variant: Variant
    keuze: Keuze

    @property
    def naam(self) -> str:
        """What a sentence calls it: ``openbare set van BC WK 11-3-2026``."""
        voor = f"set voor {self.variant.naam}" if self.variant.naam else self.variant.doelgroep.setnaam
        return f"{voor} van {self.vergadering}"


def sets_to_remake(store: Store, vergadering_ids: Iterable[str]) -> tuple[Opnieuw, ...]:
    """Return the sets of these meetings that were sent last to each kind of reader and not withdrawn."""
    uit = []
    for id_ in dict.fromkeys(vergadering_ids):
        kort = store.opname(id_).kort
        for variant in _varianten(store, id_):
            laatste = laatste_set(store.uitgaven.van_variant(id_, variant))
            if laatste is not None:
                keuze = like_sent(Keuze(), laatste)
                uit.append(Opnieuw(vergadering_id=id_, vergadering=kort, variant=variant, keuze=keuze))
    return tuple(uit)


def assemble_again(store: Store, opnieuw: Opnieuw) -> Vergaderset:
    """Return the plan of a set as the meeting stands now; raises as ``assemble``."""
    variant = opnieuw.variant
    return assemble(store, opnieuw.vergadering_id, variant.doelgroep, lid=variant.naam, keuze=opnieuw.keuze)


def _varianten(store: Store, vergadering_id: str) -> tuple[Variant, ...]:
    uitgaven = store.uitgaven.van_vergadering(vergadering_id)
    gehad = {(uitgave.doelgroep, uitgave.persoon_id) for uitgave in uitgaven}
    op_volgorde = sorted(gehad, key=lambda paar: (list(Doelgroep).index(paar[0]), paar[1] or ""))
    namen = {id_: store.personen.get(id_).naam for _, id_ in op_volgorde if id_ is not None}
    return tuple(Variant(doelgroep=wie, persoon_id=id_, naam=namen.get(id_ or "", "")) for wie, id_ in op_volgorde)
