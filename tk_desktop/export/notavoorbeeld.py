"""One nota as it will stand in the set for the members: the same part, joined and stamped by the same code (C2)."""

import re
from collections.abc import Callable

from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import Doelgroep, Onderdeel, Onderdeelsoort, Variant, Vergaderset
from tk_desktop.export.delen import Delenmaker
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.joining import Deel, voeg_samen
from tk_desktop.store.fouten import NietGevonden


def write_nota_pdf(
    opname: Momentopname,
    stuk_id: str,
    target: Pad,
    *,
    bestand: Callable[[str], Pad],
    cache: Pad,
    progress: Progress | None = None,
) -> int:
    """Write the pages of one nota to ``target`` and return how many; the same nota gives the same bytes.

    Page numbers are those of the nota alone, and it has no links to papers that are not in this file. Raises
    ``NietGevonden`` when that paper has no form.
    """
    stuk = next((stuk for stuk in opname.stukken if stuk.id == stuk_id and stuk.id in opname.notas), None)
    if stuk is None:
        raise NietGevonden(soort="Nota")
    label = opname.label(stuk)
    deel = Onderdeel(
        soort=Onderdeelsoort.NOTA,
        anker=f"stuk-{re.sub(r'[^0-9A-Za-z]+', '-', label) or 'los'}",
        titel=stuk.titel,
        label=label,
        punt_id=stuk.agendapunt_id,
        stuk_id=stuk.id,
    )
    plan = Vergaderset(opname=opname, variant=Variant(doelgroep=Doelgroep.LEDEN), onderdelen=(deel,))
    huisstijl = Huisstijl.load(opname.gremium.huisstijl)
    gereed = Delenmaker(plan, huisstijl, cache, bestand).maak(deel)
    samen = voeg_samen(
        [Deel(pdf=gereed.pdf, titel=deel.titel, anker=deel.anker, stempel=label, merken=plan.merken(deel))],
        target,
        titel=deel.naam,
        datum=opname.vergadering.datum,
        letter=huisstijl.letter_gewoon,
        auteur=opname.gremium.naam,
        stempel=lambda _, nummer, totaal: plan.stempel(deel, nummer, totaal),
        progress=progress,
    )
    return samen.paginas
