"""The papers of core tasks that the window makes; loaded when the first is asked, for it asks for large libraries."""

from tk_desktop.export.scenariorekenblad import write_kerntaken

__all__ = ["write_kerntaken"]
