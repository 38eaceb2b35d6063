"""The meetings to choose from where papers do not tell theirs."""

from datetime import date

from tk_desktop.domain.datum import lang
from tk_desktop.domain.vergadering import Status
from tk_desktop.store.werkmap import Store


def vergaderkeuzes(store: Store, vandaag: date) -> list[tuple[str, str]]:
    """Return the id of each meeting and what it is called: those that come first, then those that were."""
    gremia = {gremium.id: gremium.naam for gremium in store.gremia.all()}
    alle = [een for een in store.vergaderingen.all() if een.status is not Status.GEANNULEERD]
    straks = sorted((een for een in alle if een.datum >= vandaag), key=lambda een: een.datum)
    geweest = sorted((een for een in alle if een.datum < vandaag), key=lambda een: een.datum, reverse=True)
    return [
        (een.id, f"{gremia.get(een.gremium_id, '')}, {lang(een.datum, met_dag=True)}") for een in [*straks, *geweest]
    ]
