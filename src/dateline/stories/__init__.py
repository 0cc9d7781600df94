"""Profiles, links and grouping."""
