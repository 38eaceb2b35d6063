"""``make licenties``: the libraries that go along with the program, each with its licence, in docs/licenties.md.

What a library says of itself counts (PEP 639, its field or its classifiers). A licence that a program under the
EUPL-1.2 may not take along fails.
"""

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

HIER = Path(__file__).parents[1]
LIJST = HIER / "docs" / "licenties.md"
_SLOT = HIER / "requirements.lock"

_ZELF = {
    "pywin32-ctypes": "BSD-3-Clause",  # on Windows only: read from its repository
    "sqlcipher3": "Zlib",  # says nothing in its metadata: read from the LICENSE in its source
    "pypdfium2": "BSD-3-Clause, Apache-2.0",  # the second is that of PDFium, with those of what it holds in its wheel
}
_MAG = re.compile(
    r"(MIT|BSD|Apache|MPL|PSF|Zlib|LGPL|Python Software|Public Domain|Mozilla|HPND|ISC)[\w .,/():-]*", re.IGNORECASE
)
"""What may go along: permissive licences, and those that ask only that their own source stays free."""

_KOP = """# Wat er van anderen meegaat

Gemaakt met `make licenties` uit `requirements.lock`: de bibliotheken die bij het programma horen, met de licentie die
elk van zichzelf noemt. Het programma zelf is EUPL-1.2; lettertypen en pictogrammen hebben een eigen licentie, naast hun
bestanden in `resources`. Bibliotheken onder de LGPL of MPL gaan los en ongewijzigd mee: u mag ze vervangen.

| Bibliotheek | Versie | Licentie |
|---|---|---|
"""


def lijst() -> str:
    """Return the whole document; raises ``ValueError`` for a licence that may not go along."""
    return _KOP + "".join(f"| {naam} | {versie} | {_keur(naam)} |\n" for naam, versie in _vast())


def _vast() -> Iterator[tuple[str, str]]:
    """Yield each library of the lock file; one that differs by system stands there with all its versions."""
    versies: dict[str, list[str]] = {}
    for naam, versie in re.findall(r"^([\w.-]+)==([^\s;]+)", _SLOT.read_text(encoding="utf-8"), re.MULTILINE):
        versies.setdefault(naam, []).append(versie)
    for naam, alle in versies.items():
        yield naam, ", ".join(alle)


def _keur(naam: str) -> str:
    licentie = _ZELF.get(naam) or _zegt(metadata.metadata(naam))
    if not any(_MAG.fullmatch(keuze) for keuze in licentie.split(" OR ")):
        raise ValueError(f"{naam}: mag {licentie!r} mee met een programma onder de EUPL-1.2?")
    return licentie


def _zegt(zelf: metadata.PackageMetadata) -> str:
    """Return what a library says of itself, in the newest way that it knows."""
    for veld in ("License-Expression", "Classifier", "License"):
        regels = [regel for regel in zelf.get_all(veld) or () if veld != "Classifier" or regel.startswith("License ::")]
        if regels:
            return ", ".join(regel.rpartition(" :: ")[2].partition("\n")[0] for regel in regels)
    return ""


if __name__ == "__main__":
    LIJST.write_text(lijst(), encoding="utf-8")
    sys.stdout.write(f"{LIJST.relative_to(HIER)}: {sum(1 for _ in _vast())} bibliotheken\n")
