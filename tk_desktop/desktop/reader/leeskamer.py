"""What the parts of the reader that know its versions ask of it."""

from typing import Protocol

from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.reader.leesplaatsen import Leesplaatsen
from tk_desktop.desktop.reader.lezer_scherm import Lezerscherm
from tk_desktop.desktop.reader.lezerblik import Lezerblik
from tk_desktop.desktop.reader.notitiebediening import Notitiebediening
from tk_desktop.desktop.session.leesvoorraad import Leesvoorraad


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
