import json
import math
from dataclasses import replace
from itertools import pairwise

import pytest

from pcf_desktop.exporters.charts import (
    COLOURS,
    Bar,
    Caption,
    Part,
    Stack,
    bars,
    stacks,
)

CAPTION = Caption("More say worse than better.", 108, "families", "Parent survey.", "Figure 1")
ROWS = (Bar("Better", 11, "good"), Bar("No change", None, "same"), Bar("Worse", 77, "bad"))
PARTS = (Part("Better", "good"), Part("Worse", "bad"))


def lightness(colour: str) -> float:
    """L* of CIELAB: what is left of a colour on a photocopy."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    y = sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * math.cbrt(y) - 16


def test_at_most_four_colours_and_each_differs_in_grey():
    greys = sorted(map(lightness, COLOURS.values()))
    assert len(greys) == 4
    assert min(b - a for a, b in pairwise(greys)) > 10


def test_every_colour_stands_out_from_white_paper():
    for colour in COLOURS.values():
        y = ((lightness(colour) + 16) / 116) ** 3
        assert 1.05 / (y + 0.05) >= 3


def test_the_words_for_the_ear_hold_the_finding_every_figure_and_the_base():
    chart = bars(CAPTION, ROWS, "Answer")
    assert chart.alt == (
        "Bar chart. More say worse than better. Better: 11 families (10%); No change: under 5; "
        "Worse: 77 families (71%). n = 108 families. Parent survey."
    )


def test_who_meets_a_chart_without_its_heading_is_told_what_it_is_about():
    chart = bars(replace(CAPTION, about="Waits"), ROWS, "They say")
    assert chart.alt.startswith("Bar chart. Waits: More say worse than better.")
    assert chart.data.title == "Waits: More say worse than better."
    assert chart.finding == CAPTION.finding


def test_the_table_holds_the_same_figures():
    data = bars(CAPTION, ROWS, "Answer").data
    assert data.headings == ("Answer", "Families", "Share")
    assert data.rows == (("Better", 11, "10%"), ("No change", "under 5", ""), ("Worse", 77, "71%"))


def test_a_base_under_twenty_gets_no_percentage():
    chart = bars(
        Caption("Few.", 19, "families", "Survey.", has_shares=False), [Bar("Better", 9)], "Answer"
    )
    assert chart.data.headings == ("Answer", "Families")
    assert chart.data.rows == (("Better", 9),)
    assert "%" not in chart.alt + json.dumps(dict(chart.spec))


def test_a_hidden_count_stands_nowhere_in_the_specification():
    spec = json.loads(json.dumps(dict(bars(CAPTION, ROWS, "Answer").spec)))
    hidden = spec["data"]["values"][1]
    assert (hidden["count"], hidden["shown"]) == (0, "under 5")


def test_the_specification_reaches_for_nothing_outside_itself():
    for chart in (bars(CAPTION, ROWS, "Answer"), stacks(CAPTION, PARTS, [Stack("A", (5, 6))], "P")):
        assert '"url"' not in json.dumps(dict(chart.spec))


def test_a_divided_bar_says_each_part():
    chart = stacks(CAPTION, PARTS, [Stack("Waits", (6, 77)), Stack("Help", (None, 0))], "Priority")
    assert "Waits: better 6, worse 77; Help: better under 5, worse 0." in chart.alt
    assert chart.data.rows == (("Waits", 6, 77), ("Help", "under 5", 0))
    assert chart.colours == (COLOURS["good"], COLOURS["bad"])


def test_a_divided_bar_needs_a_count_for_each_part():
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        stacks(CAPTION, PARTS, [Stack("Waits", (6,))], "Priority")
