"""How people know a kept file: its paper and its meeting, where the program itself knows it by a digest (K12)."""

from collections.abc import Iterable

from tk_desktop.store.werkmap import Store

_BESLOTEN = "een besloten stuk"
"""All that is said of what is besloten: what is printed here is sent on to whoever helps."""


def name_files(store: Store, sommen: Iterable[str]) -> dict[str, str]:
    """Return of each file what it is, in words; those that no paper and no meeting names stay out."""
    namen = {som: _naam(store, som) for som in sommen}
    return {som: naam for som, naam in namen.items() if naam}


def _naam(store: Store, som: str) -> str:
    namen = []
    for stuk_id, gelakt in store.fixiteit.stukken(som):
        stuk = store.stukken.get(stuk_id)
        opname = store.opname(stuk.vergadering_id)
        if opname.stuk_is_besloten(stuk):
            return _BESLOTEN
        namen.append(f"{'de gelakte versie van ' if gelakt else ''}‘{stuk.titel}’, {opname.kort}")
    if namen:
        return namen[0]
    for vergadering_id in store.fixiteit.vergaderingen(som):
        return f"een bestand dat is ingelezen, {store.opname(vergadering_id).kort}"
    return ""
