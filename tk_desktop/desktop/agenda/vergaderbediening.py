"""The workspace of a meeting: what is open in it, the panes beside the agenda, and the checklist."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tk_desktop.desktop.agenda.agenda_lijst import AgendaLijst
from tk_desktop.desktop.agenda.agenda_model import Agendaregel, agendaregels
from tk_desktop.desktop.agenda.agendabediening import Agendabediening
from tk_desktop.desktop.agenda.bevindinggang import Bevindinggang
from tk_desktop.desktop.agenda.briefbediening import Briefbediening
from tk_desktop.desktop.agenda.controlebediening import Controlebediening
from tk_desktop.desktop.agenda.opmerkingbediening import Opmerkingbediening
from tk_desktop.desktop.agenda.regiebediening import Regiebediening
from tk_desktop.desktop.agenda.stukvakken import Stukvakken
from tk_desktop.desktop.agenda.vergaderblad import Vergaderblad
from tk_desktop.desktop.nota.notavak import Notavak
from tk_desktop.desktop.nota.tekstbediening import Tekstbediening
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.alleenlezen import lock
from tk_desktop.desktop.parts.opdracht import Plek
from tk_desktop.desktop.session.overzicht import adres_van, kop_van
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.meeting.agendaversies import late_items, versies_van

if TYPE_CHECKING:
    from tk_desktop.desktop.agenda.brief_paneel import BriefPaneel
    from tk_desktop.desktop.agenda.stukbediening import Stukbediening

NOTA, VOORBEELD = "Nota", "Voorbeeld"


class Vergaderbediening(QObject):
    """Wires the workspace to the use cases. ``verplaatst`` tells that the user went elsewhere in it.

    ``lezen_gevraagd`` tells the ``Adres`` of an item or paper that a bestuurder opens: it is read, not worked on.
    """

    verplaatst = Signal()
    lezen_gevraagd = Signal(object)
    plek_gevraagd = Signal(object)
    """The ``Adres`` of an item elsewhere, where the same subject is treated."""

    gegevens_gevraagd = Signal(str)
    """The place of a finding on the facts of the meeting."""

    pak_gevraagd = Signal(object)
    """The file of which what it holds is to be looked over and taken in."""

    def __init__(self, sessie: Sessie) -> None:
        super().__init__()
        self._sessie = sessie
        self._store = sessie.store
        self._opname: Momentopname | None = None
        self.lijst = AgendaLijst(self._regels)
        self._controle = Controlebediening(sessie, self.opname)
        self.controle = self._controle.lijst
        self.agenda = Agendabediening(sessie, self.lijst, self.opname)
        self.agenda.plek_gevraagd.connect(self.plek_gevraagd)
        self.blad = Vergaderblad(self.lijst, self.controle)
        self.setParent(self.blad)  # what the background tells after the window is gone, reaches nobody
        self._brief = Briefbediening(sessie, self.opname)
        self.nota = Notavak(sessie, self.opname)
        self.nota.gemaakt.connect(self._naar_nota)
        self.papieren = Stukvakken(
            sessie, self.opname, self.blad.tabs, lijst=self.lijst, nota=self.nota, leest=self._leest
        )
        self.papieren.pak_gevraagd.connect(self.pak_gevraagd)
        self.regie = Regiebediening(sessie, self.opname)
        self.tekst = Tekstbediening(sessie, self.blad, self.opname, self.nota)
        for paneel, naam, teken in (
            (self.agenda.paneel, "Punt", "list"),
            (self.nota.blad, NOTA, "file-text"),
            (self.papieren.vak, "Stukken", "files"),
            (self.papieren.voorbeeldvak, VOORBEELD, "eye"),
            (self._brief.blad, "Uitnodiging", "mail"),
            (self.regie.blad, "Regie", "clapperboard"),
        ):
            self.blad.tabs.voeg_toe(paneel, naam, teken)
        self.opmerkingen = Opmerkingbediening(sessie, self.opname, self.lijst, self.nota, self.blad.tabs)
        self.bevindingen = Bevindinggang(
            sessie,
            self.opname,
            self.blad,
            lijst=self.lijst,
            nota=self.nota,
            brief=self._brief,
            stukken=self.stukken,
            naar_stuk=self._naar_stuk,
            naar_punt=self._naar_paneel,
        )
        self.bevindingen.plek_gevraagd.connect(self.plek_gevraagd)
        self.bevindingen.gegevens_gevraagd.connect(self.gegevens_gevraagd)
        if sessie.alleen_lezen:
            lock(self.agenda.paneel)
            self.lijst.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._vullers: dict[QWidget | None, Callable[[], None]] = {
            self.nota.blad: lambda: self.nota.toon_punt(self.lijst.huidig_id()),
            self._brief.blad: self._brief.begin,
            self.regie.blad: self.regie.begin,
        }
        self._open_opmerkingen: Mapping[str, int] = {}
        self.lijst.gekozen.connect(self._ging_naar)
        self.lijst.geopend.connect(self._naar_tab)
        self.blad.tabs.currentChanged.connect(self._andere_tab)
        self.controle.gevraagd.connect(self.bevindingen.ga_naar)
        self.controle.getoond.connect(self._merk_fouten)

    @property
    def brief(self) -> "BriefPaneel":
        """The form of the invitation."""
        return self._brief.paneel

    def alleen_secretaris(self) -> tuple[QWidget, ...]:
        """Return the panes that only who prepares a meeting sees."""
        return self._brief.blad, self.regie.blad, self.opmerkingen.paneel

    def opname(self) -> Momentopname:
        """Return the meeting that is open, as it was last looked at."""
        if self._opname is None:
            raise AssertionError("er is nog geen vergadering geopend")
        return self._opname

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command of this screen does."""
        return {
            **self.agenda.opdrachten(),
            **self.papieren.opdrachten(),
            "nota.openen": lambda: self._open_tab(self.nota.blad),
            "stuk.naar": lambda: self._open_tab(self.papieren.vak),
            "stuk.bekijken": lambda: self._open_tab(self.papieren.voorbeeldvak),
            "brief.openen": lambda: self._open_tab(self._brief.blad),
            **{id_: self._op_nota(doe) for id_, doe in self.nota.opdrachten().items()},
            **self.tekst.opdrachten(),
            "agenda.regie": self._naar_regie,
            "punt.eigenschappen": self._naar_paneel,
            **self.opmerkingen.opdrachten(),
            **self._controle.opdrachten(),
        }

    def plekken(self) -> dict[Plek, QWidget]:
        """Return the panes in which keys of their own act."""
        return {
            Plek.AGENDA: self.lijst,
            Plek.CONTROLE: self.controle,
            Plek.STUKKEN: self.papieren.vak,
            Plek.NOTA: self.nota.blad,
        }

    def open(self, adres: Adres) -> None:
        """Show a meeting, at an item or paper of it; raises ``NietGevonden``."""
        self.leg_vast()
        anders = self._opname is None or self._opname.vergadering.id != adres.vergadering
        opname = self._opname = self._store.opname(adres.vergadering)
        if anders:
            self.controle.wacht()
        self._toon(opname)
        if adres.punt in opname.afgevoerd or adres.stuk in opname.afgevoerd:
            pagina = int(adres.sectie) if adres.vak == _vaknaam(VOORBEELD) and adres.sectie.isdecimal() else 0
            self.agenda.toon_afgevoerd(adres.stuk or adres.punt, pagina)
            return
        self.lijst.kies(adres.punt)
        tabs = self.blad.tabs
        vakken = [_vaknaam(tabs.tabText(nummer)) for nummer in range(tabs.count())]
        if adres.vak in vakken:
            tabs.setCurrentIndex(vakken.index(adres.vak))
        if adres.vak == _vaknaam(VOORBEELD) and adres.stuk:
            self.papieren.open_bladzijde(
                adres.stuk, int(adres.sectie) if adres.sectie.isdecimal() else 0, adres.gezocht
            )
        elif adres.sectie:
            self.nota.toon_punt(adres.punt, _nota_met(opname, adres.sectie))
            self.nota.nota.editor.ga_naar(adres.sectie)
        elif adres.stuk and adres.vak == _vaknaam(NOTA):
            self.nota.toon_punt(adres.punt, adres.stuk)
        elif adres.stuk and not adres.vak:
            self._naar_stuk(adres)

    def adres(self) -> Adres:
        """Return where the user is in this meeting."""
        if self._opname is None:
            return Adres(scherm=Scherm.VERGADERINGEN)
        tab = self.blad.tabs.currentWidget()
        stuk, sectie = "", ""
        if tab is self.nota.blad:
            sectie = self.nota.nota.editor.huidige_sectie()
        elif tab is self.papieren.voorbeeldvak:
            stuk, sectie = self.papieren.plek
        return Adres(
            scherm=Scherm.VERGADERINGEN,
            vergadering=self._opname.vergadering.id,
            punt=self.lijst.huidig_id(),
            stuk=stuk,
            sectie=sectie,
            vak=_vaknaam(self.blad.tabs.tabText(self.blad.tabs.currentIndex())),
        )

    def te_lezen(self) -> Adres:
        """Return what is chosen to be read: the paper that the list of papers is on, else where the user is."""
        hier = self.adres()
        return replace(hier, stuk=self.papieren.gekozen or hier.stuk)

    def eerste_stuk(self) -> str:
        """Return the id of the first paper of the item the keyboard is on; empty when it has none."""
        return self.papieren.eerste_stuk()

    def leg_vast(self) -> None:
        """Keep what is being typed, before something else happens."""
        if self._opname is not None:
            self.agenda.leg_vast()
            self.nota.leg_vast()
            self._brief.leg_vast()
            self.regie.leg_vast()
            self.papieren.leg_vast()

    def stukken(self) -> "Stukbediening":
        """Return what handles papers, loaded when it is first needed."""
        return self.papieren.stukken()

    def reload(self) -> None:
        """Look at the meeting again and show it; the check follows when the user pauses."""
        if self._opname is not None:
            self._opname = self._store.opname(self._opname.vergadering.id)
            self._toon(self._opname)

    def _toon(self, opname: Momentopname) -> None:
        versies = versies_van(self._store, opname.vergadering.id)
        self.blad.toon_kop(
            f"{opname.gremium.naam} › {kop_van(opname)}",
            opname.vergadering.status.value,
            f"Versie {versies[-1].letter}, {versies[-1].staat.value}" if versies else "Versies",
        )
        self._open_opmerkingen = self.opmerkingen.herlaad()
        self.lijst.reload()
        self._toon_punt()
        self._brief.toon()
        self._controle.straks()

    def _naar_stuk(self, adres: Adres) -> None:
        """Open the pane in which a paper is worked on: the form of a nota, else the list of papers."""
        if adres.stuk in self.opname().notas:
            self.nota.toon_punt(adres.punt, adres.stuk)
            self._naar_nota()
        elif adres.stuk:
            self.papieren.ga_naar(adres.stuk)

    def neem_toetsen(self, adres: Adres) -> None:
        """Give the keyboard to what was gone to: the pane of a paper that was chosen, else the agenda."""
        tab = self.blad.tabs.currentWidget()
        if adres.stuk and not adres.vak and tab is not None:
            self._open_tab(tab)
        else:
            self.lijst.setFocus()

    def naar_controle(self) -> None:
        """Put the keyboard on what the check found."""
        self.controle.tabel.setFocus()

    def _regels(self) -> Sequence[Agendaregel]:
        if self._opname is None:
            return ()
        later = late_items(self._store, self._opname.vergadering.id)
        return agendaregels(self._opname, later, self._open_opmerkingen)

    def _merk_fouten(self) -> None:
        """Mark in the agenda at which items the check found an error."""
        fouten: dict[str, list[str]] = {}
        for bevinding in self.controle.model.bevindingen:
            if bevinding.ernst is Ernst.FOUT and (punt := adres_van(self.opname(), bevinding.bij).punt):
                fouten.setdefault(punt, []).append(bevinding.wat)
        self.lijst.agenda.toon_fouten(fouten)

    def _ging_naar(self) -> None:
        self.agenda.paneel.leg_vast()
        self.nota.leg_vast()
        self.regie.leg_vast()
        self.papieren.vergeet()
        self._toon_punt()
        self._sessie.verlaat()
        self.verplaatst.emit()

    def _toon_punt(self) -> None:
        self.agenda.toon_punt()
        id_ = self.lijst.huidig_id()
        self.regie.toon_punt(id_)
        if self.blad.tabs.currentWidget() is self.nota.blad:
            self.nota.toon_punt(id_)
        else:
            self.nota.kies_punt(id_)
        self.papieren.toon_punt(id_)

    def _naar_nota(self) -> None:
        self.blad.tabs.setCurrentWidget(self.nota.blad)

    def _op_nota(self, doe: Callable[[], None]) -> Callable[[], None]:
        def op_blad() -> None:
            self._naar_nota()
            doe()

        return op_blad

    def _andere_tab(self) -> None:
        """Fill the pane that comes forward: most are made when they are first looked at."""
        tab = self.blad.tabs.currentWidget()
        if tab is self.papieren.vak:
            self.stukken()
        elif self._opname is not None and tab in self._vullers:
            self._vullers[tab]()
        self.papieren.toon_voorbeeld()

    def _leest(self, stuk_id: str = "") -> bool:
        """Open a paper in the reader when a bestuurder works here; without one the item the keyboard is on."""
        leest = not self._sessie.inrichting.bereidt_voor
        if leest:
            id_, punt = self.opname().vergadering.id, self.lijst.huidig_id()
            self.lezen_gevraagd.emit(Adres(scherm=Scherm.LEZEN, vergadering=id_, punt=punt, stuk=stuk_id))
        return leest

    def _naar_tab(self) -> None:
        if self._leest():
            return
        tab = self.blad.tabs.currentWidget()
        if tab is self.agenda.paneel:
            self._naar_paneel()
        elif tab is not None:
            tab.setFocus()

    def _open_tab(self, tab: QWidget) -> None:
        self.blad.tabs.setCurrentWidget(tab)
        if tab is self.nota.blad:
            self.nota.ga_naar()
        elif tab is self._brief.blad:
            self.brief.ga_naar("")
        else:
            tab.setFocus()

    def _naar_regie(self) -> None:
        self.blad.tabs.setCurrentWidget(self.regie.blad)
        self.regie.ga_naar()

    def _naar_paneel(self) -> None:
        self.blad.tabs.setCurrentWidget(self.agenda.paneel)
        self.agenda.paneel.titel.setFocus()


def _nota_met(opname: Momentopname, sectie_id: str) -> str:
    """Return the paper of the nota that has a section; empty when none has."""
    met = (stuk_id for stuk_id, nota in opname.notas.items() if any(een.id == sectie_id for een in nota.secties))
    return next(met, "")


def _vaknaam(tekst: str) -> str:
    return tekst.partition(" (")[0].replace("&", "").lower()
