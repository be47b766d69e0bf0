"""Files in: readers that turn a file into plain values, and know no database."""
