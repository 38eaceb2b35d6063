"""A question is kept for who asked it, once, and put again as it was."""

from pathlib import Path

import pytest

from tk_desktop.domain.zoekvraag import Zoekvraag
from tk_desktop.pack.zoeken import Keuze
from tk_desktop.pack.zoekvragen import NietsTeZoeken, choice_of, drop_zoekvraag, keep_zoekvraag
from tk_desktop.store.werkmap import Store


def test_a_question_is_kept_once_and_for_one_person(tmp_path: Path) -> None:
    keuze = Keuze(gremium="BC WK", jaar=2026, besloten=False, persoon="Roos van Dalen")
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        een = keep_zoekvraag(store, " kade* ", keuze, eigenaar="Wies")
        assert keep_zoekvraag(store, "kade*", keuze, eigenaar="Wies") == een
        keep_zoekvraag(store, "brug", Keuze(), eigenaar="Wies")
        assert [vraag.naam for vraag in store.zoekvragen.van("Wies")] == [
            "brug", "kade* (BC WK, 2026, Roos van Dalen en openbaar)",
        ]  # fmt: skip
        assert store.zoekvragen.van("Joop") == ()
        assert choice_of(een) == keuze
        drop_zoekvraag(store, een.id)
        assert [vraag.vraag for vraag in store.zoekvragen.van("Wies")] == ["brug"]


def test_a_question_without_words_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store, pytest.raises(NietsTeZoeken):
        keep_zoekvraag(store, "  ", Keuze(), eigenaar="Wies")
    with pytest.raises(ValueError, match="woorden"):
        Zoekvraag(id="z", eigenaar="Wies", vraag="kade", zicht="half")
