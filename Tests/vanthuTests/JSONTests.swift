import Foundation
import Testing

@testable import vanthu

@Suite struct JSONTests {
    @Test func valuesAreWrittenOnOneLineWithKeysInOrder() {
        let value: JSON = [
            "b": .integer(-3), "a": [.null, .boolean(true), .boolean(false), [], [:]], "c": .raw("{\"x\":1}"),
            "d": .optional(nil as String?), "e": .optional(4), "f": .number(0.1),
        ]
        #expect(
            value.description
                == #"{"b":-3,"a":[null,true,false,[],{}],"c":{"x":1},"d":null,"e":4,"f":0.1}"#)
    }

    @Test func stringsAreEscapedByTheRulesOfJSON() {
        #expect(JSON.string("a\"b\\c/đ\n\r\t").description == #""a\"b\\c/đ\n\r\t""#)
        #expect(JSON.string("\u{0}\u{1F}\u{7F}\u{2028}").description == #""\u0000\u001f\u007f\u2028""#)
        #expect(JSON.object([(key: "\"", value: .null)]).description == #"{"\"":null}"#)
    }

    @Test func numbersJSONCannotHoldAreNull() {
        #expect(JSON.array([.number(.nan), .number(.infinity), .number(-.infinity)]).description == "[null,null,null]")
        #expect(JSON.measured(.nan).description == "null")
        #expect(JSON.measured(1.234_567_89).description == "1.234568")
        #expect(JSON.measured(2).description == "2.0")
    }

    @Test func addingKeysKeepsTheOthers() {
        let value: JSON = ["a": .integer(1)]
        #expect(value.adding(["b": .integer(2)]).description == #"{"a":1,"b":2}"#)
        #expect(JSON.null.adding(["b": .null]).description == "null")
    }

    @Test("Any string and number reads back the same", arguments: UInt64(1)...4)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let string = String(
                decoding: (0..<Int.random(in: 0..<30, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                },
                as: UTF8.self)
            let number = Double(bitPattern: random.next())
            guard number.isFinite else { continue }
            let text = JSON.array([.string(string)]).description
            let back = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any])
            #expect((back[0] as? String).map { Array($0.utf8) } == Array(string.utf8))
            // Foundation's reader is a few units off in the last place; the language's is exact.
            #expect(Double(JSON.number(number).description) == number, "seed \(seed): \(number)")
        }
    }
}
