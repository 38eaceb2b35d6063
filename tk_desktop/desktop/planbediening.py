"""Planning in the window: a new meeting, its facts, the year, versions of the agenda, the roster."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.agendaversies import AgendaVersies, Versiestand
from tk_desktop.desktop.commands import laad
from tk_desktop.desktop.gremiumgegevens import Gremiumgegevens, Gremiumstand
from tk_desktop.desktop.jaarkalender import JaarKalender
from tk_desktop.desktop.leden import LedenLijst
from tk_desktop.desktop.nieuwe_vergadering import Gremiumkeus, NieuweVergadering
from tk_desktop.desktop.sessie import Sessie
from tk_desktop.desktop.vergadergegevens import Aanwezige, Vergadergegevens, Vergaderstand
from tk_desktop.domain.afspraak import Afspraak
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.puntregel import Puntregel
from tk_desktop.domain.standaardpunt import Standaardpunt
from tk_desktop.domain.termijnen import Kalenderregel
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.meeting.agendaimport import take_items
from tk_desktop.meeting.agendaversies import (
    approve_agenda,
    current_agenda,
    freeze_agenda,
    not_agreed,
    reopen_agenda,
    versies_van,
)
from tk_desktop.meeting.gremia import write_gremium
from tk_desktop.meeting.jaarkalender import (
    Jaarimport,
    Vooruitblik,
    dubbele_boekingen,
    look_ahead,
    take_calendar,
    year_calendar,
)
from tk_desktop.meeting.leden import (
    Lid,
    add_lid,
    leden_van,
    report_absence_of,
    withdraw_absence_of,
    write_lid,
)
from tk_desktop.meeting.standaardpunten import choose_standaardpunten, standaardpunten_van
from tk_desktop.meeting.vergaderingen import Vergaderplan, change_vergadering, last_vergadering, plan_vergadering


class Planbediening(QObject):
    """Wires what is planned; ``gekozen`` tells an ``Adres`` to go to. ``opname`` gives the meeting that is open."""

    gekozen = Signal(object)

    def __init__(
        self,
        sessie: Sessie,
        opname: Callable[[], Momentopname],
        ouder: QWidget,
        vandaag: Callable[[], date] = date.today,
        nu: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._opname = opname
        self._ouder = ouder
        self._vandaag = vandaag
        self._nu = nu
        self.kalender = JaarKalender(self._jaar, vandaag())
        self.kalender.gekozen.connect(self._open)
        self.kalender.gevraagd_nieuw.connect(self.nieuwe_vergadering)
        self.kalender.gevraagd_in.connect(self.neem_kalender_in)
        self.kalender.gevraagd_uit.connect(self._bewaar_jaar)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do that need no open meeting."""
        return {
            "vergadering.nieuw": self.nieuwe_vergadering,
            "vergadering.kalender": self._naar_kalender,
            "ics.in": self.neem_kalender_in,
            "ics.uit": self._bewaar_dit_jaar,
        }

    def bij_vergadering(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do on the open meeting."""
        return {
            "agenda.versies": self._toon_versies,
            "vergadering.eigenschappen": self._toon_gegevens,
            "gremium.leden": self._toon_leden,
            "csv.in": self._neem_lijst_in,
            "csv.uit": self._bewaar_lijst,
        }

    def nieuwe_vergadering(self) -> None:
        """Ask for a meeting; the body of the last one stands ready, and its example."""
        gremia = [
            Gremiumkeus(gremium=gremium, vorige=last_vergadering(self._store, gremium.id))
            for gremium in self._op_gebruik()
        ]
        vraag = NieuweVergadering(gremia, self._kijk, self._vandaag(), self._ouder)
        vraag.gekozen.connect(self._maak)
        vraag.finished.connect(vraag.deleteLater)
        vraag.open()

    def neem_kalender_in(self) -> None:
        """Ask for a calendar file and take its meetings in."""
        naam, _ = QFileDialog.getOpenFileName(self._ouder, "Kalender innemen", "", "Kalenders (*.ics)")
        gremia = self._op_gebruik()
        if not naam or not gremia:
            return
        gremium, goed = gremia[0], True
        if len(gremia) > 1:
            vraag = "Van welk gremium zijn deze vergaderingen?"
            namen = [een.naam for een in gremia]
            gekozen, goed = QInputDialog.getItem(self._ouder, "Kalender innemen", vraag, namen, 0, False)
            gremium = gremia[namen.index(gekozen)]
        if goed:
            self.neem_kalender(Path(naam), gremium)

    def neem_kalender(self, pad: Path, gremium: Gremium) -> None:
        """Read a calendar in the background and make its meetings, as those of a body."""

        def lees(_: Progress) -> tuple[Gremium, Sequence[Afspraak]]:
            return gremium, laad("kalenderbestand").read_calendar(pad)

        self._sessie.op_achtergrond(lees, self._neem_op, met_store=False)

    def _op_gebruik(self) -> list[Gremium]:
        """Return the bodies, the one that met last first."""
        laatst = [v.gremium_id for v in reversed(self._store.vergaderingen.all())]
        volgorde = {id_: plek for plek, id_ in enumerate(dict.fromkeys(laatst))}
        return sorted(self._store.gremia.all(), key=lambda gremium: (volgorde.get(gremium.id, 999), gremium.naam))

    def _kijk(self, plan: Vergaderplan) -> Vooruitblik:
        return look_ahead(self._store, plan)

    def _maak(self, plan: Vergaderplan) -> None:
        self._sessie.doe(
            "Vergadering maken",
            lambda: plan_vergadering(self._store, plan),
            melding="Vergadering gemaakt.",
            daarna=lambda vergadering: self._open(vergadering.id),
        )

    def _open(self, vergadering_id: str) -> None:
        self.gekozen.emit(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering_id))

    def _naar_kalender(self) -> None:
        self.gekozen.emit(Adres(scherm=Scherm.KALENDER))

    def _jaar(self, jaar: int) -> Sequence[Kalenderregel]:
        return year_calendar(self._store, jaar)

    def _neem_op(self, gelezen: tuple[Gremium, Sequence[Afspraak]]) -> None:
        gremium, afspraken = gelezen
        self._sessie.doe(
            "Kalender innemen",
            lambda: take_calendar(self._store, gremium.id, afspraken),
            daarna=lambda gedaan: self._meld_inname(gremium, gedaan),
        )

    def _meld_inname(self, gremium: Gremium, gedaan: Jaarimport) -> None:
        delen = [
            f"{len(gedaan.nieuw)} nieuw",
            f"{len(gedaan.gewijzigd)} gewijzigd",
            f"{len(gedaan.gelijk)} was er al",
        ]
        tekst = f"{gremium.naam}: {', '.join(delen)}."
        if gedaan.overgeslagen:
            tekst += f" Niet overgenomen: {' '.join(gedaan.overgeslagen[:2])}"
        self._sessie.gemeld.emit(tekst, bool(gedaan.nieuw or gedaan.gewijzigd))

    def _bewaar_dit_jaar(self) -> None:
        self._bewaar_jaar(self.kalender.jaar)

    def _bewaar_jaar(self, jaar: int) -> None:
        naam, _ = QFileDialog.getSaveFileName(
            self._ouder, "Bewaren als", f"vergaderingen {jaar}.ics", "Kalenders (*.ics)"
        )
        if naam:
            self.bewaar_kalender(jaar, Path(naam))

    def bewaar_kalender(self, jaar: int, doel: Path) -> None:
        """Write the calendar of a year in the background."""
        regels = self._jaar(jaar)

        def schrijf(_: Progress) -> Path:
            return Path(laad("kalenderbestand").write_calendar(regels, doel))

        self._sessie.op_achtergrond(schrijf, self._bewaard, met_store=False)

    def _bewaard(self, doel: Path) -> None:
        self._sessie.gemeld.emit(f"‘{doel.name}’ is bewaard.", False)

    def neem_lijst(self, pad: Path, vergadering_id: str) -> None:
        """Read a spreadsheet in the background and put its items on an agenda."""

        def lees(_: Progress) -> tuple[str, Sequence[Puntregel]]:
            return vergadering_id, laad("kalenderbestand").read_agenda(pad)

        self._sessie.op_achtergrond(lees, self._neem_punten, met_store=False)

    def bewaar_lijst(self, opname: Momentopname, doel: Path) -> None:
        """Write an agenda as a spreadsheet in the background."""

        def schrijf(_: Progress) -> Path:
            return Path(laad("kalenderbestand").write_agenda(opname, doel))

        self._sessie.op_achtergrond(schrijf, self._bewaard, met_store=False)

    def _neem_lijst_in(self) -> None:
        naam, _ = QFileDialog.getOpenFileName(self._ouder, "Agenda aanvullen", "", "Lijsten (*.csv)")
        if naam:
            self.neem_lijst(Path(naam), self._opname().vergadering.id)

    def _neem_punten(self, gelezen: tuple[str, Sequence[Puntregel]]) -> None:
        vergadering_id, regels = gelezen
        self._sessie.doe(
            "Agenda aanvullen",
            lambda: take_items(self._store, vergadering_id, regels),
            daarna=lambda gedaan: self._sessie.gemeld.emit(
                f"Agenda: {gedaan.nieuw} nieuw, {gedaan.gewijzigd} gewijzigd, {gedaan.gelijk} was er al.",
                bool(gedaan.nieuw or gedaan.gewijzigd),
            ),
        )

    def _bewaar_lijst(self) -> None:
        opname = self._opname()
        naam, _ = QFileDialog.getSaveFileName(self._ouder, "Bewaren als", "agenda.csv", "Lijsten (*.csv)")
        if naam:
            self.bewaar_lijst(opname, Path(naam))

    def _toon_versies(self) -> None:
        id_ = self._opname().vergadering.id

        def stand() -> Versiestand:
            opname = self._store.opname(id_)
            return Versiestand(
                versies=versies_van(self._store, id_),
                nu=current_agenda(self._store, id_),
                niet_akkoord=[f"{opname.nummers[punt.id]} {punt.titel}" for punt in not_agreed(opname)],
            )

        blad = AgendaVersies(stand)
        self._sessie.veranderd.connect(blad.reload)

        def stel_vast(houd_aan: bool) -> None:
            self._sessie.doe(
                "Agenda vaststellen",
                lambda: approve_agenda(self._store, id_, self._nu(), houd_aan=houd_aan),
                melding="De agenda is vastgesteld.",
            )

        blad.vastleggen.connect(
            lambda: self._sessie.doe("Agendaversie vastleggen", lambda: freeze_agenda(self._store, id_, self._nu()))
        )
        blad.vaststellen.connect(stel_vast)
        blad.heropenen.connect(lambda: self._sessie.doe("Agenda heropenen", lambda: reopen_agenda(self._store, id_)))
        blad.gekozen.connect(
            lambda punt: self.gekozen.emit(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_, punt=punt))
        )
        in_venster(blad, "Agendaversies", self._ouder)

    def _toon_gegevens(self) -> None:
        id_ = self._opname().vergadering.id
        blad = Vergadergegevens(lambda: self._vergaderstand(id_), self._vandaag)
        self._sessie.veranderd.connect(blad.reload)

        def wijzig(nieuw: Vergadering) -> None:
            self._sessie.doe("Vergadering wijzigen", lambda: change_vergadering(self._store, id_, lambda _: nieuw))
            blad.reload()  # also after a refusal: the form shows what holds

        def meld_af(lid_id: str, afwezig: bool) -> None:
            werk = report_absence_of if afwezig else withdraw_absence_of
            self._sessie.doe("Afmelding", lambda: werk(self._store, id_, lid_id))

        blad.gewijzigd.connect(wijzig)
        blad.afgemeld.connect(meld_af)
        in_venster(blad, "Gegevens van de vergadering", self._ouder)

    def _vergaderstand(self, id_: str) -> Vergaderstand:
        vergadering = self._store.vergaderingen.get(id_)
        personen = self._store.personen.all()
        namen = {persoon.id: persoon.naam for persoon in personen}
        afwezig = {afmelding.lid_id: afmelding for afmelding in self._store.afmeldingen.van_vergadering(id_)}
        vervangers = {lid_id: namen.get(afmelding.vervanger_id or "", "") for lid_id, afmelding in afwezig.items()}
        return Vergaderstand(
            vergadering=vergadering,
            personen=personen,
            waarschuwingen=dubbele_boekingen(self._store, vergadering),
            leden=[
                Aanwezige(
                    lid_id=lid.lidmaatschap.id,
                    naam=lid.naam,
                    afwezig=lid.lidmaatschap.id in afwezig,
                    vervanger=vervangers.get(lid.lidmaatschap.id, ""),
                )
                for lid in leden_van(self._store, vergadering.gremium_id, vergadering.datum)
            ],
        )

    def _toon_leden(self) -> None:
        gremium_id = self._opname().gremium.id
        tabs = QTabWidget()
        tabs.setAccessibleName("Over het gremium")
        tabs.tabBar().setAccessibleName("Over het gremium")
        tabs.addTab(self._ledenblad(gremium_id), "Leden")
        tabs.addTab(self._gremiumblad(gremium_id), "Termijnen en vaste punten")
        in_venster(tabs, self._opname().gremium.naam, self._ouder)

    def _ledenblad(self, gremium_id: str) -> LedenLijst:
        blad = LedenLijst(lambda: leden_van(self._store, gremium_id), self._vandaag)
        self._sessie.veranderd.connect(blad.reload)

        def wijzig(lid: Lid) -> None:
            self._sessie.doe("Lid wijzigen", lambda: write_lid(self._store, lid), samen=f"lid {lid.lidmaatschap.id}")
            blad.reload()  # also after a refusal: the form shows what holds

        def voeg_toe(naam: str) -> None:
            self._sessie.doe(
                "Lid toevoegen",
                lambda: add_lid(self._store, gremium_id, naam),
                daarna=lambda lid: blad.kies(lid.lidmaatschap.id),
            )

        blad.toegevoegd.connect(voeg_toe)
        blad.gewijzigd.connect(wijzig)
        return blad

    def _gremiumblad(self, gremium_id: str) -> Gremiumgegevens:
        def stand() -> Gremiumstand:
            punten = standaardpunten_van(self._store, gremium_id)
            return Gremiumstand(gremium=self._store.gremia.get(gremium_id), standaardpunten=punten)

        blad = Gremiumgegevens(stand)
        self._sessie.veranderd.connect(blad.reload)

        def wijzig(gremium: Gremium) -> None:
            self._sessie.doe(
                "Gremium wijzigen", lambda: write_gremium(self._store, gremium), samen=f"gremium {gremium_id}"
            )
            blad.reload()

        def kies(punten: Sequence[Standaardpunt]) -> None:
            self._sessie.doe(
                "Vaste punten kiezen",
                lambda: choose_standaardpunten(self._store, gremium_id, punten),
                samen=f"vaste punten {gremium_id}",
            )

        blad.gewijzigd.connect(wijzig)
        blad.vaste_punten.connect(kies)
        return blad


def in_venster(inhoud: QWidget, titel: str, ouder: QWidget) -> None:
    """Open a screen in a window of its own over another; Esc closes it, and what was typed is kept by the screen.

    Enter ends a field and presses no button: everything in these screens is kept at once.
    """
    venster = QDialog(ouder)
    venster.setWindowTitle(titel)
    knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    knoppen.rejected.connect(venster.reject)
    kolom = QVBoxLayout(venster)
    kolom.addWidget(inhoud, 1)
    kolom.addWidget(knoppen)
    for knop in venster.findChildren(QPushButton):
        knop.setAutoDefault(False)
        knop.setDefault(False)
    venster.resize(round(ouder.width() * 0.85), round(ouder.height() * 0.8))
    venster.finished.connect(venster.deleteLater)
    venster.open()
