from pcf_desktop.importers.letters.bulleted import bulleted
from pcf_desktop.importers.letters.region import region
from pcf_desktop.importers.letters.view import look


def items(text: str, expected: int | None = None) -> list[str]:
    view = look(text)
    found = bulleted(region(view, 0, len(text)), expected)
    return [" ".join(item.words(view.even).split()) for item in found]


def test_lines_between_marks_belong_to_the_item() -> None:
    assert items("• poor\nplans\n• weak\ndata\nYours sincerely") == ["poor plans", "weak data"]


def test_a_bullet_in_mid_sentence_is_healed() -> None:
    assert items("• Our focus on families\n• and their views\n• Our plans") == [
        *("Our focus on families and their views", "Our plans"),
    ]


def test_the_last_item_may_have_lost_its_mark() -> None:
    assert items("• poor plans;\n• weak data; and\nlate reviews.\nYours sincerely") == [
        *("poor plans;", "weak data; and", "late reviews."),
    ]
    assert items("• poor plans\n• weak data\nlate reviews", 3)[-1] == "late reviews"


def test_another_numbering_begins_another_list() -> None:
    assert items("1. one\n2. two\n1. other") == ["one", "two"]


def test_rows_without_a_first_mark_are_no_list() -> None:
    assert items("plain\n• one") == []


def test_a_label_keeps_the_body_and_the_duty_below_it_with_its_own_list() -> None:
    text = (
        "Priority action 1\nOurtown Council\nLeaders should improve health, including:\n"
        "• therapies;\n• nursing.\nPriority action 2\nLeaders should act."
    )
    assert items(text) == [
        "Ourtown Council Leaders should improve health, including: therapies; nursing.",
        "Leaders should act.",
    ]


def test_a_label_ends_before_a_field_of_a_plan() -> None:
    text = "Weakness 1: poor oversight of services\nOutcome: better\nWeakness 2: waits"
    assert items(text) == ["poor oversight of services", "waits"]


def test_a_list_by_commas_may_lose_its_last_mark() -> None:
    assert items("* plans,\n* data,\n* waits, and\nclarity of advice\n\nContact us.") == [
        *("plans,", "data,", "waits, and", "clarity of advice"),
    ]


def test_a_body_after_a_number_leads_to_its_duty() -> None:
    text = "1. Ourtown Council\nLeaders should:\n- act\n2. NHS Tarn\nLeaders should help."
    assert items(text) == ["Ourtown Council Leaders should: act", "NHS Tarn Leaders should help."]
