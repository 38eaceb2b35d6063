"""The address at which a site stands is one that a link can begin with."""

import pytest

from tk_desktop.extranet.webadres import GeenWebadres, webadres


def test_a_path_with_spaces_and_accents_is_written_as_a_link_has_it() -> None:
    assert webadres(" https://regio.example:8080/a b/é%20/ ") == "https://regio.example:8080/a%20b/%C3%A9%20/"
    assert webadres("http://regio.example") == "http://regio.example"
    assert webadres("  ") == ""


@pytest.mark.parametrize(
    "adres",
    [
        "regio.example",
        "ftp://regio.example",
        "https://",
        "https://re gio/",
        "https://a/?b=c",
        "http://a:x/",
        "http://[",
    ],
)
def test_what_leads_to_no_site_is_refused(adres: str) -> None:
    with pytest.raises(GeenWebadres):
        webadres(adres)
