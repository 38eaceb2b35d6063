"""Starting the program as ``python -m tk_desktop``, or the process in which it reads files of others."""

import sys

from tk_desktop.base.leeskind import serve
from tk_desktop.base.leesproces import LEESPROCES
from tk_desktop.cli import main

if __name__ == "__main__":
    if sys.argv[1:] == [LEESPROCES]:
        serve()
    else:
        main()
