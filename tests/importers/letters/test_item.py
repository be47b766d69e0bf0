from pcf_desktop.importers.letters.item import Item


def test_an_item_runs_from_its_first_piece_to_its_last() -> None:
    item = Item(((2, 5),)).plus(8, 11)
    assert (item.start, item.end) == (2, 11)
    assert item.words("xxone..,two") == "one\ntwo"
