import pytest

from pcf_desktop.importers.letters.bodies import bodies_of, ends_as_body, is_body, names_bodies


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        (
            "Kent County Council and NHS Kent and Medway ICB",
            ("Kent County Council", "NHS Kent and Medway ICB"),
        ),
        ("Leaders across the partnership", ("Leaders across the partnership",)),
        ("Hull City Council;\nHumber ICB", ("Hull City Council", "Humber ICB")),
        ("", ()),
    ],
)
def test_bodies_are_parted_where_each_side_is_one(words: str, bodies: tuple[str, ...]) -> None:
    assert bodies_of(words) == bodies


def test_a_duty_or_a_story_is_no_body() -> None:
    assert is_body("Kent County Council")
    assert not is_body("The council should act")
    assert not is_body("Children wait too long")


def test_a_label_before_a_name_is_no_part_of_it() -> None:
    assert bodies_of("Responsible body: Kent County Council") == ("Kent County Council",)
    assert bodies_of("Lead agencies – Kent ICB") == ("Kent ICB",)


def test_a_name_ends_with_the_word_for_its_sort() -> None:
    assert ends_as_body("Kent County Council")
    assert not ends_as_body("Leaders across Kent")


def test_bodies_that_follow_without_a_comma_are_parted() -> None:
    assert bodies_of("Ourtown Council NHS Tarn Integrated Care Board") == (
        *("Ourtown Council", "NHS Tarn Integrated Care Board"),
    )


@pytest.mark.parametrize(
    ("words", "are_names"),
    [
        ("Ourtown Council and NHS Tarn", True),
        ("NHS Tarn", True),
        ("the joint commissioning of services", False),
        ("Leaders should act", False),
    ],
)
def test_names_of_bodies_are_told_from_other_words(words: str, *, are_names: bool) -> None:
    assert names_bodies(words) is are_names
