"""What leaves the house: evidence packs, what is in them, and who was given which."""
