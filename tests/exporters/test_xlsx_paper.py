import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pcf_desktop.exporters import xlsx
from pcf_desktop.exporters.document import Document

SAMPLE = "Made-up data: no family said this."


def printed_above(document: Document) -> str:
    with zipfile.ZipFile(io.BytesIO(xlsx.make(document).data)) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    (header,) = root.iter("{*}oddHeader")
    return header.text or ""


def document(forum: str, mark: str = "", sample: str = "") -> Document:
    return Document("Evidence", forum, date(2026, 1, 2), (), mark=mark, sample=sample)


def test_forum_title_and_marks_stand_above_each_page():
    assert printed_above(document("A forum")) == "&LA forum · Evidence"
    above = printed_above(document("A forum", "Draft", SAMPLE))
    assert above == f"&LA forum · Evidence\n&BDraft · {SAMPLE}"


@pytest.mark.parametrize(
    ("forum", "written"),
    [
        ("Parents & Carers", "Parents && Carers"),
        ("R&D", "R&&D"),  # &D is the date
        ("P&G", "P&& G"),  # &G a picture
        ("&[Picture]", "&& [Picture]"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_name_is_never_a_command(forum, written):
    assert printed_above(document(forum)) == f"&L{written} · Evidence"


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300), st.integers(1, 40))
def test_no_name_is_too_long_for_a_header_or_cuts_off_the_mark(name, times):
    above = printed_above(document((name * times)[:3000], sample=SAMPLE))
    assert above.endswith(f"\n&B{SAMPLE}")
    assert len(above.encode("utf-16-le")) // 2 <= 255
