"""The clipboard: what is copied comes whole into this program, into Word and into plain text."""

import html
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData

from tk_desktop.domain.opmaak import (
    Alinea,
    Blok,
    Lijst,
    Lijstpunt,
    Stukje,
    Tabel,
    Tussenkop,
    lees,
    platte_tekst,
    schrijf,
)
from tk_desktop.intake.plakken import lees_html, lees_platte_tekst

EIGEN = "application/x-tk-opmaak"
"""Stored rich text on the clipboard, for this program alone."""


def als_mime(blokken: Sequence[Blok]) -> QMimeData:
    """Return blocks for the clipboard: as stored text, as HTML and as plain text."""
    tekst = schrijf(blokken)
    mime = QMimeData()
    mime.setData(EIGEN, tekst.encode())
    mime.setHtml("".join(_als_html(blokken)))
    mime.setText(platte_tekst(tekst))
    return mime


def lees_klembord(mime: QMimeData) -> tuple[Blok, ...]:
    """Return what is on the clipboard as blocks: ours, else from HTML, else from plain text."""
    if mime.hasFormat(EIGEN):
        return lees(bytes(mime.data(EIGEN).data()).decode("utf-8", "replace"))
    blokken = lees_html(mime.html()) if mime.hasHtml() else ()
    return blokken or lees_platte_tekst(mime.text())


def _als_html(blokken: Sequence[Blok]) -> Iterator[str]:
    for blok in blokken:
        match blok:
            case Alinea(stukjes):
                yield f"<p>{_regel(stukjes)}</p>"
            case Tussenkop(stukjes):
                yield f"<h3>{_regel(stukjes)}</h3>"
            case Lijst(punten):
                yield from _lijst(punten)
            case Tabel(rijen):
                yield "<table border=1>"
                for nummer, rij in enumerate(rijen):
                    cellen = [(rij[kolom], _breed(aantal)) for kolom, aantal in blok.cellen(nummer)]
                    yield "<tr>" + "".join(f"<td{breed}>{_regel(cel)}</td>" for cel, breed in cellen) + "</tr>"
                yield "</table>"


def _breed(aantal: int) -> str:
    return f" colspan={aantal}" if aantal > 1 else ""


def _lijst(punten: Sequence[Lijstpunt]) -> Iterator[str]:
    """Yield a list, a new one at each other kind of mark."""
    soort = ""
    for punt in punten:
        eigen = _soort(punt.merk)
        if eigen != soort:
            if soort:
                yield f"</{soort[:2]}>"
            begin = punt.merk[:-1]
            yield f"<{eigen} start={begin}>" if eigen == "ol" and begin.isdecimal() else f"<{eigen}>"
            soort = eigen
        yield f"<li>{_regel(punt.stukjes)}"
        yield from _lijst(punt.onder)
        yield "</li>"
    if soort:
        yield f"</{soort[:2]}>"


def _soort(merk: str) -> str:
    if merk == "-":
        return "ul"
    return "ol" if merk[0].isdecimal() else "ol type=a"


def _regel(stukjes: Sequence[Stukje]) -> str:
    return "".join(_stukje(stukje) for stukje in stukjes)


def _stukje(stukje: Stukje) -> str:
    tekst = html.escape(stukje.tekst)
    if stukje.vet:
        tekst = f"<b>{tekst}</b>"
    if stukje.cursief:
        tekst = f"<i>{tekst}</i>"
    return f'<a href="{html.escape(stukje.link)}">{tekst}</a>' if stukje.link else tekst
