from pcf_desktop.importers.letters.quotations import is_speech

SAID = 'Cllr Example said: "There are three weaknesses for me and they are plans, data and waits."'


def test_what_a_named_person_says_is_speech() -> None:
    assert is_speech(SAID, SAID.index("three"))
    assert not is_speech(SAID, 3)


def test_what_inspectors_say_is_not() -> None:
    text = SAID.replace("Cllr Example", "Inspectors")
    assert not is_speech(text, text.index("three"))


def test_a_short_quotation_is_not() -> None:
    text = 'He said it has "made sufficient progress" in all areas'
    assert not is_speech(text, text.index("made"))
