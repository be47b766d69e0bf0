"""Search folds more letters: nothing here, for the index is made anew after any migration."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Do nothing; `pcf_desktop/workspace/search_index.py` makes the index."""
