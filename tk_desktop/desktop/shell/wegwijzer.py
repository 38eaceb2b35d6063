"""Which place opens when one is chosen, remembered or gone back to."""

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.sessie import Sessie

OOK_BIJ = {
    Scherm.SET: frozenset({"set.afdrukken", "set.verzendlijst", "set.uitvoer", "set.bekijken"}),
    Scherm.LEZEN: frozenset({"set.afdrukken"}),
    Scherm.VERGADERINGEN: frozenset({"tafel.openen", "tafel.verslag", "tafel.vaststellen"}),
    Scherm.TAFEL: frozenset({"tafel.verslag", "tafel.vaststellen", "tafel.ronde", "geheim.opleggen"}),
    Scherm.ACTIES: frozenset({"set.afdrukken"}),
}
"""Commands of a meeting that can be given in its builder too, while one reads its papers, or where it is chosen."""

ONDER_VERGADERINGEN = (Scherm.SET, Scherm.KALENDER, Scherm.LEZEN, Scherm.TAFEL)
"""Screens that belong to a meeting: the rail shows that part."""


class Wegwijzer:
    """Knows which places are there, and where each opens for who works here (``Inrichting``)."""

    def __init__(self, sessie: Sessie) -> None:
        self._sessie = sessie

    def begin(self) -> Adres:
        """Return where the window begins: where one was, else in the only meeting there is.

        A paper opens where it was left, which is more exact than its page.
        """
        voorkeuren, alle = self._sessie.voorkeuren, self._sessie.store.vergaderingen.all()
        adres = voorkeuren.adres
        if adres == Adres() and len(alle) == 1 and not voorkeuren.recent:
            return self.opent(Adres(scherm=Scherm.VERGADERINGEN, vergadering=alle[0].id))
        return self.opent(self.bestaand(adres.zonder_sectie() if adres.scherm is Scherm.LEZEN else adres))

    def bestaand(self, adres: Adres) -> Adres:
        """Return a remembered place, or the start when its meeting is not there any more."""
        bekend = {vergadering.id for vergadering in self._sessie.store.vergaderingen.all()}
        return adres if not adres.vergadering or adres.vergadering in bekend else Adres()

    def opent(self, adres: Adres) -> Adres:
        """Return where a place opens; what was taken off its agenda stands in its record, not among what is read."""
        wat = {adres.punt, adres.stuk} - {""}
        opname = self._sessie.store.opname(adres.vergadering) if wat and adres.vergadering else None
        weg = opname is not None and any(id_ in opname.afgevoerd for id_ in wat)
        return adres if weg else self._sessie.inrichting.opent(adres)
