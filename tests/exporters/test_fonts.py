from pcf_desktop.exporters.fonts import FAMILIES, folders, letters


def test_each_family_has_a_folder_of_font_files():
    assert len(folders()) == len(FAMILIES)
    assert all(any(folder.glob("*.ttf")) for folder in folders())


def test_the_second_typeface_lends_what_the_first_lacks():
    assert set("AZaz09£é“”…ŵŷŴŶ→≥") <= letters()
    assert "😀" not in letters()
