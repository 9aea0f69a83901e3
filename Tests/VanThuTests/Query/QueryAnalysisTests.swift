import Testing
import VanThu

@Suite struct QueryAnalysisTests {
    private func list(_ text: String) -> [AnalysedToken] { QueryAnalysis().list(Array(text.utf8)) }

    @Test func tokensSliceTheTextAndStandAtTheirPositions() {
        let text = "Thu hồi ĐẤT, 5 héc-ta"
        let tokens = list(text)
        #expect(tokens.map(\.text) == ["Thu", "hồi", "ĐẤT", "5", "héc", "ta"])
        #expect(tokens.map(\.position) == Array(0..<6))
        #expect(tokens.map(\.kind) == [.word, .word, .word, .number, .word, .word])
        #expect(tokens.map(\.folded) == ["thu", "hoi", "dat", "5", "hec", "ta"])
        let bytes = Array(text.utf8)
        #expect(tokens.allSatisfy { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) == $0.text })
    }

    @Test(
        "A document number is one token with one key beside its parts, however it is typed",
        arguments: ["15/2020/QĐ-TTg", "15/2020/qd-ttg", "15 /2020/ QĐ–TTg", "15/2020/QÐ-TTg", "015/2020/QĐ-TTg"])
    func documentNumbers(spelling: String) {
        let tokens = list("số \(spelling) của")
        let numbers = tokens.filter { $0.kind == .documentNumber }
        #expect(numbers.map(\.key) == ["15/2020/qd-ttg"] && numbers.map(\.folded) == ["15/2020/qd-ttg"])
        #expect(numbers.map(\.text) == [spelling])
        let parts = tokens.filter { $0.kind != .documentNumber }
        #expect(numbers.first?.position == 1 && parts.map(\.position) == Array(0..<parts.count) && parts.count == 6)
    }

    @Test func datesHaveOneKey() {
        for date in ["ngày 23 tháng 6 năm 2020", "23/6/2020", "23.6.2020"] {
            #expect(list(date).filter { $0.kind == .date }.map(\.key) == ["2020-06-23"], "\(date)")
        }
    }

    @Test("Any bytes are analyzed, ranges rise, and buffers are reused", arguments: UInt64(0)..<4)
    func anyBytes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let analysis = QueryAnalysis()
        let pieces = ["15/2020", "/QĐ-TTg", "ngày ", "1", ".", " ", "đất", "\u{301}", "quý II/2020", "-"].map {
            Array($0.utf8)
        }
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0..<20, using: &random)).flatMap { _ in
                Bool.random(using: &random)
                    ? pieces.randomElement(using: &random) ?? [] : [UInt8.random(in: 0...255, using: &random)]
            }
            let tokens = analysis.list(text)
            #expect(
                zip(tokens, tokens.dropFirst()).allSatisfy { $0.start <= $1.start && $0.position <= $1.position },
                "seed \(seed): \(text)")
            #expect(
                tokens.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= text.count },
                "seed \(seed): \(text)")
            #expect(tokens == QueryAnalysis().list(text), "seed \(seed): \(text)")
        }
    }
}
