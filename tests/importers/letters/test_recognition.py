import pytest

from pcf_desktop.importers.letters.letter import ABOUT_ONE, AREA_SEND, JOINT, NONE_OF_THESE, Visit
from pcf_desktop.importers.letters.recognition import framework_of, recognise


@pytest.mark.parametrize(
    ("text", "document", "framework"),
    [
        ("Ofsted looked at SEND. A written statement of action is due.", ABOUT_ONE, JOINT),
        ("Ofsted looked at SEND. Areas for improvement were named.", ABOUT_ONE, AREA_SEND),
        ("The school was inspected by Ofsted and is good.", NONE_OF_THESE, None),
        ("Cakes for sale", NONE_OF_THESE, None),
    ],
)
def test_a_text_is_told_by_its_words(text: str, document: str, framework: str | None) -> None:
    found = recognise(text)
    assert (found.document, found.framework) == (document, framework)


@pytest.mark.parametrize(
    "words",
    [
        "Unique reference number 123\nOfsted inspectors said pupils with SEND do well.",
        "Inspection of Ourshire local authority children's services by Ofsted inspectors: SEND",
    ],
)
def test_another_kind_of_inspection_is_none_of_these(words: str) -> None:
    assert recognise(words).document == NONE_OF_THESE


def test_the_day_of_the_visit_tells_the_framework() -> None:
    assert framework_of(Visit("2020-01", "2020-01")) == JOINT
    assert framework_of(Visit("2023-03-06", "2023-03-10")) == AREA_SEND
    assert framework_of(Visit("2014-03", "2014-03")) is None
    assert framework_of(None) is None
