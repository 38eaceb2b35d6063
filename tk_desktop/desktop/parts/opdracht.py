"""What a command of the window is, in which menu it stands and where its keys act (SCREENS 2.10)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Menu(StrEnum):
    """The menus, in order."""

    BESTAND = "&Bestand"
    BEWERKEN = "Be&werken"
    BEELD = "B&eeld"
    VERGADERING = "&Vergadering"
    STUK = "&Stuk"
    LEZEN = "&Lezen"
    AANTEKENING = "&Aantekening"
    VERSLAG = "Ve&rslag"
    UITWISSELEN = "&Uitwisselen"
    HELP = "&Help"


class Plek(StrEnum):
    """Where the keys of a command act: everywhere in the window, or when that screen or pane has the keyboard."""

    OVERAL = "overal"
    AGENDA = "agenda"
    NOTA = "nota"
    STUKKEN = "stukken"
    CONTROLE = "controle"
    WERKBLAD = "werkblad"
    LEZER = "lezer"
    BLADEN = "bladen"
    TAFEL = "tafel"
    BESLUITEN = "besluiten"
    ACTIES = "acties"
    PROGRAMMA = "programma"
    UITWISSEL = "uitwisselen"


BINNEN = {
    Plek.AGENDA: Plek.WERKBLAD,
    Plek.NOTA: Plek.WERKBLAD,
    Plek.STUKKEN: Plek.WERKBLAD,
    Plek.CONTROLE: Plek.WERKBLAD,
    Plek.BLADEN: Plek.LEZER,
    Plek.WERKBLAD: Plek.OVERAL,
    Plek.LEZER: Plek.OVERAL,
    Plek.TAFEL: Plek.OVERAL,
    Plek.BESLUITEN: Plek.OVERAL,
    Plek.ACTIES: Plek.OVERAL,
    Plek.PROGRAMMA: Plek.OVERAL,
    Plek.UITWISSEL: Plek.OVERAL,
}
"""In which place each place lies: of those that lie in the whole window only one is on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """A command: ``id`` is how code names it, ``tekst`` (with ``&`` before its mnemonic) how the user sees it.

    ``toetsen`` are shortcuts in the notation of Qt, the first being the one that is shown; a menu has a line between
    two values of ``groep``. ``onder`` is the menu within ``menu`` in which it stands; its neighbours in the table that
    have the same stand there too. ``snel`` is the pane at whose rows it stands in the menu at the mouse too.
    """

    id: str
    tekst: str
    menu: Menu
    toetsen: tuple[str, ...] = ()
    plek: Plek = Plek.OVERAL
    icoon: str = ""
    groep: int = 0
    onder: str = ""
    snel: Plek | None = None

    @property
    def naam(self) -> str:
        """The text without its mnemonic."""
        return self.tekst.replace("&", "").rstrip("…")


def regel(
    id_: str,
    tekst: str,
    menu: Menu,
    *toetsen: str,
    plek: Plek = Plek.OVERAL,
    icoon: str = "",
    groep: int = 0,
    snel: Plek | None = None,
) -> Opdracht:
    """Return a command as it stands in a menu."""
    return Opdracht(id=id_, tekst=tekst, menu=menu, toetsen=toetsen, plek=plek, icoon=icoon, groep=groep, snel=snel)


def ondermenu(groep: int, onder: str, *opdrachten: Opdracht) -> Iterator[Opdracht]:
    """Put commands in a menu within their menu."""
    return (replace(een, groep=groep, onder=onder) for een in opdrachten)
