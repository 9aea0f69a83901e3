#!/usr/bin/env python3
"""Kills the indexer at random moments and checks what is left.

  kill9.py BINARY [--kills 200] [--seed N] [--atomic] [--memory SIZE] [--texts FILE.jsonl] [--keep DIR]

A round runs one of `vanthu index` (new documents, new versions of old ones, or both), `vanthu delete` and
`vanthu compact`, and in most rounds kills it with SIGKILL somewhere between its start and its expected end. Then:

  1. `vanthu check` finds nothing wrong (before the first commit the index may be missing);
  2. what a run that exited 0 wrote is there, and what it removed or replaced is gone;
  3. every document is whole: each version of a document carries marker words of its own in its first, middle and last
     paragraph, and all three or none are found;
  4. of a killed run, each document is wholly as before or wholly as after; with --atomic, all of them are alike;
  5. `vanthu stats` counts the same documents;
  6. a run that is not killed exits 0, whatever was killed before it.

What is found after a kill is from then on expected: nothing may go back to an older state. The seed is printed; the
same seed makes the same documents and the same delays, but not the same moments of the indexer's work.
Exit code: 0 nothing violated, 1 something was, 2 wrong usage.
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

# Markers are fixed-length words without vowels: no other word, spelling variant or abbreviation is like them.
LETTERS = "bcdghklmnpqrstvx"
SYLLABLES = ("ủy ban nhân dân tỉnh quyết định ban hành kế hoạch phòng chống hạn hán xâm nhập mặn mùa khô báo cáo kết quả thực "
             "hiện nhiệm vụ phát triển kinh tế xã hội hỗ trợ hộ nghèo nước sinh hoạt cơ quan đơn vị địa phương").split()
IDS = 600  # documents are named from a pool of this many, so that versions and deletions meet old segments
LIMIT = 120  # seconds that any one command may take


def marker(number, version, place):
    n, word = (number * 4096 + version) * 3 + place, ""
    for _ in range(7):
        n, digit = divmod(n, len(LETTERS))
        word += LETTERS[digit]
    return "zz" + word


class Violation(Exception):
    pass


class Rounds:
    def __init__(self, options, work):
        self.options, self.work = options, work
        self.rng = random.Random(options.seed)
        self.index = os.path.join(work, "index")
        self.live = {}  # id number → version that is known to be in the index
        self.retired = {}  # id number → the version that stood there before
        self.latest = {}  # id number → the highest version ever written
        self.committed = False  # some commit was acknowledged or seen
        self.fixed, self.each = 0.05, 0.0002  # seconds a run takes: at all, and a document
        self.kills = self.acknowledged = self.kept = self.dropped = self.partial = 0
        self.texts = None
        if options.texts:
            with open(options.texts, encoding="utf-8") as f:
                self.texts = [json.loads(line)["text"] for line in f if line.strip()]
            if not self.texts:
                raise SystemExit("kill9.py: no documents in " + options.texts)

    # ---- commands

    def vanthu(self, *args):
        """Runs a command to its end: exit code, output, errors."""
        p = subprocess.run([self.options.binary, *args], stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT)
        return p.returncode, p.stdout.decode(errors="replace"), p.stderr.decode(errors="replace")

    def expect(self, code, *args):
        got, out, err = self.vanthu(*args)
        if got != code:
            raise Violation(f"vanthu {' '.join(args)[:120]}: exit code {got}, not {code}: {(err or out).strip()[-500:]}")
        return out

    def start(self, args, delay):
        """Runs a command and kills it after `delay` seconds (None: never). True: it exited 0, False: it was killed."""
        began = time.monotonic()
        with tempfile.TemporaryFile() as err:
            p = subprocess.Popen([self.options.binary, *args], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=err)
            try:
                code = p.wait(LIMIT if delay is None else delay)
            except subprocess.TimeoutExpired:
                p.kill()
                code = p.wait()
                if delay is None:
                    raise Violation(f"vanthu {' '.join(args)[:120]}: not done after {LIMIT} s") from None
            self.seconds = time.monotonic() - began
            if code == 0:
                return True
            if code == -9 and delay is not None:
                return False
            err.seek(0)
            raise Violation(f"vanthu {' '.join(args)[:120]}: exit code {code}: {err.read().decode(errors='replace')[-500:]}")

    # ---- documents

    def text(self, number, version):
        if self.texts:
            body = self.texts[(number + version) % len(self.texts)]
            half = len(body) // 2
            halves = [body[:half], body[half:]]
        else:
            words = random.Random(f"{self.options.seed} {number} {version}")
            halves = [". ".join(" ".join(words.choices(SYLLABLES, k=12)).capitalize() for _ in range(words.randint(3, 40)))
                      for _ in range(2)]
        first, middle, last = (marker(number, version, place) for place in range(3))
        return f"{first} mở đầu.\n\n{halves[0]}\n\n{middle} giữa bài.\n\n{halves[1]}\n\n{last} hết."

    def write(self, batch):
        path = os.path.join(self.work, "batch.jsonl")
        with open(path, "w", encoding="utf-8") as f:
            for number, version in batch.items():
                line = {"id": f"doc-{number}", "title": f"Văn bản {number}", "text": self.text(number, version)}
                f.write(json.dumps(line, ensure_ascii=False) + "\n")
        return path

    # ---- a round

    def plan(self):
        """The next command and what it would change: id number → new version, or None for removed."""
        kind = self.rng.choices(["index", "delete", "compact"], [8, 2, 1])[0] if self.committed and self.live else "index"
        if kind == "compact":
            return ["compact", "--index", self.index, "--json"], {}
        if kind == "delete":
            gone = self.rng.sample(sorted(self.live), min(len(self.live), self.rng.choice([1, 5, 40])))
            return ["delete", "--index", self.index, "--json", *(f"doc-{n}" for n in gone)], dict.fromkeys(gone)
        count = self.rng.choice([1, 10, 60, 300])
        batch = {n: self.latest.get(n, 0) + 1 for n in self.rng.sample(range(IDS), count)}
        self.latest.update(batch)
        threads = str(self.rng.randint(1, 2))
        return ["index", "--index", self.index, "--threads", threads, "--memory", self.options.memory, "--json", self.write(batch)], batch

    def play(self, last):
        args, change = self.plan()
        expected = self.fixed + self.each * len(change)
        # half of the kills fall late, where the commit is
        delay = expected * (self.rng.uniform(0, 1.1) if self.rng.random() < 0.5 else self.rng.uniform(0.6, 1.2))
        if last or self.rng.random() < 0.2:
            delay = None
        done = self.start(args, delay)
        if done:
            self.acknowledged += 1
            self.committed = True
            if len(change) <= 10:
                self.fixed += 0.3 * (self.seconds - self.fixed)
            else:
                self.each = max(0.0, self.each + 0.3 * ((self.seconds - self.fixed) / len(change) - self.each))
        else:
            self.kills += 1
        self.verify(change, done)

    def verify(self, change, done):
        code, out, err = self.vanthu("check", "--index", self.index, "--json")
        if code == 3 and not self.committed:
            return  # killed before the first commit: nothing was promised yet
        if code != 0:
            raise Violation(f"vanthu check: exit code {code}: {(err or out).strip()[-500:]}")
        self.committed = True

        found = self.versions_found()
        moved = []
        for number in sorted(set(self.latest) | set(self.live)):
            before, now = self.live.get(number), found.get(number)
            after = change.get(number, before)
            if now != after and (done or now != before):
                raise Violation(f"doc-{number}: version {now} found; expected {after}" + ("" if done else f" or {before}"))
            if number in change and before != after:
                moved.append(now == after)
        if not done and moved:
            self.kept += all(moved)
            self.dropped += not any(moved)
            if any(moved) and not all(moved):
                self.partial += 1
                if self.options.atomic:
                    raise Violation(f"{sum(moved)} of {len(moved)} documents of a killed run are in the index")
        for number in change:
            if self.live.get(number) != found.get(number) and number in self.live:
                self.retired[number] = self.live[number]
        self.live = found

        counted = json.loads(self.expect(0, "stats", "--index", self.index, "--json"))["documents"]
        if counted != len(self.live):
            raise Violation(f"vanthu stats counts {counted} documents, {len(self.live)} are found")

    def versions_found(self):
        """Asks for every version that may be there, and for those that were there before: id number → its whole version."""
        topics, asked = os.path.join(self.work, "topics.tsv"), set()
        for number, top in self.latest.items():
            versions = {top, top - 1, top - 2, self.live.get(number), self.retired.get(number)}
            asked.update((number, version) for version in versions if version and version > 0)
        with open(topics, "w", encoding="utf-8") as f:
            for number, version in sorted(asked):
                for place in range(3):
                    f.write(f"{number}.{version}.{place}\t{marker(number, version, place)}\n")
        run = os.path.join(self.work, "run.trec")
        self.expect(0, "run", "--index", self.index, "--topics", topics, "--output", run, "--by", "document", "--top", "5",
                    "--warm", "0", "--repeat", "1", "--json")
        places = {}
        with open(run, encoding="utf-8") as f:
            for line in f:
                qid, _, document = line.split()[:3]
                number, version, place = map(int, qid.split("."))
                if document != f"doc-{number}":
                    raise Violation(f"the marker of doc-{number}, version {version}, finds {document}")
                places.setdefault((number, version), set()).add(place)
        found = {}
        for (number, version), which in places.items():
            if len(which) != 3:
                raise Violation(f"doc-{number}, version {version}: only parts {sorted(which)} of 0, 1, 2 are found")
            if number in found:
                raise Violation(f"doc-{number}: versions {found[number]} and {version} are both found")
            found[number] = version
        return found

    def search_one(self):
        """The search command, too, finds a document by its marker."""
        number, version = self.rng.choice(sorted(self.live.items()))
        out = self.expect(0, "search", "--index", self.index, "--json", "--by", "document", marker(number, version, 1))
        ids = [hit["document"]["id"] for hit in json.loads(out)["hits"]]
        if ids != [f"doc-{number}"]:
            raise Violation(f"search for doc-{number} finds {ids}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", help="the built vanthu")
    parser.add_argument("--kills", type=int, default=200, help="rounds go on until so many runs were killed")
    parser.add_argument("--memory", default="512MB", help="the indexer's budget; a small one makes it write segments in mid-run")
    parser.add_argument("--seed", type=int, default=None, help="default: from the clock")
    parser.add_argument("--atomic", action="store_true", help="a killed run must have changed all or nothing")
    parser.add_argument("--texts", help='JSON lines whose "text" fills the documents')
    parser.add_argument("--keep", help="work in this new folder and leave it there")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    if not os.access(options.binary, os.X_OK):
        parser.error("cannot run " + options.binary)
    if options.kills < 1:
        parser.error("at least one kill")
    if options.seed is None:
        options.seed = time.time_ns() % 1_000_000
    print(f"seed {options.seed}, {options.kills} kills", flush=True)

    work = options.keep or tempfile.mkdtemp(prefix="vanthu-kill9-")
    if options.keep:
        os.makedirs(work)
    rounds, played = Rounds(options, work), 0
    try:
        while rounds.kills < options.kills:
            played += 1
            rounds.play(last=False)
            if rounds.live and played % 10 == 0:
                rounds.search_one()
            if played % 50 == 0:
                print(f"round {played}: {len(rounds.live)} documents, {rounds.kills} kills", flush=True)
        # What the last kill left must take another run.
        rounds.play(last=True)
        failure = None
    except Violation as violation:
        failure = str(violation)
    except subprocess.TimeoutExpired as expired:
        failure = f"{' '.join(map(str, expired.cmd))[:200]}: not done after {LIMIT} s"
    finally:
        if not options.keep:
            shutil.rmtree(work, ignore_errors=True)
    if failure:
        print(f"round {played} VIOLATED: {failure}")
    print(f"{'failed' if failure else 'passed'}: seed {options.seed}, {played} rounds, {rounds.kills} kills, {rounds.acknowledged} acknowledged runs, "
          f"{len(rounds.live)} documents at the end; killed runs: {rounds.dropped} left nothing, {rounds.kept} left everything, "
          f"{rounds.partial} left whole documents of a part")
    return 1 if failure else 0


if __name__ == "__main__":
    sys.exit(main())
