"""The report on whether everybody can read a paper that came in, with the words to ask its sender for a better one."""

from dataclasses import dataclass

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.domain.stuk import Stuk, Stukversie
from tk_desktop.domain.toegankelijkheid import Leesregel, leesregels, letter_to_sender
from tk_desktop.paper.accessibility import read_accessibility
from tk_desktop.store.werkmap import Store


class NietsNaTeKijken(TkError):
    """A paper has no file with pages to look at."""

    code = "TK-I78"
    melding = "‘{stuk}’ heeft geen bestand met bladzijden om na te kijken."
    veilig = "Er is niets gewijzigd."
    advies = "Dit gaat met een ontvangen pdf. Zet een Word-bestand eerst om naar pdf."


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesrapport:
    """What was seen in the newest file of a paper; ``brief`` asks its sender for a better one, when there is need."""

    stuk: Stuk
    versie: Stukversie
    regels: tuple[Leesregel, ...]
    brief: str

    @property
    def goed(self) -> bool:
        """Whether nothing is to be mended."""
        return all(regel.goed for regel in self.regels)


def report_accessibility(store: Store, stuk_id: str, progress: Progress | None = None) -> Leesrapport:
    """Look at the newest file of a paper; raises ``NietsNaTeKijken``, ``NietGevonden`` or the fault of the file."""
    stuk = store.stukken.get(stuk_id)
    versies = store.versies.van_stuk(stuk_id)
    if not versies or not versies[-1].is_pdf:
        raise NietsNaTeKijken(stuk=stuk.titel)
    (progress or Progress()).step("Toegankelijkheid nakijken", 0, 1)
    regels = leesregels(read_accessibility(store.bestanden.open(versies[-1].paginabestand)))
    return Leesrapport(stuk=stuk, versie=versies[-1], regels=regels, brief=letter_to_sender(stuk.titel, regels))


def report_all(store: Store, vergadering_id: str, progress: Progress | None = None) -> tuple[Leesrapport, ...]:
    """Look at every file that came in for a meeting, in the order of its paper; what we write ourselves is sound."""
    opname = store.opname(vergadering_id)
    ontvangen = [
        stuk
        for stuk in opname.stukken
        if stuk.id not in opname.notas and stuk.id in opname.versies and opname.versies[stuk.id].is_pdf
    ]
    bezig = (progress or Progress()).each(ontvangen, "Toegankelijkheid nakijken")
    return tuple(report_accessibility(store, stuk.id) for stuk in bezig)
