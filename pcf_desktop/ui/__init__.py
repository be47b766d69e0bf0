"""What is seen. The only floor that knows Qt."""
