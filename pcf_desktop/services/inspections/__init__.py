"""When something is due after an inspection."""
