import Testing

@testable import vanthu

@Suite struct TRECNameTests {
    @Test func namesInRunsHoldNoWhiteSpace() {
        #expect(TRECName.encoded("van ban\t1.txt#3") == "van%20ban%091.txt#3")
        #expect(TRECName.encoded("đất.txt") == "đất.txt")
    }
}
