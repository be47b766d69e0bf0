"""LimeSurvey's structure file: alone, and beside the answers in a ZIP."""

import zipfile
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.surveys import read
from pcf_desktop.importers.tools.limesurvey_structure import read_structure
from tests.importers.exports import Export, answers_of, csv_bytes, others_of


def _row(**fields: str) -> str:
    inner = "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in fields.items())
    return f"<row>{inner}</row>"


def _lss(*sections: str) -> bytes:
    body = "".join(sections)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><document>'
        f"<LimeSurveyDocType>Survey</LimeSurveyDocType>{body}</document>"
    ).encode()


def _section(name: str, *rows: str) -> str:
    return f"<{name}><rows>{''.join(rows)}</rows></{name}>"


OLD = _lss(
    _section(
        "answers",
        _row(qid="1", code="A2", answer="No", sortorder="2"),
        _row(qid="1", code="A1", answer="Yes, twice", sortorder="1"),
        _row(qid="4", code="1", answer="Poor", sortorder="1"),
        _row(qid="4", code="2", answer="Good", sortorder="2"),
    ),
    _section(
        "questions",
        _row(
            qid="1",
            parent_qid="0",
            gid="1",
            type="L",
            title="Q1",
            other="Y",
            question_order="1",
            question="<p>Were you <b>heard</b>&nbsp;?</p>",
        ),
        _row(
            qid="2",
            parent_qid="0",
            gid="1",
            type="M",
            title="Q2",
            other="N",
            question_order="2",
            question="What helped?",
        ),
        _row(
            qid="4",
            parent_qid="0",
            gid="2",
            type="F",
            title="Q4",
            other="N",
            question_order="1",
            question="How good?",
        ),
        _row(
            qid="6",
            parent_qid="0",
            gid="2",
            type="T",
            title="Q6",
            other="N",
            question_order="2",
            question="Anything else?",
        ),
    ),
    _section(
        "subquestions",
        _row(
            qid="3",
            parent_qid="2",
            gid="1",
            title="SQ001",
            question="School, or nursery",
            question_order="1",
        ),
        _row(qid="7", parent_qid="2", gid="1", title="SQ002", question="GP", question_order="2"),
        _row(
            qid="5", parent_qid="4", gid="2", title="SQ001", question="Reviews", question_order="1"
        ),
    ),
)

NEW = _lss(
    _section(
        "questions",
        _row(qid="1", parent_qid="0", gid="1", type="Y", title="Q1", other="N", question_order="1"),
    ),
    _section("question_l10ns", _row(qid="1", question="Still waiting?", language="en")),
)

ANSWERS = Export(
    "coded",
    "limesurvey",
    [
        [
            "id",
            "submitdate",
            "lastpage",
            "startlanguage",
            "Q1",
            "Q1[other]",
            "Q2[SQ001]",
            "Q2[SQ002]",
            "Q4[SQ001]",
            "Q6",
        ],
        [1, "2025-03-01 10:00:00", 2, "en", "A1", None, "Y", None, 1, "Much of it was late"],
        [2, "2025-03-02 10:00:00", 2, "en", "-oth-", "In part", "Y", "Y", 2, None],
        [3, None, 1, "en", "A2", None, None, "Y", None, None],
    ],
    {},
)


def test_codes_become_words_with_a_structure_beside_the_answers(tmp_path: Path) -> None:
    path = tmp_path / "both.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("survey_1.lss", OLD)
        archive.writestr("results.csv", csv_bytes(ANSWERS))
    sheet = read(path)
    found = answers_of(sheet)
    assert found["Were you heard ?"] == ("single", ["Yes, twice", "Other", "No"])
    assert found["What helped?"] == (
        "multiple",
        [("School, or nursery",), ("School, or nursery", "GP"), ("GP",)],
    )
    assert found["How good? [Reviews]"] == ("grid", ["Poor", "Good", None])
    assert found["Anything else?"] == ("text", ["Much of it was late", None, None])
    assert others_of(sheet) == {"Were you heard ?": {1: "In part"}}


def test_a_structure_alone_lists_the_questions_and_says_it_has_no_answers(tmp_path: Path) -> None:
    path = tmp_path / "survey.lss"
    path.write_bytes(OLD)
    sheet = read(path)
    assert (sheet.tool, sheet.rows, list(sheet.responses())) == ("limesurvey", 0, [])
    assert [(each.label, str(each.kind)) for each in sheet.questions] == [
        ("Were you heard ?", "single"),
        ("What helped?", "multiple"),
        ("How good? [Reviews]", "grid"),
        ("Anything else?", "text"),
    ]
    assert sheet.questions[0].options[:2] == ("Yes, twice", "No")
    assert sheet.questions[1].options == ("School, or nursery", "GP")
    assert any("without answers" in warning for warning in sheet.warnings)


def test_newer_files_keep_the_words_apart() -> None:
    question = read_structure(NEW)["Q1"]
    assert question.text == "Still waiting?"
    assert question.answers == {"Y": "Yes", "N": "No"}


@pytest.mark.parametrize(
    "data",
    [
        OLD[:400],
        OLD.replace(b"<document>", b'<!DOCTYPE d [<!ENTITY a "b">]><document>&a;'),
        OLD.replace(
            b"<document>", b'<!DOCTYPE d SYSTEM "file:///etc/passwd"><document>', 1
        ).replace(b"<LimeSurveyDocType>", b"<!ENTITY x><LimeSurveyDocType>"),
    ],
    ids=["cut", "entity", "external"],
)
def test_damage_and_entities_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "survey.lss"
    path.write_bytes(data)
    with pytest.raises(UserError, match="structure file is damaged"):
        read(path)
