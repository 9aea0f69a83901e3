@testable import InvertedIndex

extension Oracle {
    func isOnlyFilter(_ query: RankedQuery) -> Bool {
        query.filter != nil && query.terms.isEmpty && query.pairs.isEmpty && query.required.isEmpty
            && query.titleTerms.isEmpty
    }

    /// Whether it can be true of one passage of a document and not of another.
    func asksForWords(_ predicate: PassagePredicate) -> Bool {
        switch predicate {
        case .term, .phrase: true
        case .and(let parts), .or(let parts): parts.contains { asksForWords($0) }
        case .not(let part): asksForWords(part)
        default: false
        }
    }

    /// Whether a predicate is true of a passage.
    func holds(_ predicate: PassagePredicate, _ number: Int, _ selected: [Set<Int>]) -> Bool {
        let passage = passages[number]
        let document = documents[passage.document].source
        switch predicate {
        case .all: return true
        case .none: return false
        case .term(let word): return (passage.words + passage.extras).contains { selected[word].contains($0) }
        case .phrase(let words, let slop):
            if words.count == 1 { return holds(.term(words[0]), number, selected) }
            return passage.words.indices.contains { start in
                let window = passage.words[start...].prefix(words.count + slop)
                return !words.isEmpty && isRow(words[...], in: window, selected)
            }
        case .category(let column, let values): return document.values(of: column).contains { values.contains($0) }
        case .categoryPrefix(let column, let prefix):
            return document.values(of: column).contains { $0.starts(with: prefix) }
        case .integer(let column, let range): return document.integers[column].map { range.contains($0) } ?? false
        case .identity(let identity): return document.identity == identity
        case .title(let words): return words.allSatisfy { word in document.titleWords.contains { $0.folded == word } }
        case .and(let parts): return parts.allSatisfy { holds($0, number, selected) }
        case .or(let parts): return parts.contains { holds($0, number, selected) }
        case .not(let part): return !holds(part, number, selected)
        }
    }

    /// Whether words stand in a window in order, the first at its start: every way is tried.
    private func isRow(_ words: ArraySlice<Int>, in window: ArraySlice<Int>, _ selected: [Set<Int>]) -> Bool {
        guard let first = words.first else { return true }
        guard let head = window.first, selected[first].contains(head) else { return false }
        let rest = words.dropFirst()
        return rest.isEmpty
            || window.indices.dropFirst().contains { isRow(rest, in: window[$0...], selected) }
    }

    /// What an order goes by: lower values first, and nothing last.
    func rank(_ document: Int, _ order: RankedQuery.Order) -> (isMissing: Bool, value: Int) {
        guard case .integer(let column, let descending) = order else { return (false, 0) }
        guard let value = documents[document].source.integers[column] else { return (true, 0) }
        return (false, descending ? -Int(value) : Int(value))
    }

    /// Passages in the order of a column, or of arrival.
    func inOrder(passages found: [Int], _ order: RankedQuery.Order) -> [Int] {
        found.sorted { a, b in
            let (x, y) = (passages[a].document, passages[b].document)
            return x == y ? a < b : isBefore(x, y, order)
        }
    }

    func isBefore(_ a: Int, _ b: Int, _ order: RankedQuery.Order) -> Bool {
        let (x, y) = (rank(a, order), rank(b, order))
        if x.isMissing != y.isMissing { return y.isMissing }
        return x.value == y.value ? documents[a].source.sequence < documents[b].source.sequence : x.value < y.value
    }
}
