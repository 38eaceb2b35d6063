"""Tips on the language of the nota that is open: shown, gone to, taken over, and off when the user wants none."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from tk_desktop.desktop.nota.nota_editor import NotaEditor
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.desktop.text.taaltipbalk import Taaltipbalk
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.taaltips import Taaltip, taaltips, vind


class Taaltipbediening(QObject):
    """Puts the line with tips under the form of a nota; with the writing aid it is a list."""

    def __init__(self, sessie: Sessie, editor: NotaEditor) -> None:
        super().__init__(editor)
        self._sessie = sessie
        self._editor = editor
        self._nota: Nota | None = None
        self.balk = Taaltipbalk()
        editor.zet_balk(self.balk)
        editor.hoofd.schrijfhulp.toggled.connect(self.balk.zet_lijst)
        self.balk.gevraagd.connect(self._ga_naar)
        self.balk.over.connect(self._neem_over)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on tips does."""
        return {
            "taal.tips": self.wissel,
            "taal.alle": self.toon_alle,
            "taal.volgende": self.volgende,
            "taal.over": self.neem_over,
        }

    def toon(self, nota: Nota) -> None:
        """Look at a nota again."""
        self._nota = nota
        self.balk.toon(taaltips(nota) if self._sessie.voorkeuren.taaltips else ())

    def wissel(self) -> None:
        """Give tips from now on, or none; remembered."""
        voorkeuren = self._sessie.voorkeuren
        voorkeuren.taaltips = not voorkeuren.taaltips
        if self._nota is not None:
            self.toon(self._nota)
        self._meld(f"Taaltips staan {'aan' if voorkeuren.taaltips else 'uit'}.")

    def toon_alle(self) -> None:
        """Show all tips as a list to search in; the chosen one is gone to."""
        if not self._heeft():
            return
        keuzes = [
            Keus(sleutel=str(rang), tekst=tip.zin, rechts=f"{tip.deel} · {tip.soort.value}")
            for rang, tip in enumerate(self.balk.tips)
        ]
        lijst = Kieslijst("Taaltips", "Typ een woord om te zoeken in de tips", self._editor.window())
        lijst.gekozen.connect(self._kies)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: keuzes)

    def volgende(self) -> None:
        """Go to the next tip."""
        if self._heeft():
            self.balk.volgende()

    def neem_over(self) -> None:
        """Put the plainer words of the tip that is shown in the text."""
        tip = self.balk.huidig()
        if tip is not None and tip.vervanging:
            self._neem_over(tip)
        elif self._heeft():
            self._meld("Bij deze taaltip weet alleen de schrijver wat er beter kan staan.")

    def _heeft(self) -> bool:
        if self.balk.tips:
            return True
        aan = self._sessie.voorkeuren.taaltips
        self._meld("Er zijn geen taaltips bij deze nota." if aan else "Taaltips staan uit; zet ze eerst aan.")
        return False

    def _kies(self, sleutel: str) -> None:
        self.balk.kies(int(sleutel))

    def _ga_naar(self, tip: Taaltip) -> None:
        gevonden = self._plek(tip)
        if gevonden is not None:
            veld, cursor = gevonden
            veld.setFocus()
            veld.setTextCursor(cursor)

    def _neem_over(self, tip: Taaltip) -> None:
        """Replace the words, as one action of its own."""
        self._editor.leg_vast()
        gevonden = self._plek(tip)
        if gevonden is not None:
            veld, cursor = gevonden
            veld.setFocus()
            veld.vervang(cursor, tip.vervanging)

    def _plek(self, tip: Taaltip) -> tuple[RijkeTekst, QTextCursor] | None:
        """Return where the words of a tip stand; in the section it names first."""
        velden = sorted(self._editor.velden(), key=lambda veld: veld.accessibleName() != tip.deel)
        for veld in velden:
            blok = veld.document().begin()
            while blok.isValid():
                begin = vind(blok.text(), tip)
                if begin >= 0:
                    cursor = veld.textCursor()
                    cursor.setPosition(blok.position() + begin)
                    einde = blok.position() + begin + len(tip.tekst)
                    cursor.setPosition(einde, QTextCursor.MoveMode.KeepAnchor)
                    return veld, cursor
                blok = blok.next()
        return None

    def _meld(self, zin: str) -> None:
        self._sessie.gemeld.emit(zin, False)
