"""Messages as mail programs write them, with what differs between them: names, pictures, texts and boundaries."""

import base64
import quopri
import struct
from email.message import EmailMessage
from pathlib import Path

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def _blok(gegevens: bytes) -> str:
    return base64.encodebytes(gegevens).decode().replace("\n", "\r\n")


def van_outlook(pad: Path, tekst: str, bijlagen: list[tuple[str, bytes]], onderwerp: str = "Stukken BC") -> Path:
    """Outlook through Exchange: multipart/mixed over related over alternative, names as encoded words, a logo."""
    html = f'<html><body><p class=MsoNormal>{tekst}</p><img src="cid:image001.png@01DA"></body></html>'
    delen = [
        "From: =?utf-8?Q?Ren=C3=A9e_van_de_K=C3=B6lk?= <R.vandeKolk@waterkant.example>",
        "To: Secretariaat <secretariaat@waterkant.example>",
        f"Subject: =?utf-8?B?{base64.b64encode(onderwerp.encode()).decode()}?=",
        "Thread-Topic: Stukken",
        "Date: Mon, 16 Feb 2026 09:12:44 +0100",
        "Message-ID: <AM0PR01MB@eurprd01.example>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="_004_M_"',
        "",
        "--_004_M_",
        'Content-Type: multipart/related; type="multipart/alternative"; boundary="_003_R_"',
        "",
        "--_003_R_",
        'Content-Type: multipart/alternative; boundary="_002_A_"',
        "",
        "--_002_A_",
        'Content-Type: text/plain; charset="iso-8859-1"',
        "Content-Transfer-Encoding: quoted-printable",
        "",
        quopri.encodestring(tekst.encode("iso-8859-1", "replace")).decode(),
        "--_002_A_",
        'Content-Type: text/html; charset="utf-8"',
        "",
        html,
        "--_002_A_--",
        "--_003_R_",
        'Content-Type: image/png; name="image001.png"',
        'Content-Disposition: inline; filename="image001.png"',
        "Content-ID: <image001.png@01DA>",
        "Content-Transfer-Encoding: base64",
        "",
        _blok(PNG),
        "--_003_R_--",
    ]
    for naam, inhoud in bijlagen:
        woord = f"=?utf-8?B?{base64.b64encode(naam.encode()).decode()}?="
        delen += [
            "--_004_M_",
            f'Content-Type: application/octet-stream; name="{woord}"',
            f'Content-Disposition: attachment; filename="{woord}"; size={len(inhoud)}',
            "Content-Transfer-Encoding: base64",
            "",
            _blok(inhoud),
        ]
    pad.write_bytes("\r\n".join([*delen, "--_004_M_--", ""]).encode())
    return pad


def van_thunderbird(pad: Path, tekst: str, bijlagen: list[tuple[str, bytes]], onderwerp: str = "Stukken BC") -> Path:
    """Thunderbird: one plain text that flows, names by RFC 2231."""
    bericht = EmailMessage()
    bericht["From"] = "Joost Veerman <j.veerman@veenhoek.example>"
    bericht["To"] = "secretariaat@waterkant.example"
    bericht["Subject"] = onderwerp
    bericht["Date"] = "Tue, 17 Feb 2026 21:03:01 +0100"
    bericht["User-Agent"] = "Mozilla Thunderbird"
    bericht.set_content(tekst, charset="utf-8")
    for naam, inhoud in bijlagen:
        bericht.add_attachment(inhoud, maintype="application", subtype="octet-stream", filename=naam)
    pad.write_bytes(bericht.as_bytes())
    return pad


def van_gmail(pad: Path, tekst: str, bijlagen: list[tuple[str, bytes]], onderwerp: str = "Stukken BC") -> Path:
    """Gmail: alternative with div's, every attachment with a Content-ID and an X-Attachment-Id."""
    delen = [
        "MIME-Version: 1.0",
        "Date: Wed, 18 Feb 2026 08:00:10 +0100",
        "Message-ID: <CAF@mail.example>",
        f"Subject: =?UTF-8?Q?{quopri.encodestring(onderwerp.encode(), header=True).decode()}?=",
        "From: Anna de Bruin <anna.debruin@kadedorp.example>",
        "To: secretariaat@waterkant.example",
        'Content-Type: multipart/mixed; boundary="0000a1"',
        "",
        "--0000a1",
        'Content-Type: multipart/alternative; boundary="0000a2"',
        "",
        "--0000a2",
        'Content-Type: text/plain; charset="UTF-8"',
        "Content-Transfer-Encoding: base64",
        "",
        _blok(tekst.encode()),
        "--0000a2",
        'Content-Type: text/html; charset="UTF-8"',
        "",
        f'<div dir="ltr">{tekst}</div>',
        "--0000a2--",
    ]
    for nummer, (naam, inhoud) in enumerate(bijlagen):
        delen += [
            "--0000a1",
            f'Content-Type: application/pdf; name="{naam}"',
            f'Content-Disposition: attachment; filename="{naam}"',
            "Content-Transfer-Encoding: base64",
            f"Content-ID: <f_m{nummer}>",
            f"X-Attachment-Id: f_m{nummer}",
            "",
            _blok(inhoud),
        ]
    pad.write_bytes("\r\n".join([*delen, "--0000a1--", ""]).encode())
    return pad


def van_iphone(pad: Path, tekst: str, bijlagen: list[tuple[str, bytes]], onderwerp: str = "Stukken BC") -> Path:
    """An iPhone: texts between the attachments, which stand inline, also a pdf."""
    delen = [
        "Content-Type: multipart/mixed; boundary=Apple-Mail-77",
        "Content-Transfer-Encoding: 7bit",
        "From: Petra Sluis <petra@sluis.example>",
        "Mime-Version: 1.0 (1.0)",
        "Date: Thu, 19 Feb 2026 07:45:00 +0100",
        f"Subject: {onderwerp}",
        "X-Mailer: iPhone Mail (21F90)",
        "",
        "--Apple-Mail-77",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        tekst,
    ]
    for naam, inhoud in bijlagen:
        rfc2231 = "".join(teken if teken.isascii() and teken.isalnum() else "".join(f"%{b:02X}" for b in teken.encode())
                          for teken in naam)  # fmt: skip
        delen += [
            "--Apple-Mail-77",
            f"Content-Type: application/pdf; name*=utf-8''{rfc2231}; x-apple-part-url=1",
            f"Content-Disposition: inline; filename*=utf-8''{rfc2231}",
            "Content-Transfer-Encoding: base64",
            "",
            _blok(inhoud),
            "--Apple-Mail-77",
            "Content-Type: text/plain; charset=us-ascii",
            "",
            "",
            "Verstuurd vanaf mijn iPhone",
        ]
    pad.write_bytes("\r\n".join([*delen, "--Apple-Mail-77--", ""]).encode())
    return pad


PROGRAMMAS = {"Outlook": van_outlook, "Thunderbird": van_thunderbird, "Gmail": van_gmail, "iPhone": van_iphone}


def een_winmail(*bestanden: tuple[str, bytes], met_bericht: bool = False) -> bytes:
    """Return the package in which Outlook wraps files; ``met_bericht`` puts a message of Outlook at the end."""
    namen = [(naam, inhoud) for naam, inhoud in bestanden] + ([("Doorgestuurd", None)] if met_bericht else [])
    uit = struct.pack("<IH", 0x223E9F78, 1) + _attribuut(1, 0x00069007, struct.pack("<II", 1252, 0))
    for naam, inhoud in namen:
        kort = f"{naam[:6]}~1{Path(naam).suffix[:4]}".encode("cp1252", "replace") + b"\0"
        lang = naam.encode("utf-16-le") + b"\0\0"
        eigenschappen = (
            struct.pack("<I", 3)
            + struct.pack("<HHI", 0x0003, 0x3705, 1)
            + struct.pack("<HH16sII", 0x0040, 0x8001, bytes(16), 0, 0x8530) + bytes(8)
            + struct.pack("<HHII", 0x001F, 0x3707, 1, len(lang)) + lang + bytes(-len(lang) % 4)
        )  # fmt: skip
        uit += _attribuut(2, 0x00069002, bytes(14)) + _attribuut(2, 0x00018010, kort)
        uit += _attribuut(2, 0x0006800F, inhoud) if inhoud is not None else b""
        uit += _attribuut(2, 0x00069005, eigenschappen)
    return uit


def _attribuut(niveau: int, soort: int, inhoud: bytes) -> bytes:
    return struct.pack("<BII", niveau, soort, len(inhoud)) + inhoud + struct.pack("<H", sum(inhoud) & 0xFFFF)
