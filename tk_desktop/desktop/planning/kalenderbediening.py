"""The year in the window, and what goes out and comes in as a file: a calendar, an agenda as a list."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.kamer import Kamer
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.planning.kalenderscherm import Kalenderscherm
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.afspraak import Afspraak, ZonderDag
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.puntregel import Puntregel
from tk_desktop.domain.termijnen import Kalenderregel
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.export.namen import veilige_naam
from tk_desktop.meeting.agendaimport import Agendaimport, take_items
from tk_desktop.meeting.gremia import gremia_by_use
from tk_desktop.meeting.jaarkalender import calendar_line, year_calendar
from tk_desktop.meeting.kalenderinname import Jaarimport, Kalendervoorstel, propose_calendar, take_calendar
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.desktop.planning.jaarkalender import JaarKalender

_LEZERS = (
    Keus(sleutel=Doelgroep.OPENBAAR, tekst="Openbaar", icoon="eye"),
    Keus(sleutel=Doelgroep.AMBTENAREN, tekst="Ambtenaren", icoon="users"),
    Keus(sleutel=Doelgroep.LEDEN, tekst="Leden (met besloten punten)", icoon="lock"),
)


class Kalenderbediening(QObject):
    """Wires the year and its files; ``gekozen`` tells an ``Adres``, ``gevraagd_nieuw`` that a meeting is to be made.

    ``opname`` gives the meeting that is open; ``blad`` holds the year once it was looked at.
    """

    gekozen = Signal(object)
    gevraagd_nieuw = Signal()

    def __init__(
        self, sessie: Sessie, opname: Callable[[], Momentopname], ouder: QWidget, vandaag: Callable[[], date]
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._opname = opname
        self._ouder = ouder
        self._vandaag = vandaag
        self.blad = Kamer()
        self._kalender: JaarKalender | None = None

    @property
    def kalender(self) -> "JaarKalender":
        """The year; made when it is first asked for."""
        if self._kalender is None:
            self._kalender = laad("planning.jaarkalender").JaarKalender(self._jaar, self._vandaag())
            self._kalender.gekozen.connect(self._open)
            self._kalender.gevraagd_nieuw.connect(self.gevraagd_nieuw)
            self._kalender.gevraagd_in.connect(self.neem_kalender_in)
            self._kalender.gevraagd_uit.connect(self._bewaar_jaar)
            self.blad.vul(self._kalender)
        return self._kalender

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do that need no open meeting."""
        return {
            "vergadering.kalender": self._naar_kalender,
            "ics.in": self.neem_kalender_in,
            "ics.uit": self._bewaar_dit_jaar,
        }

    def bij_vergadering(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do on the open meeting."""
        return {"csv.in": self._neem_lijst_in, "csv.uit": self._bewaar_lijst, "ics.een": self._bewaar_vergadering}

    def neem_kalender_in(self) -> None:
        """Ask for a calendar file and show what it would bring."""
        if not self._store.gremia.all():
            self._sessie.gemeld.emit("Er is nog geen gremium. Maak eerst een vergadering (Ctrl+Shift+N).", False)
            return
        naam, _ = QFileDialog.getOpenFileName(self._ouder, "Kalender innemen", "", "Kalenders (*.ics)")
        if naam:
            self.lees_kalender(Path(naam))

    def lees_kalender(self, pad: Path) -> None:
        """Read a calendar in the background and show what it would bring; nothing is stored before that is asked."""
        lezer = self._sessie.lezer

        def lees(progress: Progress) -> tuple[str, Sequence[Afspraak | ZonderDag]]:
            return pad.name, laad("planning.kalenderbestand").read_calendar(pad, lezer, progress)

        self._sessie.op_achtergrond(lees, self._toon_kalender, met_store=False)

    def _toon_kalender(self, gelezen: tuple[str, Sequence[Afspraak | ZonderDag]]) -> None:
        bestand, afspraken = gelezen

        def weeg(gremium_id: str) -> Sequence[Kalendervoorstel]:
            return propose_calendar(self._store, gremium_id, afspraken)

        scherm = Kalenderscherm(bestand, gremia_by_use(self._store), weeg, self._ouder)
        scherm.innemen.connect(self._neem_kalender)
        scherm.finished.connect(scherm.deleteLater)
        scherm.open()

    def _neem_kalender(self, gekozen: Sequence[Kalendervoorstel]) -> None:
        def neem(store: Store, progress: Progress) -> Jaarimport:
            return take_calendar(store, gekozen, progress)

        self._sessie.doe_op_achtergrond("Kalender innemen", neem, daarna=self._meld_inname)

    def bewaar_kalender(self, jaar: int, doel: Path) -> None:
        """Write the calendar of a year in the background."""
        self._schrijf_kalender(self._jaar(jaar), doel, met_termijnen=True)

    def _schrijf_kalender(self, regels: Sequence[Kalenderregel], doel: Path, *, met_termijnen: bool) -> None:
        def schrijf(_: Progress) -> Path:
            return Path(laad("planning.kalenderbestand").write_calendar(regels, doel, met_termijnen=met_termijnen))

        self._sessie.op_achtergrond(schrijf, self._bewaard, met_store=False)

    def neem_lijst(self, pad: Path, vergadering_id: str) -> None:
        """Read a spreadsheet in the background and put its items on an agenda."""
        lezer = self._sessie.lezer

        def lees(progress: Progress) -> tuple[str, Sequence[Puntregel]]:
            return vergadering_id, laad("planning.kalenderbestand").read_agenda(pad, lezer, progress)

        self._sessie.op_achtergrond(lees, self._neem_punten, met_store=False)

    def bewaar_lijst(self, vergadering_id: str, doelgroep: Doelgroep, doel: Path) -> None:
        """Write an agenda, as its readers may see it, as a spreadsheet in the background."""

        def schrijf(store: Store, _: Progress) -> Path:
            return Path(laad("planning.kalenderbestand").write_agenda(store, vergadering_id, doelgroep, doel))

        self._sessie.op_achtergrond(schrijf, self._bewaard)

    def _open(self, vergadering_id: str) -> None:
        self.gekozen.emit(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering_id))

    def _naar_kalender(self) -> None:
        """Show the year of the open meeting, else the year that was shown last."""
        hier = Adres.lees(self._sessie.plek())
        if hier.vergadering:
            self.kalender.toon_jaar(self._store.vergaderingen.get(hier.vergadering).datum.year)
        self.gekozen.emit(Adres(scherm=Scherm.KALENDER))

    def _jaar(self, jaar: int) -> Sequence[Kalenderregel]:
        return year_calendar(self._store, jaar)

    def _meld_inname(self, gedaan: Jaarimport) -> None:
        zinnen = [
            "De kalender is ingenomen.",
            _zin(len(gedaan.nieuw), "Er kwam 1 vergadering bij.", "Er kwamen {} vergaderingen bij."),
            _zin(len(gedaan.gewijzigd), "1 vergadering is gewijzigd.", "{} vergaderingen zijn gewijzigd."),
            _zin(len(gedaan.gelijk), "1 vergadering was er al.", "{} vergaderingen waren er al."),
            *(f"Niet overgenomen: {reden}" for reden in gedaan.overgeslagen[:2]),
        ]
        jaren = sorted({een.datum.year for een in (*gedaan.nieuw, *gedaan.gewijzigd)})
        if jaren and self.kalender.jaar not in jaren:
            self.kalender.toon_jaar(jaren[0])
            zinnen.append(f"De jaarkalender staat nu op {jaren[0]}.")
        self._meld(zinnen, anders=bool(gedaan.nieuw or gedaan.gewijzigd))

    def _bewaar_dit_jaar(self) -> None:
        self._bewaar_jaar(self.kalender.jaar)

    def _bewaar_jaar(self, jaar: int) -> None:
        voorstel = self._sessie.voorkeuren.bewaarmap / f"vergaderingen {jaar}.ics"
        doel = vraag_bestand(self._ouder, "Kalender bewaren als", voorstel, "Kalenders (*.ics)")
        if doel is not None:
            self.bewaar_kalender(jaar, doel)

    def _bewaar_vergadering(self) -> None:
        """Ask where the open meeting goes as an appointment for whoever comes; deadlines are the secretariat's."""
        opname = self._opname()
        voorstel = self._sessie.voorkeuren.bewaarmap / f"{veilige_naam(opname.kort)}.ics"
        doel = vraag_bestand(self._ouder, "Vergadering bewaren als", voorstel, "Kalenders (*.ics)")
        if doel is not None:
            regel = calendar_line(self._store, opname.gremium, opname.vergadering)
            self._schrijf_kalender([regel], doel, met_termijnen=False)

    def _bewaard(self, doel: Path) -> None:
        self._sessie.gemeld.emit(f"‘{doel.name}’ is bewaard.", False)

    def _neem_lijst_in(self) -> None:
        naam, _ = QFileDialog.getOpenFileName(self._ouder, "Agenda aanvullen", "", "Lijsten (*.csv)")
        if naam:
            self.neem_lijst(Path(naam), self._opname().vergadering.id)

    def _neem_punten(self, gelezen: tuple[str, Sequence[Puntregel]]) -> None:
        vergadering_id, regels = gelezen
        self._sessie.doe(
            "Agenda aanvullen", lambda: take_items(self._store, vergadering_id, regels), daarna=self._meld_aanvulling
        )

    def _meld_aanvulling(self, gedaan: Agendaimport) -> None:
        zinnen = [
            _zin(gedaan.nieuw, "Er kwam 1 agendapunt bij.", "Er kwamen {} agendapunten bij."),
            _zin(gedaan.gewijzigd, "1 agendapunt is gewijzigd.", "{} agendapunten zijn gewijzigd."),
            _zin(gedaan.gelijk, "1 agendapunt was er al.", "{} agendapunten waren er al."),
        ]
        self._meld(zinnen, anders=bool(gedaan.nieuw or gedaan.gewijzigd))

    def _meld(self, zinnen: Sequence[str], *, anders: bool) -> None:
        self._sessie.gemeld.emit(" ".join(zin for zin in zinnen if zin), anders)

    def _bewaar_lijst(self) -> None:
        """Ask for whom the list is, everybody first, and where it goes."""
        opname = self._opname()
        lijst = Kieslijst("Agenda bewaren als lijst", "Voor wie is de lijst?", self._ouder)

        def kies(doelgroep: str) -> None:
            zichtbaar = zichtbaar_voor(opname, Variant(doelgroep=Doelgroep(doelgroep)))
            geheim = any(zichtbaar.is_besloten(punt) for punt in zichtbaar.agendapunten)
            voorstel = self._sessie.voorkeuren.bewaarmap / ("agenda besloten.csv" if geheim else "agenda.csv")
            doel = vraag_bestand(self._ouder, "Lijst bewaren als", voorstel, "Lijsten (*.csv)")
            if doel is not None:
                self.bewaar_lijst(opname.vergadering.id, Doelgroep(doelgroep), doel)

        lijst.gekozen.connect(kies)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: _LEZERS)


def _zin(aantal: int, een: str, meer: str) -> str:
    """Return the sentence for one or for more; none for nothing."""
    return "" if not aantal else een if aantal == 1 else meer.format(aantal)
