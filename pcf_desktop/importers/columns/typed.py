"""Sentences that come again because many families wrote the same, told from options to tick.

An option is spelt alike each time, for a tool wrote it. People who say the same write it with
another capital, without the full stop, or a word more.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping

from rapidfuzz.fuzz import ratio

from pcf_desktop.importers.columns.asking import asks_for_words

WORDS_OF_A_SENTENCE, WORDS_BEFORE_A_STOP = 5, 3
SPELLINGS = 3
"""So many of one sentence, or two of each of two, are of people's making."""
ALIKE = 85
"""From 0 to 100: a word more or less, or a slip."""
MOST_COMPARED = 200


def are_typed(text: str, words: Mapping[str, int], repeated: Collection[str]) -> bool:
    """Return whether what comes again in a column was written, and not given to choose from."""
    sentences = [word for word in words if _is_sentence(word)]
    again = [word for word in sentences if word in repeated]
    if not again:
        return False
    spellings = defaultdict[str, list[str]](list)
    for word in sentences:
        spellings[_heard(word)].append(word)
    several = [len(each) for each in spellings.values() if len(each) > 1]
    if len(several) > 1 or max(several, default=0) >= SPELLINGS:
        return True
    asked = asks_for_words(text)
    if asked and (several or len(repeated) == 1):
        return True
    once = [word for word in sentences if word not in repeated][:MOST_COMPARED]
    near = sum(any(ratio(_heard(word), _heard(each)) >= ALIKE for each in again) for word in once)
    return near > (0 if asked else len(repeated))


def _is_sentence(word: str) -> bool:
    enough = WORDS_BEFORE_A_STOP if word.endswith((".", "!", "?")) else WORDS_OF_A_SENTENCE
    return len(word.split()) >= enough


def _heard(word: str) -> str:
    return " ".join(re.findall(r"\w+", word.casefold()))
