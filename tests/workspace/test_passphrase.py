"""Long enough is strong enough, and the same letters are the same passphrase."""

from contextlib import suppress

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
        ("Tr0ub4", "short"),
        ("one two three"[:11], "short"),
        ("swan lamp", "short"),
        ("            ", "short"),
        ("aaaaaaaaaaaaaaaaaa", "repeats"),
        ("no no no no no no", "repeats"),
        ("letmeinletmein", "repeats"),
        ("passw0rd Passw0rd", "repeats"),
        ("iloveyou iloveyou", "repeats"),
        ("1 2 3 4", "short"),
        ("a b c d", "order"),
        ("abcdefghijklm", "order"),
        ("123456789012", "order"),
        ("12 34 56 78 90 12", "order"),
        ("Password 1234", "first"),
        ("qwerty123456!", "first"),
        ("qwer tyui opas dfgh", "first"),
        ("Manchester United", "first"),
        ("parent carer forum", "first"),
        ("Ofsted forum 2026", "date"),
        ("11 11 2011 11", "date"),
        ("четыре", "short"),
        ("ж" * 13, "repeats"),
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
        ("it\u2019s Sam\u02bcs hat", "it's Sam's hat"),
    ],
)
def test_what_looks_the_same_is_the_same(one: str, two: str) -> None:
    assert passphrase.normal(one) == passphrase.normal(two)


@given(st.text())
def test_the_normal_form_is_final(words: str) -> None:
    once = passphrase.normal(words)
    assert passphrase.normal(once.decode()) == once


@given(st.text(max_size=200))
def test_any_text_at_all_is_judged(words: str) -> None:
    with suppress(WeakPassphrase):
        passphrase.require_strong(words)
