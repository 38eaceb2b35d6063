"""An agenda as .csv, for a spreadsheet."""

import csv
import io
import re
from pathlib import Path

from tk_desktop.base.files import replacing
from tk_desktop.domain.agenda import Agendapunt, behandelwijze
from tk_desktop.domain.datum import klok
from tk_desktop.domain.momentopname import Momentopname

KOLOMMEN = ("nummer", "tijd", "titel", "duur", "behandeling", "inleiders", "besloten", "mondeling", "toelichting")
_FORMULE = re.compile(r"'*[=+\-@\t\r]")


def write_csv(opname: Momentopname, target: Path) -> Path:
    """Write the agenda of a meeting, a line an item, and return the file (B17).

    Give the meeting as its reader may see it (``zichtbaar_voor``). A cell that a spreadsheet would run as a formula
    begins with an apostrophe. The file is what Excel writes and reads in Dutch: semicolons, UTF-8 with a mark.
    """
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOLOMMEN)
    for punt in opname.agendapunten:
        schrijver.writerow([_veilig(cel) for cel in _cellen(opname, punt)])
    with replacing(target) as deel:
        deel.write_bytes(uit.getvalue().encode("utf-8-sig"))
    return target


def _cellen(opname: Momentopname, punt: Agendapunt) -> list[str]:
    tijd = opname.tijden.get(punt.id)
    return [
        str(opname.nummers[punt.id]),
        klok(tijd) if tijd else "",
        punt.titel,
        "" if punt.duur is None else str(punt.duur),
        behandelwijze(punt.behandeling),
        "; ".join(f"{wie.naam} ({wie.rol})" if wie.rol else wie.naam for wie in punt.inleiders),
        "ja" if opname.is_besloten(punt) else "",
        "ja" if punt.mondeling else "",
        opname.gevuld(punt.toelichting),
    ]


def _veilig(cel: str) -> str:
    return f"'{cel}" if _FORMULE.match(cel) else cel
