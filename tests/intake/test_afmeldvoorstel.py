"""An absence is proposed for a member and a meeting the werkmap knows; nothing of it is stored."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.bouwers import een_gremium, een_lidmaatschap, een_persoon, een_vergadering
from tests.intake.berichtbouwers import van_thunderbird
from tk_desktop.domain.vergadering import Status
from tk_desktop.intake.afmeldvoorstel import Afmeldvoorstel, stel_afmelding_voor
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.verhindering import Verhindering
from tk_desktop.meeting.leden import report_absence
from tk_desktop.store.werkmap import Store

MAART, APRIL, MEI = date(2026, 3, 4), date(2026, 4, 8), date(2026, 5, 6)
GESTUURD = date(2026, 2, 16)
NU = datetime.fromisoformat("2026-02-17T09:00:00+01:00")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.making(tmp_path / "werkmap") as store, store.transaction():
        for id_ in ("bc", "db"):
            store.gremia.save(een_gremium(id=id_, naam={"bc": "Bestuurscommissie", "db": "Dagelijks bestuur"}[id_]))
        for id_, naam, email in (
            ("roos", "Roos van Dalen", "roos@kadedorp.example"), ("joost", "Joost Veerman", ""),
            ("anna", "Anna de Bruin", ""), ("ans", "Ans de Bruin", ""), ("petra", "Petra Sluis", ""),
        ):  # fmt: skip
            store.personen.save(een_persoon(id=id_, naam=naam, email=email))
        for id_, gremium, persoon in (
            ("roos-bc", "bc", "roos"),
            ("joost-bc", "bc", "joost"),
            ("anna-db", "db", "anna"),
        ):
            store.leden.save(een_lidmaatschap(id=id_, gremium_id=gremium, persoon_id=persoon))
        for id_, gremium, dag in (("m", "bc", MAART), ("a", "bc", APRIL), ("d", "db", MAART)):
            store.vergaderingen.save(
                een_vergadering(id=id_, gremium_id=gremium, datum=dag, voorzitter_id=None, secretaris_id=None)
            )
        store.vergaderingen.save(
            een_vergadering(
                id="x", gremium_id="bc", datum=MEI, status=Status.GEANNULEERD, voorzitter_id=None, secretaris_id=None
            )
        )
        yield store


def _stel_voor(store: Store, van: str, adres: str = "", **anders: object) -> tuple[Afmeldvoorstel, ...]:
    gelezen = Verhindering(van=van, adres=adres, zin="Ik ben verhinderd.", **anders)  # type: ignore[arg-type]
    return stel_afmelding_voor(store, gelezen, "bericht.eml", GESTUURD)


def test_a_known_address_and_a_day_leave_no_doubt(store: Store) -> None:
    (een,) = _stel_voor(store, "R. Dalen", "roos@kadedorp.example", dagen=(APRIL,), vervanger="Joost Veerman")
    assert (een.lid_id, een.vergadering_id, een.vervanger_id, een.twijfels) == ("roos-bc", "a", "joost", ())
    assert een.is_vast_te_leggen
    assert een.vergadering == "Bestuurscommissie, woensdag 8 april 2026"


@pytest.mark.parametrize("naam", ["Veerman, Joost", "mr. Joost Veerman", "Joost Veerman (Veenhoek)", "JOOST VEERMAN"])
def test_a_name_is_known_as_mail_programs_write_it(store: Store, naam: str) -> None:
    (een,) = _stel_voor(store, naam, "joost@veenhoek.example", dagen=(MAART,))
    assert (een.lid_id, een.vergadering_id, een.twijfels) == ("joost-bc", "m", ())


def test_initials_are_a_doubt_and_two_people_a_question(store: Store) -> None:
    (een,) = _stel_voor(store, "J. Veerman", dagen=(MAART,))
    assert (een.lid_id, een.twijfels[0][:15]) == ("joost-bc", "Is J. Veerman (")
    (een,) = _stel_voor(store, "A. de Bruin", dagen=(MAART,))
    assert (een.lid_id, een.twijfels[0]) == ("", "Er zijn meer mensen die A. de Bruin heten.")


def test_without_a_day_the_next_meeting_is_meant_and_said(store: Store) -> None:
    (een,) = _stel_voor(store, "Roos van Dalen")
    assert (een.vergadering_id, een.twijfels) == (
        "m", ("Het bericht noemt geen dag; dit is de eerstvolgende vergadering.",)
    )  # fmt: skip


def test_two_days_are_two_proposals(store: Store) -> None:
    assert [een.vergadering_id for een in _stel_voor(store, "Roos van Dalen", dagen=(MAART, APRIL))] == ["m", "a"]


@pytest.mark.parametrize(
    ("van", "dagen", "twijfel"),
    [
        ("Roos van Dalen", (date(2026, 3, 5),), "Op 5 maart 2026 staat hier geen vergadering."),
        ("Roos van Dalen", (MEI,), "Op 6 mei 2026 staat hier geen vergadering."),
        ("Anna de Bruin", (APRIL,), "De afzender is geen lid van wie die dag vergadert."),
        ("Petra Sluis", (MAART,), "Petra Sluis staat in geen ledenlijst."),
        ("Wim Onbekend", (MAART,), "Wim Onbekend is hier niet bekend."),
    ],
)
def test_what_is_not_known_here_is_said_and_cannot_be_stored(
    store: Store, van: str, dagen: tuple[date, ...], twijfel: str
) -> None:
    for een in _stel_voor(store, van, dagen=dagen):
        assert twijfel in een.twijfels
        assert not een.is_vast_te_leggen


def test_a_standing_substitute_and_an_earlier_absence_are_told(store: Store) -> None:
    store.leden.save(een_lidmaatschap(id="anna-bc", gremium_id="bc", persoon_id="anna", vervangt="roos-bc"))
    report_absence(store, "m", "roos-bc")
    (een,) = _stel_voor(store, "Roos van Dalen", dagen=(MAART,))
    assert een.vervanger_id == "anna"
    assert een.twijfels == (
        "Het bericht noemt geen vervanger; Anna de Bruin is de vaste vervanger.",
        "Roos van Dalen is voor deze vergadering al afgemeld.",
    )


def test_a_message_of_absence_is_kept_with_its_meeting_and_nothing_is_stored_unasked(
    store: Store, tmp_path: Path
) -> None:
    pad = van_thunderbird(tmp_path / "bericht.eml", "Ik ben 8 april verhinderd. Groet, Joost", [])
    inname = neem_op(store, lees_bestanden([pad], wijze=Leeswijze(bijlagen=tmp_path / "uit")), nu=NU)
    (een,) = inname.afmeldingen
    assert (een.lid_id, een.vergadering_id) == ("joost-bc", "a")
    assert [bron.bestandsnaam for bron in store.bronnen.van_vergadering("a")] == ["bericht.eml"]
    assert store.afmeldingen.all() == ()
