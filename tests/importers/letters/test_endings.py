import pytest

from pcf_desktop.importers.letters.endings import ends_list, is_title


@pytest.mark.parametrize(
    "words",
    [
        *("Yours sincerely", "The inspection was led by one of", "During the inspection week"),
        *("“We welcome this", "Cllr Example said", "What happens next?", "Strengths", "cc: DfE"),
        *("Ed Potter, cabinet member, said:", "Local area partnership details"),
    ],
)
def test_what_comes_after_a_list_ends_it(words: str) -> None:
    assert ends_list(words.replace("“", '"'))


@pytest.mark.parametrize("words", ["the lack of plans", "Poor plans", "Leaders should act"])
def test_an_item_ends_no_list(words: str) -> None:
    assert not ends_list(words)


def test_a_short_line_with_a_colon_is_a_title() -> None:
    assert is_title("Our response:")
    assert not is_title("the lack of plans")
