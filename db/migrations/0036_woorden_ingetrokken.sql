-- Earlier versions of texts that were published: what went out of a text is gone from it for who read it.

DELETE FROM tekstversie WHERE bereik = 'alg' OR bereik GLOB 'bes:*';
