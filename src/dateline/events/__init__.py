"""Dating, entities and happenings."""
