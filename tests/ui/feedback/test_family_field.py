"""The family by its code, never by a name."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.feedback.family_field import FamilyField


@pytest.fixture
def field(qtbot: QtBot) -> FamilyField:
    made = FamilyField("Family")
    qtbot.addWidget(made)
    made.offer_codes(["F-0001", "F-0151"], "F-0152")
    return made


@pytest.mark.parametrize(
    ("typed", "code", "shown"),
    [
        ("F-0151", "F-0151", "F-0151"),
        ("151", "F-0151", "F-0151"),
        ("f1", "F-0001", "F-0001"),
        ("new", "F-0152", "F-0152 (new)"),
        ("F-0152 (new)", "F-0152", "F-0152 (new)"),
        ("f900", "F-0900", "F-0900 (new)"),
        ("", None, ""),
    ],
)
def test_a_code_is_understood_however_it_is_written(
    field: FamilyField, typed: str, code: str | None, shown: str
) -> None:
    field.put(typed)
    assert field.check()
    assert (field.code(), field.typed()) == (code, shown)


@pytest.mark.parametrize("typed", ["Mrs Made-up", "F-", "1234567"])
def test_a_name_is_refused_with_a_sentence(field: FamilyField, typed: str) -> None:
    field.put(typed)
    assert not field.check()
    assert "never by a name" in field.problem


def test_a_kept_family_is_new_no_longer_once_it_is_in_the_list(field: FamilyField) -> None:
    field.put("new")
    field.check()
    field.offer_codes(["F-0001", "F-0151", "F-0152"], "F-0153")
    assert (field.code(), field.typed()) == ("F-0152", "F-0152")
