"""What known responses say otherwise is taken away and noted before it goes in anew."""

from pathlib import Path

from sqlalchemy import func, select

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.records import Answer, Response
from pcf_desktop.services.surveys import importing, newer_answers, responses, rewriting, targets
from pcf_desktop.services.surveys.newer_answers import Known
from pcf_desktop.workspace import Workspace

HEADINGS = "Response ID,How old is your child?,What most needs to change for you?"
FIRST = ["1,0 to 4,It takes far too long", "2,5 to 10,Nobody rings us back", "3,0 to 4,"]


def test_answers_go_and_the_response_is_known_by_what_it_says_now(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join([HEADINGS, *FIRST]), "utf-8")
    with workspace.change("import") as session:
        source = importing.Source("a.csv", "0" * 64)
        importing.import_survey(session, read(path), "A", source, silent)
    path.write_text("\n".join([HEADINGS, FIRST[0].replace("0 to 4", "5 to 10"), *FIRST[1:]]))
    with workspace.change("make room") as session:
        sheet = read(path)
        target = targets.make(session, sheet, "A")
        row = next(iter(sheet.responses()))
        here = session.scalars(select(Response).order_by(Response.id)).first()
        assert here is not None
        known = Known(here.id, here.digest, row, known_as="id:one")
        received = rewriting.make_room(
            session, target, newer_answers.find(session, target, [known])
        )
        assert [each.response_id for each in received] == [here.id]
        left = select(func.count(Answer.id)).where(Answer.response_id == here.id)
        assert session.scalar(left) == 0
        session.refresh(here)
        assert (here.known_as, here.digest) == ("id:one", responses.digest(target, row))
        assert rewriting.make_room(session, target, []) == []
