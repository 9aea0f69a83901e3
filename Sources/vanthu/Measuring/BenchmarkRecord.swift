import EngineBenchmarks
import VanThu

/// A benchmark's result as it was printed for programs.
struct BenchmarkRecord {
    /// What was measured several times.
    struct Figure {
        /// What of which setting, such as `whole, 2 threads` and `MB/s`.
        var subject: String
        var measure: String
        var spread: Spread
    }

    let path: String
    /// `index` or `search`.
    let kind: String
    /// Machine, corpus, date, in a line.
    let origin: String
    let corpusBytes: Int?
    let figures: [Figure]

    init(path: String) throws {
        let json: JSON
        do {
            json = try JSON(reading: try LineReader(path: path).bytes)
        } catch let failure as JSONFailure {
            throw VanThuError.input("\(path): no result of a benchmark: \(failure)")
        }
        self.path = path
        guard let kind = json["benchmark"]?.asString, let results = json["results"]?.asArray,
            kind == "index" || kind == "search"
        else { throw VanThuError.input("\(path): no result of `vanthu benchmark index` or `search`") }
        self.kind = kind
        let machine = json["machine"]
        let corpus = json["corpus"]
        corpusBytes = corpus?["text_bytes"]?.asInteger
        let parts = [
            machine?["processor"]?.asString, (machine?["cores"]?.asInteger).map { Amounts.count($0, "core") },
            machine?["version"]?.asString, corpus?["name"]?.asString, corpusBytes.map { Amounts.bytes($0) },
            (json["date"]?.asString).map { String($0.prefix(10)) },
        ]
        origin = parts.compactMap(\.self).joined(separator: ", ")
        figures = results.flatMap { kind == "index" ? Self.indexing($0) : Self.searching($0) }
        guard !figures.isEmpty else { throw VanThuError.input("\(path): there are no figures in it") }
    }

    private static func indexing(_ result: JSON) -> [Figure] {
        let threads = result["threads"]?.asInteger ?? 0
        let subject = "\(result["unit"]?.asString ?? ""), \(Amounts.count(threads, "thread"))"
        return [
            ("MB/s", "mb_per_second", 1), ("CPU s", "cpu_seconds", 1), ("memory MB", "peak_rss_bytes", 1e6),
            ("size MB", "index_bytes", 1e6),
        ].compactMap { measure, key, scale in
            spread(result[key], scale).map { Figure(subject: subject, measure: measure, spread: $0) }
        }
    }

    private static func searching(_ result: JSON) -> [Figure] {
        var isTyped = true
        if case .boolean(let value)? = result["diacritics"] { isTyped = value }
        let subject = "\(result["kind"]?.asString ?? ""), \(isTyped ? "typed" : "no diacritics")"
        var figures =
            spread(result["pass_means_us"], 1).map {
                [Figure(subject: subject, measure: "mean µs", spread: $0)]
            } ?? []
        for (measure, key) in [("p50 µs", "p50_us"), ("p99 µs", "p99_us")] {
            guard let value = result[key]?.asNumber else { continue }
            figures.append(Figure(subject: subject, measure: measure, spread: Spread([value])))
        }
        return figures
    }

    private static func spread(_ json: JSON?, _ scale: Double) -> Spread? {
        let values = ["median", "lowest", "highest"].compactMap { json?[$0]?.asNumber }
        guard values.count == 3 else { return nil }
        return Spread([values[1], values[0], values[2]].map { $0 / scale })
    }
}

/// Results of one kind of benchmark beside the first of them.
struct BenchmarkComparison {
    let results: [BenchmarkRecord]

    private struct Row {
        var figure: BenchmarkRecord.Figure
        /// Of each other result, where it has the same.
        var others: [Spread?]
    }

    private var rows: [Row] {
        results[0].figures.map { figure in
            let others = results.dropFirst().map { result in
                result.figures.first { $0.subject == figure.subject && $0.measure == figure.measure }?.spread
            }
            return Row(figure: figure, others: others)
        }.filter { $0.others.contains { $0 != nil } }
    }

    private static func letter(_ place: Int) -> String {
        place < 26 ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place))) : "#\(place + 1)"
    }

    /// Who is who, and a table.
    var page: String {
        var text = ""
        for (place, result) in results.enumerated() {
            text += "\(Self.letter(place))  \(result.path): \(result.origin)\n"
        }
        let bytes = Set(results.compactMap(\.corpusBytes))
        if bytes.count > 1 { text += "The texts are not the same.\n" }
        var head = ["", "", "A"]
        for place in 1..<results.count {
            let letter = Self.letter(place)
            head += [letter, "\(letter)/A", "lowest–highest", ""]
        }
        let table = rows.map { row -> [String] in
            [row.figure.subject, row.figure.measure, figures(row.figure.spread.median)]
                + row.others.flatMap { other -> [String] in
                    guard let other else { return ["–", "", "", ""] }
                    let ratio = other.ratio(to: row.figure.spread)
                    let isExact = ratio.lowest == ratio.highest
                    return [
                        figures(other.median), Amounts.fixed(ratio.median, places: 2),
                        isExact
                            ? ""
                            : "\(Amounts.fixed(ratio.lowest, places: 2))–\(Amounts.fixed(ratio.highest, places: 2))",
                        !isExact && ratio.lowest <= 1 && ratio.highest >= 1 ? "=" : "",
                    ]
                }
        }
        guard !table.isEmpty else { return text + "\nThey have no setting in common.\n" }
        return text + "\n" + TextTable.lines(head, table, numbers: 2)
    }

    private func figures(_ value: Double) -> String {
        Amounts.fixed(value, places: value < 9.995 ? 2 : value < 99.95 ? 1 : 0)
    }

    /// Who is who, and all ratios.
    var json: JSON {
        [
            "benchmark": .string(results[0].kind),
            "results": .array(
                results.map { ["file": .string($0.path), "origin": .string($0.origin)] }),
            "comparisons": .array(
                rows.map { row in
                    [
                        "subject": .string(row.figure.subject), "measure": .string(row.figure.measure),
                        "first": row.figure.spread.json,
                        "others": .array(
                            row.others.map { other in
                                guard let other else { return .null }
                                return ["figure": other.json, "ratio": other.ratio(to: row.figure.spread).json]
                            }),
                    ]
                }),
        ]
    }
}
