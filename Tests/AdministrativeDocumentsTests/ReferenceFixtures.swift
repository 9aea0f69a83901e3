import AdministrativeDocuments
import Foundation
import VietnameseText

/// The words of a text for tests of this module: letters and digits, joined as UAX #29 joins them in the cases that occur
/// (a stop or comma between digits, a stop between letters).
func words(of text: [UInt8]) -> [RawToken] {
    let scalars = offsets(of: text)
    var tokens: [RawToken] = []
    var start: Int?
    for (index, (offset, scalar)) in scalars.enumerated() {
        if isWordScalar(scalar) {
            if start == nil { start = offset }
            continue
        }
        guard let from = start else { continue }
        if index > 0, index + 1 < scalars.count {
            let before = scalars[index - 1].scalar
            let behind = scalars[index + 1].scalar
            let digits = isDigit(before) && isDigit(behind) && (scalar == "." || scalar == ",")
            let letters =
                isWordScalar(before) && !isDigit(before) && isWordScalar(behind) && !isDigit(behind) && scalar == "."
            if digits || letters { continue }
        }
        tokens.append(RawToken(start: UInt32(from), end: UInt32(offset), surface: 0))
        start = nil
    }
    if let from = start { tokens.append(RawToken(start: UInt32(from), end: UInt32(text.count), surface: 0)) }
    return tokens
}

private func offsets(of text: [UInt8]) -> [(offset: Int, scalar: Unicode.Scalar)] {
    var result: [(Int, Unicode.Scalar)] = []
    var offset = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        result.append((offset, scalar))
        offset += UTF8.width(scalar)
    }
    return result
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.properties.isAlphabetic || isDigit(scalar) }
    return scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
}

/// The references of a text, each search going on behind the last one found.
func references(in text: [UInt8]) -> [Reference] {
    let tokens = words(of: text)
    var recognizer = ReferenceRecognizer()
    var found: [Reference] = []
    text.withUnsafeBytes { bytes in
        tokens.withUnsafeBufferPointer { tokens in
            var at = 0
            while at < tokens.count {
                if let reference = recognizer.recognize(text: bytes, tokens: tokens, at: at) {
                    found.append(reference)
                    at += reference.tokenCount
                } else {
                    at += 1
                }
            }
        }
    }
    return found
}

/// The keys of a text's references of one kind.
func keys(_ text: String, _ kind: ReferenceKind) -> [String] {
    references(in: Array(text.utf8)).filter { $0.kind == kind }.map { String(decoding: $0.key, as: UTF8.self) }
}

/// Real texts for development, where they are at hand.
enum SharedTexts {
    static let path: String? = {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let places: [String?] = [
            ProcessInfo.processInfo.environment["VANTHU_SHARED"],
            package.appendingPathComponent("../shared").standardized.path,
        ]
        return places.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0 + "/corpora/README.md") }
    }()
}
