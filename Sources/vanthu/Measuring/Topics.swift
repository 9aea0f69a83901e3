import VanThu

/// Queries with names, read from lines of `name<TAB>query`.
struct Topics {
    private(set) var names: [String] = []
    private(set) var queries: [String] = []

    /// Throws where the file cannot be read or a line has no tab, naming file and line.
    init(path: String) throws(VanThuError) {
        let reader = try LineReader(path: path)
        var names: [String] = []
        var queries: [String] = []
        try reader.forEachLine { number, line throws(VanThuError) in
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")), tab > line.startIndex else {
                throw reader.problem(number, "a topic is `name<TAB>query`, but this line has no name and tab")
            }
            let name = line[..<tab]
            guard !name.contains(UInt8(ascii: " ")) else {
                throw reader.problem(number, "the name of a topic cannot hold a space")
            }
            names.append(String(decoding: name, as: UTF8.self))
            queries.append(String(decoding: line[(tab + 1)...], as: UTF8.self))
        }
        self.names = names
        self.queries = queries
    }
}
