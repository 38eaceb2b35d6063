"""Addresses of a postbus: ``map:…``, ``https://…`` or ``sftp://…``; a password never stands in one."""

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tk_desktop.exchange.postbus.fouten import PostbusAdresOnjuist

_SSH = 22


class Postbussoort(StrEnum):
    """What keeps the files of a postbus."""

    MAP = "map"
    WEBDAV = "https"
    SFTP = "sftp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Postbusadres:
    """Where a postbus is; ``gebruiker`` may stand in the address (``sftp://roos@server/map``) or be given beside it."""

    soort: Postbussoort
    tekst: str
    map: Path = Path()
    host: str = ""
    poort: int = 0
    pad: str = ""
    gebruiker: str = ""

    @property
    def vraagt_wachtwoord(self) -> bool:
        """Whether a name and a password are needed to come in."""
        return self.soort is not Postbussoort.MAP


def lees_adres(tekst: str) -> Postbusadres:
    """Return the address that a text names, or raise ``PostbusAdresOnjuist``.

    Without encryption (``http://``) only a server on this laptop itself is spoken to.
    """
    schoon = tekst.strip()
    soort, scheiding, rest = schoon.partition(":")
    if not scheiding:
        raise PostbusAdresOnjuist(adres=schoon, oorzaak="het begint niet met map:, https:// of sftp://")
    if soort == "map":
        if not rest:
            raise PostbusAdresOnjuist(adres=schoon, oorzaak="er staat geen map in")
        return Postbusadres(soort=Postbussoort.MAP, tekst=schoon, map=Path(rest).expanduser())
    return _van_server(schoon)


def _van_server(schoon: str) -> Postbusadres:
    try:
        delen = urlsplit(schoon)
        poort, host, geheim = delen.port, delen.hostname or "", delen.password
    except ValueError as fout:
        raise PostbusAdresOnjuist(adres="dit", oorzaak="het is geen adres van een server") from fout
    if geheim is not None:
        zonder = f"{delen.scheme}://{host}{delen.path}"
        raise PostbusAdresOnjuist(adres=zonder, oorzaak="er stond een wachtwoord in; dat wordt apart gevraagd")
    if not host or delen.query or delen.fragment:
        raise PostbusAdresOnjuist(adres=schoon, oorzaak="de naam van de server ontbreekt of er staat te veel achter")
    gebruiker = unquote(delen.username or "")
    if delen.scheme == "sftp":
        pad = unquote(delen.path).rstrip("/") or "."
        return Postbusadres(
            soort=Postbussoort.SFTP, tekst=schoon, host=host, poort=poort or _SSH, pad=pad, gebruiker=gebruiker
        )
    if delen.scheme == "http" and not _is_hier(host):
        raise PostbusAdresOnjuist(adres=schoon, oorzaak="zonder versleuteling (http) gaat er niets over het net")
    if delen.scheme not in ("http", "https"):
        raise PostbusAdresOnjuist(adres=schoon, oorzaak="het begint niet met map:, https:// of sftp://")
    naam = f"[{host}]" if ":" in host else host
    url = f"{delen.scheme}://{naam}{f':{poort}' if poort else ''}{delen.path.rstrip('/')}/"
    return Postbusadres(
        soort=Postbussoort.WEBDAV, tekst=schoon, host=host, poort=poort or 0, pad=url, gebruiker=gebruiker
    )


def _is_hier(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
