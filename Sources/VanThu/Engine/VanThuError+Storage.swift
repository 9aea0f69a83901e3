internal import InvertedIndex

extension VanThuError {
    /// What an error of the storage means to a user.
    init(_ error: StorageError) {
        switch error.kind {
        case .notFound: self = .indexMissing(error.message)
        case .locked: self = .indexLocked(error.message)
        case .damaged: self = .indexDamaged(error.message)
        case .noSpace, .permission, .io: self = .system(error.message)
        }
    }
}

/// Does something with the storage and tells its errors in the user's terms.
func mapped<R>(_ body: () throws(StorageError) -> R) throws(VanThuError) -> R {
    do throws(StorageError) { return try body() } catch { throw VanThuError(error) }
}
