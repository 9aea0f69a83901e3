import VanThu

extension IndexingReport {
    /// The report for programs.
    var json: JSON {
        [
            "documents": .integer(documents), "passages": .integer(passages), "tokens": .integer(tokens),
            "input_bytes": .integer(inputBytes), "seconds": .measured(seconds), "cpu_seconds": .measured(cpuSeconds),
            "index_bytes": .integer(indexBytes), "stored_bytes": .integer(storedBytes),
            "peak_rss_bytes": .integer(peakRSSBytes), "skipped": .integer(skipped.count),
            "skipped_inputs": .array(skipped.map(\.json)),
        ]
    }

    /// The report for people.
    var summary: String {
        // Of a few files the rate says nothing.
        let isTelling = seconds > 0 && inputBytes >= 1_000_000
        let rate = isTelling ? " (\(Amounts.fixed(Double(inputBytes) / 1e6 / seconds, places: 1)) MB/s)" : ""
        return """
            \(Amounts.count(documents, "document")) in \(Amounts.count(passages, "passage")), \
            \(Amounts.bytes(inputBytes)) in \(Amounts.duration(seconds))\(rate)
            index \(Amounts.bytes(indexBytes)), of that stored text \(Amounts.bytes(storedBytes)); \
            memory \(Amounts.bytes(peakRSSBytes))

            """
    }
}

extension SkippedInput {
    /// What was left out, for programs.
    var json: JSON {
        ["path": .string(path), "line": .optional(line), "byte": .optional(byte), "reason": .string(reason)]
    }
}

extension IndexStatistics {
    /// The numbers for programs.
    var json: JSON {
        [
            "documents": .integer(documents), "passages": .integer(passages),
            "deleted_documents": .integer(deletedDocuments), "tokens": .integer(tokens),
            "segments": .integer(segments), "terms": .integer(terms), "pairs": .integer(pairs),
            "index_bytes": .integer(indexBytes), "stored_bytes": .integer(storedBytes),
            "generation": .integer(generation), "unicode_version": .string(unicodeVersion),
            "segment_details": .array(segmentDetails.map(\.json)),
        ]
    }

    /// The numbers for people.
    var summary: String {
        var lines = [
            "documents    \(Amounts.count(documents))",
            "passages     \(Amounts.count(passages))",
            "tokens       \(Amounts.count(tokens))",
            "terms        \(Amounts.count(terms))",
            "pairs        \(Amounts.count(pairs))",
            "deleted      \(Amounts.count(deletedDocuments))",
            "index        \(Amounts.bytes(indexBytes)), of that stored text \(Amounts.bytes(storedBytes))",
            "commit       \(Amounts.count(generation)), keys of Unicode \(unicodeVersion)",
            "segments     \(Amounts.count(segments))",
        ]
        for segment in segmentDetails {
            lines.append(
                "  \(segment.name)  \(Amounts.count(segment.documents, "document")), "
                    + "\(Amounts.count(segment.passages, "passage")), \(Amounts.bytes(segment.indexBytes))"
                    + (segment.deletedDocuments > 0 ? ", \(Amounts.count(segment.deletedDocuments)) deleted" : ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension SegmentStatistics {
    /// The segment's numbers for programs.
    var json: JSON {
        [
            "name": .string(name), "documents": .integer(documents), "passages": .integer(passages),
            "deleted_documents": .integer(deletedDocuments), "tokens": .integer(tokens), "terms": .integer(terms),
            "pairs": .integer(pairs), "index_bytes": .integer(indexBytes), "stored_bytes": .integer(storedBytes),
        ]
    }
}
