import Testing

@testable import VietnameseText

/// A text cut where sentences end, trimmed.
private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var start = 0
    var parts: [String] = []
    let ends = bytes.withUnsafeBytes { SentenceBoundaries.ends(in: $0, range: 0..<bytes.count) }
    for end in ends + [bytes.count] {
        parts.append(trimmed(String(decoding: bytes[start..<end], as: UTF8.self)))
        start = end
    }
    return parts.filter { !$0.isEmpty }
}

private func trimmed(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0.isNewline }
    return String(String(text.drop(while: isSpace).reversed()).drop(while: isSpace).reversed())
}

@Suite("Sentences end where Vietnamese texts end them")
struct SentenceTests {
    @Test(
        "A bar marks every end",
        arguments: [
            "Một câu.| Câu hai!| Câu ba?| Câu bốn…| Hết.",
            "Ở TP. HCM, Q. 1, P. Bến Nghé và Tx. Dĩ An.| Câu khác.",
            "Tổng là 18.015.| Trong đó 64,1 phần trăm.",
            "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định.\n|Điều 2. Đối tượng",
            "QUYẾT ĐỊNH: Điều 1. Phê duyệt kế hoạch.| Điều 2. Giao Sở.",
            "1. Giao các Sở.\n|1.1. Giao Ủy ban.\n|a) Đơn vị;\n\nII. Nhiệm vụ",
            "Phụ lục II. Danh mục kèm theo.| Câu sau.",
            "Ông Nguyễn V. A. Nam và GS. TS. Lê, ThS. Hoa, PGS.TS. Bình.| Hết.",
            "KT. CHỦ TỊCH TM. ỦY BAN TL. BỘ TRƯỞNG",
            "Ông nói: “Được.”| Rồi ông đi (ngay.)| Hết.",
            "Các loại gạo, ngô v.v. và đậu.| Câu sau, v.v.| Câu nữa.",
            "Họ tên: ............ Ngày sinh ……… Nơi ở",
            "Thi hành Quyết định này./.",
            "Theo quy định tại Điều 1.| Ủy ban nhân dân tỉnh.",
            "Năm 2020.| Năm 2021.| Hết",
            "Một... hai...| Ba...| Bốn.",
            "Chờ đã...| Ừ.",
            "xem www.chinhphu.vn.| Tại",
        ])
    func ends(marked: String) {
        let parts = marked.split(separator: "|").map { trimmed(String($0)) }
        #expect(sentences(marked.replacing("|", with: "")) == parts)
    }

    @Test("Any bytes and ranges: ends rise, inside the range, the same range moved gives them moved")
    func anyBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var texts = RandomText(seed: seed)
        for _ in 0..<2_000 {
            let text = texts.bytes(pieces: 40, ordinary: 9)
            let cut = Int.random(in: 0...text.count, using: &texts.random)
            text.withUnsafeBytes { all in
                let ends = SentenceBoundaries.ends(in: all, range: cut..<text.count)
                let alone = UnsafeRawBufferPointer(rebasing: all[cut...])
                let moved = SentenceBoundaries.ends(in: alone, range: 0..<alone.count).map { $0 + cut }
                #expect(ends == moved, "seed \(seed)")
                #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
                #expect(ends.allSatisfy { $0 > cut && $0 <= text.count }, "seed \(seed)")
            }
        }
    }
}
