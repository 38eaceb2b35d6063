"""Looking a received pack over before it is taken in: the page beside what was read there, doubts first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladkijker import Bladkijker, VraagBlad
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.icons import blanco, icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.planning.regelkijker import Regelkijker
from tk_desktop.desktop.planning.rubriekvak import Rubriekvak
from tk_desktop.desktop.session.dialoog import Knoppenrij, Rolvak, geef_maat
from tk_desktop.domain.opsomming import meervoud, opsomming
from tk_desktop.intake.bronregels import Vindplaats
from tk_desktop.intake.pakrubrieken import rubrieken
from tk_desktop.intake.pakverbetering import beantwoord, lees_nummer, verbeter
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

_SOORTEN = {
    Deelsoort.UITNODIGING: "Uitnodiging",
    Deelsoort.AGENDA: "Agenda",
    Deelsoort.NOTA: "Nota",
    Deelsoort.BIJLAGE: "Bijlage",
    Deelsoort.VERSLAG: "Verslag",
    Deelsoort.STUK: "Ander stuk",
    Deelsoort.WEGLATEN: "Niet innemen",
}
_NIETS = (
    "TK Desktop herkent hierin geen agenda, nota of verslag. Is het een vergaderset van een andere organisatie? "
    "Wijs dan met ‘Indeling leren’ (Ctrl+L) aan wat de regels zijn; het volgende pak van die organisatie gaat daarna "
    "vanzelf."
)
_SCAN = (
    "Dit is een scan: op de bladzijden staat geen tekst. Kies ‘Woorden herkennen’ (Ctrl+T); TK Desktop leest hem "
    "daarna zoals elk ander pak. Dat duurt enkele tellen per bladzijde."
)
_SCAN_ZONDER_WOORDEN = (
    "Ook in de beelden van deze scan zijn geen woorden gevonden. Hoort hij bij een agendapunt? Voeg hem daar dan toe "
    "(Ctrl+Shift+B)."
)
_NIETS_IN_WORD = (
    "TK Desktop herkent hierin geen agenda, nota, verslag of actielijst. Is het een stuk? Voeg het dan toe bij zijn "
    "agendapunt."
)
_WELKE = "Hierin staat niet voor welke vergadering het is. Kies onderaan bij welke vergadering het hoort."
_ROL = Qt.ItemDataRole.UserRole
_LANGSTE = 200
"""Signs of a line in the list; a question that quotes a long passage stands whole beneath it."""
Keuze = tuple[str, str]
"""The id of a meeting and what it is called."""


@dataclass(frozen=True, slots=True)
class _Regel:
    """One line of the list: a part by its place, or a field by its id."""

    deel: int = -1
    veld: str = ""


class Pakscherm(QDialog):
    """Shows a proposal; ``opnemen`` gives it as corrected, when the user agrees. Nothing is stored before that.

    With it goes the id of one of ``vergaderingen`` that was chosen for a pack that does not tell its own
    (``vraagt_vergadering``); ``voorkeur`` is the one that its papers name. ``leren`` asks to teach how papers of this
    kind are laid out, to read the pack again by that; ``herkennen`` to recognise the words of a scan first.
    """

    opnemen = Signal(object, str)
    leren = Signal()
    herkennen = Signal()

    def __init__(
        self,
        voorstel: Pakvoorstel,
        vraag_blad: VraagBlad,
        ouder: QWidget | None = None,
        *,
        vergaderingen: Sequence[Keuze] = (),
        voorkeur: str = "",
        vraagt_vergadering: bool = False,
        herkend: bool = False,
        opmerkingen: Sequence[str] = (),
    ) -> None:
        super().__init__(ouder)
        self.opmerking = QLabel(" ".join(opmerkingen), self)
        self.opmerking.setWordWrap(True)
        self.opmerking.setTextFormat(Qt.TextFormat.PlainText)
        self.opmerking.setVisible(bool(opmerkingen))
        self._herkend = herkend
        self.voorstel = voorstel
        self._vergaderingen = vergaderingen
        self._voorkeur = voorkeur
        self._vraagt = vraagt_vergadering
        self._vraag_blad = vraag_blad
        self._vult = False
        self.setWindowTitle(f"Nakijken en innemen: {voorstel.bron.name}")
        self.balk = Meldbalk(sluitbaar=False)
        self.balk.hide()
        self._bouw()
        self._vul_lijst()
        for toets, doe in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(toets_van(toets), self, partial(self._spring, doe))
        QShortcut(toets_van("Ctrl+Return"), self, self._neem_op)
        QShortcut(toets_van("Ctrl+L"), self, self.leer.click)
        QShortcut(toets_van("Ctrl+T"), self, self.herken.click)
        kijker = self.tekst if voorstel.regels else self.kijker
        for toets, doe in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(toets_van(toets), self, partial(kijker.zoom, doe))
        letter = self.fontMetrics()
        geef_maat(self, letterbreedte(letter) * 230, letter.height() * 60)
        self.lijst.setCurrentRow(0)

    def _bouw(self) -> None:
        self.kijker = Bladkijker(self.voorstel.paginas, self._vraag_blad)
        self.tekst = Regelkijker(self.voorstel.regels)
        self.tekst.setVisible(bool(self.voorstel.regels))
        self.kijker.setHidden(bool(self.voorstel.regels))
        vlak = QSplitter(Qt.Orientation.Horizontal)
        links = QWidget()
        stapel = QVBoxLayout(links)
        stapel.setContentsMargins(0, 0, 0, 0)
        stapel.addWidget(self.kijker)
        stapel.addWidget(self.tekst)
        vlak.addWidget(links)
        vlak.addWidget(self._rechts())
        vlak.setStretchFactor(0, 3)
        vlak.setStretchFactor(1, 2)
        vlak.setChildrenCollapsible(False)
        knoppen = Knoppenrij()
        self.klaar = knoppen.addButton("&Innemen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.klaar.setProperty("hoofd", "ja")
        self.klaar.setToolTip("Alles innemen zoals het hier staat (Ctrl+Enter)")
        self.klaar.setEnabled(self.voorstel.lezing.heeft_stukken)
        self.leer = knoppen.addButton("Indeling le&ren…", QDialogButtonBox.ButtonRole.ActionRole)
        self.leer.setToolTip("Aanwijzen wat de regels van dit pak zijn (Ctrl+L)")
        self.leer.clicked.connect(self.leren)
        wijsbaar = not self.voorstel.regels and not self.voorstel.scan and not self._herkend
        self.leer.setEnabled(wijsbaar)  # lines on a page are pointed at, those of the file itself
        self.leer.setVisible(self.leer.isEnabled())
        self.herken = knoppen.addButton("&Woorden herkennen", QDialogButtonBox.ButtonRole.ActionRole)
        self.herken.setToolTip("De woorden op de bladzijden laten herkennen en het pak daarmee lezen (Ctrl+T)")
        self.herken.clicked.connect(self.herkennen)
        self.herken.setVisible(self.voorstel.scan and not self._herkend)
        self.herken.setProperty("hoofd", "ja")
        knoppen.addButton("Niet innemen", QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.accepted.connect(self._neem_op)
        knoppen.rejected.connect(self.reject)
        for knop in (*self.findChildren(QPushButton), *knoppen.findChildren(QPushButton)):
            knop.setAutoDefault(False)
        alles = QVBoxLayout(self)
        alles.addWidget(self.balk)
        alles.addWidget(vlak, 1)
        alles.addLayout(self._welke())
        alles.addWidget(knoppen)

    def _welke(self) -> QFormLayout:
        """Return the choice of a meeting, which is asked of a pack that does not tell its own."""
        self.vergadering = QComboBox()
        self.vergadering.setAccessibleName("Bij welke vergadering")
        self.vergadering.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.vergadering.setMinimumContentsLength(12)
        self.vergadering.addItem("Kies de vergadering…", "")
        for id_, naam in self._vergaderingen:
            self.vergadering.addItem(naam, id_)
        self.vergadering.setCurrentIndex(max(0, self.vergadering.findData(self._voorkeur)))
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("Bij welke ver&gadering", self.vergadering)
        vorm.setRowVisible(self.vergadering, self._vraagt)
        return vorm

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
            ("&Titel", self.titel),
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
        rij = Stroom()
        for knop in (self.goed, self.knip, self.samen):
            rij.addWidget(knop)
        self.rubrieken = Rubriekvak()
        self.rubrieken.verbeterd.connect(self._verbeter)
        onder = QVBoxLayout()
        onder.addWidget(self.vraag)
        onder.addLayout(self.vorm)
        onder.addWidget(self.rubrieken)
        onder.addStretch(1)
        rechts = QWidget()
        kolom = QVBoxLayout(rechts)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self.telling)
        kolom.addWidget(self.opmerking)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(Rolvak(onder), 1)
        kolom.addLayout(rij)
        return rechts

    def toon_herkennen(self, wat: str, gedaan: int, totaal: int) -> None:
        """Show how far recognising is; with the window it stops."""
        self.herken.setEnabled(False)
        self.telling.setText(f"{wat}: bladzijde {min(gedaan + 1, totaal)} van {totaal}. Met Esc stopt het.")

    def weiger_herkennen(self, fout: TkError) -> None:
        """Show why the words could not be recognised, and offer it again."""
        self.balk.toon(fout)
        self.herken.setEnabled(True)
        self._vul_lijst()

    def _regels(self) -> list[tuple[_Regel, str, bool]]:
        """Return the lines of the list: what each is, its words, and whether it asks something; questions first."""
        delen = [(_Regel(deel=nr), _deeltekst(deel), bool(deel.twijfel)) for nr, deel in enumerate(self.voorstel.delen)]
        velden = [
            (
                _Regel(veld=veld.id),
                f"{veld.naam}: {veld.twijfel or veld.waarde or 'niet gevonden'}",
                veld.vraagt,
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
            ding = QListWidgetItem(
                icon("circle-question-mark") if vraagt else blanco(), shorten(tekst, _LANGSTE, placeholder=" …")
            )
            ding.setData(_ROL, regel)
            ding.setData(Qt.ItemDataRole.AccessibleTextRole, f"{'Vraag: ' if vraagt else ''}{tekst}")
            self.lijst.addItem(ding)
        self._vult = False
        vragen = sum(vraagt for *_, vraagt in regels)
        if not self.voorstel.lezing.heeft_stukken:
            scan = _SCAN_ZONDER_WOORDEN if self._herkend else _SCAN
            niets = scan if self.voorstel.scan else _NIETS
            self.telling.setText(_NIETS_IN_WORD if self.voorstel.regels else niets)
            self.lijst.setCurrentRow(0)
            return
        woorden = "Er is niets onzeker." if not vragen else f"{vragen} om na te kijken (F8 is de volgende)."
        self.telling.setText(f"{_inhoud(self.voorstel)} {woorden}")
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
        for ding in (self.soort, self.punt, self.titel, self.van):
            self.vorm.setRowVisible(ding, deel is not None)
        self.rubrieken.toon(rubrieken(self.voorstel, veld.id) if veld else ())
        self.knip.setVisible(deel is not None)
        self.samen.setVisible(deel is not None)
        self.goed.setEnabled(bool(self.vraag.text()) or (veld is not None and veld.vraagt))
        if deel is not None:
            self.soort.setCurrentIndex(self.soort.findData(deel.soort))
            self.punt.setText(str(deel.nummer or ""))
            self.titel.setText(deel.titel)
            self.titel.setCursorPosition(0)
            self.van.setValue(deel.van)
        self._vult = False
        plek = deel.plek if deel and deel.plek else Vindplaats(deel.van) if deel else veld.plek if veld else None
        if plek is not None and plek.pagina:
            self.kijker.ga_naar(plek.pagina, plek.kader)
        if veld is not None:
            self.tekst.ga_naar(veld.regel)

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

        self._wijzig(lambda voorstel: noem(voorstel, plaats, nummer=lees_nummer(tekst)))

    def _noem(self) -> None:
        plaats, tekst = self._regel().deel, self.titel.text()
        if not self._vult and plaats >= 0 and tekst != self.voorstel.delen[plaats].titel:
            self._wijzig(lambda voorstel: noem(voorstel, plaats, titel=tekst))

    def _verbeter(self, rubriek: str, waarde: str) -> None:
        self._wijzig(lambda voorstel: verbeter(voorstel, rubriek, waarde))

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
        pagina = self.kijker.pagina
        plaats = sum(deel.van < pagina for deel in self.voorstel.delen)
        self._wijzig(lambda voorstel: splits(voorstel, pagina), _Regel(deel=plaats))

    def _voeg_samen(self) -> None:
        deel = self._regel().deel
        self._wijzig(lambda voorstel: voeg_samen(voorstel, deel), _Regel(deel=max(0, deel - 1)))

    def _neem_op(self) -> None:
        if not self.klaar.isEnabled():
            return
        self._leg_vast()
        if self.balk.isVisible():  # what was typed cannot be
            return
        vergadering = str(self.vergadering.currentData()) if self._vraagt else ""
        if self._vraagt and not vergadering:
            self.balk.meld(_WELKE)
            self.vergadering.setFocus()
            return
        self.opnemen.emit(self.voorstel, vergadering)
        self.accept()

    def _leg_vast(self) -> None:
        """Take over what was typed in a field that was not left yet."""
        self.balk.hide()
        if self._regel().deel >= 0:
            self._noem()
            self._kies_punt()
        else:
            self.rubrieken.leg_vast()


def _inhoud(voorstel: Pakvoorstel) -> str:
    """Return in one sentence how much there is: parts and pages, or what was read in a file without pages."""
    if not voorstel.regels:
        delen = meervoud(len(voorstel.delen), "deel", "delen")
        return f"{delen}, {meervoud(voorstel.paginas, 'bladzijde', 'bladzijden')}."
    lezing, uit = voorstel.lezing, list[str]()
    if lezing.uitnodiging is not None:
        uit.append("een uitnodiging")
    if lezing.agenda is not None:
        uit.append(f"een agenda met {meervoud(len(lezing.agenda.punten), 'punt', 'punten')}")
    if lezing.notas:
        uit.append(meervoud(len(lezing.notas), "nota", "nota’s"))
    if lezing.verslagen:
        uit.append(meervoud(len(lezing.verslagen), "verslag", "verslagen"))
    if lezing.actielijst is not None:
        uit.append(f"een actielijst met {meervoud(len(lezing.actielijst.acties), 'actie', 'acties')}")
    return f"Gelezen: {opsomming(uit)}."


def _deeltekst(deel: Pakdeel) -> str:
    bladen = f"blad {deel.van}" if deel.van == deel.tot else f"blad {deel.van}-{deel.tot}"
    punt = f"{deel.nummer} " if deel.nummer else ""
    rang = f" {deel.rang}" if deel.rang else ""
    return f"{punt}{_SOORTEN[deel.soort]}{rang} · {deel.titel} ({bladen})"
