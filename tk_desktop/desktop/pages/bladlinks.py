"""Links on the pages of a view: to another place in the paper, or out of it when the user says so."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPointF, Signal

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.paper.bladlinks import Bladlink, Doel, Kop
from tk_desktop.paper.rendering import Bladenlezer

_MEESTE = 100


class Bladlinks(QObject):
    """Knows the links of the pages that were looked at, and the contents of the file."""

    adres_gevraagd = Signal(str)
    """A link out of the paper was clicked: ask before anything is opened (``linkvraag``)."""
    inhoud_gekomen = Signal(object)
    """The table of contents of the file, a tuple of ``Kop``; empty when it brings none."""
    gesprongen = Signal()
    """A link is followed to another place, and one may want to go back to this one."""

    def __init__(self, blad: Bladenweergave, bron: Bladenbron) -> None:
        super().__init__(blad)
        self._blad = blad
        self._bron = bron
        self._links: OrderedDict[int, tuple[Bladlink, ...]] = OrderedDict()
        self._onderweg: set[int] = set()
        self._make = 0
        self.inhoud: tuple[Kop, ...] = ()
        self.naar_elders: Callable[[Bladlink], bool] = _nergens
        """Goes where a link out of the paper leads when that is in the program too, and tells whether it is."""
        blad.geopend.connect(self._begin_opnieuw)

    @property
    def gelezen(self) -> Mapping[int, tuple[Bladlink, ...]]:
        """The links of the pages (from 1) of which they are known."""
        return self._links

    @property
    def bezig(self) -> bool:
        """Whether links are being read."""
        return bool(self._onderweg)

    def lees(self, pagina: int) -> None:
        """See to it that the links of a page are known."""
        self._van(pagina)

    def link_op(self, waar: QPointF) -> Bladlink | None:
        """Return the link at a point of the window; nothing while the links of that page are not read."""
        plek = self._blad.plek_onder(waar)
        if plek is None:
            return None
        x, y = plek.terug(waar)
        hier = [link for link in self._van(plek.pagina) if link.kader.afstand(x, y) == 0]
        return hier[-1] if hier else None

    def klik(self, waar: QPointF) -> bool:
        """Follow the link at a point of the window; tell whether there is one."""
        link = self.link_op(waar)
        if link is None:
            return False
        if link.doel is not None:
            self.spring(link.doel)
        elif not self.naar_elders(link):
            self.adres_gevraagd.emit(link.adres)
        return True

    def spring(self, doel: Doel) -> None:
        """Go to a place in the paper, from where one can go back."""
        self.gesprongen.emit()
        self._blad.ga_naar(doel.pagina, doel.deel)

    def _van(self, pagina: int) -> tuple[Bladlink, ...]:
        pad = self._blad.pad
        if pagina in self._links:
            self._links.move_to_end(pagina)
            return self._links[pagina]
        if pad is not None and pagina not in self._onderweg:
            self._onderweg.add(pagina)
            self._bron.lees(
                partial(_links, pad, pagina),
                partial(self._kent, self._make, pagina),
                partial(self._kent_niet, self._make, pagina),
            )
        return ()

    def _begin_opnieuw(self) -> None:
        self._make += 1
        self._links.clear()
        self._onderweg.clear()
        self.inhoud = ()
        pad = self._blad.pad
        if pad is None:
            self.inhoud_gekomen.emit(())
        else:
            self._bron.lees(
                partial(_inhoud, pad), partial(self._kent_inhoud, self._make), partial(self._zonder, self._make)
            )

    def _kent(self, make: int, pagina: int, links: tuple[Bladlink, ...]) -> None:
        if make == self._make:
            self._onderweg.discard(pagina)
            self._links[pagina] = links
            while len(self._links) > _MEESTE:
                self._links.popitem(last=False)

    def _kent_niet(self, make: int, pagina: int, _: TkError) -> None:
        self._kent(make, pagina, ())

    def _kent_inhoud(self, make: int, koppen: tuple[Kop, ...]) -> None:
        if make == self._make:
            self.inhoud = koppen
            self.inhoud_gekomen.emit(koppen)

    def _zonder(self, make: int, _: TkError) -> None:
        self._kent_inhoud(make, ())


def _nergens(_: Bladlink) -> bool:
    return False


def _links(pad: Pad, pagina: int, lezer: Bladenlezer) -> tuple[Bladlink, ...]:
    return lezer.links(pad, pagina - 1)


def _inhoud(pad: Pad, lezer: Bladenlezer) -> tuple[Kop, ...]:
    return lezer.inhoud(pad)
