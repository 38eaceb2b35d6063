"""The kinds of files that come in: what they are called, and the bytes by which they are known."""

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEKST = "text/plain"
ZIP = b"PK\x03\x04"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
KOP = 4096
OLE = b"\xd0\xcf\x11\xe0"
_OPENXML = "application/vnd.openxmlformats-officedocument"
LOS: dict[str, tuple[str, bytes]] = {
    ".docx": (WORD, ZIP),
    ".dotx": (f"{_OPENXML}.wordprocessingml.template", ZIP),
    ".xlsx": (f"{_OPENXML}.spreadsheetml.sheet", ZIP),
    ".pptx": (f"{_OPENXML}.presentationml.presentation", ZIP),
    ".odt": ("application/vnd.oasis.opendocument.text", ZIP),
    ".ods": ("application/vnd.oasis.opendocument.spreadsheet", ZIP),
    ".odp": ("application/vnd.oasis.opendocument.presentation", ZIP),
    ".doc": ("application/msword", OLE),
    ".xls": ("application/vnd.ms-excel", OLE),
    ".ppt": ("application/vnd.ms-powerpoint", OLE),
    ".rtf": ("application/rtf", b"{\\rt"),
    ".txt": (TEKST, b""),
    ".csv": ("text/csv", b""),
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
}
"""Files that travel in a set as they are: their kind, and the bytes such a file begins with."""

MET_MACROS = {
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".dotm": "application/vnd.ms-word.template.macroEnabled.12",
}
"""Word files that may hold macros: the papers in them are read, but as a paper they are not sent on."""

HERKEND = {
    ".zip": "Een zipbestand",
    ".exe": "Een programma",
    ".lnk": "Een snelkoppeling",
    ".docm": "Een Word-bestand met macro’s",
    ".dotm": "Een Word-sjabloon met macro’s",
    ".xlsm": "Een Excel-bestand met macro’s",
    ".pptm": "Een PowerPoint-bestand met macro’s",
}
