"""Redacting a received paper: marking what is to go, and making the file that officials and everybody get."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside
from tk_desktop.base.ids import new_id, only_id
from tk_desktop.base.progress import Progress
from tk_desktop.domain.aantekening import Vlak
from tk_desktop.domain.stuk import Stuk, Stukversie
from tk_desktop.domain.weglakking import Gelakt, Weglakking, marks_digest, was_marked
from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.hidden import hidden_words
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.redaction import Lakvlak, redact
from tk_desktop.store.weglakkingen import known_lakgronden
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

_SMALST = 2.0
"""How wide and high a mark is at least, in points: of a thinner one nobody could see whether anything went."""


class GrondOnbekend(TkError):
    """Something was to be redacted on a ground that the program does not know."""

    code = "TK-V30"
    melding = "‘{grond}’ is geen grond om te lakken."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een van: {gronden}."


class NietsTeLakken(TkError):
    """A paper has no file with pages on which anything can be marked."""

    code = "TK-V31"
    melding = "‘{stuk}’ heeft geen bladzijden om op te lakken."
    veilig = "Er is niets gewijzigd."
    advies = "Alleen een ontvangen stuk met bladzijden kan worden gelakt; pas een nota of agendapunt zelf aan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakuitkomst:
    """The redacted file of a paper: pages that became pictures, and pages that still tell what went (from 1)."""

    gelakt: Gelakt
    afgebeeld: tuple[int, ...] = ()
    nog_te_lezen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakproef:
    """A redacted file that lies among the others, and its words, before it is the one that everybody gets."""

    uitkomst: Lakuitkomst
    teksten: tuple[str, ...]
    verborgen: tuple[str, ...]


def marked_version(store: Store, stuk_id: str) -> Stukversie:
    """Return the newest version of a paper, on which marks are made; raises ``NietsTeLakken`` or ``NietGevonden``.

    A paper that is a nota here is changed itself: its words stand in more places than on its pages. Where marks stand
    or stood on one already they can still be seen, taken away and carried out; everybody then gets that file for the
    nota.
    """
    stuk = store.stukken.get(stuk_id)
    versies = store.versies.van_stuk(stuk_id)
    if not versies or not versies[-1].is_pdf:
        raise NietsTeLakken(stuk=stuk.titel)
    versie = versies[-1]
    gelakt = store.weglakkingen.van_versie(versie.id) or store.gelakten.van_versie(versie.id)
    if _is_nota(store, stuk) and not gelakt:
        raise NietsTeLakken(stuk=stuk.titel)
    return versie


def _is_nota(store: Store, stuk: Stuk) -> bool:
    return stuk.id in store.notas.van_vergadering(stuk.vergadering_id)


def add_weglakkingen(
    store: Store,
    stuk_id: str,
    plekken: Iterable[Sequence[Vlak]],
    grond: str,
    moment: datetime,
    *,
    wie: str = "",
) -> tuple[Weglakking, ...]:
    """Mark passages on the newest version of a paper, each by its rectangles; what is marked already is not so twice.

    Raises ``GrondOnbekend`` or ``NietsTeLakken``.
    """
    gronden = known_lakgronden()
    if grond not in gronden:
        raise GrondOnbekend(grond=grond, gronden=", ".join(gronden))
    with store.transaction():
        versie = marked_version(store, stuk_id)
        if _is_nota(store, stuk := store.stukken.get(stuk_id)):
            raise NietsTeLakken(stuk=stuk.titel)
        staat = {merk.vlakken for merk in store.weglakkingen.van_versie(versie.id)}
        nieuw = []
        for vlakken in map(_as_kept, plekken):
            if vlakken and vlakken not in staat:
                staat.add(vlakken)
                nieuw.append(
                    Weglakking(id=new_id(), versie_id=versie.id, grond=grond, vlakken=vlakken, door=wie, moment=moment)
                )
                store.weglakkingen.save(nieuw[-1])
    return tuple(nieuw)


def drop_weglakkingen(store: Store, ids: Iterable[str]) -> None:
    """Take marks away; what lies under them is for everybody again when the file is made anew, and not before."""
    weg = frozenset(ids)
    with store.transaction():
        for merk in [merk for merk in store.weglakkingen.all() if merk.id in weg]:
            store.weglakkingen.delete(merk.id)
            if store.gelakten.van_versie(merk.versie_id) is not None:
                continue
            # Also while other marks stand: another laptop may take those away, and neither sees the last one go.
            versie = store.versies.get(merk.versie_id)
            id_ = only_id("gelakt", versie.id)
            store.gelakten.save(was_marked(id_, versie.id, versie.paginabestand, versie.paginas))


def make_gelakt(store: Store, stuk_id: str, progress: Progress | None = None) -> Lakuitkomst:
    """Make the file without what lies under the marks of the newest version, keep it and let everybody get it.

    On a version without marks it says that nothing of it has to go. Raises ``LakkenMislukt``, ``NietsTeLakken`` or the
    fault of the file; then everything stays as it was.
    """
    return keep_gelakt(store, prepare_gelakt(store, stuk_id, progress))


def prepare_gelakt(store: Store, stuk_id: str, progress: Progress | None = None) -> Lakproef:
    """Make that file and put it among the others, while nobody gets it yet; raises as ``make_gelakt`` does."""
    voortgang = progress or Progress()
    stuk = store.stukken.get(stuk_id)
    versie = marked_version(store, stuk_id)
    merken = store.weglakkingen.van_versie(versie.id)
    with aside(store.cache) as naast:
        doel = naast / "gelakt.pdf"
        voortgang.step("Lakken", 0, 2)
        gemaakt = redact(store.bestanden.open(versie.paginabestand), doel, _boxes(merken), naam=stuk.titel)
        voortgang.step("Gelakte versie nakijken", 1, 2)
        gelakt = Gelakt(
            id=only_id("gelakt", versie.id),
            versie_id=versie.id,
            merken=marks_digest(merken),
            sha256=store.bestanden.bewaar(doel),
            paginas=gemaakt.paginas,
        )
        uitkomst = Lakuitkomst(gelakt=gelakt, afgebeeld=gemaakt.afgebeeld, nog_te_lezen=gemaakt.nog_te_lezen)
        return Lakproef(uitkomst=uitkomst, teksten=lees_pdf(doel).paginas, verborgen=hidden_words(doel))


def keep_gelakt(store: Store, proef: Lakproef) -> Lakuitkomst:
    """Let everybody get a file that was made, as long as its marks are still those."""
    gelakt = proef.uitkomst.gelakt
    with store.transaction():
        store.gelakten.save(gelakt)
        store.zoekregister.neem_op(Zoeksoort.PAGINA, gelakt.sha256, proef.teksten)
        store.zoekregister.neem_op(Zoeksoort.VERBORGEN, gelakt.sha256, proef.verborgen)
    return proef.uitkomst


def make_all_gelakt(store: Store, vergadering_id: str, progress: Progress | None = None) -> tuple[Lakuitkomst, ...]:
    """Make anew every redacted file of a meeting that does not fit its marks; a version without marks is left alone."""
    opname = store.opname(vergadering_id)
    te_maken = [
        stuk
        for stuk in opname.stukken
        if opname.gelakt.get(stuk.id) == "" and store.weglakkingen.van_versie(opname.versies[stuk.id].id)
    ]
    return tuple(make_gelakt(store, stuk.id) for stuk in (progress or Progress()).each(te_maken, "Stukken lakken"))


def _as_kept(vlakken: Iterable[Vlak]) -> tuple[Vlak, ...]:
    """Return rectangles as they are written down: in hundredths of a point, and never too thin to take letters away."""
    uit = []
    for vlak in vlakken:
        x0, x1 = _wide_enough(vlak.x0, vlak.x1)
        y0, y1 = _wide_enough(vlak.y0, vlak.y1)
        uit.append(Vlak(vlak.pagina, round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)))
    return tuple(uit)


def _wide_enough(een: float, ander: float) -> tuple[float, float]:
    """Return the sides of a rectangle from low to high, as far apart as a mark is at least."""
    laag, hoog = min(een, ander), max(een, ander)
    erbij = max(0.0, _SMALST - (hoog - laag)) / 2
    return laag - erbij, hoog + erbij


def _boxes(merken: Iterable[Weglakking]) -> list[Lakvlak]:
    gronden = known_lakgronden()
    return [
        Lakvlak(
            pagina=vlak.pagina,
            kader=Kader(vlak.x0, vlak.y0, vlak.x1, vlak.y1),
            opschrift=merk.grond,
            uitleg=gronden[merk.grond].uitleg if merk.grond in gronden else f"Weggelakt: {merk.grond}",
        )
        for merk in merken
        for vlak in merk.vlakken
    ]
