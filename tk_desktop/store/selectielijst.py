"""The selectielijst that comes with the program."""

import tomllib
from functools import cache

from tk_desktop.base.paths import resources
from tk_desktop.domain.dossier import Waardering
from tk_desktop.domain.selectielijst import Categorie, Selectielijst, Vanaf


@cache
def known_selectielijst() -> Selectielijst:
    """Return what ``resources/selectielijst/selectielijst.toml`` says, in that order (K10)."""
    bestand = resources() / "selectielijst" / "selectielijst.toml"
    gelezen = tomllib.loads(bestand.read_text(encoding="utf-8"))
    return Selectielijst(
        naam=gelezen["naam"],
        categorieen=tuple(
            Categorie(
                sleutel=een["sleutel"],
                nummer=een["nummer"],
                omschrijving=een["omschrijving"],
                waardering=Waardering(een["waardering"]),
                termijn=een.get("termijn"),
                vanaf=Vanaf(een.get("vanaf", Vanaf.SLUITEN)),
                gremium=tuple(een.get("gremium", ())),
                afgelast=een.get("afgelast", False),
            )
            for een in gelezen["categorie"]
        ),
    )
