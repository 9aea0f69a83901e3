"""VanThu's command line, as this benchmark calls it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

Options = dict[str, object]


def ask(binary: Path | str, command: str, options: Options, *paths: Path | str, folder: Path | None = None) -> dict[str, Any]:
    """Runs `vanthu COMMAND --name value … PATH… --json` and gives its last object. Input left out is a failure, too."""
    arguments = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    done = subprocess.run(
        [str(binary), *command.split(), *arguments, *map(str, paths), "--json"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        said = (done.stderr.strip() or "nothing was said").splitlines()[-1]
        raise RuntimeError(f"`vanthu {command} …` ended with {done.returncode}: {said}")
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def version(binary: Path | str) -> str:
    return subprocess.run([str(binary), "--version"], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.strip()
