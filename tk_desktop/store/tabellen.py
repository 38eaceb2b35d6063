"""The tables whose values stand on one row each."""

from datetime import date

from tk_desktop.domain.advies import Advies
from tk_desktop.domain.bevinding import Aanvaarding
from tk_desktop.domain.gremium import Gremium, Lidmaatschap, Persoon
from tk_desktop.domain.opmerking import Opmerking
from tk_desktop.domain.regie import Regie
from tk_desktop.domain.standaardpunt import Standaardpunt
from tk_desktop.domain.stuk import Bron, Stuk, Stukversie
from tk_desktop.domain.vergadering import Afmelding, Status, Uitnodigingsbrief, Vergadering
from tk_desktop.store.tabel import Tabel, rijen_bij


class Gremia(Tabel[Gremium]):
    """The bodies."""

    tabel = "gremium"
    klasse = Gremium


class Personen(Tabel[Persoon]):
    """The people."""

    tabel = "persoon"
    klasse = Persoon


class Lidmaatschappen(Tabel[Lidmaatschap]):
    """The seats."""

    tabel = "lidmaatschap"
    klasse = Lidmaatschap

    def van_gremium(self, gremium_id: str) -> tuple[Lidmaatschap, ...]:
        """Return the seats of one body, past and present."""
        return self._waar("gremium_id = :gremium ORDER BY id", {"gremium": gremium_id})


class Vergaderingen(Tabel[Vergadering]):
    """The meetings."""

    tabel = "vergadering"
    klasse = Vergadering

    def all(self) -> tuple[Vergadering, ...]:
        """Return all meetings, the earliest first."""
        return self._waar("1 = 1 ORDER BY datum, id", {})

    def enige(self) -> Vergadering | None:
        """Return the one meeting that nobody needs to name: the only one, or the only one that was not held yet."""
        alle = self.all()
        nog = tuple(vergadering for vergadering in alle if vergadering.status is not Status.GEHOUDEN)
        return next((groep[0] for groep in (alle, nog) if len(groep) == 1), None)

    def van_jaar(self, jaar: int) -> tuple[Vergadering, ...]:
        """Return the meetings of a year, the earliest first."""
        grenzen = {"van": f"{jaar:04}-01-01", "tot": f"{jaar:04}-12-31"}
        return self._waar("datum BETWEEN :van AND :tot ORDER BY datum, begin, id", grenzen)

    def van_gremium(self, gremium_id: str) -> tuple[Vergadering, ...]:
        """Return the meetings of one body, the earliest first."""
        return self._waar("gremium_id = :gremium ORDER BY datum, begin, id", {"gremium": gremium_id})

    def op_dag(self, dag: date) -> tuple[Vergadering, ...]:
        """Return the meetings on one day, the earliest first."""
        return self._waar("datum = :dag ORDER BY begin, id", {"dag": dag.isoformat()})

    def met_geheimen(self) -> tuple[Vergadering, ...]:
        """Return the meetings in which an item or a paper, put away or not, is besloten, the earliest first."""
        voorwaarde = """id IN (SELECT vergadering_id FROM agendapunt WHERE besloten = 1
                               UNION SELECT vergadering_id FROM stuk WHERE besloten = 1)
                        ORDER BY datum, id"""
        return self._waar(voorwaarde, {})


class Afmeldingen(Tabel[Afmelding]):
    """Who cannot come, and who comes instead."""

    tabel = "afmelding"
    klasse = Afmelding

    def van_vergadering(self, vergadering_id: str) -> tuple[Afmelding, ...]:
        """Return the absences of one meeting."""
        return self._waar("vergadering_id = :id ORDER BY id", {"id": vergadering_id})


class Standaardpunten(Tabel[Standaardpunt]):
    """The standing items of the bodies."""

    tabel = "standaardpunt"
    klasse = Standaardpunt

    def van_gremium(self, gremium_id: str) -> tuple[Standaardpunt, ...]:
        """Return the standing items of one body, in order."""
        return self._waar("gremium_id = :gremium ORDER BY volgorde, id", {"gremium": gremium_id})


class Regies(Tabel[Regie]):
    """The chair's script, item by item; never read by ``Store.opname``."""

    tabel = "regie"
    klasse = Regie

    def van_punt(self, agendapunt_id: str) -> Regie | None:
        """Return the script of one item, or ``None`` when nothing was written."""
        return next(iter(self._waar("agendapunt_id = :id ORDER BY id", {"id": agendapunt_id})), None)

    def van_vergadering(self, vergadering_id: str) -> dict[str, Regie]:
        """Return the script of a meeting, by item."""
        voorwaarde = "agendapunt_id IN (SELECT id FROM agendapunt WHERE vergadering_id = :id) ORDER BY id DESC"
        return {regie.agendapunt_id: regie for regie in self._waar(voorwaarde, {"id": vergadering_id})}


class Opmerkingen(Tabel[Opmerking]):
    """What reviewers said; never read by ``Store.opname``."""

    tabel = "opmerking"
    klasse = Opmerking

    def van_vergadering(self, vergadering_id: str) -> tuple[Opmerking, ...]:
        """Return the remarks on a meeting, its items and its nota's, the earliest first."""
        voorwaarde = """vergadering_id = :id
            OR agendapunt_id IN (SELECT id FROM agendapunt WHERE vergadering_id = :id)
            OR nota_id IN (SELECT id FROM nota WHERE stuk_id IN (SELECT id FROM stuk WHERE vergadering_id = :id))
            ORDER BY moment, id"""
        return self._waar(voorwaarde, {"id": vergadering_id})


class Adviezen(Tabel[Advies]):
    """Advice on nota's; never read by ``Store.opname``."""

    tabel = "advies"
    klasse = Advies

    def van_nota(self, nota_id: str) -> tuple[Advies, ...]:
        """Return the advice on a nota, in the order in which it was asked."""
        return self._waar("nota_id = :id ORDER BY volgorde, id", {"id": nota_id})

    def van_vergadering(self, vergadering_id: str) -> dict[str, tuple[Advies, ...]]:
        """Return the advice on the nota's of a meeting, by the id of the nota, in the order in which it was asked."""
        uit: dict[str, tuple[Advies, ...]] = {}
        voorwaarde = """nota_id IN (SELECT id FROM nota
            WHERE stuk_id IN (SELECT id FROM stuk WHERE vergadering_id = :id)) ORDER BY volgorde, id"""
        for advies in self._waar(voorwaarde, {"id": vergadering_id}):
            uit[advies.nota_id] = (*uit.get(advies.nota_id, ()), advies)
        return uit


class Brieven(Tabel[Uitnodigingsbrief]):
    """The invitations."""

    tabel = "uitnodigingsbrief"
    klasse = Uitnodigingsbrief

    def van_vergadering(self, vergadering_id: str) -> Uitnodigingsbrief | None:
        """Return the invitation to a meeting, or ``None`` when none was written."""
        brieven = self._waar("vergadering_id = :id ORDER BY id", {"id": vergadering_id})
        return brieven[0] if brieven else None


class Stukken(Tabel[Stuk]):
    """The papers, promised or present."""

    tabel = "stuk"
    klasse = Stuk

    def van_vergadering(self, vergadering_id: str) -> tuple[Stuk, ...]:
        """Return the papers of a meeting, in order; not what was put away."""
        return self._waar("vergadering_id = :id AND verwijderd IS NULL ORDER BY volgorde, id", {"id": vergadering_id})

    def verwijderd(self, vergadering_id: str) -> tuple[Stuk, ...]:
        """Return the papers of a meeting that were put away, the latest first."""
        voorwaarde = "vergadering_id = :id AND verwijderd IS NOT NULL ORDER BY verwijderd DESC, volgorde, id"
        return self._waar(voorwaarde, {"id": vergadering_id})


class Versies(Tabel[Stukversie]):
    """The received files of papers."""

    tabel = "stukversie"
    klasse = Stukversie

    def van_stuk(self, stuk_id: str) -> tuple[Stukversie, ...]:
        """Return the versions of a paper, the oldest first."""
        return self._waar("stuk_id = :id ORDER BY volgorde, id", {"id": stuk_id})

    def nieuwste(self, vergadering_id: str) -> dict[str, Stukversie]:
        """Return the newest version of each paper of a meeting, by the id of the paper."""
        rijen = rijen_bij(self._db, "stuk", "vergadering_id", [vergadering_id])
        stukken = [rij["id"] for rij in rijen if rij["verwijderd"] is None]
        return {rij["stuk_id"]: self._waarde(rij) for rij in rijen_bij(self._db, "stukversie", "stuk_id", stukken)}

    def aantallen(self, vergadering_id: str) -> dict[str, int]:
        """Return how many versions each paper of a meeting has, by the id of the paper."""
        rijen = self._db.query(
            """SELECT stuk_id, count(*) AS aantal FROM stukversie
               WHERE stuk_id IN (SELECT id FROM stuk WHERE vergadering_id = :id) GROUP BY stuk_id""",
            {"id": vergadering_id},
        )
        return {rij["stuk_id"]: rij["aantal"] for rij in rijen}

    def met_bestand(self, sha256: str) -> tuple[Stukversie, ...]:
        """Return every version that is this very file, of papers that were not put away."""
        voorwaarde = """sha256 = :sha256
            AND EXISTS (SELECT 1 FROM stuk WHERE stuk.id = stukversie.stuk_id AND verwijderd IS NULL) ORDER BY id"""
        return self._waar(voorwaarde, {"sha256": sha256})

    def ooit_met_bestand(self, sha256: str) -> tuple[Stukversie, ...]:
        """Return every version that is this very file, of papers that were put away too."""
        return self._waar("sha256 = :sha256 ORDER BY id", {"sha256": sha256})


class Bronnen(Tabel[Bron]):
    """The files from which records were read."""

    tabel = "bron"
    klasse = Bron

    def van_vergadering(self, vergadering_id: str) -> tuple[Bron, ...]:
        """Return the files of a meeting, the oldest first."""
        return self._waar("vergadering_id = :id ORDER BY ontvangen, id", {"id": vergadering_id})


class Aanvaardingen(Tabel[Aanvaarding]):
    """The findings that were accepted."""

    tabel = "aanvaarding"
    klasse = Aanvaarding

    def van_vergadering(self, vergadering_id: str) -> tuple[Aanvaarding, ...]:
        """Return what was accepted in one meeting."""
        return self._waar("vergadering_id = :id ORDER BY code, waar, id", {"id": vergadering_id})
