"""A copy of what is secret is secret on the same ground, and opens with it."""

from collections.abc import Mapping
from dataclasses import replace

from tk_desktop.store.werkmap import Store


def extend_geheimhouding(store: Store, vergadering_id: str, kopieen: Mapping[str, str]) -> None:
    """Let each duty that holds in a meeting be on the copies too; ``kopieen`` gives these by their originals.

    Without it a paper that goes along to a next meeting would bear no stamp, and stay closed when the duty is lifted.
    """
    for geheim in store.geheimhoudingen.geldend(vergadering_id):
        punten = _met(geheim.agendapunten, kopieen)
        stukken = _met(geheim.stukken, kopieen)
        if (punten, stukken) != (geheim.agendapunten, geheim.stukken):
            al = frozenset(_met(tuple(geheim.al_besloten), kopieen))
            store.geheimhoudingen.save(replace(geheim, agendapunten=punten, stukken=stukken, al_besloten=al))


def _met(over: tuple[str, ...], kopieen: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*over, *(kopieen[id_] for id_ in over if id_ in kopieen))))
