internal import Glibc

/// An operating system's refusal, in words.
struct InputFailure: Error {
    var reason: String

    init(reason: String) { self.reason = reason }

    /// The words for an `errno`.
    init(errno code: Int32) {
        switch code {
        case ENOENT: reason = "no such file"
        case EACCES, EPERM: reason = "no permission"
        case ELOOP: reason = "symbolic links that lead in a circle"
        default: reason = String(cString: strerror(code))
        }
    }
}
