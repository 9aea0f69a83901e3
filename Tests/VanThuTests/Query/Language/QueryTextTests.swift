import Testing

@testable import VanThu

@Suite struct QueryTextTests {
    @Test("What is looked up without Unicode's properties agrees with them")
    func traits() {
        for value in UInt32(0)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let properties = scalar.properties
            var expected: QueryText.Traits = []
            if properties.isAlphabetic { expected.insert(.letter) }
            if properties.numericType != nil { expected.insert(.digit) }
            if expected.isEmpty, properties.isWhitespace { expected = .space }
            if expected.isEmpty, properties.generalCategory == .nonspacingMark { expected = .mark }
            #expect(QueryText(leaf: String(scalar)).traits == [expected], "\(String(value, radix: 16))")
        }
    }
}
