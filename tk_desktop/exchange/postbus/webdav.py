"""A postbus on a WebDAV server (Nextcloud, SharePoint, a NAS).

A file is written under a name of its own and then moved with ``Overwrite: F``: that is whole or not there, and never
takes the place of what stands there already, whatever the server does with a connection that breaks.
"""

import secrets
import ssl
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import certifi
import httpx

from tk_desktop.base.errors import TkError
from tk_desktop.exchange.postbus.fouten import (
    PostbusAanmeldingGeweigerd,
    PostbusCertificaatOnjuist,
    PostbusOnbereikbaar,
    PostbusVol,
    PostbusWeigert,
)
from tk_desktop.exchange.postbus.opslag import Tik, happen, keur_pad, namen, stil

WACHTTIJD = 30.0
"""Seconds without a byte after which a server is said not to answer."""
VERBINDTIJD = 10.0
"""Seconds after which a server that does not take up is left."""
_POGINGEN = 3
_GROOTSTE_LIJST = 64 << 20
_TIJDELIJK = "tijdelijk"
_VRAAG = b'<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'
_VOL = (413, 507)


class Webdav:
    """The store of a WebDAV server; also a context that ends the connection."""

    def __init__(
        self,
        url: str,
        gebruiker: str,
        wachtwoord: str,
        *,
        adres: str = "",
        certificaat: Path | None = None,
        wachttijd: float = WACHTTIJD,
        tik: Tik = stil,
    ) -> None:
        self.adres = adres or url
        self._basis = urlsplit(url).path
        self._tik = tik
        self._wachttijd = wachttijd
        self._gemaakt: set[str] = set()
        self._http = httpx.Client(
            base_url=url,
            auth=httpx.BasicAuth(gebruiker, wachtwoord) if gebruiker else None,
            headers={"Accept-Encoding": "identity"},  # what is inflated by nobody is no bomb
            verify=self._vertrouwd(certificaat),
            timeout=httpx.Timeout(wachttijd, connect=min(wachttijd, VERBINDTIJD)),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()

    def sluit(self) -> None:
        """End the connection."""
        self._http.close()

    def plaats(self, pad: str, gegevens: bytes) -> bool:
        """Put bytes under a path; see ``Opslag``."""
        if self.staat_er(pad):
            return False
        self._maak_map(_TIJDELIJK)
        naast = f"{_TIJDELIJK}/{secrets.token_hex(12)}"
        self._stuur(naast, gegevens)
        self._maak_map(pad.rpartition("/")[0])
        doel = str(self._http.base_url.join(pad))
        antwoord = self._vraag("MOVE", naast, headers={"Destination": doel, "Overwrite": "F"}, goed=(201, 204, 412))
        if antwoord.status_code != 412:
            return True
        self.verwijder(naast)
        return False

    def haal(self, pad: str, hoogstens: int) -> bytes | None:
        """Return what stands under a path; what came before the connection broke is not asked for again."""
        keur_pad(pad)
        uit = bytearray()
        for poging in range(1, _POGINGEN + 1):
            try:
                return self._haal_rest(pad, uit, hoogstens)
            except httpx.HTTPError as fout:
                if poging == _POGINGEN or not isinstance(fout, httpx.TransportError):
                    raise self._fout(fout) from fout
        raise AssertionError  # the loop returns or raises

    def staat_er(self, pad: str) -> bool:
        """Whether anything stands under a path."""
        return self._vraag("HEAD", keur_pad(pad), goed=(200, 204, 404)).status_code != 404

    def lijst(self, map_: str) -> tuple[str, ...]:
        """Return the names in a folder; see ``Opslag``."""
        keur_pad(map_)
        antwoord = self._vraag("PROPFIND", f"{map_}/", headers={"Depth": "1"}, inhoud=_VRAAG, goed=(207, 404))
        if antwoord.status_code == 404:
            return ()
        return namen(self._namen(antwoord.content, f"{self._basis}{map_}/"))

    def verwijder(self, pad: str) -> None:
        """Take away what stands under a path; see ``Opslag``."""
        self._vraag("DELETE", keur_pad(pad), goed=(200, 204, 404))

    def _stuur(self, pad: str, gegevens: bytes) -> None:
        """Write a file that nobody else knows of; a broken connection is tried again from its beginning."""
        for poging in range(1, _POGINGEN + 1):
            try:
                antwoord = self._http.put(
                    pad, content=happen(gegevens, self._tik), headers={"Content-Length": str(len(gegevens))}
                )
            except httpx.HTTPError as fout:
                if poging == _POGINGEN or not isinstance(fout, httpx.TransportError):
                    raise self._fout(fout) from fout
                continue
            self._keur(antwoord, (200, 201, 204))
            return

    def _haal_rest(self, pad: str, uit: bytearray, hoogstens: int) -> bytes | None:
        kop = {"Range": f"bytes={len(uit)}-"} if uit else {}
        with self._http.stream("GET", pad, headers=kop) as antwoord:
            if antwoord.status_code == 404:
                return None
            self._keur(antwoord, (200, 206))
            if antwoord.status_code == 200:
                uit.clear()
            for hap in antwoord.iter_raw():
                self._tik(len(hap))
                uit += hap
                if len(uit) > hoogstens:
                    return None
        return bytes(uit)

    def _maak_map(self, map_: str) -> None:
        delen = map_.split("/") if map_ else []
        for diep in range(1, len(delen) + 1):
            pad = "/".join(delen[:diep])
            if pad not in self._gemaakt:
                self._vraag("MKCOL", f"{pad}/", goed=(201, 405))  # 405: it is there
                self._gemaakt.add(pad)

    def _namen(self, antwoord: bytes, basis: str) -> Iterator[str]:
        """Yield what stands in a folder; a server that plays tricks with entities is no postbus."""
        try:
            if len(antwoord) > _GROOTSTE_LIJST or b"<!DOCTYPE" in antwoord or b"<!ENTITY" in antwoord:
                raise ValueError
            boom = ElementTree.fromstring(antwoord)
        except (ValueError, ElementTree.ParseError) as fout:
            raise PostbusWeigert(adres=self.adres, oorzaak="de lijst van de server is niet te lezen") from fout
        for href in boom.iter("{DAV:}href"):
            pad = unquote(urlsplit((href.text or "").strip()).path)
            if pad.startswith(basis):
                yield pad.removeprefix(basis).rstrip("/")

    def _vraag(
        self,
        werkwoord: str,
        pad: str,
        *,
        headers: dict[str, str] | None = None,
        inhoud: bytes = b"",
        goed: tuple[int, ...],
    ) -> httpx.Response:
        for poging in range(1, _POGINGEN + 1):
            self._tik(0)
            try:
                antwoord = self._http.request(werkwoord, pad, headers=headers, content=inhoud or None)
            except httpx.HTTPError as fout:
                herhaalbaar = werkwoord != "MOVE" and isinstance(fout, httpx.TransportError)
                if poging == _POGINGEN or not herhaalbaar:
                    raise self._fout(fout) from fout
                continue
            self._keur(antwoord, goed)
            return antwoord
        raise AssertionError  # the loop returns or raises

    def _keur(self, antwoord: httpx.Response, goed: tuple[int, ...]) -> None:
        code = antwoord.status_code
        if code in goed:
            return
        if code in (401, 403):
            oorzaak = "naam of wachtwoord klopt niet" if code == 401 else "u mag daar niet lezen of schrijven"
            raise PostbusAanmeldingGeweigerd(adres=self.adres, oorzaak=oorzaak)
        if code in _VOL:
            raise PostbusVol(adres=self.adres)
        if code in (404, 409):
            raise PostbusOnbereikbaar(adres=self.adres, oorzaak="die map is er niet op de server")
        if code >= 500:
            raise PostbusOnbereikbaar(adres=self.adres, oorzaak=f"de server heeft een storing ({code})")
        doorverwezen = 300 <= code < 400
        raise PostbusWeigert(
            adres=self.adres, oorzaak="de server verwijst door" if doorverwezen else f"antwoord {code} van de server"
        )

    def _fout(self, fout: httpx.HTTPError) -> TkError:
        reden = _certificaatreden(fout)
        if reden:
            return PostbusCertificaatOnjuist(adres=self.adres, oorzaak=reden)
        if isinstance(fout, httpx.TimeoutException):
            return PostbusOnbereikbaar(adres=self.adres, oorzaak=f"geen antwoord binnen {self._wachttijd:.0f} seconden")
        if isinstance(fout, httpx.ConnectError):
            return PostbusOnbereikbaar(adres=self.adres, oorzaak="de server is niet te vinden of neemt niet op")
        return PostbusOnbereikbaar(adres=self.adres, oorzaak="de verbinding werd verbroken")

    def _vertrouwd(self, certificaat: Path | None) -> ssl.SSLContext:
        """Return whom to believe about servers: the system, the usual issuers, and one of the organisation itself."""
        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        if certificaat is not None:
            try:
                context.load_verify_locations(certificaat)
            except (OSError, ssl.SSLError) as fout:
                oorzaak = "het bestand van de eigen uitgever is niet te lezen"
                raise PostbusCertificaatOnjuist(adres=self.adres, oorzaak=oorzaak) from fout
        return context


_CODES = {
    10: "zijn certificaat is verlopen",
    9: "zijn certificaat geldt nog niet",
    18: "hij tekende zijn certificaat zelf",
    19: "de uitgever van zijn certificaat is onbekend",
    20: "de uitgever van zijn certificaat is onbekend",
    62: "zijn certificaat is van een andere server",
    64: "zijn certificaat is van een andere server",
}


def _certificaatreden(fout: BaseException | None) -> str:
    """Return in Dutch what is wrong with a certificate, empty when something else went wrong."""
    while fout is not None:
        if isinstance(fout, ssl.SSLCertVerificationError):
            return _CODES.get(fout.verify_code, "zijn certificaat klopt niet")
        if isinstance(fout, ssl.SSLError):
            return "de versleutelde verbinding kwam niet tot stand"
        fout = fout.__cause__ or fout.__context__
    return ""
