"""Reads the lines of an agenda: its header block, items, ways of treatment, proposals and announced papers."""

import re
from collections.abc import Mapping, Sequence

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum, lees_tijden, lees_weekdag
from tk_desktop.domain.opmaak import bescherm
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake import alineas
from tk_desktop.intake.aankondiging import is_verslagen, ontleed
from tk_desktop.intake.agendaregels import TIJDVORM, Agendalezer, Bouw, is_kolomkop
from tk_desktop.intake.agendarijen import Rijlezer
from tk_desktop.intake.behandeling import lees_behandeling
from tk_desktop.intake.lezing import GelezenAgenda, GelezenPunt, GelezenVoorstelpunt
from tk_desktop.intake.namen import inleiders
from tk_desktop.intake.regels import NIEUW_TIJDSTIP, Regel, etiketten, plek, samen, schade, tekst_van

TITEL = re.compile(
    r"Agenda\b\s*(?:(?:van|voor)\s+(?:de|het)\s+)?(?:vergadering\s+(?:van\s+)?(?:(?:de|het)\s+)?)?(?P<gremium>.*)", re.I
)
KOPBLOK = ("DATUM", "PLAATS", "LOCATIE", "TIJDSTIP", "TIJD", "VOORZITTER", "SECRETARIS", "AANWEZIG", "AFWEZIG")
INLEIDWOORDEN = re.compile(
    r"^(?:(?:Mondelinge\s+)?(?:Toelichting|Inleiding|Presentatie|Gast(?:spreker)?|Inleiders?|Door)\b[\s:]*|"
    r"(?:d\.m\.v\.|door\s+middel\s+van|door|een|presentatie|mondeling|en)\b[\s:]*|(?:d\.m\.v\.)\s*)+",
    re.I,
)
BESLOTEN = re.compile(r"^besloten\b|\((?:[^)]*\s)?(?:besloten|vertrouwelijk)\b[^)]*\)|\b(?:in|een)\s+besloten\b", re.I)
MONDELING = re.compile(r"\bmondelinge?\b", re.I)
OPMERKING = re.compile(r"\s*\((?:besloten|mondeling|nagekomen)\)\s*")
"""What our own agenda prints behind a title; it prints it again for an item that is so."""

_VAN_TABEL = re.compile(r"\d{1,2}[A-Z]?\.\s|[a-z]\.\s|[-•]\s|\(")
_EINDTIJD = re.compile(r"[\s,(–-]+(\d{1,2}[.:]\d{2})\s*(?:uur|u\.?)\)?$")


def vind_agenda(regels: Sequence[Regel]) -> tuple[int, int] | None:
    """Return from where to where an agenda stands, or ``None``; the end is that of the text when nothing follows."""
    begin = None
    for plaats, regel in enumerate(regels):
        if is_kolomkop(regel.tekst):
            begin = _titelplaats(regels, plaats) if begin is None else begin
            return (begin, len(regels))
        titel = TITEL.fullmatch(regel.kaal)
        if titel and len(regel.kaal) < 100 and _opent_met_een(regels[plaats + 1 : plaats + 40]):
            return (plaats, len(regels))
    return None


def lees_agenda(regels: Sequence[Regel], *, per_rij: bool = False) -> tuple[GelezenAgenda | None, tuple[Twijfel, ...]]:
    """Return the agenda on these lines and what is doubtful in it; no agenda when it holds no items.

    With ``per_rij`` every line is a whole paragraph and the rows of the table stand one after the other.
    """
    kop, over = _kopblok(regels)
    lezer = Rijlezer(over) if per_rij else Agendalezer(over)
    lezer.lees()
    if not lezer.punten:
        return None, ()
    gelezen = [_punt(bouw, lezer.ouder(bouw), opmerking_apart=per_rij) for bouw in lezer.punten]
    agenda = uit_kopblok(kop, gremium=_gremium(regels), punten=tuple(punt for punt, _ in gelezen))
    twijfels = [*_twijfel_kop(agenda, regels), *lezer.twijfels]
    twijfels.extend(twijfel for _, bij_punt in gelezen for twijfel in bij_punt)
    return agenda, tuple(twijfels)


def uit_kopblok(kop: Mapping[str, str], *, gremium: str, punten: tuple[GelezenPunt, ...]) -> GelezenAgenda:
    """Return an agenda with the meeting its header tells; ``kop`` holds the values by the labels of ``KOPBLOK``."""
    tijdstip = kop.get("TIJDSTIP") or kop.get("TIJD", "")
    tijden = lees_tijden(tijdstip)
    return GelezenAgenda(
        gremium=gremium,
        datum=lees_datum(kop.get("DATUM", "")),
        weekdag=lees_weekdag(kop.get("DATUM", "")),
        begin=tijden[0] if tijden else None,
        einde=tijden[1] if len(tijden) > 1 else None,
        plaats=kop.get("PLAATS") or kop.get("LOCATIE", ""),
        voorzitter=kop.get("VOORZITTER", ""),
        secretaris=kop.get("SECRETARIS", ""),
        nieuw_tijdstip=bool(NIEUW_TIJDSTIP.search(tijdstip)),
        punten=punten,
    )


def _titelplaats(regels: Sequence[Regel], kolomkop: int) -> int:
    """Return the line of the title above the first heading row, else that row itself."""
    for plaats in range(kolomkop - 1, max(-1, kolomkop - 40), -1):
        if TITEL.fullmatch(regels[plaats].kaal):
            return plaats
    return kolomkop


def _opent_met_een(regels: Sequence[Regel]) -> bool:
    return any(re.match(rf"1\.\s+{TIJDVORM}(?:\s|$)", regel.kaal) for regel in regels)


def _gremium(regels: Sequence[Regel]) -> str:
    titel = TITEL.fullmatch(regels[0].kaal) if regels else None
    return titel["gremium"].strip(" :–-") if titel else ""


def _kopblok(regels: Sequence[Regel]) -> tuple[dict[str, str], list[Regel]]:
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
        boven_tabel = boven_tabel and not is_kolomkop(regel.tekst) and not _VAN_TABEL.match(regel.kaal)
        waarden = etiketten(regel.tekst, KOPBLOK, hoofdletters=not boven_tabel)
        if not waarden:
            continue
        if laatste and plaats - vorige <= 8 and laatste not in {"AANWEZIG", "AFWEZIG"}:
            tussen = regels[vorige + 1 : plaats]
            if _is_vervolg(tussen):
                kop[laatste] = samen([kop.get(laatste, ""), *(deel.tekst for deel in tussen)])
                weg.update(range(vorige + 1, plaats))
        for naam, waarde in waarden.items():
            kop.setdefault(naam, waarde)
        laatste, vorige = next(reversed(waarden)), plaats
        weg.add(plaats)
    return kop, [regel for plaats, regel in enumerate(regels) if plaats not in weg]


def _is_vervolg(regels: Sequence[Regel]) -> bool:
    """Tell whether lines between two labels belong to the value above them, and not to the table."""
    gevuld = [regel for regel in regels if not regel.leeg]
    van_tabel = any(
        is_kolomkop(regel.tekst) or lees_behandeling(regel.kaal) or _VAN_TABEL.match(regel.kaal) for regel in gevuld
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
    onder_verslagen = ouder is not None and is_verslagen(tekst_van(ouder.onderwerp))
    titel, stukken, vragen = ontleed(
        OPMERKING.sub(" ", onderwerp) if opmerking_apart else onderwerp, verslag=onder_verslagen
    )
    for regel in bouw.meer_stukken:
        _, meer, nieuwe_vragen = ontleed(regel.kaal, verslag=onder_verslagen)
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
        besloten=bool(BESLOTEN.search(onderwerp)),
        mondeling=bool(MONDELING.search(onderwerp)),
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
    personen, zeker = inleiders(INLEIDWOORDEN.sub("", tekst_van(bouw.inleiding)))
    twijfels = [*schade(bouw.inleiding, f"{waar}, inleiders")]
    if not zeker:
        namen = "; ".join(f"{naam} – {rol}" if rol else naam for naam, rol in personen)
        wat = f"Een rol staat hier zonder haakjes. Gelezen als: {namen}. Klopt dat?"
        twijfels.append(Twijfel(waar=f"{plek(bouw.inleiding)}, {waar}, inleiders", wat=wat))
    return personen, tuple(twijfels)
