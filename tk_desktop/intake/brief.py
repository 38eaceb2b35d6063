"""Finds the letter that invites to a meeting and reads its lines: kenmerken, time and place, absence, signature."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, time
from functools import cache

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import DAGEN, kort, lees_datum, lees_tijden
from tk_desktop.intake import alineas
from tk_desktop.intake.indeling import Briefwoorden, Indeling, op_lengte
from tk_desktop.intake.lezing import GelezenUitnodiging
from tk_desktop.intake.namen import EMAIL, TELEFOON
from tk_desktop.intake.regels import Regel, breedte, plek, samen, schade, sleutel, tekst_van
from tk_desktop.intake.woordvormen import zinnen

_ZONDER_ETIKET = ""
VERHINDERING = re.compile(r"\bverhinder\w*|\bafmeld\w*|\bafwezig\w*", re.I)
NAMENS = re.compile(r"\b(?:mede\s+)?namens\s+de\s+voorzitter\b", re.I)
GELEGENHEID = re.compile(r"\btijdens\s+(?:de|het|een|onze)\s+(?P<naam>[A-Z][^,.;]*?)(?=\s+(?:op|van|in|te|om)\s|[,.;])")
PLAATS = re.compile(
    r"\b(?:uur|u\.)\s*,?\s+(?:in|op|bij|te)\s+(?:(?:het|de|onze)\s+)?(?P<plaats>[A-Z][^;\n]*?)\s*(?:[.;](?=\s|$)|\n|$)"
)
_DAG_EN_DATUM = re.compile(
    rf"\b({'|'.join(DAGEN)}),?\s+(\d{{1,2}}(?:\s+\w+(?:\s+\d{{4}})?|[-./]\d{{1,2}}[-./]\d{{4}}))", re.I
)
_LOSSE_CIJFERS = re.compile(r"(?<![\d.,–-])(\d{1,3})\s(\d{1,3})(?!\d|[.,]\d)")


@cache
def _aanhefvorm(woorden: Briefwoorden) -> re.Pattern[str]:
    lang = "|".join(re.escape(woord) for woord in op_lengte(woorden.aanhef) if "." not in woord) or "(?!)"
    kort = "|".join(re.escape(woord).replace(r"\.", r"\.?") for woord in woorden.aanhef if "." in woord) or "(?!)"
    return re.compile(rf"(?:{lang})\b.*|(?:{kort}),?", re.I)


def is_aanhef(tekst: str, indeling: Indeling) -> bool:
    """Tell whether a line is the salutation of a letter."""
    return bool(_aanhefvorm(indeling.brief).fullmatch(tekst))


def nodigt_uit(tekst: str, indeling: Indeling) -> bool:
    """Tell whether a text invites to a meeting."""
    return bool(zinnen(indeling.brief.uitnodiging).search(tekst))


def is_afsluiting(tekst: str, indeling: Indeling) -> bool:
    """Tell whether a line holds the closing words of a letter and nothing else."""
    return sleutel(tekst) in {sleutel(woorden) for woorden in indeling.brief.afsluitingen}


def vind_uitnodiging(regels: Sequence[Regel], indeling: Indeling) -> tuple[int, int] | None:
    """Return from where to where an invitation stands at the head of a text, or ``None``."""
    aanhef = next((plaats for plaats, regel in enumerate(regels) if is_aanhef(regel.kaal, indeling)), None)
    if aanhef is None or not nodigt_uit(tekst_van(regels[aanhef:]), indeling):
        return None
    begin = next((plaats for plaats, regel in enumerate(regels) if not regel.leeg), 0)
    return begin, len(regels)


def lees_uitnodiging(
    regels: Sequence[Regel], indeling: Indeling, bekend: Collection[str] = ()
) -> tuple[GelezenUitnodiging, tuple[Twijfel, ...]]:
    """Return the invitation on these lines and what is doubtful in it.

    ``bekend`` holds the words found elsewhere in the text: ``50 3`` is one number only when ``503`` is among them.
    """
    heel, hersteld = _hele_getallen(regels, frozenset(bekend))
    aanhef = next((plaats for plaats, regel in enumerate(heel) if is_aanhef(regel.kaal, indeling)), len(heel))
    na_aanhef = _na_aanhef(heel, aanhef)
    slot = next(
        (plaats for plaats in range(na_aanhef, len(heel)) if is_afsluiting(heel[plaats].kaal, indeling)), len(heel)
    )
    velden = _velden(heel[:aanhef], indeling)
    romp = heel[na_aanhef:slot]
    met_etiket = velden.get("onderwerp", "")
    onderwerp = met_etiket or velden.get(_ZONDER_ETIKET, "")
    mail = EMAIL.search(velden.get("email", ""))
    brief = GelezenUitnodiging(
        aan=_aan(heel[:aanhef], indeling),
        uw_kenmerk=velden.get("uw_kenmerk", ""),
        ons_kenmerk=velden.get("ons_kenmerk", ""),
        datum=lees_datum(velden.get("datum", "")),
        behandeld_door=velden.get("behandeld_door", ""),
        email=mail[0] if mail else "",
        doorkiesnummer=velden.get("telefoon", ""),
        onderwerp=onderwerp,
        aanhef=tekst_van(heel[aanhef:na_aanhef]),
        tekst=alineas.rijke_tekst(romp),
        nieuw_tijdstip=bool(zinnen(indeling.agenda.nieuw_tijdstip).search(f"{onderwerp} {tekst_van(romp)}")),
        mede_namens_voorzitter=bool(NAMENS.search(tekst_van(heel[na_aanhef:]))),
    )
    brief = _met_vergadering(brief, romp)
    brief = _met_verhindering(brief, romp)
    brief = _met_ondertekening(brief, heel[slot:])
    zelfde_dag = lees_datum(onderwerp) is not None and lees_datum(onderwerp) == lees_datum(tekst_van(romp))
    if onderwerp and not met_etiket and not zelfde_dag:
        wat = f"Er staat geen ‘onderwerp’ bij; gelezen als onderwerp: ‘{onderwerp}’. Klopt dat?"
        hersteld.append(Twijfel(waar=f"{plek(heel[:aanhef])}, uitnodiging", wat=wat))
    vragen = [Twijfel(waar=f"{plek((romp or heel)[:1])}, uitnodiging", wat=vraag) for vraag in _vragen(brief, romp)]
    return brief, (*hersteld, *vragen, *schade(heel, "uitnodiging"))


def _hele_getallen(regels: Sequence[Regel], bekend: Collection[str]) -> tuple[list[Regel], list[Twijfel]]:
    """Return lines in which a number that came apart is whole, where the text shows it whole elsewhere."""
    uit: list[Regel] = []
    twijfels: list[Twijfel] = []
    for regel in regels:
        tekst = regel.tekst
        for treffer in _LOSSE_CIJFERS.finditer(regel.tekst):
            heel = treffer[1] + treffer[2]
            if heel in bekend:
                tekst = tekst.replace(treffer[0], heel)
                wat = f"‘{treffer[0]}’ is gelezen als {heel}, zoals elders in het stuk staat."
                twijfels.append(Twijfel(waar=f"regel {regel.nr}, uitnodiging", wat=wat))
        uit.append(replace(regel, tekst=tekst))
    return uit, twijfels


def _na_aanhef(regels: Sequence[Regel], aanhef: int) -> int:
    """Return where the body begins: a salutation over more lines ends with its comma."""
    if aanhef >= len(regels):
        return 0
    for plaats in range(aanhef, min(aanhef + 4, len(regels))):
        if regels[plaats].leeg:
            break
        if regels[plaats].kaal.endswith((",", ":", "!")):
            return plaats + 1
    return aanhef + 1


def _velden(regels: Sequence[Regel], indeling: Indeling) -> dict[str, str]:
    """Return the labels above a letter with their values; the value of a label alone on its line stands below it.

    What stands there without a label goes under ``_ZONDER_ETIKET``.
    """
    delen: dict[str, list[str]] = {}
    huidig = ""
    gevuld = False
    for regel in regels:
        waarden = indeling.brief.velden.op_regel(regel.tekst)
        for naam, waarde in waarden.items():
            delen.setdefault(naam, []).extend([waarde] if waarde else [])
            huidig, gevuld = naam, bool(waarde)
        if waarden:
            continue
        if regel.leeg:
            huidig = "" if gevuld else huidig
        elif huidig and (huidig == "onderwerp" or not gevuld) and _past(huidig, regel.kaal):
            delen[huidig].append(regel.kaal)
            gevuld = True
        elif delen:
            delen.setdefault(_ZONDER_ETIKET, []).append(regel.kaal)
    return {naam: samen(stukken) for naam, stukken in delen.items()}


def _past(etiket: str, waarde: str) -> bool:
    """Tell whether a text can be the value of a label above it: no subject fills an empty e-mail address."""
    if etiket == "email":
        return "@" in waarde
    return etiket not in ("telefoon", "datum") or any(teken.isdigit() for teken in waarde)


def _aan(regels: Sequence[Regel], indeling: Indeling) -> str:
    """Return whom the letter is for: the lines from ``Aan`` to the first gap, without that word."""
    begin = next((plaats for plaats, regel in enumerate(regels) if re.match(r"Aan\b", regel.kaal, re.I)), None)
    if begin is None:
        return ""
    delen = []
    for regel in regels[begin:]:
        if regel.leeg or indeling.brief.velden.op_regel(regel.tekst):
            break
        delen.append(regel.kaal)
    return re.sub(r"^Aan\b\s*:?\s*", "", samen(delen), flags=re.I)


def _alineas(romp: Sequence[Regel]) -> list[str]:
    return [brok.tekst for brok in alineas.brokken(romp, breedte(romp))]


def _met_vergadering(brief: GelezenUitnodiging, romp: Sequence[Regel]) -> GelezenUitnodiging:
    """Return the letter with the meeting it invites to: from its body, else from its subject."""
    over = "\n".join(tekst for tekst in _alineas(romp) if not VERHINDERING.search(tekst))
    jaar = brief.datum.year if brief.datum else None
    tijden = lees_tijden(_zonder_datums(over)) or lees_tijden(_zonder_datums(brief.onderwerp))
    gelegenheid, plaats = GELEGENHEID.search(over), PLAATS.search(over)
    begin, einde = _begin_en_einde(tijden)
    return replace(
        brief,
        vergaderdatum=lees_datum(over, jaar=jaar) or lees_datum(brief.onderwerp, jaar=jaar),
        begin=begin,
        einde=einde,
        gelegenheid=gelegenheid["naam"] if gelegenheid else "",
        plaats=plaats["plaats"].strip(" ,") if plaats else "",
    )


def _zonder_datums(tekst: str) -> str:
    return re.sub(r"\b\d{1,2}[-./]\d{1,2}[-./]\d{4}\b", "", tekst)


def _begin_en_einde(tijden: Sequence[time]) -> tuple[time | None, time | None]:
    begin = tijden[0] if tijden else None
    einde = tijden[1] if len(tijden) > 1 and tijden[1] > tijden[0] else None
    return begin, einde


def _met_verhindering(brief: GelezenUitnodiging, romp: Sequence[Regel]) -> GelezenUitnodiging:
    """Return the letter with how and until when absence can be told."""
    over = " ".join(tekst for tekst in _alineas(romp) if VERHINDERING.search(tekst))
    dag = brief.vergaderdatum or brief.datum
    telefoon, mail = TELEFOON.search(over), EMAIL.search(over)
    return replace(
        brief,
        verhindering_uiterlijk=lees_datum(over, jaar=dag.year if dag else None),
        verhindering_telefoon=telefoon[0] if telefoon else "",
        verhindering_email=mail[0] if mail else "",
    )


def _met_ondertekening(brief: GelezenUitnodiging, regels: Sequence[Regel]) -> GelezenUitnodiging:
    """Return the letter with its closing: the words, then name and function on the next two lines with text."""
    gevuld = [regel.kaal for regel in regels if not regel.leeg][:3]
    gevuld += [""] * (3 - len(gevuld))
    return replace(brief, afsluiting=gevuld[0], ondertekenaar=gevuld[1].rstrip(" ,"), functie=gevuld[2].rstrip(" ,"))


def _vragen(brief: GelezenUitnodiging, romp: Sequence[Regel]) -> list[str]:
    vragen = []
    ontbreekt = [
        naam
        for naam, waarde in (
            ("de vergaderdatum", brief.vergaderdatum),
            ("de begintijd", brief.begin),
            ("de plaats", brief.plaats),
            ("de ondertekenaar", brief.ondertekenaar),
        )
        if not waarde
    ]
    if ontbreekt:
        vragen.append(f"Niet gevonden in de brief: {', '.join(ontbreekt)}. Vul dit zelf aan.")
    jaar = (brief.vergaderdatum or brief.datum or date.min).year
    return [*vragen, *(vraag for tekst in _alineas(romp) for vraag in _weekdagen(tekst, jaar))]


def _weekdagen(tekst: str, jaar: int) -> list[str]:
    """Return a question for each day of the week that does not fit the date behind it."""
    uit = []
    for treffer in _DAG_EN_DATUM.finditer(tekst):
        genoemd, dag = DAGEN.index(treffer[1].lower()), lees_datum(treffer[2], jaar=jaar)
        if dag is not None and dag.weekday() != genoemd:
            wel = DAGEN[dag.weekday()]
            uit.append(f"De brief noemt {DAGEN[genoemd]} {kort(dag)}, maar die dag is een {wel}.")
    return uit
