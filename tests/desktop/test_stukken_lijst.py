"""The list of papers: what it shows, what dragging and keys ask for, and that everybody can reach it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.bouwers import een_agendapunt, een_nota, een_opname, een_stuk, een_stukversie
from tk_desktop.desktop.agenda.agenda_model import STUKKEN
from tk_desktop.desktop.agenda.stukken_lijst import LEEG, StukkenLijst
from tk_desktop.desktop.agenda.stukken_model import StukkenModel
from tk_desktop.desktop.agenda.stukken_taken import Uitkomstregel
from tk_desktop.desktop.parts.theme import Thema, Toon, kies_schaal, kies_thema
from tk_desktop.desktop.text.stukregels import Plaatsing, Stand, stukregels
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Soort

_NIETS = QModelIndex()


@pytest.fixture
def opname() -> Momentopname:
    """Item 1 with a nota and three bijlagen (pages, promised, without pages), item 2 with a besloten brief, item 3."""
    bijlagen = [
        een_stuk(id=id_, agendapunt_id="een", hoort_bij="nota", volgorde=plek, soort=Soort.BIJLAGE, titel=titel)
        for id_, plek, titel in (("plan", "c", "Plan"), ("kaart", "g", "Kaart"), ("raming", "m", "Raming"))
    ]
    stukken = [
        een_stuk(id="nota", agendapunt_id="een", volgorde="c", titel="Veilige oevers"),
        *bijlagen,
        een_stuk(id="brief", agendapunt_id="twee", volgorde="c", soort=Soort.BRIEF, titel="Lesuren", besloten=True),
    ]
    return een_opname(
        agendapunten=[
            een_agendapunt(id=id_, volgorde=plek, titel=id_) for id_, plek in zip(PUNTEN, "cgm", strict=True)
        ],
        stukken=stukken,
        notas={"nota": een_nota(stuk_id="nota")},
        versies={
            "plan": een_stukversie(paginas=4),
            "raming": een_stukversie(media="application/x", paginas=0, bestandsnaam="Raming.xlsx"),
            "brief": een_stukversie(media="application/x", paginas=2, pdf_sha256="b" * 64, bestandsnaam="Brief.docx"),
        },
    )


PUNTEN = ("een", "twee", "drie")


@pytest.fixture
def lijst(qtbot: QtBot, opname: Momentopname, tmp_path: Path) -> StukkenLijst:
    def bewaar(png: bytes) -> Path:
        (tmp_path / "beeld.png").write_bytes(png)
        return tmp_path / "beeld.png"

    lijst = StukkenLijst(
        lambda punt: stukregels(opname, {"plan": 3}, punt or None),
        bewaar,
        kiezer=lambda _ouder, _titel, meer: [Path("Een.pdf"), Path("Twee.pdf")] if meer else [Path("Nieuw.pdf")],
    )
    qtbot.addWidget(lijst)
    lijst.resize(900, 500)
    lijst.show()
    qtbot.waitExposed(lijst)
    lijst.toon_punt("")
    return lijst


class Oor:
    """Hears what a signal tells."""

    def __init__(self, signaal: Any) -> None:
        self.gehoord: list[tuple[Any, ...]] = []
        signaal.connect(self)

    def __call__(self, *waarden: Any) -> None:
        self.gehoord.append(waarden)


def _cel(lijst: StukkenLijst, id_: str, kolom: int) -> str:
    return str(lijst.model.index_van(id_).siblingAtColumn(kolom).data())


def _bestanden(*namen: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/stick/{naam}") for naam in namen])
    return data


def _stukken(*ids: str) -> QMimeData:
    data = QMimeData()
    data.setData(STUKKEN, "\n".join(ids).encode())
    return data


def _op(lijst: StukkenLijst, data: QMimeData, id_: str) -> Plaatsing | None:
    return lijst.model.plaatsing(data, -1, lijst.model.index_van(id_).siblingAtColumn(0))


def test_papers_stand_under_their_items_with_label_pages_and_stand(lijst: StukkenLijst) -> None:
    model = lijst.model
    assert [model.index(rij, StukkenModel.TITEL).data() for rij in range(model.rowCount())] == list(PUNTEN)
    assert [_cel(lijst, id_, StukkenModel.LABEL) for id_ in ("nota", "plan", "kaart", "brief")] == [
        "1", "1 bijl. 1", "1 bijl. 2", "2",
    ]  # fmt: skip
    assert [_cel(lijst, id_, StukkenModel.STAND) for id_ in ("nota", "plan", "kaart", "raming", "brief")] == [
        "formulier", "aanwezig", "ontbreekt", "los bestand", "besloten · aanwezig",
    ]  # fmt: skip
    assert (_cel(lijst, "plan", StukkenModel.PAGINAS), _cel(lijst, "plan", StukkenModel.VERSIES)) == ("4", "3")
    assert _cel(lijst, "kaart", StukkenModel.PAGINAS) == ""


def test_what_will_happen_to_a_file_without_pages_is_said(lijst: StukkenLijst) -> None:
    uitleg = lijst.model.index_van("raming").siblingAtColumn(StukkenModel.STAND).data(Qt.ItemDataRole.ToolTipRole)
    assert "gaat als los bestand mee" in uitleg
    assert "omgezet uit Brief.docx" in lijst.model.regel_van("brief").uitleg


def test_a_row_is_read_aloud_as_a_whole(lijst: StukkenLijst) -> None:
    gelezen = lijst.model.index_van("plan").siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert gelezen == "1 bijl. 1, Plan, bijlage, Blz. 4, aanwezig, Versies 3"


def test_work_on_a_paper_is_said_on_its_row(lijst: StukkenLijst) -> None:
    lijst.model.toon_bezig("raming", "wordt omgezet")
    assert _cel(lijst, "raming", StukkenModel.STAND) == "wordt omgezet"
    lijst.model.toon_bezig("raming", "")
    assert _cel(lijst, "raming", StukkenModel.STAND) == Stand.LOS


@pytest.mark.parametrize(
    ("op", "namen", "gevolg"),
    [
        ("plan", ("Plan v2.pdf",), ("plan", "", "Vervangt 1 bijl. 1")),
        ("kaart", ("Kaart.pdf",), ("kaart", "", "Vult 1 bijl. 2")),
        ("nota", ("Nota.docx",), ("nota", "", "Vervangt 1")),
        ("nota", ("Foto.pdf",), ("", "nota", "Voegt toe als bijlage bij 1")),
        ("nota", ("A.docx", "B.docx"), ("", "nota", "Voegt 2 bestanden toe als bijlage bij 1")),
        ("plan", ("A.pdf", "B.pdf"), ("", "nota", "Voegt 2 bestanden toe bij 1 bijl. 1")),
        ("twee", ("A.pdf",), ("", "", "Voegt toe bij punt 2")),
    ],
)  # fmt: skip
def test_letting_go_on_a_row_replaces_or_adds_and_says_so(
    lijst: StukkenLijst, op: str, namen: tuple[str, ...], gevolg: tuple[str, str, str]
) -> None:
    plek = _op(lijst, _bestanden(*namen), op)
    assert plek is not None
    assert (plek.vervangt, plek.hoort_bij, plek.uitleg) == gevolg


def test_letting_go_between_two_rows_adds_there(lijst: StukkenLijst) -> None:
    nota = lijst.model.index_van("nota").siblingAtColumn(0)
    plek = lijst.model.plaatsing(_bestanden("A.pdf"), 1, nota)
    assert plek == Plaatsing(punt_id="een", hoort_bij="nota", voor="kaart", uitleg="Voegt toe vóór 1 bijl. 2")
    einde = lijst.model.plaatsing(_bestanden("A.pdf"), 3, nota)
    assert einde == Plaatsing(punt_id="een", hoort_bij="nota", uitleg="Voegt toe als bijlage bij 1")
    boven = lijst.model.plaatsing(_bestanden("A.pdf"), 0, lijst.model.index_van("twee").siblingAtColumn(0))
    assert boven == Plaatsing(punt_id="twee", voor="brief", uitleg="Voegt toe vóór 2")
    assert lijst.model.plaatsing(_bestanden("A.pdf"), 1, _NIETS) is None


def test_papers_are_dragged_between_items_and_under_papers(lijst: StukkenLijst) -> None:
    assert _op(lijst, _stukken("plan", "kaart"), "drie") == Plaatsing(
        punt_id="drie", uitleg="Verplaatst 2 stukken bij punt 3"
    )
    assert _op(lijst, _stukken("plan"), "brief") == Plaatsing(
        punt_id="twee", hoort_bij="brief", uitleg="Verplaatst als bijlage bij 2"
    )
    assert _op(lijst, _stukken("raming"), "plan") == Plaatsing(
        punt_id="een", hoort_bij="nota", voor="plan", uitleg="Verplaatst vóór 1 bijl. 1"
    )
    assert _op(lijst, _stukken("plan"), "plan") is None


def test_what_is_dragged_names_a_nota_once_with_its_bijlagen(lijst: StukkenLijst) -> None:
    data = lijst.model.mimeData([lijst.model.index_van(id_) for id_ in ("plan", "nota", "brief")])
    assert bytes(data.data(STUKKEN).data()).decode().split("\n") == ["nota", "brief"]


def test_a_real_drop_on_a_row_asks_nothing_and_tells_once(lijst: StukkenLijst) -> None:
    oor = Oor(lijst.bestanden_gekregen)
    vlak = lijst.boom.viewport()
    midden = lijst.boom.visualRect(lijst.model.index_van("plan")).center()
    data = _bestanden("Plan v2.pdf")
    knop, geen = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(vlak, QDragEnterEvent(midden, Qt.DropAction.CopyAction, data, knop, geen))
    QApplication.sendEvent(vlak, QDragMoveEvent(midden, Qt.DropAction.CopyAction, data, knop, geen))
    assert lijst.boom.uitleg == "Vervangt 1 bijl. 1"
    QApplication.sendEvent(vlak, QDropEvent(midden.toPointF(), Qt.DropAction.CopyAction, data, knop, geen))
    assert [(paden, plek.vervangt) for paden, plek in oor.gehoord] == [([Path("/stick/Plan v2.pdf")], "plan")]
    assert lijst.boom.uitleg == ""


def test_files_are_pasted_where_the_keyboard_is(lijst: StukkenLijst) -> None:
    oor = Oor(lijst.bestanden_gekregen)
    QGuiApplication.clipboard().setMimeData(_bestanden("A.pdf", "B.pdf"))
    for id_ in ("drie", "nota", "plan"):
        lijst.kies([id_])
        QTest.keyClick(lijst.boom, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    plekken = [(plek.punt_id, plek.hoort_bij, plek.voor) for _, plek in oor.gehoord]
    assert plekken == [("drie", "", ""), ("een", "nota", ""), ("een", "nota", "kaart")]


def test_a_picture_on_the_clipboard_becomes_a_file(lijst: StukkenLijst) -> None:
    oor = Oor(lijst.bestanden_gekregen)
    beeld = QImage(8, 8, QImage.Format.Format_RGB32)
    beeld.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(beeld)
    lijst.plak()
    ((paden, _),) = oor.gehoord
    assert paden[0].read_bytes().startswith(b"\x89PNG")


def test_the_user_chooses_files_to_add_and_one_to_replace(lijst: StukkenLijst) -> None:
    oor = Oor(lijst.bestanden_gekregen)
    lijst.kies(["kaart"])
    lijst.voeg_toe()
    lijst.vervang()
    (paden, plek), (nieuw, op) = oor.gehoord
    assert (len(paden), plek.voor) == (2, "raming")
    assert (nieuw, op.vervangt) == ([Path("Nieuw.pdf")], "kaart")


def test_a_file_on_the_clipboard_takes_the_place_of_the_chosen_paper(lijst: StukkenLijst) -> None:
    oor = Oor(lijst.bestanden_gekregen)
    QGuiApplication.clipboard().setMimeData(_bestanden("Nieuw.pdf", "Nog een.pdf"))
    lijst.kies(["kaart"])
    lijst.plak_vervangt()
    ((paden, plek),) = oor.gehoord
    assert [pad.name for pad in paden] == ["Nieuw.pdf"]
    assert plek.vervangt == "kaart"


@pytest.mark.parametrize(
    ("gekozen", "stap", "voor"),
    [
        (["kaart"], "omhoog", "plan"),
        (["kaart"], "omlaag", ""),
        (["plan", "kaart"], "omlaag", ""),
        (["kaart", "raming"], "omhoog", "plan"),
        (["plan"], "omhoog", None),
        (["raming"], "omlaag", None),
    ],
)
def test_chosen_papers_go_up_and_down_together(
    lijst: StukkenLijst, gekozen: list[str], stap: str, voor: str | None
) -> None:
    oor = Oor(lijst.verplaatst)
    lijst.kies(gekozen)
    getattr(lijst, stap)()
    assert [(ids, plek.voor) for ids, plek in oor.gehoord] == ([] if voor is None else [(gekozen, voor)])


def test_a_title_is_typed_in_its_row(
    qtbot: QtBot, lijst: StukkenLijst, type_text: Callable[[QWidget, str], None]
) -> None:
    oor = Oor(lijst.hernoemd)
    lijst.kies(["plan"])
    lijst.hernoem()
    veld = lijst.boom.findChild(QLineEdit)
    assert veld is not None
    veld.clear()
    type_text(veld, "Cliëntenplan")
    QTest.keyClick(veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: oor.gehoord == [("plan", "Cliëntenplan")])


def test_enter_opens_a_paper_and_no_item(lijst: StukkenLijst) -> None:
    oor = Oor(lijst.geopend)
    for id_ in ("twee", "brief"):
        lijst.kies([id_])
        QTest.keyClick(lijst.boom, Qt.Key.Key_Return)
    assert oor.gehoord == [("brief",)]


def test_the_menu_holds_everything_and_shows_what_is_on(lijst: StukkenLijst) -> None:
    lijst.kies(["raming"])
    menu = lijst.menu()
    teksten = [actie.text().split("\t")[0].replace("&", "") for actie in menu.actions() if actie.text()]
    assert teksten == [
        "Bestand toevoegen…", "Plakken", "Openen", "Titel wijzigen", "Vervangen…", "Vervangen door het klembord",
            "Versies…", "Tabellen met bedragen…", "Weglakken…", "Toegankelijkheid…", "Omzetten naar pdf",
        "Soort", "Besloten", "Afdrukken", "In de lijst van de nota", "Omhoog", "Omlaag", "Naar de prullenbak",
        "Prullenbak…",
    ]  # fmt: skip
    acties = dict(zip(teksten, [actie for actie in menu.actions() if actie.text()], strict=True))
    assert [acties[naam].isChecked() for naam in ("Besloten", "Afdrukken")] == [False, True]
    oor, weg = Oor(lijst.afdrukken_gekozen), Oor(lijst.verwijderd)
    acties["Afdrukken"].trigger()
    acties["Naar de prullenbak"].trigger()
    assert oor.gehoord == [(["raming"], False)]
    assert weg.gehoord == [(["raming"],)]
    menu.deleteLater()


def test_a_paper_that_is_besloten_through_its_item_cannot_be_opened_by_itself(
    qtbot: QtBot, lijst: StukkenLijst, tmp_path: Path
) -> None:
    dicht = een_opname(
        agendapunten=[een_agendapunt(id="een", besloten=True)],
        stukken=[een_stuk(id="brief", agendapunt_id="een", soort=Soort.BRIEF)],
    )
    ander = StukkenLijst(lambda _: stukregels(dicht, {}, "een"), lambda _: tmp_path)
    qtbot.addWidget(ander)
    ander.toon_punt("een")
    ander.kies(["brief"])
    menu = ander.menu()
    (actie,) = [actie for actie in menu.actions() if actie.text().startswith("Besloten")]
    assert (actie.text(), actie.isEnabled()) == ("Besloten door het punt of de nota", False)
    menu.deleteLater()


def test_an_item_without_papers_says_what_to_do_and_takes_drops_and_pastes(lijst: StukkenLijst) -> None:
    oor = Oor(lijst.bestanden_gekregen)
    lijst.toon_punt("drie")
    lijst.setFocus()
    leeg = QApplication.focusWidget()
    assert leeg is not None
    assert leeg.accessibleName() == "Nog geen stukken"
    assert LEEG in [label.text() for label in leeg.findChildren(QLabel)]
    data, knop, geen = _bestanden("A.pdf"), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(leeg, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, knop, geen))
    QApplication.sendEvent(leeg, QDropEvent(QPoint(5, 5).toPointF(), Qt.DropAction.CopyAction, data, knop, geen))
    QGuiApplication.clipboard().setMimeData(_bestanden("B.pdf"))
    QTest.keyClick(leeg, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [plek.punt_id for _, plek in oor.gehoord] == ["drie", "drie"]


def test_what_was_chosen_stays_chosen_when_the_list_is_shown_anew(lijst: StukkenLijst) -> None:
    lijst.kies(["plan", "brief"])
    lijst.reload()
    assert lijst.gekozen_ids() == ["plan", "brief"]
    lijst.toon_punt("een")
    assert lijst.gekozen_ids() == ["plan"]


def test_the_outcome_of_a_drop_names_every_file_the_gravest_first(lijst: StukkenLijst) -> None:
    regels = [Uitkomstregel(Toon.BLAUW, "was er al"), Uitkomstregel(Toon.ROOD, "niet toegevoegd")]
    lijst.uitkomst.toon("1 stuk toegevoegd; 1 bestand niet.", regels)
    assert lijst.uitkomst.teksten == ["niet toegevoegd", "was er al"]
    QTest.keyClick(lijst.uitkomst, Qt.Key.Key_Escape)
    assert lijst.uitkomst.teksten == []


def test_an_outcome_that_waits_is_opened_by_a_key_and_closed_for_good(lijst: StukkenLijst) -> None:
    lijst.uitkomst.toon("2 stukken zijn toegevoegd.", [Uitkomstregel(Toon.ROOD, "niet toegevoegd")], dicht=True)
    assert lijst.uitkomst.kop == ""
    assert lijst.uitkomst.open()
    assert lijst.uitkomst.kop == "2 stukken zijn toegevoegd."
    lijst.uitkomst.sluit()
    assert not lijst.uitkomst.open()


def test_a_run_tells_its_steps_and_can_be_stopped(lijst: StukkenLijst) -> None:
    taak = lijst.start_taak("Bestanden lezen")
    oor = Oor(taak.gestopt)
    taak.toon_stap("Plan.docx omzetten naar pdf", 1, 3)
    assert taak.tekst == "2 van 3: Plan.docx omzetten naar pdf"
    taak.gestopt.emit()
    assert oor.gehoord == [()]


@pytest.mark.parametrize("procent", [100, 200, 300])
def test_it_fits_a_small_screen_with_large_letters(
    lijst: StukkenLijst, qapp: QApplication, request: pytest.FixtureRequest, procent: int
) -> None:
    request.addfinalizer(lambda: kies_schaal(qapp, 100))
    kies_schaal(qapp, procent)
    kies_thema(qapp, Thema.LICHT)  # the letters of a style sheet follow when it is given anew
    lijst.uitkomst.toon("Kijk dit even na.", [Uitkomstregel(Toon.ORANJE, "Een lange zin over een bestand. " * 6)])
    lijst.start_taak("Bestanden lezen")
    assert lijst.minimumSizeHint().width() <= 640
    assert lijst.minimumSizeHint().height() <= 360
    lijst.resize(640, 384)
    QApplication.sendPostedEvents()
    assert lijst.boom.isColumnHidden(StukkenModel.SOORT) is (procent > 100)
    assert not lijst.boom.isColumnHidden(StukkenModel.STAND)


def test_everything_that_takes_the_keyboard_has_a_name(lijst: StukkenLijst) -> None:
    lijst.uitkomst.toon("Kijk dit even na.", [Uitkomstregel(Toon.ORANJE, "Een zin.")])
    lijst.start_taak("Bestanden lezen")
    naamloos = [
        type(kind).__name__
        for kind in lijst.findChildren(QWidget)
        if kind.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not kind.accessibleName()
        and not getattr(kind, "text", lambda: "")()
        and not kind.objectName().startswith("qt_")
    ]
    assert naamloos == []


def test_on_the_narrowest_screen_a_sign_tells_how_it_is_and_the_title_has_the_room(lijst: StukkenLijst) -> None:
    lijst.resize(lijst.fontMetrics().averageCharWidth() * 30, 300)
    index = lijst.model.index_van("kaart").siblingAtColumn(StukkenModel.STAND)
    assert index.data() == ""
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert index.data(Qt.ItemDataRole.ToolTipRole)
    kop = lijst.boom.header()
    assert kop.sectionSize(StukkenModel.TITEL) > kop.sectionSize(StukkenModel.STAND) * 2
    lijst.resize(900, 300)
    assert index.data()
