"""Reads a message that was dragged out of Outlook (.msg): a file of properties (MS-OXMSG)."""

import io
import re
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from email.parser import HeaderParser
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from typing import TypeVar

from olefile import OleFileIO
from oxmsg import Message
from oxmsg.attachment import Attachment
from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from tk_desktop.intake.berichtdelen import MEESTE_BERICHTEN_DIEP, Ruwbericht, Ruwdeel, Ruwsoort, tekst_van_html

T = TypeVar("T")
_FOUTEN = (
    OSError, ValueError, LookupError, AttributeError, TypeError, ArithmeticError, AssertionError, RecursionError,
    struct.error, UnrecognizedCodePageError, UnsupportedEncodingError,
)  # fmt: skip
"""What the library raises of a file that is not what it says."""

_ONDERWERP, _KOPPEN, _TEKST, _HTML = 0x0037, 0x007D, 0x1000, 0x1013
_NAAM_AFZENDER, _ADRES_AFZENDER, _SMTP_AFZENDER = 0x0C1A, 0x0C1F, 0x5D01
_VERZONDEN, _BEZORGD = 0x0039, 0x0E06
_GEGEVENS, _KORTE_NAAM, _WIJZE, _LANGE_NAAM, _MEDIA, _VERWIJZING, _VLAGGEN = (
    0x3701, 0x3704, 0x3705, 0x3707, 0x370E, 0x3712, 0x3714,
)  # fmt: skip
_TITEL = 0x3001
_INGEBED, _EIGENSCHAPPEN, _KOP_INGEBED = "__substg1.0_3701000D", "__properties_version1.0", 24
_CID = re.compile(r"cid:([^\"'\s>)]+)", re.I)
_IS_BERICHT, _IS_VERWIJZING, _IN_TEKST = 5, (2, 3, 4, 7), 4


def lees_msg(bron: Path | bytes, diep: int = 0) -> Ruwbericht | None:
    """Return what a message holds, ``diep`` messages inside another; ``None`` for a file that is none."""
    try:
        gegevens = bron if isinstance(bron, bytes) else bron.read_bytes()
        if _is_longer(gegevens):
            return None
        bericht = Message.load(io.BytesIO(gegevens))
    except _FOUTEN:
        return None
    return _gelezen(bericht, diep)


def _is_longer(gegevens: bytes) -> bool:
    """Tell whether what a file says to hold is longer than itself.

    Of a stream said to be 4 GB whose sectors lead to each other in a ring the library reads all 4 GB.
    """
    with OleFileIO(io.BytesIO(gegevens)) as ole:
        knopen = [knoop for knoop in ole.direntries if knoop is not None]
        lengte = int(sum(knoop.size for knoop in knopen if knoop is not ole.root))
        return max(lengte, int(ole.root.size)) > len(gegevens)


def _gelezen(bericht: Message, diep: int) -> Ruwbericht | None:
    try:
        velden = bericht.properties
        bijlagen = bericht.attachments
        if not any(True for _ in velden):
            return None
    except _FOUTEN:
        return None
    html = _of(lambda: bericht.html_body) or ""
    koppen = HeaderParser().parsestr(_woord(velden, _KOPPEN), headersonly=True)
    naam, adres = parseaddr(str(koppen.get("From", "")))
    eigen = _woord(velden, _SMTP_AFZENDER) or _woord(velden, _ADRES_AFZENDER)
    return Ruwbericht(
        van=_woord(velden, _NAAM_AFZENDER) or naam,
        adres=eigen if "@" in eigen else adres,
        moment=_moment(velden, str(koppen.get("Date", ""))),
        onderwerp=_woord(velden, _ONDERWERP),
        tekst=_woord(velden, _TEKST) or tekst_van_html(html),
        delen=tuple(_deel(bijlage, {cid.casefold() for cid in _CID.findall(html)}, diep) for bijlage in bijlagen),
    )


def _deel(bijlage: Attachment, in_tekst: set[str], diep: int) -> Ruwdeel:
    """Return one attachment; one that is damaged has no contents."""
    velden = _of(lambda: bijlage.properties)
    if velden is None:
        return Ruwdeel(naam="", media="", inhoud=b"")
    wijze = _of(lambda: velden.int_prop_value(_WIJZE)) or 1
    vlaggen = _of(lambda: velden.int_prop_value(_VLAGGEN)) or 0
    soort = Ruwsoort.BESTAND
    if wijze == _IS_BERICHT:
        soort = Ruwsoort.BERICHT
    elif wijze in _IS_VERWIJZING:
        soort = Ruwsoort.VERWIJZING
    elif vlaggen & _IN_TEKST or _woord(velden, _VERWIJZING).strip("<> ").casefold() in in_tekst:
        soort = Ruwsoort.OPMAAK
    naam = _woord(velden, _LANGE_NAAM) or _woord(velden, _KORTE_NAAM) or _woord(velden, _TITEL)
    return Ruwdeel(
        naam=naam,
        media=_woord(velden, _MEDIA).lower(),
        inhoud=b"" if soort is Ruwsoort.BERICHT else _of(lambda: velden.binary_prop_value(_GEGEVENS)) or b"",
        soort=soort,
        bericht=_binnenin(bijlage, diep + 1) if soort is Ruwsoort.BERICHT and diep < MEESTE_BERICHTEN_DIEP else None,
    )


def _binnenin(bijlage: Attachment, diep: int) -> Ruwbericht | None:
    """Return the message that an attachment is; ``None`` when it is damaged.

    Its properties have a head of another length than those of a message by itself, which is all the library knows.
    """
    delen: Sequence[Storage] = _of(lambda: bijlage._storage.storages) or ()  # type: ignore[attr-defined]
    map_ = next((deel for deel in delen if deel.name == _INGEBED), None)
    if map_ is None:
        return None
    stromen = tuple(
        replace(stroom, bytes_=stroom.bytes_[:_KOP_INGEBED] + bytes(8) + stroom.bytes_[_KOP_INGEBED:])
        if stroom.name == _EIGENSCHAPPEN
        else stroom
        for stroom in map_.streams
    )
    return _gelezen(Message(replace(map_, streams=stromen)), diep)


def _moment(velden: Properties, kop: str) -> datetime | None:
    """Return when it was sent, with the offset of the sender where the message tells it, else of this computer."""
    with suppress(ValueError, TypeError, OverflowError):
        return parsedate_to_datetime(kop)
    for veld in (_VERZONDEN, _BEZORGD):
        moment = _of(lambda veld=veld: velden.date_prop_value(veld))  # type: ignore[misc]
        if moment is not None:
            return moment.astimezone()
    return None


def _woord(velden: Properties, veld: int) -> str:
    tekst = _of(lambda: velden.str_prop_value(veld))
    return (tekst or "").rstrip("\0")


def _of(lees: Callable[[], T | None]) -> T | None:
    """Return what is read, or nothing of a property that is damaged."""
    try:
        return lees()
    except _FOUTEN:
        return None
