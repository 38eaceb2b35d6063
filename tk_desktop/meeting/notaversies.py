"""Keeping versions of a nota: by hand, before an edit after rest, before an older one is put back (C12-C14)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from tk_desktop.base.ids import new_id
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.notaverschil import verschil
from tk_desktop.domain.notaversie import Notaversie, na_rust, zelfde_inhoud
from tk_desktop.domain.volgorde import tussen
from tk_desktop.meeting.notas import save_nota
from tk_desktop.store.werkmap import Store


def keep_version(store: Store, nota_id: str, nu: datetime, reden: str = "Bewaard") -> Notaversie:
    """Keep a nota as it is now; when nothing changed since the newest version, return that one."""
    with store.transaction():
        nota = store.notas.get(nota_id)
        eerder = store.notaversies.van_nota(nota_id)
        if eerder and zelfde_inhoud(eerder[-1].nota, nota):
            return eerder[-1]
        versie = Notaversie(
            id=new_id(),
            nota_id=nota_id,
            volgorde=tussen(eerder[-1].volgorde if eerder else ""),
            moment=nu,
            reden=reden,
            nota=nota,
        )
        store.notaversies.save(versie)
    return versie


def keep_before_edit(store: Store, nota_id: str, nu: datetime) -> None:
    """Call before an edit: the first one after half an hour of rest keeps the nota as it was.

    An empty form is not worth a version: nothing of a writer can be lost from it.
    """
    with store.transaction():
        nota = store.notas.get(nota_id)
        leeg = all(nota.is_leeg(sectie) for sectie in nota.secties)
        vorige = store.notas.bewerkt(nota_id)
        if not leeg and na_rust(vorige, nu):
            keep_version(store, nota_id, vorige or nu, "Voor een nieuwe bewerking")
        store.notas.zet_bewerkt(nota_id, nu)


def edit_nota(store: Store, nota_id: str, nu: datetime, werk: Callable[[], Nota]) -> Nota:
    """Do one edit of a nota (a use case of ``meeting.notas``), after keeping a version when it is time for one."""
    with store.transaction():
        keep_before_edit(store, nota_id, nu)
        return werk()


def keep_other_edit(store: Store, gezien: Nota, nu: datetime) -> tuple[str, ...]:
    """Keep a nota as another window or command left it, and name the parts that differ from what was seen (C14).

    Call before an edit of somebody who saw ``gezien``; nothing is kept, and nothing named, when it is as they saw it.
    """
    with store.transaction():
        nota = store.notas.get(gezien.id)
        anders = () if zelfde_inhoud(gezien, nota) else verschil(gezien, nota)
        if anders:
            keep_version(store, nota.id, nu, "Elders gewijzigd")
    return tuple(deel.kop for deel in anders)


def versions(store: Store, nota_id: str) -> tuple[Notaversie, ...]:
    """Return the kept versions of a nota, the newest first."""
    return store.notaversies.van_nota(nota_id)[::-1]


def restore_version(store: Store, versie_id: str, nu: datetime) -> Nota:
    """Put a version back, after keeping what stands there now; raises ``NietGevonden``.

    The nota keeps its own paper and number: two nota's never get one number because an old text returns.
    """
    with store.transaction():
        versie = store.notaversies.get(versie_id)
        nu_ = store.notas.get(versie.nota_id)
        keep_version(store, nu_.id, nu, "Voor het terugzetten")
        terug = replace(versie.nota, stuk_id=nu_.stuk_id, registratienummer=nu_.registratienummer)
        save_nota(store, terug)
        store.notas.zet_bewerkt(terug.id, nu)
    return terug
