"""Approving the verslag of an earlier meeting in this one, with corrections that stay visible."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.desktop.sitting.tafelwoorden import puntnaam
from tk_desktop.desktop.sitting.vaststelwoorden import achterafzin, heropeningszin, wijzigingszin
from tk_desktop.domain.datum import kort
from tk_desktop.domain.gewijzigd import na_vaststelling
from tk_desktop.domain.verslag import Correctie, Verslagstaat
from tk_desktop.domain.zitting import Zitting

_ID = int(Qt.ItemDataRole.UserRole)


class CorrectieHalf(TkError):
    """A verslag was to be approved while a correction stood there that says one half of what a correction says."""

    code = "TK-D57"
    melding = "Er staat nog een correctie die niet af is; het verslag is niet vastgesteld."
    veilig = "Wat u invulde, staat er nog."
    advies = (
        "Vul in wat er stond en wat er staat, of maak de velden leeg. Vervalt wat er stond, "
        "kies dan eerst ‘Correctie vastleggen’."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Getypt:
    """A correction as it was typed; ``punt_id`` is empty when it belongs to no item, ``besloten`` keeps it closed."""

    punt_id: str
    was: str
    wordt: str
    reden: str
    besloten: bool

    def require_af(self) -> None:
        """Raise ``CorrectieHalf`` when it says not both what stood there and what stands there now."""
        if not (self.was.strip() and self.wordt.strip()):
            raise CorrectieHalf


class Vaststelvak(QWidget):
    """One verslag with its corrections.

    ``load`` gives the meeting of the verslag. ``correctie`` tells one that was typed, ``weg`` the id of one that goes,
    ``vastgesteld`` that the verslag is approved here, with the correction that is typed and not told yet (or ``None``),
    ``heropend`` that it is a draft again, ``teruggezet`` that what was approved takes the place again of what came
    instead.
    """

    correctie = Signal(object)
    weg = Signal(str)
    vastgesteld = Signal(object)
    heropend = Signal()
    teruggezet = Signal()

    def __init__(self, load: Callable[[], Zitting], *, hier: bool = True) -> None:
        """``hier`` says whether it is done in a later meeting, which approves it; else it is looked at again."""
        super().__init__()
        self._load = load
        self._hier = hier
        self._zitting = load()
        self.setAccessibleName("Verslag vaststellen")
        self.stand = QLabel()
        self.stand.setWordWrap(True)
        self.na = QLabel()
        self.na.setWordWrap(True)
        self.knop_terug = QPushButton(icon("undo-2"), "Terug&zetten wat is vastgesteld")
        self.knop_terug.clicked.connect(self.teruggezet)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Correcties")
        self.lijst.setWordWrap(True)
        self.lijst.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)  # as high as its corrections
        self.lijst.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.punt = QComboBox()
        self.was, self.wordt, self.reden = (QLineEdit() for _ in range(3))
        self.dicht = QCheckBox("&Besloten: alleen in het besloten verslag")
        self.dicht.setAccessibleDescription("Staat vanzelf aan als bij dit punt iets besloten is.")
        self.dicht.clicked.connect(self._koos_zelf)
        self.was.textChanged.connect(self._stel_dicht)
        self.punt.currentIndexChanged.connect(self._stel_dicht)
        self._zelf_gekozen = False
        self.knop_correctie = QPushButton("&Correctie vastleggen")
        self.knop_weg = QPushButton(icon("trash-2"), "Correctie weg&halen")
        self.knop = QPushButton()
        self.knop.setProperty("hoofd", "ja")
        self.knop_correctie.clicked.connect(self._gaf)
        self.knop_weg.clicked.connect(self._haal_weg)
        self.knop.clicked.connect(self._druk)
        self.wordt.returnPressed.connect(self._gaf)
        self._rol = Rolvak(self._vorm())
        geheel = QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.addWidget(self._rol)
        self.setFocusProxy(self.punt)  # corrections come first; approving by a stray Enter cannot happen
        self._vastgesteld = False
        self.reload()

    def reload(self) -> None:
        """Look at the verslag again; what is being typed stays."""
        zitting = self._zitting = self._load()
        verslag, opname = zitting.verslag, zitting.opname
        self._vastgesteld = verslag.staat is Verslagstaat.VASTGESTELD
        op = f" op {kort(verslag.vastgesteld_op)}" if verslag.vastgesteld_op else ""
        stand = f"vastgesteld{op}" if self._vastgesteld else "nog een concept"
        eerder = "".join(f" {heropeningszin(een)}" for een in verslag.heropeningen)
        self.stand.setText(
            f"Het verslag van {opname.kort} is {stand}.{achterafzin(zitting)} "
            f"Correcties blijven zichtbaar in het verslag.{eerder}"
        )
        self._toon_na(zitting)
        self.knop.setText("Toch een concept" if self._vastgesteld else "&Vaststellen in deze vergadering")
        self.knop.setVisible(self._vastgesteld or self._hier)
        self.lijst.clear()
        for een in verslag.correcties:
            item = QListWidgetItem(_zin(zitting, een))
            item.setData(_ID, een.id)
            self.lijst.addItem(item)
        self.lijst.setVisible(bool(verslag.correcties))
        self.knop_weg.setVisible(bool(verslag.correcties))
        if not self.punt.count():
            self.punt.addItem("Het hele verslag", "")
            for punt in opname.agendapunten:
                self.punt.addItem(puntnaam(zitting, punt), punt.id)
        self._stel_dicht()
        QTimer.singleShot(0, self._rol, self._rol.laat_passen)  # once what came asks for its room

    def _toon_na(self, zitting: Zitting) -> None:
        """Tell what says something else than was approved; what is printed is what was approved."""
        regels = [f"• {wijzigingszin(zitting, een)}" for een in na_vaststelling(zitting)]
        kop = "Gewijzigd na de vaststelling; het komt niet in het verslag:"
        self.na.setText("\n".join([kop, *regels]))
        for deel in (self.na, self.knop_terug):
            deel.setVisible(bool(regels))

    @property
    def getypt(self) -> Getypt | None:
        """The correction that is typed and not told yet; ``None`` while its fields are empty."""
        if not any(veld.text().strip() for veld in self._velden):
            return None
        return self._in_velden()

    def vul(self, getypt: Getypt) -> None:
        """Show a correction that was typed before and never told."""
        self.punt.setCurrentIndex(max(0, self.punt.findData(getypt.punt_id)))
        for veld, tekst in zip(self._velden, (getypt.was, getypt.wordt, getypt.reden), strict=True):
            veld.setText(tekst)
        self._zelf_gekozen = True
        self.dicht.setChecked(getypt.besloten)
        self._stel_dicht()

    def maak_leeg(self) -> None:
        """Empty the fields: what they said is kept."""
        for veld in self._velden:
            veld.setText("")
        self._zelf_gekozen = False
        self._stel_dicht()
        self.was.setFocus()

    def maak_af(self) -> None:
        """Put the keyboard where the correction that is typed lacks something."""
        for veld in (self.wordt, self.was):  # what comes first is asked for first
            if not veld.text().strip():
                veld.setFocus()

    @property
    def _velden(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.was, self.wordt, self.reden

    def _koos_zelf(self) -> None:
        self._zelf_gekozen = True

    def _stel_dicht(self) -> None:
        """Close what is typed when it may be of the closed part; at a besloten item that is no choice."""
        zitting = self._zitting
        id_ = self.punt.currentData()
        punt = zitting.opname.punt(id_) if id_ in zitting.rij else None
        vast = punt is not None and zitting.opname.is_besloten(punt)
        self.dicht.setEnabled(not vast)
        if vast or not self._zelf_gekozen:
            self.dicht.setChecked(zitting.hoort_dicht(self.was.text(), punt))

    def _in_velden(self) -> Getypt:
        return Getypt(
            punt_id=self.punt.currentData() or "",
            was=self.was.text(),
            wordt=self.wordt.text(),
            reden=self.reden.text(),
            besloten=self.dicht.isChecked(),
        )

    def _gaf(self) -> None:
        self.correctie.emit(self._in_velden())

    def _haal_weg(self) -> None:
        item = self.lijst.currentItem() or self.lijst.item(self.lijst.count() - 1)
        if item is not None:
            self.weg.emit(item.data(_ID))

    def _druk(self) -> None:
        if self._vastgesteld:
            self.heropend.emit()
        else:
            self.vastgesteld.emit(self.getypt)

    def _vorm(self) -> QVBoxLayout:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for woorden, veld in (
            ("&Punt", self.punt),
            ("Er s&tond", self.was),
            ("&Er staat", self.wordt),
            ("&Reden", self.reden),
        ):
            veld.setAccessibleName(woorden.replace("&", ""))
            vorm.addRow(woorden, veld)
        self.punt.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        vorm.addRow("", self.dicht)
        kolom = QVBoxLayout()
        kolom.addWidget(self.stand)
        kolom.addWidget(self.na)
        kolom.addWidget(self.knop_terug, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addWidget(self.lijst)
        kolom.addWidget(self.knop_weg, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addLayout(vorm)
        kolom.addWidget(self.knop_correctie, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addStretch(1)
        return kolom


def _zin(zitting: Zitting, een: Correctie) -> str:
    nummer = zitting.opname.nummers.get(een.agendapunt_id or "")
    bij = f"{nummer}: " if nummer is not None else ""
    dicht = " (besloten)" if een.besloten else ""
    return f"{bij}‘{een.was}’ wordt ‘{een.wordt or 'niets'}’{f' ({een.reden})' if een.reden else ''}{dicht}"
