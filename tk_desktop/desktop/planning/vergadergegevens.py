"""Day, times, place, people and status of one meeting, and who cannot come; every change is kept at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.datumveld import DatumVeld, TijdVeld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.tekstveld import Regelveld
from tk_desktop.domain.datuminvoer import Ligging
from tk_desktop.domain.gremium import Persoon
from tk_desktop.domain.vergadering import Status, Vergadering

_ID = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanwezige:
    """A member as the screen shows one: the seat, the name with whom it speaks for, and who stands in when absent.

    ``heeft_set`` tells that who stands in has the papers (A15).
    """

    lid_id: str
    naam: str
    afwezig: bool = False
    vervanger: str = ""
    heeft_set: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergaderstand:
    """What the screen shows."""

    vergadering: Vergadering
    personen: Sequence[Persoon] = ()
    leden: Sequence[Aanwezige] = ()
    waarschuwingen: Sequence[str] = ()


class Vergadergegevens(QScrollArea):
    """A form; ``gewijzigd`` tells the meeting as it should be, ``afgemeld`` a seat and whether it is absent."""

    gewijzigd = Signal(object)
    afgemeld = Signal(str, bool)

    def __init__(self, load: Callable[[], Vergaderstand], vandaag: Callable[[], date]) -> None:
        super().__init__()
        self._load = load
        self._nu: Vergadering | None = None
        self._leden: tuple[Aanwezige, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Gegevens van de vergadering")
        self._vandaag = vandaag
        self.datum = DatumVeld("Datum", self._rond, Ligging.DICHTBIJ)
        self.begin, self.einde = TijdVeld("Begin"), TijdVeld("Einde")
        self.begonnen, self.geeindigd = TijdVeld("Werkelijk begonnen"), TijdVeld("Werkelijk geëindigd")
        self.plaats, self.gelegenheid = Regelveld("Plaats"), Regelveld("Gelegenheid")
        self.videolink = Regelveld("Videolink")
        self.voorzitter, self.secretaris, self.status = QComboBox(), QComboBox(), QComboBox()
        for veld, naam in ((self.voorzitter, "Voorzitter"), (self.secretaris, "Secretaris"), (self.status, "Status")):
            veld.setAccessibleName(naam)
        for stand in Status:
            self.status.addItem(stand.value, stand.value)
        self.nieuw_tijdstip = QCheckBox("Nieuw &tijdstip")
        self.nieuw_tijdstip.setToolTip("De agenda en de brief melden dat het tijdstip nieuw is.")
        self.let_op = QLabel()
        self.let_op.setWordWrap(True)
        self.let_op.setTextFormat(Qt.TextFormat.PlainText)
        self.let_op.setProperty("pil", "ja")
        self.let_op.setProperty("toon", "oranje")
        self.leden = QTreeWidget()
        self._maak_leden()
        self.setWidget(self._vorm())
        self._verbind()
        self.reload()

    def sizeHint(self) -> QSize:
        """Return room for the whole form."""
        return QSize(letterbreedte(self.fontMetrics()) * 70, self.fontMetrics().height() * 34)

    def reload(self) -> None:
        """Ask for the meeting again and show it; a field that is being typed in is left alone."""
        stand = self._load()
        nu = stand.vergadering
        self._nu = nu
        for dagveld, dag in ((self.datum, nu.datum),):
            if not dagveld.fout:
                dagveld.toon(dag)
        for veld, tijd in (
            (self.begin, nu.begin),
            (self.einde, nu.einde),
            (self.begonnen, nu.begonnen),
            (self.geeindigd, nu.geeindigd),
        ):
            if not veld.fout:
                veld.toon(tijd)
        self.plaats.toon(nu.plaats)
        self.gelegenheid.toon(nu.gelegenheid)
        self.videolink.toon(nu.videolink)
        self._vul_personen(stand.personen)
        with QSignalBlocker(self.status), QSignalBlocker(self.nieuw_tijdstip):
            self.status.setCurrentIndex(self.status.findData(nu.status.value))
            self.nieuw_tijdstip.setChecked(nu.nieuw_tijdstip)
        self.let_op.setText("\n".join(f"Waarschuwing: {zin}" for zin in stand.waarschuwingen))
        self.let_op.setVisible(bool(stand.waarschuwingen))
        self._vul_leden(stand.leden)

    def veld_van(self, waar: str) -> QWidget:
        """Return the field that the place of a finding is about; that of the end when it names none."""
        velden = {
            "plaats": self.plaats,
            "begintijd": self.begin,
            "tijd": self.begin,
            "voorzitter": self.voorzitter,
            "secretaris": self.secretaris,
        }
        deel = waar.partition(", ")[2].partition(":")[0]
        return velden.get(deel.rpartition(" ")[2], self.einde)

    def _rond(self) -> date:
        """Return the day round which another is typed: that of the meeting."""
        return self._nu.datum if self._nu is not None else self._vandaag()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen goes."""
        self.leg_vast()
        super().hideEvent(event)

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        for veld in (self.plaats, self.gelegenheid, self.videolink):
            veld.leg_vast()

    def _vorm(self) -> QWidget:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        vorm.addRow("&Datum", self.datum)
        vorm.addRow("&Begin", self.begin)
        vorm.addRow("&Einde", self.einde)
        vorm.addRow("&Plaats", self.plaats)
        vorm.addRow("&Videolink", self.videolink)
        vorm.addRow("V&oorzitter", self.voorzitter)
        vorm.addRow("&Secretaris", self.secretaris)
        vorm.addRow("&Gelegenheid", self.gelegenheid)
        vorm.addRow("", self.nieuw_tijdstip)
        vorm.addRow("St&atus", self.status)
        vorm.addRow("Begonnen o&m", self.begonnen)
        vorm.addRow("Geëi&ndigd om", self.geeindigd)
        vorm.addRow("&Leden", self.leden)
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.addWidget(self.let_op)
        kolom.addLayout(vorm, 1)
        return inhoud

    def _maak_leden(self) -> None:
        self.leden.setAccessibleName("Leden: aangevinkt is afgemeld")
        self.leden.setColumnCount(2)
        self.leden.setHeaderLabels(["Afgemeld", "Vervanger"])
        self.leden.setRootIsDecorated(False)
        self.leden.setUniformRowHeights(True)
        self.leden.setAllColumnsShowFocus(True)
        kop = self.leden.header()
        kop.setAccessibleName("Kolommen van de afmeldingen")
        kop.setStretchLastSection(False)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        kop.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.leden.setMinimumHeight(self.fontMetrics().height() * 6)

    def _verbind(self) -> None:
        for veld in (self.datum, self.begin, self.einde, self.begonnen, self.geeindigd):
            veld.klaar.connect(self._vertel)
        for regel in (self.plaats, self.gelegenheid, self.videolink):
            regel.getypt.connect(self._vertel)
        for keus in (self.voorzitter, self.secretaris, self.status):
            keus.currentIndexChanged.connect(self._vertel)
        self.nieuw_tijdstip.toggled.connect(self._vertel)
        self.leden.itemChanged.connect(self._meld_af)

    def _vul_personen(self, personen: Sequence[Persoon]) -> None:
        if self._nu is None:
            return
        for veld, gekozen in ((self.voorzitter, self._nu.voorzitter_id), (self.secretaris, self._nu.secretaris_id)):
            with QSignalBlocker(veld):
                veld.clear()
                veld.addItem("niemand", "")
                for persoon in sorted(personen, key=lambda persoon: persoon.naam.casefold()):
                    veld.addItem(persoon.naam, persoon.id)
                veld.setCurrentIndex(max(0, veld.findData(gekozen or "")))

    def _vul_leden(self, leden: Sequence[Aanwezige]) -> None:
        """Show the members; lines that are there stay, for one of them may be telling that it was ticked."""
        zelfde = [lid.lid_id for lid in leden] == [lid.lid_id for lid in self._leden]
        self._leden = tuple(leden)
        with QSignalBlocker(self.leden):
            if not zelfde:
                self.leden.clear()
                self.leden.addTopLevelItems([QTreeWidgetItem() for _ in leden])
            for rij, lid in enumerate(leden):
                item = self.leden.topLevelItem(rij)
                if item is not None:
                    item.setText(0, lid.naam)
                    item.setText(1, f"{lid.vervanger} (heeft de set)" if lid.heeft_set else lid.vervanger)
                    item.setCheckState(0, Qt.CheckState.Checked if lid.afwezig else Qt.CheckState.Unchecked)
                    item.setData(0, _ID, lid.lid_id)
            if not zelfde:
                self.leden.setCurrentIndex(self.leden.model().index(0, 0))

    def _meld_af(self, item: QTreeWidgetItem) -> None:
        self.afgemeld.emit(str(item.data(0, _ID)), item.checkState(0) is Qt.CheckState.Checked)

    def _vertel(self) -> None:
        """Tell the meeting as it is filled in; nothing while a field is wrong, or when nothing differs."""
        nu = self._nu
        velden = (self.datum, self.begin, self.einde, self.begonnen, self.geeindigd)
        if nu is None or self.datum.datum is None or any(veld.fout for veld in velden):
            return
        nieuw = replace(
            nu,
            datum=self.datum.datum,
            begin=self.begin.tijd,
            einde=self.einde.tijd,
            begonnen=self.begonnen.tijd,
            geeindigd=self.geeindigd.tijd,
            plaats=self.plaats.text().strip(),
            gelegenheid=self.gelegenheid.text().strip(),
            videolink=self.videolink.text().strip(),
            voorzitter_id=self.voorzitter.currentData() or None,
            secretaris_id=self.secretaris.currentData() or None,
            status=Status(self.status.currentData()),
            nieuw_tijdstip=self.nieuw_tijdstip.isChecked(),
        )
        if nieuw != nu:
            self.gewijzigd.emit(nieuw)
