"""What a screen reader gets of the window: its tree over AT-SPI, read by another program (SCREENS T1, layer 3).

Runs inside ``dbus-run-session`` on the Python of the system, for its D-Bus library.
It prints one line of JSON for each thing in the tree: how deep it stands, its role, its name, whether it takes the
keyboard, and of a document its words. With ``--tekst`` before the command it waits until a document has words.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import dbus  # type: ignore[import-not-found]  # of the system: see above

BUS = "org.a11y.Bus"
TOEGANG = "org.a11y.atspi.Accessible"
TEKST = "org.a11y.atspi.Text"
WORTEL = "/org/a11y/atspi/accessible/root"
EIGENSCHAPPEN = "org.freedesktop.DBus.Properties"
FOCUSABLE, SHOWING = 11, 25
"""Numbers of states in AT-SPI."""
DIEPST = 40
VOL = 300
"""Things in the tree from which the werkmap is open, and not the frame alone."""
GEDULD = 30.0


def main(opdracht: list[str]) -> int:
    """Start the window, wait until it is in the tree, print the tree and end the window."""
    met_tekst = opdracht[0] == "--tekst"
    opdracht = opdracht[met_tekst:]
    sessie = dbus.SessionBus()
    adres = sessie.get_object(BUS, "/org/a11y/bus").GetAddress(dbus_interface=BUS)
    sessie.get_object(BUS, "/org/a11y/bus").Set(
        "org.a11y.Status", "IsEnabled", dbus.Boolean(True), dbus_interface=EIGENSCHAPPEN
    )
    bus = dbus.bus.BusConnection(adres)
    venster = subprocess.Popen(opdracht, env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    try:
        einde = time.monotonic() + GEDULD
        while time.monotonic() < einde:
            time.sleep(0.5)
            regels = _alles(bus)
            if len(regels) > VOL and (not met_tekst or any(regel["tekst"] for regel in regels)):
                break
        for regel in regels:
            sys.stdout.write(json.dumps(regel) + "\n")
    finally:
        venster.terminate()
        venster.wait()
    return 0


def _alles(bus: Any) -> list[dict[str, object]]:
    """Return the whole tree; nothing when it changed while it was read."""
    try:
        return [
            regel
            for naam, plek in _kinderen(bus, "org.a11y.atspi.Registry", WORTEL)
            for regel in _boom(bus, naam, plek, 0)
        ]
    except dbus.DBusException:
        return []


def _kinderen(bus: Any, naam: str, plek: str) -> list[tuple[str, str]]:
    ding = bus.get_object(naam, plek, introspect=False)
    return [(str(van), str(waar)) for van, waar in ding.GetChildren(dbus_interface=TOEGANG)]


def _boom(bus: Any, naam: str, plek: str, diep: int) -> Iterator[dict[str, object]]:
    ding = bus.get_object(naam, plek, introspect=False)
    laag, hoog = ding.GetState(dbus_interface=TOEGANG)
    staat = int(laag) | int(hoog) << 32
    rol = str(ding.GetRoleName(dbus_interface=TOEGANG))
    yield {
        "diep": diep,
        "rol": rol,
        "naam": str(ding.Get(TOEGANG, "Name", dbus_interface=EIGENSCHAPPEN)),
        "toetsenbord": bool(staat >> FOCUSABLE & 1),
        "zichtbaar": bool(staat >> SHOWING & 1),
        "tekst": str(ding.GetText(0, -1, dbus_interface=TEKST)) if rol.startswith("document") else "",
    }
    if diep < DIEPST:
        for van, waar in _kinderen(bus, naam, plek):
            yield from _boom(bus, van, waar, diep + 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
