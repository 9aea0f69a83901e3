internal import CIndexKernels

/// One integer of a document, or none.
///
/// For each document its value (Int32, zero where it has none), then a bit for each that has one (in words of 64).
struct IntegerColumn {
    let documentCount: Int
    private let values: UnsafeRawBufferPointer
    private let present: UnsafeRawBufferPointer

    /// Slices the bytes; `nil` where the sizes do not agree.
    init?(_ bytes: UnsafeRawBufferPointer, documents: Int) {
        guard bytes.count == 4 * documents + (documents + 63) / 64 * 8 else { return nil }
        documentCount = documents
        values = UnsafeRawBufferPointer(rebasing: bytes[..<(4 * documents)])
        present = UnsafeRawBufferPointer(rebasing: bytes[(4 * documents)...])
    }

    /// The value of a document.
    @inline(__always)
    func value(of document: Int) -> Int32? {
        let word = present.loadUnaligned(fromByteOffset: (document >> 6) * 8, as: UInt64.self)
        guard word >> UInt64(document & 63) & 1 == 1 else { return nil }
        return values.loadUnaligned(fromByteOffset: 4 * document, as: Int32.self)
    }

    /// The documents with a value in a range.
    func documents(in range: ClosedRange<Int32>) -> UnitSet {
        var found = UnitSet(units: documentCount)
        guard let base = values.baseAddress else { return found }
        found.words.withUnsafeMutableBufferPointer { words in
            guard let target = words.baseAddress else { return }
            vt_set_in_range(target, base, documentCount, range.lowerBound, range.upperBound)
            for word in 0..<(documentCount + 63) / 64 {
                words[word] &= present.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)
            }
        }
        found.trim()
        return found
    }
}

extension IntegerColumn: @unchecked Sendable {}
