"""What was done in a meeting: do its actions, votes, names and besluiten hold together (I5; FEATURES G, H)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tk_desktop.domain.besluit import Uitkomst, past_bij, spreken_tegen
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.zicht import VERGADERING, Plek, Vondst, Zicht, citaat, vondst
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.gewijzigd import na_vaststelling
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.presentie import Presentie, dubbel_bezet
from tk_desktop.domain.stemming import Stemsoort, Stemuitslag
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.domain.volmacht import volmachten_bij
from tk_desktop.domain.zitting import Zitting

CODES = {
    "ZT01": "Een actie heeft niemand die haar doet.",
    "ZT02": "Een actie moet klaar zijn op een dag die al voorbij was toen zij werd afgesproken.",
    "ZT03": "Er zijn meer stemmen uitgebracht dan er deelnemers waren.",
    "ZT04": "Iemand was er volgens de presentie al weg voordat hij kwam.",
    "ZT05": "Er is een besluit genomen bij een punt dat niet ter besluitvorming op de agenda stond.",
    "ZT06": "Hetzelfde besluitnummer is twee keer gegeven.",
    "ZT07": "Het verslag is nog niet vastgesteld, terwijl er al een latere vergadering is gehouden.",
    "ZT08": "Van één punt staan er twee verslagteksten, en van de tweede komt niets op papier.",
    "ZT09": "Op één zetel zitten bij een punt twee mensen.",
    "ZT10": "Iets is door twee mensen apart opgeschreven, en wacht op een keuze.",
    "ZT11": "Op één punt staan twee besluiten die elkaar tegenspreken.",
    "ZT12": "Eén lid stemt bij volmacht voor meer anderen dan het gremium toestaat, of het zegt niet hoeveel er mogen.",
    "ZT13": "Er is een besluit genomen terwijl er geen quorum was.",
    "ZT14": "Er is een besluit genomen terwijl er volgens de presentielijst niemand was.",
    "ZT15": "Een amendement is aangenomen, en het besluit is conform het voorstel zoals het was.",
    "ZT16": "Bij een besluit staat niet wat er is besloten, en daarom heeft het geen nummer en geen uittreksel.",
    "ZT17": "Een stemming is geopend en niet afgemaakt.",
    "ZT18": "In wat besproken is staat een regel met een uitroepteken die geen actie is geworden.",
    "ZT20": "Er is iets gewijzigd nadat het verslag was vastgesteld.",
}


def controleer_zitting(zicht: Zicht) -> Iterator[Vondst]:
    """Find what does not hold together in what was done; before anything was, there is nothing to find."""
    zitting = zicht.context.zitting
    if zitting is None:
        return
    yield from _acties(zicht, zitting)
    yield from _losse_regels(zicht, zitting)
    yield from _stemmingen(zicht, zitting)
    yield from _presentie(zitting)
    yield from _zetels(zicht, zitting)
    yield from _besluiten(zicht, zitting)
    yield from _woorden(zicht, zitting)
    yield from _nummers(zicht, zitting)
    yield from _verslag(zicht, zitting)
    yield from _dubbel(zicht, zitting)
    yield from _keuzes(zicht, zitting)
    yield from _tegenspraak(zicht, zitting)
    yield from _na_vaststelling(zicht, zitting)
    yield from _volmachten(zicht, zitting)
    yield from _quorum(zicht, zitting)
    yield from _amendementen(zicht, zitting)


def _plek(zicht: Zicht, punt_id: str | None) -> Plek:
    return zicht.plek_van.get(punt_id or "", VERGADERING)


def _acties(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    for actie in zitting.acties:
        plek = _plek(zicht, actie.agendapunt_id)
        waar = f"{plek.waar}, actie {citaat(actie.tekst, 40)}"
        if actie.staat.is_open and not actie.door.strip():
            yield vondst(
                "ZT01",
                Ernst.WAARSCHUWING,
                plek,
                f"Bij {plek.kort} staat een {actie.soort.value} van niemand: {citaat(actie.tekst)}.",
                waarom="Wat niemand toebehoort, blijft liggen.",
                herstel="Zet erbij wie het doet.",
                waar=waar,
            )
        if actie.voor is not None and actie.begon_te_laat:
            yield vondst(
                "ZT02",
                Ernst.WAARSCHUWING,
                plek,
                f"{citaat(actie.tekst)} is afgesproken op {kort(actie.ontstaan)} en moet klaar zijn op "
                f"{kort(actie.voor)}.",
                waarom="De actie staat zo vanaf de eerste dag als te laat in de lijst.",
                herstel="Verbeter de dag; let op het jaar.",
                waar=waar,
            )


def _losse_regels(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find lines that were to be an action, as long as somebody can still make them one."""
    for een in zitting.verslagen.values() if zitting.verslag.staat is Verslagstaat.CONCEPT else ():
        plek = _plek(zicht, een.agendapunt_id)
        for regel in een.losse_actieregels:
            yield vondst(
                "ZT18",
                Ernst.WAARSCHUWING,
                plek,
                f"Bij {plek.kort} is een regel met een uitroepteken geen actie geworden: {citaat(regel)}.",
                waarom="De actie staat zo in geen lijst, en het uitroepteken komt in het verslag.",
                herstel="Zet bij het punt (F5) de cursor op die regel en druk op Enter, of haal het uitroepteken weg.",
                waar=f"{plek.waar}, regel {citaat(regel, 40)}",
            )


def _stemmingen(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    for stemming in zitting.stemmingen:
        plek = _plek(zicht, stemming.agendapunt_id)
        waar = f"{plek.waar}, stemming {citaat(stemming.onderwerp, 40)}"
        if not stemming.is_af:
            stand = f"{stemming.te_gaan} van de {len(stemming.stemmen)} namen stemden nog niet"
            yield vondst(
                "ZT17",
                Ernst.WAARSCHUWING,
                plek,
                f"Bij {plek.kort} is een stemming geopend en niet afgemaakt: "
                f"{stand if stemming.uitgebracht else 'er is nog niets geteld'}.",
                waarom="In het verslag staat zo een stemming zonder uitslag.",
                herstel="Maak de stemming bij het punt (F5) af, of haal haar weg.",
                waar=waar,
            )
        if stemming.klopt:
            continue
        yield vondst(
            "ZT03",
            Ernst.FOUT,
            plek,
            f"Bij {plek.kort} zijn {stemming.uitgebracht} stemmen geteld, en er konden er {stemming.mogelijk} zijn.",
            waarom="Over de uitslag kan zo worden getwist.",
            herstel="Tel de stemmen na, of verbeter wie er bij dit punt aanwezig waren.",
            waar=waar,
        )


def _presentie(zitting: Zitting) -> Iterator[Vondst]:
    for wie in zitting.presentie:
        if wie.aanwezig and _eindigt_voor_begin(wie, zitting.rij):
            yield vondst(
                "ZT04",
                Ernst.FOUT,
                VERGADERING,
                f"{wie.naam} ging volgens de presentie weg voordat hij of zij kwam.",
                waarom="Zo was deze persoon bij geen enkel punt, en telt niet mee voor quorum en stemming.",
                herstel="Verbeter bij welk punt of hoe laat deze persoon kwam en ging.",
                waar=f"{VERGADERING.waar}, presentie van {wie.naam}",
            )


def _zetels(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find seats that two people take at once, as two laptops that tell each other can leave it."""
    for zetel in dict.fromkeys(wie.zetel for wie in zitting.presentie):
        dubbel = dubbel_bezet([wie for wie in zitting.presentie if wie.zetel == zetel], zitting.rij)
        if dubbel is None:
            continue
        punt_id, een, ander = dubbel
        plek = _plek(zicht, punt_id)
        yield vondst(
            "ZT09",
            Ernst.FOUT,
            plek,
            f"{een.naam} en {ander.naam} zitten bij {plek.kort} op dezelfde zetel.",
            waarom="Een zetel heeft één stem; zolang beiden er zijn, telt die van het lid.",
            herstel="Meld een van beiden afwezig, of verbeter bij welk punt zij kwamen en gingen.",
            waar=f"{plek.waar}, presentie van {ander.naam}",
        )


def _eindigt_voor_begin(wie: Presentie, rij: Sequence[str]) -> bool:
    """Tell whether the items or the clock times of somebody run backwards."""
    van, tot = wie.van_punt_id, wie.tot_punt_id
    punten = van in rij and tot in rij and rij.index(van or "") > rij.index(tot or "")
    return punten or (wie.gekomen is not None and wie.vertrokken is not None and wie.vertrokken < wie.gekomen)


def _besluiten(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    opname = zicht.opname
    punten = {punt.id: punt for punt in opname.agendapunten}
    for besluit in zitting.besluiten:
        punt = punten.get(besluit.agendapunt_id)
        behandeling = opname.behandeling(punt) if punt is not None else frozenset()
        if past_bij(besluit.uitkomst, behandeling):
            continue
        plek = _plek(zicht, besluit.agendapunt_id)
        yield vondst(
            "ZT05",
            Ernst.WAARSCHUWING,
            plek,
            f"Bij {plek.kort} is een besluit vastgelegd, maar het punt stond niet ter besluitvorming op de agenda.",
            waarom="Wie niet kwam, wist niet dat hierover werd besloten.",
            herstel="Aanvaard de bevinding als de vergadering hiermee instemde, of wijzig de behandeling van het punt.",
            waar=f"{plek.waar}, besluit {besluit.nummer}".removesuffix(" "),
        )


def _woorden(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find besluiten that do not say what was decided, as long as somebody can still write it."""
    for besluit in zitting.zonder_woorden if zitting.verslag.staat is Verslagstaat.CONCEPT else ():
        plek = _plek(zicht, besluit.agendapunt_id)
        yield vondst(
            "ZT16",
            Ernst.FOUT,
            plek,
            f"Bij {plek.kort} staat als besluit ‘{besluit.uitkomst.value}’, en niet wat er is besloten.",
            waarom="Zonder woorden heeft het besluit geen nummer, en kan er geen uittreksel van worden gemaakt.",
            herstel="Typ bij het punt (F5) wat is besloten, of kies een andere uitkomst.",
            waar=f"{plek.waar}, besluit zonder tekst",
        )


def _nummers(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find numbers that were given twice, in this meeting or in another one."""
    bij_nummer: dict[str, list[str]] = defaultdict(list)
    for besluit in zitting.besluiten:
        if besluit.nummer:
            bij_nummer[besluit.nummer].append(besluit.agendapunt_id)
    for nummer, punten in bij_nummer.items():
        elders = zicht.context.besluitnummers_elders.get(nummer, ())
        if len(punten) + len(elders) < 2:
            continue
        plek = _plek(zicht, punten[-1])
        waar = opsomming([*dict.fromkeys(_plek(zicht, punt).kort for punt in punten), *elders])
        yield vondst(
            "ZT06",
            Ernst.FOUT,
            plek,
            f"Besluitnummer {nummer} is meer dan eens gegeven: {waar}.",
            waarom="In het register is zo niet te zien welk besluit wordt bedoeld.",
            herstel="Kies het besluit bij Besluiten (Ctrl+3) en geef het een ander nummer.",
            waar=f"{plek.waar}, besluit {nummer}",
        )


def _verslag(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    later = zicht.context.later_gehouden
    if later is None or not zitting.verslag.id or zitting.verslag.staat is Verslagstaat.VASTGESTELD:
        return
    yield vondst(
        "ZT07",
        Ernst.WAARSCHUWING,
        VERGADERING,
        f"Het verslag is nog een concept, en op {lang(later)} is al weer vergaderd.",
        waarom="Een besluit staat pas vast als het verslag is vastgesteld.",
        herstel="Zet het verslag ter vaststelling op de volgende agenda, of leg vast dat het is vastgesteld.",
        waar=f"{VERGADERING.waar}, verslag",
    )


def _dubbel(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find second rows of one item, as an older version could leave when two laptops took minutes."""
    for een in zitting.dubbel:
        plek = _plek(zicht, een.agendapunt_id)
        tekst = " ".join(platte_tekst(f"{een.besproken} {een.besloten_deel}").split())
        wat = citaat(tekst, len(tekst)) if tekst else "alleen tijden"
        yield vondst(
            "ZT08",
            Ernst.FOUT,
            plek,
            f"Bij {plek.kort} staat een tweede verslagtekst: {wat}.",
            waarom="Wat daar staat, is op het scherm van de vergadering en in het verslag niet te zien.",
            herstel="Neem de woorden over in het verslag van dit punt; dan verdwijnt de tweede tekst.",
            waar=f"{plek.waar}, tweede verslagtekst",
        )


def _keuzes(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find what two people wrote apart and nobody chose between: one of the two stands on no paper."""
    for een in zitting.keuzes:
        plek = _plek(zicht, een.agendapunt_id)
        if een.is_tekst:
            wat = f"Van {plek.kort} wacht een tweede tekst op een keuze: {citaat(platte_tekst(een.weggelaten[0]))}."
        else:
            wat = f"Bij {plek.kort} wacht {een.soort} op een keuze: twee mensen legden er iets anders van vast."
        yield vondst(
            "ZT10",
            Ernst.FOUT,
            plek,
            wat,
            waarom="Op papier staat een van de twee; van de ander weet de lezer niets.",
            herstel="Kies bij Uitwisselen (Ctrl+7) welke blijft, of beide.",
            waar=f"{plek.waar}, {een.soort}, {een.veld.replace('_', ' ').strip()}",
            keuze=een.rij,
        )


def _tegenspraak(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find two besluiten on one item of which one says yes and the other no, as two laptops can leave them."""
    hersteld = {een.herstelt_id for een in zitting.besluiten}
    for een, ander in combinations([een for een in zitting.besluiten if een.id not in hersteld], 2):
        if not spreken_tegen(een, ander):
            continue
        plek = _plek(zicht, een.agendapunt_id)
        yield vondst(
            "ZT11",
            Ernst.FOUT,
            plek,
            f"Bij {plek.kort} staat dat is besloten: {een.uitkomst.value}, en ook: {ander.uitkomst.value}.",
            waarom="Uit het verslag blijkt zo niet wat er is besloten.",
            herstel="Haal het besluit weg dat niet is genomen, of schrijf bij elk over welk deel het gaat.",
            waar=f"{plek.waar}, besluit {ander.nummer}".removesuffix(" "),
        )


def _na_vaststelling(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find what says something else than what was approved, as two laptops that tell each other later can leave it."""
    op = zitting.verslag.vastgesteld_op
    for een in na_vaststelling(zitting):
        plek = _plek(zicht, een.punt_id)
        was, nu = (citaat(tekst) if tekst else "niets" for tekst in (een.was, een.nu))
        yield vondst(
            "ZT20",
            Ernst.FOUT,
            plek,
            f"Van {plek.kort} is {een.wat} gewijzigd na de vaststelling{f' op {kort(op)}' if op else ''}: "
            f"er stond {was}, en nu {nu}.",
            waarom="Het verslag blijft zoals het is vastgesteld; dit komt er niet in.",
            herstel="Zet terug wat is vastgesteld (Verslag en lijsten), en leg een correctie vast als het anders moet.",
            waar=f"{plek.waar}, {een.wat}",
        )


def _volmachten(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find who votes for more others than one while the body does not rule how many, or for more than it rules."""
    hoogstens = zicht.opname.gremium.volmachten
    namen = {wie.persoon: wie.naam for wie in zitting.presentie}
    gehad: set[tuple[tuple[str, str, str], tuple[str, ...]]] = set()
    for punt_id in zitting.rij:
        for persoon, gevers in volmachten_bij(zitting.presentie, punt_id, zitting.rij).items():
            wie = (persoon, tuple(een.id for een in gevers))
            if len(gevers) <= (1 if hoogstens is None else hoogstens) or wie in gehad:
                continue
            gehad.add(wie)
            plek = _plek(zicht, punt_id)
            yield vondst(
                "ZT12",
                Ernst.WAARSCHUWING if hoogstens is None else Ernst.FOUT,
                plek,
                f"{namen[persoon]} stemt bij {plek.kort} voor {len(gevers)} anderen: "
                f"{opsomming([een.naam for een in gevers])}.",
                waarom="Zo beslist één lid met meer stemmen dan de vergadering misschien bedoelde."
                if hoogstens is None
                else f"Dit gremium staat één lid {hoogstens} toe.",
                herstel="Kijk in het reglement van orde; bij de gegevens van het gremium staat hoeveel er mogen.",
                waar=f"{plek.waar}, presentie van {namen[persoon]}",
            )


def _quorum(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find what was decided at the table while the body could not; deciding by letter needs nobody there."""
    per_brief = {ronde.besluit_id for ronde in zitting.rondes}
    punten = {punt.id: punt for punt in zitting.opname.agendapunten}
    for besluit in zitting.besluiten:
        punt = punten.get(besluit.agendapunt_id)
        if punt is None or besluit.id in per_brief or besluit.herstelt_id is not None:
            continue
        quorum, plek = zitting.quorum(punt), _plek(zicht, punt.id)
        waar = f"{plek.waar}, besluit {besluit.nummer}".removesuffix(" ")
        if not any(wie.hoedanigheid.is_bestuurder for wie in zitting.aanwezigen(punt)):
            yield vondst(
                "ZT14",
                Ernst.FOUT,
                plek,
                f"Bij {plek.kort} is een besluit genomen, en volgens de presentielijst was er geen enkel lid.",
                waarom="Uit het verslag blijkt zo niet wie er besloot.",
                herstel="Vul de presentielijst in, of haal het besluit weg.",
                waar=waar,
            )
        elif quorum.zetels and not quorum.is_er and besluit.uitkomst is not Uitkomst.AANGEHOUDEN:
            yield vondst(
                "ZT13",
                Ernst.FOUT,
                plek,
                f"Bij {plek.kort} is een besluit genomen met {quorum.aanwezig} van de {quorum.nodig} leden die er "
                "moeten zijn.",
                waarom="Zonder quorum kan het gremium niet besluiten (Gemeentewet 20).",
                herstel="Verbeter de presentielijst, of neem het besluit opnieuw in een vergadering met quorum.",
                waar=waar,
            )


def _amendementen(zicht: Zicht, zitting: Zitting) -> Iterator[Vondst]:
    """Find besluiten that are as proposed while the body changed the proposal (G10)."""
    for stemming in zitting.stemmingen:
        aangenomen = stemming.soort is Stemsoort.AMENDEMENT and stemming.uitslag is Stemuitslag.AANGENOMEN
        besluiten = [een for een in zitting.besluiten if een.agendapunt_id == stemming.agendapunt_id]
        if not aangenomen or not besluiten or any(een.wijkt_af for een in besluiten):
            continue
        plek = _plek(zicht, stemming.agendapunt_id)
        yield vondst(
            "ZT15",
            Ernst.WAARSCHUWING,
            plek,
            f"Bij {plek.kort} is een amendement aangenomen ({citaat(stemming.onderwerp, 60)}), en het besluit is nog "
            "zoals het was voorgesteld.",
            waarom="Zo staat het amendement niet in het besluit.",
            herstel="Kies ‘Gewijzigd’ (Alt+2) en verwerk het amendement in de tekst van het besluit.",
            waar=f"{plek.waar}, besluit {besluiten[-1].nummer}".removesuffix(" "),
        )
