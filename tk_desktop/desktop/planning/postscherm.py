"""Looking over what came by mail before it is taken in: the message beside its files, each with its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import blanco, icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat
from tk_desktop.domain.datum import lang
from tk_desktop.intake.bericht import Bericht
from tk_desktop.intake.postvoorstel import (
    Postafmelding,
    Poststuk,
    Postvoorstel,
    kies_afmelding,
    kies_mee,
    kies_punt,
)

Keuze = tuple[str, str]
"""An id and what it is called."""

_ROL = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Regel:
    """One line of the list: a file or an absence by its place."""

    stuk: int = -1
    afmelding: int = -1


class Postscherm(QDialog):
    """Shows a proposal; ``opnemen`` gives it as the user wants it. Nothing is stored before that.

    ``vergadering_gekozen`` asks for the proposal for another meeting, to be given to ``toon``.
    """

    opnemen = Signal(object)
    vergadering_gekozen = Signal(str)

    def __init__(self, vergaderingen: Sequence[Keuze], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.voorstel = Postvoorstel(vergadering_id="")
        self._vult = False
        self.setWindowTitle("Post nakijken en innemen")
        self._bouw(vergaderingen)
        QShortcut(toets_van("Ctrl+Return"), self, self._neem_op)
        letter = self.fontMetrics()
        geef_maat(self, letterbreedte(letter) * 140, letter.height() * 34)

    def _bouw(self, vergaderingen: Sequence[Keuze]) -> None:
        self.bericht = QPlainTextEdit()
        self.bericht.setReadOnly(True)
        self.bericht.setTabChangesFocus(True)
        self.bericht.setAccessibleName("Het bericht")
        self.vergadering, self.punt = QComboBox(), QComboBox()
        for id_, naam in vergaderingen:
            self.vergadering.addItem(naam, id_)
        self.vergadering.activated.connect(self._kies_vergadering)
        self.punt.activated.connect(self._kies_punt)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Wat er binnenkwam; een vinkje gaat mee")
        self.lijst.setWordWrap(True)
        self.lijst.currentItemChanged.connect(self._toon_regel)
        self.lijst.itemChanged.connect(self._gevinkt)
        self.vraag, self.let_op = QLabel(), QLabel()
        for label in (self.vraag, self.let_op):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for naam, veld in (("&Vergadering", self.vergadering), ("Agenda&punt", self.punt)):
            veld.setAccessibleName(naam.replace("&", ""))
            veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            veld.setMinimumContentsLength(12)
            vorm.addRow(naam, veld)
        rechts = QWidget()
        kolom = QVBoxLayout(rechts)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self.vraag)
        kolom.addLayout(vorm)
        kolom.addWidget(self.let_op)
        vlak = QSplitter(Qt.Orientation.Horizontal)
        vlak.addWidget(self.bericht)
        vlak.addWidget(rechts)
        vlak.setChildrenCollapsible(False)
        knoppen = Knoppenrij()
        self.klaar = knoppen.addButton("&Innemen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.klaar.setProperty("hoofd", "ja")
        self.klaar.setToolTip("Innemen wat is aangevinkt (Ctrl+Enter)")
        knoppen.addButton("Niet innemen", QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.accepted.connect(self._neem_op)
        knoppen.rejected.connect(self.reject)
        for knop in knoppen.findChildren(QPushButton):
            knop.setAutoDefault(False)
        alles = QVBoxLayout(self)
        alles.addWidget(vlak, 1)
        alles.addWidget(knoppen)

    def toon(self, voorstel: Postvoorstel, punten: Sequence[Keuze]) -> None:
        """Show a proposal, with the items of its meeting to choose from."""
        self.voorstel = voorstel
        with QSignalBlocker(self.vergadering), QSignalBlocker(self.punt):
            self.vergadering.setCurrentIndex(self.vergadering.findData(voorstel.vergadering_id))
            self.punt.clear()
            self.punt.addItem("Niet innemen", "")
            for id_, naam in punten:
                self.punt.addItem(naam, id_)
        self._namen = dict(punten)
        self.let_op.setText("\n".join(voorstel.let_op))
        self.let_op.setVisible(bool(voorstel.let_op))
        self._vul()
        self.lijst.setFocus()

    def _vul(self) -> None:
        rij = max(0, self.lijst.currentRow())
        self._vult = True
        self.lijst.clear()
        for nr, stuk in enumerate(self.voorstel.stukken):
            aan = stuk.gaat_mee if stuk.punt_id else None
            self._voeg_toe(_Regel(stuk=nr), self._stuktekst(stuk), aan, vraagt=bool(stuk.twijfel))
        for nr, een in enumerate(self.voorstel.afmeldingen):
            stand = een.gaat_mee if een.voorstel.is_vast_te_leggen else None
            self._voeg_toe(_Regel(afmelding=nr), _afmeldtekst(een), stand, vraagt=bool(een.voorstel.twijfels))
        self._vult = False
        self.lijst.setCurrentRow(min(rij, self.lijst.count() - 1))
        if not self.lijst.count():
            self._toon_regel()

    def _voeg_toe(self, regel: _Regel, tekst: str, aan: bool | None, *, vraagt: bool) -> None:
        """Add a line, with a box to tick unless it cannot go in as it stands (``None``)."""
        ding = QListWidgetItem(icon("circle-question-mark") if vraagt else blanco(), tekst)
        ding.setData(_ROL, regel)
        ding.setData(Qt.ItemDataRole.AccessibleTextRole, f"{'Vraag: ' if vraagt else ''}{tekst}")
        vlaggen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        ding.setFlags(vlaggen if aan is None else vlaggen | Qt.ItemFlag.ItemIsUserCheckable)
        if aan is not None:
            ding.setCheckState(Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked)
        self.lijst.addItem(ding)

    def _stuktekst(self, stuk: Poststuk) -> str:
        waar = self._namen.get(stuk.punt_id, "niet innemen")
        return f"{stuk.titel}\n{stuk.bestand.bron.name} → {waar}"

    def _regel(self) -> _Regel:
        ding = self.lijst.currentItem()
        regel = ding.data(_ROL) if ding is not None else None
        return regel if isinstance(regel, _Regel) else _Regel()

    def _toon_regel(self) -> None:
        """Show the message of the chosen line, what is asked of it, and its item."""
        if self._vult:
            return
        regel = self._regel()
        stuk = self.voorstel.stukken[regel.stuk] if regel.stuk >= 0 else None
        afmelding = self.voorstel.afmeldingen[regel.afmelding] if regel.afmelding >= 0 else None
        los = next((bestand.bericht for bestand in self.voorstel.berichten), None)
        bericht = stuk.bericht if stuk else afmelding.bericht if afmelding else los
        self.bericht.setPlainText(_berichttekst(bericht) if bericht else "Dit bestand kwam niet in een bericht.")
        twijfels = [stuk.twijfel] if stuk else list(afmelding.voorstel.twijfels) if afmelding else []
        self.vraag.setText("\n".join(twijfel for twijfel in twijfels if twijfel))
        self.vraag.setVisible(bool(self.vraag.text()))
        self.punt.setEnabled(stuk is not None)
        self.punt.setCurrentIndex(max(0, self.punt.findData(stuk.punt_id)) if stuk else 0)

    def _wijzig(self, werk: Callable[[Postvoorstel], Postvoorstel]) -> None:
        self.voorstel = werk(self.voorstel)
        self._vul()

    def _kies_punt(self) -> None:
        plaats, id_ = self._regel().stuk, str(self.punt.currentData() or "")
        if plaats >= 0:
            bron = self.voorstel.stukken[plaats].bestand.bron
            self._wijzig(lambda voorstel: kies_punt(voorstel, bron, id_))

    def _gevinkt(self, ding: QListWidgetItem) -> None:
        if self._vult:
            return
        regel, aan = ding.data(_ROL), ding.checkState() is Qt.CheckState.Checked
        if regel.stuk >= 0:
            self.voorstel = kies_mee(self.voorstel, self.voorstel.stukken[regel.stuk].bestand.bron, aan)
        elif regel.afmelding >= 0:
            self.voorstel = kies_afmelding(self.voorstel, regel.afmelding, aan)

    def _kies_vergadering(self) -> None:
        self.vergadering_gekozen.emit(str(self.vergadering.currentData()))

    def _neem_op(self) -> None:
        self.opnemen.emit(self.voorstel)
        self.accept()


def _afmeldtekst(een: Postafmelding) -> str:
    voorstel = een.voorstel
    vervanger = f"; vervanger {voorstel.vervanger}" if voorstel.vervanger else ""
    waar = voorstel.vergadering or "voor welke vergadering is niet duidelijk"
    return f"Afmelding vastleggen: {voorstel.naam}{vervanger}\n{waar}: “{voorstel.zin}”"


def _berichttekst(bericht: Bericht) -> str:
    if bericht.is_zip:
        return "\n".join([f"Bestanden uit ‘{bericht.bestand}’:", "", *(pad.name for pad in bericht.bijlagen)])
    kop = [f"Van: {bericht.afzender}"]
    if bericht.dag is not None:
        kop.append(f"Datum: {lang(bericht.dag, met_dag=True)}")
    kop.append(f"Onderwerp: {bericht.onderwerp}")
    return "\n".join([*kop, "", bericht.tekst])
