"""What the columns of a budget table are, by the words above them."""

import re

from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.cijfertabel import Cijfertabel, Kolomsoort

_SOORTEN = (
    (re.compile(r"eindsaldo", re.I), Bedragsoort.EINDSALDO),
    (re.compile(r"\bsaldo", re.I), Bedragsoort.SALDO),
    (re.compile(r"verwacht", re.I), Bedragsoort.VERWACHT),
    (re.compile(r"besteed|realisatie|uitgaven t", re.I), Bedragsoort.BESTEED),
    (re.compile(r"gewijzigd|na wijziging", re.I), Bedragsoort.GEWIJZIGD),
    (re.compile(r"begroot|begroting|budget", re.I), Bedragsoort.BEGROTING),
)
_LASTEN = re.compile(r"(?:totale )?lasten")
_DEKKING = re.compile(r"\bbaten\b|bijdrage")


def kolomsoorten(tabel: Cijfertabel) -> tuple[Bedragsoort | None, ...]:
    """Return for each column what its amounts are; nothing for one that tells nothing or repeats another."""
    uit: list[Bedragsoort | None] = []
    for kolom in tabel.kolommen:
        soort = next((soort for vorm, soort in _SOORTEN if vorm.search(kolom.naam)), None)
        uit.append(soort if kolom.soort is Kolomsoort.BEDRAG and soort not in uit else None)
    return tuple(uit)


def is_lasten_tabel(tabel: Cijfertabel) -> bool:
    """Tell whether a table divides costs over income and contributions: then the first is what the others are together.

    ``Lasten, Baten, Gemeentelijke bijdrage``; a column of another kind (fte, a name) is no part of it.
    """
    bedragen = [kolom.naam.casefold() for kolom in tabel.kolommen if kolom.soort is Kolomsoort.BEDRAG]
    if len(bedragen) < 2 or not tabel.kolommen or tabel.kolommen[0].soort is not Kolomsoort.BEDRAG:
        return False
    rest = [naam for naam in bedragen[1:] if not naam.startswith("aanvullende financiering door")]
    return bool(_LASTEN.fullmatch(bedragen[0])) and len(rest) > 1 and all(_DEKKING.search(naam) for naam in rest)
