"""The way of a nota from its writer to the agenda: handed in, taken up, sent back with a reason, approved (A7, A9)."""

from datetime import datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.notabewerking import ontbrekende_koppen
from tk_desktop.domain.notastand import Notastap, Stand, stand_van
from tk_desktop.domain.volgorde import tussen
from tk_desktop.meeting.notaversies import keep_version
from tk_desktop.store.werkmap import Store


class SectiesLeeg(TkError):
    """A nota was handed in while required sections are empty (C7)."""

    code = "TK-N01"
    melding = "De nota is nog niet ingediend. Nog leeg: {koppen}."
    veilig = "Wat u schreef, is bewaard."
    advies = "Vul deze onderdelen, of zet er ‘Niet van toepassing.’ in (Alt+N)."


class StapOnmogelijk(TkError):
    """A step was asked that does not follow from where the nota stands."""

    code = "TK-N02"
    melding = "De nota is {stand} en kan daarom niet {naar} worden."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een van de stappen die bij deze nota worden aangeboden."


class RedenOntbreekt(TkError):
    """A nota was sent back without a reason."""

    code = "TK-N03"
    melding = "Terugsturen kan alleen met een reden."
    veilig = "Er is niets gewijzigd."
    advies = "Schrijf in enkele woorden wat de steller moet aanvullen."


def submit_nota(store: Store, nota_id: str, nu: datetime, wie: str = "") -> Notastap:
    """Hand a nota in, for the first time or anew, and keep the version that was handed in.

    Raises ``SectiesLeeg``, naming them, when required sections hold nothing.
    """
    with store.transaction():
        koppen = ontbrekende_koppen(store.notas.get(nota_id))
        if koppen:
            raise SectiesLeeg(koppen=", ".join(f"‘{kop}’" for kop in koppen))
        keep_version(store, nota_id, nu, "Ingediend")
        return _zet(store, nota_id, Stand.INGEDIEND, nu, wie=wie)


def take_up_nota(store: Store, nota_id: str, nu: datetime, wie: str = "") -> Notastap:
    """Tell that the secretaris has begun on a nota that was handed in."""
    return _zet(store, nota_id, Stand.IN_BEHANDELING, nu, wie=wie)


def send_back_nota(store: Store, nota_id: str, nu: datetime, reden: str, wie: str = "") -> Notastap:
    """Send a nota back to its writer; raises ``RedenOntbreekt`` without a reason."""
    if not reden.strip():
        raise RedenOntbreekt
    return _zet(store, nota_id, Stand.TERUGGESTUURD, nu, wie=wie, reden=reden.strip())


def approve_nota(store: Store, nota_id: str, nu: datetime, wie: str = "") -> Notastap:
    """Tell that a nota is complete for the agenda, and keep the version that was judged."""
    with store.transaction():
        keep_version(store, nota_id, nu, "Akkoord")
        return _zet(store, nota_id, Stand.AKKOORD, nu, wie=wie)


def take_step(store: Store, nota_id: str, stand: Stand, nu: datetime, *, reden: str = "", wie: str = "") -> Notastap:
    """Bring a nota to a stand, by the step that leads there."""
    match stand:
        case Stand.INGEDIEND:
            return submit_nota(store, nota_id, nu, wie)
        case Stand.IN_BEHANDELING:
            return take_up_nota(store, nota_id, nu, wie)
        case Stand.TERUGGESTUURD:
            return send_back_nota(store, nota_id, nu, reden, wie)
        case Stand.AKKOORD:
            return approve_nota(store, nota_id, nu, wie)
        case Stand.CONCEPT:
            raise StapOnmogelijk(stand=stand_van(store.notastappen.van_nota(nota_id)).value, naar=stand.value)


def steps(store: Store, nota_id: str) -> tuple[Notastap, ...]:
    """Return the history of a nota, the first step first."""
    return store.notastappen.van_nota(nota_id)


def standen(store: Store, vergadering_id: str) -> dict[str, Stand]:
    """Return where every nota of a meeting stands, by the id of its paper."""
    notas: dict[str, Nota] = store.notas.van_vergadering(vergadering_id)
    laatste = store.notastappen.laatste(nota.id for nota in notas.values())
    return {stuk_id: laatste[nota.id].stand if nota.id in laatste else Stand.CONCEPT for stuk_id, nota in notas.items()}


def _zet(store: Store, nota_id: str, naar: Stand, nu: datetime, *, wie: str, reden: str = "") -> Notastap:
    with store.transaction():
        eerder = store.notastappen.van_nota(store.notas.get(nota_id).id)
        stand = stand_van(eerder)
        if naar not in stand.volgende:
            raise StapOnmogelijk(stand=stand.value, naar=naar.value)
        stap = Notastap(
            id=new_id(),
            nota_id=nota_id,
            volgorde=tussen(eerder[-1].volgorde if eerder else ""),
            moment=nu,
            stand=naar,
            wie=wie.strip(),
            reden=reden,
        )
        store.notastappen.save(stap)
    return stap
