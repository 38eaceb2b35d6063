"""Storing a list of acties that was read: each with its body, and with the meeting it is of where that is known."""

import re
from datetime import date

from tk_desktop.base.ids import next_id, only_id
from tk_desktop.domain.actie import Actie, Actiesoort, Standregel
from tk_desktop.domain.besloten import is_besloten
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.domain.volgorde import tussen
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.gremia import gremium_van
from tk_desktop.intake.lezing import GelezenActielijst, GelezenLijstactie
from tk_desktop.intake.werk import VergaderingOnbekend, Werk
from tk_desktop.store.werkmap import Store

_SOORT = re.compile(
    r"\b(?:(?i:bestuurscommissie|algemeen bestuur|dagelijks bestuur|ambtelijk overleg|portefeuillehoudersoverleg|"
    r"stuurgroep|regiegroep|commissie)|BC|AB|DB|AO|PHO)\b[^\d,;:(–]*"
)


def neem_actielijst_op(werk: Werk, bestand: GelezenBestand) -> None:
    """Store the acties of the list in a file that are not there yet (I2); the file stays with the last meeting.

    An action with the same words and owner is there already: what the list tells of it more is asked, never written
    over. Raises ``VergaderingOnbekend`` when nothing tells whose list it is.
    """
    lijst = bestand.lezing.actielijst if bestand.lezing else None
    if lijst is None:
        return
    naam, store = bestand.bron.name, werk.store
    gremium = _gremium(werk, naam, lijst)
    dag = lijst.datum or werk.nu.date()
    dicht = is_besloten(lijst.titel) or is_besloten(bestand.bron.stem)
    bekend = {_kern(een): een for een in store.acties.all() if een.gremium_id == gremium.id}
    nieuw = 0
    for gelezen in lijst.acties:
        actie = _actie(werk, gremium, gelezen, dag, bekend, dicht=dicht)
        was = bekend.get(_kern(actie))
        if was is None:
            store.acties.save(actie)
            bekend[_kern(actie)] = actie
            nieuw += 1
        elif was.staat.is_open is not actie.staat.is_open:
            wat = (
                f"‘{was.tekst}’ is volgens de lijst {actie.staat.value}, hier {was.staat.value}. Wat hier staat, bleef."
            )
            werk.twijfel(naam, wat)
    laatste = [een for een in store.vergaderingen.van_gremium(gremium.id) if een.datum <= dag]
    if laatste:
        werk.bewaar_bron(bestand.bron, bestand.media, laatste[-1].id)
    over = len(lijst.acties) - nieuw
    wat = f"actielijst {gremium.naam}: {meervoud(nieuw, 'actie', 'acties')}"
    werk.plaats(naam, wat + (f" ({over} was er al)" if over == 1 else f" ({over} waren er al)" if over else ""))


def noemt_gremium(store: Store, lijst: GelezenActielijst) -> bool:
    """Tell whether a list says itself whose it is, or only one body can be meant."""
    tekst = f"{lijst.titel} {lijst.verder}"
    return _bekend(store, tekst) is not None or bool(_SOORT.search(tekst)) or len(store.gremia.all()) == 1


def _gremium(werk: Werk, naam: str, lijst: GelezenActielijst) -> Gremium:
    """Return whose list it is: the body that its title names, else that of the meeting, else one named below it."""
    tekst = f"{lijst.titel} {lijst.verder}"
    if (bekend := _bekend(werk.store, tekst)) is not None:
        return bekend
    if genoemd := _SOORT.search(lijst.titel):
        return gremium_van(werk.store, re.sub(r"\s+(?:per|op|van)\s*$", "", genoemd[0]).strip())
    if werk.vergadering is not None:
        return werk.store.gremia.get(werk.vergadering.gremium_id)
    if genoemd := _SOORT.search(tekst):
        return gremium_van(werk.store, genoemd[0].strip())
    if len(alle := werk.store.gremia.all()) == 1:
        return alle[0]
    raise VergaderingOnbekend(bestand=naam)


def _bekend(store: Store, tekst: str) -> Gremium | None:
    """Return the body of the werkmap that a text names; the one with the longest name counts."""
    woorden = {sleutel(woord) for woord in re.findall(r"[\w’'-]+", tekst)}
    for gremium in sorted(store.gremia.all(), key=lambda een: -len(een.naam)):
        if sleutel(gremium.naam) in sleutel(tekst) or (gremium.afkorting and _in(gremium.afkorting, tekst, woorden)):
            return gremium
    return None


def _in(afkorting: str, tekst: str, woorden: set[str]) -> bool:
    return sleutel(afkorting) in (woorden if " " not in afkorting else sleutel(tekst))


def _kern(actie: Actie) -> tuple[str, str]:
    """Return by what an action is known when it is read again."""
    return sleutel(actie.tekst), sleutel(actie.door)


def _actie(
    werk: Werk,
    gremium: Gremium,
    gelezen: GelezenLijstactie,
    dag: date,
    bekend: dict[tuple[str, str], Actie],
    *,
    dicht: bool,
) -> Actie:
    ontstaan = min(gelezen.ontstaan or dag, dag)
    soort = Actiesoort.TOEZEGGING if gelezen.actie.toezegging else Actiesoort.ACTIE
    tekst, door = " ".join(gelezen.actie.tekst.split()), gelezen.actie.door
    van = ("actielijst", gremium.id, ontstaan.isoformat(), soort.value, door.casefold(), tekst)
    id_ = next_id([een.id for een in bekend.values()], *van)
    vergadering = (
        next((een for een in werk.store.vergaderingen.op_dag(ontstaan) if een.gremium_id == gremium.id), None)
        if gelezen.ontstaan
        else None
    )
    standen = (Standregel(id=only_id(id_, "stand"), volgorde="n", datum=dag, tekst=gelezen.stand),)
    return Actie(
        id=id_,
        volgorde=tussen(max((een.volgorde for een in bekend.values()), default=""), ""),
        gremium_id=gremium.id,
        tekst=tekst,
        ontstaan=ontstaan,
        soort=soort,
        door=door,
        voor=gelezen.actie.voor,
        staat=gelezen.staat,
        afgedaan=None if gelezen.staat.is_open else dag,
        vergadering_id=vergadering.id if vergadering else None,
        oorsprong=tekst,
        besloten=dicht or gelezen.actie.besloten,
        standen=standen if gelezen.stand else (),
    )
