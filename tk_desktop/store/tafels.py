"""The tables of a werkmap, and what is read from many of them at once: a meeting as it stands, and as it was held."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from sqlite_utils import Database

from tk_desktop.domain.boeking import Bezetting
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.domain.verslag import Verslag, gezegd_bij
from tk_desktop.domain.zitting import Zitting, op_papier
from tk_desktop.store.aantekeningen import Aantekeningen, Bladwijzers, Leesstanden, Leesteksten, Voorbereidingen
from tk_desktop.store.achterblijvers import Achterblijvers
from tk_desktop.store.agendapunten import Agendapunten
from tk_desktop.store.agendaversies import Agendaversies
from tk_desktop.store.bewaring import Bewaarregels, Vaststellingen
from tk_desktop.store.bladplekken import Bladplekken
from tk_desktop.store.briefwisseling import Briefwisseling
from tk_desktop.store.bundelstanden import Bundelstanden
from tk_desktop.store.cijfertabellen import Cijfertabellen
from tk_desktop.store.dossiers import Dossiers
from tk_desktop.store.fixiteit import Fixiteitslog
from tk_desktop.store.geheimregels import known_geheimregels
from tk_desktop.store.gelezen import Gelezen
from tk_desktop.store.inzagehoofden import Inzagehoofden
from tk_desktop.store.inzagen import Inzagelog
from tk_desktop.store.kerntaken import Kerntaaktafels
from tk_desktop.store.ketens import Ketens
from tk_desktop.store.notas import Notas
from tk_desktop.store.notaversies import Notastappen, Notaversies
from tk_desktop.store.openkeuzes import Openkeuzes
from tk_desktop.store.overleg import Overlegtabellen
from tk_desktop.store.postbussen import Postbussen
from tk_desktop.store.programmas import Programmatafels
from tk_desktop.store.publicatie import Publicaties
from tk_desktop.store.segmenten import Segmenten
from tk_desktop.store.sjablonen import Favorieten, Sjablonen
from tk_desktop.store.tabellen import (
    Aanvaardingen,
    Adviezen,
    Afmeldingen,
    Brieven,
    Bronnen,
    Gremia,
    Lidmaatschappen,
    Opmerkingen,
    Personen,
    Regies,
    Standaardpunten,
    Stukken,
    Vergaderingen,
    Versies,
)
from tk_desktop.store.uitgaven import Uitgaven
from tk_desktop.store.uitwisseling import Uitwisseling
from tk_desktop.store.vastgesteld import Vastgestelden
from tk_desktop.store.vernietigingen import Vernietigingen
from tk_desktop.store.weglakkingen import Gelakten, Weglakkingen
from tk_desktop.store.zittingen import (
    Acties,
    Belangen,
    Besluiten,
    Geheimhoudingen,
    Presenties,
    Puntverslagen,
    Rondes,
    Schorsingen,
    Stemmingen,
    Verslagen,
)
from tk_desktop.store.zoeken import Zoekregister
from tk_desktop.store.zoekvragen import Zoekvragen

T = TypeVar("T")


class Tafels:
    """Every table of one database."""

    def __init__(self, db: Database) -> None:
        self._db, self._gelezen = db, Gelezen(db)
        self.gremia = Gremia(db)
        self.personen = Personen(db)
        self.leden = Lidmaatschappen(db)
        self.vergaderingen = Vergaderingen(db)
        self.brieven = Brieven(db)
        self.agendapunten = Agendapunten(db)
        self.stukken = Stukken(db)
        self.versies = Versies(db)
        self.notas = Notas(db)
        self.notaversies = Notaversies(db)
        self.notastappen = Notastappen(db)
        self.sjablonen = Sjablonen(db)
        self.favorieten = Favorieten(db)
        self.bronnen = Bronnen(db)
        self.aanvaardingen = Aanvaardingen(db)
        self.uitgaven = Uitgaven(db)
        self.standaardpunten = Standaardpunten(db)
        self.afmeldingen = Afmeldingen(db)
        self.agendaversies = Agendaversies(db)
        self.regies = Regies(db)
        self.aantekeningen = Aantekeningen(db)
        self.leesstanden = Leesstanden(db)
        self.bladwijzers = Bladwijzers(db)
        self.voorbereidingen = Voorbereidingen(db)
        self.leesteksten = Leesteksten(db)
        self.bladplekken = Bladplekken(db)
        self.bewaarregels = Bewaarregels(db)
        self.vaststellingen = Vaststellingen(db)
        self.opmerkingen = Opmerkingen(db)
        self.adviezen = Adviezen(db)
        self.presenties = Presenties(db)
        self.belangen = Belangen(db)
        self.puntverslagen = Puntverslagen(db)
        self.schorsingen = Schorsingen(db)
        self.besluiten = Besluiten(db)
        self.stemmingen = Stemmingen(db)
        self.verslagen, self.vastgestelden = Verslagen(db), Vastgestelden(db)
        self.acties, self.dossiers = Acties(db), Dossiers(db)
        self.geheimhoudingen = Geheimhoudingen(db)
        self.rondes = Rondes(db)
        self.inzagen, self.inzagehoofden = Inzagelog(db), Inzagehoofden(db)
        self.zoekregister = Zoekregister(db)
        self.segmenten = Segmenten(db)
        self.uitwisseling = Uitwisseling(db)
        self.postbussen = Postbussen(db)
        self.publicaties = Publicaties(db, self.zitting)
        self.ketens = Ketens(db)
        self.openkeuzes = Openkeuzes(db)
        self.briefwisseling = Briefwisseling(db)

    @property
    def bundelstanden(self) -> Bundelstanden:
        """How the papers of meetings stood before the last bundle that changed them."""
        return Bundelstanden(self._db)

    @property
    def weglakkingen(self) -> Weglakkingen:
        """The marks under which nothing is left for everybody."""
        return Weglakkingen(self._db)

    @property
    def zoekvragen(self) -> Zoekvragen:
        """The questions that readers keep."""
        return Zoekvragen(self._db)

    @property
    def gelakten(self) -> Gelakten:
        """The files that were made of marked versions."""
        return Gelakten(self._db)

    @property
    def cijfertabellen(self) -> Cijfertabellen:
        """The tables of amounts that were taken over from papers."""
        return Cijfertabellen(self._db)

    @property
    def programma(self) -> Programmatafels:
        """The tables of programmes, projects and budgets."""
        return Programmatafels(self._db)

    @property
    def overleg(self) -> Overlegtabellen:
        """The tables of routes over tables, planning and control, and zienswijzen."""
        return Overlegtabellen(self._db)

    @property
    def kerntaken(self) -> Kerntaaktafels:
        """The tables of core tasks and scenarios."""
        return Kerntaaktafels(self._db)

    @property
    def achterblijvers(self) -> Achterblijvers:
        """What who works here wrote on meetings that are gone."""
        return Achterblijvers(self._db)

    @property
    def vernietigingen(self) -> Vernietigingen:
        """What of dossiers was decided to destroy."""
        return Vernietigingen(self._db)

    @property
    def fixiteit(self) -> Fixiteitslog:
        """The log of the times that kept files were looked at."""
        return Fixiteitslog(self._db)

    @contextmanager
    def _lezing(self) -> Iterator[None]:
        """Let all that the block reads be of one moment, whoever writes meanwhile."""
        if self._db.conn.in_transaction:
            yield
            return
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.rollback()  # it only read

    def opname(self, vergadering_id: str) -> Momentopname:
        """Return a meeting as it stands now, all of one moment, or raise ``NietGevonden``."""
        return self._eenmaal(("opname", vergadering_id), lambda: self._opname(vergadering_id))

    def _eenmaal(self, sleutel: tuple[str, str], lees: Callable[[], T]) -> T:
        """Read what does not change by itself, all of one moment: once, until something in the database changed.

        What is read in a transaction may be taken back, and is not kept.
        """
        in_wijziging = self._db.conn.in_transaction and not self._gelezen.leest
        with self._lezing():
            return lees() if in_wijziging else self._gelezen.geef(sleutel, lees)

    def _opname(self, vergadering_id: str) -> Momentopname:
        vergadering = self.vergaderingen.get(vergadering_id)
        punten = self.agendapunten.van_vergadering(vergadering_id)
        geheim = self.geheimhoudingen.geldend(vergadering_id)
        acties = self.acties.open_voor(vergadering)
        lijnen = self.agendapunten.lijnen({actie.agendapunt_id for actie in acties if actie.agendapunt_id is not None})
        stukken = self.stukken.van_vergadering(vergadering_id)
        return Momentopname.maak(
            self.gremia.get(vergadering.gremium_id),
            vergadering,
            personen=self.personen.all(),
            leden=self.leden.van_gremium(vergadering.gremium_id),
            agendapunten=punten,
            stukken=stukken,
            versies=self.versies.nieuwste(vergadering_id),
            gelakt=self.gelakten.voor_iedereen([stuk.id for stuk in stukken]),
            notas=self.notas.van_vergadering(vergadering_id),
            brief=self.brieven.van_vergadering(vergadering_id),
            aanvaard=self.aanvaardingen.van_vergadering(vergadering_id),
            uitgesloten=self.agendapunten.uitsluitingen.van(punten, lijnen),
            acties=[
                replace(actie, besloten=actie.is_dicht or any(lijnen.get(actie.agendapunt_id or "", {}).values()))
                for actie in acties
            ],
            geheim=geheim,
            geheimregels=known_geheimregels() if geheim else None,
        )

    def bezetting(self, vergadering: Vergadering) -> Bezetting:
        """Return whom a meeting asks, without who reported absence (A4, A15).

        The meeting may be planned only, and so may its body.
        """
        leden = [lid for lid in self.leden.van_gremium(vergadering.gremium_id) if lid.geldt_op(vergadering.datum)]
        afgemeld = {een.lid_id: een.vervanger_id for een in self.afmeldingen.van_vergadering(vergadering.id)}
        weg = {lid.persoon_id for lid in leden if lid.id in afgemeld}
        gevraagd = {lid.persoon_id for lid in leden if lid.vervangt is None} | {
            vergadering.voorzitter_id,
            vergadering.secretaris_id,
        }
        komt = (gevraagd - weg) | set(afgemeld.values())
        return Bezetting(
            vergadering=vergadering,
            gremium=next((een.kort for een in self.gremia.all() if een.id == vergadering.gremium_id), ""),
            namen={persoon.id: persoon.naam for persoon in self.personen.all() if persoon.id in komt},
        )

    def opname_om_te_noemen(self, vergadering_id: str) -> Momentopname:
        """Return as much of a meeting as names its items and papers, or raise ``NietGevonden``: for who reads many."""
        with self._lezing():
            vergadering = self.vergaderingen.get(vergadering_id)
            return Momentopname.maak(
                self.gremia.get(vergadering.gremium_id),
                vergadering,
                agendapunten=self.agendapunten.van_vergadering(vergadering_id),
                stukken=self.stukken.van_vergadering(vergadering_id),
                versies=self.versies.nieuwste(vergadering_id),
            )

    def zitting(self, vergadering_id: str) -> Zitting:
        """Return a meeting as it was held, all of one moment, or raise ``NietGevonden``.

        A verslag that was not begun has no id yet; of two rows for one item the one with the lowest id
        counts, and the other is told of as ``dubbel``.
        """
        return self._eenmaal(("zitting", vergadering_id), lambda: self._gehouden(vergadering_id))

    def _gehouden(self, vergadering_id: str) -> Zitting:
        return replace(
            self._zitting(self.opname(vergadering_id)),
            presentie=self.presenties.van_vergadering(vergadering_id),
            belangen=self.belangen.van_vergadering(vergadering_id),
            schorsingen=self.schorsingen.van_vergadering(vergadering_id),
            keuzes=self.openkeuzes.van_vergadering(vergadering_id),
        )

    def besluitzittingen(self) -> tuple[Zitting, ...]:
        """Return the meetings in which something was decided, as the register of besluiten needs them.

        They hold no people, no contents of papers and nothing that was open before; a register reads many at once.
        """
        with self._lezing():
            gremia = {een.id: een for een in self.gremia.all()}
            opnames = (
                Momentopname.maak(
                    gremia[vergadering.gremium_id],
                    vergadering,
                    agendapunten=self.agendapunten.van_vergadering(vergadering.id),
                    stukken=self.stukken.van_vergadering(vergadering.id),
                )
                for vergadering in map(self.vergaderingen.get, self.besluiten.vergaderingen())
            )
            return tuple(self._zitting(opname) for opname in opnames)

    def _zitting(self, opname: Momentopname) -> Zitting:
        id_ = opname.vergadering.id
        verslag = self.verslagen.van_vergadering(id_) or Verslag(id="", vergadering_id=id_)
        verslagen = gezegd_bij(opname, self.puntverslagen.van_vergadering(id_))
        geldend = {een.agendapunt_id: een for een in reversed(verslagen)}
        return Zitting(
            opname=opname,
            verslag=verslag,
            verslagen=geldend,
            dubbel=tuple(een for een in verslagen if geldend[een.agendapunt_id] is not een),
            besluiten=op_papier(opname, self.besluiten.van_vergadering(id_)),
            stemmingen=op_papier(opname, self.stemmingen.van_vergadering(id_)),
            acties=self.acties.van_vergadering(id_),
            rondes=self.rondes.van_vergadering(id_),
            vast=self.vastgestelden.van_verslag(verslag.id) if verslag.is_vastgesteld else None,
        )
