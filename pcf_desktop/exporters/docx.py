"""A document as a Word file that a forum can go on editing.

Real heading, quote and list styles; heading rows marked; charts with words for the ear. The file is
packed here part by part, so that it holds what is written here and nothing else: no thumbnail, no
revision marks, no name but the forum's.
"""

from collections.abc import Callable
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from pcf_desktop.exporters import office, pictures
from pcf_desktop.exporters.document import Chart, Document
from pcf_desktop.exporters.docx_body import Body
from pcf_desktop.exporters.made import Made, replaced_note
from pcf_desktop.exporters.text import cleaned
from pcf_desktop.exporters.wordml import RELATIONS, field, paragraph, run, w
from pcf_desktop.paths import shipped
from pcf_desktop.progress import Progress, silent

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_CORE: Final = f"{_PACKAGE}/metadata/core-properties"
_DUBLIN: Final = "http://purl.org/dc/elements/1.1/"
_TERMS: Final = "http://purl.org/dc/terms/"
_INSTANCE: Final = "http://www.w3.org/2001/XMLSchema-instance"
_KINDS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STATIC: Final = ("styles", "numbering", "settings")
_PARTS: Final = (*_STATIC, "header", "footer")


def make(document: Document, progress: Progress = silent) -> Made:
    """Return the document as DOCX bytes. Its pages are Word's own, so their number is 0 here.

    Raises Cancelled when `progress` does, before each chart and before packing.
    """
    document, replaced = cleaned(document)
    total = sum(isinstance(block, Chart) for block in document.blocks) + 1
    drawn: dict[str, bytes] = {}

    def draw(chart: Chart) -> tuple[str, bytes]:
        progress(len(drawn), total)
        relation = f"chart{len(drawn) + 1}"
        drawn[relation] = pictures.png(chart)
        return relation, drawn[relation]

    parts = _parts(document, draw, drawn)
    progress(total - 1, total)
    data = office.pack(parts)
    progress(total, total)
    return Made(data, 0, replaced_note(replaced))


check = office.check


def _parts(
    document: Document, draw: Callable[[Chart], tuple[str, bytes]], drawn: dict[str, bytes]
) -> dict[str, bytes]:
    body = Body(document, draw)
    main = _bytes(w("document", w("body", *body.elements(), _section(document))))
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("document", f"{RELATIONS}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(document),
        "word/document.xml": main,
        "word/_rels/document.xml.rels": _relations(
            *((part, f"{RELATIONS}/{part}", f"{part}.xml") for part in _PARTS),
            *((name, f"{RELATIONS}/image", f"media/{name}.png") for name in drawn),
        ),
        "word/styles.xml": _static("styles"),
        "word/settings.xml": _static("settings"),
        "word/numbering.xml": _numbering(body.ordered_lists),
        "word/header.xml": _bytes(w("hdr", _header(document))),
        "word/footer.xml": _bytes(w("ftr", _footer())),
        **{f"word/media/{name}.png": png for name, png in drawn.items()},
    }


def _section(document: Document) -> Element:
    """Return the page: A4, room for numbers at the left, nothing over or under the cover."""
    header, footer = w("headerReference", type="default"), w("footerReference", type="default")
    header.set(f"{{{RELATIONS}}}id", "header")
    footer.set(f"{{{RELATIONS}}}id", "footer")
    section = w(
        "sectPr",
        header,
        footer,
        w("pgSz", w="11906", h="16838"),
        w(
            "pgMar",
            top="1701",
            right="1361",
            bottom="1474",
            left="1928",
            header="794",
            footer="680",
            gutter="0",
        ),
    )
    if document.has_cover:
        section.append(w("titlePg"))
    return section


def _header(document: Document) -> Element:
    marks = [mark for mark in (document.mark, "Made-up data" if document.sample else "") if mark]
    content = [run(f"{document.forum} · {document.title}")]
    if marks:
        content += [run("\t"), run(" · ".join(marks), "Mark")]
    return paragraph("Header", *content)


def _footer() -> Element:
    pages = (run("Page "), *field("PAGE", "1"), run(" of "), *field("NUMPAGES", "1"))
    return paragraph("Footer", *pages)


def _numbering(ordered_lists: int) -> bytes:
    """Return the list definitions, with one more for each counted list so that it begins at 1."""
    root = etree.fromstring(_static("numbering"))
    for at in range(2, ordered_lists + 2):
        again = w("lvlOverride", w("startOverride", val="1"), ilvl="0")
        root.append(w("num", w("abstractNumId", val="1"), again, numId=str(at)))
    return _bytes(root)


def _core(document: Document) -> bytes:
    names = {"cp": _CORE, "dc": _DUBLIN, "dcterms": _TERMS, "xsi": _INSTANCE}
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    for space, tag, text in (
        (_DUBLIN, "title", document.title),
        (_DUBLIN, "creator", document.forum),
        (_CORE, "lastModifiedBy", document.forum),
        (_DUBLIN, "language", document.language),
    ):
        etree.SubElement(root, f"{{{space}}}{tag}").text = text
    for tag in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{_TERMS}}}{tag}")
        moment.set(f"{{{_INSTANCE}}}type", "dcterms:W3CDTF")
        moment.text = f"{document.made_on.isoformat()}T12:00:00Z"
    return _bytes(root)


def _content_types() -> bytes:
    space = f"{_PACKAGE}/content-types"
    root = etree.fromstring(f'<Types xmlns="{space}"/>')
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    for ending, kind in defaults.items():
        etree.SubElement(root, f"{{{space}}}Default", Extension=ending, ContentType=kind)
    kinds = {f"/word/{part}.xml": f"{_KINDS}.{part}+xml" for part in _PARTS}
    kinds["/word/document.xml"] = f"{_KINDS}.document.main+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    for name, kind in kinds.items():
        etree.SubElement(root, f"{{{space}}}Override", PartName=name, ContentType=kind)
    return _bytes(root)


def _relations(*relations: tuple[str, str, str]) -> bytes:
    space = f"{_PACKAGE}/relationships"
    root = etree.fromstring(f'<Relationships xmlns="{space}"/>')
    for name, kind, target in relations:
        etree.SubElement(root, f"{{{space}}}Relationship", Id=name, Type=kind, Target=target)
    return _bytes(root)


def _static(part: str) -> bytes:
    return shipped("resources", "templates", "word", f"{part}.xml").read_bytes()


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
