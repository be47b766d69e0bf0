"""What a column was found to be."""

from dataclasses import dataclass

from pcf_desktop.importers.sheet import Kind


@dataclass(frozen=True)
class Finding:
    """A kind, and options in tidy words, in their order.

    `other` says that texts of one's own stand among the options, `separator` what stands between
    the chosen options of a cell, `warning` what the person should know. `reason` is a sentence
    where it is another one than kind and answers would give.
    """

    kind: Kind
    options: tuple[str, ...] = ()
    other: bool = False
    separator: str | None = None
    warning: str | None = None
    reason: str = ""
