"""The letter that invites: its fields, its text, and until when one may report absence."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.datumveld import DatumVeld
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.smalvorm import schik_namen
from tk_desktop.desktop.parts.tekstveld import Regelveld
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.domain.datuminvoer import Ligging
from tk_desktop.domain.vergadering import Uitnodigingsbrief

_REGELS = (
    ("aan", "Aan"),
    ("uw_kenmerk", "Uw kenmerk"),
    ("ons_kenmerk", "Ons &kenmerk"),
    ("behandeld_door", "Behandeld door"),
    ("email", "E-mail"),
    ("doorkiesnummer", "&Doorkiesnummer"),
    ("onderwerp", "&Onderwerp"),
    ("aanhef", "Aanhef"),
)
_SLOT = (
    ("verhindering_telefoon", "Afmelden telefon&isch"),
    ("verhindering_email", "Afmelden per e-mail"),
    ("afsluiting", "Afsluitin&g"),
    ("ondertekenaar", "Onderteke&naar"),
    ("functie", "&Functie"),
)


class BriefPaneel(Rolblad):
    """A form; ``gewijzigd`` tells a field of ``Uitnodigingsbrief`` and its value, ``begonnen`` asks for a letter."""

    gewijzigd = Signal(str, object)
    begonnen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Uitnodigingsbrief")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.velden = {veld: Regelveld(f"Uitnodigingsbrief, {_kaal(naam)}") for veld, naam in (*_REGELS, *_SLOT)}
        self.tekst = RijkeTekst("Uitnodigingsbrief, tekst")
        self._vergadering = date.today()
        self.datum = DatumVeld("Uitnodigingsbrief, datum", self._dag, Ligging.TERUG)
        self.uiterlijk = DatumVeld("Uitnodigingsbrief, afmelden vóór", self._dag, Ligging.TERUG)
        self.namens = QCheckBox("&Mede namens de voorzitter")
        self._begin = QPushButton("Uitnodiging beginnen")
        self._begin.setProperty("hoofd", "ja")
        self._begin.clicked.connect(self.begonnen)
        self.setWidget(self._vorm())
        self._verbind()
        self.tekst.document().documentLayout().documentSizeChanged.connect(self._schik_straks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields under their names where there is no room beside them."""
        schik_namen(self._rijen, self)
        super().resizeEvent(event)

    def _schik_straks(self) -> None:
        QTimer.singleShot(0, self, self._schik)

    def _schik(self) -> None:
        """Lay out the rows anew: a form that is doing so while a field grows leaves those below it where they were."""
        inhoud = self.widget()
        if inhoud is not None and (indeling := inhoud.layout()) is not None:
            indeling.invalidate()
            indeling.activate()

    def toon(self, brief: Uitnodigingsbrief | None, vergadering: date) -> None:
        """Show the letter to a meeting on that day; a field that is being typed in keeps its cursor."""
        self._vergadering = vergadering
        self._begin.setVisible(brief is None)
        getoond = brief or Uitnodigingsbrief(id="", vergadering_id="", aanhef="", afsluiting="")
        for veld, regel in self.velden.items():
            regel.toon(getattr(getoond, veld))
        self.tekst.toon(getoond.tekst)
        for dag, waarde in ((self.datum, getoond.datum), (self.uiterlijk, getoond.verhindering_uiterlijk)):
            if dag.datum != waarde and not dag.regel.hasFocus():
                dag.toon(waarde)
        with QSignalBlocker(self.namens):
            self.namens.setChecked(getoond.mede_namens_voorzitter)

    def _dag(self) -> date:
        """Return the day that the days in the letter lie before."""
        return self._vergadering

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        for regel in self.velden.values():
            regel.leg_vast()
        self.tekst.leg_vast()

    def ga_naar(self, waar: str) -> None:
        """Give the keyboard to the field that a finding names, else to the text."""
        delen = waar.casefold().split(", ")
        genoemd = [veld for naam, veld in self.velden.items() if naam in delen]
        veld: QWidget = genoemd[0] if genoemd else self.tekst
        veld.setFocus()
        self.ensureWidgetVisible(veld)
        wijs_aan(self.tekst, waar)
        self._toon_cursor()

    def _toon_cursor(self) -> None:
        """Keep the line that is typed, or that was pointed at, in sight: the field is as high as its text."""
        inhoud = self.widget()
        if inhoud is not None and self.tekst.hasFocus():
            plek = self.tekst.viewport().mapTo(inhoud, self.tekst.cursorRect().center())
            self.ensureVisible(plek.x(), plek.y(), 0, self.fontMetrics().height() * 2)

    def _vorm(self) -> QWidget:
        inhoud = QWidget()
        self._rijen = vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for veld, naam in _REGELS:
            vorm.addRow(naam, self.velden[veld])
            if veld == "ons_kenmerk":
                vorm.addRow("Datum brief", self.datum)
        vorm.addRow("&Tekst", self.tekst)
        vorm.addRow("Afmelden vóór", self.uiterlijk)
        for veld, naam in _SLOT:
            vorm.addRow(naam, self.velden[veld])
        vorm.addRow("", self.namens)
        uitleg = QLabel("{{datum}}, {{tijd}}, {{plaats}} en {{afmelden}} worden ingevuld bij het maken van de set.")
        uitleg.setProperty("zacht", "ja")
        uitleg.setWordWrap(True)
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(12, 8, 12, 8)
        kolom.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addLayout(vorm)
        kolom.addWidget(uitleg)
        kolom.addStretch(1)
        return inhoud

    def _verbind(self) -> None:
        for regel in self.velden.values():
            regel.getypt.connect(self._regel)
        self.tekst.getypt.connect(self._tekst)
        self.tekst.cursorPositionChanged.connect(self._toon_cursor)
        self.datum.klaar.connect(self._datum)
        self.uiterlijk.klaar.connect(self._uiterlijk)
        self.namens.toggled.connect(self._namens)

    def _regel(self, tekst: str) -> None:
        veld = next(naam for naam, regel in self.velden.items() if regel is self.sender())
        self.gewijzigd.emit(veld, tekst)

    def _tekst(self, tekst: str) -> None:
        self.gewijzigd.emit("tekst", tekst)

    def _datum(self) -> None:
        if not self.datum.fout:
            self.gewijzigd.emit("datum", self.datum.datum)

    def _uiterlijk(self) -> None:
        if not self.uiterlijk.fout:
            self.gewijzigd.emit("verhindering_uiterlijk", self.uiterlijk.datum)

    def _namens(self, aan: bool) -> None:
        self.gewijzigd.emit("mede_namens_voorzitter", aan)


def wijs_aan(veld: RijkeTekst, waar: str) -> None:
    """Choose in a text the words that the place of a finding ends with (``…, 18 juni 2026``), when they stand there."""
    veld.moveCursor(QTextCursor.MoveOperation.Start)
    veld.find(waar.rsplit(", ", maxsplit=1)[-1])


def _kaal(naam: str) -> str:
    return naam.replace("&", "").lower()
