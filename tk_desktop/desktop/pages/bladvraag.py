"""Asking for a page of a file to be drawn beside other work, for a ``Bladkijker``."""

from collections.abc import Callable

from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.bladkijker import SCHAAL, Getekend, VraagBlad
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.paper.pakbladen import draw_one


def bladvraag(sessie: Sessie, pad: Pad) -> VraagBlad:
    """Return how a page of a file is asked for: drawn in the background, before work that can wait."""

    def vraag(pagina: int, klaar: Callable[[Getekend], None]) -> None:
        def teken(_: Progress) -> Getekend:
            return pagina, draw_one(pad, pagina, SCHAAL)

        sessie.op_achtergrond(teken, klaar, met_store=False, eerst=True)

    return vraag
