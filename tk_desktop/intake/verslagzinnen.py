"""What the sentences of a verslag tell, whatever file they are in: promises, secrecy, and what reads as a besluit."""

import re
from collections.abc import Sequence
from datetime import date

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.datum import MAANDEN, lees_datum
from tk_desktop.domain.geheimhouding import Geheimstap
from tk_desktop.intake.lezing import GelezenActie, GelezenBesluit, GelezenGeheimstap, GelezenVerslagrij

_ZIN = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý‘“])")
_INSTEMMING = re.compile(r"\b(?:stemt|gaat|besluit|stelt vast)\b.{0,60}\b(?:in|akkoord|vast|om)\b", re.I)
_VASTSTELLING = re.compile(r"\bvaststell(?:en|ing)\b", re.I)
_HIERMEE = re.compile(r"\b(?:hier|daar)(?:mee|toe)\b", re.I)
_BELOFTE = re.compile(r"\b(?:wordt|worden) geagendeerd\b|\bte agenderen voor\b|\bkomt terug (?:op|in)\b", re.I)
_OPGELEGD = re.compile(r"geheimhouding\b[^.]*\bopgelegd\b[^.]*", re.I)
_OPHEFFING = re.compile(
    r"\b(?:opheffing|opheffen|opgeheven)\b[^.]*\bgeheimhouding\b|\bgeheimhouding\b[^.]*\b(?:opheffen|opgeheven)\b", re.I
)
_GEDEELD = re.compile(
    rf"\bna\s+(\d{{1,2}})(?:\s*[/-]\s*(\d{{1,2}})(?!\d)|\s+({'|'.join(MAANDEN)}))[^.]*\b(?:gedeeld|openbaar)\b",
    re.I,
)
"""‘Na 18/12 kan de informatie worden gedeeld’ (catalogue 106)."""
_DAG = re.compile(rf"(\d{{1,2}})\s+({'|'.join(MAANDEN)})(?:\s+(\d{{4}}))?", re.I)

_UITKOMSTEN = (
    ("conform", Uitkomst.CONFORM),
    ("gewijzigd", Uitkomst.GEWIJZIGD),
    ("aangehouden", Uitkomst.AANGEHOUDEN),
    ("ingetrokken", Uitkomst.INGETROKKEN),
    ("verworpen", Uitkomst.VERWORPEN),
    ("kennis", Uitkomst.KENNISGENOMEN),
    ("vastgesteld", Uitkomst.VASTGESTELD),
)


def splits_zinnen(tekst: str) -> list[str]:
    """Return the sentences of one paragraph."""
    return [zin for zin in _ZIN.split(tekst) if zin]


def lijkt_besluit(zin: str) -> bool:
    """Tell whether a sentence without a label reads as a besluit: a person says whether it is one (catalogue 96)."""
    return bool(_INSTEMMING.search(zin))


def uitkomst_van(tekst: str) -> Uitkomst:
    """Return what the words behind the label of a besluit say that was done (catalogue 95)."""
    return next((een for woord, een in _UITKOMSTEN if woord in tekst.casefold()), Uitkomst.VASTGESTELD)


def ongenoemd_besluit(onderwerp: str, soorten: frozenset[Behandeling], zinnen: Sequence[str]) -> GelezenBesluit | None:
    """Return the besluit that sentences without a label tell of an item that asked for one (catalogue 96).

    An item asks for one when it was tabled to be decided on, or when its subject says that something is adopted
    (‘Opening en vaststelling agenda’). What a body agrees to by ‘hiermee’ stands in the sentence before.
    """
    los = [plek for plek, zin in enumerate(zinnen) if lijkt_besluit(zin)]
    if not los or not (Behandeling.BESLUITVORMING in soorten or _VASTSTELLING.search(onderwerp)):
        return None
    mee = {plek - 1 for plek in los if plek and _HIERMEE.search(zinnen[plek])}
    tekst = " ".join(zinnen[plek] for plek in sorted({*los, *mee}))
    return GelezenBesluit(uitkomst=uitkomst_van(" ".join(zinnen[plek] for plek in los)), tekst=tekst)


def beloften(zinnen: Sequence[str], datum: date | None) -> tuple[GelezenActie, ...]:
    """Return the promises to put something on a later agenda (catalogue 99)."""
    gevonden = [zin for zin in zinnen if _BELOFTE.search(zin)]
    return tuple(GelezenActie(door="", tekst=zin, voor=dag_in(zin, datum), toezegging=True) for zin in gevonden)


def dag_in(zin: str, datum: date | None) -> date | None:
    """Return the first day a sentence names; without a year the first such day after the meeting."""
    if datum is None:
        return lees_datum(zin)
    jaren = (datum.year, datum.year + 1)
    return next((dag for jaar in jaren if (dag := lees_datum(zin, jaar=jaar)) is not None and dag > datum), None)


def geheimstappen(rijen: Sequence[GelezenVerslagrij], datum: date | None) -> tuple[GelezenGeheimstap, ...]:
    """Return what was done about secrecy: imposed on the days that are named, lifted in this meeting."""
    einde = geheim_tot(" ".join(" ".join(rij.beslissing.split()) for rij in rijen), datum)
    uit: list[GelezenGeheimstap] = []
    for rij in rijen:
        for zin in _ZIN.split(" ".join(rij.beslissing.split())):
            opheffing = _OPHEFFING.search(zin)
            opgelegd = _OPGELEGD.search(zin)
            dagen = _dagen(opgelegd[0], datum) if opgelegd and datum else ()
            uit += [
                GelezenGeheimstap(
                    stap=Geheimstap.OPGELEGD,
                    datum=dag,
                    nummer=rij.nummer,
                    onderwerp=rij.onderwerp,
                    einddatum=einde,
                )
                for dag in dagen
            ]
            stap = Geheimstap.OPGEHEVEN if opheffing else Geheimstap.OPGELEGD if opgelegd and not dagen else None
            if stap is not None and datum is not None:
                uit.append(
                    GelezenGeheimstap(
                        stap=stap,
                        datum=datum,
                        nummer=rij.nummer,
                        onderwerp=rij.onderwerp,
                        einddatum=einde if stap is Geheimstap.OPGELEGD else None,
                    )
                )
    return tuple(uit)


def geheim_tot(tekst: str, datum: date | None) -> date | None:
    """Return the last day on which something is secret: the day after which it may be shared (catalogue 106).

    A day has no year in such a sentence: it is the first such day from the meeting on.
    """
    treffer = _GEDEELD.search(tekst)
    if treffer is None or datum is None:
        return None
    maand = treffer[2] or MAANDEN.index(treffer[3].casefold()) + 1
    dagen = (lees_datum(f"{treffer[1]}-{maand}-{jaar}") for jaar in (datum.year, datum.year + 1))
    return next((dag for dag in dagen if dag is not None and dag >= datum), None)


def _dagen(tekst: str, datum: date) -> tuple[date, ...]:
    """Return the days a sentence names; one without a year has that of the next one that has, else the year before."""
    gevonden = list(_DAG.finditer(tekst))
    uit: list[date] = []
    for plaats, treffer in enumerate(gevonden):
        genoemd = next((later[3] for later in gevonden[plaats:] if later[3]), None)
        dag = _dag(treffer, int(genoemd) if genoemd else datum.year)
        if dag is not None and genoemd is None and dag > datum:
            dag = _dag(treffer, datum.year - 1)
        uit += [dag] if dag is not None else []
    return tuple(uit)


def _dag(treffer: re.Match[str], jaar: int) -> date | None:
    return lees_datum(f"{treffer[1]} {treffer[2]} {jaar}")
