"""The laws that come with the program."""

import tomllib

from tk_desktop.base.paths import resources
from tk_desktop.domain.wetten import Wet


def known_wetten() -> tuple[Wet, ...]:
    """Return the laws of ``resources/wetten/wetten.toml``, in that order (C11)."""
    gelezen = tomllib.loads((resources() / "wetten" / "wetten.toml").read_text(encoding="utf-8"))
    return tuple(
        Wet(naam=wet["naam"], lidwoord=wet["lidwoord"], bwb=wet["bwb"], ook=tuple(wet["ook"])) for wet in gelezen["wet"]
    )
