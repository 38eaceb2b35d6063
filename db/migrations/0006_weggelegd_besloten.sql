-- A paper that was put away keeps its secrecy when what made it besloten goes: it stands loose then, and stays besloten.

DROP TRIGGER agendapunt_van_verwijderd_stuk;
CREATE TRIGGER agendapunt_van_verwijderd_stuk BEFORE DELETE ON agendapunt BEGIN
    UPDATE stuk SET agendapunt_id = NULL, besloten = max(
        besloten, old.besloten, coalesce((SELECT besloten FROM agendapunt WHERE id = old.ouder_id), 0)
    ) WHERE agendapunt_id = old.id AND verwijderd IS NOT NULL;
END;

DROP TRIGGER stuk_van_verwijderd_stuk;
CREATE TRIGGER stuk_van_verwijderd_stuk BEFORE DELETE ON stuk BEGIN
    UPDATE stuk SET hoort_bij = NULL, besloten = max(besloten, old.besloten)
    WHERE hoort_bij = old.id AND verwijderd IS NOT NULL;
END;
