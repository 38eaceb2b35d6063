"""The pages by which everything that left a werkmap is read without this program: plain HTML, no script."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from string import Template

from tk_desktop.base.paths import resources
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.dossier import Dossier
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import Alinea, Lijst, Lijstpunt, Stukje
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.zitting import Zitting
from tk_desktop.export.bladen import schrijf_agenda, schrijf_brief, schrijf_nota
from tk_desktop.export.notitielijst import schrijf_notities
from tk_desktop.export.notitieregels import Notitieregel, in_order
from tk_desktop.export.verslag import schrijf_besluitenlijst, schrijf_verslag
from tk_desktop.extranet.uitganglopend import Lopendblad, running_pages
from tk_desktop.extranet.uitgangplan import Dossiermap, Uitgangsbestand
from tk_desktop.extranet.uitgangwoorden import UITLEG, niet_mee
from tk_desktop.minutes.verslagen import following
from tk_desktop.paper.blad import Cel, Toon, cel
from tk_desktop.paper.web import Schil, WebDocument
from tk_desktop.store.uitgang import Tabelinhoud
from tk_desktop.store.werkmap import Store

NAAM = "Alles uit TK Desktop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgangsbladen:
    """What the pages are made of: the folders, the kept files that are gone, and who takes his own notes along."""

    plan: Sequence[Dossiermap]
    ontbreekt: Sequence[str] = ()
    lezer: str = ""


def pages(store: Store, tabellen: Sequence[Tabelinhoud], bladen: Uitgangsbladen) -> Iterator[tuple[str, str]]:
    """Yield every page: its place from the top of the folder, and its HTML."""
    lopend = running_pages(store)
    yield "index.html", _index(store, tabellen, bladen, lopend)
    for los in lopend:
        web = WebDocument(_schil(los.titel, "../"))
        los.schrijf(web)
        yield los.pad, web.html()
    for een in bladen.plan:
        zitting = store.zitting(een.vergadering_id).zoals_vastgesteld()
        notas = [stuk for stuk in zitting.opname.stukken if stuk.id in zitting.opname.notas]
        blad = replace(een, paginas={stuk.id: een.paginas[stuk.id] for stuk in notas})
        noten = _noten(store, zitting.opname, bladen.lezer)
        yield f"{blad.map}/index.html", _vergadering(store, blad, zitting, bladen.ontbreekt, noten=bool(noten))
        if noten:
            web = WebDocument(_schil(f"Aantekeningen {zitting.opname.kort}", "../../"))
            schrijf_notities(web, zitting.opname, noten, bladen.lezer)
            yield f"{blad.map}/aantekeningen.html", web.html()
        if _is_gehouden(zitting):
            yield f"{blad.map}/verslag.html", _verslag(store, blad, zitting)
            yield f"{blad.map}/besluitenlijst.html", _besluitenlijst(zitting)
        for stuk in notas:
            yield f"{blad.map}/{blad.paginas[stuk.id]}", _nota(blad, zitting.opname, stuk)


def _noten(store: Store, opname: Momentopname, lezer: str) -> tuple[Notitieregel, ...]:
    """Return the notes of who takes his own along; nobody else's, though they were shared with him."""
    alle = store.aantekeningen.van_vergadering(opname.vergadering.id) if lezer else ()
    return in_order(opname, (een for een in alle if een.eigenaar == lezer), lezer)


@cache
def _sjabloon() -> Template:
    return Template((resources() / "extranet" / "pagina.html").read_text(encoding="utf-8"))


def _schil(titel: str, wortel: str) -> Schil:
    menu = f'<li><a href="{wortel}index.html">Vergaderingen</a></li>\n'

    def schil(inhoud: str) -> str:
        return _sjabloon().substitute(
            titel=escape(titel if titel == NAAM else f"{titel} · {NAAM}"),
            site=escape(NAAM),
            wortel=wortel,
            menu=menu,
            kop="",
            inhoud=inhoud,
            voet="Hier staat ook wat besloten is. Bewaar deze map zoals u besloten stukken bewaart.",
        )

    return schil


def _adres(naam: str) -> str:
    return naam


def _link(tekst: str, adres: str) -> Stukje:
    return Stukje(tekst=tekst, link=f"#{adres}")


def _index(store: Store, tabellen: Sequence[Tabelinhoud], bladen: Uitgangsbladen, lopend: Sequence[Lopendblad]) -> str:
    web = WebDocument(_schil(NAAM, ""), _adres)
    web.title(NAAM)
    web.paragraph(
        "Alle vergaderingen met hun stukken, besluiten en verslagen, zoals zij in de werkmap stonden. "
        "Van elk bestand staat de SHA-256 in sha256.txt; met uitgang.json neemt TK Desktop alles weer in."
    )
    web.heading(2, "Vergaderingen")
    if bladen.plan:
        rijen = [_rij(store, blad) for blad in bladen.plan[::-1]]
        web.table(("Wanneer", "Wie", "Bestanden", "Dossier"), rijen, (30, 40, 12, 18))
    else:
        web.paragraph("Er staan geen vergaderingen in.")
    if lopend:
        web.heading(2, "Wat door vergaderingen heen loopt")
        web.blocks([Lijst(tuple(_punt(_link(een.titel, een.pad)) for een in lopend))])
    if bladen.ontbreekt:
        web.heading(2, "Wat ontbreekt")
        web.paragraph("Deze bestanden worden genoemd, en stonden niet meer in de werkmap:")
        web.blocks([Lijst(tuple(_punt(Stukje(tekst=som)) for som in bladen.ontbreekt))])
    web.heading(2, "Gegevens")
    web.paragraph("Alles staat ook als open gegevens (json) in de map gegevens, een bestand per tabel:")
    rijen = [
        ((Alinea((_link(een.naam, f"gegevens/{een.naam}.json"),)),), cel(UITLEG[een.naam]), cel(str(len(een.rijen))))
        for een in tabellen
    ]
    web.table(("Tabel", "Wat erin staat", "Rijen"), rijen, (25, 60, 15))
    web.heading(2, "Wat niet meegaat")
    web.blocks([Lijst(tuple(_punt(Stukje(tekst=zin)) for zin in niet_mee(bladen.lezer)))])
    return web.html()


def _punt(*stukjes: Stukje) -> Lijstpunt:
    return Lijstpunt(merk="-", stukjes=stukjes)


def _rij(store: Store, blad: Dossiermap) -> tuple[Cel, ...]:
    vergadering = store.vergaderingen.get(blad.vergadering_id)
    dag = _link(lang(vergadering.datum, met_dag=True), f"{blad.map}/index.html")
    return (
        (Alinea((dag,)),),
        cel(store.gremia.get(vergadering.gremium_id).naam),
        cel(str(len(blad.bestanden))),
        cel(_dossierstand(store.dossiers.van_vergadering(blad.vergadering_id))),
    )


def _dossierstand(dossier: Dossier | None) -> str:
    op = dossier.gesloten_op if dossier is not None else None
    return f"gesloten op {kort(op)}" if op is not None else "open"


def _vergadering(store: Store, blad: Dossiermap, zitting: Zitting, ontbreekt: Sequence[str], *, noten: bool) -> str:
    opname = zitting.opname
    web = WebDocument(_schil(f"{opname.gremium.naam} {lang(opname.vergadering.datum)}", "../../"), _adres)
    schrijf_agenda(web, opname, lambda stuk_id: _plek(blad, stuk_id))
    if _is_gehouden(zitting):
        web.heading(2, "Wat ervan kwam")
        uitkomst = [_punt(_link("Verslag", "verslag.html")), _punt(_link("Besluitenlijst", "besluitenlijst.html"))]
        web.blocks([Lijst(tuple(uitkomst))])
    if noten:
        web.heading(2, "Aantekeningen")
        web.blocks([Lijst((_punt(_link("Aantekeningen", "aantekeningen.html")),))])
    dossier = store.dossiers.van_vergadering(blad.vergadering_id)
    for een in dossier.regels if dossier is not None else ():
        door, waarom = (f" door {een.wie}" if een.wie else ""), (f": {een.reden}" if een.reden else "")
        web.paragraph(f"Dossier {een.stap.value} op {kort(een.datum)}{door}{waarom}.", Toon.KLEIN)
    if blad.paginas:
        web.heading(2, "Nota’s")
        titels = {stuk.id: stuk.titel for stuk in opname.stukken}
        web.blocks([Lijst(tuple(_punt(_link(titels[id_], naam)) for id_, naam in blad.paginas.items()))])
    web.heading(2, "Bestanden")
    if blad.bestanden:
        rijen = [_bestandsrij(een, ontbreekt) for een in blad.bestanden]
        web.table(("Bestand", "Soort", "SHA-256"), rijen, (45, 20, 35))
    else:
        web.paragraph("Bij deze vergadering horen geen bestanden.")
    if opname.brief is not None:
        schrijf_brief(web, opname)
    return web.html()


def _bestandsrij(een: Uitgangsbestand, ontbreekt: Sequence[str]) -> tuple[Cel, ...]:
    if een.sha256 in ontbreekt:
        return cel(f"{een.titel} (ontbreekt)"), cel(een.soort), cel(een.sha256)
    return (Alinea((_link(een.titel, f"bestanden/{een.naam}"),)),), cel(een.soort), cel(een.sha256)


def _plek(blad: Dossiermap, stuk_id: str) -> str:
    """Return where a paper is read from the page of its meeting: its page, or its newest file."""
    if stuk_id in blad.paginas:
        return blad.paginas[stuk_id]
    bestanden = blad.van_stuk(stuk_id)
    return f"bestanden/{bestanden[-1].naam}" if bestanden else ""


def _nota(blad: Dossiermap, opname: Momentopname, stuk: Stuk) -> str:
    web = WebDocument(_schil(f"{stuk.titel} {opname.kort}", "../../"), _adres)
    web.paragraph((_link(f"Agenda {lang(opname.vergadering.datum)}", "index.html"),), Toon.KLEIN)
    schrijf_nota(web, opname, stuk, lambda id_: _plek(blad, id_))
    return web.html()


def _is_gehouden(zitting: Zitting) -> bool:
    vergadering = zitting.opname.vergadering
    return vergadering.begonnen is not None or vergadering.status is Status.GEHOUDEN or bool(zitting.besluiten)


def _verslag(store: Store, blad: Dossiermap, zitting: Zitting) -> str:
    web = WebDocument(_schil(f"Verslag {zitting.opname.kort}", "../../"))
    schrijf_verslag(web, zitting, following(store, blad.vergadering_id))
    return web.html()


def _besluitenlijst(zitting: Zitting) -> str:
    web = WebDocument(_schil(f"Besluitenlijst {zitting.opname.kort}", "../../"))
    schrijf_besluitenlijst(web, zitting)
    return web.html()
