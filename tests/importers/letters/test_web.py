import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.letters.web import web_text


def test_menus_footers_and_scripts_are_left_out(web_letter: bytes) -> None:
    text = web_text(web_letter.decode())
    assert "Bins" not in text
    assert "Contact us" not in text
    assert "var a" not in text
    assert text.startswith("Joint area SEND inspection in Rutland")


def test_lists_lines_and_tables_keep_their_shape() -> None:
    page = (
        "<p>one<br>two</p><ol start=3><li>three</li><li><p>four</p></li></ol>"
        "<table><tr><th>Body</th><th>Area</th></tr><tr><td>ICB</td><td>plans</td></tr></table>"
    )
    assert web_text(page) == "one\ntwo\n\n3. three\n\n4. four\n\nBody\tArea\nICB\tplans"


@pytest.mark.parametrize(
    "part",
    [
        "<div class='cookie banner'>hidden</div>",
        "<div style='display: none'>hidden</div>",
        "<p hidden>hidden</p>",
        "<div role=navigation>hidden</div>",
        "<!-- hidden -->",
    ],
)
def test_what_is_not_seen_is_not_read(part: str) -> None:
    assert web_text(f"<body>{part}<p>seen</p></body>") == "seen"


def test_an_entity_from_elsewhere_is_not_read() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>a &x; b</p>'
    assert web_text(page).replace("\n", " ").endswith("a &x; b")


def test_a_page_without_anything_is_refused() -> None:
    with pytest.raises(UserError):
        web_text("<!-- nothing -->")
