"""Taking a received vergaderset in by the window: it is read, looked over, and only then stored, in one step."""

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.bladvraag import bladvraag
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.planning.leerbediening import Leerbediening
from tk_desktop.desktop.planning.twijfellijst import meld_twijfels
from tk_desktop.desktop.planning.vergaderkeuze import vergaderkeuzes
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.intake.actieopname import noemt_gremium
from tk_desktop.intake.anderetekst import is_andere_tekst, make_word
from tk_desktop.intake.gelezen import GelezenBestand, Leeswijze
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.opnemen import Inname, neem_op
from tk_desktop.intake.pakbestand import lees_pakbestand
from tk_desktop.intake.pakopname import als_bestand
from tk_desktop.intake.pakvoorstel import Pakvoorstel
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import find_office
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.desktop.planning.pakscherm import Pakscherm

_SOORTEN = "Pdf en Word (*.pdf *.docx *.dotx *.docm *.dotm *.doc *.odt *.rtf);;Alles (*)"
_Gelezen = tuple[GelezenBestand, Pakvoorstel]


class Pakbediening(QObject):
    """Wires taking in a pack; ``gekozen`` tells the ``Adres`` of the meeting that it became."""

    gekozen = Signal(object)

    def __init__(self, sessie: Sessie, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._ouder = ouder

    def vraag(self) -> None:
        """Ask for the file."""
        naam, _ = QFileDialog.getOpenFileName(self._ouder, "Vergaderset innemen", "", _SOORTEN)
        if naam:
            self.lees(Path(naam))

    def lees(self, pad: Path, indeling: str = "") -> None:
        """Read a pack in the background, and show what it is proposed to be, by a layout when one is named."""
        wijze = Leeswijze(indeling=indeling, map=self._sessie.store.map)
        if is_andere_tekst(pad):
            self._maak_woord(pad, wijze)
        else:
            self._lees(pad, wijze)

    def _maak_woord(self, pad: Path, wijze: Leeswijze) -> None:
        """Have LibreOffice make a Word file of a text in another form, beside the other work, and read that."""
        tijdelijk = ExitStack()
        with self._sessie.balk.meldt():
            map_ = tijdelijk.enter_context(aside(self._sessie.store.map))

            def mislukt(fout: TkError) -> None:
                tijdelijk.close()
                self._sessie.balk.toon(fout)

            def gelukt(woord: Path) -> None:
                self._lees(pad, wijze, woord=woord, tijdelijk=tijdelijk)

            self._sessie.op_achtergrond(
                partial(make_word, pad, find_office(), map_),
                gelukt,
                met_store=False,
                wacht=True,
                mislukt=mislukt,
                stap=self._sessie.toon_stap,
                gestopt=tijdelijk.close,
                voorbij=self._sessie.toon_klaar,
            )

    def _lees(
        self,
        pad: Path,
        wijze: Leeswijze,
        scan: "Pakscherm | None" = None,
        *,
        woord: Path | None = None,
        tijdelijk: ExitStack | None = None,
    ) -> None:
        """Read a pack; ``scan`` is the window that shows how far recognising its words is, until that is done.

        ``woord`` is the Word file to read in its place; it stands in what ``tijdelijk`` removes.
        """
        store = self._sessie.store
        tijdelijk = tijdelijk or ExitStack()
        naast = tijdelijk.enter_context(aside(store.cache))
        cache, lezer = Bladcache(naast), self._sessie.lezer

        def werk(progress: Progress) -> _Gelezen:
            progress.step(f"{pad.name} lezen", 0, 1)
            return lees_pakbestand(pad, cache, wijze, lezer=lezer, progress=progress, woord=woord)

        def mislukt(fout: TkError) -> None:
            tijdelijk.close()
            if scan is not None:
                scan.weiger_herkennen(fout)
            else:
                self._sessie.balk.toon(fout)

        def klaar(gelezen: _Gelezen) -> None:
            if scan is not None:
                scan.reject()
            self._toon(tijdelijk, naast, gelezen, herkend=wijze.herken)

        job = self._sessie.op_achtergrond(
            werk,
            klaar,
            met_store=False,
            mislukt=mislukt,
            stap=scan.toon_herkennen if scan is not None else self._sessie.toon_stap,
            gestopt=tijdelijk.close,
            voorbij=self._sessie.toon_klaar,
        )
        if scan is not None:
            scan.rejected.connect(job.stop)

    def _toon(self, tijdelijk: ExitStack, naast: Pad, gelezen: _Gelezen, *, herkend: bool) -> None:
        bestand, voorstel = gelezen
        scherm = laad("planning.pakscherm").Pakscherm(
            voorstel,
            bladvraag(self._sessie, bestand.pdf or bestand.bron),  # where the words stand as they were read
            self._ouder,
            vergaderingen=vergaderkeuzes(self._sessie.store, self._sessie.nu().date()),
            voorkeur=self._op_de_dag(voorstel.lezing),
            vraagt_vergadering=self._vraagt_vergadering(voorstel.lezing),
            herkend=herkend,
            opmerkingen=bestand.opmerkingen,
        )
        scherm.opnemen.connect(partial(self._neem_op, bestand, tijdelijk, naast))
        scherm.rejected.connect(tijdelijk.close)
        scherm.leren.connect(partial(Leerbediening(self._sessie, scherm, self._lees_anders).lees, voorstel))
        scherm.herkennen.connect(partial(self._herken, scherm, bestand.bron))
        scherm.finished.connect(scherm.deleteLater)
        scherm.open()

    def _herken(self, scherm: "Pakscherm", pad: Path) -> None:
        """Read a scan again with the words that are recognised in its pages."""
        self._lees(pad, Leeswijze(map=self._sessie.store.map, herken=True), scherm)

    def _lees_anders(self, scherm: QDialog, pad: Path, indeling: str) -> None:
        """Read the pack again by the layout that was taught; what was shown of it goes away."""
        scherm.reject()
        self.lees(pad, indeling)

    def _vraagt_vergadering(self, lezing: Lezing) -> bool:
        """Tell whether nothing in the papers says for which meeting, or of which body, they are."""
        if lezing.agenda is not None or lezing.uitnodiging is not None:
            return False
        lijst = lezing.actielijst
        return bool(lezing.notas) or (lijst is not None and not noemt_gremium(self._sessie.store, lijst))

    def _op_de_dag(self, lezing: Lezing) -> str:
        """Return the one meeting on the day that all nota's name; nothing where there is none."""
        dagen = {nota.datum for nota in lezing.notas}
        dag = dagen.pop() if len(dagen) == 1 else None
        hier = self._sessie.store.vergaderingen.op_dag(dag) if dag is not None else ()
        return hier[0].id if len(hier) == 1 else ""

    def _neem_op(
        self, bestand: GelezenBestand, tijdelijk: ExitStack, naast: Pad, voorstel: Pakvoorstel, vergadering: str
    ) -> None:
        """Store what was agreed to, in the background and as one action that can be undone; its pages stay with it."""
        nu = self._sessie.nu()

        def werk(store: Store, _: Progress) -> Inname:
            gelezen = (als_bestand(voorstel, bestand),)
            with tijdelijk:
                uit = neem_op(store, gelezen, nu=nu, vergadering_id=vergadering or None, raad=False)
                Bladcache(store.cache).adopt(naast)
            return uit

        self._sessie.doe_op_achtergrond("Vergaderset innemen", werk, daarna=partial(self._ingenomen, voorstel))

    def _ingenomen(self, voorstel: Pakvoorstel, inname: Inname) -> None:
        wat = "; ".join(waar for _, waar in inname.plaatsen) if voorstel.regels else ""
        zin = f"Ingenomen: {wat}." if wat else f"De vergaderset is ingenomen, met {len(inname.plaatsen)} stukken."
        self._sessie.gemeld.emit(zin, True)
        if inname.vergaderingen:
            self.gekozen.emit(Adres(scherm=Scherm.VERGADERINGEN, vergadering=inname.vergaderingen[0]))
        meld_twijfels(self._sessie, inname.twijfels, self._ouder)
