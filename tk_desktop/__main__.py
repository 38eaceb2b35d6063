"""Starting the program as ``python -m tk_desktop``."""

from tk_desktop.cli import main

if __name__ == "__main__":
    main()
