"""Dates as plans and families write them: a day, a month, a quarter, a term, or *ongoing*."""
