"""What `import` says where families may be counted twice, and how the person answers by a flag."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pcf_desktop.errors import UserError
from pcf_desktop.importers.sheet import Sheet
from pcf_desktop.services.counting import wording
from pcf_desktop.services.surveys import elsewhere
from pcf_desktop.services.surveys.elsewhere import Elsewhere
from pcf_desktop.services.surveys.importing import MayBeHere, Report
from pcf_desktop.services.surveys.row_sorting import Doubt
from pcf_desktop.workspace.opening import OpenForum


def add_flags(parser: ArgumentParser) -> None:
    """Add the flags that answer a doubt."""
    answer = parser.add_mutually_exclusive_group()
    answer.add_argument(
        "--as-new",
        action="store_true",
        help="bring in as new what may be here already, also under another title",
    )
    answer.add_argument(
        "--as-changed",
        action="store_true",
        help="take what may be here already for the same families, with something put right",
    )


def answered(wanted: Namespace) -> Doubt:
    """Return what the person said of rows that may be here already."""
    if wanted.as_new:
        return Doubt.NEW
    return Doubt.SAME if wanted.as_changed else Doubt.OPEN


def under_another_title(
    forum: OpenForum, wanted: Namespace, sheet: Sheet, title: str, sha256: str
) -> Elsewhere | None:
    """Return the survey that holds these answers under another title, unless that is wanted."""
    if wanted.as_new:
        return None
    with forum.workspace.read() as session:
        return elsewhere.find(session, sheet, title, sha256)


def require_answer(there: Elsewhere | None) -> None:
    """Refuse an import that would count families twice."""
    if there is not None:
        raise UserError(there.words, "Nothing was imported.", _instead(there))


@contextmanager
def told_by_flags() -> Iterator[None]:
    """Say by which flags to answer where rows may be here already."""
    try:
        yield
    except MayBeHere as error:
        raise _unanswered(error) from error


def fault(report: Report, there: Elsewhere | None, doubt: Doubt) -> str:
    """Return what has to be answered before the import, for a dry run; nothing where nothing is."""
    said = []
    if there is not None:
        said.append(f"{there.words} {_instead(there)}")
    if report.unsure and doubt is Doubt.OPEN:
        said.append(str(_unanswered(MayBeHere(report.unsure))))
    return " ".join(said)


def data(report: Report, there: Elsewhere | None) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "twice": None
        if there is None
        else {"survey": there.title, "on": there.on.isoformat(), "families": there.families},
        "unsure": list(report.unsure),
        "lacking": report.lacking,
        "comments_now_answers": report.reread.answers,
        "answers_now_comments": report.reread.comments,
        "comments_kept": report.reread.stay,
    }


def sentences(report: Report) -> Iterator[str]:
    """Yield what a fuller or a later file shows of what is here."""
    reread = report.reread
    if reread.answers:
        yield (
            f"{wording.count(reread.answers, 'comment')} that this file shows to be answers to "
            "choose from: kept as answers."
        )
    if reread.comments:
        yield (
            f"{wording.count(reread.comments, 'answer')} that this file shows to be free words: "
            "kept as comments."
        )
    if reread.stay:
        stay = "stays a comment" if reread.stay == 1 else "stay comments"
        yield (
            f"{wording.count(reread.stay, 'comment')} that you edited, linked or marked {stay} "
            "beside the answers."
        )
    if report.lacking:
        stay = "stays" if report.lacking == 1 else "stay"
        yield (
            f"The survey holds {wording.count(report.lacking, 'response')} that this file does "
            f"not hold any more: {'it' if report.lacking == 1 else 'they'} {stay}."
        )


_FLAGS = "Say --as-changed where they are the same families, --as-new where they are others."


def _unanswered(error: MayBeHere) -> UserError:
    return UserError(error.happened, error.safe, _FLAGS)


def _instead(there: Elsewhere) -> str:
    return (
        f"To bring them up to date, import with --survey “{there.title}”; to count them again all "
        "the same, say --as-new."
    )
