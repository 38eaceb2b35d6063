"""What the advice on a nota does in the window: told in its head, asked, given and asked again (A8)."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from tk_desktop.desktop.nota.advies_vraag import AdviesGeven, AdviesVraag
from tk_desktop.desktop.nota.adviezen_blad import AdviezenBlad
from tk_desktop.desktop.nota.nota_editor import NotaEditor
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.advies import Adviesregel, Oordeel
from tk_desktop.domain.nota import Nota
from tk_desktop.meeting.adviezen import (
    adviezen_bij,
    advisers,
    ask_advies,
    ask_again,
    change_term,
    delete_advies,
    give_advies,
)


class Adviesbediening(QObject):
    """Wires the advice on the nota that stands in ``editor`` to the use cases."""

    def __init__(self, sessie: Sessie, editor: NotaEditor) -> None:
        super().__init__(editor)
        self._sessie = sessie
        self._store = sessie.store
        self._editor = editor
        editor.hoofd.adviezen_gevraagd.connect(self.open)

    def toon(self, nota: Nota) -> None:
        """Tell in the head of the form how far the advice on this nota is."""
        self._editor.hoofd.zet_adviezen(self._regels(nota.id))

    def open(self) -> None:
        """Show the advice on the nota that is open, to ask for it and to keep what was given."""
        nota_id = self._editor.nota_id
        if not nota_id:
            return
        self._editor.leg_vast()
        blad = AdviezenBlad(partial(self._regels, nota_id))
        self._sessie.veranderd.connect(blad.reload)
        blad.vragen.connect(partial(self._vraag, nota_id, blad))
        blad.geven.connect(partial(self._geef, blad))
        blad.opnieuw.connect(partial(self._vraag_opnieuw, blad))
        blad.gewijzigd.connect(partial(self._wijzig, blad))
        blad.verwijderd.connect(self._verwijder)
        in_venster(blad, "Adviezen op de nota", self._editor.window(), self._sessie)

    def _regels(self, nota_id: str) -> Sequence[Adviesregel]:
        return adviezen_bij(self._store, nota_id, self._vandaag())

    def _vraag(self, nota_id: str, blad: AdviezenBlad) -> None:
        vraag = AdviesVraag("Advies vragen", "Vragen", blad.window(), self._vandaag, namen=advisers(self._store))

        def doe(van: str, uiterlijk: date | None) -> None:
            werk = partial(ask_advies, self._store, nota_id, van, self._vandaag(), uiterlijk=uiterlijk)
            self._sessie.doe("Advies vragen", werk, melding="Gevraagd advies vastgelegd.")

        vraag.gegeven.connect(doe)
        vraag.toon("")
        vraag.open()

    def _vraag_opnieuw(self, blad: AdviezenBlad, id_: str) -> None:
        oud = self._store.adviezen.get(id_)
        vraag = AdviesVraag("Advies opnieuw vragen", "Vragen", blad.window(), self._vandaag)
        vraag.van.setEnabled(False)

        def doe(_: str, uiterlijk: date | None) -> None:
            werk = partial(ask_again, self._store, id_, self._vandaag(), uiterlijk=uiterlijk)
            self._sessie.doe("Advies opnieuw vragen", werk, melding="Gevraagd advies vastgelegd.")

        vraag.gegeven.connect(doe)
        vraag.toon(oud.van)
        vraag.open()

    def _wijzig(self, blad: AdviezenBlad, id_: str) -> None:
        oud = self._store.adviezen.get(id_)
        vraag = AdviesVraag(
            "Gevraagd advies wijzigen", "Wijzigen", blad.window(), self._vandaag, namen=advisers(self._store)
        )

        def doe(van: str, uiterlijk: date | None) -> None:
            werk = partial(change_term, self._store, id_, van=van, uiterlijk=uiterlijk)
            self._sessie.doe("Gevraagd advies wijzigen", werk)

        vraag.gegeven.connect(doe)
        vraag.toon(oud.van, oud.uiterlijk)
        vraag.open()

    def _geef(self, blad: AdviezenBlad, id_: str) -> None:
        advies = self._store.adviezen.get(id_)
        vraag = AdviesGeven(advies.van, blad.window(), self._vandaag)
        if advies.oordeel is not None:
            vraag.toon(advies.oordeel, advies.tekst)

        def doe(oordeel: Oordeel, dag: date, tekst: str) -> None:
            werk = partial(give_advies, self._store, id_, oordeel, dag, tekst)
            self._sessie.doe("Advies vastleggen", werk, melding=f"Advies van {advies.van} vastgelegd.")

        vraag.gegeven.connect(doe)
        vraag.open()

    def _verwijder(self, id_: str) -> None:
        self._sessie.doe("Advies verwijderen", partial(delete_advies, self._store, id_), melding="Advies verwijderd.")

    def _vandaag(self) -> date:
        return self._sessie.nu().date()
