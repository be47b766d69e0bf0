"""What says nothing is told from what says little, in the languages that families write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.columns.no_comment import says_nothing

MORE = "Is there anything else you would like to tell us?"
ASKED = "Has the school listened to you?"


@pytest.mark.parametrize(
    "words",
    [
        "n/a", "N/A", "NA", "n.a.", "N / A", "Nothing", "nothing.", ".", "...", "-", "--",
        "\u2013", "?", "none", "None!", "no comment", "No Comments.", "as above", "As above",
        "see above", "Same as above", "ditto", "Not applicable", "None, thank you", "N/A - none",
        "nothing, n/a", "no, nothing", "Nothing else, thanks", "None at the moment",
        "Nothing to add", "Nil", "x", "Can\u2019t think of anything", "  \xa0 ", "/", "dim",
        "Dim byd", "Dim sylw", "Amherthnasol", "Fel uchod", "Dim byd, diolch", "brak",
        "Nie dotyczy", "n/d", "nimic", "Nu este cazul", "nada", "N\xe3o se aplica", "rien",
        "R.A.S.", "Sans objet", "keine", "k.A.", "\u043d\u0438\u0447\u0435\u0433\u043e",
        "\u041d\u0435\u043c\u0430\u0454", "yok", "\u65e0", "\u6ca1\u6709", "\u540c\u4e0a",
        "\u0644\u0627 \u064a\u0648\u062c\u062f", "\u06a9\u0686\u06be \u0646\u06c1\u06cc\u06ba",
        "\u0995\u09bf\u099b\u09c1 \u09a8\u09be", "\u0915\u0941\u091b \u0928\u0939\u0940\u0902",
        "\u0a15\u0a41\u0a1d \u0a28\u0a39\u0a40\u0a02", "waxba",
    ],
)  # fmt: skip
def test_an_answer_that_says_nothing(words: str) -> None:
    assert says_nothing(words, ASKED)


@pytest.mark.parametrize(
    "words",
    [
        "Nothing works", "No one listens", "None of the staff know him",
        "Nothing has changed since May", "As above, but the bus is late too",
        "Not applicable to autistic children, they said", "Everything", "Transport", "Good",
        "Awful!!!", "\U0001f44e", "5", "2 years", "SENCo", "Dim cymorth yn yr ysgol",
        "Brak wsparcia", "Nada funciona", "\u6ca1\u6709\u4eba\u542c", "no", "No", "Not sure",
        "Yes",
        "N/A - we were told there is no speech therapist and that nobody will come before summer",
    ],
)  # fmt: skip
def test_an_answer_that_says_something(words: str) -> None:
    assert not says_nothing(words, ASKED)


@pytest.mark.parametrize(
    "words",
    ["No", "Nope", "no thanks", "No, thank you", "Not really", "Nac oes", "Nie", "I don't know"],
)
def test_a_no_says_nothing_only_where_more_was_asked_for(words: str) -> None:
    assert says_nothing(words, MORE)
    assert says_nothing(words, "Unrhyw beth arall?")
    assert not says_nothing(words, ASKED)


@given(st.text(max_size=80))
def test_any_text_is_judged_alike_with_blanks_around_it(text: str) -> None:
    assert says_nothing(text) == says_nothing(f" {text} ") or len(text) > 58
