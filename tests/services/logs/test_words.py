"""What the words of a log mean, and what was said of its columns before."""

import pytest

from pcf_desktop.importers.logs.log_sheet import LogMatching, Meaning
from pcf_desktop.services.logs import words
from pcf_desktop.workspace import Workspace
from tests.services.logs.conftest import LOOKED, Read, bring


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("May we quote it?", {"Yes": "quote", "No": "use", "Yes, if you ask": None}),
        ("Consent", {"Yes": "quote", "No": "keep", "Yes, if you ask": None}),
    ],
)
def test_a_no_to_quoting_is_no_more_than_that(
    workspace: Workspace, read: Read, heading: str, keys: dict[str, str | None]
) -> None:
    sheet = read([["A1", f"Said {key}.", key] for key in keys], ("Code", "Comments", heading))
    with workspace.read() as session:
        found = words.of(session, sheet, {})
    assert {each.words: each.key for each in found.matches["may_quote"]} == keys
    assert [each.words for each in found.open()] == ["Yes, if you ask"]


def test_a_district_that_is_new_can_be_chosen(workspace: Workspace, read: Read) -> None:
    sheet = read([["A1", "Said.", "Northvale"]], ("Code", "Comments", "District"))
    with workspace.read() as session:
        found = words.of(session, sheet, {})
        assert found.choosing["district"].labels == {"Northvale": "Northvale"}
        assert found.meanings() == {}
        looked = words.of(session, sheet, LOOKED)
        assert looked.meanings() == {("district", "northvale"): "Northvale"}


def test_what_a_person_said_of_a_column_holds_for_the_next_file(
    workspace: Workspace, read: Read
) -> None:
    body, headings = [["A1", "Said.", "Facebook"]], ("Code", "Comments", "Zebra")
    bring(workspace, read(body, headings, meanings={"Zebra": "channel"}))
    with workspace.read() as session:
        assert words.with_columns_of_before(session, read(body, headings)) == LogMatching(
            meanings={"Zebra": Meaning.CHANNEL}
        )
        chosen = read(body, headings, meanings={"Zebra": "out"})
        assert words.with_columns_of_before(session, chosen) == chosen.choices
