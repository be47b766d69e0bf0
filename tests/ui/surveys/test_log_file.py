"""What looks like a log is none of a survey's, unless a person says so."""

from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.logs.log_sheet import LogMatching
from pcf_desktop.importers.sheet import Choices
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.surveys.export_file import ExportFile
from pcf_desktop.ui.surveys.log_file import open_log, opened_by_looks
from tests.made_up_log import rows, write


def test_a_file_is_what_it_looks_like_or_what_it_is_said_to_be(tmp_path: Path) -> None:
    def what(path: Path, *, by_looks: bool = True) -> object:
        return opened_by_looks(path, Choices(), Choices(), silent, by_looks=by_looks)

    log = write(tmp_path / "log.csv", rows(9))
    assert what(log) == log
    assert isinstance(what(log, by_looks=False), ExportFile)
    assert isinstance(what(samples.survey_file()), ExportFile)
    short = write(tmp_path / "short.csv", [["A1", "Late."]], ("Family code", "Date", "Comments"))
    assert what(short) == short
    (tmp_path / "nothing.csv").touch()
    with pytest.raises(UserError):
        what(tmp_path / "nothing.csv")


def test_a_log_has_its_digest(tmp_path: Path) -> None:
    opened = open_log(write(tmp_path / "log.csv", rows(2)), LogMatching(), silent)
    assert (opened.source.file_name, len(opened.source.sha256)) == ("log.csv", 64)
