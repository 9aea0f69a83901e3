internal import InvertedIndex

/// The values that an index's columns have, cut into words; each column is read when it is first asked for.
///
/// One thread's.
final class ColumnVocabulary {
    let snapshot: Snapshot
    private var columns: [DocumentColumn: ColumnWords] = [:]

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// The values of a column.
    func words(of column: DocumentColumn) -> ColumnWords {
        if let known = columns[column] { return known }
        var values: Set<[UInt8]> = []
        for segment in snapshot.segments { values.formUnion(segment.reader.values(ofCategory: column.rawValue)) }
        let words = ColumnWords(values.sorted { $0.lexicographicallyPrecedes($1) }, of: column)
        columns[column] = words
        return words
    }

    /// Whether a document has a value, or one that begins so.
    func hasValue(_ value: [UInt8], isPrefix: Bool = false, in column: DocumentColumn) -> Bool {
        snapshot.segments.contains { $0.reader.hasValue(value, isPrefix: isPrefix, inCategory: column.rawValue) }
    }
}

/// The values of one column by their words.
///
/// A typed word with diacritics means itself or its bare form, one without means any word of its letters.
final class ColumnWords {
    /// The values, ascending.
    let values: [[UInt8]]
    /// Each reading of a value: the value's place, and its words' numbers.
    private var readings: [(value: Int32, words: Range<Int32>)] = []
    private var words: [Int32] = []
    /// By word: its keys, and the number of its folded key.
    private var keys: [NameWord] = []
    private var foldedNumbers: [Int32] = []
    private var wordNumbers: [NameWord: Int32] = [:]
    private var foldedByKey: [[UInt8]: Int32] = [:]

    init(_ values: [[UInt8]], of column: DocumentColumn) {
        self.values = values
        let reader = NameWordReader(analysis: QueryAnalysis())
        for (place, value) in values.enumerated() {
            for reading in reader.readings(value, in: column) where !reading.isEmpty {
                let start = Int32(words.count)
                for word in reading { words.append(number(word)) }
                readings.append((Int32(place), start..<Int32(words.count)))
            }
        }
    }

    private func number(_ word: NameWord) -> Int32 {
        if let known = wordNumbers[word] { return known }
        let folded = foldedByKey[word.folded] ?? Int32(foldedByKey.count)
        foldedByKey[word.folded] = folded
        let number = Int32(keys.count)
        wordNumbers[word] = number
        keys.append(word)
        foldedNumbers.append(folded)
        return number
    }

    // MARK: Asking

    /// How a typed name and a value are compared.
    enum Comparison {
        /// Word for word.
        case equal
        /// The value holds the words one behind the other.
        case holding
        /// The value holds the words in order, with few others between: `UBND Sóc Trăng` is `Ủy ban nhân dân tỉnh Sóc Trăng`.
        case inOrder
        /// The value begins with the words, the last of which may be only a word's beginning.
        case beginning
    }

    /// The values that a typed name means.
    func values(_ typed: [NameWord], _ comparison: Comparison) -> [[UInt8]] {
        guard !typed.isEmpty else { return [] }
        let wanted = typed.enumerated().map { place, word in
            Wanted(
                folded: foldedByKey[word.folded] ?? -1, exact: wordNumbers[word] ?? -1,
                isMarked: word.exact != word.folded,
                beginning: comparison == .beginning && place == typed.count - 1
                    ? KeyBeginning(exact: word.exact, folded: word.folded) : nil)
        }
        guard wanted.allSatisfy({ $0.folded >= 0 || $0.beginning != nil }) else { return [] }
        var found: [Int32] = []
        for reading in readings where found.last != reading.value {
            let spare = reading.words.count - wanted.count
            guard spare >= 0, comparison != .equal || spare == 0 else { continue }
            if comparison == .inOrder {
                if holdsInOrder(wanted, reading.words) { found.append(reading.value) }
                continue
            }
            let starts = comparison == .holding ? 0...spare : 0...0
            let isMeant = starts.contains { start in
                wanted.indices.allSatisfy { holds(wanted[$0], words[Int(reading.words.lowerBound) + start + $0]) }
            }
            if isMeant { found.append(reading.value) }
        }
        return found.map { values[Int($0)] }
    }

    /// Between words in order stands the kind of a place: `tỉnh`, `thành phố`.
    private static let mostBetween = 2

    private func holdsInOrder(_ wanted: [Wanted], _ range: Range<Int32>) -> Bool {
        let range = Int(range.lowerBound)..<Int(range.upperBound)
        return range.contains { start in
            var at = start
            var between = 0
            for (place, word) in wanted.enumerated() {
                while at < range.upperBound, !holds(word, words[at]) {
                    between += place == 0 ? Self.mostBetween + 1 : 1
                    at += 1
                }
                guard at < range.upperBound, between <= Self.mostBetween else { return false }
                at += 1
            }
            return true
        }
    }

    private struct Wanted {
        var folded: Int32
        var exact: Int32
        var isMarked: Bool
        var beginning: KeyBeginning?
    }

    private func holds(_ wanted: Wanted, _ word: Int32) -> Bool {
        let key = keys[Int(word)]
        if let beginning = wanted.beginning {
            return beginning.admits(exact: key.exact, folded: key.folded)
                || key.exact == key.folded && key.folded.starts(with: beginning.folded)
        }
        guard foldedNumbers[Int(word)] == wanted.folded else { return false }
        return !wanted.isMarked || word == wanted.exact || key.exact == key.folded
    }

    /// The value that was probably meant by a name that is none: one letter off, or two in a longer one.
    func nearest(to typed: [NameWord]) -> [UInt8]? {
        let name = Self.joined(typed.map(\.folded))
        guard name.count > 2, name.count < 100 else { return nil }
        let most = name.count > 5 ? 2 : 1
        var best: (value: Int32, distance: Int)?
        for reading in readings {
            let words = words[Int(reading.words.lowerBound)..<Int(reading.words.upperBound)]
            let length = words.reduce(words.count - 1) { $0 + keys[Int($1)].folded.count }
            guard abs(length - name.count) <= most else { continue }
            let distance = EditDistance.between(name, Self.joined(words.map { keys[Int($0)].folded }))
            if distance <= most, distance < best?.distance ?? .max { best = (reading.value, distance) }
        }
        return best.map { values[Int($0.value)] }
    }

    private static func joined(_ words: [[UInt8]]) -> [UInt8] { Array(words.joined(separator: [0x20])) }
}
