"""The address at which a site stands on the web: every feed and sitemap begins with it."""

from urllib.parse import quote, urlsplit, urlunsplit

from tk_desktop.base.errors import TkError


class GeenWebadres(TkError):
    """What was given as the address of a site is none: a feed with it leads nowhere."""

    code = "TK-E59"
    melding = "‘{adres}’ is geen adres van een site."
    veilig = "Er is niets geschreven."
    advies = "Neem het adres over zoals het in de browser staat, bijvoorbeeld https://www.regio.nl/stukken."


def webadres(tekst: str) -> str:
    """Return the address as it stands in a link, its path included; empty when there is none. Raises ``GeenWebadres``.

    Nothing comes behind the path: a file of the site does.
    """
    kaal = tekst.strip()
    if not kaal:
        return ""
    try:
        delen = urlsplit(kaal)
        delen.port  # noqa: B018 - raises for one that is no number
    except ValueError as fout:
        raise GeenWebadres(adres=kaal) from fout
    vreemd = any(teken.isspace() or teken in '<>"\\@' for teken in delen.netloc)
    if delen.scheme not in ("http", "https") or not delen.hostname or vreemd or delen.query or delen.fragment:
        raise GeenWebadres(adres=kaal)
    return urlunsplit((delen.scheme, delen.netloc, quote(delen.path, safe="/%~!$&'()*+,;=:@"), "", ""))
