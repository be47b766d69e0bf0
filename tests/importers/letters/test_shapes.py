"""A known list, wrapped in noise: whatever marks, broken lines and pages do, it is found whole."""

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.letters.reading import read_text

ITEMS = (
    "the lack of a shared plan for joint commissioning of health services",
    "poor oversight of the quality of education, health and care plans by leaders",
    "the long time that families wait for an assessment of autism or ADHD",
    "weak preparation for adulthood, including too few supported internships",
    "inconsistent identification of need in mainstream schools and colleges",
    "the high rate of exclusion of children who receive SEN support",
)
STATUTORY = (
    "The local area is required to produce and submit a Written Statement of Action to Ofsted that "
    "explains how the local area will tackle the following areas of significant weakness:"
)
LEADS = (
    STATUTORY,
    "The significant weaknesses identified by Ofsted and the CQC in SEND services were:",
    "Inspectors from Ofsted and the CQC found these areas of significant weakness in SEND:",
)
MARKS = ("•", "-", "◼", "▪", "*", "–", "\uf0b7", "·")
BEFORE = (
    "Main findings\n• Leaders know what to do.\n• Parents like the local offer.\n",
    "Strengths\n- early years\n- short breaks\n",
    "Skip to content\nHome\nNews\n",
    "Members asked the following questions:\n• When?\n• Where?\n",
    "",
)
AFTER = (
    "Yours sincerely\n\nA Person\nHer Majesty’s Inspector",
    "The inspection was led by one of Her Majesty’s Inspectors from Ofsted.",
    "Cllr Example said: “We will do better, and we will do it with parents and with schools.”",
    "Next steps\n- read the letter\n- tell us what you think",
    "Strengths\n• the work of nurseries\n• the work of schools",
    "What happens next?\nThe council will write a plan.",
)
FURNITURE = ("\n\nPage 3 of 7\n\n", "\nPage 4\n", "\n\n- 5 -\n\n", "\n6 of 9\n")


@st.composite
def broken(draw: st.DrawFn, words: str) -> str:
    """Return words with a few of the blanks turned to line breaks, or to NBSP."""
    parts = words.split(" ")
    places = draw(st.sets(st.integers(1, len(parts) - 1), max_size=2))
    spaces = [
        "\n" if place in places else draw(st.sampled_from("    \u00a0"))
        for place in range(len(parts))
    ]
    return parts[0] + "".join(
        space + part for space, part in zip(spaces[1:], parts[1:], strict=True)
    )


@given(st.data())
def test_a_marked_list_is_found_in_any_noise(data: st.DataObject) -> None:
    items = data.draw(st.lists(st.sampled_from(ITEMS), min_size=2, unique=True))
    mark = data.draw(st.sampled_from([*MARKS, "number"]))
    ends = data.draw(st.sampled_from([("", ""), (";", "."), (".", "."), (";", "; and")]))
    lines = []
    for place, item in enumerate(items):
        end = ends[1] if place == len(items) - 1 and ends[1] != "; and" else ends[0]
        prefix = f"{place + 1}." if mark == "number" else mark
        lines.append(f"{prefix} {data.draw(broken(item))}{end}")
    gap = data.draw(st.sampled_from(["\n", "\n\n"]))
    lead = data.draw(st.sampled_from(LEADS))
    before, after = data.draw(st.sampled_from(BEFORE)), data.draw(st.sampled_from(AFTER))
    letter = read_text(f"{before}\n{lead}\n{gap.join(lines)}\n\n{after}\n")
    assert [each.words for each in letter.priorities] == items


@given(st.data())
def test_an_item_goes_on_over_page_furniture(data: st.DataObject) -> None:
    items = list(ITEMS[: data.draw(st.integers(2, 6))])
    cut = data.draw(st.integers(0, len(items) - 1))
    words = items[cut].split(" ")
    place = data.draw(st.integers(1, len(words) - 1))
    torn = " ".join(words[:place]) + data.draw(st.sampled_from(FURNITURE)) + " ".join(words[place:])
    lines = [f"• {torn if index == cut else item}" for index, item in enumerate(items)]
    text = f"{LEADS[0]}\n" + "\n".join(lines) + f"\n\n{data.draw(st.sampled_from(AFTER))}"
    assert [each.words for each in read_text(text).priorities] == items


@given(st.lists(st.sampled_from(ITEMS), min_size=2, unique=True), st.sampled_from(LEADS))
def test_a_list_in_a_sentence_is_found(items: list[str], lead: str) -> None:
    text = f"{lead} {'; '.join(items[:-1])}; and {items[-1]}. The council met parents in May."
    assert [each.words for each in read_text(text).priorities] == items


@given(st.text(max_size=300))
def test_any_text_is_read_without_fail_and_spans_lie_in_it(text: str) -> None:
    letter = read_text(f"Ofsted and CQC on SEND, areas of weakness:\n{text}")
    for each in letter.priorities:
        assert 0 <= each.start < each.end <= len(letter.text)
        assert each.words
