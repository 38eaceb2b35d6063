"""What the pane with the chair's script does: it keeps what is typed and puts the script on paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.regie_paneel import RegiePaneel
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.regie import Regie
from tk_desktop.meeting.regie import regie_van, write_regie
from tk_desktop.store.werkmap import Store


class Regiebediening(QObject):
    """Wires ``paneel`` to the use cases; ``opname`` gives the meeting that is open."""

    def __init__(self, sessie: Sessie, opname: Callable[[], Momentopname]) -> None:
        super().__init__()
        self._sessie = sessie
        self._opname = opname
        self.paneel = RegiePaneel()
        self.setParent(self.paneel)
        self.paneel.gewijzigd.connect(self._wijzig)
        self.paneel.gevraagd_pdf.connect(self._bewaar)

    def toon_punt(self, punt_id: str) -> None:
        """Show the script of an item; one that is not on the agenda leaves the pane as it is."""
        opname = self._opname()
        if punt_id in opname.nummers:
            titel = f"{opname.nummers[punt_id]} {opname.punt(punt_id).titel}"
            self.paneel.toon(regie_van(self._sessie.store, punt_id), titel)

    def ga_naar(self) -> None:
        """Put the keyboard in the first field."""
        next(iter(self.paneel.velden.values())).setFocus()

    def _wijzig(self, regie: Regie) -> None:
        self._sessie.doe(
            "Regie wijzigen",
            lambda: write_regie(
                self._sessie.store,
                regie.agendapunt_id,
                inleiding=regie.inleiding,
                besluit=regie.besluit,
                formulering=regie.formulering,
                risico=regie.risico,
                notitie=regie.notitie,
            ),
            samen=f"regie {regie.agendapunt_id}",
        )

    def _bewaar(self) -> None:
        voorstel = self._sessie.voorkeuren.bewaarmap / "draaiboek.pdf"
        doel = vraag_bestand(self.paneel, "Draaiboek bewaren als", voorstel, "Pdf (*.pdf)")
        if doel is not None:
            id_ = self._opname().vergadering.id

            def werk(store: Store, _: Progress) -> Path:
                return Path(laad("agenda.regiebestand").write_script(store, id_, doel))

            self._sessie.op_achtergrond(werk, self._bewaard)

    def _bewaard(self, doel: Path) -> None:
        self._sessie.gemeld.emit(f"‘{doel.name}’ is bewaard.", False)
