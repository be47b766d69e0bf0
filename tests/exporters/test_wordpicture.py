import struct

from lxml import etree

from pcf_desktop.exporters.wordpicture import picture

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 300, 100)


def test_a_picture_keeps_its_proportions_and_says_its_words():
    text = etree.tostring(picture("chart1", 4, PNG, 'Bars "up" & down', 900)).decode()
    assert 'cx="900" cy="300"' in text
    assert 'descr="Bars &quot;up&quot; &amp; down"' in text
    assert 'r:embed="chart1"' in text
