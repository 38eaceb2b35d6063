"""Storing the agenda and the invitation of a meeting."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt, Inleider, duren_uit_tijden
from tk_desktop.domain.datum import DAGEN, klok, lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergadering import Uitnodigingsbrief, Vergadering
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.domain.volgorde import reeks
from tk_desktop.intake.bestanden import GelezenBestand
from tk_desktop.intake.gremia import gremium_van, persoon_van
from tk_desktop.intake.lezing import GelezenAgenda, GelezenPunt, GelezenStuk, GelezenUitnodiging
from tk_desktop.intake.notavorming import maak_voorstel
from tk_desktop.intake.werk import AlIngenomen, DatumOntbreekt, Werk
from tk_desktop.store.werkmap import Store

_BESLOTEN = re.compile(r"\b(besloten|geheim|vertrouwelijk|niet[ -]openbaar)\b", re.I)
_BESLOTEN_DEEL = re.compile(r"besloten (deel|gedeelte|zitting|vergadering)\W*", re.I)


class PuntHeeftStukken(TkError):
    """A new agenda lacks an item under which papers were received."""

    code = "TK-I11"
    melding = "Punt ‘{titel}’ staat niet meer op de agenda in ‘{bestand}’, maar heeft stukken. Er is niets ingenomen."
    advies = "Zet het punt weer op de agenda, of begin een nieuwe werkmap."


def neem_kop_op(werk: Werk, gelezen: Sequence[GelezenBestand]) -> None:
    """Store agendas and invitations; the invitation of a meeting may stand in another file than its agenda."""
    agendas = [(b, b.lezing.agenda) for b in gelezen if b.lezing and b.lezing.agenda]
    brieven = [(b, b.lezing.uitnodiging) for b in gelezen if b.lezing and b.lezing.uitnodiging]
    for bestand, agenda in agendas:
        passend = [brief for ander, brief in brieven if ander is bestand or brief.vergaderdatum == agenda.datum]
        if agenda.datum is None and len(agendas) == len(brieven) == 1:
            passend = [brieven[0][1]]
        _neem_agenda_op(werk, bestand, agenda, passend[0] if passend else None)
    for bestand, brief in brieven:
        if werk.vergadering is None or (brief.vergaderdatum and brief.vergaderdatum != werk.vergadering.datum):
            if brief.vergaderdatum is None:
                raise DatumOntbreekt(bestand=bestand.bron.name)
            gremium = gremium_van(werk.store, brief.aan)
            werk.kies(_vergadering(werk.store, gremium.id, GelezenAgenda(datum=brief.vergaderdatum), brief))
        _neem_brief_op(werk, bestand, brief)


def is_besloten(titel: str) -> bool:
    """Tell whether the words of a title or a file name say that it is behind closed doors."""
    return _BESLOTEN.search(titel) is not None


def _neem_agenda_op(
    werk: Werk, bestand: GelezenBestand, agenda: GelezenAgenda, brief: GelezenUitnodiging | None
) -> None:
    naam = bestand.bron.name
    if agenda.datum is None and brief is not None:
        agenda = replace(agenda, datum=brief.vergaderdatum)
    if agenda.datum is None:
        raise DatumOntbreekt(bestand=naam)
    if agenda.weekdag is not None and agenda.weekdag != agenda.datum.weekday():
        werk.twijfel(
            naam,
            f"Op de agenda staat {DAGEN[agenda.weekdag]} {lang(agenda.datum)}, maar dat is een "
            f"{DAGEN[agenda.datum.weekday()]}. Welke dag klopt?",
        )
    if not agenda.gremium:
        werk.twijfel(naam, "De naam van het gremium is niet gevonden; het heet nu ‘Gremium’.")
    gremium = gremium_van(werk.store, agenda.gremium)
    werk.kies(_vergadering(werk.store, gremium.id, agenda, brief))
    opname = werk.opname(naam)
    werk.bewaar_bron(bestand.bron, bestand.media, opname.vergadering.id)
    punten = _met_besloten_deel(werk, agenda.punten)
    oud = [(str(opname.nummers[punt.id]), punt.titel) for punt in opname.agendapunten]
    if oud and oud == [(str(punt.nummer), punt.titel) for punt in punten] and not werk.vervang:
        werk.plaats(naam, f"agenda {lang(agenda.datum)} (was er al)")
        return
    if oud and not werk.vervang:
        raise AlIngenomen(bestand=naam, wat=f"de agenda van {lang(agenda.datum)}")
    _bewaar_punten(werk, opname, naam, punten)
    werk.plaats(naam, f"agenda {lang(agenda.datum)}" + (" (vervangen)" if oud else ""))


def _vergadering(store: Store, gremium_id: str, agenda: GelezenAgenda, brief: GelezenUitnodiging | None) -> Vergadering:
    """Return the meeting of a body on a day: the one that is there, else a new one."""
    if agenda.datum is None:
        raise ValueError("een vergadering heeft een datum")
    for bekend in store.vergaderingen.all():
        if (bekend.gremium_id, bekend.datum) == (gremium_id, agenda.datum):
            return bekend
    voorzitter = persoon_van(store, agenda.voorzitter) if agenda.voorzitter else None
    secretaris = persoon_van(store, agenda.secretaris) if agenda.secretaris else None
    eerste = next((punt.tijd for punt in agenda.punten if punt.tijd is not None), None)
    vergadering = Vergadering(
        id=new_id(),
        gremium_id=gremium_id,
        datum=agenda.datum,
        begin=agenda.begin or (brief.begin if brief else None) or eerste,
        einde=agenda.einde or (brief.einde if brief else None),
        plaats=agenda.plaats or (brief.plaats if brief else ""),
        voorzitter_id=voorzitter.id if voorzitter else None,
        secretaris_id=secretaris.id if secretaris else None,
        gelegenheid=brief.gelegenheid if brief else "",
        nieuw_tijdstip=agenda.nieuw_tijdstip or bool(brief and brief.nieuw_tijdstip),
    )
    store.vergaderingen.save(vergadering)
    return vergadering


def _met_besloten_deel(werk: Werk, punten: Sequence[GelezenPunt]) -> tuple[GelezenPunt, ...]:
    """Return the items with what the words around them say of closed doors; each such reading is a doubt to look at."""
    uit = []
    in_deel = False
    for punt in punten:
        waar = f"regel {punt.regel}, agendapunt {punt.nummer}"
        volgt_deel = any(_BESLOTEN_DEEL.fullmatch(voorstel.tekst) for voorstel in punt.voorstel)
        voorstel = tuple(v for v in punt.voorstel if not _BESLOTEN_DEEL.fullmatch(v.tekst))
        woord = _BESLOTEN.search(punt.titel) or re.search(r"\b(BESLOTEN|GEHEIM|VERTROUWELIJK)\b", punt.toelichting)
        if in_deel and not punt.besloten:
            werk.twijfel(waar, "Dit punt staat na de regel ‘besloten deel’ en is daarom besloten. Klopt dat?")
        elif woord and not punt.besloten:
            werk.twijfel(waar, f"Dit punt is besloten ingenomen, omdat er ‘{woord[0].lower()}’ staat. Klopt dat?")
        uit.append(replace(punt, besloten=punt.besloten or in_deel or bool(woord), voorstel=voorstel))
        in_deel = in_deel or volgt_deel
    return tuple(uit)


def _bewaar_punten(werk: Werk, oud: Momentopname, naam: str, punten: Sequence[GelezenPunt]) -> None:
    """Store the items; those of an earlier agenda that are still there keep their id, and so their papers."""
    vergadering = oud.vergadering
    hoofd = [punt for punt in punten if not punt.nummer.sub]
    tijden = [punt.tijd for punt in hoofd]
    eerste = next((tijd for tijd in tijden if tijd is not None), None)
    if eerste is not None and vergadering.begin is not None and eerste > vergadering.begin:
        tijden[0] = vergadering.begin  # what stands before the first time on paper begins with the meeting
    duren = iter(duren_uit_tijden(tijden, vergadering.einde))
    bekend = _bekende_punten(oud, punten)
    ouders: dict[Nummer, str] = {}
    ids: dict[str, GelezenPunt] = {}
    for rang, (punt, volgorde) in enumerate(zip(punten, reeks(len(punten)), strict=True)):
        id_ = bekend.get(rang) or new_id()
        ids[id_] = punt
        if not punt.nummer.sub:
            ouders[punt.nummer] = id_
        agendapunt = Agendapunt(
            id=id_,
            vergadering_id=vergadering.id,
            volgorde=volgorde,
            titel=punt.titel,
            ouder_id=ouders.get(replace(punt.nummer, sub="")) if punt.nummer.sub else None,
            behandeling=punt.behandeling,
            ingevoegd=bool(punt.nummer.ingevoegd) and not punt.nummer.sub,
            besloten=punt.besloten,
            duur=None if punt.nummer.sub else next(duren),
            mondeling=punt.mondeling,
            toelichting=punt.toelichting,
            inleiders=tuple(
                Inleider(id=new_id(), volgorde=plek, naam=wie, rol=rol)
                for (wie, rol), plek in zip(punt.inleiders, reeks(len(punt.inleiders)), strict=True)
            ),
            voorstel=maak_voorstel(punt.voorstel),
        )
        werk.store.agendapunten.save(agendapunt)
        _bewaar_beloofd(werk.store, oud, agendapunt, punt.stukken)
    _verwijder_oude_punten(werk.store, oud, naam, set(ids))
    werk.gedrukt[vergadering.id] = {id_: punt.nummer for id_, punt in ids.items()}
    _meld_verschillen(werk, vergadering, ids)


def _bekende_punten(oud: Momentopname, punten: Sequence[GelezenPunt]) -> dict[int, str]:
    """Return by rank which item of the earlier agenda a new one is: that of its title, else that of its number."""
    vrij = {punt.id: punt for punt in oud.agendapunten}
    bekend: dict[int, str] = {}
    for zelfde in (
        lambda nieuw, punt: sleutel(nieuw.titel) == sleutel(punt.titel),
        lambda nieuw, punt: nieuw.nummer == oud.nummers[punt.id],
    ):
        for rang, nieuw in enumerate(punten):
            gevonden = next((punt for punt in vrij.values() if rang not in bekend and zelfde(nieuw, punt)), None)
            if gevonden is not None:
                bekend[rang] = gevonden.id
                del vrij[gevonden.id]
    return bekend


def _bewaar_beloofd(store: Store, oud: Momentopname, punt: Agendapunt, stukken: Sequence[GelezenStuk]) -> None:
    """Store the papers that an item announces; those that are there already are announced anew."""
    over = [stuk for stuk in oud.stukken if stuk.agendapunt_id == punt.id and stuk.hoort_bij is None]
    for stuk, plek in zip(stukken, reeks(len(stukken)), strict=True):
        bekend = next((s for s in over if sleutel(s.titel) == sleutel(stuk.titel)), None)
        bekend = bekend or next((s for s in over if s.soort is stuk.soort), None)
        if bekend is not None:
            over.remove(bekend)
        basis = bekend or Stuk(
            id=new_id(),
            vergadering_id=punt.vergadering_id,
            volgorde=plek,
            soort=stuk.soort,
            titel=stuk.titel,
            agendapunt_id=punt.id,
        )
        store.stukken.save(
            replace(basis, soort=stuk.soort, titel=stuk.titel, bijlagen_beloofd=stuk.bijlagen_beloofd, volgorde=plek)
        )
    for oude in over:
        if not oud.is_aanwezig(oude) and not oud.bijlagen_bij(oude):
            store.stukken.delete(oude.id)


def _verwijder_oude_punten(store: Store, oud: Momentopname, naam: str, blijft: set[str]) -> None:
    for punt in oud.agendapunten:
        if punt.id in blijft:
            continue
        stukken = [stuk for stuk in oud.stukken if stuk.agendapunt_id == punt.id]
        if any(oud.is_aanwezig(stuk) for stuk in stukken):
            raise PuntHeeftStukken(titel=punt.titel, bestand=naam)
        for stuk in stukken:
            store.stukken.delete(stuk.id)
        store.agendapunten.delete(punt.id)


def _meld_verschillen(werk: Werk, vergadering: Vergadering, punten: Mapping[str, GelezenPunt]) -> None:
    """Tell where the numbers and clock times that follow from the order are not those on paper."""
    opname = werk.store.opname(vergadering.id)
    for id_, gelezen in punten.items():
        if gelezen.nummer != opname.nummers[id_]:
            werk.twijfel(
                f"regel {gelezen.regel}, agendapunt {gelezen.nummer}",
                f"De nummering van de agenda loopt niet door; dit punt is in de werkmap punt {opname.nummers[id_]}.",
            )
            break
    for id_, gelezen in punten.items():
        tijd = opname.tijden.get(id_)
        if gelezen.tijd is not None and tijd != gelezen.tijd:
            nieuw = f"nu {klok(tijd)} uur" if tijd else "nu geen tijd"
            werk.twijfel(
                f"regel {gelezen.regel}, agendapunt {gelezen.nummer}",
                f"Op papier staat {klok(gelezen.tijd)} uur; door de volgorde en de duur is het {nieuw}.",
            )


def _neem_brief_op(werk: Werk, bestand: GelezenBestand, brief: GelezenUitnodiging) -> None:
    naam = bestand.bron.name
    opname = werk.opname(naam)
    dag = lang(opname.vergadering.datum)
    werk.bewaar_bron(bestand.bron, bestand.media, opname.vergadering.id)
    velden = {veld: getattr(brief, veld) for veld in _BRIEFVELDEN}
    oud = opname.brief
    nieuw = Uitnodigingsbrief(id=oud.id if oud else new_id(), vergadering_id=opname.vergadering.id, **velden)
    if oud is not None and nieuw != oud and not werk.vervang:
        raise AlIngenomen(bestand=naam, wat=f"de uitnodiging voor {dag}")
    werk.store.brieven.save(nieuw)
    werk.plaats(
        naam, f"uitnodiging {dag}" + (" (vervangen)" if oud and nieuw != oud else " (was er al)" if oud else "")
    )


_BRIEFVELDEN = (
    "aan", "uw_kenmerk", "ons_kenmerk", "datum", "behandeld_door", "email", "doorkiesnummer", "onderwerp", "aanhef",
    "tekst", "verhindering_uiterlijk", "verhindering_telefoon", "verhindering_email", "afsluiting", "ondertekenaar",
    "functie", "mede_namens_voorzitter",
)  # fmt: skip
