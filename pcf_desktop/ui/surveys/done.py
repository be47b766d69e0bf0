"""Last step: what came in, what to do next, and what to do with the file."""

from PySide6.QtWidgets import QWidget

from pcf_desktop.services.surveys.importing import Report
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
from pcf_desktop.ui.surveys.sentences import counts
from pcf_desktop.ui.words import count, number


class Done(QWidget):
    """Its buttons say what is wanted next."""

    def __init__(self) -> None:
        super().__init__()
        self._came = Banner("", Level.GOOD)
        self._title, self._words = "", ""
        self.numbers = NumberList()
        self.sort = Button("", Rank.PRIMARY)
        self.answers = Button(tr("See the answers"))
        self.save = Button(tr("Save the rows left out"), icon="download-simple")
        self.another = Button(tr("Import another file"))
        what = Card(tr("What came in"))
        what.add(self.numbers, FlowRow(self.sort, self.answers, self.save))
        what.body.addStretch(1)
        after = Card(tr("Two things to know"))
        self._file = Text("")
        after.add(
            self._file,
            Text(
                tr(
                    "You can take this import back later, as a whole: open the survey and look "
                    "under Files brought in."
                )
            ),
        )
        after.body.addStretch(1)
        self._about = Sides(what, after, shares=(3, 2), least=26)
        stacked(self, self._came, self._about, FlowRow(self.another), gap=2).addStretch(1)

    def show_report(self, report: Report, title: str, file_name: str) -> None:
        """Show what became of every row of a file."""
        self._title = title
        self._words = tr("{n} of {read} rows came into “{title}”.").format(
            n=number(report.imported + report.changed), read=number(report.read), title=title
        )
        self.numbers.show_numbers([each for each in counts(report) if each[1]])
        self.sort.setText(
            tr("Sort {comments}").format(
                comments=count(report.comments, tr("comment"), tr("comments"))
            )
        )
        self.sort.setVisible(bool(report.comments))
        self.sort.updateGeometry()
        self.answers.kind = Rank.SECONDARY if report.comments else Rank.PRIMARY
        self.save.setVisible(bool(report.rejected))
        self._file.setText(
            tr(
                "Your forum file is encrypted, but {file} is not. Delete it, and empty the bin, "
                "once you no longer need it."
            ).format(file=file_name)
        )
        self.show_undone(undone=False)

    def show_undone(self, *, undone: bool) -> None:
        """Say that the import was undone, or what came in where it is there again."""
        words = self._words
        if undone:
            words = tr(
                "The import into “{title}” was undone: the forum is as it was before. "
                "To have the answers after all, redo it (Ctrl+Y) or import the file again."
            ).format(title=self._title)
        self._came.set_words(words, Level.INFO if undone else Level.GOOD)
        self._about.setVisible(not undone)

    def first_focus(self) -> QWidget:
        """Return what most people do next."""
        if self._about.isHidden():
            return self.another
        return self.answers if self.sort.isHidden() else self.sort
