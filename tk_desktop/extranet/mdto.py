"""Dossiers, papers and files as MDTO 1.0.1, the metadata by which an archive takes them over (K9).

Source: Nationaal Archief, Metagegevens voor duurzaam toegankelijke overheidsinformatie. One file describes one object,
elements in the order of that standard. Its schema does not travel with this program; ``docs/open-standaarden.md`` says
what is held to rules of our own instead, and which lists of words are ours.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from tk_desktop.base.webnaam import webnaam
from tk_desktop.domain.datum import lang
from tk_desktop.domain.dossier import Dossier, Waardering
from tk_desktop.domain.momentopname import BESLOTEN_VARIANT, Momentopname
from tk_desktop.domain.selectielijst import Bewaarkeuze
from tk_desktop.domain.stuk import Stuk
from tk_desktop.extranet.uitgangplan import Dossiermap, Uitgangsbestand
from tk_desktop.minutes.dossiers import dossier_of, retention_of
from tk_desktop.store.selectielijst import known_selectielijst
from tk_desktop.store.werkmap import Store

NAAMRUIMTE = "https://www.nationaalarchief.nl/mdto"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_PLAATS = f"{NAAMRUIMTE} {NAAMRUIMTE}/MDTO-XML1.0.1.xsd"
_BRON = "TK Desktop"
_NIVEAUS = "Begrippenlijst Aggregatieniveaus MDTO"
_WAARDERINGEN = "Begrippenlijst Waarderingen MDTO"
_SOMMEN = "Begrippenlijst ChecksumAlgoritmen MDTO"
_FORMATEN = "IANA Media Types"
_BEPERKINGEN = "Beperkingen van TK Desktop"
_STAPPEN = "Dossierstappen van TK Desktop"
_DEKKINGEN = "Dekking in tijd van TK Desktop"
_WAARDERING = {Waardering.BEWAREN: ("Blijvend te bewaren", "B"), Waardering.VERNIETIGEN: ("Te vernietigen", "V")}

_GEEN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML can hold."""

Naam = tuple[str, str]
"""An object that is referred to: its id and its name."""


def describe(store: Store, plan: Sequence[Dossiermap], groottes: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield for each dossier, paper and file its place in the folder and its XML.

    ``groottes`` are the bytes of each file by its place; one that is not there is gone, and not described.
    """
    for blad in plan:
        opname = store.opname(blad.vergadering_id)
        stukken = store.stukken.van_vergadering(blad.vergadering_id)
        er = [een for een in blad.bestanden if een.pad in groottes]
        ids = {een.id for een in stukken}
        los = [een for een in er if een.stuk_id not in ids]
        bewaring = retention_of(store, blad.vergadering_id)
        dossier = dossier_of(store, blad.vergadering_id)
        yield f"{blad.map}/mdto/dossier.xml", _dossier(opname, dossier, bewaring, stukken, los)
        namen: list[str] = []
        for stuk in stukken:
            eigen = [een for een in er if een.stuk_id == stuk.id]
            namen.append(webnaam(stuk.titel, namen))
            yield f"{blad.map}/mdto/stuk-{namen[-1]}.xml", _stuk(opname, stuk, bewaring, eigen)
        for een in er:
            van = next(((stuk.id, stuk.titel) for stuk in stukken if stuk.id == een.stuk_id), _naam(opname))
            yield f"{blad.map}/mdto/bestand-{een.naam}.xml", _bestand(een, groottes[een.pad], van)


def _naam(opname: Momentopname) -> Naam:
    return opname.vergadering.id, f"{opname.gremium.naam} {lang(opname.vergadering.datum)}"


def _dossier(
    opname: Momentopname,
    dossier: Dossier,
    bewaring: Bewaarkeuze,
    stukken: Sequence[Stuk],
    los: Sequence[Uitgangsbestand],
) -> str:
    wortel, deze = _object("informatieobject", *_naam(opname))
    _begrip(deze, "aggregatieniveau", "Dossier", _NIVEAUS)
    _classificeer(deze, bewaring)
    dekking = ET.SubElement(deze, "dekkingInTijd")
    _begrip(dekking, "dekkingInTijdType", "Dag van de vergadering", _DEKKINGEN)
    _tekst(dekking, "dekkingInTijdBegindatum", opname.vergadering.datum.isoformat())
    for regel in dossier.regels:
        event = ET.SubElement(deze, "event")
        _begrip(event, "eventType", regel.stap.value.capitalize(), _STAPPEN)
        _tekst(event, "eventTijd", regel.datum.isoformat())
        if regel.wie:
            _verwijs(event, "eventVerantwoordelijkeActor", ("", regel.wie))
        if regel.reden:
            _tekst(event, "eventResultaat", regel.reden)
    _waardeer(deze, bewaring)
    for stuk in stukken:
        _verwijs(deze, "bevatOnderdeel", (stuk.id, stuk.titel))
    for een in los:
        _verwijs(deze, "heeftRepresentatie", (een.sha256, een.naam))
    _verwijs(deze, "archiefvormer", ("", opname.gremium.naam))
    dicht = any(opname.is_besloten(punt) for punt in opname.agendapunten) or any(map(opname.stuk_is_besloten, stukken))
    _beperk(deze, "Deels besloten" if dicht else "Openbaar", ())
    return _xml(wortel)


def _stuk(opname: Momentopname, stuk: Stuk, bewaring: Bewaarkeuze, bestanden: Sequence[Uitgangsbestand]) -> str:
    wortel, deze = _object("informatieobject", stuk.id, stuk.titel)
    _begrip(deze, "aggregatieniveau", "Archiefstuk", _NIVEAUS)
    _classificeer(deze, bewaring)
    _tekst(deze, "omschrijving", stuk.soort.value.capitalize())
    _waardeer(deze, bewaring)
    _verwijs(deze, "isOnderdeelVan", _naam(opname))
    for een in bestanden:
        _verwijs(deze, "heeftRepresentatie", (een.sha256, een.naam))
    _verwijs(deze, "archiefvormer", ("", opname.gremium.naam))
    _beperk(deze, "Besloten" if opname.stuk_is_besloten(stuk) else "Openbaar", opname.stempels_op_stuk(stuk))
    return _xml(wortel)


def _bestand(een: Uitgangsbestand, groot: int, van: Naam) -> str:
    wortel, deze = _object("bestand", een.sha256, een.naam)
    _tekst(deze, "omvang", str(groot))
    _begrip(deze, "bestandsformaat", een.media or "application/octet-stream", _FORMATEN)
    som = ET.SubElement(deze, "checksum")
    _begrip(som, "checksumAlgoritme", "SHA-256", _SOMMEN)
    _tekst(som, "checksumWaarde", een.sha256)
    _tekst(som, "checksumDatum", een.ontvangen)
    _verwijs(deze, "isRepresentatieVan", van)
    return _xml(wortel)


def _object(soort: str, id_: str, naam: str) -> tuple[ET.Element, ET.Element]:
    wortel = ET.Element("MDTO", {"xmlns": NAAMRUIMTE, "xmlns:xsi": _XSI, "xsi:schemaLocation": _PLAATS})
    deze = ET.SubElement(wortel, soort)
    _identificeer(deze, "identificatie", id_)
    _tekst(deze, "naam", naam)
    return wortel, deze


def _classificeer(deze: ET.Element, bewaring: Bewaarkeuze) -> None:
    categorie = bewaring.categorie
    _begrip(deze, "classificatie", categorie.omschrijving, known_selectielijst().naam, categorie.nummer)


def _waardeer(deze: ET.Element, bewaring: Bewaarkeuze) -> None:
    _begrip(deze, "waardering", *_met_lijst(bewaring.waardering))
    if bewaring.termijn is not None:
        termijn = ET.SubElement(deze, "bewaartermijn")
        if bewaring.vanaf is not None:
            _tekst(termijn, "termijnStartdatumLooptijd", bewaring.vanaf.isoformat())
        _tekst(termijn, "termijnLooptijd", f"P{bewaring.termijn}Y")
        if bewaring.einde is not None:
            _tekst(termijn, "termijnEinddatum", bewaring.einde.isoformat())
    categorie = bewaring.categorie
    _begrip(deze, "informatiecategorie", categorie.omschrijving, known_selectielijst().naam, categorie.nummer)


def _met_lijst(waardering: Waardering) -> tuple[str, str, str]:
    label, code = _WAARDERING[waardering]
    return label, _WAARDERINGEN, code


def _beperk(deze: ET.Element, soort: str, plichten: Sequence[str]) -> None:
    """Tell for whom it is, and each duty of secrecy in the words of its stamp."""
    for nader in plichten or ("",):
        beperking = ET.SubElement(deze, "beperkingGebruik")
        _begrip(beperking, "beperkingGebruikType", _soort(nader) if nader else soort, _BEPERKINGEN)
        if nader:
            _tekst(beperking, "beperkingGebruikNadereBeschrijving", nader)


def _soort(stempel: str) -> str:
    return "Deels besloten" if stempel == BESLOTEN_VARIANT else "Geheim"


def _identificeer(ouder: ET.Element, naam: str, id_: str) -> None:
    deel = ET.SubElement(ouder, naam)
    _tekst(deel, "identificatieKenmerk", id_)
    _tekst(deel, "identificatieBron", _BRON)


def _verwijs(ouder: ET.Element, element: str, naar: Naam) -> None:
    id_, naam = naar
    deel = ET.SubElement(ouder, element)
    _tekst(deel, "verwijzingNaam", naam)
    if id_:
        _identificeer(deel, "verwijzingIdentificatie", id_)


def _begrip(ouder: ET.Element, element: str, label: str, lijst: str, code: str = "") -> None:
    deel = ET.SubElement(ouder, element)
    _tekst(deel, "begripLabel", label)
    if code:
        _tekst(deel, "begripCode", code)
    _verwijs(deel, "begripBegrippenlijst", ("", lijst))


def _tekst(ouder: ET.Element, element: str, tekst: str) -> None:
    ET.SubElement(ouder, element).text = _GEEN_XML.sub("", tekst).strip() or "-"


def _xml(wortel: ET.Element) -> str:
    ET.indent(wortel)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(wortel, encoding="unicode")}\n'
