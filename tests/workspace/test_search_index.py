"""The index agrees with the texts whatever happens to them, and forgets what was removed."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, text, update

from pcf_desktop.progress import Cancelled
from pcf_desktop.records import Feedback
from pcf_desktop.workspace import Workspace, search_index
from pcf_desktop.workspace.workspace import MANY

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def found(connection: Connection, word: str) -> list[int]:
    query = "SELECT rowid FROM feedback_search WHERE feedback_search MATCH ? ORDER BY rowid"
    return list(connection.exec_driver_sql(query, (f'"{word}"',)).scalars())


def agrees(connection: Connection) -> bool:
    """Let FTS5 compare its index with the texts; it raises where they differ."""
    for table in search_index.INDEXED:
        connection.exec_driver_sql(
            f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)"  # noqa: S608
        )
    return True


@settings(max_examples=30)
@given(texts=st.lists(TEXTS, max_size=6), later=TEXTS)
def test_it_agrees_with_any_texts_added_changed_and_removed(
    workspace: Workspace, texts: list[str], later: str
) -> None:
    with workspace.change("Do it") as session:
        session.add_all(Feedback(words=words) for words in texts)
        session.flush()
        assert agrees(session.connection())
        session.execute(update(Feedback).where(Feedback.id % 2 == 0).values(words=later))
        assert agrees(session.connection())
        session.execute(delete(Feedback).where(Feedback.id % 3 == 0))
        assert agrees(session.connection())
        session.execute(delete(Feedback))
        assert agrees(session.connection())


def test_accents_and_capitals_make_no_difference(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        session.add(Feedback(words="The CAFÉ at Ysgol Llanfyllin"))
        session.flush()
        assert found(session.connection(), "cafe") == found(session.connection(), "Café") == [1]


def test_a_word_that_is_removed_leaves_no_trace_in_the_index(workspace: Workspace) -> None:
    with workspace.change("Log and remove") as session:
        session.add_all(Feedback(words=f"Quetzalbrook {n}") for n in range(20))
        session.add(Feedback(words="kept"))
        session.flush()
        session.execute(delete(Feedback).where(Feedback.words != "kept"))
    with workspace.change("Look") as session:
        blocks = session.connection().exec_driver_sql("SELECT block FROM feedback_search_data")
        kept = b"".join(blocks.scalars())
    assert b"kept" in kept
    assert b"quetzal" not in kept
    assert b"etzalbrook" not in kept


def test_it_says_how_many_texts_hold_a_word(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        session.add_all(Feedback(words=words) for words in ("taxi taxi", "taxi", "bus"))
        session.flush()
        counted = session.connection().exec_driver_sql("SELECT term, doc FROM feedback_terms")
        assert dict(counted.all()) == {"taxi": 2, "bus": 1}


def test_made_anew_it_finds_the_same(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        session.add_all(Feedback(words=words) for words in ("taxi", "bus", "taxi again"))
        session.flush()
        connection = session.connection()
        connection.exec_driver_sql(
            "INSERT INTO feedback_search (feedback_search) VALUES ('delete-all')"
        )
        assert found(connection, "taxi") == []
        search_index.rebuild(connection)
        assert found(connection, "taxi") == [1, 3]
        assert agrees(connection)


def test_making_it_twice_changes_nothing(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        run = session.connection().exec_driver_sql
        before = run("SELECT name, sql FROM sqlite_schema ORDER BY name").all()
        search_index.ensure(session.connection())
        assert run("SELECT name, sql FROM sqlite_schema ORDER BY name").all() == before


def test_it_tells_which_texts_share_the_rarest_words(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        session.add_all(
            Feedback(words=words)
            for words in ("taxi late again", "the taxi", "the school", "the taxi late", "the bus")
        )
        session.flush()
        assert search_index.texts_with(session, "taxi") == 3
        assert search_index.texts_with(session, "train") == 0
        alike = search_index.most_alike(session, ["taxi", "late"], 2)
        assert set(alike) == {1, 4}
        assert list(alike.values()) == sorted(alike.values(), reverse=True)
        assert search_index.most_alike(session, [], 2) == {}
        assert session.scalars(search_index.matching('"taxi"')).all() == [4, 2, 1]


def holding(workspace: Workspace, word: str) -> int:
    """Return in how many pieces of the index's own pages a word stands."""
    with workspace.read() as session:
        blocks = session.execute(text("SELECT block FROM feedback_search_data")).scalars().all()
    return sum(word.encode() in block for block in blocks)


def test_thousands_of_texts_that_go_at_once_leave_no_word_and_come_back(
    workspace: Workspace,
) -> None:
    with workspace.change("Keep") as session:
        session.add(Feedback(words="marmalade stays"))
    with workspace.change("Import") as session:
        session.add_all(Feedback(words=f"quetzal {number}") for number in range(MANY + 1))
    assert holding(workspace, "quetzal")
    workspace.undo()
    assert holding(workspace, "quetzal") == 0
    assert holding(workspace, "marmalade")
    assert workspace.health().is_sound
    workspace.redo()
    assert holding(workspace, "quetzal")
    assert workspace.health().is_sound
    with workspace.read() as session:
        option = text("SELECT v FROM feedback_search_config WHERE k = 'secure-delete'")
        assert session.scalar(option) == 1


def test_after_bulk_work_that_failed_a_removed_word_still_leaves_no_trace(
    workspace: Workspace,
) -> None:
    with workspace.change("Log") as session:
        session.add_all(Feedback(words=f"Quetzalbrook {n}") for n in range(20))
        session.add(Feedback(words="kept"))
    with (
        suppress(Cancelled),
        workspace.change("Fail") as session,
        search_index.in_bulk(session.connection()),
    ):
        session.execute(delete(Feedback).where(Feedback.id % 2 == 0))
        raise Cancelled
    assert holding(workspace, "quetzal")
    with workspace.change("Remove") as session:
        session.execute(delete(Feedback).where(Feedback.words != "kept"))
    assert holding(workspace, "kept")
    assert holding(workspace, "quetzal") == 0


def test_after_bulk_work_the_index_follows_its_texts_as_before(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        run = session.connection().exec_driver_sql
        before = run("SELECT name, sql FROM sqlite_schema ORDER BY name").all()
        with search_index.in_bulk(session.connection()):
            session.add(Feedback(words="a taxi"))
            session.flush()
            assert found(session.connection(), "taxi") == []  # nothing is indexed twice
        assert run("SELECT name, sql FROM sqlite_schema ORDER BY name").all() == before
        assert found(session.connection(), "taxi") == [1]
        session.add(Feedback(words="a taxi again"))
        session.flush()
        assert found(session.connection(), "taxi") == [1, 2]
        assert agrees(session.connection())


def test_an_index_of_the_first_versions_is_made_anew_and_folds(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        session.add(Feedback(words="Łukasz"))
        session.flush()
        connection = session.connection()
        run = connection.exec_driver_sql
        made = run("SELECT name, sql FROM sqlite_schema ORDER BY name").all()
        for table in search_index.INDEXED:
            for thing in (f"TABLE {table}_terms", f"TABLE {table}_search"):
                run(f"DROP {thing}")
            run(f"DROP VIEW {table}_search_texts")
            run(f"DROP TABLE {table}_search_folded")
            run(f"CREATE VIEW {table}_search_texts AS SELECT id, words FROM {table}")  # noqa: S608
            run(f"CREATE VIRTUAL TABLE {table}_search USING fts5(words, content='{table}')")
            run(f"CREATE VIRTUAL TABLE {table}_terms USING fts5vocab({table}_search, row)")
            run(f"CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN SELECT 1; END")
        search_index.ensure(connection)
        assert run("SELECT name, sql FROM sqlite_schema ORDER BY name").all() == made
        assert found(connection, "lukasz") == [1]
        assert agrees(connection)


def test_the_folded_form_of_a_text_goes_with_it(workspace: Workspace) -> None:
    with workspace.change("Log") as session:
        session.add(Feedback(words="Łukasz"))
        session.flush()
        run = session.connection().exec_driver_sql
        assert run("SELECT id, words FROM feedback_search_folded").all() == [(1, "lukasz")]
        session.execute(update(Feedback).values(words="plain"))
        assert run("SELECT id, words FROM feedback_search_folded").all() == []
        assert agrees(session.connection())
