"""Dossiers, papers and files as MDTO 1.0.1, the metadata by which an archive takes them over (K9).

Source: Nationaal Archief, Metagegevens voor duurzaam toegankelijke overheidsinformatie. One file describes one object,
elements in the order of that standard. Its schema does not travel with this program; ``docs/open-standaarden.md`` says
what is held to rules of our own instead, and which lists of words are ours.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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


def describe(
    store: Store, plan: Sequence[Dossiermap], sommen: Mapping[str, tuple[str, int]]
) -> Iterator[tuple[str, str]]:
    """Yield for each dossier, paper and file its place in the folder and its XML.

    ``sommen`` are the SHA-256 and the bytes of each file by its place, the pages of meetings too; one that is not
    there is gone, and not described.
    """
    for blad in plan:
        opname = store.opname(blad.vergadering_id)
        stukken = store.stukken.van_vergadering(blad.vergadering_id)
        er = [een for een in blad.bestanden if een.pad in sommen]
        ids = {een.id for een in stukken}
        los = [een for een in er if een.stuk_id not in ids]
        dossier = dossier_of(store, blad.vergadering_id)
        eigen = _eigen(blad, opname, dossier, sommen)
        bij = _Bij(opname=opname, bewaring=retention_of(store, blad.vergadering_id))
        eigen_stukken = [(een.stuk_id, een.titel) for een in eigen if een.stuk_id not in ids]
        yield f"{blad.map}/mdto/dossier.xml", _dossier(bij, dossier, stukken, eigen_stukken, los)
        for een in eigen:
            if een.stuk_id not in ids:
                yield f"{blad.map}/mdto/{een.naam.removesuffix('.html')}.xml", _eigen_stuk(bij, een)
        namen: list[str] = []
        for stuk in stukken:
            van_stuk = [een for een in (*er, *eigen) if een.is_van(stuk.id)]
            namen.append(webnaam(stuk.titel, namen))
            yield f"{blad.map}/mdto/stuk-{namen[-1]}.xml", _stuk(bij, stuk, van_stuk)
        titels = {stuk.id: stuk.titel for stuk in stukken} | dict(eigen_stukken)
        for soort, bestanden in (("bestand", er), ("bladzijde", eigen)):
            for een in bestanden:
                van = (een.stuk_id, titels[een.stuk_id]) if een.stuk_id in titels else _naam(opname)
                yield f"{blad.map}/mdto/{soort}-{een.naam}.xml", _bestand(een, sommen[een.pad][1], van)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bij:
    """The meeting that an object belongs to, and how long it is kept."""

    opname: Momentopname
    bewaring: Bewaarkeuze

    @property
    def beperking(self) -> str:
        """Whether all of the meeting is public."""
        dicht = any(map(self.opname.is_besloten, self.opname.agendapunten))
        return "Deels besloten" if dicht or any(map(self.opname.stuk_is_besloten, self.opname.stukken)) else "Openbaar"


_EIGEN = (("index", "Agenda en uitnodiging"), ("besluitenlijst", "Besluitenlijst"), ("verslag", "Verslag"))
"""The papers of a meeting that only stand in its folder as a page of the exit, by the name of that page."""


def _eigen(
    blad: Dossiermap, opname: Momentopname, dossier: Dossier, sommen: Mapping[str, tuple[str, int]]
) -> list[Uitgangsbestand]:
    """Return the pages of a meeting that are papers, as files: those of its nota's, and those that are no stuk.

    No row tells when they were made: their day is that on which the dossier was closed, or else of the meeting.
    """
    dag = (dossier.gesloten_op or opname.vergadering.datum).isoformat()
    paginas = [(f"{opname.vergadering.id}-{naam}", f"{naam}.html", titel) for naam, titel in _EIGEN]
    paginas += [(stuk_id, naam, naam) for stuk_id, naam in blad.paginas.items()]
    return [
        Uitgangsbestand(sha256=sommen[pad][0], pad=pad, titel=titel, media="text/html", ontvangen=dag, stuk_id=stuk_id)
        for stuk_id, naam, titel in paginas
        if (pad := f"{blad.map}/{naam}") in sommen
    ]


def _naam(opname: Momentopname) -> Naam:
    return opname.vergadering.id, f"{opname.gremium.naam} {lang(opname.vergadering.datum)}"


def _dossier(
    bij: _Bij,
    dossier: Dossier,
    stukken: Sequence[Stuk],
    eigen: Sequence[Naam],
    los: Sequence[Uitgangsbestand],
) -> str:
    opname = bij.opname
    wortel, deze = _object("informatieobject", *_naam(opname))
    _begrip(deze, "aggregatieniveau", "Dossier", _NIVEAUS)
    _classificeer(deze, bij.bewaring)
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
    _waardeer(deze, bij.bewaring)
    for onderdeel in (*eigen, *((stuk.id, stuk.titel) for stuk in stukken)):
        _verwijs(deze, "bevatOnderdeel", onderdeel)
    for een in los:
        _verwijs(deze, "heeftRepresentatie", (een.sha256, een.naam))
    _verwijs(deze, "archiefvormer", ("", opname.gremium.naam))
    _beperk(deze, bij.beperking, ())
    return _xml(wortel)


def _stuk(bij: _Bij, stuk: Stuk, bestanden: Sequence[Uitgangsbestand]) -> str:
    opname = bij.opname
    wortel, deze = _archiefstuk(bij, (stuk.id, stuk.titel), stuk.soort.value.capitalize(), bestanden)
    _beperk(deze, "Besloten" if opname.stuk_is_besloten(stuk) else "Openbaar", opname.stempels_op_stuk(stuk))
    return _xml(wortel)


def _eigen_stuk(bij: _Bij, een: Uitgangsbestand) -> str:
    wortel, deze = _archiefstuk(bij, (een.stuk_id, een.titel), een.titel, [een])
    _beperk(deze, bij.beperking, ())
    return _xml(wortel)


def _archiefstuk(
    bij: _Bij, naam: Naam, omschrijving: str, bestanden: Sequence[Uitgangsbestand]
) -> tuple[ET.Element, ET.Element]:
    wortel, deze = _object("informatieobject", *naam)
    _begrip(deze, "aggregatieniveau", "Archiefstuk", _NIVEAUS)
    _classificeer(deze, bij.bewaring)
    _tekst(deze, "omschrijving", omschrijving)
    _waardeer(deze, bij.bewaring)
    _verwijs(deze, "isOnderdeelVan", _naam(bij.opname))
    for een in bestanden:
        _verwijs(deze, "heeftRepresentatie", (een.sha256, een.naam))
    _verwijs(deze, "archiefvormer", ("", bij.opname.gremium.naam))
    return wortel, deze


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
