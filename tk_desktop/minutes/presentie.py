"""Who is at the table: the list of names, coming and going, substitutes, guests and declared interest."""

from dataclasses import replace
from datetime import time

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import next_id, only_id
from tk_desktop.domain.gremium import Lidmaatschap, Rol
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.presentie import PLV_VOORZITTER, Belang, Hoedanigheid, Presentie, require_own_seat
from tk_desktop.domain.vergadering import Afmelding
from tk_desktop.domain.volgorde import tussen
from tk_desktop.domain.volmacht import zonder_volmacht_vanaf
from tk_desktop.domain.zitting import Zitting
from tk_desktop.meeting.gehouden import require_concept, require_concept_at
from tk_desktop.store.werkmap import Store

_HOEDANIGHEDEN = {
    Rol.VOORZITTER: Hoedanigheid.VOORZITTER,
    Rol.PLAATSVERVANGEND_VOORZITTER: Hoedanigheid.LID,
    Rol.LID: Hoedanigheid.LID,
    Rol.SECRETARIS: Hoedanigheid.SECRETARIS,
}
"""As what each seat sits at the table; substitutes and advisers come only when they are asked."""


class NaamNodig(TkError):
    """Somebody was to stand on the list without a name."""

    code = "TK-B04"
    melding = "Wie op de presentielijst staat, heeft een naam."
    veilig = "Er is niets gewijzigd."
    advies = "Typ de naam zoals die in het verslag komt."


def prepare_presentie(store: Store, vergadering_id: str) -> Zitting:
    """Put on the list who has a seat on the day and is not on it yet, and return the meeting (H3, G1).

    Who told they cannot come is absent with notice, and the substitute they named sits there in their place (A15).
    The chair of the meeting is its chair, whoever has that seat. Names that are there already stay as they are, with
    the votes of their seat as it is now for as long as the meeting was not opened (G4).
    """
    with store.transaction():
        require_concept(store, vergadering_id)
        opname = store.opname(vergadering_id)
        staat_er = {wie.lid_id for wie in store.presenties.van_vergadering(vergadering_id)}
        if opname.vergadering.begonnen is None:
            _weeg_opnieuw(store, opname)
        afgemeld = {een.lid_id: een for een in store.afmeldingen.van_vergadering(vergadering_id)}
        for lid in _zetels(opname):
            if lid.id not in staat_er:
                for wie in _namen(opname, lid, afgemeld.get(lid.id)):
                    _bij(store, wie)
        return store.zitting(vergadering_id)


def add_aanwezige(
    store: Store,
    vergadering_id: str,
    naam: str,
    *,
    hoedanigheid: Hoedanigheid,
    namens: str = "",
    functie: str = "",
    alleen_bij: str | None = None,
) -> Presentie:
    """Put somebody without a seat on the list, for one item (``alleen_bij``) or all of them, and return the row.

    They have no vote: a substitute has that of the member (``send_vervanger``). Two laptops that put the same guest on
    the list have one row.
    Raises ``NaamNodig`` or ``VerslagVastgesteld``, as every change of the list does once the verslag was approved.
    """
    if not naam.strip():
        raise NaamNodig
    with store.transaction():
        require_concept(store, vergadering_id)
        staat_er = [een.id for een in store.presenties.van_vergadering(vergadering_id)]
        naam, namens = " ".join(naam.split()), namens.strip()
        van = (vergadering_id, naam.casefold(), namens.casefold(), hoedanigheid.value, alleen_bij or "")
        return _bij(
            store,
            Presentie(
                id=next_id(staat_er, "aanwezige", *van),
                vergadering_id=vergadering_id,
                volgorde="",
                naam=naam,
                hoedanigheid=hoedanigheid,
                namens=namens,
                functie=functie.strip(),
                van_punt_id=alleen_bij,
                tot_punt_id=alleen_bij,
            ),
        )


def set_aanwezig(store: Store, presentie_id: str, *, aanwezig: bool, met_bericht: bool = False) -> Presentie:
    """Tell whether somebody is there, and return the row; who is absent came and went at no item.

    A volmacht they gave ends. Raises ``ZetelDubbel``, as all that tells who is there does, when a substitute has the
    seat.
    """
    with store.transaction():
        wie = store.presenties.get(presentie_id)
        require_concept(store, wie.vergadering_id)
        end_volmachten(store, wie, None)
        if not aanwezig or wie.volmacht_id is not None:
            wie = replace(wie, van_punt_id=None, tot_punt_id=None, gekomen=None, vertrokken=None)
        bericht = met_bericht and not aanwezig
        return _bewaar(store, replace(wie, aanwezig=aanwezig, met_bericht=bericht, volmacht_id=None))


def be_there_throughout(store: Store, presentie_id: str) -> Presentie:
    """Tell that somebody was there from the begin until the end, and return the row; raises ``ZetelDubbel``."""
    with store.transaction():
        set_aanwezig(store, presentie_id, aanwezig=False)  # takes away when they came and went
        return set_aanwezig(store, presentie_id, aanwezig=True)


def send_vervanger(store: Store, presentie_id: str, naam: str) -> Presentie:
    """Put who sits in somebody's place on the list, with their vote, and return that row (A15).

    The member is absent with notice from then on. Raises ``NaamNodig`` or ``VerslagVastgesteld``.
    """
    if not naam.strip():
        raise NaamNodig
    with store.transaction():
        lid = set_aanwezig(store, presentie_id, aanwezig=False, met_bericht=True)
        er_voor = replace(
            lid,
            id=only_id("vervanger", lid.vergadering_id, lid.zetel),
            naam=" ".join(naam.split()),
            hoedanigheid=Hoedanigheid.VERVANGER,
            functie="",
            aanwezig=True,
            met_bericht=False,
        )
        al = {wie.id: wie for wie in store.presenties.van_vergadering(lid.vergadering_id)}.get(er_voor.id)
        if al is None:
            return _bij(store, er_voor)
        return _bewaar(store, replace(er_voor, volgorde=al.volgorde))


def let_preside(store: Store, presentie_id: str) -> Presentie:
    """Let a member take the chair of a meeting, in the place of who had it, and return the row (A2).

    Papers name them as chair from then on. Raises ``VerslagVastgesteld``.
    """
    with store.transaction():
        wie = replace(store.presenties.get(presentie_id), hoedanigheid=Hoedanigheid.VOORZITTER)
        require_concept(store, wie.vergadering_id)
        for ander in store.presenties.van_vergadering(wie.vergadering_id):
            if ander.hoedanigheid is Hoedanigheid.VOORZITTER and ander.persoon != wie.persoon:
                store.presenties.save(replace(ander, hoedanigheid=Hoedanigheid.LID))
            elif ander.persoon == wie.persoon:
                store.presenties.save(replace(ander, hoedanigheid=Hoedanigheid.VOORZITTER))
        if wie.lid_id is not None:
            vergadering = store.vergaderingen.get(wie.vergadering_id)
            store.vergaderingen.save(replace(vergadering, voorzitter_id=store.leden.get(wie.lid_id).persoon_id))
    return wie


def come_in(store: Store, presentie_id: str, punt_id: str | None, *, om: time | None = None) -> Presentie:
    """Tell at which item somebody came in (``None``: from the start), and return the row.

    A volmacht they gave holds until then. Raises ``PresentieOnmogelijk`` or ``TijdenOnmogelijk`` when they left before
    it.
    """
    with store.transaction():
        wie = store.presenties.get(presentie_id)
        require_concept(store, wie.vergadering_id)
        end_volmachten(store, wie, punt_id)
        if wie.volmacht_id is not None and store.presenties.get(wie.id).volmacht_id is not None:
            wie = replace(
                wie, id=only_id("terug", wie.id, punt_id or ""), volgorde=place_after(store, wie), tot_punt_id=None
            )
        elif wie.volmacht_id is not None:
            wie = replace(wie, tot_punt_id=None)
        wie = replace(wie, aanwezig=True, met_bericht=False, van_punt_id=punt_id, volmacht_id=None)
        return _bewaar(store, replace(wie, gekomen=om if punt_id is not None else None))


def leave(store: Store, presentie_id: str, punt_id: str | None, *, om: time | None = None) -> Presentie:
    """Tell until and including which item somebody was there (``None``: until the end), and return the row.

    Raises ``PresentieOnmogelijk`` or ``TijdenOnmogelijk`` when they came after it.
    """
    wie = replace(store.presenties.get(presentie_id), aanwezig=True, met_bericht=False, tot_punt_id=punt_id)
    return _bewaar(store, replace(wie, vertrokken=om if punt_id is not None else None))


def set_grenzen(
    store: Store,
    presentie_id: str,
    *,
    van: str | None,
    tot: str | None,
    gekomen: time | None,
    vertrokken: time | None,
    stemgewicht: int,
) -> Presentie:
    """Set right from which item until and including which somebody was there, when, and with how many votes (G1).

    Raises ``PresentieOnmogelijk``, ``TijdenOnmogelijk``, ``StemZonderZetel`` or ``VerslagVastgesteld``.
    """
    wie = store.presenties.get(presentie_id)
    if stemgewicht != wie.stemgewicht:
        replace(wie, stemgewicht=stemgewicht).require_stem()
    return _bewaar(
        store,
        replace(
            wie,
            aanwezig=True,
            met_bericht=False,
            van_punt_id=van,
            tot_punt_id=tot,
            gekomen=gekomen,
            vertrokken=vertrokken,
            stemgewicht=stemgewicht,
        ),
    )


def declare_belang(store: Store, presentie_id: str, punt_id: str, reden: str = "") -> Belang:
    """Tell that somebody takes no part in an item because of an interest, and return that; once is enough (G11)."""
    with store.transaction():
        require_concept_at(store, punt_id)
        wie = store.presenties.get(presentie_id)
        mensen = {een.id: een.persoon for een in store.presenties.van_vergadering(wie.vergadering_id)}
        bestaand = next(
            (een for een in store.belangen.van_punt(punt_id) if mensen.get(een.presentie_id) == wie.persoon), None
        )
        belang = bestaand or Belang(
            id=only_id("belang", punt_id, presentie_id), agendapunt_id=punt_id, presentie_id=presentie_id
        )
        belang = replace(belang, reden=reden.strip() or belang.reden)
        store.belangen.save(belang)
    return belang


def withdraw_belang(store: Store, belang_id: str) -> None:
    """Tell that there is no such interest after all."""
    with store.transaction():
        require_concept_at(store, store.belangen.get(belang_id).agendapunt_id)
        store.belangen.delete(belang_id)


def withdraw_belang_of(store: Store, presentie_id: str, punt_id: str) -> None:
    """Tell that somebody has no interest in an item after all, in whichever row of theirs it was declared."""
    with store.transaction():
        wie = store.presenties.get(presentie_id)
        mensen = {een.id: een.persoon for een in store.presenties.van_vergadering(wie.vergadering_id)}
        for belang in store.belangen.van_punt(punt_id):
            if mensen.get(belang.presentie_id) == wie.persoon:
                withdraw_belang(store, belang.id)


def end_volmachten(store: Store, wie: Presentie, punt_id: str | None) -> None:
    """Let what somebody gave a volmacht for end before an item (``None``: it never was); in a row that is no more."""
    lijst = store.presenties.van_vergadering(wie.vergadering_id)
    rij = [punt.id for punt in store.opname(wie.vergadering_id).agendapunten]
    for gaf, blijft in zonder_volmacht_vanaf(lijst, wie, punt_id, rij):
        if blijft is not None:
            store.presenties.save(blijft)
        elif gaf.id == wie.id:
            store.presenties.save(replace(gaf, volmacht_id=None))
        else:
            store.presenties.delete(gaf.id)


def require_seat(store: Store, wie: Presentie) -> None:
    """Raise ``ZetelDubbel`` when somebody on the list, as it is kept now, shares a seat with another at an item."""
    opname = store.opname(wie.vergadering_id)
    lijst = store.presenties.van_vergadering(wie.vergadering_id)
    require_own_seat(lijst, wie, [punt.id for punt in opname.agendapunten], opname.nummers)


def _zetels(opname: Momentopname) -> list[Lidmaatschap]:
    """Return the seats of the day, the chair first and the secretary last."""
    dag = opname.vergadering.datum
    zetels = [lid for lid in opname.leden if lid.rol in _HOEDANIGHEDEN and lid.geldt_op(dag)]
    return sorted(zetels, key=lambda lid: list(Hoedanigheid).index(_hoedanigheid(opname, lid)))


def _hoedanigheid(opname: Momentopname, lid: Lidmaatschap) -> Hoedanigheid:
    zit_voor = opname.vergadering.voorzitter_id
    if zit_voor is None or lid.rol is Rol.SECRETARIS:
        return _HOEDANIGHEDEN[lid.rol]
    return Hoedanigheid.VOORZITTER if lid.persoon_id == zit_voor else Hoedanigheid.LID


def _namen(opname: Momentopname, lid: Lidmaatschap, afmelding: Afmelding | None) -> list[Presentie]:
    """Return the row of a seat, followed by that of the substitute who was announced."""
    zelf = Presentie(
        id=only_id("presentie", opname.vergadering.id, lid.id),
        vergadering_id=opname.vergadering.id,
        volgorde="",
        naam=opname.naam(lid.persoon_id) or lid.namens or "Onbekend lid",
        hoedanigheid=_hoedanigheid(opname, lid),
        namens=lid.namens,
        functie=PLV_VOORZITTER if lid.rol is Rol.PLAATSVERVANGEND_VOORZITTER else "",
        lid_id=lid.id,
        aanwezig=afmelding is None,
        met_bericht=afmelding is not None,
        stemgewicht=_gewicht(lid),
    )
    vervanger = opname.naam(afmelding.vervanger_id) if afmelding is not None else ""
    if not vervanger:
        return [zelf]
    er_voor = replace(
        zelf,
        id=only_id("vervanger", opname.vergadering.id, lid.id),
        naam=vervanger,
        hoedanigheid=Hoedanigheid.VERVANGER,
        functie="",
        aanwezig=True,
        met_bericht=False,
    )
    return [zelf, er_voor]


def _gewicht(lid: Lidmaatschap) -> int:
    return lid.stemgewicht if lid.stemt else 0


def _weeg_opnieuw(store: Store, opname: Momentopname) -> None:
    """Give the names on the list the votes that their seats have now."""
    zetels = {lid.id: _gewicht(lid) for lid in opname.leden}
    for wie in store.presenties.van_vergadering(opname.vergadering.id):
        gewicht = zetels.get(wie.lid_id or "", wie.stemgewicht)
        if gewicht != wie.stemgewicht:
            store.presenties.save(replace(wie, stemgewicht=gewicht))


def place_after(store: Store, wie: Presentie) -> str:
    """Return the place on the list just after somebody."""
    volgende = (een.volgorde for een in store.presenties.van_vergadering(wie.vergadering_id))
    return tussen(wie.volgorde, min((een for een in volgende if een > wie.volgorde), default=""))


def _bij(store: Store, wie: Presentie) -> Presentie:
    """Keep somebody at the end of the list."""
    rij = store.presenties.van_vergadering(wie.vergadering_id)
    onderaan = replace(wie, volgorde=tussen(rij[-1].volgorde if rij else "", ""))
    store.presenties.save(onderaan)
    return onderaan


def _bewaar(store: Store, wie: Presentie) -> Presentie:
    with store.transaction():
        require_concept(store, wie.vergadering_id)
        opname = store.opname(wie.vergadering_id)
        rij = [punt.id for punt in opname.agendapunten]
        wie.require_mogelijk(rij, opname.nummers)
        store.presenties.save(wie)
        require_seat(store, wie)
    return wie
