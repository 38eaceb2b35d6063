"""What the form of a nota and its commands do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from tk_desktop.desktop.nota.adviesbediening import Adviesbediening
from tk_desktop.desktop.nota.nota_editor import NotaEditor
from tk_desktop.desktop.nota.notaversies import Notaversies
from tk_desktop.desktop.nota.taaltipbediening import Taaltipbediening
from tk_desktop.desktop.parts.alleenlezen import lock
from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.desktop.session.dialoog import met_weigering
from tk_desktop.desktop.session.overzicht import adres_van
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.terugregel import met_terug
from tk_desktop.desktop.text.redenenveld import GetypteReden
from tk_desktop.desktop.text.spelling import Spelling
from tk_desktop.desktop.text.woordenboek import laad_woordenboek
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota, Vorm
from tk_desktop.domain.notastand import Stand
from tk_desktop.meeting.notas import (
    change_nota,
    fill_niet_van_toepassing,
    move_argument,
    remove_argument,
    set_behandelaars,
    write_argument,
    write_sectie,
    write_voorstel,
)
from tk_desktop.meeting.notastand import steps, take_step
from tk_desktop.meeting.notaversies import edit_nota, keep_other_edit, keep_version, restore_version, versions
from tk_desktop.meeting.sjablonen import keep_sjabloon


class Notabediening(QObject):
    """Wires the form to the use cases; ``opname`` gives the meeting that is open, ``nu`` the clock."""

    def __init__(
        self, sessie: Sessie, opname: Callable[[], Momentopname], nu: Callable[[], datetime] | None = None
    ) -> None:
        super().__init__()
        self._sessie = sessie
        self._store = sessie.store
        self._opname = opname
        self._nu = nu or sessie.nu
        self.editor = NotaEditor()
        self.setParent(self.editor)
        editor = self.editor
        if sessie.alleen_lezen:
            editor.velden_veranderd.connect(partial(lock, editor))
        editor.sectie_gewijzigd.connect(self._sectie)
        editor.voorstel_gewijzigd.connect(self._voorstel)
        editor.reden_gewijzigd.connect(self._reden)
        editor.reden_verwijderd.connect(self._reden_weg)
        editor.reden_verplaatst.connect(self._verplaats_reden)
        editor.hoofd_gewijzigd.connect(self._hoofd)
        editor.niet_van_toepassing.connect(self._nvt)
        editor.stap_gevraagd.connect(self._stap)
        editor.versies_gevraagd.connect(self._toon_versies)
        self.adviezen = Adviesbediening(sessie, editor)
        self.spelling = Spelling(partial(laad_woordenboek, sessie.store.map / "woordenlijst.txt"))
        self.spelling.gemeld.connect(self._meld)
        editor.velden_veranderd.connect(self._zet_velden)
        self.taaltips = Taaltipbediening(sessie, editor)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on a nota does."""
        return {
            "nota.vorige": self.editor.vorige,
            "nota.volgende": self.editor.volgende,
            "nota.nvt": self.editor.vul_nvt,
            "nota.versies": self.toon_versies,
            "nota.sjabloon": self.bewaar_als_sjabloon,
            "nota.spelling": self.kijk_spelling_na,
            "nota.adviezen": self.adviezen.open,
            **self.taaltips.opdrachten(),
        }

    def toon(self, stuk_id: str) -> bool:
        """Show the nota of a paper; tell whether it has one."""
        opname = self._opname()
        nota = opname.notas.get(stuk_id)
        if nota is not None:
            self.editor.toon(nota, opname, steps(self._store, nota.id))
            self.adviezen.toon(nota)
            self.taaltips.toon(nota)
        return nota is not None

    def herlaad(self) -> None:
        """Show the same nota as it is now, after a change from here or elsewhere."""
        opname = self._opname()
        nota = next((nota for nota in opname.notas.values() if nota.id == self.editor.nota_id), None)
        if nota is not None:
            self.editor.toon(nota, opname, steps(self._store, nota.id))
            self.adviezen.toon(nota)
            self.taaltips.toon(nota)

    def leg_vast(self) -> None:
        """Keep what is being typed, before something else is done."""
        self.editor.leg_vast()

    def kijk_spelling_na(self) -> None:
        """Go to the next word that the dictionary does not know; tell how to get one where there is none."""
        with self._sessie.balk.meldt():
            self._zet_velden()
            self.spelling.volgende()

    def toon_versies(self) -> None:
        """Show the versions of the nota that is open."""
        if self.editor.nota_id:
            self.editor.leg_vast()
            self._toon_versies(self.editor.nota_id)

    def bewaar_als_sjabloon(self) -> None:
        """Ask for a name and make a template of the nota that is open (C2)."""
        id_ = self.editor.nota_id
        if not id_:
            self._meld("Open eerst de nota waarvan u een sjabloon wilt maken.")
            return
        self.editor.leg_vast()
        vraag = NaamVraag(
            "Bewaren als sjabloon",
            "&Naam van het sjabloon:",
            self._store.notas.get(id_).onderwerp,
            "Bewaren",
            self.editor.window(),
            uitleg="Alle tekst gaat mee, ook invulplekken zoals {{datum}}; nummer en besluit blijven weg. "
            "Een sjabloon met dezelfde naam wordt vervangen.",
        )
        vraag.gegeven.connect(partial(self._bewaar_sjabloon, id_, met_weigering(vraag, self._sessie)))
        vraag.open()

    def _bewaar_sjabloon(self, nota_id: str, sluit: Callable[[object], None], naam: str) -> None:
        self._sessie.doe(
            "Sjabloon bewaren",
            partial(keep_sjabloon, self._store, nota_id, naam),
            melding=f"Sjabloon ‘{naam}’ bewaard; u vindt het bij Nieuwe nota",
            daarna=sluit,
        )

    def _zet_velden(self) -> None:
        self.spelling.zet_velden(self.editor.velden())

    def _meld(self, zin: str) -> None:
        self._sessie.gemeld.emit(zin, False)

    def _doe(self, nota_id: str, naam: str, werk: Callable[[], Nota], waar: str = "", melding: str = "") -> None:
        """Do one edit; typing in one field in one go is undone as one.

        What another window or command wrote since the nota was shown is kept as a version, and told (C14).
        """
        samen = f"{nota_id} {waar}" if waar else ""
        gezien = self.editor.gezien

        def bewerk() -> tuple[str, ...]:
            elders: tuple[str, ...] = ()
            if gezien is not None and gezien.id == nota_id:
                elders = keep_other_edit(self._store, gezien, self._nu())
            edit_nota(self._store, nota_id, self._nu(), werk)
            return elders

        plek = self._plek(nota_id)
        self._sessie.doe(naam, bewerk, samen=samen, melding=melding, daarna=self._meld_elders, plek=plek)

    def _plek(self, nota_id: str) -> str:
        """Return where a nota is seen: what is typed in it may be kept when the user went on already."""
        opname = self._opname()
        stuk = next((stuk_id for stuk_id, nota in opname.notas.items() if nota.id == nota_id), "")
        return str(replace(adres_van(opname, stuk), vak="nota")) if stuk else ""

    def _meld_elders(self, delen: tuple[str, ...]) -> None:
        if delen:
            self._sessie.balk.meld(
                "Deze nota is intussen ook in een ander venster of met een opdracht gewijzigd, bij "
                f"{', '.join(f'‘{deel}’' for deel in delen)}. Wat daar stond is bewaard als versie; wat u typt geldt.",
                [("Verschil bekijken", self.toon_versies)],
                getypt=True,
            )

    def _sectie(self, nota_id: str, sectie_id: str, tekst: str) -> None:
        self._doe(nota_id, "Tekst wijzigen", partial(write_sectie, self._store, nota_id, sectie_id, tekst), sectie_id)

    def _voorstel(self, nota_id: str, tekst: str) -> None:
        self._doe(nota_id, "Voorstel wijzigen", partial(write_voorstel, self._store, nota_id, tekst), "voorstel")

    def _reden(self, nota_id: str, reden: GetypteReden) -> None:
        werk = partial(
            write_argument,
            self._store,
            nota_id,
            reden.id,
            aard=reden.aard,
            punt_id=reden.punt_id,
            kop=reden.kop,
            tekst=reden.tekst,
        )
        self._doe(nota_id, f"{reden.aard.value.capitalize()} wijzigen", werk, reden.id)

    def _reden_weg(self, nota_id: str, id_: str) -> None:
        werk = partial(remove_argument, self._store, nota_id, id_)
        self._doe(nota_id, "Argument verwijderen", werk, melding="Verwijderd")

    def _verplaats_reden(self, nota_id: str, id_: str, punt: str, na: str) -> None:
        werk = partial(move_argument, self._store, nota_id, id_, punt_id=punt or None, na=na or None)
        self._doe(nota_id, "Argument verplaatsen", werk)

    def _hoofd(self, nota_id: str, wat: str, waarde: str) -> None:
        match wat:
            case "onderwerp":
                werk = partial(change_nota, self._store, nota_id, onderwerp=waarde)
            case "domein":
                werk = partial(change_nota, self._store, nota_id, domein=waarde)
            case "vorm":
                werk = partial(change_nota, self._store, nota_id, vorm=Vorm(waarde))
            case _:
                werk = partial(set_behandelaars, self._store, nota_id, waarde)
        melding = "Soort nota gewijzigd; alle tekst is bewaard" if wat == "vorm" else ""
        self._doe(nota_id, f"{wat.capitalize()} van de nota wijzigen", werk, "" if wat == "vorm" else wat, melding)

    def _nvt(self, nota_id: str, sectie_id: str) -> None:
        werk = partial(fill_niet_van_toepassing, self._store, nota_id, sectie_id)
        self._doe(nota_id, "‘Niet van toepassing’ invullen", werk)

    def _stap(self, nota_id: str, stand: str) -> None:
        naar = Stand(stand)
        if naar is not Stand.TERUGGESTUURD:
            self._zet_stap(nota_id, naar, "")
            return
        vraag = RedenVraag(
            "Nota terugsturen", "Wat moet de steller aanvullen of verbeteren?", "&Terugsturen", self.editor
        )
        vraag.gegeven.connect(partial(self._stuur_terug, nota_id))
        vraag.open()

    def _stuur_terug(self, nota_id: str, _: str, reden: str) -> None:
        self._zet_stap(nota_id, Stand.TERUGGESTUURD, reden)

    def _zet_stap(self, nota_id: str, naar: Stand, reden: str) -> None:
        werk = partial(take_step, self._store, nota_id, naar, self._nu(), reden=reden, wie=self._wie())
        self._sessie.doe(f"Nota: {naar.value}", werk, melding=f"De nota is {naar.value}")

    def _wie(self) -> str:
        return self._sessie.voorkeuren.naam

    def _toon_versies(self, nota_id: str) -> None:
        venster = Notaversies(self._store.notas.get(nota_id), versions(self._store, nota_id), self.editor)
        venster.teruggezet.connect(self._zet_terug)
        venster.bewaard.connect(partial(self._bewaar_versie, nota_id))
        met_terug(venster, self._sessie).veranderd.connect(partial(self._vul_versies, nota_id, venster))
        venster.finished.connect(venster.deleteLater)
        venster.open()

    def _zet_terug(self, versie_id: str) -> None:
        werk = partial(restore_version, self._store, versie_id, self._nu())
        self._sessie.doe("Versie terugzetten", werk, melding="De versie is teruggezet; wat er stond, is ook een versie")

    def _bewaar_versie(self, nota_id: str) -> None:
        self._sessie.doe(
            "Versie bewaren", partial(keep_version, self._store, nota_id, self._nu(), "Met de hand bewaard")
        )

    def _vul_versies(self, nota_id: str, venster: Notaversies) -> None:
        venster.toon(self._store.notas.get(nota_id), versions(self._store, nota_id))
