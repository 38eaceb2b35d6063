"""The grounds, organs and stamp of geheimhouding that come with the program."""

import tomllib
from functools import cache

from tk_desktop.base.paths import resources
from tk_desktop.domain.geheimhouding import Geheimregels, Grond


@cache
def known_geheimregels() -> Geheimregels:
    """Return what ``resources/geheimhouding/geheimhouding.toml`` says, in that order (J4, J8)."""
    bestand = resources() / "geheimhouding" / "geheimhouding.toml"
    gelezen = tomllib.loads(bestand.read_text(encoding="utf-8"))
    gronden = (Grond(**{**een, "woorden": tuple(een.get("woorden", ()))}) for een in gelezen["grond"])
    return Geheimregels(gronden=tuple(gronden), organen=tuple(gelezen["organen"]), stempel=gelezen["stempel"])
