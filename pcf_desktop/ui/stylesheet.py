"""The style sheet, made from the tokens.

It holds no font sizes, for these would override the person's text size, and it leaves to our own
components what they paint themselves.
"""

from dataclasses import fields
from string import Template

from pcf_desktop.ui.tokens import Colours, sizes

_SHEET = Template("""
QMainWindow, QDialog, QWidget#page { background: $ground; }
QLabel, QCheckBox, QRadioButton { background: transparent; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="amber"] { color: $amber; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="info"] { color: $info; }
QLabel[tone="on_accent"] { color: $on_accent; }

QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: ${card}px; }
QFrame[kind="sunken"] { background: $sunken; border: 1px solid $line; border-radius: ${card}px; }
QFrame[kind="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QWidget[kind="pane"] { background: $surface; border: none; }
QFrame[kind="nav"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[kind="foot"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[kind="quote"] { background: transparent; border: none; border-left: 4px solid $accent; }
QFrame[kind="info"] {
  background: $info_weak; border: 1px solid $info; border-radius: ${radius}px; }
QFrame[kind="amber"] {
  background: $amber_weak; border: 1px solid $amber; border-radius: ${radius}px; }
QFrame[kind="good"] {
  background: $good_weak; border: 1px solid $good; border-radius: ${radius}px; }
QFrame[kind="bad"] {
  background: $bad_weak; border: 1px solid $bad; border-radius: ${radius}px; }
QFrame[kind="problems"] {
  background: $surface; border: 3px solid $bad; border-radius: ${radius}px; }
QFrame[kind="toast"] { background: $text; border: none; border-radius: ${radius}px; }
QLabel[tone="on_toast"] { color: $surface; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
  background: $surface; color: $text; border: 1px solid $line_strong; border-radius: ${radius}px;
  padding: ${inner}px ${side}px; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $muted; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {
  background: $sunken; color: $muted; border-color: $line; }
*[wrong="true"] { border: 2px solid $bad; padding: ${inner_wrong}px ${side_wrong}px; }
QTextEdit[kind="reading"] { border: none; padding: 0; background: transparent; }
QComboBox { padding-right: 2px; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: ${drop}px; }
QComboBox::down-arrow { image: none; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox QAbstractItemView, QListView, QTreeView {
  background: $surface; color: $text; border: 1px solid $line_strong; outline: none;
  selection-background-color: $accent_weak; selection-color: $text; padding: 1px 6px; }
QAbstractItemView::item { min-height: ${least}px; padding: 5px ${side}px;
  border-radius: ${radius}px; }
QAbstractItemView::item:selected, QAbstractItemView::item:hover {
  background: $accent_weak; color: $text; }

QTableView { background: $surface; border: none; gridline-color: $line; outline: none;
  selection-background-color: $accent_weak; selection-color: $text; }
QTableView::item { padding: 0; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
  border-bottom: 1px solid $line_strong; padding: ${side}px ${cell}px; }
QHeaderView::section:hover { color: $text; background: $sunken; }
QTableCornerButton::section { background: $surface; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $sunken; border: 1px solid $line_strong; border-radius: 5px;
  max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QMenuBar { background: $surface; color: $text; border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: ${radius}px; }
QMenuBar::item:selected { background: $accent_weak; color: $accent; }
QMenu { background: $surface; color: $text; border: 1px solid $line_strong; padding: 6px; }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: ${radius}px; }
QMenu::item:selected { background: $accent_weak; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QMenu::icon { padding-left: 8px; }
QToolTip { background: $text; color: $surface; border: none; padding: 6px 8px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
""")


def stylesheet(of: Colours) -> str:
    """Return the style sheet of a palette."""
    shape = sizes()
    return _SHEET.substitute(
        {field.name: of.named(field.name).name() for field in fields(Colours)},
        radius=shape.radius,
        card=shape.card_radius,
        inner=shape.padding - 2,
        inner_wrong=shape.padding - 3,
        side=shape.step + 2,
        side_wrong=shape.step + 1,
        cell=shape.step + 4,
        drop=shape.step * 4,
        least=shape.least,
    )
