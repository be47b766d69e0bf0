"""Columns whose answers were given to choose from: one, or several in a cell."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pcf_desktop.importers.columns.asking import (
    asks_for_consent,
    asks_for_several,
    asks_for_words,
    shortened,
)
from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.no_comment import says_little
from pcf_desktop.importers.columns.options import OTHER, cut_apart, share_ending, tidy
from pcf_desktop.importers.columns.scales import in_order
from pcf_desktop.importers.columns.typed import are_typed
from pcf_desktop.importers.columns.written_in import says_nothing_else, written_in
from pcf_desktop.importers.sheet import Kind

_MOST_OPTIONS = 60
_OF_SENTENCES = frozenset({
    "a", "an", "and", "are", "but", "for", "i", "in", "is", "it", "my", "not", "of", "on", "our",
    "so", "that", "the", "they", "to", "was", "we", "were", "when", "with",
})  # fmt: skip
"""Words that no option's code is: where blanks would stand between options, they tell prose."""
_TYPED = "Many wrote the same, in nearly the same words."
_LONG = 60
_VERY_LONG = 300
_FEW = 15
_ENDS_WITH_MARK = 0.6
_NEARLY_ALL = 0.9


@dataclass(frozen=True)
class Closed:
    """The values of a column: those that repeat, those that do not, in the order of the file.

    `share` is how much of the column the repeated ones cover.
    """

    words: tuple[str, ...]
    repeated: frozenset[str]
    share: float
    answered: int

    @property
    def single(self) -> tuple[str, ...]:
        """Return the values that stand there once."""
        return tuple(word for word in self.words if word not in self.repeated)


def find_choices(text: str, words: Mapping[str, int], separators: Sequence[str]) -> Finding | None:
    """Return the choice that a column is; None where people wrote what they liked.

    `words` are the different values with their counts.
    """
    tidied = Counter[str]()
    for word, count in words.items():
        tidied[tidy(word)] += count
    scale = in_order(tidied)
    if scale is not None:
        return Finding(Kind.SCALE, scale)
    ended = [separator for separator in separators if _ends(words, separator)]
    several = [_multiple(text, words, separator) for separator in ended or separators]
    found = [finding for finding in several if finding is not None]
    if found:
        return min(found, key=lambda finding: len(finding.options))
    closed = _closed(tidied)
    if not _is_closed(text, closed):
        return None
    if are_typed(text, tidied, closed.repeated):
        return Finding(Kind.TEXT, warning=_typed_words(text), reason=_TYPED)
    options, own = _options(tidied, closed)
    scale = in_order(options)
    kind = Kind.SCALE if scale else Kind.CONSENT if asks_for_consent(text) else Kind.SINGLE
    return Finding(kind, _with_other(scale or options, own=own), other=own)


def _typed_words(text: str) -> str:
    return (
        f"Many wrote the same in “{shortened(text)}”, in nearly the same words. It comes in as "
        "free words; if they were given to choose from, choose One answer."
    )


def only_says_yes_or_no(values: Sequence[str]) -> bool:
    """Return whether all values are the short answers that every closed question has."""
    return all(map(says_nothing_else, values))


def _closed(words: Mapping[str, int]) -> Closed:
    answered = sum(words.values())
    repeated = frozenset(word for word, count in words.items() if count > 1)
    share = sum(words[word] for word in repeated) / answered if answered else 0.0
    return Closed(tuple(words), repeated, share, answered)


def _is_closed(text: str, closed: Closed) -> bool:
    """Return whether a column's values were given to choose from.

    Five repeated sentences are a choice; "No" and "None" many times among stories are not.
    """
    if only_says_yes_or_no(closed.words):
        return True
    telling = [word for word in closed.repeated if not says_little(word)]
    if len(closed.repeated) > _MOST_OPTIONS or not telling:
        short = bool(closed.repeated) and not any(len(word) > _LONG for word in closed.single)
        return short and closed.share > _NEARLY_ALL and not asks_for_words(text)
    needed = 0.5 if closed.answered < _FEW else 0.7
    if asks_for_words(text):
        needed = _NEARLY_ALL
    return closed.share >= needed and max(map(len, closed.repeated)) < _VERY_LONG


def _options(
    words: Mapping[str, int], closed: Closed, cells: Iterable[Sequence[str]] = ()
) -> tuple[tuple[str, ...], bool]:
    """Return the options in the order of the file, and whether texts of one's own are left."""
    own = written_in(words, closed.repeated, cells)
    return tuple(word for word in closed.words if word not in own), bool(own)


def _ends(words: Mapping[str, int], separator: str) -> bool:
    """Return whether cells end with the separator, which settles it: Microsoft Forms does so."""
    return separator == ";" and share_ending(words, separator) >= _ENDS_WITH_MARK


def _multiple(text: str, words: Mapping[str, int], separator: str) -> Finding | None:
    """Return a multiple choice if cells are made of options that come again and again."""
    ends = _ends(words, separator)
    if not any(separator in word for word in words):
        return None
    lists = cut_apart(words, separator)
    counts = _counted(lists, words)
    if separator.isspace() and separator != "\n" and set(map(str.lower, counts)) & _OF_SENTENCES:
        return None
    joined = _closed(counts)
    if not ends and not _come_again(text, joined, lists, words):
        return None
    options, own = _options(counts, joined, lists.values())
    if not ends and len(options) > _MOST_OPTIONS:
        return None
    return Finding(Kind.MULTIPLE, _with_other(options, own=own), other=own, separator=separator)


def _counted(lists: Mapping[str, Sequence[str]], words: Mapping[str, int]) -> Counter[str]:
    counts = Counter[str]()
    for word, pieces in lists.items():
        for piece in pieces:
            counts[piece] += words[word]
    return counts


def _come_again(
    text: str,
    joined: Closed,
    lists: Mapping[str, Sequence[str]],
    words: Mapping[str, int],
) -> bool:
    """Return whether the pieces of cells are options, and not the commas of prose.

    What counts is the cells of several pieces: many a "No" beside stories proves nothing.
    """
    needed = 0.6 if joined.answered < 2 * _FEW else 0.8
    if asks_for_words(text):
        needed = 0.95
    lists = {word: each for word, each in lists.items() if len(each) > 1}
    several = _counted(lists, words)
    again = sum(count for piece, count in several.items() if piece in joined.repeated)
    if not several or again < needed * several.total() or len(joined.repeated) > _MOST_OPTIONS:
        return False
    if any(len(word) > 2 * _LONG for word in joined.repeated):
        return False
    cells = {tidy(word) for word in words}
    if not _stand_elsewhere(lists, cells) or _is_one_answer(text, lists, words):
        return False
    alone = any(option in cells for option in joined.repeated)
    return alone or len(cells) > len(joined.words)


def _stand_elsewhere(lists: Mapping[str, Sequence[str]], cells: Collection[str]) -> bool:
    """Return whether a piece of some cell is in another one too, or a cell by itself.

    Where none is, as in "Swim, 6pm", each cell is one option with a comma in it.
    """
    places = Counter(piece for pieces in lists.values() for piece in set(pieces))
    return any(count > 1 or piece in cells for piece, count in places.items())


def _is_one_answer(text: str, lists: Mapping[str, Sequence[str]], words: Mapping[str, int]) -> bool:
    """Return whether the separator stands inside the options, as in "Yes, fully".

    `lists` are the cells of several pieces. Nobody ticks *Yes* and something else; what only ever
    follows, in small letters or in a few cells that come again whole, is the end of an option.
    """
    heads = {pieces[0] for pieces in lists.values()}
    tails = {piece for pieces in lists.values() for piece in pieces[1:]}
    if any(map(says_nothing_else, heads)):
        return True
    if asks_for_several(text) or heads & tails:
        return False
    alone = {tidy(word) for word in words if word not in lists}
    if not tails & alone and not any(tail[:1].isupper() for tail in tails):
        return all(head[:1].isupper() for head in heads | alone)
    again = sum(words[word] for word in lists) >= 2 * len(lists)
    fewer = len(lists) + len(alone) <= len(heads | tails | alone)
    return again and not tails & alone and (fewer or not heads & alone)


def _with_other(options: tuple[str, ...], *, own: bool) -> tuple[str, ...]:
    return (*options, OTHER) if own and OTHER not in options else options
