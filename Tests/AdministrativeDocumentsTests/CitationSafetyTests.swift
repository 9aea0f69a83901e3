import AdministrativeDocuments
import Foundation
import Testing

@Suite struct CitationSafety {
    private static let pieces = [
        "Luật", "Bộ luật", "LUẬT", "Pháp lệnh", "Hiến pháp", "Nghị định", "Quyết định", "Thông tư liên tịch", "quyết",
        "số",
        "Số:", "ngày", "năm", "tháng", "2013", "5/6/2020", "15/2020/QĐ-TTg", "36-NQ/TW", "QCVN 06:2022/BXD", "của",
        "Chính phủ", "Bộ", "Y tế", "Ủy ban nhân dân", "Hội nghị lần thứ", "UBND", "và", "Căn cứ", "thay thế", "sửa đổi",
        "bổ sung", "bãi bỏ", "hướng dẫn", "quy định chi tiết", "hết hiệu lực", "được", "bị", "này", "Điều 1.", "khoản",
        "a)",
        "ban hành", "kèm theo", "các", ",", ";", ":", ".", "(", ")", "\"", "“", "-", "\n", "\r\n\n", "\n\n", " ", "  ",
        "\u{301}", "e\u{302}\u{323}", "Ð", "𝒜", "漢", "\u{0}", "\u{200B}",
    ]

    private func check(_ text: [UInt8], _ seed: UInt64) {
        var last = 0
        var full: Set<String> = []
        for citation in citations(in: text) {
            #expect(
                citation.start >= last && citation.start < citation.end && citation.end <= text.count, "seed \(seed)")
            #expect(String(validating: text[citation.start..<citation.end], as: UTF8.self) != nil, "seed \(seed)")
            if let number = citation.number {
                #expect(number.lowerBound >= citation.start && number.upperBound <= citation.end, "seed \(seed)")
            }
            #expect((citation.numberKey == nil) == (citation.number == nil) && !citation.key.isEmpty, "seed \(seed)")
            // A bare name means what was named in full before.
            if citation.numberKey != nil || citation.date != nil { full.insert(citation.key) }
            #expect(full.contains(citation.key), "seed \(seed)")
            last = citation.end
        }
    }

    @Test func noTextBreaksTheReader() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for round in 0..<2_000 {
            var text: [UInt8] = []
            if round % 4 == 0 {
                // Random bytes, made valid.
                text = Array(String(decoding: (0..<random(80)).map { _ in UInt8(random(256)) }, as: UTF8.self).utf8)
            } else {
                for _ in 0..<random(40) {
                    text += Array(Self.pieces[random(Self.pieces.count)].utf8)
                    if random(8) != 0 { text.append(0x20) }
                }
            }
            check(text, seed)
        }
    }

    @Test(
        "Time is linear on hostile text",
        arguments: [
            "Luật ", "Luật sửa đổi ", "Căn cứ Luật a, ", "1/NQ-CP, ", "số 1/NQ-CP và ", "Bộ a b c d ",
            "Quyết định số 1/QĐ-UBND của Bộ ", "thay thế ", "Ủy ban nhân dân ban hành Quyết định số 1/QĐ-UBND; ",
            "ngày 5/6/2020 ", "Quyết định số 1/QĐ-UBND; ",
        ])
    func linear(piece: String) {
        func seconds(_ bytes: Int) -> Double {
            let text = Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8)
            let start = Self.threadSeconds
            check(text, 0)
            return Self.threadSeconds - start
        }
        // A reader that looks back to the start of the text at each of these words takes 64 times as long for the longer one.
        let short = (0..<3).map { _ in seconds(15_000) }.min() ?? 0
        #expect(seconds(120_000) < 24 * max(short, 0.002), "\(piece): \(short) s")
    }

    /// The processor time of this thread, which other tests beside it do not lengthen.
    private static var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the corpora are not at hand"))
    func mentionsOfRealTextsRiseAndSliceTheText() {
        for text in RealDocuments.texts.prefix(300) {
            let found = text.withUnsafeBytes { DocumentInspector().inspect($0).citations }
            var last = 0
            for citation in found {
                #expect(citation.start >= last && citation.end <= text.count && citation.start < citation.end)
                #expect(String(validating: text[citation.start..<citation.end], as: UTF8.self) != nil)
                last = citation.end
            }
        }
    }
}
