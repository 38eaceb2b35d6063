"""What the pane with the preparation does: it keeps what is typed, goes to pages, and puts the sheet on paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.bladafdruk import Bladafdruk
from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.printer import Printtaak, druk_af, vind_printers
from tk_desktop.desktop.reader.versiebediening import Versiebediening
from tk_desktop.desktop.reader.voorbereidingpaneel import VELDEN, Voorbereidingpaneel
from tk_desktop.desktop.session.leesvoorraad import Leesvoorraad
from tk_desktop.desktop.session.naambediening import Naambediening
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.paginaverwijzing import Verwijzing
from tk_desktop.domain.vergaderset import Vergaderset
from tk_desktop.domain.voorbereidingsregel import Voorbereidingsregel
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.reading.bladplekken import load_bladregister
from tk_desktop.reading.voorbereidingen import (
    add_verwijzing,
    load_voorbereidingen,
    remove_verwijzing,
    set_voorbereiding,
)
from tk_desktop.store.werkmap import Store


class Lezer(Protocol):
    """What the panels beside the pages ask of the reader."""

    @property
    def lezer(self) -> str:
        """Who reads."""

    def plan(self) -> Vergaderset:
        """Return the set that is read."""

    def adres(self) -> Adres:
        """Return the paper and the page that are read."""

    def lees(self, sleutel: str, pagina: int = 0) -> None:
        """Show a paper, at a page."""

    @property
    def voorraad(self) -> Leesvoorraad:
        """The papers that are ready."""

    @property
    def versies(self) -> Versiebediening:
        """The versions of the papers that are read."""


class Voorbereidingbediening(QObject):
    """Wires ``paneel`` to the use cases; it follows the item of the paper that is read."""

    def __init__(self, sessie: Sessie, lezer: Lezer) -> None:
        super().__init__()
        self._sessie = sessie
        self._lezer = lezer
        self._regels: tuple[Voorbereidingsregel, ...] = ()
        self.paneel = Voorbereidingpaneel()
        self.setParent(self.paneel)
        self._naam = Naambediening(sessie, self)
        paneel = self.paneel
        paneel.gewijzigd.connect(self._wijzig)
        paneel.punt_gekozen.connect(self.toon_punt)
        paneel.bladzijde_erbij.connect(self._bladzijde_erbij)
        paneel.bladzijde_gekozen.connect(self._ga_naar)
        paneel.bladzijde_weg.connect(self._bladzijde_weg)
        paneel.gevraagd_pdf.connect(self._bewaar)
        paneel.gevraagd_afdruk.connect(self._vraag_printer)

    def volg(self) -> None:
        """Show the item of the paper that is read; a letter or agenda leaves the panel as it is."""
        self.toon_punt(self._gelezen_punt() or self.paneel.punt_id)

    def toon_punt(self, punt_id: str) -> None:
        """Show what is prepared for an item."""
        self._regels = load_voorbereidingen(
            self._sessie.store, self._lezer.plan().opname, self._lezer.lezer, self._lezer.voorraad.versies
        )
        self.paneel.toon(self._regels, punt_id)

    def reload(self) -> None:
        """Look again at what is prepared."""
        self.toon_punt(self.paneel.punt_id)

    def druk_af(self, printer: str) -> None:
        """Print the sheet; nothing of it stays on this computer."""
        plan, lezer, versies = self._lezer.plan(), self._lezer.lezer, self._lezer.voorraad.versies

        def werk(store: Store, progress: Progress) -> str:
            with laad("reader.voorbereidingsbestand").tijdelijk_blad(store, plan.opname, lezer, versies) as pdf:
                druk_af(Printtaak(pdf=pdf, printer=printer, titel="Voorbereiding", dubbelzijdig=False), progress)
            return printer

        self._sessie.op_achtergrond(werk, self._afgedrukt)

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        self.paneel.leg_vast()

    # what is changed

    def _wijzig(self, veld: str, tekst: str) -> None:
        """Keep a field; the first word for an item brings the page that is read with it, if it is one of its pages.

        Who has no name yet is asked for it after that: what is typed is kept first, and goes to the name.
        """
        punt_id, lezer = self.paneel.punt_id, self._lezer.lezer
        hier = next(regel for regel in self._regels if regel.punt_id == punt_id)
        pagina = self._bladzijde() if hier.is_leeg and self._gelezen_punt() == punt_id else None
        self._doe(
            f"Voorbereiding van {hier.nummer}: {_naam_van(veld)}",
            partial(
                set_voorbereiding,
                self._sessie.store,
                punt_id,
                eigenaar=lezer,
                verwijzingen=None if pagina is None else (pagina,),
                **{veld: tekst},
            ),
            samen=f"voorbereiding {punt_id} {veld}",
        )
        if self.paneel.isVisible():
            self._naam.eerst(self.paneel, self.reload)

    def _bladzijde_erbij(self) -> None:
        pagina, punt_id = self._bladzijde(), self.paneel.punt_id
        if pagina is None:
            self._sessie.gemeld.emit("Open eerst de bladzijde die u bij de hand wilt hebben.", False)
            return
        self.leg_vast()
        self._doe(
            f"Bladzijde {pagina.pagina} bij de voorbereiding",
            partial(add_verwijzing, self._sessie.store, punt_id, pagina, eigenaar=self._lezer.lezer),
        )

    def _bladzijde_weg(self, pagina: Verwijzing) -> None:
        self._doe(
            f"Bladzijde {pagina.pagina} weg uit de voorbereiding",
            partial(remove_verwijzing, self._sessie.store, self.paneel.punt_id, pagina, eigenaar=self._lezer.lezer),
        )

    def _doe(self, naam: str, werk: Callable[[], object], *, samen: str = "") -> None:
        self._sessie.doe(naam, werk, samen=samen)

    # where one reads

    def _bladzijde(self) -> Verwijzing | None:
        """Return the page that is read; nothing when no pages are shown."""
        adres = self._lezer.adres()
        if not adres.stuk or not adres.sectie.isdecimal():
            return None
        return Verwijzing(adres.stuk, int(adres.sectie), self._lezer.voorraad.versies.get(adres.stuk, ""))

    def _gelezen_punt(self) -> str:
        plan, sleutel = self._lezer.plan(), self._lezer.adres().stuk
        deel = next((een for een in plan.onderdelen if een.sleutel == sleutel), None)
        return (plan.punt_van(deel) or "") if deel is not None else ""

    def _ga_naar(self, pagina: Verwijzing) -> None:
        versies = self._lezer.voorraad.versies
        blad = load_bladregister(self._sessie.store, [pagina.papier], versies).blad(pagina)
        if blad:
            self._lezer.lees(pagina.papier, blad)
        else:
            self._lezer.versies.toon_versie(pagina.papier, pagina.versie, pagina.pagina)

    # on paper

    def _bewaar(self) -> None:
        self.leg_vast()
        naam = bestandsnaam(self._lezer.plan().opname, "voorbereiding")
        voorstel = self._sessie.voorkeuren.bewaarmap / f"{naam}.pdf"
        doel = vraag_bestand(self.paneel, "Voorbereiding bewaren als", voorstel, "Pdf (*.pdf)")
        if doel is not None:
            plan, lezer, versies = self._lezer.plan(), self._lezer.lezer, self._lezer.voorraad.versies

            def werk(store: Store, _: Progress) -> Path:
                return Path(laad("reader.voorbereidingsbestand").write_blad(store, plan.opname, lezer, doel, versies))

            self._sessie.op_achtergrond(werk, self._bewaard)

    def _bewaard(self, doel: Path) -> None:
        self._sessie.gemeld.emit(f"‘{doel.name}’ is bewaard.", False)

    def _vraag_printer(self) -> None:
        self.leg_vast()
        venster = Bladafdruk("Voorbereiding afdrukken", vind_printers(), self.paneel.window())
        venster.gekozen.connect(self.druk_af)
        venster.open()

    def _afgedrukt(self, printer: str) -> None:
        self._sessie.gemeld.emit(f"De voorbereiding gaat naar {printer}.", False)


def _naam_van(veld: str) -> str:
    return next(naam.replace("&", "").lower() for id_, naam, _ in VELDEN if id_ == veld)
