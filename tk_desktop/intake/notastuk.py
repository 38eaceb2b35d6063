"""Storing a nota under the agenda item it belongs to, with the bijlagen it lists."""

from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.datum import lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN, Nota
from tk_desktop.domain.notaversie import Notaversie
from tk_desktop.domain.stuk import Soort, Stuk
from tk_desktop.domain.volgorde import reeks, tussen
from tk_desktop.domain.voorstel import woorden
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.lezing import GelezenNota
from tk_desktop.intake.notavorming import gekoppeld, maak_nota, zelfde_inhoud
from tk_desktop.intake.vinden import find_genoemd, find_nota, find_punt, past
from tk_desktop.intake.werk import AlIngenomen, Werk
from tk_desktop.store.werkmap import Store


def neem_nota_op(werk: Werk, bestand: GelezenBestand, nota: GelezenNota) -> None:
    """Store a nota; one that differs from the nota that is there replaces it only when that was asked.

    Raises ``AlIngenomen``.
    """
    opname = _bij_datum(werk, bestand, nota)
    fill_nota(werk, opname, bestand, nota, _stuk_voor_nota(werk, opname, bestand, nota))


def fill_nota(werk: Werk, opname: Momentopname, bestand: GelezenBestand, nota: GelezenNota, stuk: Stuk) -> bool:
    """Make a nota the form of this paper and tell whether that changed anything; raises ``AlIngenomen``."""
    naam = bestand.bron.name
    werk.bewaar_bron(bestand.bron, bestand.media, opname.vergadering.id)
    nieuw = gekoppeld(maak_nota(stuk.id, nota), opname.nummers)
    oud = opname.notas.get(stuk.id)
    waar = f"nota {opname.label(stuk)} {stuk.titel}".replace("  ", " ")
    _meld_plaats(werk, opname, stuk, f"{naam}, regel {nota.regel}", nota)
    gelijk = oud is not None and zelfde_inhoud(nieuw, oud)
    if oud is not None and not gelijk and not werk.vervang:
        raise AlIngenomen(bestand=naam, wat=f"de {waar}")
    stuk = _met_openbaarheid(werk, opname, stuk, naam, nota)
    if gelijk:
        werk.plaats(naam, f"{waar} (was er al)")
        return False
    if oud is not None and not past(oud.onderwerp, nota.onderwerp):
        werk.twijfel(naam, f"Deze nota vervangt ‘{oud.onderwerp}’, maar heeft een ander onderwerp. Klopt dat?")
    if oud is not None:
        _bewaar_vorige(werk, oud)
    werk.store.notas.save(nieuw if oud is None else replace(nieuw, id=oud.id))
    _bewaar_bijlagen(werk.store, opname, stuk, nota.bijlagen)
    _een_bron(werk.store, opname, stuk)
    werk.plaats(naam, waar + (" (vervangen)" if oud else ""))
    return True


def _bewaar_vorige(werk: Werk, oud: Nota) -> None:
    """Keep what a nota was before another file takes its place (C12)."""
    eerder = werk.store.notaversies.van_nota(oud.id)
    werk.store.notaversies.save(
        Notaversie(
            id=new_id(),
            nota_id=oud.id,
            volgorde=tussen(eerder[-1].volgorde if eerder else ""),
            moment=werk.nu,
            reden="Voor vervanging door een ontvangen bestand",
            nota=oud,
        )
    )


def _met_openbaarheid(werk: Werk, opname: Momentopname, stuk: Stuk, naam: str, nota: GelezenNota) -> Stuk:
    """Return a paper, stored, that is as public as its nota says; from besloten to public only when that was asked."""
    if nota.openbaar is None or stuk.besloten is not nota.openbaar:
        return stuk
    if nota.openbaar and not werk.vervang:
        werk.twijfel(naam, "Deze nota zegt Openbaar Ja, maar was besloten; zij is besloten gebleven.")
        return stuk
    nieuw = replace(stuk, besloten=not nota.openbaar)
    werk.store.stukken.save(nieuw)
    if nota.openbaar or stuk.id in opname.notas:  # what was only announced as besloten is told too when it is open now
        hoe = "openbaar" if nota.openbaar else "besloten"
        werk.twijfel(naam, f"Deze nota is nu {hoe}, omdat haar kop dat zegt. Klopt dat?")
    return nieuw


def _meld_plaats(werk: Werk, opname: Momentopname, stuk: Stuk, waar: str, nota: GelezenNota) -> None:
    staat = opname.nummers.get(stuk.agendapunt_id or "")
    if nota.agendapunt is not None and staat is not None and nota.agendapunt != staat:
        werk.twijfel(waar, f"De nota noemt agendapunt {nota.agendapunt}, maar staat bij {staat}. Klopt dat?")


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
    blijft = [replace(bijlage, genoemd=False) for bijlage in over if opname.is_aanwezig(bijlage)]
    for bijlage in over:
        if not opname.is_aanwezig(bijlage):
            store.stukken.delete(bijlage.id)
    if rij or blijft:
        for bijlage, plek in zip([*rij, *blijft], reeks(len(rij) + len(blijft)), strict=True):
            store.stukken.save(replace(bijlage, volgorde=plek))


def _bij_datum(werk: Werk, bestand: GelezenBestand, nota: GelezenNota) -> Momentopname:
    """Return the meeting a nota names by its date, else the one these papers belong to."""
    if nota.datum is not None and (werk.vergadering is None or werk.vergadering.datum != nota.datum):
        op_die_dag = [v for v in werk.store.vergaderingen.all() if v.datum == nota.datum]
        if len(op_die_dag) == 1 and werk.vergadering is None:
            werk.kies(op_die_dag[0])
        elif len(op_die_dag) == 1:
            return werk.opname_van(op_die_dag[0].id)
        elif werk.vergadering is not None:
            werk.twijfel(
                f"{bestand.bron.name}, regel {nota.regel}",
                f"De nota noemt {lang(nota.datum)} als datum van de vergadering, de agenda een andere dag.",
            )
    return werk.opname(bestand.bron.name)


def _stuk_voor_nota(werk: Werk, opname: Momentopname, bestand: GelezenBestand, nota: GelezenNota) -> Stuk:
    """Return the paper a nota fills, a new one when the meeting has none for it."""
    waar = f"{bestand.bron.name}, regel {nota.regel}"
    soort = FORMULIEREN[nota.vorm].soort
    nummer = nota.agendapunt or (bestand.plaats.nummer if bestand.plaats else None)
    gevonden = find_nota(opname, nota, nummer)
    if gevonden is not None and not gevonden.soort.is_nota:
        gevonden = replace(gevonden, soort=soort)
        werk.store.stukken.save(gevonden)
    if gevonden is not None:
        if nummer is None and gevonden.id not in opname.notas:
            werk.twijfel(
                waar, f"De nota noemt geen agendapunt; door haar onderwerp is zij bij {opname.label(gevonden)} gezet."
            )
        return gevonden
    punt = find_punt(opname, nummer)
    if punt is None:
        werk.twijfel(
            waar, f"De nota ‘{nota.onderwerp}’ hoort bij geen punt van deze agenda; zij staat los bij de vergadering."
        )
    elif nota.onderwerp and not past(punt.titel, nota.onderwerp):
        werk.twijfel(
            waar, f"De nota ‘{nota.onderwerp}’ staat bij {opname.nummers[punt.id]} ‘{punt.titel}’. Hoort zij daar?"
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
