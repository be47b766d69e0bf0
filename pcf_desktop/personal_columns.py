"""What `import` does with columns that may say who somebody is: left out, named, kept if wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pcf_desktop.errors import UserError
from pcf_desktop.importers.names import normal
from pcf_desktop.importers.sheet import Sheet, SheetQuestion


def kept(sheet: Sheet, wanted: Sequence[str]) -> Sheet:
    """Return an export that keeps the columns wanted, by their heading or label.

    Raises:
        UserError: the file has no such column.
    """
    keys = set()
    for words in wanted:
        found = [each.key for each in sheet.questions if _is_called(each, words)]
        if not found:
            raise UserError(
                f"This file has no column “{words}”.",
                "Nothing was imported.",
                "Write it after --keep as `pcf-desktop survey FILE` shows it.",
            )
        keys |= set(found)
    questions = tuple(replace(each, keep=each.keep or each.key in keys) for each in sheet.questions)
    keep = {**sheet.choices.keep, **dict.fromkeys(keys, True)}
    return replace(sheet, questions=questions, choices=replace(sheet.choices, keep=keep))


def warnings(sheet: Sheet) -> Iterator[str]:
    """Give a sentence for each column that may say who somebody is: left out, or kept as said."""
    for each in sheet.questions:
        if each.personal and each.answered:
            fate = (
                "is kept, as was said"
                if each.keep
                else f'was left out; --keep "{each.label}" keeps it'
            )
            yield f"“{each.label}” may say who somebody is and {fate}."


def _is_called(question: SheetQuestion, words: str) -> bool:
    return normal(words) in {normal(question.label), normal(question.text)}
