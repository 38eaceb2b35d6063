"""A besluit of the register as a page that can be read, with links to all that hangs on it."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tk_desktop.desktop.sitting.tafelwoorden import actiezin, stemzin, verschil_als_html
from tk_desktop.domain.agenda import Puntstaat
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.rondewoorden import rondezin
from tk_desktop.domain.stemming import Stemming
from tk_desktop.domain.stemwoorden import kanten
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.minutes.register import Dossierstap, Registerregel
from tk_desktop.minutes.verslagblad import Verslagblad

PUNT, STUK, BESLUIT, ACTIE, TAFEL, BLAD = "punt", "stuk", "besluit", "actie", "tafel", "blad"
"""What a link leads to: the word before its colon."""

_INSPRINGEN = 2
"""Spaces by which a list within a list stands further in (``platte_tekst``)."""


def besluit_als_html(
    regel: Registerregel,
    stappen: Iterable[Dossierstap],
    blad: Verslagblad | None = None,
    gevolgen: Sequence[str] = (),
) -> str:
    """Return a besluit with what was proposed, who disagreed, the vote, papers, actions and its course (H11, H12).

    ``blad`` is the page of the verslag that tells it, if a later meeting has that; ``gevolgen`` what it changed in a
    programme (N5).
    """
    gewijzigd = _lijst("Gewijzigd in het programma", (escape(een) for een in gevolgen))
    return "".join([*_delen(regel, list(stappen), blad), gewijzigd])


def besloten_woord(regel: Registerregel) -> str:
    """Return whether a line is for everybody: nothing when all of it is."""
    return "besloten" if regel.besloten else "deels besloten" if regel.deels else ""


def naar_punt(vergadering_id: str, punt_id: str) -> str:
    """Return the link to an item."""
    return f"{PUNT}:{vergadering_id}/{punt_id}"


def _delen(regel: Registerregel, stappen: list[Dossierstap], blad: Verslagblad | None) -> Iterator[str]:
    besluit = regel.besluit
    yield f"<h2>{escape(besluit.nummer)} {escape(regel.onderwerp)}</h2>"
    waar = f"{regel.gremium} {lang(regel.datum, met_dag=True)}, punt {regel.nummer}" if regel.nummer else regel.gremium
    dicht = f" · {woord}" if (woord := besloten_woord(regel)) else ""
    yield f"<p>{_link(naar_punt(regel.vergadering_id, besluit.agendapunt_id), waar)}{dicht}</p>"
    if regel.vervangen_door:
        yield f"<p><b>Hersteld door besluit {_link(f'{BESLUIT}:{regel.vervangen_door}', regel.vervangen_door)}</b></p>"
    yield f"<h3>{escape(besluit.uitkomst.value.capitalize())}</h3>{_tekst(besluit.tekst)}"
    verschil = verschil_als_html(besluit.voorgesteld, besluit.tekst)
    if verschil:
        yield f"<h3>Voorgesteld was</h3>{_tekst(besluit.voorgesteld)}"
    if verschil and not besluit.uitkomst.laat_voorstel_open:
        yield f"<h3>Verschil</h3><p>{verschil}</p>"
    if besluit.minderheid.strip():
        yield f"<h3>Minderheidsstandpunt</h3>{_tekst(besluit.minderheid)}"
    aan_tafel = f"{TAFEL}:{regel.vergadering_id}/{besluit.agendapunt_id}" if regel.nummer else ""
    yield _lijst("Stemming", (_stemming(stemming, aan_tafel) for stemming in regel.stemmingen))
    yield _lijst("Schriftelijke ronde", (_link(aan_tafel, rondezin(ronde)) for ronde in regel.rondes))
    yield f"<h3>Verslag</h3><p>{_link(aan_tafel, _verslag(regel))}</p>{_tekst(regel.besproken)}"
    if blad is not None:
        doel = f"{BLAD}:{blad.vergadering_id}/{blad.punt_id}/{blad.stuk_id}/{blad.pagina}"
        yield f"<p>{_link(doel, f'Verslag, bladzijde {blad.pagina}')}</p>"
    stukken = (
        _link(f"{STUK}:{regel.vergadering_id}/{besluit.agendapunt_id}/{stuk.id}", stuk.titel) for stuk in regel.stukken
    )
    yield _lijst("Stukken", stukken)
    acties = (_link(f"{ACTIE}:{actie.id}", f"{actiezin(actie)} ({actie.staat.value})") for actie in regel.acties)
    yield _lijst("Acties", acties)
    if len(stappen) > 1:
        yield _lijst("Waar dit onderwerp behandeld is", (_stap(stap, besluit.agendapunt_id) for stap in stappen))


def _stap(stap: Dossierstap, hier: str) -> str:
    """Return a step with links to its item and to each besluit; the step of this besluit stands out."""
    waar = f"{stap.gremium} {kort(stap.datum)}{f', punt {stap.nummer}' if stap.nummer else ''}: {stap.titel}"
    besluiten = [f"{_besluit(een)} {escape(een.uitkomst.value)}" for een in stap.besluiten]
    staat = "" if stap.staat is Puntstaat.GEAGENDEERD else escape(stap.staat.value)
    rest = "; ".join(besluiten) or staat or ("nog geen besluit" if stap.nummer else "")
    zin = _link(naar_punt(stap.vergadering_id, stap.punt_id), waar) + (f" – {rest}" if rest else "")
    return f"<b>{zin}</b> (hier)" if stap.punt_id == hier else zin


def _besluit(een: Besluit) -> str:
    """Return a besluit by its number, with the link to its line in the register."""
    return _link(f"{BESLUIT}:{een.nummer}", een.nummer) if een.nummer else ""


def _lijst(kop: str, regels: Iterable[str]) -> str:
    punten = "".join(f"<li>{regel}</li>" for regel in regels)
    return f"<h3>{kop}</h3><ul>{punten}</ul>" if punten else ""


def _tekst(rijk: str) -> str:
    """Return a text by its lines; those of a list within a list stand further in, as on paper."""
    return "".join(_regel(regel) for regel in platte_tekst(rijk).splitlines() if regel.strip())


def _regel(regel: str) -> str:
    woorden = regel.lstrip()
    diep = (len(regel) - len(woorden)) // _INSPRINGEN
    stijl = f' style="-qt-block-indent: {diep}"' if diep else ""
    return f"<p{stijl}>{escape(woorden)}</p>"


def _stemming(stemming: Stemming, doel: str) -> str:
    """Return a vote with who voted what, as far as that is known."""
    return "<br>".join([_link(doel, stemzin(stemming)), *(escape(zin) for zin in kanten(stemming))])


def _verslag(regel: Registerregel) -> str:
    """Return of which meeting the verslag is, and whether it was approved."""
    op = regel.verslag.vastgesteld_op
    vast = f"vastgesteld op {kort(op)}" if op and regel.verslag.staat is Verslagstaat.VASTGESTELD else "nog een concept"
    bij = f", bij punt {regel.nummer}" if regel.nummer else ""
    return f"Verslag van {kort(regel.datum)}{bij}, {vast}"


def _link(doel: str, tekst: str) -> str:
    if not doel:
        return escape(tekst)
    return f'<a href="{escape(doel)}">{escape(tekst)}</a>'
