"""Storing a verslag that was read: the meeting it is of, who was there, what was decided and what is to be done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tk_desktop.base.ids import new_id, only_id
from tk_desktop.domain.actie import Actie, Actiesoort, Actiestaat
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.besloten import is_besloten
from tk_desktop.domain.besluit import Besluit, Uitkomst
from tk_desktop.domain.datum import lang
from tk_desktop.domain.geheimhouding import Geheimgebeurtenis, Geheimhouding
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import schrijf
from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.domain.verslag import Puntverslag, Verslag
from tk_desktop.domain.volgorde import reeks
from tk_desktop.domain.voorstel import als_lijst
from tk_desktop.domain.zitting import Zitting
from tk_desktop.intake.aankondiging import ontleed
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.gremia import gremium_van, known_gremium, lijkt_gremium, persoon_van
from tk_desktop.intake.lezing import (
    GelezenAanwezige,
    GelezenActie,
    GelezenGeheimstap,
    GelezenVerslag,
    GelezenVerslagrij,
)
from tk_desktop.intake.notavorming import maak_voorstel
from tk_desktop.intake.werk import AlIngenomen, Werk
from tk_desktop.store.geheimregels import known_geheimregels
from tk_desktop.store.werkmap import Store


def neem_verslag_op(werk: Werk, bestand: GelezenBestand, verslag: GelezenVerslag) -> None:
    """Store a verslag in the meeting of its day, which is made when it is not there (I2, H11; catalogue 85-107).

    The meeting is of the body whose set the verslag came in. One that says what is there already changes nothing;
    raises ``AlIngenomen`` when what is there differs, unless it may be replaced, and ``VerslagVastgesteld`` when it was
    approved: then it never is. Replacing keeps how far actions are and what was imposed or told by hand.
    """
    naam = bestand.bron.name
    if verslag.datum is None or not verslag.rijen:
        werk.twijfel(naam, "Er staat een verslag in zonder datum of rijen; het is niet als verslag ingenomen.")
        return
    store = werk.store
    gremium = _gremium(werk, naam, verslag.gremium, verslag.datum)
    vergadering = _vergadering(store, gremium, verslag)
    oud = store.zitting(vergadering.id)
    wat = f"verslag {lang(vergadering.datum)}"
    werk.bewaar_bron(bestand.bron, bestand.media, vergadering.id)
    if oud.verslagen and _zegt_hetzelfde(oud, verslag):
        werk.plaats(naam, f"{wat} (was er al)")
        return
    oud.verslag.require_concept()
    if oud.verslagen and not werk.vervang:
        raise AlIngenomen(bestand=naam, wat=f"het {wat}")
    _verwijder(store, oud)
    punten = _bewaar_punten(store, oud.opname, verslag.rijen)
    _bewaar_presentie(store, vergadering.id, verslag, punten)
    for rij in verslag.rijen:
        _bewaar_rij(store, vergadering, rij, punten[rij.nummer])
    _bewaar_acties(store, oud, verslag, punten)
    _bewaar_geheimhouding(werk, naam, gremium, verslag, punten)
    if not oud.verslag.id:
        store.verslagen.save(Verslag(id=only_id("verslag", vergadering.id), vergadering_id=vergadering.id))
    werk.plaats(naam, wat + (" (vervangen)" if oud.verslagen else ""))


def _gremium(werk: Werk, naam: str, genoemd: str, dag: date) -> Gremium:
    """Return the body of a verslag: the one its title names, else that of its set or of the meeting that day.

    Where none of these tells it, it is a new one of that name, else the only body that is known; that is asked.
    """
    store = werk.store
    if (bekend := known_gremium(store, genoemd)) is not None:
        return bekend
    op_die_dag = {een.gremium_id for een in store.vergaderingen.op_dag(dag)}
    if werk.vergadering is not None:
        return store.gremia.get(werk.vergadering.gremium_id)
    if len(op_die_dag) == 1:
        return store.gremia.get(op_die_dag.pop())
    if lijkt_gremium(genoemd):
        gremium = gremium_van(store, genoemd)
        werk.twijfel(naam, f"Het gremium ‘{gremium.naam}’ is nieuw; het staat zo boven dit verslag. Klopt dat?")
        return gremium
    alle = store.gremia.all()
    gremium = alle[0] if len(alle) == 1 else gremium_van(store, "")
    werk.twijfel(naam, f"Niets zegt van welk gremium dit verslag is; het staat nu bij ‘{gremium.naam}’. Klopt dat?")
    return gremium


def _vergadering(store: Store, gremium: Gremium, verslag: GelezenVerslag) -> Vergadering:
    """Return the meeting of a body on the day of the verslag: the one that is there, else a new one that was held."""
    if verslag.datum is None:
        raise ValueError("een vergadering heeft een datum")
    for bekend in store.vergaderingen.op_dag(verslag.datum):
        if bekend.gremium_id == gremium.id:
            return bekend
    nieuw = Vergadering(
        id=new_id(),
        gremium_id=gremium.id,
        datum=verslag.datum,
        begin=verslag.begin,
        einde=verslag.einde,
        begonnen=verslag.begin,
        geeindigd=verslag.einde,
        plaats=verslag.plaats,
        voorzitter_id=persoon_van(store, verslag.voorzitter).id if verslag.voorzitter else None,
        secretaris_id=persoon_van(store, verslag.secretaris).id if verslag.secretaris else None,
        status=Status.GEHOUDEN,
    )
    store.vergaderingen.save(nieuw)
    return nieuw


def _zegt_hetzelfde(oud: Zitting, verslag: GelezenVerslag) -> bool:
    """Tell whether what is written of the items is what the verslag says."""
    bekend = {
        oud.opname.nummers[id_]: (een.besproken, een.besloten_deel)
        for id_, een in oud.verslagen.items()
        if id_ in oud.opname.nummers
    }
    return bekend == {rij.nummer: (rij.besproken, rij.besloten_deel) for rij in verslag.rijen}


def _verwijder(store: Store, oud: Zitting) -> None:
    """Take away what an earlier reading of the verslag stored; items stay, for papers may stand under them.

    Actions and duties are compared one by one with what is read now.
    """
    for wie in oud.presentie:
        store.presenties.delete(wie.id)
    for tekst in oud.verslagen.values():
        store.puntverslagen.delete(tekst.id)
    for besluit in oud.besluiten:
        store.besluiten.delete(besluit.id)


def _bewaar_punten(
    store: Store, opname: Momentopname, rijen: Sequence[GelezenVerslagrij]
) -> Mapping[Nummer, Agendapunt]:
    """Return the item of each row: the one that has its number and title, else a new one."""
    bekend = {(opname.nummers[punt.id], sleutel(punt.titel)): punt for punt in opname.agendapunten}
    uit: dict[Nummer, Agendapunt] = {}
    for rij, plek in zip(rijen, reeks(len(rijen)), strict=True):
        titel, _, _ = ontleed(rij.onderwerp)
        punt = bekend.get((rij.nummer, sleutel(titel))) or Agendapunt(
            id=new_id(),
            vergadering_id=opname.vergadering.id,
            volgorde=plek,
            titel=titel or rij.onderwerp or f"Punt {rij.nummer}",
            ingevoegd=bool(rij.nummer.ingevoegd),
            besloten=rij.besloten or is_besloten(rij.onderwerp),
            behandeling=rij.behandeling,
            toelichting=rij.toelichting,
            voorstel=maak_voorstel(rij.voorstel),
        )
        store.agendapunten.save(punt)
        uit[rij.nummer] = punt
    return uit


def _bewaar_presentie(
    store: Store, vergadering_id: str, verslag: GelezenVerslag, punten: Mapping[Nummer, Agendapunt]
) -> None:
    namen = [*((wie, True) for wie in verslag.aanwezig), *((wie, False) for wie in verslag.afwezig)]
    ids = [new_id() for _ in namen]
    er_was = {wie.naam: id_ for (wie, aanwezig), id_ in zip(namen, ids, strict=True) if aanwezig}
    for (wie, aanwezig), id_, plek in zip(namen, ids, reeks(len(namen)), strict=True):
        store.presenties.save(
            Presentie(
                id=id_,
                vergadering_id=vergadering_id,
                volgorde=plek,
                naam=wie.naam,
                hoedanigheid=wie.hoedanigheid,
                namens=wie.namens,
                functie=wie.functie,
                aanwezig=aanwezig,
                met_bericht=not aanwezig and wie.met_bericht,
                van_punt_id=_id(punten, wie.van_punt),
                tot_punt_id=_id(punten, wie.tot_punt),
                stemgewicht=_gewicht(wie),
                volmacht_id=None if aanwezig else er_was.get(wie.volmacht_aan),
            )
        )


def _gewicht(wie: GelezenAanwezige) -> int:
    return int(wie.hoedanigheid.is_bestuurder)


def _id(punten: Mapping[Nummer, Agendapunt], nummer: Nummer | None) -> str | None:
    punt = punten.get(nummer) if nummer is not None else None
    return punt.id if punt is not None else None


def _bewaar_rij(store: Store, vergadering: Vergadering, rij: GelezenVerslagrij, punt: Agendapunt) -> None:
    store.puntverslagen.save(
        Puntverslag(
            id=only_id("puntverslag", punt.id),
            agendapunt_id=punt.id,
            besproken=rij.besproken,
            besloten_deel=rij.besloten_deel,
        )
    )
    lijst = als_lijst(punt.voorstel)
    voorgesteld = schrijf([lijst]) if lijst is not None else ""
    for besluit, plek in zip(rij.besluiten, reeks(len(rij.besluiten)), strict=True):
        zoals_voorgesteld = besluit.uitkomst is Uitkomst.CONFORM or besluit.tekst.casefold() == besluit.uitkomst.value
        store.besluiten.save(
            Besluit(
                id=new_id(),
                agendapunt_id=punt.id,
                volgorde=plek,
                uitkomst=besluit.uitkomst,
                datum=vergadering.datum,
                tekst=voorgesteld if zoals_voorgesteld and voorgesteld else besluit.tekst,
                voorgesteld=voorgesteld,
                minderheid=besluit.minderheid,
                besloten=punt.besloten or besluit.besloten,
            )
        )


def _bewaar_acties(store: Store, oud: Zitting, verslag: GelezenVerslag, punten: Mapping[Nummer, Agendapunt]) -> None:
    """Keep the actions that the verslag tells; one that was there stays as far as it is, with what was told of it.

    One that the verslag does not tell goes, unless somebody did something about it.
    """
    over = list(oud.acties)
    for rij in verslag.rijen:
        for gelezen, plek in zip(rij.acties, reeks(len(rij.acties)), strict=True):
            nieuw = _actie(oud.opname.vergadering, rij, gelezen, punten[rij.nummer], plek)
            eerder = next((een for een in over if _zin(een) == _zin(nieuw)), None)
            if eerder is not None:
                over.remove(eerder)
                nieuw = replace(
                    nieuw,
                    id=eerder.id,
                    staat=eerder.staat,
                    afgedaan=eerder.afgedaan,
                    portefeuillehouder=eerder.portefeuillehouder,
                    terug_punt_id=eerder.terug_punt_id,
                    standen=eerder.standen,
                )
            store.acties.save(nieuw)
    for actie in over:
        if actie.staat is Actiestaat.OPEN and not actie.standen:
            store.acties.delete(actie.id)


def _zin(actie: Actie) -> tuple[str | None, str]:
    """Return by what an action is known when it is read again: its item and the sentence it came from."""
    return actie.agendapunt_id, actie.oorsprong or actie.tekst


def _actie(
    vergadering: Vergadering, rij: GelezenVerslagrij, gelezen: GelezenActie, punt: Agendapunt, plek: str
) -> Actie:
    return Actie(
        id=new_id(),
        volgorde=plek,
        gremium_id=vergadering.gremium_id,
        tekst=gelezen.tekst or f"Zie punt {rij.nummer} van het verslag.",
        ontstaan=vergadering.datum,
        soort=Actiesoort.TOEZEGGING if gelezen.toezegging else Actiesoort.ACTIE,
        door=gelezen.door,
        voor=gelezen.voor,
        vergadering_id=vergadering.id,
        agendapunt_id=punt.id,
        oorsprong=gelezen.tekst,
        besloten=punt.besloten or gelezen.besloten,
    )


def _bewaar_geheimhouding(
    werk: Werk, naam: str, gremium: Gremium, verslag: GelezenVerslag, punten: Mapping[Nummer, Agendapunt]
) -> None:
    """Keep what the verslag tells of secrecy as one entry for each item that tells it (catalogue 107).

    The entry of a verslag has the id of its item, and its steps that of their day: read again, the steps of the verslag
    are replaced, and what was imposed, ratified or lifted by hand stays.
    """
    store = werk.store
    tekst = " ".join(rij.beslissing for rij in verslag.rijen)
    grond = next((een.sleutel for een in known_geheimregels().gronden_in(tekst)), "")
    vergadering_id = next(iter(punten.values())).vergadering_id
    oude = {een.id: een for een in store.geheimhoudingen.van_vergadering(vergadering_id)}
    nummers = {punt.id: nummer for nummer, punt in punten.items()}
    for punt in store.agendapunten.van_vergadering(vergadering_id):
        id_ = only_id("geheimhouding", punt.id)
        verteld = [stap for stap in verslag.geheimhouding if stap.nummer == nummers.get(punt.id)]
        eigen = [een for een in (oude[id_].gebeurtenissen if id_ in oude else ()) if een.id != _stap_id(id_, een)]
        if not verteld and not eigen:
            store.geheimhoudingen.delete(id_)
            continue
        if any(_is_met_de_hand(een, punt.id, verteld) for een in oude.values() if een.id != id_):
            continue
        er_al = oude.get(id_) or Geheimhouding(
            id=id_,
            gremium_id=gremium.id,
            onderwerp=verteld[0].onderwerp,
            grond=grond,
            agendapunten=(punt.id,),
            einddatum=max((stap.einddatum for stap in verteld if stap.einddatum), default=None),
        )
        stappen = {een.id: een for een in (*_stappen(id_, punt.id, gremium, verteld, verslag.datum), *eigen)}
        store.geheimhoudingen.save(replace(er_al, gebeurtenissen=tuple(stappen.values())))
        if verteld:
            werk.twijfel(
                f"{naam}, verslag punt {nummers[punt.id]}",
                "De geheimhouding is in het register gezet zoals het verslag haar vertelt. Kijk orgaan en grond na.",
            )


def _is_met_de_hand(geheim: Geheimhouding, punt_id: str, verteld: Sequence[GelezenGeheimstap]) -> bool:
    """Tell whether somebody put into the register by hand what a verslag tells of an item."""
    return punt_id in geheim.agendapunten and any(geheim.onderwerp == stap.onderwerp for stap in verteld)


def _stap_id(geheim_id: str, stap: Geheimgebeurtenis | GelezenGeheimstap) -> str:
    """Return the id that a step has when it was read from a verslag."""
    return only_id("geheimstap", geheim_id, stap.stap, stap.datum.isoformat())


def _stappen(
    geheim_id: str, punt_id: str, gremium: Gremium, verteld: Sequence[GelezenGeheimstap], dag: date | None
) -> list[Geheimgebeurtenis]:
    return [
        Geheimgebeurtenis(
            id=_stap_id(geheim_id, stap),
            volgorde=plek,
            stap=stap.stap,
            datum=stap.datum,
            orgaan=gremium.kort,
            agendapunt_id=punt_id if stap.datum == dag else None,
        )
        for stap, plek in zip(verteld, reeks(len(verteld)), strict=True)
    ]
