"""What the screen of a meeting says in words: times, quorum, names and outcomes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from html import escape

from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.domain.actie import Actie, Actiesoort
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.datum import klok, kort, lang, na_minuten, spanne, uur
from tk_desktop.domain.notaverschil import Aandeel, woordverschil
from tk_desktop.domain.opmaak import platte_tekst, schrijf
from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.presentiewoorden import korte_naam
from tk_desktop.domain.stemming import Keuze, Stemming, Stemsoort
from tk_desktop.domain.stemwoorden import ingediend
from tk_desktop.domain.voorstel import als_lijst
from tk_desktop.domain.zitting import Zitting

KNOPPEN = (
    (Uitkomst.CONFORM, "Conform advies"),
    (Uitkomst.GEWIJZIGD, "Gewijzigd"),
    (Uitkomst.AANGEHOUDEN, "Aangehouden"),
    (Uitkomst.VERWORPEN, "Verworpen"),
    (Uitkomst.KENNISGENOMEN, "Kennisgenomen"),
    (Uitkomst.INGETROKKEN, "Ingetrokken"),
    (Uitkomst.VASTGESTELD, "Vastgesteld"),
)
"""The outcomes in the order of their keys, Alt+1 to Alt+7."""
_ROND = 60
"""Letters of what stayed that are shown beside a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merk:
    """A mark in the header: a drawing, words beside it, and a colour that says the same."""

    icoon: str
    tekst: str
    toon: Toon


def merk_van_verloop(zitting: Zitting) -> Merk:
    """Return how far the meeting is."""
    vergadering = zitting.opname.vergadering
    geschorst = next((een for een in zitting.schorsingen if een.hervat is None), None)
    if vergadering.begonnen is None:
        return Merk(icoon="clock", tekst="Nog niet geopend", toon=Toon.GRIJS)
    if vergadering.geeindigd is not None:
        return Merk(icoon="square", tekst=f"Gesloten om {klok(vergadering.geeindigd)}", toon=Toon.GRIJS)
    if geschorst is not None:
        return Merk(icoon="pause", tekst=f"Geschorst om {klok(geschorst.begonnen)}", toon=Toon.ORANJE)
    return Merk(icoon="play", tekst=f"Bezig sinds {klok(vergadering.begonnen)}", toon=Toon.GROEN)


def merken_van_quorum(zitting: Zitting, punt: Agendapunt) -> tuple[Merk, Merk]:
    """Return who are there at an item, and whether that is enough to decide (G2)."""
    quorum = zitting.quorum(punt)
    er = Merk(icoon="users", tekst=f"Aanwezig {quorum.aanwezig} van {quorum.zetels}", toon=Toon.GRIJS)
    if quorum.is_er:
        return er, Merk(icoon="check", tekst=f"Quorum: {quorum.nodig} nodig", toon=Toon.GROEN)
    return er, Merk(icoon="x", tekst=f"Geen quorum: {quorum.nodig} nodig", toon=Toon.ROOD)


def tijdzin(zitting: Zitting, punt: Agendapunt, nu: time) -> str:
    """Return when an item was to be dealt with and when it really is: ``Duurt 26 min, gepland 25`` (G7)."""
    verslag = zitting.verslag_van(punt)
    gepland = zitting.opname.tijden.get(punt.id)
    plan = ""
    if gepland is not None:
        plan = (
            f"gepland {spanne(gepland, na_minuten(gepland, punt.duur))}" if punt.duur else f"gepland om {uur(gepland)}"
        )
    if verslag.begonnen is None:
        return plan[:1].upper() + plan[1:]
    woord = "Duurde" if verslag.geeindigd else "Duurt"
    rest = f", gepland {punt.duur}" if punt.duur else ""
    echt = f"{woord} {zitting.duur(punt, nu)} min{rest}, begonnen om {klok(verslag.begonnen)}"
    return f"{echt} ({plan})" if plan else echt


def puntnaam(zitting: Zitting, punt: Agendapunt) -> str:
    """Return an item as people name it: ``2a Projectplan``."""
    return f"{zitting.opname.nummers[punt.id]} {punt.titel}"


def voorsteltekst(zitting: Zitting, punt: Agendapunt) -> str:
    """Return what is proposed at an item, as rich text; empty when nothing is."""
    lijst = als_lijst(zitting.opname.voorstel(punt), zitting.opname.gevuld)
    return schrijf([lijst]) if lijst is not None else ""


def verschil_als_html(voorstel: str, tekst: str) -> str:
    """Return how decided words differ from the proposed ones; empty when they do not, or nothing was proposed.

    What went is struck out and what came is bold, each in a colour of its own; of what stayed there is as much as shows
    where that was.
    """
    delen = woordverschil(platte_tekst(voorstel), platte_tekst(tekst))
    if not voorstel.strip() or all(aandeel is Aandeel.GELIJK for aandeel, _ in delen):
        return ""
    laatste = len(delen) - 1
    korter = [
        (aandeel, _omgeving(stuk, begin=nr > 0, einde=nr < laatste) if aandeel is Aandeel.GELIJK else stuk)
        for nr, (aandeel, stuk) in enumerate(delen)
    ]
    return "".join(_deel(aandeel, escape(stuk).replace("\n", "<br>")) for aandeel, stuk in korter)


def verschil_in_woorden(voorstel: str, tekst: str) -> str:
    """Return the same difference for who does not see colours."""
    delen = woordverschil(platte_tekst(voorstel), platte_tekst(tekst))
    namen = {Aandeel.WEG: "vervallen", Aandeel.ERBIJ: "erbij"}
    return "; ".join(f"{namen[aandeel]}: {stuk.strip()}" for aandeel, stuk in delen if aandeel in namen)


def actiezin(actie: Actie) -> str:
    """Return an action as a line of the list: ``GGD/dpg · artsentekort agenderen · vóór 4-3-2026``."""
    soort = "Toezegging" if actie.soort is Actiesoort.TOEZEGGING else ""
    voor = f"vóór {kort(actie.voor)}" if actie.voor else ""
    voor += " (al voorbij)" if actie.begon_te_laat else ""
    return " · ".join(deel for deel in (soort, actie.door or "Nog niemand", actie.tekst, voor) if deel)


def actie_als_regel(actie: Actie) -> str:
    """Return an action as it could be typed, to be changed in a line."""
    teken = "!" if actie.soort is Actiesoort.TOEZEGGING else ""
    voor = f" {lang(actie.voor)}" if actie.voor else ""
    return f"{teken}{actie.door}: {actie.tekst}{voor}"


def chip_van(zitting: Zitting, wie: Presentie, punt: Agendapunt) -> Merk:
    """Return how somebody stands on the line of names at an item: a drawing and words that say the same."""
    naam = korte_naam(wie)
    if not wie.aanwezig:
        woord = "afwezig met bericht" if wie.met_bericht else "afwezig"
        geldt = wie.geldt_bij(punt.id, zitting.rij)
        houder = next((een.naam for een in zitting.presentie if geldt and een.id == wie.volmacht_id), "")
        woord += f", volmacht aan {houder}" if houder else ""
        return Merk(icoon="circle", tekst=f"{naam}: {woord}", toon=Toon.GRIJS)
    if not wie.is_bij(punt.id, zitting.rij):
        plek = zitting.rij.index(punt.id)
        weg = wie.tot_punt_id in zitting.rij and zitting.rij.index(wie.tot_punt_id) < plek
        return Merk(icoon="log-out" if weg else "log-in", tekst=f"{naam}: {_weg(wie, weg)}", toon=Toon.GRIJS)
    if wie.id in zitting.met_belang(punt):
        return Merk(icoon="user-x", tekst=f"{naam}: belang, doet niet mee", toon=Toon.ORANJE)
    tot = f", t/m punt {zitting.opname.nummers[wie.tot_punt_id]}" if wie.tot_punt_id in zitting.rij else ""
    rol = f" ({wie.hoedanigheid.value})" if wie.hoedanigheid.value not in ("lid",) else ""
    return Merk(icoon="user-check", tekst=f"{naam}{rol}{tot}", toon=Toon.GROEN)


def stemzin(stemming: Stemming) -> str:
    """Return a vote as one line: ``Het plan: 9 voor, 2 tegen, 0 onthouding; aangenomen``."""
    wat = ingediend(stemming) or stemming.onderwerp
    if stemming.soort is not Stemsoort.VOORSTEL and not stemming.uitgebracht:
        return wat
    wat = f"{wat} (besloten)" if stemming.besloten else wat
    if not stemming.uitgebracht:
        return f"{wat}: nog geen stemmen"
    tellingen = ", ".join(f"{stemming.tel(keuze)} {keuze.value}" for keuze in Keuze)
    gewogen = " (gewogen)" if stemming.gewogen else ""
    stand = f"nog {stemming.te_gaan} te gaan" if stemming.te_gaan else stemming.uitslag.value
    return f"{wat}: {tellingen}{gewogen}; {stand}"


def bestuurders_eerst(lijst: Iterable[Presentie]) -> tuple[Presentie, ...]:
    """Return the names with those who decide first, each group in its own order."""
    return tuple(sorted(lijst, key=lambda wie: (not wie.hoedanigheid.is_bestuurder, wie.volgorde, wie.id)))


def _weg(wie: Presentie, weg: bool) -> str:
    tijd = wie.vertrokken if weg else wie.gekomen
    om = f" om {klok(tijd)}" if tijd else ""
    return f"vertrokken{om}" if weg else f"komt later{om}"


def _omgeving(tekst: str, *, begin: bool, einde: bool) -> str:
    """Return the begin and the end of what stayed, as far as they stand beside a change."""
    voor, achter = _ROND if begin else 0, _ROND if einde else 0
    if len(tekst) <= voor + achter + 3:
        return tekst
    hoofd = tekst[:voor].rsplit(" ", 1)[0] + " " if voor else ""
    staart = " " + tekst[-achter:].split(" ", 1)[-1] if achter else ""
    return f"{hoofd}…{staart}"


def _deel(aandeel: Aandeel, tekst: str) -> str:
    tonen = kleuren().tonen
    match aandeel:
        case Aandeel.WEG:
            return f'<s style="color:{tonen[Toon.ROOD].tekst}">{tekst}</s>'
        case Aandeel.ERBIJ:
            return f'<b style="color:{tonen[Toon.GROEN].tekst}">{tekst}</b>'
        case Aandeel.GELIJK:
            return tekst
