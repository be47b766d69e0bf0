"""A download is read as it comes, also as the ZIP in which figures are published."""

import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.statistics.downloads import download_at, encoding_of
from pcf_desktop.importers.statistics.reading import read_statistics

FIGURES = (
    b"time_period,time_identifier,geographic_level,new_la_code,la_name,primary_need,pupils\n"
    b"202324,Academic year,Local authority,E06000051,Shropshire,ASD,512\n"
    b"202324,Academic year,Local authority,E06000051,Shropshire,MSI,c\n"
)
GUIDANCE = b"This document describes the data in the files."


def zipped(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_figures_in_a_zip_are_found_whatever_is_beside_them(
    tmp_path: Path, mark: bytes
) -> None:
    path = zipped(
        tmp_path / "download.zip",
        {
            "data-guidance/guidance.txt": GUIDANCE,
            "data/": b"",
            "data/sen.csv": mark + FIGURES,
            "data/notes.csv": b"question,answer\n1,2\n",
            "__MACOSX/data/sen.csv": FIGURES,
        },
    )
    found = read_statistics(path, "Shropshire")
    assert [row.figures["pupils"].value for row in found.rows] == [512, None]
    assert found.rows[1].figures["pupils"].mark == "c"


def test_figures_in_utf_16_inside_a_zip_are_found(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {"sen.csv": FIGURES.decode().encode("utf-16")})
    assert len(read_statistics(path, "Shropshire").rows) == 2


def test_a_zip_with_several_files_of_figures_names_them(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {"data/ages.csv": FIGURES, "data/needs.csv": FIGURES})
    with pytest.raises(UserError, match=r"2 files of figures: ages\.csv, needs\.csv\.") as caught:
        read_statistics(path, "Shropshire")
    assert "choose one" in caught.value.todo


def test_a_zip_without_figures_is_none(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {"guidance.txt": GUIDANCE})
    with pytest.raises(UserError, match="not a statistics file"):
        read_statistics(path, "Shropshire")


def test_a_bomb_is_refused_before_it_is_inflated(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {"data.csv": FIGURES + b"0" * 50_000_000})
    assert path.stat().st_size < 1_000_000
    with pytest.raises(UserError, match="far larger inside"):
        read_statistics(path, "Shropshire")


def test_a_zip_that_lies_about_its_size_is_read_no_further(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {"data.csv": FIGURES + b"0" * 50_000_000})
    data = path.read_bytes()
    true, false = (len(FIGURES) + 50_000_000).to_bytes(4, "little"), (900).to_bytes(4, "little")
    assert data.count(true) == 2
    path.write_bytes(data.replace(true, false))
    with pytest.raises(UserError, match="damaged"):
        read_statistics(path, "Shropshire")


def test_a_locked_zip_is_named(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {"data.csv": FIGURES})
    data = bytearray(path.read_bytes())
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(head) + flags] |= 1
    path.write_bytes(data)
    with pytest.raises(UserError, match="locked with a password"):
        read_statistics(path, "Shropshire")


def test_a_damaged_zip_is_refused_in_words(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {"data.csv": FIGURES + os.urandom(50_000)})
    data = bytearray(path.read_bytes())
    for broken in (data[:-200], data[:400] + bytes(200) + data[600:]):
        path.write_bytes(broken)
        with pytest.raises(UserError, match="damaged"):
            read_statistics(path, "Shropshire")


def test_nothing_of_a_zip_is_written_to_the_disk(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {"../../escape.csv": FIGURES})
    assert len(read_statistics(path, "Shropshire").rows) == 2
    assert [each.name for each in tmp_path.iterdir()] == ["d.zip"]


def test_a_plain_file_can_be_opened_again_from_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("caf\u00e9".encode("cp1252"))
    with download_at(path) as download:
        assert encoding_of(download) == "cp1252"
        with download.open() as first, download.open() as second:
            assert first.read() == second.read()
        assert (download.name, download.size) == ("a.csv", 4)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_before_it_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(UserError, match="no file that can be read"):
        read_statistics(tmp_path / "pipe.csv", "Shropshire")
