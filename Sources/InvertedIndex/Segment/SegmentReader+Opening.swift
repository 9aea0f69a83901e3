extension SnapshotFiles.Segment {
    /// Opens the segment, and makes sure that it is the one the manifest means.
    ///
    /// - Throws: `.damaged` where it is not, or where its tables do not agree.
    public func reader(in directory: any IndexDirectory) throws(StorageError) -> SegmentReader {
        let name = "\(directory.displayPath)/\(entry.fileName)"
        let reader = try SegmentReader(bytes, name: name)
        guard reader.file.checksum == entry.checksum, reader.documentCount == Int(entry.documents) else {
            throw .damaged(name, "it is not the file that the manifest names")
        }
        return reader
    }
}
