"""The picture of the tables shows every table, and the page that holds it is current."""

from db.picture import AREAS, README, picture, written
from pcf_desktop.records import Base


def test_the_page_is_current() -> None:
    page = README.read_text("utf-8")
    assert written(page) == page


def test_every_table_stands_in_one_area() -> None:
    drawn = [name for names in AREAS.values() for name in names]
    assert sorted(drawn) == sorted(Base.metadata.tables)


def test_every_key_is_drawn_with_what_it_points_to() -> None:
    drawn = picture()
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            mark = "|o--o{" if key.parent.nullable else "||--o{"
            assert f"    {key.column.table.name} {mark} {table.name} : {key.parent.name}" in drawn


def test_what_stands_around_the_picture_is_kept() -> None:
    page = README.read_text("utf-8")
    assert written(f"Before it.\n{page}\nAfter it.\n") == f"Before it.\n{page}\nAfter it.\n"
