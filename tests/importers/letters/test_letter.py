import json

from pcf_desktop.importers.letters.letter import describe
from pcf_desktop.importers.letters.reading import read_text

FIELDS = [
    *("document", "framework", "area", "visit", "received", "published", "plan_required"),
    *("outcome", "stated_count", "sufficient_count", "deadlines", "priorities", "warnings", "text"),
]
PRIORITY = [
    *("kind", "number", "words", "title", "bodies", "judgement", "start", "end", "confidence"),
]
TEXT = (
    "The SEND revisit of Derby by Ofsted and the CQC, 3 to 5 May 2022: sufficient progress in the "
    "following area of weakness:\n1. the local offer"
)


def test_a_described_letter_has_the_fields_in_order_and_goes_through_json() -> None:
    described = json.loads(json.dumps(describe(read_text(TEXT))))
    assert list(described) == FIELDS
    assert list(described["priorities"][0]) == PRIORITY
    assert described["priorities"][0]["kind"] == "significant_weakness"
    assert described["priorities"][0]["judgement"] == "sufficient"
    assert described["visit"] == {"start": "2022-05-03", "end": "2022-05-05"}


def test_what_is_not_known_is_null() -> None:
    described = describe(read_text("Cakes are for sale."))
    assert described["visit"] == {"start": None, "end": None}
    assert described["area"] is None
    assert described["priorities"] == []
