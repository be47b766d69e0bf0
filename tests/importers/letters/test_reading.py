"""Letters, reports and texts about them, read as a whole."""

from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.letters.letter import Letter, LetterPriority
from pcf_desktop.importers.letters.reading import read_letter, read_text
from tests.importers.letters.cases import FILES, Case, Expected, cases

ALL = [(file.stem, case) for file in sorted(FILES.glob("*.txt")) for case in cases(file.stem)]
MEANT: dict[str, object] = {
    "framework old": "Joint local area SEND inspection",
    "framework new": "Area SEND",
    "plan yes": True,
    "plan no": False,
    "plan -": None,
}


def found(priority: LetterPriority) -> Expected:
    judgement = str(priority.judgement) if priority.judgement else None
    return Expected(str(priority.kind), priority.number, judgement, None, priority.words)


def stated(letter: Letter) -> dict[str, object]:
    """Return the fields of a letter as the cases write them."""
    visit = letter.visit
    return {
        "document": letter.document,
        "framework": letter.framework,
        "area": letter.area or "-",
        "visit": f"{visit.start}..{visit.end}" if visit else "-",
        "received": letter.received or "-",
        "published": letter.published or "-",
        "plan": letter.plan_required,
        "stated": str(letter.stated_count),
        "sufficient": str(letter.sufficient_count),
    }


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{f}: {case.name}") for f, case in ALL])
def test_a_text_is_read_as_its_author_meant_it(case: Case) -> None:
    letter = read_text(case.text)
    plain = [
        Expected(each.kind, each.number, each.judgement, None, each.words)
        for each in case.priorities
    ]
    assert sorted(map(found, letter.priorities), key=repr) == sorted(plain, key=repr)
    read = stated(letter)
    for name, (value, *_) in case.fields.items():
        if name in read:
            assert read[name] == MEANT.get(f"{name} {value}", value), name


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{f}: {case.name}") for f, case in ALL])
def test_bodies_outcomes_deadlines_and_warnings_are_as_the_case_says(case: Case) -> None:
    letter = read_text(case.text)
    bodies = {each.words: each.bodies for each in letter.priorities}
    for each in case.priorities:
        assert each.bodies is None or bodies[each.words] == each.bodies
    for outcome in case.fields.get("outcome", []):
        assert letter.outcome
        assert outcome in letter.outcome
    for warning in case.fields.get("warns", []):
        assert any(warning in said for said in letter.warnings), letter.warnings
    limits = [f"{d.about} {d.due or f'{d.amount} {d.unit}'}" for d in letter.deadlines]
    assert set(case.fields.get("deadline", [])) <= set(limits)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{f}: {case.name}") for f, case in ALL])
def test_a_priority_stands_in_the_text_where_the_letter_says(case: Case) -> None:
    letter = read_text(case.text)
    assert letter.text == case.text
    for each in letter.priorities:
        passage = letter.text[each.start : each.end]
        assert each.words.split()[0].strip("‘’“”\"'") in passage
        assert each.words.split()[-1].rstrip(".;,’”\"'")[-4:] in passage
        assert 0 < each.confidence <= 1
        assert 0 < len(each.title.split()) <= 8


def test_the_cases_are_enough() -> None:
    assert len(ALL) >= 60


def test_reading_twice_gives_the_same() -> None:
    case = ALL[0][1]
    assert read_text(case.text) == read_text(case.text)


def test_a_file_is_read_by_its_path_and_by_its_bytes(tmp_path: Path) -> None:
    case = ALL[0][1]
    path = tmp_path / "letter.txt"
    path.write_text(case.text, encoding="utf-8")
    assert read_letter(path) == read_letter(path.read_bytes()) == read_text(case.text)


def test_a_very_long_text_is_cut_and_that_is_said() -> None:
    letter = read_text("Ofsted and CQC looked at SEND. " * 30_000)
    assert letter.warnings[0].startswith("This text is too long")


def test_a_missing_file_is_said_in_three_sentences(tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        read_letter(tmp_path / "none.pdf")
    assert error.value.happened == "There is no file with this name."
    assert error.value.safe
    assert error.value.todo
