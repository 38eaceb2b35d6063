"""The pages of a site: the calendar, a page for each meeting and each nota, besluiten, acties and searching."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from html import escape
from string import Template

from tk_desktop.base.paths import resources
from tk_desktop.domain.actielijst import Actiepost, Keuzelijst, kies
from tk_desktop.domain.datum import kort, lang, uur
from tk_desktop.domain.opmaak import Alinea, Lijst, Lijstpunt, Stukje, lees
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.domain.vergaderset import Doelgroep, Onderdeel, Onderdeelsoort
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.export.bladen import schrijf_agenda, schrijf_brief, schrijf_nota
from tk_desktop.export.halfjaar import schrijf_halfjaarbericht
from tk_desktop.export.per_punt import stuknaam
from tk_desktop.export.verslag import schrijf_besluitenlijst, schrijf_verslag
from tk_desktop.extranet.programmas import Programmablad
from tk_desktop.extranet.stof import Site, Vergaderblad
from tk_desktop.paper.blad import Toon, cel
from tk_desktop.paper.web import Schil, WebDocument

MENU = (
    ("index.html", "Vergaderingen"),
    ("besluiten.html", "Besluiten"),
    ("acties.html", "Acties"),
    ("zoeken.html", "Zoeken"),
)
"""The main pages, in the order of the menu; the reports of programmes stand between where there are any."""
_PROGRAMMAS = ("programmas.html", "Programma’s")
_HIER = ' aria-current="page"'
_VOETEN = {
    Doelgroep.OPENBAAR: "Dit zijn de openbare stukken. Wat besloten is, staat hier niet.",
    Doelgroep.AMBTENAREN: "Deze stukken zijn voor ambtenaren. Wat besloten is, staat hier niet.",
    Doelgroep.LEDEN: "Deze stukken zijn voor de leden; deel besloten stukken niet. Waar geheimhouding op rust, "
    "staat hier niet.",
}

Paginas = Mapping[str, int]
"""How many pages the PDF at a place on the site has."""
Regel = tuple[tuple[str, str], ...]
"""What a line of a list leads to: words with an address, and behind them the other forms of the same."""
LEESBAAR = frozenset(
    {
        Onderdeelsoort.BRIEF,
        Onderdeelsoort.AGENDA,
        Onderdeelsoort.NOTA,
        Onderdeelsoort.BESTAND,
        Onderdeelsoort.NAGEZONDEN,
    }
)
"""The parts of a set that are papers of themselves."""


def pages(site: Site, paginas: Paginas) -> Iterator[tuple[str, str]]:
    """Yield every page of a site: its place from the top of the folder, and its HTML."""
    yield "index.html", _kalender(site)
    yield "besluiten.html", _besluiten(site)
    yield "acties.html", _acties(site)
    yield "zoeken.html", _zoeken(site)
    if site.programmas:
        yield _PROGRAMMAS[0], _programmas(site)
    for rapport in site.programmas:
        yield f"{rapport.map}/index.html", _rapport(site, rapport)
    for blad in site.bladen:
        yield f"{blad.map}/index.html", _vergadering(site, blad, paginas)
        for deel in blad.plan.onderdelen:
            if deel.soort in (Onderdeelsoort.BRIEF, Onderdeelsoort.NOTA):
                yield f"{blad.map}/{blad.adres(deel)}", _papier(site, blad, deel)
        if heeft_besluiten(blad):
            yield f"{blad.map}/besluitenlijst.html", _besluitenlijst(site, blad)
        if heeft_verslag(blad):
            yield f"{blad.map}/verslag.html", _verslag(site, blad)


def heeft_besluiten(blad: Vergaderblad) -> bool:
    """Tell whether a meeting has besluiten that may be known."""
    return bool(blad.besluiten)


def heeft_verslag(blad: Vergaderblad) -> bool:
    """Tell whether a meeting has a verslag that was approved: a draft is on no site (H6)."""
    return blad.stof is not None and blad.stof.zitting.verslag.staat is Verslagstaat.VASTGESTELD


def wanneer(vergadering: Vergadering) -> str:
    """Return when a meeting is: ``woensdag 11 maart 2026, 09.00 uur``."""
    tijd = f", {uur(vergadering.begin)}" if vergadering.begin else ""
    return f"{lang(vergadering.datum, met_dag=True)}{tijd}"


@cache
def _sjabloon() -> Template:
    return Template((resources() / "extranet" / "pagina.html").read_text(encoding="utf-8"))


def _schil(site: Site, titel: str, wortel: str, *, hier: str = "", kop: str = "") -> Schil:
    """Return what puts a page of this site round its contents; ``wortel`` leads to the top of the folder."""
    punten = (*MENU[:-1], _PROGRAMMAS, MENU[-1]) if site.programmas else MENU
    menu = "".join(
        f'<li><a href="{wortel}{adres}"{_HIER if adres == hier else ""}>{naam}</a></li>\n' for adres, naam in punten
    )

    def schil(inhoud: str) -> str:
        return _sjabloon().substitute(
            titel=escape(titel if titel == site.naam else f"{titel} · {site.naam}"),
            site=escape(site.naam),
            wortel=wortel,
            menu=menu,
            kop=kop,
            inhoud=inhoud,
            voet=escape(_VOETEN[site.doelgroep]),
        )

    return schil


def _eigen_adres(naam: str) -> str:
    """Return the address that a link of the site itself names."""
    return naam


def _kalender(site: Site) -> str:
    feed = '<link rel="alternate" type="application/rss+xml" title="Nieuw" href="nieuws.xml">\n' if site.basis else ""
    web = WebDocument(_schil(site, site.naam, "", hier="index.html", kop=feed), _eigen_adres)
    web.title(site.naam)
    komend = [blad for blad in site.bladen if blad.opname.vergadering.status is Status.GEPLAND]
    geweest = [blad for blad in site.bladen if blad.opname.vergadering.status is not Status.GEPLAND]
    _vergaderingen(web, "Komende vergaderingen", komend[::-1])
    for jaar in sorted({blad.opname.vergadering.datum.year for blad in geweest}, reverse=True):
        _vergaderingen(web, str(jaar), [blad for blad in geweest if blad.opname.vergadering.datum.year == jaar])
    if site.bladen:
        zet = Stukje(tekst="Zet alle vergaderingen in uw eigen agenda", link="#kalender.ics")
        web.paragraph((zet, Stukje(tekst=" (ics).")))
        if site.basis:
            volg = Stukje(tekst="Volg welke vergaderingen erbij komen", link="#nieuws.xml")
            web.paragraph((volg, Stukje(tekst=" (rss).")))
    else:
        web.paragraph("Er staan hier nog geen vergaderingen.")
    return web.html()


def _vergaderingen(web: WebDocument, kop: str, bladen: Sequence[Vergaderblad]) -> None:
    if not bladen:
        return
    web.heading(2, kop)
    rijen = []
    for blad in bladen:
        vergadering = blad.opname.vergadering
        af = " (gaat niet door)" if vergadering.status is Status.GEANNULEERD else ""
        dag = Stukje(tekst=f"{wanneer(vergadering)}{af}".capitalize(), link=f"#{blad.map}/index.html")
        rijen.append(((Alinea((dag,)),), cel(blad.opname.gremium.naam), cel(vergadering.plaats)))
    web.table(("Wanneer", "Wie", "Waar"), rijen, (40, 35, 25))


def _vergadering(site: Site, blad: Vergaderblad, paginas: Paginas) -> str:
    opname = blad.opname
    titel = f"{opname.gremium.naam} {lang(opname.vergadering.datum)}"
    web = WebDocument(_schil(site, titel, "../"), lambda naam: blad.adres_van_anker(naam) or _eigen_adres(naam))
    schrijf_agenda(web, opname, blad.anker_van)
    if opname.vergadering.status is Status.GEANNULEERD:
        web.paragraph("Deze vergadering gaat niet door.", Toon.NADRUK)
    if heeft_besluiten(blad) or heeft_verslag(blad):
        web.heading(2, "Wat ervan kwam")
        web.blocks([Lijst(tuple(_punt(*regel) for regel in _uitkomsten(blad)))])
    web.heading(2, "Stukken")
    web.blocks([Lijst(tuple(_stukken(blad, paginas)))])
    web.heading(2, "Meenemen")
    web.blocks([Lijst(tuple(_punt(*regel) for regel in _meenemen(blad, paginas)))])
    return web.html()


def _uitkomsten(blad: Vergaderblad) -> Iterator[Regel]:
    if heeft_besluiten(blad):
        yield ("Besluitenlijst", "besluitenlijst.html"), ("pdf", "besluitenlijst.pdf")
    if heeft_verslag(blad):
        yield ("Verslag", "verslag.html"), ("pdf", "verslag.pdf")


def _meenemen(blad: Vergaderblad, paginas: Paginas) -> Iterator[Regel]:
    bladzijden = paginas.get(f"{blad.map}/vergaderset.pdf", 0)
    yield ((f"Alle stukken in één pdf, {meervoud(bladzijden, 'bladzijde', 'bladzijden')}", "vergaderset.pdf"),)
    yield (("Deze vergadering in uw eigen agenda (ics)", "vergadering.ics"),)
    yield (("Agenda en nota’s als open gegevens (json)", "vergadering.json"),)
    yield (("De vergadering als raadsinformatie (ORI-A, xml)", "ori-a.xml"),)


def _stukken(blad: Vergaderblad, paginas: Paginas) -> Iterator[Lijstpunt]:
    """Yield the papers in the order of the set, each bijlage under its nota."""
    opname = blad.opname
    delen = [deel for deel in blad.plan.onderdelen if deel.soort in LEESBAAR]
    bijlagen = {bijlage.id for stuk in opname.stukken for bijlage in opname.bijlagen_bij(stuk)}
    per_stuk = {deel.stuk_id: deel for deel in delen}
    for deel in delen:
        if deel.stuk_id in bijlagen:
            continue
        stuk = next((stuk for stuk in opname.stukken if stuk.id == deel.stuk_id), None)
        onder = opname.bijlagen_bij(stuk) if stuk is not None else ()
        punten = (_punt(*_regel(blad, per_stuk[een.id], paginas)) for een in onder if een.id in per_stuk)
        yield replace(_punt(*_regel(blad, deel, paginas)), onder=tuple(punten))


def _regel(blad: Vergaderblad, deel: Onderdeel, paginas: Paginas) -> Regel:
    """Return how a paper is read: its page where it has one, and its file."""
    naam = stuknaam(deel) + (" (besloten)" if blad.is_besloten(deel) else "")
    if deel.soort is Onderdeelsoort.NAGEZONDEN:
        return ((f"{naam} (wordt nagezonden)", ""),)
    bestand = blad.bestand(deel)
    soort = bestand.rpartition(".")[2]
    aantal = paginas.get(f"{blad.map}/{bestand}", 0)
    vorm = f"{soort}, {meervoud(aantal, 'bladzijde', 'bladzijden')}" if aantal else soort
    if deel.soort is Onderdeelsoort.BESTAND:
        return ((f"{naam} ({vorm})", bestand),)
    return (naam, blad.adres(deel)), (vorm, bestand)


def _punt(hoofd: tuple[str, str], *ook: tuple[str, str]) -> Lijstpunt:
    """Return a line with a link, and behind it in brackets the other forms of the same."""
    stukjes = [_schakel(*hoofd)]
    for ander in ook:
        stukjes += [Stukje(tekst=" ("), _schakel(*ander), Stukje(tekst=")")]
    return Lijstpunt(merk="-", stukjes=tuple(stukjes))


def _schakel(tekst: str, adres: str) -> Stukje:
    return Stukje(tekst=tekst, link=f"#{adres}" if adres else "")


def _papier(site: Site, blad: Vergaderblad, deel: Onderdeel) -> str:
    """Return the page of a letter or a nota."""
    opname = blad.opname
    schil = _schil(site, f"{stuknaam(deel)} {opname.kort}", "../")
    web = WebDocument(schil, lambda naam: blad.adres_van_anker(naam) or _eigen_adres(naam))
    agenda = Stukje(tekst=f"Agenda {opname.gremium.kort} {lang(opname.vergadering.datum)}", link="#index.html")
    als_pdf = Stukje(tekst="Lees als pdf", link=f"#{blad.bestand(deel)}")
    web.paragraph((agenda, Stukje(tekst=" · "), als_pdf), Toon.KLEIN)
    if deel.soort is Onderdeelsoort.BRIEF:
        schrijf_brief(web, opname)
    else:
        stuk = next(stuk for stuk in opname.stukken if stuk.id == deel.stuk_id)
        schrijf_nota(web, opname, stuk, blad.anker_van)
    return web.html()


def _besluitenlijst(site: Site, blad: Vergaderblad) -> str:
    web = WebDocument(_schil(site, f"Besluitenlijst {blad.opname.kort}", "../"))
    if blad.stof is not None:
        schrijf_besluitenlijst(web, blad.stof.zitting)
    return web.html()


def _verslag(site: Site, blad: Vergaderblad) -> str:
    web = WebDocument(_schil(site, f"Verslag {blad.opname.kort}", "../"))
    if blad.stof is not None:
        schrijf_verslag(web, blad.stof.zitting, blad.stof.volgende)
    return web.html()


def _besluiten(site: Site) -> str:
    web = WebDocument(_schil(site, "Besluiten", "", hier="besluiten.html"), _eigen_adres)
    web.title("Besluiten")
    rijen = []
    for blad in site.bladen:
        zitting = blad.stof.zitting if blad.stof is not None else None
        for besluit in blad.besluiten:
            punt = zitting.opname.punt(besluit.agendapunt_id) if zitting is not None else None
            onderwerp = Stukje(tekst=punt.titel if punt else "", link=f"#{blad.map}/besluitenlijst.html")
            uitkomst = (Alinea((Stukje(tekst=besluit.uitkomst.value.capitalize(), vet=True),)), *lees(besluit.tekst))
            rijen.append(
                (
                    cel(f"{blad.opname.gremium.kort} {kort(besluit.datum)}"),
                    (Alinea((onderwerp,)),),
                    uitkomst,
                    cel(besluit.nummer),
                )
            )
    if rijen:
        web.table(("Vergadering", "Onderwerp", "Besluit", "Nummer"), rijen, (18, 28, 40, 14))
    else:
        web.paragraph("Er zijn nog geen besluiten gepubliceerd.")
    return web.html()


def _acties(site: Site) -> str:
    web = WebDocument(_schil(site, "Open acties", "", hier="acties.html"))
    web.title("Open acties en toezeggingen")
    rijen = [
        (
            cel(post.actie.tekst),
            cel(post.actie.door),
            cel(kort(post.actie.voor) if post.actie.voor else ""),
            cel(post.uit),
        )
        for post in open_acties(site)
    ]
    if rijen:
        web.table(("Wat", "Door", "Voor", "Uit"), rijen, (50, 18, 12, 20))
    else:
        web.paragraph("Er staan geen acties open.")
    return web.html()


def open_acties(site: Site) -> tuple[Actiepost, ...]:
    """Return what is open and comes from a meeting on this site: each body tells all it has open once."""
    op_site = {blad.opname.vergadering.id for blad in site.bladen}
    posten: dict[str, Actiepost] = {}
    for blad in site.bladen:
        for post in blad.stof.acties if blad.stof is not None else ():
            if post.actie.vergadering_id in op_site:
                posten.setdefault(post.actie.id, post)
    return kies(posten.values(), Keuzelijst.OPEN, date.max, openbaar=True)


def _programmas(site: Site) -> str:
    web = WebDocument(_schil(site, _PROGRAMMAS[1], "", hier=_PROGRAMMAS[0]), _eigen_adres)
    web.title(_PROGRAMMAS[1])
    for blad in site.programmas:
        web.heading(2, blad.titel)
        web.paragraph(f"Over {lang(blad.periode.van)} tot en met {lang(blad.periode.tot)}.", Toon.KLEIN)
        web.blocks([Lijst(tuple(_punt(*regel) for regel in _vormen(f"{blad.map}/")))])
    return web.html()


def _vormen(map_: str) -> Iterator[Regel]:
    """Yield the forms in which a report can be had."""
    yield ("Rapportage", f"{map_}index.html"), ("pdf", f"{map_}rapportage.pdf")
    yield (("Overzicht op één bladzijde (pdf)", f"{map_}overzicht.pdf"),)
    yield (("Begroting als rekenblad (xlsx)", f"{map_}begroting.xlsx"),)
    yield (("Projecten en begroting als open gegevens (json)", f"{map_}programma.json"),)


def _rapport(site: Site, blad: Programmablad) -> str:
    web = WebDocument(_schil(site, blad.titel, "../../", hier=_PROGRAMMAS[0]), _eigen_adres)
    schrijf_halfjaarbericht(web, blad.stand, blad.periode)
    web.heading(1, "Meenemen")
    web.blocks([Lijst(tuple(_punt(*regel) for regel in _vormen("")))])
    return web.html()


def _zoeken(site: Site) -> str:
    kop = '<script src="zoek/stukken.js" defer></script>\n<script src="zoek/zoek.js" defer></script>\n'
    schil = _schil(site, "Zoeken", "", hier="zoeken.html", kop=kop)
    return schil((resources() / "extranet" / "zoeken.html").read_text(encoding="utf-8"))
