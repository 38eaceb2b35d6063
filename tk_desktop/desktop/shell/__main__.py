"""Starting the window as ``python -m tk_desktop.desktop.shell``, or the process in which it reads files of others.

The frozen program has no Python beside it: it starts itself to read (``base.leesproces``).
"""

import sys

from tk_desktop.base.leesproces import LEESPROCES

if __name__ == "__main__":
    if sys.argv[1:] == [LEESPROCES]:
        from tk_desktop.base.leeskind import serve

        serve()
    else:
        from tk_desktop.desktop.shell.start import main

        sys.exit(main())
