"""The sample meeting that comes with the program, taken in as if it had just arrived."""

from tk_desktop.base.klok import dit_moment
from tk_desktop.base.paths import resources
from tk_desktop.base.progress import Progress
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.meeting.gremia import choose_huisstijl
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store


def neem_voorbeeld(store: Store, progress: Progress | None = None) -> None:
    """Take the sample into a werkmap."""
    gelezen = lees_bestanden([resources() / "sample"], progress, cache=Bladcache(store.cache))
    with store.transaction():
        inname = neem_op(store, gelezen, nu=dit_moment())
        for id_ in inname.vergaderingen:
            choose_huisstijl(store, store.vergaderingen.get(id_).gremium_id, "vechtstreek")
