"""Rich text as the house layout prints it: typing, pasting, tables, spelling."""
