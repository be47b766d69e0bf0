import pytest

from pcf_desktop.importers.letters.reading import read_text

BASE = "Ofsted and the CQC inspected SEND in Derby. "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cakes are for sale.", "does not read like a text about a SEND inspection"),
        (BASE + "They found weaknesses.", "lists no priorities"),
        (BASE + "They found three areas of weakness:\n• plans\n• data", "2 could be read"),
        ("Ofsted and the CQC inspected SEND and found weaknesses.", "No local area in England"),
        (
            BASE + "Sufficient progress was made in one of the two areas of weakness:\n• plans",
            "Only areas with",
        ),
    ],
)
def test_doubt_is_said_with_what_to_do(text: str, said: str) -> None:
    assert any(said in warning for warning in read_text(text).warnings)


def test_warnings_are_short_plain_sentences() -> None:
    warnings = read_text(BASE + "They found three areas of weakness:\n• plans").warnings
    assert len(warnings) == 2
    for warning in warnings:
        assert warning.endswith(".")
        assert all(len(part.split()) <= 25 for part in warning.split(". "))


def test_one_doubt_about_a_count_is_said_once() -> None:
    said = read_text(BASE + "They found three areas of weakness:\n• plans\n• data").warnings
    assert sum("could be read" in each for each in said) == 1


def test_a_letter_that_asks_for_no_plan_is_not_sent_after() -> None:
    letter = (
        "Dear Ms Example\n\nJoint local area SEND inspection in Derby\n\nMain findings\n\n"
        "Leaders know what to do.\n\nYours sincerely\n\nHer Majesty's Inspector"
    )
    assert any("asks for no plan" in said for said in read_text(letter).warnings)


def test_an_area_on_no_list_is_named_for_checking() -> None:
    said = read_text("Ofsted and CQC revisited the area of Fellmouth to look at SEND.").warnings
    assert "Fellmouth is on no list of England's local areas. Check the name." in said
