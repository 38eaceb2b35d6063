"""Loading the large libraries while the user looks round, so that no first click waits for them."""

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.commands import laad

_ZWAAR = (
    "agenda.stukbediening",
    "pages.voorbeeldbediening",
    "nota.notastart",
    "sets.set_bediening",
    "reader.lezerbediening",
    "sitting.zittingbediening",
)


def laad_vast(_: Progress) -> None:
    """Load what a first click on a part of the window needs."""
    for naam in _ZWAAR:
        laad(naam)
