"""Writing the words of a note in the field beside its place on the page."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.reader.lezerblik import Lezerblik
from tk_desktop.desktop.reader.notitie_wijzigen import Notitiewijziger
from tk_desktop.desktop.reader.notitie_woorden import kop_van_veld
from tk_desktop.desktop.reader.notitieveld import Notitieveld
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.aantekening import Aantekening, Soort
from tk_desktop.domain.leeslijst import is_gesteld

NOG_NIET = "Alleen u ziet deze vraag nog. Met Shift+Q stelt u haar aan het secretariaat."


class Notitieschrijver(QObject):
    """Holds the field over the pane ``vlak``, and gives the keyboard back to the pages when it goes."""

    def __init__(self, sessie: Sessie, lezer: Lezerblik, wijzigen: Notitiewijziger, vlak: QWidget) -> None:
        super().__init__(vlak)
        self._sessie = sessie
        self._lezer = lezer
        self._wijzigen = wijzigen
        self._vlak = vlak
        self._een: Aantekening | None = None
        self._nieuw = ""
        self.veld = Notitieveld(vlak)
        self.veld.getypt.connect(self._typ)
        self.veld.klaar.connect(self._klaar)
        self.veld.losgelaten.connect(self._naar_bladen)
        self.veld.opgegeven.connect(self._geef_op)

    def open(self, een: Aantekening, nieuw: str = "") -> None:
        """Let a note be written in; ``nieuw`` is the action that made it, when that was just done."""
        self.veld.sluit()
        self._een, self._nieuw = een, nieuw
        if not self.veld.past_bij(self._waar(een)):
            self._schuif_omhoog(een)
        self.veld.open(kop_van_veld(een), een.tekst, self._waar(een))

    def neem(self, alle: Sequence[Aantekening]) -> None:
        """Know the notes as they are now; when the one that is written in is gone, the field goes."""
        if self._een is not None:
            id_ = self._een.id
            self._een = next((een for een in alle if een.id == id_), None)
            if self._een is None:
                self.weg()

    def leg_vast(self) -> None:
        """Keep what is typed."""
        self.veld.leg_vast()

    def sluit(self) -> None:
        """Keep what is typed and take the field away."""
        self.veld.sluit()

    def weg(self) -> None:
        """Take the field away: its note is gone."""
        self._een, self._nieuw = None, ""
        self.veld.weg()

    def _waar(self, een: Aantekening) -> QRect:
        """Return where a note lies on the page that is looked at, in the pane over which the field lies."""
        blad = self._lezer.actief()
        plaats = een.in_versie(blad.versie) if blad is not None else None
        if blad is None or plaats is None or not plaats.anker.vlakken or not blad.pagina:
            return QRect(self._vlak.width() // 4, self._vlak.height() // 4, 1, 1)
        vlakken = plaats.anker.vlakken
        eerste, laatste = (blad.bladen.plek_van(vlak.pagina).rechthoek(vlak) for vlak in (vlakken[0], vlakken[-1]))
        geheel = QRectF(laatste.left(), eerste.top(), laatste.width(), laatste.bottom() - eerste.top()).toRect()
        geheel.moveTopLeft(blad.bladen.viewport().mapTo(self._vlak, geheel.topLeft()))
        return geheel

    def _schuif_omhoog(self, een: Aantekening) -> None:
        """Bring the words to the top of the window, so that the field under them does not lie on them."""
        blad = self._lezer.actief()
        if blad is not None and een.in_versie(blad.versie) is not None:
            balk = blad.bladen.verticalScrollBar()
            balk.setValue(balk.value() + self._waar(een).top() - self._vlak.fontMetrics().height())

    def _typ(self, tekst: str) -> None:
        if self._een is not None:
            self._wijzigen.tekst(self._een.id, tekst, self._nieuw)

    def _klaar(self) -> None:
        """Keep a note that has words; a new one without any is a mark, or nothing when it lies on no words."""
        een, nieuw = self._een, self._nieuw
        self._een, self._nieuw = None, ""
        if een is not None and een.soort is Soort.VRAAG:
            if een.tekst.strip() and not is_gesteld(een):
                self._sessie.gemeld.emit(NOG_NIET, False)
        elif een is not None and nieuw and not een.tekst.strip():
            if een.plaats is not None and een.plaats.anker.citaat:
                self._wijzigen.maak_markering(een.id, nieuw)
            else:
                self._wijzigen.verwijder(een, nieuw)

    def _geef_op(self) -> None:
        """Take away a note that was just made; one that was there keeps what it had."""
        een, nieuw = self._een, self._nieuw
        self._een, self._nieuw = None, ""
        if een is not None and nieuw:
            self._wijzigen.verwijder(een, nieuw)

    def _naar_bladen(self) -> None:
        blad = self._lezer.actief()
        if blad is not None:
            blad.bladen.setFocus()
