"""The papers of a meeting as they stand on paper: written once, for PDF and Word alike.

Layout and words follow the papers of the field (catalogue 1-5): invitation, agenda table NR. / ONDERWERP /
VOORSTEL/ADVIES, and the nota in its form.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from tk_desktop.domain.agenda import DICHT_PUNT, Agendapunt, behandelwijze
from tk_desktop.domain.datum import lang, spanne, uur
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Aard, Nota, Sectie, Sectiesoort
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Stukje, gewoon, lees, lees_stukjes, samenvoegen
from tk_desktop.domain.stuk import Soort, Stuk
from tk_desktop.domain.uitgave import Handeling, Wijziging
from tk_desktop.domain.voorstel import als_lijst
from tk_desktop.export.actietabel import schrijf_acties
from tk_desktop.paper.blad import Blad, Cel, Toon, Veld, veld

Ankers = Callable[[str], str]
"""Gives the place of a paper in the set by its id, or nothing when it is not in the set."""

AANLOOP = "Toelichting:"
"""Stands before a text that would else read as the list or the words of treatment above it."""
KOLOMMEN = ("NR.", "ONDERWERP", "VOORSTEL/ADVIES")
_BESLUITREGELS = 3
_INSPRONG = "\u00a0" * 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoudsregel:
    """A line of the contents: a part with its kind, its place and its page; ``onder`` when it belongs to a nota."""

    nummer: str = ""
    titel: str
    soort: str = ""
    anker: str = ""
    pagina: str = ""
    onder: bool = False

    @property
    def link(self) -> str:
        """The place the line leads to; nothing when the part has no pages."""
        return f"#{self.anker}" if self.anker else ""


def schrijf_brief(blad: Blad, opname: Momentopname) -> None:
    """Write the invitation (catalogue 1-10)."""
    brief = opname.brief
    if brief is None:
        return
    blad.paragraph(f"Aan {brief.aan}" if brief.aan else f"Aan de leden van {opname.gremium.naam}")
    velden = (
        ("Uw kenmerk", brief.uw_kenmerk),
        ("Ons kenmerk", brief.ons_kenmerk),
        ("Datum", lang(brief.datum) if brief.datum else ""),
        ("Behandeld door", brief.behandeld_door),
        ("Doorkiesnr.", brief.doorkiesnummer),
        ("E-mail", brief.email),
    )
    gevuld = [veld(naam, waarde) for naam, waarde in velden if waarde.strip() or naam == "Datum"]
    blad.fields([gevuld[plaats : plaats + 2] for plaats in range(0, len(gevuld), 2)])
    blad.title(opname.gevuld(brief.onderwerp) or _onderwerp(opname), anker="brief")
    blad.paragraph(brief.aanhef)
    blad.blocks(lees(opname.gevuld(brief.tekst)), kopniveau=2)
    blad.paragraph(brief.afsluiting)
    blad.space(14)
    blad.paragraph(brief.ondertekenaar)
    blad.paragraph(brief.functie)
    if brief.mede_namens_voorzitter and "namens de voorzitter" not in brief.tekst:
        blad.paragraph("mede namens de voorzitter", Toon.KLEIN)


def schrijf_agenda(blad: Blad, opname: Momentopname, ankers: Ankers) -> None:
    """Write the agenda: header block and table; each paper that is in the set is a link to it (B16; catalogue 2)."""
    vergadering = opname.vergadering
    begin, einde = vergadering.begin, vergadering.einde
    tijd = spanne(begin, einde)
    blad.title(f"Agenda {opname.gremium.naam}", anker="agenda")
    blad.fields(
        [
            [
                veld("Datum", lang(vergadering.datum, met_dag=True).capitalize()),
                veld("Plaats", vergadering.plaats),
            ],
            [veld("Tijdstip", f"Let op: nieuw tijdstip: {tijd}" if vergadering.nieuw_tijdstip and tijd else tijd)],
            [
                veld("Voorzitter", opname.naam(vergadering.voorzitter_id)),
                veld("Secretaris", opname.naam(vergadering.secretaris_id)),
            ],
            [veld("Aanwezig", "")],
            [veld("Afwezig", "")],
        ]
    )
    blad.table(KOLOMMEN, met_dichte(opname, lambda punt: _agendarij(opname, punt, ankers)), (13, 42, 45))
    if opname.acties:
        blad.heading(2, "Openstaande acties")
        schrijf_acties(blad, opname.acties)


def _openbaar(opname: Momentopname, stuk: Stuk) -> str:
    """Return whether a nota is for everybody: the variant without its besloten passages is, and says no more (J9)."""
    if opname.stuk_is_besloten(stuk):
        return "Nee"
    return "Deels: zonder de onderstreepte passages" if opname.notas[stuk.id].heeft_besloten else "Ja"


def schrijf_nota(blad: Blad, opname: Momentopname, stuk: Stuk, ankers: Ankers) -> None:
    """Write a nota in its form (catalogue 39-74)."""
    nota = opname.notas[stuk.id]
    formulier = nota.formulier
    blad.title(formulier.titel or nota.onderwerp, anker=ankers(stuk.id))
    rijen = [
        [
            veld("Openbaar", _openbaar(opname, stuk)),
            veld("Registratienummer", nota.registratienummer),
        ],
        [veld(formulier.label_gremium, opname.gremium.naam)],
        [
            veld("Datum vergadering", lang(opname.vergadering.datum)),
            veld("Agendapunt", opname.label(stuk)),
        ],
        [_behandelaars(nota)],
    ]
    if not formulier.met_titel:
        rijen.append([veld("Onderwerp", nota.onderwerp)])
    blad.fields(rijen)
    if formulier.met_titel:
        blad.heading(2, "Onderwerp")
        blad.paragraph(nota.onderwerp)
    for sectie in sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id)):
        _schrijf_sectie(blad, opname, stuk, sectie, ankers)


def schrijf_inhoud(blad: Blad, titel: str, regels: Sequence[Inhoudsregel]) -> None:
    """Write the contents: a line for each part; title and page are links, bijlagen are set in."""
    blad.title("Inhoud", anker="inhoud")
    blad.paragraph(titel)
    rijen = [
        (
            _cel(gewoon(regel.nummer)),
            _cel((*gewoon_na(_INSPRONG if regel.onder else ""), Stukje(tekst=regel.titel, link=regel.link))),
            _cel(gewoon(regel.soort)),
            _cel((Stukje(tekst=regel.pagina, link=regel.link),) if regel.pagina else ()),
        )
        for regel in regels
    ]
    blad.table(("Nr.", "Stuk", "Soort", "Blz."), rijen, (15, 54, 22, 9))


def schrijf_schutblad(blad: Blad, opname: Momentopname, punt: Agendapunt, anker: str) -> None:
    """Write the divider sheet of an agenda item (D9)."""
    blad.space(70)
    blad.title(f"{opname.nummers[punt.id]}. {punt.titel}", anker=anker)
    blad.paragraph(behandelwijze(opname.behandeling(punt)))


def schrijf_nagezonden(blad: Blad, opname: Momentopname, stuk: Stuk, anker: str) -> None:
    """Write the sheet that keeps the place of a paper that is still to come."""
    blad.space(70)
    blad.title(stuk.titel, anker=anker)
    blad.paragraph(_plaats(opname, stuk), Toon.KLEIN)
    blad.paragraph("Dit stuk ontbreekt nog en wordt nagezonden.", Toon.NADRUK)


def schrijf_nazendlijst(
    blad: Blad, titel: str, wijzigingen: Sequence[Wijziging], *, oude_namen: bool = False, genummerd: bool = True
) -> None:
    """Write the list of a nazending: what to do with which sheets and files (D19).

    ``oude_namen`` when sheets that stay bear a number or title that the agenda no longer has; without ``genummerd`` no
    sheet bears a number, and the list says how to count.
    """
    handelingen = {wijziging.handeling for wijziging in wijzigingen}
    blad.title("Nazending", anker="nazending")
    blad.paragraph(titel)
    if any(handeling.heeft_bladen for handeling in handelingen):
        blad.paragraph("Leg deze bladen in uw set. De nummers van alle andere bladzijden blijven gelijk.")
    elif Handeling.VERWIJDER in handelingen:
        blad.paragraph("Neem deze bladen uit uw set. De nummers van alle andere bladzijden blijven gelijk.")
    if not genummerd:
        blad.paragraph("Op de bladen staat geen nummer: tel vanaf het eerste blad van de set, zoals uw scherm telt.")
    if oude_namen:
        blad.paragraph("Op bladen die blijven, kan een oud nummer of een oude titel staan: de nieuwe agenda geldt.")
    if Handeling.BESTAND in handelingen:
        blad.paragraph("Een los bestand heeft geen bladzijden: het zit als bijlage in deze pdf.")
    rijen = [(_cel(gewoon(wijziging.opdracht)), _cel(gewoon(wijziging.titel))) for wijziging in wijzigingen]
    blad.table(("Wat u doet", "Stuk"), rijen, (45, 55))


def aankondiging(stuk: Stuk, *, na_titel: bool = False) -> str:
    """Return how the agenda announces a paper: ``(adviesnota met bijlagen 1 t/m 3 bijgevoegd)`` (catalogue 18-20).

    ``na_titel`` when kind and title stand before it: then the kind is not told twice.
    """
    soort = stuk.soort
    match stuk.bijlagen_beloofd:
        case 0:
            kaal = soort is Soort.STUK or (na_titel and not soort.is_nota)
            return "(bijgevoegd)" if kaal else f"({soort.value} bijgevoegd)"
        case 1:
            return f"({soort.value} met bijlage bijgevoegd)"
        case aantal:
            return f"({soort.value} met bijlagen 1 t/m {aantal} bijgevoegd)"


def met_dichte(opname: Momentopname, rij: Callable[[Agendapunt], tuple[Cel, ...]]) -> list[tuple[Cel, ...]]:
    """Return a row for each item, and one that tells nothing for each that these readers may not see."""
    rijen = [(opname.nummers[punt.id], rij(punt)) for punt in opname.agendapunten]
    breedte = len(rijen[0][1]) if rijen else len(KOLOMMEN)
    onderwerp = (Alinea((Stukje(tekst=DICHT_PUNT, cursief=True),)),)
    dicht = [(nummer, (nummercel(nummer), onderwerp, *[()] * (breedte - 2))) for nummer in opname.dichte]
    return [cellen for _, cellen in (sorted([*rijen, *dicht], key=itemgetter(0)) if dicht else rijen)]


def nummercel(nummer: Nummer) -> tuple[Alinea, ...]:
    """Return the number of an item as the first column of a table has it: ``3.``, or ``3a`` of a sub-item."""
    is_sub = nummer.boven is not None
    return (Alinea((Stukje(tekst=f"{nummer}" if is_sub else f"{nummer}.", vet=not is_sub),)),)


def _agendarij(opname: Momentopname, punt: Agendapunt, ankers: Ankers) -> tuple[Cel, ...]:
    nr: list[Blok] = [*nummercel(opname.nummers[punt.id])]
    if punt.id in opname.tijden:
        nr.append(Alinea(gewoon(uur(opname.tijden[punt.id]))))
    return tuple(nr), tuple(_onderwerpcel(opname, punt, ankers)), tuple(_voorstelcel(opname, punt))


def _onderwerpcel(opname: Momentopname, punt: Agendapunt, ankers: Ankers) -> list[Blok]:
    stukken = opname.stukken_bij(punt)
    vet = opname.hoofdpunt(punt) is punt
    opmerkingen = [
        Stukje(tekst=f" ({woord})", cursief=True)
        for woord, geldt in (
            ("besloten", opname.is_besloten(punt)),
            ("mondeling", punt.mondeling),
            ("nagekomen", bool(punt.spoed)),
        )
        if geldt and f"({woord})" not in punt.titel.lower()
    ]
    hoofd = stukken[0] if stukken and stukken[0].soort.is_nota and stukken[0].titel == punt.titel else None
    titel = f"{hoofd.soort.value.capitalize()} ‘{punt.titel}’" if hoofd else punt.titel
    link = f"#{ankers(hoofd.id)}" if hoofd and ankers(hoofd.id) else ""
    uit: list[Blok] = [Alinea((Stukje(tekst=titel, vet=vet, link=link), *opmerkingen))]
    for stuk in stukken:
        if stuk is hoofd or (stuk.titel == punt.titel and stuk.soort is not Soort.BIJLAGE):
            uit.append(Alinea((Stukje(tekst=aankondiging(stuk), link=_link(ankers, stuk)),)))
        else:
            naam = f"{stuk.soort.value.capitalize()} ‘{stuk.titel}’"
            belofte = aankondiging(stuk, na_titel=True)
            uit.append(Alinea((Stukje(tekst=naam, link=_link(ankers, stuk)), *gewoon_na(f" {belofte}"))))
    if punt.inleiders:
        namen = [f"{i.naam} ({i.rol})" if i.rol else i.naam for i in punt.inleiders]
        samen = " en ".join(filter(None, [", ".join(namen[:-1]), namen[-1]]))
        uit.append(Alinea(gewoon(f"Toelichting door {samen}")))
    return uit


def _voorstelcel(opname: Momentopname, punt: Agendapunt) -> list[Blok]:
    uit: list[Blok] = []
    woorden = behandelwijze(punt.behandeling)
    if woorden:
        uit.append(Alinea((Stukje(tekst=woorden, cursief=True),)))
    lijst = als_lijst(opname.voorstel(punt), opname.gevuld)
    if lijst is not None:
        uit.append(lijst)
    uit.extend(_los_van_lijst(lees(opname.gevuld(punt.toelichting))))
    return uit


def _los_van_lijst(blokken: Sequence[Blok]) -> Sequence[Blok]:
    """Return a text that follows a proposal, with a word before it where it would else read as part of that."""
    eerste = blokken[0] if blokken else None
    tekst = samenvoegen(eerste.stukjes) if isinstance(eerste, Alinea) else ""
    if isinstance(eerste, Lijst) or tekst.startswith(("Ter ", AANLOOP)):
        return (Alinea(gewoon(AANLOOP)), *blokken)
    return blokken


def _schrijf_sectie(blad: Blad, opname: Momentopname, stuk: Stuk, sectie: Sectie, ankers: Ankers) -> None:
    nota = opname.notas[stuk.id]
    tekst = lees(opname.gevuld(sectie.tekst, stuk))
    redenen = {Sectiesoort.ARGUMENTEN: Aard.ARGUMENT, Sectiesoort.KANTTEKENING: Aard.KANTTEKENING}
    blad.heading(2, sectie.kop)
    if sectie.soort is Sectiesoort.VOORSTEL:
        lijst = als_lijst(nota.voorstel, lambda tekst: opname.gevuld(tekst, stuk))
        if lijst is not None:
            blad.blocks([lijst])
    if sectie.soort in redenen:
        blad.blocks(tekst)
        for nummer, reden in nota.redenen(redenen[sectie.soort]):
            blad.heading(3, (*gewoon_na(f"{nummer} "), *lees_stukjes(reden.kop)))
            blad.blocks(lees(opname.gevuld(reden.tekst, stuk)))
    if sectie.soort is Sectiesoort.BIJLAGEN:
        genoemd = [bijlage for bijlage in opname.bijlagen_bij(stuk) if bijlage.genoemd]
        if genoemd:
            blad.blocks([Lijst(tuple(_bijlagepunt(opname.rang(b), b, ankers) for b in genoemd))])
    if sectie.soort in (Sectiesoort.VOORSTEL, Sectiesoort.BIJLAGEN):
        blad.blocks(_los_van_lijst(tekst))
    elif sectie.soort not in redenen:
        blad.blocks(tekst)
    if sectie.soort is Sectiesoort.BESLUIT and not sectie.tekst:
        blad.writing_room(_BESLUITREGELS)


def _plaats(opname: Momentopname, stuk: Stuk) -> str:
    """Return where a paper belongs: ``Bijlage 2 bij 3 Rijdend consultatiebureau``, ``9b · verslag``."""
    nota = next((ander for ander in opname.stukken if ander.id == stuk.hoort_bij), None)
    if nota is None:
        return f"{opname.label(stuk)} · {stuk.soort.value}".strip(" ·")
    return f"Bijlage {opname.rang(stuk)} bij {f'{opname.label(nota)} {nota.titel}'.strip()}"


def _bijlagepunt(rang: int, bijlage: Stuk, ankers: Ankers) -> Lijstpunt:
    return Lijstpunt(merk=f"{rang}.", stukjes=(Stukje(tekst=bijlage.titel, link=_link(ankers, bijlage)),))


def _behandelaars(nota: Nota) -> Veld:
    regels: list[Blok] = []
    for behandelaar in sorted(nota.behandelaars, key=lambda b: (b.volgorde, b.id)):
        telefoon = f"tel. {behandelaar.telefoon}" if behandelaar.telefoon else ""
        delen = (behandelaar.naam, behandelaar.functie, telefoon)
        regels.append(Alinea(gewoon(", ".join(deel for deel in delen if deel))))
    if nota.domein:
        regels.insert(0, Alinea((Stukje(tekst=nota.domein, cursief=True),)))
    return Veld(naam="Domein, behandelend ambtenaar, tel.", waarde=tuple(regels))


def _onderwerp(opname: Momentopname) -> str:
    """The subject that follows from the meeting: ``BC PG 4 maart 2020, 09.00 – 10.30 uur`` (catalogue 4)."""
    vergadering = opname.vergadering
    tijd = f", {spanne(vergadering.begin, vergadering.einde)}" if vergadering.begin and vergadering.einde else ""
    nieuw = " op nieuw vergadertijdstip" if vergadering.nieuw_tijdstip else ""
    return f"{opname.gremium.kort} {lang(vergadering.datum)}{nieuw}{tijd}"


def _cel(stukjes: tuple[Stukje, ...]) -> Cel:
    return (Alinea(stukjes),) if stukjes else ()


def _link(ankers: Ankers, stuk: Stuk) -> str:
    anker = ankers(stuk.id)
    return f"#{anker}" if anker else ""


def gewoon_na(tekst: str) -> tuple[Stukje, ...]:
    """Return plain text that follows other spans, its outer space kept."""
    return (Stukje(tekst=tekst),) if tekst else ()


def geen_ankers(_: str) -> str:
    """Give no place: for a paper that stands by itself."""
    return ""


def bestandsnaam(opname: Momentopname, wat: str) -> str:
    """Return a file name without what any system forbids: ``BC PG 2020-03-04 agenda`` (D3)."""
    ruw = f"{opname.gremium.kort} {opname.vergadering.datum.isoformat()} {wat}"
    schoon = "".join(teken if teken.isalnum() or teken in " -_.,()" else "-" for teken in ruw)
    return " ".join(schoon.split())[:120].strip(" .")
