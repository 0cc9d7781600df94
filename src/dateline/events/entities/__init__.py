"""Who is who: names, role nouns and pronouns joined into entities."""
