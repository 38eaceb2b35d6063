"""What the screen on keeping and destroying own notes does, and what is told of it when the window opens (F16)."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import replacing
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.reader.achterblijvervak import als_tekst
from tk_desktop.desktop.reader.bewaarscherm import Bewaarscherm
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.bewaring import Aantal, Achterblijver, Bewaarkeuze, aankondiging
from tk_desktop.reading.bewaring import destroy_notities, load_bewaring, set_bewaarkeuze, set_vaststelling
from tk_desktop.store.werkmap import Store

TITEL = "Aantekeningen bewaren of vernietigen"


class Bewaarbediening(QObject):
    """Opens the screen over ``ouder`` and wires it to the use cases."""

    def __init__(self, sessie: Sessie, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._ouder = ouder
        self._scherm: Bewaarscherm | None = None
        self.bewaar: Callable[[QWidget, str, Path, str], Path | None] = vraag_bestand
        """Asks where a file comes."""
        sessie.veranderd.connect(self._herlaad)

    def kondig_aan(self) -> None:
        """Tell at the start what will be destroyed, or may be now; nothing when there is nothing to tell."""
        lezer, vandaag = self._sessie.voorkeuren.lezer, self._vandaag()

        def werk(store: Store, _: Progress) -> str:
            aan_de_beurt = aankondiging(load_bewaring(store, lezer), vandaag)
            alle = store.achterblijvers.van(store.bewerkingen.persoon)
            over = sum((een.aantal for een in alle), Aantal())
            regels = (
                aan_de_beurt,
                f"Bij vergaderingen die weg zijn, bleef van u: {over}." if over else "",
                "Zie Aantekening › Bewaren of vernietigen." if aan_de_beurt or over else "",
            )
            return " ".join(filter(None, regels))

        self._sessie.op_achtergrond(werk, self._aangekondigd)

    def open(self) -> Bewaarscherm:
        """Open the screen."""
        store, lezer = self._sessie.store, self._sessie.voorkeuren.lezer
        regels = store.bewaarregels.van(lezer)
        gremia = {
            gremium.id: (gremium.naam, regels[gremium.id].keuze if gremium.id in regels else Bewaarkeuze.BEWAREN)
            for gremium in store.gremia.all()
        }
        scherm = self._scherm = Bewaarscherm(gremia, self._vandaag)
        scherm.keuze_gewijzigd.connect(self._kies)
        scherm.dag_gewijzigd.connect(self._zet_dag)
        scherm.vernietigen_gevraagd.connect(self._vernietig)
        scherm.achterblijvers.bewaren.connect(self._bewaar_achterblijvers)
        scherm.achterblijvers.vernietigen.connect(self._vernietig_achterblijvers)
        scherm.destroyed.connect(self._gesloten)
        self._herlaad()
        in_venster(scherm, TITEL, self._ouder, self._sessie)
        return scherm

    def _vandaag(self) -> date:
        return self._sessie.nu().date()

    def _gesloten(self) -> None:
        self._scherm = None

    def _herlaad(self) -> None:
        if self._scherm is not None:
            self._scherm.toon(load_bewaring(self._sessie.store, self._sessie.voorkeuren.lezer))
            self._scherm.achterblijvers.toon(self._achterblijvers())

    def _achterblijvers(self) -> tuple[Achterblijver, ...]:
        store = self._sessie.store
        return store.achterblijvers.van(store.bewerkingen.persoon)

    def _bewaar_achterblijvers(self) -> None:
        map_ = Path(self._sessie.voorkeuren.uitvoermap or Path.home())
        doel = self.bewaar(self._ouder, "Waar komt het bestand?", map_ / "van mij.txt", "Tekst (*.txt)")
        if doel is None:
            return
        tekst = f"{als_tekst(self._achterblijvers())}\n"

        def werk(_: Progress) -> str:
            with replacing(doel) as deel:
                deel.write_text(tekst, encoding="utf-8")
            return doel.name

        self._sessie.op_achtergrond(werk, self._bewaard, met_store=False, mislukt=self._mislukt)

    def _bewaard(self, naam: str) -> None:
        self._sessie.gemeld.emit(f"‘{naam}’ is bewaard.", False)

    def _vernietig_achterblijvers(self) -> None:
        over = sum((een.aantal for een in self._achterblijvers()), Aantal())
        if self._scherm is not None:
            self._scherm.bezig(True)

        def werk(store: Store, _: Progress) -> Aantal:
            store.vernietig_achterblijvers()
            return over

        self._sessie.geschiedenis.vergeet()  # what was done before holds words that are to go
        self._sessie.op_achtergrond(werk, self._vernietigd, mislukt=self._mislukt)

    def _kies(self, gremium_id: str, keuze: Bewaarkeuze) -> None:
        store, lezer = self._sessie.store, self._sessie.voorkeuren.lezer
        self._sessie.doe(
            f"Aantekeningen {keuze.value}", partial(set_bewaarkeuze, store, gremium_id, keuze, eigenaar=lezer)
        )

    def _zet_dag(self, vergadering_id: str, dag: date | None) -> None:
        store, lezer = self._sessie.store, self._sessie.voorkeuren.lezer
        self._sessie.doe("Dag van vaststelling", partial(set_vaststelling, store, vergadering_id, dag, eigenaar=lezer))

    def _vernietig(self, vergaderingen: Sequence[str]) -> None:
        lezer, vandaag = self._sessie.voorkeuren.lezer, self._vandaag()
        if self._scherm is not None:
            self._scherm.bezig(True)

        def werk(store: Store, _: Progress) -> Aantal:
            return destroy_notities(store, vergaderingen, eigenaar=lezer, vandaag=vandaag)

        self._sessie.geschiedenis.vergeet()  # what was done before holds words that are to go
        self._sessie.op_achtergrond(werk, self._vernietigd, mislukt=self._mislukt)

    def _vernietigd(self, aantal: Aantal) -> None:
        self._sessie.geschiedenis.vergeet()  # nor what was done meanwhile
        if self._scherm is not None:
            self._scherm.bezig(False)
        self._sessie.veranderd.emit()
        self._sessie.gemeld.emit(f"Vernietigd: {aantal}.", False)

    def _mislukt(self, fout: TkError) -> None:
        if self._scherm is not None:
            self._scherm.weiger(fout)

    def _aangekondigd(self, tekst: str) -> None:
        if tekst:
            self._sessie.gemeld.emit(tekst, False)
