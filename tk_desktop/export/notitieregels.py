"""The notes of a reader in the order of the meeting, by item, paper and page, with what lists tell of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tk_desktop.domain.aantekening import Aantekening, Anker, Oordeel
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.leeslijst import bladorde
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.paginaverwijzing import EIGEN_BLADEN
from tk_desktop.domain.stuk import Stuk
from tk_desktop.export.annotaties import readable

_NIET_MEER = "Stuk dat er niet meer is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notitieregel:
    """A note with where it belongs, as lists tell it.

    ``punt`` and ``papier`` are empty for a note on no item or no paper; ``kwijt`` when the passage is not in the
    newest version of the paper: ``anker`` is then the old one.
    """

    punt: str = ""
    papier: str = ""
    aantekening: Aantekening
    anker: Anker | None = None
    kwijt: bool = False

    @property
    def pagina(self) -> str:
        """The page, empty for a note on an item and for one whose passage was not found."""
        return str(self.anker.pagina) if self.anker and not self.kwijt else ""

    @property
    def passage(self) -> str:
        """The passage on one line; what is drawn or stands at a spot has none."""
        return " ".join(self.anker.citaat.split()) if self.anker else ""

    @property
    def soort(self) -> str:
        """What kind of note it is, as the user calls it."""
        return self.aantekening.soort.naam


def in_order(opname: Momentopname, aantekeningen: Iterable[Aantekening], lezer: str) -> tuple[Notitieregel, ...]:
    """Return the notes that somebody may read, in the order of the agenda, then of the papers and their pages."""
    plaats = {punt.id: rang for rang, punt in enumerate(opname.agendapunten)}
    rang = _paper_ranks(opname)
    namen = paper_names(opname)

    def orde(regel: Notitieregel) -> tuple[object, ...]:
        aantekening = regel.aantekening
        geen_punt = -1 if aantekening.papier in EIGEN_BLADEN else len(plaats)
        punt = plaats.get(_item(opname, aantekening) or "", geen_punt)
        papier = rang.get(aantekening.papier, len(rang)) if aantekening.papier else -1
        return punt, papier, aantekening.papier, regel.kwijt, *bladorde(aantekening, regel.anker)

    regels = []
    for aantekening in readable(aantekeningen, lezer):
        punt = _item(opname, aantekening)
        waar = aantekening.plaats
        naam = namen.get(aantekening.papier, _NIET_MEER) if aantekening.papier else ""
        regels.append(
            Notitieregel(
                punt=item_name(opname, opname.punt(punt)) if punt in plaats else "",
                papier=naam,
                aantekening=aantekening,
                anker=waar.anker if waar else None,
                kwijt=waar is not None and waar.oordeel is Oordeel.NIET_GEVONDEN,
            )
        )
    return tuple(sorted(regels, key=orde))


def paper_names(opname: Momentopname) -> dict[str, str]:
    """Return what lists call the papers of a meeting, by their key: ``2a bijl. 1 Projectplan``."""
    stukken = {stuk.id: f"{opname.label(stuk)} {_title(opname, stuk)}".strip() for stuk in opname.stukken}
    bladen = {f"schutblad {punt.id}": item_name(opname, punt) for punt in opname.agendapunten}
    eigen = {sleutel: naam.capitalize() for sleutel, naam in EIGEN_BLADEN.items()}
    return eigen | bladen | stukken


def item_name(opname: Momentopname, punt: Agendapunt) -> str:
    """Return number and title of an item."""
    return f"{opname.nummers[punt.id]} {punt.titel}".strip()


def _title(opname: Momentopname, stuk: Stuk) -> str:
    """Return the title of a paper; its kind where it is called as its item."""
    punt = opname.punt_van(stuk)
    zelfde = punt is not None and stuk.hoort_bij is None and opname.punt(punt).titel == stuk.titel
    return stuk.soort.value.capitalize() if zelfde else stuk.titel


def _item(opname: Momentopname, aantekening: Aantekening) -> str | None:
    """Return the item a note belongs to: where its paper is now, else where it was written."""
    stuk = next((stuk for stuk in opname.stukken if stuk.id == aantekening.papier), None)
    return (opname.punt_van(stuk) if stuk else None) or aantekening.agendapunt_id


def _paper_ranks(opname: Momentopname) -> dict[str, int]:
    volgorde = ["brief", "inhoud", "agenda"]
    for punt in opname.agendapunten:
        for stuk in opname.stukken_bij(punt):
            volgorde += [stuk.id, *(bijlage.id for bijlage in opname.bijlagen_bij(stuk))]
    volgorde += [stuk.id for stuk in opname.stukken]
    return {id_: rang for rang, id_ in enumerate(dict.fromkeys(volgorde))}
