"""A small programme of invented people and places, as its tables hold it."""

from datetime import date

from tk_desktop.domain.begroting import Bedragsoort, Meeneembaar, Regelbedrag, Zijde
from tk_desktop.domain.kerntaken import Bouwsteen, Categorie
from tk_desktop.domain.programma import Programma, Projectstatus, Zorgsoort
from tk_desktop.programme.begroting import add_regel, propose_meenemen, set_bron
from tk_desktop.programme.kerntaken import add_bouwsteen, add_deel, add_scenarios
from tk_desktop.programme.programmas import (
    add_programma,
    add_themalijn,
    change_programma,
    define_fase,
    set_afkorting,
    set_periode,
    set_rol,
)
from tk_desktop.programme.projecten import add_project, add_stap, add_zorg, report
from tk_desktop.store.werkmap import Store

PERIODE, VORIGE = "2026-1", "2025-2"


def bedragen(begroting: int, gewijzigd: int, besteed: int, verwacht: int) -> tuple[Regelbedrag, ...]:
    """Return the amounts of a line that are not computed."""
    soorten = (Bedragsoort.BEGROTING, Bedragsoort.GEWIJZIGD, Bedragsoort.BESTEED, Bedragsoort.VERWACHT)
    return tuple(
        Regelbedrag(soort=soort, bedrag=bedrag)
        for soort, bedrag in zip(soorten, (begroting, gewijzigd, besteed, verwacht), strict=True)
    )


def maak_programma(store: Store) -> Programma:
    """Keep the programme Waterkant Gezond: two themalijnen, four projects, a subproject, a budget."""
    programma = add_programma(store, "Waterkant Gezond", visie="Samen gezond ouder worden aan het water.")
    set_periode(store, programma.id, VORIGE, date(2025, 7, 1), date(2025, 12, 31))
    set_periode(
        store, programma.id, PERIODE, date(2026, 1, 1), date(2026, 6, 30), begroot="dec ’25", gewijzigd="mei ’26"
    )
    change_programma(store, programma.id, periode=PERIODE)
    define_fase(store, programma.id, "Realisatiefase", kern="doen", omschrijving="Het plan wordt uitgevoerd.")
    set_afkorting(store, programma.id, "MBO", "Middelbaar beroepsonderwijs")
    set_rol(store, programma.id, "Programmamanager", personen="Roos van Dalen", frequentie="elke week")
    bewegen = add_themalijn(store, programma.id, "Bewegen", ambitie="Iedereen beweegt elke dag.", trekker="Sanne Vos")
    wonen = add_themalijn(store, programma.id, "Wonen")
    route = add_project(
        store, bewegen.id, "Beweegroute langs de kade", fase="Realisatiefase", status=Projectstatus.OP_KOERS,
        start="01-2025", eind="12-2026", eindnoot="* Met een jaar verlenging.", doel="Een route van vijf kilometer.",
        capaciteit="G + M ++", opbrengst="G € M €€",
    )  # fmt: skip
    add_stap(store, route.id, "Borden plaatsen", gereed="Q3 2026", status="Loopt")
    add_zorg(store, route.id, Zorgsoort.RISICO, "De vergunning komt later.")
    report(store, route.id, VORIGE, status=Projectstatus.AANDACHT, fase="Voorbereidingsfase", gedaan="Plan gemaakt.")
    report(
        store, route.id, PERIODE, status=Projectstatus.OP_KOERS, fase="Realisatiefase",
        gedaan="Twee kilometer ligt er.", te_doen="De borden.",
    )  # fmt: skip
    add_project(
        store,
        bewegen.id,
        "Zwemles voor ouderen",
        fase="Definitiefase",
        status=Projectstatus.BIJSTUREN,
        eind="doorlopend",
    )
    hof = add_project(
        store, wonen.id, "Hofjes", fase="Ontwerpfase", status=Projectstatus.AANDACHT, start="03-2026", eind="09-2027"
    )
    add_project(store, wonen.id, "Hofje Zuid", ouder_id=hof.id, fase="Verkenning")
    add_regel(
        store,
        programma.id,
        PERIODE,
        "Medewerkers",
        groep="Organisatie",
        bedragen=bedragen(400_000, 425_000, 190_500, 220_000),
    )
    add_regel(
        store, programma.id, PERIODE, "Kade", project_id=route.id, bedragen=bedragen(120_000, 120_000, 61_250, 58_750)
    )
    add_regel(
        store,
        programma.id,
        PERIODE,
        "Hofjes",
        project_id=hof.id,
        bedragen=bedragen(80_000, 95_000, 12_000, 60_000),
        toelichting="Later begonnen.",
    )
    rijk = set_bron(
        store, programma.id, "Rijksbijdrage", voorwaarden="Uit te geven vóór 1 januari 2028.", mee=Meeneembaar.JA
    )
    add_regel(
        store, programma.id, PERIODE, "Rijksbijdrage", zijde=Zijde.BATEN, bron_id=rijk.id,
        bedragen=bedragen(600_000, 640_000, 640_000, 0),
    )  # fmt: skip
    propose_meenemen(store, programma.id, "Hofjes", 23_000, periode=PERIODE, naar="2027", reden="De bouw begint later.")
    return programma


def maak_kerntaken(store: Store, programma_id: str) -> tuple[Bouwsteen, ...]:
    """Keep two parts with four bouwstenen, one of which nobody knows the cost of, and the scenarios."""
    haven = add_deel(store, programma_id, "Haven", ["Opmerking", "Financiering"])
    kantoor = add_deel(store, programma_id, "Kantoor", ["Inhoudelijke duiding"])
    velden = {"Opmerking": "De vaargeul wordt elk jaar op diepte gebracht.", "Financiering": "Begroting haven"}
    stenen = (
        add_bouwsteen(store, haven.id, "Baggeren", nummer="1", categorie=Categorie.A, bedrag=120_000, velden=velden),
        add_bouwsteen(store, haven.id, "Bruggen draaien", nummer="2", categorie=Categorie.B, bedrag=80_000),
        add_bouwsteen(store, haven.id, "Sluisfeest", nummer="3", categorie=Categorie.D, bedrag=15_000),
        add_bouwsteen(store, kantoor.id, "Post", nummer="1", groep="Binnen"),
    )
    add_scenarios(store, programma_id)
    return stenen
