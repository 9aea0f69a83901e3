/// What a passage is asked for beside the words that rank it: a tree of conditions on its words and its document's columns.
///
/// It is true or false of a passage and adds nothing to its score.
public indirect enum PassagePredicate: Hashable, Sendable {
    /// Every passage.
    case all
    /// No passage.
    case none
    /// The passage holds a word, by the number of its selection.
    case term(Int)
    /// The passage holds words in this order, with at most `slop` others between the first and the last.
    case phrase([Int], slop: Int)
    /// The document has one of some values in a category.
    case category(String, anyOf: [[UInt8]])
    /// The document has a value in a category that begins with some bytes; none at all mean any value.
    case categoryPrefix(String, [UInt8])
    /// The document's integer in a column is there and lies in a range.
    case integer(String, ClosedRange<Int32>)
    /// The document has this identity.
    case identity([UInt8])
    /// The document's title holds all of some words, by their folded keys.
    case title([[UInt8]])
    /// All of some.
    case and([PassagePredicate])
    /// Any of some.
    case or([PassagePredicate])
    /// The contrary.
    case not(PassagePredicate)

    /// Whether it is the same for all passages of a document.
    var isAboutDocuments: Bool {
        switch self {
        case .all, .none, .category, .categoryPrefix, .integer, .identity, .title: true
        case .term, .phrase: false
        case .and(let parts), .or(let parts): parts.allSatisfy(\.isAboutDocuments)
        case .not(let part): part.isAboutDocuments
        }
    }

    /// What is soon known comes first where several must be true.
    fileprivate var cost: Int {
        switch self {
        case .all, .none, .category, .categoryPrefix, .integer, .identity, .title: 0
        case .term: 1
        case .and(let parts), .or(let parts): parts.reduce(2) { max($0, $1.cost) }
        case .not(let part): part.cost
        case .phrase(_, let slop): slop == 0 ? 3 : 4
        }
    }
}

/// Finds the passages of one segment that a predicate is true of.
struct PredicateEvaluation {
    let segment: Snapshot.Segment
    /// The ordinals and lists of each word of the query.
    let words: [ResolvedLists]
    let gatherer: ListGatherer
    /// The dense array of frequent lists.
    let dense: (ResolvedLists) -> DenseImpacts

    /// The passages of live and deleted documents.
    func passages(_ predicate: PassagePredicate) -> UnitSet { passages(predicate, within: nil) }

    /// As above; outside of `candidates` it may say anything, so that phrases are compared only where it matters.
    private func passages(_ predicate: PassagePredicate, within candidates: UnitSet?) -> UnitSet {
        let reader = segment.reader
        if predicate.isAboutDocuments {
            return Self.passages(of: documents(predicate), reader.documents)
        }
        switch predicate {
        case .term(let word): return passages(holding: words[word])
        case .phrase(let numbers, let slop):
            if numbers.count == 1 { return passages(holding: words[numbers[0]]) }
            return slop > 0
                ? passages(holding: numbers, slop: slop, within: candidates)
                : passages(holding: numbers, within: candidates)
        case .and(let parts): return all(parts, within: candidates)
        case .or(let parts):
            let known = parts.filter(\.isAboutDocuments)
            var found =
                known.isEmpty
                ? UnitSet(units: reader.passageCount)
                : Self.passages(of: documents(.or(known)), reader.documents)
            for part in parts where !part.isAboutDocuments { found.formUnion(passages(part, within: candidates)) }
            return found
        case .not(let part):
            var found = passages(part, within: candidates)
            found.complement()
            return found
        case .all, .none, .category, .categoryPrefix, .integer, .identity, .title:
            return UnitSet(units: reader.passageCount)
        }
    }

    /// The passages that all parts are true of: columns first, then words, then phrases.
    private func all(_ parts: [PassagePredicate], within candidates: UnitSet?) -> UnitSet {
        let known = parts.filter(\.isAboutDocuments)
        var found = candidates
        func narrow(_ set: UnitSet) {
            found?.formIntersection(set)
            if found == nil { found = set }
        }
        if !known.isEmpty { narrow(Self.passages(of: documents(.and(known)), segment.reader.documents)) }
        let rest = parts.filter { !$0.isAboutDocuments }
        for (cost, _, part) in rest.enumerated().map({ ($0.element.cost, $0.offset, $0.element) })
            .sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) })
        {
            if let found, cost > 1, found.isEmpty { break }
            narrow(passages(part, within: found))
        }
        return found ?? UnitSet(allOf: segment.reader.passageCount)
    }

    private func passages(holding lists: ResolvedLists) -> UnitSet {
        var found = UnitSet(units: segment.reader.passageCount)
        if PassageSums.isDense(lists, segment.reader) {
            found.formNonzero(dense(lists).bytes)
        } else {
            gatherer.insertPassages(of: lists, into: &found)
        }
        return found
    }

    /// The passages that hold words one behind the other.
    private func passages(holding numbers: [Int], within candidates: UnitSet?) -> UnitSet {
        let matcher = PhraseMatcher(segment, words: numbers.map { words[$0].first }, gatherer: gatherer)
        var found = UnitSet(units: segment.reader.passageCount)
        for passage in matcher.verified(within: candidates).passages { found.insert(Int(passage)) }
        return found
    }

    /// The passages that hold words in order, with others between them.
    private func passages(holding numbers: [Int], slop: Int, within candidates: UnitSet?) -> UnitSet {
        var found = UnitSet(units: segment.reader.passageCount)
        guard !numbers.isEmpty, numbers.allSatisfy({ !words[$0].isEmpty }) else { return found }
        var unsure = candidates ?? UnitSet(allOf: found.units)
        for number in Set(numbers) { unsure.formIntersection(passages(holding: words[number])) }
        if numbers.count == 2 {
            // What stands side by side need not be read.
            found = passages(holding: numbers, within: nil)
            var others = found
            others.complement()
            unsure.formIntersection(others)
        }
        let phrase = SloppyPhrase(numbers.map { words[$0].first }, slop: slop)
        unsure.forEach { if phrase.isHeld(by: $0, segment.reader.text) { found.insert($0) } }
        return found
    }

    // MARK: Documents

    /// The documents that a predicate about documents is true of.
    private func documents(_ predicate: PassagePredicate) -> UnitSet {
        let reader = segment.reader
        var found = UnitSet(units: reader.documentCount)
        switch predicate {
        case .all: found.complement()
        case .none, .term, .phrase: break
        case .category(let name, let values):
            guard let column = reader.columns.categories[name] else { break }
            for value in values {
                if let ordinal = column.ordinal(of: value) { column.insertDocuments(of: ordinal, into: &found) }
            }
        case .categoryPrefix(let name, let prefix):
            guard let column = reader.columns.categories[name] else { break }
            for ordinal in column.ordinals(withPrefix: prefix) { column.insertDocuments(of: ordinal, into: &found) }
        case .integer(let name, let range):
            if let column = reader.columns.integers[name] { found = column.documents(in: range) }
        case .identity(let identity):
            for document in identity.withUnsafeBytes({ reader.documents.documents(named: $0) }) {
                found.insert(document)
            }
        case .title(let words):
            found.complement()
            for word in Set(words) where !found.isEmpty { found.formIntersection(documents(titled: word)) }
        case .and(let parts):
            found.complement()
            for part in parts { found.formIntersection(documents(part)) }
        case .or(let parts):
            for part in parts { found.formUnion(documents(part)) }
        case .not(let part):
            found = documents(part)
            found.complement()
        }
        return found
    }

    /// The documents whose title holds a word.
    private func documents(titled folded: [UInt8]) -> UnitSet {
        let reader = segment.reader
        var found = UnitSet(units: reader.documentCount)
        guard let group = folded.withUnsafeBytes({ reader.titles.group($0) }) else { return found }
        let block = PostingBlock()
        for form in group.forms {
            let list = reader.titleList(form)
            for number in 0..<list.blocks {
                list.decode(block: number, into: block)
                for i in 0..<block.count where Int(block.passages[i]) < found.units {
                    found.insert(Int(block.passages[i]))
                }
            }
        }
        return found
    }

    /// The passages of some documents.
    ///
    /// Where each of 64 documents is one passage, whole words are moved; else each run of neighbours is one run of passages.
    static func passages(of documents: UnitSet, _ table: DocumentTable) -> UnitSet {
        var found = UnitSet(units: table.passageCount)
        for (word, bits) in documents.words.enumerated() where bits != 0 {
            let first = word << 6
            if first + 64 <= table.count, let start = table.startOfSingles(first) {
                found.insert(bits, at: start)
                continue
            }
            var left = bits
            while left != 0 {
                let low = left.trailingZeroBitCount
                let length = (~(left >> UInt64(low))).trailingZeroBitCount
                found.insert(table.passages(from: first + low, to: first + low + length))
                if low + length == 64 { break }
                left &= ~0 << UInt64(low + length)
            }
        }
        return found
    }
}
