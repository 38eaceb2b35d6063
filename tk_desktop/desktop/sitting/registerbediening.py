"""What the screen with the register of besluiten does."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.inzage import kopiemaker
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.besluit_herstel import Herstelvraag
from tk_desktop.desktop.sitting.besluiten_scherm import Besluitenscherm
from tk_desktop.desktop.sitting.besluitwoorden import ACTIE, BLAD, PUNT, STUK, TAFEL
from tk_desktop.desktop.sitting.verslaglink import adres_van_blad
from tk_desktop.domain.besluit import Besluit, Uitkomst
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.minutes.besluiten import correct_besluit, renumber_besluit
from tk_desktop.minutes.kopieen import log_kopie
from tk_desktop.minutes.register import Dossierstap, Registerregel, dossier, register
from tk_desktop.minutes.verslagblad import Verslagblad, find_verslagblad
from tk_desktop.programme.gevolgen import changed_by
from tk_desktop.store.werkmap import Store

Vraag = Callable[[QWidget, str, Path, str], Path | None]
_SOORTEN = {".pdf": "Pdf (*.pdf)", ".docx": "Word (*.docx)"}


class Registerbediening(QObject):
    """Wires the register to the use cases; ``gekozen`` tells the ``Adres`` of an item or a paper to go to.

    ``actie_gekozen`` tells the id of an action to go to; ``kies`` asks for a file.
    """

    gekozen = Signal(object)
    actie_gekozen = Signal(str)

    def __init__(self, sessie: Sessie, *, kies: Vraag = vraag_bestand) -> None:
        self.blad = Besluitenscherm(self._dossier, self._verslagblad, self._gevolgen)
        super().__init__(self.blad)
        self._sessie = sessie
        self.kies = kies
        self.blad.besloten_gevraagd.connect(self.herlaad)
        self.blad.link_gekozen.connect(self._volg)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands of this screen do."""
        return {
            "besluit.naar": self._naar,
            "besluit.herstellen": self._herstel,
            "besluit.nummer": self._nummer_opnieuw,
            "besluit.uittreksel": partial(self._schrijf, ".pdf"),
            "besluit.uittreksel-word": partial(self._schrijf, ".docx"),
        }

    def herlaad(self) -> None:
        """Show the register as it stands now; what is besloten only when that is asked."""
        self.blad.toon(register(self._sessie.store, openbaar=not self.blad.besloten.isChecked()))

    def _dossier(self, punt_id: str) -> Sequence[Dossierstap]:
        return dossier(self._sessie.store, punt_id, openbaar=not self.blad.besloten.isChecked())

    def _verslagblad(self, regel: Registerregel) -> Verslagblad | None:
        """Return the page of the verslag that tells a besluit, or its subject."""
        return find_verslagblad(self._sessie.store, regel.vergadering_id, regel.besluit.tekst, regel.onderwerp)

    def _gevolgen(self, besluit_id: str) -> Sequence[str]:
        return changed_by(self._sessie.store, besluit_id)

    def _naar(self) -> None:
        regel = self.blad.huidig
        if regel is not None:
            self._ga(regel.vergadering_id, regel.besluit.agendapunt_id)

    def _volg(self, doel: str) -> None:
        soort, _, rest = doel.partition(":")
        if soort in (PUNT, STUK):
            self._ga(*rest.split("/"))
        elif soort == TAFEL:
            vergadering, _, punt = rest.partition("/")
            self.gekozen.emit(Adres(scherm=Scherm.TAFEL, vergadering=vergadering, punt=punt))
        elif soort == BLAD:
            vergadering, punt, stuk, pagina = rest.split("/")
            blad = Verslagblad(vergadering_id=vergadering, punt_id=punt, stuk_id=stuk, pagina=int(pagina))
            self.gekozen.emit(adres_van_blad(blad))
        elif soort == ACTIE:
            self.actie_gekozen.emit(rest)
        else:
            self.blad.kies(rest)

    def _ga(self, vergadering: str, punt: str, stuk: str = "") -> None:
        self.gekozen.emit(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering, punt=punt, stuk=stuk))

    def _herstel(self) -> None:
        regel = self.blad.huidig
        if regel is None:
            return
        if regel.vervangen_door:
            self._sessie.gemeld.emit(f"Dit besluit is al hersteld door {regel.vervangen_door}.", False)
            return
        besluit = regel.besluit
        vraag = Herstelvraag(besluit.nummer, besluit.tekst, besluit.uitkomst, self.blad.window())

        def klaar(herstel: Besluit) -> None:
            self.blad.kies(herstel.nummer)

        def herstel(tekst: str, uitkomst: Uitkomst) -> None:
            self._sessie.doe(
                "Besluit herstellen",
                lambda: correct_besluit(
                    self._sessie.store, besluit.id, tekst, op=date.today(), uitkomst=_gekozen(besluit, uitkomst)
                ),
                melding=f"{besluit.aanduiding} is hersteld.",
                daarna=klaar,
            )

        vraag.gegeven.connect(herstel)
        vraag.open()

    def _nummer_opnieuw(self) -> None:
        """Give the besluit the next free number, where another has its number too (finding ZT06)."""
        regel = self.blad.huidig
        if regel is None:
            return

        def klaar(besluit: Besluit) -> None:
            self.blad.kies(besluit.nummer)
            self._sessie.gemeld.emit(f"Besluit {regel.besluit.nummer} heet nu {besluit.nummer}.", True)

        self._sessie.doe(
            "Besluit een ander nummer geven",
            lambda: renumber_besluit(self._sessie.store, regel.besluit.id),
            daarna=klaar,
        )

    def _schrijf(self, einde: str) -> None:
        regel = self.blad.huidig
        if regel is None:
            return
        store, voorkeuren = self._sessie.store, self._sessie.voorkeuren
        if not _staat_op_agenda(store, regel):
            self._sessie.gemeld.emit("Dit punt staat niet meer op de agenda van deze vergadering.", False)
            return
        naam = ""
        with self._sessie.balk.meldt():
            regel.besluit.require_woorden(regel.nummer)
            naam = laad("sitting.uittrekselbestand").uittrekselnaam(store, regel)
        if not naam:
            return
        voorstel = Path(voorkeuren.uitvoermap or Path.home()) / f"{naam}{einde}"
        doel = self.kies(self.blad.window(), "Waar komt het uittreksel?", voorstel, _SOORTEN[einde])
        if doel is None:
            return
        voorkeuren.uitvoermap = str(doel.parent)
        merk = ""
        if regel.besloten and (maker := kopiemaker(self._sessie)) is not None:
            papier = {f"uittreksel {regel.besluit.nummer}": ""}
            merk = log_kopie(store, regel.vergadering_id, papier, maker("uittreksel"), wat=Inzagewijze.BESTAND)

        def werk(eigen: Store, _: Progress) -> Path:
            return Path(laad("sitting.uittrekselbestand").write_uittreksel_van(eigen, regel, doel, merk))

        self._sessie.op_achtergrond(werk, self._geschreven)

    def _geschreven(self, pad: Path) -> None:
        self._sessie.gemeld.emit(f"Het uittreksel is bewaard als ‘{pad.name}’.", False)


def _gekozen(besluit: Besluit, uitkomst: Uitkomst) -> Uitkomst | None:
    """Return the outcome that was chosen; nothing when it stayed, for then the words tell what it is."""
    return uitkomst if uitkomst is not besluit.uitkomst else None


def _staat_op_agenda(store: Store, regel: Registerregel) -> bool:
    punten = store.opname(regel.vergadering_id).agendapunten
    return any(punt.id == regel.besluit.agendapunt_id for punt in punten)
