"""The forum itself: its name and area, its lists, its numbers, what is typed and not saved."""
