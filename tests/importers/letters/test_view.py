from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.letters.view import look


@given(st.text())
def test_a_view_is_as_long_as_its_text(text: str) -> None:
    assert len(look(text).even) == len(text)


@given(st.text(alphabet="ab •-\n\r\f\t1.>", max_size=80))
def test_a_line_stands_where_it_says(text: str) -> None:
    view = look(text)
    assert all(view.even[line.start : line.end] == line.words for line in view.lines)


def test_quotes_blanks_and_bullets_become_even() -> None:
    view = look("◼\u00a0‘one’ – “two”\r\n\uf0b7 three")
    assert [line.words for line in view.lines] == ["• 'one' – \"two\"", "• three"]


def test_bullets_of_a_lost_symbol_font_are_known_when_there_are_two() -> None:
    assert [line.words for line in look("n one\nn two").lines] == ["• one", "• two"]
    assert look("n one").lines[0].words == "n one"


def test_the_width_of_a_broken_text_is_found() -> None:
    line = "word " * 16
    assert look("\n".join([line.strip()] * 12)).width == 79
    assert look("\n".join(["short", "a much longer paragraph " * 30] * 6)).width is None


def test_pictures_before_words_are_bullets() -> None:
    assert look("✅ plans\n❌ data 👉").even == "• plans\n• data 👉"
