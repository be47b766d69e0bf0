"""What a question or a column can say of the family, in the person's words."""

from pcf_desktop.ui.language import tr


def family_lists() -> dict[str, str]:
    """Return each list by its key."""
    return {
        "need": tr("The child’s need"),
        "age_band": tr("The child’s age"),
        "send_status": tr("The child’s SEND status"),
        "setting": tr("The child’s school or setting"),
        "ethnicity": tr("The child’s ethnicity"),
        "district": tr("The district"),
    }


def word_lists() -> dict[str, str]:
    """Return each list whose words a log can hold."""
    return {
        **family_lists(),
        "channel": tr("How it reached us"),
        "may_quote": tr("May we quote it?"),
    }


def families_by_title(list_key: str) -> str:
    """Return the title of a table of families."""
    return {
        "need": tr("Families by need"),
        "age_band": tr("Families by age"),
        "send_status": tr("Families by SEND status"),
        "setting": tr("Families by setting"),
        "ethnicity": tr("Families by ethnicity"),
        "district": tr("Families by district"),
    }[list_key]
