"""The pane beside the agenda with the nota of the chosen item, or the way to a new one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from tk_desktop.desktop.leeg import LeegBlad
from tk_desktop.desktop.nota_editor import VORMNAMEN
from tk_desktop.desktop.notabediening import Notabediening
from tk_desktop.desktop.palet import Keus, Kieslijst
from tk_desktop.desktop.sessie import Sessie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota, Vorm
from tk_desktop.meeting.notas import earlier_notas, reuse_nota, start_nota


class Notavak(QObject):
    """Holds the form in ``blad``; ``opname`` gives the meeting that is open. ``gemaakt`` tells of a new nota."""

    gemaakt = Signal()

    def __init__(self, sessie: Sessie, opname: Callable[[], Momentopname]) -> None:
        super().__init__()
        self._sessie = sessie
        self._opname = opname
        self._punt_id = ""
        self.stuk_id = ""
        """The paper whose nota is shown; empty when none is."""
        self.nota = Notabediening(sessie, opname)
        self._leeg = LeegBlad(
            "Bij dit punt hoort nog geen nota.", "Nieuwe nota (Ctrl+M)", tweede="Eerdere nota overnemen…"
        )
        self._leeg.gevraagd.connect(self.nieuwe_nota)
        self._leeg.anders.connect(self.neem_over)
        self.blad = QStackedWidget()
        self.blad.setAccessibleName("Nota")
        self.blad.addWidget(self._leeg)
        self.blad.addWidget(self.nota.editor)
        self.setParent(self.blad)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on nota's does."""
        return {"nota.nieuw": self.nieuwe_nota, "nota.overnemen": self.neem_over, **self.nota.opdrachten()}

    def toon_punt(self, punt_id: str, stuk_id: str = "") -> None:
        """Show the nota of an item: that of ``stuk_id``, else the one that was shown, else the first."""
        self._punt_id = punt_id
        hier = [stuk.id for stuk in self._opname().notastukken if stuk.agendapunt_id == punt_id]
        gekozen = [id_ for id_ in (stuk_id, self.stuk_id, *hier) if id_ in hier][:1]
        self.stuk_id = gekozen[0] if gekozen else ""
        if self.nota.toon(self.stuk_id):
            self.blad.setCurrentWidget(self.nota.editor)
        else:
            self.nota.leg_vast()
            self.blad.setCurrentWidget(self._leeg)

    def ga_naar(self, waar: str = "") -> None:
        """Put the keyboard in the section whose heading is named there, else in the first."""
        nota = self._opname().notas.get(self.stuk_id)
        if nota is None:
            return
        secties = sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id))
        delen = waar.split(", ")
        gezocht = [sectie.id for sectie in secties if sectie.kop in delen or f", {sectie.kop}" in waar]
        self.nota.editor.ga_naar((gezocht or [sectie.id for sectie in secties] or [""])[0])

    def nieuwe_nota(self) -> None:
        """Ask for the kind of nota and start it under the item."""
        opname = self._opname()
        if self._punt_id not in opname.nummers:
            return
        punt = opname.punt(self._punt_id)
        lijst = Kieslijst("Nieuwe nota", "Kies de soort nota", self.blad.window())

        def begin(vorm: str) -> None:
            self._sessie.doe(
                "Nota toevoegen",
                lambda: start_nota(self._sessie.store, punt.id, Vorm(vorm), punt.titel),
                daarna=self._begonnen,
            )

        lijst.gekozen.connect(begin)
        lijst.finished.connect(lijst.deleteLater)
        keuzes = [Keus(sleutel=vorm.value, tekst=naam, icoon="file-text") for vorm, naam in VORMNAMEN.items()]
        lijst.open_met(lambda: keuzes)

    def neem_over(self) -> None:
        """Ask for an earlier nota, of any meeting, and start one under the item with its contents (C4)."""
        opname, store = self._opname(), self._sessie.store
        if self._punt_id not in opname.nummers:
            return
        punt = opname.punt(self._punt_id)
        lijst = Kieslijst("Eerdere nota overnemen", "Typ een woord uit de titel", self.blad.window())

        def begin(nota_id: str) -> None:
            self._sessie.doe(
                "Nota overnemen",
                lambda: reuse_nota(store, nota_id, punt.id, punt.titel),
                daarna=self._begonnen,
            )

        lijst.gekozen.connect(begin)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: [_keus(nota, toen) for nota, toen in earlier_notas(store)])

    def _begonnen(self, nota: Nota) -> None:
        self.toon_punt(self._punt_id, nota.stuk_id)
        self.gemaakt.emit()
        self.ga_naar()


def _keus(nota: Nota, opname: Momentopname) -> Keus:
    stuk = next(stuk for stuk in opname.notastukken if stuk.id == nota.stuk_id)
    besloten = opname.stuk_is_besloten(stuk)
    naam = f"{opname.label(stuk)} {nota.onderwerp}".strip()
    return Keus(
        sleutel=nota.id,
        tekst=naam,
        rechts=f"{'Besloten · ' if besloten else ''}{VORMNAMEN[nota.vorm]} · {opname.kort}",
        icoon="lock" if besloten else "file-text",
    )
