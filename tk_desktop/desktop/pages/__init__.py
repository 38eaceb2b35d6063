"""The page view: pages of a PDF drawn, chosen, searched and exposed."""
