"""Looking at every kept file, and writing down when that was and what was found (K12)."""

from datetime import date, datetime

from tk_desktop.base.progress import Progress
from tk_desktop.domain.fixiteit import Fixiteit, is_due
from tk_desktop.store.werkmap import Store


def check_files(store: Store, moment: datetime, wie: str = "", progress: Progress | None = None) -> Fixiteit:
    """Hold every file that a row names against its SHA-256, write that down, and return what was found.

    Nothing is mended: what is wrong comes back with a reserve copy or a bundle. Raises ``Onderbroken`` after a cancel,
    and writes nothing down then.
    """
    sommen = store.fixiteit.genoemd()
    weg = [som for som in sommen if not store.bestanden.plek(som).is_file()]
    er = [som for som in sommen if som not in set(weg)]
    gang = progress or Progress()
    anders = [som for som in gang.each(er, "Bestanden nakijken") if not store.bestanden.is_heel(som)]
    keer = Fixiteit(moment=moment, wie=wie, gekeken=len(sommen), veranderd=tuple(anders), ontbreekt=tuple(weg))
    with store.transaction():
        store.fixiteit.voeg_toe(keer)
    return keer


def overdue(store: Store, vandaag: date) -> bool:
    """Tell whether the files of a werkmap were not looked at for over a year."""
    return is_due(next(iter(store.fixiteit.all()), None), store.fixiteit.oudste(), vandaag)
