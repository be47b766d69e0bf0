"""Families are codes, and a name never stands in a code's place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from pcf_desktop.errors import UserError
from pcf_desktop.records import Child, Family
from pcf_desktop.services.families import families
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.forum import reference
from pcf_desktop.workspace import Workspace


@pytest.mark.parametrize("written", ["152", "f152", "F152", "F-152", "f-0152", " F-0152 ", "0152"])
def test_a_code_may_be_written_in_many_ways(written: str) -> None:
    assert families.normal(written) == "F-0152"


@pytest.mark.parametrize(
    "written", ["", "Smith", "F", "F-", "1.5", "-1", "1234567", "F--1", "12 3"]
)
def test_what_is_no_code_is_none(written: str) -> None:
    assert families.normal(written) is None


@given(number=st.integers(0, 999_999))
def test_every_number_comes_back_from_its_code(number: int) -> None:
    assert families.normal(families.code(number)) == families.code(number)


LISTS = ("age_band", "need", "send_status", "setting")
"""In the order of the fields."""


def test_new_families_get_the_next_code(workspace: Workspace) -> None:
    with workspace.change("Make families") as session:
        assert families.next_code(session) == "F-0001"
        assert [families.new(session).code for _ in range(3)] == ["F-0001", "F-0002", "F-0003"]
        assert families.next_code(session) == "F-0004"
        assert families.codes(session) == ["F-0001", "F-0002", "F-0003"]


def test_a_code_written_by_hand_is_the_same_family_each_time(workspace: Workspace) -> None:
    with workspace.change("Name one") as session:
        first = families.by_code(session, "f7")
        assert families.by_code(session, "F-0007").id == first.id
        assert families.new(session).code == "F-0008"
        assert families.by_code(session, "3").code == "F-0003"
        assert families.new(session).code == "F-0009"


def test_a_name_is_refused_and_makes_nothing(workspace: Workspace) -> None:
    with workspace.change("Name one") as session:
        with pytest.raises(UserError, match="never by a name") as raised:
            families.by_code(session, "The Jones family")
        assert "Jones" not in str(raised.value)
        assert session.scalar(select(func.count()).select_from(Family)) == 0


def test_a_child_that_fits_is_the_same_child(workspace: Workspace) -> None:
    with workspace.change("Note children") as session:
        need = reference.words(session, "need")[0].id
        age = reference.words(session, "age_band")[0].id
        one, other = families.new(session), families.new(session)
        assert families.child_for(session, one, AboutChild()) is None
        first = families.child_for(session, one, AboutChild(need_id=need))
        assert families.child_for(session, one, AboutChild(need_id=need)) == first
        assert families.child_for(session, one, AboutChild(need_id=need, age_band_id=age)) != first
        assert families.child_for(session, other, AboutChild(need_id=need)) != first
        assert session.scalar(select(func.count()).select_from(Child)) == 3


def test_what_is_said_of_a_child_is_read_again(workspace: Workspace) -> None:
    with workspace.change("Note a child") as session:
        said = AboutChild(*(reference.words(session, key)[0].id for key in LISTS))
        key = families.child_for(session, families.new(session), said)
        assert families.about(session, key) == said
        assert families.about(session, None) == AboutChild()
