"""Fourth step: the real PDF, page by page, as it would be written now."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea, QWidget

from pcf_desktop.errors import UserError
from pcf_desktop.exporters.made import Made
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.page_preview import PagePreview
from pcf_desktop.ui.components.progress_panel import ProgressPanel
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.newest import Newest
from pcf_desktop.ui.packs.pdf_pages import picture, typeset
from pcf_desktop.ui.packs.trouble import Trouble
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count
from pcf_desktop.ui.worker import Job, Worker


class PreviewStep(QWidget):
    """`look` leads to the quotes again."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self._setting, self._painting = Newest(worker, self), Newest(worker, self)
        self._plan: PackPlan | None = None
        self._to_look_at = 0
        self._left_out: Sequence[str] = ()
        self._gaps = Text("", Role.SMALL, "muted")
        self.made: Made | None = None
        self.trouble = Trouble()
        self.trouble.again.connect(self._again)
        self._progress = ProgressPanel(tr("Setting the pages"))
        self.pages = PagePreview(tr("The pack as it will be printed"))
        self.pages.wanted.connect(self._page_wanted)
        sheet = self.pages.findChild(QScrollArea)
        if sheet is not None:
            self.pages.setFocusProxy(sheet)
        self._facts = Text("", Role.READING)
        self.look = Button(tr("Look at the quotes"), small=True)
        self._risky = Banner("", Level.AMBER)
        about = Card(tr("What is in it"))
        about.add(
            self._facts,
            self._gaps,
            self._risky,
            self.look,
            Text(
                tr("These are the real pages. They stay inside this program until you export."),
                Role.SMALL,
                "muted",
            ),
        )
        column = stacked(self, self.trouble, self._progress, gap=2)
        column.addWidget(Sides(about, self.pages, shares=(2, 5), least=22), 1)

    def show_plan(self, plan: PackPlan, to_look_at: int, left_out: Sequence[str] = ()) -> None:
        """Set the pages of a plan; what an older plan came to is dropped.

        `left_out` names the priorities that are not in it.
        """
        self._plan, self._to_look_at, self.made = plan, to_look_at, None
        self._left_out = left_out
        self._gaps.setText(tr("Left out: {titles}.").format(titles="; ".join(left_out)))
        self._gaps.setVisible(bool(left_out))
        quoted = sum(len(chosen) for chosen in plan.quotes.values())
        self._risky.setVisible(bool(to_look_at))
        self.look.setVisible(bool(to_look_at))
        if to_look_at:
            self._risky.set_words(
                tr("{quotes} may point to a person. Look again before you export.").format(
                    quotes=count(to_look_at, tr("quote"), tr("quotes"))
                )
            )
        self._tell(plan, quoted)
        self._painting.stop()
        self.pages.set_count(0)
        self.trouble.hide()
        today = datetime.now().astimezone().date()
        workspace = self._worker.workspace
        job = self._setting.run(
            lambda progress: typeset(workspace, plan, today, progress), self.show_made
        )
        self._progress.follow(job)
        job.refused.connect(lambda error: self._refused(job, error))
        job.cancelled.connect(lambda: self._stopped(job))

    def show_made(self, made: Made) -> None:
        """Show the pages that were set."""
        self.made = made
        self.pages.set_count(made.pages, min(self.pages.page, made.pages - 1))
        if self._plan is not None:
            self._tell(self._plan, sum(len(chosen) for chosen in self._plan.quotes.values()))
        announce(self, count(made.pages, tr("page"), tr("pages")))

    def put_away(self) -> None:
        """Stop what is under way and forget the pages."""
        self._setting.stop()
        self._painting.stop()
        self.made = None
        self.pages.set_count(0)

    def first_focus(self) -> QWidget:
        """Return the pages."""
        return self.trouble.button if self.trouble.isVisible() else self.pages

    def _tell(self, plan: PackPlan, quoted: int) -> None:
        lines = [
            count(len(plan.priority_ids), tr("priority"), tr("priorities")),
            count(quoted, tr("quote"), tr("quotes")),
        ]
        if self.made is not None:
            lines.insert(0, count(self.made.pages, tr("page"), tr("pages")))
        self._facts.setText("\n".join(lines))

    def _page_wanted(self, page: int, width: int) -> None:
        made = self.made
        if made is None:
            return

        def show(image: QImage) -> None:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self.pages.show_image(page, image)

        self._painting.run(lambda _progress: picture(made.data, page, width), show)

    def _again(self) -> None:
        if self._plan is not None:
            self.show_plan(self._plan, self._to_look_at, self._left_out)

    def _refused(self, job: Job, error: UserError) -> None:
        if self._setting.is_newest(job):
            self.trouble.show_error(error)

    def _stopped(self, job: Job) -> None:
        if self._setting.is_newest(job):
            self.trouble.say(tr("Stopped. There are no pages to show."))
