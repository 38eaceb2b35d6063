"""Opening the postbus at an address; what speaks to a server is loaded when it is needed."""

from importlib import import_module
from pathlib import Path

import keyring
from keyring.errors import KeyringError

from tk_desktop.exchange.postbus.adres import Postbusadres, Postbussoort
from tk_desktop.exchange.postbus.bus import read_kenmerk
from tk_desktop.exchange.postbus.indeling import MERK
from tk_desktop.exchange.postbus.mapopslag import Mapopslag
from tk_desktop.exchange.postbus.opslag import Opslag, Tik, stil

_DIENST = "TK Desktop postbus"


def open_opslag(
    adres: Postbusadres,
    gebruiker: str = "",
    wachtwoord: str = "",
    *,
    hostsleutel: str = "",
    certificaat: Path | None = None,
    sleutel: str = "",
    tik: Tik = stil,
) -> Opslag:
    """Return the store at an address, to be closed by the caller (``sluit``).

    ``sleutel`` is the path of a private SSH key, or ``agent``; the password then opens that file. ``tik`` is told of
    the bytes that pass and may raise ``Onderbroken``. Raises the faults of ``postbus.fouten``; of an SFTP server that
    was never met ``ServerNogNietVertrouwd``, with in its details the ``hostsleutel`` to keep.
    """
    wie = gebruiker or adres.gebruiker
    opslag: Opslag
    if adres.soort is Postbussoort.MAP:
        opslag = Mapopslag(adres.map, adres=adres.tekst, tik=tik)
    elif adres.soort is Postbussoort.WEBDAV:
        webdav = import_module("tk_desktop.exchange.postbus.webdav")
        opslag = webdav.Webdav(adres.pad, wie, wachtwoord, adres=adres.tekst, certificaat=certificaat, tik=tik)
    else:
        sftp = import_module("tk_desktop.exchange.postbus.sftp")
        opslag = sftp.Sftp(
            adres.host,
            adres.poort,
            adres.pad,
            wie,
            wachtwoord,
            hostsleutel=hostsleutel,
            sleutel=sleutel,
            adres=adres.tekst,
            tik=tik,
        )
    return opslag


def try_opslag(opslag: Opslag) -> bool:
    """Ask a store one question, and return whether a postbus stands there already.

    Raises the faults of ``postbus.fouten``: it cannot be reached, does not let this user in, holds other things.
    """
    gegevens = opslag.haal(MERK, 1000)
    return gegevens is not None and bool(read_kenmerk(gegevens, opslag.adres))


def wachtwoord_uit_ring(adres: Postbusadres, gebruiker: str) -> str | None:
    """Return the password that the keyring of the system keeps, ``None`` when it keeps none or there is no keyring."""
    try:
        return keyring.get_password(_DIENST, _naam(adres, gebruiker))
    except KeyringError:
        return None


def wachtwoord_naar_ring(adres: Postbusadres, gebruiker: str, wachtwoord: str) -> bool:
    """Let the keyring keep a password; answers whether there is one that does. It is kept nowhere else."""
    try:
        keyring.set_password(_DIENST, _naam(adres, gebruiker), wachtwoord)
    except KeyringError:
        return False
    return True


def wachtwoord_uit_de_ring_halen(adres: Postbusadres, gebruiker: str) -> None:
    """Let the keyring forget a password."""
    try:
        keyring.delete_password(_DIENST, _naam(adres, gebruiker))
    except KeyringError:
        return


def _naam(adres: Postbusadres, gebruiker: str) -> str:
    return f"{gebruiker or adres.gebruiker}@{adres.tekst}"
