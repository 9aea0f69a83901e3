/// Why something could not be done: one clear line for people, and a kind that programs can tell apart.
public enum VanThuError: Error, Equatable, CustomStringConvertible {
    /// The request itself makes no sense.
    case usage(String)
    /// There is no index at that place.
    case indexMissing(String)
    /// Another writer holds the index.
    case indexLocked(String)
    /// The index's files are not what was written.
    case indexDamaged(String)
    /// Something that was to be read cannot be read or understood.
    case input(String)
    /// The system refused: space, permission, hardware.
    case system(String)

    /// The line for people, without the kind.
    public var description: String {
        switch self {
        case .usage(let message), .indexMissing(let message), .indexLocked(let message),
            .indexDamaged(let message), .input(let message), .system(let message):
            message
        }
    }
}
