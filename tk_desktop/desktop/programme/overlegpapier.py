"""The papers of the planning that the window makes; loaded when the first is asked, for it asks for large libraries."""

from tk_desktop.export.overlegics import write_planning

__all__ = ["write_planning"]
