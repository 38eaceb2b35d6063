"""What everybody, the officials or the members can find on a site: a folder of pages, papers and open data (L1, L2)."""
