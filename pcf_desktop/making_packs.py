"""The command that makes a pack: its options, and what it answers."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from pcf_desktop.answer import CommandAnswer
from pcf_desktop.errors import UserError
from pcf_desktop.exporters.formats import Exported
from pcf_desktop.exporters.made import Exporter
from pcf_desktop.progress import Progress
from pcf_desktop.services.packs import exporting, packs, privacy
from pcf_desktop.services.packs.packs import Drafted, PackPlan
from pcf_desktop.services.priorities import priorities
from pcf_desktop.workspace import Workspace


def add_flags(pack: ArgumentParser) -> None:
    """Add the options that say what a pack holds."""
    pack.add_argument("--from", dest="from_day", type=_day, metavar="DAY", help="as 2026-01-31")
    pack.add_argument("--to", dest="to_day", type=_day, metavar="DAY", help="the last day, counted")
    pack.add_argument("--priorities", metavar="NUMBERS", help="as 1,3,4; without it all of them")
    pack.add_argument(
        "--accept", metavar="REASON", help="why it goes out in spite of what the check asks about"
    )


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UserError(
            "A day is written as year, month and day.",
            "Nothing was made.",
            "Write it as 2026-01-31.",
        ) from error


def make(
    workspace: Workspace, wanted: Namespace, formats: Sequence[Exporter], progress: Progress
) -> CommandAnswer:
    """Write a pack as its options say; what the check found is answered, also where it forbids.

    Raises:
        UserError: the pack cannot be made for another reason than the check.
    """
    plan = PackPlan(
        priority_ids=priority_ids(workspace, wanted.priorities),
        from_day=wanted.from_day,
        to_day=wanted.to_day,
        reason=wanted.accept or "",
    )
    with workspace.read() as session:
        drafted = packs.drafted(session, plan, datetime.now().astimezone().date())
    found = tuple(f"{each.what} {each.why}" for each in drafted.findings)
    if refusal := privacy.refusal(drafted.findings, plan.reason):
        return CommandAnswer(data(drafted, ()), found, fault=str(refusal))
    written = exporting.export_drafted(workspace, drafted, wanted.out, progress, formats)
    said = tuple(f"Written: {file.path}" for file in written)
    return CommandAnswer(data(drafted, written), (*said, *found))


def data(drafted: Drafted, written: Sequence[Exported]) -> Mapping[str, object]:
    """Return what the command answers: the files, the messages, and what the check found."""
    titles = {each.id: each.title for each in drafted.content.priorities}
    return {
        "files": [str(file.path) for file in written],
        "pages": {file.path.suffix[1:]: file.pages for file in written if file.pages},
        "notes": [note for file in written for note in file.notes],
        "messages": [
            {
                "priority": titles.get(each.priority_id or 0),
                "words": each.printed,
                "base": each.base,
            }
            for each in drafted.messages
        ],
        "findings": [
            {"what": each.what, "why": each.why, "blocks": each.blocks} for each in drafted.findings
        ],
    }


def priority_ids(workspace: Workspace, named: str | None) -> tuple[int, ...]:
    """Return the priorities that a list of numbers names; none where all are meant (None).

    Raises:
        UserError: no priority has one of the numbers.
    """
    if named is None:
        return ()
    with workspace.read() as session:
        known = priorities.choices(session)
    by_number = {each.number or str(place): each.id for place, each in enumerate(known, start=1)}
    wanted = list(filter(None, map(str.strip, named.split(","))))
    missing = next((each for each in wanted if each not in by_number), None)
    if wanted and missing is None:
        return tuple(by_number[each] for each in wanted)
    raise UserError(
        "No priority is named." if missing is None else f"No priority has the number {missing}.",
        "Nothing was made.",
        f"The numbers are {', '.join(by_number)}.",
    )
