import Glibc
import Testing
import VanThu

@Suite struct MeasuresTests {
    private func judgments(_ rows: [(String, String, Int)]) -> Judgments {
        var judgments = Judgments()
        for (topic, document, grade) in rows { judgments.set(grade, topic: topic, document: document) }
        return judgments
    }

    private func run(_ rows: [String: [String]]) -> Run {
        var run = Run()
        for (topic, documents) in rows {
            for (index, document) in documents.enumerated() {
                run.add(document, topic: topic, rank: index + 1, score: Double(documents.count - index))
            }
        }
        return run
    }

    private func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-12 }

    @Test func figuresAreThoseComputedByHand() {
        let measures = Measures(
            run(["q": ["x", "b", "y", "a"]]),
            against: judgments([("q", "a", 2), ("q", "b", 1), ("q", "c", 1), ("q", "x", 0)]))
        let dcg = 1 / log2(3.0) + 2 / log2(5.0)
        let ideal = 2 + 1 / log2(3.0) + 1 / log2(4.0)
        #expect(isClose(measures.ndcg10, dcg / ideal))
        #expect(isClose(measures.mrr10, 0.5))
        #expect(isClose(measures.recall10, 2.0 / 3))
        #expect(isClose(measures.recall100, 2.0 / 3))
        #expect(isClose(measures.map, (1.0 / 2 + 2.0 / 4) / 3))
    }

    @Test func theTenthCountsAndTheEleventhDoesNot() {
        let fillers = (0..<200).map { "f\($0)" }
        let judged = judgments([("q", "a", 1)])
        let tenth = Measures(run(["q": Array(fillers[..<9]) + ["a"]]), against: judged)
        #expect(isClose(tenth.mrr10, 0.1) && isClose(tenth.recall10, 1) && isClose(tenth.ndcg10, 1 / log2(11.0)))
        let eleventh = Measures(run(["q": Array(fillers[..<10]) + ["a"]]), against: judged)
        #expect(eleventh.mrr10 == 0 && eleventh.recall10 == 0 && eleventh.ndcg10 == 0 && eleventh.recall100 == 1)
        #expect(isClose(eleventh.map, 1.0 / 11))
        #expect(Measures(run(["q": Array(fillers[..<100]) + ["a"]]), against: judged).recall100 == 0)
    }

    @Test func topicsWithoutARelevantDocumentAreLeftOutAndUnansweredOnesCountZero() {
        let judged = judgments([("q", "a", 1), ("none", "a", 0), ("silent", "a", 1)])
        let measures = Measures(run(["q": ["a"], "none": ["a"], "unknown": ["a"]]), against: judged)
        #expect(measures.topics == 2 && measures.answered == 1)
        #expect(measures.ndcg10 == 0.5 && measures.map == 0.5)
        #expect(Measures(Run(), against: Judgments()).ndcg10 == 0)
    }

    @Test func answersAreOrderedByScoreThenRankAndTheFirstLineOfADocumentCounts() {
        var run = Run()
        run.add("b", topic: "q", rank: 2, score: 1)
        run.add("a", topic: "q", rank: 1, score: 1)
        run.add("c", topic: "q", rank: 9, score: 2)
        run.add("b", topic: "q", rank: 1, score: 7)
        #expect(run.ranking(of: "q") == ["c", "a", "b"])
    }

    @Test func passagesCountAsTheirDocument() throws {
        let file = try TemporaryFile("q Q0 d#1#7 1 3 x\r\n\nq Q0 e#2 2 2 x\nq Q0 d#1#9 3 1 x\n")
        #expect(try Run.read(file.path, by: .document).ranking(of: "q") == ["d#1", "e"])
        #expect(try Run.read(file.path).ranking(of: "q") == ["d#1#7", "e#2", "d#1#9"])
    }

    @Test func aBadLineIsNamedByFileAndNumber() throws {
        for (text, words) in [("q 0 d 1\nq 0 d\n", ":2: "), ("q 0 d x\n", ":1: the grade `x`")] {
            let file = try TemporaryFile(text)
            let error = #expect(throws: VanThuError.self) { try Judgments.read(file.path) }
            #expect(error?.description.contains(file.path + words) == true)
        }
        for (text, words) in [
            ("q Q0 d 1\n", ":1: an answer is"), ("\n\nq Q0 d 1 x n", ":3: the score `x`"),
            ("q Q0 d x 1 n", "the rank `x`"),
            ("q Q0 d 1 nan n", "the score `nan`"),
        ] {
            let file = try TemporaryFile(text)
            let error = #expect(throws: VanThuError.self) { try Run.read(file.path) }
            #expect(error?.description.contains(words) == true)
        }
        #expect(throws: VanThuError.self) { try Run.read("/nowhere/at/all") }
        #expect(throws: VanThuError.self) { try Run.read("/") }
    }
}
