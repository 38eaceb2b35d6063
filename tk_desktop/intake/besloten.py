"""What the words of a paper say of closed doors: in a title, a remark, a line of the agenda or the name of a file."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.domain.besloten import WOORD
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.intake.lezing import GelezenPunt

_IN_HOOFDLETTERS = re.compile(r"\b(BESLOTEN|GEHEIM|VERTROUWELIJK)\b")
_DEEL = re.compile(r"besloten (deel|gedeelte|zitting|vergadering)\W*", re.I)


def met_besloten_deel(punten: Sequence[GelezenPunt]) -> tuple[tuple[GelezenPunt, ...], tuple[Twijfel, ...]]:
    """Return the items with what the words around them say of closed doors; each such reading is a doubt to look at."""
    uit = []
    twijfels = []
    in_deel = False
    for punt in punten:
        waar = f"regel {punt.regel}, agendapunt {punt.nummer}"
        volgt_deel = any(_DEEL.fullmatch(voorstel.tekst) for voorstel in punt.voorstel)
        voorstel = tuple(punt_ for punt_ in punt.voorstel if not _DEEL.fullmatch(punt_.tekst))
        woord = WOORD.search(punt.titel) or _IN_HOOFDLETTERS.search(punt.toelichting)
        if in_deel and not punt.besloten:
            wat = "Dit punt staat na de regel ‘besloten deel’ en is daarom besloten. Klopt dat?"
            twijfels.append(Twijfel(waar=waar, wat=wat))
        elif woord and not punt.besloten:
            wat = f"Dit punt is besloten ingenomen, omdat er ‘{woord[1].lower()}’ staat. Klopt dat?"
            twijfels.append(Twijfel(waar=waar, wat=wat))
        uit.append(replace(punt, besloten=punt.besloten or in_deel or bool(woord), voorstel=voorstel))
        in_deel = in_deel or volgt_deel
    return tuple(uit), tuple(twijfels)
