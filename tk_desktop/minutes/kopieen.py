"""A copy of what is secret, on paper or as a file: written down before it is made, with its number (J13)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.datum import kort
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.store.inzagen import Inzage
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopiemaker:
    """Who makes a copy and when; ``reden`` is what it is for, as a few words."""

    wie: str
    nu: datetime
    reden: str


def secret_in(opname: Momentopname, stuk_ids: Iterable[str] | None = None) -> Mapping[str, str]:
    """Return the papers of a meeting that are secret, by id, with the SHA-256 of what is read of them.

    ``stuk_ids`` are those that are asked about; ``None`` asks about all.
    """
    gevraagd = None if stuk_ids is None else set(stuk_ids)
    uit = {}
    for stuk in opname.stukken:
        if gevraagd is not None and stuk.id not in gevraagd:
            continue
        if opname.is_aanwezig(stuk) and (opname.stuk_is_besloten(stuk) or opname.stempels_op_stuk(stuk)):
            versie = opname.versies.get(stuk.id)
            uit[stuk.id] = versie.paginabestand if versie is not None else ""
    return uit


def log_kopie(
    store: Store,
    vergadering_id: str,
    papieren: Mapping[str, str],
    maker: Kopiemaker,
    *,
    wat: Inzagewijze,
    voor: str = "",
) -> str:
    """Write down that a copy of papers is made, before it is, and return what stands on its secret pages.

    All papers of one copy have one number. Of nothing nothing is written, and the words are empty. ``voor`` is who gets
    the copy, when it is for one person.
    """
    nummer = _schrijf_op(store, [(vergadering_id, papier, versie) for papier, versie in papieren.items()], maker, wat)
    if not nummer:
        return ""
    naam = f"voor {voor}" if voor else f"gemaakt door {maker.wie}" if maker.wie else ""
    return " · ".join(deel for deel in (f"Exemplaar {nummer}", naam, kort(maker.nu.date()), maker.reden) if deel)


def log_actielijst(store: Store, posten: Iterable[Actiepost], maker: Kopiemaker, *, wat: Inzagewijze) -> None:
    """Write down that a list with besloten actions is made, at each meeting from which such an action is.

    All of it is one copy; of a list for everybody nothing is written.
    """
    dicht = (post.actie.vergadering_id or "" for post in posten if post.besloten)
    _schrijf_op(store, [(id_, "actielijst", "") for id_ in dict.fromkeys(dicht)], maker, wat)


def _schrijf_op(store: Store, rijen: Sequence[tuple[str, str, str]], maker: Kopiemaker, wat: Inzagewijze) -> int:
    """Write down papers by meeting, name and digest under one number, and return that; none of nothing."""
    if not rijen:
        return 0
    with store.transaction():
        nummer = store.inzagen.volgend_exemplaar()
        for vergadering_id, papier, versie in rijen:
            store.inzagen.voeg_toe(
                Inzage(
                    moment=maker.nu,
                    wie=maker.wie,
                    vergadering_id=vergadering_id,
                    papier=papier,
                    versie=versie,
                    wat=wat,
                    reden=maker.reden,
                    exemplaar=nummer,
                )
            )
    return nummer
