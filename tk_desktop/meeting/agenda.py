"""Preparing an agenda: items put in, copied and taken out; numbers, clock times and references follow by themselves."""

from collections.abc import Callable
from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import LANGSTE_DUUR, Agendapunt, Behandeling, Puntstaat, plek_na
from tk_desktop.domain.behandeld import require_onbehandeld
from tk_desktop.domain.besloten import is_besloten
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import heeft_besloten
from tk_desktop.domain.voorstel import Voorstelpunt
from tk_desktop.meeting.dekking import extend_geheimhouding
from tk_desktop.meeting.gehouden import require_concept
from tk_desktop.meeting.presentielijst import leave_out_punten
from tk_desktop.store.werkmap import Store


class VerplaatsenOnmogelijk(TkError):
    """An item was to be put under itself, or under a sub-item."""

    code = "TK-V02"
    melding = "‘{titel}’ kan niet onder dat punt staan: een subpunt heeft zelf geen subpunten."
    veilig = "Er is niets gewijzigd."
    advies = "Zet het punt onder een hoofdpunt, of maak er een hoofdpunt van."


class TitelOntbreekt(TkError):
    """An item or a paper was to be made without a title."""

    code = "TK-V06"
    melding = "Een agendapunt of stuk heeft een titel nodig."
    veilig = "Er is niets gewijzigd."
    advies = "Typ een korte titel."


class TitelMetPassage(TkError):
    """A title was to hold a besloten passage: titles stand everywhere, and none is left out of one."""

    code = "TK-B88"
    melding = "In een titel kan geen besloten passage staan (‘~~’)."
    veilig = "Er is niets gewijzigd."
    advies = "Maak het punt of het stuk besloten, of laat die woorden uit de titel."


class DuurOnmogelijk(TkError):
    """An item was given a duration that is no number of minutes in a day."""

    code = "TK-V05"
    melding = "Een agendapunt duurt nul tot 1440 minuten; ‘{minuten}’ is dat niet."
    veilig = "Er is niets gewijzigd."
    advies = "Typ een aantal minuten, in cijfers, of laat de duur leeg."


class PuntNietLeeg(TkError):
    """An item was to be removed although papers stand under it."""

    code = "TK-V11"
    melding = "Bij ‘{titel}’ zitten stukken; het punt is niet verwijderd."
    veilig = "Er is niets gewijzigd."
    advies = "Trek het punt in met een reden: dan blijft het bewaard. Of verplaats eerst de stukken."


def add_punt(
    store: Store,
    vergadering_id: str,
    titel: str,
    *,
    na: str | None = None,
    onder: str | None = None,
    duur: int | None = None,
    behandeling: frozenset[Behandeling] = frozenset(),
    besloten: bool = False,
    ingevoegd: bool = False,
    standaard: bool = False,
) -> Agendapunt:
    """Put an item after ``na`` (``None``: first), as a sub-item of ``onder``; an inserted one is 1A (catalogue 102).

    A title that says so makes it besloten; only a standing item is formally agreed from the start (B11).

    Raises ``TitelOntbreekt``, ``TitelMetPassage``, ``DuurOnmogelijk``, ``VerplaatsenOnmogelijk`` when ``onder`` is
    itself a sub-item, or ``VerslagVastgesteld``.
    """
    require_titel(titel)
    if duur is not None and not 0 <= duur <= LANGSTE_DUUR:
        raise DuurOnmogelijk(minuten=duur)
    with store.transaction():
        require_concept(store, vergadering_id)
        punten = store.agendapunten.van_vergadering(vergadering_id)
        if onder is not None and not _kan_subpunten_hebben(punten, onder):
            raise VerplaatsenOnmogelijk(titel=titel.strip())
        punt = Agendapunt(
            id=new_id(),
            vergadering_id=vergadering_id,
            volgorde=plek_na(punten, na, onder),
            titel=titel.strip(),
            ouder_id=onder,
            duur=duur,
            behandeling=behandeling,
            besloten=besloten or is_besloten(titel),
            ingevoegd=ingevoegd,
            standaard=standaard,
            akkoord=standaard,
        )
        store.agendapunten.save(punt)
    return punt


def require_titel(titel: str) -> None:
    """Raise ``TitelOntbreekt`` or ``TitelMetPassage`` when a title says nothing, or has a besloten passage (J9)."""
    if not titel.strip():
        raise TitelOntbreekt
    if heeft_besloten(titel):
        raise TitelMetPassage


def move_punt(store: Store, punt_id: str, *, na: str | None = None, onder: str | None = None) -> Momentopname:
    """Move an item, with its sub-items, to after ``na`` and return the meeting as it now stands.

    Nota headers, references and file names follow, for the number is nowhere stored (B2, B3). Raises
    ``VerplaatsenOnmogelijk`` and changes nothing when ``onder`` is a sub-item, or the item has sub-items itself, and
    ``VerslagVastgesteld`` when the verslag that names it was approved. What was besloten through its main item stays so
    when it leaves it: to make public is a choice of somebody (B8).
    """
    with store.transaction():
        punt = store.agendapunten.get(punt_id)
        require_concept(store, punt.vergadering_id)
        punten = store.agendapunten.van_vergadering(punt.vergadering_id)
        heeft_sub = any(ander.ouder_id == punt_id for ander in punten)
        if onder is not None and (heeft_sub or onder == punt_id or not _kan_subpunten_hebben(punten, onder)):
            raise VerplaatsenOnmogelijk(titel=punt.titel)
        overige = [ander for ander in punten if ander.id != punt_id]
        besloten = punt.besloten
        if onder != punt.ouder_id:
            besloten = store.opname(punt.vergadering_id).is_besloten(punt)
        store.agendapunten.save(replace(punt.at(plek_na(overige, na, onder), onder), besloten=besloten))
    return store.opname(punt.vergadering_id)


def exclude_lid(store: Store, punt_id: str, persoon_id: str) -> Momentopname:
    """Keep an item and its papers out of the set of one member, for instance for a declared interest (D12, G11)."""
    with store.transaction():
        punt = store.agendapunten.get(punt_id)
        store.agendapunten.uitsluitingen.sluit_uit(punt.id, store.personen.get(persoon_id).id)
    return store.opname(punt.vergadering_id)


def admit_lid(store: Store, punt_id: str, persoon_id: str) -> Momentopname:
    """Give an item and its papers back to a member who was kept from it, and return the meeting (D12, G11)."""
    with store.transaction():
        punt = store.agendapunten.get(punt_id)
        store.agendapunten.uitsluitingen.laat_toe(punt.id, persoon_id)
    return store.opname(punt.vergadering_id)


def duplicate_punt(store: Store, punt_id: str) -> Agendapunt:
    """Put a copy right after an item, with its sub-items and proposals but without papers, and return it (Ctrl+D).

    Who is kept from an item is kept from its copy (D12, G11), and what is secret of it is secret of the copy. Raises
    ``VerslagVastgesteld``.
    """
    with store.transaction():
        punt = store.agendapunten.get(punt_id)
        require_concept(store, punt.vergadering_id)
        punten = store.agendapunten.van_vergadering(punt.vergadering_id)
        uitgesloten = store.opname(punt.vergadering_id).uitgesloten
        kopie = replace(
            fresh_copy(punt),
            vergadering_id=punt.vergadering_id,
            volgorde=plek_na(punten, punt.id, punt.ouder_id),
            titel=f"{punt.titel} (kopie)",
            ouder_id=punt.ouder_id,
        )
        kopieen = {punt.id: kopie}
        kopieen |= {sub.id: replace(fresh_copy(sub), ouder_id=kopie.id) for sub in punten if sub.ouder_id == punt.id}
        for nieuw in kopieen.values():
            store.agendapunten.save(nieuw)
        for oud, persoon_id in sorted(uitgesloten):
            if oud in kopieen:
                store.agendapunten.uitsluitingen.sluit_uit(kopieen[oud].id, persoon_id)
        extend_geheimhouding(store, punt.vergadering_id, {oud: nieuw.id for oud, nieuw in kopieen.items()})
    return kopie


def remove_punt(store: Store, punt_id: str) -> Momentopname:
    """Take an item and its sub-items away and return the meeting; papers that were only promised go along.

    Raises ``PuntNietLeeg`` and changes nothing when a paper is there: such an item is withdrawn instead (B14). So does
    what was written or decided at it (``PuntBehandeld``), and an approved verslag that names it
    (``VerslagVastgesteld``).
    """
    with store.transaction():
        punt = store.agendapunten.get(punt_id)
        require_concept(store, punt.vergadering_id)
        punten = store.agendapunten.van_vergadering(punt.vergadering_id)
        weg = [*(sub for sub in punten if sub.ouder_id == punt.id), punt]
        ids = {ander.id for ander in weg}
        stukken = [stuk for stuk in store.stukken.van_vergadering(punt.vergadering_id) if stuk.agendapunt_id in ids]
        notas = store.notas.van_vergadering(punt.vergadering_id)
        versies = store.versies.nieuwste(punt.vergadering_id)
        if any(stuk.id in notas or stuk.id in versies for stuk in stukken):
            raise PuntNietLeeg(titel=punt.titel)
        require_onbehandeld(store.zitting(punt.vergadering_id), weg)
        for stuk in stukken:
            store.stukken.delete(stuk.id)
        leave_out_punten(store, punt.vergadering_id, ids)
        for ander in weg:
            store.agendapunten.delete(ander.id)
    return store.opname(punt.vergadering_id)


def fresh_copy(punt: Agendapunt) -> Agendapunt:
    """Return an item like this one with ids of its own, on the agenda again; what follows its course is left behind.

    A copy is not agreed because the first was, nor urgent: each agenda has a gate of its own (A11, B11).
    """
    return replace(
        punt,
        id=new_id(),
        inleiders=tuple(replace(wie, id=new_id()) for wie in punt.inleiders),
        voorstel=fresh_voorstel(punt.voorstel),
        staat=Puntstaat.GEAGENDEERD,
        reden="",
        akkoord=punt.standaard,
        spoed="",
        herkomst_id=None,
    )


def with_texts(punt: Agendapunt, tekst: Callable[[str], str]) -> Agendapunt:
    """Return an item with its explanation and the points of its proposal through ``tekst``."""

    def door(punten: tuple[Voorstelpunt, ...]) -> tuple[Voorstelpunt, ...]:
        return tuple(replace(deel, tekst=tekst(deel.tekst), onder=door(deel.onder)) for deel in punten)

    return replace(punt, toelichting=tekst(punt.toelichting), voorstel=door(punt.voorstel))


def fresh_voorstel(punten: tuple[Voorstelpunt, ...]) -> tuple[Voorstelpunt, ...]:
    """Return the points of a proposal with ids of their own."""
    return tuple(replace(punt, id=new_id(), onder=fresh_voorstel(punt.onder)) for punt in punten)


def _kan_subpunten_hebben(punten: tuple[Agendapunt, ...], id_: str) -> bool:
    return any(punt.id == id_ and punt.ouder_id is None and punt.staat is Puntstaat.GEAGENDEERD for punt in punten)
