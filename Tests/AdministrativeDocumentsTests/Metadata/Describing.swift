import AdministrativeDocuments
import Foundation
import VietnameseText

/// Describes texts as indexing does.
final class Describing {
    private let analyzer = TextAnalyzer()
    private var describer = DocumentDescriber()
    private var tokens: [RawToken] = []

    func describe(_ bytes: [UInt8]) -> DocumentDescription {
        bytes.withUnsafeBytes { text in
            tokens.removeAll(keepingCapacity: true)
            analyzer.tokenize(text, into: &tokens)
            return tokens.withUnsafeBufferPointer { tokens in
                describer.describe(text, tokens: tokens) { analyzer.traits($0).contains(.triggersReference) }
            }
        }
    }

    static func describe(_ text: String) -> DocumentDescription { Describing().describe(Array(text.utf8)) }
}

extension DocumentDescription {
    /// Every value found.
    var values: [InspectedValue] {
        [number, type, agency, superior, date, place, title, urgency, secrecy, filing].compactMap { $0 } + addressees
            + recipients + attachments + signers.flatMap { [$0.name, $0.capacity, $0.position].compactMap { $0 } }
    }
}
