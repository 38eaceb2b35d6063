"""The verslag, the besluitenlijst and the uittreksel of a besluit on paper, all from one ``Zitting``.

What is in them follows from the ``Zitting`` alone: the closed verslag is that of the meeting itself, the open one that
of ``Zitting.voor_iedereen`` (H9).
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from tk_desktop.domain.actie import Actie
from tk_desktop.domain.agenda import Agendapunt, behandelwijze
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.datum import klok, kort, lang, spanne, uur
from tk_desktop.domain.opmaak import Alinea, Blok, Stukje, gewoon, heeft_besloten, lees, lees_stukjes, platte_tekst
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.presentiewoorden import afwezige, korte_naam, namenlijst
from tk_desktop.domain.rondewoorden import ronderegels
from tk_desktop.domain.stemming import Keuze, Stemming, Stemwijze
from tk_desktop.domain.stemwoorden import ingediend, kanten
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.domain.verslag import Correctie, Heropening, Schorsing, Verslagstaat
from tk_desktop.domain.voorstel import als_lijst
from tk_desktop.domain.zitting import Zitting
from tk_desktop.export.actietabel import schrijf_acties
from tk_desktop.export.bladen import met_dichte, nummercel
from tk_desktop.export.vorm import Vorm, new_document
from tk_desktop.paper.blad import Blad, Cel, Toon, Veld, cel, veld

KOLOMMEN = ("NR.", "ONDERWERP", "VOORSTEL/ADVIES", "BESLISSING", "ACTIE DOOR")
"""The five columns of a verslag (H2; catalogue 85)."""
BESLOTEN = "(besloten)"
"""Behind what nobody outside may know, in the closed verslag; so it stays so when that is taken in again."""
BESLOTEN_DEEL = "Besloten:"
"""Above what was said of an item behind closed doors."""
NIEMAND = "–"
"""In the last column for an action that nobody has: each action has a line there, in the order of the cell before."""
_BREEDTES = (7, 17, 26, 35, 15)
_KOMST = re.compile(r"\bkomt(?: om [\d.:]+ uur)? ter vergadering")
_VERTREK = re.compile(r"\bverlaat(?: om [\d.:]+ uur)? de vergadering")
_WOORDEN = {Keuze.VOOR: "voor", Keuze.TEGEN: "tegen", Keuze.ONTHOUDING: "onthouden"}


def write_verslag(
    zitting: Zitting,
    target: Path,
    vorm: Vorm,
    *,
    volgende: Vergadering | None = None,
    exemplaar: str = "",
) -> Path:
    """Write the verslag and return the file (H2, H3, H7).

    What the body had open from earlier meetings stands in it unasked (I3); ``volgende`` is the next meeting. An
    approved one says what was approved, whatever stands in the werkmap now (H6); so do the other papers. Raises
    ``NietSchrijfbaar`` or ``SchijfVol``; no half file remains.
    """
    zitting = zitting.zoals_vastgesteld()
    document = new_document(
        vorm, zitting.opname, _titel("Verslag", zitting), merken=_merken(zitting.stempels(), exemplaar)
    )
    schrijf_verslag(document, zitting, volgende)
    return document.write(target)


def write_besluitenlijst(zitting: Zitting, target: Path, vorm: Vorm, *, exemplaar: str = "") -> Path:
    """Write the list of besluiten of a meeting and return the file (H1); raises as ``write_verslag``."""
    zitting = zitting.zoals_vastgesteld()
    punten = [punt for punt in zitting.opname.agendapunten if zitting.besluiten_bij(punt)]
    document = new_document(
        vorm, zitting.opname, _titel("Besluitenlijst", zitting), merken=_merken(zitting.stempels(punten), exemplaar)
    )
    schrijf_besluitenlijst(document, zitting)
    return document.write(target)


def write_uittreksel(zitting: Zitting, besluit: Besluit, target: Path, vorm: Vorm, *, exemplaar: str = "") -> Path:
    """Write the extract of one besluit, to be signed, and return the file (H8); raises as ``write_verslag``.

    Raises ``UittrekselZonderTekst`` for one that does not say what was decided.
    """
    if zitting.vast is not None:
        zitting = zitting.zoals_vastgesteld()
        besluit = next((een for een in zitting.besluiten if een.id == besluit.id), besluit)
    besluit.require_woorden(zitting.opname.nummers[besluit.agendapunt_id])
    merken = _merken(zitting.stempels([zitting.opname.punt(besluit.agendapunt_id)]), exemplaar)
    document = new_document(vorm, zitting.opname, f"Uittreksel besluit {besluit.nummer}".strip(), merken=merken)
    schrijf_uittreksel(document, zitting, besluit)
    return document.write(target)


def _merken(stempels: Sequence[str], exemplaar: str) -> tuple[str, ...]:
    """Return what stands on each page: the stamps, and of a closed paper the number of the copy in the log (J13)."""
    return (*stempels, *([exemplaar] if exemplaar else []))


def schrijf_verslag(blad: Blad, zitting: Zitting, volgende: Vergadering | None = None) -> None:
    """Put the verslag on paper: who was there, the table, corrections, open actions, the next meeting, signatures."""
    opname = zitting.opname
    blad.title(f"Verslag {opname.gremium.naam}")
    _schrijf_soort(blad, zitting)
    blad.fields(_kop(zitting))
    blad.table(KOLOMMEN, met_dichte(opname, lambda punt: _rij(zitting, punt)), _BREEDTES)
    _schrijf_correcties(blad, zitting)
    if opname.acties:
        blad.heading(2, "Openstaande acties uit eerdere vergaderingen")
        schrijf_acties(blad, opname.acties)
    if volgende is not None:
        blad.heading(2, "Volgende vergadering")
        tijd = f", {uur(volgende.begin)}" if volgende.begin else ""
        plaats = f", {volgende.plaats}" if volgende.plaats else ""
        blad.paragraph(f"{lang(volgende.datum, met_dag=True).capitalize()}{tijd}{plaats}.")
    _schrijf_ondertekening(blad, zitting)


def schrijf_besluitenlijst(blad: Blad, zitting: Zitting) -> None:
    """Put the list of besluiten on paper, in the order of the agenda."""
    opname = zitting.opname
    blad.title(f"Besluitenlijst {opname.gremium.naam}")
    _schrijf_soort(blad, zitting)
    blad.fields(_kop(zitting)[:2])
    rijen = [
        (
            cel(str(opname.nummers[punt.id])),
            cel(punt.titel),
            (Alinea(_uitkomst(besluit)), *lees(besluit.tekst), *bij_besluit(zitting, besluit)),
            cel(besluit.nummer),
        )
        for punt in opname.agendapunten
        for besluit in zitting.besluiten_bij(punt)
    ]
    if rijen:
        blad.table(("NR.", "ONDERWERP", "BESLUIT", "NUMMER"), rijen, (7, 26, 46, 21))
    else:
        blad.paragraph("In deze vergadering zijn geen besluiten genomen.")


def schrijf_uittreksel(blad: Blad, zitting: Zitting, besluit: Besluit) -> None:
    """Put one besluit on paper with what a reader elsewhere needs to know of the meeting, and room to sign."""
    opname = zitting.opname
    punt = opname.punt(besluit.agendapunt_id)
    in_ronde = any(ronde.besluit_id == besluit.id for ronde in zitting.rondes)
    buiten = zitting.met_belang(punt)
    er = [wie for wie in zitting.aanwezigen(punt) if wie.id not in buiten]
    blad.title("Uittreksel uit het verslag")
    blad.paragraph(
        f"van de vergadering van {opname.gremium.naam} op {lang(opname.vergadering.datum, met_dag=True)}", Toon.KLEIN
    )
    if besluit.besloten or opname.is_besloten(punt):
        blad.paragraph("Besloten: dit besluit is achter gesloten deuren genomen.", Toon.NADRUK)
    elif zitting.heeft_passage(punt):
        blad.paragraph("Besloten: dit stuk bevat passages die niet voor iedereen zijn.", Toon.NADRUK)
    blad.fields(
        [
            [veld("Besluit", besluit.nummer), veld("Agendapunt", f"{opname.nummers[punt.id]} {punt.titel}")],
            [veld("Voorzitter", opname.naam(opname.vergadering.voorzitter_id))],
            [veld("Tijd", _tijd(zitting))],
            *([] if in_ronde else [[veld("Aanwezig bij dit punt", namenlijst(er, {}))]]),
        ]
    )
    for regel in _belangen(zitting, punt):
        blad.paragraph(regel)
    blad.heading(2, f"{opname.gremium.naam} besluit")
    blad.paragraph((Stukje(tekst=besluit.uitkomst.value.capitalize(), vet=True),))
    blad.blocks([*lees(besluit.tekst), *_gestemd(zitting, punt), *bij_besluit(zitting, besluit)])
    blad.signatures("", _tekenaars(zitting))


def _titel(wat: str, zitting: Zitting) -> str:
    soort = " (besloten)" if zitting.heeft_besloten() else ""
    return f"{wat} {zitting.opname.gremium.naam} {kort(zitting.opname.vergadering.datum)}{soort}"


def _schrijf_soort(blad: Blad, zitting: Zitting) -> None:
    """Put under the title whether it is a draft, and whether it is for everybody."""
    verslag = zitting.verslag
    concept = verslag.staat is Verslagstaat.CONCEPT
    regels = [
        "Concept: nog niet vastgesteld." if concept else "",
        f"Vastgesteld op {lang(verslag.vastgesteld_op)}." if verslag.vastgesteld_op and not concept else "",
        *map(_heropening, verslag.heropeningen),
        "Besloten: dit stuk bevat wat achter gesloten deuren is besproken." if zitting.heeft_besloten() else "",
        "De namen van genodigden en notulisten zijn weggelaten." if zitting.naamloos else "",
    ]
    blad.paragraph(" ".join(regel for regel in regels if regel) or "Vastgesteld.", Toon.NADRUK)


def _heropening(een: Heropening) -> str:
    """Return that what was approved became a draft again; by whom is for the secretariat alone."""
    eerder = f"Eerder vastgesteld op {lang(een.vastgesteld_op)} en" if een.vastgesteld_op else "Na een vaststelling"
    return f"{eerder} heropend op {lang(een.datum)}."


def _kop(zitting: Zitting) -> list[list[Veld]]:
    """Return the header block: day, place, times and who was there (catalogue 86-92)."""
    opname = zitting.opname
    vergadering = opname.vergadering
    afwezig = [wie for wie in zitting.presentie if not wie.aanwezig]
    return [
        [
            veld("Datum", lang(vergadering.datum, met_dag=True).capitalize()),
            veld("Tijd", _tijd(zitting)),
        ],
        [veld("Plaats", vergadering.plaats)],
        [
            veld("Voorzitter", opname.naam(vergadering.voorzitter_id)),
            veld("Secretaris", opname.naam(vergadering.secretaris_id)),
        ],
        [veld("Aanwezig", namenlijst(zitting.aanwezigen(), opname.nummers))],
        [veld("Afwezig", opsomming([afwezige(wie, zitting.presentie, opname.nummers) for wie in afwezig]))],
    ]


def _tijd(zitting: Zitting) -> str:
    """Return from when until when the meeting was, with its breaks (G7)."""
    vergadering = zitting.opname.vergadering
    begin, einde = vergadering.begonnen or vergadering.begin, vergadering.geeindigd or vergadering.einde
    tijd = spanne(begin, einde)
    pauzes = opsomming([_schorsing(een) for een in zitting.schorsingen])
    if pauzes:
        tijd = f"{tijd}; geschorst {pauzes}"
    return tijd


def _schorsing(een: Schorsing) -> str:
    if een.hervat is None:
        return f"van {uur(een.begonnen)}"
    return f"van {klok(een.begonnen)} tot {uur(een.hervat)}"


def _rij(zitting: Zitting, punt: Agendapunt) -> tuple[Cel, ...]:
    opname = zitting.opname
    is_sub = opname.hoofdpunt(punt) is not punt
    onderwerp: list[Blok] = [Alinea((Stukje(tekst=punt.titel, vet=not is_sub),))]
    if opname.is_besloten(punt):
        onderwerp.append(Alinea((Stukje(tekst=BESLOTEN, cursief=True),)))
    voorstel: list[Blok] = []
    if woorden := behandelwijze(opname.behandeling(punt)):
        voorstel.append(Alinea((Stukje(tekst=woorden, cursief=True),)))
    if (lijst := als_lijst(opname.voorstel(punt), opname.gevuld)) is not None:
        voorstel.append(lijst)
    return (
        nummercel(opname.nummers[punt.id]),
        tuple(onderwerp),
        tuple(voorstel),
        tuple(_beslissing(zitting, punt)),
        tuple(_actie_door(zitting.acties_bij(punt))),
    )


def _beslissing(zitting: Zitting, punt: Agendapunt) -> list[Blok]:
    """Return what was said, who came and went, what was voted and decided, and what is to be done.

    What the text itself tells, as that of a verslag that was taken in does, is not told again.
    """
    tekst = zitting.verslag_van(punt)
    gezegd = " ".join(platte_tekst(tekst.besproken).split())
    uit: list[Blok] = [Alinea(gewoon(regel)) for regel in _komst(zitting, punt) if not _KOMST.search(gezegd)]
    uit.extend(Alinea(gewoon(regel)) for regel in _belangen(zitting, punt))
    uit.extend(lees(tekst.besproken))
    if tekst.besloten_deel.strip():
        uit.append(Alinea((Stukje(tekst=BESLOTEN_DEEL, cursief=True),)))
        uit.extend(lees(tekst.besloten_deel))
    acties = (actie for actie in zitting.acties_bij(punt) if not (actie.oorsprong and actie.oorsprong in gezegd))
    uit.extend(Alinea(gewoon(actieregel(actie))) for actie in acties)
    uit.extend(_besluiten(zitting, punt))
    uit.extend(Alinea(gewoon(regel)) for regel in _vertrek(zitting, punt) if not _VERTREK.search(gezegd))
    return uit


def actieregel(actie: Actie) -> str:
    """Return an action as a line of the verslag: ``Actie: belt de aannemer (vóór 1-4-2026)``."""
    voor = f" (vóór {kort(actie.voor)})" if actie.voor else ""
    dicht = f" {BESLOTEN}" if actie.is_dicht else ""
    tekst = platte_tekst(actie.tekst) if heeft_besloten(actie.tekst) else actie.tekst
    return f"{actie.soort.value.capitalize()}: {tekst.rstrip('.')}{voor}{dicht}."


def _komst(zitting: Zitting, punt: Agendapunt) -> Iterable[str]:
    for wie in zitting.presentie:
        if wie.aanwezig and wie.hoedanigheid.is_bestuurder and wie.van_punt_id == punt.id:
            tijd = f" om {uur(wie.gekomen)}" if wie.gekomen else ""
            yield f"{korte_naam(wie)} komt{tijd} ter vergadering."
        houder = next((een for een in zitting.presentie if een.id == wie.volmacht_id), None)
        if houder is not None and not wie.aanwezig and wie.van_punt_id == punt.id:
            yield f"{korte_naam(houder)} stemt vanaf dit punt bij volmacht voor {korte_naam(wie)}."


def _belangen(zitting: Zitting, punt: Agendapunt) -> Iterable[str]:
    buiten = zitting.met_belang(punt)
    for naam in dict.fromkeys(korte_naam(wie) for wie in zitting.presentie if wie.id in buiten):
        yield f"{naam} neemt vanwege een belang geen deel aan dit punt."


def _vertrek(zitting: Zitting, punt: Agendapunt) -> Iterable[str]:
    for wie in zitting.presentie:
        if wie.aanwezig and wie.hoedanigheid.is_bestuurder and wie.tot_punt_id == punt.id:
            tijd = f" om {uur(wie.vertrokken)}" if wie.vertrokken else ""
            yield f"{korte_naam(wie)} verlaat{tijd} de vergadering."


def _besluiten(zitting: Zitting, punt: Agendapunt) -> Iterable[Blok]:
    """Return what was voted and decided on an item, as it stands in the verslag."""
    for stemming in zitting.stemmingen_bij(punt):
        yield from (Alinea(gewoon(regel)) for regel in _stemregels(stemming))
    for besluit in zitting.besluiten_bij(punt):
        dicht = (Stukje(tekst=f" {BESLOTEN}", cursief=True),) if besluit.besloten else ()
        yield Alinea((Stukje(tekst=f"{zitting.opname.gremium.kort}-besluit: ", vet=True), *_uitkomst(besluit), *dicht))
        if besluit.wijkt_af or not besluit.voorgesteld.strip():
            yield from lees(besluit.tekst)
        yield from bij_besluit(zitting, besluit)
    for ronde in zitting.rondes_bij(punt):
        if ronde.besluit(zitting.besluiten) is None:
            yield from (Alinea(gewoon(regel)) for regel in ronderegels(ronde))


def bij_besluit(zitting: Zitting, besluit: Besluit) -> Iterable[Blok]:
    """Return what stands under a besluit: which one it sets right, the round it came of, the minority view (H10)."""
    if besluit.herstelt_id is not None:
        hersteld = next((een for een in zitting.besluiten if een.id == besluit.herstelt_id), None)
        eerder = f"besluit {hersteld.nummer}".strip() if hersteld else "een eerder besluit"
        anders = hersteld is not None and hersteld.uitkomst is not besluit.uitkomst
        luidde = f", dat luidde: {hersteld.uitkomst.value}" if hersteld and anders else ""
        zin = f"Dit besluit van {lang(besluit.datum)} komt in de plaats van {eerder}{luidde}."
        yield Alinea((Stukje(tekst=zin, cursief=True),))
    for ronde in zitting.rondes:
        if ronde.besluit_id == besluit.id:
            zin = f"Genomen in een schriftelijke ronde, op {lang(besluit.datum)}."
            yield Alinea((Stukje(tekst=zin, cursief=True),))
            yield from (Alinea(gewoon(regel)) for regel in ronderegels(ronde))
    if besluit.minderheid.strip():
        yield Alinea((Stukje(tekst="Minderheidsstandpunt: "), *_met_passages(besluit.minderheid)))


def _uitkomst(besluit: Besluit) -> tuple[Stukje, ...]:
    return gewoon(besluit.uitkomst.value.capitalize())


def _gestemd(zitting: Zitting, punt: Agendapunt) -> Iterable[Blok]:
    """Return how was voted on an item with one besluit; with more nobody can tell from a vote which it was on (H8)."""
    if len(zitting.besluiten_bij(punt)) == 1:
        for stemming in zitting.stemmingen_bij(punt):
            yield from (Alinea(gewoon(regel)) for regel in _stemregels(stemming))


def _stemregels(stemming: Stemming) -> Iterable[str]:
    tellingen = [f"{stemming.tel(keuze)} {woord}" for keuze, woord in _WOORDEN.items() if stemming.tel(keuze)]
    if wat := ingediend(stemming):
        yield f"{wat}{'' if tellingen or not stemming.besloten else f' {BESLOTEN}'}."
    if not tellingen:
        return
    wijze = "" if stemming.wijze is Stemwijze.HANDOPSTEKEN else f" ({stemming.wijze.value})"
    gewogen = ", gewogen" if stemming.gewogen else ""
    dicht = f" {BESLOTEN}" if stemming.besloten else ""
    uitslag = f"niet afgerond, {stemming.te_gaan} niet gestemd" if stemming.te_gaan else stemming.uitslag.value
    yield f"Stemming{wijze}{gewogen}: {opsomming(tellingen)}; {uitslag}{dicht}."
    yield from kanten(stemming)


def _actie_door(acties: Sequence[Actie]) -> Iterable[Blok]:
    for actie in acties:
        yield Alinea(gewoon(actie.door or NIEMAND))


def _schrijf_correcties(blad: Blad, zitting: Zitting) -> None:
    opname = zitting.opname
    rijen = [
        (
            cel(str(opname.nummers.get(een.agendapunt_id or "", ""))),
            (Alinea(_met_passages(een.was)),),
            (Alinea(_met_passages(een.wordt or "(vervalt)")),),
            (Alinea((*gewoon(kort(een.datum)), *_reden(een))),),
        )
        for een in zitting.verslag.correcties
    ]
    if rijen:
        blad.heading(2, "Correcties")
        blad.table(("NR.", "ER STOND", "ER STAAT", "WANNEER EN WAAROM"), rijen, (8, 34, 34, 24))


def _reden(een: Correctie) -> tuple[Stukje, ...]:
    """Return why something was set right, and that it is for the closed verslag alone."""
    waarom = (Stukje(tekst=": "), *_met_passages(een.reden)) if een.reden else ()
    return (*waarom, *((Stukje(tekst=f" {BESLOTEN}"),) if een.is_dicht else ()))


def _met_passages(tekst: str) -> tuple[Stukje, ...]:
    """Return what was typed as one plain line; its besloten passages are marked, as in a text, never by their signs."""
    return lees_stukjes(" ".join(tekst.split())) if heeft_besloten(tekst) else gewoon(tekst)


def _schrijf_ondertekening(blad: Blad, zitting: Zitting) -> None:
    verslag = zitting.verslag
    if verslag.staat is Verslagstaat.VASTGESTELD and verslag.vastgesteld_op is not None:
        blad.heading(2, "Vaststelling")
        blad.signatures(f"Vastgesteld in de vergadering van {lang(verslag.vastgesteld_op)}.", _tekenaars(zitting))


def _tekenaars(zitting: Zitting) -> tuple[tuple[str, str], ...]:
    """Return who sign: as what, and their names (H7)."""
    opname = zitting.opname
    return (
        ("De voorzitter", opname.naam(opname.vergadering.voorzitter_id)),
        ("De secretaris", opname.naam(opname.vergadering.secretaris_id)),
    )
