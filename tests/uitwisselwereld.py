"""A small world of laptops that exchange bundles: a secretary with two, a colleague, and two members."""

from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from tests.bouwers import een_persoon
from tests.schijf import IN_GEHEUGEN
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.lezen import NogNietVertrouwd
from tk_desktop.exchange.maken import Gemaakt, make_bundel
from tk_desktop.exchange.ontvangen import Ontvangst, receive_bundel
from tk_desktop.exchange.rooster import admit, begin_rooster, lees_aanmelding, schrijf_aanmelding
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.werkmap import Store

VANDAAG = date(2026, 3, 2)
ORGANISATIE = "BC Waterkant"


@dataclass
class Laptop:
    """A werkmap with the keys of its device."""

    naam: str
    persoon_id: str
    store: Store
    bos: Sleutelbos

    @property
    def id(self) -> str:
        return self.bos.id

    def maak(self, naar: "Laptop", *, volledig: bool = False, deelmaat: int = 0) -> Gemaakt:
        """Make a bundle for another laptop."""
        doel = self.store.map / f"{self.naam} aan {naar.naam}.tkb"
        return make_bundel(self.store, self.bos, naar.id, doel, volledig=volledig, deelmaat=deelmaat)

    def ontvang(self, gemaakt: Gemaakt | Path) -> Ontvangst:
        """Take in a bundle, all of its parts; the last one is told of."""
        paden = (gemaakt,) if isinstance(gemaakt, Path) else gemaakt.paden
        for pad in paden:
            uitkomst = receive_bundel(self.store, self.bos, pad, vandaag=VANDAAG)
        return uitkomst

    def stuur(self, naar: "Laptop") -> Ontvangst:
        """Send what the other does not have, and let it come in there."""
        return naar.ontvang(self.maak(naar))


@cache
def _lege_werkmap() -> bytes:
    """The database of a new werkmap, made once: the steps of the schema take longer than most tests."""
    with TemporaryDirectory(dir=IN_GEHEUGEN) as map_:
        Store.open(Path(map_), maken=True).close()
        return (Path(map_) / "tk.db").read_bytes()


class Wereld:
    """Laptops by name, in folders beside each other."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.laptops: dict[str, Laptop] = {}
        secretaris = self._laptop("s1", "roos")
        for id_ in ("roos", "sanne", "wies", "joop", "aart"):
            secretaris.store.personen.save(een_persoon(id=id_, naam=id_.capitalize()))
        begin_rooster(secretaris.store, secretaris.bos, ORGANISATIE, "roos", "s1")

    def _laptop(self, naam: str, persoon_id: str) -> Laptop:
        map_ = self.map / naam
        map_.mkdir(parents=True)
        (map_ / "tk.db").write_bytes(_lege_werkmap())
        store = Store.open(map_)
        store.uitwisseling.nieuwe_incarnatie()  # the copy is a laptop of its own
        self.laptops[naam] = Laptop(naam, persoon_id, store, Sleutelbos.maak())
        return self.laptops[naam]

    def __getitem__(self, naam: str) -> Laptop:
        return self.laptops[naam]

    def vraag_aan(self, naam: str, persoon_id: str, rol: Rol = Rol.BESTUURDER) -> Laptop:
        """Let a laptop ask and be admitted; it got no bundle yet."""
        secretaris, nieuw = self["s1"], self._laptop(naam, persoon_id)
        aanmelding = self.map / f"{naam}.json"
        aanmelding.write_bytes(schrijf_aanmelding(nieuw.bos, persoon_id.capitalize(), naam))
        admit(secretaris.store, secretaris.bos, lees_aanmelding(aanmelding), persoon_id, rol)
        return nieuw

    def laat_toe(self, naam: str, persoon_id: str, rol: Rol = Rol.BESTUURDER) -> Laptop:
        """Admit a laptop as people do: it asks, words are compared by phone, and a first bundle comes."""
        secretaris, nieuw = self["s1"], self.vraag_aan(naam, persoon_id, rol)
        gemaakt = secretaris.maak(nieuw)
        try:
            nieuw.ontvang(gemaakt)
        except NogNietVertrouwd as fout:
            nieuw.store.uitwisseling.vertrouw(str(fout.details["verify"]))
        nieuw.ontvang(gemaakt)
        return nieuw

    def kopie(self, map_: Path) -> "Wereld":
        """Return the same world in another folder, once this one is shut: made much sooner than a new one."""
        copytree(self.map, map_, dirs_exist_ok=True)
        wereld = copy(self)
        wereld.map = map_
        wereld.laptops = {naam: replace(laptop, store=Store.open(map_ / naam)) for naam, laptop in self.laptops.items()}
        return wereld

    def sluit(self) -> None:
        """Close all werkmappen."""
        for laptop in self.laptops.values():
            laptop.store.close()
