import AdministrativeDocuments
import Testing

/// The outlines of real documents; `VANTHU_SAMPLE=8531 swift test -c release --filter RealOutlines` reads all.
@Suite(.enabled(if: SharedTexts.path != nil, "the corpora are not at hand")) struct RealOutlines {
    @Test func theArticlesOfNearlyAllDocumentsAreNumberedWithoutAGap() {
        var clean = 0
        var withArticles = 0
        var articles = 0
        for text in RealDocuments.texts {
            let outline = text.withUnsafeBytes { OutlineReader().read($0) }
            let count = outline.nodes.count { $0.level == .article }
            articles += count
            withArticles += count > 0 ? 1 : 0
            clean += OutlineFaults.breaks(in: outline).isEmpty ? 1 : 0
        }
        let share = Double(clean) / Double(RealDocuments.texts.count)
        print(
            "articles' numbers: \(clean) of \(RealDocuments.texts.count) documents clean (\(share)),",
            "\(withArticles) with articles, \(articles) articles")
        // Of all 8,531, 98.9 %; what is left has lost the headings of articles, or quotes some in tables and forms.
        #expect(share >= (RealDocuments.texts.count > 1000 ? 0.985 : 0.98))
    }

    @Test func theOutlinesHoldTogether() {
        for text in RealDocuments.texts { #expect(OutlineFaults.fault(of: text) == nil) }
    }

    @Test func theReportsOutlineIsReadToItsLeaves() throws {
        let report = try #require(RealDocuments.texts.first)
        let outline = report.withUnsafeBytes { OutlineReader().read($0) }
        let paths = outline.nodes.indices.map { index in
            outline.path(of: index).map {
                PathElement(level: outline.nodes[$0].level, number: outline.nodes[$0].number)
            }
            .map(\.label).joined(separator: " › ")
        }
        var leaves: [String: Int] = [:]
        for path in paths { leaves[path, default: 0] += 1 }
        #expect(
            leaves == [
                "I": 1, "I › 1": 1, "I › 1 › 1.1": 1, "I › 1 › 1.1 › -": 2, "I › 1 › 1.2": 1, "I › 1 › 1.2 › a)": 1,
                "I › 1 › 1.2 › a) › -": 4, "I › 1 › 1.2 › b)": 1, "I › 1 › 1.2 › b) › -": 3, "I › 1 › 1.2 › c)": 1,
                "I › 1 › 1.2 › c) › -": 3, "I › 1 › 1.2 › c) › - › +": 3, "I › 1 › 1.2 › d)": 1,
                "I › 1 › 1.2 › d) › -": 7,
                "I › 2": 1, "I › 2 › -": 5, "I › 3": 1, "I › 3 › -": 2, "I › 4": 1, "I › 4 › -": 2, "I › 5": 1,
                "I › 5 › -": 3, "I › 6": 1, "I › 6 › -": 2, "II": 1, "II › -": 3,
            ])
    }
}
