"""The text of a message that was copied in a mail program and pasted here, as a message to be kept and read."""

import re
from datetime import datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr, parseaddr

from tk_desktop.domain.datum import lees_datum

LANGSTE = 1_000_000
_KOP = re.compile(
    r"\s*\**(?P<naam>van|from|verzonden|sent|datum|date|onderwerp|subject|aan|to|cc|bijlagen?|attachments?)\s*:\**\s*"
    r"(?P<waarde>.*)",
    re.I,
)
_VELDEN = {"van": "van", "from": "van", "verzonden": "dag", "sent": "dag", "datum": "dag", "date": "dag",
           "onderwerp": "onderwerp", "subject": "onderwerp"}  # fmt: skip


def bericht_van_tekst(tekst: str) -> bytes:
    """Return a pasted text as a message (.eml): headers above it, as Outlook copies them, tell sender, day, subject."""
    regels = tekst[:LANGSTE].replace("\0", "").replace("\r\n", "\n").strip().split("\n")
    gelezen: dict[str, str] = {}
    over = 0
    for plek, regel in enumerate(regels[:12]):
        treffer = _KOP.fullmatch(regel)
        if treffer is None and regel.strip():
            break
        if treffer is not None:
            gelezen.setdefault(_VELDEN.get(treffer["naam"].lower(), "-"), treffer["waarde"].strip())
            over = plek + 1
    if not {"van", "onderwerp"} & set(gelezen):
        gelezen, over = {}, 0
    bericht = EmailMessage(policy=SMTP)
    naam, adres = parseaddr(_kaal(gelezen.get("van", "")).replace("[mailto:", "<").replace("]", ">"))
    bericht["Subject"] = _kaal(gelezen.get("onderwerp", "")) or "Geplakt bericht"
    bericht["MIME-Version"] = "1.0"
    if (naam or adres) and adres.isascii():
        bericht["From"] = formataddr((naam, adres), charset="utf-8") if adres else _alleen_naam(naam)
    dag = lees_datum(gelezen.get("dag", ""))
    if dag is not None:
        bericht["Date"] = datetime.combine(dag, time(12)).astimezone()
    bericht.set_content("\n".join(regels[over:]).strip() + "\n", charset="utf-8")
    return bericht.as_bytes()


def _kaal(tekst: str) -> str:
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())[:300]


def _alleen_naam(naam: str) -> str:
    return formataddr((naam, "onbekend@invalid"), charset="utf-8")
