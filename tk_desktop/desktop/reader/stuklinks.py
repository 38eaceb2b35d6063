"""Links in a paper to another file that is a paper of the set too: followed here, and never outside the program."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from PySide6.QtCore import QObject, Signal

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.reader.leeskamer import Leeskamer
from tk_desktop.domain.vergaderset import Onderdeel
from tk_desktop.paper.bladlinks import Bladlink
from tk_desktop.store.werkmap import Store

_SOORT = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_MAP = re.compile(r"[/\\]")
_BLAD = re.compile(r"(?:.*&)?page=(\d{1,6})(?:&.*)?", re.IGNORECASE)


class Stuklinks(QObject):
    """Lets links lead from one paper of the set to the other, by the name under which it was received."""

    gevolgd = Signal(object)
    """An ``Adres`` in the reader: go there, so that one can go back."""

    def __init__(self, store: Store, lezer: Leeskamer) -> None:
        super().__init__(lezer.scherm)
        self._store = store
        self._lezer = lezer
        lezer.scherm.actief_gewisseld.connect(self._volg)

    def _volg(self) -> None:
        for blad in self._lezer.bladen().values():
            blad.lezen.links.naar_elders = self.volg_link

    def volg_link(self, link: Bladlink) -> bool:
        """Go to the paper that a link names, and tell whether there is one."""
        naam, pagina = named_file(link.adres)
        sleutel = self._met_naam(naam) if naam else ""
        if sleutel:
            bij = str(link.pagina or pagina or "")
            vergadering = self._lezer.plan().opname.vergadering.id
            self.gevolgd.emit(Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk=sleutel, sectie=bij))
        return bool(sleutel)

    def _met_naam(self, naam: str) -> str:
        """Return the key of the paper with that name, before others the one at the item that is read."""
        plan = self._lezer.plan()
        gevonden = [deel for deel in plan.onderdelen if naam in self._namen(deel)]
        hier = [deel for deel in gevonden if plan.punt_van(deel) == self._lezer.punt()]
        alle = hier or gevonden
        return alle[0].sleutel if len(alle) == 1 else ""

    def _namen(self, deel: Onderdeel) -> Iterable[str]:
        """Return the names under which versions of a paper were received."""
        versies = self._store.versies.van_stuk(deel.stuk_id) if deel.stuk_id else ()
        return {versie.bestandsnaam.casefold() for versie in versies}


def named_file(adres: str) -> tuple[str, int]:
    """Return the name of the file that an address leads to, in small letters, and the page it asks (0: none).

    An address of the web or of a mail program names no file.
    """
    if _SOORT.match(adres) and not adres.lower().startswith("file:"):
        return "", 0
    pad, _, achter = adres.removeprefix("file:").partition("#")
    blad = _BLAD.fullmatch(achter)
    return unquote(_MAP.split(pad)[-1]).strip().casefold(), int(blad[1]) if blad else 0
