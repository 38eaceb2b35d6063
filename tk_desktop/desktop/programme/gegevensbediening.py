"""The form of a programme in the window: every cell is kept at once, and undone there too."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.programme.gegevensblad import (
    AFKORTINGEN,
    BRONNEN,
    FASEN,
    LIJNEN,
    MEENEMEN,
    NAKIJKEN,
    PERIODEN,
    ROLLEN,
    TABELLEN,
    Programmagegevens,
)
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.bedrag import lees_bedrag
from tk_desktop.domain.begroting import Meeneembaar, Meeneempost
from tk_desktop.domain.datuminvoer import lees_dag
from tk_desktop.intake.periodenaam import periode_van
from tk_desktop.programme.begroting import (
    GeenBedrag,
    change_meenemen,
    drop_bron,
    drop_meenemen,
    propose_meenemen,
    set_bron,
)
from tk_desktop.programme.programmas import (
    add_themalijn,
    change_programma,
    change_themalijn,
    define_fase,
    drop_afkorting,
    drop_fase,
    drop_periode,
    drop_rol,
    drop_themalijn,
    move_themalijn,
    set_afkorting,
    set_periode,
    set_rol,
    set_vraag,
)
from tk_desktop.programme.stand import read_stand

Velden = dict[str, str]


class Gegevensbediening(QObject):
    """Wires the form of one programme."""

    def __init__(self, sessie: Sessie, programma_id: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._programma = programma_id
        self._ouder = ouder
        self.blad = Programmagegevens()
        self.setParent(self.blad)

    def open(self, deel: str = "") -> None:
        """Show the form in a window of its own, at one of its tables where that is named."""
        zet: dict[str, Callable[[str, str, str], object]] = {
            LIJNEN: self._lijn,
            PERIODEN: self._periode,
            FASEN: self._fase,
            ROLLEN: self._rol,
            AFKORTINGEN: self._afkorting,
            BRONNEN: self._bron,
            MEENEMEN: self._meenemen,
            NAKIJKEN: self._vraag,
        }
        store = self._store
        weg: dict[str, Callable[[str], None]] = {
            LIJNEN: partial(drop_themalijn, store),
            PERIODEN: partial(drop_periode, store, self._programma),
            FASEN: partial(drop_fase, store, self._programma),
            ROLLEN: partial(drop_rol, store),
            AFKORTINGEN: partial(drop_afkorting, store),
            BRONNEN: partial(drop_bron, store),
            MEENEMEN: partial(drop_meenemen, store),
            NAKIJKEN: self._settle,
        }
        for naam, tabel in self.blad.tabellen.items():
            tabel.gewijzigd.connect(partial(self._getypt, naam, zet[naam]))
            tabel.verwijderd.connect(partial(self._weg, naam, weg[naam]))
        self.blad.tabellen[LIJNEN].verplaatst.connect(self._verplaats_lijn)
        self.blad.veld.connect(self._wijzig)
        self._sessie.veranderd.connect(self._herlaad)
        self._herlaad()
        if deel:
            self.blad.kies(deel)
        in_venster(self.blad, "Gegevens van het programma", self._ouder, self._sessie)

    def _herlaad(self) -> None:
        if any(een.id == self._programma for een in self._store.programma.programmas.all()):
            self.blad.toon(read_stand(self._store, self._programma))

    def _wijzig(self, veld: str, tekst: str) -> None:
        werk = partial(change_programma, self._store, self._programma, **{veld: tekst})
        self._sessie.doe("Programma wijzigen", werk, samen=f"programma {self._programma} {veld}")

    def _getypt(self, naam: str, zet: Callable[[str, str, str], object], id_: str, kolom: int, tekst: str) -> None:
        wat = TABELLEN[naam].deel
        self._sessie.doe(f"{wat} wijzigen", partial(zet, id_, TABELLEN[naam].velden[kolom], tekst))

    def _weg(self, naam: str, doe: Callable[[str], None], id_: str) -> None:
        self._sessie.doe(f"{TABELLEN[naam].deel}: rij verwijderen", partial(doe, id_))

    def _verplaats_lijn(self, id_: str, stap: int) -> None:
        rij = [een.id for een in self._store.programma.themalijnen.van(self._programma)]
        naar = rij.index(id_) + stap
        voor = rij[naar] if stap < 0 else next(iter(rij[naar + 1 :]), None)
        self._sessie.doe("Themalijn verplaatsen", partial(move_themalijn, self._store, id_, voor))

    # What is typed in each table; a new row (no id) gets its name from whatever was typed first

    def _lijn(self, id_: str, veld: str, tekst: str) -> object:
        if id_:
            return change_themalijn(self._store, id_, **_getypte(veld, tekst))
        velden = _getypte(veld, tekst)
        return add_themalijn(self._store, self._programma, velden.pop("naam", "Nieuwe themalijn"), **velden)

    def _periode(self, id_: str, veld: str, tekst: str) -> object:
        """Keep a period; ``id_`` is its name, which stays. A name as ``2026-1`` tells its days."""
        staat = next((een for een in self._store.programma.perioden.van(self._programma) if een.naam == id_), None)
        if staat is None:
            van, tot = _days_of(tekst, self._sessie.nu().date())
            return set_periode(self._store, self._programma, tekst, van, tot)
        if veld in ("van", "tot"):
            dag = lees_dag(tekst, self._sessie.nu().date())
            staat = replace(staat, van=dag) if veld == "van" else replace(staat, tot=dag)
        elif veld != "naam":
            staat = replace(staat, **_getypte(veld, tekst))
        return set_periode(
            self._store, self._programma, staat.naam, staat.van, staat.tot, begroot=staat.begroot,
            gewijzigd=staat.gewijzigd,
        )  # fmt: skip

    def _fase(self, id_: str, veld: str, tekst: str) -> object:
        """Keep a phase; ``id_`` is its name, which stays."""
        staat = next((een for een in self._store.programma.fasen.van(self._programma) if een.naam == id_), None)
        if staat is None:
            return define_fase(self._store, self._programma, tekst)
        velden = {"kern": staat.kern, "omschrijving": staat.omschrijving} | _getypte(veld, tekst)
        velden.pop("naam", "")
        return define_fase(self._store, self._programma, staat.naam, **velden)

    def _rol(self, id_: str, veld: str, tekst: str) -> object:
        velden = _getypte(veld, tekst)
        nu = self._store.programma.rollen.get(id_).rol if id_ else "Nieuwe rol"
        return set_rol(self._store, self._programma, velden.pop("rol", nu), id_ or None, **velden)

    def _vraag(self, id_: str, veld: str, tekst: str) -> object:
        return set_vraag(self._store, self._programma, id_, tekst)

    def _settle(self, id_: str) -> None:
        set_vraag(self._store, self._programma, id_, "")

    def _afkorting(self, id_: str, veld: str, tekst: str) -> object:
        """Keep a short form: another short form is another row."""
        staat = self._store.programma.afkortingen.get(id_) if id_ else None
        kort = tekst if veld == "kort" or staat is None else staat.kort
        lang = tekst if veld == "lang" and staat is not None else (staat.lang if staat else "")
        if staat is not None and kort != staat.kort:
            drop_afkorting(self._store, id_)
        return set_afkorting(self._store, self._programma, kort, lang)

    def _bron(self, id_: str, veld: str, tekst: str) -> object:
        velden: dict[str, Any] = dict(_getypte(veld, tekst))
        if "mee" in velden:
            kort = tekst.casefold()
            velden["mee"] = next((een for een in Meeneembaar if een.value.startswith(kort)), Meeneembaar.ONBEKEND)
        nu = self._store.programma.bronnen.get(id_).naam if id_ else "Nieuwe bron"
        return set_bron(self._store, self._programma, velden.pop("naam", nu), id_ or None, **velden)

    def _meenemen(self, id_: str, veld: str, tekst: str) -> object:
        bedrag = lees_bedrag(tekst) if veld == "bedrag" else 0
        if bedrag is None:
            raise GeenBedrag(tekst=tekst)
        periode = read_stand(self._store, self._programma).periode
        if id_:
            staat: Meeneempost = self._store.programma.meenemen.get(id_)
            staat = replace(staat, bedrag=bedrag) if veld == "bedrag" else replace(staat, **_getypte(veld, tekst))
            return change_meenemen(self._store, staat)
        return propose_meenemen(
            self._store,
            self._programma,
            tekst if veld == "waarvan" else "Nog te noemen",
            bedrag,
            periode=periode.naam if periode else "",
            naar=tekst if veld == "naar" else str((periode.tot if periode else self._sessie.nu().date()).year + 1),
            reden=tekst if veld == "reden" else "",
        )


def _getypte(veld: str, tekst: str) -> Any:
    return {veld: tekst}


def _days_of(naam: str, vandaag: date) -> tuple[date, date]:
    """Return the days of a period by its name; without a year in it those of the year of today."""
    gelezen = periode_van(naam)
    return (gelezen.van, gelezen.tot) if gelezen else (date(vandaag.year, 1, 1), date(vandaag.year, 12, 31))
