import io

from lxml import etree
from PIL import Image

from pcf_desktop.exporters import pictures
from pcf_desktop.exporters.charts import Bar, Caption, Part, Stack, bars, stacks

CAPTION = Caption("More say worse.", 88, "families", "Parent survey.")
LONG = "Waiting for an autism or ADHD assessment, and being told nothing all that time"
CHART = bars(CAPTION, [Bar("Better", 11, "good"), Bar(LONG, 77, "bad")], "Answer")


def texts(svg: str) -> list[str]:
    root = etree.fromstring(svg.encode())
    return [
        " ".join(map(str, node.itertext()))
        for node in root.iter("{http://www.w3.org/2000/svg}text")
    ]


def test_a_picture_says_every_label_and_figure_as_text():
    words = " ".join(texts(pictures.svg(CHART)))
    assert "11 families (13%)" in words  # halves go up
    assert "77 families (88%)" in words
    assert "told nothing" in words


def test_a_long_label_is_broken_into_lines_and_never_cut():
    assert "…" not in "".join(texts(pictures.svg(CHART)))


def test_markup_in_a_label_stays_words():
    chart = bars(CAPTION, [Bar("<b>&amp; <script>", 11)], "Answer")
    assert "<b>&amp; <script>" in texts(pictures.svg(chart))


def test_nothing_is_drawn_outside_the_picture():
    picture = Image.open(io.BytesIO(pictures.png(CHART))).convert("L")
    across, down = picture.size
    edges = [(0, 0, 3, down), (across - 3, 0, across, down), (0, 0, across, 3)]
    assert all(min(picture.crop(edge).tobytes()) == 255 for edge in edges)


def test_letters_are_drawn_in_the_shipped_typeface():
    """A missing typeface draws nothing here: white where the labels stand."""
    picture = Image.open(io.BytesIO(pictures.png(CHART))).convert("L")
    labels = picture.crop((0, 0, picture.width // 4, picture.height))
    assert min(labels.tobytes()) < 100


def test_a_row_of_nothing_keeps_its_label():
    parts = (Part("Better", "good"), Part("Worse", "bad"))
    chart = stacks(CAPTION, parts, [Stack("Waits", (6, 77)), Stack("Help", (0, 0))], "Priority")
    assert "Help" in texts(pictures.svg(chart))
