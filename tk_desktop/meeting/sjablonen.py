"""Beginning a nota: the library of forms, templates and earlier nota's, with favourites (C2, C4)."""

from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota, Vorm
from tk_desktop.domain.notabewerking import overgenomen
from tk_desktop.domain.sjabloon import VORMNAMEN, Favoriet, Notastart, Sjabloon, Startsoort, lege_nota, met_proef
from tk_desktop.meeting.notas import earlier_notas, fill_nota, reuse_nota, start_nota, text_elsewhere
from tk_desktop.store.werkmap import Store


class SjabloonNaamOntbreekt(TkError):
    """A template was to be kept without a name."""

    code = "TK-N06"
    melding = "Een sjabloon heeft een naam nodig."
    veilig = "Er is niets gewijzigd."
    advies = "Geef het sjabloon een naam waaraan u het later herkent."


def nota_starts(store: Store) -> tuple[Notastart, ...]:
    """Return everything a nota can begin with: favourites first, then forms, templates by name, the latest nota's."""
    favorieten = {favoriet.id for favoriet in store.favorieten.all()}
    rij = [Notastart(soort=Startsoort.VORM, bron=vorm.value, naam=naam, vorm=vorm) for vorm, naam in VORMNAMEN.items()]
    for sjabloon in sorted(store.sjablonen.all(), key=lambda sjabloon: sjabloon.naam.casefold()):
        rij.append(
            Notastart(
                soort=Startsoort.SJABLOON,
                bron=sjabloon.id,
                naam=sjabloon.naam,
                vorm=sjabloon.nota.vorm,
                waar="sjabloon",
                besloten=sjabloon.besloten,
            )
        )
    rij += [_van_nota(nota, toen) for nota, toen in earlier_notas(store)]
    gemerkt = [replace(start, favoriet=start.id in favorieten) for start in rij]
    return tuple(sorted(gemerkt, key=lambda start: not start.favoriet))


def begin_nota(store: Store, soort: Startsoort, bron: str, agendapunt_id: str, onderwerp: str) -> Nota:
    """Start a nota under an item with a form, a template or an earlier nota.

    Raises ``TitelOntbreekt`` or ``NietGevonden``; nothing has changed then.
    """
    match soort:
        case Startsoort.VORM:
            return start_nota(store, agendapunt_id, Vorm(bron), onderwerp)
        case Startsoort.NOTA:
            return reuse_nota(store, bron, agendapunt_id, onderwerp)
        case Startsoort.SJABLOON:
            with store.transaction():
                sjabloon = store.sjablonen.get(bron)
                nota = start_nota(store, agendapunt_id, sjabloon.nota.vorm, onderwerp)
                if sjabloon.besloten:
                    store.stukken.save(replace(store.stukken.get(nota.stuk_id), besloten=True))
                return fill_nota(store, nota, overgenomen(sjabloon.nota, str, new_id))


def trial_nota(store: Store, vergadering_id: str, agendapunt_id: str, soort: Startsoort, bron: str) -> Momentopname:
    """Return the meeting as it would be with a nota begun so, for a look at its pages; nothing is kept."""
    opname = store.opname(vergadering_id)
    match soort:
        case Startsoort.VORM:
            nota = lege_nota(Vorm(bron))
        case Startsoort.SJABLOON:
            nota = store.sjablonen.get(bron).nota
        case Startsoort.NOTA:
            oud = store.notas.get(bron)
            nota = overgenomen(oud, text_elsewhere(store, oud, vergadering_id), new_id)
    return met_proef(opname, agendapunt_id, nota)


def keep_sjabloon(store: Store, nota_id: str, naam: str) -> Sjabloon:
    """Make a template of a nota, or give the template of that name these contents; placeholders are kept.

    A reference to an item names its meeting from now on. Raises ``SjabloonNaamOntbreekt``; nothing has changed then.
    """
    if not naam.strip():
        raise SjabloonNaamOntbreekt
    with store.transaction():
        nota = store.notas.get(nota_id)
        stuk = store.stukken.get(nota.stuk_id)
        inhoud = overgenomen(nota, text_elsewhere(store, nota, ""), new_id)
        eerder = store.sjablonen.met_naam(naam)
        sjabloon = Sjabloon(
            id=eerder.id if eerder else new_id(),
            naam=naam.strip(),
            nota=replace(inhoud, id="", stuk_id="", registratienummer=""),
            besloten=store.opname(stuk.vergadering_id).stuk_is_besloten(stuk),
        )
        store.sjablonen.save(sjabloon)
    return sjabloon


def remove_sjabloon(store: Store, sjabloon_id: str) -> None:
    """Take a template away, and its star; nota's that began with it stay."""
    with store.transaction():
        store.sjablonen.delete(sjabloon_id)
        store.favorieten.delete(Favoriet.van(Startsoort.SJABLOON, sjabloon_id).id)


def toggle_favoriet(store: Store, soort: Startsoort, bron: str) -> bool:
    """Make something a favourite, or no favourite any more; return whether it is one now."""
    favoriet = Favoriet.van(soort, bron)
    with store.transaction():
        was = favoriet in store.favorieten.all()
        if was:
            store.favorieten.delete(favoriet.id)
        else:
            store.favorieten.save(favoriet)
    return not was


def _van_nota(nota: Nota, toen: Momentopname) -> Notastart:
    stuk = next(stuk for stuk in toen.notastukken if stuk.id == nota.stuk_id)
    return Notastart(
        soort=Startsoort.NOTA,
        bron=nota.id,
        naam=f"{toen.label(stuk)} {nota.onderwerp}".strip(),
        vorm=nota.vorm,
        waar=toen.kort,
        besloten=toen.stuk_is_besloten(stuk),
    )
