"""Apache Lucene behind a small Java program (../../java), with several analyses."""

from __future__ import annotations

from pathlib import Path

from peers.engines.protocol import Engine
from peers.places import Home

#: The heap's limit; reported memory is what the JVM chose to take of it.
HEAP = "-Xmx2g"
BUFFER_MEGABYTES = "256"


class Lucene(Engine):
    threads = 2
    warm_factor = 4.0
    debian = ("default-jdk-headless", "liblucene8-java")

    def __init__(self, name: str, label: str, about: str, analysis: str, compact: bool = False) -> None:
        self.name, self.label, self.about = name, label, about
        self.keeps_diacritics = analysis == "keep"
        self.options = {"analysis": analysis, "compact": str(int(compact)), "buffer_megabytes": BUFFER_MEGABYTES}

    def missing(self, home: Home, vanthu: Path) -> str | None:
        if not home.java.exists() or not home.jars:
            return "its Java runtime or jars are not installed"
        return None if (home.classes / "Peer.class").exists() else "the Java program is not built"

    def command(self, home: Home, request: Path) -> list[str]:
        path = ":".join(map(str, [*home.jars, home.classes]))
        access = ["--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"]
        return [str(home.java), HEAP, *access, f"-Dfolding={home.folding}", "-cp", path, "Peer", str(request)]


_STANDARD = "StandardTokenizer; 256 MB buffer, MMapDirectory, vector module on, query cache off"
LUCENES = (
    Lucene("lucene", "Lucene, folded", f"{_STANDARD}; folded by a table, which costs less than the filter it brings", "fold"),
    Lucene("lucene-keep", "Lucene, diacritics kept", f"{_STANDARD}; lower case alone", "keep"),
    Lucene("lucene-ascii", "Lucene, its ASCII folding", f"{_STANDARD}; LowerCaseFilter and ASCIIFoldingFilter", "ascii"),
    Lucene("lucene+compact", "Lucene, folded, one segment", f"{_STANDARD}; folded by a table; forceMerge(1) on the clock", "fold", True),
)
