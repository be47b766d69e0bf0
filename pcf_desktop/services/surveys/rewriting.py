"""Taking away and rewriting what known responses say otherwise, so that it can go in anew."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from pcf_desktop.days import with_zone
from pcf_desktop.records import Answer, Consent, Feedback, Link, Response
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.surveys import filing, responses
from pcf_desktop.services.surveys.kept_words import few
from pcf_desktop.services.surveys.newer_answers import Change
from pcf_desktop.services.surveys.responses import Received
from pcf_desktop.services.surveys.targets import Target


def make_room(session: Session, target: Target, changes: Sequence[Change]) -> list[Received]:
    """Take away and rewrite what known responses say otherwise; return what is to go in anew.

    Only a comment that its own file says otherwise changes, and no words that a volunteer edited
    are overwritten: a name that was taken out must not come back. Where a family took its words
    away, they go to the bin, edited or not. A rewritten comment keeps its links but no passage
    that is no longer in it, and waits to be sorted again, also when it was in the bin: nobody has
    read it as it is now. A consent that was withdrawn stays withdrawn.
    """
    if not changes:
        return []
    _untick(session, changes)
    _rewrite(session, changes)
    _forget_consent(session, target, changes)
    _note(session, target, changes)
    return [
        Received(change.response_id, change.row, change.closed, change.new) for change in changes
    ]


def _note(session: Session, target: Target, changes: Sequence[Change]) -> None:
    """Keep what the responses say now, when, and by which name they are known from now on."""
    session.execute(
        update(Response),
        [
            {"id": change.response_id, "digest": responses.digest(target, change.row)}
            for change in changes
        ],
    )
    otherwise = [change for change in changes if change.questions]
    if otherwise:
        session.execute(
            update(Response),
            [
                {
                    "id": change.response_id,
                    "completed_at": with_zone(change.row.completed),
                    "is_complete": change.row.complete,
                }
                for change in otherwise
            ],
        )
    named = [
        {"id": change.response_id, "known_as": change.known_as}
        for change in changes
        if change.known_as is not None
    ]
    if named:
        session.execute(update(Response), named)


def _untick(session: Session, changes: Sequence[Change]) -> None:
    gone: dict[int | None, list[int]] = defaultdict(list)
    for change in changes:
        for place in change.closed:
            gone[place.question_id].append(change.response_id)
    for question_id, keys in gone.items():
        for some in few(keys):
            session.execute(
                delete(Answer).where(
                    Answer.question_id == question_id, Answer.response_id.in_(some)
                )
            )


def _rewrite(session: Session, changes: Sequence[Change]) -> None:
    """Write what the file says now into the comments that are here, or note only that it does."""
    otherwise = list(chain.from_iterable(change.otherwise for change in changes))
    edited = list(chain.from_iterable(change.edited for change in changes))
    rewritten = {each.feedback_id: each.words for each in otherwise if each.words}
    _update(
        session,
        [{"id": each.feedback_id, "came_as": each.came_as} for each in (*otherwise, *edited)],
    )
    _update(
        session,
        [
            {"id": key, "words": words, "sorted_at": None, "binned_at": None}
            for key, words in rewritten.items()
        ],
    )
    _forget_passages(session, rewritten)
    for some in few(each.feedback_id for each in otherwise if not each.words):
        feedback.bin_it(session, some)


def _update(session: Session, comments: Sequence[dict[str, object]]) -> None:
    if comments:
        session.execute(update(Feedback), comments)


def _forget_passages(session: Session, words: dict[int, str]) -> None:
    for some in few(list(words)):
        links = session.scalars(
            select(Link).where(Link.feedback_id.in_(some), Link.passage.is_not(None))
        )
        for link in links:
            if link.passage is not None and link.passage not in words[link.feedback_id]:
                link.passage = None


def _forget_consent(session: Session, target: Target, changes: Sequence[Change]) -> None:
    parts = responses.asked_for(target)
    answered = (each.response_id for each in changes if any(at.part for at in each.closed))
    for some in few(answered):
        session.execute(
            delete(Consent).where(
                Consent.response_id.in_(some),
                Consent.part.in_(parts),
                Consent.how == filing.BY_SURVEY,
                Consent.withdrawn_on.is_(None),
            )
        )
