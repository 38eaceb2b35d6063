"""Who sits in a body, and who cannot come to a meeting."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.gremium import Lidmaatschap, Persoon, Rol
from tk_desktop.domain.vergadering import Afmelding, Status
from tk_desktop.meeting.gremia import NaamOntbreekt
from tk_desktop.store.werkmap import Store


class MandaatOnmogelijk(TkError):
    """A mandate was to end before it begins."""

    code = "TK-V20"
    melding = "Het mandaat van {naam} zou eindigen voordat het begint."
    veilig = "Er is niets gewijzigd."
    advies = "Kijk de twee datums na."


class VervangingOnmogelijk(TkError):
    """A seat was to stand in for itself, or for a seat of another body."""

    code = "TK-V21"
    melding = "{naam} kan deze plaats niet vervangen: het is dezelfde plaats, of een plaats in een ander gremium."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een ander lid van hetzelfde gremium."


class AlLid(TkError):
    """Somebody was to get a second seat in a body while holding one."""

    code = "TK-V52"
    melding = "{naam} staat al in deze ledenlijst."
    veilig = "Er is niets gewijzigd."
    advies = "Kies die regel om rol, mandaat of gemeente te wijzigen, of typ de volle naam van het andere lid."


@dataclass(frozen=True, slots=True, kw_only=True)
class Lid:
    """A seat with the person who holds it, as a roster shows it."""

    lidmaatschap: Lidmaatschap
    persoon: Persoon

    @property
    def naam(self) -> str:
        """The name with whom the member speaks for: ``Roos van Dalen (Kadedorp)``."""
        namens = self.lidmaatschap.namens
        return f"{self.persoon.naam} ({namens})" if namens else self.persoon.naam


def leden_van(store: Store, gremium_id: str, dag: date | None = None) -> tuple[Lid, ...]:
    """Return the roster of a body, on one day or of all times: by role, then by name (A14)."""
    rollen = list(Rol)
    personen = {persoon.id: persoon for persoon in store.personen.all()}
    leden = [
        Lid(lidmaatschap=zetel, persoon=personen[zetel.persoon_id])
        for zetel in store.leden.van_gremium(gremium_id)
        if dag is None or zetel.geldt_op(dag)
    ]
    return tuple(sorted(leden, key=lambda lid: (rollen.index(lid.lidmaatschap.rol), lid.persoon.naam.casefold())))


def add_lid(
    store: Store,
    gremium_id: str,
    naam: str,
    *,
    rol: Rol = Rol.LID,
    namens: str = "",
    functie: str = "",
    mandaat_van: date | None = None,
    mandaat_tot: date | None = None,
    vervangt: str | None = None,
    stemrecht: bool = True,
) -> Lid:
    """Give somebody a seat in a body and return it; a person of that name who is known is the same person (A14).

    Raises ``NaamOntbreekt``, ``AlLid``, ``MandaatOnmogelijk`` or ``VervangingOnmogelijk``; nothing has changed then.
    """
    schoon = " ".join(naam.split())
    if not schoon:
        raise NaamOntbreekt
    with store.transaction():
        gremium = store.gremia.get(gremium_id)
        persoon = _persoon(store, schoon, functie)
        if any(
            zetel.persoon_id == persoon.id
            and namens.strip() in ("", zetel.namens)
            and rol in (Rol.LID, zetel.rol)
            and (mandaat_van is None or zetel.mandaat_tot is None or zetel.mandaat_tot >= mandaat_van)
            and (mandaat_tot is None or zetel.mandaat_van is None or zetel.mandaat_van <= mandaat_tot)
            for zetel in store.leden.van_gremium(gremium.id)
        ):
            raise AlLid(naam=persoon.naam)
        zetel = Lidmaatschap(
            id=new_id(),
            gremium_id=gremium.id,
            persoon_id=persoon.id,
            rol=rol,
            namens=namens.strip(),
            mandaat_van=mandaat_van,
            mandaat_tot=mandaat_tot,
            vervangt=vervangt,
            stemrecht=stemrecht,
        )
        _bewaar(store, zetel, schoon)
    return Lid(lidmaatschap=zetel, persoon=persoon)


def change_lid(store: Store, lid_id: str, wijzig: Callable[[Lidmaatschap], Lidmaatschap]) -> Lid:
    """Change a seat (role, namens, mandate, substitute, voting right) and return it as it now stands (A14).

    With another role comes the voting right that goes with it, unless that is changed by itself.
    Raises ``MandaatOnmogelijk`` or ``VervangingOnmogelijk``; nothing has changed then.
    """
    with store.transaction():
        oud = store.leden.get(lid_id)
        persoon = store.personen.get(oud.persoon_id)
        nieuw = replace(wijzig(oud), id=oud.id, gremium_id=oud.gremium_id, persoon_id=oud.persoon_id)
        if nieuw.rol is not oud.rol and nieuw.stemrecht is oud.stemrecht:
            nieuw = replace(nieuw, stemrecht=nieuw.rol.stemt)
        _bewaar(store, nieuw, persoon.naam)
    return Lid(lidmaatschap=nieuw, persoon=persoon)


def write_lid(store: Store, lid: Lid) -> Lid:
    """Keep a seat and its person as a roster shows them now, and return them (A14).

    Raises ``NaamOntbreekt``, ``MandaatOnmogelijk`` or ``VervangingOnmogelijk``; nothing has changed then.
    """
    with store.transaction():
        zetel, wie = lid.lidmaatschap, lid.persoon
        persoon = change_persoon(
            store, wie.id, naam=wie.naam, functie=wie.functie, telefoon=wie.telefoon, email=wie.email
        )
        nieuw = change_lid(store, zetel.id, lambda _: zetel)
    return replace(nieuw, persoon=persoon)


def change_persoon(
    store: Store, persoon_id: str, *, naam: str, functie: str = "", telefoon: str = "", email: str = ""
) -> Persoon:
    """Change what is known of somebody, in every body, and return it; raises ``NaamOntbreekt``."""
    schoon = " ".join(naam.split())
    if not schoon:
        raise NaamOntbreekt
    with store.transaction():
        persoon = replace(
            store.personen.get(persoon_id),
            naam=schoon,
            functie=functie.strip(),
            telefoon=telefoon.strip(),
            email=email.strip(),
        )
        store.personen.save(persoon)
    return persoon


def report_absence(
    store: Store, vergadering_id: str, lid_id: str, *, vervanger_id: str | None = None, reden: str = ""
) -> Afmelding:
    """Note that a member cannot come, and who comes instead; a second notice takes the place of the first (A15)."""
    with store.transaction():
        vergadering = store.vergaderingen.get(vergadering_id)
        lid = store.leden.get(lid_id)
        eerder = [a for a in store.afmeldingen.van_vergadering(vergadering.id) if a.lid_id == lid.id]
        basis = eerder[0] if eerder else Afmelding(id=new_id(), vergadering_id=vergadering.id, lid_id=lid.id)
        overgedragen = basis.set_overgedragen and basis.vervanger_id == vervanger_id
        afmelding = replace(basis, vervanger_id=vervanger_id, reden=reden.strip(), set_overgedragen=overgedragen)
        store.afmeldingen.save(afmelding)
    return afmelding


def report_absence_of(store: Store, vergadering_id: str, lid_id: str) -> None:
    """Note that a member cannot come; who substitutes for that seat comes instead (A15)."""
    with store.transaction():
        dag = store.vergaderingen.get(vergadering_id).datum
        zetels = store.leden.van_gremium(store.leden.get(lid_id).gremium_id)
        vervangers = [zetel.persoon_id for zetel in zetels if zetel.vervangt == lid_id and zetel.geldt_op(dag)]
        report_absence(store, vergadering_id, lid_id, vervanger_id=vervangers[0] if vervangers else None)


def withdraw_absence_of(store: Store, vergadering_id: str, lid_id: str) -> None:
    """Forget that a member cannot come to a meeting (A15)."""
    with store.transaction():
        for afmelding in store.afmeldingen.van_vergadering(vergadering_id):
            if afmelding.lid_id == lid_id:
                withdraw_absence(store, afmelding.id)


def withdraw_absence(store: Store, afmelding_id: str) -> None:
    """Forget an absence: the member comes after all (A15)."""
    with store.transaction():
        store.afmeldingen.delete(afmelding_id)


def hand_over_set(store: Store, afmelding_id: str, *, overgedragen: bool = True) -> Afmelding:
    """Note that the substitute has the papers, and return the absence (A15)."""
    with store.transaction():
        afmelding = replace(store.afmeldingen.get(afmelding_id), set_overgedragen=overgedragen)
        store.afmeldingen.save(afmelding)
    return afmelding


def _persoon(store: Store, naam: str, functie: str) -> Persoon:
    for bekend in store.personen.all():
        if bekend.naam.casefold() == naam.casefold():
            return bekend
    persoon = Persoon(id=new_id(), naam=naam, functie=functie.strip())
    store.personen.save(persoon)
    return persoon


def _bewaar(store: Store, zetel: Lidmaatschap, naam: str) -> None:
    if zetel.mandaat_van and zetel.mandaat_tot and zetel.mandaat_tot < zetel.mandaat_van:
        raise MandaatOnmogelijk(naam=naam)
    if zetel.vervangt is not None and (
        zetel.vervangt == zetel.id or store.leden.get(zetel.vervangt).gremium_id != zetel.gremium_id
    ):
        raise VervangingOnmogelijk(naam=naam)
    store.leden.save(zetel)
    _noem_in_vergaderingen(store, zetel)


def _noem_in_vergaderingen(store: Store, zetel: Lidmaatschap) -> None:
    """Name a chair or a secretary in the planned meetings of the body that still have none (A2)."""
    for vergadering in store.vergaderingen.van_gremium(zetel.gremium_id):
        if vergadering.status is not Status.GEPLAND or not zetel.geldt_op(vergadering.datum):
            continue
        if zetel.rol is Rol.VOORZITTER and vergadering.voorzitter_id is None:
            store.vergaderingen.save(replace(vergadering, voorzitter_id=zetel.persoon_id))
        elif zetel.rol is Rol.SECRETARIS and vergadering.secretaris_id is None:
            store.vergaderingen.save(replace(vergadering, secretaris_id=zetel.persoon_id))
