"""Made-up forums, to try the program with."""
