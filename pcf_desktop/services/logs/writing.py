"""A row of a log as a comment: logged as the Log form would, or brought to what it says now."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from pcf_desktop.records import Family, Feedback
from pcf_desktop.services.counting import consents
from pcf_desktop.services.families import marks
from pcf_desktop.services.feedback import consent_answers, events, feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum import forums
from pcf_desktop.services.logs.known_rows import KeptRow
from pcf_desktop.services.logs.planning import SIXTEEN, PlannedRow
from pcf_desktop.services.logs.voices import code_of


class Writing:
    """Writes rows; each occasion is looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._secret = forums.secret(session)
        self._events: dict[tuple[str, date | None], int] = {}

    def log(self, row: PlannedRow, batch_id: int) -> None:
        """Log a row as a new comment of a batch."""
        new = self._whole(row)
        comment = self._session.get_one(Feedback, feedback.log(self._session, new))
        comment.batch_id = batch_id
        if new.family_code is None and comment.family_id is not None:
            family = self._session.get_one(Family, comment.family_id)
            new = replace(new, family_code=family.code)
        self._note(comment, row, _named(self._secret, new, new.words.strip(), new.may_quote))

    def bring_up_to_date(self, row: PlannedRow, key: int) -> None:
        """Bring a comment to what its row says now; consent that was taken back stays so."""
        session, comment = self._session, self._session.get_one(Feedback, key)
        before, now = feedback.details(session, key), self._whole(row)
        if row.family is None:
            now = replace(now, family_code=before.family_code)
        feedback.change_details(session, key, before, now)
        feedback.change_words(session, key, now.words)
        standing = consents.standing(session, key)
        if standing.withdrawn_on is None and consent_answers.answer_of(standing) != now.may_quote:
            on = now.said.earliest or comment.made_at.astimezone().date()
            consent_answers.answer(session, key, now.may_quote, on)
        session.flush()
        self._note(comment, row, state(session, key))

    def _whole(self, row: PlannedRow) -> NewFeedback:
        """Return what the Log form would hold, with its event and its family's code."""
        code = code_of(self._session, row.family) if row.family is not None else None
        return replace(row.new, event_id=self._event(row), family_code=code)

    def _event(self, row: PlannedRow) -> int | None:
        said = row.new.said
        named = row.event, said.earliest if said.earliest == said.latest else None
        if row.event and named not in self._events:
            self._events[named] = events.at(self._session, *named, row.new.channel_id).id
        return self._events.get(named)

    def _note(self, comment: Feedback, row: PlannedRow, now: str) -> None:
        """Keep by what the row is known again, and how its comment stands now."""
        comment.came_as = KeptRow(comment.id, row.name, row.raw, row.resolved, now).came_as


def state(session: Session, key: int) -> str:
    """Return a name for all that is known of a comment: another one where it was edited."""
    answer = consent_answers.answer_of(consents.standing(session, key))
    words = session.get_one(Feedback, key).words
    return _named(forums.secret(session), feedback.details(session, key), words, answer)


def _named(secret: str, details: NewFeedback, words: str, answer: str) -> str:
    said = repr(replace(details, words=words, may_quote=answer))
    return marks.digest(secret, "state", said)[:SIXTEEN]
