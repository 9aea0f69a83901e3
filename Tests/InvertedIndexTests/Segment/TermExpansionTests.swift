import Testing

@testable import InvertedIndex

@Suite("Searching: terms by prefix and by distance") struct TermExpansionTests {
    /// Keys of few letters, one of them of two bytes and one of three, in two segments that share some.
    private struct Sample {
        var keys: [TermKey: Int] = [:]
        let snapshot: Snapshot

        init(seed: UInt64, groups: Int) throws {
            var random = SeededRandom(seed: seed)
            let letters: [[UInt8]] = [[0x61], [0x62], [0x63], Array("\u{111}".utf8), Array("\u{1EA1}".utf8)]
            var segments: [(reader: SegmentReader, deletions: DeletionSet?)] = []
            var known: [TermKey] = []
            for segment in 0..<2 {
                var document = SampleDocument(identity: [UInt8(segment)], sequence: UInt64(segment))
                var terms: [TermKey] = segment == 0 ? [] : Array(known.prefix(groups / 3))
                for _ in 0..<groups {
                    let count = Int.random(in: 1...6, using: &random)
                    let folded = (0..<count).flatMap { _ in letters.randomElement(using: &random) ?? [] }
                    for form in 0..<Int.random(in: 1...3, using: &random) {
                        terms.append(
                            TermKey(exact: folded + (form == 0 ? [] : [0xCC, UInt8(0x80 + form)]), folded: folded))
                    }
                }
                known = terms
                for term in terms {
                    let word = SampleWord(surface: term.exact, exact: term.exact, folded: term.folded)
                    for _ in 0..<Int.random(in: 1...3, using: &random) {
                        var passage = SampleDocument.Passage(words: [word])
                        let start = document.text.count
                        document.text += term.exact + [0x20]
                        passage.range = start..<document.text.count - 1
                        passage.places = [passage.range]
                        passage.unit = start..<document.text.count
                        document.passages.append(passage)
                        keys[term, default: 0] += 1
                    }
                }
                segments.append((try [document].segment(), nil))
            }
            snapshot = Snapshot(segments, generation: 1)
        }

        func sorted(_ terms: [TermExpansion.Term]) -> [TermExpansion.Term] {
            terms.sorted { a, b in
                if a.distance != b.distance { return a.distance < b.distance }
                return a.count == b.count ? isBelow(a.key.exact, b.key.exact) : a.count > b.count
            }
        }
    }

    @Test(
        "a prefix stands for all terms whose folded key begins with it, and for no other",
        arguments: [1, 15, 16, 17, 200])
    func prefixes(groups: Int) throws {
        let sample = try Sample(seed: UInt64(groups), groups: groups)
        var prefixes: Set<[UInt8]> = [[], [0x00], [0xFF], Array("zz".utf8)]
        for key in sample.keys.keys { for end in 1...key.folded.count { prefixes.insert(Array(key.folded[..<end])) } }
        for prefix in prefixes {
            let expected = sample.sorted(
                sample.keys.filter { $0.key.folded.starts(with: prefix) }
                    .map { TermExpansion.Term(key: $0.key, count: $0.value, distance: 0) })
            let found = sample.snapshot.terms(withPrefix: prefix, limit: 10_000)
            #expect(found.terms == expected && !found.isCut, "\(prefix)")
            let few = sample.snapshot.terms(withPrefix: prefix, limit: 3)
            #expect(few.terms == Array(expected.prefix(3)) && few.found == expected.count)
            #expect(few.isCut == (expected.count > 3))
            let bare = sample.snapshot.terms(withPrefix: prefix, limit: 10_000) { $0.exact == $0.folded }
            #expect(bare.terms == expected.filter { $0.key.exact == $0.key.folded })
        }
    }

    /// Optimal string alignment by its definition: a table of all beginnings against all beginnings.
    private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count {
            for j in 0...b.count {
                if i == 0 || j == 0 {
                    table[i][j] = i + j
                    continue
                }
                table[i][j] = min(
                    table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
                }
            }
        }
        return table[a.count][b.count]
    }

    @Test("a misspelt word stands for all terms within its distance, the nearest first", arguments: 1...6)
    func fuzzy(seed: UInt64) throws {
        let sample = try Sample(seed: seed, groups: 40)
        var random = SeededRandom(seed: seed)
        for _ in 0..<4 {
            guard
                var wanted = sample.keys.keys.sorted(by: { isBelow($0.exact, $1.exact) })
                    .randomElement(using: &random)?.folded
            else { continue }
            if Bool.random(using: &random) { wanted += Array("a\u{111}".utf8) }
            let text = Array(String(decoding: wanted, as: UTF8.self).unicodeScalars)
            for letters in 0...2 {
                for shared in 0...2 {
                    var expected: [TermExpansion.Term] = []
                    for (key, count) in sample.keys {
                        let other = Array(String(decoding: key.folded, as: UTF8.self).unicodeScalars)
                        guard other.starts(with: text.prefix(shared)) else { continue }
                        let far = distance(text, other)
                        if far <= letters { expected.append(.init(key: key, count: count, distance: far)) }
                    }
                    let found = sample.snapshot.terms(near: wanted, letters: letters, sharing: shared, limit: 10_000)
                    #expect(found.terms == sample.sorted(expected), "seed \(seed), \(wanted), \(letters), \(shared)")
                }
            }
            // Whoever knows the keys measures: here a mark is half a letter, and two marks are refused.
            let found = sample.snapshot.terms(near: wanted, letters: 1, limit: 4) { term, letters in
                term.exact.last == 0x82 ? nil : 2 * letters + (term.exact == term.folded ? 0 : 1)
            }
            #expect(found.terms.allSatisfy { $0.key.exact.last != 0x82 })
            #expect(found.terms.map(\.distance) == found.terms.map(\.distance).sorted())
        }
    }

    @Test("damaged dictionaries give fewer terms and no crash", arguments: 0..<4)
    func damage(seed: UInt64) throws {
        let sample = try Sample(seed: seed, groups: 30)
        let reader = sample.snapshot.segments[0].reader
        var random = SeededRandom(seed: seed)
        let bytes = Array(reader.file.bytes(.terms))
        let index = Array(reader.file.bytes(.termBlocks))
        for _ in 0..<500 {
            var (bytes, index) = (bytes, index)
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            if Int.random(in: 0..<4, using: &random) == 0 {
                index[Int.random(in: 0..<index.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            bytes.withUnsafeBytes { bytes in
                index.withUnsafeBytes { index in
                    let dictionary = TermDictionary(
                        bytes: bytes, index: index, groupCount: reader.terms.groupCount, termCount: reader.termCount)
                    var cursor = TermGroupCursor(dictionary, from: [0x62])
                    var keys = FuzzyKeys([0x62, 0xC4, 0x91], distance: 2, sharedLetters: 0)
                    var terms = 0
                    while cursor.advance() {
                        _ = keys.distance(cursor.folded, shared: cursor.shared)
                        if Bool.random(using: &random) { cursor.forEachForm { _, _, _ in terms += 1 } }
                    }
                    #expect(terms <= reader.termCount)
                }
            }
        }
    }
}
