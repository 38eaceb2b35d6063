"""Keeping a body: how its papers look."""

from dataclasses import replace

from tk_desktop.domain.gremium import Gremium
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.store.werkmap import Store


def choose_huisstijl(store: Store, gremium_id: str, naam: str) -> Gremium:
    """Give a body a house style and return it; an unusable one raises ``HuisstijlOnbruikbaar`` and changes nothing."""
    Huisstijl.load(naam)
    with store.transaction():
        gremium = replace(store.gremia.get(gremium_id), huisstijl=naam)
        store.gremia.save(gremium)
    return gremium
