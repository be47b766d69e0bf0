"""Feedback: the form in which it is logged, and the list of all of it."""
