"""What the remarks on a draft do in the window: said where one is, shown on the agenda, gone to, dealt with (B18)."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.agenda.agenda_lijst import AgendaLijst
from tk_desktop.desktop.agenda.opmerkingen_paneel import OpmerkingenPaneel
from tk_desktop.desktop.nota.notavak import Notavak
from tk_desktop.desktop.parts.werktabs import Werktabs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.text.opmerking_vraag import AntwoordVraag, OpmerkingVraag
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmerking import Opmerking, Opmerkingen, Plaats, Waarover, plaats_van
from tk_desktop.meeting.opmerkingen import (
    add_opmerking,
    answer_opmerking,
    delete_opmerking,
    edit_opmerking,
    opmerkingen_van,
    reopen_opmerking,
    settle_opmerking,
)

TAB = "Opmerkingen"


class Opmerkingbediening(QObject):
    """Wires ``paneel``, a tab of the workspace, to the use cases; ``opname`` gives the meeting that is open."""

    def __init__(
        self,
        sessie: Sessie,
        opname: Callable[[], Momentopname],
        agenda: AgendaLijst,
        nota: Notavak,
        tabs: Werktabs,
    ) -> None:
        super().__init__()
        self._sessie = sessie
        self._store = sessie.store
        self._opname = opname
        self._agenda = agenda
        self._nota = nota
        self._tabs = tabs
        self._alle = Opmerkingen()
        self.paneel = OpmerkingenPaneel()
        self.setParent(self.paneel)
        tabs.voeg_toe(self.paneel, TAB, "message-square")
        self.paneel.nieuw.connect(self.nieuw)
        self.paneel.gekozen.connect(self._ga_naar)
        self.paneel.bewerkt.connect(self._bewerk)
        self.paneel.beantwoord.connect(self._beantwoord)
        self.paneel.afgehandeld.connect(self._handel_af)
        self.paneel.verwijderd.connect(self._verwijder)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on remarks does."""
        return {"opmerking.nieuw": self.nieuw, "opmerking.naar": self.open}

    def herlaad(self) -> Mapping[str, int]:
        """Look at the remarks again, show them, and return how many are open at each item."""
        self._alle = opmerkingen_van(self._store, self._opname())
        self.paneel.toon(self._alle)
        aantal = self._alle.aantal_open
        self._tabs.setTabText(self._tabs.indexOf(self.paneel), f"{TAB} ({aantal})" if aantal else TAB)
        return self._alle.per_punt

    def open(self) -> None:
        """Show the remarks and give their list the keyboard."""
        self._tabs.setCurrentWidget(self.paneel)
        self.paneel.setFocus()

    def nieuw(self) -> None:
        """Ask for a remark on what the user looks at: a section of the nota, the nota or the item."""
        plekken = list(self._plekken())
        hier = self._hier()
        namen = [plaats_van(self._opname(), over).naam for over in plekken]
        vraag = OpmerkingVraag(
            "Opmerking maken",
            "Plaatsen",
            self._venster(),
            keuzes=namen,
            gekozen=plekken.index(hier),
            namen=self._namen(),
        )
        vraag.toon(self._sessie.voorkeuren.naam)

        def plaats(nummer: int, wie: str, tekst: str) -> None:
            werk = partial(add_opmerking, self._store, plekken[nummer], tekst, wie=wie, nu=self._sessie.nu())
            self._sessie.doe("Opmerking maken", werk, melding="Opmerking geplaatst.", daarna=self._kies)

        vraag.gegeven.connect(plaats)
        vraag.open()

    def _plekken(self) -> Iterator[Waarover]:
        """Go through what can be spoken of here: the item, its nota's with their sections, the whole meeting."""
        opname, punt_id = self._opname(), self._agenda.huidig_id()
        if punt_id in opname.nummers:
            yield Waarover(agendapunt_id=punt_id)
            for stuk in opname.notastukken:
                if stuk.agendapunt_id == punt_id:
                    nota = opname.notas[stuk.id]
                    yield Waarover(nota_id=nota.id)
                    for sectie in sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id)):
                        yield Waarover(nota_id=nota.id, sectie_id=sectie.id)
        yield Waarover(vergadering_id=opname.vergadering.id)

    def _hier(self) -> Waarover:
        opname, punt_id = self._opname(), self._agenda.huidig_id()
        if punt_id not in opname.nummers:
            return Waarover(vergadering_id=opname.vergadering.id)
        nota = opname.notas.get(self._nota.stuk_id)
        if self._tabs.currentWidget() is not self._nota.blad or nota is None:
            return Waarover(agendapunt_id=punt_id)
        return Waarover(nota_id=nota.id, sectie_id=self._nota.nota.editor.huidige_sectie() or None)

    def _ga_naar(self, id_: str) -> None:
        plaats = next((regel.plaats for regel in self._alle.regels if regel.opmerking.id == id_), Plaats(naam=""))
        if plaats.punt_id:
            self._agenda.kies(plaats.punt_id)
        if plaats.stuk_id:
            self._nota.toon_punt(plaats.punt_id, plaats.stuk_id)
            self._tabs.setCurrentWidget(self._nota.blad)
            self._nota.ga_naar()
            self._nota.nota.editor.ga_naar(plaats.sectie_id)
        else:
            self._agenda.setFocus()

    def _bewerk(self, id_: str) -> None:
        een = self._store.opmerkingen.get(id_)
        plaats = plaats_van(self._opname(), een.waarover)
        vraag = OpmerkingVraag(
            "Opmerking bewerken", "Wijzigen", self._venster(), keuzes=[plaats.naam], namen=self._namen()
        )
        vraag.toon(een.wie, een.tekst)

        def wijzig(_: int, wie: str, tekst: str) -> None:
            werk = partial(edit_opmerking, self._store, id_, tekst=tekst, wie=wie)
            self._sessie.doe("Opmerking wijzigen", werk, melding="Opmerking gewijzigd.")

        vraag.gegeven.connect(wijzig)
        vraag.open()

    def _beantwoord(self, id_: str) -> None:
        een = self._store.opmerkingen.get(id_)
        vraag = AntwoordVraag(een.tekst, een.antwoord, self._venster(), is_open=een.is_open)

        def antwoord(tekst: str, klaar: bool) -> None:
            werk = partial(
                answer_opmerking,
                self._store,
                id_,
                tekst,
                wie=self._sessie.voorkeuren.naam,
                nu=self._sessie.nu(),
                afgehandeld=klaar,
            )
            melding = "Opmerking beantwoord en afgehandeld." if klaar else "Opmerking beantwoord."
            self._sessie.doe("Opmerking beantwoorden", werk, melding=melding)

        vraag.gegeven.connect(antwoord)
        vraag.open()

    def _handel_af(self, id_: str, klaar: bool) -> None:
        if klaar:
            werk: Callable[[], Opmerking] = partial(
                settle_opmerking, self._store, id_, wie=self._sessie.voorkeuren.naam, nu=self._sessie.nu()
            )
            self._sessie.doe("Opmerking afhandelen", werk, melding="Opmerking afgehandeld.")
        else:
            self._sessie.doe("Opmerking heropenen", partial(reopen_opmerking, self._store, id_))

    def _verwijder(self, id_: str) -> None:
        werk = partial(delete_opmerking, self._store, id_)
        self._sessie.doe("Opmerking verwijderen", werk, melding="Opmerking verwijderd.")

    def _kies(self, opmerking: Opmerking) -> None:
        self.paneel.kies(opmerking.id)

    def _namen(self) -> list[str]:
        """Return who may have said something: the members of this body first, then everybody who is known."""
        opname = self._opname()
        leden = sorted(opname.naam(lid.persoon_id) for lid in opname.leden)
        eerder = (regel.opmerking.wie for regel in self._alle.regels)
        anderen = sorted(persoon.naam for persoon in opname.personen.values())
        return [naam for naam in dict.fromkeys((*leden, *eerder, *anderen)) if naam]

    def _venster(self) -> QWidget:
        return self.paneel.window()
