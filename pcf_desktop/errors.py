"""What the person can mend, said in a sentence; anything else that is raised is our fault."""


class UserError(Exception):
    """Something the person can mend: what happened, what is safe, what to do.

    The three sentences are fixed words and file names. They never hold what a family said.
    """

    def __init__(self, happened: str, safe: str = "", todo: str = "") -> None:
        super().__init__(" ".join(part for part in (happened, safe, todo) if part))
        self.happened = happened
        self.safe = safe
        self.todo = todo
