"""Who works on this computer, as the system knows it."""

import getpass


def account() -> str:
    """Return the name of the account, for a log; empty on a system that knows no names."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
