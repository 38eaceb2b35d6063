"""The meeting workspace: agenda, papers, checklist, remarks, script of the chair."""
