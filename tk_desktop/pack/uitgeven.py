"""The log of what was sent: which set, when, to whom (E7); from it a nazending can be made later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.datum import lang
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.uitgave import (
    Ontvanger,
    Uitgave,
    Uitgavebestand,
    Uitgavedeel,
    Uitgavesoort,
    Verzendwijze,
    som_van_bestanden,
)
from tk_desktop.domain.vergaderset import Doelgroep, Variant
from tk_desktop.domain.volgorde import reeks, tussen
from tk_desktop.store.werkmap import Store

Aan = tuple[str, Verzendwijze]
"""The name of who gets something, and how."""


UITGAVESTAPPEN = (Doelgroep.LEDEN, Doelgroep.AMBTENAREN, Doelgroep.OPENBAAR)
"""The steps in which a set goes out, after its voorzitter saw it (E1)."""

Bestandsom = tuple[str, str]
"""The name of a file, and its SHA-256."""


class NooitVerzonden(TkError):
    """A nazending was asked for while no set was sent to these readers."""

    code = "TK-S06"
    melding = "Voor ‘{variant}’ is nog geen set als verzonden vastgelegd; een nazending kan nog niet."
    veilig = "Er is niets gemaakt."
    advies = "Maak de set met --verzonden op het moment dat u haar verstuurt."


class IntrekredenOntbreekt(TkError):
    """A sent set was to be withdrawn without a reason."""

    code = "TK-S11"
    melding = "Een verzonden set intrekken kan alleen met een reden."
    veilig = "Er is niets gewijzigd."
    advies = "Schrijf erbij waarom, in enkele woorden."


class AlIngetrokken(TkError):
    """A sent set was to be withdrawn twice."""

    code = "TK-S12"
    melding = "Deze set is al ingetrokken, op {dag}."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een andere regel in de verzendlijst."


class GeenSiteVoorEen(TkError):
    """A site was asked for one member: a site is read by more people than one."""

    code = "TK-E50"
    melding = "Een extranet is voor iedereen, voor de ambtenaren of voor de leden; niet voor één lid."
    veilig = "Er is niets gemaakt."
    advies = "Geef dat lid een eigen set of een bundel."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzending:
    """A line of the log: what was sent, and the name of the readers it was for."""

    uitgave: Uitgave
    lezers: str


def record_uitgave(
    store: Store,
    vergadering_id: str,
    gemaakt: GemaakteSet,
    vingerafdruk: str,
    *,
    moment: datetime | None = None,
    bestandsnaam: str = "",
    aan: Sequence[Aan] = (),
) -> Uitgave:
    """Keep which pages held what in a set that was sent, and to whom; ``vingerafdruk`` is the SHA-256 of the file.

    A set that was sent before, byte for byte, is not kept twice: who got it now comes beside who got it then.
    """
    with store.transaction():
        eerder = store.uitgaven.van_variant(vergadering_id, gemaakt.variant)
        zelfde = next((u for u in reversed(eerder) if u.geldt and u.vingerafdruk == vingerafdruk), None)
        if zelfde is not None and zelfde == laatste_set(eerder):
            uitgave = replace(zelfde, ontvangers=_met(zelfde.ontvangers, aan))
        else:
            uitgave = _uitgave(eerder, vergadering_id, gemaakt.variant, Uitgavesoort.SET, vingerafdruk)
            uitgave = replace(
                uitgave,
                totaal=gemaakt.paginas,
                genummerd=gemaakt.genummerd,
                moment=moment,
                bestandsnaam=bestandsnaam,
                delen=_delen(gemaakt),
                ontvangers=_met((), aan),
            )
        store.uitgaven.save(uitgave)
    return uitgave


def record_bestand(
    store: Store,
    vergadering_id: str,
    variant: Variant,
    soort: Uitgavesoort,
    vingerafdruk: str,
    *,
    moment: datetime | None = None,
    bestandsnaam: str = "",
    paginas: int = 0,
    aan: Sequence[Aan] = (),
) -> Uitgave:
    """Keep that a nazending or a zip was sent; a later nazending still goes by the whole set before it."""
    with store.transaction():
        eerder = store.uitgaven.van_variant(vergadering_id, variant)
        uitgave = replace(
            _uitgave(eerder, vergadering_id, variant, soort, vingerafdruk),
            totaal=paginas,
            moment=moment,
            bestandsnaam=bestandsnaam,
            ontvangers=_met((), aan),
        )
        store.uitgaven.save(uitgave)
    return uitgave


def record_map(
    store: Store,
    vergadering_id: str,
    variant: Variant,
    soort: Uitgavesoort,
    bestanden: Sequence[Bestandsom],
    *,
    moment: datetime | None = None,
    mapnaam: str = "",
    aan: Sequence[Aan] = (),
    door: str = "",
) -> Uitgave:
    """Keep that a folder was sent, or put on a site by ``door``, with the name and SHA-256 of each file in it (E7, L8).

    What proves the whole is the SHA-256 of the sorted list of those of the files (``som_van_bestanden``).
    """
    with store.transaction():
        eerder = store.uitgaven.van_variant(vergadering_id, variant)
        som = som_van_bestanden(sha256 for _, sha256 in bestanden)
        uitgave = replace(
            _uitgave(eerder, vergadering_id, variant, soort, som),
            moment=moment,
            bestandsnaam=mapnaam,
            door=door,
            ontvangers=_met((), aan),
            bestanden=tuple(
                Uitgavebestand(id=new_id(), volgorde=plek, naam=naam, sha256=sha256)
                for (naam, sha256), plek in zip(bestanden, reeks(len(bestanden)), strict=True)
            ),
        )
        store.uitgaven.save(uitgave)
    return uitgave


def withdraw_uitgave(store: Store, uitgave_id: str, reden: str, moment: datetime) -> Uitgave:
    """Mark what was sent as withdrawn, with the reason; it stays in the log (E4).

    Raises ``IntrekredenOntbreekt``, ``AlIngetrokken``, ``NietGevonden``.
    """
    if not reden.strip():
        raise IntrekredenOntbreekt
    with store.transaction():
        uitgave = store.uitgaven.get(uitgave_id)
        if uitgave.ingetrokken is not None:
            raise AlIngetrokken(dag=lang(uitgave.ingetrokken.date()))
        uitgave = uitgave.intrekken(moment, reden)
        store.uitgaven.save(uitgave)
    return uitgave


def latest_uitgave(store: Store, vergadering_id: str, variant: Variant) -> Uitgave:
    """Return the set last sent to these readers and not withdrawn, or raise ``NooitVerzonden``."""
    laatste = laatste_set(store.uitgaven.van_variant(vergadering_id, variant))
    if laatste is None:
        raise NooitVerzonden(variant=variant)
    return laatste


def not_yet_sent_before(store: Store, vergadering_id: str, doelgroep: Doelgroep) -> tuple[Doelgroep, ...]:
    """Return to whom a set goes before it goes to these readers, and did not go yet (E1).

    A set goes out in steps: to the voorzitter (their own set, ``Doelgroep.LID``), to the members, to the officials, and
    then to everybody. Once it went to the members nobody asks for the voorzitter; a meeting without one has no such
    step. What goes to one member may always go.
    """
    if doelgroep not in UITGAVESTAPPEN:
        return ()
    geldend = [
        uitgave
        for uitgave in store.uitgaven.van_vergadering(vergadering_id)
        if uitgave.ingetrokken is None and uitgave.soort is not Uitgavesoort.NAZENDING
    ]
    verzonden = {uitgave.doelgroep for uitgave in geldend}
    eerder = UITGAVESTAPPEN[: UITGAVESTAPPEN.index(doelgroep)]
    nog = tuple(stap for stap in eerder if stap not in verzonden)
    voorzitter = store.vergaderingen.get(vergadering_id).voorzitter_id
    zag_het = Doelgroep.LEDEN in verzonden or any(uitgave.persoon_id == voorzitter for uitgave in geldend)
    return nog if voorzitter is None or zag_het else (Doelgroep.LID, *nog)


def on_site(store: Store, doelgroep: Doelgroep) -> Mapping[str, Uitgave]:
    """Return what was put on the site of these readers last, by meeting, of what was not taken off it since (L8).

    Raises ``GeenSiteVoorEen``.
    """
    if doelgroep is Doelgroep.LID:
        raise GeenSiteVoorEen
    uit: dict[str, Uitgave] = {}
    for vergadering in store.vergaderingen.all():
        uitgaven = store.uitgaven.van_variant(vergadering.id, Variant(doelgroep=doelgroep))
        geplaatst = [uitgave for uitgave in uitgaven if uitgave.soort is Uitgavesoort.EXTRANET]
        if geplaatst and geplaatst[-1].ingetrokken is None:
            uit[vergadering.id] = geplaatst[-1]
    return uit


def laatste_set(uitgaven: Iterable[Uitgave]) -> Uitgave | None:
    """Return the set that was sent last and not withdrawn, of what was sent in order of time."""
    return next((uitgave for uitgave in reversed(list(uitgaven)) if uitgave.geldt), None)


def _tijd(moment: datetime | None) -> float:
    """Return a key in order of time; what was kept without an offset is local time."""
    return moment.timestamp() if moment is not None else 0.0


def verzendlijst(store: Store, vergadering_id: str) -> tuple[Verzending, ...]:
    """Return the log of one meeting, the newest first."""
    uitgaven = store.uitgaven.van_vergadering(vergadering_id)
    namen = {persoon.id: persoon.naam for persoon in store.personen.all()}
    nieuwste_eerst = sorted(
        uitgaven, key=lambda uitgave: (_tijd(uitgave.moment), uitgave.versie, uitgave.id), reverse=True
    )
    return tuple(
        Verzending(
            uitgave=uitgave,
            lezers=namen.get(uitgave.persoon_id or "", "")
            if uitgave.doelgroep is Doelgroep.LID
            else uitgave.doelgroep.value,
        )
        for uitgave in nieuwste_eerst
    )


def _uitgave(
    eerder: Sequence[Uitgave], vergadering_id: str, variant: Variant, soort: Uitgavesoort, vingerafdruk: str
) -> Uitgave:
    return Uitgave(
        id=new_id(),
        vergadering_id=vergadering_id,
        volgorde=tussen(eerder[-1].volgorde if eerder else ""),
        doelgroep=variant.doelgroep,
        persoon_id=variant.persoon_id,
        vingerafdruk=vingerafdruk,
        totaal=0,
        soort=soort,
        versie=1 + max((uitgave.versie for uitgave in eerder), default=0),
    )


def _met(ontvangers: Sequence[Ontvanger], aan: Iterable[Aan]) -> tuple[Ontvanger, ...]:
    """Return who got it with who gets it now, each once."""
    uit = list(ontvangers)
    for naam, wijze in aan:
        if (naam.strip(), wijze) not in {(wie.naam, wie.wijze) for wie in uit}:
            plek = tussen(uit[-1].volgorde if uit else "")
            uit.append(Ontvanger(id=new_id(), volgorde=plek, naam=naam.strip(), wijze=wijze))
    return tuple(uit)


def _delen(gemaakt: GemaakteSet) -> tuple[Uitgavedeel, ...]:
    """Return the parts of a set as they are remembered, the files without pages last."""
    delen = [(deel.sleutel, deel.naam, deel.inhoud, deel.van, deel.tot) for deel in gemaakt.delen]
    delen += [(los.sleutel, los.naam, los.inhoud, 0, 0) for los in gemaakt.los]
    return tuple(
        Uitgavedeel(id=new_id(), volgorde=plek, sleutel=sleutel, titel=naam, inhoud=inhoud, van=van, tot=tot)
        for (sleutel, naam, inhoud, van, tot), plek in zip(delen, reeks(len(delen)), strict=True)
    )
