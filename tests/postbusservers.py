"""Real servers for a postbus, for one test: WebDAV with TLS, SSH with SFTP, and a line to them that breaks."""

import os
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any, BinaryIO

import paramiko
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.wsgi import Server
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from wsgidav.wsgidav_app import WsgiDAVApp

WIE, WACHTWOORD = "roos", "een lang wachtwoord"
HIER = "127.0.0.1"


@dataclass
class Webdavserver:
    """A WebDAV server on a folder; ``ruimte`` is how many bytes it still takes, ``log`` what it was asked."""

    map: Path
    url: str
    certificaat: Path | None
    ruimte: int = 1 << 40
    log: list[str] = field(default_factory=list)


@contextmanager
def webdav(map_: Path, tls: Path | None = None, *, dagen: int = 10, host: str = HIER) -> Iterator[Webdavserver]:
    """Serve a folder over WebDAV; with a folder for its certificate over TLS."""
    map_.mkdir(parents=True, exist_ok=True)
    instellingen: dict[str, Any] = {
        "provider_mapping": {"/": str(map_)},
        "simple_dc": {"user_mapping": {"*": {WIE: {"password": WACHTWOORD}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
        "verbose": 0,
        "logging": {"enable": False, "enable_loggers": []},
        "property_manager": True,
        "lock_storage": True,
    }
    dav = WsgiDAVApp(instellingen)
    dienst = Webdavserver(map_, "", None)

    def app(omgeving: dict[str, Any], begin: Any) -> Iterable[bytes]:
        dienst.log.append(f"{omgeving['REQUEST_METHOD']} {omgeving['PATH_INFO']}")
        if omgeving["REQUEST_METHOD"] == "PUT":
            dienst.ruimte -= int(omgeving.get("CONTENT_LENGTH") or 0)
            if dienst.ruimte < 0:
                omgeving["wsgi.input"].read(int(omgeving["CONTENT_LENGTH"]))
                begin("507 Insufficient Storage", [("Content-Length", "0")])
                return []
        antwoord: Iterable[bytes] = dav(omgeving, begin)
        return antwoord

    server = Server((HIER, 0), app, numthreads=2, timeout=5, shutdown_timeout=1)
    if tls is not None:
        certificaat, sleutel = maak_certificaat(tls, dagen=dagen, host=host)
        server.ssl_adapter = BuiltinSSLAdapter(str(certificaat), str(sleutel))
        dienst.certificaat = certificaat
    server.prepare()
    dienst.url = f"{'https' if tls else 'http'}://{HIER}:{server.bind_addr[1]}/"
    draad = threading.Thread(target=server.serve, daemon=True)
    draad.start()
    try:
        yield dienst
    finally:
        server.stop()
        draad.join(timeout=10)


def maak_certificaat(map_: Path, *, dagen: int, host: str) -> tuple[Path, Path]:
    """Make a certificate for one host, that lasts (or ended) so many days, and its key."""
    map_.mkdir(parents=True, exist_ok=True)
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "proefserver")])
    nu = datetime.now(UTC)
    ander: x509.GeneralName = x509.DNSName(host)
    with suppress(ValueError):
        ander = x509.IPAddress(ip_address(host))
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(days=30))
        .not_valid_after(nu + timedelta(days=dagen))
        .add_extension(x509.SubjectAlternativeName([ander]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    publiek, geheim = map_ / "server.pem", map_ / "sleutel.pem"
    publiek.write_bytes(certificaat.public_bytes(serialization.Encoding.PEM))
    geheim.write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return publiek, geheim


@dataclass
class Sshserver:
    """An SSH server on a folder; ``ruimte`` is how many bytes it still takes."""

    map: Path
    poort: int
    sleutel: paramiko.PKey
    ruimte: int = 1 << 40
    aanmeldingen: list[str] = field(default_factory=list)
    sleutels: list[paramiko.PKey] = field(default_factory=list)
    stromen: list[BinaryIO] = field(default_factory=list)
    """Every file that was opened: one of a line that broke may not be closed by who asked for it."""


class _Toegang(paramiko.ServerInterface):  # type: ignore[misc]
    def __init__(self, dienst: Sshserver) -> None:
        self._dienst = dienst

    def get_allowed_auths(self, username: str) -> str:
        return "publickey" if self._dienst.sleutels else "password"

    def check_auth_publickey(self, username: str, key: paramiko.PKey) -> int:
        self._dienst.aanmeldingen.append(username)
        goed = username == WIE and key in self._dienst.sleutels
        return int(paramiko.AUTH_SUCCESSFUL if goed else paramiko.AUTH_FAILED)

    def check_auth_password(self, username: str, password: str) -> int:
        self._dienst.aanmeldingen.append(username)
        goed = (username, password) == (WIE, WACHTWOORD) and not self._dienst.sleutels
        return int(paramiko.AUTH_SUCCESSFUL if goed else paramiko.AUTH_FAILED)

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return int(paramiko.OPEN_SUCCEEDED)


class _Bestand(paramiko.SFTPHandle):  # type: ignore[misc]
    def __init__(self, flags: int, dienst: Sshserver) -> None:
        super().__init__(flags)
        self._dienst = dienst

    def write(self, offset: int, data: bytes) -> int:
        self._dienst.ruimte -= len(data)
        if self._dienst.ruimte < 0:
            return int(paramiko.SFTP_FAILURE)
        return int(super().write(offset, data))

    def stat(self) -> Any:
        return paramiko.SFTPAttributes.from_stat(os.fstat(self.readfile.fileno()))


class _Bestanden(paramiko.SFTPServerInterface):  # type: ignore[misc]
    def __init__(self, server: paramiko.ServerInterface, dienst: Sshserver) -> None:
        super().__init__(server)
        self._dienst = dienst

    def _plek(self, path: str) -> Path:
        return self._dienst.map / str(self.canonicalize(path)).lstrip("/")

    def list_folder(self, path: str) -> Any:
        try:
            return [
                paramiko.SFTPAttributes.from_stat(pad.lstat(), pad.name) for pad in sorted(self._plek(path).iterdir())
            ]
        except OSError as fout:
            return paramiko.SFTPServer.convert_errno(fout.errno)

    def stat(self, path: str) -> Any:
        try:
            return paramiko.SFTPAttributes.from_stat(self._plek(path).stat())
        except OSError as fout:
            return paramiko.SFTPServer.convert_errno(fout.errno)

    lstat = stat

    def open(self, path: str, flags: int, attr: Any) -> Any:
        try:
            stroom = os.fdopen(os.open(self._plek(path), flags, 0o600), "w+b" if flags & os.O_WRONLY else "r+b", 0)
        except OSError as fout:
            return paramiko.SFTPServer.convert_errno(fout.errno)
        self._dienst.stromen.append(stroom)
        bestand = _Bestand(flags, self._dienst)
        bestand.readfile = bestand.writefile = stroom
        return bestand

    def remove(self, path: str) -> int:
        return self._doe(lambda: self._plek(path).unlink())

    def rename(self, oldpath: str, newpath: str) -> int:
        def werk() -> None:  # as OpenSSH does it: what stands there stays
            os.link(self._plek(oldpath), self._plek(newpath))
            self._plek(oldpath).unlink()

        return self._doe(werk)

    def mkdir(self, path: str, attr: Any) -> int:
        return self._doe(lambda: self._plek(path).mkdir())

    def _doe(self, werk: Any) -> int:
        try:
            werk()
        except OSError as fout:
            return int(paramiko.SFTPServer.convert_errno(fout.errno))
        return int(paramiko.SFTP_OK)


@contextmanager
def ssh(map_: Path, sleutel: paramiko.PKey | None = None) -> Iterator[Sshserver]:
    """Serve a folder over SFTP."""
    map_.mkdir(parents=True, exist_ok=True)
    dienst = Sshserver(map_, 0, sleutel or paramiko.ECDSAKey.generate())
    lijnen: list[paramiko.Transport] = []
    with closing(socket.create_server((HIER, 0))) as luister:
        dienst.poort = luister.getsockname()[1]

        def wacht() -> None:
            while True:
                try:
                    stekker, _ = luister.accept()
                except OSError:
                    return  # the test is over
                lijn = paramiko.Transport(stekker)
                lijn.add_server_key(dienst.sleutel)
                lijn.set_subsystem_handler("sftp", paramiko.SFTPServer, _Bestanden, dienst)
                lijnen.append(lijn)
                with suppress(paramiko.SSHException, EOFError, OSError):
                    lijn.start_server(server=_Toegang(dienst))

        draad = threading.Thread(target=wacht, daemon=True)
        draad.start()
        try:
            yield dienst
        finally:
            with suppress(OSError):
                luister.shutdown(socket.SHUT_RDWR)
    draad.join(timeout=10)
    for lijn in lijnen:
        lijn.close()
    for stroom in dienst.stromen:
        stroom.close()


@dataclass
class Lijn:
    """A line to a server; it breaks after ``nog`` bytes to the reader, as often as ``keer`` says, and counts all."""

    poort: int
    nog: int = 1 << 60
    keer: int = 0
    gegaan: int = 0


@contextmanager
def lijn(naar: int) -> Iterator[Lijn]:
    """Put a line that can break before a server on this machine."""
    with closing(socket.create_server((HIER, 0))) as luister:
        uit = Lijn(luister.getsockname()[1])
        open_: list[socket.socket] = []

        def pomp(van: socket.socket, heen: socket.socket) -> None:
            with suppress(OSError):
                while gegevens := van.recv(4096):
                    uit.gegaan += len(gegevens)
                    uit.nog -= len(gegevens)
                    if uit.nog < 0 and uit.keer > 0:
                        uit.keer -= 1
                        uit.nog = 1 << 60
                        break
                    heen.sendall(gegevens)
            for stekker in (van, heen):
                with suppress(OSError):
                    stekker.shutdown(socket.SHUT_RDWR)

        def wacht() -> None:
            while True:
                try:
                    een, _ = luister.accept()
                except OSError:
                    return
                ander = socket.create_connection((HIER, naar))
                open_.extend((een, ander))
                for paar in ((een, ander), (ander, een)):
                    threading.Thread(target=pomp, args=paar, daemon=True).start()

        draad = threading.Thread(target=wacht, daemon=True)
        draad.start()
        try:
            yield uit
        finally:
            with suppress(OSError):
                luister.shutdown(socket.SHUT_RDWR)
            for stekker in open_:
                with suppress(OSError):
                    stekker.shutdown(socket.SHUT_RDWR)
    draad.join(timeout=10)
    for stekker in open_:
        stekker.close()
