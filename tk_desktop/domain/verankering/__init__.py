"""Where the words of one version of a paper stand in the next: notes placed, pages and text compared (F11, F21, E9)."""
