"""A pack as Markdown, read by a CommonMark parser: the shape is ours, all words are theirs."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pcf_desktop.exporters import markdown
from pcf_desktop.exporters.document import (
    Block,
    Callout,
    Chart,
    Document,
    Evidence,
    EvidenceIndex,
    Fact,
    Heading,
    ItemList,
    KeyMessage,
    Paragraph,
    QuotedWords,
    Table,
)
from pcf_desktop.exporters.text import clean
from tests.exporters.browser import Read

DAY = date(2026, 11, 20)
HOSTILE = (
    "<script>alert(1)</script>",
    "<!-- gone --> <b onclick=x>bold</b>",
    "&lt;b&gt; &#60; &amp; Q&A",
    "# heading",
    "no heading #",
    "under\n===",
    "under\n---",
    "---",
    "***",
    "a | b\n--- | ---\nc | d",
    "one column \\|\n:-",
    r"\| \\| \\\|",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "[x]: https://example.org",
    "<https://example.org>",
    "https://example.org www.example.org WWW.example.org jo@example.org",
    "`code` ``` and ~~~",
    "```\nnever ended",
    "~~~\nnever ended",
    "~~struck~~",
    "*one* **two** _three_ __four__",
    "1. one\n2) two\n3.",
    "2026. A year",
    "- one\n+ two\n* three",
    "> quoted\n>> twice",
    "    four spaces\n\ttab",
    "line\nline  \nline\\\nline",
    "one\n\n\n two\n \nthree",
    "ends with a backslash\\",
    "\\<b>",
    "[ ] not done",
    "[a] [b] [c][d] [[e]] [f]: g\n[h]: i",
    "[^1] and :smile:",
    "",
    " \n ",
    "**",
    "“She said *no*.”",
)


def document(*blocks: Block, mark: str = "") -> Document:
    return Document("A note", "A forum", DAY, blocks, mark=mark)


def everywhere(text: str) -> tuple[Block, ...]:
    """Return a block of each kind that holds the text wherever it can."""
    table = Table(text, (text, "Count"), ((text, 1), (text, 2)), ("left", "right"), text, "T1")
    return (
        Heading(1, text, "1"),
        Heading(2, text),
        Paragraph(text),
        Paragraph(text, "1.1", ("E1", "T1")),
        KeyMessage(text, text, "K1", ("E1",)),
        QuotedWords("Q1", text, (text, text), text, text, ("E1",)),
        Callout(text, text, text),
        ItemList((text, text)),
        ItemList((text, text), number="1.2", lead=text),
        ItemList((text, text), is_ordered=True),
        ItemList((text, text), is_ordered=True),
        table,
        Chart(text, {}, f"Alt {text}", Table("", ("A",), ((text,),)), text, "F1", refs=("E1",)),
        EvidenceIndex((Evidence("E1", text, text), Evidence("E2", text))),
    )


def whole(text: str) -> Document:
    facts = (Fact(text, text), Fact("Area", text))
    blocks = everywhere(text)
    return Document(f"T {text}", text, DAY, blocks, text, facts, mark=text, sample=text)


def read(made: Document) -> Read:
    return Read(markdown.make(made).data)


def squeezed(text: str) -> str:
    """Return a text without white space, which a browser sets as it likes."""
    return "".join(text.split())


def held(text: str, words: str) -> int:
    return squeezed(words).count(squeezed(clean(text)[0]))


PLAIN = read(whole("words"))
PLACES = PLAIN.words.count("words")


def only_ours(tags: list[str]) -> Iterator[str]:
    """Yield the elements without line breaks and paragraphs, of which a text may have many."""
    return (tag for tag in tags if tag not in {"p", "br", "strong"})


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_was_written_is_read_as_markup(text: str) -> None:
    found = read(whole(text))
    assert list(only_ours(found.tags)) == list(only_ours(PLAIN.tags))
    if text.strip():
        assert held(text, found.words) >= PLACES


@given(
    st.text(st.one_of(st.sampled_from("\\`*_{}[]()<>#+-.!|~=:&;@/ \n\t0123wé"), st.characters()))
)
def test_every_text_comes_out_literally(text: str) -> None:
    found = read(whole(text))
    assert list(only_ours(found.tags)) == list(only_ours(PLAIN.tags))
    if squeezed(clean(text)[0]):
        assert held(text, found.words) >= PLACES


def test_a_cut_reads_as_it_was_made() -> None:
    assert markdown.escaped("[…] in [our plan], at last") == "[…] in [our plan], at last"


def test_a_box_to_tick_and_a_note_are_words_too() -> None:
    assert markdown.escaped("[ ] [x] [^1]") == "\\[ ] \\[x] \\[^1]"


@example("http://jo www.jo.wp jo@wp.to")
@given(st.text(st.sampled_from("hw:/.@wtps jo\n")))
def test_no_word_becomes_a_link_by_itself(text: str) -> None:
    written = markdown.escaped(text)
    assert "www." not in written
    for mark in ("://", "@"):  # each behind the sign that takes its meaning away
        assert written.count(mark) == written.count(f"\\{mark}") == text.count(mark)


def test_a_pack_has_a_shape(pack: Document) -> None:
    found = read(pack)
    levels = [f"h{block.level + 1}" for block in pack.blocks if isinstance(block, Heading)]
    assert [tag for tag in found.tags if tag in {"h1", "h2", "h3", "h4"}] == ["h1", *levels]
    tables = sum(isinstance(block, Table | Chart | EvidenceIndex) for block in pack.blocks)
    assert found.tags.count("table") == tables
    apart = sum(isinstance(block, QuotedWords | Callout) for block in pack.blocks)
    assert found.tags.count("blockquote") == apart


def test_two_lists_in_a_row_stay_two() -> None:
    lists = [ItemList(("a", "b")), ItemList(("c",)), ItemList(("d",), is_ordered=True)]
    found = read(document(*lists, ItemList(("e",), is_ordered=True)))
    assert [tag for tag in found.tags if tag in {"ul", "ol", "li"}] == [
        *("ul", "li", "li", "ul", "li", "ol", "li", "ol", "li")
    ]


def test_line_breaks_and_paragraphs_of_a_quote_stand() -> None:
    found = read(document(QuotedWords("Q1", "one\ntwo\n\nthree")))
    assert found.tags == [
        "h1",
        "p",
        "strong",
        "blockquote",
        "p",
        "br",
        "p",
        "p",
        "strong",
        *["hr", "p"],
    ]


def test_it_looks_as_a_person_would_write_it() -> None:
    made = document(
        Heading(1, "Waiting", "4"),
        Paragraph("58 of 105 families call it worse.", "4.1", ("E001",)),
        QuotedWords(
            "Q031", "We waited 19 months.\nNobody rang.", ("a parent",), "June 2026", "worse"
        ),
        Table(
            "Who", ("Age", "Families"), (("5 to 10", 1204),), ("left", "right"), number="Table 1"
        ),
        EvidenceIndex((Evidence("E001", "Survey", "214 families"),)),
        mark="Draft",
    )
    assert markdown.make(made).data.decode() == SHOWN


SHOWN = """\
# A note

**A forum**

**Draft**

## 4 Waiting

**4.1** 58 of 105 families call it worse. (E001)

> We waited 19 months.\x20\x20
> Nobody rang.
>
> — **Q031** · a parent · June 2026 · worse

**Table 1** **Who**

| Age | Families |
| --- | ---: |
| 5 to 10 | 1,204 |

| Evidence | What it is | Rests on | Where it is used |
| --- | --- | --- | --- |
| E001 | Survey | 214 families | 4.1 |

---

Made on 20 November 2026 by A forum · Draft
"""


def test_half_a_file_does_not_pass_the_check(pack: Document, tmp_path: Path) -> None:
    data, path = markdown.make(pack).data, tmp_path / "Pack.md"
    for part in (data[: len(data) // 2], data[:-1], data[3:], b"\xff" + data):
        path.write_bytes(part)
        with pytest.raises(ValueError, match=r"whole|missing|decode"):
            markdown.check(path)
