import pytest

from pcf_desktop.importers.letters.areas import find_area, known_areas

GONE = {"Bournemouth", "Cumbria", "Northamptonshire", "Poole"}


def test_there_are_153_local_areas() -> None:
    assert len(set(known_areas().values()) - GONE) == 153


@pytest.mark.parametrize(
    ("words", "area"),
    [
        (
            "a joint inspection of the local area of Bath & North East Somerset",
            "Bath and North East Somerset",
        ),
        ("Joint area SEND revisit in the London Borough of Sutton", "Sutton"),
        ("the council in Hull", "Kingston upon Hull"),
        ("Cheshire West and Chester Council", "Cheshire West and Chester"),
        ("6 Cumberland Place, Nottingham NG1 6HJ. SEND inspection in Rutland", "Rutland"),
        ("St. Helens SEND Partnership", "St Helens"),
        ("North\nSomerset Council", "North Somerset"),
        ("reading the letter takes time", None),
    ],
)
def test_an_area_is_known_by_its_names(words: str, area: str | None) -> None:
    assert find_area(words).name == area


def test_two_areas_named_alike_are_left_to_the_person() -> None:
    found = find_area("Failings were found in Oldham and in Plymouth.")
    assert found.name is None
    assert set(found.rivals) == {"Oldham", "Plymouth"}


@pytest.mark.parametrize(
    ("words", "area", "is_listed"),
    [
        ("revisited the area of Fellmouth to decide whether", "Fellmouth", False),
        ("Area SEND inspection of Upper Tarn Local Area Partnership", "Upper Tarn", False),
        ("Inspectors visited Tarnby in May. Tarnby Council said so.", "Tarnby", False),
        ("Inspectors visited Tarnby in May. Fellby Council said so.", None, True),
        ("the local area of Special Educational Needs", None, True),
        ("Inspectors visited Tarnby in May with Kent Council.", "Kent", True),
    ],
)
def test_an_area_on_no_list_is_taken_from_a_plain_phrase_alone(
    words: str, area: str | None, *, is_listed: bool
) -> None:
    found = find_area(words)
    assert (found.name, found.is_listed) == (area, is_listed)


@pytest.mark.parametrize("words", ["Sam Poole, Ofsted HMI", "Cllr Lincolnshire", "Mr Bolton spoke"])
def test_a_surname_is_no_area(words: str) -> None:
    assert find_area(words).name is None
