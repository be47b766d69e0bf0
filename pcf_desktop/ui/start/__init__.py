"""Start: make, unlock or try a forum."""
