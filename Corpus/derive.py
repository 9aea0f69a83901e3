#!/usr/bin/env python3
"""Derives the files that measuring reads from the two that people write (see README.md).

    python3 Corpus/derive.py [--vanthu .build/release/vanthu] [--check]

questions.tsv   qid, kind, form, typo, query          what is asked, with diacritics
judgments.tsv   qid, grade, file, quote               which passages answer, each named by words quoted from it

become

topics.tsv           the questions as their askers typed them, some without diacritics
topics.typed.tsv     all of them with diacritics
topics.khongdau.tsv  all of them without
qrels.txt            judgments of passages, id#n, as `vanthu inspect` cuts them
qrels.documents.txt  judgments of documents: each by its best passage

A quote keeps its meaning when documents are cut in another way; only the derived files change. --check writes nothing and
fails where they are not what would be written.
"""
import argparse
import bisect
import json
import os
import re
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = {"question", "words", "reference"}
FORMS = {"typed", "stripped"}
# A quote that a passage's end cuts through belongs to both passages, unless one holds but a scrap of it.
LEAST_SHARE = 1 / 3


class Problem(Exception):
    pass


def rows(name, columns):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != columns or not all(fields):
                raise Problem(f"{name}:{number}: {columns} fields, none of them empty, should stand here")
            yield f"{name}:{number}", fields


def without_diacritics(text):
    text = text.replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def read_questions():
    questions = {}
    for place, (qid, kind, form, typo, query) in rows("questions.tsv", 5):
        if qid in questions:
            raise Problem(f"{place}: {qid} stands twice")
        if kind not in KINDS or form not in FORMS or typo not in "01":
            raise Problem(f"{place}: kind, form or typo is none of those that README.md names")
        questions[qid] = (form, query)
    return questions


class Document:
    """A file of documents/, its words without regard to white space, and its passages."""

    def __init__(self, name, passages):
        with open(os.path.join(HERE, "documents", name), "rb") as file:
            text = file.read().decode("utf-8")
        self.passages = passages
        self.words = list(re.finditer(r"\S+", text))
        self.joined = " ".join(w.group() for w in self.words)
        self.joined_starts = []  # of each word in `joined`
        at = 0
        for w in self.words:
            self.joined_starts.append(at)
            at += len(w.group()) + 1
        self.byte_of = [0]  # of each character of the text
        for c in text:
            self.byte_of.append(self.byte_of[-1] + len(c.encode("utf-8")))

    def byte_range(self, quote, place):
        """Where the quote stands in the file, in bytes; it must stand there once."""
        quote = " ".join(quote.split())
        at = self.joined.find(quote)
        if at < 0:
            raise Problem(f"{place}: the quote does not stand in the document: {quote[:60]}")
        if self.joined.find(quote, at + 1) >= 0:
            raise Problem(f"{place}: the quote stands more than once in the document: {quote[:60]}")
        return self._byte(at), self._byte(at + len(quote) - 1) + 1

    def _byte(self, joined_offset):
        i = bisect.bisect_right(self.joined_starts, joined_offset) - 1
        return self.byte_of[self.words[i].start() + joined_offset - self.joined_starts[i]]

    def passages_of(self, quote, place):
        start, end = self.byte_range(quote, place)
        found = [n for n, (s, e) in enumerate(self.passages) if min(e, end) - max(s, start) > (end - start) * LEAST_SHARE]
        if not found:
            raise Problem(f"{place}: no passage holds the quote: {quote[:60]}")
        return found


def read_documents(vanthu):
    names = sorted(os.listdir(os.path.join(HERE, "documents")))
    paths = [os.path.join(HERE, "documents", n) for n in names]
    answer = subprocess.run([vanthu, "inspect", "--json", *paths], stdout=subprocess.PIPE, check=True)
    documents = {}
    for line in answer.stdout.decode("utf-8").splitlines():
        report = json.loads(line)
        name = os.path.basename(report["id"])
        documents[name] = Document(name, [(p["start"], p["end"]) for p in report["passages"]])
    return documents


def derive(vanthu):
    questions = read_questions()
    documents = read_documents(vanthu)
    passages, whole = {}, {}
    for place, (qid, grade, name, quote) in rows("judgments.tsv", 4):
        if qid not in questions:
            raise Problem(f"{place}: {qid} is no question")
        if name not in documents:
            raise Problem(f"{place}: documents/ holds no {name}")
        if grade not in "123":
            raise Problem(f"{place}: a grade is 1, 2 or 3")
        for n in documents[name].passages_of(quote, place):
            key = (qid, f"Corpus/documents/{name}", n)
            passages[key] = max(passages.get(key, 0), int(grade))
        key = (qid, f"Corpus/documents/{name}")
        whole[key] = max(whole.get(key, 0), int(grade))
    for qid in questions:
        if not any(k[0] == qid and g > 1 for k, g in whole.items()):
            raise Problem(f"judgments.tsv: nothing answers {qid}")
    order = {qid: i for i, qid in enumerate(questions)}
    passages = sorted(passages.items(), key=lambda x: (order[x[0][0]], x[0][1:]))
    whole = sorted(whole.items(), key=lambda x: (order[x[0][0]], x[0][1:]))

    def topics(form):
        return "".join(f"{qid}\t{form(*question)}\n" for qid, question in questions.items())

    return {
        "topics.tsv": topics(lambda form, query: query if form == "typed" else without_diacritics(query)),
        "topics.typed.tsv": topics(lambda form, query: query),
        "topics.khongdau.tsv": topics(lambda form, query: without_diacritics(query)),
        "qrels.txt": "".join(f"{qid} 0 {name}#{n} {g}\n" for (qid, name, n), g in passages),
        "qrels.documents.txt": "".join(f"{qid} 0 {name} {g}\n" for (qid, name), g in whole),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--vanthu", default=os.path.join(HERE, "..", ".build", "release", "vanthu"))
    arguments.add_argument("--check", action="store_true")
    options = arguments.parse_args()
    try:
        stale = []
        for name, text in derive(options.vanthu).items():
            path = os.path.join(HERE, name)
            if options.check:
                with open(path, encoding="utf-8", newline="\n") as file:
                    stale += [] if file.read() == text else [name]
            else:
                with open(path, "w", encoding="utf-8", newline="\n") as file:
                    file.write(text)
        if stale:
            raise Problem(f"{', '.join(stale)}: not what questions.tsv and judgments.tsv give; run Corpus/derive.py")
    except Problem as problem:
        sys.exit(f"derive.py: {problem}")


if __name__ == "__main__":
    main()
