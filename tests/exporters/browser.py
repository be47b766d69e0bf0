"""Markdown as a browser shows it, by a parser that is not ours."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt
from typing_extensions import override


class Read(HTMLParser):
    """What a browser shows of a page: the elements in order, and the words of each."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(data.decode()))

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(name == "style" for name, _ in attrs), tag
        self.tags.append(tag)

    @override
    def handle_data(self, data: str) -> None:
        self.words += data
