"""The words that are marked in the reading pane, as they stand in what was said."""

import re

from PySide6.QtWidgets import QTextEdit


def passage(pane: QTextEdit, words: str) -> str | None:
    """Return the marked passage exactly as it stands in the words, None when none is marked.

    The pane shows line breaks in its own way, so that only the letters are compared.
    """
    marked = re.split(r"\s+", pane.textCursor().selectedText().strip())
    found = re.search(r"\s+".join(map(re.escape, marked)), words) if marked != [""] else None
    return found.group() if found is not None else None
