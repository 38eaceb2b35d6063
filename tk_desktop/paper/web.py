"""A paper as a web page: the same words as in PDF and Word, for a screen of any width and without any script."""

import base64
import mimetypes
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

from tk_desktop.base.files import read_bytes, replacing
from tk_desktop.domain.getal import procent
from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Stukje, Tabel, Tussenkop, schoon_adres
from tk_desktop.paper.blad import Cel, Staaf, Toon, Veld, whole_amounts

Adres = Callable[[str], str]
"""Gives the address of a named place, or nothing when the site does not have it."""
Schil = Callable[[str], str]
"""Makes a whole page of what stands in it."""

_KLASSEN = {Toon.KLEIN: "klein", Toon.NADRUK: "nadruk", Toon.RECHTS: "rechts"}


def geen_adres(_: str) -> str:
    """Give no address: for a page that leads nowhere else."""
    return ""


class WebDocument:
    """A ``Blad`` that becomes HTML (WCAG 2.1: headings, lists, header cells and labels are what they look like).

    A link to a named place becomes one to ``adres(naam)``, and plain words when that gives nothing. Links elsewhere are
    those that ``domain.opmaak.schoon_adres`` allows: nothing in a text can run. ``schil`` puts the page round it.
    """

    def __init__(self, schil: Schil, adres: Adres = geen_adres) -> None:
        self._schil = schil
        self._adres = adres
        self._delen: list[str] = []

    def html(self) -> str:
        """Return the page as it is now."""
        return self._schil("".join(self._delen))

    def title(self, tekst: str, *, anker: str = "") -> None:
        """Put the title of the page."""
        self._zet(f"<h1{_naam(anker)}>{escape(tekst)}</h1>")

    def heading(self, niveau: int, tekst: str | Sequence[Stukje], *, anker: str = "") -> None:
        """Put a heading."""
        self._zet(f"<h{niveau}{_naam(anker)}>{self._regel(tekst)}</h{niveau}>")

    def paragraph(self, tekst: str | Sequence[Stukje], toon: Toon = Toon.GEWOON) -> None:
        """Put a paragraph; an empty one is no white space here."""
        regel = self._regel(tekst)
        if regel.strip():
            klasse = f' class="{_KLASSEN[toon]}"' if toon in _KLASSEN else ""
            self._zet(f"<p{klasse}>{regel}</p>")

    def blocks(self, blokken: Sequence[Blok], *, kopniveau: int = 3) -> None:
        """Put rich text."""
        self._delen.extend(f"{blok}\n" for blok in self._blokken(blokken, kopniveau))

    def fields(self, rijen: Sequence[Sequence[Veld]]) -> None:
        """Put labels with their values; what is left open to be filled in by hand does not stand on a page."""
        gevuld = [veld for rij in rijen for veld in rij if veld.waarde]
        if gevuld:
            paren = (f"<div><dt>{escape(veld.naam)}</dt><dd>{self._cel(veld.waarde)}</dd></div>" for veld in gevuld)
            self._zet(f"<dl>{''.join(paren)}</dl>")

    def table(self, kop: Sequence[str], rijen: Sequence[Sequence[Cel]], breedtes: Sequence[float]) -> None:
        """Put a table; on a narrow screen its cells stand under each other, each behind the name of its column."""
        del breedtes  # the browser knows how wide the screen is
        koppen = "".join(f'<th role="columnheader" scope="col">{escape(naam)}</th>' for naam in kop)
        regels = "".join(f'<tr role="row">{"".join(self._rij(kop, rij))}</tr>\n' for rij in rijen)
        self._zet(
            f'<table role="table"><thead role="rowgroup"><tr role="row">{koppen}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{regels}</tbody></table>'
        )

    def figure(self, bestand: Path, *, breedte_mm: float, alternatieve_tekst: str) -> None:
        """Put a picture into the page itself."""
        soort = mimetypes.guess_type(bestand.name)[0] or "image/png"
        beeld = base64.b64encode(read_bytes(bestand)).decode("ascii")
        self._zet(
            f'<img src="data:{soort};base64,{beeld}" alt="{escape(alternatieve_tekst)}" style="width:{breedte_mm:g}mm">'
        )

    def bars(self, staven: Sequence[Staaf]) -> None:
        """Put a chart: each bar under its own words, drawn in the colours of the page."""
        for staaf in staven:
            vol = f"{staaf.aandeel * 100:.1f}"
            self._zet(
                f"<p>{escape(staaf.regel)}</p>\n"
                f'<svg class="staaf" role="img" aria-label="Staaf, gevuld voor {procent(staaf.aandeel)}" '
                f'viewBox="0 0 100 2" preserveAspectRatio="none"><rect class="heel" width="100" height="2"/>'
                f'<rect class="deel" width="{vol}" height="2"/></svg>'
            )

    def space(self, mm: float) -> None:
        """Put nothing: the style of the site gives white space."""

    def writing_room(self, lines: int) -> None:
        """Put nothing: nobody writes on a page."""

    def signatures(self, inleiding: str, wie: Sequence[tuple[str, str]]) -> None:
        """Put who signed as what."""
        if inleiding:
            self.paragraph(inleiding)
        for rol, naam in wie:
            self._zet(f'<p class="ondertekening">{escape(rol)}: {escape(naam)}</p>')

    def page_break(self) -> None:
        """Put nothing: a page on a screen has no end."""

    def write(self, target: Path) -> Path:
        """Write the page whole."""
        with replacing(target) as deel:
            deel.write_text(self.html(), encoding="utf-8", newline="\n")
        return target

    def _zet(self, html: str) -> None:
        self._delen.append(f"{html}\n")

    def _rij(self, kop: Sequence[str], rij: Sequence[Cel]) -> Iterator[str]:
        for naam, cel in zip(kop, rij, strict=True):
            leeg = "" if cel else ' class="leeg"'
            yield f'<td role="cell" data-kop="{escape(naam)}"{leeg}>{self._cel(cel)}</td>'

    def _cel(self, cel: Cel) -> str:
        if len(cel) == 1 and isinstance(cel[0], Alinea):
            return self._regel(cel[0].stukjes)
        return "".join(self._blokken(cel, 3))

    def _blokken(self, blokken: Sequence[Blok], kopniveau: int) -> Iterator[str]:
        for blok in blokken:
            match blok:
                case Alinea(stukjes):
                    yield f"<p>{self._regel(stukjes)}</p>"
                case Tussenkop(stukjes):
                    yield f"<h{kopniveau}>{self._regel(stukjes)}</h{kopniveau}>"
                case Lijst(punten):
                    yield self._lijst(punten)
                case Tabel():
                    yield self._tabel(blok)

    def _lijst(self, punten: Sequence[Lijstpunt]) -> str:
        """Return a list; numbers stand as they are printed, for other papers refer to them."""
        soort = "ul" if all(punt.merk == "-" for punt in punten) else "ol"
        regels = "".join(self._punt(punt) for punt in punten)
        return f'<{soort} role="list">{regels}</{soort}>'

    def _punt(self, punt: Lijstpunt) -> str:
        merk = "" if punt.merk == "-" else f'<span class="merk">{escape(punt.merk)}</span> '
        onder = self._lijst(punt.onder) if punt.onder else ""
        return f"<li>{merk}{self._regel(punt.stukjes)}{onder}</li>"

    def _tabel(self, blok: Tabel) -> str:
        koppen = [(self._regel(blok.rijen[0][kolom]), aantal) for kolom, aantal in blok.cellen(0)]
        kop = "".join(f'<th scope="col{"group" * (n > 1)}"{_breed(n)}>{tekst}</th>' for tekst, n in koppen)
        lijf = "".join(
            "<tr>"
            + "".join(f"<td{_breed(aantal)}>{self._regel(rij[kolom])}</td>" for kolom, aantal in blok.cellen(nummer))
            + "</tr>"
            for nummer, rij in enumerate(blok.rijen)
            if nummer
        )
        tabel = f"<table><thead><tr>{kop}</tr></thead><tbody>{lijf}</tbody></table>"
        return f'<div class="schuif" role="region" aria-label="Tabel" tabindex="0">{tabel}</div>'

    def _regel(self, tekst: str | Sequence[Stukje]) -> str:
        if isinstance(tekst, str):
            return escape(whole_amounts(tekst))
        return "".join(self._stukje(stukje) for stukje in tekst)

    def _stukje(self, stukje: Stukje) -> str:
        html = escape(whole_amounts(stukje.tekst))
        if stukje.vet:
            html = f"<strong>{html}</strong>"
        if stukje.cursief:
            html = f"<em>{html}</em>"
        if stukje.besloten:
            html = f"<u>{html}</u>"
        doel = self._adres(stukje.link[1:]) if stukje.link.startswith("#") else schoon_adres(stukje.link)
        return f'<a href="{escape(doel)}">{html}</a>' if doel and stukje.tekst.strip() else html


def _naam(anker: str) -> str:
    return f' id="{escape(anker)}"' if anker else ""


def _breed(aantal: int) -> str:
    return f' colspan="{aantal}"' if aantal > 1 else ""
