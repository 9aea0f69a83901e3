import Testing

@testable import InvertedIndex

@Suite("Strings keep the numbers they were given")
struct StringNumbersTests {
    @Test("Numbers are those of a dictionary, however often the table grows", arguments: [1, 2, 3] as [UInt64])
    func numbersAreThoseOfADictionary(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var table = StringNumbers()
        var arena = StringArena()
        var known: [[UInt8]: UInt32] = [:]
        for _ in 0..<3_000 {
            // Short ones come again, and differ in length or last byte alone; some end in zeros.
            let length = Int.random(in: 0...20, using: &random)
            let string = (0..<length).map { $0 < length - 2 ? 0x61 : UInt8.random(in: 0...8, using: &random) }
            let (number, isNew) = string.withUnsafeBytes { table.number(of: $0, in: &arena) }
            #expect(isNew == (known[string] == nil))
            #expect(number == known[string, default: UInt32(known.count)])
            known[string] = number
        }
        #expect(arena.count == known.count)
        for (string, number) in known { #expect(arena.withBytes(number) { Array($0) } == string) }
    }
}
