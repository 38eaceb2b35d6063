"""Letting a double click on a bundle open this program: for this user, on this computer, on this werkmap.

Linux has a kind of file and a starter in the folder of the user, Windows keys under the user in the registry. A Mac
asks that of a program that was built as an app.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import replacing

_SOORT = "application/x-tk-bundel"
_STARTER = "tk-desktop-bundel.desktop"
_SLEUTEL = "TKDesktop.Bundel"
_NAAM = "Bundel van TK Desktop"
_WACHT = 30
"""Seconds that the computer may take to hear of it."""
_MIME = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{_SOORT}">
    <comment xml:lang="nl">{_NAAM}</comment>
    <glob pattern="*.tkb"/>
    <sub-class-of type="application/zip"/>
  </mime-type>
</mime-info>
"""


class KoppelenKanNiet(TkError):
    """This computer offers no way to let a double click open this program."""

    code = "TK-D56"
    melding = "Op deze computer kan TK Desktop dubbelklikken niet zelf regelen."
    veilig = "Er is niets gewijzigd."
    advies = "Klik met rechts op een bundel, kies ‘Openen met’ en daarna TK Desktop, of sleep haar in het venster."


def own_command(map_: Path) -> tuple[str, ...]:
    """Return how this program is started on a werkmap."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "tk_desktop.desktop.shell.start"]
    return (sys.executable, *module, "--werkmap", str(map_))


def open_by_double_click(map_: Path, systeem: str = sys.platform) -> None:
    """Let a double click on a bundle open it here; raises ``KoppelenKanNiet`` or ``NietSchrijfbaar``."""
    if systeem == "win32":
        in_registry(own_command(map_), QSettings("HKEY_CURRENT_USER\\Software\\Classes", QSettings.Format.NativeFormat))
    elif systeem.startswith("linux"):
        gegevens = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
        in_data_folder(own_command(map_), Path(gegevens))
    else:
        raise KoppelenKanNiet


def in_registry(opdracht: Sequence[str], klassen: QSettings) -> None:
    """Write the keys by which Windows knows a bundle."""
    regel = " ".join([*(f'"{deel}"' for deel in opdracht), '"%1"'])
    klassen.setValue(".tkb/Default", _SLEUTEL)
    klassen.setValue(f"{_SLEUTEL}/Default", _NAAM)
    klassen.setValue(f"{_SLEUTEL}/shell/open/command/Default", regel)
    klassen.sync()
    if klassen.status() is not QSettings.Status.NoError:
        raise KoppelenKanNiet


def in_data_folder(opdracht: Sequence[str], gegevens: Path, doe: Callable[[Sequence[str]], None] | None = None) -> None:
    """Write the kind of file and the starter of a Linux desktop, and let it hear of them."""
    regel = " ".join([*(_aangehaald(deel) for deel in opdracht), "%f"])
    starter = (
        f"[Desktop Entry]\nType=Application\nName=TK Desktop\nComment={_NAAM}\nExec={regel}\n"
        f"MimeType={_SOORT};\nNoDisplay=true\nTerminal=false\n"
    )
    for pad, tekst in (
        (gegevens / "mime" / "packages" / "tk-desktop.xml", _MIME),
        (gegevens / "applications" / _STARTER, starter),
    ):
        pad.parent.mkdir(parents=True, exist_ok=True)
        with replacing(pad) as deel:
            deel.write_text(tekst, encoding="utf-8")
    laat = doe or _laat_doen
    laat(("update-mime-database", str(gegevens / "mime")))
    laat(("xdg-mime", "default", _STARTER, _SOORT))


def _aangehaald(deel: str) -> str:
    """Return an argument as a starter has it: between quotes, with what has a meaning of its own escaped.

    A value of a starter is escaped once more as a whole, so a stroke that escapes is written twice.
    """
    for teken in ("\\", '"', "`", "$"):
        deel = deel.replace(teken, f"\\{teken}")
    return '"' + deel.replace("\\", "\\\\").replace("%", "%%") + '"'


def _laat_doen(opdracht: Sequence[str]) -> None:
    """Let a program of the desktop do its part, where there is one."""
    programma = shutil.which(opdracht[0])
    if programma is None:
        return
    try:
        subprocess.run([programma, *opdracht[1:]], capture_output=True, timeout=_WACHT, check=False)
    except (OSError, subprocess.TimeoutExpired) as fout:
        raise KoppelenKanNiet from fout
