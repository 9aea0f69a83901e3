import EngineBenchmarks
import Testing
import VanThu

@testable import SyntheticDocuments

@Suite("Made text is like real text in the figures that an index feels")
struct LikenessTests {
    /// Measured on the first 10⁶ tokens of 80,000 passages of public legal texts: 8,569 exact terms and 124,546 pairs by
    /// then, entropy 9.4 bits and 5.4 bits with the word before known (over all 14.5 million), 48 % distinct in 200. The
    /// bounds leave room for the corpus, which grows, and for the smaller sample of a test.
    @Test("Vocabulary, pairs, entropy and repetition are near the measured ones")
    func figures() throws {
        let generator = try SampleModel.generator(seed: 3, messy: 0)
        let profiler = TextProfiler(unit: .whole)
        var index = 0
        var tokens = 0
        // 100,000 tokens, where real texts have 2,492 exact terms and 26,129 pairs.
        while tokens < 560_000 {
            for passage in generator.document(index).passages() where tokens < 560_000 {
                profiler.add(passage.text)
                tokens += passage.text.count
            }
            index += 1
        }
        let profile = profiler.finish()
        #expect((85_000...115_000).contains(profile.tokens))
        let last = try #require(profile.growth.last)
        #expect((1_500...4_500).contains(last.exactTerms), "\(last.exactTerms)")
        #expect((15_000...40_000).contains(last.pairs), "\(last.pairs)")
        #expect((8.2...9.8).contains(profile.termEntropy), "\(profile.termEntropy)")
        #expect((0.36...0.62).contains(profile.distinctIn200), "\(profile.distinctIn200)")
        #expect((0.30...0.70).contains(profile.heapsExponent), "\(profile.heapsExponent)")
        #expect((5.2...6.8).contains(Double(profile.textBytes) / Double(profile.tokens)))
    }

    @Test("The open vocabulary has no end, and each rank one form")
    func openVocabulary() {
        let vocabulary = OpenVocabulary(syllables: ["hành", "chính", "xã"].map { Array($0.utf8) })
        func form(_ rank: UInt64) -> [UInt8] {
            var text: [UInt8] = []
            vocabulary.append(rank, to: &text)
            return text
        }
        let forms = (3_000..<13_000).map { form($0) }
        #expect(forms == (3_000..<13_000).map { form($0) })
        #expect(Set(forms).count > 8_000)
        #expect(forms.allSatisfy { !$0.isEmpty && String(validating: $0, as: UTF8.self) != nil })
    }
}
