"""The fields that a use case may be given to change, by kind: what is not named stays as it is."""

from datetime import date
from typing import TypedDict

from tk_desktop.domain.begroting import Meeneembaar, Regelbedrag, Zijde
from tk_desktop.domain.programma import Projectstatus


class Programmavelden(TypedDict, total=False):
    """What of a programme can be changed."""

    naam: str
    visie: str
    periode: str
    nakijken: str


class Periodevelden(TypedDict, total=False):
    """What of a period can be said besides its days."""

    begroot: str
    gewijzigd: str


class Lijnvelden(TypedDict, total=False):
    """What of a themalijn can be said besides its name."""

    ambitie: str
    opdrachtgever: str
    trekker: str


class Rolvelden(TypedDict, total=False):
    """What of a role can be said besides its name."""

    personen: str
    taken: str
    frequentie: str


class Projectvelden(TypedDict, total=False):
    """What of a project can be said besides its name and place; dates as they are written."""

    fase: str
    status: Projectstatus
    opdrachtgever: str
    trekker: str
    start: str
    eind: str
    doorlooptijd: str
    naamnoot: str
    startnoot: str
    eindnoot: str
    doel: str
    resultaat: str
    bijzonderheden: str
    kosten: str
    capaciteit: str
    opbrengst: str
    besloten: bool


class Stapvelden(TypedDict, total=False):
    """What of a step can be said besides what is done."""

    gereed: str
    status: str
    opmerking: str


class Berichtvelden(TypedDict, total=False):
    """What can be told of a project over a period."""

    status: Projectstatus
    fase: str
    gedaan: str
    te_doen: str
    toelichting: str


class Regelvelden(TypedDict, total=False):
    """What of a budget line can be said besides its name, period and place."""

    zijde: Zijde
    groep: str
    themalijn_id: str | None
    project_id: str | None
    bron_id: str | None
    buiten_totaal: bool
    toelichting: str
    bedragen: tuple[Regelbedrag, ...]


class Bronvelden(TypedDict, total=False):
    """What of a source can be said besides its name."""

    voorwaarden: str
    mee: Meeneembaar
    mee_tot: date | None


class Meeneemvelden(TypedDict, total=False):
    """What of a carry-over can be said besides its amount."""

    reden: str
    regel_id: str | None
    bron_id: str | None
