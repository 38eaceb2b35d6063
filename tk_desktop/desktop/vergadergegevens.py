"""The meeting itself: day, times, place, who leads it, how far it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from tk_desktop.desktop.datumveld import DatumVeld, TijdVeld
from tk_desktop.domain.vergadering import Status, Vergadering


class Vergadergegevens(QDialog):
    """A form; ``gewijzigd`` tells the ``Vergadering`` as it should be now."""

    gewijzigd = Signal(object)

    def __init__(self, vergadering: Vergadering, personen: Sequence[tuple[str, str]], ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Gegevens van de vergadering")
        self._vergadering = vergadering
        self.datum = DatumVeld("Datum", date.today)
        self.begin, self.einde = TijdVeld("Begin"), TijdVeld("Einde")
        self.plaats, self.gelegenheid = QLineEdit(vergadering.plaats), QLineEdit(vergadering.gelegenheid)
        self.video = QLineEdit(vergadering.videolink)
        self.voorzitter = _personenveld("Voorzitter", personen, vergadering.voorzitter_id)
        self.secretaris = _personenveld("Secretaris", personen, vergadering.secretaris_id)
        self.status = QComboBox()
        self.status.setAccessibleName("Stand")
        self.status.addItems([status.value for status in Status])
        self.status.setCurrentText(vergadering.status.value)
        self.datum.toon(vergadering.datum)
        self.begin.toon(vergadering.begin)
        self.einde.toon(vergadering.einde)
        vorm = QFormLayout()
        for naam, veld in (
            ("&Datum", self.datum),
            ("&Begin", self.begin),
            ("&Einde", self.einde),
            ("&Plaats", self.plaats),
            ("&Videolink", self.video),
            ("Voor&zitter", self.voorzitter),
            ("&Secretaris", self.secretaris),
            ("&Gelegenheid", self.gelegenheid),
            ("S&tand", self.status),
        ):
            vorm.addRow(naam, veld)
            if isinstance(veld, QLineEdit):
                veld.setAccessibleName(naam.replace("&", ""))
        self._knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        klaar = self._knoppen.addButton("Wijzigen", QDialogButtonBox.ButtonRole.AcceptRole)
        klaar.setDefault(True)
        self._knoppen.accepted.connect(self._geef)
        self._knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addLayout(vorm)
        kolom.addStretch(1)
        kolom.addWidget(self._knoppen)
        self.setMinimumWidth(min(self.fontMetrics().averageCharWidth() * 70, ouder.width()))
        self.finished.connect(self.deleteLater)

    def _geef(self) -> None:
        if self.datum.datum is None or self.begin.fout or self.einde.fout:
            self.datum.regel.setFocus()
            return
        self.accept()
        self.gewijzigd.emit(
            replace(
                self._vergadering,
                datum=self.datum.datum,
                begin=self.begin.tijd,
                einde=self.einde.tijd,
                plaats=self.plaats.text().strip(),
                videolink=self.video.text().strip(),
                voorzitter_id=self.voorzitter.currentData(),
                secretaris_id=self.secretaris.currentData(),
                gelegenheid=self.gelegenheid.text().strip(),
                status=Status(self.status.currentText()),
            )
        )


def _personenveld(naam: str, personen: Sequence[tuple[str, str]], gekozen: str | None) -> QComboBox:
    veld = QComboBox()
    veld.setAccessibleName(naam)
    veld.addItem("(niemand)", None)
    for id_, wie in personen:
        veld.addItem(wie, id_)
    veld.setCurrentIndex(max(0, veld.findData(gekozen)))
    return veld
