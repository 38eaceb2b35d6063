-- Which files rows name was sought among all values of the werkmap, four times for every bundle that was made or received.
CREATE INDEX kop_bestand ON kop (bereik, waarde) WHERE veld IN ('sha256', 'pdf_sha256');
