"""Personal data in what everybody may read are told, never quoted whole; where they may stand nothing is said."""

from dataclasses import replace
from datetime import timedelta

from tests.domain.controlehulp import bevindingen, een_punt_met_nota, met_sectie, samen
from tk_desktop.domain.bevinding import Aanvaarding, Ernst
from tk_desktop.domain.controle import Controlecontext, persoonsgegevens_open
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Behandelaar, Sectiesoort

BSN = "De cliënt heeft BSN 111222333."


def met_inleiding(tekst: str) -> Momentopname:
    deel = een_punt_met_nota()
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.INLEIDING, tekst)]
    return samen(deel)


def test_a_burgerservicenummer_in_an_open_nota_is_a_fault_and_is_not_repeated() -> None:
    [gevonden] = bevindingen(met_inleiding(BSN), "PG01")
    assert gevonden.ernst is Ernst.FOUT
    assert gevonden.wat == "In 1 staat een burgerservicenummer: …33 (Inleiding)."
    assert "111222333" not in repr(gevonden)


def test_more_of_one_kind_in_one_paper_are_one_finding_that_names_the_first_and_counts_the_rest() -> None:
    mails = " ".join(f"{naam}@waterkant.example" for naam in ("roos", "bram", "guus", "femke", "wies"))
    deel = een_punt_met_nota(genoemd=1, ontvangen=1)
    bijlage = deel["stukken"][1].id
    paginas = {bijlage: tuple(mails.split())}
    [gevonden] = bevindingen(samen(deel), "PG04", paginateksten=paginas)
    assert gevonden.wat.startswith("In 1 bijl. 1 staat een mailadres van een persoon: …@waterkant.example (pagina 1)")
    assert gevonden.wat.endswith("en nog 2.")


def test_what_is_besloten_and_what_is_cut_from_what_everybody_reads_is_not_told() -> None:
    opname = met_inleiding(BSN)
    [punt] = opname.agendapunten
    dicht = Momentopname.maak(
        opname.gremium,
        opname.vergadering,
        agendapunten=[replace(punt, besloten=True)],
        stukken=opname.stukken,
        notas=opname.notas,
    )
    assert not bevindingen(dicht, "PG01")
    deel = een_punt_met_nota()
    ambtenaar = Behandelaar(id="b", volgorde="m", naam="Roos van Dalen", telefoon="06-12345678")
    deel["notas"] = [replace(deel["notas"][0], behandelaars=(ambtenaar,))]
    brief = {"verhindering_email": "roos.vandalen@waterkant.example", "verhindering_telefoon": "06-12345678"}
    for code in ("PG03", "PG04"):
        assert not bevindingen(samen(deel, brief=brief), code)


def test_a_signature_on_a_page_for_everybody_is_told_until_the_paper_was_redacted() -> None:
    deel = een_punt_met_nota(genoemd=1, ontvangen=1)
    bijlage = deel["stukken"][1]
    deel["versies"] = [replace(versie, getekend="2,5-7") for versie in deel["versies"]]
    opname = samen(deel)
    [gevonden] = bevindingen(opname, "PG07")
    assert gevonden.ernst is Ernst.WAARSCHUWING
    assert gevonden.wat == "In 1 bijl. 1 staat een handtekening: pagina 2, pagina 5 en pagina 6 en nog 1."
    assert persoonsgegevens_open(opname, Controlecontext()) == (gevonden.waar,)
    assert bevindingen(replace(opname, gelakt={bijlage.id: ""}), "PG07"), "it was marked, not redacted"
    assert not bevindingen(replace(opname, gelakt={bijlage.id: "f" * 64}), "PG07")
    deel["stukken"][1] = replace(bijlage, besloten=True)
    assert not bevindingen(samen(deel), "PG07")


def test_what_somebody_looked_at_and_let_stand_is_remembered() -> None:
    opname = met_inleiding("Bel 06-12345678 voor meer.")
    [gevonden] = bevindingen(opname, "PG03")
    aanvaard = Aanvaarding(
        id="a", vergadering_id=opname.vergadering.id, code="PG03", waar=gevonden.waar, reden="Nummer van de meldlijn"
    )
    [nu] = bevindingen(replace(opname, aanvaard=(aanvaard,)), "PG03")
    assert (nu.ernst, "Nummer van de meldlijn" in nu.wat) == (Ernst.INFO, True)


def test_what_was_let_stand_is_told_again_of_a_version_that_came_in_later() -> None:
    deel = een_punt_met_nota(genoemd=1, ontvangen=1)
    opname = samen(deel)
    bijlage = deel["stukken"][1].id
    paginas = {bijlage: ("Bel 06-12345678 voor meer.",)}
    [gevonden] = bevindingen(opname, "PG03", paginateksten=paginas)
    ontvangen = opname.versies[bijlage].ontvangen
    assert ontvangen is not None
    for na, ernst in ((1, Ernst.INFO), (-1, gevonden.ernst)):
        aanvaard = Aanvaarding(
            id="a",
            vergadering_id=opname.vergadering.id,
            code="PG03",
            waar=gevonden.waar,
            reden="Nummer van de meldlijn",
            moment=ontvangen + timedelta(days=na),
        )
        anders = replace(opname, aanvaard=(aanvaard,))
        assert [een.ernst for een in bevindingen(anders, "PG03", paginateksten=paginas)] == [ernst]
