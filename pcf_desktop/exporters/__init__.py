"""Files out: a format-free document, and the formats it can take. Knows no database."""
