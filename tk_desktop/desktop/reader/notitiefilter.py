"""The button that chooses which notes are shown: kind, colour, label, whose, item, and what still asks something."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.domain.aantekening import Aantekening, Soort
from tk_desktop.domain.leeslijst import Aantekenkeuze, Vanwie, is_na_te_kijken, is_ongeplaatst, is_open_vraag
from tk_desktop.domain.notenstijl import Kleur

_STAND = {
    "open_vraag": "Vragen zonder antwoord",
    "ongeplaatst": "Niet teruggevonden",
    "nakijken": "Plaats nakijken",
}


class Notitiefilter(QToolButton):
    """Offers only what some note has; ``gewijzigd`` tells that ``keuze`` is another one."""

    gewijzigd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keuze = Aantekenkeuze()
        self._alle: tuple[Aantekening, ...] = ()
        self._punten: tuple[tuple[str, str], ...] = ()
        self._lezer = ""
        self.setText("Filter")
        self.setIcon(icon("list-filter"))
        self.setAccessibleName("Welke aantekeningen u ziet")
        self.setToolTip("Welke aantekeningen u ziet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu("Welke aantekeningen u ziet", self)
        self._menu.aboutToShow.connect(self._vul)
        self.setMenu(self._menu)

    def neem(self, alle: Sequence[Aantekening], punten: Sequence[tuple[str, str]], lezer: str) -> None:
        """Know the notes there are, the items of the agenda (id and name) and who reads."""
        self._alle, self._punten, self._lezer = tuple(alle), tuple(punten), lezer

    def kies(self, keuze: Aantekenkeuze) -> None:
        """Show these notes from now on."""
        self.keuze = replace(keuze, lezer=self._lezer)
        self.setDown(False)
        self.gewijzigd.emit()

    def woorden(self) -> str:
        """Return what is chosen in words: ``geel · vraag``; empty when all are shown."""
        keuze = self.keuze
        punt = next((naam for id_, naam in self._punten if id_ == keuze.punt_id), "")
        delen = (
            keuze.soort.naam if keuze.soort else "",
            keuze.kleur.value if keuze.kleur else "",
            keuze.van.value if keuze.van else "",
            keuze.label,
            punt,
            *(woord.lower() for veld, woord in _STAND.items() if getattr(keuze, veld)),
        )
        return " · ".join(deel for deel in delen if deel)

    def opties(self) -> Iterator[tuple[str, str, Aantekenkeuze]]:
        """Give what can be chosen beside what is chosen: a group (empty: of its own), its words, and the choice."""
        hier, alle = self.keuze, self._alle
        if hier.open_vraag or any(is_open_vraag(een) for een in alle):
            yield "", _STAND["open_vraag"], replace(hier, open_vraag=not hier.open_vraag)
        if hier.ongeplaatst or any(is_ongeplaatst(een) for een in alle):
            yield "", _STAND["ongeplaatst"], replace(hier, ongeplaatst=not hier.ongeplaatst)
        if hier.nakijken or any(is_na_te_kijken(een) for een in alle):
            yield "", _STAND["nakijken"], replace(hier, nakijken=not hier.nakijken)
        for soort in Soort:
            if any(een.soort is soort for een in alle):
                yield "Soort", soort.naam, replace(hier, soort=None if hier.soort is soort else soort)
        for kleur in Kleur:
            if any(een.kleur is kleur for een in alle):
                yield "Kleur", kleur.value, replace(hier, kleur=None if hier.kleur is kleur else kleur)
        for van in Vanwie:
            if any(Aantekenkeuze(van=van, lezer=self._lezer).toont(een) for een in alle):
                yield "Van wie", van.value, replace(hier, van=None if hier.van is van else van)
        for id_, naam in self._punten:
            if any(een.agendapunt_id == id_ for een in alle):
                yield "Agendapunt", naam, replace(hier, punt_id="" if hier.punt_id == id_ else id_)
        for label in sorted({label for een in alle for label in een.labels}):
            yield "Label", label, replace(hier, label="" if hier.label == label else label)

    def _vul(self) -> None:
        self._menu.clear()
        self._menu.addAction("Alles tonen").triggered.connect(self._alles)
        self._menu.addSeparator()
        bladen: dict[str, tuple[QMenu, QActionGroup]] = {}
        for groep, woord, keuze in self.opties():
            if groep and groep not in bladen:
                blad = self._menu.addMenu(groep)
                bladen[groep] = blad, QActionGroup(blad)
                bladen[groep][1].setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
            menu = bladen[groep][0] if groep else self._menu
            actie = menu.addAction(woord.replace("&", "&&"))
            actie.setCheckable(True)
            actie.setChecked(_minder(keuze, self.keuze))
            actie.setData(keuze)
            actie.triggered.connect(self._gekozen)
            if groep:
                bladen[groep][1].addAction(actie)

    def _alles(self) -> None:
        self.kies(Aantekenkeuze())

    def _gekozen(self) -> None:
        actie = self.sender()
        if isinstance(actie, QAction) and isinstance(actie.data(), Aantekenkeuze):
            self.kies(actie.data())


def _minder(keuze: Aantekenkeuze, nu: Aantekenkeuze) -> bool:
    """Tell whether choosing this takes something away from what is chosen: then it is on."""
    velden = ("soort", "kleur", "punt_id", "label", "van", *_STAND)
    return any(getattr(nu, veld) and not getattr(keuze, veld) for veld in velden)
