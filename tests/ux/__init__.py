"""The tasks of SCREENS T3, done as a person does them and counted; `make ux` does them in a real window."""
