"""People in a line of text: names, roles, phone numbers and e-mail addresses."""

import re
from collections.abc import Sequence

TUSSENVOEGSELS = (
    "van", "de", "der", "den", "het", "ten", "ter", "te", "op", "in", "aan", "bij", "onder", "’t", "'t", "la", "le",
    "v.d.", "v.", "d.", "v/d", "vd", "von", "el", "al",
)  # fmt: skip
TITELS = ("dhr.", "mw.", "mevr.", "mevrouw", "meneer", "de heer", "heer", "drs.", "dr.", "mr.", "ir.", "ing.", "prof.")

TELEFOON = re.compile(r"(?<![\d-])(?:\+31[\s-]?|0)\d{1,3}(?:\s*[-–]\s*|\s)?\d(?:\s?\d){5,7}(?!\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

_LABEL_TELEFOON = re.compile(r"[,;]?\s*\b(?:tel(?:efoon)?(?:nr)?|t)\b\.?\s*:?\s*$", re.I)
_NIEUWE_PERSOON = re.compile(r"(?<=\))\s*(?:,|en|;)\s+(?=[^\W\d_a-z])|;\s*|(?<=\))\s+(?=[^\W\d_a-z])")
_BUITEN_HAAKJES = re.compile(r"(?:,\s*|\s+(?:en|&)\s+|\s*;\s*|(?<=\))\s+)(?![^()]*\))")
_AANSPREKING = re.compile(r"^(?:(?:de\s+)?(?:heren|dames|heer)|dhr|mw|mevr|mevrouw|meneer|mej)\b\.?\s*(?=\S)", re.I)
_VOORNAAM = re.compile(r"(?:[A-ZÀ-Ý](?:\.|[\w’'-]*\w)?\.?)+")


def zonder_aanspreking(naam: str) -> str:
    """Return a name without how somebody is addressed: ``mw. A. de Boer`` is A. de Boer, ``mr. A. de Boer`` stays."""
    return _AANSPREKING.sub("", naam.strip())


def naam_vooraan(tekst: str) -> tuple[str, str]:
    """Return the name a text opens with and the rest; no name when it does not look like one.

    A name is a first name or initials, prefixes such as ``van der``, and one word with a capital; titles may go first.
    """
    woorden = tekst.split()
    plaats = 0
    while plaats < len(woorden) and woorden[plaats].lower() in TITELS:
        plaats += 1
    begin = plaats
    while plaats < len(woorden) and re.fullmatch(r"(?:[A-ZÀ-Ý]\.)+", woorden[plaats]):
        plaats += 1
    if plaats == begin and plaats < len(woorden) and _VOORNAAM.fullmatch(woorden[plaats]):
        plaats += 1
    if plaats == begin:
        return "", tekst
    while plaats < len(woorden) and woorden[plaats].lower() in TUSSENVOEGSELS:
        plaats += 1
    if plaats == len(woorden) or not woorden[plaats][0].isupper():
        return "", tekst
    achternaam = woorden[plaats].rstrip(",;:")
    rest = woorden[plaats][len(achternaam) :] + " " + " ".join(woorden[plaats + 1 :])
    return zonder_aanspreking(" ".join([*woorden[:plaats], achternaam])), rest.strip()


def inleiders(tekst: str) -> tuple[tuple[tuple[str, str], ...], bool]:
    """Return the people named in a line with their role, and whether every role stands between brackets."""
    uit: list[tuple[str, str]] = []
    zeker = True
    for deel in _BUITEN_HAAKJES.split(tekst.strip(" .")):
        naam, rest = naam_vooraan(deel.strip())
        rol = rest.strip(" ,.:")
        if naam:
            tussen_haakjes = rol.startswith("(") and rol.endswith(")")
            zeker = zeker and (not rol or tussen_haakjes)
            uit.append((naam, rol.strip("() ") if tussen_haakjes else rol))
        elif uit and rest.strip():
            zeker = False
            laatste, eerder = uit[-1]
            uit[-1] = (laatste, f"{eerder} {rol}".strip())
        elif rest.strip():
            zeker = False
            uit.append((rol, ""))
    return tuple(uit), zeker


def behandelaars(delen: Sequence[str]) -> tuple[str, tuple[tuple[str, str, str], ...], bool]:
    """Return the domain, the officials (name, function, phone) on lines, and whether all of it could be placed."""
    personen: list[tuple[str, str, str]] = []
    domein, zeker = "", True
    for stuk, telefoon in _per_telefoon(_per_persoon(delen)):
        naam, rest = naam_vooraan(stuk)
        if not naam and not personen and "," in stuk:
            voor, na = stuk.split(",", 1)
            naam, rest = naam_vooraan(na.strip())
            domein = voor.strip() if naam else domein
        functie = rest.strip(" ,;:-–")
        if functie.startswith("(") and functie.endswith(")"):
            functie = functie[1:-1].strip()
        if not naam and not personen and not domein and not telefoon and not re.search(r"\d", stuk):
            domein = stuk
        elif naam:
            personen.append((naam, functie, telefoon))
        elif stuk:
            zeker = False
            personen.append((stuk, "", telefoon))
    return domein, tuple(personen), zeker


def _per_persoon(delen: Sequence[str]) -> list[str]:
    """Return one text for each line that opens with a name; a line that runs on belongs to the one above."""
    uit: list[str] = []
    for deel in (" ".join(deel.split()) for deel in delen):
        if not deel:
            continue
        open_haakje = bool(uit) and uit[-1].count("(") > uit[-1].count(")")
        if uit and (open_haakje or uit[-1].endswith((",", " en", "-")) or not naam_vooraan(deel)[0]):
            uit[-1] = f"{uit[-1]} {deel}"
        else:
            uit.append(deel)
    return uit


def _per_telefoon(teksten: Sequence[str]) -> list[tuple[str, str]]:
    uit: list[tuple[str, str]] = []
    for tekst in teksten:
        plaats = 0
        for treffer in TELEFOON.finditer(tekst):
            delen = _gesplitst(tekst[plaats : treffer.start()])
            uit.extend((deel, "") for deel in delen[:-1])
            uit.append((delen[-1] if delen else "", treffer[0]))
            plaats = treffer.end()
        uit.extend((deel, "") for deel in _gesplitst(tekst[plaats:]))
    return [(deel, telefoon) for deel, telefoon in uit if deel or telefoon]


def _gesplitst(tekst: str) -> list[str]:
    schoon = _LABEL_TELEFOON.sub("", re.sub(r"^\s*(?:en\b|[,;&/])\s*", "", tekst.strip())).strip()
    return [deel.strip(" ,;") for deel in _NIEUWE_PERSOON.split(schoon) if deel.strip(" ,;.")]
