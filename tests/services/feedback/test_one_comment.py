"""One piece of feedback in full, with what the same person said besides."""

from datetime import date

from pcf_desktop.records import Feedback, When
from pcf_desktop.services.counting import consents
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.feedback import events, feedback, links, one_comment
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum import reference
from pcf_desktop.workspace import Workspace
from tests.services.sample_feedback import priority, survey_comment


def test_all_that_was_logged_is_told_in_words(workspace: Workspace) -> None:
    with workspace.change("log feedback") as session:
        event = events.new(session, "Coffee morning, Leek", date(2022, 1, 10), None)
        key = feedback.log(
            session,
            NewFeedback(
                "the bus is late",
                "quote",
                When.day(date(2022, 1, 10)),
                channel_id=reference.term_id(session, "channel", "coffee_morning"),
                event_id=event,
                family_code="152",
                child=AboutChild(age_band_id=reference.term_id(session, "age_band", "age_11_15")),
                district="Leek",
                sentiment_id=reference.term_id(session, "sentiment", "negative"),
            ),
        )
        links.link(session, key, priority(session), "worse")
    with workspace.read() as session:
        found = one_comment.of(session, key)
    assert found is not None
    assert (found.words, found.channel) == ("the bus is late", "Coffee morning or drop-in")
    assert (found.event, found.family, found.district) == (
        "Coffee morning, Leek",
        "F-0152",
        "Leek",
    )
    assert (found.sentiment, found.child) == ("Negative", ("11–15",))
    assert consents.QUOTE in found.consent.allowed
    assert [(link.title, link.stance) for link in found.links] == [("Transport", "worse")]
    assert (found.survey, found.question, found.answers, found.others) == (None, None, (), ())


def test_the_same_response_stands_beside_a_survey_comment(workspace: Workspace) -> None:
    with workspace.change("import") as session:
        key, _ = survey_comment(session, "more speech therapy")
        response = session.get_one(Feedback, key).response_id
        other, _ = survey_comment(session, "the SENCo is kind", response)
    with workspace.read() as session:
        found = one_comment.of(session, key)
    assert found is not None
    assert (found.survey, found.question) == ("Autumn survey", "What must change?")
    assert [(each.id, each.words) for each in found.others] == [(other, "the SENCo is kind")]


def test_a_familys_other_words_stand_beside_each_and_none_of_strangers(
    workspace: Workspace,
) -> None:
    with workspace.change("log feedback") as session:
        key, other, stranger = (
            feedback.log(session, NewFeedback(code, "quote", family_code=code))
            for code in ("F-0001", "f1", "F-0002")
        )
    with workspace.read() as session:
        first, last = one_comment.of(session, key), one_comment.of(session, stranger)
    assert first is not None
    assert last is not None
    assert [each.id for each in first.others] == [other]
    assert last.others == ()


def test_what_is_in_the_bin_is_not_read(workspace: Workspace) -> None:
    with workspace.change("log feedback") as session:
        key = feedback.log(session, NewFeedback("gone", "quote"))
        feedback.bin_it(session, [key])
    with workspace.read() as session:
        assert one_comment.of(session, key) is None


def test_whoever_looks_in_the_bin_reads_what_is_there_alone(workspace: Workspace) -> None:
    with workspace.change("log feedback") as session:
        gone, kept = (feedback.log(session, NewFeedback(w, "quote")) for w in ("gone", "kept"))
        feedback.bin_it(session, [gone])
    with workspace.read() as session:
        found = one_comment.of(session, gone, is_binned=True)
        assert found is not None
        assert (found.words, found.is_binned) == ("gone", True)
        assert one_comment.of(session, kept, is_binned=True) is None
