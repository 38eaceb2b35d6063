"""The papers with the notes of a reader in them, as standard annotations (F10); never part of a set that is sent.

Only notes that the reader who asks may see are written: the own ones, and those that others share.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside, sha256
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.aantekening import Aantekening, Anker, Oordeel, Soort
from tk_desktop.domain.gemaakt import GemaaktDeel
from tk_desktop.domain.vergaderset import Onderdeelsoort, Vergaderset
from tk_desktop.export.delen import Delenmaker
from tk_desktop.export.pdf import Bestand, is_los, write_pdf
from tk_desktop.paper.annotation_drawing import Noot
from tk_desktop.paper.annotations import write_annotations
from tk_desktop.paper.huisstijl import Huisstijl


class StukNietInSet(TkError):
    """One paper was asked for that is not in the set of these readers, or that has no pages to write on."""

    code = "TK-S14"
    melding = "{stuk} is niet bewaard: het heeft geen bladzijden, of deze lezer krijgt het niet."
    veilig = "Uw aantekeningen staan er nog."
    advies = "Kies een ander stuk, of een andere lezer."


@dataclass(frozen=True, slots=True, kw_only=True)
class Geannoteerd:
    """A PDF with notes: how many stand in it, and those whose passage is not in this version of the paper."""

    pdf: Path
    geschreven: int
    niet_geplaatst: tuple[Aantekening, ...] = ()


def write_pdf_met_aantekeningen(
    bron: Pad, aantekeningen: Iterable[Aantekening], target: Path, *, lezer: str, versies: Collection[str] = ()
) -> Geannoteerd:
    """Write one paper with its notes to ``target``.

    ``versies`` are the SHA-256 values under which notes know this version, that of ``bron`` when none are given.
    Raises a ``TkError`` of a file that cannot be read or written.
    """
    namen = frozenset(versies) or frozenset((sha256(bron),))
    geplaatst, over = place_notes(readable(aantekeningen, lezer), namen)
    noten = tuple(as_noot(aantekening, anker) for aantekening, anker in geplaatst)
    write_annotations(bron, noten, target)
    return Geannoteerd(pdf=target, geschreven=len(noten), niet_geplaatst=over)


def write_set_met_aantekeningen(
    vergaderset: Vergaderset,
    aantekeningen: Iterable[Aantekening],
    target: Path,
    *,
    lezer: str,
    bestand: Bestand,
    cache: Pad,
    progress: Progress | None = None,
) -> Geannoteerd:
    """Write the papers of a set as one PDF, each note on its page; a note on an item stands at its first paper."""
    zichtbaar = readable(aantekeningen, lezer)
    with aside(cache) as map_:
        pdf = map_ / "set.pdf"
        gemaakt = write_pdf(vergaderset, pdf, bestand=bestand, cache=cache, progress=progress)
        versies = known_versions(vergaderset, bestand=bestand, cache=cache)
        noten, over = set_notes(vergaderset, gemaakt.delen, zichtbaar, versies)
        write_annotations(pdf, noten, target)
    return Geannoteerd(pdf=target, geschreven=len(noten), niet_geplaatst=over)


def write_stuk_met_aantekeningen(
    vergaderset: Vergaderset,
    sleutel: str,
    aantekeningen: Iterable[Aantekening],
    target: Path,
    *,
    lezer: str,
    bestand: Bestand,
    cache: Pad,
) -> Geannoteerd:
    """Write one part of a set (``Onderdeel.sleutel``) with its notes, made fit as the set has it.

    Raises ``StukNietInSet`` when these readers do not see that paper or it has no pages.
    """
    deel = next((deel for deel in vergaderset.onderdelen if deel.sleutel == sleutel), None)
    if deel is None or deel.soort is Onderdeelsoort.INHOUD or is_los(vergaderset, deel):
        raise StukNietInSet(stuk=deel.naam if deel else "Dit stuk")
    gereed = Delenmaker(vergaderset, Huisstijl.load(vergaderset.opname.gremium.huisstijl), cache, bestand).maak(deel)
    op_stuk = [een for een in aantekeningen if een.papier == sleutel]
    versies = (gereed.inhoud, sha256(gereed.pdf))
    return write_pdf_met_aantekeningen(gereed.pdf, op_stuk, target, lezer=lezer, versies=versies)


def readable(aantekeningen: Iterable[Aantekening], lezer: str) -> tuple[Aantekening, ...]:
    """Return the notes that somebody may read, in the order in which they were written."""
    eigen = (aantekening for aantekening in aantekeningen if aantekening.leesbaar_voor(lezer))
    return tuple(sorted(eigen, key=lambda aantekening: (aantekening.gemaakt.isoformat(), aantekening.id)))


def place_notes(
    aantekeningen: Iterable[Aantekening], versies: Collection[str]
) -> tuple[tuple[tuple[Aantekening, Anker], ...], tuple[Aantekening, ...]]:
    """Return the notes with their place in a version of a paper, and those that have none there."""
    geplaatst: list[tuple[Aantekening, Anker]] = []
    over: list[Aantekening] = []
    for aantekening in aantekeningen:
        plaatsen = (aantekening.in_versie(versie) for versie in versies)
        plaats = next((p for p in plaatsen if p is not None and p.oordeel is not Oordeel.NIET_GEVONDEN), None)
        if plaats is None:
            over.append(aantekening)
        else:
            geplaatst.append((aantekening, plaats.anker))
    return tuple(geplaatst), tuple(over)


def as_noot(aantekening: Aantekening, anker: Anker | None, *, na: int = 0, pagina: int = 1) -> Noot:
    """Return a note as it goes into a PDF in which its paper starts after ``na`` pages.

    One without a place on the paper goes to the head of ``pagina``.
    """
    vlakken = anker.vlakken if anker else ()
    lijnen = aantekening.lijnen_in(anker.versie) if anker else ()
    return Noot(
        id=aantekening.id,
        pagina=na + (anker.pagina if anker else pagina),
        soort=aantekening.soort,
        kleur=aantekening.kleur,
        tekst=aantekening.tekst,
        citaat=anker.citaat if anker else "",
        auteur=aantekening.eigenaar,
        gemaakt=aantekening.gemaakt,
        gewijzigd=aantekening.gewijzigd,
        vlakken=tuple(replace(vlak, pagina=vlak.pagina + na) for vlak in vlakken),
        lijnen=tuple(replace(lijn, pagina=lijn.pagina + na) for lijn in lijnen),
        antwoord=aantekening.antwoord,
    )


def known_versions(vergaderset: Vergaderset, *, bestand: Bestand, cache: Pad) -> dict[str, frozenset[str]]:
    """Return, by the key of each part, the SHA-256 values under which a note may know the pages of that part.

    That of the received file, and that of the pages as they are shown; parts come from the cache.
    """
    maker = Delenmaker(vergaderset, Huisstijl.load(vergaderset.opname.gremium.huisstijl), cache, bestand)
    uit: dict[str, frozenset[str]] = {}
    for deel in vergaderset.onderdelen:
        if deel.soort is Onderdeelsoort.INHOUD or is_los(vergaderset, deel):
            continue
        gereed = maker.maak(deel)
        uit[deel.sleutel] = frozenset((gereed.inhoud, sha256(gereed.pdf)))
    return uit


def set_notes(
    vergaderset: Vergaderset,
    delen: Sequence[GemaaktDeel],
    aantekeningen: Iterable[Aantekening],
    versies: dict[str, frozenset[str]],
) -> tuple[tuple[Noot, ...], tuple[Aantekening, ...]]:
    """Return the notes at their pages in a set that was made, and those on its papers that have no place there."""
    alle = tuple(aantekeningen)
    noten: list[Noot] = []
    over: list[Aantekening] = []
    for deel in delen:
        geplaatst, niet = place_notes((a for a in alle if a.papier == deel.sleutel), versies.get(deel.sleutel, ()))
        noten += [as_noot(aantekening, anker, na=deel.van - 1) for aantekening, anker in geplaatst]
        over += niet
    eerste = first_pages(vergaderset, delen)
    for aantekening in alle:
        if aantekening.soort is Soort.PUNTNOTITIE and aantekening.agendapunt_id in eerste:
            noten.append(as_noot(aantekening, None, pagina=eerste[aantekening.agendapunt_id]))
    return tuple(noten), tuple(over)


def first_pages(vergaderset: Vergaderset, delen: Sequence[GemaaktDeel]) -> dict[str | None, int]:
    """Return for each item the page (from 1) at which its papers or those under it start, else that of the agenda."""
    per_anker = {deel.anker: deel for deel in vergaderset.onderdelen}
    agenda = next((deel.van for deel in delen if per_anker[deel.anker].soort is Onderdeelsoort.AGENDA), 1)
    uit: dict[str | None, int] = {}
    for deel in delen:
        punt = vergaderset.punt_van(per_anker[deel.anker])
        if punt is not None:
            uit.setdefault(punt, deel.van)
            uit.setdefault(vergaderset.opname.hoofdpunt(vergaderset.opname.punt(punt)).id, deel.van)
    return {punt.id: agenda for punt in vergaderset.opname.agendapunten} | uit
