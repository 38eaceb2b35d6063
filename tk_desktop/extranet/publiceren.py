"""Putting meetings on a site and taking them off it, with a line in the log for each (E4, L8)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.domain.controle import persoonsgegevens_open
from tk_desktop.domain.datum import lang
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.programmapublicatie import Rapport
from tk_desktop.domain.uitgave import Uitgavesoort, Verzendwijze
from tk_desktop.domain.vergaderset import Doelgroep, Variant
from tk_desktop.extranet.bestanden import site_files
from tk_desktop.extranet.map import Bijgewerkt, Kenmerk, kenmerk_of, outside_werkmap, update_folder
from tk_desktop.extranet.ori_a import Vertaling
from tk_desktop.extranet.stof import Site, gather_site
from tk_desktop.extranet.webadres import webadres
from tk_desktop.pack.controleren import context_of
from tk_desktop.pack.uitgeven import on_site, record_map, withdraw_uitgave
from tk_desktop.programme.publicatie import record_reports, reports_on_site
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort


class NietOpSite(TkError):
    """A meeting was to be taken off a site on which it does not stand."""

    code = "TK-E55"
    melding = "De vergadering van {dag} staat niet op deze site."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een vergadering die er wel staat, of een andere groep lezers."


class PersoonsgegevensOpen(TkError):
    """Meetings for a site hold personal data of which nobody decided yet whether they may stand there (L6)."""

    code = "TK-E58"
    melding = "De site is niet bijgewerkt: er staan persoonsgegevens in waarover nog niet is beslist, in {waar}."
    veilig = "Er is niets geschreven."
    advies = (
        "De controle (F8, of `tk check`) wijst ze aan. Haal ze weg, lak het stuk, of aanvaard de bevinding met de "
        "reden waarom het mag blijven staan; dat wordt onthouden."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicatie:
    """What was published: the site, and what changed in its folder."""

    site: Site
    bijgewerkt: Bijgewerkt


def publish(
    store: Store,
    doelgroep: Doelgroep,
    map_: Path,
    moment: datetime,
    *,
    erbij: Collection[str] = (),
    rapporten: Collection[Rapport] = (),
    naam: str | None = None,
    basis: str | None = None,
    door: str = "",
    nakijken: bool = True,
    vertaling: Vertaling | None = None,
    progress: Progress | None = None,
) -> Publicatie:
    """Write the site of these readers: what was put on it before, as it is now, with ``erbij`` and ``rapporten``.

    Without a ``naam`` or ``basis`` it keeps the name and address with which it was written into this folder. Each
    meeting whose files changed gets a line in the log, with who did it and the SHA-256 of each file. Nothing is
    put in the log unless the folder was written; a meeting that was withdrawn goes off the site. Without ``nakijken``
    nobody asks about personal data: what is taken off need not wait for what is decided of others. Raises
    ``PersoonsgegevensOpen``, or as ``outside_werkmap``, ``webadres``, ``on_site``, ``gather_site``, ``site_files`` and
    ``update_folder``.
    """
    outside_werkmap(store, map_)
    eerder = on_site(store, doelgroep)
    if nakijken and doelgroep.zonder_besloten:
        _zie_na(store, dict.fromkeys((*eerder, *erbij)))
    stond = kenmerk_of(map_, doelgroep)
    kenmerk = Kenmerk(
        naam=stond.naam if naam is None else naam.strip(), basis=stond.basis if basis is None else webadres(basis)
    )
    op_site = reports_on_site(store, doelgroep, moment, rapporten, door=door)
    site = gather_site(
        store, doelgroep, (*eerder, *erbij), moment, naam=kenmerk.naam, basis=kenmerk.basis, rapporten=op_site
    )
    bestanden = site_files(
        site,
        bestand=store.bestanden.open,
        cache=store.cache,
        teksten=lambda som: store.zoekregister.teksten(Zoeksoort.PAGINA, som),
        vertaling=vertaling or Vertaling.load(),
        progress=progress,
    )
    bijgewerkt = update_folder(map_, bestanden, doelgroep, progress, kenmerk=kenmerk)
    vorige = {id_: {een.naam: een.sha256 for een in uitgave.bestanden} for id_, uitgave in eerder.items()}
    with store.transaction():
        record_reports(store, op_site)
        for blad in site.bladen:
            sommen = _van(bijgewerkt.sommen, blad.map)
            id_ = blad.opname.vergadering.id
            if vorige.get(id_) != sommen:
                record_map(
                    store,
                    id_,
                    Variant(doelgroep=doelgroep),
                    Uitgavesoort.EXTRANET,
                    tuple(sommen.items()),
                    moment=moment,
                    mapnaam=blad.map,
                    aan=[(site.naam, Verzendwijze.EXTRANET)],
                    door=door,
                )
    return Publicatie(site=site, bijgewerkt=bijgewerkt)


def take_off(store: Store, doelgroep: Doelgroep, vergadering_id: str, reden: str, moment: datetime) -> None:
    """Withdraw a meeting from the site of these readers, with the reason; ``publish`` then takes it out of the folder.

    Raises ``NietOpSite`` or ``IntrekredenOntbreekt``.
    """
    uitgave = on_site(store, doelgroep).get(vergadering_id)
    if uitgave is None:
        raise NietOpSite(dag=lang(store.vergaderingen.get(vergadering_id).datum))
    withdraw_uitgave(store, uitgave.id, reden, moment)


def _zie_na(store: Store, vergadering_ids: Iterable[str]) -> None:
    waar = []
    for id_ in vergadering_ids:
        opname = store.opname(id_)
        plaatsen = persoonsgegevens_open(opname, context_of(store, opname))
        waar += [f"{opname.kort} ({opsomming(plaatsen)})"] if plaatsen else []
    if waar:
        raise PersoonsgegevensOpen(waar=opsomming(waar))


def _van(sommen: Mapping[str, str], map_: str) -> dict[str, str]:
    """Return the files of one meeting, by their name in its folder."""
    begin = f"{map_}/"
    return {pad.removeprefix(begin): som for pad, som in sorted(sommen.items()) if pad.startswith(begin)}
