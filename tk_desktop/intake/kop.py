"""Storing the agenda and the invitation of a meeting."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt, Inleider, duren_uit_tijden
from tk_desktop.domain.behandeld import require_onbehandeld
from tk_desktop.domain.datum import DAGEN, lang, uur
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.presentie import zonder_punten
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergadering import Uitnodigingsbrief, Vergadering
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.domain.volgorde import reeks
from tk_desktop.domain.voorstel import woorden
from tk_desktop.intake.besloten import met_besloten_deel
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.gremia import gremium_van, persoon_van
from tk_desktop.intake.lezing import GelezenAgenda, GelezenPunt, GelezenStuk, GelezenUitnodiging
from tk_desktop.intake.notavorming import maak_voorstel
from tk_desktop.intake.vinden import past
from tk_desktop.intake.werk import AlIngenomen, DatumOntbreekt, Werk
from tk_desktop.store.werkmap import Store

_ZELFDE_TITEL = 0.6
"""From this likeness on (difflib, 0 to 1) two titles with one number are taken for one item that was renamed."""


class PuntHeeftStukken(TkError):
    """A new agenda lacks an item under which papers were received."""

    code = "TK-I11"
    melding = "Punt ‘{titel}’ staat niet meer op de agenda in ‘{bestand}’, maar heeft stukken."
    veilig = "Er is niets ingenomen."
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
            bekend = werk.store.vergaderingen.all()
            werk.kies(_vergadering(werk.store, gremium.id, GelezenAgenda(datum=brief.vergaderdatum), brief))
            if bekend and werk.vergadering not in bekend:
                dag = lang(brief.vergaderdatum)
                werk.twijfel(
                    bestand.bron.name, f"Voor deze brief is een nieuwe vergadering gemaakt, op {dag}. Klopt dat?"
                )
        _neem_brief_op(werk, bestand, brief)


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
    punten, twijfels = met_besloten_deel(agenda.punten)
    if opname.agendapunten and _is_zelfde(opname, agenda, punten):
        werk.plaats(naam, f"agenda {lang(agenda.datum)} (was er al)")
        return
    if opname.agendapunten and not werk.vervang:
        raise AlIngenomen(bestand=naam, wat=f"de agenda van {lang(agenda.datum)}")
    if opname.agendapunten:
        werk.store.zitting(opname.vergadering.id).verslag.require_concept()
        werk.store.vergaderingen.save(_met_kop(werk.store, opname.vergadering, agenda))
        opname = werk.opname(naam)
    werk.twijfels.extend(twijfels)
    _bewaar_punten(werk, opname, naam, punten)
    werk.plaats(naam, f"agenda {lang(agenda.datum)}" + (" (vervangen)" if opname.agendapunten else ""))


def _is_zelfde(opname: Momentopname, agenda: GelezenAgenda, punten: Sequence[GelezenPunt]) -> bool:
    """Tell whether an agenda says just what is there: head, items, how they are treated and what they announce."""
    oud = opname.vergadering
    kop = [
        (agenda.begin, oud.begin),
        (agenda.einde, oud.einde),
        (agenda.plaats, oud.plaats),
        (agenda.voorzitter, opname.naam(oud.voorzitter_id)),
        (agenda.secretaris, opname.naam(oud.secretaris_id)),
    ]
    if any(nieuw and nieuw != bekend for nieuw, bekend in kop) or len(punten) != len(opname.agendapunten):
        return False
    return all(
        _zegt_hetzelfde(opname, bekend, nieuw) for bekend, nieuw in zip(opname.agendapunten, punten, strict=True)
    )


def _zegt_hetzelfde(opname: Momentopname, bekend: Agendapunt, nieuw: GelezenPunt) -> bool:
    stukken = {sleutel(stuk.titel): stuk for stuk in opname.stukken_bij(bekend)}
    beloofd = [(stukken.get(sleutel(stuk.titel)), stuk) for stuk in nieuw.stukken]
    voorstel = maak_voorstel(nieuw.voorstel)
    return (
        (bekend.titel, bekend.behandeling, bekend.besloten, bekend.mondeling, bekend.toelichting)
        == (nieuw.titel, nieuw.behandeling, nieuw.besloten, nieuw.mondeling, nieuw.toelichting)
        and [(inleider.naam, inleider.rol) for inleider in bekend.inleiders] == list(nieuw.inleiders)
        and (nieuw.tijd is None or opname.tijden.get(bekend.id) in (nieuw.tijd, None))
        and (not voorstel or woorden(voorstel) == woorden(opname.voorstel(bekend)))
        and all(oud is not None and oud.bijlagen_beloofd == stuk.bijlagen_beloofd for oud, stuk in beloofd)
    )


def _met_kop(store: Store, oud: Vergadering, agenda: GelezenAgenda) -> Vergadering:
    """Return a meeting with what the head of a new agenda says; what it leaves out stays."""
    return replace(
        oud,
        begin=agenda.begin or oud.begin,
        einde=agenda.einde or oud.einde,
        plaats=agenda.plaats or oud.plaats,
        voorzitter_id=persoon_van(store, agenda.voorzitter).id if agenda.voorzitter else oud.voorzitter_id,
        secretaris_id=persoon_van(store, agenda.secretaris).id if agenda.secretaris else oud.secretaris_id,
        nieuw_tijdstip=agenda.nieuw_tijdstip,
    )


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
        was = next((ander for ander in oud.agendapunten if ander.id == id_), None)
        basis = was or Agendapunt(id=id_, vergadering_id=vergadering.id, volgorde=volgorde, titel=punt.titel)
        agendapunt = replace(
            basis,
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
        _houd_besloten(werk, oud, agendapunt, punt)
        _bewaar_beloofd(werk.store, oud, agendapunt, punt.stukken)
    _verwijder_oude_punten(werk.store, oud, naam, {punt.id for punt in oud.agendapunten}.difference(ids))
    werk.gedrukt[vergadering.id] = {id_: punt.nummer for id_, punt in ids.items()}
    _meld_verschillen(werk, vergadering, ids)


def _bekende_punten(oud: Momentopname, punten: Sequence[GelezenPunt]) -> dict[int, str]:
    """Return by rank which item of the earlier agenda a new one is: that of its title, else that of its number."""
    vrij = {punt.id: punt for punt in oud.agendapunten}
    bekend: dict[int, str] = {}
    for op_titel in (True, False):
        for rang, nieuw in enumerate(punten):
            if rang not in bekend:
                zelfde = [punt for punt in vrij.values() if _is_zelfde_punt(oud, punt, nieuw, op_titel=op_titel)]
                if zelfde:
                    bekend[rang] = zelfde[0].id
                    del vrij[zelfde[0].id]
    return bekend


def _is_zelfde_punt(oud: Momentopname, punt: Agendapunt, nieuw: GelezenPunt, *, op_titel: bool) -> bool:
    if op_titel:
        return sleutel(nieuw.titel) == sleutel(punt.titel)
    return nieuw.nummer == oud.nummers[punt.id] and _mag_zo_heten(oud, punt, nieuw.titel)


def _mag_zo_heten(oud: Momentopname, punt: Agendapunt, titel: str) -> bool:
    """Tell whether an item may be the same under another title: not when it has papers and the titles differ clearly.

    Its papers would else get another name.
    """
    if not any(oud.is_aanwezig(stuk) for stuk in oud.stukken if stuk.agendapunt_id == punt.id):
        return True
    gelijkenis = SequenceMatcher(None, sleutel(punt.titel), sleutel(titel)).ratio()
    return past(punt.titel, titel) or gelijkenis > _ZELFDE_TITEL


def _houd_besloten(werk: Werk, oud: Momentopname, punt: Agendapunt, gelezen: GelezenPunt) -> None:
    """Keep besloten what an item has that a new agenda no longer calls so: to make public is a choice of somebody.

    What was said there becomes the closed part of what is written of it (H9).
    """
    bekend = next((ander for ander in oud.agendapunten if ander.id == punt.id), None)
    if bekend is None or punt.besloten or not oud.is_besloten(bekend):
        return
    for stuk in oud.stukken:
        if stuk.agendapunt_id == punt.id and not stuk.besloten:
            werk.store.stukken.save(replace(stuk, besloten=True))
    werk.store.puntverslagen.zet_achter_deuren(punt.id)
    werk.twijfel(
        f"regel {gelezen.regel}, agendapunt {gelezen.nummer}",
        "Dit punt was besloten en is nu openbaar; zijn stukken zijn besloten gebleven, en wat er is besproken ook. "
        "Klopt dat?",
    )


def _bewaar_beloofd(store: Store, oud: Momentopname, punt: Agendapunt, stukken: Sequence[GelezenStuk]) -> None:
    """Store the papers that an item announces; those that are there already are announced anew."""
    nu = store.stukken.van_vergadering(punt.vergadering_id)
    over = [stuk for stuk in nu if stuk.agendapunt_id == punt.id and stuk.hoort_bij is None]
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


def _verwijder_oude_punten(store: Store, oud: Momentopname, naam: str, weg: set[str]) -> None:
    """Take away items that a new agenda lacks; who was to come or leave at one of them does so at the one beside it."""
    punten = [punt for punt in oud.agendapunten if punt.id in weg]
    zitting = store.zitting(oud.vergadering.id)
    require_onbehandeld(zitting, punten)
    for wie, blijft in zonder_punten(zitting.presentie, [punt.id for punt in oud.agendapunten], weg):
        if blijft is not None:
            store.presenties.save(blijft)
        else:
            store.presenties.delete(wie.id)
    for punt in punten:
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
            nieuw = f"nu {uur(tijd)}" if tijd else "nu geen tijd"
            werk.twijfel(
                f"regel {gelezen.regel}, agendapunt {gelezen.nummer}",
                f"Op papier staat {uur(gelezen.tijd)}; door de volgorde en de duur is het {nieuw}.",
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
    begin = opname.vergadering.begin
    if brief.begin and begin and brief.begin != begin:
        wat = f"De brief noemt {uur(brief.begin)} als begin, de agenda {uur(begin)}. Welke tijd klopt?"
        werk.twijfel(naam, wat)
    werk.plaats(
        naam, f"uitnodiging {dag}" + (" (vervangen)" if oud and nieuw != oud else " (was er al)" if oud else "")
    )


_BRIEFVELDEN = (
    "aan", "uw_kenmerk", "ons_kenmerk", "datum", "behandeld_door", "email", "doorkiesnummer", "onderwerp", "aanhef",
    "tekst", "verhindering_uiterlijk", "verhindering_telefoon", "verhindering_email", "afsluiting", "ondertekenaar",
    "functie", "mede_namens_voorzitter",
)  # fmt: skip
