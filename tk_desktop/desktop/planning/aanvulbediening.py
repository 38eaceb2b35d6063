"""What comes on an agenda unasked when it is opened: held over items, and lifting what was secret until its day.

What was promised for that day and seems to be on it already is asked about.
"""

from collections.abc import Iterable, Sequence
from functools import partial

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.meeting.aanvullen import complete_agenda, lacking
from tk_desktop.minutes.terugkomst import Terugkeer, likely_returns, tie_back


class Aanvulbediening:
    """Completes an agenda once in each session, as one action that can be undone; a reader's window never does."""

    def __init__(self, sessie: Sessie) -> None:
        self._sessie = sessie
        self._gehad: set[str] = set()

    def vul_aan(self, adres: Adres) -> None:
        """Complete the agenda that was opened, and tell what came."""
        sessie, id_ = self._sessie, adres.vergadering
        mag = sessie.voorkeuren.rol is Rol.SECRETARIS and not sessie.alleen_lezen
        if adres.scherm is not Scherm.VERGADERINGEN or not id_ or id_ in self._gehad or not mag:
            return
        self._gehad.add(id_)
        vandaag = sessie.nu().date()
        if lacking(sessie.store, id_, vandaag):
            sessie.doe("Agenda aanvullen", lambda: complete_agenda(sessie.store, id_, vandaag), daarna=self._meld)

        terug = [een for een in likely_returns(sessie.store, id_) if _paar(een) not in sessie.voorkeuren.los]
        if terug:
            self._vraag(terug)

    def _vraag(self, terug: Sequence[Terugkeer]) -> None:
        """Ask whether an item is what was promised; one at a time, the answer brings the next."""
        een, *rest = terug
        self._sessie.balk.meld(
            f"Voor deze dag is toegezegd: ‘{een.actie.tekst}’ Dat lijkt punt {een.nummer} te zijn, ‘{een.punt.titel}’.",
            [
                (f"Koppelen aan punt {een.nummer}", partial(self._koppel, een, rest)),
                ("Niet koppelen", partial(self._laat_los, een, rest)),
            ],
        )

    def _koppel(self, een: Terugkeer, rest: Sequence[Terugkeer]) -> None:
        sessie = self._sessie
        sessie.doe(
            "Toezegging koppelen",
            lambda: tie_back(sessie.store, een.actie.id, een.punt.id),
            melding=f"De toezegging is aan punt {een.nummer} gekoppeld.",
        )
        if rest:
            self._vraag(rest)

    def _laat_los(self, een: Terugkeer, rest: Sequence[Terugkeer]) -> None:
        """Remember on this laptop that they are not the same, so that it is not asked again."""
        self._sessie.voorkeuren.los |= {_paar(een)}
        if rest:
            self._vraag(rest)

    def _meld(self, punten: Sequence[Agendapunt]) -> None:
        self._sessie.gemeld.emit(f"Vanzelf op deze agenda gezet: {_namen(punten)}.", True)


def _namen(punten: Iterable[Agendapunt]) -> str:
    return opsomming(f"‘{punt.titel}’" for punt in punten)


def _paar(een: Terugkeer) -> str:
    return f"{een.actie.id}:{een.punt.id}"
