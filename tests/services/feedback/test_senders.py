"""Who sent a message is found before what was said, and what was said stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.services.feedback.senders import head_of, without_senders

SAID = "The bus came late: at 9:15, again."


@pytest.mark.parametrize(
    ("head", "seen"),
    [
        ("[12/03/2025, 19:02] Jane: ", "[12/03/2025, 19:02] Jane:"),
        ("[12/03/2025, 19:02:45] Jane Smith: ", "[12/03/2025, 19:02:45] Jane Smith:"),
        ("\u200e[3/12/25, 7:02:45\u202fPM] ~ Jane: ", "\u200e[3/12/25, 7:02:45 PM] ~ Jane:"),
        ("12/03/25, 19:02 - Jane: ", "12/03/25, 19:02 - Jane:"),
        ("12/03/2025, 7:02 pm - +44 7700 900123: ", "12/03/2025, 7:02 pm - +44 7700 900123:"),
        ("2025-03-12, 19:02 - Jane: ", "2025-03-12, 19:02 - Jane:"),
        ("12.03.25, 19:02 \u2013 J\u00fcrgen: ", "12.03.25, 19:02 \u2013 J\u00fcrgen:"),
        ("Jane Smith, [12 Mar 2025 at 19:02:11]:\n", "Jane Smith, [12 Mar 2025 at 19:02:11]:"),
        ("From: Jane <j@example.org>\nSubject: Bus\n\n", "From: Jane <j@example.org> Subject: Bus"),
        ("From: Jane\r\nSent: 12 March\r\nTo: Forum\r\nSubject: Bus\r\n\r\n", None),
        ("> From: Jane\n> Date: 12 March\n> To: us\n\n", None),
        ("-----Original Message-----\nFrom: Jane\nSent: Monday\n\n", None),
        ("---------- Forwarded message ---------\nFrom: Jane\nDate: Mon\n\n", None),
        ("On 12 March 2025 at 19:02, Jane Smith <j@example.org> wrote:\n\n", None),
        ("Oddi wrth: Jane\nAnfonwyd: 12 Mawrth\nPwnc: Bws\n\n", None),
        ("Von: Jane\nGesendet: Montag\nBetreff: Bus\n\n", None),
    ],
)
def test_a_head_is_found_and_can_be_taken_off(head: str, seen: str | None) -> None:
    assert without_senders(head + SAID) == SAID
    assert head_of(head + SAID)
    if seen is not None:
        assert head_of(head + SAID) == seen


def test_each_sender_of_several_messages_is_taken_off() -> None:
    pasted = (
        "[12/03/2025, 19:02] Jane: No bus\nfor a week\n[12/03/2025, 19:05] Mo: Nor here: nothing"
    )
    assert without_senders(pasted) == "No bus\nfor a week\nNor here: nothing"


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        "On 12/03/2025 at 19:02 the taxi came, and the driver said: no.",
        "12/03/2025, 19:02 - the day he was excluded",
        "From: day one nobody listened",
        "To: whom it may concern. Nobody listened",
        "At 9:15 my son said: I cannot go in",
        "My notes: the SENCo wrote to us on 3 March.",
        "[12/03/2025, 19:02] Jane: ",
        "From: Jane\nTo: us",
        "",
    ],
)
def test_a_sentence_of_ones_own_is_no_head(words: str) -> None:
    assert head_of(words) == ""
    assert without_senders(words) == words


@given(st.text("[]12/:, -\nAa", max_size=60))
def test_something_always_remains_of_any_text(text: str) -> None:
    assert without_senders(text) or not text
