"""A meeting as ORI-A 1.0.1: the archive model for raadsinformatie of Dutch public bodies (L4).

Source: Regionaal Archief Rivierenland, ORI-A-XSD. Elements stand in the order of that schema. What it has no word for
stays as literal text in an explanation; ``docs/open-standaarden.md`` names each such gap.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import time
from operator import itemgetter
from pathlib import Path
from typing import Self
from xml.etree import ElementTree as ET

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import read_bytes
from tk_desktop.base.paths import resources
from tk_desktop.domain.actie import Actiesoort
from tk_desktop.domain.agenda import DICHT_PUNT, Agendapunt, behandelwijze
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.datum import lang
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.stemming import Keuze, Stemming, Stemwijze
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.voorstel import zinnen
from tk_desktop.domain.zitting import Zitting
from tk_desktop.extranet.bladen import heeft_verslag
from tk_desktop.extranet.stof import Vergaderblad

NAAMRUIMTE = "https://ori-a.nl"
_SOORTEN = "Soorten stukken van TK Desktop"
_ROLLEN = "Hoedanigheden van TK Desktop"
_LIJSTEN = ("besluitResultaat", "stemmingstype", "keuzeStemming", "vergaderingStatus")


class VertalingOnbruikbaar(TkError):
    """The list of words for an open standard cannot be read."""

    code = "TK-E56"
    melding = "De woordenlijst ‘{bestand}’ voor ORI-A kan niet worden gelezen."
    veilig = "Er is niets geschreven."
    advies = "Begin met een kopie van resources/extranet/ori-a.toml, en verander daarin alleen woorden achter ‘=’."


class Vertaling:
    """What our words are called in ORI-A; a word that is not there has none."""

    def __init__(self, lijsten: Mapping[str, Mapping[str, str]]) -> None:
        self._lijsten = lijsten

    @classmethod
    def load(cls, bestand: Path | None = None) -> Self:
        """Read the list that comes with the program, or another; raises ``VertalingOnbruikbaar``."""
        pad = bestand or resources() / "extranet" / "ori-a.toml"
        try:
            gelezen = tomllib.loads(read_bytes(pad).decode("utf-8"))
            lijsten = {naam: {str(ons): str(hun) for ons, hun in gelezen[naam].items()} for naam in _LIJSTEN}
        except (ValueError, KeyError, AttributeError) as fout:
            raise VertalingOnbruikbaar(bestand=pad.name) from fout
        return cls(lijsten)

    def woord(self, lijst: str, ons: str) -> str:
        """Return the word of a list of ORI-A, empty when it has none."""
        return self._lijsten[lijst].get(ons, "")


def make_ori_a(blad: Vergaderblad, vertaling: Vertaling) -> bytes:
    """Return a meeting of a site as ORI-A XML, with what came of it when it was held and that may be known."""
    ET.register_namespace("ori-a", NAAMRUIMTE)
    wortel = ET.Element(_naam("ORI-A"))
    zitting = blad.stof.zitting if blad.stof is not None else None
    _vergadering(wortel, blad, vertaling)
    _agendapunten(wortel, "agendapunt", blad, zitting, None)
    if zitting is not None:
        for stemming in zitting.stemmingen:
            _stemming(wortel, zitting, stemming, vertaling)
        for besluit in zitting.besluiten:
            _besluit(wortel, zitting, besluit, vertaling)
        for wie in zitting.aanwezigen():
            _deelnemer(wortel, zitting, wie, vertaling)
    ET.indent(wortel)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(wortel, encoding="unicode")}\n'.encode()


def _vergadering(wortel: ET.Element, blad: Vergaderblad, vertaling: Vertaling) -> None:
    opname = blad.opname
    vergadering = opname.vergadering
    el = _zet(wortel, "vergadering")
    _zet(el, "ID", vergadering.id)
    _zet(el, "naam", f"{opname.gremium.naam} {lang(vergadering.datum)}")
    _zet(el, "geplandeDatum", vergadering.datum.isoformat())
    _zet(el, "datum", vergadering.datum.isoformat())
    tijden = (
        ("geplandeAanvang", vergadering.begin),
        ("geplandEinde", vergadering.einde),
        ("aanvang", vergadering.begonnen),
        ("einde", vergadering.geeindigd),
    )
    for naam, tijd in tijden:
        _tijd(el, naam, blad, tijd)
    _zet(el, "publicatiedatum", blad.geplaatst.isoformat(timespec="seconds"))
    _zet_als(el, "toelichting", vergadering.gelegenheid)
    _zet(_zet(el, "georganiseerdDoorGremium"), "naam", opname.gremium.naam)
    _zet_als(el, "locatie", vergadering.plaats)
    _zet_als(el, "weblocatie", vergadering.videolink)
    _zet_als(el, "status", vertaling.woord("vergaderingStatus", vergadering.status.value))
    if heeft_verslag(blad):
        _informatieobject(el, "isGenotuleerdIn", "verslag", f"{blad.map}/verslag.pdf", "Verslag")
    for deel in blad.plan.onderdelen:
        if deel.punt_id is None and deel.stuk_id is None and blad.adres(deel):
            _informatieobject(el, "heeftAlsBijlage", deel.soort.value, f"{blad.map}/{blad.bestand(deel)}", deel.titel)


def _agendapunten(
    wortel: ET.Element, naam: str, blad: Vergaderblad, zitting: Zitting | None, boven: Agendapunt | None
) -> None:
    """Put the items under another, or those under none, in their order; of one that is besloten its number alone."""
    opname = zitting.opname if zitting is not None else blad.opname
    id_, nummer_boven = (boven.id, opname.nummers[boven.id]) if boven is not None else (None, None)
    punten: list[tuple[Nummer, Agendapunt | None]] = [
        (opname.nummers[punt.id], punt) for punt in opname.agendapunten if punt.ouder_id == id_
    ]
    punten += [(nummer, None) for nummer in opname.dichte if nummer.boven == nummer_boven]
    for nummer, punt in sorted(punten, key=itemgetter(0)):
        if punt is not None:
            _agendapunt(_zet(wortel, naam), blad, punt, zitting)
        else:
            _dicht_punt(_zet(wortel, naam), blad, nummer)


def _dicht_punt(el: ET.Element, blad: Vergaderblad, nummer: Nummer) -> None:
    _zet(el, "ID", f"{blad.opname.vergadering.id}-{nummer}")
    _zet(el, "naam", DICHT_PUNT)
    _nummers(el, nummer)
    _zet(el, "indicatieBesloten", "true")
    _verwijzing(el, "wordtBehandeldTijdens", blad.opname.vergadering.id)


def _nummers(el: ET.Element, nummer: Nummer) -> None:
    for naam in ("geplandVolgnummer", "volgnummer", "volgnummerWeergave"):
        _zet(el, naam, str(nummer))


def _agendapunt(el: ET.Element, blad: Vergaderblad, punt: Agendapunt, zitting: Zitting | None) -> None:
    opname = zitting.opname if zitting is not None else blad.opname
    verslag = zitting.verslag_van(punt) if zitting is not None else None
    _zet(el, "ID", punt.id)
    _zet(el, "naam", punt.titel)
    _nummers(el, opname.nummers[punt.id])
    woorden = (behandelwijze(opname.behandeling(punt)), *zinnen(opname.voorstel(punt)), platte_tekst(punt.toelichting))
    _zet_als(el, "omschrijving", "\n".join(woord for woord in woorden if woord))
    _tijd(el, "geplandeStarttijd", blad, opname.tijden.get(punt.id))
    _tijd(el, "starttijd", blad, verslag.begonnen if verslag else None)
    _tijd(el, "eindtijd", blad, verslag.geeindigd if verslag else None)
    _zet(el, "indicatieHamerstuk", str(punt.hamerstuk).lower())
    _zet(el, "indicatieBesloten", str(opname.is_besloten(punt)).lower())
    _verwijzing(el, "wordtBehandeldTijdens", opname.vergadering.id)
    for stuk in blad.opname.stukken_bij(punt):
        for papier in (stuk, *blad.opname.bijlagen_bij(stuk)):
            _stuk(el, blad, papier)
    _agendapunten(el, "heeftAlsSubagendapunt", blad, zitting, punt)


def _stuk(el: ET.Element, blad: Vergaderblad, stuk: Stuk) -> None:
    deel = next((deel for deel in blad.plan.onderdelen if deel.stuk_id == stuk.id), None)
    if deel is not None and blad.adres(deel):
        _informatieobject(el, "heeftAlsBijlage", stuk.soort.value, f"{blad.map}/{blad.bestand(deel)}", deel.naam)


def _stemming(wortel: ET.Element, zitting: Zitting, stemming: Stemming, vertaling: Vertaling) -> None:
    voor, tegen = stemming.tel(Keuze.VOOR), stemming.tel(Keuze.TEGEN)
    besluiten = [een.id for een in zitting.besluiten if een.agendapunt_id == stemming.agendapunt_id]
    el = _zet(wortel, "stemming")
    _zet(el, "ID", stemming.id)
    _zet_als(el, "type", vertaling.woord("stemmingstype", stemming.wijze.value))
    if stemming.uitgebracht:
        _zet(el, "resultaatMondelingeStemming", "Gelijk" if voor == tegen else "Voor" if voor > tegen else "Tegen")
    if len(besluiten) == 1 and _resultaat(zitting, besluiten[0], vertaling):
        _verwijzing(el, "leidtTotBesluit", besluiten[0])
    _verwijzing(el, "heeftBetrekkingOpAgendapunt", stemming.agendapunt_id)


def _resultaat(zitting: Zitting, besluit_id: str, vertaling: Vertaling) -> str:
    besluit = next(een for een in zitting.besluiten if een.id == besluit_id)
    return vertaling.woord("besluitResultaat", besluit.uitkomst.value)


def _besluit(wortel: ET.Element, zitting: Zitting, besluit: Besluit, vertaling: Vertaling) -> None:
    """Put a besluit; one that has no word in ORI-A (kennisgenomen, ingetrokken) cannot be one there."""
    resultaat = _resultaat(zitting, besluit.id, vertaling)
    if not resultaat:
        return
    el = _zet(wortel, "besluit")
    _zet(el, "ID", besluit.id)
    _zet(el, "resultaat", resultaat)
    woorden = (besluit.nummer, f"{besluit.uitkomst.value.capitalize()}.", platte_tekst(besluit.tekst))
    _zet_als(el, "toelichting", "\n".join(woord for woord in woorden if woord))
    toezeggingen = (
        een.tekst
        for een in zitting.acties
        if een.agendapunt_id == besluit.agendapunt_id and een.soort is Actiesoort.TOEZEGGING
    )
    _zet_als(el, "toezegging", "\n".join(toezeggingen))


def _deelnemer(wortel: ET.Element, zitting: Zitting, wie: Presentie, vertaling: Vertaling) -> None:
    datum = zitting.opname.vergadering.datum.isoformat()
    el = _zet(wortel, "aanwezigeDeelnemer")
    _begrip(_zet(el, "rolnaam"), wie.hoedanigheid.value, _ROLLEN)
    _zet_als(el, "organisatie", wie.namens)
    _zet_als(el, "deelnemerspositie", wie.functie)
    for naam, tijd in (("aanvangAanwezigheid", wie.gekomen), ("eindeAanwezigheid", wie.vertrokken)):
        if tijd is not None:
            _zet(el, naam, f"{datum}T{tijd:%H:%M:%S}")
    _verwijzing(el, "neemtDeelAanVergadering", zitting.opname.vergadering.id)
    mens = _zet(el, "isNatuurlijkPersoon")
    _zet(mens, "ID", wie.id)
    naam_el = _zet(mens, "naam")
    _zet(naam_el, "achternaam", wie.naam)  # names are kept as they are said, not in parts
    _zet(naam_el, "volledigeNaam", wie.naam)
    for stemming, keuze in _stemmen(zitting, wie):
        stem = _zet(el, "neemtDeelAanStemming")
        _zet(stem, "keuzeStemming", vertaling.woord("keuzeStemming", keuze.value))
        _verwijzing(stem, "gegevenOpStemming", stemming.id)


def _stemmen(zitting: Zitting, wie: Presentie) -> Iterator[tuple[Stemming, Keuze]]:
    for stemming in zitting.stemmingen:
        for stem in stemming.stemmen if stemming.wijze is Stemwijze.HOOFDELIJK else ():
            if stem.naam == wie.naam and stem.keuze is not None:
                yield stemming, stem.keuze


def _informatieobject(el: ET.Element, naam: str, soort: str, adres: str, titel: str) -> None:
    stuk = _zet(el, naam)
    _begrip(_zet(stuk, "informatieobjectType"), soort, _SOORTEN)
    _verwijzing(stuk, "verwijzingInformatieobject", adres, titel)


def _begrip(el: ET.Element, label: str, lijst: str) -> None:
    _zet(el, "begripLabel", label)
    _verwijzing(el, "verwijzingBegrippenlijst", lijst)


def _verwijzing(el: ET.Element, naam: str, id_: str, titel: str = "") -> None:
    verwijzing = _zet(el, naam)
    _zet(verwijzing, "verwijzingID", id_)
    _zet_als(verwijzing, "verwijzingNaam", titel)


def _tijd(el: ET.Element, naam: str, blad: Vergaderblad, tijd: time | None) -> None:
    if tijd is not None:
        _zet(el, naam, f"{blad.opname.vergadering.datum.isoformat()}T{tijd:%H:%M:%S}")


def _zet_als(el: ET.Element, naam: str, tekst: str) -> None:
    if tekst.strip():
        _zet(el, naam, tekst)


def _zet(ouder: ET.Element, naam: str, tekst: str = "") -> ET.Element:
    el = ET.SubElement(ouder, _naam(naam))
    el.text = "".join(teken for teken in tekst if teken >= " " or teken in "\n\t") or None
    return el


def _naam(naam: str) -> str:
    return f"{{{NAAMRUIMTE}}}{naam}"
