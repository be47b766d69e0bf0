"""The words of a heading and their roles, whatever the language and however a tool glues them."""

import pytest

from pcf_desktop.importers.columns.identity_words import (
    WordRole,
    flat,
    given_names,
    no_names,
    phrases,
)


def _roles(heading: str) -> list[WordRole]:
    return [each.role for each in phrases(heading)]


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("firstName", [WordRole.NAME]),
        ("child_surname", [WordRole.PERSON, WordRole.NAME]),
        ("2. E-mail", [WordRole.EMAIL]),
        ("IPAddress", [WordRole.NETWORK]),
        ("N\u0103scut \u00een", [WordRole.UNKNOWN, WordRole.AROUND]),
        ("x", [WordRole.COORDINATES]),
        ("Name x", [WordRole.NAME, WordRole.UNKNOWN]),
        ("Enw\u2019r ysgol", [WordRole.NAME, WordRole.OF, WordRole.OTHER]),
        ("", []),
    ],
)
def test_the_longest_known_phrases_are_taken(heading: str, roles: list[WordRole]) -> None:
    assert _roles(heading) == roles


def test_an_owner_is_told_by_its_apostrophe() -> None:
    assert [each.whose for each in phrases("child's parents' name")] == [True, True, False]


def test_accents_case_and_strokes_make_no_difference() -> None:
    assert flat("\u0141\u00f3d\u017a STRASSE") == flat("lodz stra\u00dfe")


def test_no_given_name_is_a_word_that_names_nobody() -> None:
    assert {"pat", "agnieszka", "zoe"} <= given_names()
    assert {"primary", "park", "ofsted"} <= no_names()
    assert not given_names() & no_names()
