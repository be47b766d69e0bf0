"""The place of Sort: one comment after the other, and the priorities it bears on."""
