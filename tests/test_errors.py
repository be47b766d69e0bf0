"""What the person can mend is three sentences, of which the last two may be missing."""

import errno

from pcf_desktop.errors import NO_SPACE, UserError


def test_the_sentences_are_kept_apart_and_said_together() -> None:
    error = UserError("It happened.", "It is safe.", "Do this.")
    assert (error.happened, error.safe, error.todo) == ("It happened.", "It is safe.", "Do this.")
    assert str(error) == "It happened. It is safe. Do this."


def test_a_sentence_that_is_missing_leaves_no_gap() -> None:
    assert str(UserError("It happened.", todo="Do this.")) == "It happened. Do this."
    assert str(UserError("It happened.")) == "It happened."


def test_beside_a_field_that_still_shows_what_was_typed_nobody_is_told_that_it_is_safe() -> None:
    assert UserError("No.", "Safe.", "Try.").beside_a_field == "No. Try."
    assert UserError("No.", "Safe.").beside_a_field == "No."


def test_a_disk_and_a_share_of_it_are_full_alike() -> None:
    assert {errno.ENOSPC, errno.EDQUOT} < NO_SPACE
    assert errno.EACCES not in NO_SPACE
