"""The made-up Shropshire forum with its survey brought in, made once for the tests here."""

import shutil
from pathlib import Path

import pytest

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Workspace, connection, migrate
from pcf_desktop.workspace.data_key import DataKey
from tests.conftest import DEVICE, KEY, OpenFile


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up Shropshire forum with its survey brought in and linked; no test's own."""
    path = tmp_path_factory.mktemp("shropshire") / "forum.db"
    connection.create(path, DataKey(KEY))
    migrate.build(path, DataKey(KEY))
    workspace = Workspace(connection.connect(path, DataKey(KEY)), DEVICE)
    with workspace.change("Fill") as session:
        samples.begin(session, "shropshire")
        sheet = read(samples.survey_file())
        source = Source("shropshire-survey.xlsx", "0" * 64)
        importing.import_survey(session, sheet, samples.SURVEY_TITLE, source, silent)
        samples.link_survey(session)
    workspace.close()
    return path


@pytest.fixture
def shropshire(filled: Path, tmp_path: Path, open_file: OpenFile) -> Workspace:
    """A copy of that forum for one test."""
    path = tmp_path / "shropshire.db"
    shutil.copy(filled, path)
    return open_file(path)
