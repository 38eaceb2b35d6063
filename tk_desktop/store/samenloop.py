"""Where operations and rows meet: what others did becomes rows, and rows that depend on it are looked at again."""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from sqlite_utils import Database

from tk_desktop.domain.bewerking import WEG, Bewerking, Waarde
from tk_desktop.domain.conflict import Conflict, Toepassing
from tk_desktop.store.bewerkingen import Bewerkingen
from tk_desktop.store.herhalen import Herhaling, herhaal, te_herhalen
from tk_desktop.store.opnemen import neem_op, neemt_op
from tk_desktop.store.toepassen import Rijsleutel, Weergave
from tk_desktop.store.vormen import Vorm, vormen


class Samenloop:
    """The operations of one database and the rows that they make; all inside a transaction of the caller."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @cached_property
    def _vormen(self) -> dict[str, Vorm]:
        return vormen(self._db)

    @cached_property
    def _weergave(self) -> Weergave:
        return Weergave(self._db, self._vormen)

    @cached_property
    def bewerkingen(self) -> Bewerkingen:
        """The operations as such."""
        return Bewerkingen(self._db, self._vormen)

    def begin(self) -> None:
        """Record every change from here on, and show what an earlier program had to keep unread.

        A transaction of its own; nothing is written when there is nothing to do.
        """
        if neemt_op(self._db):
            return
        self._db.execute("BEGIN IMMEDIATE")
        try:
            neem_op(self._db)
            self.werk_bij()
            self._db.execute("COMMIT")
        except BaseException:
            self._db.rollback()
            raise

    def werk_bij(self) -> None:
        """Look again at the rows that changed here and of which more is known than they show."""
        if self._db.execute("SELECT 1 FROM hermeng LIMIT 1").fetchone():
            self.toon(self.bewerkingen.te_hermengen())

    def pas_toe(self, bewerkingen: Sequence[Bewerking]) -> Toepassing:
        """Take in what others did; the order and how often it comes make no difference."""
        voor = self._db.conn.total_changes
        nieuw = self.bewerkingen.neem_aan(bewerkingen)
        if self._db.conn.total_changes == voor:  # all of it was known
            return Toepassing(nieuw=0, rijen=frozenset())
        rijen = self.toon(self.bewerkingen.geraakt(bewerkingen))
        if self.bewerkingen.rol == "secretaris":
            rijen |= self.herhaal(list(te_herhalen(self._db.conn, self._vormen)))
        return Toepassing(nieuw=nieuw, rijen=rijen)

    def herhaal(self, rijen: Iterable[Herhaling]) -> frozenset[Rijsleutel]:
        """Tell rows once more that another laptop forgot (``herhalen``); return which rows were written."""
        verteld = herhaal(self._db.conn, self.bewerkingen, rijen)
        return self.toon(verteld) if verteld else frozenset()

    def toon(self, rijen: Iterable[Rijsleutel]) -> frozenset[Rijsleutel]:
        """Give rows, and what depends on them, their true state; return which were written."""
        return self._weergave.toon(rijen, self.bewerkingen.hier())

    def vergeet(self, rijen: Collection[Rijsleutel]) -> frozenset[Rijsleutel]:
        """Give rows their true state once operations went: those of which nothing is known any more go too."""
        self._db.execute("UPDATE bewerkstand SET opnemen = 0")
        for tabel in reversed(self._vormen):
            self._db.conn.executemany(
                f"DELETE FROM {tabel} WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM kop WHERE tabel = ?2 AND rij = ?1)",
                [(rij, tabel) for van, rij in rijen if van == tabel],
            )
        return self.toon(rijen)

    def beslis(self, conflict: Conflict, waarde: Waarde) -> frozenset[Rijsleutel]:
        """Let a field have one value and return which rows were written.

        Of the field ``_weg``: ``None`` keeps the row, anything else takes it away with what belongs to it.
        """
        if conflict.veld == WEG and waarde is not None:
            self._db.execute(f"DELETE FROM {self._vormen[conflict.tabel].tabel} WHERE id = :id", {"id": conflict.rij})
        else:
            self.bewerkingen.beslis(conflict, waarde)
        return self.toon([(conflict.tabel, conflict.rij), *self.bewerkingen.te_hermengen()])

    def heropen(self, conflict: Conflict) -> frozenset[Rijsleutel]:
        """Take a choice back, so that the question stands again; return which rows were written."""
        self.bewerkingen.heropen(conflict)
        return self.toon([(conflict.tabel, conflict.rij), *self.bewerkingen.te_hermengen()])

    def herbouw(self) -> None:
        """Make every row that travels anew from the operations; what stands there is not looked at."""
        self._db.execute("UPDATE bewerkstand SET opnemen = 0")
        for tabel in reversed(self._vormen):
            # Reading what has to follow from a deletion takes long, and most tables are empty.
            if self._db.execute(f"SELECT 1 FROM {tabel} LIMIT 1").fetchone():
                self._db.execute(f"DELETE FROM {tabel}")
        self.toon(self.bewerkingen.alle_rijen())
