"""One intake under way: what is shared by storing agendas, nota's and files."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Bron
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.store.werkmap import Store


class VergaderingOnbekend(TkError):
    """Papers arrived without an agenda, and the werkmap does not tell to which meeting they belong."""

    code = "TK-I07"
    melding = "Het is niet duidelijk bij welke vergadering ‘{bestand}’ hoort."
    veilig = "Er is niets ingenomen."
    advies = "Neem eerst de agenda in, of noem de vergadering met --vergadering."


class DatumOntbreekt(TkError):
    """An agenda or invitation names no date on which the meeting is held."""

    code = "TK-I08"
    melding = "In ‘{bestand}’ staat geen datum van de vergadering."
    veilig = "Er is niets ingenomen."
    advies = "Zet bovenaan de agenda een regel ‘Datum’ met bijvoorbeeld ‘woensdag 4 maart 2026’."


class AlIngenomen(TkError):
    """An agenda, invitation or nota arrived that differs from the one that is there."""

    code = "TK-I09"
    melding = "‘{bestand}’ is anders dan wat er al is: {wat}."
    veilig = "Er is niets ingenomen."
    advies = "Neem het met --vervang in als deze versie moet gelden; het oude bestand blijft bewaard."


@dataclass(slots=True)
class Werk:
    """The meeting that papers without a date belong to, the doubts so far, and where each file went."""

    store: Store
    nu: datetime
    vervang: bool = False
    vergadering: Vergadering | None = None
    geraakt: dict[str, None] = field(default_factory=dict)
    twijfels: list[Twijfel] = field(default_factory=list)
    plaatsen: list[tuple[str, str]] = field(default_factory=list)
    wachtend: list[str] = field(default_factory=list)
    gevuld: set[str] = field(default_factory=set)
    gedrukt: dict[str, Mapping[str, Nummer]] = field(default_factory=dict)

    def kies(self, vergadering: Vergadering) -> None:
        """Let what follows belong to this meeting, unless it says otherwise."""
        self.vergadering = vergadering
        self.geraakt[vergadering.id] = None

    def opname(self, bestand: str) -> Momentopname:
        """Return the meeting as it now stands, or raise ``VergaderingOnbekend``."""
        if self.vergadering is None:
            raise VergaderingOnbekend(bestand=bestand)
        return self.opname_van(self.vergadering.id)

    def opname_van(self, vergadering_id: str) -> Momentopname:
        """Return a meeting with the numbers its agenda bore on paper, for papers of one intake speak of those."""
        self.geraakt[vergadering_id] = None
        opname = self.store.opname(vergadering_id)
        gedrukt = self.gedrukt.get(vergadering_id)
        return opname if gedrukt is None else replace(opname, nummers=gedrukt)

    def twijfel(self, waar: str, wat: str) -> None:
        """Remember something that is not certain."""
        self.twijfels.append(Twijfel(waar=waar, wat=wat))

    def plaats(self, bestand: str, waar: str) -> None:
        """Remember where a file went."""
        self.plaatsen.append((bestand, waar))

    def wacht(self, bestand: str, wat: str) -> None:
        """Remember a file that was read and is not kept, for nothing tells to which meeting it belongs."""
        self.wachtend.append(bestand)
        self.plaats(bestand, f"{wat}; niet bewaard, want het hoort nog bij geen vergadering")
        self.twijfel(bestand, "Noem de vergadering waar dit bij hoort, dan wordt het met zijn tabellen bewaard.")

    def bewaar_bron(self, bron: Path, media: str, vergadering_id: str) -> None:
        """Keep the file from which records were read: nothing that was sent to us is ever lost."""
        som = self.store.bestanden.bewaar(bron)
        bekend = {bekende.sha256 for bekende in self.store.bronnen.van_vergadering(vergadering_id)}
        if som not in bekend:
            self.store.bronnen.save(
                Bron(
                    id=new_id(),
                    vergadering_id=vergadering_id,
                    sha256=som,
                    bestandsnaam=bron.name,
                    media=media,
                    ontvangen=self.nu,
                )
            )
