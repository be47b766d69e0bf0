from pcf_desktop.importers.letters.counts import count
from pcf_desktop.importers.letters.finding import find_lists
from pcf_desktop.importers.letters.view import look
from pcf_desktop.importers.letters.vocabulary import PriorityKind


def test_each_list_is_found_once_with_its_kind() -> None:
    text = (
        "Areas for priority action\n• Leaders should act.\n\nAreas for improvement\n• More plans."
    )
    view = look(text)
    lists = find_lists(view, count(view.even)).lists
    assert [(each.kind, len(each.items)) for each in lists] == [
        *((PriorityKind.PRIORITY_ACTION, 1), (PriorityKind.IMPROVEMENT, 1)),
    ]


def test_a_list_that_is_announced_and_not_there_is_remembered() -> None:
    view = look("Inspectors found three areas of weakness:\n\nThe council met in May. It was late.")
    findings = find_lists(view, count(view.even))
    assert findings.lists == ()
    assert [each.count for each in findings.unread] == [3]


def test_labels_are_found_without_an_announcement_far_into_a_letter() -> None:
    text = "A line.\n" * 900 + "Priority action 1\nLeaders should act.\n"
    view = look(text)
    (found,) = find_lists(view, count(view.even)).lists
    assert found.items[0].number == 1
