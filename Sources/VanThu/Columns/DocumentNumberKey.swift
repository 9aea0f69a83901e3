internal import AdministrativeDocuments
internal import VietnameseText

/// The one key of a document number in all its spellings.
///
/// One thread's.
struct DocumentNumberKey {
    private let analysis = QueryAnalysis()
    private static let mostBytes = 1 << 20

    /// The canonical key of the number in a text: `Số: 15 /2020/NĐ–CP` → `15/2020/nd-cp`.
    ///
    /// What is no number as the decree has it is folded, without white space.
    func key(of number: String) -> [UInt8] {
        var number = number
        let found: [UInt8]? = number.withUTF8 { bytes in
            analysis.analyze(UnsafeRawBufferPointer(bytes))
            return analysis.references.first { $0.kind == .documentNumber }?.key
        }
        return found ?? Array(foldedKey(of: number).utf8.filter { $0 > 0x20 })
    }

    /// The key of what somebody calls a document by its number, as `key(of:)` has it; nil where something follows the number.
    func key(named name: String) -> [UInt8]? {
        var name = name
        let isWhole: Bool = name.withUTF8 { bytes in
            analysis.analyze(UnsafeRawBufferPointer(bytes))
            guard let number = analysis.references.first(where: { $0.kind == .documentNumber }) else { return true }
            return number.firstToken + number.tokenCount >= analysis.tokens.count
        }
        return isWhole ? key(of: name) : nil
    }
}
