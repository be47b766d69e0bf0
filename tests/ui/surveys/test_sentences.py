"""What the import says in words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pcf_desktop.importers.sheet import Answer, Choices, Kind, Rejected, SheetQuestion
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.services.surveys.surveys import BatchLine, SurveyLine
from pcf_desktop.services.surveys.taken_back import ImportGoing
from pcf_desktop.ui.surveys import sentences
from pcf_desktop.ui.surveys.export_file import open_export

NOTHING = Report(None, None, 0, 0, 0, 0, 0, 0, 0, ())


def asked(text: str, kind: Kind, *, keep: bool = True) -> SheetQuestion:
    return SheetQuestion(
        key=text, text=text, kind=kind, columns=(0,), keep=keep, personal=kind is Kind.IDENTITY
    )


def test_an_export_is_recognised_in_a_sentence() -> None:
    sheet = open_export(samples.survey_file(), Choices(), silent).sheet
    assert sentences.recognised(replace(sheet, date_order=None)).startswith(
        "This looks like an export of Microsoft Forms: 154 answers, "
    )
    assert sentences.recognised(replace(sheet, date_order="mdy")).endswith(
        "dates read as month/day."
    )


def test_what_happens_to_a_question_is_said_by_word_and_shape() -> None:
    assert sentences.fate(asked("A", Kind.TEXT)).words == "Become comments"
    assert sentences.fate(asked("A", Kind.SINGLE)).words == "Kept"
    assert sentences.fate(asked("A", Kind.SINGLE, keep=False)).words == "Left out"
    assert sentences.fate(asked("A", Kind.SYSTEM)).words == "Left out"


def test_how_many_questions_go_which_way_is_counted() -> None:
    names = [asked(name, Kind.IDENTITY, keep=False) for name in ("Email", "Name")]
    assert sentences.counted_fates([*names, asked("A", Kind.TEXT), asked("B", Kind.DATE)]) == (
        "Comments from 1 question. 1 kept as answers, 2 left out."
    )


@pytest.mark.parametrize(
    ("answer", "other", "shown"),
    [
        (None, None, ""),
        ("Yes", None, "Yes"),
        (("A", "B"), "and C", "A; B; and C"),
        (2.5, None, "2.5"),
        (3, None, "3"),
        (datetime(2021, 9, 3, 10), None, "3 September 2021"),  # noqa: DTZ001 - as a file has it
    ],
)
def test_a_cell_of_the_preview(answer: Answer, other: str | None, shown: str) -> None:
    assert sentences.cell(answer, other) == shown


def test_rows_left_out_are_put_together_by_cause() -> None:
    rejected = [Rejected(n, "Too long.") for n in range(2, 20)] + [Rejected(30, "Broken.")]
    found = sentences.causes(rejected)
    assert list(found) == ["Too long.", "Broken."]
    assert sentences.rows_named(found["Broken."]) == "Row 30 of the file."
    assert sentences.rows_named(found["Too long."]).endswith("12, 13 and 6 more of the file.")


def test_the_button_says_what_it_does() -> None:
    assert sentences.action(replace(NOTHING, imported=154)) == "Import 154 answers"
    assert sentences.action(replace(NOTHING, changed=1)) == "Bring 1 answer up to date"
    assert sentences.action(NOTHING) == "Nothing to import"


def test_mostly_changed_answers_look_like_another_year() -> None:
    assert sentences.another_wave(replace(NOTHING, changed=9, already_here=3, imported=4))
    assert not sentences.another_wave(replace(NOTHING, changed=3, already_here=9))


def test_comments_left_because_they_were_edited_are_told_where_there_are_any() -> None:
    told = {words: n for words, n, _ in sentences.counts(replace(NOTHING, edited=2))}
    assert told["Comments edited here"] == 2
    assert "Comments edited here" not in {words for words, _, _ in sentences.counts(NOTHING)}


def test_a_survey_and_its_files_in_words() -> None:
    at = datetime(2021, 9, 6, 12, tzinfo=UTC)
    line = SurveyLine(1, "A", "jotform", 2, 1, (), at, at.replace(day=8))
    assert sentences.about_survey(line, {"jotform": "Jotform"}) == (
        "Jotform, 2 answers, 1 comment, 6 September 2021 to 8 September 2021"
    )
    assert sentences.about_survey(replace(line, first=None), {}) == "2 answers, 1 comment"
    batch = BatchLine(1, "a.csv", at, 2, 1)
    assert sentences.about_batch(batch) == "Brought in 6 September 2021: 2 new, 1 changed"


def test_what_goes_is_said_before_it_goes() -> None:
    assert (
        sentences.about_going(ImportGoing(2, 1, 0, 0))
        == "2 answers and 1 comment go. You can undo it."
    )
    assert sentences.about_going(ImportGoing(2, 9, 3, 1)).startswith(
        "2 answers, 9 comments, 3 links and 1 quote go."
    )


def test_what_will_happen_and_what_has_happened_are_told_apart() -> None:
    before = replace(NOTHING, imported=2, already_here=1, changed=1, skipped=1, rejected=1)
    told = [meaning for _, _, meaning in sentences.counts(before)]
    assert [told[1], *told[3:6]] == [
        "They come in.",
        "They stay as they are.",
        "They are brought up to date.",
        "They are left out.",
    ]
    told = [meaning for _, _, meaning in sentences.counts(replace(before, batch_id=1))]
    assert [told[1], *told[3:6]] == [
        "They came in.",
        "They stayed as they were.",
        "They were brought up to date.",
        "They were left out.",
    ]


def test_families_answers_and_comments_come_first_and_what_says_nothing_is_listed() -> None:
    report = replace(NOTHING, imported=40, comments=67, no_comments={"n/a": 3, "Dim byd": 1})
    assert [(words, n) for words, n, _ in sentences.counts(report)[:4]] == [
        ("Families", 40),
        ("New answers", 40),
        ("New comments", 67),
        ("Said nothing", 4),
    ]
    assert "“n/a” and “Dim byd”" in sentences.counts(report)[3][2]
    many = replace(report, no_comments=dict.fromkeys("abcdef", 1))
    assert sentences.nothings(many) == "“a”, “b”, “c”, “d” and others"


def test_who_sent_it_is_told_by_one_example() -> None:
    one = replace(NOTHING, senders=("12/03/25, 19:02 - Jane:",))
    assert sentences.about_senders(one).startswith("1 comment begins with who sent it: “12/03/25")
    two = replace(NOTHING, senders=("[1] A:", "[2] B:"))
    assert sentences.about_senders(two).startswith("2 comments begin with who sent them, as “[1]")
