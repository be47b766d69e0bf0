"""The export being brought in."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from pcf_desktop.importers.sheet import Choices, Kind
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.surveys.export_file import open_export


def test_the_file_is_known_by_its_name_and_the_digest_of_its_bytes() -> None:
    path = samples.survey_file()
    export = open_export(path, Choices(), silent)
    assert export.source.file_name == path.name
    assert export.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert export.tables == ("Sheet1",)


def test_a_question_is_left_out_without_reading_again() -> None:
    export = open_export(samples.survey_file(), Choices(), silent)
    key = export.sheet.questions[-1].key
    fewer = export.keeping([key], keep=False)
    assert not fewer.sheet.questions[-1].keep
    assert fewer.choices.keep == {key: False}
    assert fewer.sheet.profile().keep[key] is False


def test_another_kind_stays_chosen_with_the_rest(tmp_path: Path) -> None:
    export = open_export(samples.survey_file(), Choices(date_order="dmy"), silent)
    choices = export.with_kind(["a question"], Kind.TEXT)
    assert choices.kinds == {"a question": Kind.TEXT}
    assert choices.date_order == "dmy"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Bury parents survey 2026(1-48).xlsx", "Bury parents survey 2026"),
        ("bury_parents-survey (1-48) (2).xlsx", "Bury parents survey"),
        ("Families (1).csv", "Families"),
        ("Families (2026).csv", "Families (2026)"),
        ("Families (2025-2026).csv", "Families (2025 2026)"),
        ("(1-48).xlsx", "(1 48)"),
    ],
)
def test_a_title_is_proposed_without_what_a_download_adds(name: str, title: str) -> None:
    export = open_export(samples.survey_file(), Choices(), silent)
    assert replace(export, path=Path(name)).title == title
