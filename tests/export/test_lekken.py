"""A secret planted anywhere in the sample meeting leaves no string in any public output of the program (J10).

Two hundred random placements, ten in a meeting at once, each with a word and items of its own: items, papers, forms,
besluiten, votes, what was handed in, volmachten, actions, minutes,
corrections, a verslag that was reopened, guests, speakers, notes, remarks, the chair's script, closed passages of open
texts, what is redacted in an open paper; half of the verslagen are approved. Each is made public in every way there is,
what goes to the printer and to the screen in the room included, and every byte and every name is searched.
"""

import json
import os
import random
import zipfile
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import cycle
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from tests.bouwers import een_agendapunt, een_nota, een_sectie, een_stuk, een_stukversie, een_voorstelpunt
from tests.notenbouwers import een_aantekening, een_anker
from tests.paper.sample_pdfs import a_pdf
from tests.verpakt import Verpakt, alle_bytes, paginateksten
from tests.zittingbouwers import een_actie, een_besluit, een_geheimhouding, een_presentie, een_stem, een_stemming
from tk_desktop.base.files import sha256
from tk_desktop.desktop.sitting.uittrekselbestand import uittrekselnaam, write_uittreksel_van
from tk_desktop.desktop.sitting.zaalbeeld import zaalbeeld
from tk_desktop.domain.actie import Standregel
from tk_desktop.domain.actielijst import Actiepost, Keuzelijst, kies
from tk_desktop.domain.agenda import Behandeling, Inleider, Puntstaat
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Aard, Argument
from tk_desktop.domain.opmerking import Waarover
from tk_desktop.domain.presentie import Belang, Hoedanigheid
from tk_desktop.domain.ronde import Antwoord, Reactie, Ronde
from tk_desktop.domain.stemming import Keuze, Stemsoort, Stemwijze
from tk_desktop.domain.termijnen import Kalenderregel
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.vergaderset import Doelgroep, Vergaderset
from tk_desktop.domain.verslag import Puntverslag
from tk_desktop.domain.zittingpapier import Zittingpapier, Zittingstof
from tk_desktop.export.actielijst import write_actielijst, write_actielijst_ics, write_actielijst_xlsx
from tk_desktop.export.afdruk import Drukkeuze, prepare_print, write_afdruk
from tk_desktop.export.agendacsv import write_csv
from tk_desktop.export.gegevens import agenda_json
from tk_desktop.export.ics import write_ics
from tk_desktop.export.per_punt import write_per_punt
from tk_desktop.export.verslag import write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.export.word import write_word
from tk_desktop.export.zip import write_zip
from tk_desktop.export.zittingpapieren import plan_papieren
from tk_desktop.extranet.bestanden import site_files
from tk_desktop.extranet.map import update_folder
from tk_desktop.extranet.ori_a import Vertaling
from tk_desktop.extranet.stof import gather_site
from tk_desktop.meeting.opmerkingen import add_opmerking
from tk_desktop.meeting.regie import write_regie
from tk_desktop.minutes.actielijst import list_acties
from tk_desktop.minutes.acties import add_actie, take_actieregel
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, lift_geheimhouding
from tk_desktop.minutes.register import dossier, register
from tk_desktop.minutes.verslagen import add_correctie, approve_verslag, reopen_verslag, write_besproken
from tk_desktop.minutes.zittingstof import gather_zittingstof
from tk_desktop.pack.lakken import add_weglakkingen, make_gelakt
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.redaction_marks import marks_over_words
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

DAG, LATER = date(2026, 6, 4), date(2026, 7, 2)
NU = datetime(2026, 6, 4, 9, 0, tzinfo=UTC)
STAM = "Oesterbank"
PLAATSINGEN = 200
TEGELIJK = 10
"""How many placements stand in the meeting at once: each word is its own, and so is each item they stand at."""
GROEPEN = 5
"""How many tests share the placements, so that they run beside each other."""


class Planter:
    """Puts one secret word in a meeting, each time in other places.

    ``bezet`` are the open items where another placement stands already: two would write over each other's words.
    """

    def __init__(self, store: Store, opname: Momentopname, map_: Path, zaad: int, bezet: Collection[str] = ()) -> None:
        self.kans, self.zaad = random.Random(zaad), zaad
        self.woord = f"{STAM}{zaad:03}x"
        self.store, self.opname, self.map = store, opname, map_
        open_ = [punt for punt in opname.agendapunten if not opname.is_besloten(punt)]
        self.open_punt = self.kans.choice([punt.id for punt in open_[1::2] if punt.id not in bezet])
        self.punt = self._besloten_punt()

    def plant(self) -> None:
        """Put the word in some of all places; always on a besloten item too."""
        for plek in self.kans.sample(self.plekken(), self.kans.randint(4, 9)):
            plek()

    def stel_vast(self) -> None:
        """Approve the verslag: then it goes to readers with who were there and how they voted."""
        approve_verslag(self.store, self.opname.vergadering.id, op=LATER)

    def plekken(self) -> list[Callable[[], None]]:
        return [
            self.stuk, self.nota, self.besluit, self.deel, self.actie, self.eerdere_actie, self.stemming,
            self.correctie, self.gast, self.opmerking, self.regie, self.aantekening, self.geheimhouding,
            self.belang, self.afgevoerd, self.opgeheven, self.opgelegd, self.ronde, self.passage,
            self.getypte_correctie, self.gezegde_passage, self.passage_in_correctie, self.gast_van_later,
            self.volmacht, self.spreker, self.amendement, self.motie, self.heropening, self.gelakt,
        ]  # fmt: skip

    def _besloten_punt(self) -> str:
        ouder = self.kans.choice([None, self.open_punt])
        buur = self.kans.choice(self.opname.agendapunten)
        punt = een_agendapunt(
            id=f"geheim-{self.zaad:03}",
            vergadering_id=self.opname.vergadering.id,
            titel=f"Aankoop {self.woord}",
            ouder_id=ouder,
            herkomst_id=self.kans.choice([None, self.open_punt]),
            volgorde=f"{buur.volgorde}m",
            ingevoegd=ouder is None and self.kans.random() < 0.5,
            besloten=True,
            toelichting=f"Over {self.woord}.",
            behandeling=frozenset({Behandeling.BESLUITVORMING}),
            inleiders=(Inleider(id=f"inleider-{self.woord}", volgorde="m", naam=f"Wim {self.woord}"),),
            voorstel=(een_voorstelpunt(tekst=f"De {self.woord} te kopen."),),
        )
        self.store.agendapunten.save(punt)
        return punt.id

    def _plek(self) -> tuple[str, bool]:
        """Return an item, and whether what stands there must be closed by itself."""
        besloten = self.kans.random() < 0.5
        return (self.open_punt, True) if besloten else (self.punt, False)

    def stuk(self) -> None:
        punt, dicht = self._plek()
        bron = a_pdf(self.map / f"{self.woord}.pdf", [f"Het bod op de {self.woord}"], bladwijzers=[(self.woord, 0, 0)])
        som = self.store.bestanden.bewaar(bron)
        self.store.zoekregister.neem_op(Zoeksoort.PAGINA, som, lees_pdf(bron).paginas)
        stuk = self._papier(punt, dicht=dicht)
        self.store.versies.save(
            een_stukversie(id=f"v{stuk}", stuk_id=stuk, sha256=som, bestandsnaam=f"{self.woord}.pdf", paginas=1)
        )

    def gelakt(self) -> None:
        """An open paper in which the word was redacted: on its page, in its bookmarks and in the name of its file."""
        bron = a_pdf(self.map / "gelakt.pdf", [f"Een brief over de {self.woord}."], bladwijzers=[(self.woord, 0, 0)])
        som = self.store.bestanden.bewaar(bron)
        self.store.zoekregister.neem_op(Zoeksoort.PAGINA, som, lees_pdf(bron).paginas)
        id_ = f"gelakt-{self.zaad:03}"
        stuk = een_stuk(vergadering_id=self.opname.vergadering.id, agendapunt_id=self.open_punt, volgorde="zzz")
        self.store.stukken.save(replace(stuk, id=id_))
        self.store.versies.save(
            een_stukversie(id=f"v{id_}", stuk_id=id_, sha256=som, bestandsnaam=f"{self.woord}.pdf", paginas=1)
        )
        add_weglakkingen(self.store, id_, marks_over_words(bron, self.woord), "5.1.2e", NU, wie=f"Wim {self.woord}")
        make_gelakt(self.store, id_)

    def nota(self) -> None:
        punt, dicht = self._plek()
        stuk = self._papier(punt, dicht=dicht)
        secties = (een_sectie(id=f"s{stuk}", tekst=f"De {self.woord} is duur."),)
        self.store.notas.save(
            een_nota(
                id=f"n{stuk}", stuk_id=stuk, onderwerp=f"Aankoop {self.woord}", secties=secties, registratienummer=""
            )
        )

    def _papier(self, punt: str, *, dicht: bool) -> str:
        stuk = een_stuk(
            vergadering_id=self.opname.vergadering.id,
            agendapunt_id=punt,
            titel=f"Bod op de {self.woord}",
            besloten=dicht,
            volgorde=f"zz{self.kans.random()}",
        )
        stuk = replace(stuk, id=f"{stuk.id}-{self.woord}")
        self.store.stukken.save(stuk)
        return stuk.id

    def besluit(self) -> None:
        punt, dicht = self._plek()
        self.store.besluiten.save(
            een_besluit(
                id=f"b{self.woord}{punt}",
                agendapunt_id=punt,
                nummer=f"BC GO 2026-9{self.woord}",
                tekst=f"De {self.woord} te kopen.",
                minderheid=f"Tegen {self.woord}.",
                besloten=dicht,
            )
        )

    def deel(self) -> None:
        punt, dicht = self._plek()
        besproken = "Er zijn geen vragen." if dicht else f"De {self.woord} bevalt."
        self.store.puntverslagen.save(
            Puntverslag(
                id=f"t{punt}", agendapunt_id=punt, besproken=besproken, besloten_deel=f"Het bod op {self.woord}."
            )
        )

    def actie(self) -> None:
        punt, dicht = self._plek()
        self.store.acties.save(
            een_actie(
                gremium_id=self.opname.gremium.id,
                vergadering_id=self.opname.vergadering.id,
                agendapunt_id=punt,
                tekst=f"Belt de {self.woord}",
                door=f"Wim {self.woord}",
                voor=date(2026, 7, 1),
                besloten=dicht,
            )
        )

    def eerdere_actie(self) -> None:
        """What was agreed before, behind closed doors or elsewhere, stands in agenda and verslag when it is open."""
        eerder = een_actie(
            gremium_id=self.opname.gremium.id,
            tekst=f"Schrijft de {self.woord}",
            door=f"Wim {self.woord}",
            ontstaan=date(2026, 5, 6),
            besloten=True,
            portefeuillehouder=f"Wim {self.woord}",
            standen=(Standregel(id=f"stand-{self.woord}", volgorde="m", datum=DAG, tekst=f"{self.woord} gebeld"),),
        )
        self.store.acties.save(replace(eerder, id=f"{eerder.id}-{self.woord}"))

    def stemming(self) -> None:
        punt, dicht = self._plek()
        self.store.stemmingen.save(een_stemming(agendapunt_id=punt, onderwerp=self.woord, voor=3, besloten=dicht))

    def correctie(self) -> None:
        """Set right what was said behind closed doors, at an item or of the whole verslag, saying nothing of closed."""
        punt = self.kans.choice([self.open_punt, self.punt])
        self.store.puntverslagen.save(
            Puntverslag(id=f"t{punt}", agendapunt_id=punt, besloten_deel=f"Het bod op {self.woord}.")
        )
        bij = self.kans.choice([punt, None])
        add_correctie(
            self.store, self.opname.vergadering.id, was=self.woord, wordt=f"de {self.woord}", op=DAG, punt_id=bij
        )

    def gast(self) -> None:
        self._genodigde(self.punt)

    def _genodigde(self, punt_id: str) -> None:
        self.store.presenties.save(
            een_presentie(
                id=f"gast-{self.woord}-{punt_id}",
                vergadering_id=self.opname.vergadering.id,
                naam=f"Wim {self.woord}",
                functie=f"directeur {self.woord}",
                hoedanigheid=Hoedanigheid.GENODIGDE,
                stemgewicht=0,
                van_punt_id=punt_id,
                tot_punt_id=punt_id,
            )
        )

    def opmerking(self) -> None:
        over = Waarover(agendapunt_id=self.open_punt)
        add_opmerking(self.store, over, f"Denk aan de {self.woord}", wie=f"Wim {self.woord}", nu=NU)

    def regie(self) -> None:
        write_regie(self.store, self.open_punt, inleiding=self.woord, notitie=self.woord)

    def aantekening(self) -> None:
        anker = een_anker(citaat=self.woord, voor=self.woord)
        self.store.aantekeningen.save(
            een_aantekening(
                anker, vergadering_id=self.opname.vergadering.id, agendapunt_id=self.open_punt, tekst=self.woord
            )
        )

    def geheimhouding(self) -> None:
        self.store.geheimhoudingen.save(
            een_geheimhouding(
                gremium_id=self.opname.gremium.id, onderwerp=self.woord, omvang=self.woord, agendapunten=(self.punt,)
            )
        )

    def opgeheven(self) -> None:
        """What was said of an item while a duty held stays closed when it is lifted, though the item opens."""
        punt = een_agendapunt(
            id=f"open-{self.zaad}", vergadering_id=self.opname.vergadering.id, titel="Sluis", volgorde="zzy"
        )
        self.store.agendapunten.save(punt)
        geheim = impose_geheimhouding(
            self.store,
            self.opname.gremium.id,
            self.woord,
            grond="economisch",
            orgaan=self.opname.gremium.naam,
            op=DAG,
            agendapunten=(punt.id,),
        )
        write_besproken(self.store, punt.id, f"Het bod op {self.woord}.")
        add_actie(self.store, self.opname.gremium.id, f"Koopt {self.woord}", op=DAG, punt_id=punt.id)
        lift_geheimhouding(self.store, geheim.id, orgaan=self.opname.gremium.naam, op=DAG)

    def opgelegd(self) -> None:
        """A duty on an item that was open: all that was said, promised and decided there goes with it."""
        punt = een_agendapunt(
            id=f"dicht-{self.zaad:03}",
            vergadering_id=self.opname.vergadering.id,
            titel=f"Sluis {self.woord}",
            volgorde="zzx",
        )
        self.store.agendapunten.save(punt)
        write_besproken(self.store, punt.id, f"Het bod op {self.woord}.")
        add_actie(self.store, self.opname.gremium.id, f"Koopt {self.woord}", op=DAG, punt_id=punt.id)
        record_besluit(self.store, punt.id, Uitkomst.VASTGESTELD, op=DAG, tekst=f"De {self.woord} te kopen.")
        impose_geheimhouding(
            self.store,
            self.opname.gremium.id,
            self.woord,
            grond="economisch",
            orgaan=f"de commissie {self.woord}",
            op=DAG,
            agendapunten=(punt.id,),
        )

    def ronde(self) -> None:
        """Letters about what is besloten, and of an open item whose besluit is not for everybody."""
        punt, dicht = self._plek()
        besluit = een_besluit(id=f"rondebesluit-{self.woord}", agendapunt_id=punt, tekst=self.woord, besloten=dicht)
        self.store.besluiten.save(besluit)
        reactie = Reactie(
            id=f"r-{self.woord}",
            volgorde="m",
            naam=f"Wim {self.woord}",
            antwoord=Antwoord.AKKOORD,
            toelichting=self.woord,
            ontvangen=DAG,
        )
        self.store.rondes.save(
            Ronde(
                id=f"ronde-{self.woord}",
                agendapunt_id=punt,
                verzonden=DAG,
                uiterlijk=DAG,
                besluit_id=besluit.id,
                reacties=(reactie,),
            )
        )

    def passage(self) -> None:
        """An open nota with closed passages, in its texts, its reasons and its proposal, and in the besluit of that."""
        stuk = replace(
            een_stuk(vergadering_id=self.opname.vergadering.id, agendapunt_id=self.open_punt, volgorde="zzzz"),
            id=f"stuk-passage-{self.zaad}",
        )
        self.store.stukken.save(stuk)
        geheim = f"~~de {self.woord} **van [{self.woord}](https://{self.woord.lower()}.nl)**~~"
        regel = f"Voor {geheim} te betalen"
        voorstel = een_voorstelpunt(id=f"vp-{self.zaad}", tekst=regel)
        reden = Argument(
            id=f"arg-{self.zaad}", volgorde="m", aard=Aard.ARGUMENT, kop=f"Om {geheim}", tekst=f"- Ook {geheim}"
        )
        self.store.notas.save(
            een_nota(
                id=f"nota-passage-{self.zaad}",
                stuk_id=stuk.id,
                onderwerp="Sluis",
                registratienummer="",
                voorstel=(voorstel,),
                argumenten=(reden,),
                secties=(
                    een_sectie(
                        id=f"sectie-passage-{self.zaad}", tekst=f"| Wat | Bod |\n| Sluis | {geheim} |\n\nEn {geheim}."
                    ),
                ),
            )
        )
        self.store.besluiten.save(
            een_besluit(
                id=f"besluit-passage-{self.zaad}",
                agendapunt_id=self.open_punt,
                nummer=f"BC GO 2026-7{self.zaad:03}",
                tekst=f"1. {regel}",
                voorgesteld=f"1. {regel}",
            )
        )

    def getypte_correctie(self) -> None:
        """A typist sets right what stands in the closed part, of an open item, and says that it is closed."""
        add_correctie(
            self.store,
            self.opname.vergadering.id,
            was=f"de {self.woord}",
            wordt=f"twee {self.woord}",
            op=DAG,
            punt_id=self.open_punt,
            besloten=True,
        )

    def gezegde_passage(self) -> None:
        """Closed passages of what was typed at the table, at an open item: said, decided, promised."""
        geheim = f"~~de {self.woord} voor twee ton~~"
        self.store.puntverslagen.save(
            Puntverslag(id=f"t{self.open_punt}", agendapunt_id=self.open_punt, besproken=f"Het gaat om {geheim} nu.")
        )
        self.store.besluiten.save(
            een_besluit(
                id=f"besluit-gezegd-{self.zaad}",
                agendapunt_id=self.open_punt,
                nummer=f"BC GO 2026-8{self.zaad:03}",
                tekst="De sluis te kopen.",
                voorgesteld="De sluis te kopen.",
                minderheid=f"Wim is tegen {geheim}.",
            )
        )
        self.store.acties.save(
            een_actie(
                id=f"actie-gezegd-{self.zaad}",
                gremium_id=self.opname.gremium.id,
                vergadering_id=self.opname.vergadering.id,
                agendapunt_id=self.open_punt,
                tekst=f"Belt over {geheim}",
            )
        )
        take_actieregel(self.store, self.open_punt, f"!GGD belt over {geheim}")

    def passage_in_correctie(self) -> None:
        """Set right what a passage says, quoting it plainly or as a passage."""
        self.gezegde_passage()
        was = self.kans.choice([f"om de {self.woord}", f"~~{self.woord}~~"])
        punt = self.kans.choice([self.open_punt, None])
        add_correctie(self.store, self.opname.vergadering.id, was=was, wordt=self.woord, op=DAG, punt_id=punt)

    def volmacht(self) -> None:
        """Who voted behind closed doors for whom, by a volmacht that held there alone."""
        houder = self.store.presenties.van_vergadering(self.opname.vergadering.id)[0]
        self.store.presenties.save(
            een_presentie(
                id=f"volmacht-{self.zaad}",
                vergadering_id=self.opname.vergadering.id,
                naam="Sanne Bos",
                aanwezig=False,
                volmacht_id=houder.id,
                van_punt_id=self.punt,
                tot_punt_id=self.punt,
            )
        )
        stem = een_stem(id=f"stem-{self.woord}", naam=f"Sanne Bos, volmacht van {self.woord}", keuze=Keuze.TEGEN)
        punt, dicht = self._plek()
        self.store.stemmingen.save(
            een_stemming(
                id=f"volmachtstemming-{self.woord}",
                agendapunt_id=punt,
                wijze=Stemwijze.HOOFDELIJK,
                besloten=dicht,
                stemmen=(stem,),
            )
        )

    def spreker(self) -> None:
        """Who had the floor behind closed doors: the name is put in what is said there."""
        punt, dicht = self._plek()
        zegt = f"Wim {self.woord}: het bod is te laag."
        write_besproken(self.store, punt, "" if dicht else zegt, besloten_deel=zegt if dicht else "")

    def amendement(self) -> None:
        self._ingediend(Stemsoort.AMENDEMENT)

    def motie(self) -> None:
        self._ingediend(Stemsoort.MOTIE)

    def _ingediend(self, soort: Stemsoort) -> None:
        """What was handed in, brought to a vote or not."""
        punt, dicht = self._plek()
        self.store.stemmingen.save(
            een_stemming(
                id=f"{soort.value}-{self.woord}",
                agendapunt_id=punt,
                onderwerp=f"De {self.woord} niet te kopen",
                soort=soort,
                indiener=f"Wim {self.woord}",
                voor=self.kans.choice([0, 3]),
                besloten=dicht,
            )
        )

    def heropening(self) -> None:
        """Approve, open it again for what was said behind closed doors; who did that is for the secretariat alone."""
        self.stel_vast()
        reopen_verslag(self.store, self.opname.vergadering.id, op=LATER, wie=f"Wim {self.woord}")
        self.deel()

    def gast_van_later(self) -> None:
        """A guest who came for the besloten item and stayed for nothing else."""
        self.gast()
        self.belang()

    def belang(self) -> None:
        wie = een_presentie(vergadering_id=self.opname.vergadering.id, naam="Wies Tol")
        self.store.presenties.save(wie)
        self.store.belangen.save(
            Belang(id=f"b-{self.zaad}", agendapunt_id=self.punt, presentie_id=wie.id, reden=self.woord)
        )

    def afgevoerd(self) -> None:
        punt = een_agendapunt(
            vergadering_id=self.opname.vergadering.id,
            titel=f"Verkoop {self.woord}",
            volgorde="zzz",
            besloten=True,
            staat=Puntstaat.INGETROKKEN,
            reden=f"De {self.woord} is weg.",
        )
        self.store.agendapunten.save(punt)
        self._genodigde(punt.id)  # as two laptops leave it that tell each other of a guest and of what is withdrawn


@pytest.fixture(scope="module")
def store(verpakt: Verpakt, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A copy of the sample meeting that was held: everybody was there, and one item has a besluit for everybody."""
    werkmap = tmp_path_factory.mktemp("lekken") / "werkmap"
    copytree(verpakt.werkmap, werkmap)
    with Store.open(werkmap) as geopend:
        opname = geopend.opname(verpakt.opname.vergadering.id)
        open_ = [punt for punt in opname.agendapunten if not opname.is_besloten(punt)]
        gehouden = replace(opname.vergadering, status=Status.GEHOUDEN, begonnen=time(9, 30), geeindigd=time(11, 0))
        geopend.vergaderingen.save(gehouden)
        geopend.presenties.save(een_presentie(vergadering_id=opname.vergadering.id, naam="Taco Wiersinga"))
        for nummer, punt in enumerate(open_[2:5:2], 1):
            geopend.besluiten.save(
                een_besluit(id=f"open {nummer}", agendapunt_id=punt.id, nummer=f"BC GO 2026-00{nummer}")
            )
        geopend.acties.save(
            een_actie(
                id="open", gremium_id=opname.gremium.id, agendapunt_id=open_[2].id, vergadering_id=opname.vergadering.id
            )
        )
        yield geopend


class Openbaar:
    """Makes every public output there is of a meeting.

    The same input gives the same bytes, so what was made of exactly the same words before is not made once more: those
    words are searched themselves, and what was made of them before a word was planted cannot hold it.
    """

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._gemaakt: set[str] = set()

    def maak(self, store: Store, vergadering_id: str) -> tuple[list[Path], str]:
        """Return the folders with what is new of it, and what is shown but not written."""
        plan = assemble(store, vergadering_id, Doelgroep.OPENBAAR)
        heel = gather_zittingstof(store, vergadering_id)
        stof = heel.voor_iedereen()
        namen = {taak.naam for taak in plan_papieren(stof, tuple(Zittingpapier))}
        assert namen.isdisjoint(taak.naam for taak in plan_papieren(heel, tuple(Zittingpapier)))
        acties = kies(list_acties(store), Keuzelijst.ALLES, DAG, openbaar=True)
        regels = register(store, openbaar=True)
        gepubliceerd = [een for een in store.publicaties.rijen(vergadering_id, uitkomsten=True) if not een.besloten]
        in_de_zaal = [zaalbeeld(heel.zitting, punt) for punt in heel.zitting.opname.agendapunten]
        verloop = [dossier(store, een.besluit.agendapunt_id, openbaar=True) for een in regels]
        getoond = [repr(regels), repr(acties), repr(in_de_zaal), repr(verloop)]
        getoond += [f"{een.tabel} {een.id} {dict(een.waarden)}" for een in gepubliceerd]
        gedrukt, gezegd = repr(plan), repr((stof, acties))
        mappen = [
            *self._eenmaal(gedrukt, partial(_schrijf_set, store, plan)),
            *self._eenmaal(gezegd, partial(_schrijf_zitting, stof, acties)),
            self._los(store),
            self._site(store, vergadering_id),
        ]
        return mappen, json.dumps([*getoond, gedrukt, gezegd], ensure_ascii=False)

    def _eenmaal(self, grondslag: str, schrijf: Callable[[Path], None]) -> Iterator[Path]:
        """Write what is made of these words, unless it was: what was made before a word was planted cannot hold it."""
        if grondslag not in self._gemaakt:
            self._gemaakt.add(grondslag)
            map_ = self._map / f"{len(self._gemaakt):03}"
            map_.mkdir(parents=True)
            schrijf(map_)
            yield map_

    def _site(self, store: Store, vergadering_id: str) -> Path:
        """Bring one site up to date, as it is each time that something changes."""
        map_ = self._map / "site"
        site = gather_site(store, Doelgroep.OPENBAAR, [vergadering_id], NU, basis="https://regio.example")
        bestanden = site_files(
            site,
            bestand=store.bestanden.open,
            cache=store.cache,
            teksten=lambda som: store.zoekregister.teksten(Zoeksoort.PAGINA, som),
            vertaling=Vertaling.load(),
        )
        update_folder(map_, bestanden, Doelgroep.OPENBAAR)
        return map_

    def _los(self, store: Store) -> Path:
        """Write each line of the register as the screen does, where all of them stand; what is besloten says so."""
        map_ = self._map / "los"
        rmtree(map_, ignore_errors=True)
        map_.mkdir()
        for regel in register(store):
            naam = uittrekselnaam(store, regel)
            if "(besloten)" not in naam:
                write_uittreksel_van(store, regel, map_ / f"{naam}.docx")
        return map_


def _schrijf_set(store: Store, plan: Vergaderset, map_: Path) -> None:
    cache = store.map / "cache"
    bron = prepare_print(plan, map_, bestand=store.bestanden.open, cache=cache)
    write_afdruk(bron, Drukkeuze(schutbladen=True, namen=("Roos van Dalen",)), map_ / f"{plan.titel}.pdf")
    write_zip(plan, map_ / "set.zip", bestand=store.bestanden.open, cache=cache)
    (map_ / "per punt").mkdir()
    write_per_punt(plan, map_ / "per punt", bestand=store.bestanden.open, cache=cache)
    (map_ / "word").mkdir()
    write_word(plan.opname, map_ / "word")
    (map_ / "agenda.json").write_bytes(agenda_json(plan.opname))
    write_csv(plan.opname, map_ / "agenda.csv")
    write_ics([Kalenderregel.van(plan.opname.gremium, plan.opname.vergadering)], map_ / "jaar.ics")


def _schrijf_zitting(stof: Zittingstof, acties: Sequence[Actiepost], map_: Path) -> None:
    """Write every paper of the meeting under the name that the program gives it, and the list of all actions.

    Without the names of guests each stands in one form: what is in it is decided before a form is.
    """
    taken, naamloos = (tuple(plan_papieren(een, tuple(Zittingpapier))) for een in (stof, stof.zonder_namen()))
    assert len(taken) == len(naamloos) >= 3 + len(stof.zitting.besluiten)
    for vorm in Vorm:
        for taak in taken:
            taak.write(map_, vorm)
    for taak, vorm in zip(naamloos, cycle(Vorm), strict=False):
        taak.write(map_, vorm)
    for vorm in Vorm:
        write_actielijst(acties, map_ / f"acties{vorm.value}", vorm, op=DAG)
    write_actielijst_xlsx(acties, map_ / "acties.xlsx", op=DAG)
    write_actielijst_ics(acties, map_ / "acties.ics")


class Zoeker:
    """Looks for a word in files.

    What they hold is looked at once: what is the same as before a word was planted cannot hold that word.
    """

    def __init__(self) -> None:
        self._gezien: set[object] = set()

    def vind(self, map_: Path, woord: str) -> list[str]:
        """Return the files in whose name or new bytes a word stands, in any case and in each way it may be written."""
        vormen = [
            vorm
            for ruw in (woord.encode(), woord.encode("utf-16-be"), woord.encode("utf-16-le"))
            for vorm in (ruw.lower(), ruw.hex().encode())
        ]

        def staat_in(inhoud: bytes) -> bool:
            return any(vorm in inhoud for vorm in vormen)

        return [
            pad.name
            for pad in sorted(map_.rglob("*"))
            if woord.casefold() in pad.name.casefold()
            or (pad.is_file() and self._is_nieuw(pad) and any(map(staat_in, self._brokken(pad))))
        ]

    def _is_nieuw(self, pad: Path) -> bool:
        """Tell whether a file was written since it was looked at."""
        stand = pad.stat()
        return self._eerst((pad, stand.st_ino, stand.st_size, stand.st_mtime_ns))

    def _eerst(self, wat: object) -> bool:
        nieuw = wat not in self._gezien
        self._gezien.add(wat)
        return nieuw

    def _brokken(self, pad: Path) -> Iterator[bytes]:
        """Go through everything new that a file holds, unpacked, with the names in it and the words on its pages."""
        if not self._eerst(sha256(pad)):
            return
        yield pad.read_bytes().lower()
        if pad.suffix == ".pdf":
            yield b"\n".join(alle_bytes(pad, self._eerst)).lower()
            yield "".join("".join(pagina.split()) for pagina in paginateksten(pad)).encode().lower()
        elif pad.suffix in {".zip", ".docx", ".xlsx"}:
            with zipfile.ZipFile(pad) as pakket:
                for naam in pakket.namelist():
                    yield naam.encode().lower()
                    los = pad.with_name(f"{pad.name}.los{Path(naam).suffix}")
                    los.write_bytes(pakket.read(naam))
                    yield from self._brokken(los)
                    los.unlink()


@pytest.fixture(scope="module")
def openbaar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Openbaar]:
    """What is made here need not outlive a power cut: waiting for the disk would take a fifth of the time."""
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(os, "fsync", lambda _: None)
        yield Openbaar(tmp_path_factory.mktemp("openbaar"))


@pytest.fixture(scope="module")
def zoeker() -> Zoeker:
    return Zoeker()


@pytest.mark.parametrize("groep", range(GROEPEN))
def test_a_planted_secret_leaves_no_string_in_any_public_output(
    store: Store, zoeker: Zoeker, openbaar: Openbaar, tmp_path: Path, groep: int
) -> None:
    (vergadering_id,) = (een.id for een in store.vergaderingen.all())
    for eerste in range(groep * TEGELIJK, PLAATSINGEN, GROEPEN * TEGELIJK):
        zaden = range(eerste, eerste + TEGELIJK)
        woorden, wijziging = store.record(partial(_plant, store, vergadering_id, zaden, tmp_path))
        mappen, getoond = openbaar.maak(store, vergadering_id)
        geheel = repr(store.zitting(vergadering_id))
        assert [woord for woord in woorden if woord not in geheel] == [], "the secrets were planted"
        assert [bestand for uit in mappen for bestand in zoeker.vind(uit, STAM)] == []
        plek = getoond.casefold().find(STAM.casefold())
        assert plek < 0, f"{zaden}: {getoond[max(0, plek - 200) : plek + 80]}"
        store.redo(wijziging.terug())


def _plant(store: Store, vergadering_id: str, zaden: range, map_: Path) -> list[str]:
    """Plant a word for each of these seeds, each at items of its own; half of the verslagen are approved after it."""
    planters: list[Planter] = []
    for zaad in zaden:
        eigen = map_ / f"{zaad:03}"
        eigen.mkdir()
        bezet = [planter.open_punt for planter in planters]
        planters.append(Planter(store, store.opname(vergadering_id), eigen, zaad, bezet))
        planters[-1].plant()
    if zaden[0] // TEGELIJK % 2:
        planters[0].stel_vast()
    return [planter.woord for planter in planters]


def test_the_search_finds_the_secret_in_the_outputs_for_members(
    store: Store, verpakt: Verpakt, zoeker: Zoeker, tmp_path: Path
) -> None:
    def plant() -> str:
        planter = Planter(store, verpakt.opname, tmp_path, 999)
        for plek in planter.plekken():
            plek()
        return planter.woord

    uit = tmp_path / "uit"
    uit.mkdir()
    woord, wijziging = store.record(plant)
    zitting = store.zitting(verpakt.opname.vergadering.id)
    acties = list_acties(store)
    for vorm in Vorm:
        write_verslag(zitting, uit / f"verslag{vorm.value}", vorm)
    write_actielijst_xlsx(acties, uit / "acties.xlsx", op=DAG)
    write_actielijst_ics(acties, uit / "acties.ics")
    plan = assemble(store, verpakt.opname.vergadering.id, Doelgroep.LEDEN)
    write_zip(plan, uit / "set.zip", bestand=store.bestanden.open, cache=store.map / "cache")
    assert zoeker.vind(uit, woord) == ["acties.ics", "acties.xlsx", "set.zip", "verslag.docx", "verslag.pdf"]
    store.redo(wijziging.terug())
