"""A message is read whoever wrote it, and nothing in it comes where it does not belong."""

import struct
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.intake.berichtbouwers import PNG, PROGRAMMAS, van_thunderbird
from tests.intake.msgbouwer import een_msg, in_een_bericht
from tests.papier import a_paper
from tk_desktop.base.errors import TkError
from tk_desktop.intake.bericht import BerichtBeschadigd, lees_bericht, veilige_naam
from tk_desktop.intake.bestandsnaam import NaamMisleidt, check_name

PDF = a_paper(["Plan van aanpak"])
TEKST = "Beste Renée,\n\nHierbij de stukken.\n\nGroet"
AFZENDERS = {
    "Outlook": ("Renée van de Kölk", "r.vandekolk@waterkant.example", date(2026, 2, 16)),
    "Thunderbird": ("Joost Veerman", "j.veerman@veenhoek.example", date(2026, 2, 17)),
    "Gmail": ("Anna de Bruin", "anna.debruin@kadedorp.example", date(2026, 2, 18)),
    "iPhone": ("Petra Sluis", "petra@sluis.example", date(2026, 2, 19)),
}


@pytest.mark.parametrize("programma", PROGRAMMAS)
def test_a_message_tells_who_sent_it_when_and_what_came_with_it(tmp_path: Path, programma: str) -> None:
    bijlagen = [("2a bijlage 1 - Plan één.pdf", PDF), ("2a bijlage 2 - Kaart.pdf", PDF)]
    pad = PROGRAMMAS[programma](tmp_path / "bericht.eml", TEKST, bijlagen, "Stukken punt 2a: café")
    bericht = lees_bericht(pad, tmp_path / "uit")
    assert (bericht.van, bericht.adres, bericht.dag) == AFZENDERS[programma]
    assert bericht.onderwerp == "Stukken punt 2a: café"
    assert "Hierbij de stukken." in bericht.tekst.splitlines()
    assert [pad.name for pad in bericht.bijlagen] == [naam for naam, _ in bijlagen]
    assert [pad.read_bytes() for pad in bericht.bijlagen] == [PDF, PDF]


def test_the_logo_under_a_message_is_no_paper_and_is_named(tmp_path: Path) -> None:
    bericht = lees_bericht(PROGRAMMAS["Outlook"](tmp_path / "bericht.eml", TEKST, []), tmp_path / "uit")
    assert bericht.bijlagen == ()
    assert [weg.naam for weg in bericht.weggelaten] == ["image001.png"]
    assert "ondertekening" in bericht.weggelaten[0].reden


def test_a_message_of_outlook_itself_is_read(tmp_path: Path) -> None:
    pad = een_msg(
        tmp_path / "bericht.msg",
        moment=datetime(2026, 2, 16, 12, 0, tzinfo=UTC),
        onderwerp="Stukken agendapunt 2a",
        tekst=TEKST,
        html='<p>Hierbij</p><img src="cid:logo@1">',
        bijlagen=(
            ("2a bijlage 1 - Plan één.pdf", PDF),
            {"naam": "image001.png", "inhoud": PNG, "media": "image/png", "cid": "logo@1"},
            {"naam": "foto.png", "inhoud": PNG * 2000, "media": "image/png", "cid": "los@1"},
        ),
    )
    bericht = lees_bericht(pad, tmp_path / "uit")
    assert (bericht.van, bericht.adres) == ("Roos van Dalen", "r.van.dalen@kadedorp.example")
    assert (bericht.dag, bericht.onderwerp, bericht.tekst) == (date(2026, 2, 16), "Stukken agendapunt 2a", TEKST)
    assert [pad.name for pad in bericht.bijlagen] == ["2a bijlage 1 - Plan één.pdf", "foto.png"]
    assert bericht.bijlagen[0].read_bytes() == PDF
    assert [(weg.naam, weg.reden[:20]) for weg in bericht.weggelaten] == [("image001.png", "het is een beeld uit")]


def test_a_message_of_outlook_with_only_html_has_its_words(tmp_path: Path) -> None:
    pad = een_msg(tmp_path / "bericht.msg", html="<p>Ik kom <b>niet</b>.</p><p>Roos</p>")
    assert lees_bericht(pad, tmp_path / "uit").tekst.split() == ["Ik", "kom", "niet.", "Roos"]


def test_what_is_no_paper_is_named_with_why(tmp_path: Path) -> None:
    bijlagen = [("winmail.dat", b"x\x9f"), ("smime.p7s", b"x"), ("afspraak.ics", b"x"), ("leeg.pdf", b"")]
    bericht = lees_bericht(van_thunderbird(tmp_path / "bericht.eml", TEKST, bijlagen), tmp_path / "uit")
    assert bericht.bijlagen == ()
    assert [weg.naam for weg in bericht.weggelaten] == [naam for naam, _ in bijlagen]
    assert "winmail.dat" in bericht.weggelaten[0].reden


def _in_elkaar(diep: int) -> EmailMessage:
    """Return a message in a message, so many deep, each with a paper of its own."""
    bericht = EmailMessage()
    bericht["From"], bericht["Date"] = f"Schrijver {diep} <s{diep}@kadedorp.example>", "Mon, 16 Feb 2026 09:12:44 +0100"
    bericht["Subject"] = f"Plan {diep}"
    bericht.set_content(f"Zie plan {diep}.")
    bericht.add_attachment(PDF, maintype="application", subtype="pdf", filename=f"2a bijlage {diep} - Plan.pdf")
    if diep > 1:
        bericht.add_attachment(_in_elkaar(diep - 1))
    return bericht


def test_a_message_in_a_message_is_opened_with_its_words_and_its_papers(tmp_path: Path) -> None:
    pad = tmp_path / "bericht.eml"
    pad.write_bytes(_in_elkaar(2).as_bytes())
    bericht = lees_bericht(pad, tmp_path / "uit")
    assert [bijlage.name for bijlage in bericht.bijlagen] == ["2a bijlage 2 - Plan.pdf", "2a bijlage 1 - Plan.pdf"]
    assert bericht.tekst == (
        "Zie plan 2.\n\n—— Bericht in dit bericht, van Schrijver 1 <s1@kadedorp.example> op 16 februari 2026: Plan 1 ——"
        "\n\nZie plan 1."
    )
    assert (bericht.adres, bericht.weggelaten) == ("s2@kadedorp.example", ())


def test_a_message_in_a_message_of_outlook_is_opened_as_deep_as_others_and_no_deeper(tmp_path: Path) -> None:
    binnen = in_een_bericht("Plan 1", "Zie plan 1.", (("2a bijlage 1 - Plan.pdf", PDF),))
    for diep in (2, 3, 4):
        binnen = in_een_bericht(f"Plan {diep}", f"Zie plan {diep}.", (binnen,))
    eml = _in_elkaar(1).as_bytes()
    pad = een_msg(tmp_path / "a.msg", onderwerp="FW", tekst="Zie hieronder.", bijlagen=(binnen, ("door.eml", eml)))
    bericht = lees_bericht(pad, tmp_path / "uit")
    assert bericht.tekst.split("\n\n")[:3] == [
        "Zie hieronder.", "—— Bericht in dit bericht, van Jan Kok <j.kok@kadedorp.example>: Plan 4 ——", "Zie plan 4.",
    ]  # fmt: skip
    assert "Zie plan 2." in bericht.tekst
    assert [weg.naam for weg in bericht.weggelaten] == ["Plan 1"], "the fourth is named, not opened"
    assert [bijlage.name for bijlage in bericht.bijlagen] == ["2a bijlage 1 - Plan.pdf"], "that of the .eml in it"


def test_a_message_of_outlook_that_came_as_a_file_in_another_is_opened(tmp_path: Path) -> None:
    binnen = een_msg(tmp_path / "door.msg", onderwerp="Stukken", tekst="Hierbij.", bijlagen=(("Plan.pdf", PDF),))
    buiten = een_msg(
        tmp_path / "a.msg", tekst="Zie.", bijlagen=(("door.msg", binnen.read_bytes()), ("x.msg", b"niets"))
    )
    bericht = lees_bericht(buiten, tmp_path / "uit")
    assert [bijlage.name for bijlage in bericht.bijlagen] == ["Plan.pdf"]
    assert "Hierbij." in bericht.tekst
    assert [weg.naam for weg in bericht.weggelaten] == ["x.msg"]


def test_messages_deeper_than_people_forward_them_are_named_by_their_subject(tmp_path: Path) -> None:
    pad = tmp_path / "bericht.eml"
    pad.write_bytes(_in_elkaar(6).as_bytes())
    bericht = lees_bericht(pad, tmp_path / "uit")
    assert len(bericht.bijlagen) == 4
    assert [(weg.naam, weg.reden.split(";")[0]) for weg in bericht.weggelaten] == [
        ("Plan 2", "het is een bericht in dit bericht dat TK Desktop niet opent")
    ]


@pytest.mark.parametrize(
    ("naam", "wordt"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"), ("C:\\Windows\\plan.pdf", "plan.pdf"), ("a:b?.pdf", "a_b_.pdf"),
        ("...", "bijlage 1"), ("", "bijlage 1"), ("plan.pdf. ", "plan.pdf"), ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)  # fmt: skip
def test_the_name_of_an_attachment_is_no_path(naam: str, wordt: str) -> None:
    assert veilige_naam(naam, "bijlage 1") == wordt


@pytest.mark.parametrize("naam", ["nota\u202efdp.exe", "nota.exe.pdf", "con.pdf", "plan\x07.pdf"])
def test_an_attachment_whose_name_misleads_is_left_out(tmp_path: Path, naam: str) -> None:
    pad = een_msg(tmp_path / "bericht.msg", bijlagen=((naam, PDF), ("plan.pdf", PDF)))
    bericht = lees_bericht(pad, tmp_path / "uit")
    assert [pad.name for pad in bericht.bijlagen] == ["plan.pdf"]
    assert "verbergt" in bericht.weggelaten[0].reden
    assert bericht.weggelaten[0].naam.isprintable()


def test_two_attachments_of_one_name_are_both_kept(tmp_path: Path) -> None:
    bijlagen = [("plan.pdf", PDF), ("PLAN.pdf", PDF + b"\n"), ("plan.pdf", PDF)]
    bericht = lees_bericht(van_thunderbird(tmp_path / "bericht.eml", TEKST, bijlagen), tmp_path / "uit")
    assert [pad.read_bytes() for pad in bericht.bijlagen] == [inhoud for _, inhoud in bijlagen]


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("a.eml", b"zomaar tekst"), ("a.eml", bytes(range(256)) * 9), ("a.msg", b"From: x"),
        ("a.msg", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)), ("a.msg", b""),
    ],
)  # fmt: skip
def test_what_is_no_message_is_refused_by_its_name(tmp_path: Path, naam: str, inhoud: bytes) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    with pytest.raises(BerichtBeschadigd, match=naam):
        lees_bericht(tmp_path / naam, tmp_path / "uit")


@pytest.mark.parametrize("soort", ["eml", "msg"])
@example(plek=1160, waarde=b"\x00")  # a code page that there is not
@settings(max_examples=60, deadline=None)
@given(plek=st.integers(0, 5000), waarde=st.binary(min_size=1, max_size=12))
def test_a_damaged_message_is_read_or_refused_and_writes_nowhere_else(
    tmp_path_factory: pytest.TempPathFactory, soort: str, plek: int, waarde: bytes
) -> None:
    map_ = tmp_path_factory.mktemp("b")
    pad = map_ / f"bericht.{soort}"
    if soort == "eml":
        PROGRAMMAS["Outlook"](pad, TEKST, [("plan.pdf", PDF)])
    else:
        een_msg(pad, onderwerp="Stukken", tekst=TEKST, bijlagen=(("plan.pdf", PDF),))
    gegevens = bytearray(pad.read_bytes())
    plek %= len(gegevens)
    gegevens[plek : plek + len(waarde)] = waarde
    pad.write_bytes(gegevens)
    try:
        bericht = lees_bericht(pad, map_ / "uit")
    except TkError:
        return
    for bijlage in bericht.bijlagen:
        assert bijlage.parent.parent == map_ / "uit"
        check_name(bijlage.name)


def test_a_message_of_outlook_that_claims_to_be_longer_than_its_file_is_refused_at_once(tmp_path: Path) -> None:
    """A text said to be 4 GB, in a row of sectors that leads to itself, was read for minutes."""
    pad = een_msg(tmp_path / "ring.msg", onderwerp="Stukken", tekst="Bijgaand het plan. " * 400)
    gegevens = bytearray(pad.read_bytes())
    knoop = gegevens.index("__substg1.0_1000001F".encode("utf-16-le"))
    (begin,) = struct.unpack_from("<I", gegevens, knoop + 116)
    struct.pack_into("<Q", gegevens, knoop + 120, 4_000_000_000)
    struct.pack_into("<I", gegevens, len(gegevens) - 512 + 4 * begin, begin)
    pad.write_bytes(gegevens)
    with pytest.raises(BerichtBeschadigd):
        lees_bericht(pad, tmp_path / "uit")


@given(st.text(max_size=200))
def test_any_name_of_an_attachment_becomes_a_name_or_is_refused(naam: str) -> None:
    veilig = veilige_naam(naam, "bijlage 1")
    try:
        check_name(veilig)
    except NaamMisleidt:
        return
    assert Path(veilig).name == veilig
    assert veilig not in ("", ".", "..")
    assert len(veilig) <= 120
