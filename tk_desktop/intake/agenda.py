"""Reads the lines of an agenda: its header block, items, ways of treatment, proposals and announced papers."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import DAGEN, MAANDEN, lees_datum, lees_tijden, lees_weekdag
from tk_desktop.domain.opmaak import bescherm
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake import alineas
from tk_desktop.intake.aankondiging import is_verslagen, ontleed
from tk_desktop.intake.agendaregels import Agendalezer, Bouw, is_kolomkop
from tk_desktop.intake.agendarijen import Rijlezer
from tk_desktop.intake.behandeling import lees_behandeling
from tk_desktop.intake.indeling import Agendawoorden, Indeling, op_lengte
from tk_desktop.intake.lezing import GelezenAgenda, GelezenPunt, GelezenVoorstelpunt
from tk_desktop.intake.namen import inleiders, zonder_aanspreking
from tk_desktop.intake.regels import Regel, plek, samen, schade, tekst_van
from tk_desktop.intake.woordvormen import TIJDVORM, titelvorm, zinnen

OPMERKING = re.compile(r"\s*\((?:besloten|mondeling|nagekomen)\)\s*")
"""What our own agenda prints behind a title; it prints it again for an item that is so."""

_VAN_TABEL = re.compile(r"\d{1,2}[A-Z]?\.\s|[a-z]\.\s|[-•]\s|\(")
_DAG = re.compile(
    rf"(?:\b(?:van|op|d\.d\.)\s+)?(?:\b(?:{'|'.join(DAGEN)})\s+)?"
    rf"\b(?:\d{{1,2}}\s+(?:{'|'.join(MAANDEN)})(?:\s+\d{{4}})?|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}})\b",
    re.I,
)
_EINDTIJD = re.compile(r"[\s,(–-]+(\d{1,2}[.:]\d{2})\s*(?:uur|u\.?)\)?$")


def vind_agenda(regels: Sequence[Regel], indeling: Indeling) -> tuple[int, int] | None:
    """Return from where to where an agenda stands, or ``None``; the end is that of the text when nothing follows."""
    begin = None
    for plaats, regel in enumerate(regels):
        if is_kolomkop(regel.tekst, indeling):
            begin = _titelplaats(regels, plaats, indeling) if begin is None else begin
            return (begin, len(regels))
        titel = titelvorm(indeling.agenda.titels).fullmatch(regel.kaal)
        if titel and len(regel.kaal) < 100 and _opent_met_een(regels[plaats + 1 : plaats + 40]):
            return (plaats, len(regels))
    return None


_LIDWOORD = re.compile(r"^(?:de|het)\s+(?=\S)", re.I)


def lees_agenda(
    regels: Sequence[Regel], indeling: Indeling, *, per_rij: bool = False
) -> tuple[GelezenAgenda | None, tuple[Twijfel, ...]]:
    """Return the agenda on these lines and what is doubtful in it; no agenda when it holds no items.

    With ``per_rij`` every line is a whole paragraph and the rows of the table stand one after the other.
    """
    kop, over = _kopblok(regels, indeling)
    lezer = Rijlezer(over, indeling) if per_rij else Agendalezer(over, indeling)
    lezer.lees()
    if not lezer.punten:
        return None, ()
    gelezen = [_punt(bouw, lezer.ouder(bouw), opmerking_apart=per_rij) for bouw in lezer.punten]
    agenda = uit_kopblok(kop, indeling, gremium=_gremium(regels, indeling), punten=tuple(punt for punt, _ in gelezen))
    twijfels = [*_twijfel_kop(agenda, regels), *lezer.twijfels]
    twijfels.extend(twijfel for _, bij_punt in gelezen for twijfel in bij_punt)
    return agenda, tuple(twijfels)


def uit_kopblok(
    kop: Mapping[str, str], indeling: Indeling, *, gremium: str, punten: tuple[GelezenPunt, ...]
) -> GelezenAgenda:
    """Return an agenda with the meeting its header tells; ``kop`` holds the values by their role.

    ``gremium`` is what its title names: a label says it better, and a day there is that of the meeting.
    """
    tijdstip = kop.get("tijd", "")
    tijden = lees_tijden(tijdstip)
    return GelezenAgenda(
        gremium=_LIDWOORD.sub("", kop.get("gremium", "")) or zonder_dag(gremium),
        datum=lees_datum(kop.get("datum", "")) or lees_datum(gremium),
        weekdag=lees_weekdag(kop.get("datum", "")),
        begin=tijden[0] if tijden else None,
        einde=tijden[1] if len(tijden) > 1 else None,
        plaats=kop.get("plaats", ""),
        voorzitter=zonder_aanspreking(kop.get("voorzitter", "")),
        secretaris=zonder_aanspreking(kop.get("secretaris", "")),
        nieuw_tijdstip=bool(zinnen(indeling.agenda.nieuw_tijdstip).search(tijdstip)),
        punten=punten,
    )


def zonder_dag(gremium: str) -> str:
    """Return the body that a title names, without the day that may stand behind it."""
    kaal = _DAG.sub("", gremium).strip(" ,:–-()")
    return "" if kaal.casefold() in {"vergadering", "de vergadering"} else kaal


def is_besloten(tekst: str, indeling: Indeling) -> bool:
    """Tell whether a title says that an item is behind closed doors."""
    return bool(_besloten(indeling.agenda).search(tekst))


def is_mondeling(tekst: str, indeling: Indeling) -> bool:
    """Tell whether a title says that an item has no paper."""
    return bool(zinnen(indeling.agenda.mondeling).search(tekst))


def zonder_inleidwoorden(tekst: str, indeling: Indeling) -> str:
    """Return who introduces an item without the words before the names: ``Toelichting d.m.v. presentatie door``."""
    return _inleidwoorden(indeling.agenda).sub("", tekst)


@cache
def _besloten(woorden: Agendawoorden) -> re.Pattern[str]:
    keus = "|".join(map(re.escape, op_lengte(woorden.besloten)))
    eerste = re.escape(woorden.besloten[0])
    return re.compile(rf"^(?:{eerste})\b|\((?:[^)]*\s)?(?:{keus})\b[^)]*\)|\b(?:in|een)\s+(?:{eerste})\b", re.I)


@cache
def _inleidwoorden(woorden: Agendawoorden) -> re.Pattern[str]:
    eerst = "|".join(map(re.escape, op_lengte((*woorden.inleiding, *woorden.inleiding_met_wie)))) or "(?!)"
    voor = "|".join(map(re.escape, op_lengte(woorden.mondeling)))
    mondeling = rf"(?:(?:{voor})\s+)?" if voor else ""
    return re.compile(
        rf"^(?:{mondeling}(?:{eerst})\b[\s:]*|(?:d\.m\.v\.|door\s+middel\s+van|door|een|presentatie|mondeling|en)\b[\s:]*|"
        r"(?:d\.m\.v\.)\s*)+",
        re.I,
    )


def _titelplaats(regels: Sequence[Regel], kolomkop: int, indeling: Indeling) -> int:
    """Return the line of the title above the first heading row, else that row itself."""
    for plaats in range(kolomkop - 1, max(-1, kolomkop - 40), -1):
        if titelvorm(indeling.agenda.titels).fullmatch(regels[plaats].kaal):
            return plaats
    return kolomkop


def _opent_met_een(regels: Sequence[Regel]) -> bool:
    return any(re.match(rf"1\.\s+{TIJDVORM}(?:\s|$)", regel.kaal) for regel in regels)


def _gremium(regels: Sequence[Regel], indeling: Indeling) -> str:
    titel = titelvorm(indeling.agenda.titels).fullmatch(regels[0].kaal) if regels else None
    return titel["gremium"].strip(" :–-") if titel else ""


def _kopblok(regels: Sequence[Regel], indeling: Indeling) -> tuple[dict[str, str], list[Regel]]:
    """Return the labels of the header block with their values, and the lines without that block.

    The block may stand anywhere, also between two pages of the table; there a label must be in capitals. A value
    runs on until the next label.
    """
    kop: dict[str, str] = {}
    weg: set[int] = set()
    laatste = ""
    vorige = -1
    boven_tabel = True
    for plaats, regel in enumerate(regels):
        boven_tabel = boven_tabel and not is_kolomkop(regel.tekst, indeling) and not _VAN_TABEL.match(regel.kaal)
        waarden = indeling.agenda.velden.op_regel(regel.tekst, hoofdletters=not boven_tabel)
        if not waarden:
            continue
        if laatste and plaats - vorige <= 8 and laatste not in {"aanwezig", "afwezig"}:
            tussen = regels[vorige + 1 : plaats]
            if _is_vervolg(tussen, indeling):
                kop[laatste] = samen([kop.get(laatste, ""), *(deel.tekst for deel in tussen)])
                weg.update(range(vorige + 1, plaats))
        for naam, waarde in waarden.items():
            kop.setdefault(naam, waarde)
        laatste, vorige = next(reversed(waarden)), plaats
        weg.add(plaats)
    return kop, [regel for plaats, regel in enumerate(regels) if plaats not in weg]


def _is_vervolg(regels: Sequence[Regel], indeling: Indeling) -> bool:
    """Tell whether lines between two labels belong to the value above them, and not to the table."""
    gevuld = [regel for regel in regels if not regel.leeg]
    van_tabel = any(
        is_kolomkop(regel.tekst, indeling) or lees_behandeling(regel.kaal, indeling) or _VAN_TABEL.match(regel.kaal)
        for regel in gevuld
    )
    return len(gevuld) <= 2 and not van_tabel


def _twijfel_kop(agenda: GelezenAgenda, regels: Sequence[Regel]) -> list[Twijfel]:
    waar = f"regel {regels[0].nr}, kop van de agenda"
    velden = {"de datum": agenda.datum, "de begintijd": agenda.begin, "de plaats": agenda.plaats}
    ontbreekt = [naam for naam, waarde in velden.items() if not waarde]
    if not ontbreekt:
        return []
    return [Twijfel(waar=waar, wat=f"Niet gevonden: {', '.join(ontbreekt)}. Vul dit zelf aan.")]


def _punt(bouw: Bouw, ouder: Bouw | None, *, opmerking_apart: bool) -> tuple[GelezenPunt, tuple[Twijfel, ...]]:
    """Return one item with what is doubtful in it; with ``opmerking_apart`` a remark behind the title is not in it."""
    waar = f"agendapunt {bouw.nummer}"
    regels = [bouw.regel, *bouw.onderwerp]
    onderwerp = tekst_van(bouw.onderwerp)
    tijd = bouw.tijd
    achteraan = _EINDTIJD.search(onderwerp) if tijd is None else None
    if achteraan:
        onderwerp, tijd = onderwerp[: achteraan.start()], next(iter(lees_tijden(achteraan[1])), None)
    onder_verslagen = ouder is not None and is_verslagen(tekst_van(ouder.onderwerp), bouw.indeling)
    titel, stukken, vragen = ontleed(
        OPMERKING.sub(" ", onderwerp) if opmerking_apart else onderwerp, bouw.indeling, verslag=onder_verslagen
    )
    for regel in bouw.meer_stukken:
        _, meer, nieuwe_vragen = ontleed(regel.kaal, bouw.indeling, verslag=onder_verslagen)
        stukken, vragen = (*stukken, *meer), (*vragen, *nieuwe_vragen)
    twijfels = [*schade(bouw.onderwerp, f"{waar}, titel")]
    if not titel:
        vragen = (*vragen, "Dit punt heeft geen titel. Vul de titel aan.")
    twijfels.extend(Twijfel(waar=f"{plek(regels[:1])}, {waar}", wat=vraag) for vraag in vragen)
    punten, bij_voorstel = _voorstel(bouw, waar)
    personen, bij_personen = _inleiders(bouw, waar)
    twijfels.extend([*bij_voorstel, *bij_personen, *schade(bouw.toelichting, f"{waar}, toelichting")])
    punt = GelezenPunt(
        nummer=bouw.nummer,
        titel=titel or "(zonder titel)",
        tijd=tijd,
        behandeling=bouw.behandeling,
        besloten=is_besloten(onderwerp, bouw.indeling),
        mondeling=is_mondeling(onderwerp, bouw.indeling),
        inleiders=personen,
        toelichting=_toelichting(bouw),
        voorstel=punten,
        stukken=stukken,
        regel=bouw.regel.nr,
    )
    return punt, tuple(twijfels)


def _toelichting(bouw: Bouw) -> str:
    """Return the remarks under an item; in the narrow columns of an agenda lines without a gap belong together."""
    delen: list[list[Regel]] = [[]]
    for regel in bouw.toelichting:
        if regel.leeg:
            delen.append([])
        elif alineas.lees_merk(regel.kaal) and delen[-1]:
            delen.append([regel])
        else:
            delen[-1].append(regel)
    regels = [
        nieuw for deel in delen if deel for nieuw in (Regel(deel[0].nr, tekst_van(deel)), Regel(deel[-1].nr, " "))
    ]
    return alineas.rijke_tekst(regels)


def _voorstel(bouw: Bouw, waar: str) -> tuple[tuple[GelezenVoorstelpunt, ...], tuple[Twijfel, ...]]:
    delen = alineas.brokken(bouw.voorstel)
    if not delen:
        return (), ()
    if all(brok.vorm is not alineas.Brokvorm.PUNT for brok in delen):
        return alineas.los_voorstel(delen, waar)
    punten, twijfels = alineas.voorstel(delen, waar)
    los = [brok for brok in delen if brok.vorm is not alineas.Brokvorm.PUNT]
    inleidend = tuple(GelezenVoorstelpunt(tekst=bescherm(brok.tekst), merk=Merk.STREEP) for brok in los)
    return (*inleidend, *punten), twijfels


def _inleiders(bouw: Bouw, waar: str) -> tuple[tuple[tuple[str, str], ...], tuple[Twijfel, ...]]:
    if not bouw.inleiding:
        return (), ()
    personen, zeker = inleiders(zonder_inleidwoorden(tekst_van(bouw.inleiding), bouw.indeling))
    twijfels = [*schade(bouw.inleiding, f"{waar}, inleiders")]
    if not zeker:
        namen = "; ".join(f"{naam} – {rol}" if rol else naam for naam, rol in personen)
        wat = f"Een rol staat hier zonder haakjes. Gelezen als: {namen}. Klopt dat?"
        twijfels.append(Twijfel(waar=f"{plek(bouw.inleiding)}, {waar}, inleiders", wat=wat))
    return personen, tuple(twijfels)
