"""Which tables travel between laptops, for whom their rows are, and how their fields come together: said once, as data.

Everything else follows from the schema itself: the columns, their defaults, and what they refer to.
"""

from dataclasses import dataclass
from enum import StrEnum


class Vanwie(StrEnum):
    """For whom the rows of a table are: from whom they come decides their scope (``opnemen``)."""

    BESTUUR = "bestuur"
    """Papers and agenda: of the secretariat; readers get them published."""
    EIGEN = "eigen"
    """A reader's own; nobody else ever gets them."""
    AFMELDING = "afmelding"
    """Between the member that it is about and the secretariat."""
    REACTIE = "reactie"
    """Between the member that answers and the secretariat."""
    OPMERKING = "opmerking"
    """Of the secretariat, or between a reader and the secretariat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reizend:
    """A table that travels.

    * ``lang``: long texts; two versions that were written apart are merged line by line where that is clear.
    * ``samen``: columns with one rule (CHECK) between them, or one meaning, such as how a vote was counted; they are
      written, and chosen, as one value.
    * ``houdt``: references that may be empty and yet keep what they refer to, such as an item whose secrecy the row
      has. What a row cannot do without (NOT NULL, ON DELETE CASCADE) is kept anyhow.
    * ``streng``: where values differ, the strictest (highest) is shown until somebody chose.
    * ``stil``: the latest is shown and there is nothing to judge, such as how far somebody read.
    * ``antwoord``: of a row between a member and the secretariat, what only the secretariat fills in.
    * ``verzameling``: a row says that something belongs to a set; who adds wins, and there is nothing to judge.
    """

    tabel: str
    vanwie: Vanwie = Vanwie.BESTUUR
    lang: tuple[str, ...] = ()
    samen: tuple[str, ...] = ()
    houdt: tuple[str, ...] = ()
    streng: tuple[str, ...] = ()
    stil: tuple[str, ...] = ()
    antwoord: tuple[str, ...] = ()
    verzameling: bool = False


_GEHEIM = ("besloten",)
_AL_GEHEIM = ("al_besloten",)
_STAND = ("versie", "pagina", "deel", "verste", "gezien", "vorige", "gelezen")
_PLEK = ("versie", "pagina", "begin", "eindpagina", "eind", "citaat", "voor", "na", "vlakken")

REIZEND: tuple[Reizend, ...] = (
    Reizend(tabel="gremium"),
    Reizend(tabel="persoon"),
    Reizend(tabel="lidmaatschap"),
    Reizend(tabel="standaardpunt"),
    Reizend(tabel="vergadering"),
    Reizend(tabel="uitnodigingsbrief", lang=("tekst",)),
    Reizend(tabel="agendapunt", lang=("toelichting",), houdt=("ouder_id",), streng=_GEHEIM),
    Reizend(tabel="agendapunt_behandeling", verzameling=True),
    Reizend(tabel="agendapunt_inleider"),
    Reizend(tabel="stuk", houdt=("agendapunt_id", "hoort_bij"), streng=_GEHEIM),
    Reizend(tabel="stukversie"),
    Reizend(tabel="weglakking"),
    Reizend(tabel="gelakt", samen=("merken", "sha256", "paginas")),
    Reizend(tabel="cijfertabel"),
    Reizend(tabel="cijferkolom"),
    Reizend(tabel="cijferrij"),
    Reizend(tabel="cijfercel"),
    Reizend(tabel="cijfertwijfel"),
    Reizend(tabel="programma", lang=("visie", "nakijken")),
    Reizend(tabel="programmaperiode"),
    Reizend(tabel="themalijn", lang=("ambitie",)),
    Reizend(tabel="projectfase", lang=("omschrijving",)),
    Reizend(tabel="project", lang=("doel", "resultaat", "bijzonderheden"), streng=_GEHEIM),
    Reizend(tabel="aanpakstap"),
    Reizend(tabel="projectzorg", lang=("tekst",)),
    Reizend(tabel="periodebericht", lang=("gedaan", "te_doen", "toelichting")),
    Reizend(tabel="programmarol", lang=("taken",)),
    Reizend(tabel="afkorting"),
    Reizend(tabel="financieringsbron", lang=("voorwaarden",)),
    Reizend(tabel="begrotingsregel", lang=("toelichting",)),
    Reizend(tabel="begrotingsbedrag", samen=("bedrag", "tekst", "twijfel")),
    Reizend(tabel="gedrukt_totaal"),
    Reizend(tabel="meeneempost"),
    Reizend(tabel="besluitgevolg"),
    Reizend(tabel="programmapublicatie", samen=("ingetrokken", "reden")),
    Reizend(tabel="kerndeel"),
    Reizend(tabel="kernkolom"),
    Reizend(tabel="bouwsteen"),
    Reizend(tabel="bouwsteenveld", lang=("tekst",)),
    Reizend(tabel="afweging", lang=("reden",)),
    Reizend(tabel="bouwsteenvraag", lang=("vraag", "antwoord")),
    Reizend(tabel="scenario", lang=("omschrijving",)),
    Reizend(tabel="scenariopost", lang=("toelichting",), samen=("keuze", "bedrag")),
    Reizend(tabel="overlegtafel"),
    Reizend(tabel="tafellid"),
    Reizend(tabel="tafeldag"),
    Reizend(tabel="overlegroute"),
    Reizend(tabel="overlegstap"),
    Reizend(tabel="pencjaar"),
    Reizend(tabel="pencstap"),
    Reizend(tabel="zienswijzeronde"),
    Reizend(tabel="zienswijze", lang=("tekst", "verwerking")),
    Reizend(tabel="bron"),
    Reizend(tabel="nota", stil=("bewerkt",)),
    Reizend(tabel="nota_behandelaar"),
    Reizend(tabel="nota_sectie", lang=("tekst",)),
    Reizend(tabel="voorstelpunt", lang=("tekst",), samen=("agendapunt_id", "nota_id")),
    Reizend(tabel="nota_argument", lang=("tekst",)),
    Reizend(tabel="notaversie"),
    Reizend(tabel="nota_stap", samen=("stand", "reden")),
    Reizend(tabel="advies", lang=("tekst",)),
    Reizend(tabel="sjabloon", streng=_GEHEIM),
    Reizend(tabel="uitgesloten", verzameling=True),
    Reizend(tabel="aanvaarding"),
    Reizend(tabel="agendaversie"),
    Reizend(tabel="agendaversie_punt", streng=_GEHEIM),
    Reizend(tabel="regie", lang=("inleiding", "besluit", "formulering", "risico", "notitie")),
    Reizend(tabel="uitgave", samen=("doelgroep", "persoon_id"), houdt=("persoon_id",)),
    Reizend(tabel="uitgave_deel", samen=("van", "tot")),
    Reizend(tabel="uitgave_ontvanger"),
    Reizend(tabel="uitgave_bestand"),
    Reizend(tabel="presentie", houdt=("van_punt_id", "tot_punt_id")),
    Reizend(tabel="belang"),
    Reizend(tabel="puntverslag", lang=("besproken", "besloten_deel")),
    Reizend(tabel="schorsing"),
    Reizend(tabel="stemming", samen=("voor", "tegen", "onthouden"), streng=_GEHEIM),
    Reizend(tabel="stem"),
    Reizend(tabel="besluit", lang=("tekst",), streng=_GEHEIM),
    Reizend(tabel="verslag"),
    Reizend(tabel="correctie", streng=_GEHEIM),
    Reizend(tabel="vastgesteld", stil=("inhoud",)),
    Reizend(tabel="heropening"),
    Reizend(tabel="dossier", samen=("waardering", "termijn")),
    Reizend(tabel="dossier_stap"),
    Reizend(tabel="vernietiging", samen=("uitgevoerd_op", "uitgevoerd_door")),
    Reizend(tabel="vernietiging_dossier"),
    Reizend(tabel="vernietiging_bestand"),
    Reizend(tabel="actie", lang=("tekst",), streng=_GEHEIM),
    Reizend(tabel="actie_stand"),
    Reizend(tabel="geheimhouding"),
    Reizend(tabel="geheimhouding_stuk", streng=_AL_GEHEIM),
    Reizend(tabel="geheimhouding_punt", streng=_AL_GEHEIM),
    Reizend(tabel="geheimhouding_gebeurtenis"),
    Reizend(tabel="ronde", streng=_GEHEIM),
    Reizend(tabel="ronde_reactie", vanwie=Vanwie.REACTIE),
    Reizend(tabel="afmelding", vanwie=Vanwie.AFMELDING),
    Reizend(
        tabel="opmerking",
        vanwie=Vanwie.OPMERKING,
        lang=("tekst",),
        samen=("vergadering_id", "agendapunt_id", "nota_id"),
        antwoord=("antwoord", "afgehandeld", "afgehandeld_door"),
    ),
    Reizend(tabel="favoriet", vanwie=Vanwie.EIGEN, verzameling=True),
    Reizend(
        tabel="aantekening",
        vanwie=Vanwie.EIGEN,
        lang=("tekst",),
        samen=("soort", "papier"),
        stil=("gewijzigd",),
    ),
    Reizend(tabel="aantekening_plaats", vanwie=Vanwie.EIGEN, samen=_PLEK),
    Reizend(tabel="aantekening_label", vanwie=Vanwie.EIGEN),
    Reizend(tabel="aantekening_lezer", vanwie=Vanwie.EIGEN),
    Reizend(tabel="leesstand", vanwie=Vanwie.EIGEN, samen=_STAND, stil=_STAND),
    Reizend(tabel="bladwijzer", vanwie=Vanwie.EIGEN),
    Reizend(tabel="voorbereiding", vanwie=Vanwie.EIGEN, lang=("vraag", "actie")),
    Reizend(tabel="bewaarregel", vanwie=Vanwie.EIGEN),
    Reizend(tabel="vaststelling", vanwie=Vanwie.EIGEN),
    Reizend(tabel="zoekvraag", vanwie=Vanwie.EIGEN),
)

VAN_HET_BESTUUR = frozenset(een.tabel for een in REIZEND if een.vanwie is Vanwie.BESTUUR)
"""Tables that only the secretariat changes; readers get their rows published."""

PLAATSEN = ("volgorde",)
"""Columns with a place in an order: the newest is shown and there is nothing to judge."""

BLIJFT_HIER = {
    "zoekregel": "afgeleid: welke woorden waar staan",
    "zoekregel_woord": "afgeleid: welke woorden er zijn",
    "zoekregel_termen": "afgeleid: welke woorden er zijn",
    "leestekst": "afgeleid: de woorden van een versie, uit het bestand",
    "bladplek": "afgeleid: waar een bladzijde in een latere versie staat, uit de bestanden",
    "bundelstand": "hoe de stukken hier stonden voor de laatste bundel",
    "bundelstand_papier": "hoe de stukken hier stonden voor de laatste bundel",
    "fixiteit": "wanneer de bestanden van deze laptop zijn nagekeken",
    "fixiteit_fout": "wat daarbij niet klopte",
    "inzage": "het logboek van deze laptop",
    "inzage_gemeld": "wat deze laptop van haar logboek vertelde",
    "inzage_elders": "wat een ander van zijn logboek vertelde",
    "kop": "de bewerkingen zelf",
    "vervangen": "de bewerkingen zelf",
    "bewerking": "de bewerkingen zelf",
    "tekstversie": "de bewerkingen zelf",
    "hermeng": "nog te doen in deze transactie",
    "opname_kolom": "afgeleid: wat er van de tabellen wordt opgenomen",
    "bewerkstand": "van deze laptop",
    "uitwisseling": "wie deze laptop is in de uitwisseling",
    "uitwisseling_segment": "wat in bundels reist, ondertekend en wel",
    "uitwisseling_bestand": "welke bestanden een segment noemt",
    "uitwisseling_deel": "delen van stukken die op andere wachten",
    "uitwisseling_rooster": "reist in bundels in een eigen vorm",
    "uitwisseling_sleutel": "reist in bundels, verzegeld voor wie haar krijgt",
    "uitwisseling_peer": "wat een ander apparaat van zichzelf zei",
    "uitwisseling_verteld": "wat deze laptop een ander van zichzelf vertelde",
    "uitwisseling_publicatie": "wat van een vergadering is vrijgegeven",
    "uitwisseling_stand": "wat van oude segmenten over is, ondertekend en wel",
    "uitwisseling_postbus": "welke postbussen deze laptop gebruikt",
    "uitwisseling_postbus_gelezen": "hoever deze laptop een postbus las",
    "uitwisseling_postbus_daar": "wat al in een postbus staat",
    "uitwisseling_postbus_wacht": "wat deze laptop in een postbus opnieuw leest",
}
"""Tables that do not travel, each with the reason (words of the program, for its makers)."""
