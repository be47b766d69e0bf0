"""How a share is said, on every page and in every file alike."""


def share(part: int, base: int) -> str:
    """Return a part of a base as a whole percentage, halves rounded up.

    What is there is never said to be nothing, nor what is missing to be all: *under 1%*, *over
    99%*. Empty where there is no base.
    """
    if base <= 0:
        return ""
    percent = (200 * part + base) // (2 * base)
    if percent == 0 and part > 0:
        return "under 1%"
    return "over 99%" if percent == 100 and part < base else f"{percent}%"  # noqa: PLR2004
