"""What happens to the window as a whole: its letters and colours, for whom it is laid out, another werkmap."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tk_desktop import __version__
from tk_desktop.desktop.agenda.vergaderblad import Vergaderblad
from tk_desktop.desktop.parts.herstart import VensterStartNiet, start_venster
from tk_desktop.desktop.parts.theme import Thema
from tk_desktop.desktop.session.inrichting import inrichting
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.overalsluiter import Overalsluiter


def kies_map(ouder: QWidget, nu: Path) -> Path | None:
    """Let the user choose the folder of a werkmap."""
    gekozen = QFileDialog.getExistingDirectory(ouder, "Andere werkmap openen", str(nu.parent))
    return Path(gekozen) if gekozen else None


class Vensterbediening(QObject):
    """Wires the frame; ``blad`` is the workspace, of which ``alleen_secretaris`` are the panes of the secretaris.

    ``ingericht`` tells that the window is laid out for somebody else.
    """

    ingericht = Signal()

    def __init__(
        self,
        venster: Venster,
        sessie: Sessie,
        blad: Vergaderblad,
        alleen_secretaris: tuple[QWidget, ...],
        *,
        start: Callable[[Path], bool] = start_venster,
        kies: Callable[[QWidget, Path], Path | None] = kies_map,
    ) -> None:
        super().__init__(venster)
        self._venster = venster
        self._sessie = sessie
        self._blad = blad
        self._alleen_secretaris = alleen_secretaris
        self._start = start
        self._kies = kies
        Overalsluiter(venster)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on the window does."""
        venster = self._venster
        return {
            "beeld.groter": lambda: venster.schaal_met(1),
            "beeld.kleiner": lambda: venster.schaal_met(-1),
            "beeld.normaal": lambda: venster.schaal_op(100),
            "beeld.systeem": lambda: venster.kleur(Thema.SYSTEEM),
            "beeld.licht": lambda: venster.kleur(Thema.LICHT),
            "beeld.donker": lambda: venster.kleur(Thema.DONKER),
            "beeld.secretaris": lambda: self.richt_in(Rol.SECRETARIS),
            "beeld.bestuurder": lambda: self.richt_in(Rol.BESTUURDER),
            "help.over": self._over,
            "werkmap.openen": self.open_werkmap,
            "venster.sluiten": self._sluit,
        }

    def richt_in(self, rol: Rol) -> None:
        """Lay the window out for somebody, and remember it: it hides, never forbids (``Inrichting``)."""
        self._venster.voorkeuren.rol = rol
        self.herstel()
        self.ingericht.emit()

    def volg_rooster(self) -> None:
        """Lay the window out anew when a bundle told whose laptop this is."""
        self._neem_van_rooster()
        self.richt_in(self._venster.voorkeuren.rol)

    def herstel(self) -> None:
        """Lay the window out for whom it is remembered to be; the roster tells of a laptop of a member."""
        self._neem_van_rooster()
        voorkeuren = self._venster.voorkeuren
        hoe = inrichting(voorkeuren.rol)
        self._venster.opdrachten.maak_menus(zonder=hoe.zonder | self._sessie.verboden)
        self._blad.toon_tabs(self._alleen_secretaris, zichtbaar=hoe.bereidt_voor)
        self._venster.status.toon(voorkeuren.rol.value, voorkeuren.schaal)

    def _neem_van_rooster(self) -> None:
        """Let a member on the roster read, under the name that the secretariat knows."""
        voorkeuren, store = self._venster.voorkeuren, self._sessie.store
        if not self._sessie.is_lid:
            return
        voorkeuren.rol = Rol.BESTUURDER
        wie = [een.naam for een in store.personen.all() if een.id == store.bewerkingen.persoon]
        if wie and not voorkeuren.naam:
            voorkeuren.naam = wie[0]
            voorkeuren.leg_vast()

    def open_werkmap(self) -> None:
        """Open another werkmap in a window of its own, and close this one."""
        hier = self._venster.voorkeuren.map
        map_ = self._kies(self._venster, hier)
        if map_ is None:
            return
        if map_.resolve() == hier.resolve():
            self._venster.is_al_open()
            return
        with self._venster.balk.meldt():
            if not self._start(map_):
                raise VensterStartNiet(map=map_.name)
            self._venster.close()

    def _over(self) -> None:
        self._venster.toast.meld(f"TK Desktop {__version__}. Vrije software onder de EUPL 1.2.", kan_terug=False)

    def _sluit(self) -> None:
        self._venster.close()
