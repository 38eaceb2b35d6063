"""The invented sample meeting: Bestuurscommissie Gezond Opgroeien of Regio Vechtstreek, Thursday 4 June 2026.

Every person, place and figure is made up. The mistakes in it are meant; ``resources/sample/LEESMIJ.md`` names them.
"""

from dataclasses import replace
from datetime import date, time

from tests.voorbeeld.agenda import agendapunten, stukken
from tests.voorbeeld.mensen import GREMIUM, LEDEN, PERSONEN, VERGADERING_ID
from tests.voorbeeld.notateksten import lees_nota, tekst_van
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Behandelaar, Nota, Vorm
from tk_desktop.domain.vergadering import Uitnodigingsbrief, Vergadering

GEHEIME_WOORDEN = ("Kwadraat Zorgsystemen", "Schikking met leverancier plansysteem", "schikkingsvoorstel", "187.400")
"""Words that stand in the besloten item only; none may reach a public set."""

_VERGADERING = Vergadering(
    id=VERGADERING_ID,
    gremium_id=GREMIUM.id,
    datum=date(2026, 6, 4),
    begin=time(9, 30),
    einde=time(11, 30),
    plaats="de Sluiszaal van het Vechthuis, Kadeplein 3 te Lindervoort",
    voorzitter_id="persoon-terweel",
    secretaris_id="persoon-hartkoorn",
    gelegenheid="Regiodag",
)

_NOOR = Behandelaar(
    id="behandelaar-wijnbergen",
    volgorde="c",
    naam="Noor Wijnbergen",
    functie="programmaleider",
    telefoon="06-00 14 27 31",
)
_STIJN = Behandelaar(
    id="behandelaar-hazekamp", volgorde="i", naam="Stijn Hazekamp", functie="beleidsadviseur", telefoon="06-00 14 27 45"
)
_LOTTE = Behandelaar(
    id="behandelaar-broekema",
    volgorde="c",
    naam="Lotte Broekema",
    functie="stafverpleegkundige",
    telefoon="06-00 14 28 02",
)
_DERK = Behandelaar(
    id="behandelaar-evering", volgorde="c", naam="Derk Evering", functie="jurist", telefoon="06-00 14 28 19"
)


def voorbeeld() -> Momentopname:
    """Return the sample meeting with its letter, agenda, papers and members, as it is before the meeting."""
    notas = {nota.stuk_id: nota for nota in _notas()}
    return Momentopname.maak(
        GREMIUM,
        _VERGADERING,
        personen=PERSONEN,
        leden=LEDEN,
        agendapunten=agendapunten(notas["stuk-2a"].voorstel),
        stukken=stukken(),
        notas=notas,
        brief=_brief(),
    )


def met_lek(opname: Momentopname) -> Momentopname:
    """Return the meeting with the title of its besloten item told in a public mededeling: only for tests."""
    besloten = next(punt for punt in opname.agendapunten if punt.besloten)
    punten = tuple(
        replace(punt, toelichting=f"In verband met ‘{besloten.titel}’ gaat de lijn een week later open.")
        if punt.id == "punt-afsprakenlijn"
        else punt
        for punt in opname.agendapunten
    )
    return replace(opname, agendapunten=punten)


def _brief() -> Uitnodigingsbrief:
    return Uitnodigingsbrief(
        id="brief-1",
        vergadering_id=VERGADERING_ID,
        aan="de leden van de Bestuurscommissie Gezond Opgroeien",
        ons_kenmerk="RV/JG/2026-0173",
        datum=date(2026, 5, 21),
        behandeld_door="F. Roelink",
        email="bestuurssecretariaat@regiovechtstreek.example",
        doorkiesnummer="06 00 14 27 00",
        onderwerp="Vergadering BC GO van 4 juni 2026, 09.30 tot 11.30 uur",
        aanhef="Geachte leden,",
        tekst=tekst_van("brief"),
        verhindering_uiterlijk=date(2026, 6, 1),
        verhindering_telefoon="06 00 14 27 00",
        verhindering_email="bestuurssecretariaat@regiovechtstreek.example",
        afsluiting="Met vriendelijke groet,",
        ondertekenaar="Willemijn Hartkoorn",
        functie="secretaris Bestuurscommissie Gezond Opgroeien",
        mede_namens_voorzitter=True,
    )


def _notas() -> tuple[Nota, ...]:
    return (
        lees_nota(
            "1A",
            Vorm.ADVIESNOTA,
            "Schikking met leverancier plansysteem",
            nummer="2026-000431",
            domein="Bedrijfsvoering",
            door=(_DERK,),
        ),
        lees_nota(
            "2a",
            Vorm.ADVIESNOTA,
            "Projectplan Fit de klas in 2026-2029",
            nummer="2026-000402",
            domein="Jeugdgezondheid",
            door=(_NOOR, _STIJN),
        ),
        lees_nota(
            "2b",
            Vorm.ADVIESNOTA,
            "Verdeling zwemfonds 2026-2027",
            nummer="2026-000409",
            domein="Jeugd en bewegen",
            door=(_STIJN,),
        ),
        lees_nota(
            "3",
            Vorm.OPINIERENDE_NOTA,
            "Rijdend consultatiebureau in de buitengebieden",
            nummer="2026-000415",
            domein="Jeugdgezondheid",
            door=(_LOTTE, _STIJN),
        ),
        lees_nota(
            "4",
            Vorm.INFORMATIENOTA_DOEL,
            "Wachttijden logopedie voor kleuters",
            nummer="2026-000418",
            domein="Jeugdgezondheid",
            door=(_LOTTE,),
        ),
        lees_nota(
            "8a",
            Vorm.INFORMATIENOTA_KORT,
            "Avondspreekuur vaccinaties",
            nummer="2026-000418",
            domein="Jeugdgezondheid",
            door=(_LOTTE,),
        ),
    )
