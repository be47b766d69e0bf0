"""The columns say what there is, and in one mark how far it is."""

from pcf_desktop.records import When
from pcf_desktop.services.feedback.feedback import Line
from pcf_desktop.services.feedback.links import LinkView
from pcf_desktop.ui.feedback.list_columns import columns

LINK = LinkView(1, 7, 3, "Transport", "worse", None)


def texts(line: Line) -> list[str]:
    return [column.text(line) for column in columns()]


def line(*links: LinkView, survey: str | None = None, is_sorted: bool = False) -> Line:
    said = When("early May")
    return Line(7, "words", said, "Email", None, survey, None, None, is_sorted, links)


def test_what_waits_is_told_from_what_was_looked_at() -> None:
    assert texts(line()) == ["early May", "words", "Email", "To sort"]
    assert texts(line(is_sorted=True))[-1] == "Not linked"
    assert texts(line(LINK))[-1] == "1 linked"


def test_a_survey_says_more_than_its_channel() -> None:
    assert texts(line(survey="Autumn survey"))[2] == "Autumn survey"
