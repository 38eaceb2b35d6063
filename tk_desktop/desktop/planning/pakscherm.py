"""Looking a received pack over before it is taken in: the page beside what was read there, doubts first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.icons import blanco, icon
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat
from tk_desktop.domain.nummer import Nummer
from tk_desktop.intake.bronregels import Vindplaats
from tk_desktop.intake.pakverbetering import WaardeNietMogelijk, beantwoord, is_te_verbeteren, verbeter
from tk_desktop.intake.pakvoorstel import (
    Deelsoort,
    Pakdeel,
    Pakvoorstel,
    bevestig,
    kies_soort,
    noem,
    splits,
    verschuif,
    voeg_samen,
)
from tk_desktop.paper.bladbeeld import Beeld

Getekend = tuple[int, Beeld]
"""A page (from 1) and its pixels."""

VraagBlad = Callable[[int, Callable[[Getekend], None]], object]
"""Has a page drawn beside other work; calls back, in the thread of the window, with what was drawn."""

_SOORTEN = {
    Deelsoort.UITNODIGING: "Uitnodiging",
    Deelsoort.AGENDA: "Agenda",
    Deelsoort.NOTA: "Nota",
    Deelsoort.BIJLAGE: "Bijlage",
    Deelsoort.VERSLAG: "Verslag",
    Deelsoort.STUK: "Ander stuk",
    Deelsoort.WEGLATEN: "Niet innemen",
}
_ROL = Qt.ItemDataRole.UserRole
SCHAAL = 1.6
"""Pixels to a point in which a page is drawn."""


@dataclass(frozen=True, slots=True)
class _Regel:
    """One line of the list: a part by its place, or a field by its id."""

    deel: int = -1
    veld: str = ""


class Pakscherm(QDialog):
    """Shows a proposal; ``opnemen`` gives it as corrected, when the user agrees. Nothing is stored before that."""

    opnemen = Signal(object)

    def __init__(self, voorstel: Pakvoorstel, vraag_blad: VraagBlad, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.voorstel = voorstel
        self._vraag_blad = vraag_blad
        self._pagina = 0
        self._plek: Vindplaats | None = None
        self._beeld: QImage | None = None
        self._vult = False
        self.setWindowTitle(f"Nakijken en innemen: {voorstel.bron.name}")
        self.balk = Meldbalk(sluitbaar=False)
        self.balk.hide()
        self._bouw()
        self._vul_lijst()
        for toets, doe in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(toets_van(toets), self, partial(self._spring, doe))
        QShortcut(toets_van("Ctrl+Return"), self, self._neem_op)
        letter = self.fontMetrics()
        geef_maat(self, letter.averageCharWidth() * 150, letter.height() * 40)
        self.lijst.setCurrentRow(0)

    def _bouw(self) -> None:
        self.blad = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        rol = QScrollArea()
        rol.setWidget(self.blad)
        rol.setWidgetResizable(True)
        rol.setAccessibleName("Bladzijde")
        self.rol = rol
        self.waar = QLabel()
        vorige, volgende = QPushButton("◀ Blad"), QPushButton("Blad ▶")
        vorige.setAccessibleName("Vorige bladzijde")
        volgende.setAccessibleName("Volgende bladzijde")
        vorige.clicked.connect(partial(self._blader, -1))
        volgende.clicked.connect(partial(self._blader, 1))
        onder = QHBoxLayout()
        for ding in (vorige, self.waar, volgende):
            onder.addWidget(ding)
        links = QWidget()
        kolom = QVBoxLayout(links)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(rol, 1)
        kolom.addLayout(onder)
        vlak = QSplitter(Qt.Orientation.Horizontal)
        vlak.addWidget(links)
        vlak.addWidget(self._rechts())
        vlak.setStretchFactor(0, 1)
        vlak.setStretchFactor(1, 1)
        vlak.setChildrenCollapsible(False)
        knoppen = Knoppenrij()
        self.klaar = knoppen.addButton("&Innemen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.klaar.setProperty("hoofd", "ja")
        self.klaar.setToolTip("Alles innemen zoals het hier staat (Ctrl+Enter)")
        knoppen.addButton("Niet innemen", QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.accepted.connect(self._neem_op)
        knoppen.rejected.connect(self.reject)
        for knop in (*self.findChildren(QPushButton), *knoppen.findChildren(QPushButton)):
            knop.setAutoDefault(False)
        alles = QVBoxLayout(self)
        alles.addWidget(self.balk)
        alles.addWidget(vlak, 1)
        alles.addWidget(knoppen)

    def _rechts(self) -> QWidget:
        self.telling = QLabel()
        self.telling.setWordWrap(True)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Wat er is gelezen, het onzekere eerst")
        self.lijst.setWordWrap(True)
        self.lijst.currentItemChanged.connect(self._toon)
        self.vraag = QLabel()
        self.vraag.setWordWrap(True)
        self.soort, self.punt, self.titel, self.van = QComboBox(), QLineEdit(), QLineEdit(), QSpinBox()
        for soort, naam in _SOORTEN.items():
            self.soort.addItem(naam, soort)
        self.soort.activated.connect(self._kies_soort)
        self.punt.editingFinished.connect(self._kies_punt)
        self.titel.editingFinished.connect(self._noem)
        self.van.setRange(1, max(1, self.voorstel.paginas))
        self.van.setKeyboardTracking(False)
        self.van.valueChanged.connect(self._verschuif)
        self.vorm = QFormLayout()
        self.vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for naam, ding in (
            ("&Soort", self.soort),
            ("Agenda&punt", self.punt),
            ("&Tekst", self.titel),
            ("Begint op &bladzijde", self.van),
        ):
            self.vorm.addRow(naam, ding)
            ding.setAccessibleName(naam.replace("&", ""))
        self.goed, self.knip, self.samen = (
            QPushButton("&Klopt"),
            QPushButton("Sp&lits op dit blad"),
            QPushButton("&Voeg bij vorige"),
        )
        self.goed.clicked.connect(self._klopt)
        self.knip.clicked.connect(self._splits)
        self.samen.clicked.connect(self._voeg_samen)
        rij = QHBoxLayout()
        for knop in (self.goed, self.knip, self.samen):
            rij.addWidget(knop)
        rechts = QWidget()
        kolom = QVBoxLayout(rechts)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self.telling)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self.vraag)
        kolom.addLayout(self.vorm)
        kolom.addLayout(rij)
        return rechts

    def _regels(self) -> list[tuple[_Regel, str, bool]]:
        """Return the lines of the list: what each is, its words, and whether it asks something; questions first."""
        delen = [(_Regel(deel=nr), _deeltekst(deel), bool(deel.twijfel)) for nr, deel in enumerate(self.voorstel.delen)]
        velden = [
            (
                _Regel(veld=veld.id),
                f"{veld.naam}: {veld.twijfel or veld.waarde or 'niet gevonden'}",
                bool(veld.twijfel) or not veld.waarde,
            )
            for veld in self.voorstel.velden
        ]
        return sorted([*delen, *velden], key=lambda regel: not regel[2])

    def _vul_lijst(self, kies: _Regel | None = None) -> None:
        """Show all lines again, with the same one chosen where it is still there."""
        rij = self.lijst.currentRow()
        self._vult = True
        self.lijst.clear()
        regels = self._regels()
        for regel, tekst, vraagt in regels:
            ding = QListWidgetItem(icon("circle-question-mark") if vraagt else blanco(), tekst)
            ding.setData(_ROL, regel)
            ding.setData(Qt.ItemDataRole.AccessibleTextRole, f"{'Vraag: ' if vraagt else ''}{tekst}")
            self.lijst.addItem(ding)
        self._vult = False
        vragen = sum(vraagt for *_, vraagt in regels)
        woorden = "Er is niets onzeker." if not vragen else f"{vragen} om na te kijken (F8 is de volgende)."
        self.telling.setText(f"{len(self.voorstel.delen)} delen, {self.voorstel.paginas} bladzijden. {woorden}")
        plaats = next((nr for nr, (regel, *_) in enumerate(regels) if regel == kies), min(max(rij, 0), len(regels) - 1))
        self.lijst.setCurrentRow(plaats)

    def _regel(self) -> _Regel:
        ding = self.lijst.currentItem()
        regel = ding.data(_ROL) if ding is not None else None
        return regel if isinstance(regel, _Regel) else _Regel()

    def _toon(self) -> None:
        """Show the chosen line: its page with its place, what is asked, and its fields."""
        if self._vult:
            return
        regel = self._regel()
        deel = self.voorstel.delen[regel.deel] if regel.deel >= 0 else None
        veld = next((een for een in self.voorstel.velden if een.id == regel.veld), None)
        self._vult = True
        self.vraag.setText(deel.twijfel if deel else veld.twijfel if veld else "")
        self.vraag.setVisible(bool(self.vraag.text()))
        for ding in (self.soort, self.punt, self.van):
            self.vorm.setRowVisible(ding, deel is not None)
        self.vorm.setRowVisible(self.titel, deel is not None or (veld is not None and is_te_verbeteren(veld.id)))
        self.knip.setVisible(deel is not None)
        self.samen.setVisible(deel is not None)
        self.goed.setEnabled(bool(self.vraag.text()))
        if deel is not None:
            self.soort.setCurrentIndex(self.soort.findData(deel.soort))
            self.punt.setText(str(deel.nummer or ""))
            self.titel.setText(deel.titel)
            self.titel.setCursorPosition(0)
            self.van.setValue(deel.van)
        elif veld is not None:
            self.titel.setText(veld.waarde)
        self._vult = False
        plek = deel.plek if deel and deel.plek else Vindplaats(deel.van) if deel else veld.plek if veld else None
        if plek is not None and plek.pagina:
            self._ga_naar(plek.pagina, plek)

    def _ga_naar(self, pagina: int, plek: Vindplaats | None) -> None:
        self._plek = plek
        self.waar.setText(f"Bladzijde {pagina} van {self.voorstel.paginas}")
        if pagina != self._pagina:
            self._pagina = pagina
            self._beeld = None
            self.blad.setText(f"Bladzijde {pagina} wordt getekend…")
            self._vraag_blad(pagina, self.toon_beeld)
        else:
            self._teken()

    def toon_beeld(self, getekend: Getekend) -> None:
        """Show a page that was drawn, when it is still the one that is looked at."""
        pagina, beeld = getekend
        if pagina == self._pagina:
            vorm = QImage.Format.Format_RGB32
            self._beeld = QImage(beeld.punten, beeld.breedte, beeld.hoogte, beeld.stap, vorm).copy()
            self._teken()

    def _teken(self) -> None:
        """Draw the page as wide as there is room, with a frame around what was read."""
        if self._beeld is None:
            return
        kaart = QPixmap.fromImage(self._beeld)
        if self._plek is not None and self._plek.kader is not None and self._plek.pagina == self._pagina:
            kader, hoog = self._plek.kader, self._beeld.height() / SCHAAL
            painter = QPainter(kaart)
            painter.setPen(QPen(QColor("#b45309"), 3))
            vak = QRectF(kader.x0 - 3, hoog - kader.y1 - 3, kader.x1 - kader.x0 + 6, kader.y1 - kader.y0 + 6)
            painter.drawRect(QRectF(vak.topLeft() * SCHAAL, vak.size() * SCHAAL))
            painter.end()
            boven = round((hoog - kader.y1) * SCHAAL)
        else:
            boven = 0
        breed = max(self.rol.viewport().width(), self.fontMetrics().averageCharWidth() * 40)
        self.blad.setPixmap(kaart.scaledToWidth(breed, Qt.TransformationMode.SmoothTransformation))
        deel = breed / max(1, kaart.width())
        self.rol.verticalScrollBar().setValue(max(0, round(boven * deel) - self.rol.viewport().height() // 3))

    def _blader(self, stap: int) -> None:
        pagina = min(max(1, self._pagina + stap), self.voorstel.paginas)
        self._ga_naar(pagina, None)

    def _spring(self, stap: int) -> None:
        """Go to the next line that asks something, round and round."""
        vragen = [nr for nr, (*_, vraagt) in enumerate(self._regels()) if vraagt]
        if vragen:
            nu = self.lijst.currentRow()
            verder = [nr for nr in vragen if nr > nu] if stap > 0 else [nr for nr in vragen if nr < nu][::-1]
            self.lijst.setCurrentRow(verder[0] if verder else vragen[0 if stap > 0 else -1])
            self.lijst.setFocus()

    def _wijzig(self, werk: Callable[[Pakvoorstel], Pakvoorstel], kies: _Regel | None = None) -> None:
        """Correct the proposal; what cannot be is told, and changes nothing."""
        if self._vult:
            return
        self.balk.hide()
        with self.balk.meldt():
            self.voorstel = werk(self.voorstel)
        self._vul_lijst(kies or self._regel())

    def _kies_soort(self) -> None:
        soort, deel = self.soort.currentData(), self._regel().deel
        self._wijzig(lambda voorstel: kies_soort(voorstel, deel, Deelsoort(soort)))

    def _kies_punt(self) -> None:
        tekst, plaats = self.punt.text().strip(), self._regel().deel
        if self._vult or plaats < 0 or tekst == str(self.voorstel.delen[plaats].nummer or ""):
            return

        def zet(voorstel: Pakvoorstel) -> Pakvoorstel:
            try:
                nummer = Nummer.lees(tekst)
            except ValueError as fout:
                raise WaardeNietMogelijk(waarde=tekst, oorzaak="dit is geen nummer, zoals 2a") from fout
            return noem(voorstel, plaats, nummer=nummer)

        self._wijzig(zet)

    def _noem(self) -> None:
        regel, tekst = self._regel(), self.titel.text()
        if regel.deel >= 0 and tekst != self.voorstel.delen[regel.deel].titel:
            self._wijzig(lambda voorstel: noem(voorstel, regel.deel, titel=tekst))
        elif regel.veld and is_te_verbeteren(regel.veld):
            oud = next((veld.waarde for veld in self.voorstel.velden if veld.id == regel.veld), tekst)
            if tekst != oud:
                self._wijzig(lambda voorstel: verbeter(voorstel, regel.veld, tekst))

    def _verschuif(self, van: int) -> None:
        deel = self._regel().deel
        if deel >= 0:
            self._wijzig(lambda voorstel: verschuif(voorstel, deel, van))

    def _klopt(self) -> None:
        """Answer what is asked, and go on to the next question."""
        regel = self._regel()
        if regel.deel >= 0:
            self._wijzig(lambda voorstel: bevestig(voorstel, regel.deel))
        elif regel.veld:
            self._wijzig(lambda voorstel: beantwoord(voorstel, regel.veld))
        self.lijst.setCurrentRow(0)

    def _splits(self) -> None:
        pagina = self._pagina
        plaats = sum(deel.van < pagina for deel in self.voorstel.delen)
        self._wijzig(lambda voorstel: splits(voorstel, pagina), _Regel(deel=plaats))

    def _voeg_samen(self) -> None:
        deel = self._regel().deel
        self._wijzig(lambda voorstel: voeg_samen(voorstel, deel), _Regel(deel=max(0, deel - 1)))

    def _neem_op(self) -> None:
        self.opnemen.emit(self.voorstel)
        self.accept()


def _deeltekst(deel: Pakdeel) -> str:
    bladen = f"blad {deel.van}" if deel.van == deel.tot else f"blad {deel.van}-{deel.tot}"
    punt = f"{deel.nummer} " if deel.nummer else ""
    rang = f" {deel.rang}" if deel.rang else ""
    return f"{punt}{_SOORTEN[deel.soort]}{rang} · {deel.titel} ({bladen})"
