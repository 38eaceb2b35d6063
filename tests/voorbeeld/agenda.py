"""The agenda of the sample meeting and the papers it promises."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tests.voorbeeld.mensen import VERGADERING_ID
from tests.voorbeeld.notateksten import voorstelpunten
from tk_desktop.domain.agenda import Agendapunt, Behandeling, Inleider
from tk_desktop.domain.stuk import Soort, Stuk
from tk_desktop.domain.volgorde import reeks
from tk_desktop.domain.voorstel import Voorstelpunt

BESLUITVORMING = frozenset({Behandeling.BESLUITVORMING})
OPINIEVORMING = frozenset({Behandeling.OPINIEVORMING})
INFORMATIE = frozenset({Behandeling.INFORMATIE})
BESPREKING = frozenset({Behandeling.BESPREKING})
KENNISNAME = frozenset({Behandeling.KENNISNAME})
VASTSTELLING = frozenset({Behandeling.VASTSTELLING})

_VOORSTEL_ZWEMFONDS = """
1. Het zwemfonds 2026-2027 van € 246.000 te verdelen naar het aantal kinderen van negen jaar en ouder zonder zwemdiploma, te weten:
  a. € 216.000 voor lesgeld, uitgaande van € 180 per kind;
  b. € 48.000 voor vervoer, uitgaande van € 40 per kind;
2. De gemeenten te vragen vóór 1 oktober 2026 te melden met welk zwembad zij afspraken hebben gemaakt;
3. Geld dat op 31 december 2027 niet is besteed, terug te laten vloeien in het fonds.
"""  # noqa: E501 - a line of stored text is a list item


def agendapunten(voorstel_2a: tuple[Voorstelpunt, ...]) -> tuple[Agendapunt, ...]:
    """Return the items in order; the proposal of 2a is that of its nota, the one of 2b was typed again."""
    punten = (*_eerste_deel(voorstel_2a), *_tweede_deel())
    return tuple(replace(punt, volgorde=plek) for plek, punt in zip(reeks(len(punten)), punten, strict=True))


def _eerste_deel(voorstel_2a: tuple[Voorstelpunt, ...]) -> Iterable[Agendapunt]:
    yield _punt("opening", "Opening en vaststelling agenda", duur=5, standaard=True)
    yield _punt(
        "besloten",
        "Schikking met leverancier plansysteem",
        duur=15,
        ingevoegd=True,
        besloten=True,
        behandeling=BESLUITVORMING,
        toelichting="Besloten op grond van artikel 5.1, tweede lid, onder b, Woo (financieel belang van de regio). "
        "Embargo tot en met 30 september 2026.",
        inleiders=_inleiders("besloten", ("Derk Evering", "jurist")),
    )
    yield _punt("bewegen", "Bewegen en zwemmen", duur=30, behandeling=BESLUITVORMING)
    yield _punt(
        "projectplan",
        "Projectplan Fit de klas in 2026-2029",
        "bewegen",
        inleiders=_inleiders(
            "projectplan", ("Noor Wijnbergen", "programmaleider"), ("Jurre Feenstra", "schoolbestuur De Vlonder")
        ),
        voorstel=tuple(_hernoemd(voorstel_2a)),
    )
    yield _punt(
        "zwemfonds",
        "Verdeling zwemfonds 2026-2027",
        "bewegen",
        voorstel=voorstelpunten(_VOORSTEL_ZWEMFONDS, "punt-zwemfonds"),
    )
    yield _punt(
        "mobiel",
        "Rijdend consultatiebureau in de buitengebieden",
        duur=25,
        behandeling=OPINIEVORMING,
        toelichting="Korte film over een dag mee met de bus in een andere regio.",
        inleiders=_inleiders(
            "mobiel", ("Lotte Broekema", "stafverpleegkundige"), ("Ingeborg Steenhuisen", "Grootlaar")
        ),
    )
    yield _punt("logopedie", "Wachttijden logopedie voor kleuters", duur=10, behandeling=INFORMATIE | BESPREKING)
    yield _punt(
        "verhuizing",
        "Verhuizing consultatiebureau Heemswolde",
        duur=5,
        mondeling=True,
        behandeling=INFORMATIE,
        inleiders=_inleiders("verhuizing", ("Murat Aydemir", "Heemswolde")),
    )


def _tweede_deel() -> Iterable[Agendapunt]:
    yield _punt(
        "thema",
        "Themabijeenkomsten in het najaar",
        duur=5,
        behandeling=BESPREKING,
        toelichting="Voorstel: donderdag 17 september 2026 (opvoeden zonder scherm) en "
        "donderdag 26 november 2026 (de eerste duizend dagen).",
    )
    yield _punt(
        "adviesraad",
        "Vertegenwoordiging in de Jeugdadviesraad",
        duur=5,
        behandeling=BESPREKING | BESLUITVORMING,
        voorstel=voorstelpunten("- Thirza Bonnema (Rietholt) voor vier jaar af te vaardigen.", "punt-adviesraad"),
    )
    yield _punt("ingekomen", "Ingekomen stukken en mededelingen", duur=5, standaard=True, behandeling=KENNISNAME)
    yield _punt("avondspreekuur", "Avondspreekuur vaccinaties", "ingekomen")
    yield _punt("jaaroverzicht", "Jaaroverzicht Jeugdgezondheid 2025", "ingekomen")
    yield _punt("zwembaden", "Brief Zwembaden Vechtdelta over lesuren", "ingekomen")
    yield _punt("infographic", "Infographic Kinderen in beeld 2025", "ingekomen")
    yield _punt(
        "afsprakenlijn",
        "Nieuwe openingstijden van de afsprakenlijn",
        "ingekomen",
        mondeling=True,
        toelichting="Vanaf 1 juli 2026 is de lijn ook op woensdagavond bereikbaar.",
    )
    yield _punt("werkbezoek", "Programma werkbezoek Rietholt", "ingekomen", mondeling=True)
    yield _punt("stage", "Samenwerking met de hogeschool over stageplaatsen", "ingekomen", mondeling=True)
    yield _punt("verslagen", "Verslagen", duur=5, standaard=True, behandeling=VASTSTELLING | KENNISNAME)
    yield _punt("verslag-bc", "BC GO 12 maart 2026", "verslagen", behandeling=VASTSTELLING)
    yield _punt("verslag-ao", "AO GO 7 mei 2026", "verslagen", behandeling=KENNISNAME)
    yield _punt("rondvraag", "Rondvraag en sluiting", duur=10, standaard=True)


def stukken() -> tuple[Stuk, ...]:
    """Return the papers in the order of the agenda; bijlagen stand after the nota they belong to."""
    rij = (
        _stuk("1A", Soort.ADVIESNOTA, "Schikking met leverancier plansysteem", "besloten"),
        _stuk("2a", Soort.ADVIESNOTA, "Projectplan Fit de klas in 2026-2029", "projectplan", bijlagen_beloofd=3),
        _bijlage("2a", 1, Soort.PROJECTPLAN, "Projectplan Fit de klas in 2026-2029", "projectplan"),
        _bijlage("2a", 2, Soort.PRESENTATIE, "Presentatie Zes scholen verder", "projectplan"),
        _bijlage("2a", 3, Soort.BIJLAGE, "Planning op A3", "projectplan", genoemd=False),
        _stuk("2b", Soort.ADVIESNOTA, "Verdeling zwemfonds 2026-2027", "zwemfonds", bijlagen_beloofd=1),
        _bijlage("2b", 1, Soort.BRIEF, "Brief Vereniging Zwembaden Vechtdelta", "zwemfonds"),
        _stuk(
            "3", Soort.OPINIERENDE_NOTA, "Rijdend consultatiebureau in de buitengebieden", "mobiel", bijlagen_beloofd=2
        ),
        _bijlage("3", 1, Soort.BIJLAGE, "Schets standplaats Marsmade-Noord", "mobiel"),
        _bijlage("3", 2, Soort.BIJLAGE, "Gesprekken met dertig ouders", "mobiel"),
        _stuk("4", Soort.INFORMATIENOTA, "Wachttijden logopedie voor kleuters", "logopedie"),
        _stuk("8a", Soort.INFORMATIENOTA, "Avondspreekuur vaccinaties", "avondspreekuur"),
        _stuk("8b", Soort.JAAROVERZICHT, "Jaaroverzicht Jeugdgezondheid 2025", "jaaroverzicht"),
        _stuk("8c", Soort.BRIEF, "Brief Zwembaden Vechtdelta over lesuren", "zwembaden"),
        _stuk("8d", Soort.INFOGRAPHIC, "Infographic Kinderen in beeld 2025", "infographic"),
        _stuk("9a", Soort.VERSLAG, "BC GO 12 maart 2026", "verslag-bc"),
        _stuk("9b", Soort.VERSLAG, "AO GO 7 mei 2026", "verslag-ao"),
    )
    return tuple(replace(stuk, volgorde=plek) for plek, stuk in zip(reeks(len(rij)), rij, strict=True))


def _punt(id_: str, titel: str, ouder: str | None = None, **anders: Any) -> Agendapunt:
    return Agendapunt(
        id=f"punt-{id_}",
        vergadering_id=VERGADERING_ID,
        volgorde="",
        titel=titel,
        ouder_id=f"punt-{ouder}" if ouder else None,
        **anders,
    )


def _stuk(naam: str, soort: Soort, titel: str, punt: str, **anders: Any) -> Stuk:
    return Stuk(
        id=f"stuk-{naam}",
        vergadering_id=VERGADERING_ID,
        volgorde="",
        soort=soort,
        titel=titel,
        agendapunt_id=f"punt-{punt}",
        **anders,
    )


def _bijlage(nota: str, rang: int, soort: Soort, titel: str, punt: str, *, genoemd: bool = True) -> Stuk:
    return _stuk(f"{nota}-bijlage-{rang}", soort, titel, punt, hoort_bij=f"stuk-{nota}", genoemd=genoemd)


def _inleiders(punt: str, *namen: tuple[str, str]) -> tuple[Inleider, ...]:
    return tuple(
        Inleider(id=f"inleider-{punt}-{rang}", volgorde=plek, naam=naam, rol=rol)
        for rang, (plek, (naam, rol)) in enumerate(zip(reeks(len(namen)), namen, strict=True), 1)
    )


def _hernoemd(punten: Iterable[Voorstelpunt]) -> Iterable[Voorstelpunt]:
    """Return the points of a nota as rows of the agenda: the same words, ids of their own."""
    for punt in punten:
        yield replace(punt, id=punt.id.replace("nota", "punt"), onder=tuple(_hernoemd(punt.onder)))
