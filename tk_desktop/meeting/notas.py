"""Starting and writing a nota: its form, its sections, its proposal and the reasons tied to that."""

from collections.abc import Callable
from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import nummer_punten, op_de_agenda
from tk_desktop.domain.datum import lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN, Aard, Argument, Nota, Sectie, Vorm, volgend_registratienummer
from tk_desktop.domain.notabewerking import (
    NIET_VAN_TOEPASSING,
    in_vorm,
    lees_behandelaars,
    met_argument,
    met_behandelaars,
    met_verplaatst_argument,
    met_voorstel,
    overgenomen,
    zonder_argument,
)
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.verwijzing import koppel, vul
from tk_desktop.domain.volgorde import reeks, tussen
from tk_desktop.domain.voorstelregels import bewerkt
from tk_desktop.meeting.agenda import require_titel
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store


class KopOntbreekt(TkError):
    """A reason for or against was to be kept without a heading."""

    code = "TK-N04"
    melding = "Een argument of kanttekening heeft een kop nodig."
    veilig = "Er is niets gewijzigd."
    advies = "Zeg in één zin wat het argument is; de toelichting komt eronder."


def start_nota(store: Store, agendapunt_id: str, vorm: Vorm, onderwerp: str) -> Nota:
    """Put an empty nota under an agenda item, with every section of its form and the next free number (C1, C5)."""
    require_titel(onderwerp)
    formulier = FORMULIEREN[vorm]
    with store.transaction():
        punt = store.agendapunten.get(agendapunt_id)
        vergadering = store.vergaderingen.get(punt.vergadering_id)
        bij_punt = [stuk for stuk in store.stukken.van_vergadering(vergadering.id) if stuk.agendapunt_id == punt.id]
        stuk = Stuk(
            id=new_id(),
            vergadering_id=vergadering.id,
            volgorde=tussen(max((ander.volgorde for ander in bij_punt), default="")),
            soort=formulier.soort,
            titel=onderwerp,
            agendapunt_id=punt.id,
        )
        nota = Nota(
            id=new_id(),
            stuk_id=stuk.id,
            vorm=vorm,
            onderwerp=onderwerp,
            registratienummer=volgend_registratienummer(vergadering.datum.year, store.notas.registratienummers()),
            secties=tuple(
                Sectie(id=new_id(), volgorde=plek, soort=sectie.soort, kop=sectie.kop)
                for sectie, plek in zip(formulier.secties, reeks(len(formulier.secties)), strict=True)
            ),
        )
        store.stukken.save(stuk)
        store.notas.save(nota)
    return nota


def reuse_nota(store: Store, bron_id: str, agendapunt_id: str, onderwerp: str) -> Nota:
    """Start a nota under an agenda item with the contents of an earlier one, and a number of its own (C4).

    A reference to an item of another meeting names that meeting from now on: ‘agendapunt 2a van de vergadering van
    4 maart 2026’. The decision stays behind; what was besloten stays so, under an open item too. Raises
    ``TitelOntbreekt`` or ``NietGevonden``.
    """
    with store.transaction():
        bron = store.notas.get(bron_id)
        nota = start_nota(store, agendapunt_id, bron.vorm, onderwerp)
        stuk, oud_stuk = store.stukken.get(nota.stuk_id), store.stukken.get(bron.stuk_id)
        if store.opname(oud_stuk.vergadering_id).stuk_is_besloten(oud_stuk):
            store.stukken.save(replace(stuk, besloten=True))
        return fill_nota(store, nota, overgenomen(bron, text_elsewhere(store, bron, stuk.vergadering_id), new_id))


def text_elsewhere(store: Store, nota: Nota, vergadering_id: str) -> Callable[[str], str]:
    """Return what makes a text of a nota fit another meeting: references name the meeting they came from.

    In its own meeting every text stays as it is.
    """
    toen = store.opname(store.stukken.get(nota.stuk_id).vergadering_id)
    dag = f" van de vergadering van {lang(toen.vergadering.datum)}"
    doelen = {id_: f"{nummer}{dag}" for id_, nummer in toen.nummers.items()}

    def tekst(oud: str) -> str:
        return oud if toen.vergadering.id == vergadering_id else vul(oud, {}, doelen)

    return tekst


def fill_nota(store: Store, nota: Nota, inhoud: Nota) -> Nota:
    """Give a new nota the contents of another; its subject and number stay."""
    return save_nota(
        store,
        replace(
            inhoud,
            id=nota.id,
            stuk_id=nota.stuk_id,
            onderwerp=nota.onderwerp,
            registratienummer=nota.registratienummer,
        ),
    )


def earlier_notas(store: Store) -> tuple[tuple[Nota, Momentopname], ...]:
    """Return all nota's of all meetings, each with its meeting; those of the latest meeting first (C4)."""
    opnames = [store.opname(vergadering.id) for vergadering in reversed(store.vergaderingen.all())]
    return tuple((opname.notas[stuk.id], opname) for opname in opnames for stuk in opname.notastukken)


def write_sectie(store: Store, nota_id: str, sectie_id: str, tekst: str) -> Nota:
    """Give a section its text; every ‘agendapunt 2a’ in it is tied to that item, so that it is renumbered (B3)."""
    with store.transaction():
        nota = store.notas.get(nota_id)
        gekoppeld = _gekoppeld(store, nota, tekst)
        secties = tuple(replace(s, tekst=gekoppeld) if s.id == sectie_id else s for s in nota.secties)
        return save_nota(store, replace(nota, secties=secties))


def fill_niet_van_toepassing(store: Store, nota_id: str, sectie_id: str) -> Nota:
    """Tell in a section that it does not apply (catalogue 50)."""
    return write_sectie(store, nota_id, sectie_id, NIET_VAN_TOEPASSING)


def write_voorstel(store: Store, nota_id: str, punten: str) -> Nota:
    """Make the lines of an edited text the points of the proposal; each point that stayed keeps its reasons (C6)."""
    with store.transaction():
        nota = store.notas.get(nota_id)
        nieuw = bewerkt(nota.voorstel, _gekoppeld(store, nota, punten), new_id)
        return save_nota(store, met_voorstel(nota, nieuw))


def write_argument(
    store: Store, nota_id: str, argument_id: str, *, aard: Aard, punt_id: str | None, kop: str, tekst: str
) -> Nota:
    """Write a reason for or against a point of the proposal; one with a new id is added as the last of that point.

    Raises ``KopOntbreekt``, with nothing changed, when it has no heading.
    """
    if not kop.strip():
        raise KopOntbreekt
    with store.transaction():
        nota = store.notas.get(nota_id)
        punt_id = punt_id if punt_id in {punt.id for punt in nota.voorstel} else None
        kop, tekst = _gekoppeld(store, nota, kop), _gekoppeld(store, nota, tekst)
        eerder = next((reden for reden in nota.argumenten if reden.id == argument_id), None)
        if eerder is None:
            reden = Argument(id=argument_id, volgorde="", aard=aard, kop=kop, tekst=tekst, voorstelpunt_id=punt_id)
        else:
            los = "" if punt_id else eerder.los_nummer
            reden = replace(eerder, aard=aard, kop=kop, tekst=tekst, voorstelpunt_id=punt_id, los_nummer=los)
        return save_nota(store, met_argument(nota, reden))


def move_argument(store: Store, nota_id: str, argument_id: str, *, punt_id: str | None, na: str | None = None) -> Nota:
    """Tie a reason to a point, behind the reason ``na`` of that point (``None``: first); raises ``NietGevonden``."""
    with store.transaction():
        nota = store.notas.get(nota_id)
        if argument_id not in {reden.id for reden in nota.argumenten}:
            raise NietGevonden(soort="Argument")
        return save_nota(store, met_verplaatst_argument(nota, argument_id, punt_id, na))


def remove_argument(store: Store, nota_id: str, argument_id: str) -> Nota:
    """Take a reason away; the numbers after it move up."""
    with store.transaction():
        return save_nota(store, zonder_argument(store.notas.get(nota_id), argument_id))


def change_nota(
    store: Store,
    nota_id: str,
    *,
    onderwerp: str | None = None,
    domein: str | None = None,
    vorm: Vorm | None = None,
) -> Nota:
    """Change the head of a nota; ``None`` leaves a field as it is. Another form keeps every text.

    Raises ``TitelOntbreekt``, with nothing changed, when the subject is empty.
    """
    if onderwerp is not None:
        require_titel(onderwerp)
    with store.transaction():
        nota = store.notas.get(nota_id)
        nota = replace(
            nota,
            onderwerp=nota.onderwerp if onderwerp is None else onderwerp.strip(),
            domein=nota.domein if domein is None else domein.strip(),
        )
        return save_nota(store, nota if vorm in (None, nota.vorm) else in_vorm(nota, vorm, new_id))


def set_behandelaars(store: Store, nota_id: str, regels: str) -> Nota:
    """Make the officials of a nota those that a text names, one a line: name, function, tel. number."""
    with store.transaction():
        return save_nota(store, met_behandelaars(store.notas.get(nota_id), lees_behandelaars(regels), new_id))


def save_nota(store: Store, nota: Nota) -> Nota:
    """Keep a changed nota; when its subject or form is another, its paper bears that title and is of that kind."""
    with store.transaction():
        was, stuk = store.notas.get(nota.id), store.stukken.get(nota.stuk_id)
        if nota.onderwerp != was.onderwerp:
            stuk = replace(stuk, titel=nota.onderwerp.strip() or stuk.titel)
        if nota.vorm is not was.vorm:
            stuk = replace(stuk, soort=nota.formulier.soort)
        store.stukken.save(stuk)
        store.notas.save(nota)
    return nota


def _gekoppeld(store: Store, nota: Nota, tekst: str) -> str:
    vergadering_id = store.stukken.get(nota.stuk_id).vergadering_id
    return koppel(tekst, nummer_punten(op_de_agenda(store.agendapunten.van_vergadering(vergadering_id))))
