import pytest

from pcf_desktop.importers.letters.letter import ABOUT_ONE, AREA_SEND, JOINT, NONE_OF_THESE
from pcf_desktop.importers.letters.recognition import recognise


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
