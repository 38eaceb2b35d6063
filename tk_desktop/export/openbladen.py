"""Agenda and nota's of a meeting as plain PDFs, for who has no program (M6)."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.export.bladen import geen_ankers, schrijf_agenda, schrijf_nota
from tk_desktop.paper.blad import Blad
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument

AGENDA = ""
"""Stands for the agenda, where a nota has the id of its paper."""


def public_papers(opname: Momentopname) -> dict[str, bytes]:
    """Return the agenda and each nota of a meeting as everybody may read them; of the same meeting the same bytes.

    What readers of the public set do not see is left out here too, whatever the caller gave.
    """
    open_ = zichtbaar_voor(opname, Variant(doelgroep=Doelgroep.OPENBAAR))
    huisstijl = Huisstijl.load(open_.gremium.huisstijl)
    uit = {AGENDA: _pdf(open_, huisstijl, "Agenda", _agenda(open_))}
    for stuk in open_.stukken:
        if stuk.id in open_.notas:
            uit[stuk.id] = _pdf(open_, huisstijl, f"{open_.label(stuk)} {stuk.titel}".strip(), _nota(open_, stuk))
    return uit


def _agenda(opname: Momentopname) -> Callable[[Blad], None]:
    return lambda blad: schrijf_agenda(blad, opname, geen_ankers)


def _nota(opname: Momentopname, stuk: Stuk) -> Callable[[Blad], None]:
    return lambda blad: schrijf_nota(blad, opname, stuk, geen_ankers)


def _pdf(opname: Momentopname, huisstijl: Huisstijl, titel: str, schrijver: Callable[[Blad], None]) -> bytes:
    document = TaggedDocument(
        titel=titel, huisstijl=huisstijl, datum=opname.vergadering.datum, auteur=opname.gremium.naam
    )
    schrijver(document)
    with TemporaryDirectory(prefix="tk-open-") as map_:
        doel = Path(map_) / "blad.pdf"
        document.write(doel)
        return doel.read_bytes()
