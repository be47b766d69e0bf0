from pcf_desktop.exporters.made import note, replaced_note


def test_nothing_is_said_about_nothing():
    assert note(0, "thing.", "things.") == ()


def test_one_and_many_are_said_differently():
    assert replaced_note(1) == ("1 unprintable character was replaced.",)
    assert replaced_note(1200) == ("1,200 unprintable characters were replaced.",)
