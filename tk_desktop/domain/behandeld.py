"""An item at which something was said or decided is withdrawn, never removed (H6, B14)."""

from collections.abc import Iterable

from tk_desktop.base.errors import TkError
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.zitting import Zitting


class PuntBehandeld(TkError):
    """An item was to be removed of which something was said or decided."""

    code = "TK-B87"
    melding = "Bij ‘{titel}’ staat al wat er is besproken of besloten; het punt is niet verwijderd."
    veilig = "Er is niets gewijzigd."
    advies = "Haal eerst weg wat erbij is vastgelegd, of trek het punt in: dan blijft alles bewaard."


def require_onbehandeld(zitting: Zitting, punten: Iterable[Agendapunt]) -> None:
    """Raise ``PuntBehandeld`` when something was written, voted, decided or agreed at one of these items."""
    teksten = (*zitting.verslagen.values(), *zitting.dubbel)
    bezet: set[str | None] = {
        een.agendapunt_id for een in teksten if een.besproken.strip() or een.besloten_deel.strip()
    }
    for rijen in (zitting.besluiten, zitting.stemmingen, zitting.acties, zitting.rondes):
        bezet |= {een.agendapunt_id for een in rijen}
    for punt in punten:
        if punt.id in bezet:
            raise PuntBehandeld(titel=punt.titel)
