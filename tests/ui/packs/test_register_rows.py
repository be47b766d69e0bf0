"""One row a pack, whatever the number of its files."""

from datetime import UTC, datetime

from pcf_desktop.services.packs.packs import Issued
from pcf_desktop.ui.packs.register_rows import rows

AT = datetime(2021, 12, 6, tzinfo=UTC)


def file(pack_id: int, version: int, name: str, title: str = "Pack") -> Issued:
    return Issued(pack_id, title, version, AT, None, name, "a81b0c42")


def test_the_files_of_a_pack_stand_together() -> None:
    (row,) = rows([file(1, 1, "a.docx"), file(1, 1, "a.pdf")])
    assert row.file_names == ("a.pdf", "a.docx")
    assert row.recipient == ""


def test_each_has_its_version_and_the_latest_stands_first() -> None:
    made = rows([file(3, 2, "c"), file(2, 1, "b", "Other"), file(1, 1, "a")])
    assert [(row.title, row.version) for row in made] == [("Pack", 2), ("Other", 1), ("Pack", 1)]
