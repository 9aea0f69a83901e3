internal import AdministrativeDocuments
internal import VietnameseText

/// Finds the words of a text that a query's words match, to mark them where they stand.
struct PassageMarker {
    private let analysis: QueryAnalysis
    private let marks: MatchMarks

    init(_ analysis: QueryAnalysis, _ marks: MatchMarks) {
        self.analysis = analysis
        self.marks = marks
    }

    /// The ranges to mark, in bytes of the text, ascending and apart.
    func marks(in text: UnsafeRawBufferPointer) -> [Range<Int>] {
        analysis.analyze(text)
        let analyzer = analysis.analyzer
        var known: [UInt32: Bool] = [:]
        var ranges: [Range<Int>] = []
        for token in analysis.tokens {
            let isMatch: Bool
            if let decided = known[token.surface] {
                isMatch = decided
            } else {
                isMatch =
                    marks.exact.contains([UInt8](analyzer.exactKey(token.surface)))
                    || marks.folded.contains([UInt8](analyzer.foldedKey(token.surface)))
                known[token.surface] = isMatch
            }
            if isMatch { ranges.append(Int(token.start)..<Int(token.end)) }
        }
        for reference in analysis.references where marks.references.contains(reference.key) {
            ranges.append(reference.start..<reference.end)
        }
        return Self.joined(ranges)
    }

    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var out: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }) {
            if let last = out.last, range.lowerBound < last.upperBound {
                out[out.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                out.append(range)
            }
        }
        return out
    }
}
