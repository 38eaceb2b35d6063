"""Questions about people at the table: who stays when the doors close, and who is to be put on the list.

They stay as they are filled in until who hears ``gegeven`` closes them: a refusal loses nothing.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.domain.presentie import Hoedanigheid

_ID = int(Qt.ItemDataRole.UserRole)
Deurkeuze = tuple[str, str, bool]
"""Id of a name, the name, and whether the box is ticked to begin with."""


class Deurvraag(QDialog):
    """Names with a box before each; ``gegeven`` tells the ids that are ticked when it is answered."""

    gegeven = Signal(object)

    def __init__(self, titel: str, uitleg: str, knop: str, mensen: Sequence[Deurkeuze], ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        zin = QLabel(uitleg)
        zin.setWordWrap(True)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName(titel)
        for id_, naam, aan in mensen:
            item = QListWidgetItem(naam)
            item.setData(_ID, id_)
            item.setCheckState(Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked)
            self.lijst.addItem(item)
        self.lijst.setCurrentRow(0)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton(knop, QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        for deel in (zin, self.lijst, knoppen):
            kolom.addWidget(deel)
        self.setMinimumWidth(min(letterbreedte(self.fontMetrics()) * 60, ouder.width()))
        self.finished.connect(self.deleteLater)
        self.lijst.setFocus()

    def _gaf(self) -> None:
        items = [self.lijst.item(rij) for rij in range(self.lijst.count())]
        gekozen = [str(een.data(_ID)) for een in items if een.checkState() is Qt.CheckState.Checked]
        self.gegeven.emit(gekozen)


class Gastvraag(QDialog):
    """Who is to be put on the list, for the meeting or for the item that is looked at, of which ``punt`` is the name.

    ``gegeven`` tells name, capacity, on behalf of whom, function, and whether it is for that item alone.
    """

    gegeven = Signal(str, object, str, str, bool)

    def __init__(self, punt: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Iemand erbij")
        self.naam, self.namens, self.functie = (QLineEdit() for _ in range(3))
        self.hoedanigheid = QComboBox()
        for soort in (Hoedanigheid.GENODIGDE, Hoedanigheid.NOTULIST, Hoedanigheid.VERVANGER, Hoedanigheid.SECRETARIS):
            self.hoedanigheid.addItem(soort.value.capitalize(), soort.value)
        self.waarbij = QComboBox()
        self.waarbij.addItem("De hele vergadering", False)
        self.waarbij.addItem(f"Alleen {punt}", True)
        self.waarbij.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for woorden, veld in (
            ("&Naam", self.naam),
            ("Al&s", self.hoedanigheid),
            ("Namens &gemeente of organisatie", self.namens),
            ("&Functie", self.functie),
            ("&Bij", self.waarbij),
        ):
            veld.setAccessibleName(woorden.replace("&", ""))
            vorm.addRow(woorden, veld)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton("Op de lijst zetten", QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        self.knop.setEnabled(False)
        self.naam.textChanged.connect(self._kijk_na)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addLayout(vorm)
        kolom.addWidget(knoppen)
        self.setMinimumWidth(min(letterbreedte(self.fontMetrics()) * 60, ouder.width()))
        self.finished.connect(self.deleteLater)

    def _kijk_na(self, tekst: str) -> None:
        self.knop.setEnabled(bool(tekst.strip()))

    def _gaf(self) -> None:
        soort = Hoedanigheid(self.hoedanigheid.currentData())
        alleen = bool(self.waarbij.currentData())
        self.gegeven.emit(self.naam.text(), soort, self.namens.text(), self.functie.text(), alleen)


class Volmachtvraag(QDialog):
    """Who votes for somebody (``van``), and from which item on; ``gegeven`` tells the name and the id of that item.

    ``leden`` are who can, ``punten`` the items (id, name), ``vanaf`` the one that is chosen to begin with. The id is
    empty for the whole meeting.
    """

    gegeven = Signal(str, str)

    def __init__(
        self, van: str, leden: Sequence[str], punten: Sequence[tuple[str, str]], vanaf: str, ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Volmacht")
        self.naam, self.vanaf = QComboBox(), QComboBox()
        self.naam.addItems(list(leden))
        self.vanaf.addItem("De hele vergadering", "")
        for id_, naam in punten:
            self.vanaf.addItem(f"Vanaf {naam}", id_)
        self.vanaf.setCurrentIndex(max(0, self.vanaf.findData(vanaf)))
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for woorden, veld in ((f"&Wie stemt voor {van}?", self.naam), ("Van&af welk punt", self.vanaf)):
            veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            veld.setAccessibleName(woorden.replace("&", ""))
            vorm.addRow(woorden, veld)
        uitleg = QLabel(
            "Een lid dat er is en stemrecht heeft. De stem telt met het gewicht van wie de volmacht geeft. Wat "
            "daarvoor was, blijft zoals het is."
        )
        uitleg.setProperty("zacht", "ja")
        uitleg.setWordWrap(True)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton("Volmacht vastleggen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        self.knop.setEnabled(bool(leden))
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addLayout(vorm)
        kolom.addWidget(uitleg)
        kolom.addWidget(knoppen)
        self.setMinimumWidth(min(letterbreedte(self.fontMetrics()) * 80, ouder.width()))
        self.finished.connect(self.deleteLater)
        self.naam.setFocus()

    def _gaf(self) -> None:
        self.gegeven.emit(self.naam.currentText(), str(self.vanaf.currentData()))
