"""Letters are folded as people type them; every other text is left as it is."""

# ruff: noqa: RUF001 - letters that look alike are what this is about

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.workspace.search_letters import indexed, plain


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "Lódz"),
        ("Œuvre, ǿre, Þór", "oeuvre, ore, thór"),
        ("Straße STRAẞE", "Strasse STRAssE"),
        ("The ﬁrst ofﬁcer was ﬂustered", "The first officer was flustered"),
        ("Ｆｕｌｌ １２", "Full 12"),
        ("ışık İstanbul", "isik Istanbul"),
        ("Елена ждёт, йод", "Елена ждет, иод"),
        ("Θέλουμε", "Θελουμε"),
        ("أَحْمَد", "احمد"),
        ("שָׁלוֹם", "שלום"),
        ("cafe\u0301 Łe\u0323\u0301", "cafe Le"),
        ("\u09dc", "\u09a1\u09bc"),
    ],
)
def test_a_letter_is_folded_as_it_is_typed(text: str, folded: str) -> None:
    assert plain(text).lower() == folded.lower()
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("text", ["", "plain", "“It’s” £5 – café …", "👍 Siân", "a\x00b"])
def test_what_the_index_can_fold_by_itself_is_left_to_it(text: str) -> None:
    assert plain(text) is text
    assert indexed(text) is None


def test_a_script_without_spaces_is_cut_into_its_letters() -> None:
    assert plain("等评估EHCP了").split() == ["等", "评", "估", "EHCP", "了"]


def test_what_is_unseen_in_a_word_gives_one_word_and_two() -> None:
    assert (indexed("hyp\xadhen Zero\u200bwidth") or "").split() == [
        *("hyphen", "Zerowidth", "\ue000"),
        *("hyp", "hen", "Zero", "width"),
    ]


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = plain(text)
    assert plain(once).split() == once.split()
