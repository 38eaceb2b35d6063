"""For whom the window is laid out: what each role opens where, and which commands it is shown. One table."""

from dataclasses import dataclass

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.parts.opdracht import Menu
from tk_desktop.desktop.session.voorkeuren import Rol

_MENUS_VAN_SECRETARIS = (Menu.BEWERKEN, Menu.VERGADERING, Menu.STUK, Menu.VERSLAG)

_VOOR_IEDEREEN = frozenset({"bewerken.ongedaan", "bewerken.opnieuw", "vergadering.kalender", "vergadering.bewerken"})
"""What else stands in those menus."""

_LOS = frozenset(
    {
        "vergadering.nieuw",
        "set.bouwen",
        "set.uitvoer",
        "set.bekijken",
        "set.verzendlijst",
        "ics.in",
        "pak.innemen",
        "archief.innemen",
        "csv.in",
        "csv.uit",
        "bundel.vrijgeven",
        "site.bijwerken",
    }
)
"""Commands of the secretaris in the other menus."""


VAN_SECRETARIS = _LOS | {
    een.id for een in OPDRACHTEN if een.menu in _MENUS_VAN_SECRETARIS and een.id not in _VOOR_IEDEREEN
}
"""Commands that prepare a meeting, put in and change papers, and minute."""


VERBODEN_VOOR_LID = VAN_SECRETARIS | {"vergadering.bewerken", "beeld.secretaris", "bundel.vrijgeven"}
"""Commands that a member on the roster is not given: what they change is the secretariat's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inrichting:
    """How the window is laid out for one role; it hides, never forbids (SCREENS 2.1).

    Who ``bereidt_voor`` works on the agenda and its papers, is told what the check found and answers questions; for
    others a meeting, item or paper that is opened is read. ``zonder`` are the commands that stand in no menu then and
    cannot be given while one reads; elsewhere the palette gives them.
    """

    bereidt_voor: bool
    zonder: frozenset[str]

    def opent(self, adres: Adres) -> Adres:
        """Return where a place that was chosen opens."""
        return adres if self.bereidt_voor else om_te_lezen(adres)


_PER_ROL = {
    Rol.SECRETARIS: Inrichting(bereidt_voor=True, zonder=frozenset()),
    Rol.BESTUURDER: Inrichting(bereidt_voor=False, zonder=VAN_SECRETARIS),
}


def inrichting(rol: Rol) -> Inrichting:
    """Return how the window is laid out for a role."""
    return _PER_ROL[rol]


def om_te_lezen(adres: Adres) -> Adres:
    """Return where the meeting, item or paper of a place is read; a place of no meeting as it is."""
    if not adres.vergadering or adres.scherm not in (Scherm.VERGADERINGEN, Scherm.START):
        return adres
    pagina = adres.sectie if adres.vak == "voorbeeld" else ""
    return Adres(
        scherm=Scherm.LEZEN,
        vergadering=adres.vergadering,
        punt="" if adres.stuk else adres.punt,
        stuk=adres.stuk,
        sectie=pagina,
        gezocht=adres.gezocht,
    )
