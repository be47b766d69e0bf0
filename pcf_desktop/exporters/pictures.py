"""A chart's specification drawn, as SVG for the PDF and the screen or as PNG for Word.

The drawing engine takes about a second to wake; `warm_up` does that before anybody waits for it.
It reads no network and no file: every specification carries its data.
"""

import json
from functools import cache
from types import ModuleType
from typing import Final

from pcf_desktop.exporters.document import Chart
from pcf_desktop.exporters.fonts import folders

_VERSION: Final = "6.4"
_SHARP: Final = 3.0
_NOWHERE: Final[list[str]] = []


def svg(chart: Chart) -> str:
    """Return the chart as an SVG picture whose letters are text in the document's typefaces."""
    drawn: str = warm_up().vegalite_to_svg(
        _text(chart), vl_version=_VERSION, allowed_base_urls=_NOWHERE
    )
    return drawn


def png(chart: Chart) -> bytes:
    """Return the chart as a PNG picture, three dots for each point of its size on paper."""
    drawn: bytes = warm_up().vegalite_to_png(
        _text(chart), vl_version=_VERSION, allowed_base_urls=_NOWHERE, scale=_SHARP
    )
    return drawn


@cache
def warm_up() -> ModuleType:
    """Wake the drawing engine and tell it the typefaces; later calls cost nothing."""
    import vl_convert  # noqa: PLC0415 - most sittings draw no chart, and it is large

    engine: ModuleType = vl_convert
    for folder in folders():
        engine.register_font_directory(str(folder))
    nothing = {"mark": "point", "data": {"values": []}}
    engine.vegalite_to_svg(json.dumps(nothing), vl_version=_VERSION, allowed_base_urls=_NOWHERE)
    return engine


def _text(chart: Chart) -> str:
    return json.dumps(dict(chart.spec))
