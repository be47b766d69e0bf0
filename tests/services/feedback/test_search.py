"""Plain words search and nothing else does: no sign, no operator, no NUL is ever an error."""

# ruff: noqa: RUF001 - letters that look alike are what this is about

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import search, search_marks
from pcf_desktop.workspace import Session, Workspace

TEXTS = {
    1: "The taxi was late again, and it's always late",
    2: "AND OR NOT are words too; near the school",
    3: "We learn c++ at college",
    4: "Café and 20 % of the plan_final [draft]",
    5: "Speech and language therapy stopped",
    6: "language, then speech",
}

AWKWARD = {
    '"': None,
    "": None,
    " ": None,
    "\x00": None,
    "(": None,
    "*": None,
    "%": None,
    "AND": [5, 4, 2, 1],
    "OR": [2],
    "NOT": [2],
    "NEAR(": [2],
    "-late": [1],
    "^late": [1],
    "it's": [1],
    "c++": [3],
    "words:taxi": [],
    "{words}: taxi": [],
    "taxi AND": [1],
    '"taxi': [1],
    'late"': [1],
    "taxi)": [1],
    "(taxi OR bus)": [],
    "plan_final": [4],
    "taxi\x00late": [1],
    "20 %": [4],
    "\\taxi'; DROP TABLE feedback; --": [],
    "café": [4],
    "cafe\u0301": [4],
    "CAFE": [4],
    "taxi \udcff": [1],
    '"taxi \udcff was"': [1],
    "“speech and language”": [5],
}
"""What is typed, and the texts it finds; None where there is no word to look for."""


@pytest.fixture
def kept(workspace: Workspace) -> Workspace:
    """A forum with the texts above."""
    with workspace.change("Log") as session:
        session.add_all(Feedback(id=key, words=words) for key, words in TEXTS.items())
    return workspace


def found(workspace: Workspace, words: str) -> list[int] | None:
    with workspace.read() as session:
        return search.feedback_ids(session, words)


@pytest.mark.parametrize("typed", AWKWARD)
def test_whatever_is_typed_finds_its_words(kept: Workspace, typed: str) -> None:
    assert found(kept, typed) == AWKWARD[typed]


@given(typed=st.text(max_size=40))
@example(typed="_")
@example(typed="taxi _")
@example(typed='"_"')
@example(typed="taxi\ud800")
def test_no_text_at_all_is_an_error(kept: Workspace, typed: str) -> None:
    with kept.read() as session:
        ids = search.feedback_ids(session, typed)
        shown = search.within(session, list(TEXTS), typed)
    assert shown == list(TEXTS) if ids is None else set(shown) == set(ids)


WORDS = st.lists(
    st.text(st.characters(codec="latin-1", categories=["L", "Nd"]), min_size=1, max_size=12),
    min_size=1,
    max_size=6,
)


@given(words=WORDS, signs=st.text("'\"()*-+:^{}.,;!? \n", max_size=3))
def test_plain_words_are_found_in_any_order_among_any_signs(
    workspace: Workspace, words: Sequence[str], signs: str
) -> None:
    with workspace.change("Log") as session:
        feedback = Feedback(words=f" {signs} ".join(words))
        session.add(feedback)
        session.flush()
        key = feedback.id
        ids = search.feedback_ids(session, f"{signs} ".join(reversed(words)).replace('"', " "))
    assert ids is not None
    assert key in ids


def test_while_it_is_typed_the_last_word_may_be_unfinished(kept: Workspace) -> None:
    assert found(kept, "tax") == [1]
    assert found(kept, "ta") == [1]
    assert found(kept, "lat tax") == []
    assert found(kept, "tax ") == []
    assert found(kept, "taxi lat") == [1]


def test_words_between_quotes_stay_together(kept: Workspace) -> None:
    assert found(kept, "speech language") == [6, 5]
    assert found(kept, '"speech and language"') == [5]
    assert found(kept, '"speech language"') == []
    assert found(kept, '"and language" speech') == [5]
    assert found(kept, '"speech and lang"') == []


def test_the_latest_logged_comes_first(kept: Workspace) -> None:
    assert found(kept, "language") == [6, 5]


def hide(session: Session) -> None:
    session.get_one(Feedback, 5).binned_at = datetime.now(UTC)
    session.get_one(Feedback, 1).set_aside = True


def test_what_is_in_the_bin_or_set_aside_is_not_found(kept: Workspace) -> None:
    with kept.change("Hide") as session:
        hide(session)
    assert found(kept, "language") == [6]
    assert found(kept, "taxi") == []


def test_a_list_is_narrowed_in_its_own_order(kept: Workspace) -> None:
    with kept.read() as session:
        assert search.within(session, [5, 1, 6], "speech") == [5, 6]
        assert search.within(session, [6, 1, 5], "speech") == [6, 5]
        assert search.within(session, [6, 1, 5], "  ") == [6, 1, 5]


def test_the_terms_are_told_with_the_one_that_goes_on() -> None:
    assert search.terms('"late again" taxi wa') == [
        ("late again", False),
        ("taxi", False),
        ("wa", True),
    ]
    assert search.terms("taxi ") == [("taxi", False)]
    assert search.query("taxi wa") == '"taxi" "wa" *'
    assert search.query("…") is None


LETTERS = [
    ("Mrs Zażółć helped; Łukasz was happy", "zazolc lukasz", ["Zażółć", "Łukasz"]),
    ("Siân ran the café", "SIAN cafe", ["Siân", "café"]),
    ("Combining: cafe\u0301 Sia\u0302n", "café sian", ["cafe\u0301", "Sia\u0302n"]),
    ("Il y a 3 ans d’attente. Œuvre", "oeuvre ", ["Œuvre"]),
    ("Straße und Größe", "strasse grosse", ["Straße", "Größe"]),
    ("Strasse", "Straße", ["Strasse"]),
    ("İstanbul'dan geldik; ışık", "istanbul isik", ["İstanbul", "ışık"]),
    ("Мы ждём уже год. Елена", "ЖДЕМ", ["ждём"]),
    ("Θέλουμε βοήθεια", "βοηθεια", ["βοήθεια"]),
    ("The ﬁrst ofﬁcer was ﬂustered.", "first officer fluster", ["ﬁrst", "ofﬁcer", "ﬂustered"]),
    ("Ｆull width text", "full", ["Ｆull"]),
    ("Speech\xadtherapy with hyp\xadhen", "hyphen therapy", ["therapy", "hyp\xadhen"]),
    ("Zero\u200bwidth", "zerowidth", ["Zero\u200bwidth"]),
    ("Zero\u200bwidth", "zero width", ["Zero", "width"]),
    ("Ør\xadsted", '"orsted"', ["Ør\xadsted"]),
    ("أحمد يحتاج إلى دعم في المدرسة", "احمد الى", ["أحمد", "إلى"]),
    ("אָב", "אב", ["אָב"]),
    ("ਸਾਨੂੰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ", "ਚਾਹੀਦੀ", ["ਚਾਹੀਦੀ"]),
    ("हमें मदद चाहिए", "चाहिए", ["चाहिए"]),
    ("हमें मदद चाहिए", "चाह", ["चाहिए"]),
    ("எங்களுக்கு உதவி தேவை", "உதவி", ["உதவி"]),
    ("અમને મદદ જોઈએ છે", "જોઈએ", ["જોઈએ"]),
    ("আমাদের সাহায্য দরকার", "সাহায্য", ["সাহায্য"]),
    ("আমি পড়ি", "পড়ি", ["পড়ি"]),
    ("我儿子在等评估", "评估", ["评估"]),
    ("我的EHCP申请", "ehcp ", ["EHCP"]),
    ("我的EHCP申请", "EHCP申请", ["EHCP申请"]),
    ("息子は学校に行けない", "学校", ["学校"]),
    ("เราต้องการความช่วยเหลือ", "ช่วยเหลือ", ["ช่วยเหลือ"]),
    ("우리는 도움이 필요합니다", "도움", ["도움이"]),
]
"""What is written, what is typed, and what of it is marked."""


@pytest.mark.parametrize(("words", "typed", "marked"), LETTERS)
def test_letters_are_found_as_they_are_typed_and_marked_where_they_stand(
    workspace: Workspace, words: str, typed: str, marked: list[str]
) -> None:
    with workspace.change("Log") as session:
        session.add(Feedback(id=1, words=words))
        session.add(Feedback(id=2, words="Something else; 其他"))
    assert found(workspace, typed) == [1]
    assert [words[a:b] for a, b in search_marks.places(words, typed)] == marked


@pytest.mark.parametrize(
    ("written", "typed"), [("चाहिए", "चाह "), ("评估", "估评"), ("مدرسة", "مدر ")]
)
def test_a_part_of_a_word_is_not_the_word(workspace: Workspace, written: str, typed: str) -> None:
    with workspace.change("Log") as session:
        session.add(Feedback(id=1, words=written))
    assert found(workspace, typed) == []
