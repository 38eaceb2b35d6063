"""Planning in the window: a new meeting, its facts, the year, versions of the agenda, the roster."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QVBoxLayout, QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.agendaversies import AgendaVersies, Versiestand
from tk_desktop.desktop.commands import laad
from tk_desktop.desktop.jaarkalender import JaarKalender
from tk_desktop.desktop.leden import LedenLijst
from tk_desktop.desktop.nieuwe_vergadering import Gremiumkeus, NieuweVergadering
from tk_desktop.desktop.sessie import Sessie
from tk_desktop.desktop.vergadergegevens import Vergadergegevens
from tk_desktop.domain.afspraak import Afspraak
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.termijnen import Kalenderregel
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.meeting.agendaversies import (
    approve_agenda,
    current_agenda,
    freeze_agenda,
    not_agreed,
    reopen_agenda,
    versies_van,
)
from tk_desktop.meeting.jaarkalender import Jaarimport, Vooruitblik, look_ahead, take_calendar, year_calendar
from tk_desktop.meeting.leden import Lid, add_lid, leden_van, write_lid
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
        pad, gremium = Path(naam), gremia[0]

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
        self._sessie.gemeld.emit(f"{gremium.naam}: {', '.join(delen)}.", bool(gedaan.nieuw or gedaan.gewijzigd))

    def _bewaar_dit_jaar(self) -> None:
        self._bewaar_jaar(self.kalender.jaar)

    def _bewaar_jaar(self, jaar: int) -> None:
        regels = self._jaar(jaar)
        naam, _ = QFileDialog.getSaveFileName(
            self._ouder, "Bewaren als", f"vergaderingen {jaar}.ics", "Kalenders (*.ics)"
        )
        if not naam:
            return

        def schrijf(_: Progress) -> Path:
            return Path(laad("kalenderbestand").write_calendar(regels, Path(naam)))

        self._sessie.op_achtergrond(schrijf, self._bewaard, met_store=False)

    def _bewaard(self, doel: Path) -> None:
        self._sessie.gemeld.emit(f"‘{doel.name}’ is bewaard.", False)

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
        opname = self._opname()
        personen = sorted(((p.id, p.naam) for p in opname.personen.values()), key=lambda paar: paar[1])
        vraag = Vergadergegevens(opname.vergadering, personen, self._ouder)

        def wijzig(nieuw: Vergadering) -> None:
            self._sessie.doe(
                "Vergadering wijzigen",
                lambda: change_vergadering(
                    self._store, nieuw.id, lambda oud: replace(nieuw, gremium_id=oud.gremium_id)
                ),
            )

        vraag.gewijzigd.connect(wijzig)
        vraag.open()

    def _toon_leden(self) -> None:
        gremium = self._opname().gremium
        blad = LedenLijst(lambda: leden_van(self._store, gremium.id), self._vandaag)
        self._sessie.veranderd.connect(blad.reload)

        def wijzig(lid: Lid) -> None:
            self._sessie.doe("Lid wijzigen", lambda: write_lid(self._store, lid), samen=f"lid {lid.lidmaatschap.id}")

        blad.toegevoegd.connect(
            lambda naam: self._sessie.doe("Lid toevoegen", lambda: add_lid(self._store, gremium.id, naam))
        )
        blad.gewijzigd.connect(wijzig)
        in_venster(blad, f"Leden van {gremium.naam}", self._ouder)


def in_venster(inhoud: QWidget, titel: str, ouder: QWidget) -> None:
    """Open a screen in a window of its own over another; Esc closes it, and what was typed is kept by the screen."""
    venster = QDialog(ouder)
    venster.setWindowTitle(titel)
    knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    knoppen.rejected.connect(venster.reject)
    kolom = QVBoxLayout(venster)
    kolom.addWidget(inhoud, 1)
    kolom.addWidget(knoppen)
    venster.resize(round(ouder.width() * 0.85), round(ouder.height() * 0.8))
    venster.finished.connect(venster.deleteLater)
    venster.open()
