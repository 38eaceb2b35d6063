"""What taking in notes from a file will do, told before it is done."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Rolvak, geef_maat
from tk_desktop.intake.notitieinname import GelezenNotities, Inname

_MEESTE_NAMEN = 4


class Notitieinname(QDialog):
    """Shows what was read of a file, and asks whose notes they are. Knows no store."""

    innemen_gevraagd = Signal(object)
    """An ``Inname``: do it; the dialog is closed."""
    gestopt = Signal()
    """Stop reading the file."""

    def __init__(self, bestand: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Aantekeningen innemen")
        self._bestand = bestand
        self._gelezen: GelezenNotities | None = None
        self._vergelijk: Callable[[bool], Inname] | None = None
        self._inname = Inname()
        self._bouw()

    def toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        """Show how far the reading is."""
        self._balk.setMaximum(max(1, totaal))
        self._balk.setValue(gedaan)
        self._balk.setFormat(wat)

    def weiger(self, fout: TkError) -> None:
        """Tell why nothing can be taken in."""
        self._balk.hide()
        self._telling.hide()
        self._van.setText(f"‘{self._bestand}’ is niet ingenomen.")
        self._fout.toon(fout)
        self._rol.laat_passen()

    def toon(self, gelezen: GelezenNotities, vergelijk: Callable[[bool], Inname], *, als_eigen: bool) -> None:
        """Show what was read; ``vergelijk`` tells what taking it in does, as own notes or as those of their writers."""
        self._gelezen, self._vergelijk = gelezen, vergelijk
        self._balk.hide()
        self._wie.setCurrentIndex(0 if als_eigen else 1)
        self._wie.setEnabled(True)
        self._ververs()
        self._neem_in.setFocus()

    def reject(self) -> None:
        """Stop reading, and close."""
        if self._gelezen is None:
            self.gestopt.emit()
        super().reject()

    def _bouw(self) -> None:
        self._van = QLabel(f"‘{self._bestand}’ wordt gelezen.")
        self._van.setWordWrap(True)
        self._wie = QComboBox()
        self._wie.addItems(["Van mij", "Van wie erbij staat; ik mag ze lezen"])
        self._wie.setAccessibleName("Van wie de aantekeningen zijn")
        self._wie.setEnabled(False)
        self._telling = QLabel()
        self._telling.setWordWrap(True)
        self._telling.setProperty("kop", "2")
        self._telling.setAccessibleName("Wat er gebeurt")
        self._balk = QProgressBar()
        self._balk.setAccessibleName("Voortgang")
        self._balk.setMaximum(0)
        self._fout = Meldbalk(sluitbaar=False)
        self._neem_in = QPushButton("&Innemen")
        self._neem_in.setProperty("hoofd", "ja")
        self._neem_in.setDefault(True)
        self._neem_in.setEnabled(False)
        annuleer = QPushButton("&Annuleren")
        annuleer.setAutoDefault(False)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Van wie zijn ze?", self._wie)
        rij = QHBoxLayout()
        rij.addStretch(1)
        rij.addWidget(annuleer)
        rij.addWidget(self._neem_in)
        vragen = QVBoxLayout()
        vragen.addWidget(self._van)
        vragen.addLayout(vorm)
        for deel in (self._telling, self._fout, self._balk):
            vragen.addWidget(deel)
        vragen.addStretch(1)
        self._rol = Rolvak(vragen)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self._rol, 1)
        kolom.addLayout(rij)
        annuleer.clicked.connect(self.reject)
        self._neem_in.clicked.connect(self._vraag_innemen)
        self._wie.currentIndexChanged.connect(self._ververs)
        geef_maat(self, letterbreedte(self.fontMetrics()) * 70, self.sizeHint().height())

    def _ververs(self) -> None:
        if self._gelezen is None or self._vergelijk is None:
            return
        self._inname = self._vergelijk(self._wie.currentIndex() == 0)
        self._van.setText(_van_wie(self._bestand, self._gelezen))
        self._telling.setText(telling(self._inname, self._gelezen))
        self._rol.laat_passen()
        self._neem_in.setEnabled(bool(self._inname.nieuw or self._inname.gewijzigd))

    def _vraag_innemen(self) -> None:
        self.innemen_gevraagd.emit(self._inname)
        self.accept()


def telling(inname: Inname, gelezen: GelezenNotities) -> str:
    """Return in words what taking in does: what comes, what changes, what is here already, what stays behind."""
    delen = [
        _zin(len(inname.nieuw), "aantekening komt erbij", "aantekeningen komen erbij"),
        _zin(len(inname.gewijzigd), "aantekening wordt bijgewerkt", "aantekeningen worden bijgewerkt"),
        _zin(inname.bekend, "staat hier al", "staan hier al"),
        _zin(
            inname.niet_geplaatst,
            "wordt niet teruggevonden en komt apart te staan",
            "worden niet teruggevonden en komen apart te staan",
        ),
        _zin(gelezen.overgeslagen, "teken zonder woorden blijft achter", "tekens zonder woorden blijven achter"),
    ]
    return "\n".join(deel for deel in delen if deel)


def _zin(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}." if aantal else ""


def _van_wie(bestand: str, gelezen: GelezenNotities) -> str:
    namen = [f"{naam or 'iemand zonder naam'} ({aantal})" for naam, aantal in gelezen.schrijvers.items()]
    rest = f" en {len(namen) - _MEESTE_NAMEN} anderen" if len(namen) > _MEESTE_NAMEN else ""
    return f"In ‘{bestand}’ staan aantekeningen van {', '.join(namen[:_MEESTE_NAMEN])}{rest}."
