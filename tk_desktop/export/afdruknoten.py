"""A set on paper with the own notes of the reader: beside their lines, or numbered with a list behind each paper.

Only for the printer or a file the reader keeps; a set that is sent never holds a note.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.aantekening import Aantekening, Anker, Soort
from tk_desktop.domain.gemaakt import GemaaktDeel
from tk_desktop.domain.leeslijst import bladorde
from tk_desktop.domain.notenstijl import Notenwijze
from tk_desktop.domain.vergaderset import Vergaderset
from tk_desktop.export.annotaties import as_noot, first_pages, place_notes, readable
from tk_desktop.export.notitielijst import Genummerd, schrijf_bij_stuk
from tk_desktop.export.notitieregels import Notitieregel
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.notes_margin import Drukregel
from tk_desktop.paper.notes_print import write_margins, write_numbers
from tk_desktop.paper.tagged import TaggedDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Druknoten:
    """Whose notes are printed, and how. Only those of ``lezer`` are, not what others share."""

    wijze: Notenwijze = Notenwijze.GEEN
    aantekeningen: tuple[Aantekening, ...] = ()
    lezer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notenlijst:
    """The list of notes behind a printed paper."""

    pdf: Pad
    paginas: int


@dataclass(frozen=True, slots=True)
class _Regel:
    """A note in print: what stands on the page, none when it has no place, and what the list tells of it."""

    nummer: int
    druk: Drukregel | None
    lijst: Notitieregel


def own_notes(aantekeningen: Iterable[Aantekening], lezer: str) -> tuple[Aantekening, ...]:
    """Return the notes that somebody wrote, in the order in which they were written."""
    return readable((aantekening for aantekening in aantekeningen if aantekening.eigenaar == lezer), lezer)


def print_notes(
    vergaderset: Vergaderset,
    delen: Sequence[GemaaktDeel],
    bron: Pad,
    target: Pad,
    *,
    noten: Druknoten,
    versies: Mapping[str, frozenset[str]],
) -> dict[str, Notenlijst]:
    """Write the set ``bron`` with notes to ``target``, on as many pages; return the lists by ``anker`` of their part.

    A list holds what stands on no page: the words of numbered notes, those that found no room in the margin, and
    those whose passage is not in this version of the paper. Lists are written beside ``target``.
    """
    huisstijl = Huisstijl.load(vergaderset.opname.gremium.huisstijl)
    per_deel = {deel.anker: _regels(vergaderset, delen, deel, noten, versies) for deel in delen}
    druk = {regel.druk.noot.id: (regel.druk, anker) for anker, alle in per_deel.items() for regel in alle if regel.druk}
    regels = [regel for regel, _ in druk.values()]
    nummers = {deel.anker: _Nummers() for deel in delen}
    if noten.wijze is Notenwijze.MARGE:

        def nummer(regel: Drukregel) -> int:
            return nummers[druk[regel.noot.id][1]]()

        over = write_margins(bron, regels, target, letter=huisstijl.letter_gewoon, nummer=nummer)
        op_blad = {regel.noot.id: regel.nummer for regel in over}
    else:
        write_numbers(bron, regels, target, letter=huisstijl.letter_gewoon)
        op_blad = {regel.noot.id: nummers[anker]() for regel, anker in druk.values() if regel.woorden}
    lijsten: dict[str, Notenlijst] = {}
    for rang, deel in enumerate(delen):
        achter = list(_achter(per_deel[deel.anker], op_blad, nummers[deel.anker]))
        if achter:
            pdf = target.with_name(f"{target.stem}-{rang}.pdf")
            lijsten[deel.anker] = _write_list(vergaderset, deel, achter, pdf, lezer=noten.lezer)
    return lijsten


def _regels(
    vergaderset: Vergaderset,
    delen: Sequence[GemaaktDeel],
    deel: GemaaktDeel,
    noten: Druknoten,
    versies: Mapping[str, frozenset[str]],
) -> list[_Regel]:
    """Return the notes of one part from top to bottom, numbered where they have words; those without a place last.

    What is printed behind the paper counts anew: in the margin, few notes need a number.
    """
    eigen = own_notes(noten.aantekeningen, noten.lezer)
    eerste = first_pages(vergaderset, delen)
    bij_punt = [
        a for a in eigen if a.soort is Soort.PUNTNOTITIE and a.tekst and eerste.get(a.agendapunt_id) == deel.van
    ]
    geplaatst, over = place_notes((a for a in eigen if a.papier == deel.sleutel), versies.get(deel.sleutel, ()))
    nummer = _Nummers()
    uit = [_op_blad(a, None, deel, nummer) for a in bij_punt]
    uit += [_op_blad(a, anker, deel, nummer) for a, anker in sorted(geplaatst, key=lambda paar: bladorde(*paar))]
    for aantekening in over:
        oud = aantekening.plaats
        regel = Notitieregel(aantekening=aantekening, anker=oud.anker if oud else None, kwijt=True)
        uit.append(_Regel(nummer(), None, regel))
    return uit


def _achter(regels: Iterable[_Regel], op_blad: Mapping[str, int], nummer: Callable[[], int]) -> Iterator[_Regel]:
    """Yield what the list behind a paper tells, by its numbers there: what a page refers to, then what is on none."""
    for regel in regels:
        if regel.druk is None:
            yield replace(regel, nummer=nummer())
        elif regel.druk.noot.id in op_blad:
            yield replace(regel, nummer=op_blad[regel.druk.noot.id])


class _Nummers:
    """Counts from one."""

    def __init__(self) -> None:
        self._laatste = 0

    def __call__(self) -> int:
        self._laatste += 1
        return self._laatste


def _op_blad(aantekening: Aantekening, anker: Anker | None, deel: GemaaktDeel, nummer: Callable[[], int]) -> _Regel:
    woorden = in_words(aantekening)
    eigen = nummer() if woorden else 0
    noot = as_noot(aantekening, anker, na=deel.van - 1)
    na = deel.van - 1
    in_set = None if anker is None else replace(anker, pagina=anker.pagina + na, eindpagina=anker.eindpagina + na)
    return _Regel(
        eigen, Drukregel(nummer=eigen, noot=noot, woorden=woorden), Notitieregel(aantekening=aantekening, anker=in_set)
    )


def in_words(aantekening: Aantekening) -> str:
    """Return what is printed of a note beside its page; nothing for one that is only drawn."""
    kop = {Soort.VRAAG: "Vraag: ", Soort.PUNTNOTITIE: "Bij het punt: "}.get(aantekening.soort, "")
    antwoord = f" Antwoord: {aantekening.antwoord}" if aantekening.antwoord.strip() else ""
    woorden = " ".join(f"{aantekening.tekst}{antwoord}".split())
    return f"{kop}{woorden}" if woorden else ""


def _write_list(
    vergaderset: Vergaderset, deel: GemaaktDeel, regels: Sequence[_Regel], pdf: Pad, *, lezer: str
) -> Notenlijst:
    opname = vergaderset.opname
    document = TaggedDocument(
        titel=f"Aantekeningen bij {deel.naam}",
        huisstijl=replace(Huisstijl.load(opname.gremium.huisstijl), logo=None),
        datum=opname.vergadering.datum,
        auteur=lezer,
        voettekst=f"Aantekeningen bij {deel.naam}",
    )
    genummerd = [Genummerd(nummer=regel.nummer, regel=regel.lijst) for regel in regels]
    schrijf_bij_stuk(document, f"Bij {deel.naam}", genummerd, lezer=lezer)
    document.write(pdf)
    return Notenlijst(pdf=pdf, paginas=document.page_count)
