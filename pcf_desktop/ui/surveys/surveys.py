"""The place of surveys: the list, the answers of one of them, and bringing one in."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.counting.by_family import families_by
from pcf_desktop.services.logs import taking_back
from pcf_desktop.services.priorities import priorities
from pcf_desktop.services.surveys import (
    about_family,
    no_comments,
    question_links,
    results,
    surveys,
    taken_back,
)
from pcf_desktop.services.surveys.no_comments import SaidNothing
from pcf_desktop.services.surveys.surveys import BatchLine, SurveyLine
from pcf_desktop.services.surveys.taken_back import ImportGoing
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.leaving import leave
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.pages import Pages
from pcf_desktop.ui.screen import Desk, focus_of
from pcf_desktop.ui.surveys.about_field import AboutWanted, LookWanted
from pcf_desktop.ui.surveys.files import Files
from pcf_desktop.ui.surveys.import_page import ImportPage
from pcf_desktop.ui.surveys.log_wizard import LogWizard
from pcf_desktop.ui.surveys.priority_field import LinkWanted
from pcf_desktop.ui.surveys.results import Results, ShownResults
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.survey_list import SurveyList
from pcf_desktop.ui.surveys.wizard import Wizard
from pcf_desktop.ui.words import count

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

IMPORT = "import"
"""The subject that opens the import."""


class Surveys(Pages):
    """Shows one of three pages: the list, one survey's answers, or the import."""

    tables = frozenset(
        {
            *("survey", "question", "option", "response", "answer", "feedback", "import_batch"),
            *("question_priority", "priority", "term", "answer_meaning", "known_word"),
            *("term_list", "term_alias", "child", "consent"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Surveys"), tr("All surveys"))
        self.logs = Files(self._ask_log, tr("Logs brought in"))
        self.logs.taken_back.connect(self._take_log_back)
        self.list = SurveyList(self.logs)
        self.list.heading = tr("Surveys"), tr("What families ticked, and what they wrote.")
        self.list.opened.connect(self.open_survey)
        self.list.empty.pressed.connect(self.begin_import)
        self.files = Files(self._ask)
        self.files.taken_back.connect(self._take_back)
        self.results = Results(self.files)
        self.results.comments_wanted.connect(lambda asked: desk.go("feedback", asked))
        self.results.link_wanted.connect(self._link)
        self.results.about_wanted.connect(self._say)
        self.results.look_wanted.connect(self._look)
        self.results.nothing.put_in.connect(self._put_in)
        button = Button(tr("Import a survey"), Rank.PRIMARY, "download-simple")
        self.add_button(button, self.begin_import, self.list, self.results)
        self._add_bar()
        self.saves(button, self.list.empty, self.results, self.files, self.logs)
        self.add_pages(self.list, self.results)

    @cached_property
    def wizard(self) -> Wizard:
        """The import."""
        made = Wizard(self)
        made.moved.connect(lambda: self._moved_in(made))
        made.log_found.connect(self._as_log)
        made.finished.connect(self.open_survey)
        made.done.sort.clicked.connect(lambda: self.desk.go("sort"))
        self.saves(made.profiles)
        return made

    @cached_property
    def log_wizard(self) -> LogWizard:
        """The import of a log."""
        made = LogWizard(self)
        made.moved.connect(lambda: self._moved_in(made))
        made.done.sort.clicked.connect(lambda: self.desk.go("sort"))
        made.survey_wanted.connect(self._as_survey)
        made.file_wanted.connect(self._choose_again)
        return made

    @override
    def load(self) -> None:
        self.latest("list", _every, lambda found: self._listed(*found))

    @override
    def show_subject(self, subject: object) -> None:
        if isinstance(subject, int):
            self.open_survey(subject)
        elif isinstance(subject, Path):
            self.begin_import()
            if not self.wizard.busy:
                self.wizard.start()
            self.wizard.open_file(subject)
        elif subject == IMPORT:
            self.begin_import()

    @override
    def first_focus(self) -> QWidget | None:
        if isinstance(self.in_front, ImportPage):
            return self.in_front.first_focus() or self._next
        return self.back if self.in_front is self.results else super().first_focus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go one step, and not two, when somebody clicks twice as in other programs."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def begin_import(self) -> None:
        """Show the import, where it was left if a file is on hand."""
        self.show_page(self.wizard)

    def open_survey(self, survey_id: int) -> None:
        """Show one survey's answers."""
        self.list.current = survey_id
        self.latest("results", lambda session: _shown(session, survey_id), self.show_results)

    def _listed(self, lines: list[SurveyLine], logs: list[BatchLine]) -> None:
        with self.rearranged():
            self.list.show_surveys(lines, logs)
            self.tell()
        if self.in_front is self.results and self.list.current is not None:
            self.open_survey(self.list.current)

    def show_results(self, shown: ShownResults | None) -> None:
        """Show what was read of a survey; None when it has gone."""
        if shown is None:
            self.show_list()
            return
        with self.rearranged():
            self.results.show_survey(shown)
        if self.in_front is self.results:
            self.tell()
        else:
            self.show_page(self.results)

    @override
    def show_list(self) -> None:
        if isinstance(self.in_front, ImportPage) and not self.in_front.busy:
            self.in_front.start()
        super().show_list()

    def _as_log(self, path: Path) -> None:
        self.wizard.start()
        self.log_wizard.start()
        self.show_page(self.log_wizard)
        self.log_wizard.open_file(path)

    def _as_survey(self, path: Path) -> None:
        self.log_wizard.start()
        self.show_page(self.wizard)
        self.wizard.open_file(path, as_survey=True)

    def _choose_again(self) -> None:
        self.log_wizard.start()
        self.wizard.start()
        self.show_page(self.wizard)

    def _moved_in(self, wizard: ImportPage) -> None:
        """Follow the import; where a step asks nothing, or work has ended, what is next is on."""
        self.tell()
        if self.isVisible() and self.in_front is wizard and not wizard.busy:
            self._focus_in(wizard)

    def _focus_in(self, wizard: ImportPage) -> None:
        held, first = focus_of(self.window()), wizard.first_focus()
        chooses = isinstance(wizard, Wizard) and wizard.step is ImportStep.FILE
        if chooses and held is self.wizard.file.button and first is not held:
            (first or self._next).setFocus()  # Enter would ask for another
        elif held is None or (first is None and not chooses):
            self._next.setFocus()

    @override
    def tell(self) -> None:
        wizard = self.in_front
        self._bar.setVisible(isinstance(wizard, ImportPage) and not wizard.is_over)
        if not isinstance(wizard, ImportPage):
            super().tell()
            self.back.setEnabled(True)
            return
        wizard.heading = wizard.head
        super().tell()
        self._next.setText(wizard.next_words)
        self._next.updateGeometry()
        if wizard.busy:
            leave(self._next)
        self._next.setEnabled(wizard.can_go_on)
        self.saves(self._next, when=wizard.writes)
        self._next.setVisible(wizard.has_file or wizard.busy)
        self._previous.setVisible(wizard.can_go_back)
        self._previous.setEnabled(not wizard.busy)
        self.back.setEnabled(not wizard.busy)

    def _add_bar(self) -> None:
        self._previous = Button(tr("Back"), icon="caret-left")
        self._next = Button(tr("Continue"), Rank.PRIMARY)
        self._previous.clicked.connect(lambda: self._step(on=False))
        self._next.clicked.connect(lambda: self._step(on=True))
        for button in (self._next, self._previous):
            button.installEventFilter(self)
        self._bar = self.add_bar(self._next, self._previous)  # the first stays where it is

    def _step(self, *, on: bool) -> None:
        if isinstance(self.in_front, ImportPage):
            (self.in_front.go_on if on else self.in_front.go_back)()

    def _link(self, wanted: LinkWanted) -> None:
        new, old = wanted.priority, wanted.before
        action, label = tr("link a question to a priority"), tr("link to {priority}")
        said = tr("Linked to {priority}.")
        if new is None:
            action, label = tr("remove a link"), tr("remove the link to {priority}")
            said = tr("Link to {priority} removed.")
        named = new or old
        title = named.title if named is not None else ""
        job = self.change(
            action,
            lambda session, _progress: question_links.link(
                session, wanted.question_id, new.id if new is not None else None
            ),
            lambda _done: self.desk.tell(said.format(priority=title), undo=True),
            label=label.format(priority=title),
        )
        for lost in (job.refused, job.failed):  # what was chosen is not kept
            lost.connect(self.load)

    def _say(self, wanted: AboutWanted) -> None:
        self.change(
            tr("say what a question tells of families"),
            lambda session, _progress: about_family.tell(session, wanted.question_id, wanted.about),
            lambda _done: (
                self.desk.tell(tr("Families are counted by it."), undo=True)
                if wanted.about
                else self.desk.tell(tr("It says nothing of the family."), undo=True)
            ),
        )

    def _look(self, wanted: LookWanted) -> None:
        said = {wanted.match.place: wanted.key}
        self.change(
            tr("say what an answer means"),
            lambda session, _progress: about_family.look(session, wanted.question_id, said),
            lambda _done: self.desk.tell(tr("Saved and remembered."), undo=True),
        )

    def _put_in(self, said: SaidNothing) -> None:
        comments = count(said.times, tr("comment"), tr("comments"))
        self.change(
            tr("make comments of answers"),
            lambda session, _progress: no_comments.put_in(session, said),
            lambda _made: self.desk.tell(
                tr("{comments} to sort").format(comments=comments), undo=True
            ),
        )

    def _ask(self, batch_id: int, then: Callable[[ImportGoing], object]) -> None:
        self.read(lambda session: taken_back.what_goes(session, batch_id), then)

    def _ask_log(self, batch_id: int, then: Callable[[ImportGoing], object]) -> None:
        self.read(lambda session: taking_back.what_goes(session, batch_id), then)

    def _take_log_back(self, batch_id: int, _answers: int) -> None:
        def said(gone: int) -> None:
            words = count(gone, tr("comment"), tr("comments"))
            self.desk.tell(tr("Took back {comments}").format(comments=words), undo=True)

        self.change(
            tr("take back a log"),
            lambda session, _progress: taking_back.take_back(session, batch_id),
            said,
        )

    def _take_back(self, batch_id: int, responses: int) -> None:
        words = count(responses, tr("answer"), tr("answers"))
        self.change(
            tr("take back an import"),
            lambda session, _progress: taken_back.take_back(session, batch_id),
            lambda _gone: self.desk.tell(
                tr("Took back {answers}").format(answers=words), undo=True
            ),
            label=tr("take back an import of {answers}").format(answers=words),
        )


def _every(session: "Session") -> tuple[list[SurveyLine], list[BatchLine]]:
    return surveys.every(session), taking_back.batches(session)


def _shown(session: "Session", survey_id: int) -> ShownResults | None:
    line = next((each for each in surveys.every(session) if each.id == survey_id), None)
    if line is None:
        return None
    told = about_family.told(session, survey_id)
    return ShownResults(
        line,
        results.results(session, survey_id),
        results.free_questions(session, survey_id),
        question_links.priorities_of(session, survey_id),
        priorities.choices(session),
        told,
        {key: families_by(session, key) for key in about_family.subjects(told)},
        no_comments.listed(session, survey_id),
    )
