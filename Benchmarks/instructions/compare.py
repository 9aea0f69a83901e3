#!/usr/bin/env python3
"""Counts the instructions of every workload under callgrind and compares them with those checked in.

    python3 Benchmarks/instructions/compare.py [--update] [--only tokenize,block-decode] [--tolerance 2]

Instructions are what can be compared on a noisy machine: the same binary on the same texts needs the same number, but for
some thousandths where addresses play a part. They change with the compiler and ICU, too, so counts.tsv says with
which it was made, and with which texts; a difference in those is told, and counts are compared all the same. Counting covers one run
of a workload after another that is not counted (Sources/instruction-counts).

Exit code: 0 nothing needs more than the tolerance (in percent) above its count; 1 something does, or a workload and
its count have no counterpart; 4 something could not be measured.
"""
import argparse
import concurrent.futures
import hashlib
import os
import platform
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(HERE)
COUNTS = os.path.join(HERE, "counts.tsv")
REGION = "vanthu_measured_region"


class Failure(Exception):
    pass


def output(*command, **options):
    try:
        answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    except FileNotFoundError:
        raise Failure(f"{command[0]} is not installed") from None
    if answer.returncode != 0:
        raise Failure(f"{' '.join(command)} ended with {answer.returncode}:\n{answer.stdout[-2000:]}")
    return answer.stdout


def build():
    output("swift", "build", "-c", "release", "--product", "instruction-counts", cwd=PACKAGE)
    folder = output("swift", "build", "-c", "release", "--show-bin-path", cwd=PACKAGE).strip()
    # Valgrind up to 3.19 cannot read the debugging sections that Swift's compiler writes (DWARF 5); symbols stay.
    plain = os.path.join(folder, "instruction-counts.plain")
    output("strip", "--strip-debug", "-o", plain, os.path.join(folder, "instruction-counts"))
    return plain


def circumstances():
    """What the counts depend on beside the sources."""
    corpus = hashlib.sha256()
    folder = os.path.join(PACKAGE, "..", "Corpus", "documents")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            corpus.update(name.encode() + b"\0" + file.read())
    swift = re.search(r"Swift version (\S+)", output("swift", "--version"))
    return {
        "swift": swift.group(1) if swift else "?",
        "icu": output("pkg-config", "--modversion", "icu-i18n").strip(),
        "valgrind": output("valgrind", "--version").strip(),
        "machine": platform.machine(),
        "corpus": corpus.hexdigest()[:16],
    }


def count(binary, name):
    with tempfile.TemporaryDirectory() as folder:
        # Hash tables of Swift are seeded anew in every process unless told not to be.
        environment = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1", LC_ALL="C")
        report = output(
            "valgrind", "--tool=callgrind", f"--toggle-collect={REGION}", "--callgrind-out-file=" + os.path.join(folder, "out"),
            binary, name, env=environment)
    found = re.search(r"Collected : (\d+)", report)
    if not found or found.group(1) == "0":
        raise Failure(f"callgrind counted nothing for {name}")
    return int(found.group(1))


def singular(unit):
    return unit[:-3] + "y" if unit.endswith("ies") else unit.removesuffix("s")


def read_counts():
    kept, counts = {}, {}
    if os.path.exists(COUNTS):
        with open(COUNTS, encoding="utf-8") as file:
            for line in file:
                fields = line.rstrip("\n").split("\t")
                if line.startswith("# "):
                    kept[fields[0][2:]] = fields[1]
                else:
                    counts[fields[0]] = int(fields[1])
    return kept, counts


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--update", action="store_true", help="write what is counted now to counts.tsv")
    arguments.add_argument("--only", default="", help="names of workloads, with commas")
    arguments.add_argument("--tolerance", type=float, default=2.0, help="percent that a count may be above (default 2)")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="workloads counted at a time")
    options = arguments.parse_args()
    try:
        binary = build()
        workloads = [line.split("\t") for line in output(binary, "--list").splitlines()]
        wanted = [name for name in options.only.split(",") if name]
        unknown = set(wanted) - {w[0] for w in workloads}
        if unknown:
            raise Failure(f"there is no workload {', '.join(sorted(unknown))}")
        workloads = [w for w in workloads if not wanted or w[0] in wanted]
        before, counts = read_counts()
        now = circumstances()
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            found = dict(zip((w[0] for w in workloads), pool.map(lambda w: count(binary, w[0]), workloads)))
    except Failure as failure:
        print(f"compare.py: {failure}", file=sys.stderr)
        sys.exit(4)

    for key, value in now.items():
        if counts and before.get(key) != value:
            print(f"note: {key} is {value}, the counts were made with {before.get(key)}")
    print(f"{'workload':<22}{'instructions':>14}{'each':>12} {'':<10}{'checked in':>14}{'change':>9}")
    failed = []
    for name, amount, unit, _ in workloads:
        line = f"{name:<22}{found[name]:>14,}{found[name] / int(amount):>12,.1f} {'a ' + singular(unit):<10}"
        if name not in counts:
            failed += [] if options.update else [f"{name} has no count yet"]
            print(line + f"{'-':>14}")
            continue
        change = (found[name] / counts[name] - 1) * 100
        print(line + f"{counts[name]:>14,}{change:>+8.1f}%")
        if change > options.tolerance and not options.update:
            failed.append(f"{name} needs {change:.1f} % more instructions")
    if not wanted and not options.update:
        failed += [f"{name} has a count but is no workload any more" for name in counts if name not in found]
    if options.update:
        kept = {**counts, **found} if wanted else found
        with open(COUNTS, "w", encoding="utf-8") as file:
            file.writelines(f"# {key}\t{value}\n" for key, value in now.items())
            file.writelines(f"{name}\t{value}\n" for name, value in kept.items())
        print(f"written to {os.path.relpath(COUNTS)}")
    for failure in failed:
        print(f"compare.py: {failure}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
