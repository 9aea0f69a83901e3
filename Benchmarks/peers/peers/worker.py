"""The process in which an engine that Python calls is measured: `python -m peers.worker REQUEST`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from peers.engines import ENGINES
from peers.engines.protocol import Request
from peers.machine import peak_memory


def main() -> None:
    request = Request.read(Path(sys.argv[1]))
    engine = ENGINES[request.engine]
    answer = engine.index(request) if request.action == "index" else engine.search(request)
    print(json.dumps({"peak_rss_bytes": peak_memory(), **answer}), flush=True)


if __name__ == "__main__":
    main()
