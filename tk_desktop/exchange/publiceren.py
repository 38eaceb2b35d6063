"""Publishing a meeting to its readers: what may be read by all, and what is besloten to those who may (E8, J12).

The secretariat works in a copy of its own; drafts leave it in no bundle. Publishing writes what differs from what
readers have, and withdraws what is no longer for them: a paper that becomes besloten goes out of the open part, and
into the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from tk_desktop.domain.bereik import ALG, Bereik, besloten
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.rooster import roosters, set_lezers
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.intrekken import withdraw
from tk_desktop.store.publicatie import Leesrij
from tk_desktop.store.werkmap import Store

INGETROKKEN = (
    "Het verdwijnt bij lezers zodra zij de volgende bundel innemen. Wat al verzonden is, kan niet worden teruggehaald: "
    "wie een eerdere bundel bewaarde, kan het daarin nog lezen."
)
"""What withdrawing cannot do: segments are signed and follow each other, so that no words can be cut out of them."""

_Plaats = tuple[str, str, str]
"""A row that readers have: scope, table and id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gepubliceerd:
    """What publishing did: rows that readers see, how many of those besloten, fields written and rows withdrawn.

    ``vervangen`` are the versions of papers of which the same readers have a newer one from now on.
    """

    rijen: int
    besloten: int
    geschreven: int
    ingetrokken: int
    vervangen: int = 0

    @property
    def niets_nieuws(self) -> bool:
        """Whether readers had all of this already."""
        return not (self.geschreven or self.ingetrokken or self.vervangen)


def publish_vergadering(
    store: Store, bos: Sleutelbos, vergadering_id: str, *, uitkomsten: bool = False
) -> Gepubliceerd:
    """Publish a meeting as it stands, and return what that changed for readers.

    With ``uitkomsten`` besluiten and acties go along. Who reads the besloten part are the members of the body without
    who are kept from an item, and the secretariat. Raises ``GeenRooster``, ``AlleenSecretariaat``, ``NietGevonden`` or
    ``HandtekeningOntbreekt`` when other people may read along than before and a second signature is needed.
    """
    with store.transaction():
        store.vergaderingen.get(vergadering_id)
        rijen = store.publicaties.rijen(vergadering_id, uitkomsten=uitkomsten)
        per_bereik = _verdeeld(vergadering_id, rijen)
        set_lezers(store, bos, _lezers(store, vergadering_id, per_bereik))
        dicht = _closed_now(store, per_bereik[ALG])
        geschreven = _schrijf(store, per_bereik)
        staat = {(str(bereik), rij.tabel, rij.id) for bereik, hier in per_bereik.items() for rij in hier}
        weg = store.uitwisseling.publicatie(vergadering_id) - staat
        for bereik, tabel, rij in sorted(weg):
            withdraw(store.bewerkingen, Bereik.lees(bereik), tabel, rij)
        store.uitwisseling.bewaar_publicatie(vergadering_id, sorted(staat))
        vervangen = sum(_is_replaced(store, een, staat) for een in weg)
    return Gepubliceerd(
        rijen=len(rijen),
        besloten=sum(rij.besloten for rij in rijen),
        geschreven=geschreven,
        ingetrokken=len(weg) - vervangen + dicht,
        vervangen=vervangen,
    )


def _is_replaced(store: Store, weg: _Plaats, staat: Set[_Plaats]) -> bool:
    """Tell whether what readers have no more is a version of a paper of which they have a newer one."""
    bereik, tabel, id_ = weg
    if tabel != "stukversie" or not store.versies.kent(id_):
        return False
    anderen = store.versies.van_stuk(store.versies.get(id_).stuk_id)
    return any((bereik, tabel, een.id) in staat for een in anderen)


def _closed_now(store: Store, open_: Iterable[Leesrij]) -> int:
    """Return how many items everybody could read, and of which everybody keeps the place alone."""
    dicht = (rij for rij in open_ if rij.tabel == "agendapunt" and rij.waarden["besloten"])
    return sum(store.bewerkingen.koppen(ALG, rij.tabel, rij.id).get("besloten") == 0 for rij in dicht)


def _schrijf(store: Store, per_bereik: Mapping[Bereik, list[Leesrij]]) -> int:
    """Write what readers are to have, and return how many fields that were.

    Of a row with several variants who may read more than one sees the narrowest: it is written after the others.
    """
    ruimer: dict[tuple[str, str], list[Bereik]] = defaultdict(list)
    geschreven = 0
    for bereik, hier in per_bereik.items():
        for rij in hier:
            boven = ruimer[rij.tabel, rij.id]
            geschreven += store.bewerkingen.schrijf(bereik, rij.tabel, rij.id, rij.waarden, boven=boven)
            boven.append(bereik)
    return geschreven


def _verdeeld(vergadering_id: str, rijen: tuple[Leesrij, ...]) -> dict[Bereik, list[Leesrij]]:
    """Return the rows by scope: first what all read, then what all members do, then what some are kept from."""
    uit: dict[Bereik, list[Leesrij]] = defaultdict(list)
    for rij in rijen:
        uit[besloten(rij.zaak or vergadering_id) if rij.besloten else ALG].append(rij)
    return dict(sorted(uit.items(), key=lambda een: (een[0] != ALG, een[0].van != vergadering_id, een[0].van)))


def _lezers(
    store: Store, vergadering_id: str, per_bereik: Mapping[Bereik, list[Leesrij]]
) -> dict[Bereik, frozenset[str]]:
    """Return who may read each besloten scope."""
    vergadering = store.vergaderingen.get(vergadering_id)
    rooster = roosters(store).huidig
    leden = {lid.persoon_id for lid in store.leden.van_gremium(vergadering.gremium_id)}
    secretariaat = {wie.persoon_id for wie in rooster.deelnemers if wie.rol is Rol.SECRETARIS}
    uit: dict[Bereik, frozenset[str]] = {}
    for bereik in per_bereik:
        if bereik != ALG:
            weg = store.publicaties.uitgesloten(bereik.van) if bereik.van != vergadering_id else frozenset()
            uit[bereik] = frozenset((leden - weg) | secretariaat)
    return uit
