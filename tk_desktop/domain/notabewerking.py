"""Changes to a nota that keep what belongs together: reasons with their point, texts with their section."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from tk_desktop.domain.nota import FORMULIEREN, Aard, Argument, Behandelaar, Nota, Sectie, Sectiesoort, Vorm
from tk_desktop.domain.volgorde import schik, tussen
from tk_desktop.domain.voorstel import Voorstelpunt

NIET_VAN_TOEPASSING = "Niet van toepassing."
"""What a section says that does not apply (catalogue 50)."""

_LAATSTE = (Sectiesoort.BIJLAGEN, Sectiesoort.BESLUIT)
"""The sections with which a nota ends."""
_KOPPEN = frozenset((vraag.soort, vraag.kop) for formulier in FORMULIEREN.values() for vraag in formulier.secties)
"""What sections of that kind are called, in all forms."""


def met_voorstel(nota: Nota, punten: Sequence[Voorstelpunt]) -> Nota:
    """Return the nota with these points of proposal; numbers of reasons follow their point (C6).

    A reason whose point is gone keeps the number it had, loose; once a new point takes that place it is tied to it,
    so that a point that is typed anew from nothing has its reasons back.
    """
    oud = {punt.id for punt in nota.voorstel}
    blijft = {punt.id for punt in punten}
    nieuw = {str(rang): punt.id for rang, punt in enumerate(punten, 1) if punt.id not in oud}
    nummers = {reden.id: nummer for aard in Aard for nummer, reden in nota.redenen(aard)}

    def gekoppeld(reden: Argument) -> Argument:
        if reden.voorstelpunt_id in blijft:
            return reden
        nummer = nummers[reden.id]
        punt_id = nieuw.get(nummer.partition(".")[0])
        return replace(reden, voorstelpunt_id=punt_id, los_nummer="" if punt_id else nummer)

    return replace(nota, voorstel=tuple(punten), argumenten=tuple(gekoppeld(reden) for reden in nota.argumenten))


def met_argument(nota: Nota, argument: Argument) -> Nota:
    """Return the nota with this reason, new or changed; a new one without a place is the last of its kind and point."""
    overige = tuple(ander for ander in nota.argumenten if ander.id != argument.id)
    if not argument.volgorde:
        argument = replace(argument, volgorde=tussen(max((ander.volgorde for ander in overige), default="")))
    return replace(nota, argumenten=(*overige, argument))


def zonder_argument(nota: Nota, argument_id: str) -> Nota:
    """Return the nota without a reason; the numbers after it move up."""
    return replace(nota, argumenten=tuple(reden for reden in nota.argumenten if reden.id != argument_id))


def met_verplaatst_argument(nota: Nota, argument_id: str, punt_id: str | None, na: str | None) -> Nota:
    """Return the nota with a reason tied to a point, behind the reason ``na`` (``None``: first of that point)."""
    rij = sorted(nota.argumenten, key=lambda reden: (reden.volgorde, reden.id))
    (wat,) = [reden for reden in rij if reden.id == argument_id]
    rij.remove(wat)
    plaats = next((rang for rang, reden in enumerate(rij, 1) if reden.id == na), 0)
    wat = replace(wat, voorstelpunt_id=punt_id, los_nummer="" if punt_id else wat.los_nummer, volgorde="")
    rij.insert(plaats, wat)
    plekken = schik([reden.volgorde for reden in rij])
    return replace(nota, argumenten=tuple(replace(r, volgorde=p) for r, p in zip(rij, plekken, strict=True)))


def overgenomen(nota: Nota, tekst: Callable[[str], str], nieuw_id: Callable[[], str]) -> Nota:
    """Return the contents of a nota for another one: new ids, every text through ``tekst``, no decision (C4)."""
    ids = {id_: nieuw_id() for id_ in _ids(nota.voorstel)}
    leeg_ = {sectie.id for sectie in nota.secties if sectie.soort is Sectiesoort.BESLUIT}
    return replace(
        nota,
        behandelaars=tuple(replace(wie, id=nieuw_id()) for wie in nota.behandelaars),
        voorstel=tuple(_met_ids(punt, ids, tekst) for punt in nota.voorstel),
        argumenten=tuple(
            replace(
                reden,
                id=nieuw_id(),
                kop=tekst(reden.kop),
                tekst=tekst(reden.tekst),
                voorstelpunt_id=ids.get(reden.voorstelpunt_id or ""),
            )
            for reden in nota.argumenten
        ),
        secties=tuple(
            replace(sectie, id=nieuw_id(), tekst="" if sectie.id in leeg_ else tekst(sectie.tekst))
            for sectie in nota.secties
        ),
    )


def _ids(punten: Iterable[Voorstelpunt]) -> Iterable[str]:
    for punt in punten:
        yield punt.id
        yield from _ids(punt.onder)


def _met_ids(punt: Voorstelpunt, ids: Mapping[str, str], tekst: Callable[[str], str]) -> Voorstelpunt:
    onder = tuple(_met_ids(ander, ids, tekst) for ander in punt.onder)
    return replace(punt, id=ids[punt.id], tekst=tekst(punt.tekst), onder=onder)


def met_behandelaars(nota: Nota, wie: Iterable[tuple[str, str, str]], nieuw_id: Callable[[], str]) -> Nota:
    """Return the nota with these officials (name, function, phone); who was there already keeps the id."""
    oud = {behandelaar.naam: behandelaar for behandelaar in nota.behandelaars}
    rij = [(oud.pop(naam, None), naam, functie, telefoon) for naam, functie, telefoon in wie]
    plekken = schik([eerder.volgorde if eerder else "" for eerder, *_ in rij])
    nieuw = (
        Behandelaar(
            id=eerder.id if eerder else nieuw_id(), volgorde=plek, naam=naam, functie=functie, telefoon=telefoon
        )
        for (eerder, naam, functie, telefoon), plek in zip(rij, plekken, strict=True)
    )
    return replace(nota, behandelaars=tuple(nieuw))


def behandelaarsregels(behandelaars: Iterable[Behandelaar]) -> str:
    """Return officials as text to edit, one a line: ``Roos van Dalen, adviseur, tel. 010-1234567``."""
    rij = sorted(behandelaars, key=lambda wie: (wie.volgorde, wie.id))
    return "\n".join(
        ", ".join(filter(None, (wie.naam, wie.functie, f"tel. {wie.telefoon}" if wie.telefoon else ""))) for wie in rij
    )


def lees_behandelaars(tekst: str) -> tuple[tuple[str, str, str], ...]:
    """Return name, function and phone of the officials that a text names, one a line (catalogue 43)."""
    uit = []
    for regel in tekst.splitlines():
        naam, *rest = (deel.strip() for deel in regel.split(","))
        telefoon = next((deel for deel in rest if deel.lower().startswith("tel.")), "")
        functie = ", ".join(deel for deel in rest if deel and deel != telefoon)
        if naam:
            uit.append((naam, functie, telefoon[4:].strip()))
    return tuple(uit)


def in_vorm(nota: Nota, vorm: Vorm, nieuw_id: Callable[[], str]) -> Nota:
    """Return the nota in another form, with every text that it had.

    A section that the other form lacks too comes before the bijlagen: a text as a free section under its old heading,
    which is the same section again when the form that knows that heading returns; the proposal and the reasons as
    they are, for they are more than text. What was empty goes.
    """
    over = sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id))
    secties = []
    for vraag in FORMULIEREN[vorm].secties:
        past = [sectie for sectie in over if _is(sectie, vraag.soort, vraag.kop)]
        eigen = min(past, key=lambda s: (nota.is_leeg(s), s.soort is Sectiesoort.VRIJ), default=None)
        if eigen is not None:
            over.remove(eigen)
            secties.append(replace(eigen, soort=vraag.soort, kop=vraag.kop))
        else:
            secties.append(Sectie(id=nieuw_id(), volgorde="", soort=vraag.soort, kop=vraag.kop))
    extra = [_vrij(nota, sectie) for sectie in over if not nota.is_leeg(sectie)]
    plaats = next((rang for rang, sectie in enumerate(secties) if sectie.soort in _LAATSTE), len(secties))
    secties[plaats:plaats] = extra
    plekken = schik([sectie.volgorde for sectie in secties])
    geplaatst = (replace(sectie, volgorde=plek) for sectie, plek in zip(secties, plekken, strict=True))
    return replace(nota, vorm=vorm, secties=tuple(geplaatst))


def ingevuld(nota: Nota, met_bijlagen: bool) -> tuple[int, int]:
    """Return how many of the sections that count are filled, and how many count.

    Those are the required sections and the others that hold something; the decision is written after the meeting
    and does not count.
    """
    vol = [sectie for sectie in nota.secties if telt(nota, sectie) and not leeg(nota, sectie, met_bijlagen)]
    mee = [sectie for sectie in nota.secties if telt(nota, sectie) and (sectie in vol or verplicht(nota, sectie))]
    return len(vol), len(mee)


def telt(nota: Nota, sectie: Sectie) -> bool:
    """Tell whether a section is for the writer to fill."""
    return sectie.soort is not Sectiesoort.BESLUIT


def leeg(nota: Nota, sectie: Sectie, met_bijlagen: bool) -> bool:
    """Tell whether a section holds nothing; that of the bijlagen when the meeting has none with this nota either."""
    return nota.is_leeg(sectie) and not (sectie.soort is Sectiesoort.BIJLAGEN and met_bijlagen)


def noemt_wat_erbij_komt(nota: Nota | None) -> bool:
    """Tell whether a bijlage that is put with a nota stands in its printed list from then on (D15).

    It does, for the form shows it there, unless the nota has no form or place for a list, or tells of its bijlagen in
    words of its own: a list beside those would say another thing.
    """
    eigen = [sectie for sectie in nota.secties if sectie.soort is Sectiesoort.BIJLAGEN] if nota else []
    return bool(eigen) and not any(sectie.tekst.strip() for sectie in eigen)


def verplicht(nota: Nota, sectie: Sectie) -> bool:
    """Tell whether the form requires a section."""
    return any(vraag.verplicht and _is(sectie, vraag.soort, vraag.kop) for vraag in nota.formulier.secties)


def ontbrekende_koppen(nota: Nota) -> tuple[str, ...]:
    """Return the headings of the required sections that are empty, or that the nota does not have at all (C7)."""
    return tuple(
        vraag.kop
        for vraag in nota.formulier.secties
        if vraag.verplicht
        and all(nota.is_leeg(sectie) for sectie in nota.secties if _is(sectie, vraag.soort, vraag.kop))
    )


def _is(sectie: Sectie, soort: Sectiesoort, kop: str) -> bool:
    """Tell whether this is the section a form asks for: of that kind, or free under a heading that means that kind."""
    if soort is Sectiesoort.VRIJ:
        return sectie.soort is soort and sectie.kop == kop
    return sectie.soort is soort or (sectie.soort is Sectiesoort.VRIJ and (soort, sectie.kop) in _KOPPEN)


def _vrij(nota: Nota, sectie: Sectie) -> Sectie:
    heeft_rijen = not nota.is_leeg(replace(sectie, tekst=""))
    return sectie if heeft_rijen else replace(sectie, soort=Sectiesoort.VRIJ)
