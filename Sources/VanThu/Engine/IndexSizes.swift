internal import InvertedIndex

/// Sizes on disk.
enum IndexSizes {
    /// All files of an index, in bytes; not the lock, in which its holder writes who it is.
    static func bytes(of directory: any IndexDirectory) throws(StorageError) -> Int {
        var total = 0
        for name in try directory.list() where name != IndexFileName.lock {
            total += Int(try directory.byteCount(of: name))
        }
        return total
    }
}
