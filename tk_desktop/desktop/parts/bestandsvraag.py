"""Asking where a file is put: the one way to do so, for every screen."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def vraag_bestand(ouder: QWidget, vraag: str, voorstel: Path, soort: str) -> Path | None:
    """Ask where a file is put; a name without an extension gets that of ``voorstel``, before one is replaced."""
    venster = QFileDialog(ouder, vraag, str(voorstel.parent), soort)
    venster.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    venster.setDefaultSuffix(voorstel.suffix)
    venster.selectFile(voorstel.name)
    gekozen = Path(venster.selectedFiles()[0]) if venster.exec() else None
    venster.deleteLater()
    return gekozen


def vraag_map(ouder: QWidget, vraag: str, voorstel: Path) -> Path | None:
    """Ask into which folder files are put."""
    gekozen = QFileDialog.getExistingDirectory(ouder, vraag, str(voorstel))
    return Path(gekozen) if gekozen else None
