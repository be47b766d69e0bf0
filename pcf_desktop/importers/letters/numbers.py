"""Small numbers as letters write them, in words and in digits."""

WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
}
NUMBER = (
    rf"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))}|\d{{1,2}})(?!\d)"
    r"(?:\s+\(\d{1,2}\))?"
)
"""A pattern for such a number; match without regard to case."""


def number(words: str) -> int:
    """Return what *six*, *Six*, *6* or *six (6)* means; raises `KeyError` for other words."""
    cleaned = words.split(maxsplit=1)[0].casefold()
    return int(cleaned) if cleaned.isdigit() else WORDS[cleaned]
