"""What the business of a federation is about: topics that an item of an agenda, and an interest declared, may touch."""

TOPICS = ("contracts and services", "premises", "workforce", "medicines", "digital", "research and training", "money")
