"""Puts the engines into a folder: Debian packages by apt-get, the rest from PyPI and built there.

What fails is told and left out; the engines that need it are then reported as not installed, and the others go on.
"""

from __future__ import annotations

import fnmatch
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from peers.corpus import sha256
from peers.places import SOURCES, Home
from peers.text import folding_table

#: Debian package → what shows that it is there: a command, or a file.
DEBIAN_SIGNS = {
    "default-jdk-headless": "javac",
    "liblucene8-java": "/usr/share/java/lucene-core-8*.jar",
    "g++": "g++",
    "libxapian-dev": "xapian-config",
    "zstd": "zstd",
}
#: Java whose compiler can read Lucene 10's classes; an older one compiles against Debian's Lucene 8.
LUCENE_10_JAVA = 21


class Installation:
    def __init__(self, home: Home, say: Callable[[str], None]) -> None:
        self.home = home
        self.say = say
        self.failures: list[str] = []

    def run(self, engines: set[str]) -> list[str]:
        """Installs what these engines need (families: lucene, xapian, pisa, python, zstd); what failed, in words."""
        self.home.path.mkdir(parents=True, exist_ok=True)
        self.home.folding.write_bytes(folding_table())
        self._attempt("Python packages", self._python_packages)
        if engines & {"lucene", "pisa"}:
            self._attempt("unpacked packages", self._unpacked)
        wanted = [name for family, names in _DEBIAN_OF.items() if family in engines for name in names]
        self._attempt("Debian packages", lambda: self._debian(wanted))
        if "lucene" in engines:
            self._attempt("the Java program for Lucene", self._java)
        if "xapian" in engines:
            self._attempt("the C++ program for Xapian", self._cpp)
        self._write_facts()
        return self.failures

    def _attempt(self, what: str, step: Callable[[], None]) -> None:
        try:
            step()
        except (OSError, RuntimeError, subprocess.SubprocessError, zipfile.BadZipFile) as error:
            detail = (getattr(error, "stderr", None) or str(error)).strip().splitlines()
            self.failures.append(f"{what}: {detail[-1] if detail else error!r}")
            self.say(f"failed: {self.failures[-1]}")

    # Debian

    def _debian(self, wanted: list[str]) -> None:
        missing = [name for name in wanted if not _debian_there(name)]
        if "liblucene8-java" in missing and _javac_version() >= LUCENE_10_JAVA:
            missing.remove("liblucene8-java")
        if not missing:
            return
        by_hand = f"please install the Debian packages {' '.join(missing)} and run this again"
        if not shutil.which("apt-get"):
            raise RuntimeError(f"no apt-get here; {by_hand}")
        root = [] if os.geteuid() == 0 else ["sudo"]
        if root and not shutil.which("sudo"):
            raise RuntimeError(f"neither root nor sudo; {by_hand}")
        self.say(f"apt-get install {' '.join(missing)}")
        install = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        if subprocess.run(install, capture_output=True, stdin=subprocess.DEVNULL).returncode:
            _run([*root, "apt-get", "update", "-qq"])
            try:
                _run(install)
            except subprocess.CalledProcessError as error:
                raise RuntimeError(f"apt-get failed; {by_hand}") from error

    # PyPI

    def _python_packages(self) -> None:
        requirements = SOURCES / "requirements.txt"
        mark = self.home.path / "venv/installed-requirements.txt"
        if mark.exists() and mark.read_bytes() == requirements.read_bytes():
            return
        if not self.home.python.exists():
            self.say("making a virtual environment")
            made = subprocess.run([sys.executable, "-m", "venv", str(self.home.path / "venv")], capture_output=True, text=True)
            if made.returncode:
                shutil.rmtree(self.home.path / "venv", ignore_errors=True)
                self._debian(["python3-venv"])
                _run([sys.executable, "-m", "venv", str(self.home.path / "venv")])
        self.say("installing Python packages: tantivy, bm25s, apsw, matplotlib and what they need")
        _run([str(self.home.python), "-m", "pip", "install", "-q", "--only-binary=:all:", "-r", str(requirements)])
        shutil.copyfile(requirements, mark)

    def _unpacked(self) -> None:
        for folder, package, version, patterns in _wheels():
            prefix = f"{package.replace('-', '_')}-{version}-"
            target = self.home.path / folder
            mark = target / f"{prefix}unpacked"
            if mark.exists():
                continue
            self.home.downloads.mkdir(exist_ok=True)
            if not list(self.home.downloads.glob(f"{prefix}*.whl")):
                self.say(f"downloading {package} {version}")
                _run(
                    [
                        str(self.home.python),
                        "-m",
                        "pip",
                        "download",
                        "-q",
                        "--only-binary=:all:",
                        "--no-deps",
                        "-d",
                        str(self.home.downloads),
                        f"{package}=={version}",
                    ]
                )
            wheel = next(self.home.downloads.glob(f"{prefix}*.whl"))
            with zipfile.ZipFile(wheel) as archive:
                names = [name for name in archive.namelist() if any(fnmatch.fnmatch(name, pattern) for pattern in patterns)]
                if not names:
                    raise RuntimeError(f"{wheel.name} holds none of the files wanted")
                archive.extractall(target, names)
            mark.touch()
        runtime = self.home.java.parent.parent
        for program in [*runtime.glob("bin/*"), runtime / "lib/jspawnhelper"]:
            if program.is_file():
                program.chmod(0o755)  # a wheel does not keep modes
        for library in (self.home.path / "pisa").glob("tbb-*/**/libtbb.so.2"):
            shutil.copyfile(library, self.home.pisa / library.name)  # which Debian has no more

    # Programs of ours

    def _java(self) -> None:
        sources = sorted((SOURCES / "java").glob("*.java"))
        if not _stale(self.home.classes / "Peer.class", sources):
            return
        jars = (
            self.home.jars
            if _javac_version() >= LUCENE_10_JAVA
            else [Path(jar) for name in ("core", "analyzers-common") for jar in glob.glob(f"/usr/share/java/lucene-{name}-8*.jar")]
        )
        if not jars:
            raise RuntimeError("no Lucene to compile against")
        self.say("compiling the Java program")
        shutil.rmtree(self.home.classes, ignore_errors=True)
        _run(["javac", "-nowarn", "-d", str(self.home.classes), "-cp", ":".join(map(str, jars)), *map(str, sources)])

    def _cpp(self) -> None:
        sources = [SOURCES / "cpp/xapian_peer.cpp", SOURCES / "cpp/folding.h"]
        if not _stale(self.home.xapian, sources):
            return
        self.say("compiling the C++ program")
        self.home.xapian.parent.mkdir(exist_ok=True)
        _run(["g++", "-std=c++17", "-O3", "-march=native", str(sources[0]), "-lxapian", "-o", str(self.home.xapian)])

    def _write_facts(self) -> None:
        facts = {
            "packages": {wheel.name: sha256(wheel) for wheel in sorted(self.home.downloads.glob("*.whl"))},
            "debian": {name: version for name in DEBIAN_SIGNS if (version := _debian_version(name))},
            "javac": _javac_version() or None,
            "python": sys.version.split()[0],
            "failures": self.failures,
        }
        self.home.installed.write_text(json.dumps(facts, indent=1) + "\n")


_DEBIAN_OF = {"lucene": ("default-jdk-headless", "liblucene8-java"), "xapian": ("g++", "libxapian-dev"), "zstd": ("zstd",)}


def families(engines: list[str], real_text: bool) -> set[str]:
    """What has to be installed for these engines."""
    return {name.split("-")[0].split("+")[0] for name in engines} | ({"zstd"} if real_text else set())


def _wheels() -> list[tuple[str, str, str, list[str]]]:
    lines = (SOURCES / "wheels.txt").read_text().splitlines()
    rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return [(folder, package, version, patterns) for folder, package, version, *patterns in rows]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def _stale(product: Path, sources: list[Path]) -> bool:
    return not product.exists() or product.stat().st_mtime < max(source.stat().st_mtime for source in sources)


def _javac_version() -> int:
    if not shutil.which("javac"):
        return 0
    answer = subprocess.run(["javac", "-version"], capture_output=True, text=True)
    found = re.search(r"(\d+)", answer.stdout + answer.stderr)
    return int(found.group(1)) if found else 0


def _debian_there(name: str) -> bool:
    sign = DEBIAN_SIGNS.get(name)
    if sign is None:
        return bool(_debian_version(name))
    return bool(glob.glob(sign) if sign.startswith("/") else shutil.which(sign))


def _debian_version(name: str) -> str | None:
    if not shutil.which("dpkg-query"):
        return None
    answer = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True)
    return answer.stdout.strip() or None
