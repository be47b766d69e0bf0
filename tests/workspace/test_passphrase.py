"""Long enough is strong enough, and the same letters are the same passphrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.workspace import passphrase
from pcf_desktop.workspace.faults import WeakPassphrase


@pytest.mark.parametrize(
    "words",
    [
        "correct horse battery",
        "tea at my gran",
        "Zq7!xw-2Lp0c",
        "ŵyl yr haf hir",
        "四 つ の 言 葉 だ",
    ],
)
def test_these_are_strong_enough(words: str) -> None:
    passphrase.require_strong(words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "short"),
        ("Tr0ub4dor&3", "short"),
        ("one two three"[:11], "short"),
        ("aaaaaaaaaaaaaaaaaa", "repeats"),
        ("no no no no no no", "repeats"),
        ("            ", "short"),
        ("Password 1234", "first"),
        ("qwerty123456!", "first"),
    ],
)
def test_these_are_not(words: str, said: str) -> None:
    with pytest.raises(WeakPassphrase, match=said) as raised:
        passphrase.require_strong(words)
    assert raised.value.todo.startswith("Use four or more")
    assert words.strip() == "" or words not in str(raised.value)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("café au lait", "cafe\u0301 au lait"),
        ("\uff46\uff55\uff4c\uff4c width", "full width"),
        (" a  b ", "a b"),
        ("a\u00a0b", "a b"),
    ],
)
def test_what_looks_the_same_is_the_same(one: str, two: str) -> None:
    assert passphrase.normal(one) == passphrase.normal(two)


@given(st.text())
def test_the_normal_form_is_final(words: str) -> None:
    once = passphrase.normal(words)
    assert passphrase.normal(once.decode()) == once
