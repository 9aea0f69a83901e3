"""SQLite's full-text index, FTS5, through apsw (which brings a SQLite of its own)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from peers.engines.protocol import Clock, Engine, Request, Session, read_lines
from peers.text import words

WRITING = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-262144"
READING = "PRAGMA cache_size=-1048576; PRAGMA mmap_size=4294967296"


class SQLite(Engine):
    name = "sqlite"
    label = "SQLite FTS5"
    about = "FTS5, contentless, unicode61 remove_diacritics 2 (which leaves đ as it is), one transaction, no journal; bm25()"
    slow = True

    def __init__(self, compact: bool = False) -> None:
        if compact:
            self.name, self.label, self.options = "sqlite+compact", "SQLite FTS5, optimized", {"compact": "1"}

    def index(self, request: Request) -> dict[str, Any]:
        import apsw

        folder = Path(request.index)
        folder.mkdir(parents=True)
        documents = 0
        with Clock() as clock:
            database = apsw.Connection(str(folder / "fts.db"))
            database.execute(WRITING)
            database.execute("CREATE VIRTUAL TABLE passages USING fts5(t, content='', tokenize='unicode61 remove_diacritics 2')")
            cursor = database.cursor()
            cursor.execute("BEGIN")
            for line in read_lines(request.lines):
                documents += 1
                cursor.execute("INSERT INTO passages(rowid, t) VALUES (?, ?)", (documents, line))
            cursor.execute("COMMIT")
            if request.options.get("compact"):
                cursor.execute("INSERT INTO passages(passages) VALUES ('optimize')")
                cursor.execute("VACUUM")  # the pages that merging left free
            database.close()
        return {**clock.figures(), "version": "SQLite " + apsw.sqlite_lib_version(), "documents": documents}

    def open(self, request: Request) -> Session:
        import apsw

        database = apsw.Connection(str(Path(request.index) / "fts.db"), flags=apsw.SQLITE_OPEN_READONLY)
        database.execute(READING)
        cursor, top = database.cursor(), request.top
        statement = "SELECT rowid, rank FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?"
        joined = {"any": '" OR "', "all": '" AND "', "phrase": " "}[request.match]

        def prepare(text: str) -> str:
            """In FTS5's query language; each word quoted, so that none is read as an operator."""
            return f'"{joined.join(words(text))}"' if words(text) else ""

        def answer(query: str) -> list[Any]:
            return cursor.execute(statement, (query, top)).fetchall() if query else []

        return Session(
            prepare, answer, lambda rows: [(row - 1, -rank) for row, rank in rows], {"version": "SQLite " + apsw.sqlite_lib_version()}
        )


SQLITES = (SQLite(), SQLite(compact=True))
