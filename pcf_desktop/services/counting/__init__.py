"""What every subject counts with: voices, consent, stances, small numbers, words."""
