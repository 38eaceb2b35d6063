"""A postbus on an SFTP server.

The key of the server is compared before anything is said to it, the name of the user too: on first use by a human, as
the six words of a laptop are, afterwards by the program.
"""

import base64
import errno
import secrets
import socket
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

import paramiko

from tk_desktop.base.errors import TkError
from tk_desktop.exchange.postbus.fouten import (
    PostbusAanmeldingGeweigerd,
    PostbusOnbereikbaar,
    PostbusVol,
    PostbusWachtwoordNodig,
    PostbusWeigert,
    ServerNogNietVertrouwd,
    ServersleutelVeranderd,
    SleutelbestandOnbruikbaar,
)
from tk_desktop.exchange.postbus.opslag import HAP, Tik, happen, keur_pad, namen, stil
from tk_desktop.exchange.woorden import woorden_van

WACHTTIJD = 30.0
VERBINDTIJD = 10.0
"""Seconds after which a server that does not take up is left; who closes the window waits no longer than this."""
AGENT = "agent"
"""Instead of the path of a key: those that the ssh-agent of this computer holds."""
_POGINGEN = 2
_VENSTER = 8 * HAP
"""Bytes that are asked for ahead: when the line breaks, all that was not read yet is asked for again."""
_GEEN_RUIMTE = ("no space", "quota", "disk full")
_STUK = (OSError, EOFError, paramiko.SSHException)


class Sftp:
    """The store of an SFTP server; also a context that ends the connection.

    ``hostsleutel`` is what was compared before, as ``hostsleutel`` of the details of ``ServerNogNietVertrouwd``.
    With ``sleutel``, the path of a private key or ``AGENT``, one comes in by that; the password then opens the file.
    """

    def __init__(
        self,
        host: str,
        poort: int,
        pad: str,
        gebruiker: str,
        wachtwoord: str,
        *,
        hostsleutel: str = "",
        adres: str = "",
        sleutel: str = "",
        wachttijd: float = WACHTTIJD,
        tik: Tik = stil,
    ) -> None:
        self.adres = adres or f"sftp://{host}:{poort}/{pad}"
        self._waar = (host, poort)
        self._basis = pad
        self._wie = (gebruiker, wachtwoord)
        self._sleutels = self._lees_sleutels(sleutel, wachtwoord)
        self._hostsleutel = hostsleutel
        self._wachttijd = wachttijd
        self._tik = tik
        self._lijn: paramiko.Transport | None = None
        self._gemaakt: set[str] = set()
        self._open: paramiko.SFTPClient = self._verbind()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()

    def sluit(self) -> None:
        """End the connection."""
        if self._lijn is not None:
            self._lijn.close()
            self._lijn = None

    def plaats(self, pad: str, gegevens: bytes) -> bool:
        """Put bytes under a path; see ``Opslag``."""
        doel = self._plek(pad)
        for poging in range(1, _POGINGEN + 1):
            try:
                if self._staat_er(doel):
                    return False
                return self._zet_neer(doel, gegevens)
            except _STUK as fout:
                self._opnieuw(fout, poging)
        raise AssertionError  # the loop returns or raises

    def haal(self, pad: str, hoogstens: int) -> bytes | None:
        """Return what stands under a path; what came before the connection broke is not asked for again."""
        plek, uit = self._plek(pad), bytearray()
        for poging in range(1, _POGINGEN + 1):
            try:
                return self._haal_rest(plek, uit, hoogstens)
            except FileNotFoundError:
                return None
            except _STUK as fout:
                self._opnieuw(fout, poging)
        raise AssertionError  # the loop returns or raises

    def staat_er(self, pad: str) -> bool:
        """Whether anything stands under a path."""
        plek = self._plek(pad)
        for poging in range(1, _POGINGEN + 1):
            try:
                return self._staat_er(plek)
            except _STUK as fout:
                self._opnieuw(fout, poging)
        raise AssertionError  # the loop returns or raises

    def lijst(self, map_: str) -> tuple[str, ...]:
        """Return the names in a folder; see ``Opslag``."""
        plek = self._plek(map_)
        for poging in range(1, _POGINGEN + 1):
            try:
                return namen(iter(self._open.listdir(plek)))
            except FileNotFoundError:
                return ()
            except _STUK as fout:
                self._opnieuw(fout, poging)
        raise AssertionError  # the loop returns or raises

    def verwijder(self, pad: str) -> None:
        """Take away what stands under a path; see ``Opslag``."""
        plek = self._plek(pad)
        for poging in range(1, _POGINGEN + 1):
            try:
                self._open.remove(plek)
            except FileNotFoundError:
                return
            except _STUK as fout:
                self._opnieuw(fout, poging)
            else:
                return

    def _plek(self, pad: str) -> str:
        return f"{self._basis}/{keur_pad(pad)}"

    def _staat_er(self, plek: str) -> bool:
        try:
            self._open.stat(plek)
        except FileNotFoundError:
            return False
        return True

    def _zet_neer(self, doel: str, gegevens: bytes) -> bool:
        """Write beside the place, then rename, which an SFTP server refuses where something stands."""
        map_ = doel.rpartition("/")[0]
        self._maak_map(map_)
        naast = f"{map_}/.tk-{secrets.token_hex(8)}.deel"
        try:
            with self._open.open(naast, "wb") as stroom:
                stroom.set_pipelined(True)
                for hap in happen(gegevens, self._tik):
                    stroom.write(hap)
            if self._open.stat(naast).st_size != len(gegevens):
                raise OSError("Failure")  # what was refused underway is told by what is there
            self._open.rename(naast, doel)
        except OSError:
            staat_er = self._staat_er(doel)
            self._ruim_op(naast)
            if staat_er:
                return False
            raise
        except BaseException:
            self._ruim_op(naast)
            raise
        return True

    def _ruim_op(self, naast: str) -> None:
        try:
            self._open.remove(naast)
        except _STUK:
            return  # the connection broke; what nobody knows of is no part of the postbus

    def _haal_rest(self, plek: str, uit: bytearray, hoogstens: int) -> bytes | None:
        with self._open.open(plek, "rb") as stroom:
            grootte = stroom.stat().st_size or 0
            if grootte > hoogstens:
                return None
            while len(uit) < grootte:
                einde = min(grootte, len(uit) + _VENSTER)
                for hap in stroom.readv([(plaats, min(HAP, einde - plaats)) for plaats in range(len(uit), einde, HAP)]):
                    self._tik(len(hap))
                    uit += hap
                if len(uit) < einde:  # shorter than it said; who asked sees that it is not what was told
                    break
        return bytes(uit)

    def _maak_map(self, map_: str) -> None:
        over = map_.removeprefix(self._basis).strip("/").split("/")
        for diep in range(1, len(over) + 1):
            plek = "/".join((self._basis, *over[:diep]))
            if plek in self._gemaakt:
                continue
            if not self._staat_er(plek):
                try:
                    self._open.mkdir(plek)
                except OSError:
                    if not self._staat_er(plek):  # another laptop was not first: it is refused
                        raise
            self._gemaakt.add(plek)

    def _verbind(self) -> paramiko.SFTPClient:
        """Open a connection: first the key of the server, then the user, then the folder."""
        try:
            stekker = socket.create_connection(self._waar, timeout=min(self._wachttijd, VERBINDTIJD))
            stekker.settimeout(self._wachttijd)
            self._lijn = lijn = paramiko.Transport(stekker)
            lijn.banner_timeout = lijn.auth_timeout = lijn.channel_timeout = self._wachttijd
            lijn.start_client(timeout=self._wachttijd)
            self._keur_server(lijn.get_remote_server_key())
            self._meld_aan(lijn)
            open_ = paramiko.SFTPClient.from_transport(lijn)
            if open_ is None:
                raise PostbusWeigert(adres=self.adres, oorzaak="de server kent geen SFTP")
            kanaal = open_.get_channel()
            if kanaal is not None:
                kanaal.settimeout(self._wachttijd)
            self._keur_map(open_)
        except paramiko.AuthenticationException as fout:
            self.sluit()
            raise PostbusAanmeldingGeweigerd(adres=self.adres, oorzaak=self._waarom_niet(fout)) from fout
        except _STUK as fout:
            self.sluit()
            raise self._fout(fout) from fout
        except BaseException:
            self.sluit()
            raise
        return open_

    def _lees_sleutels(self, sleutel: str, wachtzin: str) -> list[paramiko.PKey]:
        """Return the private keys to come in with; nothing of it is said to anybody."""
        if not sleutel:
            return []
        if sleutel == AGENT:
            gevonden = list(paramiko.Agent().get_keys())
            if not gevonden:
                raise SleutelbestandOnbruikbaar(bestand="ssh-agent", oorzaak="er zit geen sleutel in")
            return gevonden
        pad = Path(sleutel).expanduser()
        try:
            return [paramiko.PKey.from_path(pad, wachtzin.encode() or None)]
        except (paramiko.PasswordRequiredException, TypeError) as fout:
            raise PostbusWachtwoordNodig(adres=self.adres) from fout
        except OSError as fout:
            raise SleutelbestandOnbruikbaar(
                bestand=pad.name, oorzaak="het is er niet, of u mag het niet lezen"
            ) from fout
        except (paramiko.SSHException, ValueError) as fout:
            if wachtzin:
                oorzaak = "de wachtzin van het sleutelbestand klopt niet"
                raise PostbusAanmeldingGeweigerd(adres=self.adres, oorzaak=oorzaak) from fout
            raise SleutelbestandOnbruikbaar(bestand=pad.name, oorzaak="het is geen sleutel van SSH") from fout

    def _meld_aan(self, lijn: paramiko.Transport) -> None:
        """Come in: with the first key that the server knows, or with the password."""
        wie, wachtwoord = self._wie
        if not self._sleutels:
            lijn.auth_password(wie, wachtwoord)
        for nummer, sleutel in enumerate(self._sleutels, 1):
            try:
                lijn.auth_publickey(wie, sleutel)
            except paramiko.AuthenticationException:
                if nummer == len(self._sleutels):
                    raise
            else:
                return

    def _waarom_niet(self, fout: paramiko.AuthenticationException) -> str:
        if self._sleutels:
            return "hij kent deze naam met deze sleutel niet"
        if isinstance(fout, paramiko.BadAuthenticationType):
            return "hij vraagt een sleutelbestand in plaats van een wachtwoord"
        return "naam of wachtwoord klopt niet"

    def _keur_map(self, open_: paramiko.SFTPClient) -> None:
        try:
            open_.stat(self._basis)
        except FileNotFoundError as fout:
            raise PostbusOnbereikbaar(adres=self.adres, oorzaak="die map is er niet op de server") from fout

    def _keur_server(self, sleutel: paramiko.PKey) -> None:
        """Refuse a server whose key was not compared, or is another one; nothing was said to it yet."""
        gegevens = sleutel.asbytes()
        tekst = f"{sleutel.get_name()} {base64.b64encode(gegevens).decode()}"
        if tekst == self._hostsleutel:
            return
        soort = ServersleutelVeranderd if self._hostsleutel else ServerNogNietVertrouwd
        afdruk = base64.b64encode(sha256(gegevens).digest()).decode().rstrip("=")
        raise soort(
            adres=self.adres,
            vingerafdruk=f"SHA256:{afdruk}",
            woorden=" ".join(woorden_van(gegevens)),
            hostsleutel=tekst,
        )

    def _opnieuw(self, fout: BaseException, poging: int) -> None:
        """Connect again after a connection that broke; anything else, and a second time, is told."""
        gebroken = (
            self._lijn is None
            or not self._lijn.is_active()
            or isinstance(fout, EOFError | TimeoutError | paramiko.SSHException)
        )
        if poging == _POGINGEN or not gebroken:
            raise self._fout(fout) from fout
        self.sluit()
        self._open = self._verbind()

    def _fout(self, fout: BaseException) -> TkError:
        tekst = str(fout).casefold()
        if isinstance(fout, OSError) and (fout.errno == errno.ENOSPC or any(een in tekst for een in _GEEN_RUIMTE)):
            return PostbusVol(adres=self.adres)
        if isinstance(fout, PermissionError):
            return PostbusAanmeldingGeweigerd(adres=self.adres, oorzaak="u mag daar niet lezen of schrijven")
        if isinstance(fout, TimeoutError):
            return PostbusOnbereikbaar(adres=self.adres, oorzaak=f"geen antwoord binnen {self._wachttijd:.0f} seconden")
        if isinstance(fout, socket.gaierror | ConnectionRefusedError):
            return PostbusOnbereikbaar(adres=self.adres, oorzaak="de server is niet te vinden of neemt niet op")
        if tekst == "failure":
            return PostbusWeigert(adres=self.adres, oorzaak="hij kon het niet schrijven; misschien is hij vol")
        return PostbusOnbereikbaar(adres=self.adres, oorzaak="de verbinding werd verbroken")
