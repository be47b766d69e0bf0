"""What can be done: functions on a session. They never commit."""
