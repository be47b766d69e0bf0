import pytest

from pcf_desktop.importers.letters.unlisted import unlisted_area


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("revisited the area of Tarn and Fell to decide", "Tarn and Fell"),
        ("Joint local area SEND inspection in St Tarn\n", "St Tarn"),
        ("the local area of Tarnby. Revisited the local area of Fellby.", None),
        ("Tarnby Council said so", None),
    ],
)
def test_a_statutory_phrase_names_one_area(words: str, name: str | None) -> None:
    assert unlisted_area(words, loosely=False) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tarnby Borough Council said so", "Tarnby"),
        ("the re-visit to Tarnby, which", "Tarnby"),
        ("The Tarnby local area", "Tarnby"),
        ("Fellby Parish Council", None),
    ],
)
def test_a_looser_phrase_counts_where_it_may(words: str, name: str | None) -> None:
    assert unlisted_area(words, loosely=True) == name
