"""Reads the verslag of a meeting in a received text: its head, its rows, and what was done about secrecy.

The text of such a table comes cell by cell: a truly empty line parts two cells, a line with a space is an empty
paragraph inside one, and the head of the page may stand in the middle of a row (seed of December 2019).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum, lees_tijden
from tk_desktop.domain.nummer import Nummer
from tk_desktop.intake import alineas
from tk_desktop.intake.behandeling import lees_behandeling, splits_behandeling
from tk_desktop.intake.indeling import Indeling, Verslagwoorden, op_lengte
from tk_desktop.intake.lezing import (
    GelezenActie,
    GelezenBesluit,
    GelezenVerslag,
    GelezenVerslagrij,
)
from tk_desktop.intake.namen import zonder_aanspreking
from tk_desktop.intake.regels import Regel, plek, schade, sleutel, tekst_van, zin_af
from tk_desktop.intake.verslagnamen import lees_namen, lees_nummer
from tk_desktop.intake.verslagzinnen import (
    beloften,
    dag_in,
    geheimstappen,
    lijkt_besluit,
    ongenoemd_besluit,
    splits_zinnen,
    uitkomst_van,
)

_RIJ = re.compile(r"(\d{1,2}[A-Z]?)\.\s*(?:\d{1,2}[.:]\d{2}(?:\s*uur)?\s*)?(?=\S|$)")
_ACTOR = re.compile(r"[A-ZÀ-Ý][\w’'./& -]{1,38}")
_MEESTE_ACTORREGELS = 3
_LEG_VAST = "Leg het vast als dat zo is."
_MERK_VAST = re.compile(r"^(\d{1,2})\.(?=[A-ZÀ-Ý])")


@dataclass(slots=True)
class _Rij:
    """One row while its cells are being gathered; ``acties`` are actors with the line beside which they stand."""

    nummer: Nummer
    onderwerp: list[Regel]
    voorstel: list[Regel] = field(default_factory=list)
    beslissing: list[Regel] = field(default_factory=list)
    acties: list[tuple[str, int]] = field(default_factory=list)
    blad: int = 0
    """Where in ``beslissing`` the page begins on which the cells stand now."""


def vind_verslagen(regels: Sequence[Regel], indeling: Indeling) -> tuple[int, ...]:
    """Return the index of each heading row of a verslag (catalogue 85)."""
    koppen = {sleutel(kop) for kop in indeling.verslag.koppen}
    return tuple(plaats for plaats, regel in enumerate(regels) if sleutel(regel.tekst) in koppen)


@cache
def besluitvorm(woorden: Verslagwoorden) -> re.Pattern[str]:
    """Return how a line opens that tells what was decided: ``BC-besluit: Conform advies`` (catalogue 95)."""
    return re.compile(
        rf"(?:[A-Z]{{2,5}}\s*-\s*)?(?:{'|'.join(map(re.escape, op_lengte(woorden.besluit)))})\s*:\s*(.*)", re.I
    )


def lees_verslag(regels: Sequence[Regel], indeling: Indeling) -> tuple[GelezenVerslag, tuple[Twijfel, ...]]:
    """Return the verslag that opens with its heading row, and what in it is not certain.

    A besluit in running text is told as a doubt, with its words: a person says whether it is one (catalogue 96).
    """
    kop, tabel = _zonder_kop(regels[1:], indeling)
    datum = lees_datum(kop.get("datum", ""))
    rijen, twijfels = [], []
    for bouw in _rijen(tabel, indeling):
        rij, bij_rij = _rij(bouw, datum, indeling)
        rijen.append(rij)
        twijfels += bij_rij
    tijden = lees_tijden(kop.get("tijd", ""))
    if datum is None:
        twijfels.append(Twijfel(waar=plek(regels[:1]), wat="De datum van de vergadering is niet gevonden."))
    verslag = GelezenVerslag(
        datum=datum,
        begin=tijden[0] if tijden else None,
        einde=tijden[1] if len(tijden) > 1 else None,
        plaats=kop.get("plaats", ""),
        voorzitter=zonder_aanspreking(kop.get("voorzitter", "")),
        secretaris=zonder_aanspreking(kop.get("secretaris", "")),
        aanwezig=lees_namen(kop.get("aanwezig", "")),
        afwezig=lees_namen(kop.get("afwezig", "")),
        rijen=tuple(rijen),
        geheimhouding=geheimstappen(rijen, datum),
        regel=regels[0].nr,
        regel_tot=regels[-1].nr,
    )
    return verslag, tuple(twijfels)


def _zonder_kop(regels: Sequence[Regel], indeling: Indeling) -> tuple[dict[str, str], list[Regel]]:
    """Take the head of the page out of the lines: its labels with their values, and the lines without it.

    The last label runs on until a line that opens a page, or two empty lines.
    """
    kop: dict[str, str] = {}
    over: list[Regel] = []
    huidig = ""
    leeg = 0
    for regel in regels:
        gevonden = indeling.verslag.velden.op_regel(regel.tekst, hoofdletters=True)
        leeg = leeg + 1 if regel.leeg else 0
        if gevonden and not set(gevonden) & set(kop):
            kop |= gevonden
            huidig = list(gevonden)[-1]
            continue
        if huidig == "afwezig" and (regel.opent_blad or leeg > 1):
            huidig = ""
        if not huidig:
            over.append(regel)
        elif not regel.leeg:
            kop[huidig] = f"{kop[huidig]} {regel.kaal}".strip()
    return kop, over


def _cellen(regels: Sequence[Regel]) -> list[list[Regel]]:
    """Return the lines cell by cell; what opens a page goes on in a cell of its own."""
    cellen: list[list[Regel]] = [[]]
    for regel in regels:
        if not regel.tekst or regel.opent_blad:
            cellen.append([])
        if regel.tekst:
            cellen[-1].append(regel)
    return [cel for cel in cellen if any(not regel.leeg for regel in cel)]


def _rijen(regels: Sequence[Regel], indeling: Indeling) -> list[_Rij]:
    """Give each cell to its row: subject, proposal, what was decided, and who does something."""
    rijen: list[_Rij] = []
    for cel in _cellen(regels):
        eerste = next(regel for regel in cel if not regel.leeg)
        opening = _RIJ.match(eerste.kaal)
        nummer = lees_nummer(opening[1]) if opening else None
        if opening and nummer is not None and _volgt(nummer, rijen) and not eerste.opent_blad:
            na = cel.index(eerste)
            rijen.append(_Rij(nummer, [_vanaf(eerste, opening.end()), *cel[na + 1 :]]))
        elif rijen:
            _bij(rijen[-1], cel, indeling)
    return rijen


def _volgt(nummer: Nummer, rijen: Sequence[_Rij]) -> bool:
    """Tell whether a number may be that of the next row: 2 after 1 or 1A, 1A after 1."""
    if not rijen:
        return nummer.hoofd <= 1
    vorige = rijen[-1].nummer
    return nummer.hoofd == vorige.hoofd + 1 or (nummer.hoofd == vorige.hoofd and nummer.ingevoegd > vorige.ingevoegd)


def _vanaf(regel: Regel, plaats: int) -> Regel:
    return Regel(regel.nr, regel.kaal[plaats:], regel.verloren, regel.aangenomen)


def _bij(rij: _Rij, cel: Sequence[Regel], indeling: Indeling) -> None:
    """Add a cell to a row: a proposal when nothing was decided yet and it says how it is treated."""
    eerste = next(regel for regel in cel if not regel.leeg)
    namen = _actors(cel)
    if not rij.beslissing and not rij.voorstel and lees_behandeling(eerste.kaal, indeling) is not None:
        rij.voorstel += cel
    elif namen and rij.beslissing:
        rij.acties += [(naam, rij.blad + plaats) for naam, plaats in namen]
    else:
        if eerste.opent_blad:
            rij.blad = len(rij.beslissing)
        rij.beslissing += cel


def _actors(cel: Sequence[Regel]) -> list[tuple[str, int]]:
    """Return who a cell names, with the line of the cell each stands on; nothing when it is running text."""
    vol = [(regel.kaal, plaats) for plaats, regel in enumerate(cel) if not regel.leeg]
    kort = len(vol) <= _MEESTE_ACTORREGELS and all(_ACTOR.fullmatch(tekst) and not zin_af(tekst) for tekst, _ in vol)
    return vol if kort and (cel[0].leeg or len(vol) == len(cel) == 1) else []


def _rij(bouw: _Rij, datum: date | None, indeling: Indeling) -> tuple[GelezenVerslagrij, list[Twijfel]]:
    waar = f"verslag, punt {bouw.nummer}"
    koppen = [brok.tekst for brok in alineas.brokken(bouw.onderwerp)]
    titel, behandeling = splits_behandeling(koppen[0] if koppen else "", indeling)
    soorten, voorstelregels = _behandeling(behandeling, bouw.voorstel, indeling)
    delen = alineas.brokken([_met_spatie(regel) for regel in voorstelregels])
    gelezen = alineas.voorstel if any(brok.vorm is alineas.Brokvorm.PUNT for brok in delen) else alineas.los_voorstel
    voorstel, twijfels = gelezen(delen, waar) if delen else ((), ())
    zinnen = _zinnen(bouw.beslissing)
    besluit, besproken = _besluit(bouw.beslissing, indeling)
    los = () if besluit else tuple(zin for zin in zinnen if lijkt_besluit(zin))
    ongenoemd = ongenoemd_besluit(titel, soorten, zinnen) if besluit is None else None
    besluit = besluit or ongenoemd
    rij = GelezenVerslagrij(
        nummer=bouw.nummer,
        onderwerp=titel,
        toelichting="\n".join(koppen[1:]),
        behandeling=soorten,
        voorstel=voorstel,
        voorsteltekst="\n".join(filter(None, [behandeling, alineas.rijke_tekst(bouw.voorstel)])),
        beslissing=alineas.rijke_tekst(bouw.beslissing),
        besproken=alineas.rijke_tekst(besproken),
        besluiten=(besluit,) if besluit else (),
        instemming=los,
        acties=(
            *(_actie(naam, plaats, bouw.beslissing, datum) for naam, plaats in bouw.acties),
            *beloften(zinnen, datum),
        ),
        regel=bouw.onderwerp[0].nr,
    )
    twijfels = (
        *twijfels,
        *schade([*bouw.onderwerp, *bouw.beslissing], waar),
        *(
            Twijfel(
                waar=f"{plek(bouw.beslissing)}, {waar}",
                wat=f"Hier lijkt iets besloten: ‘{zin}’ {'Kijk het besluit na.' if ongenoemd else _LEG_VAST}",
            )
            for zin in los
        ),
    )
    return rij, list(twijfels)


def _behandeling(na_titel: str, cel: Sequence[Regel], indeling: Indeling) -> tuple[frozenset[Behandeling], list[Regel]]:
    """Return how an item is treated, and the lines of its proposal without those words."""
    gelezen = lees_behandeling(na_titel, indeling)
    soorten = gelezen.soorten if gelezen else frozenset()
    over = list(cel)
    for plaats, regel in enumerate(cel):
        eigen = lees_behandeling(regel.kaal, indeling)
        if eigen is not None:
            soorten |= eigen.soorten
            over = list(cel[plaats + 1 :])
        elif not regel.leeg:
            break
    return soorten, over


def _met_spatie(regel: Regel) -> Regel:
    """Return a line whose number has a space behind it: ``2.De`` opens an item of a list as ``2. De`` does."""
    return Regel(regel.nr, _MERK_VAST.sub(r"\1. ", regel.tekst), regel.verloren, regel.aangenomen)


def _zinnen(regels: Sequence[Regel]) -> list[str]:
    """Return the sentences that were minuted, paragraph by paragraph."""
    return [zin for brok in alineas.brokken(regels) for zin in splits_zinnen(brok.tekst)]


def _besluit(regels: Sequence[Regel], indeling: Indeling) -> tuple[GelezenBesluit | None, Sequence[Regel]]:
    """Return what was decided where it says so (``BC-besluit: Conform advies``), and the other lines (catalogue 95)."""
    for plaats, regel in enumerate(regels):
        treffer = besluitvorm(indeling.verslag).fullmatch(regel.kaal)
        if treffer is None:
            continue
        vervolg = [Regel(regel.nr, treffer[1]), *regels[plaats + 1 :]]
        begin = next((nr for nr, een in enumerate(vervolg) if not een.leeg), len(vervolg))
        einde = next((nr for nr in range(begin, len(vervolg)) if vervolg[nr].leeg), len(vervolg))
        tekst = tekst_van(vervolg[begin:einde])
        if tekst:
            return GelezenBesluit(uitkomst=uitkomst_van(tekst), tekst=tekst), [*regels[:plaats], *vervolg[einde:]]
    return None, regels


def _actie(door: str, plaats: int, regels: Sequence[Regel], datum: date | None) -> GelezenActie:
    """Return the action beside which an actor stands: the sentence on that line of the page, else the last one."""
    tot = min(plaats, len(regels) - 1)
    while tot > 0 and regels[tot].leeg:
        tot -= 1
    zinnen = _zinnen(regels[: tot + 1])
    rest = _zinnen(regels)
    zin = next((zin for zin in rest if zinnen and zin.startswith(zinnen[-1])), zinnen[-1] if zinnen else "")
    return GelezenActie(door=door, tekst=zin, voor=dag_in(zin, datum))
