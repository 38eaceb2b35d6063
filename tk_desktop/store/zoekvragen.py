"""The questions that readers keep."""

from tk_desktop.domain.zoekvraag import Zoekvraag
from tk_desktop.store.tabel import Tabel


class Zoekvragen(Tabel[Zoekvraag]):
    """Questions, each of one reader."""

    tabel = "zoekvraag"
    klasse = Zoekvraag

    def van(self, eigenaar: str) -> tuple[Zoekvraag, ...]:
        """Return what one reader keeps, by its words."""
        return self._waar("eigenaar = :wie ORDER BY vraag COLLATE NOCASE, id", {"wie": eigenaar})
