from lxml import etree

from pcf_desktop.exporters.wordml import (
    bookmarked,
    field,
    link,
    page_of,
    paragraph,
    qualified,
    run,
    w,
)


def text_of(element) -> str:
    return "".join(node.text or "" for node in element.iter(qualified("t")))


def test_words_stay_words_and_keep_their_spaces():
    made = run("  <w:b/> &amp; ")
    assert text_of(etree.fromstring(etree.tostring(made))) == "  <w:b/> &amp; "


def test_line_breaks_and_tabs_become_words_own():
    tags = [etree.QName(child).localname for child in run("a\nb\tc")]
    assert tags == ["t", "br", "t", "tab", "t"]


def test_a_paragraph_names_its_style_first():
    properties = paragraph("Quote", run("a"), extra=[w("keepNext")])[0]
    assert [etree.QName(child).localname for child in properties] == ["pStyle", "keepNext"]


def test_a_link_leads_to_a_bookmark_of_the_same_name():
    start, words, end = bookmarked("ref1", 7, run("here"))
    assert start.get(qualified("name")) == link("ref1", words).get(qualified("anchor"))
    assert start.get(qualified("id")) == end.get(qualified("id")) == "7"


def test_a_field_opens_shows_something_and_closes():
    made = w("p", *field("PAGE", "1"))
    kinds = [node.get(qualified("fldCharType")) for node in made.iter(qualified("fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert text_of(made) == "1"


def test_a_page_is_asked_of_its_bookmark_and_never_made_up():
    made = w("p", *page_of("ref1"))
    assert [node.text for node in made.iter(qualified("instrText"))] == [" PAGEREF ref1 \\h "]
    assert text_of(made) == ""
