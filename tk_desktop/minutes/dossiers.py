"""Closing the dossier of a meeting, opening it again with a reason, and how long it is kept (K8, K10)."""

from dataclasses import replace
from datetime import date

from tk_desktop.base.ids import new_id, only_id
from tk_desktop.domain.datum import kort
from tk_desktop.domain.dossier import Dossier, DossierNietKlaar, Waardering, belemmeringen
from tk_desktop.domain.selectielijst import Bewaarkeuze, require_reden, require_termijn
from tk_desktop.store.selectielijst import known_selectielijst
from tk_desktop.store.werkmap import Store


def dossier_of(store: Store, vergadering_id: str) -> Dossier:
    """Return the dossier of a meeting; an open one when nothing was done with it yet."""
    er = store.dossiers.van_vergadering(vergadering_id)
    return er or Dossier(id=only_id("dossier", vergadering_id), vergadering_id=vergadering_id)


def reasons_against(store: Store, vergadering_id: str, vandaag: date) -> tuple[str, ...]:
    """Return why the dossier of a meeting cannot be closed today, each a sentence; nothing when it can."""
    geheim = store.geheimhoudingen.van_vergadering(vergadering_id)
    return belemmeringen(store.zitting(vergadering_id), geheim, vandaag)


def close_dossier(store: Store, vergadering_id: str, *, op: date, wie: str = "") -> Dossier:
    """Close the dossier of a meeting and return it; from then on nothing that belongs to it changes.

    Raises ``DossierNietKlaar`` with every reason, ``DossierAlGesloten`` or ``DossierstapTeVroeg``.
    """
    with store.transaction():
        dossier = dossier_of(store, vergadering_id).sluit(new_id(), op, wie)
        redenen = reasons_against(store, vergadering_id, op)
        if redenen:
            dag = kort(store.vergaderingen.get(vergadering_id).datum)
            raise DossierNietKlaar(datum=dag, redenen=" ".join(redenen))
        store.dossiers.save(dossier)
    return dossier


def reopen_dossier(store: Store, vergadering_id: str, *, op: date, reden: str, wie: str = "") -> Dossier:
    """Open a closed dossier again and return it; the reason stays with it.

    Raises ``DossierNietGesloten``, ``HeropenredenOntbreekt`` or ``DossierstapTeVroeg``.
    """
    with store.transaction():
        dossier = dossier_of(store, vergadering_id).heropen(new_id(), op, wie, reden)
        store.dossiers.save(dossier)
    return dossier


def retention_of(store: Store, vergadering_id: str) -> Bewaarkeuze:
    """Return how long the dossier of a meeting is kept, as the selectielijst or somebody says (K10)."""
    vergadering = store.vergaderingen.get(vergadering_id)
    gremium = store.gremia.get(vergadering.gremium_id)
    return known_selectielijst().keuze(dossier_of(store, vergadering_id), gremium, vergadering)


def choose_retention(
    store: Store,
    vergadering_id: str,
    *,
    categorie: str = "",
    waardering: Waardering | None = None,
    termijn: int | None = None,
    toelichting: str = "",
) -> Bewaarkeuze:
    """Keep a dossier otherwise than usual, or as usual again when nothing is given; return how long that is.

    A closed dossier too: how long it is kept is about it, not in it. Raises ``CategorieOnbekend``,
    ``TermijnHoortNiet``, or ``BewarenVraagtReden`` when what is kept for good is to go without a word on why.
    """
    with store.transaction():
        if categorie:
            known_selectielijst().categorie(categorie)
        require_termijn(waardering, termijn)
        vergadering, oud = store.vergaderingen.get(vergadering_id), dossier_of(store, vergadering_id)
        gewoon = known_selectielijst().gebruikelijk(store.gremia.get(vergadering.gremium_id), vergadering)
        was = (gewoon.waardering, retention_of(store, vergadering_id).waardering)
        dossier = replace(
            oud,
            categorie=categorie,
            waardering=waardering,
            termijn=termijn,
            toelichting=" ".join(toelichting.split()),
        )
        store.dossiers.save(dossier)
        keuze = retention_of(store, vergadering_id)
        require_reden(was, keuze.waardering, toelichting)
    return keuze
