"""What the panel with marked pages does: naming, jumping, taking away (F15)."""

from functools import partial

from PySide6.QtCore import QObject

from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.reader.bladwijzerpaneel import Bladwijzerpaneel, Bladwijzerregel
from tk_desktop.desktop.reader.lezerbediening import Lezerbediening
from tk_desktop.desktop.session.dialoog import met_weigering
from tk_desktop.desktop.session.naambediening import Naambediening
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.bladplek import Bladregister
from tk_desktop.domain.leesstand import Bladwijzer
from tk_desktop.domain.paginaverwijzing import Verwijzing, naam_van
from tk_desktop.reading.bladplekken import load_bladregister
from tk_desktop.reading.leesstanden import find_bladwijzer, name_bladwijzer, remove_bladwijzer, rename_bladwijzer


class Bladwijzerbediening(QObject):
    """Wires ``paneel`` to the reader."""

    def __init__(self, sessie: Sessie, lezer: Lezerbediening) -> None:
        super().__init__()
        self._sessie = sessie
        self._lezer = lezer
        self._bladwijzers: dict[str, Bladwijzer] = {}
        self._register = Bladregister()
        self.paneel = Bladwijzerpaneel()
        self.setParent(self.paneel)
        self._naam = Naambediening(sessie, self)
        self.paneel.gekozen.connect(self._ga_naar)
        self.paneel.hernoemen_gevraagd.connect(self._vraag_naam)
        self.paneel.weg.connect(self._haal_weg)

    @property
    def getoond(self) -> tuple[Bladwijzer, ...]:
        """The marks that are shown, in order."""
        return tuple(self._bladwijzers.values())

    def volg(self) -> None:
        """Show the marks of the meeting that is read."""
        self.reload()

    def reload(self) -> None:
        """Look at the marks again, in the order of the set."""
        plan = self._lezer.plan()
        rang = {deel.sleutel: nummer for nummer, deel in enumerate(plan.onderdelen)}
        alle = self._sessie.store.bladwijzers.van(plan.opname.vergadering.id, self._lezer.lezer)
        op_volgorde = sorted(alle, key=lambda een: (rang.get(een.papier, len(rang)), een.papier, een.pagina, een.id))
        self._bladwijzers = {een.id: een for een in op_volgorde}
        papieren = [een.papier for een in op_volgorde]
        self._register = load_bladregister(self._sessie.store, papieren, self._lezer.voorraad.versies)
        self.paneel.toon([self._regel(een) for een in op_volgorde])

    def noem(self) -> None:
        """Ask a name for the page that is read."""
        blad = self._lezer.actief()
        if blad is None or not blad.versie or not blad.pagina:
            self._sessie.gemeld.emit("Open eerst de bladzijde die u wilt onthouden.", False)
            return
        plek, versie, pagina = self._lezer.plek(blad.sleutel), blad.versie, blad.pagina
        store, lezer = self._sessie.store, self._lezer.lezer
        hier = find_bladwijzer(store, plek, versie, pagina, eigenaar=lezer)
        eerder = hier.naam if hier is not None else ""

        def bewaar(naam: str) -> None:
            self._sessie.doe(
                f"Bladwijzer ‘{naam}’",
                lambda: name_bladwijzer(store, plek, versie, pagina, naam, eigenaar=self._lezer.lezer),
                melding=f"Bladwijzer ‘{naam}’ op blz. {pagina}.",
                daarna=sluit,
            )

        waar = naam_van(Verwijzing(plek.papier, pagina), self._lezer.plan().opname)
        vraag = NaamVraag("Bladwijzer", f"&Naam voor {waar}", eerder or waar, "Bewaren", self._lezer.scherm)
        sluit = met_weigering(vraag, self._sessie)
        vraag.gegeven.connect(bewaar)
        self._naam.eerst(self._lezer.scherm, vraag.open)

    def _regel(self, een: Bladwijzer) -> Bladwijzerregel:
        waar = self._register.naam(een.verwijzing, self._lezer.plan().opname)
        return Bladwijzerregel(id=een.id, naam=een.naam, waar=waar, zeker=self._register.is_zeker(een.verwijzing))

    def _ga_naar(self, id_: str) -> None:
        een = self._bladwijzers[id_]
        pagina = self._register.blad(een.verwijzing)
        if pagina:
            self._lezer.lees(een.papier, pagina)
        else:
            self._lezer.versies.toon_versie(een.papier, een.versie, een.pagina)

    def _vraag_naam(self, id_: str) -> None:
        een = self._bladwijzers[id_]

        def bewaar(naam: str) -> None:
            werk = partial(rename_bladwijzer, self._sessie.store, id_, naam)
            self._sessie.doe("Bladwijzer hernoemen", werk, daarna=sluit)

        vraag = NaamVraag("Bladwijzer", "&Naam", een.naam, "Bewaren", self._lezer.scherm)
        sluit = met_weigering(vraag, self._sessie)
        vraag.gegeven.connect(bewaar)
        vraag.open()

    def _haal_weg(self, id_: str) -> None:
        een = self._bladwijzers[id_]
        self._sessie.doe(
            "Bladwijzer weghalen",
            partial(remove_bladwijzer, self._sessie.store, id_),
            melding=f"Bladwijzer op blz. {een.pagina} weggehaald.",
        )
