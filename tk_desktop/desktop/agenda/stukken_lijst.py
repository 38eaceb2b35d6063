"""The papers of one item or of a whole meeting: drop, paste, order, rename, replace and put away."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.agenda.stukken_boom import StukkenBoom
from tk_desktop.desktop.agenda.stukken_model import StukkenModel, local_files
from tk_desktop.desktop.agenda.stukken_taken import Taakregel, Uitkomst
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.text.stukregels import Plaatsing, Stand, Stukregel
from tk_desktop.domain.stuk import Soort

LEEG = "Sleep Word- of pdf-bestanden hierheen, of druk Ctrl+Shift+B."
_FILTERS = (
    "Stukken (*.pdf *.docx *.doc *.odt *.rtf *.xlsx *.xls *.ods *.pptx *.ppt *.odp *.png *.jpg *.jpeg *.txt *.csv)",
    "Pdf-bestanden (*.pdf)",
    "Word-bestanden (*.docx *.doc *.odt *.rtf)",
    "Alle bestanden (*)",
)

Kiezer = Callable[[QWidget, str, bool], list[Path]]
"""Asks the user for files: parent, title, whether more than one may be chosen."""


def choose_files(ouder: QWidget, titel: str, meer: bool, map_: str = "") -> list[Path]:
    """Let the user choose files to add, from ``map_`` on."""
    filters = ";;".join(_FILTERS)
    if meer:
        return [Path(naam) for naam in QFileDialog.getOpenFileNames(ouder, titel, map_, filters)[0]]
    naam = QFileDialog.getOpenFileName(ouder, titel, map_, filters)[0]
    return [Path(naam)] if naam else []


class StukkenLijst(QWidget):
    """Shows the papers that ``load`` gives for an item (an empty id: for the whole meeting).

    ``bewaar_beeld`` keeps a picture from the clipboard (PNG) and returns where. Nothing is changed here; the signals
    tell what the user wants, papers by their id: ``bestanden_gekregen`` (paths, a ``Plaatsing``), ``verplaatst``
    (ids, a ``Plaatsing``), ``soort_gekozen`` (ids, ``Soort``), the three choices (ids, on or off), the others
    by their name.
    """

    geopend = Signal(str)
    gekozen = Signal(str)
    hernoemd = Signal(str, str)
    bestanden_gekregen = Signal(list, object)
    verplaatst = Signal(list, object)
    verwijderd = Signal(list)
    soort_gekozen = Signal(list, object)
    besloten_gekozen = Signal(list, bool)
    afdrukken_gekozen = Signal(list, bool)
    genoemd_gekozen = Signal(list, bool)
    omzetten_gevraagd = Signal(str)
    versies_gevraagd = Signal(str)
    tabellen_gevraagd = Signal(str)
    lakken_gevraagd = Signal(str)
    toegankelijk_gevraagd = Signal(str)
    prullenbak_gevraagd = Signal()

    def __init__(
        self,
        load: Callable[[str], Sequence[Stukregel]],
        bewaar_beeld: Callable[[bytes], Path],
        *,
        kiezer: Kiezer = choose_files,
    ) -> None:
        super().__init__()
        self.setAccessibleName("Stukken")
        self._load = load
        self._bewaar_beeld = bewaar_beeld
        self._kiezer = kiezer
        self._punt_id = ""
        self.model = StukkenModel(self)
        self.boom = StukkenBoom(self.model)
        self.uitkomst = Uitkomst(self)
        self._leeg = _Leeg()
        self._vlak = QStackedWidget()
        self._vlak.addWidget(self.boom)
        self._vlak.addWidget(self._leeg)
        self._taken = QVBoxLayout()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(4)
        kolom.addWidget(self._vlak, 1)
        kolom.addWidget(self.uitkomst)
        kolom.addLayout(self._taken)
        Focusdeur(self, self._vlak.currentWidget)
        self.model.hernoemd.connect(self.hernoemd)
        self.model.bestanden_gekregen.connect(self.bestanden_gekregen)
        self.model.verplaatst.connect(self.verplaatst)
        self.boom.geopend.connect(self.geopend)
        self.boom.gekozen.connect(self.gekozen)
        self.boom.plakken.connect(self.plak)
        self.boom.menu_gevraagd.connect(self._toon_menu)
        self._leeg.gevraagd.connect(self.voeg_toe)
        self._leeg.plakken.connect(self.plak)
        self._leeg.gekregen.connect(self._in_leeg)

    def toon_punt(self, punt_id: str) -> None:
        """Show the papers of one item, or with an empty id those of the whole meeting."""
        self._punt_id = punt_id
        self.reload()

    def reload(self) -> None:
        """Ask for the papers again and show them; what was chosen stays chosen, and the place on the screen too."""
        gekozen, huidig = self.boom.gekozen_ids(), self.boom.huidig_id()
        hoogte = self.boom.verticalScrollBar().value()
        regels = self._load(self._punt_id)
        self.model.show(regels, punt_id=self._punt_id)
        self.boom.expandAll()
        self.boom.kies([huidig, *(id_ for id_ in gekozen if id_ != huidig)])
        if regels and not self.boom.currentIndex().isValid():
            self.boom.setCurrentIndex(self.model.index(0, StukkenModel.TITEL))
        self.boom.verticalScrollBar().setValue(hoogte)
        self._leeg.kan_toevoegen(bool(self._punt_id))
        had = self.boom.hasFocus() or self._leeg.hasFocus()
        vlak = self.boom if regels else self._leeg
        self._vlak.setCurrentWidget(vlak)
        if had:
            vlak.setFocus()

    @property
    def aantal(self) -> int:
        """How many papers are shown."""
        return self.model.aantal

    def gekozen_ids(self) -> list[str]:
        """Return the chosen papers, from top to bottom."""
        return self.boom.gekozen_ids()

    def kies(self, ids: list[str]) -> None:
        """Choose papers and go to the first of them."""
        self.boom.kies(ids)

    def start_taak(self, wat: str) -> Taakregel:
        """Show that files are coming in, with a button to stop; ``Taakregel.sluit`` takes the row away."""
        regel = Taakregel(wat, self)
        self._taken.addWidget(regel)
        return regel

    def leg_vast(self) -> None:
        """End typing in a title and keep it, before a command does something else."""
        if self.boom.state() is StukkenBoom.State.EditingState:
            self.boom.setFocus()

    def open(self) -> None:
        """Open the paper the keyboard is on; while a title is typed, keep that instead."""
        ids = self.gekozen_ids()
        if self.boom.state() is StukkenBoom.State.EditingState:
            self.leg_vast()
        elif ids:
            self.geopend.emit(ids[0])

    def zet_om(self) -> None:
        """Ask for pages of the first chosen paper that travels as it is."""
        los = [id_ for id_ in self.gekozen_ids() if self.model.regel_van(id_).stand is Stand.LOS]
        if los:
            self.omzetten_gevraagd.emit(los[0])

    def hernoem(self) -> None:
        """Let the user type the title of the paper the keyboard is on."""
        index = self.boom.currentIndex()
        if index.isValid() and not self.model.regel(index).is_punt:
            self.boom.edit(index.siblingAtColumn(StukkenModel.TITEL))

    def voeg_toe(self) -> None:
        """Let the user choose files for the place the keyboard is on."""
        plek = self.model.na(self.boom.huidig_id())
        if plek is not None:
            self.kies_voor(plek)

    def kies_voor(self, plek: Plaatsing) -> None:
        """Let the user choose files for a place, or the file that takes the place of a paper."""
        titel = "Vervangen door" if plek.vervangt else "Bestanden toevoegen"
        paden = self._kiezer(self, titel, not plek.vervangt)
        if paden:
            self.bestanden_gekregen.emit(paden, plek)

    def vervang(self) -> None:
        """Let the user choose the file that takes the place of the chosen paper."""
        ids = self.gekozen_ids()
        if ids:
            self.kies_voor(Plaatsing(vervangt=ids[0], uitleg=""))

    def plak(self) -> None:
        """Put the files or the picture on the clipboard at the place the keyboard is on."""
        plek = self.model.na(self.boom.huidig_id())
        paden = self._van_klembord() if plek is not None else []
        if paden:
            self.bestanden_gekregen.emit(paden, plek)

    def plak_vervangt(self) -> None:
        """Put the first file, or the picture, on the clipboard in the place of the chosen paper."""
        ids = self.gekozen_ids()
        paden = self._van_klembord() if ids else []
        if paden:
            self.bestanden_gekregen.emit(paden[:1], Plaatsing(vervangt=ids[0], uitleg=""))

    def omhoog(self) -> None:
        """Move the chosen papers one place up among their neighbours."""
        self._schuif(-1)

    def omlaag(self) -> None:
        """Move the chosen papers one place down among their neighbours."""
        self._schuif(1)

    def verwijder(self) -> None:
        """Put the chosen papers away."""
        if self.gekozen_ids():
            self.verwijderd.emit(self.gekozen_ids())

    def versies(self) -> None:
        """Ask for the versions of the chosen paper."""
        ids = self.gekozen_ids()
        if ids:
            self.versies_gevraagd.emit(ids[0])

    def tabellen(self) -> None:
        """Ask for the tables of amounts in the chosen paper."""
        ids = self.gekozen_ids()
        if ids:
            self.tabellen_gevraagd.emit(ids[0])

    def lakken(self) -> None:
        """Ask to redact the chosen paper."""
        ids = self.gekozen_ids()
        if ids:
            self.lakken_gevraagd.emit(ids[0])

    def toegankelijk(self) -> None:
        """Ask whether everybody can read the chosen paper."""
        ids = self.gekozen_ids()
        if ids:
            self.toegankelijk_gevraagd.emit(ids[0])

    def menu(self) -> QMenu:
        """Return the menu of the chosen papers: everything that can be done with them."""
        ids = self.gekozen_ids()
        menu = QMenu(self)
        _actie(menu, "&Bestand toevoegen…", "paperclip", self.voeg_toe, "Ctrl+Shift+B")
        _actie(menu, "&Plakken", "clipboard-paste", self.plak, "Ctrl+V")
        if ids:
            self._vul_menu(menu, ids)
        menu.addSeparator()
        _actie(menu, "Prullenb&ak…", "archive-restore", self.prullenbak_gevraagd.emit)
        return menu

    def _vul_menu(self, menu: QMenu, ids: list[str]) -> None:
        regels = [self.model.regel_van(id_) for id_ in ids]
        menu.addSeparator()
        _actie(menu, "&Openen", "book-open", self.open, "Enter")
        _actie(menu, "&Titel wijzigen", "pencil", self.hernoem, "F2")
        _actie(menu, "&Vervangen…", "refresh-cw", self.vervang, "Ctrl+H")
        _actie(menu, "Vervangen door het klem&bord", "clipboard-paste", self.plak_vervangt, "Ctrl+Shift+H")
        _actie(menu, "Ve&rsies…", "history", self.versies)
        _actie(menu, "Tabellen met bedra&gen…", "table", self.tabellen)
        _actie(menu, "&Weglakken…", "square", self.lakken)
        _actie(menu, "Toegan&kelijkheid…", "user-check", self.toegankelijk)
        if any(regel.stand is Stand.LOS for regel in regels):
            _actie(menu, "Omzetten naar p&df", "file-text", self.zet_om)
        menu.addSeparator()
        soorten = menu.addMenu("&Soort")
        for soort in Soort:
            keuze = soorten.addAction(soort.value.capitalize())
            keuze.setCheckable(True)
            keuze.setChecked(all(regel.soort is soort for regel in regels))
            keuze.triggered.connect(lambda _=False, soort=soort: self.soort_gekozen.emit(ids, soort))
        if any(regel.erft_besloten for regel in regels):
            menu.addAction(icon("lock"), "Besloten door het punt of de nota").setEnabled(False)
        else:
            dicht = all(regel.besloten for regel in regels)
            _vink(menu, "Beslo&ten", dicht, lambda aan: self.besloten_gekozen.emit(ids, aan))
        _vink(menu, "&Afdrukken", all(r.afdrukken for r in regels), lambda aan: self.afdrukken_gekozen.emit(ids, aan))
        if all(regel.is_bijlage for regel in regels):
            genoemd = all(regel.genoemd for regel in regels)
            _vink(menu, "In de &lijst van de nota", genoemd, lambda aan: self.genoemd_gekozen.emit(ids, aan))
        menu.addSeparator()
        _actie(menu, "Om&hoog", "arrow-up", self.omhoog, "Alt+Shift+Up")
        _actie(menu, "Om&laag", "arrow-down", self.omlaag, "Alt+Shift+Down")
        _actie(menu, "Naar de prullen&bak", "trash-2", self.verwijder, "Del")

    def _toon_menu(self, plek: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(plek)

    def _van_klembord(self) -> list[Path]:
        data = QApplication.clipboard().mimeData()
        paden = local_files(data)
        if not paden and data.hasImage():
            paden = [self._bewaar_beeld(_als_png(QImage(data.imageData())))]
        return paden

    def _schuif(self, stap: int) -> None:
        ids = self.gekozen_ids()
        if not ids:
            return
        buren, eerste = self.model.buren(ids[0])
        groep = [id_ for id_ in ids if id_ in buren]
        laatste = buren.index(groep[-1])
        rest = [id_ for id_ in buren if id_ not in groep]
        voor_mij = sum(buren.index(id_) < (eerste if stap < 0 else laatste) for id_ in rest)
        doel = voor_mij + stap
        if not 0 <= doel <= len(rest):
            return
        ouder = self.model.ouder(ids[0])
        voor = rest[doel] if doel < len(rest) else ""
        self.verplaatst.emit(groep, Plaatsing(punt_id=ouder.punt_id, hoort_bij=ouder.hoort_bij, voor=voor, uitleg=""))

    def _in_leeg(self, paden: list[Path]) -> None:
        self.bestanden_gekregen.emit(paden, Plaatsing(punt_id=self._punt_id, uitleg=""))


class _Leeg(QWidget):
    """What stands here before there is a paper: a sentence and a button; files may be dropped on all of it."""

    gevraagd = Signal()
    plakken = Signal()
    gekregen = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Nog geen stukken")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._zin = QLabel()
        self._zin.setWordWrap(True)
        self._zin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zin.setProperty("zacht", "ja")
        self._knop = QPushButton("Bestand toevoegen…")
        self._knop.setProperty("hoofd", "ja")
        self._knop.clicked.connect(self.gevraagd)
        kolom = QVBoxLayout(self)
        kolom.addStretch(2)
        kolom.addWidget(self._zin)
        kolom.addWidget(self._knop, 0, Qt.AlignmentFlag.AlignCenter)
        kolom.addStretch(3)

    def kan_toevoegen(self, kan: bool) -> None:
        """Say what to do: drop files, or first choose an item."""
        self.setAcceptDrops(kan)
        self._knop.setVisible(kan)
        self._zin.setText(LEEG if kan else "Kies een agendapunt; daar komen de stukken.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        event.acceptProposedAction()
        self.gekregen.emit(local_files(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with Ctrl+V."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.plakken.emit()
        else:
            super().keyPressEvent(event)


def _actie(menu: QMenu, tekst: str, beeld: str, doe: Callable[[], None], toets: str = "") -> None:
    """Add a command; its key is only told, for it belongs to the window."""
    actie = menu.addAction(icon(beeld), f"{tekst}\t{toets_van(toets).toString(_EIGEN)}" if toets else tekst)
    actie.triggered.connect(lambda _=False: doe())


def _vink(menu: QMenu, tekst: str, aan: bool, kies: Callable[[bool], None]) -> None:
    actie = menu.addAction(tekst)
    actie.setCheckable(True)
    actie.setChecked(aan)
    actie.triggered.connect(lambda _=False: kies(not aan))


def _als_png(beeld: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    beeld.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


_EIGEN = QKeySequence.SequenceFormat.NativeText
