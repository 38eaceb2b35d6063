"""Reading one PDF or Word file as a pack: what it is proposed to hold, before anything is stored."""

from functools import partial
from pathlib import Path

from tk_desktop.base.kluispad import Pad
from tk_desktop.base.leesproces import Hier, Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.intake.bestanden import BestandenErin, BestandLeeg, open_word
from tk_desktop.intake.bestandsnaam import check_link
from tk_desktop.intake.bestandssoorten import LOS, MET_MACROS, WORD
from tk_desktop.intake.gelezen import GelezenBestand, Leeswijze
from tk_desktop.intake.leesstappen import Stappen
from tk_desktop.intake.pakvoorstel import Pakvoorstel
from tk_desktop.intake.pdfbladen import lees_paginas, lees_voorstel, read_bladen
from tk_desktop.intake.scanwoorden import with_words
from tk_desktop.intake.wordvoorstel import stel_word_voor
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.received import BIJGEVOEGD


def lees_pakbestand(
    bron: Path,
    cache: Bladcache,
    wijze: Leeswijze | None = None,
    *,
    lezer: Lezer | None = None,
    progress: Progress | None = None,
    woord: Path | None = None,
) -> tuple[GelezenBestand, Pakvoorstel]:
    """Return a PDF or Word file as read and what it is proposed to hold, to be looked at before anything is stored.

    The pages of a PDF and what they say are two steps of ``lezer``, each with its own time: a pack has many pages. The
    proposal of papers that no layout knows is empty: they can be taught. ``woord`` is the Word file that was made of
    a text in another form, to read in its place. Raises ``Verwijzing``, ``BestandLeeg``,
    ``BestandenErin`` or the fault of the file.
    """
    check_link(bron)
    if bron.stat().st_size == 0:
        raise BestandLeeg(bestand=bron.name)
    stappen = Stappen(lezer or Hier(), bron, progress or Progress())
    if bron.suffix.lower() != ".pdf":
        return stappen.doe(partial(_lees_woordpak, bron, woord or bron, wijze or Leeswijze()))
    gelezen = stappen.doe(partial(lees_paginas, bron, cache))
    gelezen = with_words(gelezen, cache, stappen) if wijze is not None and wijze.herken else gelezen
    voorstel = stappen.doe(partial(_lees_pakvoorstel, bron, cache, gelezen.pdf, wijze or Leeswijze()))
    if voorstel.scan and BIJGEVOEGD in gelezen.verwijderd:
        raise BestandenErin(bestand=bron.name)
    return gelezen, voorstel


def _lees_pakvoorstel(bron: Path, cache: Bladcache, leesbaar: Pad | None, wijze: Leeswijze) -> Pakvoorstel:
    return lees_voorstel(bron, read_bladen(bron, cache, leesbaar), wijze)


def _lees_woordpak(bron: Path, woord: Path, wijze: Leeswijze) -> tuple[GelezenBestand, Pakvoorstel]:
    word, lezing = open_word(woord, wijze)
    media = MET_MACROS.get(bron.suffix.lower()) or LOS.get(bron.suffix.lower(), (WORD,))[0]
    return GelezenBestand(bron=bron, media=media, lezing=lezing), stel_word_voor(bron, word, lezing)
