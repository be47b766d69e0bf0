"""A form's design in a table (XLSForm): questions without anybody's answers; it is refused."""

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.formats import SAFE
from pcf_desktop.importers.tools.tool import TableHead

_KEYS = (
    frozenset({"type", "name"}),
    frozenset({"list_name", "name"}),
    frozenset({"list name", "name"}),
)
_FIRST = 6


def is_design(head: TableHead) -> bool:
    """Return whether a table lists questions or their options, as XLSForm has it."""
    titles = [title.lower() for title in head.title(0)]
    labelled = any(title == "label" or title.startswith("label:") for title in titles)
    return labelled and any(keys <= set(titles[:_FIRST]) for keys in _KEYS)


class OnlyDesign(UserError):
    """Says that a file is a form's design, and where its answers are."""

    def __init__(self) -> None:
        super().__init__(
            "This is a form\u2019s design: it holds the questions and nobody\u2019s answers.",
            SAFE,
            "In KoboToolbox choose Data, Downloads; in ODK choose Submissions, Download.",
        )
