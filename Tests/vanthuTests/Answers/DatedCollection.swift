import Foundation
import Testing

/// Made documents of which everything is known: JSON lines with metadata, many of them alike.
struct DatedCollection {
    struct Document {
        var id: String
        var number: String?
        var type: String?
        var agency: String?
        var issuedOn: String?
        var place: String?
        var urgency: String?
        var signers: [String]
        var text: String

        var line: String {
            get throws {
                var object: [String: Any] = ["id": id, "text": text]
                object["number"] = number
                object["type"] = type
                object["agency"] = agency
                object["issued_on"] = issuedOn
                object["place"] = place
                object["urgency"] = urgency
                if !signers.isEmpty { object["signers"] = signers }
                return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
            }
        }

        /// Its values of a field.
        func values(_ field: String) -> [String] {
            switch field {
            case "type": [type].compactMap { $0 }
            case "agency": [agency].compactMap { $0 }
            case "year": [issuedOn.map { String($0.prefix(4)) }].compactMap { $0 }
            case "place": [place].compactMap { $0 }
            case "urgency": [urgency].compactMap { $0 }
            default: signers
            }
        }
    }

    let documents: [Document]
    let place: Workplace

    /// Makes and indexes `count` documents, in two commits so that there are segments to go through.
    ///
    /// With `bareWords` some words are written without diacritics: they answer queries with them, below all that have them.
    init(seed: UInt64, count: Int, bareWords: Bool = false) throws {
        var random = SeededRandom(seed: seed)
        func some<T>(_ values: [T], missing: Int = 5) -> T? {
            Int.random(in: 0..<missing, using: &random) == 0 ? nil : values.randomElement(using: &random)
        }
        let words =
            ["hạn", "mặn", "nước", "ngọt", "đất", "rừng", "tràm", "hộ", "nghèo"] + (bareWords ? ["han", "man"] : [])
        documents = (0..<count).map { number in
            let paragraphs = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                (0..<Int.random(in: 2...9, using: &random)).compactMap { _ in words.randomElement(using: &random) }
                    .joined(separator: " ")
            }
            let text = paragraphs.enumerated().map { "Điều \($0 + 1). \($1.capitalized)\n" + Self.filler }.joined(
                separator: "\n")
            return Document(
                id: "d\(number)", number: some(["\(number)/KH-UBND"], missing: 9),
                type: some(["Kế hoạch", "Quyết định", "Công văn"]), agency: some(["Sở Y tế", "Sở Tài chính"]),
                issuedOn: some(["2020-01-05", "2020-06-23", "2021-12-31", "2023-02-28"]),
                place: some(["Cà Mau", "Sóc Trăng"]), urgency: some(["Hỏa tốc", "Khẩn"], missing: 2),
                signers: Array(["Lâm Văn Bi", "Lý Hoài Thạch"].prefix(Int.random(in: 0...2, using: &random))),
                text: text)
        }
        place = try Workplace()
        for (name, part) in [("a", documents.prefix(count / 2)), ("b", documents.dropFirst(count / 2))] {
            try place.write("\(name).jsonl", try part.map { try $0.line + "\n" }.joined())
            let outcome = try place.vanthu("index", "--index", "i", "\(name).jsonl")
            #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
        }
    }

    /// Long enough for an article to be a passage of its own.
    private static let filler = String(repeating: "Các cơ quan tổ chức thực hiện theo quy định hiện hành. ", count: 22)

    /// Runs a search to a JSON object.
    func search(_ arguments: [String]) throws -> [String: Any] {
        let outcome = try BuiltCommand.run(["search", "--index", "i", "--json"] + arguments, in: place.path)
        #expect(outcome.status == 0, "\(arguments): \(outcome.error)")
        return try outcome.object
    }
}
