import Testing

@testable import InvertedIndex

@Suite("Segment: dictionaries") struct DictionaryTests {
    private struct Group {
        var folded: [UInt8]
        var forms: [(exact: [UInt8], count: Int, length: Int)]
        var unionCount: Int
    }

    /// Keys of few letters, so that prefixes and neighbours abound.
    private func randomGroups(_ count: Int, _ random: inout SeededRandom) -> [Group] {
        var keys: Set<[UInt8]> = []
        while keys.count < count {
            let length = Int.random(in: 1...(count > 100 ? 9 : 6), using: &random)
            keys.insert((0..<length).map { _ in [0x61, 0x62, 0xC4, 0x21].randomElement(using: &random) ?? 0 })
        }
        return keys.sorted { $0.lexicographicallyPrecedes($1) }.map { folded in
            var exacts: Set<[UInt8]> = Bool.random(using: &random) ? [folded] : [folded + [0xCC]]
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                var exact = folded
                if Bool.random(using: &random) { exact[Int.random(in: exact.indices, using: &random)] = 0xE1 }
                exacts.insert(exact + (0..<Int.random(in: 0...2, using: &random)).map { _ in 0x80 })
            }
            let forms = exacts.sorted { $0.lexicographicallyPrecedes($1) }.map {
                (
                    exact: $0, count: Int.random(in: 1...100_000, using: &random),
                    length: Int.random(in: 1...300, using: &random)
                )
            }
            return Group(folded: folded, forms: forms, unionCount: forms.reduce(0) { $0 + $1.count } - forms.count + 1)
        }
    }

    private func withDictionary(_ groups: [Group], _ body: (TermDictionary) -> Void) {
        var writer = TermDictionaryWriter()
        for group in groups {
            group.folded.withUnsafeBytes { writer.beginGroup($0) }
            for form in group.forms {
                form.exact.withUnsafeBytes { _ = writer.add(exact: $0, count: form.count, length: form.length) }
            }
            writer.endGroup(unionCount: group.unionCount)
        }
        let terms = groups.reduce(0) { $0 + $1.forms.count }
        #expect(Int(writer.terms) == terms && writer.groups == groups.count)
        body(
            TermDictionary(
                bytes: writer.bytes.bytes, index: writer.index.bytes, groupCount: writer.groups, termCount: terms))
    }

    @Test(
        "all terms and groups are found with their places, and nothing else is", arguments: [1, 2, 15, 16, 17, 33, 600])
    func terms(count: Int) {
        let seed = UInt64(300 + count)
        var random = SeededRandom(seed: seed)
        let groups = randomGroups(count, &random)
        let byFolded = Dictionary(uniqueKeysWithValues: groups.map { ($0.folded, $0) })
        withDictionary(groups) { dictionary in
            var ordinal: UInt32 = 0
            var offset = 0
            for group in groups {
                let found = group.folded.withUnsafeBytes { dictionary.group($0) }
                #expect(
                    found?.forms.count == group.forms.count
                        && found?.unionCount == (group.forms.count == 1 ? group.forms[0].count : group.unionCount))
                #expect(found?.ordinals == ordinal..<ordinal + UInt32(group.forms.count))
                for (number, form) in group.forms.enumerated() {
                    let expected = TermEntry(ordinal: ordinal, count: form.count, offset: offset, length: form.length)
                    let term = form.exact.withUnsafeBytes { exact in
                        group.folded.withUnsafeBytes { dictionary.term(exact: exact, folded: $0) }
                    }
                    #expect(term == expected && found?.forms[number] == expected, "seed \(seed)")
                    ordinal += 1
                    offset += form.length
                }
                for absent in neighbours(of: group.folded) where byFolded[absent] == nil {
                    #expect(absent.withUnsafeBytes { dictionary.group($0) } == nil, "seed \(seed), \(absent)")
                }
                for absent in neighbours(of: group.folded) where !group.forms.contains(where: { $0.exact == absent }) {
                    let term = absent.withUnsafeBytes { exact in
                        group.folded.withUnsafeBytes { dictionary.term(exact: exact, folded: $0) }
                    }
                    #expect(term == nil, "seed \(seed), \(absent)")
                }
            }
            var seen: [[UInt8]] = []
            for block in 0..<dictionary.blocks {
                let isWhole = dictionary.forEachGroup(inBlock: block) { folded, forms in
                    #expect(forms.map(\.exact) == byFolded[folded]?.forms.map(\.exact))
                    seen.append(folded)
                    return true
                }
                #expect(isWhole)
            }
            #expect(seen == groups.map(\.folded))
        }
    }

    /// Prefixes, extensions and keys just below and above.
    private func neighbours(of key: [UInt8]) -> [[UInt8]] {
        var all: [[UInt8]] = [[], key + [0x00], key + [0x21], key + [0xFF], key + [0x61, 0x61]]
        all += key.indices.map { Array(key[..<$0]) }
        for index in key.indices {
            for change in [1, 255] as [UInt8] {
                var other = key
                other[index] &+= change
                all.append(other)
                all.append(Array(other[...index]))
            }
        }
        return all
    }

    @Test("all pairs are found by ranges of second terms, in order, with their places", arguments: 0..<12)
    func pairs(seed: UInt64) {
        var random = SeededRandom(seed: 400 + seed)
        let terms = [1, 2, 5, 40, 300][Int(seed % 5)]
        struct Pair: Equatable { var second: UInt32, count: Int, offset: Int, length: Int }
        let writer = PairDictionaryWriter()
        var all: [[Pair]] = []
        var offset = 0
        for _ in 0..<terms {
            writer.beginFirst()
            let share = [0, 1, 3, 20].randomElement(using: &random) ?? 0
            var own: [Pair] = []
            for second in 0..<UInt32(terms) where share > 0 && Int.random(in: 0..<share, using: &random) == 0 {
                let length = Int.random(in: 1...5000, using: &random)
                own.append(
                    Pair(
                        second: second, count: .random(in: 1...1 << 20, using: &random), offset: offset, length: length)
                )
                writer.add(second: second, count: own[own.count - 1].count, length: length)
                offset += length
            }
            all.append(own)
        }
        writer.finish()
        #expect(writer.count == all.reduce(0) { $0 + $1.count })
        writer.starts.withUnsafeBytes { starts in
            let dictionary = PairDictionary(
                starts: starts, index: writer.index.bytes, bytes: writer.bytes.bytes, count: writer.count)
            let scratch = PairScratch()
            for _ in 0..<(terms * 12) {
                let first = Int.random(in: 0..<terms, using: &random)
                let low = UInt32.random(in: 0...UInt32(terms), using: &random)
                let high =
                    Bool.random(using: &random) ? low + 1 : UInt32.random(in: low...UInt32(terms), using: &random)
                var found: [Pair] = []
                dictionary.forEach(first: UInt32(first), seconds: low..<high, scratch: scratch) {
                    found.append(Pair(second: $0.second, count: $0.count, offset: $0.offset, length: $0.length))
                }
                #expect(
                    found == all[first].filter { $0.second >= low && $0.second < high },
                    "seed \(seed), \(first), \(low)..<\(high)")
            }
        }
    }

    @Test("length classes are the nearest lengths, exact up to 36 tokens")
    func lengths() {
        let table = LengthClass.lengths
        #expect(table.count == 256 && zip(table, table.dropFirst()).allSatisfy { $0 < $1 })
        for length in Array(0...3000) + stride(from: 3001, to: 900_000, by: 997) {
            let found = table[Int(LengthClass.of(length))]
            let nearest = table.map { abs($0 - Float(length)) }.min()
            #expect(abs(found - Float(length)) == nearest)
            if length <= 36 { #expect(found == Float(length)) }
        }
    }
}
