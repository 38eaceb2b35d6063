"""A print server of our own with one queue that prints into a file: for tests, and for `make ux`."""

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Wacht = Callable[[Callable[[], bool]], None]
"""Waits until something is so."""
NAAM = "proef"
PPD = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")
CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
DEUR = Path(tempfile.gettempdir()) / f"tk-cups-{os.getpid()}"
"""Where each print server of this process stands: the library that asks it remembers the place for that long."""
OPENBAAR = """<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
"""


class Wachtrij:
    """A private print server with one queue that prints into a file."""

    def __init__(self, map_: Path, wacht: Wacht) -> None:
        self.map = map_
        self._wacht = wacht
        self.uit = map_ / "uit.prn"

    def klaar(self) -> bool:
        """Whether the queue holds no work any more."""
        return not self._vraag("lpstat", "-o", NAAM) and self.uit.is_file()

    def wacht(self) -> bytes:
        """Wait until all is printed, and return what came out."""
        self._wacht(self.klaar)
        return self.uit.read_bytes()

    def pdfs(self) -> list[Path]:
        """Wait, and return the PDFs that came out, without what the printer language puts round them."""
        gegevens = self.wacht()
        uit = []
        for nummer, stuk in enumerate(gegevens.split(b"%PDF-")[1:]):
            pad = self.map / f"uit-{nummer}.pdf"
            pad.write_bytes(b"%PDF-" + stuk[: stuk.rindex(b"%%EOF") + 6])
            uit.append(pad)
        return uit

    @staticmethod
    def _vraag(*opdracht: str) -> str:
        return subprocess.run(opdracht, capture_output=True, text=True, check=False).stdout.strip()


def kan_drukken() -> bool:
    """Whether this machine has what a queue needs (Debian: cups, cups-client, cups-filters)."""
    return CUPSD is not None and PPD.is_file() and shutil.which("lpadmin") is not None


@contextmanager
def open_wachtrij(wacht: Wacht) -> Iterator[Wachtrij]:
    """Start the server, name it in the environment, and end it."""
    assert CUPSD is not None
    wie = "lp" if os.geteuid() == 0 else getpass.getuser()
    DEUR.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="tk-cups-") as naam:
        map_ = Path(naam)
        map_.chmod(0o755)
        for deel in ("root", "cache", "state", "spool", "temp"):
            (map_ / deel).mkdir()
        (map_ / "temp").chmod(0o1777)
        (map_ / "cupsd.conf").write_text(
            f"Listen {DEUR}\nWebInterface No\nBrowsing No\nDefaultAuthType None\nMaxLogSize 0\n"
            f"<Location />\nAllow all\n</Location>\n{OPENBAAR}"
        )
        (map_ / "cups-files.conf").write_text(
            f"FileDevice Yes\nServerRoot {map_}/root\nCacheDir {map_}/cache\nStateDir {map_}/state\n"
            f"RequestRoot {map_}/spool\nTempDir {map_}/temp\nUser {wie}\n"
            f"AccessLog {map_}/access\nErrorLog {map_}/error\nPageLog {map_}/page\n"
        )
        os.environ["CUPS_SERVER"] = str(DEUR)
        server = subprocess.Popen(
            [CUPSD, "-f", "-c", f"{map_}/cupsd.conf", "-s", f"{map_}/cups-files.conf"], stderr=subprocess.DEVNULL
        )
        try:
            rij = Wachtrij(map_, wacht)
            wacht(lambda: DEUR.exists() and "is running" in rij._vraag("lpstat", "-r"))
            opdracht = ["lpadmin", "-p", NAAM, "-E", "-v", f"file://{rij.uit}", "-P", str(PPD)]
            subprocess.run(opdracht, capture_output=True, check=True)
            yield rij
        finally:
            server.terminate()
            server.wait(timeout=10)
            DEUR.unlink(missing_ok=True)
