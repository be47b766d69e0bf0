"""A picture standing in a line of a Word file, with words for those who cannot see it."""

import struct
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from pcf_desktop.exporters.wordml import RELATIONS, w

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def picture(relation: str, at: int, png: bytes, alt: str, width: int) -> Element:
    """Return a run that shows a PNG `width` wide (in EMU, 360,000 to a centimetre)."""
    across, down = struct.unpack(">II", png[16:24])
    height = round(width * down / across)
    inline = _d("inline", distT="0", distB="0", distL="0", distR="0")
    inline.append(_d("extent", cx=str(width), cy=str(height)))
    inline.append(_d("docPr", id=str(at), name=f"Chart {at}", descr=alt))
    inline.append(_graphic(relation, at, width, height))
    return w("r", w("drawing", inline))


def _graphic(relation: str, at: int, width: int, height: int) -> Element:
    shape = _p(
        "pic",
        _p("nvPicPr", _p("cNvPr", id=str(at), name=f"Chart {at}"), _p("cNvPicPr")),
        _p(
            "blipFill",
            _a("blip", **{f"{{{RELATIONS}}}embed": relation}),
            _a("stretch", _a("fillRect")),
        ),
        _p(
            "spPr",
            _a("xfrm", _a("off", x="0", y="0"), _a("ext", cx=str(width), cy=str(height))),
            _a("prstGeom", _a("avLst"), prst="rect"),
        ),
    )
    return _a("graphic", _a("graphicData", shape, uri=_PICTURE))


def _element(
    space: str, prefix: str, tag: str, children: tuple[Element, ...], values: dict[str, str]
) -> Element:
    element = etree.Element(f"{{{space}}}{tag}", values, nsmap={prefix: space})
    element.extend(children)
    return element


def _d(tag: str, *children: Element, **values: str) -> Element:
    return _element(_DRAWING, "wp", tag, children, values)


def _a(tag: str, *children: Element, **values: str) -> Element:
    return _element(_MAIN, "a", tag, children, values)


def _p(tag: str, *children: Element, **values: str) -> Element:
    return _element(_PICTURE, "pic", tag, children, values)
