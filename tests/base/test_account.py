"""Who works here is named in a log, and a system that knows no names stops nobody."""

import getpass

import pytest

from tk_desktop.base.account import account


def test_the_account_is_named_and_where_there_is_none_nobody_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "roos")
    assert account() == "roos"
    for naam in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setattr(getpass, "getuser", _kent_niemand)
    assert account() == ""


def _kent_niemand() -> str:
    raise KeyError("uid")
