internal import AdministrativeDocuments
internal import Glibc
public import VanThu
internal import VietnameseText

/// Reads texts once and counts.
///
/// Memory grows with the distinct words and pairs: some 16 to 32 bytes a pair.
public final class TextProfiler {
    private let analyzer = TextAnalyzer()
    private let cutter = PassageCutter()
    private let unit: IndexUnit
    private var profile = TextProfile()

    private var tokens: [RawToken] = []
    /// The exact and folded term of each surface form, from 1.
    private var exactOf: [UInt32] = []
    private var exactIds: [[UInt8]: UInt32] = [:]
    private var foldedIds: Set<[UInt8]> = []
    private var termCounts: [UInt32] = [0]
    private var passageCounts: [UInt32] = [0]
    private var lastPassage: [UInt32] = [0]
    private var lastWindow: [UInt32] = [0]
    private var pairs = CountTable()
    private var pairTotal = 0
    private var passagePairs: [UInt64] = []
    private var passageLengths: [Int] = []
    private var documentLengths: [Int] = []
    private var windows = 0
    private var windowDistinct = 0
    private var sentences = 0
    private var nextMark = 10_000
    private var nextSample = 10_000
    private var samples: [(tokens: Double, terms: Double, pairs: Double)] = []

    /// A profiler that takes texts as passages by themselves (`whole`) or cuts them as indexing does.
    public init(unit: IndexUnit = .passages) { self.unit = unit }

    /// Counts all that some paths hold.
    public func add(paths: [String], progress: (_ bytes: Int) -> Void = { _ in }) {
        let reader = InputReader()
        let batches = reader.batches(of: paths)
        var read = 0
        while let batch = batches.next() {
            reader.parse(batch) { event in
                switch event {
                case .document(let document, _): add(document.text)
                case .skipped(let skipped): profile.skipped.append(skipped.description)
                }
            }
            read += batch.byteCount
            progress(read)
        }
    }

    /// Counts one text.
    public func add(_ text: [UInt8]) {
        guard text.count < Int(UInt32.max) else { return }
        profile.documents += 1
        profile.textBytes += text.count
        documentLengths.append(text.count)
        tokens.removeAll(keepingCapacity: true)
        text.withUnsafeBytes { bytes in
            analyzer.tokenize(bytes, into: &tokens)
            addForms()
            sentences += max(1, SentenceBoundaries.ends(in: bytes, range: 0..<bytes.count).count)
            guard unit == .passages else { return addPassage(0..<tokens.count, bytes: bytes.count) }
            let passages = cutter.cut(bytes)
            var token = 0
            for (index, passage) in passages.enumerated() {
                let end = index + 1 < passages.count ? passages[index + 1].start : bytes.count
                let first = token
                while token < tokens.count, Int(tokens[token].start) < end { token += 1 }
                addPassage(first..<token, bytes: passage.end - passage.start)
            }
        }
        addWindows()
    }

    /// The figures of all that was added.
    public func finish() -> TextProfile {
        mark()
        profile.heapsExponent = Self.slope(samples.map { ($0.tokens, $0.terms) })
        profile.pairHeapsExponent = Self.slope(samples.map { ($0.tokens, $0.pairs) })
        let terms = termCounts.dropFirst().sorted(by: >)
        let pairCounts = pairs.values.sorted(by: >)
        profile.topShares = [1, 10, 100, 1_000, 10_000].map { ($0, Self.share(of: $0, terms, profile.tokens)) }
        profile.topPairShares = [10, 1_000, 100_000].map { ($0, Self.share(of: $0, pairCounts, pairTotal)) }
        let passages = UInt32(truncatingIfNeeded: profile.passages)
        for count in passageCounts {
            if count > passages / 2 { profile.termsInHalf += 1 }
            if count > passages / 8 { profile.termsInEighth += 1 }
            if count > passages / 100 { profile.termsInHundredth += 1 }
        }
        profile.termsOnce = terms.isEmpty ? .nan : Double(terms.count { $0 == 1 }) / Double(terms.count)
        profile.pairsOnce = pairs.count == 0 ? .nan : Double(pairs.seenOnce) / Double(pairs.count)
        profile.termEntropy = Self.entropy(terms)
        profile.conditionalEntropy = Self.entropy(pairCounts) - profile.termEntropy
        profile.passageBytes = Self.percentiles(passageLengths)
        profile.documentBytes = Self.percentiles(documentLengths)
        profile.distinctIn200 = windows == 0 ? .nan : Double(windowDistinct) / Double(windows * Self.windowTokens)
        profile.tokensASentence = sentences == 0 ? .nan : Double(profile.tokens) / Double(sentences)
        return profile
    }

    static let windowTokens = 200

    // MARK: Counting

    private func addForms() {
        while exactOf.count < analyzer.surfaceCount {
            let form = UInt32(exactOf.count)
            let key = Array(analyzer.exactKey(form))
            if let id = exactIds[key] {
                exactOf.append(id)
            } else {
                let id = UInt32(termCounts.count)
                exactIds[key] = id
                exactOf.append(id)
                termCounts.append(0)
                passageCounts.append(0)
                lastPassage.append(.max)
                lastWindow.append(.max)
            }
            foldedIds.insert(Array(analyzer.foldedKey(form)))
        }
    }

    private func addPassage(_ range: Range<Int>, bytes: Int) {
        let passage = UInt32(truncatingIfNeeded: profile.passages)
        profile.passages += 1
        passageLengths.append(bytes)
        passagePairs.removeAll(keepingCapacity: true)
        var before: UInt32 = 0
        for index in range {
            let term = exactOf[Int(tokens[index].surface)]
            termCounts[Int(term)] += 1
            if lastPassage[Int(term)] != passage {
                lastPassage[Int(term)] = passage
                passageCounts[Int(term)] += 1
                profile.termPostings += 1
            }
            if before != 0 {
                let pair = UInt64(before) << 32 | UInt64(term)
                pairs.add(pair)
                pairTotal += 1
                passagePairs.append(pair)
            }
            before = term
            profile.tokens += 1
            if profile.tokens == nextSample { sample() }
            if profile.tokens == nextMark {
                mark()
                nextMark *= 10
            }
        }
        passagePairs.sort()
        var last: UInt64 = 0
        for pair in passagePairs where pair != last {
            profile.pairPostings += 1
            last = pair
        }
    }

    private func addWindows() {
        var start = 0
        while start + Self.windowTokens <= tokens.count {
            let window = UInt32(truncatingIfNeeded: windows)
            for index in start..<start + Self.windowTokens {
                let term = Int(exactOf[Int(tokens[index].surface)])
                if lastWindow[term] != window {
                    lastWindow[term] = window
                    windowDistinct += 1
                }
            }
            windows += 1
            start += Self.windowTokens
        }
    }

    /// Notes how much was met so far; the text at hand is counted whole, which is little beside the rest.
    private func mark() {
        profile.growth.append(
            TextProfile.Growth(
                tokens: profile.tokens, surfaces: exactOf.count, exactTerms: exactIds.count,
                foldedTerms: foldedIds.count,
                pairs: pairs.count))
    }

    private func sample() {
        samples.append((Double(profile.tokens), Double(exactIds.count), Double(pairs.count)))
        nextSample = nextSample * 3 / 2
    }

    // MARK: Figures

    private static func share(of top: Int, _ sorted: [UInt32], _ total: Int) -> Double {
        guard total > 0 else { return .nan }
        return Double(sorted.prefix(top).reduce(0) { $0 + Int($1) }) / Double(total)
    }

    /// Shannon's entropy of counts, in bits.
    private static func entropy(_ counts: some Sequence<UInt32>) -> Double {
        let total = counts.reduce(0.0) { $0 + Double($1) }
        guard total > 0 else { return .nan }
        return counts.reduce(0.0) { $0 - Double($1) / total * log2(Double($1) / total) }
    }

    private static func percentiles(_ lengths: [Int]) -> [(percent: Int, bytes: Int)] {
        let sorted = lengths.sorted()
        guard let longest = sorted.last else { return [] }
        return [10, 25, 50, 75, 90, 99].map { ($0, sorted[sorted.count * $0 / 100]) } + [(100, longest)]
    }

    private static func slope(_ points: [(Double, Double)]) -> Double {
        let logs = points.map { (log($0.0), log(max(1, $0.1))) }
        guard logs.count > 1 else { return .nan }
        let meanX = logs.reduce(0) { $0 + $1.0 } / Double(logs.count)
        let meanY = logs.reduce(0) { $0 + $1.1 } / Double(logs.count)
        let above = logs.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
        return above / logs.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
    }
}
