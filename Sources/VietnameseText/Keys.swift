/// The exact key of one word: letters with their quality marks, lower case, the tone as one mark at the end.
///
/// For tests and small uses; a `TextAnalyzer` makes the keys of a whole text's words once per distinct form.
public func exactKey(of word: String) -> String {
    let maker = KeyMaker()
    withUTF8(of: word) { maker.makeKeys(of: $0) }
    return String(decoding: maker.exact, as: UTF8.self)
}

/// The folded key of one word: base letters only, lower case.
public func foldedKey(of word: String) -> String {
    let maker = KeyMaker()
    withUTF8(of: word) { maker.makeKeys(of: $0) }
    return String(decoding: maker.folded, as: UTF8.self)
}

/// The text without diacritics, case and everything else kept (`Đường 15` becomes `Duong 15`): for display.
///
/// Marks on letters of other scripts stay; invisible characters vanish. Linear in the text's length.
public func unmarkedText(_ text: String) -> String {
    let maker = KeyMaker()
    return withUTF8(of: text) { String(decoding: maker.unmarked($0), as: UTF8.self) }
}

private func withUTF8<Result>(of text: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var text = text
    return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
}
