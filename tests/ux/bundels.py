"""A bundle on the sample in which a colleague did two things otherwise, for the task of taking it in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bundelbouwers import GOEDKOOP
from tk_desktop.domain.gremium import Rol as Ledenrol
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.maken import make_bundel
from tk_desktop.exchange.ontvangen import receive_bundel
from tk_desktop.exchange.rooster import admit, begin_rooster, lees_aanmelding, schrijf_aanmelding
from tk_desktop.exchange.sleutels import Sleutelbestand, Sleutelbos
from tk_desktop.store.werkmap import Store

BUNDEL = "Bundel van collega.tkb"
WACHTWOORD = "vier losse woorden samen"
_PUNTEN = ("punt-projectplan", "punt-zwemfonds")
_VANDAAG = date(2026, 5, 20)


def leg_bundel_neer(werkmap: Path) -> Path:
    """Let a secretary and a colleague change the titles of two items apart, and return the bundle of the colleague.

    It lies beside the werkmap, whose keys are behind ``WACHTWOORD``.
    """
    bos, ander = Sleutelbos.maak(), Sleutelbos.maak()
    with TemporaryDirectory() as map_, Store.open(werkmap) as store:
        wie = {lid.rol: lid.persoon_id for lid in store.leden.all()}
        begin_rooster(store, bos, "BC GO", wie[Ledenrol.SECRETARIS], "laptop")
        aanvraag = Path(map_) / "aanmelding.json"
        aanvraag.write_bytes(schrijf_aanmelding(ander, "Collega", "werklaptop"))
        admit(store, bos, lees_aanmelding(aanvraag), wie[Ledenrol.LID], Rol.SECRETARIS)
        eerste = make_bundel(store, bos, ander.id, Path(map_) / "eerste.tkb").paden[0]
        with Store.open(Path(map_) / "collega", maken=True) as daar:
            daar.uitwisseling.vertrouw(bos.openbaar.verify)
            receive_bundel(daar, ander, eerste, vandaag=_VANDAAG)
            _hernoem(daar, lambda titel: f"{titel} (nieuw)")
            _hernoem(store, lambda titel: f"{titel}, tweede lezing")
            bundel = make_bundel(daar, ander, bos.id, werkmap.parent / BUNDEL).paden[0]
    Sleutelbestand(werkmap).maak(bos, wachtwoord=WACHTWOORD, kosten=GOEDKOOP)
    return bundel


def _hernoem(store: Store, nieuw: Callable[[str], str]) -> None:
    with store.transaction():
        for id_ in _PUNTEN:
            punt = store.agendapunten.get(id_)
            store.agendapunten.save(replace(punt, titel=nieuw(punt.titel)))
