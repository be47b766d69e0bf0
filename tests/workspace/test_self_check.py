"""The build and the pragmas are what the file relies on, and a drift shows."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from pcf_desktop.workspace import connection, self_check
from pcf_desktop.workspace.faults import UnsuitableBuild
from tests.workspace.small_forum import SmallForum

ANSWERS = {"options": ["TEMP_STORE=2", "ENABLE_FTS5"], "cipher": ["4.19.0 community"]}


class AnotherBuild:
    """SQLite as it might be elsewhere; no such build can be installed beside ours."""

    sqlite_version = "3.x"

    def __init__(self, version: tuple[int, ...] = (3, 53, 4), **answers: list[str]) -> None:
        self.sqlite_version_info = version
        self._answers = ANSWERS | answers
        self._rows: list[tuple[str]] = []

    def connect(self, _path: str) -> "AnotherBuild":
        return self

    def execute(self, sql: str) -> "AnotherBuild":
        name = "options" if "options" in sql else "cipher"
        self._rows = [(row,) for row in self._answers[name]]
        return self

    def __iter__(self) -> Iterator[tuple[str]]:
        return iter(self._rows)

    def fetchone(self) -> tuple[str] | None:
        return self._rows[0] if self._rows else None

    def close(self) -> None:
        self._rows = []


def test_this_build_is_sound() -> None:
    self_check.require_sound_build.__wrapped__()
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"version": (3, 51, 2)}, "too old"),
        ({"cipher": []}, "cannot encrypt"),
        ({"options": ["TEMP_STORE=1", "ENABLE_FTS5"]}, "temporary data"),
        ({"options": ["TEMP_STORE=2"]}, "cannot search"),
    ],
)
def test_a_build_that_lacks_something_is_refused(
    changed: dict[str, Any], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_check, "dbapi2", AnotherBuild(**changed))
    with pytest.raises(UnsuitableBuild, match=said):
        self_check.require_sound_build.__wrapped__()


def test_every_connection_reads_back_the_pinned_pragmas(forum: SmallForum) -> None:
    with forum.open() as opened:
        for engine in (opened.writer, opened.readers):
            with engine.connect() as one:
                assert self_check.drifted(connection.driver(one)) == []


def test_a_drift_is_named(forum: SmallForum) -> None:
    with connection.opened(forum.folder.database, forum.key) as bare:
        bare.execute("PRAGMA trusted_schema = ON")
        bare.execute("PRAGMA synchronous = OFF")
        assert self_check.drifted(bare) == ["synchronous", "trusted_schema"]
