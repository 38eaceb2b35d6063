"""Locking the window, by key or by itself when nobody works, and the passphrase of the werkmap."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from tk_desktop.base.klok import dit_moment
from tk_desktop.desktop.bundels.papierblad import Papierblad
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.wachtwoordvraag import NieuwWachtwoord, Wachtwoordvraag

STIL = timedelta(minutes=5)
"""How long nobody touches keys or mouse before a protected werkmap is locked (BUNDLES, Besloten at rest)."""
_KIJK = 5_000
"""Milliseconds between two looks at the clock: a laptop that slept is locked when it wakes."""
_GEBAREN = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )
)

_HERSTEL = (
    "Vergeet u het wachtwoord van deze laptop, dan opent u haar met deze 24 woorden en kiest u een nieuw wachtwoord. "
    "Wie ze leest, kan dat ook. "
)

if TYPE_CHECKING:
    from tk_desktop.exchange.sleutels import Sleutelbos

Sleutelvraag = Callable[[Callable[["Sleutelbos"], None]], None]


class Slotbediening(QObject):
    """Wires the lock of one window.

    Locking ends the program and starts it anew, where it asks the passphrase and opens as one left it
    (``Venster.daarna``): what was read is in no memory any more.
    """

    def __init__(
        self, venster: Venster, sessie: Sessie, met_sleutels: Sleutelvraag, *, nu: Callable[[], datetime] = dit_moment
    ) -> None:
        super().__init__(venster)
        self._venster = venster
        self._sessie = sessie
        self._met_sleutels = met_sleutels
        self._nu = nu
        self._gewerkt = nu()
        if sessie.store.beschermd:
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
            wekker = QTimer(self)
            wekker.setInterval(_KIJK)
            wekker.timeout.connect(self.kijk)
            wekker.start()

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command does."""
        return {
            "werkmap.vergrendelen": self.vergrendel,
            "werkmap.beschermen": self._bescherm,
            "werkmap.wachtwoord": self._wijzig,
            "werkmap.herstelblad": self._vraag_herstelblad,
            "werkmap.ontschermen": self._haal_weg,
        }

    def vergrendel(self) -> None:
        """Close all that is shown; a werkmap without a passphrase stays open, and the user is told why."""
        if not self._sessie.store.beschermd:
            self._meld("Deze werkmap heeft nog geen wachtwoord. Kies eerst Bestand › Bescherming › Werkmap beschermen.")
            return
        self._sluit_voor(_niets)

    def kijk(self) -> None:
        """Lock when nobody worked for a while."""
        if self._nu() - self._gewerkt >= STIL and self._venster.isVisible():
            self._gewerkt = self._nu()  # a window that could not be closed is not asked to all the time
            self.vergrendel()

    def eventFilter(self, waar: QObject, gebeurtenis: QEvent) -> bool:
        """Note that somebody works."""
        if gebeurtenis.type() in _GEBAREN:
            self._gewerkt = self._nu()
        return super().eventFilter(waar, gebeurtenis)

    def _bescherm(self) -> None:
        if self._sessie.store.beschermd:
            self._meld("Deze werkmap is al beschermd met een wachtwoord.")
            return
        bekend: Wachtwoordvraag | None = laad("shell.beschermen").sleutelvraag(self._sessie.store.map, self._venster)
        if bekend is not None:  # the keys that this laptop exchanges with
            bekend.setWindowTitle("Werkmap beschermen")
            bekend.finished.connect(bekend.deleteLater)
            bekend.gegeven.connect(self._bescherm_met)
            bekend.open()
            return
        vraag = NieuwWachtwoord(self._venster, met_oud=False)
        vraag.gegeven.connect(self._bescherm_met_nieuw)
        vraag.open()

    def _bescherm_met_nieuw(self, _: str, nieuw: str) -> None:
        self._bescherm_met(nieuw)

    def _bescherm_met(self, nieuw: str) -> None:
        self._sluit_voor(partial(laad("shell.beschermen").beschermd, wachtwoord=nieuw))

    def _wijzig(self) -> None:
        # The passphrase of the keys is that of the werkmap; a laptop may exchange and be open otherwise.
        if laad("shell.beschermen").Sleutelbestand(self._sessie.store.map).bestaat() or self._is_beschermd():
            vraag = NieuwWachtwoord(self._venster, met_oud=True)
            vraag.gegeven.connect(self._wijzig_in)
            vraag.open()

    def _wijzig_in(self, oud: str, nieuw: str) -> None:
        wijzig = laad("shell.beschermen").change_wachtwoord
        map_, nu = self._sessie.store.map, self._nu()
        self._sessie.op_achtergrond(lambda _: wijzig(map_, oud, nieuw, nu=nu), self._gewijzigd, met_store=False)

    def _gewijzigd(self, _: object) -> None:
        self._meld("Het nieuwe wachtwoord geldt vanaf nu.")

    def _vraag_herstelblad(self) -> None:
        if laad("shell.beschermen").Sleutelbestand(self._sessie.store.map).bestaat() or self._is_beschermd():
            self._met_sleutels(self._toon_herstelblad)

    def _toon_herstelblad(self, bos: "Sleutelbos") -> None:
        module, map_ = laad("shell.beschermen"), self._sessie.store.map
        woorden = module.recovery_words()
        blad = Papierblad(
            woorden,
            self._venster,
            vervangt=module.Sleutelbestand(map_).heeft_papier(),
            titel="Herstelblad",
            uitleg=_HERSTEL,
        )
        blad.in_gebruik.connect(partial(self._neem_herstelblad, bos, woorden))
        blad.finished.connect(blad.deleteLater)
        blad.open()

    def _neem_herstelblad(self, bos: "Sleutelbos", woorden: Sequence[str]) -> None:
        with self._sessie.balk.meldt():
            laad("shell.beschermen").use_recovery_words(self._sessie.store.map, bos, woorden)
            self._meld("Het herstelblad opent vanaf nu deze werkmap als u het wachtwoord vergeet.")

    def _haal_weg(self) -> None:
        if self._is_beschermd():
            vraag: Wachtwoordvraag = laad("shell.beschermen").wachtwoordvraag(self._sessie.store.map, self._venster)
            vraag.setWindowTitle("Bescherming weghalen")
            vraag.finished.connect(vraag.deleteLater)
            vraag.gegeven.connect(self._haal_weg_met)
            vraag.open()

    def _haal_weg_met(self, wachtwoord: str) -> None:
        self._sluit_voor(partial(laad("shell.beschermen").onbeschermd, wachtwoord=wachtwoord))

    def _is_beschermd(self) -> bool:
        if not self._sessie.store.beschermd:
            self._meld("Deze werkmap heeft geen wachtwoord.")
        return self._sessie.store.beschermd

    def _sluit_voor(self, daarna: Callable[[Path], object]) -> None:
        """Close the window, do this with its werkmap, and open it anew."""
        self._venster.daarna = daarna
        if not self._venster.close():
            self._venster.daarna = None  # something could not be kept: the user sees what
            return
        klembord = QApplication.clipboard()
        if klembord.ownsClipboard():
            klembord.clear()

    def _meld(self, tekst: str) -> None:
        self._sessie.gemeld.emit(tekst, False)


def _niets(_: Path) -> None:
    """Do nothing with a werkmap that is only locked."""
