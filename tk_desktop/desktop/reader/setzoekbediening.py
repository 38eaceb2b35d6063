"""What the panel that searches all papers does: it searches, and goes from place to place and from paper to paper."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.reader.lezerbediening import Lezerbediening
from tk_desktop.desktop.reader.setzoeker import MEESTE, Setzoeker
from tk_desktop.desktop.reader.zoekpaneel import LEEG, Zoekpaneel
from tk_desktop.domain.getal import duizendtal

_VERVERS = 150
"""Milliseconds between two looks at what was found so far."""


class Setzoekbediening(QObject):
    """Wires ``paneel`` to the reader; F3 on the pages goes through what was found as long as the panel is open."""

    def __init__(self, bron: Bladenbron, lezer: Lezerbediening) -> None:
        super().__init__()
        self._lezer = lezer
        self._nummer = -1
        self._vergadering = ""
        self.paneel = Zoekpaneel()
        self.setParent(self.paneel)
        self.zoeker = Setzoeker(bron, self)
        self._ververs = QTimer(self)
        self._ververs.setSingleShot(True)
        self._ververs.setInterval(_VERVERS)
        self._ververs.timeout.connect(self._toon)
        self.paneel.gevraagd.connect(self._zoek)
        self.paneel.gekozen.connect(self._ga_naar)
        self.paneel.stap.connect(self._stap)
        self.zoeker.gewijzigd.connect(self._gewijzigd)
        lezer.voorraad.gekomen.connect(self._vul_aan)
        lezer.scherm.actief_gewisseld.connect(self._luister)
        self._luister()

    def volg(self) -> None:
        """Begin with the words that are selected on the page; another meeting is searched anew."""
        blad = self._lezer.actief()
        keuze = blad.lezen.selectie.selectie if blad is not None else None
        self.paneel.begin(keuze.leesbaar if keuze is not None and "\n" not in keuze.leesbaar else "")
        self.reload()

    def reload(self) -> None:
        """Search again when another meeting is read."""
        if self._vergadering != self._lezer.plan().opname.vergadering.id:
            self._zoek(self.zoeker.woorden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F3 on the pages, unless one searches this paper alone."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_F3 or not self._mijn_beurt():
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._stap(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            return False
        return True

    def _mijn_beurt(self) -> bool:
        blad = self._lezer.actief()
        zoekt_hier = blad is not None and blad.lezen.zoekbalk.isVisible()
        return self.paneel.isVisible() and bool(self.zoeker.gevonden) and not zoekt_hier

    def _luister(self) -> None:
        """Hear the keys of the paper that is shown before the paper itself does."""
        blad = self._lezer.actief()
        if blad is not None:
            blad.bladen.installEventFilter(self)

    def _zoek(self, woorden: str) -> None:
        plan = self._lezer.plan()
        self._nummer = -1
        self._vergadering = plan.opname.vergadering.id
        papieren = [deel.sleutel for deel in plan.onderdelen]
        for blad in self._lezer.bladen().values():
            if not blad.lezen.zoekbalk.isVisible():
                blad.lezen.zoeker.zoek("")  # what was found before is no longer marked
        self.zoeker.zoek(woorden, papieren, self._lezer.voorraad.bestanden)
        self._toon()

    def _vul_aan(self) -> None:
        self.zoeker.vul_aan(self._lezer.voorraad.bestanden)

    def _gewijzigd(self) -> None:
        if self.zoeker.bezig:
            if not self._ververs.isActive():
                self._ververs.start()
        else:
            self._ververs.stop()
            self._toon()

    def _stap(self, stap: int) -> None:
        """Go to the next place, after the last at the first; the first time to the first place from where one reads."""
        aantal = len(self.zoeker.gevonden)
        if not aantal:
            return
        if self._nummer < 0:
            self._ga_naar(self._eerste_hier() if stap > 0 else (self._eerste_hier() - 1) % aantal)
        else:
            self._ga_naar((self._nummer + stap) % aantal)

    def _eerste_hier(self) -> int:
        """Return the first place on or after the page that is read, else the first of all."""
        adres = self._lezer.adres()
        volgorde = {deel.sleutel: rang for rang, deel in enumerate(self._lezer.plan().onderdelen)}
        hier = (volgorde.get(adres.stuk, 0), int(adres.sectie) if adres.sectie.isdecimal() else 1)
        for nummer, een in enumerate(self.zoeker.gevonden):
            if (volgorde.get(een.sleutel, 0), een.pagina) >= hier:
                return nummer
        return 0

    def _ga_naar(self, nummer: int) -> None:
        een = self.zoeker.gevonden[nummer]
        self._nummer = nummer
        self.paneel.wijs_aan(nummer)
        self._lezer.lees(een.sleutel, een.pagina)
        blad = self._lezer.bladen().get(een.sleutel)
        if blad is not None:
            blad.lezen.zoeker.zoek_bij(self.zoeker.woorden, een.plaats)

    def _toon(self) -> None:
        namen = {deel.sleutel: deel.naam for deel in self._lezer.plan().onderdelen}
        gevonden = self.zoeker.gevonden
        self.paneel.toon(gevonden, namen, self._nummer, stand=self._stand(), klaar=not self.zoeker.bezig)

    def _stand(self) -> str:
        gevonden = self.zoeker.gevonden
        if not self.zoeker.woorden:
            return LEEG
        if not gevonden:
            return "Zoeken …" if self.zoeker.bezig else "Niet gevonden in de stukken van deze vergadering."
        stukken = len({een.sleutel for een in gevonden})
        keren = "1 keer" if len(gevonden) == 1 else f"{len(gevonden)} keer"
        waar = "1 stuk" if stukken == 1 else f"{stukken} stukken"
        if self.zoeker.is_vol:
            return f"Meer dan {duizendtal(MEESTE)} keer gevonden; typ een ander woord."
        return f"{keren} in {waar}{' …' if self.zoeker.bezig else ' (F3 gaat verder)'}"
