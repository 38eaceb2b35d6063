"""The list of actions out of the window as a file; loaded when it is asked for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tk_desktop.base.files import aside
from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.sitting.actievorm import Actievorm
from tk_desktop.domain.actielijst import Actiepost, Indeling
from tk_desktop.export.actielijst import write_actielijst, write_actielijst_ics, write_actielijst_xlsx
from tk_desktop.export.vorm import Vorm


def write_acties(
    posten: Sequence[Actiepost], doel: Path, vorm: Actievorm, *, op: date, huisstijl: str, wie: str, per: Indeling
) -> Path:
    """Write these actions and no other, and return the file; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    if vorm is Actievorm.EXCEL:
        return write_actielijst_xlsx(posten, doel, op=op)
    if vorm is Actievorm.AGENDA:
        return write_actielijst_ics(posten, doel)
    papier = Vorm.PDF if vorm is Actievorm.PDF else Vorm.WORD
    return write_actielijst(posten, doel, papier, op=op, huisstijl=huisstijl, wie=wie, per=per)


@contextmanager
def tijdelijk_blad(
    posten: Sequence[Actiepost], cache: Pad, *, op: date, huisstijl: str, wie: str, per: Indeling
) -> Iterator[Pad]:
    """Give the list as a PDF that is gone afterwards, as protected as ``cache``: what is printed stays nowhere."""
    with aside(cache) as map_:
        yield write_actielijst(posten, map_ / "acties.pdf", Vorm.PDF, op=op, huisstijl=huisstijl, wie=wie, per=per)
