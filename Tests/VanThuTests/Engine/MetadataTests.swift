import Foundation
import Testing

@testable import VanThu

/// What a JSON line says of its document beside the text.
@Suite struct MetadataOfDocuments {
    @Test func fieldsOfALineComeBackWithItsHits() throws {
        let index = try SampleIndex()
        let line = #"""
            {"id":"c","number":"7/KH-UBND","title":"Kế \"hoạch\"","type":"kế hoạch","agency":"Ủy ban\nnhân dân", "text":"Giao đất.","issued_on":"2023-02-01","year":2023,"tags":["a",{"b":null}],"note":null}
            """#
        try Data((line + "\n").utf8).write(to: URL(fileURLWithPath: index.folder + "/a.jsonl"))
        let editor = try index.editor()
        _ = try editor.add(paths: [index.folder + "/a.jsonl"]) { _ in }
        editor.close()
        for _ in 0..<2 {
            let document = try #require(try index.search("giao đất").hits.first?.document)
            #expect(
                document
                    == DocumentSummary(
                        id: "c", number: "7/KH-UBND", type: "kế hoạch", agency: "Ủy ban\nnhân dân",
                        issuedOn: "2023-02-01", title: "Kế \"hoạch\""))
            try index.add([("d", "khác")])
            try index.compact()
        }
    }

    @Test func metadataIsKeptAsItWasGiven() {
        let fields: [(key: String, value: String)] = [
            ("number", #""15/2020/Q\u0110-TTg""#), ("year", "2023"), ("a \"b\"\\\n\u{1}", "[1, {\"x\":  null}]"),
            ("note", "null"),
        ]
        let decoded = DocumentMetadata.decode(DocumentMetadata.encode(fields))
        #expect(decoded.map(\.key) == fields.map(\.key) && decoded.map(\.value) == fields.map(\.value))
        #expect(DocumentMetadata.text("number", in: decoded) == "15/2020/QĐ-TTg")
        #expect(DocumentMetadata.text("year", in: decoded) == "2023")
        #expect(DocumentMetadata.text("note", in: decoded) == nil && DocumentMetadata.text("x", in: decoded) == nil)
        #expect(DocumentMetadata.decode([]).isEmpty && DocumentMetadata.decode(Array("{".utf8)).isEmpty)
    }
}
