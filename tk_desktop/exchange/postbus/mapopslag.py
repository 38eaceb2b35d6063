"""A postbus in a folder: a share, a stick, a folder that something else keeps the same in two places."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.exchange.postbus.fouten import (
    PostbusAanmeldingGeweigerd,
    PostbusOnbereikbaar,
    PostbusVol,
    PostbusWeigert,
)
from tk_desktop.exchange.postbus.opslag import HAP, Tik, happen, keur_pad, namen, stil

_ZONDER_KOPPELING = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EACCES, errno.EXDEV, errno.EINVAL)


class Mapopslag:
    """The store of a folder that is there; the folder itself is never made, for a stick may be missing."""

    def __init__(self, map_: Path, *, adres: str = "", tik: Tik = stil) -> None:
        self.adres = adres or f"map:{map_}"
        self._map = map_
        self._tik = tik

    def plaats(self, pad: str, gegevens: bytes) -> bool:
        """Put bytes under a path; see ``Opslag``."""
        doel = self._plek(pad)
        try:
            if os.path.lexists(doel):
                return False
            doel.parent.mkdir(parents=True, exist_ok=True)
            naast = doel.with_name(f".tk-{secrets.token_hex(8)}.deel")
            try:
                self._schrijf(naast, gegevens)
                return _zet_neer(naast, doel)
            finally:
                naast.unlink(missing_ok=True)
        except OSError as fout:
            raise self._fout(fout) from fout

    def haal(self, pad: str, hoogstens: int) -> bytes | None:
        """Return what stands under a path; see ``Opslag``."""
        uit = bytearray()
        try:
            with self._plek(pad).open("rb") as stroom:
                while hap := stroom.read(HAP):
                    self._tik(len(hap))
                    uit += hap
                    if len(uit) > hoogstens:
                        return None
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None
        except OSError as fout:
            raise self._fout(fout) from fout
        return bytes(uit)

    def staat_er(self, pad: str) -> bool:
        """Whether anything stands under a path."""
        return self._plek(pad).is_file()

    def lijst(self, map_: str) -> tuple[str, ...]:
        """Return the names in a folder; see ``Opslag``."""
        try:
            return namen(pad.name for pad in self._plek(map_).iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as fout:
            raise self._fout(fout) from fout

    def verwijder(self, pad: str) -> None:
        """Take away what stands under a path; see ``Opslag``."""
        try:
            self._plek(pad).unlink(missing_ok=True)
        except OSError as fout:
            raise self._fout(fout) from fout

    def sluit(self) -> None:
        """Do nothing: a folder has no connection."""

    def _plek(self, pad: str) -> Path:
        """Return where a path stands, after looking that no link leads out of the postbus."""
        if not self._map.is_dir():
            raise PostbusOnbereikbaar(adres=self.adres, oorzaak="de map is er niet")
        plek = self._map
        for deel in keur_pad(pad).split("/"):
            plek /= deel
            if plek.is_symlink():
                raise PostbusWeigert(adres=self.adres, oorzaak="er staat een verwijzing naar een andere map in")
        return plek

    def _schrijf(self, naast: Path, gegevens: bytes) -> None:
        with naast.open("xb") as stroom:
            for hap in happen(gegevens, self._tik):
                stroom.write(hap)
            stroom.flush()
            os.fsync(stroom.fileno())

    def _fout(self, fout: OSError) -> TkError:
        if fout.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return PostbusVol(adres=self.adres)
        if fout.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return PostbusAanmeldingGeweigerd(adres=self.adres, oorzaak="u mag in die map niet lezen of schrijven")
        return PostbusOnbereikbaar(adres=self.adres, oorzaak="de map is niet goed te lezen of te schrijven")


def _zet_neer(naast: Path, doel: Path) -> bool:
    """Give a whole file its name, unless that is taken."""
    try:
        os.link(naast, doel)
    except FileExistsError:
        return False
    except OSError as fout:
        if fout.errno not in _ZONDER_KOPPELING:
            raise
        return _hernoem(naast, doel)  # a stick, or a share without links
    return True


def _hernoem(naast: Path, doel: Path) -> bool:
    with suppress(FileExistsError):
        if not os.path.lexists(doel):
            naast.rename(doel)
            return True
    return False
