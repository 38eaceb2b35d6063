"""Words of Qt itself that its Dutch translation lacks, or calls otherwise than the keys on a keyboard."""

from PySide6.QtCore import QObject, QTranslator

_WOORDEN = {
    "QFileDialog": {
        "&Look in:": "&Zoek in:",
        "Look in:": "Zoek in:",
        "Directory:": "Map:",
        "File &name:": "Bestands&naam:",
        "&File name:": "Bestands&naam:",
        "Files of &type:": "&Soort bestanden:",
        "Files of type:": "Soort bestanden:",
        "Files": "Bestanden",
        "Show ": "Toon ",
        "Sidebar": "Zijbalk",
        "Go back": "Terug",
        "Go forward": "Vooruit",
        "Go to the parent directory": "Naar de bovenliggende map",
        "List of places and bookmarks": "Plaatsen en bladwijzers",
        "Change to list view mode": "Toon als lijst",
        "Change to detail view mode": "Toon details",
        "&Open": "&Openen",
        "Open": "Openen",
        "&Save": "Op&slaan",
        "Save As": "Opslaan als",
        "&Choose": "&Kiezen",
        "Back": "Terug",
        "Forward": "Vooruit",
        "Parent Directory": "Bovenliggende map",
        "Create New Folder": "Nieuwe map maken",
        "List View": "Lijst",
        "Detail View": "Details",
        "&New Folder": "&Nieuwe map",
        "Create a New Folder": "Een nieuwe map maken",
        "Show &hidden files": "Toon &verborgen bestanden",
        "&Rename": "&Hernoemen",
        "&Delete": "&Verwijderen",
        "Remove": "Verwijderen",
        "All Files (*)": "Alle bestanden (*)",
        "My Computer": "Deze computer",
        "Computer": "Computer",
        "File Folder": "Map",
        "Folder": "Map",
        "%1 File": "%1-bestand",
        "File": "Bestand",
        "Drive": "Schijf",
        "New Folder": "Nieuwe map",
    },
    "QFileSystemModel": {
        "Name": "Naam",
        "Size": "Grootte",
        "Kind": "Soort",
        "Type": "Soort",
        "Date Modified": "Gewijzigd",
        "Computer": "Computer",
        "My Computer": "Deze computer",
    },
    "QAbstractFileIconProvider": {
        "Folder": "Map",
        "File Folder": "Map",
        "%1 File": "%1-bestand",
        "File": "Bestand",
        "Drive": "Schijf",
    },
    "QShortcut": {"Return": "Enter", "PgDown": "PgDn", "PgUp": "PgUp", "Del": "Del", "Esc": "Esc"},
}


class EigenWoorden(QTranslator):
    """Answers for what ``qtbase_nl`` does not; everything else is left to it."""

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return our word, or ``None`` when it is not ours to say (an empty text would be shown)."""
        return _WOORDEN.get(context, {}).get(source)

    def isEmpty(self) -> bool:
        """Tell that there are words here."""
        return False
