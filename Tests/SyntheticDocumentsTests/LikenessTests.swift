import EngineBenchmarks
import Testing
import VanThu

@testable import SyntheticDocuments

@Suite("Made text is like real text in the figures that an index feels")
struct LikenessTests {
    /// The bounds are what real texts measured, with room for a corpus that grows and a sample that is small.
    ///
    /// Of 80,000 passages of public legal texts, the first 10⁵ tokens hold 2,492 exact terms and 26,129 pairs; all 14.5
    /// million have 9.4 bits a term, 48 % distinct terms in 200 tokens, 6.2 bytes a token, and a Heaps exponent of 0.52.
    @Test("Vocabulary, pairs, entropy and repetition are near the measured ones")
    func figures() throws {
        let generator = try SampleModel.generator(seed: 3, messy: 0)
        let profiler = TextProfiler(unit: .whole)
        var index = 0
        var tokens = 0
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
