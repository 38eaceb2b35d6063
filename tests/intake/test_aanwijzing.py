"""Pointing at lines of a pack: what is meant, what follows from it, and that the next pack is read by it."""

from pathlib import Path

import pytest

from tests.intake.huisstijlpakken import GILDEKOLOMMEN, GILDELES, gilde, waterschap
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.nota import Vorm
from tk_desktop.intake.aanwijzing import (
    ROLLEN,
    Aanwijzing,
    Les,
    Rolsoort,
    regels_van,
    rol_van,
    stel_kolommen_voor,
    stel_woord_voor,
)
from tk_desktop.intake.indeling import gewone_indeling, indelingen
from tk_desktop.intake.indelingles import geleerde_indelingen, leer_les, proef_les
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakvoorstel import Pakvoorstel
from tk_desktop.paper.pakbladen import read_pak


def gildeles() -> Les:
    """Return what somebody points at on a pack of the guild, line by line as it stands there."""
    uit = []
    for pad, tekst in GILDELES:
        rol = rol_van(pad)
        woord = tekst if rol.soort is Rolsoort.ETIKET else stel_woord_voor(rol, tekst)
        kolommen = tuple(zip(tekst.split(), GILDEKOLOMMEN, strict=True)) if pad == "agenda.koppen" else ()
        uit.append(Aanwijzing(pad, woord, kolommen))
    return Les(naam="gilde", titel="Gilde Duinrand", aanwijzingen=tuple(uit))


def is_heel(voorstel: Pakvoorstel, *, zaak: str) -> None:
    agenda = voorstel.lezing.agenda
    assert agenda is not None
    assert (agenda.gremium, agenda.plaats, agenda.voorzitter, agenda.secretaris) == (
        "gildebestuur Duinrand", "De Kombuis te Duinrand", "Loes Helm", "Jaap Zout",
    )  # fmt: skip
    assert [(str(punt.nummer), punt.titel, f"{punt.tijd:%H.%M}") for punt in agenda.punten] == [
        ("1", "Welkom en vaststelling van de werklijst", "20.00"),
        ("2", zaak, "20.10"),
        ("3", "Stand van de netten", "20.40"),
        ("4", "Afmeren", "21.00"),
    ]
    assert [set(punt.behandeling) for punt in agenda.punten] == [
        {Behandeling.VASTSTELLING}, {Behandeling.BESLUITVORMING}, {Behandeling.INFORMATIE}, set(),
    ]  # fmt: skip
    assert agenda.punten[1].inleiders == (("Wim Net", ""),)
    (nota,) = voorstel.lezing.notas
    assert (nota.vorm, nota.onderwerp, nota.registratienummer) == (Vorm.ADVIESNOTA, zaak, "2026-002300")
    assert [sectie.kop for sectie in nota.secties] == [
        "Verzoek aan het bestuur", "Hoe het zo kwam", "Wat het kost", "Slotwoord",
    ]  # fmt: skip
    assert [punt.tekst for punt in nota.voorstel] == ["De boei te kopen."]
    assert not voorstel.lezing.twijfels


def test_a_pack_that_is_read_badly_is_read_rightly_once_its_lines_were_pointed_at(tmp_path: Path) -> None:
    pak = gilde(tmp_path)
    assert lees_pak(pak, map_=tmp_path).lezing.agenda is None
    is_heel(proef_les(pak, read_pak(pak), gildeles(), tmp_path), zaak="Nieuwe lichtboei")
    assert not geleerde_indelingen(tmp_path)


def test_the_next_pack_of_that_body_is_read_rightly_by_itself_and_those_of_others_as_before(tmp_path: Path) -> None:
    leer_les(gildeles(), tmp_path)
    ander = waterschap(tmp_path)
    volgende = lees_pak(gilde(tmp_path, dag="donderdag 8 oktober 2026", zaak="Verf voor de vloot"), map_=tmp_path)
    assert (volgende.indeling, volgende.paginas) == ("gilde", 2)
    is_heel(volgende, zaak="Verf voor de vloot")
    assert lees_pak(ander, map_=tmp_path).indeling == "waterschap"


def test_a_lesson_goes_on_from_the_one_before(tmp_path: Path) -> None:
    les = gildeles()
    leer_les(Les(naam="gilde", titel="Gilde", aanwijzingen=les.aanwijzingen[:12]), tmp_path)
    leer_les(Les(naam="gilde", titel="Gilde", aanwijzingen=les.aanwijzingen[12:], naar="gilde"), tmp_path)
    is_heel(lees_pak(gilde(tmp_path), map_=tmp_path), zaak="Nieuwe lichtboei")


def test_every_role_that_the_screen_offers_is_a_place_in_a_layout(tmp_path: Path) -> None:
    for rol in ROLLEN:
        regel = {"agenda.hoofdnummer": "1. Opening", "agenda.subnummer": "a. Brief"}.get(rol.pad, "Zaak van hier")
        woord = stel_woord_voor(rol, regel)
        leer_les(Les(naam="proef", titel="Proef", aanwijzingen=(Aanwijzing(rol.pad, woord),)), tmp_path)
    assert len({rol.naam for rol in ROLLEN}) == len(ROLLEN)


@pytest.mark.parametrize(
    ("pad", "regel", "woord"),
    [
        ("agenda.titels", "Werklijst gildebestuur Duinrand", "Werklijst"),
        ("agenda.velden.datum", "Met wie en wanneer: 4 maart", "Met wie en wanneer"),
        ("agenda.velden.datum", "DAG EN UUR 4 maart PLAATS De Kombuis", "DAG EN UUR"),
        ("agenda.velden.datum", "Dag 4 maart", "Dag"),
        ("agenda.hoofdnummer", "3) 10.00 Welkom", "1)"),
        ("agenda.hoofdnummer", "3. Welkom", "1."),
        ("agenda.hoofdnummer", "3 Welkom", "1"),
        ("agenda.subnummer", "3.2 Brief", "1.1"),
        ("agenda.subnummer", "2a Brief", "1a"),
        ("agenda.subnummer", "b) Brief", "a)"),
        ("agenda.sluiting", "9. 12.00 Rondje en afmeren", "afmeren"),
        ("voet", "Gilde Duinrand Vel 2 van 14", "Vel"),
        ("brief.aanhef", "Waarde gildebroeders,", "Waarde"),
        ("brief.afsluitingen", "Met een behouden vaart,", "Met een behouden vaart"),
    ],
)
def test_the_part_of_a_line_that_is_meant_is_proposed(pad: str, regel: str, woord: str) -> None:
    assert stel_woord_voor(rol_van(pad), regel) == woord


def test_a_word_plays_one_role_in_its_table(tmp_path: Path) -> None:
    les = (Aanwijzing("nota.secties.inleiding", "Voorstel"), Aanwijzing("agenda.velden.plaats", "Datum"))
    geleerd = leer_les(Les(naam="om", titel="Om", aanwijzingen=les), tmp_path)
    assert [soort.value for kop, soort in geleerd.nota.secties if kop == "Voorstel"] == ["inleiding"]
    assert geleerd.agenda.velden.rol("Datum") == "plaats"
    assert geleerd.verslag.velden.rol("Datum") == "plaats", "a verslag has the labels of its agenda"


def test_a_label_of_a_verslag_counts_on_its_agenda_where_nothing_else_was_said(tmp_path: Path) -> None:
    les = (
        Aanwijzing("verslag.velden.tijd", "Klokke"),
        Aanwijzing("verslag.velden.plaats", "Hal"),
        Aanwijzing("agenda.velden.plaats", "Zaal"),
    )
    geleerd = leer_les(Les(naam="om", titel="Om", aanwijzingen=les), tmp_path)
    assert geleerd.agenda.velden.rol("Klokke") == "tijd"
    assert (geleerd.agenda.velden.rol("Hal"), geleerd.agenda.velden.rol("Zaal")) == ("", "plaats")


def test_ways_of_treatment_without_a_word_before_them_keep_those_that_were_known(tmp_path: Path) -> None:
    les = (Aanwijzing("behandeling.woorden.besluitvorming", "Hakken"),)
    geleerd = leer_les(Les(naam="los", titel="Los", aanwijzingen=les), tmp_path)
    woorden = dict(geleerd.behandeling.woorden)
    assert geleerd.behandeling.voorzetsel == ""
    assert (woorden["hakken"], woorden["ter kennisname"]) == (Behandeling.BESLUITVORMING, Behandeling.KENNISNAME)


def test_the_columns_of_a_heading_row_are_told_by_what_other_layouts_call_so(tmp_path: Path) -> None:
    (kop,) = [regel for regel in regels_van(read_pak(gilde(tmp_path)).bladen[0]) if regel.tekst.startswith("Volg Klok")]
    assert kop.cellen == ("Volg", "Klok", "Kwestie", "Waartoe", "Woordvoerder")
    assert kop.plek.kader is not None
    gevonden = stel_kolommen_voor(rol_van("agenda.koppen"), ("#", "Tijd", "Kwestie", "Door"), indelingen())
    assert gevonden == (("#", "nummer"), ("Tijd", "tijd"), ("Kwestie", ""), ("Door", "inleider"))


def test_what_was_not_pointed_at_stays(tmp_path: Path) -> None:
    geleerd = leer_les(Les(naam="een", titel="Een", aanwijzingen=(Aanwijzing("agenda.titels", "Werklijst"),)), tmp_path)
    assert geleerd.agenda.titels == ("Werklijst", *gewone_indeling().agenda.titels)
    assert geleerd.nota == gewone_indeling().nota
