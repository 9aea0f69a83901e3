@_spi(Measuring) import InvertedIndex
import VietnameseText

extension Workload {
    private static let postingCount = 128 * 1024

    /// Lists, sums and the best of them, on data made from a seed.
    static let postings: [Workload] = [
        Workload(
            "term-interning", "numbers of the terms of every distinct form, as an index is built",
            amount: { (try forms().count, "forms") },
            prepare: {
                let keys = try forms().map { form -> (exact: [UInt8], folded: [UInt8]) in
                    let word = String(decoding: form, as: UTF8.self)
                    return (Array(exactKey(of: word).utf8), Array(foldedKey(of: word).utf8))
                }
                return {
                    var terms = TermInterning()
                    var sum = 0
                    for key in keys {
                        sum += key.exact.withUnsafeBytes { exact in
                            key.folded.withUnsafeBytes { terms.term(exact: exact, folded: $0) }
                        }
                    }
                    return sum
                }
            }),
        onList("block-encode", "blocks of 128 passages and frequencies packed") { $0.encode() },
        onList("block-decode", "the same blocks unpacked") { $0.decode() },
        onList("cursor-next", "a cursor to one passage in 50: every block is decoded") { $0.seek(step: 50) },
        onList("cursor-skip", "a cursor to one passage in 20,000: most blocks are skipped") { $0.seek(step: 20_000) },
        onSums("score-dense", "four dense arrays added to the sums of 80,000 passages", ofPassages: true) {
            $0.addDense()
            return 0
        },
        onSums("score-sparse", "a list in one passage of 40 added to the sums", ofPassages: false) {
            $0.addSparse()
            return 0
        },
        onSums("top-k", "the best ten sums of 80,000", ofPassages: true) { $0.best(10) },
    ]

    private static func onList(
        _ name: String, _ summary: String, work: @escaping @Sendable (PostingKernels) -> Int
    ) -> Workload {
        Workload(
            name, summary, amount: { (postingCount, "postings") },
            prepare: {
                let list = PostingKernels(count: postingCount, gap: 8, seed: 1)
                return { work(list) }
            })
    }

    private static func onSums(
        _ name: String, _ summary: String, ofPassages: Bool, work: @escaping @Sendable (ScoringKernels) -> Int
    ) -> Workload {
        let passages = 80_000
        return Workload(
            name, summary, amount: { ofPassages ? (passages, "passages") : (passages / 40, "postings") },
            prepare: {
                let sums = ScoringKernels(passages: passages, denseArrays: 4, seed: 1)
                sums.addDense()
                return { work(sums) }
            })
    }
}
