"""What surveys asked and what was answered: brought in, listed, counted, taken back."""
