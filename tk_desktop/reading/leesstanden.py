"""How far a reader is with the papers of a meeting."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from tk_desktop.base.ids import new_id
from tk_desktop.domain.bladbereik import as_bereik
from tk_desktop.domain.bladplek import Bladregister
from tk_desktop.domain.leesstand import Bladwijzer, Leesstand
from tk_desktop.reading.aantekeningen import Leesplek
from tk_desktop.store.werkmap import Store


def keep_leesstand(
    store: Store,
    plek: Leesplek,
    versie: str,
    pagina: int,
    *,
    eigenaar: str,
    moment: datetime,
    deel: int = 0,
    gelezen: Iterable[int] = (),
) -> Leesstand:
    """Keep where a reader is in a paper (F15) and return it; another version is read anew.

    ``pagina`` is the page at the top of the screen, ``gelezen`` are pages that were read, beside those of before.
    """
    with store.transaction():
        oud = store.leesstanden.van(plek.vergadering_id, eigenaar).get(plek.papier)
        bladen = frozenset(gelezen) | (oud.bladen if oud is not None and oud.versie == versie else frozenset())
        stand = Leesstand(
            id=oud.id if oud else new_id(),
            vergadering_id=plek.vergadering_id,
            papier=plek.papier,
            eigenaar=eigenaar,
            versie=versie,
            pagina=pagina,
            deel=deel,
            verste=max(bladen, default=1),
            gezien=moment,
            vorige=_vorige(oud, versie),
            gelezen=as_bereik(bladen),
        )
        store.leesstanden.save(stand)
    return stand


def _vorige(oud: Leesstand | None, versie: str) -> str:
    """Return which version the reader had before this one."""
    if oud is None:
        return ""
    return oud.vorige if oud.versie == versie else oud.versie


def toggle_bladwijzer(
    store: Store, plek: Leesplek, versie: str, pagina: int, *, eigenaar: str, naam: str = ""
) -> Bladwijzer | None:
    """Mark a page to find it again, or take the mark away; returns the mark when there is one now.

    A mark of an earlier version stands on the page that its page became.
    """
    with store.transaction():
        oud = find_bladwijzer(store, plek, versie, pagina, eigenaar=eigenaar)
        if oud is not None:
            store.bladwijzers.delete(oud.id)
            return None
        nieuw = Bladwijzer(
            id=new_id(),
            vergadering_id=plek.vergadering_id,
            papier=plek.papier,
            eigenaar=eigenaar,
            versie=versie,
            pagina=pagina,
            naam=naam,
        )
        store.bladwijzers.save(nieuw)
    return nieuw


def name_bladwijzer(store: Store, plek: Leesplek, versie: str, pagina: int, naam: str, *, eigenaar: str) -> Bladwijzer:
    """Mark a page under a name to find it again, or give its mark another name; returns the mark."""
    with store.transaction():
        oud = find_bladwijzer(store, plek, versie, pagina, eigenaar=eigenaar)
        nieuw = Bladwijzer(
            id=oud.id if oud else new_id(),
            vergadering_id=plek.vergadering_id,
            papier=plek.papier,
            eigenaar=eigenaar,
            versie=versie,
            pagina=pagina,
            naam=naam.strip(),
        )
        store.bladwijzers.save(nieuw)
    return nieuw


def find_bladwijzer(store: Store, plek: Leesplek, versie: str, pagina: int, *, eigenaar: str) -> Bladwijzer | None:
    """Return the mark on a page of a version, one from an earlier version that stands there now included."""
    register = Bladregister(nu={plek.papier: versie}, plekken=store.bladplekken.all())
    for een in store.bladwijzers.van(plek.vergadering_id, eigenaar):
        if een.papier == plek.papier and register.blad(een.verwijzing) == pagina:
            return een
    return None


def rename_bladwijzer(store: Store, bladwijzer_id: str, naam: str) -> Bladwijzer:
    """Give a mark another name and return it; raises ``NietGevonden``."""
    with store.transaction():
        nieuw = replace(store.bladwijzers.get(bladwijzer_id), naam=naam.strip())
        store.bladwijzers.save(nieuw)
    return nieuw


def remove_bladwijzer(store: Store, bladwijzer_id: str) -> None:
    """Take a mark away."""
    with store.transaction():
        store.bladwijzers.delete(bladwijzer_id)
