"""One quote to tick, with what may point to a person said in words."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.packs.quotes import Candidate
from pcf_desktop.ui.packs.quote_row import QuoteRow, warning_of


def quote(words: str) -> Candidate:
    return Candidate(1, 1, "worse", words, is_passage=False, said=When(), response_id=3, number=12)


def test_what_may_point_to_a_person_is_named(qtbot: QtBot) -> None:
    words = "My son Otto waited. Ring me on 01743 555 019."
    warning = warning_of(quote(words))
    assert warning.startswith("May hold ")
    assert "a name (Otto)" in warning
    assert "a telephone number (01743 555 019)" in warning
    row = QuoteRow(quote(words), chosen=False)
    qtbot.addWidget(row)
    assert warning in row.check.accessibleDescription()


def test_words_that_point_to_nobody_have_no_warning() -> None:
    assert warning_of(quote("We waited a year.")) == ""


def test_words_that_changed_since_they_were_quoted_are_flagged() -> None:
    changed = replace(quote("We waited a year."), changed=True)
    assert warning_of(changed) == "The comment has changed since it was last quoted"


def test_a_long_text_is_shown_in_part_and_says_how_long_it_is(qtbot: QtBot) -> None:
    row = QuoteRow(quote("We waited. " * 20_000), chosen=False)
    qtbot.addWidget(row)
    assert "220,000 letters long; mark a passage to quote less" in row.check.accessibleDescription()
    assert len(row.check.text()) < 2000


def test_it_says_its_stance_and_source_and_tells_of_a_tick(qtbot: QtBot) -> None:
    row = QuoteRow(quote("We waited a year."), chosen=True)
    qtbot.addWidget(row)
    assert row.check.accessibleDescription() == "Worse. No date · from a survey · Q012"
    with qtbot.waitSignal(row.ticked) as told:
        row.check.click()
    assert told.args == [False]
