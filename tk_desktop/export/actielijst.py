"""The list of acties and toezeggingen: on paper, as a workbook and for a calendar (I6)."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import xlsxwriter
from icalendar import Calendar, Todo, vDatetime, vText

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import P
from tk_desktop.domain.actie import Actie, Actiestaat
from tk_desktop.domain.actielijst import Actiepost, Indeling, deel_in
from tk_desktop.domain.datum import kort, lang
from tk_desktop.export.lijstrekenblad import write_sheet
from tk_desktop.export.vorm import Vorm, document_in
from tk_desktop.paper.blad import Blad, Toon, cel

KOLOMMEN = (
    ("Actie", 60),
    ("Soort", 12),
    ("Door", 24),
    ("Voor", 12),
    ("Stand", 12),
    ("Te laat", 8),
    ("Gremium", 14),
    ("Uit", 30),
    ("Ontstaan", 12),
    ("Afgedaan", 12),
    ("Laatste bericht", 48),
    ("Portefeuillehouder", 24),
    ("Besloten", 10),
)
"""The columns of the workbook, with their widths in characters."""
BESLOTEN = "Besloten: dit stuk bevat wat achter gesloten deuren is besproken."
"""Under the title of a list with an action that is not for everybody."""
_TITEL = "Actielijst"
_STAAT = {
    Actiestaat.OPEN: "NEEDS-ACTION",
    Actiestaat.BEZIG: "IN-PROCESS",
    Actiestaat.GEDAAN: "COMPLETED",
    Actiestaat.VERVALLEN: "CANCELLED",
}
"""What a calendar calls how far a task is (RFC 5545, 3.8.1.11)."""


def write_actielijst(
    posten: Sequence[Actiepost],
    target: P,
    vorm: Vorm,
    *,
    op: date,
    huisstijl: str = "neutraal",
    wie: str = "",
    per: Indeling = Indeling.PERSOON,
    merken: Sequence[str] = (),
) -> P:
    """Write the list by owner or by body, as it stands on a day, and return the file (I6).

    ``wie`` is said under the title: whose list it is. ``merken`` are stamps for each page; a list with anything that is
    besloten bears that word on each page too (J8). Raises ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    dicht = any(post.besloten for post in posten)
    titel = f"{_TITEL} {kort(op)}{' (besloten)' if dicht else ''}"
    document = document_in(vorm, titel=titel, huisstijl=huisstijl, datum=op, merken=merken)
    schrijf_actielijst(document, posten, op=op, wie=wie, per=per)
    return document.write(target)


def write_actielijst_xlsx(posten: Sequence[Actiepost], target: Path, *, op: date) -> Path:
    """Write the list as a workbook with a row for each action, and return it; no text in it is ever a formula (I6)."""
    stroom = BytesIO()
    with xlsxwriter.Workbook(stroom, {"in_memory": True}) as boek:
        boek.set_properties({"title": f"{_TITEL} {kort(op)}", "created": datetime.combine(op, time())})
        write_sheet(boek, _TITEL, KOLOMMEN, [_cellen(een, op) for een in posten])
    with replacing(target) as half:
        half.write_bytes(stroom.getvalue())
    return target


def write_actielijst_ics(posten: Iterable[Actiepost], target: Path) -> Path:
    """Write the actions that have a day as tasks for a calendar, and return the file (I5).

    A task keeps its ``UID``, so that a calendar that takes the file in again changes what it has. The same actions give
    the same bytes: the only moment in the file is the day on which an action came up.
    """
    kalender = Calendar()
    kalender.add("prodid", "-//TK Desktop//NL")
    kalender.add("version", "2.0")
    for post in posten:
        if post.actie.voor is not None:
            kalender.add_component(_taak(post, post.actie.voor))
    with replacing(target) as half:
        half.write_bytes(kalender.to_ical())
    return target


def schrijf_actielijst(
    blad: Blad, posten: Sequence[Actiepost], *, op: date, wie: str = "", per: Indeling = Indeling.PERSOON
) -> None:
    """Put the list on paper: a heading for each owner, or body, with a table of what is to be done."""
    blad.title(_TITEL)
    blad.paragraph(f"Stand op {lang(op, met_dag=True)}{f' · {wie}' if wie else ''}", Toon.KLEIN)
    if any(post.besloten for post in posten):
        blad.paragraph(BESLOTEN, Toon.NADRUK)
    if not posten:
        blad.paragraph("Er zijn geen acties.")
    persoon = per is Indeling.PERSOON
    for naam, van in deel_in(posten, per):
        blad.heading(2, naam or ("Nog niemand" if persoon else "Zonder gremium"))
        rijen = [
            (
                cel(post.actie.tekst),
                cel(kort(post.actie.voor) if post.actie.voor else ""),
                cel((post.uit or post.gremium) if persoon else post.actie.door or "Nog niemand"),
                cel(f"{_stand(post.actie, op)}{' (besloten)' if post.besloten else ''}"),
            )
            for post in van
        ]
        blad.table(("Actie", "Voor", "Uit" if persoon else "Door", "Stand"), rijen, (46, 12, 20, 22))


def _stand(actie: Actie, op: date) -> str:
    """Return how far an action is, in a few words: ``open, te laat: 12-3-2026 gemaild``."""
    laat = ", te laat" if actie.is_te_laat(op) else ""
    laatste = f": {kort(actie.laatste.datum)} {actie.laatste.tekst}" if actie.laatste else ""
    return f"{actie.staat.value}{laat}{laatste}"


def _cellen(post: Actiepost, op: date) -> tuple[str | date, ...]:
    actie = post.actie
    laatste = actie.laatste
    return (
        actie.tekst,
        actie.soort.value,
        actie.door,
        actie.voor or "",
        actie.staat.value,
        "ja" if actie.is_te_laat(op) else "",
        post.gremium,
        post.uit,
        actie.ontstaan,
        actie.afgedaan or "",
        f"{kort(laatste.datum)} {laatste.tekst}" if laatste else "",
        actie.portefeuillehouder,
        "besloten" if post.besloten else "",
    )


def _taak(post: Actiepost, voor: date) -> Todo:
    actie = post.actie
    taak = Todo()
    taak.add("uid", f"{actie.id}@tk-desktop")
    taak.add("dtstamp", vDatetime(datetime.combine(actie.ontstaan, datetime.min.time(), UTC)))
    tekst = f"{actie.tekst} ({actie.door})" if actie.door else actie.tekst
    taak.add("summary", vText(f"Besloten: {tekst}" if post.besloten else tekst))
    if post.besloten:
        taak.add("class", "CONFIDENTIAL")  # who may look along in a calendar does not see it
    taak.add("due", voor + timedelta(days=1))  # the end of the day by which it is to be done
    taak.add("status", _STAAT[actie.staat])
    if post.uit:
        taak.add("description", vText(post.uit))
    return taak
