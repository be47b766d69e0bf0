"""What inspectors and the forum hold to be priorities, and what families say of each."""
