"""Survey tools: what the headings of each one's export mean, one file a tool."""
