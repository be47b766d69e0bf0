"""The records of the first version."""

import sqlalchemy as sa
from alembic import op

from pcf_desktop.records.base import Uid, UtcDateTime

revision = "0001"
down_revision = None

INDEXES = {
    "term": ["list_id"],
    "child": ["age_band_id", "ethnicity_id", "family_id", "need_id", "setting_id", "status_id"],
    "event": ["channel_id"],
    "inspection": ["framework_id", "outcome_id"],
    "population": ["term_id"],
    "survey": ["channel_id", "repeats_id"],
    "term_alias": ["term_id"],
    "import_batch": ["survey_id"],
    "inspection_event": ["inspection_id", "kind_id"],
    "meeting": ["inspection_id"],
    "plan": ["inspection_id", "kind_id"],
    "priority": ["inspection_id", "kind_id"],
    "question": ["survey_id"],
    "ask": ["meeting_id", "priority_id"],
    "attendee": ["meeting_id", "person_id"],
    "forum_view": ["priority_id"],
    "judgement": ["event_id", "judgement_id", "priority_id"],
    "keyword": ["priority_id"],
    "option": ["question_id"],
    "pack": ["inspection_id", "meeting_id"],
    "plan_priority": ["plan_id", "priority_id"],
    "question_priority": ["priority_id", "question_id"],
    "rag_key": ["plan_id"],
    "response": ["batch_id", "family_id", "survey_id"],
    "workstream": ["plan_id"],
    "you_said": ["priority_id"],
    "action": ["plan_id", "rag_id", "workstream_id"],
    "answer": ["option_id", "question_id", "response_id"],
    "area_view": ["priority_id", "rag_id"],
    "chase": ["ask_id"],
    "feedback": [
        "batch_id",
        "channel_id",
        "child_id",
        "event_id",
        "family_id",
        "question_id",
        "response_id",
        "sentiment_id",
    ],
    "pack_issue": ["pack_id"],
    "pack_section": ["pack_id", "priority_id"],
    "action_priority": ["action_id", "priority_id"],
    "consent": ["family_id", "feedback_id", "noted_by_id", "response_id"],
    "disclosure": ["feedback_id", "noted_by_id"],
    "feedback_service": ["feedback_id", "service_id"],
    "feedback_theme": ["feedback_id", "theme_id"],
    "link": ["feedback_id", "priority_id"],
    "measure": ["action_id", "priority_id", "question_id"],
    "progress": ["action_id", "rag_id"],
    "quote": ["cleared_by_id", "feedback_id", "second_by_id"],
    "pack_evidence": ["issue_id", "quote_id"],
    "pack_item": ["question_id", "quote_id", "section_id"],
    "reading": ["measure_id"],
    "talking_point": ["meeting_id", "priority_id", "quote_id"],
}


def record(name: str, *columns: sa.schema.SchemaItem) -> None:
    """Make a table with what every record has: key, uid and stamps."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", Uid(), nullable=False),
        *columns,
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("made_on", Uid(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("changed_on", Uid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("uid", name=f"uq_{name}_uid"),
    )


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("device", Uid(), nullable=False),
        sa.Column("action", sa.String(length=300), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
        sa.UniqueConstraint("hash", name="uq_audit_entry_hash"),
    )
    record(
        "device",
        sa.Column("name", sa.String(length=300), nullable=False),
    )
    record(
        "draft",
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.UniqueConstraint("form", name="uq_draft_form"),
    )
    record(
        "family",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("is_member", sa.Boolean(), nullable=True),
        sa.Column("district", sa.String(length=300), nullable=True),
        sa.UniqueConstraint("code", name="uq_family_code"),
    )
    record(
        "forum",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("area", sa.String(length=300), nullable=False),
        sa.Column("sample", sa.String(length=60), nullable=True),
        sa.Column("small_number", sa.Integer(), nullable=False),
        sa.Column("percent_base", sa.Integer(), nullable=False),
        sa.Column("keep_months", sa.Integer(), nullable=False),
        sa.Column("safeguarding_steps", sa.Text(), nullable=True),
    )
    record(
        "import_profile",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.UniqueConstraint("name", name="uq_import_profile_name"),
    )
    record(
        "person",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("role", sa.String(length=300), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
    )
    record(
        "saved_search",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("filters", sa.Text(), nullable=False),
        sa.UniqueConstraint("name", name="uq_saved_search_name"),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        sa.UniqueConstraint("name", name="uq_series_name"),
    )
    record(
        "term_list",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.UniqueConstraint("key", name="uq_term_list_key"),
    )
    record(
        "term",
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("plain", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("colour", sa.String(length=60), nullable=True),
        sa.Column("shape", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(
            ["list_id"], ["term_list.id"], name="fk_term_list_id_term_list", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("list_id", "key", name="uq_term_list_id_key"),
    )

    record(
        "child",
        sa.Column("family_id", sa.Integer(), nullable=False),
        sa.Column("age_band_id", sa.Integer(), nullable=True),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column("status_id", sa.Integer(), nullable=True),
        sa.Column("setting_id", sa.Integer(), nullable=True),
        sa.Column("ethnicity_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["age_band_id"], ["term.id"], name="fk_child_age_band_id_term", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["ethnicity_id"], ["term.id"], name="fk_child_ethnicity_id_term", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["family_id"], ["family.id"], name="fk_child_family_id_family", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["need_id"], ["term.id"], name="fk_child_need_id_term", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["setting_id"], ["term.id"], name="fk_child_setting_id_term", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["status_id"], ["term.id"], name="fk_child_status_id_term", ondelete="SET NULL"
        ),
    )

    record(
        "event",
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("channel_id", sa.Integer(), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=True),
        sa.Column("came", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["term.id"], name="fk_event_channel_id_term", ondelete="SET NULL"
        ),
    )

    record(
        "inspection",
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("area", sa.String(length=300), nullable=False),
        sa.Column("framework_id", sa.Integer(), nullable=False),
        sa.Column("outcome_id", sa.Integer(), nullable=True),
        sa.Column("stated_count", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["framework_id"],
            ["term.id"],
            name="fk_inspection_framework_id_term",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["term.id"], name="fk_inspection_outcome_id_term", ondelete="SET NULL"
        ),
    )

    record(
        "population",
        sa.Column("term_id", sa.Integer(), nullable=True),
        sa.Column("area", sa.String(length=300), nullable=False),
        sa.Column("year", sa.String(length=60), nullable=False),
        sa.Column("measure", sa.String(length=300), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("mark", sa.String(length=60), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["term_id"], ["term.id"], name="fk_population_term_id_term", ondelete="SET NULL"
        ),
    )

    record(
        "survey",
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("tool", sa.String(length=60), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("channel_id", sa.Integer(), nullable=True),
        sa.Column("repeats_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["term.id"], name="fk_survey_channel_id_term", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["repeats_id"], ["survey.id"], name="fk_survey_repeats_id_survey", ondelete="SET NULL"
        ),
    )

    record(
        "term_alias",
        sa.Column("term_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["term_id"], ["term.id"], name="fk_term_alias_term_id_term", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("term_id", "words", name="uq_term_alias_term_id_words"),
    )

    record(
        "import_batch",
        sa.Column("survey_id", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("tool", sa.String(length=60), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("imported", sa.Integer(), nullable=False),
        sa.Column("already_here", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"],
            ["survey.id"],
            name="fk_import_batch_survey_id_survey",
            ondelete="SET NULL",
        ),
    )

    record(
        "inspection_event",
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column("on_text", sa.String(length=300), nullable=True),
        sa.Column("on_from", sa.Date(), nullable=True),
        sa.Column("on_to", sa.Date(), nullable=True),
        sa.Column("on_precision", sa.String(length=60), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("override_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspection.id"],
            name="fk_inspection_event_inspection_id_inspection",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["term.id"], name="fk_inspection_event_kind_id_term", ondelete="RESTRICT"
        ),
    )

    record(
        "meeting",
        sa.Column("inspection_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("on_text", sa.String(length=300), nullable=True),
        sa.Column("on_from", sa.Date(), nullable=True),
        sa.Column("on_to", sa.Date(), nullable=True),
        sa.Column("on_precision", sa.String(length=60), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspection.id"],
            name="fk_meeting_inspection_id_inspection",
            ondelete="SET NULL",
        ),
    )

    record(
        "plan",
        sa.Column("inspection_id", sa.Integer(), nullable=True),
        sa.Column("kind_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspection.id"],
            name="fk_plan_inspection_id_inspection",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["term.id"], name="fk_plan_kind_id_term", ondelete="SET NULL"
        ),
    )

    record(
        "priority",
        sa.Column("inspection_id", sa.Integer(), nullable=True),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=300), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("bodies", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("is_embargoed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspection.id"],
            name="fk_priority_inspection_id_inspection",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["term.id"], name="fk_priority_kind_id_term", ondelete="RESTRICT"
        ),
    )

    record(
        "question",
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name="fk_question_survey_id_survey", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("survey_id", "key", name="uq_question_survey_id_key"),
    )

    record(
        "ask",
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("priority_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=300), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("promised_for", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_ask_meeting_id_meeting", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_ask_priority_id_priority",
            ondelete="SET NULL",
        ),
    )

    record(
        "attendee",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name="fk_attendee_meeting_id_meeting",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_attendee_person_id_person", ondelete="SET NULL"
        ),
    )

    record(
        "forum_view",
        sa.Column("priority_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_forum_view_priority_id_priority",
            ondelete="CASCADE",
        ),
    )

    record(
        "judgement",
        sa.Column("priority_id", sa.Integer(), nullable=False),
        sa.Column("judgement_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("sentence", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["inspection_event.id"],
            name="fk_judgement_event_id_inspection_event",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["judgement_id"],
            ["term.id"],
            name="fk_judgement_judgement_id_term",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_judgement_priority_id_priority",
            ondelete="CASCADE",
        ),
    )

    record(
        "keyword",
        sa.Column("priority_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_keyword_priority_id_priority",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("priority_id", "words", name="uq_keyword_priority_id_words"),
    )

    record(
        "option",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_option_question_id_question",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("question_id", "words", name="uq_option_question_id_words"),
    )

    record(
        "pack",
        sa.Column("inspection_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("prepared_for", sa.String(length=300), nullable=True),
        sa.Column("from_day", sa.Date(), nullable=True),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspection.id"],
            name="fk_pack_inspection_id_inspection",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_pack_meeting_id_meeting", ondelete="SET NULL"
        ),
    )

    record(
        "plan_priority",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("priority_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name="fk_plan_priority_plan_id_plan", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_plan_priority_priority_id_priority",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("plan_id", "priority_id", name="uq_plan_priority_plan_id_priority_id"),
    )

    record(
        "question_priority",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("priority_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_question_priority_priority_id_priority",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_question_priority_question_id_question",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint(
            "question_id", "priority_id", name="uq_question_priority_question_id_priority_id"
        ),
    )

    record(
        "rag_key",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("definition", sa.Text(), nullable=True),
        sa.Column("colour", sa.String(length=60), nullable=False),
        sa.Column("shape", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name="fk_rag_key_plan_id_plan", ondelete="CASCADE"
        ),
    )

    record(
        "response",
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("family_id", sa.Integer(), nullable=True),
        sa.Column("known_as", sa.String(length=300), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=True),
        sa.Column("completed_at", UtcDateTime(), nullable=True),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name="fk_response_batch_id_import_batch",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["family_id"], ["family.id"], name="fk_response_family_id_family", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name="fk_response_survey_id_survey", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("survey_id", "known_as", name="uq_response_survey_id_known_as"),
    )

    record(
        "workstream",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name="fk_workstream_plan_id_plan", ondelete="CASCADE"
        ),
    )

    record(
        "you_said",
        sa.Column("priority_id", sa.Integer(), nullable=True),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("did", sa.Text(), nullable=True),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_you_said_priority_id_priority",
            ondelete="SET NULL",
        ),
    )

    record(
        "action",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("workstream_id", sa.Integer(), nullable=True),
        sa.Column("rag_id", sa.Integer(), nullable=True),
        sa.Column("ref", sa.String(length=300), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("lead", sa.String(length=300), nullable=True),
        sa.Column("partners", sa.Text(), nullable=True),
        sa.Column("milestones", sa.Text(), nullable=True),
        sa.Column("impact", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("starts_text", sa.String(length=300), nullable=True),
        sa.Column("starts_from", sa.Date(), nullable=True),
        sa.Column("starts_to", sa.Date(), nullable=True),
        sa.Column("starts_precision", sa.String(length=60), nullable=True),
        sa.Column("ends_text", sa.String(length=300), nullable=True),
        sa.Column("ends_from", sa.Date(), nullable=True),
        sa.Column("ends_to", sa.Date(), nullable=True),
        sa.Column("ends_precision", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name="fk_action_plan_id_plan", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["rag_id"], ["rag_key.id"], name="fk_action_rag_id_rag_key", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workstream_id"],
            ["workstream.id"],
            name="fk_action_workstream_id_workstream",
            ondelete="SET NULL",
        ),
    )

    record(
        "answer",
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("option_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Double(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["option_id"], ["option.id"], name="fk_answer_option_id_option", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_answer_question_id_question",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name="fk_answer_response_id_response",
            ondelete="CASCADE",
        ),
    )

    record(
        "area_view",
        sa.Column("priority_id", sa.Integer(), nullable=False),
        sa.Column("rag_id", sa.Integer(), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_area_view_priority_id_priority",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["rag_id"], ["rag_key.id"], name="fk_area_view_rag_id_rag_key", ondelete="SET NULL"
        ),
    )

    record(
        "chase",
        sa.Column("ask_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ask_id"], ["ask.id"], name="fk_chase_ask_id_ask", ondelete="CASCADE"
        ),
    )

    record(
        "feedback",
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said_text", sa.String(length=300), nullable=True),
        sa.Column("said_from", sa.Date(), nullable=True),
        sa.Column("said_to", sa.Date(), nullable=True),
        sa.Column("said_precision", sa.String(length=60), nullable=True),
        sa.Column("channel_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("family_id", sa.Integer(), nullable=True),
        sa.Column("child_id", sa.Integer(), nullable=True),
        sa.Column("district", sa.String(length=300), nullable=True),
        sa.Column("sentiment_id", sa.Integer(), nullable=True),
        sa.Column("response_id", sa.Integer(), nullable=True),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("sorted_at", UtcDateTime(), nullable=True),
        sa.Column("set_aside", sa.Boolean(), nullable=False),
        sa.Column("needs_clearing", sa.Boolean(), nullable=False),
        sa.Column("binned_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name="fk_feedback_batch_id_import_batch",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["term.id"], name="fk_feedback_channel_id_term", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.id"], name="fk_feedback_child_id_child", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name="fk_feedback_event_id_event", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["family_id"], ["family.id"], name="fk_feedback_family_id_family", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_feedback_question_id_question",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name="fk_feedback_response_id_response",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["sentiment_id"], ["term.id"], name="fk_feedback_sentiment_id_term", ondelete="SET NULL"
        ),
    )
    op.create_index(
        "ix_feedback_listed",
        "feedback",
        ["said_from", "id"],
        unique=False,
        sqlite_where=sa.text("binned_at IS NULL AND NOT set_aside"),
        postgresql_where=sa.text("binned_at IS NULL AND NOT set_aside"),
    )
    op.create_index(
        "ix_feedback_voice",
        "feedback",
        ["id", "family_id", "response_id", "said_from"],
        unique=False,
        sqlite_where=sa.text("binned_at IS NULL AND NOT set_aside"),
        postgresql_where=sa.text("binned_at IS NULL AND NOT set_aside"),
    )
    op.create_index(
        "ix_feedback_unlisted",
        "feedback",
        ["id"],
        unique=False,
        sqlite_where=sa.text("NOT (binned_at IS NULL AND NOT set_aside)"),
        postgresql_where=sa.text("NOT (binned_at IS NULL AND NOT set_aside)"),
    )
    op.create_index(
        "ix_feedback_to_sort",
        "feedback",
        ["id"],
        unique=False,
        sqlite_where=sa.text("sorted_at IS NULL AND binned_at IS NULL AND NOT set_aside"),
        postgresql_where=sa.text("sorted_at IS NULL AND binned_at IS NULL AND NOT set_aside"),
    )

    record(
        "pack_issue",
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("recipient", sa.String(length=300), nullable=True),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("head_code", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["pack.id"], name="fk_pack_issue_pack_id_pack", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("pack_id", "version", name="uq_pack_issue_pack_id_version"),
    )

    record(
        "pack_section",
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("priority_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["pack.id"], name="fk_pack_section_pack_id_pack", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_pack_section_priority_id_priority",
            ondelete="SET NULL",
        ),
    )

    record(
        "action_priority",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("priority_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name="fk_action_priority_action_id_action",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_action_priority_priority_id_priority",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint(
            "action_id", "priority_id", name="uq_action_priority_action_id_priority_id"
        ),
    )

    record(
        "consent",
        sa.Column("part", sa.String(length=60), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("how", sa.String(length=300), nullable=True),
        sa.Column("wording", sa.String(length=300), nullable=True),
        sa.Column("noted_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("family_id", sa.Integer(), nullable=True),
        sa.Column("feedback_id", sa.Integer(), nullable=True),
        sa.Column("response_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "CASE WHEN family_id IS NULL THEN 0 ELSE 1 END + CASE WHEN feedback_id IS NULL THEN 0 ELSE 1 END + CASE WHEN response_id IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_consent_one_holder"),
        ),
        sa.ForeignKeyConstraint(
            ["family_id"], ["family.id"], name="fk_consent_family_id_family", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name="fk_consent_feedback_id_feedback",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["noted_by_id"],
            ["person.id"],
            name="fk_consent_noted_by_id_person",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name="fk_consent_response_id_response",
            ondelete="CASCADE",
        ),
    )
    op.create_index(
        "ix_consent_withdrawn_on",
        "consent",
        ["withdrawn_on"],
        unique=False,
        sqlite_where=sa.text("withdrawn_on IS NOT NULL"),
        postgresql_where=sa.text("withdrawn_on IS NOT NULL"),
    )

    record(
        "disclosure",
        sa.Column("feedback_id", sa.Integer(), nullable=True),
        sa.Column("flagged_on", sa.Date(), nullable=False),
        sa.Column("passed_on", sa.Date(), nullable=True),
        sa.Column("noted_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name="fk_disclosure_feedback_id_feedback",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["noted_by_id"],
            ["person.id"],
            name="fk_disclosure_noted_by_id_person",
            ondelete="SET NULL",
        ),
    )

    record(
        "feedback_service",
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name="fk_feedback_service_feedback_id_feedback",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["term.id"],
            name="fk_feedback_service_service_id_term",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint(
            "feedback_id", "service_id", name="uq_feedback_service_feedback_id_service_id"
        ),
    )

    record(
        "feedback_theme",
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name="fk_feedback_theme_feedback_id_feedback",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["term.id"], name="fk_feedback_theme_theme_id_term", ondelete="RESTRICT"
        ),
        sa.UniqueConstraint(
            "feedback_id", "theme_id", name="uq_feedback_theme_feedback_id_theme_id"
        ),
    )

    record(
        "link",
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("priority_id", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(length=60), nullable=False),
        sa.Column("passage", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name="fk_link_feedback_id_feedback",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_link_priority_id_priority",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("feedback_id", "priority_id", name="uq_link_feedback_id_priority_id"),
    )
    op.create_index(
        "ix_link_priority_id_stance_feedback_id",
        "link",
        ["priority_id", "stance", "feedback_id"],
        unique=False,
    )

    record(
        "measure",
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("priority_id", sa.Integer(), nullable=True),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("unit", sa.String(length=300), nullable=True),
        sa.Column("baseline", sa.String(length=300), nullable=True),
        sa.Column("target", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name="fk_measure_action_id_action", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_measure_priority_id_priority",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_measure_question_id_question",
            ondelete="SET NULL",
        ),
    )

    record(
        "progress",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("rag_id", sa.Integer(), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name="fk_progress_action_id_action", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["rag_id"], ["rag_key.id"], name="fk_progress_rag_id_rag_key", ondelete="SET NULL"
        ),
    )

    record(
        "quote",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("cleared", sa.Text(), nullable=False),
        sa.Column("attribution", sa.String(length=300), nullable=True),
        sa.Column("cleared_by_id", sa.Integer(), nullable=True),
        sa.Column("cleared_on", sa.Date(), nullable=True),
        sa.Column("second_by_id", sa.Integer(), nullable=True),
        sa.Column("second_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["cleared_by_id"],
            ["person.id"],
            name="fk_quote_cleared_by_id_person",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name="fk_quote_feedback_id_feedback",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["second_by_id"],
            ["person.id"],
            name="fk_quote_second_by_id_person",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("number", name="uq_quote_number"),
    )

    record(
        "pack_evidence",
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["pack_issue.id"],
            name="fk_pack_evidence_issue_id_pack_issue",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quote.id"], name="fk_pack_evidence_quote_id_quote", ondelete="RESTRICT"
        ),
        sa.UniqueConstraint("issue_id", "quote_id", name="uq_pack_evidence_issue_id_quote_id"),
    )

    record(
        "pack_item",
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=True),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_pack_item_question_id_question",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quote.id"], name="fk_pack_item_quote_id_quote", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["section_id"],
            ["pack_section.id"],
            name="fk_pack_item_section_id_pack_section",
            ondelete="CASCADE",
        ),
    )

    record(
        "reading",
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("words", sa.String(length=300), nullable=True),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name="fk_reading_measure_id_measure", ondelete="CASCADE"
        ),
    )

    record(
        "talking_point",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("priority_id", sa.Integer(), nullable=True),
        sa.Column("quote_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name="fk_talking_point_meeting_id_meeting",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["priority_id"],
            ["priority.id"],
            name="fk_talking_point_priority_id_priority",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quote.id"], name="fk_talking_point_quote_id_quote", ondelete="SET NULL"
        ),
    )
    for table, columns in INDEXES.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])
