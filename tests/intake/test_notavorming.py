"""A nota as read becomes a nota as kept."""

from dataclasses import replace

from tests.intake.lezingen import een_nota, een_voorstel
from tk_desktop.domain.nota import Aard, Sectiesoort
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.lezing import GelezenArgument, GelezenNota, GelezenSectie, GelezenVoorstelpunt
from tk_desktop.intake.notavorming import gekoppeld, maak_nota, zelfde_inhoud


def _met_redenen() -> GelezenNota:
    redenen = [("1.1", "Het moet"), ("2.1", "Het kan"), ("2.2", "Het mag"), ("4.1", "Het hoort nergens"), ("", "Los")]
    return een_nota(
        voorstel=een_voorstel("Het plan vast te stellen.", "Het geld te geven."),
        argumenten=tuple(GelezenArgument(aard=Aard.ARGUMENT, nummer=nummer, kop=kop) for nummer, kop in redenen),
        behandelaars=(("Wies Vroeg", "adviseur", "06-0000"), ("Bram Oud", "", "")),
    )


def test_reasons_are_tied_to_their_point_and_a_wrong_number_is_kept() -> None:
    nota = maak_nota("stuk", _met_redenen())
    assert [(nummer, reden.kop) for nummer, reden in nota.redenen(Aard.ARGUMENT)] == [
        ("1.1", "Het moet"), ("2.1", "Het kan"), ("2.2", "Het mag"), ("4.1", "Het hoort nergens"), ("", "Los"),
    ]  # fmt: skip
    assert [(wie.naam, wie.telefoon) for wie in nota.behandelaars] == [("Wies Vroeg", "06-0000"), ("Bram Oud", "")]
    assert nota.stuk_id == "stuk"


def test_points_keep_their_marks_and_the_points_under_them() -> None:
    onder = (GelezenVoorstelpunt(tekst="lesgeld", merk=Merk.LETTER),)
    nota = maak_nota("s", een_nota(voorstel=(GelezenVoorstelpunt(tekst="Te geven:", merk=Merk.STREEP, onder=onder),)))
    assert (nota.voorstel[0].merk, nota.voorstel[0].onder[0].tekst) == (Merk.STREEP, "lesgeld")


def test_two_readings_of_one_paper_say_the_same_and_every_change_shows() -> None:
    gelezen = _met_redenen()
    nota = maak_nota("s", gelezen)
    assert zelfde_inhoud(nota, maak_nota("s", gelezen))
    anders = (
        replace(gelezen, onderwerp="Dijken"),
        replace(gelezen, registratienummer="2026-000002"),
        replace(gelezen, behandelaars=()),
        replace(gelezen, voorstel=een_voorstel("Het plan vast te stellen.", "Het geld niet te geven.")),
        replace(gelezen, argumenten=gelezen.argumenten[1:]),
        replace(gelezen, secties=()),
    )
    assert not [ander for ander in anders if zelfde_inhoud(nota, maak_nota("s", ander))]


def test_references_are_tied_in_sections_and_reasons() -> None:
    sectie = GelezenSectie(soort=Sectiesoort.INLEIDING, kop="Inleiding", tekst="Zie agendapunt 3.")
    reden = GelezenArgument(aard=Aard.ARGUMENT, nummer="1.1", kop="Zo", tekst="Als bij agendapunt 3.")
    nota = gekoppeld(maak_nota("s", een_nota(secties=(sectie,), argumenten=(reden,))), {"drie": Nummer(3)})
    assert nota.secties[0].tekst == "Zie agendapunt {{punt:drie}}."
    assert nota.argumenten[0].tekst == "Als bij agendapunt {{punt:drie}}."
