"""Correcting what was read in a pack: one field of a proposal gets another value, or a doubt is answered."""

from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import lang, lees_datum, lees_tijden
from tk_desktop.intake.lezing import GelezenAgenda
from tk_desktop.intake.pakvoorstel import Pakvoorstel


class WaardeNietMogelijk(TkError):
    """A field of a proposal was given words that it cannot have."""

    code = "TK-I43"
    melding = "‘{waarde}’ kan hier niet: {oorzaak}. Het voorstel is niet veranderd."
    advies = "Typ het zoals het op papier hoort te staan."


def is_te_verbeteren(veld_id: str) -> bool:
    """Tell whether the words of a field can be typed over; a doubt alone is answered."""
    return veld_id.partition(".")[0] in {"agenda", "punt", "nota"}


def verbeter(voorstel: Pakvoorstel, veld_id: str, waarde: str) -> Pakvoorstel:
    """Return the proposal in which a field has this value; raises ``WaardeNietMogelijk``."""
    soort, _, welk = veld_id.partition(".")
    kaal = " ".join(waarde.split())
    lezing, agenda = voorstel.lezing, voorstel.lezing.agenda
    if soort == "agenda" and agenda is not None:
        agenda, kaal = _kop(agenda, welk, kaal)
        lezing = replace(lezing, agenda=agenda)
    elif soort == "punt" and agenda is not None:
        if not kaal:
            raise WaardeNietMogelijk(waarde=waarde, oorzaak="een agendapunt heeft een titel")
        punten = tuple(replace(punt, titel=kaal) if str(punt.nummer) == welk else punt for punt in agenda.punten)
        lezing = replace(lezing, agenda=replace(agenda, punten=punten))
    elif soort == "nota":
        notas = list(lezing.notas)
        notas[int(welk)] = replace(notas[int(welk)], onderwerp=kaal)
        lezing = replace(lezing, notas=tuple(notas))
    velden = tuple(replace(veld, waarde=kaal, twijfel="") if veld.id == veld_id else veld for veld in voorstel.velden)
    return replace(voorstel, lezing=lezing, velden=velden)


def beantwoord(voorstel: Pakvoorstel, veld_id: str) -> Pakvoorstel:
    """Return the proposal without a doubt that a person looked at."""
    lezing = voorstel.lezing
    if veld_id.startswith("twijfel."):
        vraag = next((veld for veld in voorstel.velden if veld.id == veld_id), None)
        gelijk = [een for een in lezing.twijfels if vraag and een.wat == vraag.twijfel and _van(een.waar, vraag.naam)]
        lezing = replace(lezing, twijfels=tuple(een for een in lezing.twijfels if een not in gelijk[:1]))
    velden = tuple(replace(veld, twijfel="") if veld.id == veld_id else veld for veld in voorstel.velden)
    return _zonder_lege(replace(voorstel, lezing=lezing, velden=velden))


def _van(waar: str, naam: str) -> bool:
    """Tell whether a place in lines and the name of a field on the screen are of one thing."""
    return waar == naam or waar.partition(", ")[2] == naam.partition(", ")[2]


def _zonder_lege(voorstel: Pakvoorstel) -> Pakvoorstel:
    """Return the proposal without answered doubts: they have nothing to say any more."""
    velden = tuple(veld for veld in voorstel.velden if veld.twijfel or not veld.id.startswith("twijfel."))
    return replace(voorstel, velden=velden)


def _kop(agenda: GelezenAgenda, welk: str, waarde: str) -> tuple[GelezenAgenda, str]:
    """Return an agenda with another value in its head, and that value as it is written."""
    if welk == "datum":
        dag = lees_datum(waarde)
        if dag is None:
            raise WaardeNietMogelijk(waarde=waarde, oorzaak="dit is geen datum, zoals 4 maart 2026")
        return replace(agenda, datum=dag, weekdag=None), lang(dag)
    if welk == "begin":
        tijden = lees_tijden(waarde)
        if not tijden:
            raise WaardeNietMogelijk(waarde=waarde, oorzaak="dit is geen tijd, zoals 09.30")
        return replace(agenda, begin=tijden[0]), f"{tijden[0]:%H.%M}"
    match welk:
        case "gremium":
            return replace(agenda, gremium=waarde), waarde
        case "plaats":
            return replace(agenda, plaats=waarde), waarde
        case "voorzitter":
            return replace(agenda, voorzitter=waarde), waarde
        case _:
            return replace(agenda, secretaris=waarde), waarde
