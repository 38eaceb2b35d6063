"""Reads a received Word file as the papers in it: by its tables and headings, else line by line."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.intake.brief import is_aanhef, nodigt_uit
from tk_desktop.intake.indeling import Indeling, gewone_indeling, indelingen
from tk_desktop.intake.lezing import (
    GelezenActielijst,
    GelezenAgenda,
    GelezenNota,
    GelezenUitnodiging,
    GelezenVerslag,
    Lezing,
)
from tk_desktop.intake.pak import gewicht
from tk_desktop.intake.regels import Regel, spannen
from tk_desktop.intake.tekst import lees_regels
from tk_desktop.intake.woordvormen import titelvorm
from tk_desktop.intake.wordacties import heeft_titel, is_hoofdzaak, lees_actielijst, zonder_actielijst
from tk_desktop.intake.wordagenda import is_agendatabel, lees_word_agenda
from tk_desktop.intake.wordblokken import als_regels, genummerd, is_eigen, regels_van, velden, woorden
from tk_desktop.intake.wordbrief import lees_word_brief
from tk_desktop.intake.wordherbouw import herbouw, uit_hokjes
from tk_desktop.intake.wordnota import is_notatitel, kopvelden, lees_word_nota, telt_secties
from tk_desktop.intake.wordnotakop import met_notakop
from tk_desktop.intake.wordsporen import twijfels_van
from tk_desktop.intake.wordverslag import is_verslagtabel, lees_word_verslag, vind_word_verslagen
from tk_desktop.paper.word_reading import GelezenWord, WordAlinea, WordBlok, WordKop, lees_word

_BLIK = 12
"""How many blocks after its title the header of a nota is looked for."""
_BLIK_TERUG = 40
"""How many blocks above its table the title of an agenda is looked for."""
_BRIEFHOOFD = frozenset({"uw_kenmerk", "ons_kenmerk", "behandeld_door", "telefoon"})


def lees_word_stuk(bron: Path, keuzes: Sequence[Indeling] = ()) -> Lezing:
    """Return what a Word file holds; a file without papers of a board gives an empty reading.

    It is read by the one of ``keuzes`` (else of the layouts that come along) that reads most and misses no paper that
    the ordinary one finds; by one that is named alone, and our own files by the ordinary one. Raises the ``TkError`` of
    a Word file that cannot be read.
    """
    return lees_woordbestand(lees_word(bron), bron.name, keuzes)


def lees_woordbestand(word: GelezenWord, naam: str, keuzes: Sequence[Indeling] = ()) -> Lezing:
    """Return what a Word file that was opened holds, as ``lees_word_stuk`` does; ``naam`` is that of the file."""
    gelezen = _papieren(word.blokken, naam, keuzes)
    lijst, vragen = lees_actielijst(word.blokken)
    hoort = bool(gelezen.verslagen) or is_hoofdzaak(word.blokken)
    zeker = hoort and not gelezen.notas and (heeft_titel(word.blokken) or not _is_agenda(word.blokken))
    if lijst is not None and zeker:
        if gelezen.agenda is not None:  # its columns look like those of an agenda
            gelezen = _papieren(zonder_actielijst(word.blokken), naam, keuzes)
        gelezen = _met_actielijst(gelezen, lijst, vragen)
    return replace(gelezen, twijfels=(*gelezen.twijfels, *twijfels_van(word.sporen, naam)))


def _papieren(blokken: Sequence[WordBlok], naam: str, keuzes: Sequence[Indeling]) -> Lezing:
    """Return the papers of a board in these blocks, by the layout that reads most."""
    gewoon = gewone_indeling()
    if is_eigen(blokken):
        return lees_blokken(blokken, gewoon, eigen=True)
    if len(keuzes) == 1:
        return _van_een_ander(blokken, keuzes[0], naam)
    gelezen = eerst = _van_een_ander(blokken, gewoon, naam)
    for keuze in keuzes or indelingen():
        if keuze == gewoon:
            continue
        anders = _van_een_ander(blokken, keuze, naam)
        if gewicht(anders) > gewicht(gelezen) and _mist_niets(anders, eerst):
            gelezen = anders
    return gelezen


def _is_agenda(blokken: Sequence[WordBlok]) -> bool:
    """Tell whether a title of an agenda stands among these blocks."""
    vorm = titelvorm(gewone_indeling().agenda.titels)
    return any(vorm.fullmatch(woorden(blok)) is not None for blok in blokken)


def _met_actielijst(lezing: Lezing, lijst: GelezenActielijst, vragen: Sequence[Twijfel]) -> Lezing:
    """Return a reading with the list of acties of the file; under a verslag that names acties itself it is told."""
    if any(rij.acties for verslag in lezing.verslagen for rij in verslag.rijen):
        aantal = "1 actie" if len(lijst.acties) == 1 else f"{len(lijst.acties)} acties"
        wat = f"Onder het verslag staat een lijst met {aantal}; overgenomen is wat het verslag zelf aan acties noemt."
        return replace(lezing, twijfels=(*lezing.twijfels, Twijfel(waar=f"regel {lijst.regel}, actielijst", wat=wat)))
    dag = next((verslag.datum for verslag in lezing.verslagen), None)
    return replace(lezing, actielijst=replace(lijst, datum=lijst.datum or dag), twijfels=(*lezing.twijfels, *vragen))


def _van_een_ander(blokken: Sequence[WordBlok], indeling: Indeling, naam: str) -> Lezing:
    """Return what the blocks of a file that is not ours hold by a layout, in another form where that says more."""
    gelezen = lees_blokken(uit_hokjes(blokken, _labels(indeling)), indeling, eigen=False)
    if _zegt_weinig(gelezen) and (anders := herbouw(blokken, indeling)) is not None:
        opnieuw = lees_blokken(anders.blokken, indeling, eigen=False)
        if _aantal(opnieuw) and _aantal(opnieuw) >= _aantal(gelezen):
            vraag = (Twijfel(waar=naam, wat=anders.vraag),) if anders.vraag else ()
            gelezen = replace(opnieuw, twijfels=(*vraag, *opnieuw.twijfels))
    return _met_notakop(blokken, gelezen, indeling, naam)


def _met_notakop(blokken: Sequence[WordBlok], gelezen: Lezing, indeling: Indeling, naam: str) -> Lezing:
    """Return a reading with the one nota that a file is by its name or sections, where its head did not say so."""
    anders_gelezen = gelezen.agenda or gelezen.uitnodiging or gelezen.verslagen or len(gelezen.notas) > 1
    if anders_gelezen or (gelezen.notas and gelezen.notas[0].onderwerp):
        return gelezen
    kop = met_notakop(blokken, naam, indeling)
    opnieuw = lees_blokken(kop[0], indeling, eigen=False) if kop else Lezing()
    if kop is None or len(opnieuw.notas) != 1 or not opnieuw.notas[0].onderwerp or opnieuw.agenda:
        return gelezen
    return replace(opnieuw, twijfels=(Twijfel(waar=naam, wat=kop[1]), *opnieuw.twijfels))


def _mist_niets(lezing: Lezing, eerst: Lezing) -> bool:
    """Tell whether a reading has as many papers of each kind as another."""
    return all(nu >= toen for nu, toen in zip(_per_soort(lezing), _per_soort(eerst), strict=True))


def _per_soort(lezing: Lezing) -> tuple[int, ...]:
    return bool(lezing.agenda), bool(lezing.uitnodiging), len(lezing.notas), len(lezing.verslagen)


def _zegt_weinig(lezing: Lezing) -> bool:
    """Tell whether nothing was found, or no more than an agenda whose body is not known."""
    if lezing.notas or lezing.verslagen:
        return False
    return lezing.agenda is None or not lezing.agenda.gremium


def _aantal(lezing: Lezing) -> int:
    """Return how much was found: items of an agenda, nota's and verslagen."""
    return len(lezing.agenda.punten if lezing.agenda else ()) + len(lezing.notas) + len(lezing.verslagen)


def _labels(indeling: Indeling) -> tuple[str, ...]:
    return (*indeling.nota.velden.namen, *indeling.nota.velden_in_tabel.namen, *indeling.agenda.velden.namen)


def lees_blokken(blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool) -> Lezing:
    """Return what the blocks of a file hold, by its tables and headings, else line by line."""
    verslagen, over = _verslagen(blokken, indeling, eigen=eigen)
    gelezen = _zonder_verslag(over, indeling, eigen=eigen)
    return replace(
        gelezen,
        verslagen=(*gelezen.verslagen, *(verslag for verslag, _ in verslagen)),
        twijfels=(*gelezen.twijfels, *(twijfel for _, bij in verslagen for twijfel in bij)),
    )


def _verslagen(
    blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool
) -> tuple[list[tuple[GelezenVerslag, tuple[Twijfel, ...]]], list[WordBlok]]:
    """Return each verslag in a table with its doubts, and the blocks that are not of one."""
    if not any(is_verslagtabel(blok, indeling) for blok in blokken):
        return [], list(blokken)
    regels = genummerd(blokken)
    plekken = vind_word_verslagen(blokken, _openingen(blokken, indeling, eigen=eigen), indeling, eigen=eigen)
    gelezen = [lees_word_verslag(blokken, regels, plek, indeling, eigen=eigen) for plek in plekken]
    weg = {plaats for plek in plekken for plaats in range(plek.van, plek.tot)}
    return gelezen, [blok for plaats, blok in enumerate(blokken) if plaats not in weg]


def _openingen(blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool) -> list[int]:
    """Return where another paper than a verslag opens: a nota, or an agenda with its table."""
    uit = [plaats for plaats, blok in enumerate(blokken) if is_notatitel(blok, indeling)]
    for tabel, blok in enumerate(blokken):
        if is_agendatabel(blok, indeling):
            boven = range(tabel - 1, max(-1, tabel - _BLIK_TERUG), -1)
            uit.append(
                next(
                    (
                        plaats
                        for plaats in boven
                        if titelvorm(indeling.agenda.titels).fullmatch(woorden(blokken[plaats]))
                    ),
                    tabel,
                )
            )
    return sorted({*uit, *_notaplaatsen(blokken, indeling, eigen=eigen)})


def _zonder_verslag(blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool) -> Lezing:
    """Return what a file holds besides the tables of a verslag."""
    if not blokken:
        return Lezing()
    gelezen = _naar_bouw(blokken, indeling, eigen=eigen)
    if gelezen.agenda or gelezen.notas or (eigen and gelezen.uitnodiging):
        return gelezen
    op_regels = lees_regels(_regels(blokken, indeling), indeling)
    if gelezen.uitnodiging is None:
        return op_regels
    twijfels = (*gelezen.twijfels, *(op_regels.twijfels if op_regels.agenda or op_regels.notas else ()))
    return replace(op_regels, uitnodiging=gelezen.uitnodiging, twijfels=twijfels)


def _naar_bouw(blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool) -> Lezing:
    """Return what the tables and headings of a file tell."""
    regels = genummerd(blokken)
    notas = _notaplaatsen(blokken, indeling, eigen=eigen)
    agenda_van, agenda_tot = _agendaplaats(blokken, notas, indeling)
    brief_tot = min([agenda_van, *notas])
    twijfels: tuple[Twijfel, ...] = ()
    brief: GelezenUitnodiging | None = None
    agenda: GelezenAgenda | None = None
    gelezen: list[GelezenNota] = []
    if _is_brief(blokken[:brief_tot], indeling, eigen=eigen):
        brief, twijfels = lees_word_brief(blokken[:brief_tot], indeling, eigen=eigen)
    if agenda_van < agenda_tot:
        deel = slice(agenda_van, agenda_tot)
        agenda, nieuw = lees_word_agenda(blokken[deel], regels[deel], indeling, eigen=eigen)
        if agenda is None:
            op_regels = lees_regels(_regels(blokken[deel], indeling), indeling)
            agenda, nieuw = op_regels.agenda, op_regels.twijfels
        twijfels = (*twijfels, *nieuw)
    for begin, grens in spannen(notas, len(blokken)):
        einde = agenda_van if begin < agenda_van < grens else grens
        nota, nieuw = lees_word_nota(blokken[begin:einde], regels[begin], indeling, eigen=eigen)
        gelezen.append(nota)
        twijfels = (*twijfels, *nieuw)
    return Lezing(uitnodiging=brief, agenda=agenda, notas=tuple(gelezen), twijfels=twijfels)


def _notaplaatsen(blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool) -> list[int]:
    """Return where each nota opens: at its title, else at the fields of its header."""
    uit: list[int] = []
    kop_tot = -1
    for plaats, blok in enumerate(blokken):
        if plaats <= kop_tot or is_agendatabel(blok, indeling):
            continue
        if is_notatitel(blok, indeling):
            for verder in range(plaats + 1, min(plaats + _BLIK, len(blokken))):
                if len(kopvelden(blokken[verder], indeling, eigen=eigen)) > 1:
                    kop_tot = verder
                    break
            if kop_tot > plaats or telt_secties(blokken[plaats:], indeling, eigen=eigen) > 1:
                uit.append(plaats)
                kop_tot = max(kop_tot, plaats)
        elif len(kopvelden(blok, indeling, eigen=eigen)) > 1 and (
            eigen or telt_secties(blokken[plaats:], indeling, eigen=eigen)
        ):
            titel = plaats - 1 if plaats and isinstance(blokken[plaats - 1], WordKop) else plaats
            uit.append(titel)
            kop_tot = plaats
    if (
        not uit
        and not any(is_agendatabel(blok, indeling) for blok in blokken)
        and telt_secties(blokken, indeling, eigen=eigen) > 2
    ):
        return [0]
    return uit


def _agendaplaats(blokken: Sequence[WordBlok], notas: Sequence[int], indeling: Indeling) -> tuple[int, int]:
    """Return from where to where the agenda stands; it has its title above the table and ends at the next nota.

    A table with the same columns inside a nota is no agenda: no title stands above it.
    """
    for tabel, blok in enumerate(blokken):
        if not is_agendatabel(blok, indeling):
            continue
        eerder = [nota for nota in notas if nota < tabel]
        titels = [
            plaats
            for plaats in range(tabel - 1, max(-1, tabel - _BLIK_TERUG, *eerder), -1)
            if titelvorm(indeling.agenda.titels).fullmatch(woorden(blokken[plaats]))
        ]
        if titels or not eerder:
            einde = min((nota for nota in notas if nota > tabel), default=len(blokken))
            return titels[0] if titels else 0, einde
    return len(blokken), len(blokken)


def _is_brief(blokken: Sequence[WordBlok], indeling: Indeling, *, eigen: bool) -> bool:
    """Tell whether a letter that invites stands here; one of our own may say little more than its date."""
    hoofd = set(velden(blokken, indeling.brief.velden, eigen=eigen))
    heeft_aanhef = any(isinstance(blok, WordAlinea) and is_aanhef(woorden(blok), indeling) for blok in blokken)
    if eigen and (len(hoofd & _BRIEFHOOFD) > 1 or (hoofd and heeft_aanhef)):
        return True
    return heeft_aanhef and nodigt_uit(" ".join(regels_van(blokken)), indeling)


def _regels(blokken: Sequence[WordBlok], indeling: Indeling) -> list[Regel]:
    """Return a file as lines; under the title of an agenda without table stands the heading row that was left out."""
    etiketten = (*indeling.nota.velden.namen, *indeling.agenda.velden.namen, *indeling.brief.velden.namen)
    titel = next(
        (
            plaats
            for plaats, blok in enumerate(blokken)
            if titelvorm(indeling.agenda.titels).fullmatch(woorden(blok)) and woorden(blok)
        ),
        None,
    )
    if titel is None or any(is_agendatabel(blok, indeling) for blok in blokken):
        return als_regels(blokken, etiketten)
    lijst = next((plaats for plaats in range(titel + 1, len(blokken)) if _opent_lijst(blokken[plaats])), None)
    if lijst is None:
        return als_regels(blokken, etiketten)
    kop = als_regels(blokken[:lijst], etiketten)
    rest = als_regels(blokken[lijst:], etiketten)
    nummers = [*kop, Regel(0, indeling.agenda.koppen[0]), *rest]
    return [replace(regel, nr=nr) for nr, regel in enumerate(nummers, 1)]


def _opent_lijst(blok: WordBlok) -> bool:
    return next(iter(regels_van([blok])), "").startswith(("1. ", "1.\t", "1) "))
