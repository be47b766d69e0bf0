"""A log that a forum kept in a spreadsheet: one row for each thing that a family said."""
