"""A besluit of the register as a page that can be read, with links to all that hangs on it."""

from collections.abc import Iterable, Iterator
from html import escape

from tk_desktop.desktop.tafelwoorden import actiezin, rondezin, stemzin, verschil_als_html
from tk_desktop.domain.agenda import Puntstaat
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.minutes.register import Dossierstap, Registerregel

PUNT, STUK, BESLUIT = "punt", "stuk", "besluit"
"""What a link leads to: the word before its colon."""


def besluit_als_html(regel: Registerregel, stappen: Iterable[Dossierstap]) -> str:
    """Return a besluit with what was proposed, who disagreed, the vote, papers, actions and its course (H11, H12)."""
    return "".join(_delen(regel, list(stappen)))


def naar_punt(vergadering_id: str, punt_id: str) -> str:
    """Return the link to an item."""
    return f"{PUNT}:{vergadering_id}/{punt_id}"


def _delen(regel: Registerregel, stappen: list[Dossierstap]) -> Iterator[str]:
    besluit = regel.besluit
    yield f"<h2>{escape(besluit.nummer)} {escape(regel.onderwerp)}</h2>"
    waar = f"{regel.gremium} {lang(regel.datum, met_dag=True)}, punt {regel.nummer}" if regel.nummer else regel.gremium
    dicht = " · besloten" if regel.besloten else ""
    yield f"<p>{_link(naar_punt(regel.vergadering_id, besluit.agendapunt_id), waar)}{dicht}</p>"
    if regel.vervangen_door:
        yield f"<p><b>Hersteld door besluit {_link(f'{BESLUIT}:{regel.vervangen_door}', regel.vervangen_door)}</b></p>"
    yield f"<h3>{escape(besluit.uitkomst.value.capitalize())}</h3>{_tekst(besluit.tekst)}"
    verschil = verschil_als_html(besluit.voorgesteld, besluit.tekst)
    if verschil:
        yield f"<h3>Voorgesteld was</h3>{_tekst(besluit.voorgesteld)}<h3>Verschil</h3><p>{verschil}</p>"
    if besluit.minderheid.strip():
        yield f"<h3>Minderheidsstandpunt</h3>{_tekst(besluit.minderheid)}"
    yield _lijst("Stemming", (escape(stemzin(stemming)) for stemming in regel.stemmingen))
    yield _lijst("Schriftelijke ronde", (escape(rondezin(ronde)) for ronde in regel.rondes))
    stukken = (
        _link(f"{STUK}:{regel.vergadering_id}/{besluit.agendapunt_id}/{stuk.id}", stuk.titel) for stuk in regel.stukken
    )
    yield _lijst("Stukken", stukken)
    yield _lijst("Acties", (escape(f"{actiezin(actie)} ({actie.staat.value})") for actie in regel.acties))
    if len(stappen) > 1:
        yield _lijst("Waar dit onderwerp behandeld is", (_stap(stap) for stap in stappen))


def _stap(stap: Dossierstap) -> str:
    waar = f"{stap.gremium} {kort(stap.datum)}{f', punt {stap.nummer}' if stap.nummer else ''}: {stap.titel}"
    wat = "; ".join(f"{een.nummer} {een.uitkomst.value}" for een in stap.besluiten)
    staat = "" if stap.staat is Puntstaat.GEAGENDEERD else stap.staat.value
    rest = " – ".join(deel for deel in (wat, staat if not wat else "") if deel)
    return _link(naar_punt(stap.vergadering_id, stap.punt_id), waar) + (f" – {escape(rest)}" if rest else "")


def _lijst(kop: str, regels: Iterable[str]) -> str:
    punten = "".join(f"<li>{regel}</li>" for regel in regels)
    return f"<h3>{kop}</h3><ul>{punten}</ul>" if punten else ""


def _tekst(rijk: str) -> str:
    return "".join(f"<p>{escape(regel)}</p>" for regel in platte_tekst(rijk).splitlines() if regel.strip())


def _link(doel: str, tekst: str) -> str:
    return f'<a href="{escape(doel)}">{escape(tekst)}</a>'
