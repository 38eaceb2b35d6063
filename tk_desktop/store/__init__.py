"""The werkmap: tables in, domain objects out."""
