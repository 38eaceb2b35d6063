"""The papers of a meeting as editable Word files, in the same layout as the PDF (C8)."""

import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside, replacing, sha256
from tk_desktop.base.progress import Progress
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Stuk
from tk_desktop.export.bladen import bestandsnaam, geen_ankers, schrijf_agenda, schrijf_brief, schrijf_nota
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.word import WordDocument, write_template


class WordBestandBestaat(TkError):
    """A Word file of that name is there already and holds something else: somebody may have worked in it."""

    code = "TK-E01"
    melding = "‘{bestand}’ bestaat al en is anders; het is niet overschreven."
    veilig = "Er is niets geschreven."
    advies = "Kies een andere map, of geef --vervang als het oude bestand weg mag."


def write_word(
    opname: Momentopname,
    map_: Path,
    progress: Progress | None = None,
    *,
    vervang: bool = False,
    zonder: Collection[str] = (),
) -> tuple[Path, ...]:
    """Write invitation, agenda and every nota as .docx in a folder, and return the files in the order of the agenda.

    ``zonder`` names the papers that stay out, and ``brief`` and ``agenda``.

    A file of the same name with other contents is replaced only with ``vervang``, else ``WordBestandBestaat`` is
    raised before anything is put in place. Raises ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    with aside(map_) as naast:
        gemaakt = _schrijf_alles(opname, naast, progress or Progress(), frozenset(zonder))
        if not vervang:
            for bron in gemaakt:
                doel = map_ / bron.name
                if doel.exists() and sha256(doel) != sha256(bron):
                    raise WordBestandBestaat(bestand=doel.name)
        return tuple(_zet_neer(bron, map_ / bron.name) for bron in gemaakt)


def _zet_neer(bron: Path, doel: Path) -> Path:
    with replacing(doel) as deel:
        shutil.copyfile(bron, deel)
    return doel


def _schrijf_alles(opname: Momentopname, map_: Path, voortgang: Progress, zonder: Collection[str]) -> tuple[Path, ...]:
    huisstijl = Huisstijl.load(opname.gremium.huisstijl)
    uit: list[Path] = []
    if opname.brief is not None and "brief" not in zonder:
        brief = _document(opname, huisstijl, "Uitnodiging")
        schrijf_brief(brief, opname)
        uit.append(brief.write(map_ / f"{bestandsnaam(opname, 'uitnodiging')}.docx"))
    if "agenda" not in zonder:
        agenda = _document(opname, huisstijl, f"Agenda {opname.gremium.naam}")
        schrijf_agenda(agenda, opname, geen_ankers)
        uit.append(agenda.write(map_ / f"{bestandsnaam(opname, 'agenda')}.docx"))
    notastukken = [stuk for stuk in opname.notastukken if stuk.id not in zonder]
    for stuk in voortgang.each(notastukken, "Nota’s als Word"):
        uit.append(write_nota(opname, stuk, _vrije_naam(map_, bestandsnaam(opname, _notanaam(opname, stuk)), uit)))
    return tuple(uit)


def write_nota(opname: Momentopname, stuk: Stuk, target: Path) -> Path:
    """Write one nota as .docx to ``target`` and return it."""
    huisstijl = Huisstijl.load(opname.gremium.huisstijl)
    formulier = opname.notas[stuk.id].formulier
    voettekst = formulier.titel or formulier.label_gremium
    document = _document(opname, huisstijl, stuk.titel, voettekst, opname.stempels_op_stuk(stuk))
    schrijf_nota(document, opname, stuk, geen_ankers)
    return document.write(target)


def write_sjabloon(opname: Momentopname, map_: Path) -> Path:
    """Write an empty document with all styles of the body's house style, to start a paper from."""
    huisstijl = Huisstijl.load(opname.gremium.huisstijl)
    return write_template(huisstijl, map_ / f"sjabloon-{huisstijl.naam}.docx")


def _document(
    opname: Momentopname, huisstijl: Huisstijl, titel: str, voettekst: str = "", merken: Sequence[str] = ()
) -> WordDocument:
    return WordDocument(
        titel=titel,
        huisstijl=huisstijl,
        datum=opname.vergadering.datum,
        auteur=opname.gremium.naam,
        voettekst=voettekst or titel,
        merken=merken,
    )


def _vrije_naam(map_: Path, naam: str, bezet: Sequence[Path]) -> Path:
    """Return a path that no file of this export has: two nota’s of one title under one item are both kept."""
    namen = {pad.name.casefold() for pad in bezet}
    rang = 1
    vrij = f"{naam}.docx"
    while vrij.casefold() in namen:
        rang += 1
        vrij = f"{naam} ({rang}).docx"
    return map_ / vrij


def _notanaam(opname: Momentopname, stuk: Stuk) -> str:
    return f"{opname.label(stuk)} {stuk.soort.value} {stuk.titel}".strip()[:90]
