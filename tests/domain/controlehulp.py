"""Meetings to check: one in which all is right, and small ones in which one thing is not."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tests.bouwers import (
    een_agendapunt,
    een_argument,
    een_brief,
    een_gremium,
    een_lidmaatschap,
    een_nota,
    een_persoon,
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
    een_voorstelpunt,
)
from tk_desktop.domain.agenda import Agendapunt, Behandeling
from tk_desktop.domain.bevinding import Bevinding, Ernst
from tk_desktop.domain.controle import Controlecontext, controleer
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN, Behandelaar, Nota, Sectiesoort, Vorm
from tk_desktop.domain.stuk import Soort, Stuk, Stukversie

BESLUIT = frozenset({Behandeling.BESLUITVORMING})
KENNIS = frozenset({Behandeling.KENNISNAME})
VOORZITTER = een_persoon(id="voorzitter", naam="Antoon Weerdhof")
SECRETARIS = een_persoon(id="secretaris", naam="Sanne van Heuvelink")


def bevindingen(opname: Momentopname, code: str, **context: Any) -> list[Bevinding]:
    """Return what one check finds."""
    return [b for b in controleer(opname, Controlecontext(**context)) if b.code == code]


def fouten(opname: Momentopname) -> list[Bevinding]:
    return [b for b in controleer(opname, Controlecontext()) if b.ernst is Ernst.FOUT]


def een_volle_nota(stuk: Stuk, nummer: int, *, vorm: Vorm = Vorm.ADVIESNOTA, **anders: Any) -> Nota:
    """Return a nota in which every part of its form is filled."""
    eigen = {
        Sectiesoort.VOORSTEL: "",
        Sectiesoort.ARGUMENTEN: "",
        Sectiesoort.BESLUIT: "",
        Sectiesoort.BIJLAGEN: "Niet van toepassing.",
    }
    secties = [
        een_sectie(soort=deel.soort, kop=deel.kop, tekst=eigen.get(deel.soort, "De oevers verzakken elk jaar."))
        for deel in FORMULIEREN[vorm].secties
    ]
    punt = een_voorstelpunt(tekst=f"Het plan {nummer} vast te stellen.")
    standaard: dict[str, Any] = {
        "stuk_id": stuk.id,
        "vorm": vorm,
        "onderwerp": stuk.titel,
        "registratienummer": f"2026-{nummer:06}",
        "behandelaars": (Behandelaar(id=f"b{nummer}", volgorde="a", naam="Wies Terlouw"),),
        "voorstel": (punt,) if vorm is Vorm.ADVIESNOTA else (),
        "argumenten": (een_argument(voorstelpunt_id=punt.id),) if vorm is Vorm.ADVIESNOTA else (),
        "secties": tuple(secties),
    }
    return een_nota(**{**standaard, **anders})


def een_hele_vergadering(
    *,
    punten: Sequence[Agendapunt] = (),
    stukken: Sequence[Stuk] = (),
    versies: Sequence[Stukversie] = (),
    notas: Sequence[Nota] = (),
    vergadering: Mapping[str, Any] | None = None,
    brief: Mapping[str, Any] | None = None,
    **anders: Any,
) -> Momentopname:
    """Return a meeting with a place, a time, a chair, a secretaris and an invitation in time."""
    gremium = een_gremium()
    facts = {"voorzitter_id": "voorzitter", "secretaris_id": "secretaris", **(vergadering or {})}
    leden = [een_lidmaatschap(persoon_id="voorzitter"), een_lidmaatschap(persoon_id="secretaris")]
    return Momentopname.maak(
        gremium,
        een_vergadering(gremium_id=gremium.id, **facts),
        agendapunten=punten,
        stukken=stukken,
        personen=[VOORZITTER, SECRETARIS, *anders.pop("personen", ())],
        leden=[*leden, *anders.pop("leden", ())],
        versies={versie.stuk_id: versie for versie in versies},
        notas={nota.stuk_id: nota for nota in notas},
        brief=een_brief(**{"datum": date(2026, 2, 26), **(brief or {})}),
        **anders,
    )


def een_punt_met_nota(
    *,
    beloofd: int = 0,
    genoemd: int = 0,
    ontvangen: int = 0,
    nummer: int = 1,
    vorm: Vorm = Vorm.ADVIESNOTA,
    titel: str = "Veilige oevers",
    **nota: Any,
) -> dict[str, Any]:
    """Return an item with one nota and its bijlagen, as parts of a meeting."""
    punt = een_agendapunt(titel=titel, behandeling=BESLUIT if vorm is Vorm.ADVIESNOTA else KENNIS)
    stuk = een_stuk(agendapunt_id=punt.id, titel=titel, bijlagen_beloofd=beloofd, soort=FORMULIEREN[vorm].soort)
    bijlagen = [
        een_stuk(
            titel=f"Kaart {nummer}-{i}",
            soort=Soort.BIJLAGE,
            hoort_bij=stuk.id,
            agendapunt_id=punt.id,
            genoemd=i < genoemd,
        )
        for i in range(max(genoemd, ontvangen))
    ]
    versies = [een_stukversie(stuk_id=b.id, sha256=f"{nummer:03}{i:061}") for i, b in enumerate(bijlagen[:ontvangen])]
    volle = een_volle_nota(stuk, nummer, vorm=vorm, **nota)
    if genoemd:
        volle = met_sectie(volle, Sectiesoort.BIJLAGEN, "")
    return {"punten": [punt], "stukken": [stuk, *bijlagen], "versies": versies, "notas": [volle]}


def samen(*delen: Mapping[str, Any], **anders: Any) -> Momentopname:
    """Return one meeting of several items."""
    namen = ("punten", "stukken", "versies", "notas")
    som: dict[str, Any] = {naam: [ding for deel in delen for ding in deel.get(naam, ())] for naam in namen}
    return een_hele_vergadering(**som, **anders)


def met_sectie(nota: Nota, soort: Sectiesoort, tekst: str) -> Nota:
    """Return a nota with another text in one section."""
    secties = tuple(replace(s, tekst=tekst) if s.soort is soort else s for s in nota.secties)
    return replace(nota, secties=secties)
