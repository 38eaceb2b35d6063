"""Whatever people do on their laptops, and however it is told: in the end all agree and no word is lost."""

from tests.verhaal import Verhaal, vertel


def test_all_agree_and_no_word_is_lost_whatever_happens() -> None:
    vertel(Verhaal, 12)
