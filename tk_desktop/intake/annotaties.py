"""Notes that another program put in a PDF of a paper or of a set, as notes on the papers of a meeting (F10, F13)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tk_desktop.base.progress import Progress
from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Anker, Lijn, Oordeel, Plaats, Soort, Vlak
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.domain.volgorde import tussen
from tk_desktop.intake.bladvinden import Bladplek, Bladvinder
from tk_desktop.intake.citaatplek import place_lost
from tk_desktop.intake.notitieinname import (
    GeenAantekeningen,
    GelezenNotities,
    HoortBijAndereVergadering,
    Leespapier,
    derived_id,
    note_id,
    unique,
)
from tk_desktop.paper.annotation_drawing import LIJN, MERKSTIFT, bounds
from tk_desktop.paper.annotation_reading import GelezenNoot, Reactie, read_annotations
from tk_desktop.paper.bladtekst import Bladtekst
from tk_desktop.paper.bladtekst_reading import read_bladteksten
from tk_desktop.paper.bladzoeken import as_searched
from tk_desktop.paper.reading import lees_pdf

_ROND = 200
_NAAST = 1.0
_GAT = 3
_GENOEG = 0.6
_SOORTEN = {soort.naam.casefold(): soort for soort in (Soort.VRAAG, Soort.BLADNOTITIE, Soort.PUNTNOTITIE)}
_KLEUREN = tuple((kleur, rgb) for tabel in (MERKSTIFT, LIJN) for kleur, rgb in tabel.items())


def read_annotaties(
    bron: Path,
    vergadering_id: str,
    papieren: Sequence[Leespapier],
    *,
    moment: datetime,
    progress: Progress | None = None,
) -> GelezenNotities:
    """Return the notes in a PDF as notes on these papers; where pages are alike the first paper wins.

    An earlier version of a paper may be among them, behind the newer: the notes then stand on that version. ``moment``
    is when a note was written that does not say so. A note on a page that is in none of the papers goes to the tray.
    Raises ``GeenAantekeningen``, ``HoortBijAndereVergadering`` or a ``TkError`` of a bad file.
    """
    gelezen = read_annotations(bron)
    if not gelezen.noten:
        raise GeenAantekeningen(bestand=bron.name)
    stappen = progress or Progress()
    op_versie = {papier.versie: papier.pad for papier in papieren}
    gelezen_van = {
        versie: lees_pdf(op_versie[versie]).paginas for versie in stappen.each(list(op_versie), "Stukken lezen")
    }
    teksten = {str(rang): gelezen_van[papier.versie] for rang, papier in enumerate(papieren)}
    paginas = sorted(
        {vlak.pagina for noot in gelezen.noten for vlak in noot.vlakken} | {n.pagina for n in gelezen.noten}
    )
    plekken = Bladvinder(teksten).find(lees_pdf(bron).paginas, paginas)
    if not plekken:
        raise HoortBijAndereVergadering(bestand=bron.name)
    plaatser = _Plaatser(
        papieren, gelezen_van, plekken, read_bladteksten(bron, stappen.each(paginas, "Bladzijden lezen"))
    )
    noten = [
        _aantekening(noot, plaatser, vergadering_id, moment) for noot in stappen.each(gelezen.noten, "Aantekeningen")
    ]
    return GelezenNotities(
        aantekeningen=place_lost(unique(noten), papieren, lambda papier: gelezen_van[papier.versie]),
        teksten=gelezen_van,
        overgeslagen=gelezen.overgeslagen,
    )


def passage_under(tekst: Bladtekst, vlakken: Iterable[Vlak]) -> tuple[int, int] | None:
    """Return from where to where the words stand that lie under rectangles of one page; nothing where there are none.

    Rectangles over columns enclose words between them: then the longest row of words that are all under one counts.
    """
    rechthoeken = tuple(vlakken)
    zichtbaar = [plek for plek, kader in enumerate(tekst.kaders) if not kader.leeg and not tekst.tekst[plek].isspace()]
    rijen: list[list[int]] = []
    vorige = -_GAT - 2
    for rang, plek in enumerate(zichtbaar):
        if _onder(tekst.kaders[plek].midden, rechthoeken):
            if rang - vorige > _GAT:
                rijen.append([])
            rijen[-1].append(plek)
            vorige = rang
    if not rijen:
        return None
    raak = sum(map(len, rijen))
    geheel = sum(rijen[0][0] <= plek <= rijen[-1][-1] for plek in zichtbaar)
    rij = [rijen[0][0], rijen[-1][-1]] if raak >= _GENOEG * geheel else max(rijen, key=len)
    return rij[0], rij[-1] + 1


def nearest_colour(rgb: tuple[float, float, float] | None) -> Kleur:
    """Return which of our colours a colour is most like, by its tint; grey and no colour are yellow."""
    if rgb is None or max(rgb) - min(rgb) < 0.06:
        return Kleur.GEEL
    for kleur, eigen in _KLEUREN:
        if all(abs(a - b) < 0.01 for a, b in zip(rgb, eigen, strict=True)):
            return kleur
    rood, groen, blauw = rgb
    if rood >= max(groen, blauw):
        return Kleur.GEEL if groen - blauw > 0.45 * (rood - blauw) else Kleur.ROZE
    if groen >= blauw:
        return Kleur.GROEN
    return Kleur.ROZE if rood > groen + 0.3 * (blauw - groen) else Kleur.BLAUW


class _Plaatser:
    """Finds the place of notes on the papers.

    A page that begins with all words of the page of its paper, with perhaps a stamp behind them, is that page, where
    the first page of that paper stands as it does in the file: only else each page of the paper itself is looked at.
    """

    def __init__(
        self,
        papieren: Sequence[Leespapier],
        teksten: Mapping[str, tuple[str, ...]],
        plekken: Mapping[int, Bladplek],
        bladen: Mapping[int, Bladtekst],
    ) -> None:
        self._papieren = {str(rang): papier for rang, papier in enumerate(papieren)}
        self._teksten = teksten
        self._plekken = plekken
        self._hier = bladen
        self._daar: dict[Bladplek, Bladtekst] = {}
        per_papier: dict[str, dict[int, int]] = {}
        for nummer, plek in plekken.items():
            per_papier.setdefault(plek.papier, {})[plek.pagina] = nummer
        for papier, nummers in per_papier.items():
            self._daar |= self._read(papier, nummers)

    def _read(self, papier: str, nummers: Mapping[int, int]) -> dict[Bladplek, Bladtekst]:
        """Return the pages of a paper that notes are on; ``nummers`` tells for each which page of the file it is."""
        pad, eerste = self._papieren[papier].pad, min(nummers)
        gelezen = read_bladteksten(pad, [eerste])
        gelijk = _zelfde_plek(self._hier[nummers[eerste]], gelezen[eerste])
        over = [
            pagina
            for pagina, nummer in nummers.items()
            if not (gelijk and self._hier[nummer].tekst.startswith(self._tekst(Bladplek(papier, pagina))))
        ]
        gelezen |= read_bladteksten(pad, over) | {
            pagina: self._hier[nummer] for pagina, nummer in nummers.items() if pagina not in over
        }
        return {Bladplek(papier, pagina): tekst for pagina, tekst in gelezen.items()}

    def _tekst(self, plek: Bladplek) -> str:
        return self._teksten[self._papieren[plek.papier].versie][plek.pagina - 1]

    def place(self, noot: GelezenNoot) -> "_Vondst":
        """Return where a note stands; one on a page that is not there stands nowhere, at the nearest page that is."""
        eerste = self._plekken.get(noot.pagina)
        if eerste is None:
            return self._nergens(noot)
        papier = self._papieren[eerste.papier]
        delen = [
            deel
            for pagina in sorted({vlak.pagina for vlak in noot.vlakken})
            if (deel := self._deel(noot, pagina, eerste.papier)) is not None
        ]
        lijnen = tuple(
            replace(lijn, pagina=self._plekken[lijn.pagina].pagina)
            for lijn in noot.lijnen
            if lijn.pagina in self._plekken and self._plekken[lijn.pagina].papier == eerste.papier
        )
        return _Vondst(papier=papier, anker=self._anker(papier, eerste, delen or self._om(lijnen)), lijnen=lijnen)

    def words(self, noot: GelezenNoot) -> str:
        """Return the words of the page of the file that a note is on: the same, whichever paper it is placed on."""
        return self._hier.get(noot.pagina, Bladtekst()).tekst

    def _om(self, lijnen: Sequence[Lijn]) -> list["_Deel"]:
        """Return the rectangles round strokes, one a page."""
        uit = []
        for pagina in sorted({lijn.pagina for lijn in lijnen}):
            op_blad = [lijn for lijn in lijnen if lijn.pagina == pagina]
            uit.append(_Deel(pagina, 0, 0, (Vlak(pagina, *bounds((), op_blad)),)))
        return uit

    def _nergens(self, noot: GelezenNoot) -> "_Vondst":
        plek = self._plekken[min(self._plekken, key=lambda nummer: (abs(nummer - noot.pagina), nummer))]
        papier = self._papieren[plek.papier]
        hier = self._hier.get(noot.pagina, Bladtekst())
        vlakken = tuple(vlak for vlak in noot.vlakken if vlak.pagina == noot.pagina)
        passage = (passage_under(hier, vlakken) if noot.op_woorden else None) or (0, 0)
        anker = Anker(
            versie=papier.versie,
            pagina=plek.pagina,
            citaat=hier.tekst[slice(*passage)],
            voor=hier.tekst[max(0, passage[0] - _ROND) : passage[0]],
            na=hier.tekst[passage[1] : passage[1] + _ROND] if passage[1] else "",
            vlakken=tuple(replace(vlak, pagina=plek.pagina) for vlak in vlakken),
        )
        lijnen = tuple(replace(lijn, pagina=plek.pagina) for lijn in noot.lijnen if lijn.pagina == noot.pagina)
        return _Vondst(papier=papier, anker=anker, lijnen=lijnen, gevonden=False)

    def _deel(self, noot: GelezenNoot, pagina: int, papier: str) -> "_Deel | None":
        """Return the part of a note on one page; nothing when that is a page of another paper."""
        plek = self._plekken.get(pagina)
        if plek is None or plek.papier != papier:
            return None
        vlakken = tuple(vlak for vlak in noot.vlakken if vlak.pagina == pagina)
        hier, daar = self._hier[pagina], self._daar[plek]
        op_blad = tuple(replace(vlak, pagina=plek.pagina) for vlak in vlakken)
        punt = daar.plek_bij((vlakken[0].x0 + vlakken[0].x1) / 2, (vlakken[0].y0 + vlakken[0].y1) / 2)
        zonder_woorden = _Deel(plek.pagina, punt, punt, op_blad)
        passage = passage_under(hier, vlakken) if noot.op_woorden else None
        if passage is None or (hier is daar and passage[1] > len(self._tekst(plek))):
            return zonder_woorden
        woorden = as_searched(hier.tekst[slice(*passage)])
        zelfde = passage if hier is daar else passage_under(daar, vlakken)
        if zelfde is not None and as_searched(daar.tekst[slice(*zelfde)]).letters == woorden.letters:
            return _Deel(plek.pagina, *zelfde, op_blad)
        gevonden = as_searched(daar.tekst).vind(woorden)
        if not gevonden:
            return zonder_woorden
        waar = min(gevonden, key=lambda vind: abs(vind[0] - passage[0]))
        kaders = tuple(Vlak(plek.pagina, *(round(getal, 3) for getal in kader)) for kader in daar.kaders_van(*waar))
        return _Deel(plek.pagina, *waar, kaders)

    def _anker(self, papier: Leespapier, eerste: Bladplek, delen: Sequence["_Deel"]) -> Anker:
        teksten = self._teksten[papier.versie]
        op_tekst = [deel for deel in delen if deel.eind > deel.begin]
        vlakken = tuple(vlak for deel in delen for vlak in deel.vlakken)
        if not op_tekst:
            punt = delen[0].begin if delen else 0
            return Anker(versie=papier.versie, pagina=eerste.pagina, begin=punt, eind=punt, vlakken=vlakken)
        van, tot = op_tekst[0], op_tekst[-1]
        begin, eind = teksten[van.pagina - 1], teksten[tot.pagina - 1]
        tussenin = "".join(f"{tekst}\n" for tekst in teksten[van.pagina : tot.pagina - 1])
        zelfde = van.pagina == tot.pagina
        citaat = begin[van.begin : tot.eind] if zelfde else f"{begin[van.begin :]}\n{tussenin}{eind[: tot.eind]}"
        return Anker(
            versie=papier.versie,
            pagina=van.pagina,
            begin=van.begin,
            eindpagina=tot.pagina,
            eind=tot.eind,
            citaat=citaat,
            voor=begin[max(0, van.begin - _ROND) : van.begin],
            na=eind[tot.eind : tot.eind + _ROND],
            vlakken=vlakken,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vondst:
    """Where a note stands: on which paper, and on which words or at which spot of it."""

    papier: Leespapier
    anker: Anker
    lijnen: tuple[Lijn, ...] = ()
    gevonden: bool = True


@dataclass(frozen=True, slots=True)
class _Deel:
    """The part of a note on one page of its paper."""

    pagina: int
    begin: int
    eind: int
    vlakken: tuple[Vlak, ...]


def _aantekening(noot: GelezenNoot, plaatser: _Plaatser, vergadering_id: str, moment: datetime) -> Aantekening:
    vondst = plaatser.place(noot)
    papier, anker = vondst.papier, vondst.anker
    soort = _soort(noot, papier)
    op_punt = soort is Soort.PUNTNOTITIE
    id_ = (
        note_id(vergadering_id, noot.naam)
        if noot.naam
        else derived_id(vergadering_id, plaatser.words(noot) or papier.sleutel, *_kenmerken(noot))
    )
    plaats = Plaats(
        id=derived_id(id_, anker.versie),
        volgorde=tussen(),
        anker=anker,
        oordeel=Oordeel.GEMAAKT if vondst.gevonden else Oordeel.NIET_GEVONDEN,
        reden="" if vondst.gevonden else "bladzijde niet in dit stuk",
    )
    gewijzigd = [m for m in (noot.gewijzigd, *(reactie.gewijzigd for reactie in noot.reacties)) if m is not None]
    return Aantekening(
        id=id_,
        vergadering_id=vergadering_id,
        papier="" if op_punt else papier.sleutel,
        agendapunt_id=papier.agendapunt_id,
        soort=soort,
        kleur=nearest_colour(noot.kleur),
        tekst=noot.tekst,
        eigenaar=noot.auteur,
        gemaakt=noot.gemaakt or moment,
        gewijzigd=max(gewijzigd, default=noot.gemaakt or moment),
        antwoord="\n".join(_antwoord(noot, reactie) for reactie in noot.reacties),
        lijnen=vondst.lijnen,
        plaatsen=() if op_punt else (plaats,),
    )


def _soort(noot: GelezenNoot, papier: Leespapier) -> Soort:
    """Return what kind of note it is; TK Desktop says so in the subject, others by the sign."""
    if noot.soort is not Soort.NOTITIE:
        return noot.soort
    eigen = _SOORTEN.get(noot.onderwerp.casefold())
    if eigen is Soort.PUNTNOTITIE and papier.agendapunt_id is None:
        return Soort.BLADNOTITIE
    return eigen or (Soort.VRAAG if noot.is_vraag else Soort.NOTITIE)


def _antwoord(noot: GelezenNoot, reactie: Reactie) -> str:
    """Return an answer with who gave it, where that is not the secretariat."""
    eigen = reactie.naam == f"{noot.naam}-antwoord" or reactie.auteur in ("", SECRETARIAAT)
    return reactie.tekst if eigen else f"{reactie.auteur}: {reactie.tekst}"


def _kenmerken(noot: GelezenNoot) -> tuple[object, ...]:
    """Return what tells a note without a name from all others."""
    return noot.pagina, noot.soort.value, noot.vlakken, noot.lijnen, noot.tekst, noot.auteur


def _zelfde_plek(hier: Bladtekst, daar: Bladtekst) -> bool:
    """Tell whether the words of a page stand where they do in the file: no other size, margin or turn."""
    if not daar.kaders or not hier.tekst.startswith(daar.tekst):
        return False
    paren = zip(hier.kaders, daar.kaders, strict=False)
    return all(abs(a - b) <= _NAAST for een, ander in paren for a, b in zip(een, ander, strict=True))


def _onder(midden: tuple[float, float], vlakken: Iterable[Vlak]) -> bool:
    x, y = midden
    return any(v.x0 - _NAAST <= x <= v.x1 + _NAAST and v.y0 - _NAAST <= y <= v.y1 + _NAAST for v in vlakken)
