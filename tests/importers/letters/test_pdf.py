import io

import pikepdf
import pytest
import typst

from pcf_desktop.errors import UserError
from pcf_desktop.importers.letters.pdf import pdf_text


def test_pages_are_parted_and_paragraphs_keep_their_gap(pdf_letter: bytes) -> None:
    text = pdf_text(pdf_letter)
    assert text.count("\f") == 1
    assert "\n\nYours sincerely" in text.replace("\r", "")


def test_a_locked_pdf_is_named(pdf_letter: bytes) -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_letter)) as document:
        document.save(stream, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(UserError) as error:
        pdf_text(stream.getvalue())
    assert error.value.happened == "This PDF is locked with a password."


def test_a_pdf_without_words_is_named() -> None:
    drawn = typst.compile(b"#rect(width: 5cm, height: 5cm)")
    assert isinstance(drawn, bytes)
    with pytest.raises(UserError) as error:
        pdf_text(drawn)
    assert error.value.happened.startswith("The pages of this PDF are pictures")


def test_a_cut_pdf_is_named(pdf_letter: bytes) -> None:
    with pytest.raises(UserError) as error:
        pdf_text(pdf_letter[:200])
    assert error.value.happened.startswith("This PDF is damaged")


def _printed(source: str) -> str:
    compiled = typst.compile(source.encode())
    assert isinstance(compiled, bytes)
    return pdf_text(compiled).replace("\r", "")


def test_a_heading_in_larger_letters_at_the_top_of_a_column_is_parted() -> None:
    words = "which families and schools in the area told inspectors about this year"
    items = "".join(f"- {each}, {words}\n" for each in ("plans", "data", "waits"))
    text = _printed(
        '#set page(paper: "a4", columns: 2)\n#set text(font: "DejaVu Sans")\n'
        f"{items}#colbreak()\n= Dates for your diary\n{items}"
    )
    assert "\n\nDates for your diary\n\n" in text
