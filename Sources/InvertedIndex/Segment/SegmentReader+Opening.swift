extension SnapshotFiles.Segment {
    /// Opens the segment, and makes sure that it is the one the manifest means.
    func reader(in directory: any IndexDirectory) throws(StorageError) -> SegmentReader {
        let reader = try SegmentReader(bytes, name: entry.fileName)
        guard reader.file.checksum == entry.checksum, reader.documentCount == Int(entry.documents) else {
            throw .damaged("\(directory.displayPath)/\(entry.fileName)", "it is not the file that the manifest names")
        }
        return reader
    }
}
