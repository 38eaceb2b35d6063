"""The open part of a bundle for who has no program: a page with agenda and nota's, and papers as plain PDFs (M6)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape

from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.base.webnaam import webnaam
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.datum import lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Aard, Sectiesoort
from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Stukje, Tabel, Tussenkop, lees, platte_tekst
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.voorstel import Voorstelpunt, als_lijst
from tk_desktop.exchange.bundel import Leesdeel
from tk_desktop.exchange.openzicht import public_view
from tk_desktop.store.werkmap import Store

Papieren = Callable[[Momentopname], Mapping[str, bytes]]
"""Makes the agenda (under an empty name) and each nota (under the id of its paper) of a meeting as PDFs."""
_PDF = "application/pdf"
_REDENEN = {Sectiesoort.ARGUMENTEN: Aard.ARGUMENT, Sectiesoort.KANTTEKENING: Aard.KANTTEKENING}
_KOP = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{titel}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem; }}
h2 {{ border-top: 1px solid; padding-top: 1rem; margin-top: 2rem; }}
ul {{ list-style: none; padding-left: 1.2rem; }}
p {{ margin: 0.5rem 0; }}
li {{ margin: 0.3rem 0; }}
table {{ border-collapse: collapse; margin: 0.5rem 0; }}
td {{ border: 1px solid; padding: 0.2rem 0.5rem; vertical-align: top; }}
summary {{ cursor: pointer; }}
details {{ margin: 0.3rem 0 0.3rem 1.2rem; }}
</style>
</head>
<body>
"""
_VOET = """<hr>
<p>De stukken staan in dit bestand naast deze bladzijde. Hernoem het zo nodig van .tkb naar .zip en pak
het uit; met TK Desktop opent u het zoals het is. Wat besloten is, staat hier niet in.</p>
</body>
</html>
"""


def no_papers(_: Momentopname) -> Mapping[str, bytes]:
    """Make no papers: the page has the words alone."""
    return {}


def make_leesmij(
    store: Store, papieren: Papieren = no_papers, progress: Progress | None = None
) -> tuple[Leesdeel, ...]:
    """Return the page and the PDFs of all that was published to everybody; nothing when nothing was.

    They follow from what readers have, not from the working copy: a draft is never in them. ``papieren`` makes the
    agenda, and the nota's that came in no file.
    """
    stukken: list[Leesdeel] = []
    delen: list[str] = []
    with public_view(store) as opnames:
        for opname in (progress or Progress()).each(opnames, "Papieren voor iedereen maken"):
            delen += _Bladzijde(store, opname, papieren(opname), stukken).regels()
    if not delen:
        return ()
    bladzijde = _KOP.format(titel="Vergaderstukken") + "<h1>Vergaderstukken</h1>\n" + "".join(delen) + _VOET
    return (Leesdeel("lees-mij.html", bladzijde.encode()), *stukken)


class _Bladzijde:
    """The piece of the page about one meeting; the papers that it links to are added to ``stukken``."""

    def __init__(
        self, store: Store, opname: Momentopname, papieren: Mapping[str, bytes], stukken: list[Leesdeel]
    ) -> None:
        self._store = store
        self._opname = opname
        self._papieren = papieren
        self._stukken = stukken

    def regels(self) -> Iterator[str]:
        """Yield it, line by line."""
        opname = self._opname
        naam, dag = opname.gremium.naam, lang(opname.vergadering.datum)
        yield f"<h2>{escape(naam)}, {escape(dag)}</h2>\n"
        agenda = self._papieren.get("")
        if agenda:
            yield f"<p>{self._link(f'Agenda {naam} {dag}', agenda, 'De agenda als pdf')}</p>\n"
        if opname.brief is not None:
            yield from html_van(lees(opname.gevuld(opname.brief.tekst)))
        yield from self._punten([punt for punt in opname.agendapunten if opname.hoofdpunt(punt) is punt])
        yield from _lijst(self._met_bijlagen(stuk) for stuk in opname.stukken if opname.punt_van(stuk) is None)

    def _punten(self, punten: Sequence[Agendapunt]) -> Iterator[str]:
        """Yield items, each by the number that it has on the whole agenda, with those under it."""
        opname = self._opname
        if not punten:
            return
        yield "<ul class='punten'>\n"
        for punt in punten:
            yield f"<li><strong>{escape(f'{opname.nummers[punt.id]} {punt.titel}')}</strong>\n"
            yield from html_van(_voorstel(opname.voorstel(punt), opname.gevuld))
            yield from html_van(lees(opname.gevuld(punt.toelichting)))
            yield from _lijst(self._met_bijlagen(stuk) for stuk in opname.stukken_bij(punt))
            yield from self._punten([een for een in opname.agendapunten if een.ouder_id == punt.id])
            yield "</li>\n"
        yield "</ul>\n"

    def _met_bijlagen(self, stuk: Stuk) -> str:
        """Return a paper with the words of its nota and its bijlagen."""
        onder = self._opname.bijlagen_bij(stuk)
        bijlagen = [f"bijlage {self._opname.rang(een)}: {self._stuk(een)}" for een in onder]
        hoofd = f"{escape(stuk.soort.value)}: {self._stuk(stuk)}"
        return hoofd + "".join(self._nota(stuk)) + "".join(_lijst(bijlagen))

    def _stuk(self, stuk: Stuk) -> str:
        """Return a paper by its title, as a link to its PDF where there is one, which is then added."""
        versie = self._opname.versies.get(stuk.id)
        som = "" if versie is None else versie.pdf_sha256 or (versie.sha256 if versie.media == _PDF else "")
        if som and self._store.bestanden.plek(som).is_file():
            return self._link(stuk.titel, self._store.bestanden.plek(som), stuk.titel)
        eigen = self._papieren.get(stuk.id)
        return self._link(stuk.titel, eigen, stuk.titel) if eigen else escape(stuk.titel)

    def _nota(self, stuk: Stuk) -> Iterator[str]:
        """Yield the words of the nota of a paper: each section, what is proposed and the reasons for it."""
        nota = self._opname.notas.get(stuk.id)
        if nota is None:
            return

        def vul(tekst: str) -> str:
            return self._opname.gevuld(tekst, stuk)

        yield "\n<details><summary>Lees de nota</summary>\n"
        for sectie in sorted(nota.secties, key=lambda een: (een.volgorde, een.id)):
            delen = list(html_van(lees(vul(sectie.tekst))))
            if sectie.soort is Sectiesoort.VOORSTEL:
                delen = [*html_van(_voorstel(nota.voorstel, vul)), *delen]
            for nummer, reden in nota.redenen(_REDENEN[sectie.soort]) if sectie.soort in _REDENEN else ():
                delen.append(f"<h4>{escape(f'{nummer} {platte_tekst(reden.kop)}'.strip())}</h4>\n")
                delen += html_van(lees(vul(reden.tekst)))
            if delen:
                yield f"<h3>{escape(sectie.kop)}</h3>\n" + "".join(delen)
        yield "</details>\n"

    def _link(self, titel: str, bron: bytes | Pad, woorden: str) -> str:
        """Add a PDF, and return the link to it."""
        naam = f"stuk-{len(self._stukken) + 1:03}-{webnaam(titel)}.pdf"
        self._stukken.append(Leesdeel(naam, bron))
        return f'<a href="{naam}">{escape(woorden)}</a>'


def html_van(blokken: Iterable[Blok]) -> Iterator[str]:
    """Yield rich text as HTML: paragraphs, headings, lists and tables; of spans the words and what is stressed."""
    for blok in blokken:
        match blok:
            case Alinea(stukjes=stukjes):
                yield f"<p>{_woorden(stukjes)}</p>\n"
            case Tussenkop(stukjes=stukjes):
                yield f"<h4>{_woorden(stukjes)}</h4>\n"
            case Lijst(punten=punten):
                yield from _lijstpunten(punten)
            case Tabel(rijen=rijen):
                cellen = ("".join(f"<td>{_woorden(cel)}</td>" for cel in rij) for rij in rijen)
                yield "<table>\n" + "".join(f"<tr>{rij}</tr>\n" for rij in cellen) + "</table>\n"


def _lijstpunten(punten: Sequence[Lijstpunt]) -> Iterator[str]:
    if not punten:
        return
    yield "<ul>\n"
    for punt in punten:
        yield f"<li>{escape(punt.merk)} {_woorden(punt.stukjes)}\n"
        yield from _lijstpunten(punt.onder)
        yield "</li>\n"
    yield "</ul>\n"


def _woorden(stukjes: Iterable[Stukje]) -> str:
    uit = ""
    for stukje in stukjes:
        tekst = escape(stukje.tekst)
        tekst = f"<em>{tekst}</em>" if stukje.cursief else tekst
        uit += f"<strong>{tekst}</strong>" if stukje.vet else tekst
    return uit


def _voorstel(punten: Sequence[Voorstelpunt], vul: Callable[[str], str]) -> tuple[Blok, ...]:
    lijst = als_lijst(punten, vul)
    return () if lijst is None else (lijst,)


def _lijst(regels: Iterable[str]) -> Iterator[str]:
    alle = "".join(f"<li>{regel}</li>\n" for regel in regels)
    if alle:
        yield f"<ul>\n{alle}</ul>\n"
