"""A small table with its headings in the first column is one action."""

from docx.document import Document as WordDocument

from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import (
    MakeWord,
    add_table,
    colours,
    shade,
)


def test_a_card_for_each_action(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        for ref, lead in (("2", "Ben"), ("1", "Ann")):
            add_table(document, [["Ref", ref], ["Action", "Meet"], ["Lead", lead]])
            document.add_paragraph("")

    plan = read_plan(word(fill))
    assert [(action.ref, action.fields[PlanColumn.LEAD]) for action in plan.actions] == [
        ("1", "Ann"),
        ("2", "Ben"),
    ]


def test_the_number_of_an_action_can_stand_before_its_words(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        for number, words in ((2, "Write it"), (1, "Ask families")):
            rows = [[f"Action {number}:", words], ["Lead:", "Ann"], ["RAG", ""]]
            cells = add_table(document, rows)
            shade(cells[2][1], "00B050")
            document.add_paragraph("")

    plan = read_plan(word(fill))
    assert [(action.ref, action.words) for action in plan.actions] == [
        ("Action 1", "Ask families"),
        ("Action 2", "Write it"),
    ]
    assert colours(plan) == ["green", "green"]


def test_a_table_of_two_columns_with_a_header_is_no_card(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        add_table(document, [["Action", "Lead"], ["Meet", "Ann"], ["Ask", "Ben"]])

    assert [action.words for action in read_plan(word(fill)).actions] == ["Meet", "Ask"]
