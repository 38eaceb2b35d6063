"""Packs of invented organisations in their own house style, made with our own paper room."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Cel = tuple[float, str]
Lijn = tuple[float, float, float, float]


def schrijf(doel: Path, bladen: list[list[tuple[float, float, str]]], *, lijnen: Sequence[Lijn] = ()) -> Path:
    """Write texts on their places (x, y from the top), and ruled lines on the first page."""
    canvas = Canvas(str(doel), pagesize=A4, invariant=True)
    for nummer, blad in enumerate(bladen):
        canvas.setFont("Helvetica", 10)
        for x, y, tekst in blad:
            canvas.drawString(x, A4[1] - y, tekst)
        for lijn in lijnen if nummer == 0 else ():
            canvas.line(lijn[0], A4[1] - lijn[1], lijn[2], A4[1] - lijn[3])
        canvas.showPage()
    canvas.save()
    return doel


def regels(x: float, y: float, *teksten: str) -> list[tuple[float, float, str]]:
    return [(x, y + 14 * nr, tekst) for nr, tekst in enumerate(teksten) if tekst]


def rij(y: float, *cellen: Cel) -> list[tuple[float, float, str]]:
    return [(x, y + 13 * nr, deel) for x, tekst in cellen for nr, deel in enumerate(tekst.split("\n")) if deel]


DAG = date(2026, 9, 17)


def waterschap(map_: Path) -> Path:
    """Return the pack of a water board: a table without rules, numbers as 3.2, times in a column, no 'Ter …'."""
    k = (50.0, 90.0, 140.0, 330.0, 430.0)
    agenda = [
        *regels(50, 60, "Vergaderlijst van het dagelijks bestuur Oeverland", "Wanneer: donderdag 17 september 2026",
            "Waar: Gemaal De Kolk"),
        *regels(50, 102, "Aanvang: 13.00 uur", "Dijkgraaf: Berend Vaart", "Secretaris-directeur: Tine Sluis"),
        *rij(160, (k[0], "Punt"), (k[1], "Tijd"), (k[2], "Agendapunt"), (k[3], "Aard"), (k[4], "Portefeuillehouder")),
        *rij(190, (k[0], "1"), (k[1], "13.00"), (k[2], "Opening en vaststelling van de\nvergaderlijst"),
            (k[3], "Vaststellend")),
        *rij(230, (k[0], "2"), (k[1], "13.10"),
            (k[2], "Herstel van de noorderkade\n(voorstel met annexen 1 t/m 2 bijgevoegd)"),
                (k[3], "Besluitvormend"), (k[4], "Joris Polder")),
        *rij(270, (k[0], "3"), (k[1], "13.40"), (k[2], "Mededelingen"), (k[3], "Informerend")),
        *rij(300, (k[0], "3.1"), (k[2], "Brief van de vissers (brief bijgevoegd)"), (k[3], "Voor kennisgeving")),
        *rij(330, (k[0], "3.2"), (k[2], "Muskusratten in het riet"), (k[3], "Beeldvormend")),
        *rij(360, (k[0], "4"), (k[1], "14.00"), (k[2], "Rondvraag en einde")),
    ]  # fmt: skip
    nota = regels(
        50, 60,
        "Bestuursvoorstel", "", "Openbaarheid Ja", "Zaak 2026-001200", "Bestemd voor dagelijks bestuur Oeverland",
        "Vergadering van 17 september 2026", "Punt 2", "Opsteller Hanna Rietveld, adviseur kades", "",
        "Over", "Herstel van de noorderkade", "", "Gevraagde beslissing", "1. De noorderkade te herstellen.", "",
        "Aanleiding", "De kade zakt sneller dan gedacht.", "", "Geld", "Het herstel kost 40.000 euro.", "",
        "Annexen", "1. Meetrapport noorderkade", "2. Begroting van het herstel", "", "Beslissing",
    )  # fmt: skip
    return schrijf(
        map_ / "oeverland.pdf",
        [
            agenda,
            nota,
            regels(50, 60, "Meetrapport noorderkade", "De kade zakt.", "Overal."),
            regels(50, 60, "Begroting van het herstel", "Steen.", "Zand."),
        ],
    )


def stichting(map_: Path) -> Path:
    """Return the pack of a foundation: a table with ruled lines, numbers with a bracket, another way to say it all."""
    k = (54.0, 94.0, 304.0, 464.0)
    hoogten = (130.0, 150.0, 190.0, 240.0, 270.0)
    lijnen = [(50.0, y, 550.0, y) for y in hoogten] + [(x - 4, hoogten[0], x - 4, hoogten[-1]) for x in (*k, 554.0)]
    agenda = [
        *regels(50, 60, "Programma raad van toezicht De Vlonder", "Dag: donderdag 17 september 2026",
            "Tijd: 19.30 uur", "Locatie: School De Steiger", "Leiding: Saar Kade"),
        *rij(144, (k[0], "#"), (k[1], "Onderwerp"), (k[2], "Doel van de bespreking"), (k[3], "Door")),
        *rij(166, (k[0], "1)"), (k[1], "Welkom"), (k[2], "Om te weten")),
        *rij(206, (k[0], "2)"), (k[1], "Nieuw schoolplein\n(besluitnotitie bijgevoegd)"),
            (k[2], "Om te besluiten"), (k[3], "Pim Brug")),
        *rij(256, (k[0], "3)"), (k[1], "Rondje en afsluiting")),
    ]  # fmt: skip
    nota = regels(
        50, 60,
        "Besluitnotitie", "", "Mag naar buiten Nee", "Kenmerk 2026-000310", "Voor wie raad van toezicht De Vlonder",
        "Behandeling op 17 september 2026", "Bij punt 2", "Van Pim Brug, bestuurder", "",
        "Titel", "Nieuw schoolplein", "", "Wij vragen u", "1. Het plein aan te leggen.", "",
        "Wat eraan voorafging", "Het oude plein is te klein.", "", "Middelen", "Er is geld.", "", "Uitkomst",
    )  # fmt: skip
    return schrijf(map_ / "vlonder.pdf", [agenda, nota], lijnen=lijnen)


def gilde(map_: Path, *, dag: str = "donderdag 17 september 2026", zaak: str = "Nieuwe lichtboei") -> Path:
    """Return the pack of a guild whose words no layout that comes with the program has; one line has them all."""
    k = (50.0, 90.0, 140.0, 330.0, 450.0)
    agenda = [
        *regels(50, 60, "Werklijst gildebestuur Duinrand", f"Dagtekening: {dag}", "Zaal: De Kombuis te Duinrand",
            "Klokke: 20.00 uur"),
        *regels(50, 116, "Deken: Loes Helm", "Griffier: Jaap Zout"),
        *rij(170, (k[0], "Volg"), (k[1], "Klok"), (k[2], "Kwestie"), (k[3], "Waartoe"), (k[4], "Woordvoerder")),
        *rij(200, (k[0], "1"), (k[1], "20.00"), (k[2], "Welkom en vaststelling van de\nwerklijst"),
            (k[3], "Tot vastlegging")),
        *rij(240, (k[0], "2"), (k[1], "20.10"), (k[2], f"{zaak}\n(beslisblad bijgevoegd)"), (k[3], "Tot beslechting"),
            (k[4], "Wim Net")),
        *rij(280, (k[0], "3"), (k[1], "20.40"), (k[2], "Stand van de netten"), (k[3], "Tot weet")),
        *rij(310, (k[0], "4"), (k[1], "21.00"), (k[2], "Afmeren")),
        (50.0, 780.0, "Vel 1 van 2"),
    ]  # fmt: skip
    nota = regels(
        50, 60,
        "Beslisblad", "", "Voor ieder Ja", "Dossier 2026-002300", "Gericht aan gildebestuur Duinrand",
        f"Zitting van {dag.split(' ', 1)[1]}", "Volgnummer 2", "Pen Wim Net, kustwacht", "",
        "Betreffende", zaak, "", "Verzoek aan het bestuur", "1. De boei te kopen.", "",
        "Hoe het zo kwam", "De oude boei is gezonken.", "", "Wat het kost", "De boei kost 900 euro.", "",
        "Slotwoord",
    )  # fmt: skip
    return schrijf(map_ / f"gilde {dag.split()[1]}.pdf", [agenda, [*nota, (50.0, 780.0, "Vel 2 van 2")]])


GILDELES = (
    ("agenda.titels", "Werklijst"), ("agenda.velden.datum", "Dagtekening"), ("agenda.velden.plaats", "Zaal"),
    ("agenda.velden.tijd", "Klokke"), ("agenda.velden.voorzitter", "Deken"), ("agenda.velden.secretaris", "Griffier"),
    ("agenda.koppen", "Volg Klok Kwestie Waartoe Woordvoerder"), ("agenda.hoofdnummer", "1 20.00 Welkom"),
    ("agenda.sluiting", "Afmeren"), ("behandeling.woorden.vaststelling", "Tot vastlegging"),
    ("behandeling.woorden.besluitvorming", "Tot beslechting"), ("behandeling.woorden.informatie", "Tot weet"),
    ("nota.titels.adviesnota", "Beslisblad"), ("nota.velden.openbaar", "Voor ieder"),
    ("nota.velden.registratienummer", "Dossier"), ("nota.velden.gremium", "Gericht aan"),
    ("nota.velden.datum", "Zitting van"), ("nota.velden.agendapunt", "Volgnummer"), ("nota.velden.behandelaar", "Pen"),
    ("nota.velden.onderwerp", "Betreffende"), ("nota.secties.voorstel", "Verzoek aan het bestuur"),
    ("nota.secties.inleiding", "Hoe het zo kwam"), ("nota.secties.kosten, baten, dekking", "Wat het kost"),
    ("nota.secties.besluit", "Slotwoord"), ("voet", "Vel"),
)  # fmt: skip
"""What somebody points at on a pack of the guild: the role, and the word or line."""
GILDEKOLOMMEN = ("nummer", "tijd", "onderwerp", "voorstel", "inleider")


_K = (90.0, 150.0, 320.0, 400.0)
VEERAGENDA = [
    *regels(90, 60, "Veerdienst Vierstromen", "AGENDA", "Vergadering van het dagelijks bestuur",
        "donderdag 24 maart 2022, 14.00 – 16.30 uur", "Gemeentehuis Oeverdorp, raadzaal"),
    *regels(90, 130, "Voorzitter: mw. A. de Boer", "Secretaris: dhr. K. Vlet"),
    *rij(180, (_K[0], "Nr"), (_K[1], "Onderwerp"), (_K[2], "Bijlage"), (_K[3], "Doel")),
    *rij(200, (_K[0], "1."), (_K[1], "Opening")),
    *rij(220, (_K[0], "2."), (_K[1], "Verslag van 10 februari\n2022"), (_K[2], "2"), (_K[3], "Vaststellen")),
    *rij(260, (_K[0], "3."), (_K[1], "Ingekomen stukken"), (_K[3], "Ter kennisname")),
    *rij(280, (_K[0], "3a"), (_K[1], "Brief van de vissers"), (_K[2], "3a"), (_K[3], "Bespreken")),
    *rij(300, (_K[0], "4."), (_K[1], "Jaarrekening 2021\n(bijlage 1)"), (_K[2], "4"), (_K[3], "Instemmen")),
    *rij(330, (_K[0], "5."), (_K[1], "Nieuwe veerpont"), (_K[2], "5"), (_K[3], "Besluiten")),
    *rij(350, (_K[0], "6."), (_K[1], "Rondvraag en sluiting")),
]  # fmt: skip
_VERSLAG = regels(
    90, 60, "Verslag van de vergadering van het dagelijks bestuur", "gehouden op 10 februari 2022 te Oeverdorp",
    "Aanwezig: mw. A. de Boer (voorzitter), dhr. K. Vlet", "1. Opening", "De voorzitter opent.", "2. Kaderbrief",
    "Het bestuur bespreekt de brief.", "3. Sluiting", "De voorzitter sluit.",
)  # fmt: skip
_JAARREKENING = [
    *rij(60, (90, "Voorstel aan"), (260, "Dagelijks bestuur")),
    *rij(74, (90, "Datum vergadering"), (260, "24 maart 2022")),
    *rij(88, (90, "Agendapunt"), (260, "4")),
    *rij(102, (90, "Onderwerp"), (260, "Jaarrekening 2021")),
    *rij(116, (90, "Portefeuillehouder"), (260, "dhr. P. Smit")),
    *rij(130, (90, "Steller"), (260, "mw. J. Ruis (controller)")),
    *regels(90, 170, "Gevraagd besluit", "", "In te stemmen met de jaarrekening.", "", "Aanleiding", "",
        "De wet vraagt het.", "", "Financiën", "", "Er is 900 euro over."),
]  # fmt: skip
_BIJLAGE = regels(90, 60, "Jaarrekening 2021 van de veerdienst", "In het jaar is gevaren.", "Dat ging goed.")
_VEERPONT = regels(
    90, 60, "ADVIESNOTA DAGELIJKS BESTUUR", "", "Agendapunt: 5", "Datum: 24-03-2022", "Van: dhr. Rob Net, inkoop",
    "Onderwerp: Nieuwe veerpont", "Openbaar: nee", "", "Voorgesteld besluit", "", "1) De pont te kopen.", "",
    "Aanleiding", "", "De oude pont is op.", "", "Risico’s", "", "1.1 De prijs kan stijgen.", "", "Planning", "",
    "De pont vaart in mei.",
)  # fmt: skip


def veerdienst(map_: Path) -> Path:
    """Return the pack of a ferry service that no layout was made for: its words are those that many use."""
    lijnen = [(86.0, y, 500.0, y) for y in (168.0, 188.0, 208.0, 248.0, 268.0, 288.0, 318.0, 338.0, 358.0)]
    return schrijf(map_ / "veerdienst.pdf", [VEERAGENDA, _VERSLAG, _JAARREKENING, _BIJLAGE, _VEERPONT], lijnen=lijnen)
