from pcf_desktop.importers.letters.view import look


def words(text: str) -> list[str]:
    return [line.words for line in look(text).lines if line.words]


def test_page_numbers_are_furniture() -> None:
    assert words("one\nPage 3 of 7\ntwo\n- 4 -\nthree\n5 of 7\nfour") == [
        "one",
        "two",
        "three",
        "four",
    ]


def test_a_running_header_beside_a_page_number_is_furniture() -> None:
    text = (
        "Letter to Rutland\none\nPage 1\nLetter to Rutland\ntwo\nPage 2\nLetter to Rutland\nthree"
    )
    assert words(text)[-2:] == ["two", "three"]


def test_headers_at_the_edges_of_pages_are_furniture() -> None:
    assert words("Rutland letter 1\none\n1\fRutland letter 2\ntwo\n2") == ["one", "two"]


def test_a_judgement_that_comes_again_is_no_furniture() -> None:
    said = "The area has made sufficient progress."
    assert words(f"{said}\nPage 1\n{said}\nPage 2\n{said}").count(said) == 3


def test_a_lone_number_between_two_bullets_is_a_page_and_the_number_of_an_item_is_none() -> None:
    assert words("• one\n\n7\n\n• two") == ["• one", "• two"]
    assert words("one\n\n1\n\nthe first\n\n2\n\nthe second").count("2") == 1


def test_a_line_that_leads_to_something_is_never_furniture() -> None:
    text = "Inspectors found that:\none\n1\fInspectors found that:\ntwo\n2"
    assert words(text).count("Inspectors found that:") == 2
