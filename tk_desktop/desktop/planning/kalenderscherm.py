"""A calendar before it is taken in: what each appointment would become, with a tick, and what to look at first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import blanco, icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat
from tk_desktop.domain.afspraak import ZonderDag
from tk_desktop.domain.datum import lang, spanne
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.meeting.kalenderinname import Kalenderlot, Kalendervoorstel

_TEKENS = {Kalenderlot.GELIJK: "copy", Kalenderlot.OVERGESLAGEN: "circle-x"}
_AAN, _UIT = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Kalenderscherm(QDialog):
    """Shows what a calendar would bring; ``innemen`` gives the proposals with a tick. Nothing is stored before.

    ``weeg`` returns the proposals when what names no body is of that one; ``gremia`` are those to choose from.
    """

    innemen = Signal(object)

    def __init__(
        self,
        bestand: str,
        gremia: Sequence[Gremium],
        weeg: Callable[[str], Sequence[Kalendervoorstel]],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self._weeg = weeg
        self.voorstellen: tuple[Kalendervoorstel, ...] = ()
        self.setWindowTitle(f"Kalender innemen: {bestand}")
        self.uitleg = QLabel()
        self.uitleg.setWordWrap(True)
        self.uitleg.setTextFormat(Qt.TextFormat.PlainText)
        self.gremium = QComboBox()
        self.gremium.setAccessibleName("Gremium van afspraken die er geen noemen")
        self.gremium.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.gremium.setMinimumContentsLength(24)
        for een in gremia:
            self.gremium.addItem(een.naam, een.id)
        self.gremium.currentIndexChanged.connect(self._toon)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Afspraken; een vinkje neemt er een over, F8 gaat naar de volgende vraag")
        self.lijst.setWordWrap(True)
        self.lijst.setSpacing(1)
        self.lijst.setMinimumHeight(self.fontMetrics().height() * 6)
        self.lijst.itemChanged.connect(self._tel)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Gremium", self.gremium)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.uitleg)
        kolom.addLayout(vorm)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self._knoppen())
        QShortcut(toets_van("F8"), self, self.volgende_vraag)
        QShortcut(toets_van("Shift+F8"), self, self._vorige_vraag)
        letter = self.fontMetrics()
        geef_maat(self, letterbreedte(letter) * 100, letter.height() * 30)
        self._toon()
        self.lijst.setFocus()

    def gekozen(self) -> list[Kalendervoorstel]:
        """Return the proposals that have a tick."""
        rijen = zip(self.voorstellen, range(self.lijst.count()), strict=True)
        return [een for een, rij in rijen if een.te_kiezen and self.lijst.item(rij).checkState() is _AAN]

    def volgende_vraag(self, stap: int = 1) -> None:
        """Go to the next appointment that somebody should look at."""
        aantal, hier = self.lijst.count(), self.lijst.currentRow()
        rijen = ((hier + stap * verder) % aantal for verder in range(1, aantal + 1))
        rij = next((rij for rij in rijen if self.voorstellen[rij].let_op), None)
        if rij is not None:
            self.lijst.setCurrentRow(rij)
            self.lijst.setFocus()

    def _vorige_vraag(self) -> None:
        self.volgende_vraag(-1)

    def _knoppen(self) -> QWidget:
        knoppen = Knoppenrij()
        self.klaar = knoppen.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.klaar.setProperty("hoofd", "ja")
        alles = knoppen.addButton("&Alles", QDialogButtonBox.ButtonRole.ActionRole)
        niets = knoppen.addButton("&Niets", QDialogButtonBox.ButtonRole.ActionRole)
        alles.setToolTip("Zet overal een vinkje")
        niets.setToolTip("Haal alle vinkjes weg")
        alles.clicked.connect(self._vink_alles)
        niets.clicked.connect(self._vink_niets)
        knoppen.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.accepted.connect(self._neem_in)
        knoppen.rejected.connect(self.reject)
        for knop in knoppen.findChildren(QPushButton):
            knop.setAutoDefault(False)
        self.klaar.setDefault(True)
        return knoppen

    def _toon(self) -> None:
        self.voorstellen = tuple(self._weeg(str(self.gremium.currentData())))
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for een in self.voorstellen:
            ding = QListWidgetItem(_teken(een), _in_woorden(een))
            if een.te_kiezen:
                ding.setFlags(ding.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                ding.setCheckState(_AAN if een.vooraf else _UIT)
            self.lijst.addItem(ding)
        self.lijst.blockSignals(False)
        self.lijst.setCurrentRow(0)
        self.uitleg.setText(_telling(self.voorstellen))
        self._tel()

    def _vink_alles(self) -> None:
        self._vink(_AAN)

    def _vink_niets(self) -> None:
        self._vink(_UIT)

    def _vink(self, stand: Qt.CheckState) -> None:
        for rij, een in enumerate(self.voorstellen):
            if een.te_kiezen:
                self.lijst.item(rij).setCheckState(stand)

    def _tel(self) -> None:
        aantal = len(self.gekozen())
        self.klaar.setText(f"{meervoud(aantal, 'vergadering', 'vergaderingen')} &innemen")
        self.klaar.setEnabled(aantal > 0)

    def _neem_in(self) -> None:
        gekozen = self.gekozen()
        self.accept()
        self.innemen.emit(gekozen)


def _teken(voorstel: Kalendervoorstel) -> QIcon:
    naam = "triangle-alert" if voorstel.let_op else _TEKENS.get(voorstel.lot)
    return icon(naam) if naam else blanco()


def _in_woorden(voorstel: Kalendervoorstel) -> str:
    """Return what becomes of an appointment: the day, time, body and place as they would be, then what to look at."""
    wordt, afspraak = voorstel.wordt, voorstel.afspraak
    if wordt is None or isinstance(afspraak, ZonderDag):
        return f"Niet over te nemen: {voorstel.wat}"
    tijd = spanne(wordt.begin, wordt.einde)
    kop = ", ".join(filter(None, (lang(wordt.datum, met_dag=True), tijd, voorstel.gremium.kort)))
    plaats = f", {wordt.plaats}" if wordt.plaats else ""
    titel = f" (‘{afspraak.titel}’)" if afspraak.titel else ""
    regels = [f"{kop}{plaats}: {voorstel.lot.value}{titel}"]
    regels += [voorstel.wat] if voorstel.wat else []
    return "\n".join([*regels, *(f"Waarschuwing: {zin}" for zin in voorstel.let_op)])


def _telling(voorstellen: Sequence[Kalendervoorstel]) -> str:
    """Return in sentences what a calendar holds."""
    if not voorstellen:
        return "In deze kalender staat geen afspraak."
    soorten = [(lot, sum(een.lot is lot for een in voorstellen)) for lot in Kalenderlot]
    telling = ", ".join(f"{aantal} {lot.value}" for lot, aantal in soorten if aantal)
    vragen = sum(bool(een.let_op) for een in voorstellen)
    slot = f" Kijk naar {meervoud(vragen, 'afspraak', 'afspraken')} met een waarschuwing (F8)." if vragen else ""
    return f"{meervoud(len(voorstellen), 'afspraak', 'afspraken')}: {telling}. Er is nog niets bewaard.{slot}"
