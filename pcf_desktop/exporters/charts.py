"""Charts as data: a finding, a few bars with their figures beside them, words for the ear, a table.

Bars lie down so that their labels read straight, every bar carries its own figure, and the four
colours differ in lightness too, so that a photocopy still tells them apart. Shares are shown where
the forum's rule allows it: on a small base a percentage claims more than it knows.
"""

import itertools
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pcf_desktop.exporters.document import Align, Cell, Chart, Table
from pcf_desktop.exporters.fonts import FAMILIES
from pcf_desktop.exporters.tables import counted
from pcf_desktop.shares import share

Tone: TypeAlias = Literal["good", "same", "bad", "mixed"]

COLOURS: Mapping[Tone, str] = {
    "good": "#0B5F6B",
    "same": "#8A94A1",
    "bad": "#701410",
    "mixed": "#AE5E14",
}
HIDDEN = "under 5"
"""Said for a count too small to show (the forum's threshold decides which those are)."""

_WIDTH = 580
_LINE = 30
_LETTER = 7.6
_TEXT, _MUTED = "#1A222C", "#4F5B69"
_ON_TONE: Mapping[Tone, str] = {
    "good": "#FFFFFF",
    "same": _TEXT,
    "bad": "#FFFFFF",
    "mixed": "#FFFFFF",
}


@dataclass(frozen=True, slots=True)
class Caption:
    """What a chart claims, and on what grounds: `base` is n, counted in `unit` ("families").

    `has_shares` where the base is large enough for percentages.
    """

    finding: str
    base: int
    unit: str
    source: str
    number: str = ""
    refs: tuple[str, ...] = ()
    about: str = ""
    """What the claim is about, for whoever meets the chart without the heading above it."""
    has_shares: bool = True

    @property
    def spoken(self) -> str:
        """Return the claim with what it is about, as the alternative text begins."""
        return f"{self.about}: {self.finding}" if self.about else self.finding

    @property
    def note(self) -> str:
        """Return the line below the chart: n and where the figures come from."""
        return f"n = {self.base:,} {self.unit}. {self.source}"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `count` None is a count too small to show."""

    label: str
    count: int | None
    tone: Tone = "good"


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of answer that every stacked bar is divided into."""

    label: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar divided into parts, with a count (None: too small to show) for each part."""

    label: str
    counts: tuple[int | None, ...]


def bars(caption: Caption, rows: Sequence[Bar], heading: str) -> Chart:
    """Return a chart of one bar for each row; `heading` names what the rows are ("Answer")."""
    shown = [_figure(row.count, caption) for row in rows]
    values = [
        {
            "label": _lines(row.label),
            "count": row.count or 0,
            "shown": text,
            "colour": COLOURS[row.tone],
        }
        for row, text in zip(rows, shown, strict=True)
    ]
    bar = _layer(
        {"type": "bar", "height": 22, "cornerRadiusEnd": 2},
        color={"field": "colour", "type": "nominal", "scale": None},
    )
    text = _layer(_text_mark(align="left", dx=7), text={"field": "shown"})
    spec = _spec(values, [bar, text], {**_LABELS, "x": _count_axis(rows, shown)})
    table = counted(
        caption.spoken,
        (heading, caption.unit.capitalize()),
        [(row.label, _cell(row.count), _share(row.count, caption)) for row in rows],
        caption.note,
    )
    said = "; ".join(f"{row.label}: {text}" for row, text in zip(rows, shown, strict=True))
    alt = f"Bar chart. {caption.spoken} {said}. {caption.note}"
    return _chart(caption, spec, alt, table, tuple(COLOURS[row.tone] for row in rows))


def stacks(caption: Caption, parts: Sequence[Part], rows: Sequence[Stack], heading: str) -> Chart:
    """Return a chart of divided bars, such as one for each priority; at most four parts."""
    values = [
        {"label": _lines(row.label), "part": part.label, "count": count or 0, "place": place}
        for row in rows
        for place, (part, count) in enumerate(zip(parts, row.counts, strict=True))
    ]
    bar = _layer({"type": "bar", "height": 22}, color=_legend(parts))
    figure = _layer(
        _text_mark(align="center"),
        text={"field": "count", "type": "quantitative"},
        x={**_stacked(), "bandPosition": 0.5},
        color={
            "field": "part",
            "scale": {
                "domain": [p.label for p in parts],
                "range": [_ON_TONE[p.tone] for p in parts],
            },
            "legend": None,
        },
        opacity={
            "condition": {
                "test": f"datum.count > 0 && datum.count >= {_longest(rows) / 25}",
                "value": 1,
            },
            "value": 0,
        },
    )
    spec = _spec(values, [bar, figure], {**_LABELS, "x": _stacked(), "order": {"field": "place"}})
    spec["resolve"] = {"scale": {"color": "independent"}}
    table = Table(
        caption.spoken,
        (heading, *(part.label for part in parts)),
        tuple((row.label, *map(_cell, row.counts)) for row in rows),
        _number_columns(len(parts)),
        note=caption.note,
    )
    alt = f"Stacked bar chart. {caption.spoken} {_said(parts, rows)}. {caption.note}"
    return _chart(caption, spec, alt, table, tuple(COLOURS[part.tone] for part in parts))


def _longest(rows: Sequence[Stack]) -> int:
    return max((sum(count or 0 for count in row.counts) for row in rows), default=0)


_LABELS: Mapping[str, object] = {
    "y": {
        "field": "label",
        "type": "nominal",
        "sort": None,  # as the rows come
        "title": None,
        "axis": {
            "domain": False,
            "ticks": False,
            "labelPadding": 10,
            "labelLimit": 0,
            "labelExpr": "split(datum.label, '\\n')",
            # a label of several lines stands level with its bar as a whole
            "labelOffset": {
                "condition": [
                    {
                        "test": f"length(split(datum.label, '\\n')) == {lines}",
                        "value": -8 * (lines - 1),
                    }
                    for lines in range(2, 7)
                ],
                "value": 0,
            },
        },
    }
}


def _chart(
    caption: Caption, spec: Mapping[str, object], alt: str, table: Table, colours: tuple[str, ...]
) -> Chart:
    return Chart(
        caption.finding, spec, alt, table, caption.note, caption.number, colours, caption.refs
    )


def _spec(
    values: list[dict[str, object]],
    layers: list[dict[str, object]],
    encoding: Mapping[str, object],
) -> dict[str, object]:
    lines = max((str(value["label"]).count("\n") + 1 for value in values), default=1)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": _WIDTH,
        "height": {"step": max(34, 10 + 16 * lines)},
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": 2,
        "data": {"values": values},
        "encoding": encoding,
        "layer": layers,
        "config": {
            "aria": False,  # a picture says nothing that its own words beside it do not
            "font": ", ".join(f"'{family}'" for family in FAMILIES),
            "background": "#FFFFFF",
            "view": {"stroke": None},
            "axis": {"labelFontSize": 14, "labelColor": _TEXT, "grid": False},
            "legend": {
                "labelFontSize": 14,
                "labelColor": _TEXT,
                "labelLimit": 0,
                "symbolSize": 160,
                "columnPadding": 18,
                "layout": {"top": {"anchor": "end"}},
            },
        },
    }


def _layer(mark: Mapping[str, object], **encoding: object) -> dict[str, object]:
    return {"mark": mark, "encoding": encoding}


def _text_mark(align: str, dx: int = 0) -> dict[str, object]:
    colour = {} if align == "center" else {"color": _TEXT}
    return {
        "type": "text",
        "align": align,
        "baseline": "middle",
        "dx": dx,
        "fontSize": 14,
        **colour,
    }


def _count_axis(rows: Sequence[Bar], shown: Sequence[str]) -> dict[str, object]:
    """Leave room at the right of the longest bar for the longest figure."""
    longest = max((row.count or 0 for row in rows), default=0) or 1
    labels = _widest(line for row in rows for line in _lines(row.label).split("\n"))
    plot = _WIDTH - labels
    scale = {"domain": [0, longest * plot / (plot - _widest(shown))]}
    return {"field": "count", "type": "quantitative", "axis": None, "scale": scale}


def _widest(lines: Iterable[str]) -> float:
    """Return the room the longest line takes, in points of the picture."""
    return max((len(line) for line in lines), default=0) * _LETTER + 16


def _lines(label: str) -> str:
    return textwrap.fill(label, _LINE)


def _stacked() -> dict[str, object]:
    return {"field": "count", "type": "quantitative", "stack": "zero", "axis": None}


def _legend(parts: Sequence[Part]) -> dict[str, object]:
    labels, colours = [part.label for part in parts], [COLOURS[part.tone] for part in parts]
    return {
        "field": "part",
        "scale": {"domain": labels, "range": colours},
        "legend": {"orient": "top", "title": None, "symbolType": "square", "offset": 12},
    }


def _figure(count: int | None, caption: Caption) -> str:
    if count is None:
        return HIDDEN
    part = _share(count, caption)
    return f"{count:,} {caption.unit}" + (f" ({part})" if part else "")


def _share(count: int | None, caption: Caption) -> str:
    return share(count, caption.base) if count is not None and caption.has_shares else ""


def _number_columns(count: int) -> tuple[Align, ...]:
    number: Align = "right"
    return ("left", *itertools.repeat(number, count))


def _cell(count: int | None) -> Cell:
    return HIDDEN if count is None else count


def _said(parts: Sequence[Part], rows: Sequence[Stack]) -> str:
    return "; ".join(
        f"{row.label}: "
        + ", ".join(
            f"{part.label.lower()} {_cell(count)}"
            for part, count in zip(parts, row.counts, strict=True)
        )
        for row in rows
    )
