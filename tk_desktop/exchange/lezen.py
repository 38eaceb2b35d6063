"""Reading a bundle whole, before anything of it is used: by whom, for whom, and may each write what it says.

Nothing here changes the werkmap. What is wrong refuses the whole bundle; what is right and cannot be used yet (the key
is still to come, a segment from after a withdrawal) is passed over and counted: it was not kept, so it is sent again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.domain.bereik import TUSSEN, Bereik, Bereiksoort
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.rooster import Apparaat, Deelnemer, Rooster, Roosters
from tk_desktop.exchange.bundel import Bron
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.fouten import (
    AfzenderOnbekend,
    BuitenBevoegdheid,
    BundelOnleesbaar,
    BundelVervalst,
    BundelVoorAnder,
)
from tk_desktop.exchange.koppen import hear_heads
from tk_desktop.exchange.roosterdocument import Roosterdocument, keur, keur_bekend, keur_eerste, lees_document
from tk_desktop.exchange.segment import (
    Kop,
    Soort,
    Stukdeel,
    is_open,
    lees_kop,
    lees_roosterdocument,
    lees_segment,
    lees_stukdeel,
    ondertekend,
    open_inhoud,
)
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Apparaatsleutels, Sleutelbos
from tk_desktop.exchange.woorden import zes_woorden
from tk_desktop.store.migraties import schemanummer
from tk_desktop.store.reizend import REIZEND
from tk_desktop.store.werkmap import Store

_ONTHOUDEN = 200_000
"""Up to how many operations are kept while a bundle is looked at; of a larger one they are read again."""


class NogNietVertrouwd(TkError):
    """A first bundle came from a secretariat with which no words were compared yet."""

    code = "TK-U19"
    melding = "U hebt met {wie} nog geen woorden vergeleken."
    veilig = "Er is niets overgenomen."
    advies = (
        "Bel het secretariaat. Lees elkaar deze zes woorden voor: {woorden}. Zijn ze gelijk, bevestig dat dan: in het "
        "venster, of met --vertrouw bij ‘tk bundle ontvang’."
    )


class ZelfNietOpRooster(TkError):
    """A bundle came for a laptop that the roster does not name, or that was withdrawn."""

    code = "TK-U20"
    melding = "Deze laptop staat niet (meer) op het rooster van ‘{organisatie}’."
    veilig = "Er is niets overgenomen."
    advies = "Vraag het secretariaat om deze laptop toe te laten."


class Reden(StrEnum):
    """Why something in a bundle was passed over."""

    SLEUTEL = "de sleutel volgt nog"
    ROOSTER = "het rooster volgt nog"
    INGETROKKEN = "geschreven na intrekking"
    NIET_MEER = "niet meer voor u"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """A bundle that was read whole: what may be used of it.

    ``documenten`` are versions of the roster that are new here, ``roosters`` all of them then; ``sleutels`` keys of
    scopes that came along; ``heeft`` the heads that the sender has, some of them when it names a list that is not
    known here (``kent_basis``); ``segmenten`` (that are not here yet) and ``stukdelen`` the headers of objects by name.
    """

    bundel: Bron
    afzender: Apparaat
    ik: str
    documenten: tuple[Roosterdocument, ...]
    roosters: Roosters
    sleutels: Mapping[tuple[str, int], bytes]
    heeft: tuple[str, ...]
    kent_basis: bool
    segmenten: Mapping[str, Kop]
    stukdelen: Mapping[str, tuple[Kop, Stukdeel]]
    overgeslagen: Mapping[Reden, int]
    onthouden: Mapping[str, tuple[Bewerking, ...]] = field(repr=False)
    eigen: str

    def sleutel(self, kast: Sleutelkast, kop: Kop) -> bytes | None:
        """Return the key under which an object was shut."""
        return kast.sleutel(kop.bereik, kop.kid) or self.sleutels.get((kop.bereik, kop.kid))

    def bewerkingen(self, sha: str, kast: Sleutelkast) -> tuple[Bewerking, ...]:
        """Return the operations of a segment; those that this laptop wrote itself bear no device."""
        if sha in self.onthouden:
            return self.onthouden[sha]
        kop = self.segmenten[sha]
        inhoud = open_inhoud(kop, self.bundel.object(sha), self.sleutel(kast, kop))
        return lees_segment(kop, inhoud, eigen=self.eigen)


def read_bundel(store: Store, bos: Sleutelbos, bundel: Bron, progress: Progress | None = None) -> Gelezen:
    """Read all of a bundle that is for this laptop.

    Raises ``BundelVoorAnder``, ``BundelBeschadigd``, ``BundelVervalst``, ``BundelOnleesbaar``, ``AfzenderOnbekend``,
    ``BuitenBevoegdheid``, ``RoosterVervalst``, ``NogNietVertrouwd`` or ``ZelfNietOpRooster``.
    """
    if bundel.manifest.naar not in ("", bos.id):
        raise BundelVoorAnder(bestand=bundel.naam)
    bundel.controleer(progress)
    try:
        return _Lezing(store, bos, bundel).gelezen(progress or Progress())
    except Vormfout as fout:
        raise BundelOnleesbaar(bestand=bundel.naam, oorzaak=str(fout)) from fout


class _Lezing:
    """One reading of a bundle, step by step."""

    def __init__(self, store: Store, bos: Sleutelbos, bundel: Bron) -> None:
        self._store = store
        self._bos = bos
        self._bundel = bundel
        self._koppen = {som: lees_kop(bundel.begin(som)) for som, _ in bundel.manifest.objecten}
        self._documenten, self._roosters = self._lees_roosters()
        self._afzender = self._lees_afzender()
        self._kast = Sleutelkast(store, bos)
        eigen = self._huidig.apparaat(bos.id)
        if eigen is None or eigen.ingetrokken:
            raise ZelfNietOpRooster(organisatie=self._huidig.organisatie)
        self._ik = eigen.persoon_id
        self._sleutels = self._lees_sleutels()
        self._heeft = hear_heads(store.uitwisseling, self._afzender.id, bundel.manifest.koppen)
        self._over: Counter[Reden] = Counter()
        self._tabellen = {een.tabel for een in REIZEND}

    @property
    def _huidig(self) -> Rooster:
        return self._roosters.huidig

    def gelezen(self, progress: Progress) -> Gelezen:
        """Read all objects, in the order of the manifest."""
        segmenten: dict[str, Kop] = {}
        stukdelen: dict[str, tuple[Kop, Stukdeel]] = {}
        onthouden: dict[str, tuple[Bewerking, ...]] = {}
        aantal = 0
        for som, kop in progress.each(list(self._koppen.items()), "Bundel lezen"):
            if kop.soort is Soort.STAND:
                raise Vormfout("een stand, die alleen in een postbus hoort")
            if kop.soort is Soort.ROOSTER or not self._is_te_gebruiken(som, kop):
                continue
            if kop.soort is Soort.SEGMENT and self._store.segmenten.kent(som):
                continue  # the same bytes were looked at when they came in
            bron = self._bundel.stukdeel if kop.soort is Soort.STUKDEEL else self._bundel.object
            gegevens = bron(som)
            self._controleer_handtekening(kop, gegevens)
            sleutel = self._kast.sleutel(kop.bereik, kop.kid) or self._sleutels.get((kop.bereik, kop.kid))
            if sleutel is None and not is_open(kop.bereik):
                self._over[Reden.SLEUTEL] += 1
                continue
            inhoud = open_inhoud(kop, gegevens, sleutel)
            if kop.soort is Soort.STUKDEEL:
                stukdelen[som] = (kop, replace(lees_stukdeel(inhoud), gegevens=b""))
                continue
            bewerkingen = lees_segment(kop, inhoud, eigen=self._bos.id)
            self._controleer_bevoegdheid(kop, bewerkingen)
            segmenten[som] = kop
            aantal += len(bewerkingen)
            if aantal <= _ONTHOUDEN:
                onthouden[som] = bewerkingen
        return Gelezen(
            bundel=self._bundel,
            afzender=self._afzender,
            ik=self._ik,
            documenten=self._documenten,
            roosters=self._roosters,
            sleutels=self._sleutels,
            heeft=self._bundel.manifest.heeft if self._heeft is None else self._heeft,
            kent_basis=self._heeft is not None,
            segmenten=segmenten,
            stukdelen=stukdelen,
            overgeslagen=dict(self._over),
            onthouden=onthouden,
            eigen=self._bos.id,
        )

    def _lees_roosters(self) -> tuple[tuple[Roosterdocument, ...], Roosters]:
        """Return the versions that are new here, and all versions with them; each must follow on the one before it."""
        bekend = [lees_document(een) for een in self._store.uitwisseling.roosters()]
        meegekomen = []
        for som, kop in self._koppen.items():
            if kop.soort is Soort.ROOSTER:
                document = lees_document(lees_roosterdocument(open_inhoud(kop, self._bundel.object(som), None)))
                meegekomen.append(document)
        meegekomen.sort(key=lambda een: een.rooster.versie)
        if not bekend:
            self._vertrouw(meegekomen)
            nieuw = meegekomen
        else:
            for een in meegekomen:
                keur_bekend(een, bekend)
            nieuw = [een for een in meegekomen if een.rooster.versie > bekend[-1].rooster.versie]
            for oud, volgend in zip([bekend[-1], *nieuw], nieuw, strict=False):
                keur(volgend, oud)
        return tuple(nieuw), Roosters(tuple(een.rooster for een in [*bekend, *nieuw]))

    def _vertrouw(self, keten: Sequence[Roosterdocument]) -> None:
        """Refuse a first roster unless it is of the secretariat with which words were compared."""
        anker = self._store.uitwisseling.eigen().anker
        afzender = keten[-1].rooster.apparaat(self._bundel.manifest.van) if keten else None
        if not anker and afzender is not None:
            sleutels = Apparaatsleutels(verify=afzender.verify, box=afzender.box)
            raise NogNietVertrouwd(
                wie=keten[-1].rooster.organisatie,
                woorden=" ".join(zes_woorden(sleutels, self._bos.openbaar)),
                verify=afzender.verify,
            )
        keur_eerste(keten, anker)

    def _lees_afzender(self) -> Apparaat:
        afzender = self._huidig.apparaat(self._bundel.manifest.van)
        if afzender is None or afzender.ingetrokken:
            raise AfzenderOnbekend(bestand=self._bundel.naam)
        self._bundel.ondertekend_door(afzender.verify)
        return afzender

    def _lees_sleutels(self) -> dict[tuple[str, int], bytes]:
        """Return the keys that the sender may hand out (``Rooster.geeft_sleutel``)."""
        van, uit = self._afzender.persoon_id, dict[tuple[str, int], bytes]()
        for post in self._bundel.manifest.sleutels:
            van_een = Bereik.lees(post.bereik).soort in (Bereiksoort.PRIVE, Bereiksoort.GEDEELD)
            bekend = van_een or post.kid <= self._huidig.kids.get(post.bereik, 0)
            if not (bekend and self._huidig.geeft_sleutel(van, self._ik, post.bereik)):
                continue  # who may not hand out a key changes nothing by trying
            sleutel = self._bos.open_bereiksleutel(post.verzegeld)
            if sleutel is None:
                raise Vormfout("een sleutel die niet voor deze laptop is verzegeld")
            uit[post.bereik, post.kid] = sleutel
        return uit

    def _is_te_gebruiken(self, som: str, kop: Kop) -> bool:
        """Whether an object is for this laptop now; refuses what the sender should have known not to be."""
        if kop.rooster > self._huidig.versie:
            self._over[Reden.ROOSTER] += 1
            return False
        if not self._huidig.leest(self._ik, kop.bereik):
            toen = self._roosters.van_versie(self._bundel.manifest.rooster)
            if toen is None or toen is self._huidig or not toen.leest(self._ik, kop.bereik):
                raise self._onbevoegd(self._afzender, "sturen wat niet voor u is")
            self._over[Reden.NIET_MEER] += 1
            return False
        if not self._bundel.manifest.naar and not is_open(kop.bereik):
            raise self._onbevoegd(self._afzender, "besloten gegevens aan iedereen sturen")
        if kop.soort is Soort.SEGMENT and not self._geldt_nog(som, kop):
            self._over[Reden.INGETROKKEN] += 1
            return False
        return True

    def _geldt_nog(self, som: str, kop: Kop) -> bool:
        """Whether a segment of a device that was cut off stands before the cut."""
        maker = self._huidig.apparaat(kop.apparaat)
        tot = maker.tot(kop.bereik) if maker else None
        if tot is None:
            return True
        bekend = self._store.segmenten.tot_en_met(tot)
        if som in bekend:
            return True
        over = list(tot)
        while over:
            sha = over.pop()
            if sha == som:
                return True
            if sha in self._koppen and self._koppen[sha].soort is Soort.SEGMENT:
                over.append(self._koppen[sha].vorige)
        return False

    def _controleer_handtekening(self, kop: Kop, gegevens: bytes) -> None:
        oordeel = self._roosters.oordeelt(kop.rooster)
        maker = oordeel.apparaat(kop.apparaat)
        if maker is None or not ondertekend(gegevens, maker.verify):
            raise BundelVervalst(bestand=self._bundel.naam, oorzaak="van een deel ervan")
        if maker.ingetrokken or not oordeel.leest(maker.persoon_id, kop.bereik):
            raise self._onbevoegd(maker, f"schrijven in {kop.bereik}")

    def _controleer_bevoegdheid(self, kop: Kop, bewerkingen: Iterable[Bewerking]) -> None:
        """Refuse operations that their writer may not make by the version of the roster that was written under.

        Tables of a newer program are kept and passed on, and shown nowhere, so they are nobody's to forbid.
        """
        oordeel = self._roosters.oordeelt(kop.rooster)
        maker = self._huidig.apparaat(kop.apparaat)
        if maker is None:
            raise BundelVervalst(bestand=self._bundel.naam, oorzaak="van een deel ervan")
        nieuwer = kop.schema > schemanummer()
        for tabel, veld in {(een.tabel, een.veld) for een in bewerkingen}:
            if oordeel.schrijft(maker.persoon_id, kop.bereik, tabel, veld):
                continue
            if not (nieuwer and tabel not in self._tabellen):
                raise self._onbevoegd(maker, f"{tabel}.{veld} in {kop.bereik}")
        if Bereik.lees(kop.bereik).soort is Bereiksoort.GEDEELD:
            self._controleer_gedeeld(kop, oordeel.deelnemer(maker.persoon_id), bewerkingen)

    def _controleer_gedeeld(self, kop: Kop, schrijver: Deelnemer | None, bewerkingen: Iterable[Bewerking]) -> None:
        """Refuse what is shared unless it is by its writer, in rows that nobody else has.

        Otherwise somebody could put words in the mouth of another, or a reader on a note of the one they write to.
        """
        maker = self._huidig.apparaat(kop.apparaat)
        for een in bewerkingen:
            namen = (een.rij, str(een.waarde)) if een.veld == "aantekening_id" else (een.rij,)
            van_zelf = schrijver is not None and all(naam.startswith(schrijver.persoon_id + TUSSEN) for naam in namen)
            als_zelf = een.veld != "eigenaar" or (schrijver is not None and een.waarde == schrijver.naam)
            if maker is not None and not (van_zelf and als_zelf):
                raise self._onbevoegd(maker, f"{een.tabel} van een ander in {kop.bereik}")

    def _onbevoegd(self, maker: Apparaat, wat: str) -> BuitenBevoegdheid:
        wie = self._huidig.deelnemer(maker.persoon_id)
        return BuitenBevoegdheid(bestand=self._bundel.naam, wie=wie.naam if wie else maker.naam, wat=wat)
