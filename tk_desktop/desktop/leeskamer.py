"""What the parts of the reader that know its versions ask of it."""

from typing import Protocol

from tk_desktop.desktop.bladenbron import Achtergrondbron
from tk_desktop.desktop.leesplaatsen import Leesplaatsen
from tk_desktop.desktop.leesvoorraad import Leesvoorraad
from tk_desktop.desktop.lezer_scherm import Lezerscherm
from tk_desktop.desktop.lezerblik import Lezerblik
from tk_desktop.desktop.notitiebediening import Notitiebediening


class Leeskamer(Lezerblik, Protocol):
    """The set that is read, with the parts of the screen on which it is read."""

    @property
    def scherm(self) -> Lezerscherm:
        """The panes."""

    @property
    def bron(self) -> Achtergrondbron:
        """Where pages come from."""

    @property
    def voorraad(self) -> Leesvoorraad:
        """The papers that are ready."""

    @property
    def plaatsen(self) -> Leesplaatsen:
        """Where the reader is in each paper."""

    @property
    def notities(self) -> Notitiebediening:
        """What is noted."""
