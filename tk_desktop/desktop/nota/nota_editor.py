"""The form of a nota: every section by its name, in the order of the paper, kept while it is typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.nota.notahoofd import RAND, Notahoofd
from tk_desktop.desktop.nota.notakop import Notakop
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.text.redenenveld import GetypteReden, Redenenveld
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.desktop.text.sectierij import Sectierij, plusknop
from tk_desktop.desktop.text.stukregels import bijlageregels
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN, Aard, Nota, Sectie, Sectiesoort, Vorm
from tk_desktop.domain.notabewerking import NIET_VAN_TOEPASSING, ingevuld, leeg, verplicht
from tk_desktop.domain.notastand import Notastap, Stand
from tk_desktop.domain.verwijzing import ontkoppel
from tk_desktop.domain.voorstelregels import als_tekst

_REDENEN = {Sectiesoort.ARGUMENTEN: Aard.ARGUMENT, Sectiesoort.KANTTEKENING: Aard.KANTTEKENING}
_ZONDER_NVT = {Sectiesoort.VOORSTEL, Sectiesoort.BIJLAGEN, Sectiesoort.BESLUIT}
_NVT_KNOP = {Sectiesoort.KANTTEKENING, Sectiesoort.KOSTEN, Sectiesoort.COMMUNICATIE, Sectiesoort.VERVOLG}
_SMAL = 70
"""Letters wide up to which names stand above the texts."""
_LAAG = 18
"""Lines high under which the head has one line."""


class NotaEditor(QWidget):
    """Shows one nota to be written; every signal begins with the id of that nota.

    ``sectie_gewijzigd`` tells section and text, ``voorstel_gewijzigd`` the lines of the proposal, ``reden_gewijzigd``
    a ``GetypteReden``, ``reden_verplaatst`` id, point and the one it comes behind (empty: first), ``hoofd_gewijzigd``
    a field (onderwerp, domein, behandelaars, vorm) and its text.
    """

    sectie_gewijzigd = Signal(str, str, str)
    voorstel_gewijzigd = Signal(str, str)
    reden_gewijzigd = Signal(str, object)
    reden_verwijderd = Signal(str, str)
    reden_verplaatst = Signal(str, str, str, str)
    hoofd_gewijzigd = Signal(str, str, str)
    niet_van_toepassing = Signal(str, str)
    stap_gevraagd = Signal(str, str)
    versies_gevraagd = Signal(str)
    velden_veranderd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._nota: Nota | None = None
        self._opname: Momentopname | None = None
        self._rijen: dict[str, Sectierij] = {}
        self._teksten: dict[str, RijkeTekst] = {}
        self._redenen: dict[str, Redenenveld] = {}
        self._erbij: dict[str, QPushButton] = {}
        self._bijlagen: QLabel | None = None
        self._voorstel: RijkeTekst | None = None
        self.hoofd = Notahoofd()
        self.hoofd.stap_gevraagd.connect(self._vraag_stap)
        self.hoofd.versies_gevraagd.connect(self._vraag_versies)
        self.hoofd.schrijfhulp.toggled.connect(self._zet_hulp)
        self.kop = Notakop(self)
        self.kop.gewijzigd.connect(self._hoofd_getypt)
        self.kop.vorm_gekozen.connect(self._kies_vorm)
        self._blad = QWidget()
        self._kolom = QVBoxLayout(self._blad)
        self._kolom.setContentsMargins(RAND, 4, RAND, 12)
        self._kolom.setSpacing(2)
        for rij in self.kop.rijen:
            self._kolom.addWidget(rij)
        self._kolom.addStretch()
        self._rol = Rolblad()
        self._rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rol.setAccessibleName("Formulier van de nota")
        self._rol.setWidget(self._blad)
        self._indeling = QVBoxLayout(self)
        self._indeling.setContentsMargins(0, 0, 0, 0)
        self._indeling.setSpacing(0)
        self._indeling.addWidget(self.hoofd)
        self._indeling.addWidget(self._rol, 1)
        self._zet_hulp(False)

    @property
    def nota_id(self) -> str:
        """The nota that is shown; empty when there is none."""
        return self._nota.id if self._nota else ""

    @property
    def gezien(self) -> Nota | None:
        """The nota as it was kept when it was last shown."""
        return self._nota

    def toon(self, nota: Nota, opname: Momentopname, stappen: Sequence[Notastap] = ()) -> None:
        """Show a nota as it is kept; the same one again leaves cursor and scroll where they are."""
        if self.nota_id != nota.id:
            self.leg_vast()
        secties = sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id))
        anders = self._nota is None or self.nota_id != nota.id or _vormen(self._nota) != _vormen(nota)
        nieuw = self.nota_id != nota.id
        self._nota, self._opname = nota, opname
        if anders:
            self._bouw(secties)
        self._vul(nota, opname, secties, zelfde=not nieuw)
        self.hoofd.toon(nota, opname, stappen)
        self._zet_breedte()
        if nieuw:
            self._rol.verticalScrollBar().setValue(0)

    def leg_vast(self) -> None:
        """Tell at once all that was typed."""
        self.kop.leg_vast()
        if self._voorstel is not None:
            self._voorstel.leg_vast()
        for tekst in tuple(self._teksten.values()):
            tekst.leg_vast()
        for redenen in tuple(self._redenen.values()):
            redenen.leg_vast()

    def ga_naar(self, sectie_id: str) -> None:
        """Put the keyboard in a section, and show it from its name on; an unknown id changes nothing."""
        if sectie_id not in self._rijen:
            return
        rij = self._rijen[sectie_id]
        self._rol.ensureWidgetVisible(rij, 0, self.fontMetrics().height())
        if sectie_id in self._redenen:
            self._redenen[sectie_id].begin()
        elif self._voorstel is not None and rij.isAncestorOf(self._voorstel):
            self._voorstel.setFocus()
        elif self._teksten[sectie_id].isHidden():
            self._erbij[sectie_id].setFocus()
        else:
            self._teksten[sectie_id].setFocus()

    def ga_naar_kop(self, naam: str) -> bool:
        """Put the keyboard in a field of the head, and tell whether there is one of that name."""
        veld = self.kop.veld(naam)
        if veld is None:
            return False
        veld.setFocus()
        # Once a row that was hidden has its place.
        QTimer.singleShot(0, veld, partial(self._rol.ensureWidgetVisible, veld, 0, self.fontMetrics().height()))
        return True

    def huidige_sectie(self) -> str:
        """Return the section in which the keyboard is; empty in the head."""
        waar = self.focusWidget()
        return next((id_ for id_, rij in self._rijen.items() if waar is not None and rij.isAncestorOf(waar)), "")

    def volgende(self) -> None:
        """Go to the next section."""
        self._stap(1)

    def vorige(self) -> None:
        """Go to the section before, or from the first to the subject."""
        self._stap(-1)

    def vul_nvt(self) -> None:
        """Tell of the section where the keyboard is that it does not apply, when it is empty, and go on to the next."""
        id_ = self.huidige_sectie()
        if id_:
            self._nvt(id_)

    def velden(self) -> list[RijkeTekst]:
        """Return the fields with text in the order of the form, for who checks spelling."""
        uit = [self._voorstel] if self._voorstel is not None else []
        for id_ in self._rijen:
            uit += [self._teksten[id_]] if id_ in self._teksten else []
            uit += self._redenen[id_].velden() if id_ in self._redenen else []
        return uit

    def zet_balk(self, balk: QWidget) -> None:
        """Put a bar under the form."""
        self._indeling.addWidget(balk)
        self._rol.setMinimumHeight(self.fontMetrics().height() * 2)  # on the smallest window there is room for both

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Put names above the texts where there is no room beside them."""
        super().resizeEvent(e)
        self._zet_breedte()

    # -- building

    def _bouw(self, secties: Sequence[Sectie]) -> None:
        for rij in self._rijen.values():
            self._kolom.removeWidget(rij)
            rij.hide()
            rij.deleteLater()
        self._rijen, self._teksten, self._redenen, self._erbij = {}, {}, {}, {}
        self._voorstel = self._bijlagen = None
        for rang, sectie in enumerate(secties, len(self.kop.rijen)):
            rij = self._maak_rij(sectie)
            self._rijen[sectie.id] = rij
            self._kolom.insertWidget(rang, rij)
        self._zet_hulp(self.hoofd.schrijfhulp.isChecked())
        self._zet_breedte()
        self.velden_veranderd.emit()

    def _maak_rij(self, sectie: Sectie) -> Sectierij:
        assert self._nota is not None
        vraag = next((v for v in FORMULIEREN[self._nota.vorm].secties if v.soort is sectie.soort), None)
        tekst = RijkeTekst(sectie.kop)
        self._teksten[sectie.id] = tekst
        tekst.getypt.connect(partial(self._sectie_getypt, sectie.id))
        self._volg(tekst)
        doos, delen = QWidget(), QVBoxLayout()
        delen.setContentsMargins(0, 0, 0, 0)
        doos.setLayout(delen)
        match sectie.soort:
            case Sectiesoort.VOORSTEL:
                self._voorstel = RijkeTekst(sectie.kop, zonder_tabel=True, beginmerk="1.")
                self._voorstel.getypt.connect(self._voorstel_getypt)
                self._volg(self._voorstel)
                delen.addWidget(self._voorstel)
                doos.setFocusProxy(self._voorstel)
            case Sectiesoort.ARGUMENTEN | Sectiesoort.KANTTEKENING:
                redenen = self._maak_redenen(_REDENEN[sectie.soort])
                self._redenen[sectie.id] = redenen
                delen.addWidget(tekst)
                delen.addWidget(redenen)
            case Sectiesoort.BIJLAGEN:
                self._bijlagen = QLabel()
                self._bijlagen.setWordWrap(True)
                self._bijlagen.setTextFormat(Qt.TextFormat.PlainText)
                delen.addWidget(self._bijlagen)
        if sectie.id not in self._redenen:
            delen.addWidget(tekst)
        if sectie.soort in {Sectiesoort.VOORSTEL, Sectiesoort.BIJLAGEN, *_REDENEN}:
            tekst.setAccessibleName(f"{sectie.kop}: tekst erbij")
            knop = plusknop("Tekst erbij", f"{sectie.kop}: tekst erbij")
            knop.clicked.connect(partial(self._open_erbij, sectie.id))
            self._erbij[sectie.id] = knop
            delen.addWidget(knop)
        rij = Sectierij(sectie.kop, doos, hulp=vraag.hulp if vraag else "", nvt=sectie.soort in _NVT_KNOP)
        rij.kan_nvt = sectie.soort not in _ZONDER_NVT
        rij.nvt_gevraagd.connect(partial(self._nvt, sectie.id))
        return rij

    def _maak_redenen(self, aard: Aard) -> Redenenveld:
        veld = Redenenveld(aard)
        veld.gewijzigd.connect(self._reden_getypt)
        veld.verwijderd.connect(self._reden_weg)
        veld.verplaatst.connect(self._reden_verplaatst)
        veld.velden_veranderd.connect(partial(self._volg_redenen, veld))
        veld.begonnen.connect(self._toon_straks)
        return veld

    def _vul(self, nota: Nota, opname: Momentopname, secties: Sequence[Sectie], *, zelfde: bool) -> None:
        nummers = opname.nummers
        self.kop.toon(nota, zelfde=zelfde)
        if self._voorstel is not None:
            self._voorstel.toon(ontkoppel(als_tekst(nota.voorstel), nummers), zelfde=True)
        stuk = next((stuk for stuk in opname.stukken if stuk.id == nota.stuk_id), None)
        bijlagen = opname.bijlagen_bij(stuk) if stuk else ()
        genoemd = [bijlage for bijlage in bijlagen if bijlage.genoemd]
        for sectie in secties:
            tekst = self._teksten[sectie.id]
            tekst.toon(ontkoppel(sectie.tekst, nummers), zelfde=True)
            if sectie.id in self._erbij:
                self._toon_erbij(sectie.id, not tekst.is_leeg() or tekst.hasFocus())
            if sectie.id in self._redenen:
                self._redenen[sectie.id].toon(nota, nummers)
            is_leeg = leeg(nota, sectie, bool(genoemd))
            self._rijen[sectie.id].zet_leeg(is_leeg, verplicht=verplicht(nota, sectie))
        if self._bijlagen is not None:
            self._bijlagen.setText(bijlageregels(opname, bijlagen))
        self.hoofd.zet_ingevuld(*ingevuld(nota, bool(genoemd)))

    def _open_erbij(self, sectie_id: str, _: bool = False) -> None:
        self._toon_erbij(sectie_id, True)
        self._teksten[sectie_id].setFocus()

    def _toon_erbij(self, sectie_id: str, aan: bool) -> None:
        """Show the field for text beside points or reasons, or the button that opens it."""
        self._teksten[sectie_id].setVisible(aan)
        self._erbij[sectie_id].setVisible(not aan)

    # -- what the user did

    def _hoofd_getypt(self, wat: str, tekst: str) -> None:
        self.hoofd_gewijzigd.emit(self.nota_id, wat, tekst)

    def _kies_vorm(self, vorm: Vorm) -> None:
        if self._nota is not None and vorm is not self._nota.vorm:
            self.leg_vast()
            self.hoofd_gewijzigd.emit(self.nota_id, "vorm", vorm.value)

    def _sectie_getypt(self, sectie_id: str, tekst: str) -> None:
        self.sectie_gewijzigd.emit(self.nota_id, sectie_id, tekst)

    def _voorstel_getypt(self, tekst: str) -> None:
        self.voorstel_gewijzigd.emit(self.nota_id, tekst)

    def _reden_getypt(self, reden: GetypteReden) -> None:
        self.reden_gewijzigd.emit(self.nota_id, reden)

    def _reden_weg(self, id_: str) -> None:
        self.reden_verwijderd.emit(self.nota_id, id_)

    def _reden_verplaatst(self, id_: str, punt: str, na: str) -> None:
        self.reden_verplaatst.emit(self.nota_id, id_, punt, na)

    def _vraag_stap(self, stand: Stand) -> None:
        self.leg_vast()
        self.stap_gevraagd.emit(self.nota_id, stand.value)

    def _vraag_versies(self) -> None:
        self.leg_vast()
        self.versies_gevraagd.emit(self.nota_id)

    def _nvt(self, sectie_id: str) -> None:
        rij = self._rijen[sectie_id]
        if self._nota is not None and rij.kan_nvt and rij.is_onvoldaan:
            self._teksten[sectie_id].toon(NIET_VAN_TOEPASSING)
            if sectie_id in self._erbij:
                self._toon_erbij(sectie_id, True)
            self.niet_van_toepassing.emit(self.nota_id, sectie_id)
        self._naar_rang(list(self._rijen).index(sectie_id) + 1)

    def _stap(self, stap: int) -> None:
        ids = list(self._rijen)
        nu = self.huidige_sectie()
        self._naar_rang((ids.index(nu) if nu else -1) + stap)

    def _naar_rang(self, rang: int) -> None:
        ids = list(self._rijen)
        if rang < 0:
            self.kop.onderwerp.setFocus()
            self._rol.ensureVisible(0, 0)
        elif rang < len(ids):
            self.ga_naar(ids[rang])

    # -- looks

    def _zet_hulp(self, aan: bool) -> None:
        for rij in (*self.kop.rijen, *self._rijen.values()):
            rij.zet_hulp(aan)

    def _zet_breedte(self) -> None:
        naast = self.width() > letterbreedte(self.fontMetrics()) * _SMAL
        for rij in (*self.kop.rijen, *self._rijen.values()):
            rij.zet_naast(naast)
        self.hoofd.zet_smal(not naast)
        self.hoofd.zet_laag(self.height() < self.fontMetrics().height() * _LAAG)

    def _volg_redenen(self, redenen: Redenenveld) -> None:
        for veld in redenen.velden():
            if veld.property("gevolgd") is None:
                self._volg(veld)
        self.velden_veranderd.emit()

    def _volg(self, veld: RijkeTekst) -> None:
        """Keep the line that is typed in sight, and let the buttons work where the keyboard is."""
        veld.setProperty("gevolgd", True)
        veld.cursorPositionChanged.connect(partial(self._toon_cursor, veld))
        veld.betreden.connect(partial(self.hoofd.zet_veld, veld))

    def _toon_cursor(self, veld: RijkeTekst) -> None:
        if veld.hasFocus():
            plek = veld.viewport().mapTo(self._blad, veld.cursorRect().center())
            self._zie(plek)

    def _toon_straks(self, veld: RijkeTekst) -> None:
        """Show a field that is new, once it has its place."""
        QTimer.singleShot(0, veld, partial(self._toon_cursor, veld))

    def _zie(self, plek: QPoint) -> None:
        self._rol.ensureVisible(plek.x(), plek.y(), 0, self.fontMetrics().height() * 2)


def _vormen(nota: Nota) -> list[tuple[str, str, str]]:
    """Return what decides which rows the form has."""
    rij = sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id))
    return [(sectie.id, sectie.soort.value, sectie.kop) for sectie in rij]
