"""What commands do in the field for rich text where the keyboard is, of a nota, a letter or an item."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tk_desktop.desktop.nota.notavak import Notavak
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.text.opmaakbewerking import tabel_van
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.desktop.text.tabelbewerking import Tabelstap
from tk_desktop.desktop.text.wetsartikel import Wetsartikelvenster
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import Stukje
from tk_desktop.domain.wetten import Wetsverwijzing
from tk_desktop.meeting.wetten import known_wetten

_TABEL = {
    "tabel.rij-boven": Tabelstap.RIJ_BOVEN,
    "tabel.rij-onder": Tabelstap.RIJ_ONDER,
    "tabel.kolom-links": Tabelstap.KOLOM_LINKS,
    "tabel.kolom-rechts": Tabelstap.KOLOM_RECHTS,
    "tabel.rij-weg": Tabelstap.RIJ_WEG,
    "tabel.kolom-weg": Tabelstap.KOLOM_WEG,
    "tabel.weg": Tabelstap.TABEL_WEG,
}


_OPMAAK: dict[str, Callable[[RijkeTekst], None]] = {
    "tekst.vet": RijkeTekst.vet,
    "tekst.cursief": RijkeTekst.cursief,
    "tekst.besloten": RijkeTekst.besloten,
    "tekst.koppeling": RijkeTekst.koppeling,
    "tekst.opsomming": RijkeTekst.opsomming,
    "tekst.nummering": RijkeTekst.nummering,
    "tekst.lettering": RijkeTekst.lettering,
    "tekst.dieper": RijkeTekst.dieper,
    "tekst.hoger": RijkeTekst.hoger,
    "tekst.tussenkop": RijkeTekst.tussenkop,
    "tekst.plak-kaal": RijkeTekst.plak_kaal,
}
"""What is made of the text; the field itself hears their keys first, where it stands."""


class Tekstbediening(QObject):
    """Finds the field in ``blad`` and lets the commands work there; tells what to do when there is none.

    ``kan_gewisseld`` tells which commands, and whether they can be given now: only where text is typed.
    """

    kan_gewisseld = Signal(object, bool)

    def __init__(self, sessie: Sessie, blad: QWidget, opname: Callable[[], Momentopname], nota: Notavak) -> None:
        super().__init__(blad)
        self._sessie = sessie
        self._blad = blad
        self._opname = opname
        self._nota = nota
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._andere_focus)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on text does."""
        return {
            **{id_: partial(self._maak_op, doe) for id_, doe in _OPMAAK.items()},
            "tekst.wetsartikel": self.vraag_wetsartikel,
            "tekst.invulplek": self.vraag_invulplek,
            "tabel.nieuw": self.maak_tabel,
            **{id_: partial(self.wijzig_tabel, stap) for id_, stap in _TABEL.items()},
        }

    def _maak_op(self, doe: Callable[[RijkeTekst], None]) -> None:
        veld = self._veld()
        if veld is not None:
            doe(veld)

    def maak_tabel(self) -> None:
        """Put a table in, where one may stand."""
        veld = self._veld()
        if veld is None:
            return
        if veld.mag_tabel():
            veld.tabel()
        else:
            self._meld("Hier past geen tabel. Zet de cursor in gewone tekst van een onderdeel.")

    def wijzig_tabel(self, stap: Tabelstap) -> None:
        """Change the table in which the cursor stands."""
        veld = self._veld()
        if veld is None:
            return
        if tabel_van(veld.textCursor()) is None:
            self._meld("Zet de cursor eerst in een tabel.")
            return
        veld.wijzig_tabel(stap)

    def vraag_wetsartikel(self) -> None:
        """Ask for an article of a law and put it in the text, with a link."""
        veld = self._veld()
        if veld is not None:
            vraag = Wetsartikelvenster(known_wetten(), self._blad.window())
            vraag.gekozen.connect(partial(self._voeg_wetsartikel_in, veld))
            vraag.open()
            vraag.veld.setFocus()

    def _voeg_wetsartikel_in(self, veld: RijkeTekst, verwijzing: Wetsverwijzing) -> None:
        stukje = Stukje(tekst=verwijzing.tekst, link=verwijzing.adres)
        veld.setFocus()
        veld.voeg_stukjes_in((stukje,))

    def vraag_invulplek(self) -> None:
        """Ask for a fact of the meeting and put its placeholder in the text (C3); what it says now stands beside it."""
        veld = self._veld()
        if veld is None:
            return
        opname = self._opname()
        in_nota = self._nota.blad.isAncestorOf(veld)
        stuk = next((stuk for stuk in opname.notastukken if in_nota and stuk.id == self._nota.stuk_id), None)
        keuzes = [
            Keus(sleutel=naam, tekst=f"{{{{{naam}}}}}", rechts=waarde if len(waarde) < 50 else f"{waarde[:48]} …")
            for naam, waarde in opname.velden(stuk).items()
            if stuk is not None or naam != "agendapunt"
        ]
        lijst = Kieslijst("Invulplek invoegen", "Kies wat bij het maken van de set wordt ingevuld", self._blad.window())
        lijst.gekozen.connect(partial(self._voeg_invulplek_in, veld))
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: keuzes)

    def _voeg_invulplek_in(self, veld: RijkeTekst, naam: str) -> None:
        veld.setFocus()
        veld.voeg_stukjes_in((Stukje(tekst=f"{{{{{naam}}}}}"),))

    def toets(self) -> None:
        """Tell whether the commands can be given now."""
        self.kan_gewisseld.emit(frozenset(self.opdrachten()), self._gevonden() is not None)

    def _andere_focus(self, _: QWidget | None, naar: QWidget | None) -> None:
        if naar is not None and self._blad.isAncestorOf(naar):
            self.toets()  # a menu or the palette has the keyboard for a moment only

    def _gevonden(self) -> RijkeTekst | None:
        veld = self._blad.focusWidget()
        return veld if isinstance(veld, RijkeTekst) and veld.isVisible() and not veld.isReadOnly() else None

    def _veld(self) -> RijkeTekst | None:
        """Return the field that has, or before the palette had, the keyboard."""
        veld = self._gevonden()
        if veld is not None:
            veld.setFocus()
            return veld
        self._meld("Zet de cursor eerst in de tekst van een nota of brief.")
        return None

    def _meld(self, zin: str) -> None:
        self._sessie.gemeld.emit(zin, False)
