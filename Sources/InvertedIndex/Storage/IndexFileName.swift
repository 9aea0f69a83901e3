/// The names of the files in an index.
///
/// ```
/// manifest         the commit
/// write.lock       held by the writer
/// s12.seg          segment number 12
/// s12.g5.del       its deletions as of generation 5
/// s12.ANYTHING.tmp, manifest.tmp   being written; worthless once their writer is gone
/// ```
/// Only names of exactly these forms are ever removed as leftovers, so that an index in a directory with other
/// people's files harms none of them.
public enum IndexFileName {
    /// The file a writer locks.
    public static let lock = "write.lock"

    /// The name of a segment, `s12`; its files begin with it.
    public static func segment(_ number: UInt64) -> String { "s\(number)" }

    /// The file of a segment, `s12.seg`.
    public static func segmentFile(_ segment: String) -> String { "\(segment).seg" }

    /// The file of a segment's deletions as of a generation, `s12.g5.del`.
    public static func deletionsFile(_ segment: String, generation: UInt64) -> String {
        "\(segment).g\(generation).del"
    }

    /// The number of a segment's name; `nil` where it is no such name.
    public static func number(ofSegment name: some StringProtocol) -> UInt64? {
        guard name.utf8.first == UInt8(ascii: "s") else { return nil }
        return decimal(name.dropFirst())
    }

    /// Whether a file of this name was made by an index and may be removed when no commit names it.
    static func isRemovable(_ name: String) -> Bool {
        if name == Manifest.temporaryFileName { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, number(ofSegment: parts[0]) != nil else { return false }
        switch parts[parts.count - 1] {
        case "seg": return parts.count == 2
        case "del": return isDeletions(name, of: String(parts[0]))
        case "tmp": return true
        default: return false
        }
    }

    /// Whether this is the name of a deletions file of that segment.
    static func isDeletions(_ name: String, of segment: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == segment && parts[2] == "del" && parts[1].utf8.first == UInt8(ascii: "g")
            && decimal(parts[1].dropFirst()) != nil
    }

    /// The number behind decimal digits as they are written here: no sign, no leading zeros.
    private static func decimal(_ digits: some StringProtocol) -> UInt64? {
        guard let number = UInt64(digits), String(number) == digits else { return nil }
        return number
    }
}
