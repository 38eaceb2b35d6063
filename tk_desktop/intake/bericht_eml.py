"""Reads a message as mail servers send it and most programs keep it (.eml, RFC 5322 and MIME)."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from email import message_from_binary_file
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO
from pathlib import Path

from tk_desktop.intake.berichtdelen import MEESTE_BERICHTEN_DIEP, Ruwbericht, Ruwdeel, Ruwsoort, tekst_van_html

DIEPST = 30
"""Messages of people have three or four layers; what stands deeper is not read."""
_CID = re.compile(r"cid:([^\"'\s>)]+)", re.I)
_KOPPEN = frozenset({"from", "date", "subject", "to", "received", "message-id", "mime-version"})


def lees_eml(bron: Path | bytes, diep: int = 0) -> Ruwbericht | None:
    """Return what a message holds, ``diep`` messages inside another; ``None`` for a file that is none."""
    try:
        with BytesIO(bron) if isinstance(bron, bytes) else bron.open("rb") as stroom:
            bericht = message_from_binary_file(stroom, policy=compat32)
        _lees_bytes(bericht)
        return _gelezen(bericht, diep)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError):
        return None


def _gelezen(bericht: Message, diep: int) -> Ruwbericht | None:
    """Return what a message holds, ``diep`` messages inside the one that came."""
    koppen = {naam.lower(): str(waarde) for naam, waarde in reversed(list(bericht.raw_items()))}
    if len(_KOPPEN & set(koppen)) < 2:
        return None
    gewoon, html, delen = _inhoud(bericht, diep)
    van, adres = parseaddr(_kop(koppen.get("from", "")))
    return Ruwbericht(
        van=van,
        adres=adres,
        moment=_moment(koppen.get("date", "")),
        onderwerp=_kop(koppen.get("subject", "")),
        tekst=gewoon if gewoon.strip() else tekst_van_html(html),
        delen=delen,
    )


def _lees_bytes(bericht: Message) -> None:
    """Let headers in which bytes stand bare be text, also where the library would make question marks of them."""
    for deel in bericht.walk():
        for naam, waarde in list(deel.raw_items()):
            if isinstance(waarde, str) and not waarde.isascii():
                deel.replace_header(naam, _bytes_als_tekst(waarde))


def _inhoud(bericht: Message, diep: int) -> tuple[str, str, tuple[Ruwdeel, ...]]:
    """Return the text, the text in HTML and the parts that are neither."""
    gewoon: list[str] = []
    html: list[str] = []
    bladen: list[tuple[Message, str]] = []
    for deel in _bladen(bericht, 0):
        soort, naam = deel.get_content_type(), _naam(deel)
        is_bijlage = bool(naam) or deel.get_content_disposition() == "attachment"
        if soort == "text/plain" and not is_bijlage:
            gewoon.append(_woorden(deel))
        elif soort == "text/html" and not is_bijlage:
            html.append(_woorden(deel))
        else:
            bladen.append((deel, naam))
    alles = "\n".join(html)
    in_tekst = {verwijzing.casefold() for verwijzing in _CID.findall(alles)}
    return "\n".join(gewoon), alles, tuple(_deel(deel, naam, in_tekst, diep) for deel, naam in bladen)


def _bladen(deel: Message, diepte: int) -> Iterator[Message]:
    """Yield what is no envelope; a message in a message is one part."""
    lading = deel.get_payload()
    if deel.get_content_maintype() == "message" or not isinstance(lading, list) or diepte == DIEPST:
        yield deel
        return
    for binnen in lading:
        if isinstance(binnen, Message):
            yield from _bladen(binnen, diepte + 1)


def _deel(deel: Message, naam: str, in_tekst: set[str], diep: int) -> Ruwdeel:
    media = deel.get_content_type()
    if deel.get_content_maintype() == "message":
        lading = deel.get_payload()
        binnen = lading[0] if isinstance(lading, list) and lading and isinstance(lading[0], Message) else None
        gelezen = _gelezen(binnen, diep + 1) if binnen is not None and diep < MEESTE_BERICHTEN_DIEP else None
        return Ruwdeel(naam=naam or _onderwerp(deel), media=media, inhoud=b"", soort=Ruwsoort.BERICHT, bericht=gelezen)
    inhoud = deel.get_payload(decode=True)
    gegevens = inhoud if isinstance(inhoud, bytes) else b""
    verwijzing = str(deel.get("Content-ID", "")).strip(" <>\t").casefold()
    is_beeld = deel.get_content_maintype() == "image" and verwijzing in in_tekst
    return Ruwdeel(naam=naam, media=media, inhoud=gegevens, soort=Ruwsoort.OPMAAK if is_beeld else Ruwsoort.BESTAND)


def _onderwerp(deel: Message) -> str:
    """Return what a message in a message is about, as its name."""
    lading = deel.get_payload()
    binnen = lading[0] if isinstance(lading, list) and lading and isinstance(lading[0], Message) else deel
    return _kop(str(binnen.get("Subject", ""))) or "bericht zonder onderwerp"


def _naam(deel: Message) -> str:
    """Return the name of a part, as Outlook (encoded words), Gmail and Apple (RFC 2231) write it."""
    with suppress(ValueError, LookupError, TypeError, AttributeError):
        return _kop(deel.get_filename() or "")
    return ""


def _kop(ruw: str) -> str:
    """Return a header decoded; one that lies about how it was encoded as good as it can be read."""
    with suppress(MessageError, ValueError, LookupError):
        return str(make_header(decode_header(_bytes_als_tekst(ruw))))
    return _bytes_als_tekst(ruw)


def _bytes_als_tekst(ruw: str) -> str:
    """Return a header in which bytes stand bare: UTF-8, else as Windows writes."""
    try:
        gegevens = ruw.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return ruw
    return _ontcijferd(gegevens, "utf-8")


def _woorden(deel: Message) -> str:
    inhoud = deel.get_payload(decode=True)
    gegevens = inhoud if isinstance(inhoud, bytes) else b""
    return _ontcijferd(gegevens, deel.get_content_charset() or "utf-8")


def _ontcijferd(gegevens: bytes, tekenset: str) -> str:
    for poging in (tekenset, "utf-8"):
        with suppress(UnicodeDecodeError, LookupError, ValueError):
            return gegevens.decode(poging)
    return gegevens.decode("cp1252", "replace")


def _moment(kop: str) -> datetime | None:
    with suppress(ValueError, TypeError, OverflowError):
        return parsedate_to_datetime(kop)
    return None
