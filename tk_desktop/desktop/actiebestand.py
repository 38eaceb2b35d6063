"""The list of actions out of the window as a file; loaded when it is asked for."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tk_desktop.desktop.actievorm import Actievorm
from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.export.actielijst import write_actielijst, write_actielijst_ics, write_actielijst_xlsx
from tk_desktop.export.vorm import Vorm


def write_acties(
    posten: Sequence[Actiepost], doel: Path, vorm: Actievorm, *, op: date, huisstijl: str, wie: str
) -> Path:
    """Write these actions and no other, and return the file; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    if vorm is Actievorm.EXCEL:
        return write_actielijst_xlsx(posten, doel, op=op)
    if vorm is Actievorm.AGENDA:
        return write_actielijst_ics(posten, doel)
    papier = Vorm.PDF if vorm is Actievorm.PDF else Vorm.WORD
    return write_actielijst(posten, doel, papier, op=op, huisstijl=huisstijl, wie=wie)
