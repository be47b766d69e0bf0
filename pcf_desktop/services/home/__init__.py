"""What is done and what is left before the meeting."""
