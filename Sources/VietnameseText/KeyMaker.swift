import CICU

/// Makes the keys of a word: the same bytes for every way of writing it.
///
/// The exact key is the case-folded word with its letters composed and, where it has exactly one tone, that tone as one
/// combining mark at the end: no two Vietnamese words differ in where the tone is written. The folded key is the exact
/// key without marks and with đ as d; letters of other scripts keep theirs. Linear in the word's length.
final class KeyMaker {
    /// ICU's normaliser, opened for this maker alone.
    private let normalizer: OpaquePointer
    /// The word being worked on, decomposed.
    var points: [UInt32] = []
    private var scratch: [UInt32] = []
    /// The keys of the last word, as UTF-8.
    private(set) var exact: [UInt8] = []
    private(set) var folded: [UInt8] = []
    /// The traits of the last word.
    private(set) var traits: SurfaceTraits = []

    init() {
        var error: Int32 = 0
        guard let normalizer = cicu_normalizer_open(&error) else {
            fatalError("ICU cannot normalise: \(String(cString: cicu_error_name(error)))")
        }
        self.normalizer = normalizer
    }

    deinit {
        cicu_normalizer_close(normalizer)
    }

    /// Works out both keys and the traits of a word of under 64 MiB, any bytes.
    func makeKeys(of word: UnsafeRawBufferPointer) {
        if word.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            makeASCIIKeys(of: word)
        } else {
            makeKeysByICU(of: word)
        }
    }

    /// The keys of a word of printable ASCII, for which ICU has nothing to decide: a third of all forms.
    private func makeASCIIKeys(of word: UnsafeRawBufferPointer) {
        exact.removeAll(keepingCapacity: true)
        traits = []
        for byte in word {
            exact.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            if (0x30...0x39).contains(byte) { traits.insert(.hasDigit) }
        }
        if let first = word.first, (0x30...0x39).contains(first) {
            traits.insert([.startsWithDigit, .triggersReference])
        }
        while exact.last == 0x5F { exact.removeLast() }
        exact.removeFirst(exact.firstIndex { $0 != 0x5F } ?? 0)
        folded.removeAll(keepingCapacity: true)
        folded.append(contentsOf: exact)
        if isReferenceWord(folded) { traits.insert(.triggersReference) }
    }

    /// The keys of any word, through ICU.
    func makeKeysByICU(of word: UnsafeRawBufferPointer) {
        decompose(word, foldCase: true)
        points.removeAll { $0 <= 0x20 }
        traits = []
        if let first = points.first, isDigit(first) { traits.insert([.startsWithDigit, .triggersReference]) }
        if points.contains(where: isDigit) { traits.insert(.hasDigit) }
        readBarredLetters()
        orderMarks()
        let tone = takeTone()
        trimUnderscores()
        compose(into: &exact)
        if let tone { appendUTF8(tone, to: &exact) }

        dropMarks()
        trimUnderscores()
        compose(into: &folded)
        if exact != folded { traits.insert(.hasMarks) }
        if isReferenceWord(folded) { traits.insert(.triggersReference) }
    }

    /// The word without its diacritics, case kept: for display.
    func unmarked(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        decompose(text, foldCase: false)
        dropMarks()
        var bytes: [UInt8] = []
        compose(into: &bytes)
        return bytes
    }

    // MARK: - Steps, on `points`

    func decompose(_ text: UnsafeRawBufferPointer, foldCase: Bool) {
        points.removeAll(keepingCapacity: true)
        var error: Int32 = 0
        var found: UnsafePointer<UInt32>?
        let count = cicu_decompose(
            normalizer, text.baseAddress?.assumingMemoryBound(to: UInt8.self), text.count, foldCase ? 1 : 0, &found,
            &error)
        check(error)
        points.append(contentsOf: UnsafeBufferPointer(start: found, count: Int(count)))
    }

    func compose(into bytes: inout [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        var error: Int32 = 0
        var found: UnsafePointer<UInt8>?
        let count = points.withUnsafeBufferPointer {
            cicu_compose(normalizer, $0.baseAddress, $0.count, &found, &error)
        }
        check(error)
        bytes.append(contentsOf: UnsafeBufferPointer(start: found, count: Int(count)))
    }

    private func check(_ error: Int32) {
        precondition(error <= 0, "ICU cannot normalise a word: \(String(cString: cicu_error_name(error)))")
    }

    /// Reads ð and ɖ, which look like đ in capitals and are typed for it, as đ, unless the word has a letter that
    /// neither Vietnamese nor an abbreviation has (þ of Icelandic).
    private func readBarredLetters() {
        guard points.contains(where: { Letters.isBarredLookalike($0) }) else { return }
        for point in points where !isVietnamese(point) { return }
        for i in points.indices where Letters.isBarredLookalike(points[i]) { points[i] = Letters.barredD }
    }

    private func isVietnamese(_ point: UInt32) -> Bool {
        point < 0x80 || point == Letters.barredD || Letters.isBarredLookalike(point) || Letters.isTone(point)
            || Letters.isQuality(point) || cicu_is_letter_or_digit(Int32(bitPattern: point)) == 0
    }

    /// Puts the quality marks of each letter before its other marks, so that they compose with it.
    private func orderMarks() {
        var i = 0
        while i < points.count {
            guard isMark(points[i]) else {
                i += 1
                continue
            }
            var end = i
            while end < points.count, isMark(points[end]) { end += 1 }
            if end - i > 1 {
                scratch.removeAll(keepingCapacity: true)
                for k in i..<end where Letters.isQuality(points[k]) { scratch.append(points[k]) }
                for k in i..<end where !Letters.isQuality(points[k]) { scratch.append(points[k]) }
                for k in i..<end { points[k] = scratch[k - i] }
            }
            i = end
        }
    }

    /// Removes the tone of a word in Latin letters that has exactly one.
    func takeTone() -> UInt32? {
        var found: Int?
        for (i, point) in points.enumerated() {
            if Letters.isTone(point) {
                if found != nil { return nil }
                found = i
            } else if isForeignLetter(point) {
                return nil
            }
        }
        guard let found else { return nil }
        return points.remove(at: found)
    }

    /// Removes the underscores around a word (emphasis, blanks of a form): they join words but are none.
    private func trimUnderscores() {
        while points.last == Letters.underscore { points.removeLast() }
        var start = 0
        while start < points.count, points[start] == Letters.underscore { start += 1 }
        if start > 0, start < points.count, isMark(points[start]) { start -= 1 }
        points.removeFirst(start)
    }

    /// Removes the marks that stand on no letter of another script, and the bar of đ.
    private func dropMarks() {
        var afterForeign = false
        var kept = 0
        for point in points {
            if isMark(point) {
                guard afterForeign else { continue }
                points[kept] = point
            } else {
                afterForeign = isForeignLetter(point)
                points[kept] = Letters.withoutBar(point)
            }
            kept += 1
        }
        points.removeSubrange(kept...)
    }

    func isMark(_ point: UInt32) -> Bool { point >= 0x300 && cicu_is_mark(Int32(bitPattern: point)) != 0 }

    private func isDigit(_ point: UInt32) -> Bool {
        point < 0x80 ? (0x30...0x39).contains(point) : cicu_is_digit(Int32(bitPattern: point)) != 0
    }

    /// Below U+0250 every letter is Latin.
    private func isForeignLetter(_ point: UInt32) -> Bool {
        point >= 0x250 && cicu_is_foreign_letter(Int32(bitPattern: point)) != 0
    }

    /// Whether a folded key is a word that opens a reference: standards (QCVN, TCVN) and quarters (quý II/2020).
    private func isReferenceWord(_ key: [UInt8]) -> Bool {
        key.elementsEqual("qcvn".utf8) || key.elementsEqual("tcvn".utf8) || key.elementsEqual("quy".utf8)
    }
}

/// Appends one code point as UTF-8.
func appendUTF8(_ point: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(point) else { return }
    bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
}
