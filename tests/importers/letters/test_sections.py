from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.sections import judged, sections, verdicts
from pcf_desktop.importers.letters.view import look
from pcf_desktop.importers.letters.vocabulary import ReturnJudgement

TEXT = """Main findings

The initial inspection found poor plans.

Much was done.

The area has made sufficient progress to improve this area of weakness.

The initial inspection found that data was weak.

Little was done.

The area has not made sufficient progress to improve this area of weakness.
"""


def test_each_verdict_closes_a_part_that_states_its_weakness() -> None:
    view = look(TEXT)
    said = verdicts(view)
    assert [each.judgement for each in said] == [
        ReturnJudgement.SUFFICIENT,
        ReturnJudgement.NOT_SUFFICIENT,
    ]
    found = sections(view, said)
    assert [item.words(view.even).rstrip(".") for item in found] == ["poor plans", "data was weak"]


def test_a_sentence_on_all_of_them_is_no_verdict_on_one() -> None:
    assert verdicts(look("The area has made sufficient progress in each of the weaknesses.")) == ()


def test_an_item_takes_the_verdict_that_follows_it() -> None:
    said = verdicts(look(TEXT))
    first, second = judged([Item(((40, 50),)), Item(((160, 170),))], said, len(TEXT))
    assert first.judgement is ReturnJudgement.SUFFICIENT
    assert second.judgement is ReturnJudgement.NOT_SUFFICIENT


def test_there_was_belongs_to_the_statement() -> None:
    view = look(TEXT.replace("data was weak", "\n\n• There was little data"))
    assert [item.words(view.even) for item in sections(view, verdicts(view))][1] == (
        "There was little data."
    )
