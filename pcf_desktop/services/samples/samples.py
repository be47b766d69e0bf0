"""The made-up forums: a real, public inspection told as facts, and families that are invented."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop import days
from pcf_desktop.importers.columns.options import tidy
from pcf_desktop.paths import shipped
from pcf_desktop.records import (
    Feedback,
    Inspection,
    InspectionEvent,
    Judgement,
    Keyword,
    Plan,
    PlanPriority,
    Priority,
    Question,
    QuestionPriority,
    Response,
    Survey,
    When,
    Workstream,
)
from pcf_desktop.services.counting import consents
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.feedback import events, feedback, links
from pcf_desktop.services.forum import forums, reference

AREAS = ("shropshire", "worcestershire", "somerset", "staffordshire")
"""The samples that ship, by their keys."""

SURVEY_TITLE = "How are things for your family? Autumn 2021"

_KEPT = frozenset({"inspectors", "forum"})
"""Whose words a priority keeps: the inspectors', or on its own concerns the forum's."""


@dataclass(frozen=True)
class Sample:
    """A made-up forum to choose: its key, its area, and its name."""

    key: str
    area: str
    forum: str


def every() -> list[Sample]:
    """Return the made-up forums in the order in which they are offered."""
    found = []
    for key in AREAS:
        data = _read(f"{key}.toml")
        found.append(Sample(key, data["area"]["name"], data["forum"]["name"]))
    return found


def survey_file() -> Path:
    """Return the Microsoft Forms export that belongs to the Shropshire sample."""
    return shipped("resources", "samples", "shropshire-survey.xlsx")


def begin(session: Session, key: str) -> None:
    """Fill a new file with a made-up forum: inspection, plan, priorities and logged feedback."""
    data = _read(f"{key}.toml")
    forums.begin(session, data["forum"]["name"], data["area"]["name"], sample=key)
    session.flush()
    inspection, events = _inspection(session, data)
    priorities = _priorities(session, data, inspection, events)
    _plans(session, data, inspection, priorities)
    districts = {each["key"]: each["name"] for each in data["area"].get("districts", [])}
    for item in _read(f"{key}-feedback.toml")["feedback"]:
        _feedback(session, item, priorities, districts)


def link_survey(session: Session) -> int:
    """Link the imported Shropshire survey as a volunteer would; return how many answers.

    The questions that measure a priority are linked as well.
    """
    data = _read("shropshire.toml")
    order = {each["key"]: place for place, each in enumerate(data["priorities"])}
    rows = session.execute(select(Priority.title, Priority.id))
    by_title = {row[0]: row[1] for row in rows}
    priorities = {each["key"]: by_title[each["title"]] for each in data["priorities"]}
    questions = _read("shropshire-answers.toml")["questions"]
    _link_questions(session, questions, priorities)
    headers = {each["key"]: tidy(each["header"]) for each in questions}
    wanted = sorted(
        _read("shropshire-links.toml")["links"], key=lambda each: order[each["priority"]]
    )
    for each in wanted:
        comment = session.scalars(
            select(Feedback.id)
            .join(Response, Response.id == Feedback.response_id)
            .join(Question, Question.id == Feedback.question_id)
            .join(Survey, Survey.id == Response.survey_id)
            .where(
                Survey.title == SURVEY_TITLE,
                Response.known_as == f"id:{each['answer']}",
                Question.words == headers[each["question"]],
            )
        ).one()
        links.link(
            session, comment, priorities[each["priority"]], each["stance"], each.get("passage")
        )
        links.mark_sorted(session, [comment])
    return len(wanted)


def _link_questions(
    session: Session, questions: list[dict[str, Any]], priorities: dict[str, int]
) -> None:
    for each in questions:
        if "priority" not in each:
            continue
        question = session.scalars(
            select(Question.id)
            .join(Survey, Survey.id == Question.survey_id)
            .where(Survey.title == SURVEY_TITLE, Question.words == tidy(each["header"]))
        ).one()
        session.add(
            QuestionPriority(question_id=question, priority_id=priorities[each["priority"]])
        )


def _inspection(session: Session, data: dict[str, Any]) -> tuple[Inspection, dict[str, int]]:
    facts, sources = data["inspection"], _sources(data)
    inspection = Inspection(
        title=facts["title"],
        area=data["area"]["name"],
        framework_id=reference.term_id(session, "framework", facts["framework"]),
        outcome_id=_outcome(session, facts.get("outcome")),
        stated_count=facts.get("stated_count"),
    )
    session.add(inspection)
    session.flush()
    events: dict[str, int] = {}
    for each in data.get("events", []):
        event = InspectionEvent(
            inspection_id=inspection.id,
            kind_id=reference.term_id(session, "event_kind", each["kind"]),
            on=_when(each["when"]),
            source=sources[each["source"]],
            note=each.get("note") or each["title"],
        )
        session.add(event)
        session.flush()
        events[each["key"]] = event.id
    return inspection, events


def _outcome(session: Session, key: str | None) -> int | None:
    known = {word.key: word.id for word in reference.words(session, "outcome")}
    return known.get(key or "")


def _priorities(
    session: Session, data: dict[str, Any], inspection: Inspection, events: dict[str, int]
) -> dict[str, int]:
    sources, found = _sources(data), {}
    for place, each in enumerate(data["priorities"], start=1):
        priority = Priority(
            inspection_id=inspection.id,
            kind_id=reference.term_id(session, "priority_kind", each["kind"]),
            number=each.get("number"),
            position=place,
            title=each["title"],
            words=each["words"] if each["words_from"] in _KEPT else None,
            bodies=each.get("bodies", []),
            source=sources[each["source"]] if "source" in each else None,
            is_embargoed=False,
        )
        session.add(priority)
        session.flush()
        found[each["key"]] = priority.id
        session.add_all(
            Keyword(priority_id=priority.id, words=words)
            for words in dict.fromkeys(each.get("keywords", []))
        )
        for judged in each.get("judgements", []):
            session.add(
                Judgement(
                    priority_id=priority.id,
                    judgement_id=reference.term_id(session, "judgement", judged["outcome"]),
                    event_id=events[judged["event"]],
                    on=None,  # no source dates a judgement; the event's days are not its day
                    sentence=judged["words"],
                    source=sources[judged["source"]] if "source" in judged else None,
                )
            )
    return found


def _plans(
    session: Session, data: dict[str, Any], inspection: Inspection, priorities: dict[str, int]
) -> None:
    sources = _sources(data)
    listed = data.get("plans") or ([data["plan"]] if "plan" in data else [])
    made: dict[str, int] = {}
    for each in listed:
        plan = Plan(
            inspection_id=inspection.id, title=each["title"], source=sources[each["source"]]
        )
        session.add(plan)
        session.flush()
        made[each["key"]] = plan.id
        kinds = {p["key"]: p["kind"] for p in data["priorities"]}
        session.add_all(
            PlanPriority(plan_id=plan.id, priority_id=priority_id)
            for key, priority_id in priorities.items()
            if kinds[key] != "own_concern"
        )
    for place, each in enumerate(data.get("workstreams", []), start=1):
        plan_id = made[each["plan"]]
        session.add(Workstream(plan_id=plan_id, position=place, title=each["title"]))


def _feedback(
    session: Session, item: dict[str, Any], priorities: dict[str, int], districts: dict[str, str]
) -> None:
    child = (item.get("children") or [{}])[0]
    needs = child.get("needs") or [None]
    new = feedback.NewFeedback(
        words=item["text"],
        may_quote="not_asked",
        said=_when(item["date"]),
        channel_id=reference.term_id(session, "channel", item["channel"]),
        event_id=_event(session, item),
        family_code=item.get("family"),
        child=AboutChild(
            age_band_id=_term(session, "age_band", child.get("age")),
            need_id=_term(session, "need", needs[0]),
            status_id=_term(session, "send_status", child.get("status")),
            setting_id=_term(session, "setting", child.get("setting")),
        ),
        district=districts.get(item.get("district", ""), item.get("district")),
        sentiment_id=_term(session, "sentiment", item.get("sentiment")),
    )
    key = feedback.log(session, new)
    if new.said.earliest:  # so that nothing of it counts as logged today
        noon = datetime.combine(new.said.earliest, time(12), UTC)
        session.get_one(Feedback, key).made_at = noon
    given = dict.fromkeys(item.get("consent", []), True)
    consents.note(session, given, new.said.earliest, "spoken", feedback_id=key)
    for gone in item.get("withdrawn", []):
        consents.withdraw(session, gone["on"], [gone["consent"]], feedback_id=key)
    for each in item.get("links", []):
        target = priorities[each["priority"]]
        links.link(session, key, target, each["stance"], each.get("passage"))
    if item.get("links"):
        links.mark_sorted(session, [key])


def _event(session: Session, item: dict[str, Any]) -> int | None:
    if "event" not in item:
        return None
    channel_id = reference.term_id(session, "channel", item["channel"])
    return events.at(session, item["event"], _when(item["date"]).earliest, channel_id).id


def _term(session: Session, list_key: str, key: str | None) -> int | None:
    return reference.term_id(session, list_key, key) if key else None


def _sources(data: dict[str, Any]) -> dict[str, str]:
    return {
        each["key"]: each.get("cite")
        or f"{each['title']} ({each['publisher']}, {_words(each['dated'])})"
        for each in data["sources"]
    }


def _words(dated: object) -> str:
    if isinstance(dated, date):
        return days.day(dated)
    return str(dated["text"]) if isinstance(dated, dict) else str(dated)


def _when(given: object) -> When:
    if isinstance(given, date):
        return When.day(given)
    if isinstance(given, dict):
        return When(given["text"], given["earliest"], given["latest"], given["precision"])
    return When(text=str(given))


def _read(name: str) -> dict[str, Any]:
    path = shipped("resources", "samples", name)
    return tomllib.loads(path.read_text(encoding="utf-8"))
