"""Rules of layout that hold for PDF and Word alike."""

import re
from collections.abc import Sequence

from tk_desktop.domain.opmaak import Alinea, samenvoegen
from tk_desktop.paper.blad import Cel

BIJEEN_RIJEN = 8
"""A table of no more rows, its header included, stands on one page."""

_GETAL = re.compile(r"[-–+€%(). ,\d]*\d[-–+€%(). ,\d]*(?:%|dagen|weken|maanden|jaar|uur|fte)?")
_SLOT = 24


def is_number_column(rijen: Sequence[Sequence[Cel]], column: int) -> bool:
    """Tell whether a column, other than the first, holds only numbers and amounts: those stand at the right."""
    if column == 0:
        return False
    gevuld = [rij[column] for rij in rijen if rij[column]]
    return bool(gevuld) and all(
        len(cel) == 1 and isinstance(cel[0], Alinea) and _GETAL.fullmatch(samenvoegen(cel[0].stukjes).strip())
        for cel in gevuld
    )


def has_firm_end(tekst: str) -> bool:
    """Tell whether the last two words of a title stay on one line: none stands alone there, if it is not too long."""
    woorden = tekst.split(" ")
    return len(woorden) > 2 and len(woorden[-2]) + len(woorden[-1]) <= _SLOT and all(woorden[-2:])
