"""What the import says in words: what was recognised, what happens to a question, the counts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from pcf_desktop.days import day
from pcf_desktop.importers.sheet import Answer, Kind, Rejected, Sheet, SheetQuestion
from pcf_desktop.importers.tools.any_export import AnyExport
from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.services.surveys.surveys import BatchLine, SurveyLine
from pcf_desktop.services.surveys.taken_back import ImportGoing
from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.words import count, listed, moment, number

MOST_NUMBERS = 12
"""How many row numbers are worth reading out."""
MOST_WORDS = 4


def recognised(sheet: Sheet) -> str:
    """Return whose export this looks like, and how much is in it."""
    asked = sum(question.kind not in {Kind.IDENTITY, Kind.SYSTEM} for question in sheet.questions)
    words = [
        count(sheet.rows, tr("answer"), tr("answers")),
        count(asked, tr("question"), tr("questions")),
    ]
    if sheet.date_order is not None and not sheet.ambiguous:
        words.append(tr("dates read as {order}").format(order=date_orders()[sheet.date_order]))
    return tr("This looks like an export of {tool}: {what}.").format(
        tool=sheet.title, what=", ".join(words)
    )


def date_orders() -> dict[str, str]:
    """Return the orders in which a date can be written."""
    return {"dmy": tr("day/month"), "mdy": tr("month/day"), "iso": tr("year-month-day")}


def kinds() -> dict[Kind, str]:
    """Return what a question asks for, in the person's words, as far as it can be chosen."""
    return {
        Kind.SINGLE: tr("One answer"),
        Kind.MULTIPLE: tr("Several answers"),
        Kind.SCALE: tr("A scale"),
        Kind.GRID: tr("A row of a grid"),
        Kind.NUMBER: tr("A number"),
        Kind.DATE: tr("A date"),
        Kind.TEXT: tr("Free words"),
        Kind.CONSENT: tr("Consent"),
        Kind.IDENTITY: tr("Name or address"),
        Kind.SYSTEM: tr("The tool’s own"),
    }


def fate(question: SheetQuestion) -> Mark:
    """Return what happens to a question's answers."""
    out, comments, kept = fates()
    if not question.keep or question.kind is Kind.SYSTEM:
        return out
    return comments if question.kind is Kind.TEXT else kept


def fates() -> tuple[Mark, Mark, Mark]:
    """Return what can happen to them: to be left out, to become comments, to be kept."""
    return (
        Mark(tr("Left out")),
        Mark(tr("Become comments"), Level.INFO),
        Mark(tr("Kept"), Level.GOOD),
    )


def why(question: SheetQuestion, sheet: Sheet) -> str:
    """Return what a question was taken for, and why, in a sentence or two."""
    if question.kind is Kind.SYSTEM:
        tool = tr("The tool") if sheet.tool == AnyExport.name else sheet.title
        return tr("{tool}’s own column: not read as an answer.").format(tool=tool)
    return f"{kinds()[question.kind]}. {question.reason}".strip()


def examples(question: SheetQuestion) -> str:
    """Return a few of its answers."""
    return "; ".join(question.samples)


def like(question: SheetQuestion, sheet: Sheet) -> list[SheetQuestion]:
    """Return the other questions that were read like it: of its kind, with its options."""
    return [
        each
        for each in sheet.questions
        if each.key != question.key
        and (each.kind, each.keep, each.options) == (question.kind, question.keep, question.options)
    ]


def counted_fates(questions: Iterable[SheetQuestion]) -> str:
    """Return how many questions become comments, are kept, and are left out."""
    out, comments, kept = fates()
    found = Counter(fate(each).words for each in questions)
    return tr("Comments from {questions}. {kept} kept as answers, {out} left out.").format(
        questions=count(found[comments.words], tr("question"), tr("questions")),
        kept=number(found[kept.words]),
        out=number(found[out.words]),
    )


def cell(answer: Answer, other: str | None = None) -> str:
    """Return one answer for the preview."""
    if isinstance(answer, tuple):
        words = "; ".join(answer)
    elif isinstance(answer, datetime):
        words = day(answer.date())
    elif isinstance(answer, float):
        words = f"{answer:g}"
    else:
        words = "" if answer is None else str(answer)
    return "; ".join(part for part in (words, other or "") if part)


def causes(rejected: Sequence[Rejected]) -> dict[str, list[Rejected]]:
    """Return the rows that cannot come in, together by cause."""
    found: dict[str, list[Rejected]] = {}
    for each in rejected:
        found.setdefault(each.reason, []).append(each)
    return found


def rows_named(rejected: Sequence[Rejected]) -> str:
    """Return which rows of the file these are."""
    numbers = [number(each.number) for each in rejected[:MOST_NUMBERS]]
    more = len(rejected) - MOST_NUMBERS
    if more > 0:
        numbers.append(tr("{n} more").format(n=number(more)))
    if len(rejected) == 1:
        return tr("Row {n} of the file.").format(n=numbers[0])
    return tr("Rows {n} of the file.").format(n=listed(numbers))


def counts(report: Report) -> list[tuple[str, int, str]]:
    """Return each number of a report with its words and what it means, or meant once written."""
    new, here, changed, empty = (
        (tr("They come in."), tr("They stay as they are."), tr("They are brought up to date."),
         tr("They are left out."))
        if report.batch_id is None
        else (tr("They came in."), tr("They stayed as they were."),
              tr("They were brought up to date."), tr("They were left out."))
    )  # fmt: skip
    edited = (
        tr("Comments edited here"),
        report.edited,
        tr("They stay as you edited them, though the file says something else now."),
    )
    nothing = (
        tr("Said nothing"),
        sum(report.no_comments.values()),
        tr("They are kept as answers, and nobody has to sort them: {words}.").format(
            words=nothings(report)
        ),
    )
    return [
        (tr("Families"), report.imported, tr("Each new answer counts as one family, once.")),
        (tr("New answers"), report.imported, new),
        (tr("New comments"), report.comments, tr("They wait to be sorted.")),
        *([nothing] if report.no_comments else []),
        (tr("Already here"), report.already_here, here),
        (tr("Changed since"), report.changed, changed),
        *([edited] if report.edited else []),
        *_reread(report),
        (tr("Empty rows"), report.skipped, empty),
        (tr("Rows that cannot be read"), report.rejected, tr("You can save them as a file.")),
    ]


def nothings(report: Report) -> str:
    """Return the most frequent words that say nothing."""
    shown = [f"“{words}”" for words in list(report.no_comments)[:MOST_WORDS]]
    return listed([*shown, *([tr("others")] if len(report.no_comments) > MOST_WORDS else [])])


def about_senders(report: Report) -> str:
    """Return that comments begin with who sent them, and how one does."""
    words = (
        tr("{comments} begins with who sent it: “{sender}” Take that off.")
        if len(report.senders) == 1
        else tr("{comments} begin with who sent them, as “{sender}” does. Take that off.")
    )
    return words.format(
        comments=count(len(report.senders), tr("comment"), tr("comments")), sender=report.senders[0]
    )


def _reread(report: Report) -> list[tuple[str, int, str]]:
    """Return what a fuller or a later file shows of what is here, where it shows anything."""
    reread = report.reread
    found = [
        (
            tr("Comments that are answers"),
            reread.answers,
            tr("This file shows that they were chosen from a list. They are kept as answers."),
        ),
        (
            tr("Answers that are comments"),
            reread.comments,
            tr("This file shows that they were written freely. They are kept as comments."),
        ),
        (
            tr("Comments that you worked on"),
            reread.stay,
            tr("They stay comments, with their links, though their question is one to tick."),
        ),
        (
            tr("Answers that this file lacks"),
            report.lacking,
            tr("The survey holds them. They stay."),
        ),
    ]
    return [each for each in found if each[1]]


def action(report: Report) -> str:
    """Return what the button does."""
    if report.imported:
        return tr("Import {answers}").format(
            answers=count(report.imported, tr("answer"), tr("answers"))
        )
    if report.changed:
        return tr("Bring {answers} up to date").format(
            answers=count(report.changed, tr("answer"), tr("answers"))
        )
    if report.brings_something:
        return tr("Put the answers right")
    return tr("Nothing to import")


def another_wave(report: Report) -> bool:
    """Say whether this looks like another year's answers under the numbers of this one's."""
    return report.changed > report.already_here + report.imported


def about_survey(line: SurveyLine, tools: dict[str, str]) -> str:
    """Return a survey's tool, its counts, and when the answers came in."""
    parts = [
        tools.get(line.tool or "", ""),
        count(line.responses, tr("answer"), tr("answers")),
        count(line.comments, tr("comment"), tr("comments")),
        _period(line),
    ]
    return ", ".join(part for part in parts if part)


def _period(line: SurveyLine) -> str:
    if line.first is None or line.last is None:
        return ""
    first, last = line.first.astimezone().date(), line.last.astimezone().date()
    if first == last:
        return day(first)
    return tr("{first} to {last}").format(first=day(first), last=day(last))


def about_batch(batch: BatchLine) -> str:
    """Return when a file was brought in and what came of it."""
    parts = [tr("{n} new").format(n=number(batch.imported))]
    if batch.changed:
        parts.append(tr("{n} changed").format(n=number(batch.changed)))
    when = moment(batch.at.astimezone(), datetime.now().astimezone())
    said = tr("Brought in {when}: {counts}").format(when=when, counts=", ".join(parts))
    if not batch.lacking:
        return said
    held = count(batch.lacking, tr("answer"), tr("answers"))
    return tr("{said}. The survey held {answers} that this file lacked.").format(
        said=said, answers=held
    )


def about_going(going: ImportGoing) -> str:
    """Return what goes when an import is taken back."""
    parts = [count(going.comments, tr("comment"), tr("comments"))]
    if going.responses:
        parts.insert(0, count(going.responses, tr("answer"), tr("answers")))
    if going.links:
        parts.append(count(going.links, tr("link"), tr("links")))
    if going.quotes:
        parts.append(count(going.quotes, tr("quote"), tr("quotes")))
    return tr("{what} go. You can undo it.").format(what=listed(parts))
