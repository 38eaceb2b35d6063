"""The papers of a meeting that was held as files: their names, and what writes each (H1-H3, H8, I6)."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tk_desktop.domain.actielijst import Actiepost, Keuzelijst, kies
from tk_desktop.domain.zittingpapier import Zittingpapier, Zittingstof
from tk_desktop.export.actielijst import write_actielijst
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.verslag import write_besluitenlijst, write_uittreksel, write_verslag
from tk_desktop.export.vorm import Vorm


@dataclass(frozen=True, slots=True, kw_only=True)
class Papiertaak:
    """One file to write: which paper, its name without an ending, and what writes it in a form."""

    papier: Zittingpapier
    naam: str
    _schrijf: Callable[[Path, Vorm], Path]

    def write(self, map_: Path, vorm: Vorm) -> Path:
        """Write the file into a folder and return it; one of that name is replaced, for the werkmap says what it says.

        Raises ``NietSchrijfbaar`` or ``SchijfVol``; no half file remains.
        """
        return self._schrijf(map_ / f"{self.naam}{vorm.value}", vorm)


def plan_papieren(stof: Zittingstof, papieren: Collection[Zittingpapier]) -> Iterator[Papiertaak]:
    """Go through the files to write, in the order of the papers; an uittreksel is a file for each besluit.

    Of one that does not say what was decided there is none.

    For everybody they are made of what everybody may know alone (``Zittingstof.voor_iedereen``). Each name of the other
    ones says that it is besloten, also of a besluit that is open: what is around it may differ, and no closed file may
    ever take the place of the open one. No two names are the same, also when two besluiten have one number.
    """
    zitting = stof.zitting
    opname = zitting.opname
    achter = ("" if zitting.openbaar else " (besloten)") + (" (zonder namen)" if zitting.naamloos else "")
    for papier in (een for een in Zittingpapier if een in papieren):
        if papier is Zittingpapier.UITTREKSELS:
            gehad = Counter[str]()
            for besluit in (een for een in zitting.besluiten if not een.mist_woorden):
                gehad[besluit.nummer] += 1
                tweede = f" ({gehad[besluit.nummer]})" if gehad[besluit.nummer] > 1 else ""
                naam = bestandsnaam(opname, f"uittreksel {besluit.nummer}{tweede}{achter}")
                yield Papiertaak(
                    papier=papier,
                    naam=naam,
                    _schrijf=partial(write_uittreksel, zitting, besluit, exemplaar=stof.exemplaar),
                )
            continue
        naam = bestandsnaam(opname, f"{papier.value}{achter}")
        yield Papiertaak(papier=papier, naam=naam, _schrijf=_schrijver(stof, papier))


def open_posten(stof: Zittingstof) -> tuple[Actiepost, ...]:
    """Return what the list of actions of a meeting shows: what its body had open when the day was over (I6).

    It says so of the day of the meeting, also when it is made later.
    """
    dag = stof.zitting.opname.vergadering.datum
    toen = ((post, post.actie.stand_op(dag)) for post in stof.acties)
    return kies((replace(post, actie=actie) for post, actie in toen if actie is not None), Keuzelijst.OPEN, dag)


def _schrijver(stof: Zittingstof, papier: Zittingpapier) -> Callable[[Path, Vorm], Path]:
    opname = stof.zitting.opname
    if papier is Zittingpapier.VERSLAG:
        return partial(write_verslag, stof.zitting, volgende=stof.volgende, exemplaar=stof.exemplaar)
    if papier is Zittingpapier.BESLUITENLIJST:
        return partial(write_besluitenlijst, stof.zitting, exemplaar=stof.exemplaar)
    posten = open_posten(stof)
    ids = {post.actie.agendapunt_id for post in posten}
    return partial(
        write_actielijst,
        posten,
        op=opname.vergadering.datum,
        huisstijl=opname.gremium.huisstijl,
        merken=(
            *stof.zitting.stempels([punt for punt in opname.agendapunten if punt.id in ids]),
            *([stof.exemplaar] if stof.exemplaar else []),
        ),
    )
