"""The open part of a bundle for who has no program: a page with the agenda, and the papers as plain PDFs (M6)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape

from tk_desktop.domain.bereik import ALG
from tk_desktop.domain.bewerking import WEG, Waarde
from tk_desktop.domain.datum import lang
from tk_desktop.exchange.bundel import Leesdeel
from tk_desktop.store.werkmap import Store

Rij = Mapping[str, Waarde]
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
    yield from _punten(store, rijen, "", stukken)
    yield from _lijst([_stuk(store, rijen, id_, stukken) for id_ in _op_volgorde(rijen, "stuk", "agendapunt_id", "")])


def _punten(store: Store, rijen: Mapping[str, dict[str, Rij]], ouder: str, stukken: list[Leesdeel]) -> Iterator[str]:
    ids = _op_volgorde(rijen, "agendapunt", "ouder_id", ouder)
    if not ids:
        return
    yield "<ol>\n"
    for id_ in ids:
        yield f"<li>{escape(str(rijen['agendapunt'][id_].get('titel', '')))}\n"
        van_punt = _op_volgorde(rijen, "stuk", "agendapunt_id", id_)
        yield from _lijst([_stuk(store, rijen, stuk, stukken) for stuk in van_punt])
        yield from _punten(store, rijen, id_, stukken)
        yield "</li>\n"
    yield "</ol>\n"


def _lijst(regels: Sequence[str]) -> Iterator[str]:
    if regels:
        yield "<ul>\n" + "".join(f"<li>{regel}</li>\n" for regel in regels) + "</ul>\n"


def _stuk(store: Store, rijen: Mapping[str, dict[str, Rij]], id_: str, stukken: list[Leesdeel]) -> str:
    """Return a paper by its title, as a link to its PDF where there is one, which is then added."""
    titel = str(rijen["stuk"][id_].get("titel", ""))
    for versie in rijen.get("stukversie", {}).values():
        som = str(versie.get("pdf_sha256") or (versie.get("sha256") if versie.get("media") == _PDF else "") or "")
        if versie.get("stuk_id") == id_ and som and store.bestanden.plek(som).is_file():
            naam = f"stuk-{len(stukken) + 1:03}-{_slug(titel)}.pdf"
            stukken.append(Leesdeel(naam, store.bestanden.plek(som)))
            return f'<a href="{naam}">{escape(titel)}</a>'
    return escape(titel)


def _op_volgorde(rijen: Mapping[str, dict[str, Rij]], tabel: str, kolom: str, waarde: str) -> list[str]:
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
