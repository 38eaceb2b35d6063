"""The open part of a bundle for who has no program: a page with agenda and nota's, and papers as plain PDFs (M6)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape

from tk_desktop.domain.bereik import ALG
from tk_desktop.domain.bewerking import WEG, Waarde
from tk_desktop.domain.datum import lang
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.exchange.bundel import Leesdeel
from tk_desktop.store.werkmap import Store

Rij = Mapping[str, Waarde]
Rijen = Mapping[str, dict[str, Rij]]
_PDF = "application/pdf"
_KOP = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{titel}</title>
<style>
body {{ font: 1rem/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem; }}
li {{ margin: 0.3rem 0; }}
.punten {{ list-style: none; padding-left: 1rem; }}
</style>
</head>
<body>
"""
_VOET = """<p>De stukken staan in dit bestand naast deze bladzijde. Hernoem het zo nodig van .tkb naar .zip en pak
het uit; met TK Desktop opent u het zoals het is. Wat besloten is, staat hier niet in.</p>
</body>
</html>
"""


def make_leesmij(store: Store) -> tuple[Leesdeel, ...]:
    """Return the page and the PDFs of all that was published to everybody; nothing when nothing was.

    They follow from what readers have, not from the working copy: a draft is never in them.
    """
    stukken: list[Leesdeel] = []
    delen = [deel for vergadering in store.vergaderingen.all() for deel in _vergadering(store, vergadering.id, stukken)]
    if not delen:
        return ()
    bladzijde = _KOP.format(titel="Vergaderstukken") + "<h1>Vergaderstukken</h1>\n" + "".join(delen) + _VOET
    return (Leesdeel("lees-mij.html", bladzijde.encode()), *stukken)


def _vergadering(store: Store, vergadering_id: str, stukken: list[Leesdeel]) -> Iterator[str]:
    """Yield the piece of the page about one meeting, and add its papers."""
    rijen: dict[str, dict[str, Rij]] = {}
    for bereik, tabel, rij in sorted(store.uitwisseling.publicatie(vergadering_id)):
        if bereik == str(ALG):
            waarden = store.bewerkingen.koppen(ALG, tabel, rij)
            if waarden.get(WEG) is None:
                rijen.setdefault(tabel, {})[rij] = waarden
    vergadering = rijen.get("vergadering", {}).get(vergadering_id)
    if vergadering is None:
        return
    gremium = rijen.get("gremium", {}).get(str(vergadering.get("gremium_id")), {})
    dag = lang(date.fromisoformat(str(vergadering["datum"])))
    yield f"<h2>{escape(str(gremium.get('naam', '')))}, {escape(dag)}</h2>\n"
    brief = next(iter(rijen.get("uitnodigingsbrief", {}).values()), {})
    yield from _alineas(str(brief.get("tekst", "")))
    nummers = {id_: str(nummer) for id_, nummer in store.opname(vergadering_id).nummers.items()}
    yield from _punten(store, rijen, "", stukken, nummers)
    yield from _lijst(_stukken(store, rijen, "", stukken))


def _punten(
    store: Store, rijen: Rijen, ouder: str, stukken: list[Leesdeel], nummers: Mapping[str, str]
) -> Iterator[str]:
    """Yield the items under one, or the main ones, each by the number that it has on the whole agenda."""
    ids = _op_volgorde(rijen, "agendapunt", "ouder_id", ouder)
    if not ids:
        return
    yield "<ul class='punten'>\n"
    for id_ in ids:
        titel = escape(str(rijen["agendapunt"][id_].get("titel", "")))
        yield f"<li><strong>{escape(nummers.get(id_, ''))} {titel}</strong>\n"
        yield from _alineas(str(rijen["agendapunt"][id_].get("toelichting", "")))
        yield from _lijst(_voorstel(rijen, "agendapunt_id", id_))
        yield from _lijst(_stukken(store, rijen, id_, stukken))
        yield from _punten(store, rijen, id_, stukken, nummers)
        yield "</li>\n"
    yield "</ul>\n"


def _stukken(store: Store, rijen: Rijen, punt: str, stukken: list[Leesdeel]) -> list[str]:
    """Return the papers of an item with their bijlagen and the words of their nota's."""
    uit = []
    for id_ in _op_volgorde(rijen, "stuk", "agendapunt_id", punt):
        if str(rijen["stuk"][id_].get("hoort_bij") or "") in rijen["stuk"]:
            continue  # it stands under the paper that it belongs to
        onder = [een for een, rij in rijen["stuk"].items() if rij.get("hoort_bij") == id_]
        onder.sort(key=lambda een: (str(rijen["stuk"][een].get("volgorde", "")), een))
        bijlagen = [f"bijlage {nr}: {_stuk(store, rijen, een, stukken)}" for nr, een in enumerate(onder, 1)]
        nota = "".join(_nota(rijen, id_))
        uit.append(_stuk(store, rijen, id_, stukken, met_soort=True) + nota + "".join(_lijst(bijlagen)))
    return uit


def _nota(rijen: Rijen, stuk_id: str) -> Iterator[str]:
    """Yield the words of the nota of a paper: what is proposed, and each section."""
    for id_, nota in rijen.get("nota", {}).items():
        if nota.get("stuk_id") != stuk_id:
            continue
        yield "\n<details><summary>Lees de nota</summary>\n"
        yield from _lijst(_voorstel(rijen, "nota_id", id_))
        for rij in _onder(rijen, "nota_sectie", "nota_id", id_):
            if str(rij.get("tekst", "")).strip():
                yield f"<h3>{escape(str(rij.get('kop', '')))}</h3>\n"
                yield from _alineas(str(rij["tekst"]))
        for rij in _onder(rijen, "nota_argument", "nota_id", id_):
            yield f"<h4>{escape(platte_tekst(str(rij.get('kop', ''))))}</h4>\n"
            yield from _alineas(str(rij.get("tekst", "")))
        yield "</details>\n"


def _voorstel(rijen: Rijen, kolom: str, waarde: str) -> list[str]:
    return [escape(platte_tekst(str(rij.get("tekst", "")))) for rij in _onder(rijen, "voorstelpunt", kolom, waarde)]


def _onder(rijen: Rijen, tabel: str, kolom: str, waarde: str) -> list[Rij]:
    """Return the rows that belong to another, in their order."""
    hier = [
        (str(rij.get("volgorde", "")), id_) for id_, rij in rijen.get(tabel, {}).items() if rij.get(kolom) == waarde
    ]
    return [rijen[tabel][id_] for _, id_ in sorted(hier)]


def _alineas(tekst: str) -> Iterator[str]:
    for regel in platte_tekst(tekst).splitlines():
        if regel.strip():
            yield f"<p>{escape(regel)}</p>\n"


def _lijst(regels: Sequence[str]) -> Iterator[str]:
    if regels:
        yield "<ul>\n" + "".join(f"<li>{regel}</li>\n" for regel in regels) + "</ul>\n"


def _stuk(store: Store, rijen: Rijen, id_: str, stukken: list[Leesdeel], *, met_soort: bool = False) -> str:
    """Return a paper by its kind and title, as a link to its PDF where there is one, which is then added."""
    titel = str(rijen["stuk"][id_].get("titel", ""))
    soort = f"{escape(str(rijen['stuk'][id_].get('soort') or 'stuk'))}: " if met_soort else ""
    for versie in rijen.get("stukversie", {}).values():
        som = str(versie.get("pdf_sha256") or (versie.get("sha256") if versie.get("media") == _PDF else "") or "")
        if versie.get("stuk_id") == id_ and som and store.bestanden.plek(som).is_file():
            naam = f"stuk-{len(stukken) + 1:03}-{_slug(titel)}.pdf"
            stukken.append(Leesdeel(naam, store.bestanden.plek(som)))
            return f'{soort}<a href="{naam}">{escape(titel)}</a>'
    return soort + escape(titel)


def _op_volgorde(rijen: Rijen, tabel: str, kolom: str, waarde: str) -> list[str]:
    """Return the ids of rows whose column refers to that one (empty: to none that is here), in their order."""
    hier = rijen.get(tabel, {})
    doel = rijen.get("agendapunt", {})

    def hoort(rij: Rij) -> bool:
        van = str(rij.get(kolom) or "")
        return (van if van in doel else "") == waarde

    gevonden = [(str(rij.get("volgorde", "")), id_) for id_, rij in hier.items() if hoort(rij)]
    return [id_ for _, id_ in sorted(gevonden)]


def _slug(titel: str) -> str:
    """Return a title as part of the name of a file: letters and digits of ASCII, with dashes."""
    kaal = unicodedata.normalize("NFKD", titel.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:60] or "zonder-titel"
