"""The engines that are measured: one file each, all behind `protocol.Engine`."""

from __future__ import annotations

from peers.engines.bm25s import BM25S
from peers.engines.lucene import LUCENES
from peers.engines.pisa import PISA
from peers.engines.protocol import Engine
from peers.engines.sqlite import SQLITES
from peers.engines.tantivy import Tantivy
from peers.engines.vanthu import VANTHUS
from peers.engines.xapian import Xapian

ENGINES: dict[str, Engine] = {
    engine.name: engine for engine in (*VANTHUS, *LUCENES, Tantivy(), *SQLITES, Xapian(), Xapian(compact=True), PISA(), BM25S())
}

#: What is measured when nothing else is asked for.
DEFAULT = ("vanthu", "lucene", "lucene-keep", "tantivy", "sqlite", "xapian", "pisa", "bm25s")
