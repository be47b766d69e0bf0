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
    for warning in read_text(BASE + "They found three areas of weakness:\n• plans").warnings:
        assert warning.endswith(".")
        assert all(len(part.split()) <= 25 for part in warning.split(". "))
