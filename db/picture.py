"""Draws the tables in `README.md` from the records: `python -m db.picture` writes them anew."""

from pathlib import Path

from sqlalchemy import ForeignKey

from pcf_desktop.records import Base

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- tables: made by python -m db.picture -->", "<!-- end of tables -->"
STAMPS = {"id", "uid", "made_at", "made_on", "changed_at", "changed_on"}
AREAS = {
    "Forum": (
        "forum", "person", "device", "series", "audit_entry", "part_digest", "saved_search",
        "draft",
    ),
    "Reference lists": ("term_list", "term", "term_alias", "known_word", "population"),
    "Families and what they say": (
        "family", "family_mark", "child", "consent", "event", "feedback", "feedback_theme",
        "feedback_service", "disclosure",
    ),
    "Surveys": (
        "survey", "question", "option", "response", "answer", "answer_meaning", "question_priority",
        "import_batch", "import_profile",
    ),
    "Inspections and priorities": (
        "inspection", "inspection_event", "priority", "keyword", "judgement", "area_view",
        "forum_view", "link",
    ),
    "Plans": (
        "plan", "plan_priority", "workstream", "rag_key", "action", "action_priority", "progress",
        "measure", "reading",
    ),
    "Meetings and packs": (
        "meeting", "attendee", "talking_point", "ask", "chase", "you_said", "quote", "pack",
        "pack_section", "pack_item", "pack_issue", "pack_evidence",
    ),
}  # fmt: skip


def picture() -> str:
    """Return a Mermaid diagram for each area; a column that every record has is left out."""
    parts = []
    for title, names in AREAS.items():
        lines = [f"### {title}", "", "```mermaid", "erDiagram"]
        for name in names:
            table = Base.metadata.tables[name]
            lines.append(f"    {name} {{")
            for column in table.columns:
                if column.name not in STAMPS:
                    kind = type(column.type).__name__.lower()
                    key = " FK" if column.foreign_keys else ""
                    lines.append(f"        {kind} {column.name}{key}")
            lines.append("    }")
        lines += [
            f"    {key.column.table.name} {_many(key)} {name} : {key.parent.name}"
            for name in names
            for key in sorted(
                Base.metadata.tables[name].foreign_keys, key=lambda each: each.parent.name
            )
        ]
        parts.append("\n".join([*lines, "```", ""]))
    return "\n".join(parts)


def _many(key: ForeignKey) -> str:
    return "|o--o{" if key.parent.nullable else "||--o{"


def written(readme: str) -> str:
    """Return the README with the picture as it is now."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{picture()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(written(README.read_text("utf-8")), "utf-8")
