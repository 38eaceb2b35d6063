"""The house style: one description of letters, colours, margins and logo for PDF and Word alike."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.paths import resources

NEUTRAAL = "neutraal"


class HuisstijlOnbruikbaar(TkError):
    """A house style is missing, or a value in it cannot be used."""

    code = "TK-H01"
    melding = "Huisstijl ‘{naam}’ kan niet worden gebruikt: {oorzaak}."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een andere huisstijl of verbeter huisstijl.toml; docs/gebruik.md noemt alle velden."


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisstijl:
    """How papers look. Sizes are in points (1/72 inch) for letters and in millimetres for margins and logo.

    Colours are ``#rrggbb``. ``word_letter`` is the name Word asks the system for; ``letter_*`` are the TrueType files
    embedded in a PDF, of the same widths, so that Word and PDF break lines alike.
    """

    naam: str
    organisatie: str
    word_letter: str
    letter_gewoon: Path
    letter_vet: Path
    letter_cursief: Path
    letter_vet_cursief: Path
    letter_tekens: Path
    corps: float
    kleur_tekst: str
    kleur_accent: str
    kleur_lijn: str
    kleur_tint: str
    marge_boven: float
    marge_onder: float
    marge_links: float
    marge_rechts: float
    logo: Path | None
    logo_breedte: float
    logo_tekst: str

    @classmethod
    def known(cls) -> tuple["Huisstijl", ...]:
        """Return the house styles that come with the program, the neutral one first (A1)."""
        namen = sorted(map_.name for map_ in (resources() / "huisstijl").iterdir() if map_.is_dir())
        return tuple(cls.load(naam) for naam in sorted(namen, key=lambda naam: naam != NEUTRAAL))

    @classmethod
    def load(cls, naam: str = NEUTRAAL) -> "Huisstijl":
        """Read ``resources/huisstijl/<naam>/huisstijl.toml``; raises ``HuisstijlOnbruikbaar``."""
        map_ = resources() / "huisstijl" / naam
        try:
            waarden = tomllib.loads((map_ / "huisstijl.toml").read_text(encoding="utf-8"))
            letters = waarden["letters"]
            kleuren = waarden["kleuren"]
            marges = waarden["marges_mm"]
            logo = waarden.get("logo", {})
            stijl = cls(
                naam=naam,
                organisatie=waarden["organisatie"],
                word_letter=letters["word"],
                corps=float(letters["corps"]),
                kleur_tekst=kleuren["tekst"],
                kleur_accent=kleuren["accent"],
                kleur_lijn=kleuren["lijn"],
                kleur_tint=kleuren["tint"],
                marge_boven=float(marges["boven"]),
                marge_onder=float(marges["onder"]),
                marge_links=float(marges["links"]),
                marge_rechts=float(marges["rechts"]),
                logo=map_ / logo["bestand"] if logo else None,
                logo_breedte=float(logo.get("breedte_mm", 0)),
                logo_tekst=logo.get("alternatieve_tekst", ""),
                **{f"letter_{soort}": resources() / "fonts" / letters[soort] for soort in _SOORTEN},
            )
        except (OSError, KeyError, TypeError, ValueError) as fout:
            raise HuisstijlOnbruikbaar(naam=naam, oorzaak=_oorzaak(fout)) from fout
        for bestand in (stijl.logo, *(getattr(stijl, f"letter_{soort}") for soort in _SOORTEN)):
            if bestand is not None and not bestand.is_file():
                raise HuisstijlOnbruikbaar(naam=naam, oorzaak=f"‘{bestand.name}’ ontbreekt")
        return stijl


_SOORTEN = ("gewoon", "vet", "cursief", "vet_cursief", "tekens")


def _oorzaak(fout: Exception) -> str:
    if isinstance(fout, OSError):
        return "huisstijl.toml is er niet"
    if isinstance(fout, KeyError):
        return f"het veld ‘{fout.args[0]}’ ontbreekt"
    return "een waarde is niet leesbaar"
