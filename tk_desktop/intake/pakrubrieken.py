"""What a person can correct of each thing that was read in a pack: the words of it as they are typed and chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.datum import klok, lang
from tk_desktop.domain.nota import Vorm
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.voorstelregels import als_tekst
from tk_desktop.intake.lezing import (
    GelezenAgenda,
    GelezenLijstactie,
    GelezenNota,
    GelezenPunt,
    GelezenUitnodiging,
    GelezenVerslag,
    GelezenVoorstelpunt,
)
from tk_desktop.intake.notavorming import maak_voorstel
from tk_desktop.intake.pakvoorstel import Pakvoorstel

GEEN_BEHANDELING = "Geen eigen behandeling"
OPENBAAR, BESLOTEN = "Openbaar", "Besloten"
BLIJFT, WEG = "Ja", "Nee, weglaten"
GEEN_BESLUIT = "Geen besluit"
JA_NEE = {"Ja": True, "Nee": False, "Staat er niet": None}
KOP = ("gremium", "datum", "begin", "plaats", "voorzitter", "secretaris")
_VAAK = (
    frozenset({Behandeling.INFORMATIE, Behandeling.BESPREKING}),
    frozenset({Behandeling.BESPREKING, Behandeling.BESLUITVORMING}),
)
"""Ways of treatment that often go together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubriek:
    """One thing that can be corrected: its words, the ``keuzes`` it is one of, or whether it has more ``regels``."""

    id: str
    naam: str
    waarde: str
    keuzes: tuple[str, ...] = ()
    regels: bool = False


def rubrieken(voorstel: Pakvoorstel, veld_id: str) -> tuple[Rubriek, ...]:
    """Return what can be corrected of a field, or of what a doubt is about: what the doubt names comes first."""
    veld = next((een for een in voorstel.velden if een.id == veld_id), None)
    if veld is None:
        return ()
    uit = tuple(_rubrieken(voorstel, veld.over or veld.id))
    genoemd = f"{veld.twijfel} {veld.naam}".casefold() if veld.twijfel else ""
    return tuple(sorted(uit, key=lambda een: een.naam.casefold().split()[0] not in genoemd)) if genoemd else uit


def _rubrieken(voorstel: Pakvoorstel, over: str) -> Iterator[Rubriek]:
    lezing = voorstel.lezing
    soort, _, rest = over.partition(".")
    welk, _, rij = rest.partition(".")
    if soort == "agenda" and lezing.agenda is not None:
        yield from (een for een in _agenda(lezing.agenda) if welk in {"", een.id.partition(".")[2]})
    elif soort == "punt" and lezing.agenda is not None:
        yield from (een for punt in lezing.agenda.punten if str(punt.nummer) == welk for een in _punt(punt))
    elif soort == "nota" and welk.isdecimal():
        yield from _nota(int(welk), lezing.notas[int(welk)])
    elif soort == "verslag" and welk.isdecimal():
        yield from _verslag(int(welk), lezing.verslagen[int(welk)], rij)
    elif soort == "actie" and lezing.actielijst is not None and int(welk) < len(lezing.actielijst.acties):
        yield from _actie(int(welk), lezing.actielijst.acties[int(welk)])
    elif soort == "brief" and lezing.uitnodiging is not None:
        yield from _brief(lezing.uitnodiging)


def kopwaarden(agenda: GelezenAgenda) -> dict[str, str]:
    """Return the words of the head of an agenda."""
    return {
        "gremium": agenda.gremium,
        "datum": _dag(agenda.datum),
        "begin": _tijd(agenda.begin),
        "plaats": agenda.plaats,
        "voorzitter": agenda.voorzitter,
        "secretaris": agenda.secretaris,
    }


def _agenda(agenda: GelezenAgenda) -> Iterator[Rubriek]:
    for naam, waarde in kopwaarden(agenda).items():
        yield Rubriek(id=f"agenda.{naam}", naam=naam.capitalize(), waarde=waarde)


def _punt(punt: GelezenPunt) -> Iterator[Rubriek]:
    id_, nu = f"punt.{punt.nummer}", behandeling_in_woorden(punt.behandeling)
    keuzes = [frozenset[Behandeling](), *(frozenset({een}) for een in Behandeling), *_VAAK]
    yield Rubriek(id=id_, naam="Titel", waarde=punt.titel)
    yield Rubriek(id=f"{id_}.tijd", naam="Tijd", waarde=_tijd(punt.tijd))
    yield Rubriek(
        id=f"{id_}.behandeling",
        naam="Behandeling",
        waarde=nu,
        keuzes=tuple(dict.fromkeys([*map(behandeling_in_woorden, keuzes), nu])),
    )
    yield Rubriek(id=f"{id_}.voorstel", naam="Voorstel", waarde=_voorstel(punt.voorstel), regels=True)
    wie = "; ".join(f"{naam} ({rol})" if rol else naam for naam, rol in punt.inleiders)
    yield Rubriek(id=f"{id_}.inleiders", naam="Inleiders", waarde=wie)
    dicht = BESLOTEN if punt.besloten else OPENBAAR
    yield Rubriek(id=f"{id_}.besloten", naam="Openbaarheid", waarde=dicht, keuzes=(OPENBAAR, BESLOTEN))
    yield Rubriek(id=f"{id_}.blijft", naam="Is dit een agendapunt?", waarde=BLIJFT, keuzes=(BLIJFT, WEG))


def _nota(rang: int, nota: GelezenNota) -> Iterator[Rubriek]:
    id_ = f"nota.{rang}"
    yield Rubriek(id=id_, naam="Onderwerp", waarde=nota.onderwerp)
    yield Rubriek(id=f"{id_}.punt", naam="Agendapunt", waarde=str(nota.agendapunt or ""))
    yield Rubriek(id=f"{id_}.datum", naam="Datum", waarde=_dag(nota.datum))
    yield Rubriek(id=f"{id_}.registratienummer", naam="Registratienummer", waarde=nota.registratienummer)
    open_ = next(woord for woord, waarde in JA_NEE.items() if waarde is nota.openbaar)
    yield Rubriek(id=f"{id_}.openbaar", naam="Openbaar", waarde=open_, keuzes=tuple(JA_NEE))
    vormen = tuple(vorm.value.capitalize() for vorm in Vorm)
    yield Rubriek(id=f"{id_}.vorm", naam="Soort nota", waarde=nota.vorm.value.capitalize(), keuzes=vormen)
    wie = "; ".join(", ".join(filter(None, een)) for een in nota.behandelaars)
    yield Rubriek(id=f"{id_}.behandelaars", naam="Behandelaars", waarde=wie)
    yield Rubriek(id=f"{id_}.voorstel", naam="Voorstel", waarde=_voorstel(nota.voorstel), regels=True)


def _verslag(rang: int, verslag: GelezenVerslag, nummer: str) -> Iterator[Rubriek]:
    rij = next((een for een in verslag.rijen if str(een.nummer) == nummer), None)
    if rij is None:
        yield Rubriek(id=f"verslag.{rang}.datum", naam="Datum", waarde=_dag(verslag.datum))
        return
    nu = rij.besluit.uitkomst.value.capitalize() if rij.besluit else GEEN_BESLUIT
    keuzes = (GEEN_BESLUIT, *(uitkomst.value.capitalize() for uitkomst in Uitkomst))
    yield Rubriek(id=f"verslag.{rang}.besluit.{nummer}", naam="Besluit", waarde=nu, keuzes=keuzes)


def _actie(rang: int, een: GelezenLijstactie) -> Iterator[Rubriek]:
    id_ = f"actie.{rang}"
    yield Rubriek(id=id_, naam="Actie", waarde=een.actie.tekst)
    yield Rubriek(id=f"{id_}.door", naam="Wie doet het", waarde=een.actie.door)
    yield Rubriek(id=f"{id_}.voor", naam="Uiterlijk", waarde=_dag(een.actie.voor))
    yield Rubriek(id=f"{id_}.blijft", naam="Is dit een actie?", waarde=BLIJFT, keuzes=(BLIJFT, WEG))


def actiezin(een: GelezenLijstactie) -> str:
    """Return an action on one line, with who does it."""
    return f"{een.actie.door}: {een.actie.tekst}" if een.actie.door else een.actie.tekst


def verslagzin(verslag: GelezenVerslag) -> str:
    """Return a verslag on one line: its day and how much it tells."""
    punten = meervoud(len(verslag.rijen), "punt", "punten")
    return f"{_dag(verslag.datum)}, {punten}" if verslag.datum else punten


def _brief(brief: GelezenUitnodiging) -> Iterator[Rubriek]:
    yield Rubriek(id="brief.vergaderdatum", naam="Datum van de vergadering", waarde=_dag(brief.vergaderdatum))
    yield Rubriek(id="brief.begin", naam="Begin", waarde=_tijd(brief.begin))
    yield Rubriek(id="brief.plaats", naam="Plaats", waarde=brief.plaats)


def behandeling_in_woorden(soorten: frozenset[Behandeling]) -> str:
    """Return ways of treatment as an agenda says them: ‘Ter informatie en bespreking’."""
    namen = [een.value for een in Behandeling if een in soorten]
    return f"Ter {' en '.join(namen)}" if namen else GEEN_BEHANDELING


def _voorstel(punten: Sequence[GelezenVoorstelpunt]) -> str:
    return als_tekst(maak_voorstel(punten))


def _dag(dag: date | None) -> str:
    return lang(dag) if dag else ""


def _tijd(tijd: time | None) -> str:
    return klok(tijd) if tijd else ""
