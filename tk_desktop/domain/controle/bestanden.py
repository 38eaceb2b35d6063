"""The received files: the same one twice, words that cannot be read, files without pages (D16, D20)."""

from collections.abc import Iterator

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.zicht import Plek, Vondst, Zicht, citaat, vondst
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.stuk import Stuk, Stukversie, Tekstlaag

CODES = {
    "BS01": "Hetzelfde bestand zit twee keer in deze vergadering.",
    "BS02": "Hetzelfde bestand hoorde al bij een andere vergadering; een waarschuwing als het hier besloten is en daar "
    "openbaar.",
    "BS03": "De tekst van een bestand is niet of niet goed te lezen.",
    "BS04": "Een bestand heeft geen pagina's en gaat als los bestand mee.",
}


def controleer_bestanden(zicht: Zicht) -> Iterator[Vondst]:
    """Find files that the reader of a set will stumble over."""
    per_bestand: dict[str, list[Stuk]] = {}
    for stuk in zicht.stukken():
        versie = zicht.opname.versies.get(stuk.id)
        if versie is not None:
            per_bestand.setdefault(versie.sha256, []).append(stuk)
            if stuk.id not in zicht.opname.notas:
                yield from _leesbaar(zicht.plek_van[stuk.id], stuk, versie)
    for sha256, stukken in per_bestand.items():
        yield from _dubbel(zicht, sha256, stukken)


def _leesbaar(plek: Plek, stuk: Stuk, versie: Stukversie) -> Iterator[Vondst]:
    """Judge one file; a paper with a form is printed from the form and needs no readable file."""
    if not versie.is_pdf:
        yield vondst(
            "BS04",
            Ernst.INFO,
            plek,
            f"Het bestand {citaat(versie.bestandsnaam)} bij {plek.kort} heeft geen pagina's; "
            "het gaat als los bestand mee.",
            waarom="Alleen de pagina's van een pdf kunnen in de vergaderset zelf staan; in de openbare set gaat een "
            "los bestand niet mee.",
            herstel="Vraag een pdf als het stuk in de set moet staan; anders hoeft u niets te doen.",
        )
    elif versie.tekstlaag is not Tekstlaag.GOED:
        wat = (
            f"De pagina's van {citaat(stuk.titel)} ({plek.kort}) zijn alleen beelden; er zit geen leesbare tekst in."
            if versie.tekstlaag is Tekstlaag.GEEN
            else f"De tekst achter de pagina's van {citaat(stuk.titel)} ({plek.kort}) is beschadigd."
        )
        yield vondst(
            "BS03",
            Ernst.WAARSCHUWING,
            plek,
            wat,
            waarom="Het stuk ziet er goed uit, maar zoeken, voorlezen en kopiëren lukken er niet in.",
            herstel="Vraag de afzender om het stuk opnieuw als pdf op te slaan vanuit het oorspronkelijke document.",
        )


def _dubbel(zicht: Zicht, sha256: str, stukken: list[Stuk]) -> Iterator[Vondst]:
    plek = zicht.plek_van[stukken[0].id]
    if len(stukken) > 1:
        plekken = opsomming(f"{zicht.plek_van[stuk.id].kort} ({citaat(stuk.titel, 50)})" for stuk in stukken)
        yield vondst(
            "BS01",
            Ernst.WAARSCHUWING,
            plek,
            f"Hetzelfde bestand zit {len(stukken)} keer in deze vergadering: bij {plekken}.",
            waarom="De lezer krijgt dezelfde pagina's meer dan eens, of er is een verkeerd bestand gekozen.",
            herstel="Kijk welk bestand bij welk stuk hoort en vervang of verwijder het dubbele.",
        )
    elders = [waar for waar in zicht.context.zelfde_bestand.get(sha256, ()) if not zicht.is_hier(waar)]
    openbaar = zicht.context.openbaar_elders.get(sha256, ())
    besloten = [stuk for stuk in stukken if zicht.opname.stuk_is_besloten(stuk)]
    if besloten and openbaar:
        yield vondst(
            "BS02",
            Ernst.WAARSCHUWING,
            zicht.plek_van[besloten[0].id],
            f"Het bestand van {citaat(besloten[0].titel)} ({zicht.plek_van[besloten[0].id].kort}) is hier besloten, en "
            f"openbaar bij {opsomming(openbaar)}.",
            waarom="Wat hier geheim moet blijven, staat daar in de openbare set.",
            herstel="Maak het daar besloten of vervang het bestand; is het terecht openbaar, maak het dan hier "
            "openbaar.",
        )
    elif elders:
        yield vondst(
            "BS02",
            Ernst.INFO,
            plek,
            f"Het bestand van {citaat(stukken[0].titel)} ({plek.kort}) hoort ook bij {opsomming(elders)}.",
            waarom="Soms is dat de bedoeling, soms is per ongeluk het oude stuk toegevoegd.",
            herstel="Controleer of dit het goede stuk is.",
        )
