"""The PDF of one paper as it is read: what was received as it came in, our own papers as the set has them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tk_desktop.base.files import sha256
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.papiertekst import Papiertekst
from tk_desktop.domain.stuk import Stukversie
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.delen import Delenmaker
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.reading import lees_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesbestand:
    """A paper to read: its key (``Onderdeel.sleutel``), its PDF with that file's SHA-256, and how many pages.

    ``pad`` is ``None`` when the paper has no pages: an Office file that travels as it is.
    """

    sleutel: str
    pad: Pad | None = None
    versie: str = ""
    paginas: int = 0


def make_leesbestand(plan: Vergaderset, deel: Onderdeel, *, bestand: Callable[[str], Pad], cache: Pad) -> Leesbestand:
    """Return one paper of a set to read, made now or before.

    A received file is read as it is kept, so that its version is that of the file; a letter, agenda or nota is the
    part of the set, and the same contents give the same version. Raises ``BestandNietGevonden`` or a fault of paper.
    """
    versie = plan.opname.versies.get(deel.stuk_id or "")
    if deel.soort is Onderdeelsoort.BESTAND and versie is not None:
        if not versie.is_pdf:
            return Leesbestand(sleutel=deel.sleutel)
        som = versie.paginabestand
        return Leesbestand(sleutel=deel.sleutel, pad=bestand(som), versie=som, paginas=versie.paginas)
    huisstijl = Huisstijl.load(plan.opname.gremium.huisstijl)
    gereed = Delenmaker(plan, huisstijl, cache, bestand).maak(deel)
    return Leesbestand(sleutel=deel.sleutel, pad=gereed.pdf, versie=sha256(gereed.pdf), paginas=gereed.paginas)


def read_papiertekst(plan: Vergaderset, deel: Onderdeel, *, bestand: Callable[[str], Pad], cache: Pad) -> Papiertekst:
    """Return the words of one paper as the readers of this set have it; raises as ``make_leesbestand``."""
    gelezen = make_leesbestand(plan, deel, bestand=bestand, cache=cache)
    if gelezen.pad is None:
        return Papiertekst()
    return Papiertekst(versies=frozenset({gelezen.versie}), paginas=tuple(lees_pdf(gelezen.pad).paginas))


def make_leesbestanden(
    plan: Vergaderset,
    eerder: Callable[[str], Sequence[Stukversie]],
    *,
    bestand: Callable[[str], Pad],
    cache: Pad,
    eerst: str = "",
    progress: Progress | None = None,
) -> tuple[tuple[Leesbestand, str | None], ...]:
    """Return every paper of a set that has pages, with its item: that of key ``eerst`` first, earlier versions last.

    ``eerder`` gives the versions of a paper by its id. Raises as ``make_leesbestand``.
    """
    delen = sorted(plan.onderdelen, key=lambda deel: deel.sleutel != eerst)
    nieuw, oud = [], []
    for deel in (progress or Progress()).each(delen, "Stukken klaarzetten"):
        punt, gelezen = plan.punt_van(deel), make_leesbestand(plan, deel, bestand=bestand, cache=cache)
        if gelezen.pad is not None:
            nieuw.append((gelezen, punt))
        for versie in eerder(deel.stuk_id) if deel.stuk_id is not None else ():
            som = versie.paginabestand
            if versie.is_pdf and som != gelezen.versie:
                pdf = Leesbestand(sleutel=deel.sleutel, pad=bestand(som), versie=som, paginas=versie.paginas)
                oud.append((pdf, punt))
    return (*nieuw, *oud)
