"""What happens with a besluit at the table: recorded, changed, worded, and asked about where it was not tabled."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.geheimvoorstelbediening import Geheimvoorstelbediening
from tk_desktop.desktop.sitting.opheffer import Opheffer
from tk_desktop.desktop.sitting.tafelblad import Tafelblad
from tk_desktop.desktop.sitting.tafelwoorden import KNOPPEN, voorsteltekst
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.besluit import Besluit, Uitkomst, passende_uitkomst, past_bij, require_tabled
from tk_desktop.domain.datum import lang
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.zitting import Zitting
from tk_desktop.meeting.aanhouden import goes_on
from tk_desktop.minutes.besluiten import edit_besluit, record_besluit, remove_besluit
from tk_desktop.minutes.hamerstukken import decide_hamerstukken, open_hamerstukken


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gevolg:
    """A besluit with what it did to the next agenda: the item that came there, or went from it, if any."""

    besluit: Besluit
    erbij: Agendapunt | None = None
    eraf: Agendapunt | None = None


class Besluitbediening(QObject):
    """Wires the besluit of ``blad``; ``zitting`` and ``punt`` give what is looked at, ``reload`` looks again.

    ``nog_een`` says that the next outcome is another besluit on the item.
    """

    def __init__(
        self,
        sessie: Sessie,
        zitting: Callable[[], Zitting],
        punt: Callable[[], Agendapunt],
        blad: Tafelblad,
        reload: Callable[[], None],
    ) -> None:
        super().__init__(blad)
        self._sessie = sessie
        self._store = sessie.store
        self._zitting = zitting
        self._punt = punt
        self._blad = blad
        self._reload = reload
        self._doe = sessie.doe
        self.opheffer = Opheffer(sessie, blad)
        self.geheim = Geheimvoorstelbediening(sessie, blad, lambda: punt().id, self.opheffer)
        self.nog_een = False
        self._gevraagd: tuple[str, Uitkomst] | None = None
        self._toch: set[str] = set()
        vak = blad.besluit
        vak.gekozen.connect(self.besluit)
        vak.getypt.connect(self._besluittekst)
        vak.minderheid_getypt.connect(self._minderheid)
        vak.besloten_gekozen.connect(self._besluit_besloten)
        vak.weg.connect(self._besluit_weg)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands on besluiten do."""
        return {
            **{f"tafel.besluit-{nr}": partial(self.besluit, uitkomst) for nr, (uitkomst, _) in enumerate(KNOPPEN, 1)},
            "tafel.nog-een": self._begin_nog_een,
            "tafel.hamerstukken": self._doe_hamerstukken_af,
            **self.geheim.opdrachten(),
        }

    def besluit(self, uitkomst: Uitkomst) -> None:
        """Record an outcome, or give the besluit that is there another one; a changed one waits for its words.

        On an item that was not tabled for it that is asked first; choosing it once more is yes, and what it is already
        needs no asking. The keyboard goes to the words where they lack.
        """
        self._blad.leg_vast()
        punt = self._punt()
        if self._gevraagd == (punt.id, uitkomst):
            self._toch.add(punt.id)
        self._gevraagd = None
        bestaand = self._bestaand()
        is_al_zo = bestaand is not None and bestaand.uitkomst is uitkomst
        if (
            not is_al_zo
            and punt.id not in self._toch
            and not past_bij(uitkomst, self._zitting().opname.behandeling(punt))
        ):
            self._vraag(punt, uitkomst)
            return
        self._sessie.balk.hide()
        if uitkomst is Uitkomst.GEWIJZIGD and not is_al_zo:
            self._blad.besluit.wacht_op(uitkomst)
            return
        self._blad.besluit.wacht_niet()
        if bestaand is None:
            self._leg_besluit_vast(uitkomst, "")
        else:
            self._wijzig_besluit(bestaand, uitkomst, "" if uitkomst is Uitkomst.CONFORM else bestaand.tekst)
        nu = self._bestaand()
        if nu is not None and nu.mist_woorden:
            self._blad.besluit.tekst.setFocus()

    def _doe_hamerstukken_af(self) -> None:
        """Decide what nobody wants to speak about with one stroke, and say which items that were (B7)."""
        self._blad.leg_vast()
        opname, punten = self._zitting().opname, open_hamerstukken(self._store, self._zitting().opname.vergadering.id)
        nummers = opsomming([str(opname.nummers[punt.id]) for punt in punten])
        self._doe(
            "Hamerstukken afdoen",
            lambda: decide_hamerstukken(self._store, opname.vergadering.id, op=opname.vergadering.datum),
            melding=f"{'Hamerstuk' if len(punten) == 1 else 'Hamerstukken'} {nummers} afgedaan.",
        )

    def _vraag(self, punt: Agendapunt, uitkomst: Uitkomst) -> None:
        """Ask whether an outcome is recorded all the same; the keyboard stays where one types."""
        self._gevraagd = (punt.id, uitkomst)
        nummer = 1 + [een for een, _ in KNOPPEN].index(uitkomst)
        acties = (
            (f"Toch vastleggen (Alt+{nummer})", partial(self.besluit, uitkomst)),
            ("Annuleren", self._vraag_niet),
        )
        with self._sessie.balk.meldt(acties):
            opname = self._zitting().opname
            require_tabled(uitkomst, opname.behandeling(punt), opname.nummers[punt.id])

    def _vraag_niet(self) -> None:
        self._gevraagd = None
        self._blad.besproken.setFocus()

    def _bestaand(self) -> Besluit | None:
        besluiten = self._zitting().besluiten_bij(self._punt())
        return besluiten[-1] if besluiten and not self.nog_een else None

    def _leg_besluit_vast(self, uitkomst: Uitkomst, tekst: str) -> None:
        punt_id, op = self._punt().id, self._zitting().opname.vergadering.datum
        toch = punt_id in self._toch
        self._doe(
            f"Besluit: {uitkomst.value}",
            lambda: self._met_gevolg(
                punt_id, lambda: record_besluit(self._store, punt_id, uitkomst, op=op, tekst=tekst, toch=toch)
            ),
            samen=f"besluit {punt_id}" if tekst else "",
            daarna=self._besluit_ligt_vast,
        )

    def _met_gevolg(self, punt_id: str, werk: Callable[[], Besluit]) -> _Gevolg:
        """Record a besluit, and return it with what it did to the next agenda."""
        with self._store.transaction():
            was = goes_on(self._store, punt_id)
            besluit = werk()
            nu = goes_on(self._store, punt_id)
            erbij = nu if besluit.uitkomst is Uitkomst.AANGEHOUDEN else None
            return _Gevolg(besluit=besluit, erbij=erbij, eraf=was if nu is None else None)

    def _besluit_ligt_vast(self, gevolg: _Gevolg) -> None:
        self.nog_een = False
        self._reload()
        self._zeg(gevolg)

    def _zeg(self, gevolg: _Gevolg) -> None:
        """Tell what the besluit did to the next agenda."""
        punt = gevolg.erbij or gevolg.eraf
        if punt is not None:
            dag = lang(self._store.vergaderingen.get(punt.vergadering_id).datum, met_dag=True)
            zin = f"Het punt staat op de agenda van {dag}." if gevolg.erbij else f"Het punt is van de agenda van {dag}."
            self._sessie.gemeld.emit(zin, True)
        elif gevolg.besluit.uitkomst is Uitkomst.AANGEHOUDEN:
            self._sessie.gemeld.emit("Het punt gaat mee met de volgende vergadering, zodra die er is.", True)
        else:
            self.geheim.na_besluit(gevolg.besluit.agendapunt_id)

    def _wijzig_besluit(self, besluit: Besluit, uitkomst: Uitkomst, tekst: str, *, samen: str = "") -> None:
        self._doe(
            f"Besluit: {uitkomst.value}",
            lambda: self._met_gevolg(
                besluit.agendapunt_id,
                lambda: edit_besluit(
                    self._store,
                    besluit.id,
                    uitkomst=uitkomst,
                    tekst=tekst,
                    minderheid=besluit.minderheid,
                    besloten=besluit.besloten,
                    toch=besluit.agendapunt_id in self._toch,
                ),
            ),
            samen=samen,
            daarna=self._zeg if uitkomst is not besluit.uitkomst else self._zeg_na_woorden,
        )

    def _zeg_na_woorden(self, gevolg: _Gevolg) -> None:
        """Offer what the besluit imposes as its words say it by now."""
        self.geheim.na_besluit(gevolg.besluit.agendapunt_id)

    def _besluittekst(self, uitkomst: Uitkomst, tekst: str) -> None:
        """Keep the words of the besluit; other words than the proposed ones are no besluit that conforms to it."""
        bestaand, punt_id = self._bestaand(), self._punt().id
        voorgesteld = bestaand.voorgesteld if bestaand else voorsteltekst(self._zitting(), self._punt())
        uitkomst = passende_uitkomst(uitkomst, tekst, voorgesteld)
        if bestaand is not None:
            self._wijzig_besluit(bestaand, uitkomst, tekst, samen=f"besluit {punt_id}")
        elif tekst.strip() and uitkomst is Uitkomst.GEWIJZIGD:
            self._leg_besluit_vast(uitkomst, tekst)

    def _minderheid(self, tekst: str) -> None:
        besluit = self._bestaand()
        if besluit is not None:
            self._doe(
                "Minderheidsstandpunt",
                lambda: edit_besluit(
                    self._store,
                    besluit.id,
                    uitkomst=besluit.uitkomst,
                    tekst=besluit.tekst,
                    minderheid=tekst,
                    besloten=besluit.besloten,
                ),
                samen=f"minderheid {besluit.id}",
            )

    def _besluit_besloten(self, besloten: bool) -> None:
        besluit = self._bestaand()
        if besluit is not None:
            self._doe(
                "Besluit besloten" if besloten else "Besluit openbaar",
                lambda: edit_besluit(
                    self._store,
                    besluit.id,
                    uitkomst=besluit.uitkomst,
                    tekst=besluit.tekst,
                    minderheid=besluit.minderheid,
                    besloten=besloten,
                ),
            )

    def _besluit_weg(self) -> None:
        besluit = self._bestaand()
        if besluit is not None:
            self._blad.besluit.wacht_niet()
            self._doe(
                "Besluit weghalen", partial(remove_besluit, self._store, besluit.id), melding="Het besluit is weg."
            )

    def _begin_nog_een(self) -> None:
        self.nog_een = True
        self._reload()
