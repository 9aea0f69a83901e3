internal import AdministrativeDocuments
public import VanThu

/// The passages of files and folders, in order; they can be gone through again and again.
public struct CorpusPassages: Sendable {
    private let paths: [String]
    private let unit: IndexUnit

    /// Of the inputs that `InputReader` reads, cut as an index of that unit cuts them.
    public init(paths: [String], unit: IndexUnit) {
        self.paths = paths
        self.unit = unit
    }

    /// What was read besides the passages.
    public struct Totals: Equatable, Sendable {
        /// Documents read.
        public var documents = 0
        /// Passages they were cut into.
        public var passages = 0
        /// Bytes of their texts and titles.
        public var textBytes = 0
        /// Bytes of the files.
        public var inputBytes = 0
        /// What was left out.
        public var skipped: [SkippedInput] = []
    }

    /// Hands over each passage with its place in the order, from 0.
    ///
    /// - Parameters:
    ///   - progress: is told the bytes read after each document.
    ///   - body: gets the passage's text, which is gone when it returns.
    /// - Throws: `.input` where there is no passage at all.
    @discardableResult
    public func forEach(
        progress: (Int) -> Void = { _ in }, _ body: (_ passage: Int, _ text: UnsafeRawBufferPointer) -> Void
    ) throws(VanThuError) -> Totals {
        let reader = InputReader()
        let batches = reader.batches(of: paths)
        let cutter = PassageCutter()
        var totals = Totals()
        while let batch = batches.next() {
            reader.parse(batch) { event in
                switch event {
                case .skipped(let input): totals.skipped.append(input)
                case .document(let document, let inputBytes):
                    totals.documents += 1
                    totals.textBytes += document.text.count + document.title.utf8.count
                    totals.inputBytes += inputBytes
                    document.text.withUnsafeBytes { text in
                        for range in ranges(of: text, cutter) {
                            body(totals.passages, UnsafeRawBufferPointer(rebasing: text[range]))
                            totals.passages += 1
                        }
                    }
                    progress(totals.inputBytes)
                }
            }
        }
        guard totals.passages > 0 else {
            let why = totals.skipped.first.map { ": \($0)" } ?? ""
            throw .input("\(paths.joined(separator: ", ")): there is no text to measure with\(why)")
        }
        return totals
    }

    private func ranges(of text: UnsafeRawBufferPointer, _ cutter: PassageCutter) -> [Range<Int>] {
        guard unit == .passages else { return text.isEmpty ? [] : [0..<text.count] }
        return cutter.cut(text).map { $0.start..<$0.end }
    }
}
