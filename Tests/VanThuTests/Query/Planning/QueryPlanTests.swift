import InvertedIndex
import Testing

@testable import VanThu

@Suite("Plans of queries") struct QueryPlanTests {
    private func index() throws -> FieldIndex {
        try FieldIndex(
            ["quý quỹ quyền", "quy chế ủy ban", "quyết định uy tín", "hạn hán", "han man"].map { .init(text: $0) })
    }

    /// The terms of a plan by their labels, with their weights.
    private func weights(_ plan: QueryPlan) -> [String: Float] {
        Dictionary(plan.query.terms.map { (plan.labels[$0.selection] ?? "", $0.weight) }, uniquingKeysWith: +)
    }

    @Test func plainWordsAreWhatTheyWereBeforeThereWasALanguage() throws {
        let plan = try index().plan("hạn hán ngày 23/6/2020 +đất -\"ủy ban\"")
        let query = plan.query
        #expect(
            weights(plan) == [
                "hạn": 1, "hán": 1, "ngày": 0.25, "23": 0.25, "6": 0.25, "2020": 0.25, "2020-06-23": 3, "đất": 1,
            ])
        #expect(query.pairs.map(\.weight) == [0.5, 0.5, 0.125, 0.125, 0.125])
        // Titles are compared by base letters, by which the first two are one word.
        #expect(query.titleTerms.map(\.weight) == [0.8, 0.4, 0.4, 0.4, 0.4])
        #expect(query.required.count == 1 && query.excluded.count == 1 && query.filter == nil)
        #expect(!query.titlesMatchAlone && !query.filterSuffices)
        #expect(try index().plan("han han").query.titlesMatchAlone)
    }

    @Test func weightsMultiplyAllThatALeafAdds() throws {
        let index = try index()
        let plain = index.plan("(hạn hán) \"quy chế\"").query
        let heavy = index.plan("((hạn hán)^2 \"quy chế\")^3").query
        #expect(heavy.terms.map(\.weight) == plain.terms.map { $0.weight * 6 })
        #expect(heavy.pairs.map(\.weight) == plain.pairs.map { $0.weight * 6 })
        #expect(heavy.titleTerms.map(\.weight) == plain.titleTerms.map { $0.weight * 6 })
        #expect(plain.requiredWeights == [1] && heavy.requiredWeights == [3])
        #expect(weights(index.plan("(a^2 OR b) -c^5 NOT d")) == ["a": 2, "b": 1])
    }

    @Test func aWeightMovesWhatItIsOn() throws {
        let index = try FieldIndex(["hạn mặn", "hạn", "mặn"].map { .init(text: "\($0) đất") })
        func best(_ query: String) -> Int? {
            index.searcher.passages(index.plan(query).query, limit: 3).hits.dropFirst().first.map(\.document)
        }
        #expect(best("hạn^3 mặn") == 1)
        #expect(best("hạn mặn^3") == 2)
        #expect(best("hạn~1^3 OR mặn") == 1)
        #expect(best("\"hạn\" OR \"mặn\"^3") == 2)
    }

    @Test func prefixesAreOfTheLettersTyped() throws {
        let index = try index()
        #expect(index.found("quy*") == [0, 1, 2])
        #expect(index.found("quý*") == [0])
        #expect(index.found("quyề*") == [0])
        #expect(index.found("quyế*") == [2])
        #expect(index.found("quyê*") == [0, 2])
        #expect(index.found("\"đất\" OR quy*") == [0, 1, 2])
        #expect(index.found("quy* -quý*") == [1, 2])
        #expect(index.found("quy* chế", .all) == [1])
        #expect(index.found("quy* chế", .phrase) == [1])
        #expect(index.found("chế quy*", .phrase).isEmpty)
        let plan = index.plan("quy*")
        #expect(plan.marks.exact.count == 5 && plan.labels.values.contains("quy*"))
        #expect(index.plan("quy*").query.titlesMatchAlone && !index.plan("quý*").query.titlesMatchAlone)
    }

    @Test func aToneOfAPrefixStandsOnItsLetters() throws {
        let words = ["hóa", "hoá", "hoán", "hoái", "hó", "múa", "muốn", "hối", "hỏi"]
        let index = try FieldIndex(words.map { .init(text: $0) })
        #expect(index.found("hó*") == [0, 1, 4])
        #expect(index.found("hoá*") == [0, 1, 2, 3])
        #expect(index.found("mú*") == [5])
        #expect(index.found("ho*") == [0, 1, 2, 3, 4, 7, 8])
        #expect(index.found("hô*") == [7])
    }

    @Test func fuzzyWordsAreNearByTheirTonesToo() throws {
        let index = try index()
        #expect(index.found("uỷ~1") == [1, 2])
        #expect(index.found("uỵ~1") == [1, 2])
        #expect(index.found("hạnh~1") == [3])
        #expect(index.found("hanh~1") == [3, 4])
        #expect(index.found("ạn~1") == [3])
        #expect(index.found("hna~1") == [3, 4])
        #expect(index.found("nah~1").isEmpty)
        #expect(index.found("nah~2") == [1, 3, 4])
        #expect(index.found("+quyêt~1") == [2])
    }

    @Test func manyWordsOfAPrefixAreCutToTheCommonest() throws {
        let texts = (0..<300).map { "từ x\($0)" } + ["x299", "x299"]
        let index = try FieldIndex(texts.map { .init(text: $0) }, segments: 3)
        let plan = index.plan("x*")
        #expect(plan.notes == ["x* stands for 300 words of the index; the 256 nearest and commonest are looked for"])
        let found = index.found(plan)
        #expect(found.count == 258 && Set([299, 300, 301]).isSubset(of: found))
        let many = (0..<200).map { "x\($0)*" }.joined(separator: " ")
        #expect(index.plan(many).notes.contains { $0.contains("the first 64") })
        #expect(index.found("từ -x*").count == 300 - 256)
    }

    @Test func operatorsAreMeantInAnyMode() throws {
        let index = try FieldIndex(
            ["đất đai nhà ở", "đất đai", "nhà ở", "đất nhà", "đai ở bí mật"].map { .init(text: $0) })
        for match in [MatchMode.any, .all] {
            #expect(index.found("đất đai AND nhà ở", match) == [0])
            #expect(index.found("đất đai OR nhà ở", match) == [0, 1, 2])
            #expect(index.found("(đất OR ở) VÀ KHÔNG đai", match) == [2, 3])
            #expect(index.found("đai OR NOT nhà", match) == [0, 1, 4])
        }
        #expect(index.found("đất ở NOT (đai nhà)") == [1, 2, 3, 4])
        #expect(index.found("đất ở -(đai nhà)", .all).isEmpty)
        #expect(index.found("mật (đất OR bí)") == [0, 1, 3, 4])
        #expect(index.found("+(đất đai) mật") == [0, 1])
        #expect(index.found("\"đất nhà\"") == [3])
        #expect(index.found("\"đất nhà\"~1") == [0, 3])
        #expect(index.found("\"đất ở\"~1").isEmpty)
        #expect(index.found("\"đất ở\"~2") == [0])
        #expect(index.found("(đất đai)", .phrase) == [0, 1])
        #expect(index.found("đất đai AND nhà ở", .phrase) == [0])
    }

    @Test func aQueryAsLongAsADocumentIsPlannedInLinearTime() throws {
        let index = try index()
        let words = (0..<20_000).map { "từ\($0)" }.joined(separator: " ")
        for match in MatchMode.allCases {
            #expect(ThreadTime.seconds { _ = index.plan(words, match) } < 5)
        }
    }
}
