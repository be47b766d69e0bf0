"""Published statistics of the Department for Education, in their long shape."""
