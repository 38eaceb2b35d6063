"""Taking back what others got to read: the words leave their tables first, then the row goes."""

from collections.abc import Mapping

from tk_desktop.domain.bereik import Bereik
from tk_desktop.domain.bewerking import Waarde
from tk_desktop.store.bewerkingen import Bewerkingen

INGETROKKEN = "[ingetrokken]"
"""What a withdrawn row says in the place of its words, so that these leave the tables of who read them."""
_WOORDEN: Mapping[str, tuple[str, ...]] = {
    "agendapunt": ("titel", "toelichting", "spoed", "reden"),
    "agendapunt_inleider": ("naam", "rol"),
    "voorstelpunt": ("tekst",),
    "stuk": ("titel",),
    "stukversie": ("bestandsnaam",),
    "nota": ("onderwerp", "registratienummer", "domein"),
    "nota_behandelaar": ("naam", "functie", "telefoon"),
    "nota_sectie": ("kop", "tekst"),
    "nota_argument": ("kop", "tekst"),
    "besluit": ("nummer", "tekst", "voorgesteld", "minderheid"),
    "actie": ("tekst", "door", "oorsprong", "portefeuillehouder"),
    "actie_stand": ("tekst",),
    "puntverslag": ("besproken", "besloten_deel"),
    "stemming": ("onderwerp",),
    "stem": ("naam", "namens"),
    "correctie": ("was", "wordt", "reden"),
    "presentie": ("naam", "namens", "functie"),
    "geheimhouding": ("onderwerp", "omvang"),
    "geheimhouding_gebeurtenis": ("orgaan",),
    "aantekening": ("tekst", "antwoord"),
    "aantekening_plaats": ("citaat", "voor", "na"),
    "aantekening_label": ("naam",),
}
"""Columns with words, of tables that others get to read; the rest hold choices, days and ids."""
_TEKENING: Mapping[str, tuple[str, ...]] = {"aantekening": ("lijnen",), "aantekening_plaats": ("vlakken",)}
"""Columns with what was drawn by hand, of which nothing is left."""


def zonder_woorden(tabel: str, waarden: Mapping[str, Waarde]) -> dict[str, Waarde]:
    """Return what the words of a row become that readers may not have any more."""
    leeg = {**dict.fromkeys(_WOORDEN.get(tabel, ()), INGETROKKEN), **dict.fromkeys(_TEKENING.get(tabel, ()), "")}
    return {kolom: waarde for kolom, waarde in leeg.items() if waarden.get(kolom) not in (None, "")}


def withdraw(bewerkingen: Bewerkingen, bereik: Bereik, tabel: str, rij: str) -> None:
    """Take a row from the readers of a scope, and its words from their tables first."""
    bewerkingen.schrijf(bereik, tabel, rij, zonder_woorden(tabel, bewerkingen.koppen(bereik, tabel, rij)))
    bewerkingen.neem_weg(bereik, tabel, rij)
