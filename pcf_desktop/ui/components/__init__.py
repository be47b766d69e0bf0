"""The parts every screen is made of, each drawn once."""
