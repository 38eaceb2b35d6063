"""Planning a new meeting: type a date and press Enter; the rest comes from the one before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.datumveld import DatumVeld, TijdVeld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import geef_maat, op_regel
from tk_desktop.domain.datum import lang
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.naamgelijkenis import bijna_gelijk
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.meeting.jaarkalender import Vooruitblik
from tk_desktop.meeting.vergaderingen import Vergaderplan

_LEEG, _OPBOUW, _INHOUD = range(3)
_MEESTE_NAMEN = 2
"""Known bodies that are named at most to who types one that is like them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gremiumkeus:
    """A body to choose, with its meetings, the latest last: a new one is made from one of them."""

    gremium: Gremium
    eerdere: Sequence[Vergadering] = ()

    def voorbeeld(self, dag: date | None) -> Vergadering | None:
        """Return the last meeting before a day; the last of all when there is none, or no day yet."""
        ervoor = [vergadering for vergadering in self.eerdere if dag is not None and vergadering.datum < dag]
        return next(iter([*ervoor[-1:], *self.eerdere[-1:]]), None)


class NieuweVergadering(QDialog):
    """Asks for a meeting; ``gekozen`` tells the ``Vergaderplan`` when it can be made.

    ``gremia`` holds the bodies, the one to begin with first; ``kijk`` tells what a plan would bring, while it is typed.
    """

    gekozen = Signal(object)

    def __init__(
        self,
        gremia: Sequence[Gremiumkeus],
        kijk: Callable[[Vergaderplan], Vooruitblik],
        vandaag: date,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self._gremia = tuple(gremia)
        self._kijk = kijk
        self._vandaag = vandaag
        self._voorbeeld: Vergadering | None = None
        self.setWindowTitle("Nieuwe vergadering")
        self.gremium = self._gremiumveld()
        self.datum = DatumVeld("Datum", lambda: vandaag)
        self.begin = TijdVeld("Begin")
        self.einde = TijdVeld("Einde")
        self.bedoelt = _Bedoelt()
        self.bedoelt.gekozen.connect(self._neem_bedoelde)
        self.plaats = QLineEdit()
        self.plaats.setAccessibleName("Plaats")
        self.wijzen = QButtonGroup(self)
        for nummer in (_OPBOUW, _INHOUD, _LEEG):
            self.wijzen.addButton(QRadioButton(), nummer)
        self.blik = QLabel()
        self.blik.setTextFormat(Qt.TextFormat.PlainText)
        self.blik.setWordWrap(True)
        self.let_op = QLabel()
        self.let_op.setTextFormat(Qt.TextFormat.PlainText)
        self.let_op.setWordWrap(True)
        self.let_op.setProperty("pil", "ja")
        self._leg_uit()
        self._verbind()
        self._kies_gremium()
        self.datum.setFocus()
        self.finished.connect(self.deleteLater)

    def sizeHint(self) -> QSize:
        """Return a size at which all of it shows, no larger than the window it is opened over."""
        letter, regel = letterbreedte(self.fontMetrics()), self.fontMetrics().height()
        ruim = QSize(letter * 80, regel * 28)
        ouder = self.parentWidget()
        return ruim.boundedTo(ouder.window().size()) if ouder else ruim

    def minimumSizeHint(self) -> QSize:
        """Return the size under which nothing can be read; what does not fit can be scrolled to."""
        return QSize(320, 240)

    def plan(self) -> Vergaderplan | None:
        """Return what was filled in, or ``None`` while there is no date."""
        if self.datum.datum is None:
            return None
        keus = self._keus()
        wijze = self.wijzen.checkedId()
        bron = keus.voorbeeld(self.datum.datum) if keus and wijze != _LEEG else None
        return Vergaderplan(
            datum=self.datum.datum,
            gremium_id=keus.gremium.id if keus else "",
            gremium_naam="" if keus else self.gremium.currentText().strip(),
            begin=self.begin.tijd,
            einde=self.einde.tijd,
            plaats=self.plaats.text().strip(),
            bron_id=bron.id if bron else "",
            met_inhoud=bron is not None and wijze == _INHOUD,
        )

    def _gremiumveld(self) -> QComboBox:
        veld = QComboBox()
        veld.setEditable(True)
        veld.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        veld.setAccessibleName("Gremium")
        veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        veld.setMinimumContentsLength(24)
        for keus in self._gremia:
            veld.addItem(keus.gremium.naam)
        regel = veld.lineEdit()
        if regel is not None:
            regel.setAccessibleName("Gremium")
            regel.setPlaceholderText("Typ de naam van het gremium")
        return veld

    def _leg_uit(self) -> None:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        vorm.addRow("&Datum", self.datum)
        vorm.addRow("&Gremium", self.gremium)
        vorm.addRow("", self.bedoelt)
        self._vorm = vorm
        vorm.addRow("&Begin", self.begin)
        vorm.addRow("&Einde", self.einde)
        vorm.addRow("&Plaats", self.plaats)
        wijzen = QWidget()
        rij = QVBoxLayout(wijzen)
        rij.setContentsMargins(0, 0, 0, 0)
        for knop in self.wijzen.buttons():
            rij.addWidget(knop)
        vorm.addRow("Agenda", op_regel(wijzen))
        vorm.addRow("Termijnen", op_regel(self.blik))
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addLayout(vorm)
        kolom.addWidget(self.let_op)
        kolom.addStretch(1)
        schuif = QScrollArea()
        schuif.setWidget(inhoud)
        schuif.setWidgetResizable(True)
        schuif.setFrameShape(QFrame.Shape.NoFrame)
        schuif.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.knoppen = QDialogButtonBox()
        self._maak = self.knoppen.addButton("Vergadering maken", QDialogButtonBox.ButtonRole.AcceptRole)
        self._maak.setDefault(True)
        self.knoppen.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        geheel = QVBoxLayout(self)
        geheel.addWidget(schuif, 1)
        geheel.addWidget(self.knoppen)
        self._inhoud, self._schuif = inhoud, schuif

    def showEvent(self, event: QShowEvent) -> None:
        """Be wide enough for what is scrolled, where the screen has that."""
        rand = self.width() - self._schuif.viewport().width() + self._schuif.verticalScrollBar().sizeHint().width()
        geef_maat(self, max(self.width(), self._inhoud.sizeHint().width() + rand), self.height())
        super().showEvent(event)

    def _verbind(self) -> None:
        self.knoppen.accepted.connect(self._maak_vergadering)
        self.knoppen.rejected.connect(self.reject)
        self.gremium.currentIndexChanged.connect(self._kies_gremium)
        self.gremium.editTextChanged.connect(self._typ_gremium)
        self.datum.veranderd.connect(self._kies_dag)
        for veld in (self.begin, self.einde):
            veld.veranderd.connect(self._ververs)
        self.plaats.textChanged.connect(self._ververs)
        self.wijzen.idToggled.connect(self._ververs)

    def _keus(self) -> Gremiumkeus | None:
        """Return the body that is typed, by its name or in short."""
        naam = self.gremium.currentText().strip().casefold()
        voluit = {keus.gremium.naam.casefold(): keus for keus in self._gremia}
        return voluit.get(naam) or next((keus for keus in self._gremia if keus.gremium.kort.casefold() == naam), None)

    def _kies_gremium(self) -> None:
        """Take times and place from the last meeting of the body, and offer it as the example."""
        self._volg(None)
        self.wijzen.button(_OPBOUW if self._voorbeeld else _LEEG).setChecked(True)
        self._zeg_of_het_nieuw_is()
        self._ververs()

    def _typ_gremium(self) -> None:
        """Follow the example of the body that is typed: that of a new one is none."""
        had = self._voorbeeld
        self._volg(had)
        if (self._voorbeeld is None) is not (had is None):
            self.wijzen.button(_OPBOUW if self._voorbeeld else _LEEG).setChecked(True)
        self._zeg_of_het_nieuw_is()
        self._ververs()

    def _neem_bedoelde(self, naam: str) -> None:
        self.gremium.setCurrentText(naam)
        self.gremium.setFocus()

    def _zeg_of_het_nieuw_is(self) -> None:
        """Say that a body is new, with those that may be meant."""
        keus, naam = self._keus(), self.gremium.currentText().strip()
        nieuw = bool(naam and self._gremia) and keus is None
        namen = [een.gremium.naam for een in self._gremia]
        self.bedoelt.toon(naam if nieuw else "", bijna_gelijk(naam, namen)[:_MEESTE_NAMEN])
        self._vorm.setRowVisible(self.bedoelt, nieuw)
        self._maak.setText("Gremium en vergadering maken" if nieuw else "Vergadering maken")

    def _kies_dag(self) -> None:
        """Offer the meeting before that day; what was filled in by hand stays."""
        self._volg(self._voorbeeld)
        self._ververs()

    def _volg(self, oud: Vergadering | None) -> None:
        """Show the meeting that is the example now, in the fields as far as they are still those of ``oud``."""
        keus, dag = self._keus(), self.datum.datum
        nieuw = self._voorbeeld = keus.voorbeeld(dag) if keus else None
        if oud is None or self.begin.tijd == oud.begin:
            self.begin.toon(nieuw.begin if nieuw else None)
        if oud is None or self.einde.tijd == oud.einde:
            self.einde.toon(nieuw.einde if nieuw else None)
        if oud is None or self.plaats.text() == oud.plaats:
            self.plaats.setText(nieuw.plaats if nieuw else "")
        van = ""
        if nieuw is not None:
            welke = "vorige" if dag is None or nieuw.datum < dag else "vergadering"
            van = f"de &{welke} van {lang(nieuw.datum)}"
        for nummer, tekst in (
            (_OPBOUW, f"&Opbouw van {van.replace('&', '')}: vaste en terugkerende punten"),
            (_INHOUD, f"Alles van {van}, zonder de stukken"),
            (_LEEG, "&Leeg, met de vaste punten"),
        ):
            knop = self.wijzen.button(nummer)
            knop.setText(tekst)
            knop.setVisible(nieuw is not None or nummer == _LEEG)

    def _ververs(self) -> None:
        """Tell what the plan brings as it stands now."""
        plan = self.plan()
        blik = self._kijk(plan) if plan else Vooruitblik()
        regels = [
            f"{termijn.soort.value[:1].upper()}{termijn.soort.value[1:]}: {lang(termijn.dag, met_dag=True)}"
            f"{' (al voorbij)' if termijn.dag < self._vandaag else ''}"
            for termijn in blik.termijnen
        ]
        self.blik.setText("\n".join(regels) or "Typ een datum; de termijnen staan dan hier.")
        tekst = [f"Waarschuwing: {waarschuwing}" for waarschuwing in blik.waarschuwingen]
        if blik.bezwaar:
            tekst = [f"Kan niet: {blik.bezwaar}"]
        self._maak.setEnabled(not blik.bezwaar)
        self._maak.setToolTip(blik.bezwaar)
        self.let_op.setText("\n".join(tekst))
        self.let_op.setVisible(bool(tekst))
        self.let_op.setProperty("toon", "rood" if blik.bezwaar else "oranje")
        self.let_op.style().unpolish(self.let_op)
        self.let_op.style().polish(self.let_op)

    def _maak_vergadering(self) -> None:
        """Tell the plan, or go to the field that still stands in the way."""
        plan = self.plan()
        for veld in (self.datum, self.begin, self.einde):
            if veld.fout or (veld is self.datum and plan is None):
                veld.setFocus()
                return
        if not self.gremium.currentText().strip():
            self.gremium.setFocus()
            return
        if plan is None or self._kijk(plan).bezwaar:
            self.datum.setFocus()
            return
        self.accept()
        self.gekozen.emit(plan)


class _Bedoelt(QWidget):
    """Says that a body that is typed is a new one; ``gekozen`` tells the known one that was meant."""

    gekozen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.zin = QLabel()
        self.zin.setTextFormat(Qt.TextFormat.PlainText)
        self.zin.setWordWrap(True)
        self.knoppen = [QPushButton() for _ in range(_MEESTE_NAMEN)]
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self.zin)
        for knop in self.knoppen:
            knop.setAutoDefault(False)
            knop.clicked.connect(self._kies)
            kolom.addWidget(knop, 0, Qt.AlignmentFlag.AlignLeft)

    def toon(self, naam: str, namen: Sequence[str]) -> None:
        """Show what is typed, and the known names that are like it."""
        vraag = " Bedoelt u:" if namen else ""
        self.zin.setText(f"‘{naam}’ is een nieuw gremium en wordt mee gemaakt.{vraag}")
        for knop, bekend in zip_longest(self.knoppen, namen):
            knop.setText(bekend or "")
            knop.setProperty("naam", bekend or "")
            knop.setVisible(bool(bekend))

    def _kies(self) -> None:
        self.gekozen.emit(str(self.sender().property("naam")))
