"""Pages of an Office file (D5), or a Word file of an older text, made by the LibreOffice of this computer.

LibreOffice runs by itself, without a window, with a throw-away profile in a private folder, without macros and without
a way to the network; what hangs or is cancelled is killed with all it started.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.paper.word_package import is_mountain

NAAM = "LibreOffice"
"""What made the pages, as a version of a paper tells it."""

TIJDSLIMIET = 120.0
"""Seconds; a paper of a board takes two to ten."""

_BEAT = 0.1
_UITVOER = {
    "writer_pdf_Export": (".docx", ".dotx", ".doc", ".odt", ".rtf", ".txt"),
    "calc_pdf_Export": (".xlsx", ".xls", ".ods", ".csv"),
    "impress_pdf_Export": (".pptx", ".ppt", ".odp"),
}
_FILTER = {soort: filter_ for filter_, soorten in _UITVOER.items() for soort in soorten}
_ZIPSOORTEN = (".docx", ".dotx", ".odt", ".xlsx", ".ods", ".pptx", ".odp")

_INSTELLINGEN = {
    "/org.openoffice.Office.Common/Security/Scripting": {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "/org.openoffice.Inet/Settings": {
        "ooInetProxyType": "1",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
        "ooInetNoProxy": "",
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
    "/org.openoffice.Office.Calc/Content/Update": {"Link": "1"},
}
"""No macros, no pictures or links from elsewhere, and a proxy that is nobody."""


class OfficeMetWachtwoord(TkError):
    """An Office file opens only with a password."""

    code = "TK-P20"
    melding = "‘{bestand}’ kan niet worden geopend: er zit een wachtwoord op."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Haal het wachtwoord weg in Word, Excel of PowerPoint, of sla het op als pdf, en voeg het opnieuw toe."


class OmzettenMislukt(TkError):
    """LibreOffice made nothing of it: the file is damaged, or it stopped."""

    code = "TK-P21"
    melding = "Van ‘{bestand}’ konden geen pagina’s worden gemaakt."
    veilig = "Het bestand zelf is niet veranderd."
    advies = "Sla het in Word, Excel of PowerPoint op als pdf en vervang het stuk daardoor."


class OmzettenDuurtTeLang(TkError):
    """LibreOffice was still at work after the time limit."""

    code = "TK-P22"
    melding = "Het omzetten van ‘{bestand}’ naar pdf duurde langer dan {seconden} seconden en is gestopt."
    veilig = "Het bestand zelf is niet veranderd."
    advies = "Sla het in Word, Excel of PowerPoint op als pdf en vervang het stuk daardoor."


class OfficeTeGroot(TkError):
    """An Office file unpacks to more than any paper of a board holds."""

    code = "TK-P23"
    melding = "‘{bestand}’ is uitgepakt te groot om veilig te openen."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Verklein de afbeeldingen of sla het op als pdf."


class OfficeStartNiet(TkError):
    """LibreOffice is there but does not start."""

    code = "TK-P24"
    melding = "LibreOffice start niet; van ‘{bestand}’ zijn geen pagina’s gemaakt."
    veilig = "Het bestand zelf is niet veranderd."
    advies = "Open LibreOffice zelf een keer, of sla het bestand op als pdf en vervang het stuk daardoor."


def is_office(bron: Path) -> bool:
    """Tell by its name whether LibreOffice can make pages of a file."""
    return bron.suffix.lower() in _FILTER


def find_office() -> "Office | None":
    """Return the LibreOffice of this computer, or ``None`` when there is none at the places where it usually stands."""
    for pad in _usual_places():
        if pad is not None and pad.is_file():
            return Office(programma=pad)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One LibreOffice, by the program that starts it."""

    programma: Path
    tijdslimiet: float = TIJDSLIMIET

    def convert(self, bron: Path, map_: Path, progress: Progress) -> Path:
        """Make a PDF of ``bron`` beside it and return it; what LibreOffice leaves stands in the private ``map_``.

        The profile in ``map_`` serves the next file too, so that only the first one waits for it. Raises
        ``OfficeMetWachtwoord``, ``OfficeTeGroot``, ``OmzettenMislukt``, ``OmzettenDuurtTeLang``, ``OfficeStartNiet``,
        or ``Onderbroken`` when the user stops.
        """
        filter_ = f'{_FILTER[bron.suffix.lower()]}:{{"UseTaggedPDF":{{"type":"boolean","value":"true"}}}}'
        return self._make(bron, map_, ("pdf", filter_), progress)

    def to_word(self, bron: Path, map_: Path, progress: Progress) -> Path:
        """Make a ``.docx`` of a text in another form, of the same name; as ``convert`` does, and raises."""
        return self._make(bron, map_, ("docx", "MS Word 2007 XML"), progress)

    def _make(self, bron: Path, map_: Path, vorm: tuple[str, str], progress: Progress) -> Path:
        """Make a file of another kind, named with its filter, beside ``bron`` in a folder of the name of that kind."""
        soort, filter_ = vorm
        _look_before_opening(bron)
        profiel, uit, tijdelijk = map_ / "profiel", bron.parent / soort, map_ / "tijdelijk"
        for folder in (profiel / "user", uit, tijdelijk):
            folder.mkdir(parents=True, exist_ok=True)
        (profiel / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        opdracht = [
            str(self.programma),
            f"-env:UserInstallation={profiel.resolve().as_uri()}",
            *("--headless", "--invisible", "--nologo", "--nodefault", "--norestore", "--nolockcheck"),
            *("--convert-to", f"{soort}:{filter_}"),
            *("--outdir", str(uit.resolve()), str(bron.resolve())),
        ]
        self._run(opdracht, _surroundings(tijdelijk), bron, progress)
        gemaakt = [pad for pad in uit.glob(f"*.{soort}") if pad.stat().st_size]
        if len(gemaakt) != 1:
            raise OmzettenMislukt(bestand=bron.name)
        return gemaakt[0]

    def _run(self, opdracht: list[str], omgeving: dict[str, str], bron: Path, progress: Progress) -> None:
        """Wait for LibreOffice, telling often that it is at work; nothing it started outlives this."""
        try:
            proces = _start(opdracht, omgeving)
        except OSError as fout:
            raise OfficeStartNiet(bestand=bron.name) from fout
        einde = time.monotonic() + self.tijdslimiet
        try:
            while True:
                progress.step(f"{bron.name} omzetten", 0, 0)
                try:
                    proces.wait(timeout=_BEAT)
                    return
                except subprocess.TimeoutExpired as fout:
                    if time.monotonic() > einde:
                        raise OmzettenDuurtTeLang(bestand=bron.name, seconden=round(self.tijdslimiet)) from fout
        finally:
            _kill(proces)


def _usual_places() -> list[Path | None]:
    named = [Path(pad) if (pad := shutil.which(naam)) else None for naam in ("soffice", "libreoffice")]
    if sys.platform == "win32":
        mappen = [os.environ.get(naam) for naam in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")]
        plekken = [Path(map_) / "LibreOffice" / "program" for map_ in mappen if map_]
        return [*(plek / naam for plek in plekken for naam in ("soffice.com", "soffice.exe")), *named]
    if sys.platform == "darwin":
        return [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"), *named]
    return [*named, *sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)]


def _look_before_opening(bron: Path) -> None:
    """Refuse what has a password, is no whole package, or unpacks to far more than it is."""
    if bron.suffix.lower() not in _ZIPSOORTEN:
        return
    try:
        with zipfile.ZipFile(bron) as pakket:
            delen = pakket.infolist()
            if is_mountain(delen, bron.stat().st_size):
                raise OfficeTeGroot(bestand=bron.name)
            namen = {deel.filename for deel in delen}
            lijst = pakket.open("META-INF/manifest.xml").read(2**20) if "META-INF/manifest.xml" in namen else b""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as fout:
        raise OmzettenMislukt(bestand=bron.name) from fout
    if b"encryption-data" in lijst:
        raise OfficeMetWachtwoord(bestand=bron.name)


def _settings() -> str:
    regels = "".join(
        f'<item oor:path="{pad}"><prop oor:name="{naam}" oor:op="fuse"><value>{waarde}</value></prop></item>'
        for pad, waarden in _INSTELLINGEN.items()
        for naam, waarde in waarden.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{regels}</oor:items>'
    )


def _surroundings(tijdelijk: Path) -> dict[str, str]:
    """Return the environment of LibreOffice: its temporary files stay beside the werkmap, its network leads nowhere."""
    nergens = "http://127.0.0.1:9"
    plek = str(tijdelijk.resolve())
    return {
        **{naam: waarde for naam, waarde in os.environ.items() if naam not in ("DISPLAY", "WAYLAND_DISPLAY")},
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), plek),
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"), nergens),
        "no_proxy": "",
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _start(opdracht: list[str], omgeving: dict[str, str]) -> subprocess.Popen[bytes]:
    stil = subprocess.DEVNULL
    if sys.platform == "win32":
        vlaggen = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(opdracht, env=omgeving, stdin=stil, stdout=stil, stderr=stil, creationflags=vlaggen)
    return subprocess.Popen(opdracht, env=omgeving, stdin=stil, stdout=stil, stderr=stil, start_new_session=True)


def _kill(proces: subprocess.Popen[bytes]) -> None:
    """End a program and everything it started, and wait until it is gone."""
    if sys.platform == "win32":
        if proces.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(proces.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):  # all of it ended by itself
            os.killpg(proces.pid, signal.SIGKILL)
    proces.wait()
