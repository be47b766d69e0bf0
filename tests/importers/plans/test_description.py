"""A plan is described in values that JSON holds, with the same keys whatever was found."""

from pcf_desktop.importers.plans.description import describe
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import (
    HEADER,
    CsvPlan,
)


def test_a_plan_is_described_in_values_that_json_holds(csv_plan: CsvPlan) -> None:
    described = describe(
        read_plan(csv_plan([HEADER, ["1.1", "Meet", "Ann", "July 2020", "Green"]]))
    )
    actions = described["actions"]
    assert isinstance(actions, list)
    assert actions[0] == {
        "ref": "1.1",
        "priority": None,
        "outcome": None,
        "action": "Meet",
        "lead": "Ann",
        "partners": None,
        "workstream": None,
        "milestones": None,
        "measure": None,
        "baseline": None,
        "target": None,
        "impact": None,
        "evidence": None,
        "progress": None,
        "complete": None,
        "start": None,
        "end": {
            "text": "July 2020",
            "earliest": "2020-07-01",
            "latest": "2020-07-31",
            "precision": "month",
            "note": "",
        },
        "closed": None,
        "rag": {"key": "green", "text": "Green", "source": "words", "heading": "RAG", "note": ""},
        "rag_history": [
            {"key": "green", "text": "Green", "source": "words", "heading": "RAG", "note": ""}
        ],
        "table": "The table",
        "row": 2,
    }


def test_words_in_place_of_a_ref_are_shown_as_they_stand(csv_plan: CsvPlan) -> None:
    actions = describe(read_plan(csv_plan([HEADER, ["see page 3", "Meet", "A", "2024", "G"]])))[
        "actions"
    ]
    assert isinstance(actions, list)
    assert actions[0]["ref"] == "see page 3"


def test_every_action_and_table_has_the_same_keys(csv_plan: CsvPlan) -> None:
    whole = describe(read_plan(csv_plan([HEADER, ["1", "Meet", "A", "2024", "G"]])))
    least = describe(read_plan(csv_plan([["KPI", "Baseline", "Target"], ["Waits", "9", "5"]])))
    for part in ("actions", "tables"):
        one, other = whole[part], least[part]
        assert isinstance(one, list)
        assert isinstance(other, list)
        assert list(one[0]) == list(other[0])
