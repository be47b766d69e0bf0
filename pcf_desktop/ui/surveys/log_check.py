"""Fourth and last step of a log: comments, families and consent, before and after it is written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from pcf_desktop.importers.reference import read_list
from pcf_desktop.services.logs.importing import LogReport
from pcf_desktop.services.logs.planning import RowDoubt
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.number_list import NumberList
from pcf_desktop.ui.words import count, number

MOST_DOUBTS = 40


class LogNumbers(QWidget):
    """The numbers of a log, what its families answered to quoting, and the rows to look at."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers, self.consent = NumberList(), NumberList()
        what, quote = Card(tr("What will happen"), ""), Card(tr("May we quote it?"))
        self._what = what
        what.add(self.numbers)
        quote.add(self.consent)
        self._doubts = Card(tr("Rows to look at"))
        self._rows = Text("")
        self._doubts.add(self._rows)
        self._words = Banner("", Level.AMBER)
        right = QWidget()
        stacked(right, quote, self._doubts, gap=2).addStretch(1)
        stacked(self, self._words, Sides(what, right, shares=(3, 2), least=26), gap=2).addStretch(1)
        self.show_report(None)

    def show_report(self, report: LogReport | None) -> None:
        """Show the numbers; None while they are being counted."""
        self.numbers.show_numbers(_counts(report) if report is not None else [])
        self.consent.show_numbers(_answers(report) if report is not None else [])
        doubts = report.doubts if report is not None else ()
        self._doubts.setVisible(bool(doubts))
        self._rows.setText(_listed(doubts))
        open_ = len(report.open_words) if report is not None else 0
        self._words.setVisible(bool(open_))
        if open_:
            words = count(open_, tr("word waits"), tr("words wait"))
            self._words.set_words(
                tr("{words} for your look. What they say is left out until then.").format(
                    words=words
                )
            )

    def say(self, title: str, hint: str) -> None:
        """Say above the numbers what they are."""
        self._what.title.setText(title)
        self._what.setAccessibleName(title)
        self._what.hint.setText(hint)
        self._what.hint.setVisible(bool(hint))


class LogDone(QWidget):
    """What came in, and what to do next."""

    def __init__(self) -> None:
        super().__init__()
        self._came = Banner("", Level.GOOD)
        self.numbers = LogNumbers()
        self.sort = Button("", Rank.PRIMARY)
        self.another = Button(tr("Import another file"))
        self._file = Text("")
        stacked(
            self, self._came, FlowRow(self.sort, self.another), self.numbers, self._file, gap=2
        ).addStretch(1)

    def show_report(self, report: LogReport, file_name: str) -> None:
        """Show what became of every row of a file."""
        self._words = tr("{n} of {read} rows came in as comments.").format(
            n=number(report.imported + report.changed), read=number(report.read)
        )
        self.numbers.say(tr("What came in"), "")
        self.numbers.show_report(report)
        comments = count(report.imported, tr("comment"), tr("comments"))
        self.sort.setText(tr("Sort {comments}").format(comments=comments))
        self.sort.setVisible(bool(report.imported))
        self.sort.updateGeometry()
        self._file.setText(
            tr(
                "Your forum file is encrypted, but {file} is not. Delete it, and empty the bin, "
                "once you no longer need it. The log can be taken back later, on the list of "
                "surveys."
            ).format(file=file_name)
        )
        self.show_undone(undone=False)

    def show_undone(self, *, undone: bool) -> None:
        """Say that the import was undone, or what came in where it is there again."""
        gone = tr("The import was undone: the forum is as it was before. Ctrl+Y redoes it.")
        self._came.set_words(gone if undone else self._words, Level.INFO if undone else Level.GOOD)
        self.numbers.setVisible(not undone)
        self.sort.setVisible(not undone and self.sort.text() != "")

    def first_focus(self) -> QWidget:
        """Return what most people do next."""
        return self.another if self.sort.isHidden() else self.sort


def _counts(report: LogReport) -> list[tuple[str, int, str]]:
    known = report.families - report.new_families
    edited = (tr("Edited here"), report.edited, tr("They stay as you edited them."))
    return [
        (tr("New comments"), report.imported, tr("Each row is one; they wait to be sorted.")),
        (tr("New families"), report.new_families, tr("Rows of one code are one family.")),
        (tr("Families already here"), known, tr("They are known by their code.")),
        (tr("Already here"), report.already_here, tr("They stay as they are.")),
        (tr("Changed since"), report.changed, tr("They are brought up to date.")),
        *([edited] if report.edited else []),
        (tr("Rows without words"), report.skipped, tr("They are left out.")),
        (tr("Rows that cannot be read"), report.rejected, tr("They are left out.")),
    ]


def _answers(report: LogReport) -> list[tuple[str, int, str]]:
    return [
        (term.label, report.consent.get(term.key, 0), term.plain)
        for term in read_list("may_quote").terms
    ]


def _listed(doubts: Sequence[RowDoubt]) -> str:
    row = tr("Row {n}: {why}")
    lines = [row.format(n=number(each.number), why=each.why) for each in doubts[:MOST_DOUBTS]]
    more = len(doubts) - MOST_DOUBTS
    if more > 0:
        lines.append(tr("{n} more").format(n=number(more)))
    return "\n".join(lines)


def action(report: LogReport) -> str:
    """Return what the button does."""
    if report.imported:
        comments = count(report.imported, tr("comment"), tr("comments"))
        return tr("Import {comments}").format(comments=comments)
    if report.changed:
        comments = count(report.changed, tr("comment"), tr("comments"))
        return tr("Bring {comments} up to date").format(comments=comments)
    return tr("Nothing to import")
