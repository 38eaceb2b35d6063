"""Adding received files to an item that the user chose, and replacing one paper by a new file (D1, D4, D16).

What the user chose goes before what a name or a nota says: a file ‘3 bijlage 1 - Plan.pdf’ that is put on item 2a
belongs to 2a.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import sha256
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.controle.woorden import kernwoorden, zelfde_titel
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN, Nota
from tk_desktop.domain.notabewerking import noemt_wat_erbij_komt
from tk_desktop.domain.stuk import Soort, Stuk, Stukversie
from tk_desktop.domain.volgorde import op_rang
from tk_desktop.intake.afmeldvoorstel import Afmeldvoorstel
from tk_desktop.intake.berichtopname import bewaar_bericht
from tk_desktop.intake.bestandstuk import add_versie
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.lezing import GelezenNota
from tk_desktop.intake.notastuk import fill_nota
from tk_desktop.intake.plaats import naam_van
from tk_desktop.intake.vinden import main_of, past
from tk_desktop.intake.werk import Werk
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort


class GeenNota(TkError):
    """A nota that is kept as a form was to be replaced by a file that holds no nota."""

    code = "TK-I27"
    melding = "‘{bestand}’ kan de nota ‘{titel}’ niet vervangen: er staat geen nota in die TK Desktop herkent."
    veilig = "Er is niets gewijzigd."
    advies = "Sleep het ernaast, dan wordt het een bijlage, of kies het Word-bestand van de nota."


class IntussenVervangen(TkError):
    """Pages were made of a version that is not the newest one of its paper any more."""

    code = "TK-I31"
    melding = "‘{bestand}’ is intussen vervangen of verwijderd; de pagina’s die ervan zijn gemaakt, zijn niet gebruikt."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Zet het bestand dat er nu staat om naar pdf."


class StukVerwijderd(TkError):
    """A file was to replace a paper that was removed meanwhile."""

    code = "TK-I35"
    melding = "Het stuk ‘{titel}’ staat in de prullenbak; ‘{bestand}’ is niet toegevoegd."
    veilig = "Er is niets gewijzigd."
    advies = "Zet het stuk eerst terug, of sleep het bestand op het agendapunt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Toevoeging:
    """What was added: the papers that got something new, where each file went, and which files were there already.

    ``plaatsen`` and ``al_aanwezig`` hold pairs (name of the file, place as a person names it).
    """

    stukken: tuple[str, ...] = ()
    plaatsen: tuple[tuple[str, str], ...] = ()
    al_aanwezig: tuple[tuple[str, str], ...] = ()
    twijfels: tuple[Twijfel, ...] = ()
    afmeldingen: tuple[Afmeldvoorstel, ...] = ()
    """Who cannot come, as the messages tell; nothing of it is stored."""


def add_bestanden(
    store: Store,
    gelezen: Sequence[GelezenBestand],
    punt_id: str,
    *,
    hoort_bij: str | None = None,
    voor: str | None = None,
    nu: datetime,
) -> Toevoeging:
    """Put files under an item, as bijlagen of ``hoort_bij`` or beside and before the paper ``voor``; return what came.

    Without either they become bijlagen of the nota of the item, or papers of their own when it has none. Nota's come
    first; a paper that was announced and fits is filled; a file that this meeting has already is not added again. A
    message is kept with the meeting, and is no paper.
    Raises ``NietGevonden``.
    """
    with store.transaction():
        toevoegen = _Toevoegen(store, store.agendapunten.get(punt_id), nu, hoort_bij=hoort_bij, voor=voor)
        for bestand in sorted(gelezen, key=lambda bestand: not toevoegen.is_nota(bestand)):
            toevoegen.add(bestand)
        return toevoegen.uitkomst()


def replace_stuk(store: Store, stuk_id: str, bestand: GelezenBestand, nu: datetime) -> Toevoeging:
    """Make a file the newest version of a paper; the old ones stay to be read (C12, D4).

    The file that is the newest version already changes nothing. Raises ``NietGevonden``, ``StukVerwijderd``, or
    ``GeenNota`` when the paper is a form and the file holds no nota.
    """
    with store.transaction():
        stuk = store.stukken.get(stuk_id)
        werk = Werk(store, nu, vervang=True, vergadering=store.vergaderingen.get(stuk.vergadering_id))
        naam = bestand.bron.name
        if stuk.verwijderd is not None:
            raise StukVerwijderd(titel=stuk.titel, bestand=naam)
        opname = werk.opname(naam)
        notas = bestand.lezing.notas if bestand.lezing else ()
        if stuk_id in opname.notas:
            if not notas:
                raise GeenNota(bestand=naam, titel=stuk.titel)
            if len(notas) > 1:
                werk.twijfel(naam, f"In dit bestand staan {len(notas)} nota’s; alleen de eerste is gebruikt.")
            anders = _fill(werk, opname, bestand, notas[0], stuk)
        else:
            versies = store.versies.van_stuk(stuk_id)
            anders = not versies or versies[-1].sha256 != sha256(bestand.bron)
            if anders:
                add_versie(werk, opname, bestand, stuk)
        return _uitkomst(werk, [stuk_id] if anders else [], [] if anders else [(naam, _waar(opname, stuk))])


def add_pages(store: Store, versie: Stukversie, bestand: GelezenBestand) -> Stukversie:
    """Give a version that travelled as it is the pages that were made of it since; the received file stays (D5).

    Raises ``IntussenVervangen`` when it is no longer the newest version of its paper, with the same file.
    """
    with store.transaction():
        nieuwste = store.versies.van_stuk(versie.stuk_id)[-1:]
        if [(nu.id, nu.sha256) for nu in nieuwste] != [(versie.id, versie.sha256)]:
            raise IntussenVervangen(bestand=versie.bestandsnaam)
        if bestand.pdf is None:
            return versie
        nieuw = replace(
            versie,
            paginas=len(bestand.paginas),
            tekstlaag=bestand.tekstlaag,
            pdf_sha256=store.bestanden.bewaar(bestand.pdf),
            omgezet_met=bestand.omgezet_met,
            getekend=bestand.getekend_bereik,
        )
        store.versies.save(nieuw)
        store.zoekregister.neem_op(Zoeksoort.PAGINA, versie.sha256, bestand.paginas)
        store.zoekregister.neem_op(Zoeksoort.VERBORGEN, versie.sha256, bestand.verborgen)
    return nieuw


class _Toevoegen:
    """One adding under way."""

    def __init__(
        self, store: Store, punt: Agendapunt, nu: datetime, *, hoort_bij: str | None, voor: str | None
    ) -> None:
        self._werk = Werk(store, nu, vervang=True, vergadering=store.vergaderingen.get(punt.vergadering_id))
        self._store = store
        self._punt = punt
        buur = store.stukken.get(voor) if voor else None
        self._voor = voor
        self._bij = buur.hoort_bij if buur else store.stukken.get(hoort_bij).id if hoort_bij else None
        self._gekozen = voor is not None or hoort_bij is not None
        self._stukken: list[str] = []
        self._al: list[tuple[str, str]] = []
        self._afmeldingen: tuple[Afmeldvoorstel, ...] = ()

    def is_nota(self, bestand: GelezenBestand) -> bool:
        """Tell whether a file is read into a form here; among bijlagen it is a file like any other."""
        return self._bij is None and bestand.lezing is not None and bool(bestand.lezing.notas)

    def add(self, bestand: GelezenBestand) -> None:
        """Put one file on its place."""
        if bestand.bericht is not None:
            self._afmeldingen += bewaar_bericht(self._werk, bestand, bestand.bericht)
            if not self.is_nota(bestand):
                return
            bestand = replace(bestand, opmerkingen=())
        opname = self._werk.opname(bestand.bron.name)
        bekend = self._known(opname, bestand)
        if bekend is not None:
            self._al.append((bestand.bron.name, _waar(opname, bekend)))
            return
        if self.is_nota(bestand):
            self._add_notas(bestand)
            return
        stuk = self._destination(opname, bestand)
        add_versie(self._werk, opname, bestand, stuk)
        self._stukken.append(stuk.id)

    def uitkomst(self) -> Toevoeging:
        """Return what came of it."""
        return replace(_uitkomst(self._werk, self._stukken, self._al), afmeldingen=self._afmeldingen)

    def _known(self, opname: Momentopname, bestand: GelezenBestand) -> Stuk | None:
        """Return the paper of this meeting that has this very file, as its newest or an older version (D16)."""
        bij = {versie.stuk_id for versie in self._store.versies.met_bestand(sha256(bestand.bron))}
        return next((stuk for stuk in opname.stukken if stuk.id in bij), None)

    def _add_notas(self, bestand: GelezenBestand) -> None:
        lezing = bestand.lezing
        for nota in lezing.notas if lezing else ():
            opname = self._werk.opname(bestand.bron.name)
            stuk = _nota_here(opname, self._punt, nota)
            elders = None if stuk else self._read_before(opname, bestand, nota)
            if elders is not None:
                self._al.append((bestand.bron.name, _waar(opname, elders)))
                continue
            if stuk is None:
                soort = FORMULIEREN[nota.vorm].soort
                stuk = self._new(opname, soort, nota.onderwerp or soort.value.capitalize(), None)
            if _fill(self._werk, opname, bestand, nota, stuk):
                self._stukken.append(stuk.id)
                self._doubt_subject(opname, bestand, nota)
            else:
                self._al.append((bestand.bron.name, _waar(opname, stuk)))
        if lezing:
            self._werk.twijfels.extend(lezing.twijfels)

    def _doubt_subject(self, opname: Momentopname, bestand: GelezenBestand, nota: GelezenNota) -> None:
        """Ask whether a nota belongs under an item that is clearly called otherwise than its subject."""
        if all(map(kernwoorden, (self._punt.titel, nota.onderwerp))) and not zelfde_titel(
            self._punt.titel, nota.onderwerp
        ):
            self._werk.twijfel(
                bestand.bron.name,
                f"De nota ‘{nota.onderwerp}’ staat nu bij {opname.nummers[self._punt.id]} ‘{self._punt.titel}’. "
                "Hoort zij daar niet, maak het dan ongedaan (Ctrl+Z).",
            )

    def _read_before(self, opname: Momentopname, bestand: GelezenBestand, nota: GelezenNota) -> Stuk | None:
        """Return the paper under another item whose form was read from this very file (D16)."""
        bronnen = self._store.bronnen.van_vergadering(opname.vergadering.id)
        if sha256(bestand.bron) not in {bron.sha256 for bron in bronnen}:
            return None
        return next((stuk for stuk in opname.notastukken if _is_same(opname.notas[stuk.id], nota)), None)

    def _destination(self, opname: Momentopname, bestand: GelezenBestand) -> Stuk:
        soort, titel = naam_van(bestand.bron)
        ouder = self._parent(opname)
        beloofd = [stuk for stuk in self._announced(opname, ouder) if not opname.is_aanwezig(stuk)]
        met_titel = [stuk for stuk in beloofd if past(stuk.titel, titel)]
        van_soort = [stuk for stuk in beloofd if stuk.soort is soort and soort is not Soort.BIJLAGE]
        enige = van_soort if len(van_soort) == 1 else []
        bekend = next(iter([*met_titel, *enige]), None)
        return bekend or self._new(opname, soort or (Soort.BIJLAGE if ouder else Soort.STUK), titel, ouder)

    def _parent(self, opname: Momentopname) -> Stuk | None:
        """Return the paper of which files become bijlagen: the chosen one, else the nota of the item."""
        if self._gekozen:
            return next((stuk for stuk in opname.stukken if stuk.id == self._bij), None)
        hoofd = main_of(opname.stukken_bij(self._punt))
        return hoofd if hoofd is not None and hoofd.soort.is_nota else None

    def _announced(self, opname: Momentopname, ouder: Stuk | None) -> Sequence[Stuk]:
        bijlagen = opname.bijlagen_bij(ouder) if ouder else ()
        return bijlagen if self._bij is not None else (*bijlagen, *opname.stukken_bij(self._punt))

    def _new(self, opname: Momentopname, soort: Soort, titel: str, ouder: Stuk | None) -> Stuk:
        buren = opname.bijlagen_bij(ouder) if ouder else opname.stukken_bij(self._punt)
        rang = next((rang for rang, buur in enumerate(buren) if buur.id == self._voor), len(buren))
        stuk = Stuk(
            id=new_id(),
            vergadering_id=opname.vergadering.id,
            volgorde=op_rang([buur.volgorde for buur in buren], rang),
            soort=soort,
            titel=titel,
            agendapunt_id=ouder.agendapunt_id if ouder else self._punt.id,
            hoort_bij=ouder.id if ouder else None,
            genoemd=ouder is not None and noemt_wat_erbij_komt(opname.notas.get(ouder.id)),
        )
        self._store.stukken.save(stuk)
        return stuk


def _nota_here(opname: Momentopname, punt: Agendapunt, nota: GelezenNota) -> Stuk | None:
    """Return the paper of this item that a nota fills or replaces: announced without a form, or the same nota."""
    notas = [stuk for stuk in opname.stukken_bij(punt) if stuk.soort.is_nota]
    zelfde = [stuk for stuk in notas if stuk.id in opname.notas and _is_same(opname.notas[stuk.id], nota)]
    leeg = [stuk for stuk in notas if not opname.is_aanwezig(stuk)]
    return next(iter([*zelfde, *sorted(leeg, key=lambda stuk: not past(stuk.titel, nota.onderwerp))]), None)


def _is_same(bekend: Nota, nota: GelezenNota) -> bool:
    """Tell whether two nota's are one, by their number or their subject."""
    return bekend.registratienummer == nota.registratienummer != "" or past(bekend.onderwerp, nota.onderwerp)


def _fill(werk: Werk, opname: Momentopname, bestand: GelezenBestand, nota: GelezenNota, stuk: Stuk) -> bool:
    """Make a nota the form of this paper; it does not become public because the file says so."""
    if stuk.besloten and nota.openbaar:
        werk.twijfel(bestand.bron.name, "Deze nota zegt Openbaar Ja, maar was besloten; zij is besloten gebleven.")
        nota = replace(nota, openbaar=None)
    for opmerking in bestand.opmerkingen:
        werk.twijfel(bestand.bron.name, opmerking)
    return fill_nota(werk, opname, bestand, nota, stuk)


def _waar(opname: Momentopname, stuk: Stuk) -> str:
    return f"{opname.label(stuk)} {stuk.titel}".strip()


def _uitkomst(werk: Werk, stukken: Sequence[str], al: Sequence[tuple[str, str]]) -> Toevoeging:
    return Toevoeging(
        stukken=tuple(dict.fromkeys(stukken)),
        plaatsen=tuple(dict.fromkeys(werk.plaatsen)),
        al_aanwezig=tuple(al),
        twijfels=tuple(werk.twijfels),
    )
