"""The forms in which the list of actions leaves the window."""

from enum import StrEnum


class Actievorm(StrEnum):
    """In which form the list leaves; the value is the ending of its file."""

    EXCEL = ".xlsx"
    PDF = ".pdf"
    WORD = ".docx"
    AGENDA = ".ics"

    @property
    def soort(self) -> str:
        """What the file dialog calls it."""
        namen = {".xlsx": "Excel", ".pdf": "Pdf", ".docx": "Word", ".ics": "Agenda"}
        return f"{namen[self.value]} (*{self.value})"
