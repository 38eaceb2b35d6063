"""What a reader prepares for one item, as a form beside the page that keeps what is typed by itself (F17)."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.tekstveld import Tekstveld
from tk_desktop.domain.paginaverwijzing import Verwijzing
from tk_desktop.domain.voorbereidingsregel import Voorbereidingsregel

VELDEN = (
    ("standpunt", "Stand&punt", "Wat u van het voorstel vindt"),
    ("vraag", "V&raag", "Wat u in de vergadering wilt vragen"),
    ("actie", "Act&ie", "Wat u voor of na de vergadering doet"),
)
_MEESTE_REGELS = 4
_BLADZIJDE = Qt.ItemDataRole.UserRole


class Bladzijdenlijst(QListWidget):
    """The pages to have at hand. ``gekozen`` tells one to go to (click, Enter), ``weg`` one to take away (Del)."""

    gekozen = Signal(object)
    weg = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Bladzijden bij dit punt")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setToolTip("Enter gaat naar de bladzijde, Del haalt haar weg")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemClicked.connect(self._kies)

    def toon(self, bladzijden: Sequence[tuple[Verwijzing, str]]) -> None:
        """Show these pages by their names."""
        if [(self.item(nr).data(_BLADZIJDE), self.item(nr).text()) for nr in range(self.count())] == list(bladzijden):
            return
        rij = max(0, self.currentRow())
        self.clear()
        for verwijzing, naam in bladzijden:
            ding = QListWidgetItem(icon("bookmark"), naam)
            ding.setData(_BLADZIJDE, verwijzing)
            self.addItem(ding)
        self.setCurrentRow(min(rij, self.count() - 1))
        self._pas_hoogte()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the names at this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._pas_hoogte()

    def _pas_hoogte(self) -> None:
        regel = self.fontMetrics().lineSpacing() + 8
        hoog = sum(max(regel, self.sizeHintForRow(nr)) for nr in range(min(_MEESTE_REGELS, self.count())))
        self.setFixedHeight(max(regel, hoog) + 2 * self.frameWidth() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter, take it away with Del."""
        ding = self.currentItem()
        if ding is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._kies(ding)
        elif ding is not None and event.key() == Qt.Key.Key_Delete:
            self.weg.emit(ding.data(_BLADZIJDE))
        else:
            super().keyPressEvent(event)

    def _kies(self, ding: QListWidgetItem) -> None:
        self.gekozen.emit(ding.data(_BLADZIJDE))


class Voorbereidingpaneel(QScrollArea):
    """A form for one item.

    ``gewijzigd`` tells a field and its new text, ``punt_gekozen`` the item to prepare; ``bladzijde_erbij`` asks for the
    page that is read, ``bladzijde_gekozen`` and ``bladzijde_weg`` tell one of the list. ``gevraagd_pdf`` and
    ``gevraagd_afdruk`` ask for the sheet of the meeting, and ``terug`` for the page (Esc).
    """

    gewijzigd = Signal(str, str)
    punt_gekozen = Signal(str)
    bladzijde_erbij = Signal()
    bladzijde_gekozen = Signal(object)
    bladzijde_weg = Signal(object)
    gevraagd_pdf = Signal()
    gevraagd_afdruk = Signal()
    terug = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Voorbereiding")
        self._punt_id = ""
        self.punten = QComboBox()
        self.punten.setAccessibleName("Agendapunt")
        self.punten.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.punten.setMinimumContentsLength(12)
        self.punten.activated.connect(self._ander_punt)
        self.velden = {veld: Tekstveld(naam.replace("&", ""), 2) for veld, naam, _ in VELDEN}
        for veld, _, hulp in VELDEN:
            self.velden[veld].setPlaceholderText(hulp)
        self.velden["standpunt"].getypt.connect(self._standpunt)
        self.velden["vraag"].getypt.connect(self._vraag)
        self.velden["actie"].getypt.connect(self._actie)
        self.bladzijden = Bladzijdenlijst()
        self.bladzijden.gekozen.connect(self.bladzijde_gekozen)
        self.bladzijden.weg.connect(self.bladzijde_weg)
        self.knop_erbij = QPushButton("Deze bladzijde toevoe&gen")
        self.knop_pdf = QPushButton("Als pd&f bewaren…")
        self.knop_af = QPushButton("Af&drukken…")
        for knop, signaal in (
            (self.knop_erbij, self.bladzijde_erbij),
            (self.knop_pdf, self.gevraagd_pdf),
            (self.knop_af, self.gevraagd_afdruk),
        ):
            knop.clicked.connect(signaal)
        self._telling = QLabel()
        self._telling.setProperty("zacht", "ja")
        self._telling.setWordWrap(True)
        self.setWidget(self._vorm())
        Focusdeur(self, lambda: self.velden["standpunt"])
        self.setEnabled(False)

    @property
    def punt_id(self) -> str:
        """The item that is prepared."""
        return self._punt_id

    def toon(self, regels: Sequence[Voorbereidingsregel], punt_id: str) -> None:
        """Show what is prepared for an item; without one of that id the first."""
        hier = next((regel for regel in regels if regel.punt_id == punt_id), regels[0] if regels else None)
        if hier is None:
            self.setEnabled(False)
            return
        zelfde = hier.punt_id == self._punt_id
        if not zelfde:
            self.leg_vast()
        self._punt_id = hier.punt_id
        self._toon_punten(regels)
        for veld, widget in self.velden.items():
            widget.toon(getattr(hier.voorbereiding, veld), zelfde=zelfde)
        self.bladzijden.toon(hier.bladzijden)
        klaar = sum(not regel.is_leeg for regel in regels)
        self._telling.setText(f"{klaar} van {len(regels)} punten voorbereid")
        self.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the page with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.terug.emit()
            return
        super().keyPressEvent(event)

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        for widget in self.velden.values():
            widget.leg_vast()

    def _toon_punten(self, regels: Sequence[Voorbereidingsregel]) -> None:
        namen = [f"{regel.nummer}  {regel.titel}{'' if regel.is_leeg else '  ✓'}" for regel in regels]
        with QSignalBlocker(self.punten):
            if [self.punten.itemText(nr) for nr in range(self.punten.count())] != namen:
                self.punten.clear()
                for naam, regel in zip(namen, regels, strict=True):
                    self.punten.addItem(naam, regel.punt_id)
            self.punten.setCurrentIndex(self.punten.findData(self._punt_id))
        self.punten.setToolTip(self.punten.currentText())

    def _ander_punt(self) -> None:
        self.punt_gekozen.emit(self.punten.currentData())

    def _standpunt(self, tekst: str) -> None:
        self.gewijzigd.emit("standpunt", tekst)

    def _vraag(self, tekst: str) -> None:
        self.gewijzigd.emit("vraag", tekst)

    def _actie(self, tekst: str) -> None:
        self.gewijzigd.emit("actie", tekst)

    def _vorm(self) -> QWidget:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        vorm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        vorm.addRow("Agendapu&nt", self.punten)
        for veld, naam, _ in VELDEN:
            vorm.addRow(naam, self.velden[veld])
        vorm.addRow("Bladzi&jden bij de hand", self.bladzijden)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.knop_pdf)
        knoppen.addWidget(self.knop_af)
        knoppen.addStretch(1)
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(12, 4, 12, 8)
        kolom.addLayout(vorm)
        kolom.addWidget(self.knop_erbij, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addSpacing(self.fontMetrics().height() // 2)
        kolom.addWidget(self._telling)
        kolom.addLayout(knoppen)
        kolom.addStretch(1)
        return inhoud
