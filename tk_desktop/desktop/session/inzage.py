"""Who looks at a secret paper is written down (J13)."""

from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.minutes.geheimhouding import log_inzage


def onthoud_inzage(sessie: Sessie, opname: Momentopname, papier: str) -> None:
    """Write down that who works here opened a paper, when it is besloten or a duty of secrecy is on it.

    A werkmap that is only read keeps nothing.
    """
    stuk = next((een for een in opname.stukken if een.id == papier), None)
    if stuk is None or sessie.alleen_lezen:
        return
    if not (opname.stuk_is_besloten(stuk) or opname.stempels_op_stuk(stuk)):
        return
    versie = opname.versies.get(stuk.id)
    sessie.onthoud(
        lambda: log_inzage(
            sessie.store,
            nu=sessie.nu(),
            wie=sessie.voorkeuren.lezer,
            vergadering_id=opname.vergadering.id,
            papier=stuk.id,
            versie=versie.paginabestand if versie is not None else "",
        )
    )
