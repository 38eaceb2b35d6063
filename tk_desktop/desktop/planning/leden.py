"""The roster of a body: who sits in it, for whom and until when; every change is kept at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.datumveld import DatumVeld
from tk_desktop.desktop.parts.getalveld import Getalveld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.tekstveld import Regelveld
from tk_desktop.desktop.parts.theme import kleuren
from tk_desktop.desktop.session.regels import zet_koppen
from tk_desktop.domain.datum import dagspanne
from tk_desktop.domain.datuminvoer import Ligging
from tk_desktop.domain.gremium import Lidmaatschap, Rol
from tk_desktop.meeting.leden import Lid

_KOPPEN = ("Naam", "Rol", "Namens", "Mandaat", "Stemmen")
_MEESTE_STEMMEN = 999
_NAAST = 75
"""Letters wide that the screen is at least when the form stands beside the list."""
_ID = int(Qt.ItemDataRole.UserRole)


class LedenLijst(QWidget):
    """Shows one roster beside a form; ``load`` returns all seats of the body, past ones too.

    ``toegevoegd`` tells the name of somebody who gets a seat, ``gewijzigd`` the ``Lid`` as it should be now.
    """

    toegevoegd = Signal(str)
    gewijzigd = Signal(object)

    def __init__(self, load: Callable[[], Sequence[Lid]], vandaag: Callable[[], date]) -> None:
        super().__init__()
        self._load = load
        self._vandaag = vandaag
        self._leden: tuple[Lid, ...] = ()
        self._nu: Lid | None = None
        self.setAccessibleName("Leden")
        self.nieuw = QLineEdit()
        self.nieuw.setAccessibleName("Lid toevoegen")
        self.nieuw.setPlaceholderText("Typ een naam en druk op Enter")
        self.nieuw.setToolTip(self.nieuw.placeholderText())
        self.vroeger = QCheckBox("&Vroegere leden")
        self.lijst = QTreeWidget()
        self._maak_lijst()
        self.naam, self.functie = Regelveld("Naam"), Regelveld("Functie")
        self.namens = Regelveld("Namens")
        self.telefoon, self.email = Regelveld("Telefoon"), Regelveld("E-mail")
        self.rol, self.vervangt = QComboBox(), QComboBox()
        self.rol.setAccessibleName("Rol")
        self.vervangt.setAccessibleName("Vervangt")
        for rol in Rol:
            self.rol.addItem(rol.value, rol.value)
        self.van = DatumVeld("Mandaat vanaf", vandaag, Ligging.DICHTBIJ)
        self.tot = DatumVeld("Mandaat tot en met", vandaag)
        self.stemrecht = QCheckBox("&Stemrecht")
        self.gewicht = Getalveld()
        self.gewicht.setAccessibleName("Stemgewicht bij een gewogen stemming")
        self.gewicht.setRange(0, _MEESTE_STEMMEN)
        self._leg_uit()
        self._verbind()
        self.setFocusProxy(self.nieuw)
        self.reload()

    def reload(self) -> None:
        """Ask for the roster again and show it; the seat that was chosen stays chosen."""
        self._leden = tuple(self._load())
        self._vul()

    def kies(self, lid_id: str) -> None:
        """Go to a seat, ready to fill in."""
        for rij in range(self.lijst.topLevelItemCount()):
            item = self.lijst.topLevelItem(rij)
            if item is not None and item.data(0, _ID) == lid_id:
                self.lijst.setCurrentItem(item)
        self._kies()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen goes."""
        self.leg_vast()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form under the list where there is no room beside it, so that dates and names can be read whole."""
        letters = event.size().width() / letterbreedte(self.fontMetrics())
        self._deler.setOrientation(Qt.Orientation.Vertical if letters < _NAAST else Qt.Orientation.Horizontal)
        super().resizeEvent(event)

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        for veld in (self.naam, self.functie, self.namens, self.telefoon, self.email):
            veld.leg_vast()

    def _maak_lijst(self) -> None:
        self.lijst.setAccessibleName("Leden van het gremium")
        zet_koppen(self.lijst, _KOPPEN)
        self.lijst.setRootIsDecorated(False)
        self.lijst.setUniformRowHeights(True)
        self.lijst.setAllColumnsShowFocus(True)
        self.lijst.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        kop = self.lijst.header()
        kop.setAccessibleName("Kolommen van de ledenlijst")
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop.setStretchLastSection(True)

    def _leg_uit(self) -> None:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        vorm.addRow("&Naam", self.naam)
        vorm.addRow("&Functie", self.functie)
        vorm.addRow("&Rol", self.rol)
        vorm.addRow("Na&mens", self.namens)
        vorm.addRow("Mandaat van&af", self.van)
        vorm.addRow("&Tot en met", self.tot)
        vorm.addRow(self.stemrecht)
        vorm.addRow("Stemge&wicht", self.gewicht)
        vorm.addRow("V&ervangt", self.vervangt)
        vorm.addRow("Telef&oon", self.telefoon)
        vorm.addRow("E-ma&il", self.email)
        geheim = QLabel("Telefoon en e-mail staan nooit in een openbare set.")
        geheim.setProperty("zacht", "ja")
        geheim.setWordWrap(True)
        self._vorm = QWidget()
        kolom = QVBoxLayout(self._vorm)
        kolom.addLayout(vorm)
        kolom.addWidget(geheim)
        kolom.addStretch(1)
        for keuze in (self.rol, self.vervangt):  # names are cut by their own field, not by the edge of the form
            keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            keuze.setMinimumContentsLength(10)
        schuif = Rolblad()
        schuif.setWidget(self._vorm)
        links = QWidget()
        rij = QHBoxLayout()
        bij = QLabel("&Lid toevoegen")
        bij.setBuddy(self.nieuw)
        rij.addWidget(bij)
        rij.addWidget(self.nieuw, 1)
        rij.addWidget(self.vroeger)
        onder = QVBoxLayout(links)
        onder.setContentsMargins(0, 0, 0, 0)
        onder.addLayout(rij)
        onder.addWidget(self.lijst, 1)
        deler = self._deler = QSplitter()
        deler.addWidget(links)
        deler.addWidget(schuif)
        deler.setStretchFactor(0, 3)
        deler.setStretchFactor(1, 2)
        QVBoxLayout(self).addWidget(deler)

    def _verbind(self) -> None:
        self.nieuw.returnPressed.connect(self._voeg_toe)
        self.vroeger.toggled.connect(self._vul)
        # Later, not at once: keeping what was typed makes the list anew, which may not happen while it tells this.
        self.lijst.itemSelectionChanged.connect(self._kies, Qt.ConnectionType.QueuedConnection)
        for veld in (self.naam, self.functie, self.namens, self.telefoon, self.email):
            veld.getypt.connect(self._vertel)
        self.rol.currentIndexChanged.connect(self._vertel)
        self.vervangt.currentIndexChanged.connect(self._vertel)
        self.stemrecht.toggled.connect(self._vertel)
        self.gewicht.editingFinished.connect(self._vertel)
        self.van.klaar.connect(self._vertel)
        self.tot.klaar.connect(self._vertel)

    def _vul(self) -> None:
        vorige = self._nu.lidmaatschap.id if self._nu else ""
        dag = self._vandaag()
        with QSignalBlocker(self.lijst):
            self.lijst.clear()
            for lid in self._leden:
                zetel = lid.lidmaatschap
                voorbij = zetel.mandaat_tot is not None and zetel.mandaat_tot < dag
                if not voorbij or self.vroeger.isChecked():
                    self.lijst.addTopLevelItem(_item(lid, voorbij=voorbij))
        self.lijst.setCurrentIndex(self.lijst.model().index(0, 0))
        self.kies(vorige)

    def _kies(self) -> None:
        item = self.lijst.currentItem()
        id_ = item.data(0, _ID) if item is not None else ""
        gekozen = next((lid for lid in self._leden if lid.lidmaatschap.id == id_), None)
        if self._nu is not None and (gekozen is None or gekozen.lidmaatschap.id != self._nu.lidmaatschap.id):
            self.leg_vast()
        self._nu = gekozen
        self._vorm.setEnabled(gekozen is not None)
        if gekozen is not None:
            self._toon(gekozen)

    def _toon(self, lid: Lid) -> None:
        zetel, persoon = lid.lidmaatschap, lid.persoon
        self.naam.toon(persoon.naam)
        self.functie.toon(persoon.functie)
        self.namens.toon(zetel.namens)
        self.telefoon.toon(persoon.telefoon)
        self.email.toon(persoon.email)
        for veld, dag in ((self.van, zetel.mandaat_van), (self.tot, zetel.mandaat_tot)):
            if not veld.regel.hasFocus() or veld.datum != dag:
                veld.toon(dag)
        with QSignalBlocker(self.rol), QSignalBlocker(self.vervangt), QSignalBlocker(self.stemrecht):
            self.rol.setCurrentIndex(self.rol.findData(zetel.rol.value))
            self.stemrecht.setChecked(zetel.stemrecht)
            self.gewicht.setValue(zetel.stemgewicht)
            self.gewicht.setEnabled(zetel.stemrecht)
            self.vervangt.clear()
            self.vervangt.addItem("niemand", "")
            for ander in self._leden:
                if ander.lidmaatschap.id != zetel.id:
                    self.vervangt.addItem(ander.persoon.naam, ander.lidmaatschap.id)
            self.vervangt.setCurrentIndex(max(0, self.vervangt.findData(zetel.vervangt or "")))

    def _voeg_toe(self) -> None:
        naam = self.nieuw.text().strip()
        if naam:
            self.nieuw.setText("")  # unlike ``clear`` this is not undone: Ctrl+Z then undoes the member
            self.toegevoegd.emit(naam)

    def _vertel(self) -> None:
        """Tell the seat as it is filled in; nothing while a date is no date, or when nothing differs."""
        oud = self._nu
        if oud is None or self.van.fout or self.tot.fout:
            return
        nieuw = Lid(
            persoon=replace(
                oud.persoon,
                naam=self.naam.text().strip() or oud.persoon.naam,
                functie=self.functie.text().strip(),
                telefoon=self.telefoon.text().strip(),
                email=self.email.text().strip(),
            ),
            lidmaatschap=replace(
                oud.lidmaatschap,
                rol=Rol(self.rol.currentData()),
                namens=self.namens.text().strip(),
                mandaat_van=self.van.datum,
                mandaat_tot=self.tot.datum,
                stemrecht=self.stemrecht.isChecked(),
                stemgewicht=self.gewicht.value(),
                vervangt=self.vervangt.currentData() or None,
            ),
        )
        if nieuw != oud:
            self.gewijzigd.emit(nieuw)


def _item(lid: Lid, *, voorbij: bool) -> QTreeWidgetItem:
    zetel = lid.lidmaatschap
    stem = str(zetel.stemgewicht) if zetel.stemrecht else "geen"
    item = QTreeWidgetItem([lid.persoon.naam, zetel.rol.value, zetel.namens, _mandaat(zetel), stem])
    item.setData(0, _ID, zetel.id)
    if voorbij:
        for kolom in range(len(_KOPPEN)):
            item.setForeground(kolom, QColor(kleuren().zacht))
    return item


def _mandaat(zetel: Lidmaatschap) -> str:
    return dagspanne(zetel.mandaat_van, zetel.mandaat_tot)
