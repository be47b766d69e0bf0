import zipfile
import zlib

import pytest
from lxml import etree

from pcf_desktop.exporters import office


def test_equal_parts_give_equal_bytes():
    parts = {"a.xml": b"<a/>", "b/c.png": b"\x89"}
    assert office.pack(parts) == office.pack(dict(parts))


def test_a_packed_archive_passes(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(office.pack({"a.xml": b"<a/>", "b.png": b"no xml"}))
    office.check(path)
    with zipfile.ZipFile(path) as archive:
        assert archive.read("b.png") == b"no xml"


def test_a_part_that_is_no_xml_is_found(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(office.pack({"a.xml": b"<a>"}))
    with pytest.raises(etree.XMLSyntaxError):
        office.check(path)


def test_a_cut_archive_is_found(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(office.pack({"a.xml": b"<a/>" * 100})[:-30])
    with pytest.raises(zipfile.BadZipFile):
        office.check(path)


def test_a_flipped_byte_is_found(tmp_path):
    data = bytearray(office.pack({"a.xml": b"<a>" + bytes(range(32, 60)) * 9 + b"</a>"}))
    data[60] ^= 0xFF
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises((ValueError, zlib.error, zipfile.BadZipFile)):
        office.check(path)
