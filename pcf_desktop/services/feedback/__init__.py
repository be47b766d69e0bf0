"""What families said: logged, listed, searched, linked, and what may be done with it."""
