@testable import VanThu

/// What a query finds, told by going through the words of every text: nothing here is the planner's or the index's.
///
/// Words are of a vocabulary in which tones are written as digits (`dat1`), so that no analysis is needed to compare them.
struct NaiveEvaluation {
    /// A word of a text: base letters, and a tone or none.
    struct Word: Hashable {
        var letters: String
        var tone: Int

        /// `đất` is letters `dat` and tone 1 here.
        init(_ letters: String, _ tone: Int) {
            self.letters = letters
            self.tone = tone
        }

        init(_ typed: Substring) {
            let marks: [Unicode.Scalar: Int] = ["\u{301}": 1, "\u{300}": 2]
            var letters = String.UnicodeScalarView()
            var tone = 0
            for scalar in typed.unicodeScalars {
                if let mark = marks[scalar] { tone = mark } else { letters.append(scalar) }
            }
            self.letters = String(letters)
            self.tone = tone
        }

        /// As it is typed: the mark stands behind the first vowel.
        var text: String {
            guard tone > 0 else { return letters }
            var text = ""
            var isDone = false
            for letter in letters {
                text.append(letter)
                if !isDone, "aeiouy".contains(letter) {
                    text += tone == 1 ? "\u{301}" : "\u{300}"
                    isDone = true
                }
            }
            return text
        }
    }

    struct Document {
        var words: [Word]
        var type: String
        var year: Int
    }

    let match: MatchMode

    /// Whether a query finds a text.
    func finds(_ root: QueryNode, _ document: Document) -> Bool {
        if root.onlyLeavesOut { return false }
        guard holdsRequired(root, document, isStrict: false) else { return false }
        return !hasOptional(root, isStrict: false) || holdsAnyLeaf(root, document, isPositive: true)
    }

    // MARK: Conditions

    private func holdsRequired(_ node: QueryNode, _ document: Document, isStrict: Bool) -> Bool {
        switch node {
        case .words, .prefix, .fuzzy:
            return match == .any && !isStrict || (isStrict ? strictly(node, document) : plainly(node, document))
        case .must(let inner): return strictly(inner, document)
        case .sequence(let nodes):
            if match == .phrase {
                return rows(nodes).allSatisfy { holdsRow($0, document) } && rest(nodes, document, isStrict)
            }
            return nodes.allSatisfy { holdsRequired($0, document, isStrict: isStrict) }
        case .boost(let inner, _): return holdsRequired(inner, document, isStrict: isStrict)
        default: return strictly(node, document)
        }
    }

    private func rest(_ nodes: [QueryNode], _ document: Document, _ isStrict: Bool) -> Bool {
        nodes.allSatisfy { isRunPart($0) || holdsRequired($0, document, isStrict: isStrict) }
    }

    /// Plain words where they are not optional.
    private func plainly(_ node: QueryNode, _ document: Document) -> Bool {
        guard match == .all, case .words(let text) = node else { return strictly(node, document) }
        return text.split(separator: " ").allSatisfy { word in document.words.contains { equals(Word(word), $0) } }
    }

    private func strictly(_ node: QueryNode, _ document: Document) -> Bool {
        switch node {
        case .words(let text):
            let words = text.split(separator: " ")
            if match == .phrase { return holdsRow(leaf(node) ?? [], document) }
            return words.allSatisfy { word in document.words.contains { equals(Word(word), $0) } }
        case .phrase(_, let slop): return holdsRow(leaf(node) ?? [], document, slop: slop)
        case .prefix, .fuzzy: return holdsRow(leaf(node) ?? [], document)
        case .field(.type, .text(let value)): return document.type == value
        case .field(.year, .years(let years)): return years.contains(document.year)
        case .field: return false
        case .must(let inner), .boost(let inner, _): return strictly(inner, document)
        case .mustNot(let inner), .not(let inner): return !strictly(inner, document)
        case .and(let nodes): return nodes.allSatisfy { strictly($0, document) }
        case .or(let nodes): return nodes.contains { strictly($0, document) }
        case .sequence(let nodes):
            if match == .phrase {
                return rows(nodes).allSatisfy { holdsRow($0, document) }
                    && nodes.allSatisfy { isRunPart($0) || strictly($0, document) }
            }
            return nodes.allSatisfy { strictly($0, document) }
        }
    }

    // MARK: Optional words

    private func hasOptional(_ node: QueryNode, isStrict: Bool) -> Bool {
        guard match == .any, !isStrict else { return false }
        switch node {
        case .words, .prefix, .fuzzy: return true
        case .sequence(let nodes): return nodes.contains { hasOptional($0, isStrict: false) }
        case .boost(let inner, _): return hasOptional(inner, isStrict: false)
        default: return false
        }
    }

    /// Whether the text holds a word that is asked for, and not left out; or stands in a required row.
    private func holdsAnyLeaf(_ node: QueryNode, _ document: Document, isPositive: Bool) -> Bool {
        switch node {
        case .words, .phrase, .prefix, .fuzzy:
            return isPositive && (leaf(node) ?? []).contains { wanted in document.words.contains { wanted($0) } }
        case .field: return false
        case .must(let inner), .boost(let inner, _): return holdsAnyLeaf(inner, document, isPositive: isPositive)
        case .mustNot(let inner), .not(let inner): return holdsAnyLeaf(inner, document, isPositive: !isPositive)
        case .and(let nodes), .or(let nodes), .sequence(let nodes):
            return nodes.contains { holdsAnyLeaf($0, document, isPositive: isPositive) }
        }
    }

    // MARK: Words

    private typealias Wanted = (Word) -> Bool

    private func isRunPart(_ node: QueryNode) -> Bool {
        switch node {
        case .words, .prefix, .fuzzy: true
        default: false
        }
    }

    /// The words of a leaf, each as what it stands for.
    private func leaf(_ node: QueryNode) -> [Wanted]? {
        switch node {
        case .words(let text), .phrase(let text, _):
            return text.split(separator: " ").map { typed in
                let word = Word(typed)
                return { equals(word, $0) }
            }
        case .prefix(let text):
            let word = Word(Substring(text))
            return [{ $0.letters.hasPrefix(word.letters) && (word.tone == 0 || word.tone == $0.tone) }]
        case .fuzzy(let text, let distance):
            let word = Word(Substring(text))
            return [{ isNear(word, $0, distance) }]
        default: return nil
        }
    }

    private func equals(_ typed: Word, _ word: Word) -> Bool {
        typed.letters == word.letters && (typed.tone == 0 || typed.tone == word.tone)
    }

    private func isNear(_ typed: Word, _ word: Word, _ distance: Int) -> Bool {
        // A tone is a letter at the end, where the typed word has one; else tones count not.
        let marks = ["", "'", "`"]
        let letters = { (word: Word) in Array(word.letters + (typed.tone > 0 ? marks[word.tone] : "")) }
        return Self.distance(letters(typed)[...], letters(word)[...]) <= distance
    }

    /// Tries everything.
    private static func distance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
        guard let first = a.first, let other = b.first else { return max(a.count, b.count) }
        if first == other { return distance(a.dropFirst(), b.dropFirst()) }
        var best = min(
            distance(a.dropFirst(), b.dropFirst()), distance(a.dropFirst(), b), distance(a, b.dropFirst()))
        if a.count > 1, b.count > 1, a[a.startIndex + 1] == other, b[b.startIndex + 1] == first {
            best = min(best, distance(a.dropFirst(2), b.dropFirst(2)))
        }
        return best + 1
    }

    /// Words, prefixes and fuzzy words side by side in a sequence, each run as one row.
    private func rows(_ nodes: [QueryNode]) -> [[Wanted]] {
        var rows: [[Wanted]] = []
        var isOpen = false
        for node in nodes {
            guard isRunPart(node), let words = leaf(node) else {
                isOpen = false
                continue
            }
            if isOpen { rows[rows.count - 1] += words } else { rows.append(words) }
            isOpen = true
        }
        return rows
    }

    private func holdsRow(_ wanted: [Wanted], _ document: Document, slop: Int = 0) -> Bool {
        guard wanted.count <= document.words.count else { return false }
        func fits(_ word: Int, _ place: Int, _ last: Int) -> Bool {
            guard word < wanted.count else { return true }
            guard place <= last, place < document.words.count else { return false }
            for next in place...min(last, document.words.count - 1) where wanted[word](document.words[next]) {
                if fits(word + 1, next + 1, last) { return true }
            }
            return false
        }
        return document.words.indices.contains { start in
            wanted[0](document.words[start]) && fits(1, start + 1, start + wanted.count - 1 + slop)
        }
    }
}
