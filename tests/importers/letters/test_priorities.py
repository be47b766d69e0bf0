from pcf_desktop.importers.letters.finding import FoundList
from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.priorities import priorities
from pcf_desktop.importers.letters.view import look
from pcf_desktop.importers.letters.vocabulary import PriorityKind, ReturnJudgement

WEAKNESS = PriorityKind.SIGNIFICANT_WEAKNESS


def listed(
    text: str, words: str, start: int = 0, judgement: ReturnJudgement | None = None
) -> FoundList:
    place = text.index(words, start)
    item = Item(((place, place + len(words)),))
    return FoundList(WEAKNESS, (item,), place, place + len(words), judgement)


def test_a_weakness_listed_again_is_the_same_and_takes_its_judgement() -> None:
    words = "the poor quality of plans"
    text = f"{words} ... {words}"
    lists = [listed(text, words), listed(text, words, 9, ReturnJudgement.SUFFICIENT)]
    (found,) = priorities(look(text), lists, None)
    assert found.judgement is ReturnJudgement.SUFFICIENT
    assert found.start == 0


def test_a_judgement_on_all_holds_for_weaknesses_and_not_for_other_kinds() -> None:
    text = "the poor quality of plans"
    (found,) = priorities(look(text), [listed(text, text)], ReturnJudgement.NOT_SUFFICIENT)
    assert found.judgement is ReturnJudgement.NOT_SUFFICIENT
    (other,) = priorities(look(text), [listed(text, text)], ReturnJudgement.EFFECTIVE)
    assert other.judgement is None
