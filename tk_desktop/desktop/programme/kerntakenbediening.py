"""What the core tasks of a programme do: weighing them, choosing in scenarios, asking, and putting it on paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.programme.kerntakenblad import Kerntakenblad
from tk_desktop.desktop.programme.kerntakenboom import DEEL
from tk_desktop.desktop.session.dialoog import met_weigering
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.kerntaken import Keuze
from tk_desktop.domain.scenarios import kost_dan
from tk_desktop.programme.begroting import typed_bedrag
from tk_desktop.programme.kerntaken import (
    add_bouwsteen,
    add_deel,
    add_scenarios,
    answer_bouwsteen,
    answer_kader,
    ask_bouwsteen,
    change_bouwsteen,
    choose_in_scenario,
    clear_kader,
    drop_bouwsteen,
    drop_deel,
    drop_scenario,
    drop_vraag,
    read_kerntaken,
    set_kosten,
)

Schrijf = Callable[[str, str, Callable[[Path], Path]], None]


class Kerntakenbediening(QObject):
    """Wires the core tasks to the use cases; ``schrijf`` asks for a file by name and ending, and makes it there."""

    def __init__(self, sessie: Sessie, blad: Kerntakenblad, schrijf: Schrijf) -> None:
        super().__init__(blad)
        self.blad = blad
        self._sessie = sessie
        self._schrijf = schrijf
        self._programma = ""
        steen = blad.steen
        blad.scenarios_gevraagd.connect(self._scenarios)
        blad.onderdeel_gevraagd.connect(self._onderdeel)
        blad.bouwsteen_gevraagd.connect(self._bouwsteen)
        steen.beantwoord.connect(self._beantwoord)
        steen.reden.connect(self._reden)
        steen.gekozen.connect(self._gekozen)
        steen.gewijzigd.connect(self._gewijzigd)
        steen.gevraagd.connect(self._gevraagd)
        steen.geantwoord.connect(self._geantwoord)
        steen.vraag_weg.connect(self._vraag_weg)
        steen.kosten.connect(self._kosten)
        steen.naam.connect(self._naam)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands of core tasks do."""
        return {
            "kerntaak.onderdeel": self._onderdeel,
            "kerntaak.bouwsteen": self._bouwsteen,
            "kerntaak.weg": self._weg,
            "kerntaak.scenarios": self._scenarios,
            "kerntaak.scenario-weg": self._vraag_scenario_weg,
            "kerntaak.pdf": partial(self._papier, ".pdf"),
            "kerntaak.word": partial(self._papier, ".docx"),
            "kerntaak.rekenblad": partial(self._papier, ".xlsx"),
        }

    def herlaad(self, programma_id: str) -> None:
        """Show the core tasks of a programme as they stand now."""
        self._programma = programma_id
        if programma_id:
            self.blad.toon(read_kerntaken(self._sessie.store, programma_id))

    def _scenarios(self) -> None:
        if self._programma:
            self._sessie.doe("Scenario’s maken", partial(add_scenarios, self._sessie.store, self._programma))

    def _onderdeel(self) -> None:
        if self._programma:
            vraag = NaamVraag(
                "Onderdeel toevoegen", "&Naam van het onderdeel", "", "Toevoegen", self.blad.window(),
                uitleg="Een onderdeel van de organisatie, met zijn eigen bouwstenen.",
            )  # fmt: skip
            vraag.gegeven.connect(partial(self._met_onderdeel, met_weigering(vraag, self._sessie)))
            vraag.open()

    def _met_onderdeel(self, sluit: Callable[[object], None], naam: str) -> None:
        werk = partial(add_deel, self._sessie.store, self._programma, naam)
        self._sessie.doe("Onderdeel toevoegen", werk, daarna=sluit)

    def _bouwsteen(self) -> None:
        delen = self._sessie.store.kerntaken.delen.van(self._programma) if self._programma else ()
        if not delen:
            self._sessie.gemeld.emit("Voeg eerst een onderdeel toe.", False)
            return
        deel = next((een for een in delen if een.id == self._deel_van_keuze()), delen[-1])
        vraag = NaamVraag(
            "Bouwsteen toevoegen", "&Naam van de bouwsteen", "", "Toevoegen", self.blad.window(),
            uitleg=f"Zij komt onder aan {deel.naam}.",
        )  # fmt: skip
        vraag.gegeven.connect(partial(self._met_bouwsteen, deel.id, met_weigering(vraag, self._sessie)))
        vraag.open()

    def _met_bouwsteen(self, deel_id: str, sluit: Callable[[object], None], naam: str) -> None:
        werk = partial(add_bouwsteen, self._sessie.store, deel_id, naam)
        self._sessie.doe("Bouwsteen toevoegen", werk, daarna=sluit)

    def _deel_van_keuze(self) -> str:
        gekozen = self.blad.gekozen
        return self._sessie.store.kerntaken.bouwstenen.get(gekozen).deel_id if gekozen else ""

    def _weg(self) -> None:
        """Remove the bouwsteen that is open or chosen, or the part of which the line is chosen."""
        store, gekozen, (soort, id_) = self._sessie.store, self.blad.gekozen, self.blad.boom.rij
        if gekozen:
            werk = partial(drop_bouwsteen, store, gekozen)
            self._sessie.doe("Bouwsteen verwijderen", werk, melding="De bouwsteen is verwijderd.")
        elif soort == DEEL:
            werk = partial(drop_deel, store, id_)
            self._sessie.doe("Onderdeel verwijderen", werk, melding="Het onderdeel is verwijderd, met zijn bouwstenen.")
        else:
            self._sessie.gemeld.emit("Kies een bouwsteen of een onderdeel bij Kerntaken.", False)

    def _vraag_scenario_weg(self) -> None:
        scenarios = self._sessie.store.kerntaken.scenarios.van(self._programma) if self._programma else ()
        if not scenarios:
            self._sessie.gemeld.emit("Er zijn nog geen scenario’s.", False)
            return
        keuzes = [Keus(sleutel=een.id, tekst=f"{een.code} {een.naam}") for een in scenarios]
        lijst = Kieslijst("Welk scenario wilt u verwijderen?", "Typ een letter of een naam", self.blad.window())
        lijst.gekozen.connect(self._scenario_weg)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: keuzes)

    def _scenario_weg(self, id_: str) -> None:
        werk = partial(drop_scenario, self._sessie.store, id_)
        self._sessie.doe("Scenario verwijderen", werk, melding="Het scenario is verwijderd.")

    def _beantwoord(self, vraag: str, antwoord: bool | None) -> None:
        store, steen = self._sessie.store, self.blad.gekozen
        if antwoord is None:
            self._sessie.doe("Antwoord wissen", partial(clear_kader, store, steen, vraag))
            return
        reden = next((een.reden for een in store.kerntaken.afwegingen.van(steen) if een.vraag == vraag), "")
        self._sessie.doe("Afweging", lambda: answer_kader(store, steen, vraag, antwoord=antwoord, reden=reden))

    def _reden(self, vraag: str, reden: str) -> None:
        store, steen = self._sessie.store, self.blad.gekozen
        eerder = next((een for een in store.kerntaken.afwegingen.van(steen) if een.vraag == vraag), None)
        if eerder is not None:
            self._sessie.doe(
                "Reden van een afweging",
                lambda: answer_kader(store, steen, vraag, antwoord=eerder.antwoord, reden=reden),
                samen=f"reden {eerder.id}",
            )

    def _gekozen(self, scenario: str, keuze: str, toelichting: str) -> None:
        """Let a scenario choose otherwise; what it costs then, follows from the choice until somebody types it."""
        store, steen = self._sessie.store, self.blad.gekozen
        anders = Keuze(keuze)

        def werk() -> object:
            bedrag = kost_dan(anders, store.kerntaken.bouwstenen.get(steen))
            return choose_in_scenario(store, scenario, steen, anders, bedrag=bedrag, toelichting=toelichting)

        self._sessie.doe("Keuze in een scenario", werk)

    def _gewijzigd(self, scenario: str, keuze: str, bedrag: str, toelichting: str) -> None:
        store, steen = self._sessie.store, self.blad.gekozen

        def werk() -> object:
            gelezen = typed_bedrag(Bedragsoort.BEGROTING, bedrag)
            euro = gelezen.bedrag if gelezen else None
            return choose_in_scenario(store, scenario, steen, Keuze(keuze), bedrag=euro, toelichting=toelichting)

        self._sessie.doe("Keuze in een scenario", werk, samen=f"scenario {scenario} {steen}")

    def _gevraagd(self, vraag: str, van: str) -> None:
        self._sessie.doe("Vraag stellen", partial(ask_bouwsteen, self._sessie.store, self.blad.gekozen, vraag, van))

    def _geantwoord(self, vraag_id: str, antwoord: str) -> None:
        self._sessie.doe(
            "Vraag beantwoorden", partial(answer_bouwsteen, self._sessie.store, vraag_id, antwoord), samen=vraag_id
        )

    def _vraag_weg(self, vraag_id: str) -> None:
        self._sessie.doe("Vraag verwijderen", partial(drop_vraag, self._sessie.store, vraag_id))

    def _kosten(self, tekst: str) -> None:
        store, steen = self._sessie.store, self.blad.gekozen

        def werk() -> object:
            gelezen = typed_bedrag(Bedragsoort.BEGROTING, tekst)
            return set_kosten(store, steen, gelezen.bedrag if gelezen else None)

        self._sessie.doe("Kosten van een bouwsteen", werk, samen=f"kosten {steen}")

    def _naam(self, tekst: str) -> None:
        store, steen = self._sessie.store, self.blad.gekozen
        self._sessie.doe(
            "Bouwsteen hernoemen", lambda: change_bouwsteen(store, steen, naam=tekst), samen=f"naam {steen}"
        )

    def _papier(self, einde: str) -> None:
        stand = read_kerntaken(self._sessie.store, self._programma) if self._programma else None
        if stand is None or not stand.bouwstenen:
            self._sessie.gemeld.emit("Er zijn nog geen bouwstenen om naast elkaar te zetten.", False)
            return
        op = self._sessie.nu().date()
        self._schrijf(
            f"{stand.naam} scenario’s",
            einde,
            lambda doel: laad("programme.kernpapier").write_kerntaken(stand, doel, op=op),
        )
