"""A form's design holds nobody's answers: it is refused, with the way to the answers."""

from pathlib import Path

import pytest

from pcf_desktop.importers import surveys
from pcf_desktop.importers.tools.designs import OnlyDesign

DESIGN = (
    "type,name,label,hint\ntext,waits,How long did you wait?,\nselect_one yn,ok,Was it well?,\n"
)
CHOICES = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n"
ANSWERS = "label,How long did you wait?,Was it well?\na,a year,Yes\nb,a month,No\nc,a week,Yes\n"


@pytest.mark.parametrize("text", [DESIGN, CHOICES])
def test_a_design_is_refused_with_the_way_to_the_answers(tmp_path: Path, text: str) -> None:
    file = tmp_path / "form.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(OnlyDesign, match=r"In KoboToolbox choose Data, Downloads"):
        surveys.read(file)


def test_answers_with_a_column_called_label_are_no_design(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(ANSWERS, "utf-8")
    assert surveys.read(file).rows == 3
