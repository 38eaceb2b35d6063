"""The agenda items, each with its ways of treatment, introducers and points of proposal."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlite_utils import Database

from tk_desktop.domain.agenda import Agendapunt, Behandeling, Inleider, Puntstaat
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.voorstel import Merk, Voorstelpunt
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel, rijen_bij, schrijf_rij
from tk_desktop.store.uitsluitingen import Uitsluitingen
from tk_desktop.store.zoeken import Zoekregister, Zoeksoort


class Inleiders(Onderdeel[Inleider]):
    """Who introduces an item."""

    tabel = "agendapunt_inleider"
    klasse = Inleider
    eigenaar = "agendapunt_id"


class Voorstelpunten:
    """The points of a proposal, of an agenda item or of a nota (``eigenaar``), as a tree."""

    def __init__(self, db: Database, eigenaar: str) -> None:
        self._db = db
        self._eigenaar = eigenaar

    def van(self, eigenaars: Iterable[str]) -> dict[str, tuple[Voorstelpunt, ...]]:
        """Return the points of each owner, in order."""
        bij: dict[str, list[Rij]] = {id_: [] for id_ in eigenaars}
        for rij in rijen_bij(self._db, "voorstelpunt", self._eigenaar, bij):
            bij[rij[self._eigenaar]].append(rij)
        return {id_: _boom(rijen, None) for id_, rijen in bij.items()}

    def bewaar(self, eigenaar: str, punten: Sequence[Voorstelpunt]) -> None:
        """Make these the points of the owner."""
        rijen = [(punt, ouder) for punt, ouder in _vlak(punten, None)]
        blijft = {punt.id for punt, _ in rijen}
        for rij in rijen_bij(self._db, "voorstelpunt", self._eigenaar, [eigenaar]):
            if rij["id"] not in blijft:
                self._db.execute("DELETE FROM voorstelpunt WHERE id = :id", {"id": rij["id"]})
        for punt, ouder in rijen:
            rij = {
                "id": punt.id,
                self._eigenaar: eigenaar,
                "ouder_id": ouder,
                "volgorde": punt.volgorde,
                "merk": punt.merk.value,
                "tekst": punt.tekst,
            }
            schrijf_rij(self._db, "voorstelpunt", rij)


class Agendapunten(Tabel[Agendapunt]):
    """The agenda items, whole."""

    tabel = "agendapunt"
    klasse = Agendapunt
    elders = ("behandeling", "inleiders", "voorstel")

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._inleiders = Inleiders(db)
        self._voorstel = Voorstelpunten(db, "agendapunt_id")
        self._zoekregister = Zoekregister(db)
        self.uitsluitingen = Uitsluitingen(db)

    def lijnen(self, punt_ids: Iterable[str]) -> dict[str, dict[str, bool]]:
        """Return for items of any meeting the ids of each and of what it stands under, with whether that is besloten.

        All are read at once: an agenda asks it of every action that is open.
        """
        uit: dict[str, dict[str, bool]] = {id_: {} for id_ in punt_ids}
        rijen = self._db.query(
            """WITH RECURSIVE lijn (begin, id, ouder_id, besloten) AS (
                    SELECT id, id, ouder_id, besloten FROM agendapunt WHERE id IN (SELECT value FROM json_each(:lijst))
                    UNION SELECT lijn.begin, boven.id, boven.ouder_id, boven.besloten
                    FROM lijn JOIN agendapunt AS boven ON boven.id = lijn.ouder_id)
                SELECT begin, id, besloten FROM lijn""",
            {"lijst": json.dumps(list(uit))},
        )
        for rij in rijen:
            uit[rij["begin"]][rij["id"]] = bool(rij["besloten"])
        return uit

    def van_vergadering(self, vergadering_id: str) -> tuple[Agendapunt, ...]:
        """Return the items of a meeting, by place; ``agenda.in_volgorde`` puts them as on paper."""
        return self._waar("vergadering_id = :id ORDER BY volgorde, id", {"id": vergadering_id})

    def vervolg_van(self, punt_id: str) -> tuple[Agendapunt, ...]:
        """Return the items of other meetings that continue this one."""
        return self._waar("herkomst_id = :id ORDER BY id", {"id": punt_id})

    def wachtend(self, gremium_id: str) -> tuple[Agendapunt, ...]:
        """Return the items that a body held over and that go on nowhere yet, the earliest first.

        An item is held over when it was set aside, or when that is what its last besluit says.
        """
        voorwaarde = """(staat = :staat OR (staat = :op_agenda AND :uitkomst = (
                SELECT uitkomst FROM besluit WHERE agendapunt_id = agendapunt.id ORDER BY volgorde DESC, id LIMIT 1)))
            AND vergadering_id IN (SELECT id FROM vergadering WHERE gremium_id = :gremium)
            AND id NOT IN (SELECT herkomst_id FROM agendapunt WHERE herkomst_id IS NOT NULL)
            ORDER BY (SELECT datum FROM vergadering WHERE id = vergadering_id), volgorde, id"""
        waarden: Rij = {
            "staat": Puntstaat.AANGEHOUDEN.value,
            "op_agenda": Puntstaat.GEAGENDEERD.value,
            "uitkomst": Uitkomst.AANGEHOUDEN.value,
            "gremium": gremium_id,
        }
        return self._waar(voorwaarde, waarden)

    def save(self, waarde: Agendapunt) -> None:
        """Insert or replace one item with all that belongs to it; from now on it is found by its words.

        What was agreed and set right at an item that is besloten is so itself: it may outlive the item (H9, I3).
        """
        super().save(waarde)
        if waarde.besloten:
            self._sluit_wat_blijft(waarde.id)
        self._inleiders.bewaar(waarde.id, waarde.inleiders)
        self._voorstel.bewaar(waarde.id, waarde.voorstel)
        gekozen = {f"{waarde.id}:{soort.value}": soort for soort in waarde.behandeling}
        for rij in rijen_bij(self._db, "agendapunt_behandeling", "agendapunt_id", [waarde.id]):
            if rij["id"] not in gekozen:
                self._db.execute("DELETE FROM agendapunt_behandeling WHERE id = :id", {"id": rij["id"]})
        for id_, soort in sorted(gekozen.items()):
            rij = {"id": id_, "agendapunt_id": waarde.id, "behandeling": soort.value}
            schrijf_rij(self._db, "agendapunt_behandeling", rij)
        self._zoekregister.neem_op(Zoeksoort.AGENDAPUNT, waarde.id, [waarde.zoektekst()])

    def delete(self, id_: str) -> None:
        """Remove one item; what was agreed and set right there stays, besloten when the item was."""
        if any(self.lijnen([id_])[id_].values()):
            self._sluit_wat_blijft(id_)
        super().delete(id_)

    def _sluit_wat_blijft(self, id_: str) -> None:
        """Close what hangs on an item, or on what stands under it, and stays when that goes."""
        for tabel in ("actie", "correctie"):
            self._db.execute(
                f"""WITH RECURSIVE tak (id) AS (
                        SELECT :id UNION SELECT onder.id FROM agendapunt AS onder JOIN tak ON onder.ouder_id = tak.id)
                    UPDATE {tabel} SET besloten = 1 WHERE besloten = 0 AND agendapunt_id IN (SELECT id FROM tak)""",
                {"id": id_},
            )

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Agendapunt, ...]:
        punten = super()._waar(voorwaarde, waarden)
        ids = [punt.id for punt in punten]
        inleiders, voorstel = self._inleiders.van(ids), self._voorstel.van(ids)
        behandeling: dict[str, set[Behandeling]] = {id_: set() for id_ in ids}
        for rij in rijen_bij(self._db, "agendapunt_behandeling", "agendapunt_id", ids):
            behandeling[rij["agendapunt_id"]].add(Behandeling(rij["behandeling"]))
        return tuple(
            replace(
                punt,
                behandeling=frozenset(behandeling[punt.id]),
                inleiders=inleiders[punt.id],
                voorstel=voorstel[punt.id],
            )
            for punt in punten
        )


def _vlak(punten: Sequence[Voorstelpunt], ouder: str | None) -> Iterable[tuple[Voorstelpunt, str | None]]:
    for punt in punten:
        yield punt, ouder
        yield from _vlak(punt.onder, punt.id)


def _boom(rijen: Sequence[Rij], ouder: str | None) -> tuple[Voorstelpunt, ...]:
    return tuple(
        Voorstelpunt(
            id=rij["id"],
            volgorde=rij["volgorde"],
            tekst=rij["tekst"],
            merk=Merk(rij["merk"]),
            onder=_boom(rijen, rij["id"]),
        )
        for rij in rijen
        if rij["ouder_id"] == ouder
    )
