"""A meeting as everybody may know it: what was published to all, in a werkmap of its own that goes afterwards (M6).

Papers that anybody can read are made of this, never of the working copy: a draft or a besloten row cannot be in them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tk_desktop.domain.bereik import ALG
from tk_desktop.domain.bewerking import WEG, Bewerking, Waarde
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.store.werkmap import Store

Rijen = dict[str, dict[str, dict[str, Waarde]]]
"""The fields of each row, by table and id."""


_IEDEREEN = Variant(doelgroep=Doelgroep.OPENBAAR)


def published_rows(store: Store, vergadering_id: str) -> Rijen:
    """Return the rows of a meeting that were published to everybody, as they were published."""
    rijen: Rijen = {}
    for bereik, tabel, rij in sorted(store.uitwisseling.publicatie(vergadering_id)):
        if bereik == str(ALG):
            waarden = store.bewerkingen.koppen(ALG, tabel, rij)
            if waarden.get(WEG) is None:
                rijen.setdefault(tabel, {})[rij] = dict(waarden)
    return rijen


@contextmanager
def public_view(store: Store) -> Iterator[tuple[Momentopname, ...]]:
    """Give every published meeting as everybody may see it."""
    ids = [
        een.id for een in store.vergaderingen.all() if een.id in published_rows(store, een.id).get("vergadering", {})
    ]
    if not ids:
        yield ()
        return
    with TemporaryDirectory(prefix="tk-open-") as map_, Store.open(Path(map_) / "werkmap", maken=True) as publiek:
        publiek.bewerkingen.word("iedereen", Rol.BESTUURDER)  # the secretariat has a working copy instead
        publiek.pas_toe(list(_bewerkingen(store, ids)))
        yield tuple(zichtbaar_voor(publiek.opname(id_), _IEDEREEN) for id_ in ids)


def _bewerkingen(store: Store, ids: list[str]) -> Iterator[Bewerking]:
    """Yield what makes these rows; those that meetings share come once."""
    samen: Rijen = {}
    for id_ in ids:
        for tabel, rijen in published_rows(store, id_).items():
            samen.setdefault(tabel, {}).update(rijen)
    velden = (
        (tabel, rij, veld, waarde)
        for tabel, rijen in samen.items()
        for rij, waarden in rijen.items()
        for veld, waarde in waarden.items()
        if veld != WEG
    )
    for nummer, (tabel, rij, veld, waarde) in enumerate(velden, 1):
        yield Bewerking(
            id=f"{nummer:020x}",
            hlc=nummer << 16,
            bereik=str(ALG),
            tabel=tabel,
            rij=rij,
            veld=veld,
            waarde=waarde,
            apparaat="0" * 16,
        )
