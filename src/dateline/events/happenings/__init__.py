"""Which events are one occurrence, when that was, and what it carried out."""
