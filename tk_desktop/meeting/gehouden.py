"""The agenda of a meeting that was held: what its verslag tells of is not changed behind its back (H6)."""

from collections.abc import Iterable

from tk_desktop.base.errors import TkError
from tk_desktop.store.werkmap import Store


class PuntBehandeld(TkError):
    """An item was to be removed of which something was said or decided."""

    code = "TK-B87"
    melding = "Bij ‘{titel}’ staat al wat er is besproken of besloten; het punt is niet verwijderd."
    veilig = "Er is niets gewijzigd."
    advies = "Haal eerst weg wat erbij is vastgelegd, of trek het punt in: dan blijft alles bewaard."


def require_concept(store: Store, vergadering_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when the verslag of a meeting was approved (H6, H10)."""
    verslag = store.verslagen.van_vergadering(vergadering_id)
    if verslag is not None:
        verslag.require_concept()


def require_concept_at(store: Store, punt_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when the verslag of the meeting of an item was approved (H6, H10)."""
    require_concept(store, store.agendapunten.get(punt_id).vergadering_id)


def require_onbehandeld(store: Store, punt_ids: Iterable[str]) -> None:
    """Raise ``PuntBehandeld`` when something was written, voted, decided or agreed at one of these items."""
    for id_ in punt_ids:
        verslagen = store.puntverslagen.van_punt(id_)
        gezegd = any(een.besproken.strip() or een.besloten_deel.strip() for een in verslagen)
        rijen = (store.besluiten, store.stemmingen, store.acties, store.rondes)
        if gezegd or any(tabel.van_punt(id_) for tabel in rijen):
            raise PuntBehandeld(titel=store.agendapunten.get(id_).titel)
