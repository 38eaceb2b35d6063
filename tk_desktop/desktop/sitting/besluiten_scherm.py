"""The register of besluiten: a list to search, and beside it all that belongs to the one that is chosen (H11)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.leeg import Leegzin
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat, minstens_hoog
from tk_desktop.desktop.session.regels import zet_koppen
from tk_desktop.desktop.sitting.besluitwoorden import besloten_woord, besluit_als_html
from tk_desktop.domain.datum import kort
from tk_desktop.minutes.register import Dossierstap, Registerregel, find_besluiten
from tk_desktop.minutes.verslagblad import Verslagblad

KOPPEN = ("Nummer", "Dag", "Gremium", "Onderwerp", "Uitkomst")
_REKT = 3
_SMAL = 70
"""Letters wide under which there is no room for all columns."""
_ID = int(Qt.ItemDataRole.UserRole)
_LEEG = "Nog geen besluiten. U legt ze vast tijdens ‘Vergaderen’ (F5)."
_NIETS = "Geen besluit met deze woorden."


class Besluitenscherm(QWidget):
    """Shows the register; ``dossier`` gives the course of a subject, ``verslagblad`` the page of a verslag.

    ``gevolgen`` gives what a besluit changed in a programme.

    ``besloten_gevraagd`` tells whether besloten besluiten are asked, ``link_gekozen`` where a link leads
    (``besluitwoorden``).
    """

    besloten_gevraagd = Signal(bool)
    link_gekozen = Signal(str)

    def __init__(
        self,
        dossier: Callable[[str], Sequence[Dossierstap]],
        verslagblad: Callable[[Registerregel], Verslagblad | None],
        gevolgen: Callable[[str], Sequence[str]],
    ) -> None:
        super().__init__()
        self._gevolgen = gevolgen
        self._dossier = dossier
        self._verslagblad = verslagblad
        self._regels: tuple[Registerregel, ...] = ()
        self._getoond: tuple[Registerregel, ...] = ()
        self.setAccessibleName("Besluiten")
        self.filter = QLineEdit()
        self.filter.setAccessibleName("Zoek in de besluiten")
        self.filter.setPlaceholderText("nummer, onderwerp of woorden uit het besluit")
        self.filter.setToolTip("Nummer, onderwerp of woorden uit het besluit")
        self.filter.setClearButtonEnabled(True)
        self.besloten = QCheckBox("Oo&k besloten")
        self.lijst = QTreeWidget()
        self.lijst.setAccessibleName("Register van besluiten")
        self.lijst.setColumnCount(len(KOPPEN))
        zet_koppen(self.lijst, KOPPEN)
        self.lijst.setRootIsDecorated(False)
        self.lijst.setUniformRowHeights(True)
        self.lijst.setAllColumnsShowFocus(True)
        self.lijst.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        minstens_hoog(self.lijst, 5)
        self.leeg = Leegzin(self.lijst)
        kop = self.lijst.header()
        kop.setAccessibleName("Kolommen van het register")
        kop.setStretchLastSection(False)
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(_REKT, QHeaderView.ResizeMode.Stretch)
        self.tekst = QTextBrowser()
        self.tekst.setAccessibleName("Het besluit")
        self.tekst.setOpenLinks(False)
        minstens_hoog(self.tekst, 5)
        Lettermaat(self.tekst, lambda letters: self.tekst.document().setIndentWidth(letterbreedte(letters) * 3))
        self._leg_uit()
        self.filter.textChanged.connect(self._vul)
        self.filter.returnPressed.connect(self._naar_lijst)
        self.besloten.toggled.connect(self.besloten_gevraagd)
        self.lijst.currentItemChanged.connect(self._toon_besluit)
        self.tekst.anchorClicked.connect(self._link)
        Focusdeur(self, lambda: self.filter)

    def toon(self, regels: Sequence[Registerregel]) -> None:
        """Show these besluiten; the one that was chosen stays so while it is there."""
        self._regels = tuple(regels)
        self._vul()

    @property
    def getoond(self) -> tuple[Registerregel, ...]:
        """The besluiten that the list shows, in its order."""
        return self._getoond

    @property
    def huidig(self) -> Registerregel | None:
        """The besluit that is chosen."""
        item = self.lijst.currentItem()
        id_ = item.data(0, _ID) if item is not None else ""
        return next((regel for regel in self._getoond if regel.besluit.id == id_), None)

    def kies(self, nummer: str) -> None:
        """Choose the besluit of that number; words in the filter that hide it are taken away."""
        if all(regel.besluit.nummer != nummer for regel in self._getoond):
            self.filter.clear()
        for rij, regel in enumerate(self._getoond):
            if regel.besluit.nummer == nummer:
                self.lijst.setCurrentIndex(self.lijst.model().index(rij, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the subject: the number tells the body, and the day stands in the text below."""
        super().resizeEvent(event)
        smal = self.width() < letterbreedte(self.fontMetrics()) * _SMAL
        for kolom in (1, 2):
            self.lijst.setColumnHidden(kolom, smal)

    def _leg_uit(self) -> None:
        label = QLabel("Me&t de woorden")
        label.setBuddy(self.filter)
        boven = QHBoxLayout()
        boven.addWidget(label)
        boven.addWidget(self.filter, 1)
        boven.addWidget(self.besloten)
        deler = QSplitter(Qt.Orientation.Vertical)
        deler.setChildrenCollapsible(False)
        deler.addWidget(self.lijst)
        deler.addWidget(self.tekst)
        deler.setStretchFactor(0, 2)
        deler.setStretchFactor(1, 3)
        kolom = QVBoxLayout(self)
        kolom.addLayout(boven)
        kolom.addWidget(deler, 1)

    def _vul(self) -> None:
        huidig = self.huidig
        self._getoond = find_besluiten(self._regels, self.filter.text())
        with QSignalBlocker(self.lijst):
            self.lijst.clear()
            self.lijst.addTopLevelItems([_item(regel) for regel in self._getoond])
            ids = [regel.besluit.id for regel in self._getoond]
            rij = ids.index(huidig.besluit.id) if huidig and huidig.besluit.id in ids else 0
            self.lijst.setCurrentIndex(self.lijst.model().index(rij, 0))
        self._toon_besluit()

    def _toon_besluit(self) -> None:
        regel = self.huidig
        self.leeg.zeg("" if self._getoond else _NIETS if self._regels else _LEEG)
        self.tekst.setVisible(regel is not None)
        if regel is not None:
            stappen, blad = self._dossier(regel.besluit.agendapunt_id), self._verslagblad(regel)
            self.tekst.setHtml(besluit_als_html(regel, stappen, blad, self._gevolgen(regel.besluit.id)))

    def _naar_lijst(self) -> None:
        self.lijst.setFocus()

    def _link(self, doel: QUrl) -> None:
        self.link_gekozen.emit(QUrl.fromPercentEncoding(doel.toEncoded()))


def _item(regel: Registerregel) -> QTreeWidgetItem:
    besluit = regel.besluit
    uitkomst = f"{besluit.uitkomst.value}{' (hersteld)' if regel.vervangen_door else ''}"
    teksten = [besluit.nummer, kort(besluit.datum), regel.gremium, regel.onderwerp, uitkomst]
    item = QTreeWidgetItem(teksten)
    item.setData(0, _ID, besluit.id)
    dicht = besloten_woord(regel)
    if dicht:
        item.setIcon(0, icon("lock"))
    gezegd = [*teksten, dicht]
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(deel for deel in gezegd if deel))
    for kolom, tekst in enumerate(teksten):
        item.setToolTip(kolom, f"{tekst} ({dicht})" if dicht and not kolom else tekst)
    return item
