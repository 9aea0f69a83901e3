import Testing

@testable import vanthu

@Suite struct JSONReadingTests {
    @Test func whatIsWrittenIsReadBack() throws {
        let value: JSON = [
            "a": .integer(-7), "b": .number(0.25), "c": .string("đ\"\\\n\t\u{1}😀"),
            "d": [.null, .boolean(true), [:], []],
        ]
        let read = try JSON(reading: Array(value.description.utf8))
        #expect(read.description == value.description)
        #expect(read["a"]?.asInteger == -7 && read["b"]?.asNumber == 0.25 && read["a"]?.asNumber == -7)
        #expect(read["c"]?.asString?.hasSuffix("😀") == true && read["d"]?.asArray?.count == 4 && read["e"] == nil)
    }

    @Test func escapesAndSpaceAreUnderstood() throws {
        let text = #" { "x" : [ "\u0111\ud83d\ude00\/\b" , 1e3 ] } "#
        let read = try JSON(reading: Array(text.utf8))
        #expect(read["x"]?.asArray?.first?.asString == "đ😀/\u{8}" && read["x"]?.asArray?.last?.asNumber == 1000)
    }

    @Test(
        "What is no JSON is refused",
        arguments: ["", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "\"a", "1 2", "tru", "\"\\x\"", "\"\\u12\"", "+1", "nan"])
    func refusals(text: String) {
        #expect(throws: JSONFailure.self) { _ = try JSON(reading: Array(text.utf8)) }
    }

    @Test func depthIsBounded() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONFailure.self) { _ = try JSON(reading: Array(deep.utf8)) }
    }
}
