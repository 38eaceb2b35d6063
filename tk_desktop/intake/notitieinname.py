"""Notes from a file put beside those of the werkmap: new, changed or known already; nothing comes in twice (F13)."""

import hashlib
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.aantekening import Aantekening, Oordeel, Zicht
from tk_desktop.domain.notenstijl import NAAMLOOS
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store

_VERSTE_ZONE = timedelta(hours=14)
ANDERE_LEZER = "Andere lezer"
"""Who wrote what comes from a file of somebody without a name."""
_EIGEN_NAAM = re.compile(r"[0-9a-f]{32}")


class GeenAantekeningen(TkError):
    """A file in which nobody wrote anything."""

    code = "TK-I32"
    melding = "In ‘{bestand}’ staan geen aantekeningen die TK Desktop kan overnemen."
    veilig = "Er is niets overgenomen."
    advies = "Controleer of dit het bestand is waarin de aantekeningen zijn bewaard."


class HoortBijAndereVergadering(TkError):
    """A file with notes on pages that are in no paper of this meeting."""

    code = "TK-I33"
    melding = "De bladzijden van ‘{bestand}’ staan in geen enkel stuk van deze vergadering."
    veilig = "Er is niets overgenomen."
    advies = "Open eerst de vergadering waar het bestand bij hoort, en neem het daar in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Leespapier:
    """A paper of a meeting as it is read: its key, its item, its PDF and the SHA-256 by which notes know it."""

    sleutel: str
    agendapunt_id: str | None
    versie: str
    pad: Pad


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenNotities:
    """The notes in a file as they would stand in the werkmap.

    ``teksten`` are the words of the pages of each version that notes stand on, by its SHA-256 (F11). ``overgeslagen``
    counts what is of a kind that is not taken.
    """

    aantekeningen: tuple[Aantekening, ...] = ()
    teksten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    overgeslagen: int = 0

    @property
    def schrijvers(self) -> Mapping[str, int]:
        """How many notes each writer has, the most first."""
        uit: dict[str, int] = {}
        for een in self.aantekeningen:
            uit[een.eigenaar] = uit.get(een.eigenaar, 0) + 1
        return dict(sorted(uit.items(), key=lambda paar: (-paar[1], paar[0])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inname:
    """What taking in a file would do: notes that are new, those that were changed elsewhere, how many are as here."""

    nieuw: tuple[Aantekening, ...] = ()
    gewijzigd: tuple[Aantekening, ...] = ()
    bekend: int = 0
    teksten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def niet_geplaatst(self) -> int:
        """How many of what is new come in the tray of notes that were not found."""
        return count_lost(self.nieuw)


def compare_notes(
    store: Store, vergadering_id: str, gelezen: GelezenNotities, *, lezer: str, als_eigen: bool = True
) -> Inname:
    """Return what taking in these notes would do for ``lezer``; changes nothing.

    With ``als_eigen`` all become notes of the reader, else they stay those of who wrote them and the reader may read
    them; of a writer without a name only what stands on no name here already is the reader's (F8). A note that is
    known changes only when its writer is the same and the file is newer; its place stays.
    """
    bekend = {een.id: een for een in store.aantekeningen.van_vergadering(vergadering_id)}
    in_bestand = {note_id(vergadering_id, id_): id_ for id_ in bekend}
    punten = {punt.id for punt in store.agendapunten.van_vergadering(vergadering_id)}
    nieuw: dict[str, Aantekening] = {}
    gewijzigd: dict[str, Aantekening] = {}
    zelfde = 0
    for gelezen_noot in gelezen.aantekeningen:
        voorstel = replace(gelezen_noot, id=in_bestand.get(gelezen_noot.id, gelezen_noot.id))
        een = _houdbaar(_van_wie(_benoemd(voorstel, bekend), lezer, als_eigen=als_eigen), punten)
        if een.id not in bekend and _is_elders(store, een.id):
            een = replace(een, id=derived_id(vergadering_id, een.id))
        oud = bekend.get(een.id)
        if oud is None:
            nieuw.setdefault(een.id, een)
        elif (anders := _bijgewerkt(oud, een)) is not None:
            gewijzigd[een.id] = anders
        else:
            zelfde += 1
    return Inname(
        nieuw=tuple(nieuw.values()), gewijzigd=tuple(gewijzigd.values()), bekend=zelfde, teksten=gelezen.teksten
    )


def count_lost(aantekeningen: Iterable[Aantekening]) -> int:
    """Return how many notes are on words that were found in no paper."""
    return sum(een.plaats is not None and een.plaats.oordeel is Oordeel.NIET_GEVONDEN for een in aantekeningen)


def take_in_notes(store: Store, inname: Inname) -> tuple[Aantekening, ...]:
    """Keep the notes that are new and those that were changed, and return them."""
    alle = (*inname.nieuw, *inname.gewijzigd)
    with store.transaction():
        versies = {plaats.anker.versie for een in inname.nieuw for plaats in een.plaatsen}
        for versie in sorted(versies & set(inname.teksten)):
            store.leesteksten.bewaar(versie, inname.teksten[versie])
        for een in alle:
            store.aantekeningen.save(een)
    return alle


def note_id(vergadering_id: str, naam: str) -> str:
    """Return the id of a note that a file knows by ``naam``: its own when that is one of ours, else one made of it."""
    kaal = naam.strip().casefold().removeprefix("urn:uuid:").replace("-", "")
    return kaal if _EIGEN_NAAM.fullmatch(kaal) else derived_id(vergadering_id, naam)


def derived_id(*delen: object) -> str:
    """Return an id that is the same whenever it is made of the same."""
    return hashlib.sha256("\x1f".join(map(str, delen)).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def unique(aantekeningen: Iterable[Aantekening]) -> tuple[Aantekening, ...]:
    """Return the notes with an id of their own for each; a second with the same id gets one that is made of it."""
    gezien: dict[str, Aantekening] = {}
    for een in aantekeningen:
        id_, keer = een.id, 1
        while id_ in gezien:
            keer += 1
            id_ = derived_id(een.id, keer)
        gezien[id_] = replace(een, id=id_)
    return tuple(gezien.values())


def _benoemd(een: Aantekening, bekend: Mapping[str, Aantekening]) -> Aantekening:
    """Return a note that is not taken for one of whoever has no name here, when it comes from elsewhere."""
    hier = bekend.get(een.id)
    if een.eigenaar != NAAMLOOS or (hier is not None and hier.eigenaar == NAAMLOOS):
        return een
    return replace(een, eigenaar=ANDERE_LEZER)


def _van_wie(een: Aantekening, lezer: str, *, als_eigen: bool) -> Aantekening:
    if een.eigenaar == lezer:
        return een
    if als_eigen or not een.eigenaar:
        return replace(een, eigenaar=lezer, zicht=Zicht.PRIVE, gedeeld_met=())
    if een.zicht is Zicht.ALLEN:
        return een
    return replace(een, zicht=Zicht.GEDEELD, gedeeld_met=tuple(sorted({*een.gedeeld_met, lezer})))


def _houdbaar(een: Aantekening, punten: Container[str | None]) -> Aantekening:
    """Return a note that the werkmap can keep: on an item that is there, with moments that every clock knows."""
    punt = een.agendapunt_id if een.agendapunt_id in punten else None
    return replace(een, agendapunt_id=punt, gemaakt=_gewoon(een.gemaakt), gewijzigd=_gewoon(een.gewijzigd))


def _gewoon(moment: datetime) -> datetime:
    verschil = moment.utcoffset()
    if verschil is not None and abs(verschil) <= _VERSTE_ZONE and not verschil.seconds % 60:
        return moment
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def _bijgewerkt(oud: Aantekening, voorstel: Aantekening) -> Aantekening | None:
    """Return a known note as the file has it; nothing when it is the same, of another writer, or newer here."""
    if voorstel.eigenaar != oud.eigenaar or voorstel.gewijzigd <= oud.gewijzigd:
        return None
    nieuw = replace(
        oud,
        tekst=voorstel.tekst,
        kleur=voorstel.kleur,
        antwoord=voorstel.antwoord or oud.antwoord,
        labels=voorstel.labels or oud.labels,
    )
    return None if nieuw == oud else replace(nieuw, gewijzigd=voorstel.gewijzigd)


def _is_elders(store: Store, id_: str) -> bool:
    try:
        store.aantekeningen.get(id_)
    except NietGevonden:
        return False
    return True
