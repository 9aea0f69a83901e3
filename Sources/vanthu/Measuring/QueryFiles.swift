import EngineBenchmarks
import Glibc
import VanThu

/// Query files of a folder: `term.tsv`, `words.tsv`, `questions.tsv`, and each without diacritics beside it.
enum QueryFiles {
    private static func path(_ folder: String, _ shape: QueryShape, stripped: Bool) -> String {
        "\(folder)/\(shape.rawValue)\(stripped ? ".khongdau" : "").tsv"
    }

    /// Makes the folder where it is not, and writes all files.
    static func write(_ sets: [MadeQueries], to folder: String) throws {
        if mkdir(folder, 0o777) != 0, errno != EEXIST {
            throw VanThuError.system("\(folder): \(String(cString: strerror(errno)))")
        }
        for set in sets {
            for stripped in [false, true] {
                var file = try ResultFile(path(folder, set.shape, stripped: stripped))
                for query in set.queries { try file.append("\(query.id)\t\(stripped ? query.stripped : query.text)\n") }
                try file.flush()
            }
        }
    }

    /// Reads the files that are there.
    ///
    /// - Throws: where there is none, or the two of a shape do not name the same queries.
    static func read(_ folder: String) throws -> [MadeQueries] {
        var sets: [MadeQueries] = []
        for shape in QueryShape.allCases {
            let typed = path(folder, shape, stripped: false)
            guard access(typed, F_OK) == 0 else { continue }
            let bare = path(folder, shape, stripped: true)
            sets.append(
                MadeQueries(
                    shape: shape,
                    queries: try queries(typed, stripped: access(bare, F_OK) == 0 ? bare : nil)))
        }
        guard !sets.isEmpty else {
            throw VanThuError.input("\(folder): there is no term.tsv, words.tsv or questions.tsv in it")
        }
        return sets
    }

    /// Queries of one file, stripped here unless another file has them without diacritics.
    static func queries(_ path: String, stripped: String? = nil) throws -> [BenchmarkQuery] {
        let typed = try Topics(path: path)
        guard !typed.names.isEmpty else { throw VanThuError.input("\(path): there is no query in it") }
        let bare = try stripped.map { try Topics(path: $0) }
        if let stripped, bare?.names != typed.names {
            throw VanThuError.input("\(stripped): its queries are not those of \(path)")
        }
        return typed.names.indices.map {
            BenchmarkQuery(id: typed.names[$0], text: typed.queries[$0], stripped: bare?.queries[$0])
        }
    }
}
