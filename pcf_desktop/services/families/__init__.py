"""Who spoke: families by their reference code, and their children."""
