"""What the pane with the chair's script does: it keeps what is typed and puts the script on paper."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.kamer import Kamer
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.regie import Regie
from tk_desktop.meeting.regie import regie_van, write_regie
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.desktop.agenda.regie_paneel import RegiePaneel


class Regiebediening(QObject):
    """Wires the pane, in ``blad``, to the use cases; ``opname`` gives the meeting that is open."""

    def __init__(self, sessie: Sessie, opname: Callable[[], Momentopname]) -> None:
        self.blad = Kamer()
        super().__init__(self.blad)
        self._sessie = sessie
        self._opname = opname
        self._punt_id = ""
        self._paneel: RegiePaneel | None = None

    @property
    def paneel(self) -> "RegiePaneel":
        """The pane; made when it is first asked for."""
        return self._paneel or self._maak()

    def begin(self) -> None:
        """Make the pane, unless somebody looked at it before."""
        if self._paneel is None:
            self._maak()

    def toon_punt(self, punt_id: str) -> None:
        """Show the script of an item, where somebody looked at one; what is not on the agenda changes nothing."""
        opname = self._opname()
        if punt_id in opname.nummers:
            self._punt_id = punt_id
            if self._paneel is not None:
                titel = f"{opname.nummers[punt_id]} {opname.punt(punt_id).titel}"
                self._paneel.toon(regie_van(self._sessie.store, punt_id), titel)

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        if self._paneel is not None:
            self._paneel.leg_vast()

    def _maak(self) -> "RegiePaneel":
        paneel: RegiePaneel = laad("agenda.regie_paneel").RegiePaneel()
        paneel.gewijzigd.connect(self._wijzig)
        paneel.gevraagd_pdf.connect(self._bewaar)
        self._paneel = paneel
        self.toon_punt(self._punt_id)
        self.blad.vul(paneel)
        return paneel

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
