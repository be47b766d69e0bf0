"""What a tool writes where a question was not shown: no answer, and nobody in its base."""

from collections.abc import Sequence

from pcf_desktop.importers.columns.column import SurveyColumn

_LEAST = 3


def take_out(
    columns: Sequence[SurveyColumn], mark: str, beside: Sequence[SurveyColumn] = ()
) -> None:
    """Make blank what one question's columns hold where it was not shown.

    There the mark stands in all of them; in one row of a grid alone it is an answer, and so it is
    where hardly anybody has it: then a person wrote it. `beside` are its texts of *Other*, which
    hold the mark or nothing where the question was not shown.
    """
    if any(column.values.count(mark) < _LEAST for column in columns):
        return
    rows = zip(*(column.values for column in columns), strict=True)
    unseen = [all(cell == mark for cell in row) for row in rows]
    for column in (*columns, *beside):
        column.replace_all(
            lambda cells: [
                None if out and cell == mark else cell
                for out, cell in zip(unseen, cells, strict=True)
            ]
        )
