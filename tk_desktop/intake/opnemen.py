"""Storing what was read: a meeting with its items, papers and nota's, each on its place, whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt, Inleider, duren_uit_tijden
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort, Stuk, Stukversie
from tk_desktop.domain.vergadering import Uitnodigingsbrief, Vergadering
from tk_desktop.domain.volgorde import reeks, tussen
from tk_desktop.domain.voorstel import woorden
from tk_desktop.intake.bestanden import GelezenBestand
from tk_desktop.intake.gremia import gremium_van, neem_leden_op, persoon_van
from tk_desktop.intake.lezing import GelezenAgenda, GelezenNota, GelezenPunt, GelezenUitnodiging
from tk_desktop.intake.notavorming import gekoppeld, maak_nota, maak_voorstel, zelfde_inhoud
from tk_desktop.intake.plaats import Plaats
from tk_desktop.intake.vinden import find_bestand, find_genoemd, find_nota, find_punt, main_of
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort


class VergaderingOnbekend(TkError):
    """Papers arrived without an agenda, and the werkmap does not tell to which meeting they belong."""

    code = "TK-I07"
    melding = "Het is niet duidelijk bij welke vergadering ‘{bestand}’ hoort. Er is niets ingenomen."
    advies = "Neem eerst de agenda in, of noem de vergadering met --vergadering."


class DatumOntbreekt(TkError):
    """An agenda or invitation names no date on which the meeting is held."""

    code = "TK-I08"
    melding = "In ‘{bestand}’ staat geen datum van de vergadering. Er is niets ingenomen."
    advies = "Zet bovenaan de agenda een regel ‘Datum’ met bijvoorbeeld ‘woensdag 4 maart 2026’."


@dataclass(frozen=True, slots=True, kw_only=True)
class Inname:
    """What was taken in: the meetings it touched, and what was read but is not certain."""

    vergaderingen: tuple[str, ...]
    twijfels: tuple[Twijfel, ...]


@dataclass(slots=True)
class _Werk:
    """One intake under way: the meeting that papers without a date belong to, and the doubts so far."""

    store: Store
    nu: datetime
    vergadering: Vergadering | None = None
    geraakt: dict[str, None] = field(default_factory=dict)
    twijfels: list[Twijfel] = field(default_factory=list)
    gevuld: set[str] = field(default_factory=set)

    def kies(self, vergadering: Vergadering) -> None:
        self.vergadering = vergadering
        self.geraakt[vergadering.id] = None

    def opname(self, bestand: str) -> Momentopname:
        if self.vergadering is None:
            raise VergaderingOnbekend(bestand=bestand)
        self.geraakt[self.vergadering.id] = None
        return self.store.opname(self.vergadering.id)

    def twijfel(self, waar: str, wat: str) -> None:
        self.twijfels.append(Twijfel(waar=waar, wat=wat))


def neem_op(
    store: Store, gelezen: Sequence[GelezenBestand], *, nu: datetime, vergadering_id: str | None = None
) -> Inname:
    """Store what was read, in one transaction; what is there already is not written again and never overwritten.

    Agendas come first, then nota's, then files. Papers without a date belong to ``vergadering_id``, else to the meeting
    of the agenda read with them, else to the only meeting in the werkmap. ``nu`` is the moment of receipt. Raises
    ``VergaderingOnbekend`` or ``DatumOntbreekt``, with nothing stored.
    """
    with store.transaction():
        werk = _Werk(store, nu)
        if vergadering_id is not None:
            werk.vergadering = store.vergaderingen.get(vergadering_id)
        else:
            alle = store.vergaderingen.all()
            werk.vergadering = alle[0] if len(alle) == 1 else None
        _neem_kop_op(werk, gelezen)
        for bestand in gelezen:
            for nota in bestand.lezing.notas if bestand.lezing else ():
                _neem_nota_op(werk, bestand, nota)
        los = [(b, b.plaats) for b in gelezen if b.plaats is not None and not (b.lezing and b.lezing.notas)]
        for bestand, plaats in sorted(los, key=lambda paar: paar[1].volgorde):
            _neem_bestand_op(werk, bestand, plaats)
        for bestand in gelezen:
            if bestand.leden:
                neem_leden_op(store, werk.opname(bestand.bron.name).gremium, bestand.leden)
            if bestand.lezing is not None:
                werk.twijfels.extend(bestand.lezing.twijfels)
        for id_ in werk.geraakt:
            _maak_doorzoekbaar(store, store.opname(id_))
    return Inname(vergaderingen=tuple(werk.geraakt), twijfels=tuple(werk.twijfels))


def _neem_kop_op(werk: _Werk, gelezen: Sequence[GelezenBestand]) -> None:
    """Store agendas and invitations; the invitation of a meeting may stand in another file than its agenda."""
    agendas = [(b, b.lezing.agenda) for b in gelezen if b.lezing and b.lezing.agenda]
    brieven = [(b, b.lezing.uitnodiging) for b in gelezen if b.lezing and b.lezing.uitnodiging]
    for bestand, agenda in agendas:
        passend = [brief for ander, brief in brieven if ander is bestand or brief.vergaderdatum == agenda.datum]
        if agenda.datum is None and len(agendas) == len(brieven) == 1:
            passend = [brieven[0][1]]
        brief = passend[0] if passend else None
        _neem_agenda_op(werk, bestand, agenda, brief)
    for bestand, brief in brieven:
        if werk.vergadering is None or (brief.vergaderdatum and brief.vergaderdatum != werk.vergadering.datum):
            if brief.vergaderdatum is None:
                raise DatumOntbreekt(bestand=bestand.bron.name)
            gremium = gremium_van(werk.store, brief.aan)
            werk.kies(_vergadering(werk.store, gremium.id, GelezenAgenda(datum=brief.vergaderdatum), brief))
        _neem_brief_op(werk, bestand, brief)


def _neem_agenda_op(
    werk: _Werk, bestand: GelezenBestand, agenda: GelezenAgenda, brief: GelezenUitnodiging | None
) -> None:
    if agenda.datum is None and brief is not None:
        agenda = replace(agenda, datum=brief.vergaderdatum)
    if agenda.datum is None:
        raise DatumOntbreekt(bestand=bestand.bron.name)
    store = werk.store
    gremium = gremium_van(store, agenda.gremium)
    werk.kies(_vergadering(store, gremium.id, agenda, brief))
    vergadering = werk.opname(bestand.bron.name).vergadering
    bekend = store.opname(vergadering.id)
    if bekend.agendapunten:
        oud = [(str(bekend.nummers[punt.id]), punt.titel) for punt in bekend.agendapunten]
        if oud != [(str(punt.nummer), punt.titel) for punt in agenda.punten]:
            werk.twijfel(
                f"agenda {lang(vergadering.datum)}",
                "Er is al een agenda van deze vergadering; de nieuwe is anders en is niet overgenomen.",
            )
        return
    _bewaar_punten(werk, vergadering, agenda.punten)


def _vergadering(store: Store, gremium_id: str, agenda: GelezenAgenda, brief: GelezenUitnodiging | None) -> Vergadering:
    """Return the meeting of a body on a day: the one that is there, else a new one."""
    if agenda.datum is None:
        raise ValueError("een vergadering heeft een datum")
    for bekend in store.vergaderingen.all():
        if (bekend.gremium_id, bekend.datum) == (gremium_id, agenda.datum):
            return bekend
    voorzitter = persoon_van(store, agenda.voorzitter) if agenda.voorzitter else None
    secretaris = persoon_van(store, agenda.secretaris) if agenda.secretaris else None
    vergadering = Vergadering(
        id=new_id(),
        gremium_id=gremium_id,
        datum=agenda.datum,
        begin=agenda.begin or (brief.begin if brief else None),
        einde=agenda.einde or (brief.einde if brief else None),
        plaats=agenda.plaats or (brief.plaats if brief else ""),
        voorzitter_id=voorzitter.id if voorzitter else None,
        secretaris_id=secretaris.id if secretaris else None,
        gelegenheid=brief.gelegenheid if brief else "",
        nieuw_tijdstip=agenda.nieuw_tijdstip or bool(brief and brief.nieuw_tijdstip),
    )
    store.vergaderingen.save(vergadering)
    return vergadering


def _bewaar_punten(werk: _Werk, vergadering: Vergadering, punten: Sequence[GelezenPunt]) -> None:
    hoofd = [punt for punt in punten if not punt.nummer.sub]
    duren = iter(duren_uit_tijden([punt.tijd for punt in hoofd], vergadering.einde))
    ouders: dict[Nummer, str] = {}
    ids: dict[str, GelezenPunt] = {}
    for punt, volgorde in zip(punten, reeks(len(punten)), strict=True):
        id_ = new_id()
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
                Inleider(id=new_id(), volgorde=plek, naam=naam, rol=rol)
                for (naam, rol), plek in zip(punt.inleiders, reeks(len(punt.inleiders)), strict=True)
            ),
            voorstel=maak_voorstel(punt.voorstel),
        )
        werk.store.agendapunten.save(agendapunt)
        for stuk, plek in zip(punt.stukken, reeks(len(punt.stukken)), strict=True):
            werk.store.stukken.save(
                Stuk(
                    id=new_id(),
                    vergadering_id=vergadering.id,
                    volgorde=plek,
                    soort=stuk.soort,
                    titel=stuk.titel,
                    agendapunt_id=agendapunt.id,
                    bijlagen_beloofd=stuk.bijlagen_beloofd,
                )
            )
    _meld_nummering(werk, vergadering, ids)


def _meld_nummering(werk: _Werk, vergadering: Vergadering, punten: Mapping[str, GelezenPunt]) -> None:
    nummers = werk.store.opname(vergadering.id).nummers
    for id_, gelezen in punten.items():
        if gelezen.nummer != nummers[id_]:
            werk.twijfel(
                f"regel {gelezen.regel}, agendapunt {gelezen.nummer}",
                f"De nummering van de agenda loopt niet door; dit punt is in de werkmap punt {nummers[id_]}.",
            )
            return


def _neem_brief_op(werk: _Werk, bestand: GelezenBestand, brief: GelezenUitnodiging) -> None:
    opname = werk.opname(bestand.bron.name)
    velden = {naam: getattr(brief, naam) for naam in _BRIEFVELDEN}
    nieuw = Uitnodigingsbrief(id=new_id(), vergadering_id=opname.vergadering.id, **velden)
    if opname.brief is None:
        werk.store.brieven.save(nieuw)
    elif replace(nieuw, id=opname.brief.id) != opname.brief:
        werk.twijfel(
            f"uitnodiging {lang(opname.vergadering.datum)}",
            "Er is al een uitnodiging voor deze vergadering; de nieuwe is anders en is niet overgenomen.",
        )


_BRIEFVELDEN = (
    "aan", "uw_kenmerk", "ons_kenmerk", "datum", "behandeld_door", "email", "doorkiesnummer", "onderwerp", "aanhef",
    "tekst", "verhindering_uiterlijk", "verhindering_telefoon", "verhindering_email", "afsluiting", "ondertekenaar",
    "functie", "mede_namens_voorzitter",
)  # fmt: skip


def _neem_nota_op(werk: _Werk, bestand: GelezenBestand, nota: GelezenNota) -> None:
    opname = _bij_datum(werk, bestand, nota)
    stuk = _stuk_voor_nota(werk, opname, bestand, nota)
    nieuw = gekoppeld(maak_nota(stuk.id, nota), opname.nummers)
    if stuk.id in opname.notas:
        if not zelfde_inhoud(nieuw, opname.notas[stuk.id]):
            werk.twijfel(
                f"{bestand.bron.name}, regel {nota.regel}",
                f"Bij {opname.label(stuk) or stuk.titel} staat al een nota; deze is niet overgenomen.",
            )
        return
    if nota.openbaar is False and not opname.stuk_is_besloten(stuk):
        stuk = replace(stuk, besloten=True)
        werk.store.stukken.save(stuk)
    werk.store.notas.save(nieuw)
    _bewaar_bijlagen(werk.store, opname, stuk, nota.bijlagen)
    _een_bron(werk.store, opname, stuk)


def _bewaar_bijlagen(store: Store, opname: Momentopname, stuk: Stuk, titels: Sequence[str]) -> None:
    """Store the bijlagen that a nota lists, in its order; those that came in before it are listed from now on."""
    over = list(opname.bijlagen_bij(stuk))
    rij: list[Stuk] = []
    for rang, titel in enumerate(titels, 1):
        bekend = find_genoemd(opname, over, rang, titel)
        if bekend is not None:
            over.remove(bekend)
        bijlage = bekend or Stuk(
            id=new_id(),
            vergadering_id=stuk.vergadering_id,
            volgorde="",
            soort=Soort.BIJLAGE,
            titel=titel,
            agendapunt_id=stuk.agendapunt_id,
            hoort_bij=stuk.id,
        )
        rij.append(replace(bijlage, titel=titel, genoemd=True))
    if titels:
        for bijlage, plek in zip([*rij, *over], reeks(len(rij) + len(over)), strict=True):
            store.stukken.save(replace(bijlage, volgorde=plek))


def _bij_datum(werk: _Werk, bestand: GelezenBestand, nota: GelezenNota) -> Momentopname:
    """Return the meeting a nota names by its date, else the one these papers belong to."""
    if nota.datum is not None and (werk.vergadering is None or werk.vergadering.datum != nota.datum):
        op_die_dag = [v for v in werk.store.vergaderingen.all() if v.datum == nota.datum]
        if len(op_die_dag) == 1 and werk.vergadering is None:
            werk.kies(op_die_dag[0])
        elif len(op_die_dag) == 1:
            werk.geraakt[op_die_dag[0].id] = None
            return werk.store.opname(op_die_dag[0].id)
        elif werk.vergadering is not None:
            werk.twijfel(
                f"{bestand.bron.name}, regel {nota.regel}",
                f"De nota noemt {lang(nota.datum)} als datum van de vergadering, de agenda een andere dag.",
            )
    return werk.opname(bestand.bron.name)


def _stuk_voor_nota(werk: _Werk, opname: Momentopname, bestand: GelezenBestand, nota: GelezenNota) -> Stuk:
    """Return the paper a nota fills, a new one when the meeting has none for it."""
    soort = FORMULIEREN[nota.vorm].soort
    nummer = nota.agendapunt or (bestand.plaats.nummer if bestand.plaats else None)
    gevonden = find_nota(opname, nota, nummer)
    if gevonden is not None:
        if nummer is None and gevonden.id not in opname.notas:
            werk.twijfel(
                f"{bestand.bron.name}, regel {nota.regel}",
                f"De nota noemt geen agendapunt; door haar onderwerp is zij bij {opname.label(gevonden)} gezet.",
            )
        return gevonden
    punt = find_punt(opname, nummer)
    if punt is None:
        werk.twijfel(
            f"{bestand.bron.name}, regel {nota.regel}",
            f"De nota ‘{nota.onderwerp}’ hoort bij geen punt van deze agenda; zij staat los bij de vergadering.",
        )
    stuk = Stuk(
        id=new_id(),
        vergadering_id=opname.vergadering.id,
        volgorde=tussen(max((ander.volgorde for ander in opname.stukken), default="")),
        soort=soort,
        titel=nota.onderwerp or soort.value.capitalize(),
        agendapunt_id=punt.id if punt else None,
    )
    werk.store.stukken.save(stuk)
    return stuk


def _een_bron(store: Store, opname: Momentopname, stuk: Stuk) -> None:
    """Let the agenda take its proposal from the nota where both say the same (catalogue 29: one source)."""
    if stuk.agendapunt_id is None:
        return
    punt = store.agendapunten.get(stuk.agendapunt_id)
    nota = store.opname(opname.vergadering.id).notas[stuk.id]
    if punt.voorstel and woorden(punt.voorstel) == woorden(nota.voorstel):
        store.agendapunten.save(replace(punt, voorstel=()))


def _neem_bestand_op(werk: _Werk, bestand: GelezenBestand, plaats: Plaats) -> None:
    """Store a received file as a version of the paper that its name tells; one that came in before is there already."""
    naam = bestand.bron.name
    opname = werk.opname(naam)
    stuk = find_bestand(opname, plaats, naam) or _stuk_voor_bestand(werk, opname, naam, plaats)
    som = werk.store.bestanden.bewaar(bestand.bron)
    versies = werk.store.versies.van_stuk(stuk.id)
    if som in (versie.sha256 for versie in versies):
        if versies[-1].sha256 != som:
            werk.twijfel(naam, f"Van ‘{stuk.titel}’ is al een nieuwere versie ontvangen; die blijft gelden.")
        return
    if stuk.id in werk.gevuld:
        werk.twijfel(naam, f"Er zijn twee bestanden voor ‘{stuk.titel}’; dit bestand geldt als de nieuwste versie.")
    werk.gevuld.add(stuk.id)
    werk.store.versies.save(
        Stukversie(
            id=new_id(),
            stuk_id=stuk.id,
            volgorde=tussen(versies[-1].volgorde if versies else ""),
            sha256=som,
            bestandsnaam=naam,
            media=bestand.media,
            paginas=len(bestand.paginas),
            tekstlaag=bestand.tekstlaag,
            ontvangen=werk.nu,
        )
    )
    werk.store.zoekregister.neem_op(Zoeksoort.PAGINA, som, bestand.paginas)
    werk.store.zoekregister.neem_op(Zoeksoort.VERBORGEN, som, bestand.verborgen)


def _stuk_voor_bestand(werk: _Werk, opname: Momentopname, naam: str, plaats: Plaats) -> Stuk:
    """Store and return a new paper for a file that nobody announced."""
    punt = find_punt(opname, plaats.nummer)
    if punt is None:
        werk.twijfel(naam, f"Punt {plaats.nummer} staat niet op de agenda; het stuk staat los.")
    bij_punt = opname.stukken_bij(punt) if punt else ()
    hoofd = main_of(bij_punt) if plaats.is_bijlage else None
    if hoofd is None:
        volgorde = tussen(max((stuk.volgorde for stuk in bij_punt), default=""))
        return _nieuw_stuk(werk, plaats, opname, volgorde=volgorde, punt=punt)
    bijlagen = opname.bijlagen_bij(hoofd)
    if plaats.rang is not None and plaats.rang != len(bijlagen) + 1:
        werk.twijfel(naam, f"Er is geen bijlage {plaats.rang} bij {opname.label(hoofd)}; dit is nu de laatste bijlage.")
    volgorde = tussen(bijlagen[-1].volgorde if bijlagen else "")
    return _nieuw_stuk(werk, plaats, opname, volgorde=volgorde, punt=punt, hoofd=hoofd)


def _nieuw_stuk(
    werk: _Werk,
    plaats: Plaats,
    opname: Momentopname,
    *,
    volgorde: str,
    punt: Agendapunt | None,
    hoofd: Stuk | None = None,
) -> Stuk:
    stuk = Stuk(
        id=new_id(),
        vergadering_id=opname.vergadering.id,
        volgorde=volgorde,
        soort=plaats.soort,
        titel=plaats.titel,
        agendapunt_id=punt.id if punt else None,
        hoort_bij=hoofd.id if hoofd else None,
    )
    werk.store.stukken.save(stuk)
    return stuk


def _maak_doorzoekbaar(store: Store, opname: Momentopname) -> None:
    for punt in opname.agendapunten:
        store.zoekregister.neem_op(Zoeksoort.AGENDAPUNT, punt.id, [f"{punt.titel}\n{punt.toelichting}"])
    for nota in opname.notas.values():
        teksten = [nota.onderwerp, *(f"{sectie.kop}\n{sectie.tekst}" for sectie in nota.secties)]
        teksten += [f"{reden.kop}\n{reden.tekst}" for reden in nota.argumenten]
        teksten += [punt.tekst for top in nota.voorstel for punt in (top, *top.onder)]
        store.zoekregister.neem_op(Zoeksoort.NOTA, nota.id, ["\n".join(teksten)])
