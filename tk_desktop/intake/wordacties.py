"""Reads a list of acties in a Word file: ours, and tables and lines as other people write them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tk_desktop.domain.actie import Actiestaat
from tk_desktop.domain.besloten import is_besloten
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.opmaak import Lijst
from tk_desktop.intake.alineas import lees_merk
from tk_desktop.intake.lezing import GelezenActie, GelezenActielijst, GelezenLijstactie
from tk_desktop.intake.regels import sleutel
from tk_desktop.intake.verslagzinnen import dag_in
from tk_desktop.intake.wordblokken import celtekst, genummerd, regels_van, woorden
from tk_desktop.intake.wordverslag import is_verslagtabel
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop, WordTabel

_TITEL = re.compile(
    r"\W*(?:concept\W*)?(?:actie(?:punten)?lijst|actiepunten|actieoverzicht|(?:lijst|overzicht)\s+(?:van|met)\s+"
    r"(?:acties|actiepunten|toezeggingen|afspraken)|afsprakenlijst|toezeggingenlijst|to\W?do\W?lijst)\b",
    re.I,
)
_KOLOMMEN = {
    "tekst": ("actie", "acties", "actiepunt", "actiepunten", "te doen", "taak", "afspraak", "afspraken", "toezegging",
              "actie/afspraak", "actie/toezegging", "omschrijving actie", "actieomschrijving", "wat"),
    "misschien": ("omschrijving", "onderwerp", "punt", "inhoud"),
    "door": ("door", "wie", "door wie", "actie door", "actiehouder", "actienemer", "eigenaar", "trekker", "uitvoerder",
             "verantwoordelijke", "verantwoordelijk", "houder", "uit te voeren door", "toegezegd door", "actie van"),
    "voor": ("voor", "wanneer", "termijn", "deadline", "gereed", "gereed op", "datum gereed", "uiterlijk", "einddatum",
             "streefdatum", "vóór", "voor wanneer", "afgerond op", "planning", "klaar op"),
    "stand": ("stand", "status", "stand van zaken", "voortgang", "afgehandeld", "opmerking", "opmerkingen",
              "toelichting", "resultaat"),
    "ontstaan": ("datum", "ontstaan", "datum vergadering", "vergaderdatum", "vergadering", "uit", "herkomst", "d.d.",
                 "datum overleg"),
}  # fmt: skip
_ROLLEN = {sleutel(naam): rol for rol, namen in reversed(_KOLOMMEN.items()) for naam in namen}
_STATEN = (
    (Actiestaat.VERVALLEN, re.compile(r"vervall|ingetrokken|niet meer nodig", re.I)),
    (Actiestaat.OPEN, re.compile(r"\b(?:nog )?niet\b|\bopen\b|\bnee\b|\bnieuw\b", re.I)),
    (Actiestaat.BEZIG, re.compile(r"\bloopt\b|\blopend|bezig|in behandeling|onderhanden|in uitvoering|gestart", re.I)),
    (Actiestaat.GEDAAN, re.compile(r"gereed|gedaan|afge(?:rond|daan|handeld)|voltooid|\bklaar\b|^\W*ja\b|✓|✔", re.I)),
)
"""Which words of a stand say how far it is; the first that fits counts."""
_KAAL = re.compile(
    r"\W*(?:open|bezig|gedaan|vervallen|gereed|klaar|loopt|lopend|nee|ja|nieuw|afgerond|afgedaan|afgehandeld|voltooid)?"
    r"(?:, te laat)?\W*", re.I,
)  # fmt: skip
_VOORAF = re.compile(r"(?:open|bezig|gedaan|vervallen)(?:, te laat)?:\s*(?:\d{1,2}-\d{1,2}-\d{4}\s+)?")
"""What our own list says before what was told last."""
_DICHT = re.compile(r"\s*\(besloten\)", re.I)
_NIEMAND = "nognieman"
_BLIK = 12
_LANGSTE_WIE = 60
_MEESTE_VERDER = 1000
"""Signs beside a table without a title: more is a paper of which the table is a part."""
_MEESTE_NAMEN = 6


def lees_actielijst(blokken: Sequence[WordBlok]) -> tuple[GelezenActielijst | None, tuple[Twijfel, ...]]:
    """Return the list of acties in these blocks with what in it is not certain; none when there is no such list.

    A table is one when its header names what is to be done and who does it, or by when; a table that names only
    subjects must stand under a title that says so. Under such a title lines with ``wie: wat`` are a list too.
    """
    titel = _titel(blokken)
    regels = genummerd(blokken)
    boven = [*blokken[: (titel or 0) + _BLIK]]
    datum = next((dag for regel in _kopregels(boven) if (dag := lees_datum(regel)) is not None), None)
    acties: list[GelezenLijstactie] = []
    for plaats, tabel in _lijsttabellen(blokken):
        acties += _uit_tabel(tabel, regels[plaats], datum, _wie_erboven(blokken, plaats))
    if not acties and titel is not None:
        acties += _uit_regels(blokken[titel + 1 :], regels[titel], datum)
    if not acties:
        return None, ()
    naam = woorden(blokken[titel]) if titel is not None else ""
    verder = woorden(blokken[titel + 1]) if titel is not None and titel + 1 < len(blokken) else ""
    lijst = GelezenActielijst(titel=naam, verder=verder, datum=datum, acties=tuple(acties), regel=regels[titel or 0])
    return lijst, tuple(_vragen(lijst))


def is_hoofdzaak(blokken: Sequence[WordBlok]) -> bool:
    """Tell whether a file is a list of acties: its title opens it, or little else stands in it.

    A plan of some pages with a table of who does what is a paper, and no list.
    """
    titel = _titel(blokken)
    verder = sum(len(regel) for regel in regels_van(zonder_actielijst(blokken)))
    return (titel is not None and titel < _BLIK) or verder < _MEESTE_VERDER


def heeft_titel(blokken: Sequence[WordBlok]) -> bool:
    """Tell whether the title of a list of acties stands among these blocks."""
    return _titel(blokken) is not None


def zonder_actielijst(blokken: Sequence[WordBlok]) -> list[WordBlok]:
    """Return the blocks without the tables that are a list of acties."""
    weg = {plaats for plaats, _ in _lijsttabellen(blokken)}
    return [blok for plaats, blok in enumerate(blokken) if plaats not in weg]


def _titel(blokken: Sequence[WordBlok]) -> int | None:
    return next((nr for nr, blok in enumerate(blokken) if _TITEL.match(woorden(blok))), None)


def _lijsttabellen(blokken: Sequence[WordBlok]) -> Iterator[tuple[int, WordTabel]]:
    """Yield the tables that are a list of acties; where there is a title, those under it."""
    titel = _titel(blokken)
    for plaats, blok in enumerate(blokken):
        if not isinstance(blok, WordTabel) or not blok.rijen or is_verslagtabel(blok):
            continue
        if (titel is None or titel < plaats) and _is_lijst(_kolommen(blok.rijen[0]), met_titel=titel is not None):
            yield plaats, blok


def _vragen(lijst: GelezenActielijst) -> Iterator[Twijfel]:
    waar = f"regel {lijst.regel}, actielijst"
    if lijst.datum is None:
        yield Twijfel(waar=waar, wat="De dag van deze lijst is niet gevonden; de dag van ontvangst geldt.")
    zonder = sum(not een.actie.door for een in lijst.acties)
    if zonder:
        wat = "Bij 1 actie staat niet wie haar doet." if zonder == 1 else f"Bij {zonder} acties staat niet wie ze doet."
        yield Twijfel(waar=waar, wat=wat)
    for een in lijst.acties:
        if een.vraag:
            yield Twijfel(waar=f"regel {een.regel}, actielijst", wat=een.vraag)


def _kopregels(blokken: Sequence[WordBlok]) -> Iterator[str]:
    """Yield the lines above the first table."""
    for blok in blokken:
        if isinstance(blok, WordTabel):
            return
        yield from regels_van([blok])


def _kolommen(rij: Sequence[tuple[WordBlok, ...]]) -> dict[str, int]:
    uit: dict[str, int] = {}
    for plaats, cel in enumerate(rij):
        rol = _ROLLEN.get(sleutel(celtekst(cel)))
        if rol:
            uit.setdefault(rol, plaats)
    return uit


def _is_lijst(kolommen: dict[str, int], *, met_titel: bool) -> bool:
    if "tekst" in kolommen:
        return "door" in kolommen or {"voor", "stand"} <= kolommen.keys()
    return met_titel and "misschien" in kolommen and bool({"door", "voor"} & kolommen.keys())


def _wie_erboven(blokken: Sequence[WordBlok], plaats: int) -> str:
    """Return the heading right above a table: in a list by owner it is who does what stands in it."""
    boven = next((blok for blok in reversed(blokken[:plaats]) if woorden(blok) or isinstance(blok, WordTabel)), None)
    naam = woorden(boven) if isinstance(boven, WordKop) else ""
    return "" if _TITEL.match(naam) or len(naam) > _LANGSTE_WIE or sleutel(naam).startswith(_NIEMAND) else naam


def _uit_tabel(tabel: WordTabel, regel: int, datum: date | None, erboven: str) -> Iterator[GelezenLijstactie]:
    kolommen = _kolommen(tabel.rijen[0])
    wat = kolommen.get("tekst", kolommen.get("misschien", 0))
    for nummer, rij in enumerate(tabel.rijen):
        begin, regel = regel, regel + sum(1 for cel in rij for _ in regels_van(cel))
        cellen = {rol: celtekst(rij[plaats]) for rol, plaats in kolommen.items() if plaats < len(rij)}
        tekst = celtekst(rij[wat]) if wat < len(rij) else ""
        if not nummer or not tekst or _kolommen(rij) == kolommen:
            continue
        if "tekst" in kolommen and cellen.get("misschien") and sleutel(cellen["misschien"]) not in sleutel(tekst):
            tekst = f"{cellen['misschien']}: {tekst}"
        door = cellen.get("door", "") if "door" in kolommen else erboven
        yield _actie(tekst, "" if sleutel(door).startswith(_NIEMAND) else door, cellen, datum, begin)


def _actie(tekst: str, door: str, cellen: dict[str, str], datum: date | None, regel: int) -> GelezenLijstactie:
    stand = _DICHT.sub("", cellen.get("stand", ""))
    dicht = is_besloten(tekst) or stand != cellen.get("stand", "")
    termijn = cellen.get("voor", "")
    voor = dag_in(termijn, datum) or lees_datum(termijn)
    staat = _staat(stand) or (_staat(termijn) if voor is None else None)
    vraag = ""
    if termijn and voor is None and (staat is None or _staat(stand) is not None):
        vraag = f"‘{termijn}’ is geen dag; bij ‘{tekst}’ is geen termijn overgenomen."
    return GelezenLijstactie(
        actie=GelezenActie(
            door=" ".join(door.split()),
            tekst=tekst,
            voor=voor,
            toezegging=sleutel(tekst).startswith("toezegging"),
            besloten=dicht,
        ),
        staat=staat or Actiestaat.OPEN,
        stand="" if _KAAL.fullmatch(stand) else _VOORAF.sub("", stand),
        ontstaan=lees_datum(cellen.get("ontstaan", "")),
        vraag=vraag,
        regel=regel,
    )


def _staat(tekst: str) -> Actiestaat | None:
    return next((staat for staat, vorm in _STATEN if vorm.search(tekst)), None)


def _uit_regels(blokken: Sequence[WordBlok], regel: int, datum: date | None) -> Iterator[GelezenLijstactie]:
    """Yield the lines that say who does what, up to the next heading; each is asked about, for nothing frames them."""
    for blok in blokken:
        if isinstance(blok, WordKop):
            return
        if not isinstance(blok, WordAlinea | Lijst):
            continue
        for tekst in regels_van([blok]):
            regel += 1
            merk = lees_merk(tekst)
            kaal = tekst[merk[2] :].strip() if merk else tekst.strip()
            wie, punt, wat = (deel.strip() for deel in kaal.partition(":"))
            if wie and punt and wat and len(wie.split()) <= _MEESTE_NAMEN and lees_datum(wie) is None:
                uit = _actie(wat, wie, {}, datum, regel)
                actie = replace(uit.actie, voor=dag_in(wat, datum))
                yield replace(uit, actie=actie, vraag=f"‘{kaal}’ is gelezen als actie. Klopt dat?")
