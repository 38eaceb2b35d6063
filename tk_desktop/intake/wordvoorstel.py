"""What a Word file with papers is proposed to hold, to be looked over as a pack is: its lines instead of pages."""

from collections.abc import Iterator
from pathlib import Path

from tk_desktop.intake.bronregels import Bronregels
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.pak import velden_van
from tk_desktop.intake.pakrubrieken import actiezin, verslagzin
from tk_desktop.intake.pakvoorstel import Pakveld, Pakvoorstel
from tk_desktop.intake.wordblokken import regels_van
from tk_desktop.paper.word_reading import GelezenWord


def stel_word_voor(bron: Path, word: GelezenWord, lezing: Lezing) -> Pakvoorstel:
    """Return what was read in a Word file as a proposal, each thing with the line on which it stands."""
    return Pakvoorstel(
        bron=bron,
        indeling="",
        lezing=lezing,
        paginas=0,
        delen=(),
        velden=(*velden_van(lezing, Bronregels((), ()), None), *_verder(lezing)),
        regels=tuple(regels_van(word.blokken)),
    )


def _verder(lezing: Lezing) -> Iterator[Pakveld]:
    """Yield what a pack shows as a part, or has not: each verslag, and each action of a list."""
    for rang, verslag in enumerate(lezing.verslagen):
        yield Pakveld(id=f"verslag.{rang}", naam="Verslag", waarde=verslagzin(verslag), regel=verslag.regel)
    for rang, een in enumerate(lezing.actielijst.acties if lezing.actielijst else ()):
        yield Pakveld(id=f"actie.{rang}", naam=f"Actie {rang + 1}", waarde=actiezin(een), regel=een.regel)
