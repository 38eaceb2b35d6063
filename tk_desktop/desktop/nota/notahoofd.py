"""The head of the form of a nota: what it is, how far it is, and the buttons for its text."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolBar, QToolButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.theme import Toon
from tk_desktop.desktop.parts.werkbalk import Werkbalk
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.domain.advies import Adviesregel, bezwaar
from tk_desktop.domain.datum import kort, uur
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.notastand import Notastap, Stand, stand_van

_TONEN = {
    Stand.CONCEPT: Toon.GRIJS,
    Stand.INGEDIEND: Toon.BLAUW,
    Stand.IN_BEHANDELING: Toon.BLAUW,
    Stand.TERUGGESTUURD: Toon.ORANJE,
    Stand.AKKOORD: Toon.GROEN,
}
_KNOPPEN: tuple[tuple[str, str, str, Callable[[RijkeTekst], object]], ...] = (
    ("bold", "Vet", "Ctrl+B", RijkeTekst.vet),
    ("italic", "Cursief", "Ctrl+I", RijkeTekst.cursief),
    ("lock", "Besloten passage", "Ctrl+Shift+X", RijkeTekst.besloten),
    ("list", "Opsomming", "Ctrl+Shift+8", RijkeTekst.opsomming),
    ("list-ordered", "Nummering", "Ctrl+Shift+7", RijkeTekst.nummering),
    ("heading", "Tussenkop", "", RijkeTekst.tussenkop),
    ("link", "Koppeling", "Ctrl+K", RijkeTekst.koppeling),
    ("table", "Tabel", "", RijkeTekst.tabel),
)

RAND = 9
"""Pixels left and right of a nota that is written, the same for its head and its texts."""


class Notahoofd(QWidget):
    """Tells about the nota; ``stap_gevraagd`` carries the ``Stand`` the user wants it to have."""

    stap_gevraagd = Signal(object)
    versies_gevraagd = Signal()
    adviezen_gevraagd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._veld: RijkeTekst | None = None
        self.titel = QLabel()
        self.titel.setProperty("kop", "2")
        self.titel.setWordWrap(True)
        self.titel.setTextFormat(Qt.TextFormat.PlainText)
        self.nummer = QLabel()
        self.nummer.setProperty("zacht", "ja")
        self.nummer.setTextFormat(Qt.TextFormat.PlainText)
        self.telling = _pil()
        self._ingevuld = ""
        self.reden = QLabel()
        self.reden.setWordWrap(True)
        self.reden.setTextFormat(Qt.TextFormat.PlainText)
        self.reden.setProperty("toon", Toon.ORANJE.value)
        self.reden.setMargin(4)
        self.adviezen = QLabel()
        self.adviezen.setWordWrap(True)
        self.adviezen.setTextFormat(Qt.TextFormat.PlainText)
        self.adviezen.setMargin(2)
        self.stand = QToolButton()
        self.stand.setAccessibleName("Stand van de nota")
        self.stand.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.stand.setMenu(QMenu(self.stand))
        self.stand.setToolTip("Indienen, terugsturen of akkoord geven")
        self._laag = False
        boven = self._boven = QHBoxLayout()
        boven.addWidget(self.titel, 1)
        boven.addWidget(self.nummer)
        for deel in (self.telling, self.stand):
            boven.addWidget(deel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.schrijfhulp, self.versies, self.naar_adviezen = self._hulpacties()
        self.balk = self._balk()
        indeling = self._indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RAND, 6, RAND, 0)
        indeling.setSpacing(2)
        indeling.addLayout(boven)
        indeling.addWidget(self.reden)
        indeling.addWidget(self.adviezen)
        indeling.addWidget(self.balk)
        self.reden.hide()
        self.adviezen.hide()

    def _hulpacties(self) -> tuple[QAction, QAction, QAction]:
        hulp = QAction(icon("lightbulb"), "Schrijfhulp", self)
        hulp.setCheckable(True)
        hulp.setToolTip("Uitleg bij elk onderdeel; wordt nooit afgedrukt")
        versies = QAction(icon("history"), "Versies", self)
        versies.setToolTip("Eerdere versies bekijken en terugzetten")
        versies.triggered.connect(self._vraag_versies)
        adviezen = QAction(icon("stamp"), "Adviezen", self)
        adviezen.setToolTip("Advies van afdelingen vragen en vastleggen")
        adviezen.triggered.connect(self._vraag_adviezen)
        return hulp, versies, adviezen

    def _balk(self) -> QToolBar:
        balk = Werkbalk()
        balk.setAccessibleName("Opmaak van de tekst")
        for teken, naam, toets, doe in _KNOPPEN:
            balk.addAction(self._knop(teken, naam, toets, doe))
        balk.addSeparator()
        balk.addActions([self.schrijfhulp, self.versies, self.naar_adviezen])
        for actie in balk.actions():
            knop = balk.widgetForAction(actie)
            if isinstance(knop, QToolButton):
                knop.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the text, and has its own keys
                knop.setAccessibleName(actie.text())
                if actie in (self.schrijfhulp, self.versies, self.naar_adviezen):
                    knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return balk

    def toon(self, nota: Nota, opname: Momentopname, stappen: Sequence[Notastap]) -> None:
        """Tell which nota this is and how far it is; who sent it back and why stands below."""
        stuk = next((stuk for stuk in opname.stukken if stuk.id == nota.stuk_id), None)
        label = opname.label(stuk) if stuk else ""
        self.titel.setText(f"{nota.formulier.soort.value.capitalize()} {label}".strip())
        self.nummer.setText(nota.registratienummer)
        self.titel.setToolTip(f"Registratienummer {nota.registratienummer}" if nota.registratienummer else "")
        stand = stand_van(stappen)
        self.stand.setText(f"{stand.value.capitalize()}")
        self.stand.setAccessibleName(f"Stand van de nota: {stand.value}")
        self.stand.setProperty("toon", _TONEN[stand].value)
        self.stand.style().unpolish(self.stand)
        self.stand.style().polish(self.stand)
        laatste = stappen[-1] if stappen else None
        terug = laatste is not None and stand is Stand.TERUGGESTUURD
        self.reden.setText(f"⚠ {stapregel(laatste)}" if laatste is not None else "")
        self.reden.setVisible(terug)
        self._vul_menu(stand, stappen)

    def zet_ingevuld(self, vol: int, alle: int) -> None:
        """Tell how many sections are filled."""
        self._ingevuld = f"{vol}/{alle}"
        self._toon_telling()
        self.telling.setProperty("toon", (Toon.GROEN if vol == alle else Toon.GRIJS).value)
        self.telling.style().unpolish(self.telling)
        self.telling.style().polish(self.telling)

    def zet_adviezen(self, regels: Sequence[Adviesregel]) -> None:
        """Tell how far the advice on this nota is, the last of each adviser; orange when something asks for care."""
        tellen = [regel for regel in regels if regel.telt]
        zorg = any(bezwaar(regel) and (regel.te_laat or regel.advies.oordeel) for regel in tellen)
        self.adviezen.setText(f"Advies: {'; '.join(f'{een.advies.van}: {een.woord}' for een in tellen)}.")
        self.adviezen.setProperty("toon", Toon.ORANJE.value if zorg else None)
        self.adviezen.setProperty("zacht", None if zorg else "ja")
        self.adviezen.style().unpolish(self.adviezen)
        self.adviezen.style().polish(self.adviezen)
        self.adviezen.setVisible(bool(tellen))

    def zet_smal(self, smal: bool) -> None:
        """Leave the registration number to the tool tip where there is little room."""
        self.nummer.setVisible(not smal and bool(self.nummer.text()))

    def zet_laag(self, laag: bool) -> None:
        """Leave the lines to the text where there are few: the buttons stand in the line of the title then."""
        if laag == self._laag:
            return
        self._laag = laag
        self.titel.setVisible(not laag)
        self._toon_telling()
        if laag:
            self._indeling.removeWidget(self.balk)
            self._boven.insertWidget(0, self.balk, 1)
        else:
            self._boven.removeWidget(self.balk)
            self._indeling.addWidget(self.balk)

    def _toon_telling(self) -> None:
        self.telling.setText(self._ingevuld if self._laag else f"{self._ingevuld} ingevuld")
        self.telling.setToolTip(f"{self._ingevuld} ingevuld")
        self.telling.setAccessibleName(f"{self._ingevuld} ingevuld")

    def zet_veld(self, veld: RijkeTekst) -> None:
        """Let the buttons work in this field from now on."""
        if self._veld is not None and self._veld is not veld:
            self._veld.destroyed.disconnect(self._veld_weg)
        if self._veld is not veld:
            self._veld = veld
            veld.destroyed.connect(self._veld_weg)

    def _veld_weg(self) -> None:
        self._veld = None

    def _knop(self, teken: str, naam: str, toets: str, doe: Callable[[RijkeTekst], object]) -> QAction:
        actie = QAction(icon(teken), naam, self)
        actie.setToolTip(f"{naam} ({toets})" if toets else naam)
        actie.triggered.connect(partial(self._doe, doe))
        return actie

    def _doe(self, doe: Callable[[RijkeTekst], object], _: bool = False) -> None:
        if self._veld is not None:
            self._veld.setFocus()
            doe(self._veld)

    def _vul_menu(self, stand: Stand, stappen: Sequence[Notastap]) -> None:
        menu = self.stand.menu()
        menu.clear()
        for naar in stand.volgende:
            menu.addAction(naar.opdracht).triggered.connect(partial(self._vraag_stap, naar))
        if stappen:
            menu.addSeparator()
        for stap in reversed(stappen):
            menu.addAction(stapregel(stap)).setEnabled(False)

    def _vraag_stap(self, naar: Stand, _: bool = False) -> None:
        self.stap_gevraagd.emit(naar)

    def _vraag_adviezen(self) -> None:
        self.adviezen_gevraagd.emit()

    def _vraag_versies(self) -> None:
        self.versies_gevraagd.emit()


def stapregel(stap: Notastap) -> str:
    """Return a step as a line: ``Teruggestuurd op 2-3-2026 om 14.30 uur door Roos: te vroeg``."""
    wanneer = f"op {kort(stap.moment)} om {uur(stap.moment)}"
    door = f" door {stap.wie}" if stap.wie else ""
    reden = f": {stap.reden}" if stap.reden else ""
    return f"{stap.stand.value.capitalize()} {wanneer}{door}{reden}"


def _pil() -> QLabel:
    pil = QLabel()
    pil.setProperty("pil", "ja")
    pil.setProperty("toon", Toon.GRIJS.value)
    return pil
