import AdministrativeDocuments
import Foundation
import Testing

/// Documents whose titles are slugs of type, number and abstract: `Quyet-dinh-43-2018-QD-TTg-ban-hanh-…-399185`.
private struct SlugDocument {
    var title: String
    var text: [UInt8]
    var type: String
    /// Number and whatever follows, in small letters.
    var rest: String
}

@Suite struct RealMetadata {
    #if DEBUG
        private static let sampleSize = 200
    #else
        private static let sampleSize = 10_000
    #endif

    private static let types = [
        ("thong-tu-lien-tich-", "Thông tư liên tịch"), ("thong-tu-", "Thông tư"), ("quyet-dinh-", "Quyết định"),
        ("nghi-dinh-", "Nghị định"), ("nghi-quyet-", "Nghị quyết"), ("huong-dan-", "Hướng dẫn"),
        ("chi-thi-", "Chỉ thị"),
        ("quy-dinh-", "Quy định"), ("thong-bao-", "Thông báo"), ("ke-hoach-", "Kế hoạch"), ("phap-lenh-", "Pháp lệnh"),
        ("cong-dien-", "Công điện"), ("bo-luat-", "Bộ luật"), ("luat-", "Luật"),
        ("van-ban-hop-nhat-", "Văn bản hợp nhất"),
    ]

    private static let documents: [SlugDocument] = {
        guard let shared = SharedTexts.path else { return [] }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "zstd -dcq '\(shared)/corpora/legal/documents.jsonl.zst' | head -n \(sampleSize)"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return [] }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data.split(separator: 0x0A).compactMap { line in
            guard let object = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any],
                let title = object["title"] as? String, let text = object["text"] as? String,
                !text.allSatisfy(\.isWhitespace)
            else { return nil }
            return slug(
                title.replacingOccurrences(of: "%c3%90", with: "D").replacingOccurrences(of: "%C3%90", with: "D"), text)
        }
    }()

    private static func slug(_ title: String, _ text: String) -> SlugDocument? {
        let small = title.lowercased()
        guard let (prefix, name) = types.first(where: { small.hasPrefix($0.0) }) else { return nil }
        var rest = small.dropFirst(prefix.count)
        if rest.hasPrefix("so-") { rest = rest.dropFirst(3) }
        // A number: digits, perhaps a letter, and something behind a hyphen.
        guard let hyphen = rest.firstIndex(of: "-"), rest[..<hyphen].contains(where: \.isNumber),
            rest[..<hyphen].count <= 6, rest[..<hyphen].dropLast().allSatisfy(\.isNumber)
        else { return nil }
        // The number's own symbol tells a joint circular from another.
        let isJoint = rest.contains("-ttlt-") && name == "Thông tư"
        let isJointResolution = rest.contains("-nqlt-") && name == "Nghị quyết"
        let type = isJoint ? "Thông tư liên tịch" : isJointResolution ? "Nghị quyết liên tịch" : name
        return SlugDocument(title: title, text: Array(text.utf8), type: type, rest: String(rest.drop { $0 == "0" }))
    }

    private func slugged(_ number: String) -> String {
        var slug = ""
        for character in number.lowercased().replacingOccurrences(of: "đ", with: "d") {
            slug += character.isLetter || character.isNumber ? String(character) : "-"
        }
        return String(slug.drop { $0 == "0" })
    }

    @Test(
        "Type and number are those that documents are filed under, and nearly all have a day",
        .enabled(if: SharedTexts.path != nil, "the corpora are not at hand"))
    func filedDocuments() throws {
        let documents = Self.documents
        try #require(documents.count >= 100)
        let describing = Describing()
        var types = 0
        var numbers = 0
        var days = 0
        var fields = [0, 0, 0, 0]
        var misses: [String] = []
        for document in documents {
            let found = describing.describe(document.text)
            if found.type?.value == document.type {
                types += 1
            } else {
                misses.append("type \(found.type?.value ?? "none"): \(document.title)")
            }
            let number = found.number.map { slugged($0.value) } ?? ""
            if !number.isEmpty, document.rest == number || document.rest.hasPrefix(number + "-") {
                numbers += 1
            } else {
                misses.append("number \(found.number?.value ?? "none"): \(document.title)")
            }
            if found.date != nil { days += 1 }
            for (index, value) in [found.agency, found.place, found.title, found.signers.first?.name].enumerated()
            where value != nil {
                fields[index] += 1
            }
        }
        let all = Double(documents.count)
        print("\(documents.count) filed documents: type \(Double(types) / all), number \(Double(numbers) / all),")
        print("  date \(Double(days) / all); agency, place, abstract, signer: \(fields.map { Double($0) / all })")
        for miss in misses.prefix(60) { print("  \(miss)") }
        #expect(Double(types) / all >= 0.98 && Double(numbers) / all >= 0.98 && Double(days) / all >= 0.95)
        #expect(fields.allSatisfy { Double($0) / all >= 0.95 })
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the report is not at hand"))
    func theReportWithoutAHeadIsReadAsItStands() throws {
        let report = try #require(RealDocuments.texts.first)
        let found = Describing().describe(report)
        #expect(found.place?.value == "Cà Mau" && found.date?.value == "2020-06-23")
        #expect(found.urgency?.value == "Hỏa tốc" && found.type?.value == "Báo cáo")
        #expect(found.title?.value == "Công tác của Ủy ban nhân dân tỉnh Cà Mau 6 tháng đầu năm 2020")
        #expect(found.number == nil && found.numberParts == nil && found.superior == nil)
        // No head names it, but abstract, place and signature agree.
        #expect(found.agency?.value == "Ủy ban nhân dân tỉnh Cà Mau" && (found.agency?.confidence ?? 1) < 0.8)
        #expect(found.secrecy == nil && found.addressees.isEmpty && found.attachments.isEmpty)
        #expect(
            found.recipients.map(\.value) == [
                "Văn phòng Chính phủ", "Thường trực Tỉnh ủy", "Thường trực HĐND tỉnh", "Đại biểu HĐND tỉnh",
                "CT, các PCT UBND tỉnh", "Ủy viên UBND tỉnh", "LĐVP UBND tỉnh", "Các phòng khối NC-TH (Th)",
            ])
        #expect(found.filing?.value == "Lưu: VT, M.A18/6")
        let signer = try #require(found.signers.first)
        #expect(found.signers.count == 1 && signer.name.value == "Lâm Văn Bi")
        #expect(signer.capacity?.value == "TM. KT." && signer.position?.value == "Phó Chủ tịch")
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the corpora are not at hand"))
    func everyRangeOfRealTextsSlicesTheText() {
        let describing = Describing()
        for text in RealDocuments.texts.prefix(400) { check(describing.describe(text), text) }
    }

    /// Real heads and signature blocks, cut, with bytes lost and lines swapped.
    @Test(.enabled(if: SharedTexts.path != nil, "the corpora are not at hand"))
    func damagedTextsAreReadWithoutHarm() {
        let describing = Describing()
        var random = SplitMix64(seed: 30)
        for text in RealDocuments.texts.prefix(60) {
            for _ in 0..<12 {
                var damaged = Array(text.prefix(Int(random.next() % 6000)) + text.suffix(Int(random.next() % 3000)))
                for _ in 0..<Int(random.next() % 40) where !damaged.isEmpty {
                    let at = Int(random.next() % UInt64(damaged.count))
                    damaged[at] = Array(" \n.:-/(QKTN1".utf8)[Int(random.next() % 12)]
                }
                let valid = Array(String(decoding: damaged, as: UTF8.self).utf8)
                check(describing.describe(valid), valid)
            }
        }
    }

    private func check(_ found: DocumentDescription, _ text: [UInt8]) {
        for value in found.values {
            #expect(value.start < value.end && value.end <= text.count && !value.value.isEmpty, "\(value)")
            guard value.start < value.end, value.end <= text.count else { continue }
            #expect(String(validating: text[value.start..<value.end], as: UTF8.self) != nil, "\(value)")
            #expect((0...1).contains(value.confidence))
        }
        for value in [found.title].compactMap({ $0 }) + found.recipients + found.signers.map(\.name) + found.attachments
        where found.type?.value != "Văn bản hợp nhất" {
            let slice = String(decoding: text[value.start..<value.end], as: UTF8.self)
            #expect(slice.split(whereSeparator: \.isWhitespace).joined(separator: " ") == value.value)
        }
    }
}

/// A small generator of numbers from a seed.
private struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
