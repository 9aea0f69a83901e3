#if canImport(Glibc)
    internal import Glibc
#endif

/// A document that was made.
public struct GeneratedDocument: Sendable, Equatable {
    /// Its name in the collection: the index with leading zeros, or `index#n` of a passage.
    public var id: String
    /// Type, number and abstract.
    public var title: String
    /// Valid UTF-8.
    public var text: [UInt8]

    /// Puts a document together.
    public init(id: String, title: String, text: [UInt8]) {
        self.id = id
        self.title = title
        self.text = text
    }
}

/// Makes Vietnamese administrative documents, as many as wanted, without end.
///
/// A document is a pure function of model, settings and index: any thread may make any of them, in any order, and the
/// first ones stay the same however many follow.
public struct DocumentGenerator: Sendable {
    private let model: TextModel
    private let settings: GenerationSettings

    /// A generator of documents that are like what a model has learnt.
    public init(model: TextModel, settings: GenerationSettings) {
        self.model = model
        self.settings = settings
    }

    /// The document of an index, from 0; it cites documents of smaller indices only.
    public func document(_ index: Int) -> GeneratedDocument {
        let head = MadeHead(seed: settings.seed, index: index)
        var random = RandomStream(Hashing.mixed(head.seed, 1))
        let facts = DocumentFacts(head: head, seed: settings.seed, index: index, &random)
        let target = length(of: head.kind, &random)
        var writer = DocumentWriter(
            head: head,
            prose: ProseWriter(tables: model.tables, seed: random.next(), facts: facts, expecting: target),
            target: target)
        let title = writer.write()
        var text = writer.prose.text
        while text.last == 0x0A { text.removeLast() }
        text.append(0x0A)
        if random.chance(settings.messyShare) {
            var disorder = Disorder(random.next())
            text = disorder.applied(to: text)
        }
        return GeneratedDocument(id: Self.id(of: index), title: title, text: text)
    }

    private func length(of kind: DocumentKind, _ random: inout RandomStream) -> Int {
        let median = settings.medianBytes * kind.relativeLength
        let length = median * exp(random.normal() * settings.lengthSpread)
        return min(settings.maximumBytes, max(1_500, Int(min(length, 1e9))))
    }

    private static func id(of index: Int) -> String {
        let digits = String(index)
        return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }
}
