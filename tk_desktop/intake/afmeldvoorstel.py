"""Proposing the absence that a message tells of: which member, which meeting, who comes instead, what is not sure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tk_desktop.domain.datum import lang
from tk_desktop.domain.gremium import Lidmaatschap, Persoon
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.intake.namen import TITELS, TUSSENVOEGSELS
from tk_desktop.intake.verhindering import Verhindering
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Afmeldvoorstel:
    """An absence as a message tells it; nothing is stored of it before somebody agrees (A15).

    Ids are empty where the werkmap knows nobody or no meeting; the names are what to show.
    """

    bestand: str
    zin: str
    naam: str
    vergadering: str = ""
    vervanger: str = ""
    lid_id: str = ""
    vergadering_id: str = ""
    vervanger_id: str = ""
    twijfels: tuple[str, ...] = ()

    @property
    def is_vast_te_leggen(self) -> bool:
        """Whether it is known who is absent and where."""
        return bool(self.lid_id and self.vergadering_id)


def stel_afmelding_voor(
    store: Store, verhindering: Verhindering, bestand: str, dag: date
) -> tuple[Afmeldvoorstel, ...]:
    """Return the absences that a message tells of, one for each meeting it may mean.

    ``dag`` is when the message was sent: without a day in it the next meeting after it is meant.
    """
    personen = store.personen.all()
    wie, twijfels = _persoon(personen, verhindering)
    zetels = [zetel for zetel in store.leden.all() if wie is not None and zetel.persoon_id == wie.id]
    paren, bij_dag = _vergaderingen(store, zetels, verhindering.dagen, dag)
    naam = wie.naam if wie is not None else verhindering.van or verhindering.adres or "Onbekend"
    if wie is not None and not zetels:
        twijfels = (*twijfels, f"{naam} staat in geen ledenlijst.")
    basis = Afmeldvoorstel(
        bestand=bestand,
        zin=verhindering.zin,
        naam=naam,
        vervanger=verhindering.vervanger,
        twijfels=tuple(dict.fromkeys((*verhindering.twijfels, *twijfels, *bij_dag))),
    )
    return tuple(_voorstel(store, basis, personen, paar) for paar in paren) or (basis,)


def _voorstel(
    store: Store,
    basis: Afmeldvoorstel,
    personen: Sequence[Persoon],
    paar: tuple[Lidmaatschap | None, Vergadering],
) -> Afmeldvoorstel:
    """Return what is proposed for one seat at one meeting."""
    zetel, vergadering = paar
    alle = list(basis.twijfels)
    vervanger: Persoon | None = None
    if basis.vervanger:
        gevonden = _op_naam(personen, basis.vervanger)
        vervanger = gevonden[0] if len(gevonden) == 1 else None
        if vervanger is None:
            alle.append(f"Vervanger ‘{basis.vervanger}’ is hier niet bekend.")
    elif zetel is not None:
        vast = [een for een in store.leden.van_gremium(zetel.gremium_id) if een.vervangt == zetel.id]
        vervanger = next((p for een in vast for p in personen if p.id == een.persoon_id), None)
        if vervanger is not None:
            alle.append(f"Het bericht noemt geen vervanger; {vervanger.naam} is de vaste vervanger.")
    afgemeld = [een.lid_id for een in store.afmeldingen.van_vergadering(vergadering.id)]
    if zetel is not None and zetel.id in afgemeld:
        alle.append(f"{basis.naam} is voor deze vergadering al afgemeld.")
    gremium = store.gremia.get(vergadering.gremium_id).naam
    return replace(
        basis,
        twijfels=tuple(alle),
        vergadering=f"{gremium}, {lang(vergadering.datum, met_dag=True)}",
        vervanger=vervanger.naam if vervanger is not None else basis.vervanger,
        lid_id=zetel.id if zetel is not None else "",
        vergadering_id=vergadering.id,
        vervanger_id=vervanger.id if vervanger is not None else "",
    )


def _vergaderingen(
    store: Store, zetels: Sequence[Lidmaatschap], dagen: Sequence[date], dag: date
) -> tuple[list[tuple[Lidmaatschap | None, Vergadering]], tuple[str, ...]]:
    """Return each seat with each meeting that is meant, and what is not certain of that."""
    gepland = [een for een in store.vergaderingen.all() if een.status is Status.GEPLAND]
    if dagen:
        op_dag = [een for een in gepland if een.datum in dagen]
        paren: list[tuple[Lidmaatschap | None, Vergadering]] = [
            (zetel, een) for een in op_dag for zetel in zetels if zetel.gremium_id == een.gremium_id
            and zetel.geldt_op(een.datum)
        ]  # fmt: skip
        mist = [f"Op {lang(d)} staat hier geen vergadering." for d in dagen if d not in {een.datum for een in op_dag}]
        if len(op_dag) == 1 and not zetels:
            paren = [(None, op_dag[0])]
        elif not paren and op_dag and zetels:
            mist.append("De afzender is geen lid van wie die dag vergadert.")
        return paren, tuple(mist)
    straks = sorted(
        ((zetel, een) for een in gepland for zetel in zetels if zetel.gremium_id == een.gremium_id
         and een.datum >= dag and zetel.geldt_op(een.datum)),
        key=lambda paar: paar[1].datum,
    )  # fmt: skip
    if not straks:
        return [], ("Het bericht noemt geen dag.",)
    eerste = straks[0][1]
    keuze = [(zetel, een) for zetel, een in straks if een.datum == eerste.datum]
    return list(keuze), ("Het bericht noemt geen dag; dit is de eerstvolgende vergadering.",)


def _persoon(personen: Sequence[Persoon], wie: Verhindering) -> tuple[Persoon | None, tuple[str, ...]]:
    """Return who the sender is: by address, else by name; and what is not certain of that."""
    op_adres = [een for een in personen if wie.adres and een.email.strip().casefold() == wie.adres]
    if len(op_adres) == 1:
        return op_adres[0], ()
    op_naam = _op_naam(op_adres or personen, wie.van)
    if len(op_naam) == 1:
        gelijk = sleutel(op_naam[0].naam) == sleutel(_gewoon(wie.van))
        zeker = gelijk and not (wie.adres and op_naam[0].email)
        return op_naam[0], () if zeker else (f"Is {wie.van} ({wie.adres}) hetzelfde als {op_naam[0].naam}?",)
    if len(op_naam) > 1:
        return None, (f"Er zijn meer mensen die {wie.van} heten.",)
    return None, (f"{wie.van or wie.adres or 'De afzender'} is hier niet bekend.",)


def _op_naam(personen: Sequence[Persoon], naam: str) -> list[Persoon]:
    """Return who is called so: the whole name, else initials or a first name with the same surname."""
    gewoon = _gewoon(naam)
    heel = [een for een in personen if gewoon and sleutel(een.naam) == sleutel(gewoon)]
    return heel or [een for een in personen if _kan_zijn(_gewoon(een.naam), gewoon)]


def _gewoon(naam: str) -> str:
    """Return a name as people say it: ‘Dalen, Roos van (Kadedorp)’ is ‘Roos van Dalen’."""
    kaal = re.sub(r"\(.*?\)|\s-\s.*$|\|.*$", "", naam).strip()
    achter, komma, voor = kaal.partition(",")
    woorden = (f"{voor.strip()} {achter.strip()}" if komma else kaal).split()
    while woorden and woorden[0].casefold() in TITELS:
        woorden = woorden[1:]
    return " ".join(woorden)


def _kan_zijn(volle: str, naam: str) -> bool:
    een, ander = volle.split(), naam.split()
    if len(een) < 2 or len(ander) < 2:
        return False
    eerste, tweede = _achternaam(een), _achternaam(ander)
    is_kort = "." in een[0] or "." in ander[0] or len(een[0]) == 1 or len(ander[0]) == 1
    return eerste == tweede and is_kort and een[0][:1].casefold() == ander[0][:1].casefold()


def _achternaam(woorden: Sequence[str]) -> str:
    rest = [woord for woord in woorden[1:] if "." not in woord and woord.casefold() not in TUSSENVOEGSELS]
    return sleutel(" ".join(rest))
