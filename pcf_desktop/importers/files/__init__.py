"""Files as bytes: what they are, whether they are safe to open, and the rows inside them."""
