/// A note of each passage: bytes that whoever indexes puts there and reads back.
///
/// Notes are the same for many passages, so each different one is kept once: `noteEnds` holds the end of each (UInt32) in
/// `notes`, in the order in which they were met, `passageNotes` for each passage the number of its note, counted from 1, 0 where
/// it has none (UInt32). Where no passage has a note all three are empty.
struct NoteTable {
    private let bytes: UnsafeRawBufferPointer
    private let ends: UnsafeRawBufferPointer
    private let numbers: UnsafeRawBufferPointer

    init(_ file: SegmentFile, counts: SegmentCounts) throws(StorageError) {
        bytes = file.bytes(.notes)
        ends = file.bytes(.noteEnds)
        numbers = file.bytes(.passageNotes)
        guard numbers.count == 4 * Int(counts.passages) || numbers.count == 0, ends.count % 4 == 0 else {
            throw .damaged(file.name, "the sizes of its notes do not agree")
        }
    }

    /// Different notes.
    var count: Int { ends.count / 4 }

    /// The number of a passage's note, 0 for none.
    func number(of passage: Int) -> Int {
        guard 4 * passage < numbers.count else { return 0 }
        let number = Int(numbers.loadUnaligned(fromByteOffset: 4 * passage, as: UInt32.self))
        return number <= count ? number : 0
    }

    /// The bytes of a passage's note.
    func note(of passage: Int) -> UnsafeRawBufferPointer {
        let number = number(of: passage)
        guard number > 0 else { return .init(start: nil, count: 0) }
        let start = number == 1 ? 0 : Int(ends.loadUnaligned(fromByteOffset: 4 * number - 8, as: UInt32.self))
        let end = Int(ends.loadUnaligned(fromByteOffset: 4 * number - 4, as: UInt32.self))
        guard start <= end, end <= bytes.count else { return .init(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }
}

extension NoteTable: @unchecked Sendable {}
