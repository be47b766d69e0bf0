"""How a file is read: everything that was guessed, to be changed."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.importers.sheet import Choices
from pcf_desktop.importers.tools.all_tools import TOOLS
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.choice_field import ChoiceField, Choosable
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.export_file import ExportFile
from pcf_desktop.ui.surveys.sentences import date_orders

MOST_HEADERS = 3
"""No tool writes more rows of headings."""


class ReadingChoices(QWidget):
    """Emits `chosen` with `Choices` when the person reads the file another way."""

    chosen = Signal(Choices)

    def __init__(self) -> None:
        super().__init__()
        self._export: ExportFile | None = None
        self._filling = False
        self.tool = _field(tr("Survey tool"))
        self.tool.set_options([Choosable(tool.name, _title(tool.title)) for tool in TOOLS])
        self.order = _field(tr("How dates are written"))
        self.headers = _field(tr("Rows of headings"))
        self.headers.set_options([Choosable(str(n), str(n)) for n in range(1, MOST_HEADERS + 1)])
        self.table = _field(tr("Sheet"))
        self.encoding = _field(tr("Letters"))
        self.delimiter = _field(tr("What separates columns"))
        self.ask = Banner(
            tr("Nothing in this file says whether 3/4 is 3 April or 4 March. Please choose."),
            Level.AMBER,
        )
        column = stacked(self, gap=1.5)
        column.addWidget(self.ask)
        column.addWidget(Sides(self.tool, self.order, self.headers, least=16))
        self._text = Sides(self.encoding, self.delimiter, QWidget(), least=16)
        self._book = Sides(self.table, QWidget(), QWidget(), least=16)
        column.addWidget(self._text)
        column.addWidget(self._book)
        for field in (
            self.tool, self.order, self.headers, self.table, self.encoding, self.delimiter,
        ):  # fmt: skip
            field.changed.connect(self._changed)

    @property
    def settled(self) -> bool:
        """Whether nothing has to be asked: the order of dates is known, or was chosen."""
        return self._export is None or not self._export.sheet.ambiguous

    def show_export(self, export: ExportFile) -> None:
        """Show how this file was read."""
        self._export, self._filling = export, True
        sheet = export.sheet
        self.tool.set_value(sheet.tool)
        self._show_order()
        self.headers.set_value(str(sheet.header_rows))
        self.table.set_options([Choosable(name, name) for name in export.tables])
        self.table.set_value(sheet.sheet or "")
        self._book.setVisible(len(export.tables) > 1)
        self._text.setVisible(sheet.encoding is not None)
        self._fill(self.encoding, _encodings(), sheet.encoding)
        self._fill(self.delimiter, _delimiters(), sheet.delimiter)
        self._filling = False

    def _show_order(self) -> None:
        sheet = self._export.sheet if self._export else None
        if sheet is None:
            return
        dates = date_orders()
        words = {"dmy": tr("{order}: 3/4 is 3 April"), "mdy": tr("{order}: 3/4 is 4 March")}
        options = [
            Choosable(key, words.get(key, "{order}").format(order=name))
            for key, name in dates.items()
        ]
        self.order.set_options(options)
        self.order.set_value("" if sheet.ambiguous else sheet.date_order or "")
        self.order.setVisible(sheet.date_order is not None)
        self.ask.setVisible(sheet.ambiguous)

    def _fill(self, field: ChoiceField, known: dict[str, str], value: str | None) -> None:
        if value is None:
            return
        words = known if value in known else {**known, value: value}
        field.set_options([Choosable(key, name) for key, name in words.items()])
        field.set_value(value)

    def _changed(self) -> None:
        if self._filling or self._export is None:
            return
        self.chosen.emit(self._wanted(self._export))

    def _wanted(self, export: ExportFile) -> Choices:
        """Return the choices with what is different from how the file was read."""
        sheet, now = export.sheet, export.choices
        tool, table = self.tool.value() or sheet.tool, self.table.value() or sheet.sheet
        if tool != sheet.tool:  # another tool means other columns
            now = Choices(sheet=now.sheet, encoding=now.encoding, hidden=now.hidden, tool=tool)
        now = self._as_rows(now, export)
        if table != sheet.sheet:
            now = Choices(sheet=table, hidden=now.hidden)
        return self._as_text(now, export)

    def _as_rows(self, now: Choices, export: ExportFile) -> Choices:
        sheet, order, headers = export.sheet, self.order.value(), self.headers.value()
        if order and (sheet.ambiguous or order != sheet.date_order):
            now = replace(now, date_order=order)
        if headers and int(headers) != sheet.header_rows:
            now = replace(now, header_rows=int(headers))
        return now

    def _as_text(self, now: Choices, export: ExportFile) -> Choices:
        if export.sheet.encoding is None:
            return now
        encoding, delimiter = self.encoding.value(), self.delimiter.value()
        if encoding and encoding != export.sheet.encoding:
            now = replace(now, encoding=encoding)
        if delimiter and delimiter != export.sheet.delimiter:
            now = replace(now, delimiter=delimiter)
        return now


def _field(label: str) -> ChoiceField:
    return ChoiceField(label, filters=False)


def _title(title: str) -> str:
    return title[:1].upper() + title[1:]


def _encodings() -> dict[str, str]:
    return {
        "utf-8": tr("Unicode (UTF-8)"),
        "utf-8-sig": tr("Unicode with a mark (UTF-8)"),
        "cp1252": tr("Windows, Western Europe"),
        "utf-16": tr("Unicode, two bytes (UTF-16)"),
        "mac_roman": tr("Older Mac"),
    }


def _delimiters() -> dict[str, str]:
    return {",": tr("Comma"), ";": tr("Semicolon"), "\t": tr("Tab"), "|": tr("Upright line")}
