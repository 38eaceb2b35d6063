"""Reads an agenda whose lines are whole paragraphs, with the rows of its table one after the other."""

import re
from collections.abc import Sequence

from tk_desktop.intake import alineas
from tk_desktop.intake.aankondiging import is_aankondiging
from tk_desktop.intake.agendaregels import Agendalezer, Bouw, Kolom, inleidvorm
from tk_desktop.intake.regels import Regel, zin_af

AANLOOP = "Toelichting:"
"""Stands before a text that would else read as part of the proposal above it."""

_VRAAGT = re.compile(r"\bte\s+[a-zà-ÿ]+n\b|^[A-Z][a-zà-ÿ]+(?:en|aan)\b")


class Rijlezer(Agendalezer):
    """Hands each paragraph to the item whose row it stands in; an empty line tells nothing here."""

    def _verdeel(self, regel: Regel) -> None:
        """Hand over one paragraph: title, papers, who introduces, treatment, proposal and remarks, in that order."""
        punt = self._huidig
        if punt is None:
            return
        kaal = regel.kaal
        in_onderwerp = self._kolom is Kolom.ONDERWERP
        if punt.haakje_open or (in_onderwerp and kaal.startswith("(") and not punt.aangekondigd):
            punt.onderwerp.append(regel)
        elif self._behandel_of_sub(regel):
            return
        elif in_onderwerp and punt.titel_open:
            self._onderwerp(punt, regel)
        elif in_onderwerp and inleidvorm(self.indeling.agenda).match(kaal):
            self._kolom = Kolom.INLEIDING
            punt.inleiding.append(regel)
        elif in_onderwerp and is_aankondiging(kaal, self.indeling):
            punt.meer_stukken.append(regel)
        elif self._kolom is not Kolom.TOELICHTING and self._stelt_iets_voor(regel):
            self._voorstel_van, self._kolom = punt, Kolom.VOORSTEL
            punt.voorstel.extend([Regel(regel.nr, ""), regel])
        else:
            self._kolom = Kolom.TOELICHTING
            punt.toelichting.extend([] if kaal == AANLOOP else [Regel(regel.nr, ""), regel])

    def _behandel_of_sub(self, regel: Regel) -> bool:
        """Read a way of treatment or the opening of a sub-item; inside remarks only one with its full number is one."""
        if self._kolom is Kolom.TOELICHTING:
            return not alineas.lees_merk(regel.kaal) and self._subpunt(regel)
        return self._behandel(regel) or self._subpunt(regel)

    def _stelt_iets_voor(self, regel: Regel) -> bool:
        """Tell whether a paragraph is part of a proposal: it has a mark, runs on, or asks for something by its verb."""
        if alineas.lees_merk(regel.kaal):
            return True
        eerder = self._voorstelregels()
        if eerder:
            return not zin_af(eerder[-1].kaal) and regel.kaal[0].islower()
        return self._kolom is Kolom.BEHANDELING and self._stelt_voor() and bool(_VRAAGT.search(regel.kaal))

    def _elk_zijn_eigen(self, eigen: Sequence[Bouw], subs: Sequence[Bouw]) -> bool:
        return True
