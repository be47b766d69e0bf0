"""What was said, in many lines; who sent it is offered to be taken off where it came along."""

from PySide6.QtGui import QTextCursor

from pcf_desktop.services.feedback import senders
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.language import tr


class WordsField(LongTextField):
    """A `LongTextField` that knows the head of a message pasted out of a chat or a mail."""

    def __init__(self, label: str, *, lines: int) -> None:
        super().__init__(label, lines=lines)
        self.offer = LinkButton("")
        self.offer.hide()
        self.offer.clicked.connect(self.take_off)
        self.column.addWidget(self.offer)
        self.changed.connect(self._look)

    def take_off(self) -> None:
        """Leave what was said alone, in one step that Ctrl+Z takes back."""
        words = senders.without_senders(self.typed())
        cursor = QTextCursor(self.page.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        self.page.setFocus()
        announce(self, tr("Taken off. Ctrl+Z brings it back."))

    def _look(self) -> None:
        head = senders.head_of(self.typed())
        if head:
            self.offer.setText(tr("Take off who sent it: “{sender}”").format(sender=head))
            if self.offer.isHidden():
                announce(self, self.offer.text())
        self.offer.setVisible(bool(head))
