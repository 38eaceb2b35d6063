"""What becomes of an item: held over, treated further elsewhere, withdrawn, back again; and who is kept from it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from tk_desktop.desktop.agenda.afgevoerdbediening import Afgevoerdbediening
from tk_desktop.desktop.agenda.agenda_lijst import AgendaLijst
from tk_desktop.desktop.parts.ledenkeuze import Ledenkeuze, Ledenregel
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.datum import dag_kort
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.meeting.aanhouden import continue_punt, hold_over, reinstate_punt, set_aside, withdraw_punt
from tk_desktop.meeting.agenda import admit_lid, exclude_lid

_NOG_GEEN = "Nog geen vergadering: het punt wacht"
_GEEN_LATERE = "Er is nog geen latere vergadering. Maak die eerst (Ctrl+Shift+N)."


class Verloopbediening(QObject):
    """Wires the course of an item; ``vast`` keeps what is being typed and gives the meeting that is open."""

    def __init__(self, sessie: Sessie, vast: Callable[[], Momentopname], lijst: AgendaLijst) -> None:
        super().__init__(lijst)
        self._sessie = sessie
        self._store = sessie.store
        self._vast = vast
        self._lijst = lijst
        self.afgevoerd = Afgevoerdbediening(sessie, vast, lijst, self._later)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on the course of an item does."""
        return {
            "punt.aanhouden": self._houd_aan,
            "punt.verder": self._behandel_verder,
            "punt.intrekken": self._trek_in,
            "punt.terugzetten": self._zet_terug,
            "punt.uitsluiten": self._sluit_uit,
            **self.afgevoerd.opdrachten(),
        }

    def _houd_aan(self) -> None:
        opname = self._vast()
        punt = self._huidig(opname)
        if punt is None:
            return
        vraag = RedenVraag(
            "Aanhouden",
            f"‘{punt.titel}’ gaat met zijn stukken naar:",
            "Aanhouden",
            self._lijst.window(),
            keuzes=[*self._later(opname), ("", _NOG_GEEN)],
        )

        def doe(naar: str, reden: str) -> None:
            if naar:
                self._sessie.doe(
                    "Punt aanhouden",
                    lambda: hold_over(self._store, punt.id, naar, reden),
                    melding=f"‘{punt.titel}’ aangehouden.",
                )
            else:
                self._sessie.doe(
                    "Punt aanhouden",
                    lambda: set_aside(self._store, punt.id, reden),
                    melding=f"‘{punt.titel}’ wacht bij Aangehouden en ingetrokken op een vergadering.",
                )

        vraag.gegeven.connect(doe)
        vraag.open()

    def _behandel_verder(self) -> None:
        """Bring the subject to the next body, while it stays on this agenda too (B15)."""
        opname = self._vast()
        punt = self._huidig(opname)
        if punt is None:
            return
        later = self._later(opname)
        if not later:
            self._sessie.gemeld.emit(_GEEN_LATERE, False)
            return
        namen = dict(later)
        lijst = Kieslijst("Verder behandelen in", "Typ een dag of een gremium", self._lijst.window())

        def doe(naar: str) -> None:
            self._sessie.doe(
                "Verder behandelen",
                lambda: continue_punt(self._store, punt.id, naar),
                melding=f"‘{punt.titel}’ staat nu ook op de agenda van {namen[naar]}.",
            )

        lijst.gekozen.connect(doe)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: [Keus(sleutel=id_, tekst=tekst, icoon="calendar-days") for id_, tekst in later])

    def _trek_in(self) -> None:
        punt = self._huidig(self._vast())
        if punt is None:
            return
        vraag = RedenVraag(
            "Intrekken",
            f"‘{punt.titel}’ gaat van de agenda; het punt en zijn stukken blijven bewaard.",
            "Intrekken",
            self._lijst.window(),
        )

        def doe(_: str, reden: str) -> None:
            self._sessie.doe(
                "Punt intrekken",
                lambda: withdraw_punt(self._store, punt.id, reden),
                melding=f"‘{punt.titel}’ ingetrokken.",
            )

        vraag.gegeven.connect(doe)
        vraag.open()

    def _zet_terug(self) -> None:
        afgevoerd = self._vast().afgevoerd
        if not afgevoerd.agendapunten:
            self._sessie.gemeld.emit("Er is van deze agenda niets ingetrokken of aangehouden.", False)
            return
        lijst = Kieslijst("Terug op de agenda", "Typ een titel", self._lijst.window())

        def doe(punt_id: str) -> None:
            self._sessie.doe("Punt terugzetten", lambda: reinstate_punt(self._store, punt_id))

        lijst.gekozen.connect(doe)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(
            lambda: [Keus(sleutel=p.id, tekst=p.titel, rechts=p.staat.value) for p in afgevoerd.agendapunten]
        )

    def _sluit_uit(self) -> None:
        """Choose which members do not get the item and its papers (D12, G11)."""
        opname = self._vast()
        punt = self._huidig(opname)
        if punt is None:
            return
        id_ = opname.vergadering.id
        uitleg = (
            f"Wie u aanvinkt, krijgt ‘{punt.titel}’ en de stukken erbij niet. "
            "Maak voor dat lid een eigen set; in de set voor alle leden staat het punt wel."
        )
        blad = Ledenkeuze(uitleg, lambda: _ledenregels(self._store.opname(id_), punt.id))

        def kies(persoon_id: str, uit: bool) -> None:
            werk = exclude_lid if uit else admit_lid
            self._sessie.doe(
                "Lid uitsluiten" if uit else "Lid toelaten", lambda: werk(self._store, punt.id, persoon_id)
            )

        blad.gekozen.connect(kies)
        self._sessie.veranderd.connect(blad.reload)
        in_venster(blad, "Leden uitsluiten", self._lijst.window(), self._sessie)

    def _huidig(self, opname: Momentopname) -> Agendapunt | None:
        id_ = self._lijst.huidig_id()
        return opname.punt(id_) if id_ in opname.nummers else None

    def _later(self, opname: Momentopname) -> list[tuple[str, str]]:
        """Return the planned meetings to which an item can go on, by id, with what they are called."""
        return [
            (een.id, f"{dag_kort(een.datum)} {een.datum.year} · {self._store.gremia.get(een.gremium_id).naam}")
            for een in self._store.vergaderingen.all()
            if _kan_naar(een, opname.vergadering)
        ]


def _kan_naar(een: Vergadering, hier: Vergadering) -> bool:
    return een.datum >= hier.datum and een.id != hier.id and een.status is Status.GEPLAND


def _ledenregels(opname: Momentopname, punt_id: str) -> Sequence[Ledenregel]:
    dag = opname.vergadering.datum
    personen = sorted({lid.persoon_id for lid in opname.leden if lid.geldt_op(dag)}, key=opname.naam)
    return [
        Ledenregel(id=wie, naam=opname.naam(wie), aan=(punt_id, wie) in opname.uitgesloten)
        for wie in personen
        if opname.naam(wie)
    ]
