"""What a reader prepared for a meeting, on one page, whatever there is (F17)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import P
from tk_desktop.domain.datum import kort, lang, spanne
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import Alinea, Stukje, gewoon
from tk_desktop.domain.voorbereidingsregel import Voorbereidingsregel
from tk_desktop.paper.blad import Blad, Cel, Toon
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument

_KLEINST = 7.0
"""Points below which nobody reads at a table."""
_STAP = 0.25
_MARGE = 15.0
_KORTST = 36
"""Letters of a field that stay at least, when it has to be cut."""

_KOPPEN = ("Agendapunt", "Standpunt", "Vraag", "Actie", "Bladzijden")
_VELDEN = ("het onderwerp", "het standpunt", "de vraag", "de actie", "de bladzijden")
_WAAR = "in TK Desktop, bij het lezen op het tabblad Voorbereiding"
_SMALST, _BREEDST = 15, 42
"""Shares of the width between which a column stays, whatever stands in it."""


class NietsVoorbereid(TkError):
    """A sheet was asked while nothing is prepared for the meeting."""

    code = "TK-L01"
    melding = "Voor deze vergadering is nog niets voorbereid."
    veilig = "Er is geen blad gemaakt."
    advies = "Vul bij minstens één agendapunt een standpunt, vraag of actie in."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Poging:
    """One way to put it on a page: how large, how many letters of each field, how many of the items.

    The first items, as many as ``ruimer``, have twice the room: a whole line more for all would not fit.
    """

    corps: float
    langst: int = 0
    punten: int
    ruimer: int = 0

    def van(self, rang: int) -> int:
        """Return how many letters the fields of an item (from 0) have; 0 for all."""
        return self.langst * (1 + (rang < self.ruimer))


def write_voorbereidingsblad(
    opname: Momentopname, regels: Sequence[Voorbereidingsregel], target: P, *, lezer: str
) -> P:
    """Write the sheet on one page and return the file; the same contents give the same bytes.

    The letters are as large as fit, from those of the house style down. When the smallest are too large, the longest
    fields are cut, no shorter than needed, and at last items are left out from the end; the sheet says which, and where
    all of it stands. Raises ``NietsVoorbereid``,
    ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    gevuld = [regel for regel in regels if not regel.is_leeg]
    if not gevuld:
        raise NietsVoorbereid
    stijl = Huisstijl.load(opname.gremium.huisstijl)
    return _passend(opname, gevuld, regels, stijl, lezer).write(target)


def _passend(
    opname: Momentopname,
    gevuld: Sequence[Voorbereidingsregel],
    alle: Sequence[Voorbereidingsregel],
    stijl: Huisstijl,
    lezer: str,
) -> TaggedDocument:
    """Return the first attempt that takes one page."""

    def maak(poging: _Poging) -> TaggedDocument:
        document = TaggedDocument(
            titel=_titel(opname),
            huisstijl=_verkleind(stijl, poging.corps),
            datum=opname.vergadering.datum,
            auteur=lezer,
            voettekst=f"{_titel(opname)} · alleen voor {lezer}",
        )
        _schrijf(document, opname, gevuld, alle, poging)
        return document

    def past(poging: _Poging) -> bool:
        return maak(poging).page_count == 1

    alles = len(gevuld)
    heel = [_Poging(corps=corps, punten=alles) for corps in _corpsen(stijl.corps)]
    if past(heel[-1]):
        return maak(heel[_eerste(len(heel) - 1, lambda rang: past(heel[rang]))])
    langste = max(len(tekst) for regel in gevuld for tekst in _velden(regel))
    korter = [_Poging(corps=_KLEINST, langst=langst, punten=alles) for langst in range(langste, _KORTST - 1, -1)]
    if korter and past(korter[-1]):
        kort = korter[_eerste(len(korter) - 1, lambda rang: past(korter[rang]))]
        ruimer = [replace(kort, ruimer=punten) for punten in range(alles, -1, -1)]
        return maak(ruimer[_eerste(alles, lambda rang: past(ruimer[rang]))])
    minder = [_Poging(corps=_KLEINST, langst=_KORTST, punten=punten) for punten in range(alles - 1, -1, -1)]
    return maak(minder[_eerste(len(minder) - 1, lambda rang: past(minder[rang]))])


def _corpsen(corps: float) -> Sequence[float]:
    """Return sizes of letters to try, from that of the house style to the smallest."""
    stappen = max(0, ceil((corps - _KLEINST) / _STAP))
    return (*(corps - _STAP * stap for stap in range(stappen)), min(corps, _KLEINST))


def _eerste(laatste: int, past: Callable[[int], bool]) -> int:
    """Return the first of 0 to ``laatste`` that fits, where each behind one that fits does so too."""
    van, tot = 0, laatste
    while van < tot:
        midden = (van + tot) // 2
        if past(midden):
            tot = midden
        else:
            van = midden + 1
    return tot


def _verkleind(stijl: Huisstijl, corps: float) -> Huisstijl:
    """Return the house style for a sheet of notes: no logo, narrow margins, letters of that size."""
    return replace(
        stijl,
        corps=corps,
        logo=None,
        marge_boven=min(stijl.marge_boven, _MARGE),
        marge_onder=min(stijl.marge_onder, _MARGE),
        marge_links=min(stijl.marge_links, _MARGE),
        marge_rechts=min(stijl.marge_rechts, _MARGE),
    )


def _schrijf(
    blad: Blad,
    opname: Momentopname,
    gevuld: Sequence[Voorbereidingsregel],
    alle: Sequence[Voorbereidingsregel],
    poging: _Poging,
) -> None:
    hier, weg = gevuld[: poging.punten], gevuld[poging.punten :]
    blad.title("Voorbereiding")
    blad.paragraph(f"{opname.gremium.naam}, {_wanneer(opname)}", Toon.KLEIN)
    rijen = [_rij(regel, poging.van(rang)) for rang, regel in enumerate(hier)]
    vol = [nummer for nummer in range(len(_KOPPEN)) if not nummer or any(_velden(regel)[nummer] for regel in hier)]
    breedtes = _breedtes(hier, poging.langst)
    blad.table(
        [_KOPPEN[nummer] for nummer in vol],
        [[rij[nummer] for nummer in vol] for rij in rijen],
        [breedtes[nummer] for nummer in vol],
    )
    for zin in _slotzinnen(hier, weg, alle, poging):
        blad.paragraph(zin, Toon.KLEIN)


def _slotzinnen(
    hier: Sequence[Voorbereidingsregel],
    weg: Sequence[Voorbereidingsregel],
    alle: Sequence[Voorbereidingsregel],
    poging: _Poging,
) -> Iterator[str]:
    """Say what is not on the sheet: cut fields, items left out, items for which nothing is prepared."""
    ingekort = [
        f"{naam} bij {_nummers(bij)}"
        for nummer, naam in enumerate(_VELDEN)
        if (bij := [een for rang, een in enumerate(hier) if _is_langer(_velden(een)[nummer], poging.van(rang))])
    ]
    leeg = [regel for regel in alle if regel.is_leeg]
    if ingekort:
        yield f"Ingekort: {'; '.join(ingekort)}. De hele tekst staat {_WAAR}."
    if weg:
        yield f"Niet op dit blad: {_nummers(weg)}. Wat u daarbij voorbereidde staat {_WAAR}."
    if leeg:
        yield f"Niet voorbereid: {_nummers(leeg)}."


def _breedtes(regels: Sequence[Voorbereidingsregel], langst: int) -> tuple[float, ...]:
    """Return shares of the width by what stands in each column, so that few rows take a second line.

    Texts that were cut to less than the widest column are to stand on one line: then the longest counts, not the most.
    """
    rijen = ([_kort(tekst, langst) for tekst in _velden(regel)] for regel in regels)
    kolommen = zip(
        *([f"{regel.nummer} {onderwerp}", *rest] for regel, (onderwerp, *rest) in zip(regels, rijen, strict=True)),
        strict=True,
    )
    lengtes = ([len(tekst) for tekst in kolom if tekst] for kolom in kolommen)
    if langst and langst <= _BREEDST:
        return tuple(max(_SMALST, *kolom, 0) for kolom in lengtes)
    return tuple(max(_SMALST, min(_BREEDST, sum(kolom) / max(1, len(kolom)))) for kolom in lengtes)


def _rij(regel: Voorbereidingsregel, langst: int) -> tuple[Cel, ...]:
    kop: Cel = (Alinea((Stukje(tekst=f"{regel.nummer} ", vet=True), *gewoon(_kort(regel.titel, langst)))),)
    teksten = (_cel(_kort(tekst, langst)) for tekst in (*_teksten(regel), _bladzijden(regel)))
    return (kop, *teksten)


def _velden(regel: Voorbereidingsregel) -> tuple[str, ...]:
    """Return what stands in the columns, each of which may be cut."""
    return regel.titel, *_teksten(regel), _bladzijden(regel)


def _teksten(regel: Voorbereidingsregel) -> tuple[str, str, str]:
    voorbereiding = regel.voorbereiding
    return voorbereiding.standpunt, voorbereiding.vraag, voorbereiding.actie


def _bladzijden(regel: Voorbereidingsregel) -> str:
    """Return the pages by paper: ``2a blz. 3, 14; 2a bijl. 1 blz. 2``."""
    per_papier: dict[str, list[str]] = {}
    for _, naam in regel.bladzijden:
        papier, _, pagina = naam.rpartition(" ")
        per_papier.setdefault(papier, []).append(pagina)
    return "\n".join(f"{papier} {', '.join(paginas)}" for papier, paginas in per_papier.items())


def _cel(tekst: str) -> Cel:
    alineas = (gewoon(" ".join(regel.split())) for regel in tekst.splitlines() if regel.strip())
    return tuple(Alinea(stukjes) for stukjes in alineas if stukjes)


def _is_langer(tekst: str, langst: int) -> bool:
    return bool(langst) and len(" ".join(tekst.split())) > langst


def _kort(tekst: str, langst: int) -> str:
    """Return a text of at most so many letters, cut at a word; one that is cut stands on one line."""
    if not _is_langer(tekst, langst):
        return tekst
    deel = " ".join(tekst.split())[: langst - 1]
    return f"{deel.rpartition(' ')[0] or deel}…"


def _nummers(regels: Sequence[Voorbereidingsregel]) -> str:
    return ", ".join(regel.nummer for regel in regels)


def _wanneer(opname: Momentopname) -> str:
    v = opname.vergadering
    tijd = spanne(v.begin, v.einde)
    return ", ".join(deel for deel in (lang(v.datum, met_dag=True), tijd, v.plaats) if deel)


def _titel(opname: Momentopname) -> str:
    return f"Voorbereiding {opname.gremium.kort} {kort(opname.vergadering.datum)}"
