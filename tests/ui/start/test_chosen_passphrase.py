"""A passphrase is chosen once it is strong and typed the same twice."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.start.chosen_passphrase import ChosenPassphrase

STRONG = "four words of help"


@pytest.mark.parametrize(
    ("first", "again", "said", "of_again"),
    [
        (STRONG, STRONG, "", ""),
        ("", "", "Choose a passphrase.", ""),
        ("letmein", "letmein", "This passphrase is short", ""),
        (STRONG, "four words of hulp", "", "The two passphrases differ."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    qtbot: QtBot, first: str, again: str, said: str, of_again: str
) -> None:
    chosen = ChosenPassphrase("New passphrase")
    qtbot.addWidget(chosen.first)
    qtbot.addWidget(chosen.again)
    chosen.first.set_value(first)
    chosen.again.set_value(again)
    chosen.check()
    assert chosen.first.problem.startswith(said)
    assert bool(chosen.first.problem) is bool(said)
    assert chosen.again.problem.startswith(of_again)
    assert bool(chosen.again.problem) is bool(of_again)
    assert chosen.value() == first
