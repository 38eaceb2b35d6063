"""The year of a gremium: meetings to come, members, calendar."""
