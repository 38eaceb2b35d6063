"""Taking post in by the window: messages and files are read, looked over, and only then stored, in one step."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside, private_folder
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.planning.postscherm import Keuze, Postscherm
from tk_desktop.desktop.planning.twijfellijst import meld_twijfels
from tk_desktop.desktop.planning.vergaderkeuze import vergaderkeuzes
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.datum import klok, kort
from tk_desktop.intake.berichtplak import bericht_van_tekst
from tk_desktop.intake.omzetten import Omzetting, convert_received, to_convert, with_converted
from tk_desktop.intake.ontvangst import Ontvangst, read_dropped
from tk_desktop.intake.postvergadering import vergadering_van_post
from tk_desktop.intake.postvoorstel import Postvoorstel, neem_post_op, stel_post_voor
from tk_desktop.intake.toevoegen import Toevoeging
from tk_desktop.meeting.leden import report_absence
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import find_office

_SOORTEN = (
    "Berichten en stukken (*.eml *.msg *.zip *.pdf *.docx *.xlsx *.pptx *.odt *.doc *.txt *.png *.jpg);;Alles (*)"
)


@dataclass(frozen=True, slots=True)
class _Post:
    """What is kept aside while post is looked over, and goes with it; ``cache`` are its pages."""

    tijdelijk: ExitStack
    cache: Pad


class Postbediening(QObject):
    """Wires taking in post: for the meeting that it names, else for the one that is open or comes next."""

    def __init__(self, sessie: Sessie, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._ouder = ouder

    def vraag(self, map_: str = "") -> None:
        """Ask for the files."""
        begin = map_ or self._sessie.voorkeuren.invoermap
        namen, _ = QFileDialog.getOpenFileNames(self._ouder, "Post innemen", begin, _SOORTEN)
        if namen:
            self.lees([Path(naam) for naam in namen])

    def plak(self) -> None:
        """Take what is on the clipboard: files, or the text of a message."""
        inhoud = QGuiApplication.clipboard().mimeData()
        paden = [Path(een.toLocalFile()) for een in inhoud.urls() if een.isLocalFile()]
        if paden:
            self.lees(paden)
        elif inhoud.text().strip():
            nu = self._sessie.nu()
            pad = private_folder(self._store.map) / f"Geplakt bericht {kort(nu.date())} {klok(nu.time())}.eml"
            pad.write_bytes(bericht_van_tekst(inhoud.text()))
            self.lees([pad], klad=pad.parent)
        else:
            zin = "Op het klembord staan geen bestanden en geen tekst. Kopieer eerst het bericht in uw mailprogramma."
            self._sessie.gemeld.emit(zin, False)

    def lees(self, paden: Sequence[Path], *, klad: Path | None = None) -> None:
        """Read files in the background, and show what they are proposed to be; ``klad`` is ours, and goes then."""
        if not self._vergaderingen():
            self._sessie.gemeld.emit("Er is nog geen vergadering. Maak er eerst een (Ctrl+Shift+N).", False)
            return
        store, lezer = self._store, self._sessie.lezer
        tijdelijk = ExitStack()
        map_ = tijdelijk.enter_context(aside(store.cache))

        def werk(progress: Progress) -> Ontvangst:
            try:
                return read_dropped(paden, Bladcache(map_), store.map, progress, lezer=lezer)
            finally:
                if klad is not None:
                    shutil.rmtree(klad, ignore_errors=True)

        self._doe(werk, partial(self._zet_om, _Post(tijdelijk, map_)), tijdelijk)

    def _doe(
        self,
        werk: Callable[[Progress], object],
        klaar: Callable[..., None],
        tijdelijk: ExitStack,
        *,
        wacht: bool = False,
    ) -> None:
        """Do one step of the reading; what was kept aside for it goes when it fails."""

        def mislukt(fout: TkError) -> None:
            tijdelijk.close()
            self._sessie.balk.toon(fout)

        self._sessie.op_achtergrond(
            werk,
            klaar,
            met_store=False,
            wacht=wacht,
            mislukt=mislukt,
            stap=self._sessie.toon_stap,
            gestopt=tijdelijk.close,
            voorbij=self._sessie.toon_klaar,
        )

    def _zet_om(self, post: _Post, ontvangst: Ontvangst) -> None:
        """Have LibreOffice make pages of Office files, where it is there; else they travel as they are, and say so."""
        post.tijdelijk.callback(ontvangst.clear)
        office = find_office()
        if office is None or not to_convert(ontvangst):
            self._toon(post, ontvangst)
            return

        def omgezet(omzetting: Omzetting) -> None:
            lees = partial(with_converted, ontvangst, omzetting, Bladcache(post.cache), lezer=self._sessie.lezer)
            self._doe(lees, partial(self._toon, post), post.tijdelijk)

        self._doe(partial(convert_received, ontvangst, office), omgezet, post.tijdelijk, wacht=True)

    def _toon(self, post: _Post, ontvangst: Ontvangst) -> None:
        niet = [geweigerd.fout.zin for geweigerd in ontvangst.geweigerd]
        if not ontvangst.gelezen:
            post.tijdelijk.close()
            self._sessie.gemeld.emit(" ".join(niet) or "Er is niets gelezen.", False)
            return
        scherm = Postscherm(self._vergaderingen(), self._ouder)
        scherm.vergadering_gekozen.connect(partial(self._stel_voor, scherm, ontvangst, niet))
        scherm.opnemen.connect(partial(self._neem_op, post))
        scherm.finished.connect(partial(self._ruim_op, post))
        scherm.finished.connect(scherm.deleteLater)
        self._stel_voor(scherm, ontvangst, niet, self._bedoeld(ontvangst))
        scherm.open()

    def _ruim_op(self, post: _Post, _: int) -> None:
        post.tijdelijk.close()

    def _stel_voor(self, scherm: Postscherm, ontvangst: Ontvangst, niet: Sequence[str], vergadering_id: str) -> None:
        voorstel = stel_post_voor(self._store, ontvangst.gelezen, vergadering_id, self._sessie.nu())
        opname = self._store.opname(vergadering_id)
        punten = [(punt.id, f"{opname.nummers[punt.id]} {punt.titel}") for punt in opname.agendapunten]
        scherm.toon(replace(voorstel, let_op=(*voorstel.let_op, *niet)), punten)

    def _neem_op(self, post: _Post, voorstel: Postvoorstel) -> None:
        """Store what was agreed to, absences with it, as one action that can be undone."""
        self._sessie.doe("Post innemen", self._werk(voorstel), daarna=partial(self._ingenomen, voorstel))
        Bladcache(self._store.cache).adopt(post.cache)

    def _werk(self, voorstel: Postvoorstel) -> Callable[[], Toevoeging]:
        nu = self._sessie.nu()

        def doe() -> Toevoeging:
            with self._store.transaction():
                uit = neem_post_op(self._store, voorstel, nu)
                for een in (afmelding.voorstel for afmelding in voorstel.afmeldingen if afmelding.gaat_mee):
                    report_absence(self._store, een.vergadering_id, een.lid_id, vervanger_id=een.vervanger_id or None)
            return uit

        return doe

    def _ingenomen(self, voorstel: Postvoorstel, gedaan: Toevoeging) -> None:
        delen = ["1 stuk" if len(gedaan.stukken) == 1 else f"{len(gedaan.stukken)} stukken"] if gedaan.stukken else []
        afgemeld = sum(een.gaat_mee for een in voorstel.afmeldingen)
        delen += ["1 afmelding" if afgemeld == 1 else f"{afgemeld} afmeldingen"] if afgemeld else []
        wat = " en ".join(delen) or "Het bericht is bewaard, zonder stukken"
        self._sessie.gemeld.emit(f"Ingenomen: {wat}." if delen else f"{wat}.", True)
        meld_twijfels(self._sessie, gedaan.twijfels, self._ouder)

    def _bedoeld(self, ontvangst: Ontvangst) -> str:
        """Return the meeting that the post names, else the one that is open or comes next."""
        hier = Adres.lees(self._sessie.plek()).vergadering
        return vergadering_van_post(self._store, ontvangst.gelezen, self._sessie.nu().date(), hier)

    def _vergaderingen(self) -> list[Keuze]:
        return vergaderkeuzes(self._store, self._sessie.nu().date())
