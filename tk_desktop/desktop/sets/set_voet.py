"""The foot of the builder of sets: what the set will be, what to know before sending it, and what to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.foutmelding import Actie, Meldbalk
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.sets.set_keuze import Gemaakt
from tk_desktop.desktop.sets.set_woorden import (
    fouten_kort,
    fouten_zin,
    gemaakt_zin,
    samenvatting,
    waarschuwing,
    zonder_zin,
)
from tk_desktop.pack.overzicht import Overzicht

_LAAG = 32
"""Lines high under which a window keeps its room for the parts: words are shortened, buttons go behind one other."""
_SMAL = 100
"""Letters wide under which the buttons stand below the words beside them."""
_LANGSTE = 12
"""Letters that the first of them may leave empty at its end, before a long word."""


class Setvoet(QWidget):
    """Tells by signals what the user wants; ``stuk`` with the id of a paper that is missing."""

    maken = Signal()
    afdrukken = Signal()
    verzonden = Signal()
    verzendlijst = Signal()
    verdeling = Signal()
    controle = Signal()
    stuk = Signal(str)
    stop = Signal()
    terug = Signal()
    tonen = Signal(object)
    """Open this file or folder outside the program."""

    def __init__(self) -> None:
        super().__init__()
        self._mist = self._let_op = self._som = ""
        self._fouten = 0
        self._maak_tekst()
        self._maak_knoppen()
        self._leg_uit()
        self._verbind()

    def toon(self, overzicht: Overzicht, *, anders: bool) -> None:
        """Show what the set will be; ``anders`` when it is looked at as another reader than it is for."""
        self._som = samenvatting(overzicht)
        self.samenvatting.setText(self._som)
        let_op = waarschuwing(overzicht, anders=anders)
        self._let_op = let_op
        self.let_op.setText(let_op)
        self.let_op.setVisible(bool(let_op))
        QTimer.singleShot(0, self, self._meet)  # it gets its width after this
        mist = next(iter(overzicht.ontbreekt), None)
        self._mist = (mist.stuk_id or "") if mist is not None else ""
        if mist is not None:
            self.naar_stuk.setText(f"Naar {mist.label or mist.titel}")
        self._toon_knoppen()

    @property
    def laag(self) -> bool:
        """Whether the window is so low that the parts need its room more than this does."""
        return self.window().height() < self.fontMetrics().height() * _LAAG

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons go under the words beside them where both have too little room."""
        super().resizeEvent(event)
        self.schik()

    def schik(self) -> None:
        """Lay everything out for the size of the window as it is now."""
        smal = self.width() < letterbreedte(self.fontMetrics()) * _SMAL
        for rij in (self._midden, self._onder):
            rij.setDirection(QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight)
        self._toon_knoppen()
        self._toon_fouten()
        self.samenvatting.setWordWrap(not self.laag)
        QTimer.singleShot(0, self, self._meet)

    def _toon_knoppen(self) -> None:
        """Show every button that has something to do, or in a low window one that offers the less used of them."""
        for knop in self._bijknoppen:
            knop.setVisible(not self.laag and (knop is not self.naar_stuk or bool(self._mist)))
        self.meer_knop.setVisible(self.laag)

    def _vul_meer(self) -> None:
        self._meer.clear()
        for knop in self._bijknoppen:
            if knop is not self.naar_stuk or self._mist:
                opdracht = self._meer.addAction(knop.text(), knop.click)
                opdracht.setEnabled(knop.isEnabled())

    def _meet(self) -> None:
        """Keep the warning in sight: what stands above gives way, and in a low window it is shortened, not cut off."""
        letters, breed = self.fontMetrics(), max(self.let_op.width(), 1)
        laag = self.laag
        som = letters.elidedText(self._som, Qt.TextElideMode.ElideRight, max(self.samenvatting.width(), 1))
        self.samenvatting.setText(som if laag else self._som)
        self.samenvatting.setToolTip(self._som if laag else "")
        self.samenvatting.setAccessibleName(self._som)
        ruimte = (breed - 2 * letterbreedte(letters)) * 2 - letterbreedte(letters) * _LANGSTE
        kort = letters.elidedText(self._let_op, Qt.TextElideMode.ElideRight, max(ruimte, breed))
        self.let_op.setText(kort if laag else self._let_op)
        self.let_op.setToolTip(self._let_op if laag else "")
        self.let_op.setAccessibleName(self._let_op)
        self.let_op.setMinimumHeight(max(self.let_op.heightForWidth(breed), 0))  # a label without words has none

    def toon_fouten(self, aantal: int) -> None:
        """Say how many faults the check still finds."""
        self._fouten = aantal
        self._toon_fouten()
        self.fouten.setVisible(aantal > 0)

    def _toon_fouten(self) -> None:
        """Say it in one or two words in a low window; the whole of it is what is read aloud."""
        self.fouten.setText(fouten_kort(self._fouten) if self.laag else fouten_zin(self._fouten))
        self.fouten.setAccessibleName(fouten_zin(self._fouten))

    def wis(self) -> None:
        """Take back what was told of a set that was asked for otherwise since."""
        self._zet_verzonden(False)
        self._meld("")
        self._zet_doel(None)
        self.fout.hide()

    def begin(self) -> bool:
        """Say that a set is being made from now on; returns whether none was."""
        if not self.maken_knop.isEnabled():
            return False
        self.maken_knop.setEnabled(False)
        self.fout.hide()
        return True

    def is_gemaakt(self, gemaakt: Gemaakt) -> None:
        """Tell what was made and where it stands, and what these readers did not get."""
        self._meld(gemaakt_zin(gemaakt))
        self.melding.setToolTip(str(gemaakt.doel))
        self._zet_doel(gemaakt)
        self._zet_verzonden(True)
        if gemaakt.zonder:
            self.fout.meld(zonder_zin(gemaakt), [("Bekijk wie wat krijgt", self.verdeling.emit)])

    def mislukt(self, fout: TkError, acties: Sequence[Actie]) -> None:
        """Tell why nothing was made, and what can be done about it."""
        self.fout.toon(fout, acties)

    def gestopt(self) -> None:
        """Say that the work was stopped."""
        self._meld("Gestopt. Er is niets gemaakt.")

    def _meld(self, tekst: str) -> None:
        self.melding.setText(tekst)
        self.melding.setVisible(bool(tekst))  # where the buttons stand under it, an empty line costs a part

    def toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        """Show how far the work is."""
        self._balk.setMaximum(max(totaal, 1))
        self._balk.setValue(gedaan)
        self._balk.setFormat(wat.replace("%", ""))
        self.werk.show()

    def klaar(self) -> None:
        """Show that nothing is being made any more, however it ended."""
        self.werk.hide()
        self.maken_knop.setEnabled(True)

    def _maak_tekst(self) -> None:
        self.samenvatting = QLabel()
        self.samenvatting.setWordWrap(True)
        self.samenvatting.setMinimumWidth(1)
        self.fouten = QPushButton()
        self.fouten.setIcon(icon("circle-x"))
        self.fouten.setToolTip("Naar de controle van de vergadering")
        self.fouten.setMinimumWidth(1)
        self.fouten.hide()
        self.let_op = QLabel()
        self.let_op.setWordWrap(True)
        self.let_op.setProperty("toon", "oranje")
        self.let_op.setProperty("pil", "ja")
        self.fout = Meldbalk(sluitbaar=False)
        self.melding = QLabel()
        self.melding.setProperty("zacht", "ja")
        self.melding.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.melding.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.melding.hide()

    def _maak_knoppen(self) -> None:
        self.naar_stuk = QPushButton()
        self.naar_stuk.setMinimumWidth(1)
        self.naar_stuk.hide()
        self._wie = QPushButton("Wie krijgt wat…")
        self.terug_knop = QPushButton("Annuleren")
        self.terug_knop.setToolTip("Terug naar de vergadering (Esc)")
        self._lijst = QPushButton("Ver&zendlijst…")
        self._druk = QPushButton("Af&drukken…")
        self.verzonden_knop = QPushButton("Verzonden vastleggen…")
        self._zet_verzonden(False)
        self.maken_knop = QPushButton("&Maken")
        self.maken_knop.setProperty("hoofd", "ja")
        self.maken_knop.setToolTip("Maken (Ctrl+Enter)")
        self._bijknoppen = (self.naar_stuk, self._wie, self._lijst, self._druk, self.verzonden_knop)
        self.meer_knop = QPushButton("Meer")
        self.meer_knop.setToolTip("Verzendlijst, afdrukken en wat u verder met deze set kunt")
        self._meer = QMenu(self.meer_knop)
        self._meer.aboutToShow.connect(self._vul_meer)
        self.meer_knop.setMenu(self._meer)
        self.meer_knop.hide()
        self._doel: Gemaakt | None = None
        self.open_knop, self.map_knop = QPushButton("&Openen"), QPushButton("Map &tonen")
        self._zet_doel(None)
        self._balk = QProgressBar()
        self._balk.setAccessibleName("Voortgang")
        self._stop = QPushButton("Stoppen")
        self.werk = QWidget()
        werk = QHBoxLayout(self.werk)
        werk.setContentsMargins(0, 0, 0, 0)
        werk.addWidget(self._balk, 1)
        werk.addWidget(self._stop)
        self.werk.hide()

    def _leg_uit(self) -> None:
        boven = QHBoxLayout()
        boven.addWidget(self.samenvatting, 1)
        boven.addWidget(self.fouten)
        midden = self._midden = QHBoxLayout()
        midden.addWidget(self.let_op, 1)
        midden.addStretch()  # without a warning the buttons keep their own width
        onder = self._onder = QHBoxLayout()
        onder.addWidget(self.melding, 1)
        onder.addStretch()  # nor without a message
        bij = (self._lijst, self._druk, self.verzonden_knop, self.meer_knop)
        knoppen = (self.open_knop, self.map_knop, *bij, self.terug_knop, self.maken_knop)
        for rij, delen in ((midden, (self.naar_stuk, self._wie)), (onder, knoppen)):
            stroom = Stroom(op_een_regel=True, tussen=6)
            for knop in delen:
                stroom.addWidget(knop)
            rij.addLayout(stroom)
        for knop in self.findChildren(QPushButton):
            knop.setAutoDefault(False)
        self.maken_knop.setDefault(True)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addLayout(boven)
        kolom.addLayout(midden)
        kolom.addWidget(self.fout)
        kolom.addWidget(self.werk)
        kolom.addLayout(onder)

    def _verbind(self) -> None:
        for knop, signaal in (
            (self.maken_knop, self.maken),
            (self._druk, self.afdrukken),
            (self.verzonden_knop, self.verzonden),
            (self._lijst, self.verzendlijst),
            (self._wie, self.verdeling),
            (self.fouten, self.controle),
            (self._stop, self.stop),
            (self.terug_knop, self.terug),
        ):
            knop.clicked.connect(signaal)
        self.naar_stuk.clicked.connect(self._naar_stuk)
        self.open_knop.clicked.connect(self._open)
        self.map_knop.clicked.connect(self._toon_map)

    def _zet_verzonden(self, kan: bool) -> None:
        self.verzonden_knop.setEnabled(kan)
        self.verzonden_knop.setToolTip("" if kan else "Maak eerst de set die u verstuurt.")

    def _zet_doel(self, gemaakt: Gemaakt | None) -> None:
        """Offer to open what was made, and the folder where it stands."""
        self._doel = gemaakt
        self.terug_knop.setText("Annuleren" if gemaakt is None else "Sluiten")
        self.open_knop.setVisible(gemaakt is not None and not gemaakt.keuze.uitvoer.is_map)
        self.map_knop.setVisible(gemaakt is not None)

    def _open(self) -> None:
        if self._doel is not None:
            self.tonen.emit(self._doel.doel)

    def _toon_map(self) -> None:
        if self._doel is not None:
            self.tonen.emit(self._doel.doel if self._doel.keuze.uitvoer.is_map else self._doel.doel.parent)

    def _naar_stuk(self) -> None:
        self.stuk.emit(self._mist)
