"""Opening a received file in the program that the computer has for it, from a copy that cannot be written in."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import fetch, private_folder
from tk_desktop.desktop.session.inzage import onthoud_inzage
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.meeting.stukken import versions_of


class BlijftVersleuteld(TkError):
    """A file of a protected werkmap was to be given to another program, which reads clear files alone."""

    code = "TK-D22"
    melding = "‘{bestand}’ gaat niet naar een ander programma: het zou dan leesbaar op de schijf staan."
    veilig = "In uw werkmap blijft het beschermd."
    advies = "Lees het stuk hier, of exporteer een set naar een plek die u kiest. Vraag een Office-bestand als pdf op."


def open_paper_outside(sessie: Sessie, stuk_id: str) -> None:
    """Open the newest file of a paper; a nota with a form has none, and nothing happens."""
    versies = versions_of(sessie.store, stuk_id)
    if versies:
        open_version_outside(sessie, versies[0].id)


def open_version_outside(sessie: Sessie, versie_id: str) -> None:
    """Open a version under its own name; what goes wrong is told in the bar, as is that a protected file stays here."""
    store = sessie.store
    with sessie.balk.meldt():
        versie = store.versies.get(versie_id)
        bron = store.bestanden.open(versie.sha256)
        if not isinstance(bron, Path):
            raise BlijftVersleuteld(bestand=versie.bestandsnaam)
        stuk = store.stukken.get(versie.stuk_id)
        onthoud_inzage(sessie, store.opname(stuk.vergadering_id), stuk.id, Inzagewijze.BUITEN)  # before it is there
        kopie = fetch(bron, private_folder(store.map) / versie.bestandsnaam)
        kopie.chmod(0o444)  # what would be typed in it, would be lost
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(kopie)))
        sessie.gemeld.emit("Dit is een kopie om te lezen. Vervang het stuk om het te wijzigen.", False)


def show_outside(pad: Path) -> None:
    """Open a file that was made, or the folder where it stands, in the program that the computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(pad)))
