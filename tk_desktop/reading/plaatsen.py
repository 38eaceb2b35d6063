"""Notes on a paper of which another version came: each gets its place, and its writer decides on it (F11, F12)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tk_desktop.domain.aantekening import Aantekening, Oordeel
from tk_desktop.domain.plaatstelling import Plaatstelling, tel_plaatsen
from tk_desktop.domain.verankering.oordelen import Reden
from tk_desktop.domain.volgorde import tussen
from tk_desktop.reading.aantekeningen import with_plaats
from tk_desktop.reading.versiezoeker import AFGEWEZEN, Gevonden, Versielezer, Versiezoeker, as_written
from tk_desktop.store.werkmap import Store


def place_aantekeningen(
    store: Store, vergadering_id: str, papier: str, versie: str, lezer: Versielezer
) -> Plaatstelling:
    """Give every note on a paper a place in this version of it, and return how all of them stand there.

    None is lost: what is not found keeps its old passage, in the tray. A note that stands in this version already stays
    as it is, so that doing it again changes nothing; the version that is placed in last counts as the newest, also when
    an older one came back. The words of a version that was read are kept for the next. Raises the ``TkError`` of a
    file that cannot be read.
    """
    gevonden = _zoek_plaatsen(store, _te_plaatsen(store, vergadering_id, papier, versie), versie, lezer)
    with store.transaction():
        for een in _te_plaatsen(store, vergadering_id, papier, versie):
            hier = gevonden.get(een.id)
            if een.in_versie(versie) is not None:
                store.aantekeningen.save(_weer_nieuwste(een, versie))
            elif hier is not None:
                store.aantekeningen.save(with_plaats(een, hier.anker, hier.oordeel, hier.reden))
        if gevonden:
            store.leesteksten.bewaar(versie, lezer.paginas(versie))
    return tel_plaatsen(_op_papier(store, vergadering_id, papier), versie)


def needs_places(aantekeningen: Iterable[Aantekening], versie: str) -> bool:
    """Tell whether one of these notes on a paper is not placed in this version, or was placed in another since.

    One that another shared is placed by its writer, and comes again.
    """
    return any(
        een.plaatsen and een.plaatsen[-1].anker.versie != versie for een in aantekeningen if not een.is_afschrift
    )


def reject_plaats(store: Store, aantekening_id: str) -> Aantekening:
    """Put a note that the program placed wrongly in the tray, with the passage it was written on, and return it."""
    with store.transaction():
        een = store.aantekeningen.get(aantekening_id)
        stond, staat = een.gemaakt_op, een.plaats
        if stond is None or staat is None or staat.oordeel is Oordeel.NIET_GEVONDEN:
            return een
        een = with_plaats(een, as_written(stond, staat.anker), Oordeel.NIET_GEVONDEN, AFGEWEZEN)
        store.aantekeningen.save(een)
    return een


def _op_papier(store: Store, vergadering_id: str, papier: str) -> list[Aantekening]:
    return [een for een in store.aantekeningen.van_papier(vergadering_id, papier) if een.plaatsen]


def _te_plaatsen(store: Store, vergadering_id: str, papier: str, versie: str) -> list[Aantekening]:
    return [een for een in _op_papier(store, vergadering_id, papier) if needs_places([een], versie)]


def _weer_nieuwste(een: Aantekening, versie: str) -> Aantekening:
    """Return a note whose place in a version that came back is its newest again."""
    hier = een.in_versie(versie)
    if hier is None:
        raise AssertionError("de versie is gezocht in een aantekening die er een plaats in heeft")
    return een.met_plaats(replace(hier, volgorde=tussen(een.plaatsen[-1].volgorde)))


def _zoek_plaatsen(
    store: Store, aantekeningen: Sequence[Aantekening], versie: str, lezer: Versielezer
) -> dict[str, Gevonden]:
    """Return where these notes stand in a version, by id; those that stand there already are left out."""
    per_versie: dict[str, list[Aantekening]] = defaultdict(list)
    for een in aantekeningen:
        if een.gemaakt_op is not None and een.in_versie(versie) is None:
            per_versie[een.gemaakt_op.versie].append(een)
    if not per_versie:
        return {}
    zoeker = Versiezoeker(store, versie, lezer)
    gevonden = {id_: plek for oud, groep in per_versie.items() for id_, plek in zoeker.vanuit(oud, groep)}
    per_id = {een.id: een for een in aantekeningen}
    gevonden = {id_: _niet_op_goed_geluk(per_id[id_], plek) for id_, plek in gevonden.items()}
    kwijt = [een for een in aantekeningen if _kan_nog(een, gevonden.get(een.id))]
    return gevonden | dict(zoeker.tweede_kans(kwijt))


def _kan_nog(een: Aantekening, gevonden: Gevonden | None) -> bool:
    """Tell whether a note may be found from where it stood last, better than from where it was written.

    That is so for one that was not found, and for one of which only the spot on a page without words is known.
    """
    laatst = een.plaats
    return (
        gevonden is not None
        and (gevonden.oordeel is Oordeel.NIET_GEVONDEN or _zonder_woorden(gevonden))
        and laatst is not None
        and _is_verplaatst(een)
        and laatst.oordeel is not Oordeel.NIET_GEVONDEN
    )


def _niet_op_goed_geluk(een: Aantekening, gevonden: Gevonden) -> Gevonden:
    """Return a place; none for words that were gone already, where a page without words can only be guessed at."""
    stond, laatst = een.gemaakt_op, een.plaats
    if stond is None or laatst is None or laatst.oordeel is not Oordeel.NIET_GEVONDEN:
        return gevonden
    if not _is_verplaatst(een) or not _zonder_woorden(gevonden):
        return gevonden
    return Gevonden(anker=as_written(stond, gevonden.anker), oordeel=Oordeel.NIET_GEVONDEN, reden=Reden.WEG.value)


def _zonder_woorden(gevonden: Gevonden) -> bool:
    """Tell whether a passage was put where it lay on a page, while nobody can read whether its words are there."""
    anker = gevonden.anker
    return gevonden.oordeel is not Oordeel.NIET_GEVONDEN and bool(anker.citaat) and not anker.eind


def _is_verplaatst(een: Aantekening) -> bool:
    """Tell whether a note stands in a later version than the one it was written on."""
    stond, laatst = een.gemaakt_op, een.plaats
    return stond is not None and laatst is not None and laatst.anker.versie != stond.versie
