"""What the screen on destroying dossiers does: the decision, carrying it out on the worker thread, and the papers."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.planning.vernietigvak import Vernietigbeeld, Vernietigvak
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.vernietiging import Vernietiging
from tk_desktop.export.vernietiging import write_verklaring, write_vernietigingslijst, write_vernietigingslijst_xlsx
from tk_desktop.export.vorm import Vorm
from tk_desktop.minutes.vernietigen import carry_out_destruction, count_notes, decide_destruction, list_destroyable
from tk_desktop.store.werkmap import Store

_XLSX = ".xlsx"
_PAPIER = "Pdf (*.pdf);;Word (*.docx)"
_SOORTEN = f"{_PAPIER};;Excel (*{_XLSX})"


class Vernietigbediening(QObject):
    """Opens the screen over ``ouder``; ``kies`` asks where a file is put.

    ``klaar`` and ``mislukt`` tell a screen that is still open how it went: who closes it hears it in the bar.
    """

    klaar = Signal()
    mislukt = Signal(TkError)

    def __init__(
        self,
        sessie: Sessie,
        ouder: QWidget,
        vandaag: Callable[[], date],
        kies: Callable[[QWidget, str, Path, str], Path | None] = vraag_bestand,
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._ouder = ouder
        self._vandaag = vandaag
        self.kies = kies
        self._vak: Vernietigvak | None = None

    def toon(self) -> Vernietigvak:
        """Open the screen."""
        vak = Vernietigvak(self._beeld)
        vak.besloten.connect(self._besluit)
        vak.lijst_gevraagd.connect(self._bewaar_lijst)
        vak.uitvoeren.connect(self._voer_uit)
        self.klaar.connect(vak.geef_vrij)
        self.mislukt.connect(vak.weiger)
        vak.destroyed.connect(self._is_dicht)
        self._vak = vak
        vak.verklaring.connect(self._bewaar_verklaring)
        self._sessie.veranderd.connect(vak.reload)
        in_venster(vak, "Dossiers vernietigen", self._ouder.window(), self._sessie)
        return vak

    def _beeld(self) -> Vernietigbeeld:
        store = self._store
        wacht = {regel.vergadering for een in store.vernietigingen.all() if een.wacht for regel in een.regels}
        mag = [een for een in list_destroyable(store, self._vandaag()) if een.vergadering not in wacht]
        return Vernietigbeeld(mag=mag, besluiten=[(een, count_notes(store, een)) for een in store.vernietigingen.all()])

    def _besluit(self, vergaderingen: Sequence[str], door: str) -> None:
        self._sessie.doe(
            "Vernietigingsbesluit",
            lambda: decide_destruction(self._store, vergaderingen, op=self._vandaag(), wie=door),
            melding="Het besluit is vastgelegd.",
        )

    def _is_dicht(self) -> None:
        self._vak = None

    def _voer_uit(self, id_: str) -> None:
        op, door = self._vandaag(), self._sessie.wie

        def werk(store: Store, _: Progress) -> Vernietiging:
            return carry_out_destruction(store, id_, op=op, door=door)

        self._sessie.geschiedenis.vergeet()  # what was done before holds words that are to go
        self._sessie.op_achtergrond(werk, self._vernietigd, mislukt=self._geweigerd)

    def _geweigerd(self, fout: TkError) -> None:
        if self._vak is None:
            self._sessie.balk.toon(fout)
        self.mislukt.emit(fout)

    def _vernietigd(self, klaar: Vernietiging) -> None:
        self._sessie.geschiedenis.vergeet()  # nor what was done meanwhile
        self._sessie.veranderd.emit()
        self.klaar.emit()
        dossiers = meervoud(len(klaar.regels), "dossier", "dossiers")
        bestanden = meervoud(len(klaar.bestanden), "bestand", "bestanden")
        self._sessie.gemeld.emit(f"Vernietigd: {dossiers} met {bestanden}. Sla de verklaring op.", False)

    def _bewaar_lijst(self) -> None:
        op = self._vandaag()
        doel = self._vraag_waar(f"Vernietigingslijst {op:%Y-%m-%d}", _SOORTEN)
        if doel is None:
            return
        regels = list_destroyable(self._store, op)

        def werk() -> Path:
            if doel.suffix == _XLSX:
                return write_vernietigingslijst_xlsx(regels, doel, op=op)
            return write_vernietigingslijst(regels, doel, Vorm(doel.suffix), op=op)

        self._schrijf(werk)

    def _bewaar_verklaring(self, id_: str) -> None:
        besluit = self._store.vernietigingen.get(id_)
        doel = self._vraag_waar(f"Verklaring van vernietiging {besluit.besloten_op:%Y-%m-%d}", _PAPIER)
        if doel is not None:
            self._schrijf(lambda: write_verklaring(besluit, doel, Vorm(doel.suffix)))

    def _vraag_waar(self, naam: str, soorten: str) -> Path | None:
        voorstel = Path(self._sessie.voorkeuren.bewaarmap) / f"{naam}.pdf"
        doel = self.kies(self._ouder.window(), f"{naam} opslaan", voorstel, soorten)
        if doel is None or f"(*{doel.suffix.lower()})" in soorten:
            return doel and doel.with_suffix(doel.suffix.lower())
        return doel.with_name(f"{doel.name}.pdf")

    def _schrijf(self, werk: Callable[[], Path]) -> None:
        self._sessie.balk.hide()
        self._sessie.op_achtergrond(lambda _progress: werk(), self._geschreven, met_store=False)

    def _geschreven(self, pad: Path) -> None:
        self._sessie.gemeld.emit(f"‘{pad.name}’ is opgeslagen.", False)
