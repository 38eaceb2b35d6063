"""Who looks at a secret paper is written down (J13)."""

from collections.abc import Callable

from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.minutes.geheimhouding import log_inzage
from tk_desktop.minutes.kopieen import Kopiemaker, secret_in


def onthoud_inzage(sessie: Sessie, opname: Momentopname, papier: str, wat: Inzagewijze = Inzagewijze.GELEZEN) -> None:
    """Write down that who works here opened a paper, when it is besloten or a duty of secrecy is on it.

    A werkmap that is only read keeps nothing.
    """
    stuk = next((een for een in opname.stukken if een.id == papier), None)
    if stuk is None or sessie.alleen_lezen:
        return
    versie = secret_in(opname, [stuk.id]).get(stuk.id)
    if versie is None:
        return
    sessie.onthoud(
        lambda: log_inzage(
            sessie.store,
            nu=sessie.nu(),
            wie=sessie.voorkeuren.lezer,
            vergadering_id=opname.vergadering.id,
            papier=stuk.id,
            versie=versie,
            wat=wat,
        )
    )


def kopiemaker(sessie: Sessie) -> Callable[[str], Kopiemaker] | None:
    """Return what tells who makes a copy now, for what; nothing where a werkmap is only read and keeps nothing."""
    if sessie.alleen_lezen:
        return None

    def maak(reden: str) -> Kopiemaker:
        return Kopiemaker(wie=sessie.voorkeuren.lezer, nu=sessie.nu(), reden=reden)

    return maak
