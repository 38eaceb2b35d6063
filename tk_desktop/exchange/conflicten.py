"""What two people did apart, in words: where it is, what each wrote, and what can be chosen (SCREENS 2.9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tk_desktop.domain.bewerking import Waarde
from tk_desktop.domain.conflict import Conflict, Kandidaat
from tk_desktop.domain.datum import klok, lang
from tk_desktop.domain.klok import op_de_muur
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.exchange.roosterdocument import als_roosters
from tk_desktop.store.ketens import Keten
from tk_desktop.store.werkmap import Store

_TABELLEN = {
    "agendapunt": "agendapunt",
    "stuk": "stuk",
    "stukversie": "bestand",
    "cijfertabel": "tabel",
    "cijferkolom": "kolom van een tabel",
    "cijferrij": "rij van een tabel",
    "cijfercel": "bedrag in een tabel",
    "nota": "nota",
    "nota_sectie": "nota",
    "nota_argument": "argument",
    "voorstelpunt": "voorstel",
    "vergadering": "vergadering",
    "gremium": "gremium",
    "persoon": "persoon",
    "lidmaatschap": "lid",
    "uitnodigingsbrief": "uitnodiging",
    "besluit": "besluit",
    "dossier": "dossier",
    "vernietiging": "vernietiging",
    "actie": "actie",
    "actie_stand": "voortgang van de actie",
    "verslag": "verslag",
    "puntverslag": "besprokene",
    "stemming": "stemming",
    "stem": "stem",
    "presentie": "aanwezigheid",
    "opmerking": "opmerking",
    "aantekening": "aantekening",
    "voorbereiding": "voorbereiding",
    "afmelding": "afmelding",
    "ronde": "schriftelijke ronde",
    "ronde_reactie": "reactie",
    "regie": "regie",
    "geheimhouding": "geheimhouding",
}
_VELDEN = {
    "_weg": "verwijderen",
    "agendapunt_id": "bij welk agendapunt",
    "ouder_id": "onder welk punt",
    "besloten": "besloten of niet",
    "titel": "titel",
    "onderwerp": "onderwerp",
    "waardering": "bewaren of vernietigen",
    "categorie": "categorie",
    "termijn": "bewaartermijn",
    "tekst": "tekst",
    "naam": "naam",
    "datum": "dag",
    "begin": "begintijd",
    "eind": "eindtijd",
    "plaats": "plaats",
    "duur": "duur",
    "status": "stand",
    "stand": "stand",
    "toelichting": "toelichting",
    "kop": "kop",
    "door": "door wie",
    "wanneer": "wanneer",
    "uitkomst": "uitkomst",
    "besproken": "besprokene",
    "antwoord": "antwoord",
    "afgevoerd": "van de agenda gehaald",
    "verwijderd": "in de prullenbak",
    "voorzitter_id": "voorzitter",
    "secretaris_id": "secretaris",
    "voor": "voor",
    "tegen": "tegen",
    "onthouden": "onthoudingen",
}
_NAAMVELDEN = ("titel", "onderwerp", "kop", "naam", "tekst")
_JA_NEE = frozenset({"besloten", "stemrecht", "hamerstuk", "gehouden", "al_besloten", "afgehandeld", "akkoord"})
_KORT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """One of the things that can be chosen: ``wie`` says whose it is, ``wanneer`` when it was written."""

    wie: str
    wanneer: str
    tekst: str
    waarde: Waarde
    staat_er: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Geschil:
    """A field with more than one value, in words; ``keuzes`` in the order of their keys 1, 2, 3."""

    conflict: Conflict
    waar: str
    keuzes: tuple[Keuze, ...]
    vergadering_id: str
    agendapunt_id: str
    stuk_id: str


def list_geschillen(store: Store) -> tuple[Geschil, ...]:
    """Return what people did apart and nobody chose between, in words."""
    return tuple(_geschil(store, een) for een in store.conflicten())


def _geschil(store: Store, conflict: Conflict) -> Geschil:
    keten = store.ketens.van(conflict.tabel, conflict.rij)
    ids = {tabel: str(rij["id"]) for tabel, rij in reversed(keten)}
    keuzes = _om_te_verwijderen(store, conflict) if conflict.over_verwijderen else _waarden(store, conflict)
    return Geschil(
        conflict=conflict,
        waar=_waar(store, conflict, keten),
        keuzes=keuzes,
        vergadering_id=ids.get("vergadering", ""),
        agendapunt_id=ids.get("agendapunt", ""),
        stuk_id=ids.get("stuk", ""),
    )


def _waar(store: Store, conflict: Conflict, keten: Keten) -> str:
    """Return where it is: ``2a › voorstel 2 › tekst``."""
    delen = []
    for tabel, rij in keten:
        if tabel == "agendapunt":
            delen.append(_punt(store, rij))
            break
    tabel, rij = keten[0] if keten else (conflict.tabel, {})
    if tabel != "agendapunt":
        naam = _naam(rij, conflict.veld)
        soort = _TABELLEN.get(tabel, tabel.replace("_", " "))
        delen.append(f"{soort} ‘{naam}’" if naam else soort)
    velden = [_veldnaam(een.veld) for een in (conflict, *conflict.samen)]
    return " › ".join([*delen, opsomming(velden)])


def _veldnaam(veld: str) -> str:
    return _VELDEN.get(veld, veld.removesuffix("_id").replace("_", " "))


def _punt(store: Store, rij: Mapping[str, Any]) -> str:
    opname = store.opname(str(rij["vergadering_id"]))
    nummer = opname.nummers.get(str(rij["id"]))
    return f"{nummer} {rij['titel']}" if nummer is not None else str(rij["titel"])


def _naam(rij: Mapping[str, Any], behalve: str = "") -> str:
    """Return by what a row is known; not by the field that is asked about."""
    namen = (platte_tekst(str(rij[een])) for een in _NAAMVELDEN if een != behalve and rij.get(een))
    naam = " ".join(next(namen, "").split())
    return naam if len(naam) <= _KORT else f"{naam[:_KORT]}…"


def _om_te_verwijderen(store: Store, conflict: Conflict) -> tuple[Keuze, ...]:
    wie = _namen(store)
    weg = next((een for een in conflict.waarden if een.waarde is not None), None)
    door = f" ({wie.get(weg.apparaat, 'iemand')})" if weg and weg.apparaat else ""
    return (
        Keuze(wie="Laten staan", wanneer="", tekst="Het blijft zoals het is.", waarde=None, staat_er=True),
        Keuze(
            wie=f"Toch verwijderen{door}",
            wanneer=_wanneer(weg) if weg else "",
            tekst="Het gaat weg, met wat eronder hangt.",
            waarde=True,
        ),
    )


def _waarden(store: Store, conflict: Conflict) -> tuple[Keuze, ...]:
    """Return the values, those of this laptop first, and both after each other where that is a text."""
    namen, eigen = _namen(store), ("", store.uitwisseling.eigen().apparaat)
    op_volgorde = sorted(conflict.waarden, key=lambda een: (een.apparaat not in eigen, -een.hlc))
    per_waarde: dict[tuple[str, Waarde], Kandidaat] = {}
    for een in op_volgorde:
        per_waarde.setdefault((type(een.waarde).__name__, een.waarde), een)
    uit = [
        Keuze(
            wie="Van mij" if een.apparaat in eigen else _van_hen(namen.get(een.apparaat, "")),
            wanneer=_wanneer(een),
            tekst=_als_geheel(store, conflict, een.waarde),
            waarde=een.waarde,
            staat_er=een.getoond,
        )
        for een in per_waarde.values()
    ]
    teksten = [str(een.waarde) for een in uit if isinstance(een.waarde, str) and een.waarde.strip()]
    if conflict.veld in store.ketens.lang(conflict.tabel) and len(teksten) == len(uit) > 1:
        samen = "\n".join(teksten)
        uit.append(Keuze(wie="Beide, achter elkaar", wanneer="", tekst=platte_tekst(samen), waarde=samen))
    return tuple(uit)


def _van_hen(naam: str) -> str:
    return f"Van {naam}" if naam else "Van hen"


def _namen(store: Store) -> dict[str, str]:
    """Return whose each device is, by the latest roster."""
    documenten = store.uitwisseling.roosters()
    if not documenten:
        return {}
    rooster = als_roosters(documenten).huidig
    wie = {een.persoon_id: een.naam for een in rooster.deelnemers}
    return {een.id: wie.get(een.persoon_id, een.naam) for een in rooster.apparaten}


def _wanneer(een: Kandidaat) -> str:
    moment = op_de_muur(een.hlc).astimezone()
    return f"{lang(moment.date(), met_dag=True)} {klok(moment)}"


def _als_geheel(store: Store, conflict: Conflict, waarde: Waarde) -> str:
    """Return a value as people read it, with those of the fields that go with it: ``tegen 2, voor 1``."""
    if not conflict.samen:
        return _als_tekst(store, conflict, waarde)
    delen = [f"{_veldnaam(een.veld)} {_als_tekst(store, een, keuze)}" for een, keuze in conflict.bij_keuze(waarde)]
    return ", ".join(delen)


def _als_tekst(store: Store, conflict: Conflict, waarde: Waarde) -> str:
    """Return a value as people read it."""
    if waarde is None or waarde == "":
        return "(leeg)"
    naar = store.ketens.naar(conflict.tabel, conflict.veld)
    if naar:
        rij = store.ketens.rij(naar, str(waarde))
        return _naam(rij) if rij else "(staat hier niet)"
    if conflict.veld in _JA_NEE and waarde in (0, 1):
        return "ja" if waarde else "nee"
    if conflict.veld in ("datum", "op", "tot") and isinstance(waarde, str):
        try:
            return lang(date.fromisoformat(waarde), met_dag=True)
        except ValueError:
            return waarde
    return platte_tekst(str(waarde))
