"""A vergaderset as one PDF: every part made or taken from the cache, joined, stamped and linked."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import read_bytes
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.gemaakt import GemaaktDeel, GemaakteSet, LosBestand
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Stukversie
from tk_desktop.domain.uitgave import Handeling, Stand, Uitgave, Wijziging, wijzigingen
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.bladen import Inhoudsregel, schrijf_nazendlijst
from tk_desktop.export.delen import Delenmaker
from tk_desktop.export.gegevens import agenda_json
from tk_desktop.paper.cache import Gereed
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.joining import Aanhangsel, Bladwijzer, Deel, indeling, voeg_samen

Bestand = Callable[[str], Pad]
"""Gives the received file with a SHA-256."""


class NietsVeranderd(TkError):
    """A nazending was asked for while nothing changed since the set was sent."""

    code = "TK-S05"
    melding = "Er is niets veranderd sinds de set is verzonden; een nazending is niet nodig."
    veilig = "Er is niets gemaakt."
    advies = "Neem eerst het nieuwe stuk in en maak dan de nazending."


def write_pdf(
    vergaderset: Vergaderset,
    target: Pad,
    *,
    bestand: Bestand,
    cache: Pad,
    progress: Progress | None = None,
    titel: str = "",
) -> GemaakteSet:
    """Write the set to ``target`` and tell what stands where; the same set gives the same bytes.

    With a ``titel`` of its own it is a file with some of the papers: the open data of the meeting stay out of it.
    ``bestand`` finds received files, ``cache`` keeps parts that did not change. Raises a ``TkError`` of the part that
    cannot be read or written; a half-made file never remains.
    """
    voortgang = progress or Progress()
    huisstijl = Huisstijl.load(vergaderset.opname.gremium.huisstijl)
    maker = Delenmaker(vergaderset, huisstijl, cache, bestand)
    met_bladen = [deel for deel in vergaderset.onderdelen if not is_los(vergaderset, deel)]
    klaar = {
        deel.anker: maker.maak(deel)
        for deel in voortgang.each(met_bladen, "Stukken klaarmaken")
        if deel.soort is not Onderdeelsoort.INHOUD
    }
    delen = _met_inhoudsopgave(vergaderset, maker, met_bladen, klaar)
    archief = not any(gereed.bezwaren for gereed in klaar.values())
    samen = voeg_samen(
        delen,
        target,
        titel=titel or vergaderset.titel,
        datum=vergaderset.opname.vergadering.datum,
        letter=huisstijl.letter_gewoon,
        auteur=vergaderset.opname.gremium.naam,
        bladwijzers=_bladwijzers(vergaderset, met_bladen),
        stempel=_stempel(vergaderset, met_bladen),
        aanhangsels=[*([] if titel else [_agenda(vergaderset.opname)]), *_losse(vergaderset, bestand)],
        pdfa=archief,
        terug="agenda",
        progress=voortgang,
    )
    return GemaakteSet(
        variant=vergaderset.variant,
        paginas=samen.paginas,
        delen=tuple(
            GemaaktDeel(
                sleutel=deel.sleutel,
                anker=deel.anker,
                label=deel.label,
                titel=deel.titel,
                naam=deel.naam,
                inhoud=klaar[deel.anker].inhoud,
                van=van,
                tot=tot,
                bezwaren=klaar[deel.anker].bezwaren,
            )
            for deel, (van, tot) in zip(met_bladen, samen.bereik, strict=True)
        ),
        los=tuple(
            LosBestand(sleutel=deel.sleutel, naam=deel.naam, inhoud=maker.inhoud(deel))
            for deel in vergaderset.onderdelen
            if is_los(vergaderset, deel)
        ),
        nagezonden=tuple(deel.naam for deel in met_bladen if deel.soort is Onderdeelsoort.NAGEZONDEN),
        niet_mee=vergaderset.niet_mee,
        genummerd=vergaderset.genummerd,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Nazending:
    """What was sent after a set: the list of what to do, and where each part stands in the file (pages from 1)."""

    regels: tuple[str, ...]
    bereik: tuple[tuple[int, int], ...]
    delen: tuple[Onderdeel, ...]


def write_nazending(
    vergaderset: Vergaderset, uitgave: Uitgave, target: Pad, *, bestand: Bestand, cache: Pad
) -> tuple[str, ...]:
    """Write only the sheets and files that changed since ``uitgave`` was sent, after a list of what to do (D19).

    Returns that list; all other page numbers stay as they were, and sheets bear a number where those of the set do.
    Raises ``NietsVeranderd``.
    """
    return make_nazending(vergaderset, uitgave, target, bestand=bestand, cache=cache).regels


def make_nazending(
    vergaderset: Vergaderset, uitgave: Uitgave, target: Pad, *, bestand: Bestand, cache: Pad
) -> Nazending:
    """Write a nazending as ``write_nazending`` does, and tell where each part stands too."""
    vergaderset = replace(vergaderset, genummerd=uitgave.genummerd)  # new sheets lie between those that were sent
    huisstijl = Huisstijl.load(vergaderset.opname.gremium.huisstijl)
    maker = Delenmaker(vergaderset, huisstijl, cache, bestand)
    nu, klaar = _stand(vergaderset, uitgave, maker)
    lijst = tuple(_zonder_oude_titel(vergaderset, wijziging) for wijziging in wijzigingen(uitgave, nu))
    if not lijst:
        raise NietsVeranderd
    titel = f"{vergaderset.titel}: wijzigingen na verzending"
    anders = uitgave.draagt_oude_namen(nu)
    voorblad = maker.eigen(
        "Nazending",
        lambda blad: schrijf_nazendlijst(blad, titel, lijst, oude_namen=anders, genummerd=uitgave.genummerd),
    )
    per_sleutel = {deel.sleutel: deel for deel in vergaderset.onderdelen}
    met_bladen = [wijziging for wijziging in lijst if wijziging.handeling.heeft_bladen]
    stukken = [per_sleutel[wijziging.sleutel] for wijziging in met_bladen]
    bestanden = {wijziging.sleutel for wijziging in lijst if wijziging.handeling is Handeling.BESTAND}
    voor = Onderdeel(soort=Onderdeelsoort.INHOUD, anker="nazending", titel="Nazending", label="nazending")
    voorste = [f"N{nummer}" for nummer in range(1, voorblad.paginas + 1)]
    samen = voeg_samen(
        [
            _deel(vergaderset, voor, voorblad, rechts=False),
            *(_deel(vergaderset, deel, klaar[deel.sleutel], rechts=False) for deel in stukken),
        ],
        target,
        titel=titel,
        datum=vergaderset.opname.vergadering.datum,
        letter=huisstijl.letter_gewoon,
        auteur=vergaderset.opname.gremium.naam,
        bladwijzers=[Bladwijzer(titel=deel.naam, deel=rang) for rang, deel in enumerate([voor, *stukken])],
        stempel=_stempel(vergaderset, [voor, *stukken]),
        nummers=[*voorste, *(nummer for wijziging in met_bladen for nummer in wijziging.nummers)],
        totaal=uitgave.totaal,
        aanhangsels=[*_losse(vergaderset, bestand, bestanden)],
        pdfa=not any(klaar[deel.sleutel].bezwaren for deel in stukken),
    )
    return Nazending(regels=tuple(wijziging.regel for wijziging in lijst), bereik=samen.bereik, delen=(voor, *stukken))


def _stand(
    vergaderset: Vergaderset, uitgave: Uitgave, maker: Delenmaker
) -> tuple[tuple[Stand, ...], dict[str, Gereed]]:
    """Return how the set is now, and by their key the parts that had to be made to know it: those that changed."""
    oud = {deel.sleutel: deel for deel in uitgave.delen}
    klaar: dict[str, Gereed] = {}
    nu = []
    for deel in vergaderset.onderdelen:
        eerder = oud.get(deel.sleutel)
        if deel.soort in (Onderdeelsoort.INHOUD, Onderdeelsoort.SCHUTBLAD):
            if eerder is not None:
                nu.append(Stand(sleutel=deel.sleutel, titel=deel.naam, inhoud=eerder.inhoud, paginas=eerder.paginas))
            continue
        inhoud = maker.inhoud(deel)
        if is_los(vergaderset, deel):
            paginas = 0
        elif eerder is not None and eerder.paginas and eerder.inhoud == inhoud:
            paginas = eerder.paginas
        else:
            klaar[deel.sleutel] = maker.maak(deel)
            paginas = klaar[deel.sleutel].paginas
        nu.append(Stand(sleutel=deel.sleutel, titel=deel.naam, inhoud=inhoud, paginas=paginas))
    return tuple(nu), klaar


def _zonder_oude_titel(vergaderset: Vergaderset, wijziging: Wijziging) -> Wijziging:
    """Return an order without the title of what is gone from a set without besloten: by now it may be that itself."""
    weg = wijziging.handeling in (Handeling.VERWIJDER, Handeling.BESTAND_WEG)
    if weg and vergaderset.variant.doelgroep.zonder_besloten:
        return replace(wijziging, titel="stuk dat niet meer in deze set zit")
    return wijziging


def _met_inhoudsopgave(
    vergaderset: Vergaderset, maker: Delenmaker, onderdelen: Sequence[Onderdeel], klaar: dict[str, Gereed]
) -> list[Deel]:
    """Make the contents last, for it needs the pages of all parts, its own included; return the parts to join."""
    inhoud = next((deel for deel in onderdelen if deel.soort is Onderdeelsoort.INHOUD), None)
    paginas = 1
    while True:
        if inhoud is not None:
            geteld = [1 if deel is inhoud else klaar[deel.anker].paginas for deel in onderdelen]
            geteld[onderdelen.index(inhoud)] = paginas
            proef = [_vorm(deel) for deel in onderdelen]
            regels = list(_regels(vergaderset, onderdelen, indeling(proef, geteld)))
            klaar[inhoud.anker] = maker.inhoudsopgave(regels)
        if inhoud is None or klaar[inhoud.anker].paginas == paginas:
            return [_deel(vergaderset, deel, klaar[deel.anker], rechts=deel.rechts) for deel in onderdelen]
        paginas = klaar[inhoud.anker].paginas


def _regels(
    vergaderset: Vergaderset, onderdelen: Sequence[Onderdeel], bereik: Sequence[tuple[int, int]]
) -> Iterator[Inhoudsregel]:
    stukken = {stuk.id: stuk for stuk in vergaderset.opname.stukken}
    plaatsen = [(deel, str(van)) for deel, (van, _) in zip(onderdelen, bereik, strict=True)]
    los = [(deel, "") for deel in vergaderset.onderdelen if is_los(vergaderset, deel)]
    for deel, pagina in (*plaatsen, *los):
        if deel.soort in (Onderdeelsoort.INHOUD, Onderdeelsoort.SCHUTBLAD):
            continue
        stuk = stukken.get(deel.stuk_id or "")
        soort = (stuk.soort if stuk else deel.soort).value.capitalize()
        if deel.soort is Onderdeelsoort.NAGEZONDEN:
            soort = "wordt nagezonden"
        yield Inhoudsregel(
            nummer=deel.label if deel.punt_id or deel.stuk_id else "",
            titel=deel.titel,
            soort=soort if pagina else "los bestand",
            anker=deel.anker if pagina else "",
            pagina=pagina,
            onder=stuk is not None and stuk.hoort_bij is not None,
        )


def _vorm(deel: Onderdeel) -> Deel:
    """A part as far as the layout of pages needs it."""
    return Deel(pdf=Path(), titel=deel.titel, anker=deel.anker, stempel=deel.label, rechts=deel.rechts)


def _deel(vergaderset: Vergaderset, deel: Onderdeel, gereed: Gereed, *, rechts: bool) -> Deel:
    eigen = deel.soort is not Onderdeelsoort.BESTAND
    return Deel(
        pdf=gereed.pdf,
        titel=deel.titel,
        anker=deel.anker,
        stempel=deel.label,
        rechts=rechts,
        eigen=eigen,
        gereed=not eigen,
        bladwijzers_eronder=deel.soort in (Onderdeelsoort.NOTA, Onderdeelsoort.BESTAND),
        merken=vergaderset.merken(deel),
    )


def _stempel(vergaderset: Vergaderset, onderdelen: Sequence[Onderdeel]) -> Callable[[Deel, str, int], str]:
    per_anker = {deel.anker: deel for deel in onderdelen}
    return lambda deel, nummer, totaal: vergaderset.stempel(per_anker[deel.anker], nummer, totaal)


def _bladwijzers(vergaderset: Vergaderset, onderdelen: Sequence[Onderdeel]) -> list[Bladwijzer]:
    """Bookmarks in the order a reader looks: letter, contents, agenda, then item > paper > its own bookmarks (D8)."""
    opname = vergaderset.opname
    rang = {deel.anker: plaats for plaats, deel in enumerate(onderdelen)}
    agenda = rang.get("agenda")
    mee = {deel.stuk_id for deel in onderdelen}
    uit = [
        Bladwijzer(titel=deel.titel, deel=rang[deel.anker]) for deel in onderdelen if not (deel.punt_id or deel.stuk_id)
    ]

    def stukken(punt_id: str | None) -> list[Bladwijzer]:
        eigen = []
        for deel in onderdelen:
            stuk = next((stuk for stuk in opname.stukken if stuk.id == deel.stuk_id), None)
            if stuk is None or stuk.hoort_bij in mee - {None} or opname.punt_van(stuk) != punt_id:
                continue
            ids = {bijlage.id for bijlage in opname.bijlagen_bij(stuk)}
            bijlagen = [
                Bladwijzer(titel=f"Bijlage: {ander.titel}", deel=rang[ander.anker])
                for ander in onderdelen
                if ander.stuk_id in ids
            ]
            soort = stuk.soort.value.capitalize()
            eigen.append(Bladwijzer(titel=f"{soort}: {stuk.titel}", deel=rang[deel.anker], onder=tuple(bijlagen)))
        return eigen

    def takken(hoofd: Agendapunt | None) -> list[Bladwijzer]:
        bij = []
        for punt in opname.agendapunten:
            eigen = opname.hoofdpunt(punt)
            if (eigen is punt) != (hoofd is None) or (hoofd is not None and eigen is not hoofd):
                continue
            onder = (*stukken(punt.id), *(takken(punt) if hoofd is None else ()))
            schutblad = rang.get(f"punt-{opname.nummers[punt.id]}")
            deel = schutblad if schutblad is not None else onder[0].deel if onder else agenda
            if deel is not None:
                bij.append(Bladwijzer(titel=f"{opname.nummers[punt.id]} {punt.titel}", deel=deel, onder=onder))
        return bij

    return [*uit, *takken(None), *stukken(None)]


def is_los(vergaderset: Vergaderset, deel: Onderdeel) -> bool:
    """Tell whether a part is a file without pages, which travels inside the PDF or beside it."""
    versie = _versie(vergaderset, deel)
    return deel.soort is Onderdeelsoort.BESTAND and versie is not None and not versie.is_pdf


def _versie(vergaderset: Vergaderset, deel: Onderdeel) -> Stukversie | None:
    return vergaderset.opname.versies.get(deel.stuk_id or "")


def _losse(vergaderset: Vergaderset, bestand: Bestand, alleen: Collection[str] | None = None) -> Iterator[Aanhangsel]:
    """Yield the files without pages: all, or ``alleen`` those with these keys."""
    for deel in vergaderset.onderdelen:
        versie = _versie(vergaderset, deel)
        if versie is not None and is_los(vergaderset, deel) and (alleen is None or deel.sleutel in alleen):
            naam = f"{deel.label} {versie.bestandsnaam}".strip()
            yield Aanhangsel(
                naam=naam,
                gegevens=read_bytes(bestand(versie.sha256)),
                mime=versie.media,
                omschrijving=deel.titel,
                relatie="Supplement",
            )


def _agenda(opname: Momentopname) -> Aanhangsel:
    return Aanhangsel(
        naam="agenda.json",
        gegevens=agenda_json(opname),
        mime="application/json",
        omschrijving="De agenda en de nota’s als open gegevens",
    )
