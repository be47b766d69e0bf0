from pcf_desktop.importers.letters.tables import tables
from pcf_desktop.importers.letters.view import look
from pcf_desktop.importers.letters.vocabulary import PriorityKind, ReturnJudgement


def test_columns_are_known_by_their_headings() -> None:
    view = look(
        "No\tLead body\tArea of weakness\tResult\n1\tThe Council\tpoor plans\tNot sufficient"
    )
    (table,) = tables(view)
    (item,) = table.items
    assert table.kind is PriorityKind.SIGNIFICANT_WEAKNESS
    assert item.words(view.even) == "poor plans"
    assert item.number == 1
    assert item.bodies == ("The Council",)
    assert item.judgement is ReturnJudgement.NOT_SUFFICIENT


def test_a_table_of_something_else_is_left_alone() -> None:
    assert tables(look("Name\tDate\nAnn\t3 May")) == ()
    assert tables(look("plain words")) == ()


def test_a_rule_below_the_heading_is_no_row() -> None:
    (table,) = tables(look("| Area for improvement | Body |\n|---|---|\n| Better plans | ICB |"))
    assert len(table.items) == 1
