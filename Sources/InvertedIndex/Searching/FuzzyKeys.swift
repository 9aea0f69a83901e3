/// Tells the folded keys that are a few letters from a wanted one, as they come in order: two keys share the work for
/// the letters they share.
///
/// A letter is a character of UTF-8, and the distance counts letters left out, put in, changed, or swapped with their neighbour
/// (optimal string alignment). For each letter of the key at hand there is a row: its distance from every beginning of the wanted key.
struct FuzzyKeys {
    private let wanted: [UInt32]
    private let most: Int
    private let sharedLetters: Int
    /// Of the key at hand: its letters, where each ends in bytes, and the rows, the one for no letter first.
    private var letters: [UInt32] = []
    private var ends: [Int] = []
    private var rows: [Int]
    /// Bytes of the key at hand beyond which no key can be near; `nil` where it is not known to be far.
    private var hopeless: Int?

    /// - Parameters:
    ///   - wanted: the folded key.
    ///   - distance: how many letters a key may be away.
    ///   - sharedLetters: how many letters at the start must be the same.
    init(_ wanted: [UInt8], distance: Int, sharedLetters: Int) {
        self.wanted = Self.letters(wanted[...]).map(\.letter)
        most = distance
        self.sharedLetters = sharedLetters
        rows = Array(0...self.wanted.count)
    }

    /// Letters as integers of their bytes, and their lengths; bytes that are no UTF-8 are letters, too.
    private static func letters(_ bytes: ArraySlice<UInt8>) -> [(letter: UInt32, length: Int)] {
        var found: [(letter: UInt32, length: Int)] = []
        for byte in bytes {
            if byte & 0xC0 == 0x80, let last = found.last, last.length < 4 {
                found[found.count - 1] = (last.letter << 8 | UInt32(byte), last.length + 1)
            } else {
                found.append((UInt32(byte), 1))
            }
        }
        return found
    }

    /// The bytes of the letters that must be the same.
    static func start(of key: [UInt8], letters count: Int) -> [UInt8] {
        Array(key.prefix(letters(key[...]).prefix(max(count, 0)).reduce(0) { $0 + $1.length }))
    }

    /// The distance of a key, if it is near enough; `shared` bytes of it are those of the key before.
    mutating func distance(_ key: [UInt8], shared: Int) -> Int? {
        // A letter of which more bytes follow is not the same any more.
        let same = shared < key.count && key[shared] & 0xC0 == 0x80 ? shared - 1 : shared
        if let hopeless, same >= hopeless { return nil }
        hopeless = nil
        while let end = ends.last, end > same { removeLetter() }
        var at = ends.last ?? 0
        for (letter, length) in Self.letters(key[at...]) {
            at += length
            letters.append(letter)
            ends.append(at)
            let isOther =
                letters.count <= sharedLetters && letters.count <= wanted.count && letter != wanted[letters.count - 1]
            if addRow() > most || isOther {
                hopeless = at
                return nil
            }
        }
        let found = rows[rows.count - 1]
        return found <= most ? found : nil
    }

    private mutating func removeLetter() {
        letters.removeLast()
        ends.removeLast()
        rows.removeLast(wanted.count + 1)
    }

    /// Adds the row of the last letter; gives its least distance.
    private mutating func addRow() -> Int {
        let width = wanted.count + 1
        let above = rows.count - width
        let row = rows.count
        let letter = letters[letters.count - 1]
        rows.append(letters.count)
        var least = letters.count
        for j in 1..<max(width, 1) {
            var value = min(rows[above + j], rows[row + j - 1]) + 1
            value = min(value, rows[above + j - 1] + (wanted[j - 1] == letter ? 0 : 1))
            if j > 1, letters.count > 1, wanted[j - 2] == letter, wanted[j - 1] == letters[letters.count - 2] {
                value = min(value, rows[above - width + j - 2] + 1)
            }
            rows.append(value)
            least = min(least, value)
        }
        // A row is at most one above the row before it, and a swap costs one: no later distance is below this.
        return least
    }
}
