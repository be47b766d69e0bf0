"""Surveys: what was asked and answered, and bringing an export in."""
