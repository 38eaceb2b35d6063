"""Stands: what remains of old segments when what was replaced goes out (docs/decisions/0026).

State is a function of a set of operations; of those that others replaced only their ids count. A stand holds the rest:
the values that nobody replaced, the latest versions of long texts (from which two texts are brought together), and the
names of the segments it stands for. Who takes it in knows those segments, and is as who took in each of them.
"""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tk_desktop.domain.bewerking import Bewerking, Veldsleutel, lees_regel, schrijf_regel
from tk_desktop.exchange.canoniek import Vormfout, als_getal, als_hex, als_lijst, canoniek, lees_json
from tk_desktop.exchange.segment import GROOTST_UITGEPAKT, Kop, open_inhoud, pak_uit, schrijf_dicht
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.reizend import REIZEND
from tk_desktop.store.tekstversies import MEESTE

_LANG = frozenset((een.tabel, veld) for een in REIZEND for veld in een.lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gedekt:
    """A segment that a stand stands for: its name, device, the one before it and how many operations it held."""

    sha: str
    apparaat: str
    vorige: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What remains of the segments of a scope: those, and each operation with the place of its segment among them."""

    gedekt: tuple[Gedekt, ...]
    bewerkingen: tuple[tuple[int, Bewerking], ...]

    @property
    def koppen(self) -> tuple[str, ...]:
        """The last segments of each chain; who knows these has nothing to learn from it."""
        eerdere = {een.vorige for een in self.gedekt}
        return tuple(een.sha for een in self.gedekt if een.sha not in eerdere)


def condense(bewerkingen: Iterable[tuple[int, Bewerking]]) -> tuple[tuple[int, Bewerking], ...]:
    """Return the operations that still count, in their order.

    An id that was replaced and stands in none of these segments stays named: its own segment may come later.
    """
    velden: dict[Veldsleutel, list[tuple[int, Bewerking]]] = defaultdict(list)
    for plek, een in bewerkingen:
        velden[een.sleutel].append((plek, een))
    uit: list[tuple[int, Bewerking]] = []
    for (_, tabel, _, veld), hier in velden.items():
        uit += _veld(hier, lang=(tabel, veld) in _LANG)
    return tuple(sorted(uit, key=lambda paar: (paar[1].hlc, paar[1].id)))


def _veld(hier: Sequence[tuple[int, Bewerking]], *, lang: bool) -> list[tuple[int, Bewerking]]:
    vervangen = {oud for _, een in hier for oud in een.vervangt}
    over = [paar for paar in hier if paar[1].id not in vervangen]
    if not over:
        return list(hier)  # each replaces another: nobody writes so, and nothing is thrown away
    blijft = {een.id for _, een in over}
    if lang:
        op_leeftijd = sorted((een for _, een in hier), key=lambda een: (een.hlc, een.id), reverse=True)
        blijft |= {een.id for een in op_leeftijd[:MEESTE]}
    los = vervangen - {een.id for _, een in hier}
    uit = [paar for paar in hier if paar[1].id in blijft]
    los -= {oud for _, een in uit for oud in een.vervangt}
    if los:
        plek, laatste = max(over, key=lambda paar: (paar[1].hlc, paar[1].id))
        uit[uit.index((plek, laatste))] = (plek, replace(laatste, vervangt=(*laatste.vervangt, *sorted(los))))
    return uit


def bury(stand: Sequence[Bewerking], bekend: Iterable[Bewerking]) -> tuple[Bewerking, ...]:
    """Return the operations of a stand, so told that what went out of it goes out here too.

    ``bekend`` is what this laptop knew of the segments that it stands for: what was replaced meanwhile by something
    that went out itself would else seem to stand still.
    """
    blijft = {een.id for een in stand}
    dood: dict[Veldsleutel, set[str]] = defaultdict(set)
    for een in bekend:
        if een.id not in blijft:
            dood[een.sleutel].add(een.id)
    laatste = {een.sleutel: een for een in sorted(stand, key=lambda een: (een.hlc, een.id))}
    met = {
        een.id: replace(een, vervangt=tuple(sorted({*een.vervangt, *dood[sleutel]})))
        for sleutel, een in laatste.items()
        if dood.get(sleutel)
    }
    return tuple(met.get(een.id, een) for een in stand)


def together(segmenten: Mapping[str, Sequence[Bewerking]], standen: Sequence[Stand]) -> list[tuple[str, Bewerking]]:
    """Return the operations of segments and stands, each with the segment it is of, without what went out of a stand.

    ``segmenten`` are the names of all that count; those that came inside a stand bring nothing of themselves.
    """
    dood: set[str] = set()
    uit = {een.id: (sha, een) for sha, bewerkingen in segmenten.items() for een in bewerkingen}
    for stand in standen:
        for plek, een in stand.bewerkingen:
            sha = stand.gedekt[plek].sha
            if sha in segmenten:
                uit.setdefault(een.id, (sha, een))
    for stand in standen:
        gedekt, blijft = {een.sha for een in stand.gedekt}, {een.id for _, een in stand.bewerkingen}
        dood |= {id_ for id_, (sha, _) in uit.items() if sha in gedekt} - blijft
    return [paar for id_, paar in uit.items() if id_ not in dood]


def schrijf_stand(bos: Sleutelbos, sleutel: bytes | None, kop: Kop, stand: Stand) -> bytes:
    """Return a stand as an object; the same stand is the same bytes."""
    regels = [canoniek([[een.sha, een.apparaat, een.vorige, een.aantal] for een in stand.gedekt])]
    regels += [b"%d\t%s" % (plek, schrijf_regel(een)) for plek, een in stand.bewerkingen]
    return schrijf_dicht(bos, sleutel, kop, zlib.compress(b"\n".join(regels), 9))


def lees_stand(kop: Kop, gegevens: bytes, sleutel: bytes | None, *, eigen: str) -> Stand:
    """Return what an object says that is a stand, or raise ``Vormfout``; operations of ``eigen`` bear no device."""
    eerste, *regels = pak_uit(open_inhoud(kop, gegevens, sleutel), GROOTST_UITGEPAKT).split(b"\n")
    gedekt = tuple(_gedekt(een) for een in als_lijst(lees_json(eerste, "stand"), "stand", hoogstens=1_000_000))
    if len({een.sha for een in gedekt}) < len(gedekt):
        raise Vormfout("stand: een segment staat er twee keer in")
    bewerkingen = []
    for regel in regels:
        plek, _, rest = regel.partition(b"\t")
        nummer = int(plek) if plek.isdigit() and len(plek) < 8 else len(gedekt)
        if nummer >= len(gedekt):
            raise Vormfout("stand: een bewerking van een onbekend segment")
        van = gedekt[nummer].apparaat
        try:
            bewerkingen.append((nummer, lees_regel(kop.bereik, rest, "" if van == eigen else van)))
        except (ValueError, TypeError, json.JSONDecodeError) as fout:
            raise Vormfout(f"stand: {fout}") from fout
    return Stand(gedekt=gedekt, bewerkingen=tuple(bewerkingen))


def _gedekt(waarde: object) -> Gedekt:
    sha, apparaat, vorige, aantal = als_lijst(waarde, "stand", precies=4)  # type: ignore[arg-type]
    return Gedekt(
        sha=als_hex(sha, "stand", 64),
        apparaat=als_hex(apparaat, "stand", 16),
        vorige=als_hex(vorige, "stand", 64, leeg=True),
        aantal=als_getal(aantal, "stand"),
    )
