"""Families are counted by what is known of them, each once, as a pack counts."""

from datetime import date

from pcf_desktop.records import When
from pcf_desktop.services.counting.by_family import families_by
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum import reference
from pcf_desktop.workspace import Workspace


def test_a_family_counts_once_under_each_need_of_its_children(workspace: Workspace) -> None:
    with workspace.change("log") as session:
        need = {key: reference.term_id(session, "need", key) for key in ("asd", "hi", "not_known")}
        for code, key, quote, day in (
            ("1", "asd", "quote", 3), ("1", "asd", "quote", 4), ("1", "hi", "quote", 5),
            ("2", "asd", "keep", 5), ("3", "not_known", "quote", 5), ("4", None, "quote", 5),
        ):  # fmt: skip
            said = NewFeedback(
                "Words.", quote, When.day(date(2025, 4, day)), family_code=code,
                child=AboutChild(need_id=need[key]) if key else AboutChild(),
                district="Northvale" if code != "4" else None,
            )  # fmt: skip
            feedback.log(session, said)
    with workspace.read() as session:
        by = families_by(session, "need")
        assert by.counts == {"Hearing impairment": 1, "Autistic spectrum disorder": 1}
        assert (by.known, by.heard) == (1, 3)
        assert families_by(session, "district").counts == {"Northvale": 2}
        late = families_by(session, "need", date(2025, 4, 5))
        assert late.counts == {"Hearing impairment": 1}
