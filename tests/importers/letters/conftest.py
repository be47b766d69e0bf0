"""One letter, written as PDF, Word document and web page."""

import io
from collections.abc import Sequence

import docx
import pytest
import typst

COMMISSIONING = (
    "the lack of a shared plan for joint commissioning, which means that gaps in services for "
    "children and young people are not known to leaders and are not filled"
)
PLANS = (
    "the poor quality of EHC plans, with weak advice from health and social care services and "
    "outcomes that nobody checks"
)
WEAKNESSES = (COMMISSIONING, PLANS, "the long time that children wait for an autism assessment")
LEAD = (
    "The local area is required to produce and submit a Written Statement of Action to Ofsted that "
    "explains how the local area will tackle the following areas of significant weakness:"
)
OPENING = (
    "Between 4 February 2019 and 8 February 2019, Ofsted and the Care Quality Commission (CQC) "
    "conducted a joint inspection of the local area of Rutland."
)


@pytest.fixture
def weaknesses() -> Sequence[str]:
    return WEAKNESSES


@pytest.fixture(scope="session")
def pdf_letter() -> bytes:
    """Return a PDF of two pages whose list runs over the page's end, with header and footer."""
    filler = "Leaders told inspectors what they had done and what they would do next. " * 45
    items = "\n".join(f"- {each}" for each in WEAKNESSES)
    source = f"""
#set page(paper: "a4", header: [Joint area SEND inspection in Rutland],
  footer: context [Page #counter(page).display() of 2])
#set text(font: "DejaVu Sans", size: 11pt, hyphenate: true, lang: "en")
#set par(justify: true)
#set list(marker: [■])
Dear Ms Example

= Joint area SEND inspection in Rutland

{OPENING}

{filler}

{LEAD}

{items}

Yours sincerely

A Person
"""
    compiled = typst.compile(source.encode())
    assert isinstance(compiled, bytes)
    return compiled


@pytest.fixture(scope="session")
def word_letter() -> bytes:
    """Return a Word document with headings and a list in a list style."""
    document = docx.Document()
    document.add_paragraph("Dear Ms Example")
    document.add_heading("Joint area SEND inspection in Rutland", 1)
    for words in (OPENING, LEAD):
        document.add_paragraph(words)
    for words in WEAKNESSES:
        document.add_paragraph(words, style="List Bullet")
    document.add_paragraph("Yours sincerely")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="session")
def web_letter() -> bytes:
    """Return a web page with a menu, a footer and a script around the letter."""
    items = "".join(f"<li>{each}</li>" for each in WEAKNESSES)
    return f"""<!DOCTYPE html><html><head><title>News</title><script>var a = 1;</script></head>
<body><header><a href="/">Home</a></header><nav><ul><li>Bins</li><li>Council tax</li></ul></nav>
<main><h1>Joint area SEND inspection in Rutland</h1><p>Dear Ms&nbsp;Example</p>
<p>{OPENING}</p><p>{LEAD}</p><ul>{items}</ul><p>Yours sincerely</p></main>
<footer><ul><li>Contact us</li><li>Areas for improvement</li></ul></footer></body></html>
""".encode()
